@NullMarked
package org.junheng.childbearing.internal;

import org.jspecify.annotations.NullMarked;
