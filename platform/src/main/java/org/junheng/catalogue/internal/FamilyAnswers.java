package org.junheng.catalogue.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.Provenance;
import org.junheng.policy.Question;
import org.junheng.policy.Relation;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.junheng.policy.Verdict;
import org.springframework.stereotype.Component;

/**
 * "What can my family get?": decides every scheme by what is known, and asks only what is still missing. The questions
 * are the schemes' own; nothing that is answered is kept.
 */
@Component
class FamilyAnswers {

    static final String FACT = "fact.";
    static final int CHILDREN = 4;

    /** What is asked first, by unit; everything else only if a scheme needs it. */
    private static final Map<String, List<String>> FIRST = Map.of(
            "child", List.of("child.born", "child.hukou"),
            "person", List.of("person.sex", "person.born", "person.hukou", "person.hukouKind"),
            "couple", List.of("couple.marriedOn", "couple.wifeHukou", "couple.husbandHukou"));

    private static final String OFFICE = "claim.office";

    private final Catalogue catalogue;

    FamilyAnswers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a family typed, and what was wrong with it. */
    record Typed(Facts facts, List<String> wrong) {}

    /**
     * One scheme's answer for one unit.
     *
     * @param verdict whether it can be had beside the others; empty unless the unit is eligible
     */
    record Answer(Scheme scheme, Decision decision, Optional<Verdict> verdict) {

        /** 0 yes, 1 perhaps, 2 no: the order of the page. */
        int rank() {
            return switch (decision) {
                case Decision.Eligible _ -> 0;
                case Decision.Undetermined _ -> 1;
                case Decision.NotEligible _ -> 2;
            };
        }
    }

    /** The facts that are asked first. */
    List<FactDefinition> firstQuestions(String unit) {
        return FIRST.getOrDefault(unit, List.of()).stream()
                .flatMap(name -> unit(unit).findFact(name).stream())
                .toList();
    }

    /** The units somebody can ask for. */
    List<Unit> units() {
        var decided = catalogue.book().schemes().stream().map(Scheme::unit).toList();
        return catalogue.book().vocabulary().units().stream()
                .filter(decided::contains)
                .toList();
    }

    Unit unit(String id) {
        return catalogue.book().vocabulary().units().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> units().getFirst());
    }

    /** Reads what was typed. A relation whose members were not told stays unknown. */
    Typed read(Unit unit, Map<String, String> typed) {
        var wrong = new ArrayList<String>();
        Facts.Builder builder = catalogue.book().vocabulary().facts(unit.id());
        for (FactDefinition fact : unit.facts()) {
            value(fact, typed.getOrDefault(FACT + fact.name(), ""), wrong)
                    .ifPresent(value -> builder.known(fact.name(), value, stated()));
        }
        unit.relations().forEach(relation -> members(relation, typed, builder, wrong));
        office(unit, typed).ifPresent(area -> builder.known(OFFICE, area, stated()));
        return new Typed(builder.build(), wrong);
    }

    private void members(Relation relation, Map<String, String> typed, Facts.Builder builder, List<String> wrong) {
        var told = typed.getOrDefault(FACT + relation.name() + ".count", "");
        if (!told.matches("[0-" + CHILDREN + "]")) {
            builder.unknown(relation.name());
            return;
        }
        for (int i = 1; i <= Integer.parseInt(told); i++) {
            var values = new LinkedHashMap<String, Object>();
            for (FactDefinition fact : relation.facts()) {
                value(
                                fact,
                                typed.getOrDefault("%s%s[%d].%s".formatted(FACT, relation.name(), i, fact.name()), ""),
                                wrong)
                        .ifPresent(value -> values.put(fact.name(), value));
            }
            builder.member(
                    relation.name(), member -> values.forEach((name, value) -> member.known(name, value, stated())));
        }
    }

    /** The office is that of the place of household registration: whoever asks does not choose another. */
    private static Optional<AreaCode> office(Unit unit, Map<String, String> typed) {
        if (unit.findFact(OFFICE).isEmpty()) {
            return Optional.empty();
        }
        return unit.facts().stream()
                .filter(fact -> fact.type().kind() == ValueType.Kind.AREA
                        && FIRST.values().stream().anyMatch(first -> first.contains(fact.name())))
                .flatMap(fact -> area(typed.getOrDefault(FACT + fact.name(), "")).stream())
                .findFirst();
    }

    private static Optional<Object> value(FactDefinition fact, String text, List<String> wrong) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return switch (fact.type().kind()) {
                case BOOL -> Optional.of(Boolean.valueOf(text));
                case INT -> Optional.of(Long.valueOf(text));
                case MONEY -> Optional.of(Money.ofFen(Math.multiplyExact(Long.parseLong(text), 100L)));
                case DATE -> Optional.of(LocalDate.parse(text));
                case AREA -> Optional.of(AreaCode.of(text));
                case CODE -> {
                    fact.type().encode(text);
                    yield Optional.of(text);
                }
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            wrong.add(fact.name());
            return Optional.empty();
        }
    }

    private static Optional<AreaCode> area(String text) {
        return text.matches("\\d{6}") ? Optional.of(AreaCode.of(text)) : Optional.empty();
    }

    private static Provenance stated() {
        return new Provenance(new org.junheng.policy.Text("您的回答", "your answer"), null);
    }

    /** Every scheme of the unit: those one gets first. */
    List<Answer> decide(Facts facts, LocalDate today) {
        SchemeBook book = catalogue.book();
        var decisions = book.schemes().stream()
                .filter(scheme -> scheme.unit().id().equals(facts.unit().id()))
                .map(scheme -> scheme.decide(facts, today, today))
                .toList();
        var verdicts = book.verdicts(decisions, Set.of());
        return decisions.stream()
                .map(decision -> {
                    var scheme = decision.grounds().scheme();
                    return new Answer(book.get(scheme), decision, Optional.ofNullable(verdicts.get(scheme)));
                })
                .sorted(Comparator.comparingInt(Answer::rank)
                        .thenComparing(each -> each.scheme().id()))
                .toList();
    }

    /** What is still to be asked, each once; only of schemes that are open. */
    static List<Question> missing(List<Answer> answers) {
        var questions = new LinkedHashMap<String, Question>();
        answers.forEach(answer -> {
            if (answer.decision() instanceof Decision.Undetermined open) {
                open.missing().forEach(question -> questions.putIfAbsent(question.fact(), question));
            }
        });
        return List.copyOf(questions.values());
    }
}
