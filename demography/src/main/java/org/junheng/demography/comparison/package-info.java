/** Comparing populations: standardised rates and indices of dissimilarity. */
@NullMarked
package org.junheng.demography.comparison;

import org.jspecify.annotations.NullMarked;
