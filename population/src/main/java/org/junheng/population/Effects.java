package org.junheng.population;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a reform does, as sums by area, age and birth order.
 *
 * @param cells in a fixed order
 * @param undetermined units for which the reform cannot be decided by what is known of them
 */
public record Effects(List<Cell> cells, long undetermined) {

    public Effects {
        cells = List.copyOf(cells);
    }

    /**
     * Units that are owed something before or after.
     *
     * @param area the area whose rules count, at the level asked for; 0 where it is not known
     * @param age in completed years on the day
     * @param birthOrder of a child among its mother's; 0 where there is none
     * @param winners who are owed more than before
     * @param losers who are owed less
     * @param unchanged who are owed the same
     * @param costFen what all are owed under the reform
     * @param baselineFen what all are owed under the law as it is
     */
    public record Cell(
            long area,
            int age,
            int birthOrder,
            long winners,
            long losers,
            long unchanged,
            long costFen,
            long baselineFen) {

        private Sum sum(long key) {
            return new Sum(key, winners, losers, unchanged, costFen, baselineFen);
        }
    }

    /** Sums of one area, age or birth order, as {@code key} says. */
    public record Sum(long key, long winners, long losers, long unchanged, long costFen, long baselineFen) {

        private Sum plus(Sum other) {
            return new Sum(
                    key,
                    winners + other.winners,
                    losers + other.losers,
                    unchanged + other.unchanged,
                    costFen + other.costFen,
                    baselineFen + other.baselineFen);
        }

        /** What the reform costs more. */
        public long differenceFen() {
            return costFen - baselineFen;
        }
    }

    public List<Sum> byArea() {
        return by(Cell::area);
    }

    public List<Sum> byAge() {
        return by(Cell::age);
    }

    public List<Sum> byBirthOrder() {
        return by(Cell::birthOrder);
    }

    /** All together. */
    public Sum total() {
        return cells.stream().map(cell -> cell.sum(0)).reduce(new Sum(0, 0, 0, 0, 0, 0), Sum::plus);
    }

    private List<Sum> by(ToLongFunction<Cell> key) {
        TreeMap<Long, Sum> sums = new TreeMap<>(Comparator.naturalOrder());
        cells.forEach(cell -> sums.merge(key.applyAsLong(cell), cell.sum(key.applyAsLong(cell)), Sum::plus));
        return List.copyOf(sums.values());
    }
}
