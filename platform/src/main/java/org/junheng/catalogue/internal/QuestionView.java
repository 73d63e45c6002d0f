package org.junheng.catalogue.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Question;
import org.junheng.policy.Relation;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.springframework.stereotype.Component;

/** Makes the questions of schemes fields of a form. */
@Component
class QuestionView {

    private static final AreaCode PROVINCE = AreaCode.of("33");
    private static final Pattern MEMBER = Pattern.compile("(.+)\\[\\d+\\]\\.(.+)");

    private final AreaTree areas;

    QuestionView(AreaTree areas) {
        this.areas = areas;
    }

    /**
     * A field.
     *
     * @param kind date, number, choice
     * @param value as typed
     * @param wrong whether it could not be read
     */
    record Asked(String name, String label, String kind, String value, boolean wrong, List<Choice> choices) {}

    /** Something to choose. */
    record Choice(String value, String label) {}

    /** What was typed, and the facts whose text could not be read. */
    record Typed(Map<String, String> texts, List<String> wrong, Locale locale) {}

    /** The first questions, those answered already, and those still missing, each once. */
    List<Asked> ask(Unit unit, List<FactDefinition> first, List<Question> missing, Typed typed) {
        Set<String> names = new LinkedHashSet<>();
        first.forEach(fact -> names.add(fact.name()));
        typed.texts().forEach((name, text) -> {
            if (name.startsWith(FamilyAnswers.FACT) && !text.isBlank()) {
                names.add(name.substring(FamilyAnswers.FACT.length()));
            }
        });
        missing.forEach(question -> names.add(question.fact()));
        unit.relations().stream()
                .filter(relation -> names.removeIf(name -> name.startsWith(relation.name())))
                .toList()
                .forEach(relation -> names.add(relation.name()));
        List<Asked> asked = new ArrayList<>();
        for (String name : names) {
            unit.findFact(name)
                    .ifPresent(fact -> asked.add(field(name, fact.label().in(typed.locale()), fact, typed)));
            unit.relations().stream()
                    .filter(relation -> relation.name().equals(name))
                    .forEach(relation -> asked.addAll(members(relation, typed)));
        }
        return asked;
    }

    private List<Asked> members(Relation relation, Typed typed) {
        List<Asked> asked = new ArrayList<>();
        String count = relation.name() + ".count";
        List<Choice> numbers = new ArrayList<>();
        for (int n = 0; n <= FamilyAnswers.CHILDREN; n++) {
            numbers.add(new Choice(Integer.toString(n), Integer.toString(n)));
        }
        String told = typed.texts().getOrDefault(FamilyAnswers.FACT + count, "");
        asked.add(new Asked(
                FamilyAnswers.FACT + count, relation.label().in(typed.locale()), "choice", told, false, numbers));
        int members = told.matches("\\d") ? Integer.parseInt(told) : 0;
        for (int i = 1; i <= members; i++) {
            for (FactDefinition fact : relation.facts()) {
                String name = "%s[%d].%s".formatted(relation.name(), i, fact.name());
                String label = "%s %d · %s"
                        .formatted(
                                relation.label().in(typed.locale()),
                                i,
                                fact.label().in(typed.locale()));
                asked.add(field(name, label, fact, typed));
            }
        }
        return asked;
    }

    private Asked field(String name, String label, FactDefinition fact, Typed typed) {
        Matcher member = MEMBER.matcher(name);
        String plain = member.matches() ? member.group(2) : name;
        String value = typed.texts().getOrDefault(FamilyAnswers.FACT + name, "");
        boolean wrong = typed.wrong().contains(plain);
        return new Asked(
                FamilyAnswers.FACT + name,
                label,
                kind(fact.type()),
                value,
                wrong,
                choices(fact.type(), typed.locale()));
    }

    private static String kind(ValueType type) {
        return switch (type.kind()) {
            case DATE -> "date";
            case INT, MONEY -> "number";
            case BOOL, AREA, CODE -> "choice";
        };
    }

    private List<Choice> choices(ValueType type, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return switch (type.kind()) {
            case BOOL -> List.of(new Choice("true", english ? "yes" : "是"), new Choice("false", english ? "no" : "否"));
            case CODE ->
                type.choices().options().stream()
                        .map(option -> new Choice(option.code(), option.label().in(locale)))
                        .toList();
            case AREA -> counties(locale);
            case DATE, INT, MONEY -> List.of();
        };
    }

    private List<Choice> counties(Locale locale) {
        return areas.within(PROVINCE, AreaCode.Level.COUNTY).stream()
                .map(area -> new Choice(area.code().shortText(), areas.fullName(area.code(), locale)))
                .toList();
    }
}
