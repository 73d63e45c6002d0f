/**
 * Population projection by cohorts and components: one step through the Lexis diagram under the rules of the United
 * Nations, of Spectrum DemProj or of the Swiss multistate model, and the years in a row that make a projection.
 */
@NullMarked
package org.junheng.demography.projection;

import org.jspecify.annotations.NullMarked;
