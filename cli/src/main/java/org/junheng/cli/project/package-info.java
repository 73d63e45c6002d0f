/** The models of the command {@code project}: files in, a projection by the demography library, files out. */
@NullMarked
package org.junheng.cli.project;

import org.jspecify.annotations.NullMarked;
