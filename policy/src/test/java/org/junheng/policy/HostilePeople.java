package org.junheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * People at whom comparisons go wrong: born and dead on month ends and leap days, without children or with dead ones,
 * and, if wanted, with holes in what is known.
 */
final class HostilePeople {

    private static final Provenance SOURCE = new Provenance(new Text("试验", "test"), null);
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1964, 1, 31),
            LocalDate.of(1964, 2, 29),
            LocalDate.of(1980, 12, 31),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(2001, 1, 1),
            LocalDate.of(2019, 2, 28),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2023, 11, 30),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1));
    private static final List<String> AREAS =
            List.of("330000", "330300", "330329", "330329001", "330329001002", "330328", "350924", "350900");

    private final Vocabulary vocabulary;
    private final Random random;

    HostilePeople(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.random = new Random(seed);
    }

    /** A person for our back ends, and as maps for the oracle; the maps are empty if not everything is known. */
    record Person(Facts facts, Map<String, Object> maps) {}

    Person next(boolean holes) {
        Facts.Builder facts = vocabulary.facts("person");
        Map<String, Object> map = new HashMap<>();
        put(facts, map, "born", day(), holes);
        put(facts, map, "hukou", AreaCode.of(AREAS.get(random.nextInt(AREAS.size()))), holes);
        put(facts, map, "kind", random.nextBoolean() ? "rural" : "urban", holes);
        put(facts, map, "married", random.nextBoolean(), holes);
        put(facts, map, "siblings", (long) random.nextInt(4), holes);
        put(facts, map, "died", day(), random.nextBoolean());
        put(facts, map, "income", Money.ofFen(random.nextInt(1_000_000)), random.nextBoolean());
        map.put("children", children(facts, holes));
        Map<String, Object> maps = holes ? Map.of() : Map.of("person", map, "region", map.get("hukou"));
        return new Person(facts.build(), maps);
    }

    private void put(Facts.Builder facts, Map<String, Object> map, String name, Object value, boolean maybeMissing) {
        if (!maybeMissing || random.nextInt(4) != 0) {
            facts.known("person." + name, value, SOURCE);
            map.put(name, value);
        }
    }

    private List<Map<String, Object>> children(Facts.Builder facts, boolean holes) {
        List<Map<String, Object>> children = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, Object> child = new HashMap<>();
            facts.member("person.children", member -> {
                putMember(member, child, "born", day(), holes);
                putMember(member, child, "daughter", random.nextBoolean(), holes);
                putMember(member, child, "died", day(), true);
            });
            children.add(child);
        }
        return children;
    }

    private void putMember(
            Statements member, Map<String, Object> child, String name, Object value, boolean maybeMissing) {
        if (!maybeMissing || random.nextInt(3) != 0) {
            member.known(name, value, SOURCE);
            child.put(name, value);
        }
    }

    private LocalDate day() {
        LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
        return random.nextInt(3) == 0 ? day.plusDays(random.nextInt(3) - 1) : day;
    }
}
