package org.junheng.population.internal.years;

import org.junheng.population.Assumptions;

/**
 * How many of a year's events fall in a month: by season, cumulated and rounded, so that the year's number is exact.
 */
final class Quota {

    private final Assumptions assumptions;
    private final String id;
    private final double scale;
    private final double[] season;

    /** @param season twelve weights */
    Quota(Assumptions assumptions, String id, double scale, double... season) {
        if (season.length != 12) {
            throw new IllegalArgumentException("A season has twelve months, not " + season.length + ".");
        }
        this.assumptions = assumptions;
        this.id = id;
        this.scale = scale;
        this.season = season;
    }

    int of(Month month) {
        return upTo(month.year(), month.number()) - upTo(month.year(), month.number() - 1);
    }

    private int upTo(int year, int lastMonth) {
        int start = year == 2020 ? 11 : 1;
        double share = sum(start, lastMonth) / sum(start, 12);
        return (int) Math.round(Math.round(assumptions.value(id, year) * scale) * share);
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int month = from; month <= to; month++) {
            sum += season[month - 1];
        }
        return sum;
    }
}
