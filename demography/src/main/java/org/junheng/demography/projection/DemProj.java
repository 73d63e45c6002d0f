package org.junheng.demography.projection;

import java.util.Arrays;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.graduation.Graduation;

/**
 * One year by the rules of Spectrum's DemProj (Stover and Kirmeyer 2008; UNAIDS leapfrog). Like the United Nations'
 * step, with these differences: the open group has a survival ratio of its own, deaths from a modelled cause are taken
 * off after those of the life table and before births are counted, and net migrants come at the end of the year or in
 * its middle.
 */
public final class DemProj {

    private static final int GROUP = 5;
    private static final int FIRST_FIVE = 5;

    private DemProj() {}

    /** When net migrants come. */
    public enum Migration {
        /** At the end of the year, at the age reached. */
        END_OF_YEAR,
        /**
         * In mid-year: half of them pass a birthday, and they are exposed to half a year's mortality (two thirds at age
         * 0).
         */
        MIDYEAR
    }

    /**
     * What moves the population through one year.
     *
     * @param survival survival ratios, one value more than ages: births → 0, then x−1 → x, the last for those already
     *     in the open group
     * @param fertility births per woman by single age
     * @param shareOfBoys boys among the newborn, 0 … 1
     * @param netMigration net migrants by single age
     * @param excessDeaths deaths beyond the life table by age reached
     */
    public record Year(
            BySex survival, double[] fertility, double shareOfBoys, BySex netMigration, BySex excessDeaths) {}

    /**
     * The population a year later. Deaths reported are those of the life table; the excess deaths are the caller's own
     * figure.
     */
    public static Step step(BySex start, Year year, Migration migration) {
        BySex deaths = start.map(any -> new double[any.length]);
        BySex end = start.map(any -> new double[any.length]);
        for (Sex sex : Sex.values()) {
            age(start.of(sex), year.survival().of(sex), end.of(sex), deaths.of(sex));
            for (int x = 1; x < end.ages(); x++) {
                end.of(sex)[x] -= year.excessDeaths().of(sex)[x];
            }
        }
        BySex migrants = migration == Migration.MIDYEAR ? midyear(year, end, deaths) : year.netMigration();
        if (migration == Migration.MIDYEAR) {
            add(end, migrants, 1);
        }
        double[] births = births(start.female(), end.female(), year.fertility());
        newborns(end, deaths, Arrays.stream(births).sum(), year);
        if (migration == Migration.MIDYEAR) {
            add(end, migrants, 0);
        } else {
            add(end, migrants, 1);
            add(end, migrants, 0);
        }
        return new Step(end, births, deaths, migrants, 0);
    }

    /**
     * Net migrants by single age from five-year groups: Beers' ordinary formula over the closed groups, the first five
     * ages in proportion to survivors instead, the open group as it is.
     *
     * @param groups net migrants by five-year group, the last open
     * @param survival the year's survival ratios of that sex
     */
    public static double[] migrantsBySingleAge(double[] groups, double[] survival) {
        int open = groups.length - 1;
        double[] singles =
                Arrays.copyOf(Graduation.BEERS_ORDINARY.split(Arrays.copyOf(groups, open)), open * GROUP + 1);
        singles[open * GROUP] = groups[open];
        double[] survivors = new double[FIRST_FIVE];
        double l = 1;
        double sum = 0;
        for (int x = 0; x < FIRST_FIVE; x++) {
            l *= survival[x];
            survivors[x] = l;
            sum += l;
        }
        for (int x = 0; x < FIRST_FIVE; x++) {
            singles[x] = groups[0] * survivors[x] / sum;
        }
        return singles;
    }

    private static void age(double[] start, double[] survival, double[] end, double[] deaths) {
        int open = start.length - 1;
        for (int x = 1; x <= open; x++) {
            deaths[x] = start[x - 1] * (1 - survival[x]);
            end[x] = start[x - 1] - deaths[x];
        }
        double oldest = start[open] * (1 - survival[open + 1]);
        deaths[open] += oldest;
        end[open] += start[open] - oldest;
    }

    private static double[] births(double[] women, double[] womenLater, double[] fertility) {
        double[] births = new double[women.length];
        for (int x = 0; x < births.length; x++) {
            births[x] = fertility[x] * (women[x] + womenLater[x]) / 2;
        }
        return births;
    }

    private static void newborns(BySex end, BySex deaths, double births, Year year) {
        for (Sex sex : Sex.values()) {
            double born = births * (sex == Sex.MALE ? year.shareOfBoys() : 1 - year.shareOfBoys());
            deaths.of(sex)[0] = born * (1 - year.survival().of(sex)[0]);
            end.of(sex)[0] = born - deaths.of(sex)[0] - year.excessDeaths().of(sex)[0];
        }
    }

    /** Mid-year migrants who are there at the end of the year, by age reached. */
    private static BySex midyear(Year year, BySex end, BySex deaths) {
        BySex migrants = BySex.zeros(end.ages());
        for (Sex sex : Sex.values()) {
            double[] intended = year.netMigration().of(sex);
            double[] s = year.survival().of(sex);
            double[] there = migrants.of(sex);
            int open = there.length - 1;
            there[0] = intended[0] / 2 * (1 + 2 * s[0]) / 3;
            for (int x = 1; x <= open; x++) {
                double arriving = (intended[x - 1] + (x == open ? 2 : 1) * intended[x]) / 2;
                double survivors = end.of(sex)[x];
                double dying = deaths.of(sex)[x];
                double half = x == open ? (survivors + dying / 2) / (survivors + dying) : (1 + s[x]) / 2;
                there[x] = arriving * half;
            }
        }
        return migrants;
    }

    /** Adds migrants at age 0 only ({@code from} 0) or at all other ages ({@code from} 1). */
    private static void add(BySex end, BySex migrants, int from) {
        int through = from == 0 ? 0 : end.ages() - 1;
        for (Sex sex : Sex.values()) {
            for (int x = from; x <= through; x++) {
                end.of(sex)[x] += migrants.of(sex)[x];
            }
        }
    }
}
