/** The persons, marriages and places of the county while it is made, and the randomness they are made with. */
@NullMarked
package org.junheng.population.internal.model;

import org.jspecify.annotations.NullMarked;
