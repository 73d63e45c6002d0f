@NullMarked
package org.junheng.benefit.internal;

import org.jspecify.annotations.NullMarked;
