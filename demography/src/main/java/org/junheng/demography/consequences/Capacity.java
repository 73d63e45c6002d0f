package org.junheng.demography.consequences;

import java.util.OptionalInt;

/** When a need outgrows what is there. */
public final class Capacity {

    private Capacity() {}

    /**
     * The first year in which more is needed than there is.
     *
     * @param firstYear year of the first value
     * @param needed units needed by year
     * @param there units there
     */
    public static OptionalInt exceeded(int firstYear, double[] needed, double there) {
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] > there) {
                return OptionalInt.of(firstYear + i);
            }
        }
        return OptionalInt.empty();
    }
}
