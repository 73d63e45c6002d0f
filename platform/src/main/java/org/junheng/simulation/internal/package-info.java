@NullMarked
package org.junheng.simulation.internal;

import org.jspecify.annotations.NullMarked;
