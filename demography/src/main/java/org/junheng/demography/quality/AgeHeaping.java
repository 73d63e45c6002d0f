package org.junheng.demography.quality;

import java.util.stream.IntStream;

/**
 * Indices of digit preference in ages reported by single year. Every method takes persons by single age from 0; unless
 * stated the value 1 means no preference.
 *
 * <p>Sources: Shryock and Siegel 1973 (Whipple, Myers, Bachi), Noumbissi 1992, Spoorenberg 2007, Coale and Li 1991;
 * variants as in the Census Bureau's PASEX where said.
 */
public final class AgeHeaping {

    private static final int DIGITS = 10;

    private AgeHeaping() {}

    /**
     * Whipple: ages ending in 0 or 5 from 25 to 60 over a fifth of ages 23 to 62. 1 = none, 5 = only such ages
     * reported.
     */
    public static double whipple(double[] persons) {
        return DIGITS / 2.0 * sum(persons, 25, 60, 5) / sum(persons, 23, 62, 1);
    }

    /**
     * Whipple for one digit (Roger et al. 1981): ages 25 to 60 ending in it, over a tenth of the ages from 7 below to 2
     * above them.
     */
    public static double whipple(double[] persons, int digit) {
        int first = firstWithDigit(25, digit);
        int last = 60 - Math.floorMod(60 - digit, DIGITS);
        return DIGITS * sum(persons, first, last, DIGITS) / sum(persons, first - 7, last + 2, 1);
    }

    /**
     * Myers' blended index, 0 … 90: half the sum of the deviations of the blended shares from ten percent, whole
     * decades only.
     *
     * @param from first age
     * @param through last age; ages beyond the last whole decade are not used
     */
    public static double myers(double[] persons, int from, int through) {
        int decades = (through - from + 1) / DIGITS;
        double[] blended = new double[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            int start = from + i;
            int last = start + DIGITS * (decades - 1);
            blended[i] = (i + 1) * sum(persons, start, last - DIGITS, DIGITS)
                    + (DIGITS - 1 - i) * sum(persons, start + DIGITS, last, DIGITS);
        }
        return deviationFromTenPercent(blended);
    }

    /** Myers' index as PASEX computes it, where the lower sums keep the last decade. */
    public static double myersPasex(double[] persons, int from, int through) {
        int decades = (through - from + 1) / DIGITS;
        double[] blended = new double[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            int start = from + i;
            int last = start + DIGITS * (decades - 1);
            blended[i] = (i + 1) * sum(persons, start, last, DIGITS)
                    + (DIGITS - 1 - i) * sum(persons, start + DIGITS, last, DIGITS);
        }
        return deviationFromTenPercent(blended);
    }

    /**
     * Bachi's index over ages 23 to 77, 0 … 90: Whipple's idea for each digit, mean of two windows that begin one year
     * apart.
     */
    public static double bachi(double[] persons) {
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int start = 23 + Math.floorMod(digit - 23, 5);
            double share = (bachiShare(persons, start, digit) + bachiShare(persons, start + 1, digit)) / 2;
            sum += Math.abs(share - 0.1);
        }
        return 100 * sum / 2;
    }

    /**
     * Noumbissi's index of one digit over ages 20 to 59, four ages of each digit: its ages over a fifth of the five
     * ages around each.
     */
    public static double noumbissi(double[] persons, int digit) {
        return noumbissi(persons, digit, 59);
    }

    private static double noumbissi(double[] persons, int digit, int through) {
        double own = 0;
        double around = 0;
        for (int age = firstWithDigit(20, digit); age <= through; age += DIGITS) {
            own += persons[age];
            around += sum(persons, age - 2, age + 2, 1);
        }
        return 5 * own / around;
    }

    /**
     * Spoorenberg's total: the distances from one of all ten of Noumbissi's indices, over ages 20 to 64. 0 = no
     * preference at all.
     */
    public static double spoorenberg(double[] persons) {
        return IntStream.range(0, DIGITS)
                .mapToDouble(digit -> Math.abs(1 - noumbissi(persons, digit, 64)))
                .sum();
    }

    /**
     * Coale and Li: mean ratio of the ages ending in a digit to a five-term moving average taken twice; for ages 65 to
     * 95.
     */
    public static double coaleLi(double[] persons, int digit) {
        double[] smooth = movingAverage(movingAverage(persons));
        double sum = 0;
        int count = 0;
        for (int age = firstWithDigit(65, digit); age <= 95; age += DIGITS) {
            if (!Double.isNaN(smooth[age])) {
                sum += persons[age] / smooth[age];
                count++;
            }
        }
        return sum / count;
    }

    /** Kannisto's index of one old age: its persons over the geometric mean of the five ages around it. */
    public static double kannisto(double[] persons, int age) {
        double logs = 0;
        for (int x = age - 2; x <= age + 2; x++) {
            logs += Math.log(persons[x]);
        }
        return persons[age] / Math.exp(logs / 5);
    }

    private static double bachiShare(double[] persons, int start, int digit) {
        int end = start + 5 * DIGITS - 1;
        return sum(persons, firstWithDigit(start, digit), end, DIGITS) / sum(persons, start, end, 1);
    }

    private static double[] movingAverage(double[] values) {
        double[] average = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            average[i] = i < 2 || i + 2 >= values.length ? Double.NaN : sum(values, i - 2, i + 2, 1) / 5;
        }
        return average;
    }

    private static double deviationFromTenPercent(double[] blended) {
        double total = sum(blended, 0, DIGITS - 1, 1);
        double deviation = 0;
        for (double value : blended) {
            deviation += Math.abs(value / total - 0.1);
        }
        return deviation * 50;
    }

    private static int firstWithDigit(int from, int digit) {
        return from + Math.floorMod(digit - from, DIGITS);
    }

    private static double sum(double[] values, int from, int through, int step) {
        double sum = 0;
        for (int i = from; i <= through; i += step) {
            sum += values[i];
        }
        return sum;
    }
}
