package org.junheng.linking;

import java.util.List;
import java.util.UUID;

/** Pairs of persons who may be one and on whom nobody has decided yet. Seen by jobs, without names. */
public interface OpenPairs {

    /** All of them. */
    List<Two> list();

    /** Two persons. */
    record Two(UUID one, UUID other) {}
}
