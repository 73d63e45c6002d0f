/** The files a county is written to. */
@NullMarked
package org.junheng.population.internal.files;

import org.jspecify.annotations.NullMarked;
