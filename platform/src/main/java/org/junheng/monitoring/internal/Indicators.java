package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junheng.web.Text;

/**
 * The indicators of vital statistics, from counts. Formulas as China's statistical yearbooks give them: rates by the
 * mean of the population at the beginning and at the end (年平均人口).
 */
final class Indicators {

    /** Fewer births than this, and the 95 % interval of the sex ratio is wider than 80 points. */
    static final int BIRTHS_FOR_A_SEX_RATIO = 100;

    /** A rate of a shorter time, blown up to a year, says more about chance and season than about the year. */
    static final int DAYS_FOR_A_RATE = 90;

    private static final double Z95 = 1.959964;

    private Indicators() {}

    /** Boys per 100 girls (出生人口性别比), with Wilson's interval for the share of boys. */
    static Figure sexRatio(long boys, long girls) {
        long births = boys + girls;
        if (births < BIRTHS_FOR_A_SEX_RATIO || girls == 0) {
            return new Figure.Refused(Text.of("monitoring.refused.few-births", births, BIRTHS_FOR_A_SEX_RATIO));
        }
        double share = (double) boys / births;
        double spread = Z95 * Z95 / births;
        double middle = (share + spread / 2) / (1 + spread);
        double half = Z95 / (1 + spread) * Math.sqrt(share * (1 - share) / births + spread / births / 4);
        return new Figure.Estimated(100.0 * boys / girls, ratio(middle - half), ratio(middle + half));
    }

    private static double ratio(double share) {
        return 100 * share / (1 - share);
    }

    /** Events per 1,000 of the mean population and year (出生率, 死亡率, 自然增长率); of part of a year, as if of a whole. */
    static Figure rate(long events, Exposure exposure) {
        if (exposure.atStart().isEmpty() || exposure.atStart().getAsLong() == 0) {
            return new Figure.Refused(
                    Text.of("monitoring.refused.no-population", exposure.start().minusDays(1)));
        }
        if (exposure.days() < DAYS_FOR_A_RATE) {
            return new Figure.Refused(Text.of("monitoring.refused.short", exposure.days(), DAYS_FOR_A_RATE));
        }
        double mean = (exposure.atStart().getAsLong() + exposure.atEnd()) / 2.0;
        return new Figure.Known(
                1000 * events / (mean * exposure.days() / exposure.start().lengthOfYear()));
    }

    /**
     * The population exposed in a calendar year or its first days.
     *
     * @param start 1 January
     * @param days days counted, the whole year or less
     * @param atStart population at the beginning; absent where the register does not reach so far back
     * @param atEnd population at the end of the days counted
     */
    record Exposure(LocalDate start, int days, OptionalLong atStart, long atEnd) {}
}
