package org.junheng.population.internal.model;

/** How a person of the founding population stands to the county at the census. */
public enum Standing {
    /** Registered and living here. */
    AT_HOME,
    /** Registered here, living elsewhere. */
    AWAY,
    /** Living here, registered elsewhere. */
    INCOMER,
    /** Neither, but of a family that is. */
    RELATIVE;

    public boolean isRegistered() {
        return this == AT_HOME || this == AWAY;
    }

    public boolean isResident() {
        return this == AT_HOME || this == INCOMER;
    }
}
