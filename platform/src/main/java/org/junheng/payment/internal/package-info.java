@NullMarked
package org.junheng.payment.internal;

import org.jspecify.annotations.NullMarked;
