/** How a snapshot is swept: its facts in the words of the schemes, chunk by chunk, on the set engine. */
@NullMarked
package org.junheng.population.internal.sweep;

import org.jspecify.annotations.NullMarked;
