package org.junheng.population;

/** How far a sweep is, in units. */
@FunctionalInterface
public interface SweepProgress {

    /** Tells nobody. */
    SweepProgress SILENT = (done, total) -> {};

    /** So many of so many; may throw to end the work. */
    void at(long done, long total);
}
