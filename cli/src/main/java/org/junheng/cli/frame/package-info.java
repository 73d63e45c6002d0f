/** What all commands share: the specification, tables in and out, what is wrong with an input, the record of a run. */
@NullMarked
package org.junheng.cli.frame;

import org.jspecify.annotations.NullMarked;
