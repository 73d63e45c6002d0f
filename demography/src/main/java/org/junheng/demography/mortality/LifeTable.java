package org.junheng.demography.mortality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junheng.demography.Sex;

/**
 * A period life table with radix 1, the last age open (Preston, Heuveline and Guillot 2001, ch. 3).
 *
 * <p>From death rates m and the years a lived in the interval by those who die in it: q = n·m / (1 + (n − a)·m), and in
 * the open interval q = 1, L = l / m.
 *
 * <p>The arrays belong to the table and must not be changed.
 *
 * @param ages first age of each interval
 * @param m death rate per person-year
 * @param a years lived in the interval by those who die in it
 * @param q probability of dying in the interval
 * @param l survivors to the first age of the interval, of one born
 * @param d deaths in the interval, of one born
 * @param personYears years lived in the interval (the table's L), per person born
 * @param yearsAhead years lived from that age on (the table's T), per person born
 * @param e remaining life expectancy at the first age of the interval, in years
 */
public record LifeTable(
        int[] ages,
        double[] m,
        double[] a,
        double[] q,
        double[] l,
        double[] d,
        double[] personYears,
        double[] yearsAhead,
        double[] e) {

    private static final int CLOSING_AGE = 130;
    private static final int KANNISTO_FROM = 80;

    /** The table from death rates and years lived by the dying; the open interval's a is 1 / m whatever is given. */
    public static LifeTable of(int[] ages, double[] m, double[] a) {
        if (m.length != ages.length || a.length != ages.length) {
            throw new IllegalArgumentException("%d ages, %d death rates, %d values of a: all three must agree"
                    .formatted(ages.length, m.length, a.length));
        }
        int open = ages.length - 1;
        double[] q = new double[ages.length];
        double[] aUsed = a.clone();
        for (int i = 0; i < open; i++) {
            double n = ages[i + 1] - ages[i];
            checkRate(ages[i], m[i]);
            q[i] = Math.min(1, n * m[i] / (1 + (n - a[i]) * m[i]));
        }
        checkRate(ages[open], m[open]);
        if (m[open] == 0) {
            throw new IllegalArgumentException(
                    "the death rate of the open age %d+ is zero, so nobody ever dies. Close the table at a lower age or extend the rates first."
                            .formatted(ages[open]));
        }
        q[open] = 1;
        aUsed[open] = 1 / m[open];
        return fill(ages, m, aUsed, q);
    }

    /**
     * A single-age table: a0 by Andreev and Kingkade (2015), one half at other ages. The rate of the open age must be
     * that of a life table (1 / e), as published rates are; for rates counted from deaths and population use
     * {@link #closed}.
     */
    public static LifeTable single(double[] m, Sex sex) {
        return of(years(m.length), m, halves(m, sex));
    }

    /**
     * A single-age table whose old ages come from a model: rates below the open age are kept, those above follow a
     * Kannisto curve fitted to ages 80 and over up to 130, and the table is folded back to the open age it was given
     * with. The rate given for the open age is not used: it depends on the age structure of those above.
     */
    public static LifeTable closed(double[] m, Sex sex) {
        int open = m.length - 1;
        double[] extended = Kannisto.fit(KANNISTO_FROM, Arrays.copyOfRange(m, KANNISTO_FROM, open))
                .extend(Arrays.copyOf(m, open), CLOSING_AGE);
        return single(extended, sex).openAt(open);
    }

    /** An abridged table of ages 0, 1, 5, 10 … open: a at 0 and 1 by Coale and Demeny (West), Greville's rule above. */
    public static LifeTable abridged(double[] m, Sex sex) {
        int[] ages =
                IntStream.range(0, m.length).map(i -> i < 2 ? i : 5 * (i - 1)).toArray();
        return of(ages, m, YearsLivedByTheDying.abridged(m, sex));
    }

    /** Life expectancy at birth, in years. */
    public double lifeExpectancy() {
        return e[0];
    }

    /** The same table with everything from the given age on in one open interval. */
    public LifeTable openAt(int age) {
        int open = Arrays.binarySearch(ages, age);
        if (open < 0) {
            throw new IllegalArgumentException("the table has no interval beginning at age " + age);
        }
        double[] mFolded = Arrays.copyOf(m, open + 1);
        mFolded[open] = l[open] / yearsAhead[open];
        return of(Arrays.copyOf(ages, open + 1), mFolded, Arrays.copyOf(a, open + 1));
    }

    /**
     * Survival ratios over a step as wide as the age groups: the first is births of the step → first group, L0 /
     * (n·l0); then Lx / Lx−n; the last brings the two last groups together into the open one, T(w) / T(w−n).
     *
     * @param width 1 for single ages; 5 folds an abridged or single-age table into five-year groups first
     */
    public double[] survivalRatios(int width) {
        double[] years = personYearsByGroup(width);
        int open = years.length - 1;
        double[] s = new double[years.length];
        s[0] = years[0] / (width * l[0]);
        for (int i = 1; i < open; i++) {
            s[i] = years[i] / years[i - 1];
        }
        s[open] = years[open] / (years[open] + years[open - 1]);
        return s;
    }

    /** Person-years by groups of equal width, the last one open. */
    public double[] personYearsByGroup(int width) {
        int groups = ages[ages.length - 1] / width + 1;
        double[] years = new double[groups];
        for (int i = 0; i < ages.length; i++) {
            years[ages[i] / width] += personYears[i];
        }
        return years;
    }

    /**
     * For each single age x, the share of the deaths of a cohort that passes from x to x+1 during the year which happen
     * while still aged x: (Lx − l(x+1)) / (Lx − L(x+1)).
     */
    public double[] separationFactors() {
        double[] s = new double[ages.length - 1];
        for (int x = 0; x + 2 < ages.length; x++) {
            double cohortDeaths = personYears[x] - personYears[x + 1];
            s[x] = cohortDeaths == 0 ? 0.5 : (personYears[x] - l[x + 1]) / cohortDeaths;
        }
        s[ages.length - 2] = 0.5;
        return s;
    }

    private static LifeTable fill(int[] ages, double[] m, double[] a, double[] q) {
        int open = ages.length - 1;
        double[] l = new double[open + 1];
        double[] d = new double[open + 1];
        double[] years = new double[open + 1];
        double[] ahead = new double[open + 1];
        double[] e = new double[open + 1];
        l[0] = 1;
        for (int i = 0; i <= open; i++) {
            d[i] = l[i] * q[i];
            if (i < open) {
                l[i + 1] = l[i] - d[i];
                years[i] = (ages[i + 1] - ages[i]) * l[i + 1] + a[i] * d[i];
            } else {
                years[i] = l[i] / m[i];
            }
        }
        double sum = 0;
        for (int i = open; i >= 0; i--) {
            sum += years[i];
            ahead[i] = sum;
            e[i] = l[i] == 0 ? 0 : sum / l[i];
        }
        return new LifeTable(ages, m, a, q, l, d, years, ahead, e);
    }

    private static void checkRate(int age, double m) {
        if (!(m >= 0) || Double.isInfinite(m)) {
            throw new IllegalArgumentException(
                    "death rate %s at age %d: a rate is zero or more, per person-year".formatted(m, age));
        }
    }

    private static int[] years(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static double[] halves(double[] m, Sex sex) {
        double[] a = new double[m.length];
        Arrays.fill(a, 0.5);
        a[0] = YearsLivedByTheDying.infantAndreevKingkade(m[0], sex);
        return a;
    }
}
