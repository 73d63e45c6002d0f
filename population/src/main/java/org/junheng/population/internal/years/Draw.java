package org.junheng.population.internal.years;

import java.util.ArrayList;
import java.util.List;
import org.junheng.population.internal.model.Chance;

/** Some with a weight each, of which to draw exactly so many, each at most once: systematic sampling. */
final class Draw<T> {

    private final List<T> all;
    private final double[] weights;
    private double total;

    /** @param most how many there can be */
    Draw(int most) {
        all = new ArrayList<>(most);
        weights = new double[most];
    }

    void put(T one, double weight) {
        weights[all.size()] = weight;
        all.add(one);
        total += weight;
    }

    double total() {
        return total;
    }

    /** So many in the order they were put in; fewer only if there are fewer. */
    List<T> some(int count, Chance chance) {
        List<T> drawn = new ArrayList<>();
        double step = total / Math.max(1, count);
        double mark = chance.real() * step;
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += weights[i];
            if (drawn.size() < count && sum > mark) {
                drawn.add(all.get(i));
                mark += step;
            }
        }
        return drawn;
    }

    /** Each by itself with the chance of its weight times a level. */
    List<T> each(double level, Chance chance) {
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (chance.happens(level * weights[i])) {
                drawn.add(all.get(i));
            }
        }
        return drawn;
    }
}
