@NullMarked
package org.junheng.monitoring.internal;

import org.jspecify.annotations.NullMarked;
