package org.junheng.policy.internal.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Facts;
import org.junheng.policy.LegalDocument;
import org.junheng.policy.Parameter;
import org.junheng.policy.Period;
import org.junheng.policy.Question;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.Sweep;
import org.junheng.policy.SweepTables;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;
import org.junheng.policy.internal.engine.Frame.Inputs;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.sql.SweepWriter;

/** A scheme on the JVM back end. */
public final class CompiledScheme implements Scheme {

    final SchemeInfo info;
    final List<ParameterTable> parameters;
    private final List<CompiledVersion> versions;
    private final Expr regionExpr;
    private final Code region;

    /**
     * Puts a scheme together.
     *
     * @param regionExpr the area whose parameters count
     */
    public CompiledScheme(
            SchemeInfo info, List<ParameterTable> parameters, List<CompiledVersion> versions, Expr regionExpr) {
        this.info = info;
        this.parameters = List.copyOf(parameters);
        this.versions = versions.stream()
                .sorted(Comparator.comparing((CompiledVersion version) -> version.info.from())
                        .thenComparing(version -> version.info.knownFrom()))
                .toList();
        this.regionExpr = regionExpr;
        this.region = Compiler.compile(regionExpr);
    }

    @Override
    public Decision decide(Facts facts, LocalDate on, LocalDate knownAt) {
        List<Judgement> all = judgeThrough(facts, on, on, knownAt).toList().reversed();
        Judgement chosen = Stream.of(Judgement.Outcome.ELIGIBLE, Judgement.Outcome.UNDETERMINED)
                .flatMap(outcome -> all.stream().filter(each -> each.outcome() == outcome))
                .findFirst()
                .orElseGet(() -> all.isEmpty() ? judge(facts, periodOf(on), on, knownAt) : all.getFirst());
        return chosen.toDecision(entitled(all.reversed().stream()));
    }

    @Override
    public Decision decide(Facts facts, Period period, LocalDate on, LocalDate knownAt) {
        Judgement judgement = judge(facts, period, on, knownAt);
        return judgement.toDecision(entitled(Stream.of(judgement)));
    }

    @Override
    public List<EntitledPeriod> entitlement(Facts facts, LocalDate on, LocalDate until, LocalDate knownAt) {
        return entitled(judgeThrough(facts, on, until, knownAt));
    }

    private static List<EntitledPeriod> entitled(Stream<Judgement> judgements) {
        return judgements
                .filter(each -> each.outcome() == Judgement.Outcome.ELIGIBLE)
                .map(Judgement::toPeriod)
                .toList();
    }

    private Stream<Judgement> judgeThrough(Facts facts, LocalDate on, LocalDate until, LocalDate knownAt) {
        if (info.period() == Period.Length.ONCE) {
            return Stream.of(judge(facts, periodOf(on), on, knownAt)); // a one-off claim is judged on its day alone
        }
        return periodOf(versions.getFirst().info.from())
                .through(until)
                .map(period -> judge(facts, period, on, knownAt));
    }

    private Period periodOf(LocalDate day) {
        return Period.containing(day, info.period());
    }

    private Judgement judge(Facts facts, Period period, LocalDate on, LocalDate knownAt) {
        if (facts.unit() != info.unit()) {
            throw new IllegalArgumentException(
                    "Scheme '%s' decides a %s, but the facts are of a %s.".formatted(id(), info.unit(), facts.unit()));
        }
        CompiledVersion version = inForce(period.start(), knownAt);
        Code[] values = version == null ? new Code[0] : version.values;
        Inputs inputs = Inputs.of(facts, period.nearest(on));
        Frame frame = new Frame(inputs, period, on, values, region);
        frame.region = region.run(frame);
        return new Judgement(this, version, new Judgement.Question(facts, period, on, knownAt), frame);
    }

    private @Nullable CompiledVersion inForce(LocalDate day, LocalDate knownAt) {
        CompiledVersion best = null;
        for (CompiledVersion version : versions) {
            SchemeVersion each = version.info;
            if (!each.from().isAfter(day) && !each.knownFrom().isAfter(knownAt)) {
                best = version; // sorted: the latest start rules; an expired version never falls back to an older one
            }
        }
        return best == null || best.info.to() == null || day.isBefore(best.info.to()) ? best : null;
    }

    @Override
    public Optional<Sweep> sweep(LocalDate on, LocalDate knownAt, SweepTables tables) {
        Period period = periodOf(on);
        return Optional.ofNullable(inForce(period.start(), knownAt)).map(version -> {
            var question = new SweepWriter.Question(period, on, knownAt);
            return new Sweep(new SweepWriter(this, version, tables, question).write(), version.info, period);
        });
    }

    /** The compiled versions, for the checks and the SQL back end. */
    public List<CompiledVersion> compiledVersions() {
        return versions;
    }

    public List<ParameterTable> parameterTables() {
        return parameters;
    }

    /** The area whose parameters count. */
    public Expr region() {
        return regionExpr;
    }

    @Override
    public String id() {
        return info.id();
    }

    @Override
    public Text title() {
        return info.title();
    }

    @Override
    public Unit unit() {
        return info.unit();
    }

    @Override
    public Period.Length period() {
        return info.period();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters.stream().map(ParameterTable::parameter).toList();
    }

    @Override
    public List<SchemeVersion> versions() {
        return versions.stream().map(version -> version.info).toList();
    }

    @Override
    public List<LegalDocument> legal() {
        return info.legal();
    }

    @Override
    public List<String> excludes() {
        return info.excludes();
    }

    @Override
    public List<Question> questions() {
        Set<Integer> slots = new LinkedHashSet<>(Exprs.facts(regionExpr));
        versions.forEach(version -> version.rules.all().forEach(expr -> slots.addAll(Exprs.facts(expr))));
        return slots.stream()
                .sorted()
                .map(slot -> Naming.question(info, info.unit().facts().get(slot)))
                .toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
