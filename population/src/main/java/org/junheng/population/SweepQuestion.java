package org.junheng.population;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junheng.kernel.AreaCode;
import org.junheng.tables.Limits;

/**
 * What every question to a snapshot has.
 *
 * @param snapshot the folder of Parquet files
 * @param on the day; the period that contains it is decided
 * @param knownAt law published by the end of this day counts
 * @param level the areas that results are told for
 * @param limits what the engine may use; results do not depend on it
 */
public record SweepQuestion(Path snapshot, LocalDate on, LocalDate knownAt, AreaCode.Level level, Limits limits) {}
