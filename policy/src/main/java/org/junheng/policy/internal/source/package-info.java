/** Reads YAML so that every fault can be shown with file, line and column. Knows nothing of policy. */
@NullMarked
package org.junheng.policy.internal.source;

import org.jspecify.annotations.NullMarked;
