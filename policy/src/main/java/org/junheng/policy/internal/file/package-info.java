/** The files of a folder of schemes: what may stand in them, read and checked into compiled schemes. */
@NullMarked
package org.junheng.policy.internal.file;

import org.jspecify.annotations.NullMarked;
