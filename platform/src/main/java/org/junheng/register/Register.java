package org.junheng.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.ReadLog;

/**
 * Reading persons, as the present actor sees them: row-level security decides who is visible, and every read is logged
 * with its purpose.
 */
public interface Register {

    /** Finds persons by what a clerk types; current knowledge only. */
    Found search(PersonSearch search);

    /** Who looked at a person, newest first, as far as the present actor may know. */
    List<ReadLog.Reading> listReaders(UUID person, int limit);

    /**
     * A page of a search.
     *
     * @param persons the persons on it
     * @param total how many there are on all pages, counted up to {@value #MOST}
     */
    record Found(List<PersonSummary> persons, int total) {

        /** Nobody leafs through more. */
        public static final int MOST = 200;

        public Found {
            persons = List.copyOf(persons);
        }

        /** Whether there may be more than were counted. */
        public boolean more() {
            return total >= MOST;
        }
    }

    /** Opens a person. Fails with {@link PersonNotFound} where the reader may not see them. */
    PersonFile open(UUID person, AsOf asOf);

    /** Faces of those of the given persons whom the reader may see, in no particular order. */
    List<PersonSummary> listSummaries(Collection<UUID> persons);

    /** The face of one person. */
    default Optional<PersonSummary> findSummary(UUID person) {
        return listSummaries(List.of(person)).stream().findFirst();
    }

    /** States of persons, as of a day and as known at a moment; a handful of queries for any number of persons. */
    List<PersonState> listStates(Collection<UUID> persons, AsOf asOf);

    /** The state of one person. */
    default PersonState getState(UUID person, AsOf asOf) {
        return listStates(List.of(person), asOf).stream().findFirst().orElseThrow(() -> new PersonNotFound(person));
    }
}
