package org.junheng.population.internal.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Sheet;

/**
 * Invented addresses: a village and house number in the townships, a street in the county town and elsewhere. Streets
 * and villages are no real places.
 */
public final class Addresses {

    private static final AreaCode COUNTY_TOWN = AreaCode.of("330329100");
    private static final double TOWN_STREETS = 0.7;

    private final long seed;
    private final AreaTree areas = AreaTree.load();
    private final Map<AreaCode, String> names = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();

    public Addresses(long seed) {
        this.seed = seed;
        for (Sheet.Row row : Sheet.of("village_names.csv").rows()) {
            parts.computeIfAbsent(row.text("kind"), kind -> new ArrayList<>()).add(row.text("text"));
        }
    }

    /** The address of a household in an area; always the same for the two. */
    public String of(AreaCode area, int household) {
        Chance chance = Chance.of(seed + area.value(), "address", household);
        String place = names.computeIfAbsent(area, code -> areas.fullName(code, Locale.CHINESE));
        if (area.level() != AreaCode.Level.TOWNSHIP) {
            return place + street("city-street", chance);
        }
        if (area.equals(COUNTY_TOWN) && chance.happens(TOWN_STREETS)) {
            return place + street("town-street", chance);
        }
        return place + pick("village", chance) + (1 + chance.below(260)) + "号";
    }

    private String street(String kind, Chance chance) {
        return "%s%d号%d幢%d%02d室"
                .formatted(
                        pick(kind, chance),
                        1 + chance.below(400),
                        1 + chance.below(24),
                        1 + chance.below(17),
                        1 + chance.below(4));
    }

    private String pick(String kind, Chance chance) {
        List<String> texts = parts.get(kind);
        if (texts == null) {
            throw new IllegalStateException("village_names.csv has no kind " + kind + ".");
        }
        return chance.pick(texts);
    }
}
