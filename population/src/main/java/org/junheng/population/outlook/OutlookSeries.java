package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junheng.demography.consequences.Maternity;
import org.junheng.demography.consequences.Need;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.Summary;

/** Takes a forecast's quantiles as they come and gives them back as series over the years, area by area. */
public final class OutlookSeries implements Forecast.Results {

    private static final double[] PROBABILITIES = {0.025, 0.1, 0.5, 0.9, 0.975};

    /** Which of them is the middle. */
    public static final int MEDIAN = 2;

    private static final int BOTH = 2;

    private final Outlook outlook;
    private final Summary summary;
    private final List<double[][]> years = new ArrayList<>();

    /** The quantiles of every series: bounds of 95 and 80 per cent and the middle. */
    public static double[] probabilities() {
        return PROBABILITIES.clone();
    }

    /** @param outlook whose areas and needs the numbers are about */
    public OutlookSeries(Outlook outlook) {
        this.outlook = outlook;
        this.summary = outlook.summary();
    }

    /**
     * One thing counted in one area.
     *
     * @param id residents, births, births_1 …, deaths, a need, maternity_beds, obstetric_staff, pensionable, or men_25,
     *     women_25 … for five-year age groups by their first age
     * @param firstYear year of the first value
     * @param quantiles by [probability][year]; the median alone where there is one path only
     */
    public record Series(String id, int firstYear, double[][] quantiles) {

        /** The difference of two paths of the same years. */
        public Series minus(Series other) {
            double[] path = new double[quantiles[0].length];
            Arrays.setAll(path, i -> quantiles[0][i] - other.quantiles[0][i]);
            return new Series(id, firstYear, new double[][] {path});
        }

        /** Whether it has a fan. */
        public boolean uncertain() {
            return quantiles.length > 1;
        }
    }

    @Override
    public void year(int year, double[][] quantiles) {
        years.add(quantiles);
    }

    /** Everything counted in an area, in the order of pages. */
    public List<Series> of(OutlookArea area) {
        List<Series> all = new ArrayList<>();
        int place = area.index();
        all.add(persons("residents", place, BOTH, summary.groups() - 1));
        all.add(events("births", summary.birthsIndex(place, 0)));
        for (int order = 1; order <= outlook.model().orders(); order++) {
            all.add(events("births_" + order, summary.birthsIndex(place, order)));
        }
        all.add(events("deaths", summary.deathsIndex(place)));
        List<Need> needs = outlook.needs().byAge();
        for (int i = 0; i < needs.size(); i++) {
            int index = summary.weightedIndex(place, i);
            all.add(series(needs.get(i).id(), 0, year -> year[index]));
        }
        Maternity maternity = outlook.needs().maternity();
        int births = summary.birthsIndex(place, 0);
        all.add(series("maternity_beds", 1, year -> each(year[births], maternity.beds(1))));
        all.add(series("obstetric_staff", 1, year -> each(year[births], maternity.staff(1))));
        for (int group = 0; group < summary.groups() - 1; group++) {
            all.add(persons("men_" + 5 * group, place, 0, group));
            all.add(persons("women_" + 5 * group, place, 1, group));
        }
        return all;
    }

    /** Persons of pension age in an area, in the central projection. */
    public Series pensionable(CentralPeople people, OutlookArea area) {
        double[] path = new double[years.size()];
        Arrays.setAll(path, i -> {
            int year = outlook.baseYear() + i;
            return outlook.needs().pensionable(people.persons(area, year), year);
        });
        return new Series("pensionable", outlook.baseYear(), new double[][] {path});
    }

    private Series persons(String id, int area, int sex, int group) {
        int index = summary.index(area, sex, group);
        return series(id, 0, year -> year[index]);
    }

    /** Births and deaths are those of the year that ends on the day of the population. */
    private Series events(String id, int index) {
        return series(id, 1, year -> year[index]);
    }

    private Series series(String id, int from, Function<double[][], double[]> pick) {
        double[][] quantiles = new double[PROBABILITIES.length][years.size() - from];
        for (int i = from; i < years.size(); i++) {
            double[] picked = pick.apply(years.get(i));
            for (int q = 0; q < quantiles.length; q++) {
                quantiles[q][i - from] = picked[q];
            }
        }
        return new Series(id, outlook.baseYear() + from, quantiles);
    }

    private static double[] each(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
