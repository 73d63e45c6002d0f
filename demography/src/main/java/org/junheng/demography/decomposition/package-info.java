/** What a difference between two rates or two life expectancies is made of. */
@NullMarked
package org.junheng.demography.decomposition;

import org.jspecify.annotations.NullMarked;
