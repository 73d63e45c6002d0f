package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Surnames by where and of which people they are common. */
public final class Surnames {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Lottery<Integer> local = new Lottery<>();
    private final Lottery<Integer> she = new Lottery<>();
    private final Lottery<Integer> far = new Lottery<>();

    public Surnames() {
        for (Sheet.Row row : Sheet.of("surnames.csv").rows()) {
            int surname = index.computeIfAbsent(row.text("surname"), name -> {
                all.add(name);
                return all.size() - 1;
            });
            group(row).put(surname, row.number("weight"));
        }
    }

    private Lottery<Integer> group(Sheet.Row row) {
        return switch (row.text("group")) {
            case "local" -> local;
            case "she" -> she;
            case "far" -> far;
            default ->
                throw new IllegalArgumentException(
                        "%s: group '%s' is not local, she or far.".formatted(row.place(), row.text("group")));
        };
    }

    public int local(Chance chance) {
        return local.draw(chance);
    }

    public int she(Chance chance) {
        return she.draw(chance);
    }

    public int far(Chance chance) {
        return far.draw(chance);
    }

    public String text(int surname) {
        return all.get(surname);
    }
}
