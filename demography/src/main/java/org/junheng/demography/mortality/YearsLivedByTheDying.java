package org.junheng.demography.mortality;

import org.junheng.demography.Sex;

/** Rules for a(x), the years lived in an age interval by those who die in it. */
public final class YearsLivedByTheDying {

    private static final double MIDDLE = 2.5;

    private YearsLivedByTheDying() {}

    /**
     * Years lived in the first year of life from its death rate: Andreev and Kingkade (2015), table 3-2, as in HMD
     * protocol v6.
     */
    public static double infantAndreevKingkade(double m0, Sex sex) {
        return switch (sex) {
            case MALE -> {
                if (m0 < 0.02300) {
                    yield 0.14929 - 1.99545 * m0;
                }
                yield m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915;
            }
            case FEMALE -> {
                if (m0 < 0.01724) {
                    yield 0.14903 - 2.05527 * m0;
                }
                yield m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411;
            }
        };
    }

    /** Years lived in the first year of life, model West of Coale and Demeny (Preston et al. 2001, table 3.3). */
    public static double infantCoaleDemeny(double m0, Sex sex) {
        boolean high = m0 >= 0.107;
        return switch (sex) {
            case MALE -> high ? 0.330 : 0.045 + 2.684 * m0;
            case FEMALE -> high ? 0.350 : 0.053 + 2.800 * m0;
        };
    }

    /**
     * Years lived between 1 and 5 by those who die there, from the death rate at age 0; model West of Coale and Demeny.
     */
    public static double childCoaleDemeny(double m0, Sex sex) {
        boolean high = m0 >= 0.107;
        return switch (sex) {
            case MALE -> high ? 1.352 : 1.651 - 2.816 * m0;
            case FEMALE -> high ? 1.361 : 1.522 - 1.518 * m0;
        };
    }

    /**
     * All values of an abridged table 0, 1, 5, 10 …: Coale and Demeny at 0 and 1, the middle at 5 and 10, above that
     * Greville (1943): a = 2.5 − (25/12)(m − k) with k = 0.1 ln(m(x+5) / m(x−5)). The open interval's value is 1 / m.
     */
    public static double[] abridged(double[] m, Sex sex) {
        double[] a = new double[m.length];
        a[0] = infantCoaleDemeny(m[0], sex);
        a[1] = childCoaleDemeny(m[0], sex);
        int open = m.length - 1;
        for (int i = 2; i < open; i++) {
            a[i] = i < 4 ? MIDDLE : greville(m[i - 1], m[i], m[i + 1]);
        }
        a[open] = 1 / m[open];
        return a;
    }

    private static double greville(double before, double here, double after) {
        if (before <= 0 || after <= 0) {
            return MIDDLE;
        }
        double growth = 0.1 * Math.log(after / before);
        return MIDDLE - 25.0 / 12 * (here - growth);
    }
}
