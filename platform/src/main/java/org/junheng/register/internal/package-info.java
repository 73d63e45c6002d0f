@NullMarked
package org.junheng.register.internal;

import org.jspecify.annotations.NullMarked;
