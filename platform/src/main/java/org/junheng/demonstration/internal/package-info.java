@NullMarked
package org.junheng.demonstration.internal;

import org.jspecify.annotations.NullMarked;
