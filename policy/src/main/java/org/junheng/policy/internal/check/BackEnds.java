package org.junheng.policy.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Decision;
import org.junheng.policy.Facts;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.Grounds;
import org.junheng.policy.Period;
import org.junheng.policy.Scheme;
import org.junheng.policy.SetEngine;
import org.junheng.policy.Sweep;
import org.junheng.policy.Text;
import org.junheng.policy.internal.sql.FactValues;

/** Decides the golden cases on the set engine, too, and compares: bit by bit, month by month, fen by fen. */
final class BackEnds {

    private static final String COLUMNS = "SELECT id, true_mask, unknown_mask, outcome, months, amount, days FROM (";

    private final Scheme scheme;
    private final SetEngine engine;

    BackEnds(Scheme scheme, SetEngine engine) {
        this.scheme = scheme;
        this.engine = engine;
    }

    private record Moment(LocalDate on, LocalDate knownAt) {}

    /** Where the back ends disagree, by case. */
    Map<CaseReader.Placed, Text> differences(List<CaseReader.Placed> cases) {
        Map<Moment, List<CaseReader.Placed>> byMoment = new LinkedHashMap<>();
        for (CaseReader.Placed placed : cases) {
            GoldenCase golden = placed.golden();
            if (FactValues.canHold(golden.facts(), golden.on())) {
                byMoment.computeIfAbsent(new Moment(golden.on(), golden.knownAt()), moment -> new ArrayList<>())
                        .add(placed);
            }
        }
        Map<CaseReader.Placed, Text> differences = new LinkedHashMap<>();
        byMoment.forEach((moment, together) -> differences.putAll(differences(moment, together)));
        return differences;
    }

    private Map<CaseReader.Placed, Text> differences(Moment moment, List<CaseReader.Placed> cases) {
        List<Facts> units = cases.stream().map(each -> each.golden().facts()).toList();
        Optional<Sweep> sweep =
                scheme.sweep(moment.on(), moment.knownAt(), FactValues.tables(scheme.unit(), units, moment.on()));
        Map<CaseReader.Placed, Text> differences = new LinkedHashMap<>();
        if (sweep.isPresent()) {
            Period period = sweep.get().period();
            for (List<@Nullable Long> row : engine.run(COLUMNS + sweep.get().sql() + ")")) {
                CaseReader.Placed placed =
                        cases.get(Objects.requireNonNull(row.getFirst()).intValue());
                Decision decision = scheme.decide(placed.golden().facts(), period, moment.on(), moment.knownAt());
                List<@Nullable Long> here = numbers(decision);
                List<@Nullable Long> there = row.subList(1, row.size());
                if (!here.equals(there)) {
                    differences.put(
                            placed,
                            Text.format(
                                    "两个后端不一致：JVM %s，SQL %s。",
                                    "The back ends disagree: JVM %s, SQL" + " %s.", here, there));
                }
            }
        }
        return differences;
    }

    /** A decision as the sweep's columns: true mask, unknown mask, outcome, months, amount, days. */
    static List<@Nullable Long> numbers(Decision decision) {
        Grounds grounds = decision.grounds();
        List<@Nullable Long> numbers = new ArrayList<>(List.of(grounds.trueMask(), grounds.unknownMask()));
        switch (decision) {
            case Decision.Eligible eligible -> {
                numbers.add(2L);
                numbers.add((long) eligible.periods().getLast().months());
                numbers.add(eligible.amount().fen());
                numbers.add((long) eligible.days());
            }
            case Decision.Undetermined _ -> addNothing(numbers, 1);
            case Decision.NotEligible _ -> addNothing(numbers, 0);
        }
        return numbers;
    }

    private static void addNothing(List<@Nullable Long> numbers, long outcome) {
        numbers.add(outcome);
        numbers.addAll(Collections.nCopies(3, null));
    }
}
