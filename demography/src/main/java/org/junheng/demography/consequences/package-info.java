/** What a projected population needs and costs: places, beds, staff, pensions, benefits. Pure functions of persons. */
@NullMarked
package org.junheng.demography.consequences;

import org.jspecify.annotations.NullMarked;
