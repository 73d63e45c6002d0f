/** Record linkage from files to files. */
@NullMarked
package org.junheng.cli.link;

import org.jspecify.annotations.NullMarked;
