/** The founding: persons of the census cells and the absent, their marriages, children and places. */
@NullMarked
package org.junheng.population.internal.census;

import org.jspecify.annotations.NullMarked;
