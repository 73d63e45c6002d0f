/** The command {@code synthesize}: what to make from the specification, the files and the checks beside them. */
@NullMarked
package org.junheng.cli.synthesize;

import org.jspecify.annotations.NullMarked;
