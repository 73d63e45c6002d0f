package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Timeline;
import org.junheng.policy.Facts;
import org.junheng.policy.Provenance;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonState;
import org.junheng.register.Sources;
import org.springframework.stereotype.Component;

/**
 * Puts the facts of a child together in the words of the schemes. What the register knows outranks what the office
 * found, and that outranks what the family stated.
 */
@Component
class ChildFacts {

    static final String HUKOU = "child.hukou";
    static final String CERTIFIED = "child.birthCertified";
    static final String NATIONAL = "child.chineseNational";

    /** What a family can be asked; anything else unknown is for the offices to find out. */
    static final List<String> STATED_BY_FAMILY = List.of(HUKOU, CERTIFIED, NATIONAL);

    private static final Pattern AREA = Pattern.compile("[1-8]\\d{5}(\\d{3}){0,2}");
    private static final Pattern YES_OR_NO = Pattern.compile("true|false");

    private static final String BIRTH_NOTICE = "hospital";

    private final Sources sources;

    ChildFacts(Sources sources) {
        this.sources = sources;
    }

    /** Whether a family may state the fact and the value is one; a page that was tampered with sends others. */
    static boolean mayBeStated(String fact, String value) {
        var form = fact.equals(HUKOU) ? AREA : YES_OR_NO;
        return STATED_BY_FAMILY.contains(fact) && form.matcher(value).matches();
    }

    /** Facts before anybody applied: the office is the one that is likely to review. */
    Facts offered(Vocabulary words, ChildSituation situation, LocalDate on) {
        return offering(words, situation, on).build();
    }

    /** The same, for others to add to. */
    Facts.Builder offering(Vocabulary words, ChildSituation situation, LocalDate on) {
        var builder = known(words, situation, on);
        situation.likelyHukou(on).ifPresent(area -> builder.known("claim.office", area.county(), office()));
        return builder;
    }

    /** Facts of a claim. */
    Facts claimed(Vocabulary words, ChildSituation situation, Claimed claim, LocalDate on) {
        var builder = words.facts("child");
        state(builder, words, claim.declared(), Provenance.declared(claim.filedOn()));
        claim.found()
                .forEach((fact, found) -> state(builder, words, Map.of(fact, found.value()), foundBy(words, found)));
        registered(builder, situation, on);
        return builder.known("claim.office", claim.office().county(), office())
                .known("claim.applicant", "parent", Provenance.declared(claim.filedOn()))
                .known("claim.firstFiledOn", claim.filedOn(), Provenance.declared(claim.filedOn()))
                .build();
    }

    private Facts.Builder known(Vocabulary words, ChildSituation situation, LocalDate on) {
        var builder = words.facts("child");
        registered(builder, situation, on);
        return builder;
    }

    private void registered(Facts.Builder builder, ChildSituation situation, LocalDate on) {
        var child = situation.child();
        child.born().ifPresent(born -> builder.known("child.born", born.on(), from(born.evidence())));
        child.died().ifPresent(died -> builder.known("child.died", died.on(), from(died.evidence())));
        child.born()
                .filter(born -> born.statedBy().contains(BIRTH_NOTICE))
                .ifPresent(born -> builder.known(CERTIFIED, true, from(born.evidence())));
        child.parents().stream()
                .filter(parent -> adoptive(parent.role()))
                .findFirst()
                .ifPresent(parent -> builder.known("child.adoptedOn", parent.since(), from(parent.evidence())));
        hukou(child).ifPresent(places -> builder.over(HUKOU, places.timeline(), places.source()));
        nationality(builder, situation, on);
    }

    /** Only nationals are entered in the household register; a child of a national is one (Nationality Law art. 4). */
    private void nationality(Facts.Builder builder, ChildSituation situation, LocalDate on) {
        var own = hukou(situation.child()).map(Places::source);
        var source = own.or(() -> situation.parentHukou(on).map(standing -> byDescent(standing.evidence())));
        source.ifPresent(provenance -> builder.known(NATIONAL, true, provenance));
    }

    private Optional<Places> hukou(PersonState child) {
        var standings = child.standings().stream()
                .filter(standing -> standing.attribute() == EventKind.REGISTERED_RESIDENCE)
                .filter(standing -> standing.area().isPresent())
                .toList();
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        var entries = standings.stream()
                .map(standing -> new Timeline.Entry<>(
                        new DateRange(standing.from(), standing.to().orElse(null)),
                        standing.area().orElseThrow()))
                .toList();
        return Optional.of(
                new Places(Timeline.ofEntries(entries), from(standings.getLast().evidence())));
    }

    private static void state(Facts.Builder builder, Vocabulary words, Map<String, String> stated, Provenance source) {
        stated.forEach((name, text) -> words.getUnit("child")
                .findFact(name)
                .ifPresent(fact -> builder.known(name, value(fact.type(), text), source)));
    }

    private static Object value(ValueType type, String text) {
        return switch (type.kind()) {
            case BOOL -> Boolean.valueOf(text);
            case INT -> Long.valueOf(text);
            case MONEY -> org.junheng.kernel.Money.ofFen(Long.parseLong(text));
            case DATE -> LocalDate.parse(text);
            case AREA -> AreaCode.of(text);
            case CODE -> text;
        };
    }

    /** Who says so, and since when we know. */
    Provenance from(PersonState.Evidence evidence) {
        var source = sources.get(evidence.source());
        return new Provenance(new Text(source.zh(), source.en()), AdministrativeTime.dayOf(evidence.recordedAt()));
    }

    private Provenance byDescent(PersonState.Evidence evidence) {
        var parent = from(evidence);
        var text = new Text(
                parent.source().zh() + "：父母一方户籍（国籍法第四条）",
                parent.source().en() + ": a parent's household registration (Nationality Law, art. 4)");
        return new Provenance(text, parent.on());
    }

    /** What the office saw, so that whoever reads the decision can ask for it. */
    private static Provenance foundBy(Vocabulary words, Claimed.Found found) {
        var seen = words.documents().getOrDefault(found.document(), new Text("其他材料", "other papers"));
        return new Provenance(
                new Text("经办核实（" + seen.zh() + "）", "found by the office (" + seen.en() + ")"), found.on());
    }

    private static Provenance office() {
        return new Provenance(new Text("受理机构", "the office in charge"), null);
    }

    private static boolean adoptive(ParticipantRole role) {
        return role == ParticipantRole.ADOPTIVE_MOTHER || role == ParticipantRole.ADOPTIVE_FATHER;
    }

    private record Places(Timeline<AreaCode> timeline, Provenance source) {}
}
