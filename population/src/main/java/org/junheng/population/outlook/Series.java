package org.junheng.population.outlook;

import java.util.SortedMap;
import java.util.TreeMap;

/** Figures given for some years, on straight lines between them, constant before the first and after the last. */
final class Series {

    private final TreeMap<Integer, Double> points;

    Series(SortedMap<Integer, Double> points) {
        this.points = new TreeMap<>(points);
    }

    double at(int year) {
        var below = points.floorEntry(year);
        var above = points.ceilingEntry(year);
        if (below == null) {
            return above.getValue();
        }
        if (above == null || above.getKey().equals(below.getKey())) {
            return below.getValue();
        }
        double share = (year - below.getKey()) / (double) (above.getKey() - below.getKey());
        return below.getValue() + share * (above.getValue() - below.getValue());
    }
}
