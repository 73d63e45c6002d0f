package org.junheng.policy.internal.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Benefit;
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
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.sql.SweepWriter;

/** A scheme on the JVM back end. */
public final class CompiledScheme implements Scheme {

    private static final int MOST_LAWS = 4096;

    final SchemeInfo info;
    final List<ParameterTable> parameters;
    private final List<CompiledVersion> versions;
    private final Expr regionExpr;
    final Code regionCode;
    final Questions questions;
    private final NavigableSet<LocalDate> cuts;
    private final Map<Moment, Law> laws = new ConcurrentHashMap<>();
    private volatile @Nullable Law latestLaw;

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
        this.regionCode = Compiler.compile(regionExpr);
        this.questions = new Questions(info);
        this.cuts = findCuts();
    }

    /** The first day of a period and the day by which law had to be published. */
    record Moment(LocalDate day, LocalDate knownAt) {}

    @Override
    public Decision decide(Facts facts, LocalDate on, LocalDate knownAt) {
        List<Ruling> all = ruleThrough(facts, on, on, knownAt).toList().reversed();
        Ruling chosen = Stream.of(Judgement.Outcome.ELIGIBLE, Judgement.Outcome.UNDETERMINED)
                .flatMap(outcome -> all.stream().filter(each -> each.outcome() == outcome))
                .findFirst()
                .orElseGet(() -> all.isEmpty() ? rule(facts, periodOf(on), on, knownAt) : all.getFirst());
        return chosen.toDecision(entitled(all.reversed().stream()));
    }

    @Override
    public Decision decide(Facts facts, Period period, LocalDate on, LocalDate knownAt) {
        Ruling ruling = rule(facts, period, on, knownAt);
        boolean eligible = ruling.outcome() == Judgement.Outcome.ELIGIBLE;
        return ruling.toDecision(eligible ? List.of(ruling.toPeriod()) : List.of());
    }

    @Override
    public List<EntitledPeriod> entitlement(Facts facts, LocalDate on, LocalDate until, LocalDate knownAt) {
        return entitled(ruleThrough(facts, on, until, knownAt));
    }

    private static List<EntitledPeriod> entitled(Stream<Ruling> rulings) {
        return rulings.filter(each -> each.outcome() == Judgement.Outcome.ELIGIBLE)
                .map(Ruling::toPeriod)
                .toList();
    }

    private Stream<Ruling> ruleThrough(Facts facts, LocalDate on, LocalDate until, LocalDate knownAt) {
        if (info.period() == Period.Length.ONCE) {
            return Stream.of(rule(facts, periodOf(on), on, knownAt)); // a one-off claim is judged on its day alone
        }
        return periodOf(versions.getFirst().info.from()).through(until).map(period -> rule(facts, period, on, knownAt));
    }

    private Period periodOf(LocalDate day) {
        return Period.containing(day, info.period());
    }

    private Ruling rule(Facts facts, Period period, LocalDate on, LocalDate knownAt) {
        if (facts.unit() != info.unit()) {
            throw new IllegalArgumentException(
                    "Scheme '%s' decides a %s, but the facts are of a %s.".formatted(id(), info.unit(), facts.unit()));
        }
        List<Period> parts = parts(period);
        if (parts.size() == 1) {
            Judgement judgement = judge(facts, period, on, knownAt);
            return new Ruling(period, List.of(judgement), judgement);
        }
        return Ruling.of(
                period,
                parts.stream().map(part -> judge(facts, part, on, knownAt)).toList());
    }

    private Judgement judge(Facts facts, Period period, LocalDate on, LocalDate knownAt) {
        return new Judgement(law(period.start(), knownAt), new Judgement.Question(facts, period, on, knownAt));
    }

    private Law law(LocalDate day, LocalDate knownAt) {
        Law latest = latestLaw;
        if (latest != null && latest.isOf(day, knownAt)) {
            return latest;
        }
        Moment moment = new Moment(day, knownAt);
        Law found = laws.get(moment);
        if (found == null) {
            if (laws.size() >= MOST_LAWS) {
                laws.clear(); // it is only a memory; a run over all of history must not fill it
            }
            found = laws.computeIfAbsent(moment, each -> new Law(this, inForce(day, knownAt), each));
        }
        latestLaw = found;
        return found;
    }

    /** The period in parts, if the law changes within it. */
    private List<Period> parts(Period period) {
        if (!info.divisible()) {
            return List.of(period);
        }
        LocalDate next = cuts.higher(period.start());
        return next == null || !next.isBefore(period.end())
                ? List.of(period)
                : period.cutAt(cuts.subSet(next, period.end()));
    }

    private NavigableSet<LocalDate> findCuts() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (CompiledVersion version : versions) {
            Stream.of(version.info.from(), version.info.to())
                    .filter(Objects::nonNull)
                    .forEach(days::add);
        }
        parameters.stream()
                .flatMap(table -> table.parameter().values().stream())
                .forEach(value -> {
                    Stream.of(value.from(), value.to()).filter(Objects::nonNull).forEach(days::add);
                });
        return days;
    }

    @Nullable
    CompiledVersion inForce(LocalDate day, LocalDate knownAt) {
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
        List<SweepWriter.Part> parts = parts(period).stream()
                .flatMap(part -> Stream.ofNullable(inForce(part.start(), knownAt))
                        .map(version -> new SweepWriter.Part(part, version)))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String sql = SweepWriter.write(this, parts, tables, new SweepWriter.Question(on, knownAt));
        return Optional.of(new Sweep(sql, parts.getLast().version().info(), period));
    }

    /** The same scheme with other parameters and rules: a reform, or a mutant that the golden cases must notice. */
    public CompiledScheme with(List<ParameterTable> otherParameters, List<CompiledVersion> otherVersions) {
        return new CompiledScheme(info, otherParameters, otherVersions, regionExpr);
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
    public Benefit gives() {
        return info.gives();
    }

    /** Whether a period may be cut at the first of any month. */
    public boolean divisible() {
        return info.divisible();
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
        return slots.stream().sorted().map(slot -> questions.of(-1, -1, slot)).toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
