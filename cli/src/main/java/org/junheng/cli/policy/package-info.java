/** Schemes on the command line: check a folder of them, decide one case. */
@NullMarked
package org.junheng.cli.policy;

import org.jspecify.annotations.NullMarked;
