/**
 * Projection of many regions at once by sex and single age, with migration between them and any number of trajectories.
 * Trajectories are advanced some years at a time and reduced to quantiles before the next years, so that memory does
 * not grow with the horizon.
 *
 * <p>Every trajectory is computed by itself from its own numbered draws; threads only share out the trajectories. The
 * result is the same to the last bit for any number of threads.
 */
@NullMarked
package org.junheng.demography.regional;

import org.jspecify.annotations.NullMarked;
