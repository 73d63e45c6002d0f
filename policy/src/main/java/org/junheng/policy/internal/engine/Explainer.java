package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junheng.policy.Benefit;
import org.junheng.policy.Explanation;
import org.junheng.policy.Explanation.Computed;
import org.junheng.policy.Explanation.FactUse;
import org.junheng.policy.Explanation.Finding;
import org.junheng.policy.Explanation.ParameterUse;
import org.junheng.policy.Parameter;
import org.junheng.policy.Period;
import org.junheng.policy.SchemeVersion.ComputedValue;
import org.junheng.policy.SchemeVersion.Condition;
import org.junheng.policy.Text;
import org.junheng.policy.Truth;
import org.junheng.policy.ValueType;

/** Writes the reasons of a judgement. */
final class Explainer {

    private static final Text AMOUNT = new Text("金额", "Amount");
    private static final Text DAYS = new Text("天数", "Days");
    private static final Text IN_FORCE = new Text("本办法已公布并施行", "The scheme is published and in force");

    private final Judgement judgement;
    private final Text title;

    Explainer(Judgement judgement) {
        this.judgement = judgement;
        this.title = judgement.scheme.title();
    }

    Explanation explain() {
        CompiledVersion version = judgement.version;
        return new Explanation(
                judgement.scheme(),
                title,
                judgement.version(),
                judgement.hash(),
                judgement.period(),
                judgement.on(),
                judgement.knownAt(),
                summary(),
                version == null ? List.of(notInForce()) : findings(version),
                version == null ? List.of() : computed(version),
                samples());
    }

    private Text summary() {
        Text period = judgement.period().label();
        boolean once = judgement.period().length() == Period.Length.ONCE;
        return switch (judgement.outcome()) {
            case ELIGIBLE -> {
                Text amount = given();
                yield new Text(
                        "可以享受%s，%s应得%s。".formatted(title.zh(), period.zh(), amount.zh()),
                        "Entitled to the %s: %s%s."
                                .formatted(title.en(), amount.en(), once ? ", once" : " for " + period.en()));
            }
            case NOT_ELIGIBLE ->
                new Text(
                        "%s不符合%s的条件。".formatted(once ? "" : period.zh(), title.zh()),
                        "Not eligible for the %s%s.".formatted(title.en(), once ? "" : " in " + period.en()));
            case UNDETERMINED ->
                new Text(
                        "能否享受%s%s尚缺信息。".formatted(title.zh(), once ? "" : "（" + period.zh() + "）"),
                        "Whether there is a claim to the %s%s cannot be decided yet."
                                .formatted(title.en(), once ? "" : " in " + period.en()));
        };
    }

    private Finding notInForce() {
        return new Finding(Judgement.IN_FORCE, IN_FORCE, Truth.FALSE, title, List.of(), List.of());
    }

    private List<Finding> findings(CompiledVersion version) {
        List<Finding> findings = new ArrayList<>();
        for (int bit = 0; bit < version.conditions.length; bit++) {
            if (judgement.applies(bit)) {
                findings.add(
                        finding(version.info.conditions().get(bit), version.conditions[bit], judgement.truth(bit)));
            }
        }
        return findings;
    }

    private Finding finding(Condition condition, Code code, Truth truth) {
        Reasons reasons = judgement.reasons(code);
        List<FactUse> facts = reasons.facts().stream()
                .map(used -> Naming.use(judgement.question.facts(), judgement.frame, used))
                .toList();
        List<ParameterUse> parameters =
                Arrays.stream(reasons.parameters()).mapToObj(this::parameter).toList();
        return new Finding(
                condition.id(), condition.title(), truth, condition.citation().label(), facts, parameters);
    }

    private ParameterUse parameter(int index) {
        Parameter parameter = judgement.scheme.parameters.get(index).parameter();
        return Naming.use(parameter, Objects.requireNonNull(judgement.inForce.values()[index]));
    }

    private List<Computed> computed(CompiledVersion version) {
        List<Computed> computed = new ArrayList<>();
        for (int i = 0; i < version.info.values().size(); i++) {
            ComputedValue value = version.info.values().get(i);
            if (!value.label().zh().isEmpty()) {
                computed.add(show(value.name(), value.label(), value.type(), judgement.frame.value(i)));
            }
        }
        if (judgement.outcome() == Judgement.Outcome.ELIGIBLE) {
            boolean days = judgement.scheme.gives() == Benefit.DAYS;
            computed.add(new Computed(days ? "days" : "amount", days ? DAYS : AMOUNT, given()));
        }
        return computed;
    }

    private Text given() {
        return judgement.scheme.gives() == Benefit.DAYS
                ? Text.format("%d天", "%d days", judgement.days())
                : ValueType.MONEY.show(judgement.amount().fen());
    }

    private static Computed show(String name, Text label, ValueType type, long number) {
        return new Computed(name, label, Naming.show(type, number));
    }

    private List<Text> samples() {
        List<Text> samples = new ArrayList<>();
        if (judgement.version != null && judgement.version.info.sample()) {
            samples.add(Text.format(
                    "本办法此版本为示例，尚未与原文核对。",
                    "This version of the scheme is a sample and not" + " verified against the law."));
        }
        for (int i = 0; i < judgement.inForce.values().length; i++) {
            Parameter.Value value = judgement.inForce.values()[i];
            if (value != null && value.sample() && judgement.inForce.ids().contains(value.id())) {
                Text label = judgement.scheme.parameters.get(i).parameter().label();
                samples.add(new Text(
                        "“%s”的取值为示例，尚未与原文核对。".formatted(label.zh()),
                        "The value of '%s' is a sample and not verified against the law.".formatted(label.en())));
            }
        }
        return samples;
    }
}
