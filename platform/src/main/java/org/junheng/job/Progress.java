package org.junheng.job;

/** How far a piece of long work is. */
public interface Progress {

    /** Tells how much is done. A cancelled job ends here, with {@link JobCancelled}. */
    void at(long done, long total);
}
