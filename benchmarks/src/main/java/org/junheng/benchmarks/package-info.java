/** Measurements of the speed and memory that the design promises, each a program of its own. */
@NullMarked
package org.junheng.benchmarks;

import org.jspecify.annotations.NullMarked;
