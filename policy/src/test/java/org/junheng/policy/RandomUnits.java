package org.junheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * Units of the shipped vocabulary with every fact drawn at random: hostile days, holes in what is known, odd families.
 */
final class RandomUnits {

    private static final Provenance SOURCE = new Provenance(new Text("试验", "test"), null);
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1932, 12, 31),
            LocalDate.of(1950, 3, 1),
            LocalDate.of(1964, 2, 29),
            LocalDate.of(1972, 2, 29),
            LocalDate.of(1973, 1, 1),
            LocalDate.of(2001, 12, 31),
            LocalDate.of(2007, 5, 31),
            LocalDate.of(2015, 12, 31),
            LocalDate.of(2021, 11, 25),
            LocalDate.of(2022, 1, 31),
            LocalDate.of(2023, 9, 10),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 31));
    private static final List<String> AREAS =
            List.of("330329", "330329", "330326", "330822", "330106", "330802", "341802", "441621", "510104", "350924");

    private final Unit unit;
    private final Vocabulary vocabulary;
    private final Random random;
    private Set<String> unknown = Set.of();

    RandomUnits(Vocabulary vocabulary, Unit unit, long seed) {
        this.vocabulary = vocabulary;
        this.unit = unit;
        this.random = new Random(seed);
    }

    /** Of the facts in these columns nobody knows anything. */
    RandomUnits knowingNothingOf(Set<String> columns) {
        this.unknown = columns;
        return this;
    }

    Facts next() {
        Facts.Builder facts = vocabulary.facts(unit.id());
        for (FactDefinition fact : unit.facts()) {
            if (unknown.contains(fact.column())) {
                facts.unknown(fact.name());
            } else if (random.nextInt(fact.optional() ? 3 : 12) != 0) {
                facts.known(fact.name(), value(fact), SOURCE);
            }
        }
        for (Relation relation : unit.relations()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                facts.member(relation.name(), member -> {
                    for (FactDefinition fact : relation.facts()) {
                        if (random.nextInt(fact.optional() ? 2 : 20) != 0) {
                            member.known(fact.name(), value(fact), SOURCE);
                        }
                    }
                });
            }
        }
        return facts.build();
    }

    private Object value(FactDefinition fact) {
        return switch (fact.type().kind()) {
            case BOOL -> random.nextInt(5) != 0;
            case INT -> (long) 1 + random.nextInt(4);
            case MONEY -> Money.ofFen(300_000L + random.nextInt(1_000_000));
            case DATE -> day();
            case AREA -> AreaCode.of(AREAS.get(random.nextInt(AREAS.size())));
            case CODE -> {
                List<String> codes = new ArrayList<>(fact.type().choices().codes());
                yield codes.get(random.nextInt(codes.size()));
            }
        };
    }

    private LocalDate day() {
        LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
        return switch (random.nextInt(3)) {
            case 0 -> day.plusDays(random.nextInt(3) - 1);
            case 1 -> day.plusDays(random.nextInt(2000) - 1000);
            default -> day;
        };
    }
}
