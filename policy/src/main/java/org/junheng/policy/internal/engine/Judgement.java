package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Money;
import org.junheng.policy.Explanation;
import org.junheng.policy.Facts;
import org.junheng.policy.Grounds;
import org.junheng.policy.Period;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.Trace;
import org.junheng.policy.Truth;
import org.junheng.policy.internal.engine.Reasons.Used;

/** One version of a scheme put to one unit for one period: the truth of every condition, and the amount. */
final class Judgement implements Grounds {

    static final String IN_FORCE = "in-force";

    final CompiledScheme scheme;
    final @Nullable CompiledVersion version;
    final Question question;
    final Frame frame;
    final Law.InForce inForce;
    private final Outcome outcome;
    private long trueMask;
    private long unknownMask;

    /** What was asked. */
    record Question(Facts facts, Period period, LocalDate on, LocalDate knownAt) {}

    /** What comes out; the order is that of the numbers in a sweep, reversed. */
    enum Outcome {
        ELIGIBLE,
        UNDETERMINED,
        NOT_ELIGIBLE
    }

    Judgement(Law law, Question question) {
        this.scheme = law.scheme;
        this.version = law.version;
        this.question = question;
        this.frame = new Frame(question.facts, question.period, question.on, question.knownAt, law.rulebook);
        frame.region = frame.regionCode.run(frame);
        this.inForce = law.in(frame.region);
        frame.parameters = inForce.numbers();
        if (version != null) {
            runConditions(version.conditions);
        }
        this.outcome = judge();
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

    private Outcome judge() {
        if (version == null || (trueMask | unknownMask) != allBits(version)) {
            return Outcome.NOT_ELIGIBLE;
        }
        boolean open = unknownMask != 0
                || version.amount.run(frame) == UNKNOWN
                || version.days.run(frame) == UNKNOWN
                || version.months.run(frame) == UNKNOWN;
        return open ? Outcome.UNDETERMINED : Outcome.ELIGIBLE;
    }

    private static long allBits(CompiledVersion version) {
        return -1L >>> (Long.SIZE - version.conditions.length);
    }

    Outcome outcome() {
        return outcome;
    }

    Money amount() {
        return Money.ofFen(Objects.requireNonNull(version).amount.run(frame));
    }

    int days() {
        return Math.toIntExact(Objects.requireNonNull(version).days.run(frame));
    }

    int months() {
        return Math.toIntExact(Objects.requireNonNull(version).months.run(frame));
    }

    List<String> failed() {
        if (version == null) {
            return List.of(IN_FORCE);
        }
        return version.idsOf(~(trueMask | unknownMask) & allBits(version));
    }

    List<org.junheng.policy.Question> missing() {
        CompiledVersion decided = Objects.requireNonNull(version);
        Reasons reasons = new Reasons();
        for (Code code : decided.all) {
            int start = reasons.size();
            if (code.explain(frame, reasons) != UNKNOWN) {
                reasons.cut(start, reasons.size());
            }
        }
        List<org.junheng.policy.Question> questions = new ArrayList<>();
        for (Used used : reasons.facts()) {
            if (Naming.isUnknown(frame, used)) {
                questions.add(scheme.questions.of(used.relation(), used.member(), used.slot()));
            }
        }
        return questions;
    }

    Reasons reasons(Code code) {
        Reasons reasons = new Reasons();
        code.explain(frame, reasons);
        return reasons;
    }

    /** Whether a condition applies here and now; one added by an area does not elsewhere. */
    boolean applies(int bit) {
        Code gate = Objects.requireNonNull(version).gates[bit];
        return gate == null || gate.run(frame) != 0;
    }

    Truth truth(int bit) {
        if ((unknownMask >> bit & 1) == 1) {
            return Truth.UNKNOWN;
        }
        return (trueMask >> bit & 1) == 1 ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public Trace trace() {
        if (version == null) {
            return new Trace(List.of());
        }
        List<Trace.Step> steps = new ArrayList<>(version.conditions.length);
        Reasons reasons = new Reasons();
        for (int bit = 0; bit < version.conditions.length; bit++) {
            if (applies(bit)) {
                reasons.clear();
                version.conditions[bit].explain(frame, reasons);
                steps.add(version.steps.of(bit, truth(bit), reasons, this));
            }
        }
        return new Trace(steps);
    }

    /** The step of one condition with its reasons by name. */
    Trace.Step step(int bit, Truth result, Reasons reasons) {
        return new Trace.Step(
                Objects.requireNonNull(version).info.conditions().get(bit).id(),
                result,
                reasons.names(scheme.questions),
                Naming.ids(inForce.values(), reasons));
    }

    @Override
    public List<String> parameterValues() {
        if (version == null || version.rules.gates().isEmpty()) {
            return inForce.ids();
        }
        List<String> ids = new ArrayList<>(inForce.ids());
        for (int bit = 0; bit < version.conditions.length; bit++) {
            if (applies(bit)) {
                version.info
                        .conditions()
                        .get(bit)
                        .addition()
                        .map(SchemeVersion.Addition::id)
                        .ifPresent(ids::add);
            }
        }
        return ids;
    }

    @Override
    public boolean sample() {
        return inForce.sample();
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
