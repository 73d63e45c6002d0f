/** Splitting counts of five-year age groups into single ages. */
@NullMarked
package org.junheng.demography.graduation;

import org.jspecify.annotations.NullMarked;
