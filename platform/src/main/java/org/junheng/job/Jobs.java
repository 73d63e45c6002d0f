package org.junheng.job;

import java.util.Optional;
import java.util.UUID;

/** Starts and shows long work. */
public interface Jobs {

    /**
     * Starts work as the present actor and returns at once.
     *
     * @param kind what it does; the title is the message {@code job.kind.<kind>}
     * @param work the work; returns the path of the page that shows its result
     */
    UUID start(String kind, Work work);

    /** A job of the present actor. */
    Optional<Job> find(UUID id);

    /** Asks a job to stop at its next step. */
    void cancel(UUID id);

    /** Long work. */
    @FunctionalInterface
    interface Work {

        /** Does it and returns the path of the page that shows the result. */
        String run(Progress progress);
    }

    /**
     * A job as a page shows it.
     *
     * @param id id
     * @param kind what it does
     * @param state running, done, failed, cancelled, interrupted
     * @param done units done
     * @param total units in all, 0 while unknown
     * @param resultPath page of the result
     */
    record Job(UUID id, String kind, String state, long done, long total, Optional<String> resultPath) {

        public boolean running() {
            return state.equals("running");
        }

        /** Done of total in per cent; 0 while unknown. */
        public int percent() {
            return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
        }
    }
}
