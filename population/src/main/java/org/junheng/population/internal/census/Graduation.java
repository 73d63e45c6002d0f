package org.junheng.population.internal.census;

import java.util.List;
import org.junheng.population.AgeCell;
import org.junheng.population.Apportionment;

/**
 * Single ages from age groups: within a group the numbers follow the straight line through the neighbours' means, no
 * steeper than keeps every age at a fifth of the mean; the open group declines by a constant share. Sums are kept.
 */
final class Graduation {

    private static final double LEAST = 0.2;
    private static final double OPEN_DECLINE = 0.84;
    private static final int OPEN_AGES = 17;

    private final int[] from;
    private final int[] width;
    private final int[] counts;

    /** @param groups the age groups; @param counts people in each */
    Graduation(List<AgeCell> groups, int[] counts) {
        this.counts = counts.clone();
        this.from = groups.stream().mapToInt(AgeCell::from).toArray();
        this.width = groups.stream()
                .mapToInt(group -> group.to() == AgeCell.OPEN ? OPEN_AGES : group.to() - group.from())
                .toArray();
    }

    /** People of each single age of a group. */
    int[] ages(int group) {
        double[] weights = new double[width[group]];
        boolean open = group == from.length - 1;
        double slope = open || group == 0 ? 0 : slope(group);
        for (int i = 0; i < weights.length; i++) {
            double offset = i - (weights.length - 1) / 2.0;
            weights[i] = open ? Math.pow(OPEN_DECLINE, i) : 1 + slope * offset;
        }
        return Apportionment.of(weights, counts[group]);
    }

    int from(int group) {
        return from[group];
    }

    int groups() {
        return from.length;
    }

    /** Change per year of age relative to the group's mean. */
    private double slope(int group) {
        if (counts[group] == 0) {
            return 0;
        }
        double years = (width[group - 1] + width[group + 1]) / 2.0 + width[group];
        double change = (mean(group + 1) - mean(group - 1)) / years / mean(group);
        double steepest = 2 * (1 - LEAST) / (width[group] - 1);
        return Math.clamp(change, -steepest, steepest);
    }

    private double mean(int group) {
        int years = group == from.length - 1 ? width[group - 1] : width[group];
        return counts[group] / (double) years;
    }
}
