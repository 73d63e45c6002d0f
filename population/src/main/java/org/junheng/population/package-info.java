/**
 * The synthetic county: families whose usual residents reproduce the 2020 census by age and sex, brought forward to a
 * day by dated births, deaths, marriages and moves; and the layout of the pseudonymous snapshot.
 *
 * <p>It carries the census figures and every assumption as sheets with their sources. It never holds a real person.
 */
@NullMarked
package org.junheng.population;

import org.jspecify.annotations.NullMarked;
