/**
 * Demography as pure functions: death, birth, composition, data quality, and projection. It owns no data, reads no file
 * and knows no clock; numbers come in as arrays by age and go out the same way.
 *
 * <p>Conventions: ages are completed years; the last age of every array is open unless said otherwise; rates are per
 * person-year (never per 1,000); populations are persons; the sex ratio at birth is boys per girl (about 1.05).
 */
@NullMarked
package org.junheng.demography;

import org.jspecify.annotations.NullMarked;
