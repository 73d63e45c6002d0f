/** The years after the census: deaths, marriages, births and moves, month by month. */
@NullMarked
package org.junheng.population.internal.years;

import org.jspecify.annotations.NullMarked;
