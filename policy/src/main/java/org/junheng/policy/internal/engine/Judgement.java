package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Explanation;
import org.junheng.policy.Facts;
import org.junheng.policy.Grounds;
import org.junheng.policy.Parameter;
import org.junheng.policy.Period;
import org.junheng.policy.internal.engine.Reasons.Used;

/** One version of a scheme put to one unit for one period: the truth of every condition, and the amount. */
final class Judgement implements Grounds {

    static final String IN_FORCE = "in-force";

    final CompiledScheme scheme;
    final @Nullable CompiledVersion version;
    final Question question;
    final Frame frame;
    final Parameter.@Nullable Value[] inForce;
    private long trueMask;
    private long unknownMask;

    /** What was asked. */
    record Question(Facts facts, Period period, LocalDate on, LocalDate knownAt) {}

    /** What comes out. */
    enum Outcome {
        ELIGIBLE,
        UNDETERMINED,
        NOT_ELIGIBLE
    }

    Judgement(CompiledScheme scheme, @Nullable CompiledVersion version, Question question, Frame frame) {
        this.scheme = scheme;
        this.version = version;
        this.question = question;
        this.frame = frame;
        this.inForce = new Parameter.Value[scheme.parameters.size()];
        if (version != null) {
            resolveParameters();
            runConditions(version.conditions);
        }
    }

    private void resolveParameters() {
        frame.parameters = new long[inForce.length];
        for (int i = 0; i < inForce.length; i++) {
            Parameter.Value value =
                    scheme.parameters.get(i).inForce(frame.region, question.period.start(), question.knownAt);
            inForce[i] = value;
            frame.parameters[i] = value == null ? UNKNOWN : value.number();
        }
    }

    private void runConditions(Code[] conditions) {
        for (int bit = 0; bit < conditions.length; bit++) {
            long result = conditions[bit].run(frame);
            if (result == UNKNOWN) {
                unknownMask |= 1L << bit;
            } else {
                trueMask |= result << bit;
            }
        }
    }

    Outcome outcome() {
        if (version == null || (trueMask | unknownMask) != allBits(version)) {
            return Outcome.NOT_ELIGIBLE;
        }
        boolean open = unknownMask != 0 || version.amount.run(frame) == UNKNOWN || version.months.run(frame) == UNKNOWN;
        return open ? Outcome.UNDETERMINED : Outcome.ELIGIBLE;
    }

    private static long allBits(CompiledVersion version) {
        return (1L << version.conditions.length) - 1;
    }

    Decision toDecision(List<EntitledPeriod> periods) {
        return switch (outcome()) {
            case ELIGIBLE -> new Decision.Eligible(this, amount(), periods);
            case NOT_ELIGIBLE -> new Decision.NotEligible(this, failed());
            case UNDETERMINED -> new Decision.Undetermined(this, missing());
        };
    }

    EntitledPeriod toPeriod() {
        CompiledVersion decided = Objects.requireNonNull(version, "only an eligible judgement is a period");
        int months = Math.toIntExact(decided.months.run(frame));
        return new EntitledPeriod(question.period, months, amount(), version(), hash(), parameterValues());
    }

    Money amount() {
        return Money.ofFen(Objects.requireNonNull(version).amount.run(frame));
    }

    private List<String> failed() {
        if (version == null) {
            return List.of(IN_FORCE);
        }
        List<String> failed = new ArrayList<>();
        for (int bit = 0; bit < version.conditions.length; bit++) {
            if (((trueMask | unknownMask) >> bit & 1) == 0) {
                failed.add(version.info.conditions().get(bit).id());
            }
        }
        return failed;
    }

    private List<org.junheng.policy.Question> missing() {
        CompiledVersion decided = Objects.requireNonNull(version);
        Set<Used> unknown = new LinkedHashSet<>();
        for (Code code : Stream.concat(Stream.of(decided.conditions), Stream.of(decided.amount, decided.months))
                .toList()) {
            if (code.run(frame) == UNKNOWN) {
                reasons(code).facts.stream()
                        .filter(used -> Naming.isUnknown(frame, used))
                        .forEach(unknown::add);
            }
        }
        return unknown.stream()
                .map(used -> Naming.question(scheme.info, Naming.definition(question.facts, used)))
                .toList();
    }

    Reasons reasons(Code code) {
        Reasons reasons = new Reasons();
        code.reasons(frame, reasons);
        return reasons;
    }

    /** The parameter values the version rests on, used or not for this unit. */
    Stream<Parameter.Value> valuesUsed() {
        return version == null
                ? Stream.empty()
                : version.parameters.stream().map(index -> inForce[index]).filter(Objects::nonNull);
    }

    @Override
    public List<String> parameterValues() {
        return valuesUsed().map(Parameter.Value::id).toList();
    }

    @Override
    public boolean sample() {
        return version != null && (version.info.sample() || valuesUsed().anyMatch(Parameter.Value::sample));
    }

    @Override
    public Explanation explanation() {
        return new Explainer(this).explain();
    }

    @Override
    public String scheme() {
        return scheme.id();
    }

    @Override
    public String version() {
        return version == null ? "" : version.info.id();
    }

    @Override
    public String hash() {
        return version == null ? "" : version.info.hash();
    }

    @Override
    public Period period() {
        return question.period;
    }

    @Override
    public LocalDate on() {
        return question.on;
    }

    @Override
    public LocalDate knownAt() {
        return question.knownAt;
    }

    @Override
    public long trueMask() {
        return trueMask;
    }

    @Override
    public long unknownMask() {
        return unknownMask;
    }
}
