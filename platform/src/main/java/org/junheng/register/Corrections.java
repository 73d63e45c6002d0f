package org.junheng.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Putting right what the register says: a correction revokes what the ledger says of a fact and states it anew, under a
 * source of its own. Nothing is overwritten: a question as of an earlier day of knowledge has the answer of that day.
 */
public interface Corrections {

    /** Every statement of a fact with its source, the newest first, as far as the present actor may see the person. */
    List<Statement> listStatements(UUID person, CorrectableFact fact);

    /** Corrects, as the present actor, in a transaction of its own. The same correction twice changes nothing. */
    Outcome correct(Correction correction);

    /**
     * What one source says of a fact.
     *
     * @param value as stored: a name, a date as 2025-01-31, a code, an area's twelve digits
     * @param source code of the source
     * @param recordedAt when the register learnt it
     * @param from since when it holds, for what holds for a time
     * @param weight what it counts now
     */
    record Statement(String value, String source, Instant recordedAt, Optional<LocalDate> from, Weight weight) {

        @Override
        public String toString() {
            return "a statement of " + source;
        }
    }

    /** What a statement counts. */
    enum Weight {
        /** What the register says. */
        SHOWN,
        /** Stated too, but another statement counts. */
        OTHER,
        /** Taken back by a correction. */
        REVOKED
    }

    /**
     * A decided correction.
     *
     * @param id id of the decision; the same id is the same correction
     * @param person whose fact
     * @param fact which
     * @param value the right value, as stored
     * @param since since when it holds, for what holds for a time; empty where the wrong value never held
     */
    record Correction(UUID id, UUID person, CorrectableFact fact, String value, Optional<LocalDate> since) {

        public Correction {
            if (!fact.hasOneValue()) {
                throw new IllegalArgumentException("%s has no one value to correct.".formatted(fact));
            }
        }

        @Override
        public String toString() {
            return "correction " + id + " of " + fact;
        }
    }

    /** What became of a correction. */
    enum Outcome {
        CORRECTED,
        /** The ID number is somebody else's here: two persons may be one, which is another matter. */
        NUMBER_TAKEN
    }
}
