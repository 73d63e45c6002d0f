package org.junheng.population.internal.model;

import java.util.Locale;

/** Why a place changed. */
public enum Reason {
    OPENING,
    MARRIAGE,
    WORK,
    STUDY,
    RETURN,
    FAMILY,
    HOUSING,
    SETTLEMENT,
    MANAGEMENT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As files say it. */
    public String word() {
        return word;
    }
}
