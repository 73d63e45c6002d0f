package org.junheng.benefit.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Parameter;
import org.junheng.policy.Question;
import org.junheng.policy.Scheme;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.springframework.stereotype.Component;

/** The childcare subsidy, decided for one child at a time. */
@Component
class Subsidy {

    static final String SCHEME = "childcare-subsidy";

    private final Catalogue catalogue;
    private final ChildFacts facts;

    Subsidy(Catalogue catalogue, ChildFacts facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    /** Asked each time: a release takes effect at once. */
    private Vocabulary words() {
        return catalogue.book().vocabulary();
    }

    /** Whom nobody applied for yet. */
    Decision offer(ChildSituation situation, LocalDate today) {
        return scheme().decide(facts.offered(words(), situation, today), today, today);
    }

    /** Whom a claim was filed for: as filed then, by the law known today. */
    Decision decide(ChildSituation situation, Claimed claim, LocalDate today) {
        return scheme().decide(facts.claimed(words(), situation, claim, today), claim.filedOn(), today);
    }

    /** What is owed for every period up to the present one, in fen by period. */
    TreeMap<String, EntitledPeriod> entitlement(ChildSituation situation, Claimed claim, LocalDate today) {
        var owed = new TreeMap<String, EntitledPeriod>();
        scheme().entitlement(facts.claimed(words(), situation, claim, today), claim.filedOn(), today, today)
                .forEach(period -> owed.put(period.period().key(), period));
        return owed;
    }

    /** The questions a family must answer; empty where an office must find something out first. */
    static List<Question> askable(Decision.Undetermined open) {
        boolean familyKnows =
                open.missing().stream().allMatch(question -> ChildFacts.STATED_BY_FAMILY.contains(question.fact()));
        return familyKnows ? open.missing() : List.of();
    }

    static Money total(List<EntitledPeriod> periods) {
        return periods.stream().map(EntitledPeriod::amount).collect(Money.sum());
    }

    /** No child born before this day was ever owed anything: life events before it concern nobody here. */
    LocalDate firstBirth() {
        return firstBirth(scheme());
    }

    Scheme scheme() {
        return catalogue.book().get(SCHEME);
    }

    /** Names the rules and figures now in force: when it changes, everybody is derived anew. */
    String law() {
        var scheme = scheme();
        var rules = scheme.versions().stream().map(version -> version.id() + "=" + version.hash());
        var figures = scheme.parameters().stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(value -> value.id() + "=" + value.number());
        var text = Stream.concat(rules, figures).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static LocalDate firstBirth(Scheme scheme) {
        var begins = ValueType.unpack(values(scheme, "startsOn").min().orElseThrow());
        return begins.withDayOfMonth(1)
                .minusYears(values(scheme, "untilAge").max().orElseThrow());
    }

    private static LongStream values(Scheme scheme, String parameter) {
        return scheme.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .flatMap(each -> each.values().stream())
                .mapToLong(Parameter.Value::number);
    }
}
