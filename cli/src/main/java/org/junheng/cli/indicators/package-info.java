/** The kinds of the command {@code indicators}: a census table or a published vector in, indicators out. */
@NullMarked
package org.junheng.cli.indicators;

import org.jspecify.annotations.NullMarked;
