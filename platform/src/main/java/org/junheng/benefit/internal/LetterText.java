package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.policy.Explanation;
import org.junheng.policy.Explanation.FactUse;
import org.junheng.policy.Explanation.Finding;
import org.junheng.policy.Explanation.ParameterUse;
import org.junheng.policy.Truth;
import org.junheng.web.Format;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the letter of an administrative decision: facts with value, source and date; the rule with its place in the
 * law, samples marked; the decision; the remedies. Chinese is the original, English a courtesy.
 */
@Component
class LetterText {

    private final MessageSource texts;
    private final AreaTree areas;

    LetterText(MessageSource texts, AreaTree areas) {
        this.texts = texts;
        this.areas = areas;
    }

    /**
     * What a letter is made from.
     *
     * @param letter the letter
     * @param explanation of the decision it states
     * @param filedOn day of the application
     * @param child name of the child
     * @param applicant name of the applicant
     * @param issuedOn day of issue; empty for a draft
     */
    record Content(
            JdbcLetters.Letter letter,
            Explanation explanation,
            LocalDate filedOn,
            String child,
            String applicant,
            Optional<LocalDate> issuedOn) {

        @Override
        public String toString() {
            return "content of letter " + letter.number();
        }
    }

    /**
     * The letter as written.
     *
     * @param office who decides
     * @param number number of the document
     * @param title title
     * @param salutation whom it addresses
     * @param sections the body
     * @param date of issue, in words
     * @param remarks below the line: samples, courtesy translation
     */
    record Written(
            String office,
            String number,
            String title,
            String salutation,
            List<Section> sections,
            String date,
            List<String> remarks) {

        /** As plain text, a line for each paragraph. */
        String plain() {
            var lines = new ArrayList<String>(List.of(office, number, "", title, "", salutation));
            for (var section : sections) {
                lines.add("");
                lines.add(section.heading());
                lines.addAll(section.paragraphs());
                section.items().forEach(item -> lines.add("  - " + item));
            }
            lines.add("");
            lines.add(office);
            lines.add(date);
            if (!remarks.isEmpty()) {
                lines.add("");
                lines.addAll(remarks);
            }
            return String.join("\n", lines) + "\n";
        }
    }

    /**
     * A part of the body.
     *
     * @param heading its heading
     * @param paragraphs its paragraphs
     * @param items a list below them
     */
    record Section(String heading, List<String> paragraphs, List<String> items) {}

    Written write(Content content, Locale locale) {
        var words = new Words(locale);
        var letter = content.letter();
        var office = words.of("office", areas.name(letter.concerns().area().county(), locale));
        var kind = letter.kind().label(locale);
        return new Written(
                office,
                letter.number(),
                words.of("title", content.child(), content.explanation().title().in(locale), kind),
                words.of("salutation", content.applicant()),
                List.of(facts(content, words), reasons(content, words), decision(content, words), remedies(words)),
                content.issuedOn().map(words::date).orElseGet(() -> words.of("draft-date")),
                remarks(content, words));
    }

    private static Section facts(Content content, Words words) {
        var used = new LinkedHashSet<String>();
        content.explanation().findings().stream()
                .flatMap(finding -> finding.facts().stream())
                .filter(fact -> fact.state() != FactUse.State.NONE)
                .forEach(fact -> used.add(words.fact(fact)));
        var opening = words.of(
                "facts",
                words.date(content.filedOn()),
                content.child(),
                content.explanation().title().in(words.locale));
        return new Section(words.of("facts.heading"), List.of(opening), List.copyOf(used));
    }

    /** The conditions that do not hold; where all hold, the values that changed the amount. */
    private static Section reasons(Content content, Words words) {
        var explanation = content.explanation();
        var items = new ArrayList<String>();
        explanation.findings().stream()
                .filter(finding -> finding.result() == Truth.FALSE)
                .forEach(finding -> items.add(words.finding(finding)));
        if (items.isEmpty()) {
            explanation
                    .computed()
                    .forEach(value -> items.add(words.of(
                            "pair",
                            value.label().in(words.locale),
                            value.value().in(words.locale))));
            explanation.findings().stream()
                    .map(finding -> words.of("basis", finding.citation().in(words.locale)))
                    .distinct()
                    .forEach(items::add);
        }
        var rule = words.of(
                "rule",
                explanation.title().in(words.locale),
                explanation.version(),
                explanation.summary().in(words.locale));
        return new Section(words.of("reasons.heading"), List.of(rule), items);
    }

    private static Section decision(Content content, Words words) {
        var letter = content.letter();
        var text = words.of("decision." + letter.kind().code(), letter.amount().format(words.locale));
        return new Section(words.of("decision.heading"), List.of(text), List.of());
    }

    private static Section remedies(Words words) {
        return new Section(
                words.of("remedies.heading"), List.of(words.of("remedies"), words.of("remedies.help")), List.of());
    }

    private static List<String> remarks(Content content, Words words) {
        var remarks = new ArrayList<String>();
        content.explanation().samples().forEach(sample -> remarks.add(sample.in(words.locale)));
        if (words.locale.getLanguage().equals("en")) {
            remarks.add(words.of("courtesy"));
        }
        return remarks;
    }

    /** The words of one language. */
    private final class Words {

        private final Locale locale;

        Words(Locale locale) {
            this.locale = locale;
        }

        String of(String key, Object... values) {
            return Objects.requireNonNull(texts.getMessage("benefit.letter." + key, values, locale));
        }

        String date(LocalDate day) {
            boolean english = locale.getLanguage().equals("en");
            return DateTimeFormatter.ofPattern(english ? "d MMMM yyyy" : "yyyy年M月d日", locale)
                    .format(day);
        }

        /** 户籍地：鹿城区（来源：公安，2026年1月2日）. */
        String fact(FactUse fact) {
            var pair = of("pair", fact.label().in(locale), placed(fact.value().in(locale)));
            var source = fact.source();
            if (source == null) {
                return pair;
            }
            var day = fact.date();
            return day == null
                    ? of("fact", pair, source.in(locale))
                    : of("fact.dated", pair, source.in(locale), date(day));
        }

        /** Places by name where the policy names their codes; a township we do not list by its county's. */
        private String placed(String text) {
            return Format.PLACE.matcher(text).replaceAll(this::place);
        }

        private String place(MatchResult found) {
            var code = AreaCode.of(found.group());
            return areas.find(code)
                    .or(() -> areas.find(code.county()))
                    .map(area -> area.name(locale))
                    .orElseGet(found::group);
        }

        String finding(Finding finding) {
            var basis =
                    of("finding", finding.title().in(locale), finding.citation().in(locale));
            var parameters = finding.parameters().stream().map(this::parameter).toList();
            return parameters.isEmpty() ? basis : basis + String.join("", parameters);
        }

        private String parameter(ParameterUse use) {
            var pair = of("pair", use.label().in(locale), use.value().in(locale));
            return of(
                    use.sample() ? "parameter.sample" : "parameter",
                    pair,
                    use.citation().in(locale));
        }
    }
}
