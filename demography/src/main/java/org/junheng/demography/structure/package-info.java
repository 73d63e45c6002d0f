/** The age and sex structure of a population in the usual indicators: dependency, ageing, median age, sex ratios. */
@NullMarked
package org.junheng.demography.structure;

import org.jspecify.annotations.NullMarked;
