@NullMarked
package org.junheng.quality.internal;

import org.jspecify.annotations.NullMarked;
