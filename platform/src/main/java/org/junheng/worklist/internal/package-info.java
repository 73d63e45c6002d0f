@NullMarked
package org.junheng.worklist.internal;

import org.jspecify.annotations.NullMarked;
