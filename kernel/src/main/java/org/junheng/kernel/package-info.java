/**
 * The few values every module speaks of: money, ranges of dates and months, values over time, areas, resident ID
 * numbers, national code lists and the working-day calendar.
 *
 * <p>It knows no policy, no storage and no framework, and depends on nothing but the JDK.
 */
@NullMarked
package org.junheng.kernel;

import org.jspecify.annotations.NullMarked;
