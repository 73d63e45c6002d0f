package org.junheng.worklist;

import java.util.List;
import java.util.Optional;

/** Tasks of offices. Everything here takes part in the caller's transaction. */
public interface Worklist {

    /** Opens a task; where one with the same reference is open already, nothing changes. */
    void add(NewTask task);

    /** Closes the open task with the reference as done by the present actor; without one, nothing changes. */
    void close(String ref);

    /** Open tasks of the present actor's role and areas, the earliest due first. */
    List<Task> listMine(int limit, long offset);

    /** How many open tasks the present actor has. */
    long countMine();

    /** The task to do next: the earliest due. */
    Optional<Task> findNext();
}
