package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.kernel.AreaCode;

/** The places the county's people live and come from, each with an index: first its townships, then other counties. */
public final class Gazetteer {

    private final AreaCode county;
    private final List<AreaCode> areas = new ArrayList<>();
    private final Map<AreaCode, Integer> index = new HashMap<>();
    private final Lottery<Integer> registered = new Lottery<>();
    private final Lottery<Integer> comers = new Lottery<>();
    private final Map<String, Lottery<Integer>> elsewhere = new HashMap<>();
    private final int townships;

    public Gazetteer(AreaCode county) {
        this.county = county;
        for (Sheet.Row row : Sheet.of("townships.csv").rows()) {
            int township = indexOf(AreaCode.of(row.text("code")));
            registered.put(township, row.number("hukou"));
            comers.put(township, row.number("comers"));
        }
        townships = areas.size();
        for (Sheet.Row row : Sheet.of("places.csv").rows()) {
            elsewhere
                    .computeIfAbsent(row.text("kind"), kind -> new Lottery<>())
                    .put(indexOf(AreaCode.of(row.text("code"))), row.number("weight"));
        }
    }

    /** The index of a place, new if need be. */
    public int indexOf(AreaCode area) {
        return index.computeIfAbsent(area, code -> {
            areas.add(code);
            return areas.size() - 1;
        });
    }

    public AreaCode county() {
        return county;
    }

    public AreaCode area(int index) {
        return areas.get(index);
    }

    /** Whether a place lies in the county. */
    public boolean isHere(int area) {
        return area < townships;
    }

    /** A township, by where people are registered. */
    public int township(Chance chance) {
        return registered.draw(chance);
    }

    /** A township, by where people of other townships come to live. */
    public int attraction(Chance chance) {
        return comers.draw(chance);
    }

    /** A county where the absent live. */
    public int destination(Chance chance) {
        return drawElsewhere("away", chance);
    }

    /** A county of the province that people come from. */
    public int origin(Chance chance) {
        return drawElsewhere("near", chance);
    }

    /** A county of another province that people come from. */
    public int farOrigin(Chance chance) {
        return drawElsewhere("far", chance);
    }

    private int drawElsewhere(String kind, Chance chance) {
        Lottery<Integer> lottery = elsewhere.get(kind);
        if (lottery == null) {
            throw new IllegalStateException("places.csv has no rows of kind " + kind + ".");
        }
        return lottery.draw(chance);
    }
}
