@NullMarked
package org.junheng.audit.internal;

import org.jspecify.annotations.NullMarked;
