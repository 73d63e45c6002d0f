package org.junheng.demography.projection;

/**
 * One calendar year by the rules of the Swiss Federal Statistical Office's cantonal projections (2025 round): nationals
 * and foreigners by sex and single age, with death probabilities, rates of emigration and naturalisation, and numbers
 * of immigrants.
 *
 * <p>Arrays are [nationality][sex][age]: nationality 0 the nationals, 1 the foreigners; sex as in
 * {@link org.junheng.demography.Sex}; the last age open. Population is that of 1 January at the age reached during the
 * year; age 0 is born in the year.
 *
 * <ul>
 *   <li>leaving and dying compete: deaths are N·(q − (e + a)·q/2); the newly naturalised die half a year at nationals'
 *       rates; immigrants half a year at the next age's;
 *   <li>births: f · (N + N′)/2 over women of 16 to 50; a given share of foreign mothers' babies are nationals;
 *   <li>newborns: deaths q·(B·(1 − ⅔(e + a)) + ⅔(I + a)).
 * </ul>
 */
public final class Multistate {

    private static final int NATIONAL = 0;
    private static final int FOREIGN = 1;
    private static final int FEMALE = 1;
    private static final int FIRST_MOTHER = 16;
    private static final int LAST_MOTHER = 50;
    private static final double TWO_THIRDS = 2.0 / 3;

    private Multistate() {}

    /**
     * Rates and flows of a year.
     *
     * @param death probability of dying within the year at the age reached in it
     * @param emigration share leaving the area
     * @param naturalisation share of foreigners becoming nationals; zero for nationals
     * @param immigrants persons entering the area
     * @param fertility births per woman, [nationality][age]
     * @param nationalAtBirth share of foreign mothers' babies who are nationals
     * @param shareOfGirls girls among the newborn; the Swiss value is 100 / 205
     */
    public record Year(
            double[][][] death,
            double[][][] emigration,
            double[][][] naturalisation,
            double[][][] immigrants,
            double[][] fertility,
            double nationalAtBirth,
            double shareOfGirls) {}

    /**
     * A year's outcome; in every cell end = start + births − deaths + immigrants − emigrants ± naturalised.
     *
     * @param population on 31 December
     * @param births newborns in age 0, zero elsewhere
     * @param naturalised added to nationals, negative for foreigners
     */
    public record Outcome(
            double[][][] population,
            double[][][] births,
            double[][][] deaths,
            double[][][] emigrants,
            double[][][] naturalised) {}

    /** The outcome of a year that starts with the given population, already at the age it reaches in the year. */
    public static Outcome step(double[][][] start, Year year) {
        int ages = start[0][0].length;
        Outcome outcome = new Outcome(cells(ages), cells(ages), cells(ages), cells(ages), cells(ages));
        for (int sex = 0; sex < 2; sex++) {
            for (int x = 1; x < ages; x++) {
                survivors(start, year, outcome, sex, x);
            }
        }
        births(start, year, outcome);
        for (int sex = 0; sex < 2; sex++) {
            newborns(year, outcome, sex);
        }
        return outcome;
    }

    /** The population of the next 1 January at the ages reached in the new year. */
    public static double[][][] birthday(double[][][] december) {
        int open = december[0][0].length - 1;
        double[][][] january = cells(open + 1);
        for (int nationality = 0; nationality < 2; nationality++) {
            for (int sex = 0; sex < 2; sex++) {
                double[] from = december[nationality][sex];
                double[] to = january[nationality][sex];
                System.arraycopy(from, 0, to, 1, open);
                to[open] += from[open];
            }
        }
        return january;
    }

    private static void survivors(double[][][] start, Year year, Outcome outcome, int sex, int x) {
        double naturalised = start[FOREIGN][sex][x] * year.naturalisation()[FOREIGN][sex][x];
        for (int nationality = 0; nationality < 2; nationality++) {
            double n = start[nationality][sex][x];
            double q = year.death()[nationality][sex][x];
            double leaving = year.emigration()[nationality][sex][x];
            double changing = nationality == FOREIGN ? year.naturalisation()[FOREIGN][sex][x] : 0;
            double[] dying = year.death()[nationality][sex];
            double immigrants = year.immigrants()[nationality][sex][x];
            double deaths = n * (q - (leaving + changing) * q / 2)
                    + (nationality == NATIONAL ? naturalised * q / 2 : 0)
                    + immigrants * dying[Math.min(x + 1, dying.length - 1)] / 2;
            record(
                    outcome,
                    new Cell(nationality, sex, x),
                    new Flows(n, 0, deaths, n * leaving, naturalised, immigrants));
        }
    }

    private static void births(double[][][] start, Year year, Outcome outcome) {
        double[] born = new double[2];
        for (int nationality = 0; nationality < 2; nationality++) {
            for (int x = FIRST_MOTHER; x <= LAST_MOTHER; x++) {
                double women = (start[nationality][FEMALE][x] + outcome.population()[nationality][FEMALE][x]) / 2;
                born[nationality] += year.fertility()[nationality][x] * women;
            }
        }
        double nationals = born[NATIONAL] + born[FOREIGN] * year.nationalAtBirth();
        double foreigners = born[FOREIGN] * (1 - year.nationalAtBirth());
        for (int sex = 0; sex < 2; sex++) {
            double share = sex == FEMALE ? year.shareOfGirls() : 1 - year.shareOfGirls();
            outcome.births()[NATIONAL][sex][0] = nationals * share;
            outcome.births()[FOREIGN][sex][0] = foreigners * share;
        }
    }

    private static void newborns(Year year, Outcome outcome, int sex) {
        double naturalised = outcome.births()[FOREIGN][sex][0] * year.naturalisation()[FOREIGN][sex][0];
        for (int nationality = 0; nationality < 2; nationality++) {
            double born = outcome.births()[nationality][sex][0];
            double leaving = year.emigration()[nationality][sex][0];
            double changing = year.naturalisation()[nationality][sex][0];
            double immigrants = year.immigrants()[nationality][sex][0];
            double deaths = year.death()[nationality][sex][0]
                    * (born * (1 - TWO_THIRDS * (leaving + changing)) + TWO_THIRDS * (immigrants + changing));
            record(
                    outcome,
                    new Cell(nationality, sex, 0),
                    new Flows(0, born, deaths, born * leaving, naturalised, immigrants));
        }
    }

    private record Cell(int nationality, int sex, int age) {}

    private record Flows(
            double start, double born, double deaths, double emigrants, double naturalised, double immigrants) {}

    private static void record(Outcome outcome, Cell cell, Flows flows) {
        double joining = cell.nationality == NATIONAL ? flows.naturalised : -flows.naturalised;
        put(outcome.deaths(), cell, flows.deaths);
        put(outcome.emigrants(), cell, flows.emigrants);
        put(outcome.naturalised(), cell, joining);
        put(
                outcome.population(),
                cell,
                flows.start + flows.born - flows.deaths - flows.emigrants + joining + flows.immigrants);
    }

    private static void put(double[][][] cells, Cell cell, double value) {
        cells[cell.nationality][cell.sex][cell.age] = value;
    }

    private static double[][][] cells(int ages) {
        return new double[2][2][ages];
    }
}
