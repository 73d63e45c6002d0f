/** The commands that ask a population snapshot: sweep, simulate, gaps. */
@NullMarked
package org.junheng.cli.sweep;

import org.jspecify.annotations.NullMarked;
