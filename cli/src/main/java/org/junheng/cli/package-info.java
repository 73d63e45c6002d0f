/**
 * The {@code junheng} command. Every command reads a specification and writes a folder; it holds no logic of its own
 * but hands the work to a library. One class per command; what they share is in {@code frame}.
 */
@NullMarked
package org.junheng.cli;

import org.jspecify.annotations.NullMarked;
