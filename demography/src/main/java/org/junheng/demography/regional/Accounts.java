package org.junheng.demography.regional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The central projection with everything that happened in it: who was born to mothers of which age, who died, who
 * moved. What a population gains and loses in a year adds up to its change, region by region.
 */
public final class Accounts {

    private Accounts() {}

    /**
     * One year of all regions.
     *
     * @param population at the end of the year, by [region][cell]
     * @param births by [region][order − 1][age of the mother, half of them a year older by the year's end]
     * @param deathsMale deaths of males by region
     * @param deathsFemale deaths of females by region
     * @param internal net migrants from the other regions and changes of status, by region
     * @param external net migrants from outside, by region
     */
    public record Year(
            double[][] population,
            double[][][] births,
            double[] deathsMale,
            double[] deathsFemale,
            double[] internal,
            double[] external) {

        /** Births of all orders and ages in a region. */
        public double births(int region) {
            return Arrays.stream(births[region]).flatMapToDouble(Arrays::stream).sum();
        }

        /** Births of an order, from 1, in a region. */
        public double births(int region, int order) {
            return Arrays.stream(births[region][order - 1]).sum();
        }
    }

    /** Runs the central rates of a model through all its years. */
    public static List<Year> of(RegionalModel model) {
        int regions = model.layout().regions();
        Draws central = Draws.central(new Draws.Shape(1, model.years().size(), regions, model.orders()));
        Walker walker = new Walker(model);
        List<Year> years = new ArrayList<>();
        double[][] now = model.base();
        for (int i = 0; i < model.years().size(); i++) {
            Year year = step(model, walker, central.factors(0, i), now);
            years.add(year);
            now = year.population();
        }
        return List.copyOf(years);
    }

    private static Year step(RegionalModel model, Walker walker, Walker.Factors factors, double[][] now) {
        Layout layout = model.layout();
        RegionalYear rates = model.years().get(factors.path());
        double[][] next = layout.empty();
        walker.live(rates, factors, now, next);
        double[][][] births = births(layout, rates, now, next);
        double boys = rates.sexRatioAtBirth() / (1 + rates.sexRatioAtBirth());
        double[] male = new double[now.length];
        double[] female = new double[now.length];
        for (int region = 0; region < now.length; region++) {
            double born = Arrays.stream(births[region])
                    .flatMapToDouble(Arrays::stream)
                    .sum();
            male[region] = born * boys + sum(now[region], 0, layout.ages()) - sum(next[region], 0, layout.ages());
            female[region] = born * (1 - boys)
                    + sum(now[region], layout.ages(), 2 * layout.ages())
                    - sum(next[region], layout.ages(), 2 * layout.ages());
        }
        double[] lived = totals(next);
        walker.move(rates, factors, next);
        walker.settle(rates, next);
        double[] moved = totals(next);
        walker.enter(rates, factors, next);
        return new Year(next, births, male, female, minus(moved, lived), minus(totals(next), moved));
    }

    private static double[][][] births(Layout layout, RegionalYear rates, double[][] now, double[][] next) {
        double[][][] births = new double[now.length][rates.orders()][layout.ages()];
        for (int region = 0; region < now.length; region++) {
            for (int order = 0; order < rates.orders(); order++) {
                double[] fertility = rates.fertility()[order][region];
                for (int age = Walker.FIRST_MOTHER; age < Walker.MOTHERS_END; age++) {
                    int woman = layout.ages() + age;
                    births[region][order][age] = fertility[age] * (now[region][woman] + next[region][woman]) / 2;
                }
            }
        }
        return births;
    }

    private static double[] totals(double[][] population) {
        return Arrays.stream(population)
                .mapToDouble(row -> sum(row, 0, row.length))
                .toArray();
    }

    private static double sum(double[] row, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += row[i];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }
}
