package org.junheng.quality.internal;

import org.junheng.register.Doubt;

/** Green, amber, red: by how many of ten thousand persons have an open finding. */
enum Light {
    OK,
    WARN,
    BAD;

    private static final double TEN_THOUSAND = 10_000;

    /** What is missing is amber from 1 in 1,000 and red from 1 in 100; what is wrong, from the first and 1 in 1,000. */
    static Light of(Doubt doubt, long found, long persons) {
        double rate = perTenThousand(found, persons);
        boolean missing = doubt.aspect() == Doubt.Aspect.COMPLETE;
        if (rate >= (missing ? 100 : 10)) {
            return BAD;
        }
        return found > 0 && rate >= (missing ? 10 : 0) ? WARN : OK;
    }

    static double perTenThousand(long found, long persons) {
        return persons == 0 ? 0 : found * TEN_THOUSAND / persons;
    }

    /** Class of its badge. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
