/**
 * Where the trajectories of a projection come from: processes of fertility, mortality and migration whose random
 * numbers are addressed by seed, stream and trajectory, and the scores that say how a forecast did against what came.
 *
 * <p>Two scenarios drawn from the same seed share every random number, so their difference is not blurred by chance. A
 * process without variance gives factors of exactly one.
 */
@NullMarked
package org.junheng.demography.stochastic;

import org.jspecify.annotations.NullMarked;
