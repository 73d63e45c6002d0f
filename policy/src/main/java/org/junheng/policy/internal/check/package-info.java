/** Golden cases beside the schemes: read, run, and what they cover. */
@NullMarked
package org.junheng.policy.internal.check;

import org.jspecify.annotations.NullMarked;
