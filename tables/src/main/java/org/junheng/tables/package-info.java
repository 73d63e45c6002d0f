/**
 * The set engine: statements over Parquet files inside the process, with a limit on memory and threads.
 *
 * <p>It writes a file from rows, asks a question of files and streams the answer. It knows no population and no policy.
 * The engine's own words (settings, COPY options) are in one class; everything else is plain SQL.
 */
@NullMarked
package org.junheng.tables;

import org.jspecify.annotations.NullMarked;
