@NullMarked
package org.junheng.access.internal;

import org.jspecify.annotations.NullMarked;
