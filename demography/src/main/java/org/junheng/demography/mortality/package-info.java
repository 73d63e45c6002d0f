/** Life tables: how deaths by age become survivors, person-years, survival ratios and life expectancy. */
@NullMarked
package org.junheng.demography.mortality;

import org.jspecify.annotations.NullMarked;
