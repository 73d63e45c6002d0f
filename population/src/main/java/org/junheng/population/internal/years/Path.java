package org.junheng.population.internal.years;

import org.junheng.population.Assumptions;

/** A number of people at the end of each month, on the straight line between the figures of the years' ends. */
final class Path {

    private final Assumptions assumptions;
    private final String id;
    private final double scale;
    private final double atCensus;

    /** @param atCensus the number at the census, at full size */
    Path(Assumptions assumptions, String id, double scale, double atCensus) {
        this.assumptions = assumptions;
        this.id = id;
        this.scale = scale;
        this.atCensus = atCensus;
    }

    int at(Month month) {
        boolean first = month.year() == 2020;
        double start = first ? atCensus : assumptions.value(id, month.year() - 1);
        double end = assumptions.value(id, month.year());
        double way = first ? (month.number() - 10) / 2.0 : month.number() / 12.0;
        return (int) Math.round((start + way * (end - start)) * scale);
    }
}
