package org.junheng.population.internal.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.kernel.AreaCode;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Lottery;
import org.junheng.population.internal.model.Sheet;

/** Where children are born, by where their mothers live. */
final class Hospitals {

    /** A hospital by its id. */
    record Hospital(String id, String name, AreaCode area) {}

    private final Map<String, Hospital> byId = new LinkedHashMap<>();
    private final Map<AreaCode, Lottery<Hospital>> byResidence = new LinkedHashMap<>();
    private final Lottery<Hospital> anywhere = new Lottery<>();

    Hospitals() {
        for (Sheet.Row row : Sheet.of("hospitals.csv").rows()) {
            Hospital hospital = byId.computeIfAbsent(
                    row.text("id"), id -> new Hospital(id, row.text("zh"), AreaCode.of(row.text("area"))));
            boolean rest = row.text("for").equals("000000");
            Lottery<Hospital> lottery = rest
                    ? anywhere
                    : byResidence.computeIfAbsent(AreaCode.of(row.text("for")), area -> new Lottery<>());
            lottery.put(hospital, row.number("weight"));
        }
    }

    List<Hospital> list() {
        List<Hospital> all = new ArrayList<>(byId.values());
        all.sort((one, other) -> one.id.compareTo(other.id));
        return all;
    }

    /** A hospital for a mother who lives there: of the county, else the city, else the province, else elsewhere. */
    Hospital draw(AreaCode residence, Chance chance) {
        for (AreaCode area : List.of(residence.county(), residence.city(), residence.province())) {
            Lottery<Hospital> lottery = byResidence.get(area);
            if (lottery != null) {
                return lottery.draw(chance);
            }
        }
        return anywhere.draw(chance);
    }
}
