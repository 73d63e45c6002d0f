package org.junheng.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The one way into the register. Records are copied into staging and applied by set-based statements: known records are
 * passed over, new ones are linked to the person their ID number and one corroborating field (name or date of birth)
 * point to, the others become persons of their own; then the states are folded anew. All in one transaction, as the
 * present actor.
 */
public interface Arrivals {

    /** Takes in what a source states and says, record by record, what became of it. */
    List<Arrival> take(Stream<Stated.Record> records);

    /**
     * The opening load of an empty register: every record is a person. Refused once the register has somebody. Nothing
     * else reads or writes the register meanwhile; a load that breaks off leaves it empty.
     *
     * @return how many persons and events were loaded
     */
    Opened open(Delivery delivery, Watcher watcher);

    /** The person a known record is linked to. */
    Optional<UUID> findPerson(Stated.Key key);

    /** Hands over records one by one, as they are read. */
    @FunctionalInterface
    interface Delivery {

        /** Gives every record to the taker. */
        void each(Consumer<Stated.Record> taker);
    }

    /**
     * What became of one record.
     *
     * @param key its key
     * @param person the person it is linked to
     * @param outcome how it was linked
     */
    record Arrival(Stated.Key key, UUID person, Outcome outcome) {}

    /** Told how far an opening load is once its records are read. */
    @FunctionalInterface
    interface Watcher {

        /** The stage is done by so much of so much. */
        void at(Stage stage, int done, int all);
    }

    /** What an opening load does with the records it has read. */
    enum Stage {
        /** The states are folded from the ledger. */
        FOLDING,
        /** Indexes and keys are built. */
        INDEXING
    }

    /** How a record was linked. */
    enum Outcome {
        /** The same record had arrived before; nothing changed. */
        REPEATED,
        /** ID number and one corroborating field point to a person known here. */
        LINKED,
        /** A person of its own: a newborn, or somebody whom a source that identifies persons tells of first. */
        NEW,
        /** The ID number is unknown here and its source does not identify persons: provisional (暂存), to be verified. */
        PROVISIONAL,
        /** The ID number is known but nothing corroborates it: a provisional person, to be reviewed. */
        CONFLICT
    }

    /**
     * Size of an opening load.
     *
     * @param persons persons
     * @param events life events
     */
    record Opened(long persons, long events) {}
}
