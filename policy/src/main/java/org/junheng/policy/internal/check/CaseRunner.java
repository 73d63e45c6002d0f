package org.junheng.policy.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.kernel.Money;
import org.junheng.policy.Benefit;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.GoldenCase.Expectation;
import org.junheng.policy.Question;
import org.junheng.policy.Scheme;
import org.junheng.policy.Text;

/** Compares what a scheme says with what a golden case expects. */
final class CaseRunner {

    private CaseRunner() {}

    /** Everything that differs, in words; nothing if the case passes. */
    static List<Text> differences(Scheme scheme, GoldenCase golden, Decision decision) {
        Expectation expected = golden.expected();
        List<Text> differences = new ArrayList<>();
        compare("outcome", expected.outcome(), outcome(decision), differences);
        compareSets("fails", expected.fails(), failed(decision), differences);
        compareSets("missing", expected.missing(), missing(decision), differences);
        expected.amount().ifPresent(amount -> compare("amount", amount, amount(decision), differences));
        expected.days().ifPresent(days -> compare("days", days, days(decision), differences));
        expected.until().ifPresent(until -> {
            List<EntitledPeriod> owed = scheme.entitlement(golden.facts(), golden.on(), until, golden.knownAt());
            Map<String, Long> periods =
                    owed.stream().collect(Collectors.toMap(each -> each.period().key(), each -> given(scheme, each)));
            compare("periods", new TreeMap<>(expected.periods()), new TreeMap<>(periods), differences);
        });
        return differences;
    }

    private static Long given(Scheme scheme, EntitledPeriod period) {
        return scheme.gives() == Benefit.DAYS
                ? (long) period.days()
                : (Long) period.amount().fen();
    }

    private static void compareSets(String what, List<String> expected, List<String> actual, List<Text> differences) {
        if (!new HashSet<>(expected).equals(new HashSet<>(actual))) {
            compare(what, expected, actual, differences);
        }
    }

    private static void compare(String what, Object expected, Object actual, List<Text> differences) {
        if (!expected.equals(actual)) {
            differences.add(new Text(
                    "%s 应为 %s，实为 %s。".formatted(what, expected, actual),
                    "%s should be %s and is %s.".formatted(what, expected, actual)));
        }
    }

    private static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Eligible _ -> "eligible";
            case Decision.NotEligible _ -> "not-eligible";
            case Decision.Undetermined _ -> "undetermined";
        };
    }

    private static List<String> failed(Decision decision) {
        return decision instanceof Decision.NotEligible refused ? refused.failed() : List.of();
    }

    private static List<String> missing(Decision decision) {
        return decision instanceof Decision.Undetermined open
                ? open.missing().stream().map(Question::fact).toList()
                : List.of();
    }

    private static int days(Decision decision) {
        return decision instanceof Decision.Eligible eligible ? eligible.days() : 0;
    }

    private static Money amount(Decision decision) {
        return decision instanceof Decision.Eligible eligible ? eligible.amount() : Money.ZERO;
    }
}
