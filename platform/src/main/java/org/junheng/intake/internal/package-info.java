@NullMarked
package org.junheng.intake.internal;

import org.jspecify.annotations.NullMarked;
