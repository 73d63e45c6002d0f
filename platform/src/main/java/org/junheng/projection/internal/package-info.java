@NullMarked
package org.junheng.projection.internal;

import org.jspecify.annotations.NullMarked;
