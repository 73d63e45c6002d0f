package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.List;

/** Draws from a few things by weight. */
public final class Lottery<T> {

    private final List<T> prizes = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    public Lottery<T> put(T prize, double weight) {
        total += weight;
        prizes.add(prize);
        upTo.add(total);
        return this;
    }

    public T draw(Chance chance) {
        if (prizes.isEmpty()) {
            throw new IllegalStateException("A lottery without prizes.");
        }
        double ticket = chance.real() * total;
        int low = 0;
        int high = prizes.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo.get(middle) > ticket) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return prizes.get(low);
    }
}
