/**
 * Estimates of fertility and mortality where registration is incomplete: from census questions and age distributions.
 */
@NullMarked
package org.junheng.demography.indirect;

import org.jspecify.annotations.NullMarked;
