package org.junheng.demography.consequences;

import java.util.List;
import org.junheng.demography.Sex;

/**
 * What a benefit scheme costs in years to come: the amounts a sweep found for today's people, by area, sex, age and
 * birth order, taken times how many of each there will be. The scheme and its conditions stay as they are; what changes
 * is the people.
 */
public final class SchemeCost {

    private SchemeCost() {}

    /** Any birth order. */
    public static final int ANY_ORDER = 0;

    /**
     * What the sweep found of one kind of people.
     *
     * @param area the area's code
     * @param age completed years
     * @param order birth order, 0 where it does not matter
     * @param persons people of this kind when the sweep was made, with or without a claim
     * @param amountFen what the scheme gives them together in a year, in fen
     */
    public record Cell(String area, Sex sex, int age, int order, double persons, long amountFen) {

        public Cell {
            if (!(persons > 0) || amountFen < 0) {
                throw new IllegalArgumentException(
                        "%s persons and %d fen in %s, age %d: persons above zero, amounts of zero or more"
                                .formatted(persons, amountFen, area, age));
            }
        }
    }

    /** How many people of a kind there are in a year. */
    @FunctionalInterface
    public interface People {
        double count(int year, String area, Sex sex, int age, int order);
    }

    /**
     * Cost by year in fen, rounded to whole fen.
     *
     * @param first first year
     * @param years how many
     */
    public static long[] project(List<Cell> cells, People people, int first, int years) {
        long[] cost = new long[years];
        for (int i = 0; i < years; i++) {
            double sum = 0;
            for (Cell cell : cells) {
                double now = people.count(first + i, cell.area(), cell.sex(), cell.age(), cell.order());
                sum += cell.amountFen() * (now / cell.persons());
            }
            cost[i] = Math.round(sum);
        }
        return cost;
    }
}
