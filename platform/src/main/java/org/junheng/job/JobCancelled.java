package org.junheng.job;

/** Somebody asked the work to stop; its transaction is rolled back. */
public final class JobCancelled extends RuntimeException {

    public JobCancelled() {
        super("The job was cancelled.");
    }
}
