package org.junheng.demography.projection;

/** When in the step net migrants arrive. */
public enum MigrationTiming {
    /** Closed population: net migration is ignored. */
    NONE,
    /** All at the end of the step, at the age reached: they neither die nor give birth in it. */
    END,
    /** Half at the start (and exposed to the step's rates), half at the end. */
    EVEN
}
