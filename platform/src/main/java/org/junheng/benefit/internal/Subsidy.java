package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
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

    private final Vocabulary words;
    private final Scheme scheme;
    private final ChildFacts facts;
    private final LocalDate firstBirth;

    Subsidy(Catalogue catalogue, ChildFacts facts) {
        this.words = catalogue.book().vocabulary();
        this.scheme = catalogue.book().get(SCHEME);
        this.facts = facts;
        this.firstBirth = firstBirth(scheme);
    }

    /** Whom nobody applied for yet. */
    Decision offer(ChildSituation situation, LocalDate today) {
        return scheme.decide(facts.offered(words, situation, today), today, today);
    }

    /** Whom a claim was filed for: as filed then, by the law known today. */
    Decision decide(ChildSituation situation, Claimed claim, LocalDate today) {
        return scheme.decide(facts.claimed(words, situation, claim, today), claim.filedOn(), today);
    }

    /** What is owed for every period up to the present one, in fen by period. */
    TreeMap<String, EntitledPeriod> entitlement(ChildSituation situation, Claimed claim, LocalDate today) {
        var owed = new TreeMap<String, EntitledPeriod>();
        scheme.entitlement(facts.claimed(words, situation, claim, today), claim.filedOn(), today, today)
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
        return firstBirth;
    }

    Scheme scheme() {
        return scheme;
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
