@NullMarked
package org.junheng.correction.internal;

import org.jspecify.annotations.NullMarked;
