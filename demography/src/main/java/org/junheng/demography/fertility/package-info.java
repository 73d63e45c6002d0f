/** Fertility schedules, their tempo, parity progression, reproduction and the stable population they imply. */
@NullMarked
package org.junheng.demography.fertility;

import org.jspecify.annotations.NullMarked;
