package org.junheng.population;

/**
 * Units of one area that a scheme answers in the same way. All else a sweep tells is sums of these.
 *
 * @param scheme the scheme's id
 * @param area the area whose rules count, at the level asked for; 0 where it is not known
 * @param trueMask bit i: condition i is true
 * @param unknownMask bit i: condition i cannot be decided
 * @param outcome what follows
 * @param enrolled whether the units draw the scheme already
 * @param units how many
 * @param amountFen what they are owed for the period
 */
public record SweepCell(
        String scheme,
        long area,
        long trueMask,
        long unknownMask,
        Outcome outcome,
        boolean enrolled,
        long units,
        long amountFen) {

    /** The conditions that are false, as a mask. */
    public long falseMask(long allBits) {
        return allBits & ~trueMask & ~unknownMask;
    }

    /** Whether exactly one condition is false and all others are true. */
    public boolean isNearMiss(long allBits) {
        return unknownMask == 0 && Long.bitCount(falseMask(allBits)) == 1;
    }
}
