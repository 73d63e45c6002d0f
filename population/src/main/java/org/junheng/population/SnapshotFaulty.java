package org.junheng.population;

/** A snapshot cannot be used: the folder lacks a table, or the vocabulary has facts that no column is named for. */
public final class SnapshotFaulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what is wrong and what to do. */
    public SnapshotFaulty(String message) {
        super(message);
    }
}
