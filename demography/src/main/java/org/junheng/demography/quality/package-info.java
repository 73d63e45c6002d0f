/**
 * How far reported ages and sexes can be trusted: digit preference, age-sex accuracy, sampling error of the sex ratio.
 */
@NullMarked
package org.junheng.demography.quality;

import org.jspecify.annotations.NullMarked;
