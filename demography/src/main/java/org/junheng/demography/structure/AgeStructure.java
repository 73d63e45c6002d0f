package org.junheng.demography.structure;

import java.util.Arrays;
import org.junheng.demography.BySex;

/**
 * A population by age group and sex. Definitions are those of the Chinese census: children 0–14, working ages 15–64,
 * old 65 and over; ratios per 100, shares in per cent.
 *
 * @param ages first age of each group, ascending from 0; the last is open
 * @param persons persons by group
 */
public record AgeStructure(int[] ages, BySex persons) {

    private static final int OPEN = Integer.MAX_VALUE;
    private static final int CHILDREN_END = 15;
    private static final int WORKING_END = 65;

    public AgeStructure {
        if (ages.length != persons.ages() || ages.length == 0 || ages[0] != 0) {
            throw new IllegalArgumentException("%d age groups for %d counts, first age %s: groups begin at age 0"
                    .formatted(ages.length, persons.ages(), Arrays.toString(ages)));
        }
    }

    public double total() {
        return persons.total();
    }

    /** Males per 100 females, of all ages. */
    public double sexRatio() {
        return 100 * between(persons.male(), 0, OPEN) / between(persons.female(), 0, OPEN);
    }

    /** Boys per 100 girls in the first age group. */
    public double sexRatioOfFirstGroup() {
        return 100 * persons.male()[0] / persons.female()[0];
    }

    /** Children per 100 of working age. */
    public double childDependency() {
        return 100 * between(0, CHILDREN_END) / between(CHILDREN_END, WORKING_END);
    }

    /** Old persons per 100 of working age. */
    public double oldDependency() {
        return 100 * between(WORKING_END, OPEN) / between(CHILDREN_END, WORKING_END);
    }

    /** Children and old persons per 100 of working age. */
    public double totalDependency() {
        return 100 * (between(0, CHILDREN_END) + between(WORKING_END, OPEN)) / between(CHILDREN_END, WORKING_END);
    }

    /** Per cent of the population from an age (inclusive) to another (exclusive). Both must be bounds of groups. */
    public double share(int from, int before) {
        return 100 * between(from, before) / total();
    }

    /** Per cent of the population of an age and over. */
    public double shareFrom(int age) {
        return share(age, OPEN);
    }

    /** Children under five per 1,000 women of 15 to 49. */
    public double childWomanRatio() {
        return 1000 * between(0, 5) / between(persons.female(), 15, 50);
    }

    /**
     * The age that halves the population, by a straight line within its group; not a number if it lies in the open
     * group.
     */
    public double medianAge() {
        double half = total() / 2;
        double below = 0;
        for (int i = 0; i < ages.length - 1; i++) {
            double group = persons.male()[i] + persons.female()[i];
            if (below + group >= half && group > 0) {
                return ages[i] + (half - below) / group * (ages[i + 1] - ages[i]);
            }
            below += group;
        }
        return Double.NaN;
    }

    /** Persons from an age (inclusive) to another (exclusive), both sexes. */
    public double between(int from, int before) {
        return between(persons.male(), from, before) + between(persons.female(), from, before);
    }

    private double between(double[] counts, int from, int before) {
        double sum = 0;
        for (int i = 0; i < ages.length; i++) {
            int next = i == ages.length - 1 ? OPEN : ages[i + 1];
            if (ages[i] < before && next > from) {
                if (ages[i] < from || next > before) {
                    throw new IllegalArgumentException(
                            "the age group from %d cannot be cut at %d or %d; give bounds of groups"
                                    .formatted(ages[i], from, before));
                }
                sum += counts[i];
            }
        }
        return sum;
    }
}
