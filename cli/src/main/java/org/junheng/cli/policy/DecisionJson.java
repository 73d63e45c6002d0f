package org.junheng.cli.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Choices;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Explanation;
import org.junheng.policy.Grounds;
import org.junheng.policy.Period;
import org.junheng.policy.Question;
import org.junheng.policy.Scheme;
import org.junheng.policy.Text;
import org.junheng.policy.Verdict;

/** A decision as JSON: outcome, amount and periods, every condition with what led to it, and the same as sentences. */
final class DecisionJson {

    private final Scheme scheme;
    private final Decision decision;
    private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

    DecisionJson(Scheme scheme, Decision decision) {
        this.scheme = scheme;
        this.decision = decision;
    }

    Map<String, @Nullable Object> write(Map<String, Verdict> verdicts) {
        Grounds grounds = decision.grounds();
        json.put("outcome", outcome());
        json.put("scheme", grounds.scheme());
        json.put("title", scheme.title());
        json.put("gives", scheme.gives().name().toLowerCase(Locale.ROOT));
        json.put("version", grounds.version());
        json.put("hash", grounds.hash());
        json.put("on", grounds.on());
        json.put("known_at", grounds.knownAt());
        json.put("period", period(grounds.period()));
        given();
        Explanation explanation = decision.explanation();
        json.put("summary", explanation.summary());
        json.put(
                "conditions",
                explanation.findings().stream().map(DecisionJson::finding).toList());
        json.put("computed", explanation.computed());
        json.put("sample", grounds.sample());
        json.put("samples", explanation.samples());
        json.put("true_mask", grounds.trueMask());
        json.put("unknown_mask", grounds.unknownMask());
        json.put("parameter_values", grounds.parameterValues());
        json.put("excludes", scheme.excludes());
        json.put("double_benefit", verdicts.isEmpty() ? null : verdict(verdicts.get(scheme.id())));
        json.put(
                "sentences",
                Map.of(
                        "zh", explanation.sentences(Locale.CHINESE),
                        "en", explanation.sentences(Locale.ENGLISH)));
        return json;
    }

    private String outcome() {
        return switch (decision) {
            case Decision.Eligible _ -> "eligible";
            case Decision.NotEligible _ -> "not-eligible";
            case Decision.Undetermined _ -> "undetermined";
        };
    }

    private void given() {
        switch (decision) {
            case Decision.Eligible eligible -> {
                json.put("amount_fen", eligible.amount().fen());
                json.put("amount", eligible.amount().toString());
                json.put("days", eligible.days());
                json.put(
                        "periods",
                        eligible.periods().stream().map(DecisionJson::period).toList());
            }
            case Decision.NotEligible refused -> json.put("failed", refused.failed());
            case Decision.Undetermined open ->
                json.put(
                        "missing",
                        open.missing().stream().map(DecisionJson::question).toList());
        }
    }

    private static Map<String, Object> period(Period period) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", period.key());
        json.put("start", period.start());
        json.put("end", period.end());
        json.put("label", period.label());
        return json;
    }

    private static Map<String, Object> period(EntitledPeriod owed) {
        Map<String, Object> json = period(owed.period());
        json.put("months", owed.months());
        json.put("amount_fen", owed.amount().fen());
        json.put("amount", owed.amount().toString());
        json.put("days", owed.days());
        json.put("version", owed.version());
        json.put("hash", owed.hash());
        json.put("parameter_values", owed.parameterValues());
        return json;
    }

    private static Map<String, Object> question(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", question.fact());
        json.put("label", question.label());
        json.put("type", question.type().toString());
        json.put(
                "options",
                question.type().choices().options().stream()
                        .map(Choices.Option::code)
                        .toList());
        json.put("none_is_an_answer", question.optional());
        json.put("evidence", question.evidence());
        return json;
    }

    private static Map<String, Object> finding(Explanation.Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.condition());
        json.put("title", finding.title());
        json.put("result", finding.result().name().toLowerCase(Locale.ROOT));
        json.put("citation", finding.citation());
        json.put("facts", finding.facts());
        json.put("parameters", finding.parameters());
        return json;
    }

    private static @Nullable Object verdict(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> null;
            case Verdict.Free _ -> Map.of("verdict", "free");
            case Verdict.Barred(List<String> by) -> Map.of("verdict", "barred", "by", by, "reason", barred(by));
            case Verdict.Choice(List<String> among, boolean largest) ->
                Map.of("verdict", "choice", "among", among, "largest", largest);
        };
    }

    private static Text barred(List<String> by) {
        return Text.format("已享受 %1$s，不得重复享受。", "%1$s is drawn already; both cannot be drawn.", String.join(", ", by));
    }
}
