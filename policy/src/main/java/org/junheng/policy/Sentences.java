package org.junheng.policy;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Explanation.Computed;
import org.junheng.policy.Explanation.FactUse;
import org.junheng.policy.Explanation.Finding;
import org.junheng.policy.Explanation.ParameterUse;

/** Writes an explanation as sentences a family understands. */
final class Sentences {

    private final Locale locale;
    private final boolean english;

    private Sentences(Locale locale) {
        this.locale = locale;
        this.english = locale.getLanguage().equals("en");
    }

    static List<String> of(Explanation explanation, Locale locale) {
        return new Sentences(locale).write(explanation);
    }

    private List<String> write(Explanation explanation) {
        List<String> all = new ArrayList<>();
        all.add(explanation.summary().in(locale));
        explanation.findings().forEach(finding -> all.add(write(finding)));
        if (!explanation.computed().isEmpty()) {
            all.add(list(explanation.computed().stream().map(this::write)));
        }
        explanation.samples().forEach(sample -> all.add(sample.in(locale)));
        return List.copyOf(all);
    }

    private String write(Finding finding) {
        String result = named(finding.title(), finding.result().label().in(locale)) + stop();
        String used = list(Stream.concat(
                finding.facts().stream().filter(Sentences::mayBeSaid).map(this::write),
                finding.parameters().stream().map(this::write)));
        String basis = (english ? "See " : "依据：") + finding.citation().in(locale) + stop();
        return Stream.of(result, used, basis).filter(part -> !part.isBlank()).collect(joining(english ? " " : ""));
    }

    /** That somebody is not dead or disabled needs no saying. */
    private static boolean mayBeSaid(FactUse fact) {
        return fact.state() != FactUse.State.NONE || !fact.sensitive();
    }

    private String write(FactUse fact) {
        Text source = fact.source();
        String value = named(fact.label(), fact.value().in(locale));
        return source == null ? value : value + bracketed(source.in(locale), fact.date());
    }

    private String write(ParameterUse parameter) {
        String value = named(parameter.label(), parameter.value().in(locale));
        return parameter.region().isEmpty() ? value : value + bracketed(parameter.region(), null);
    }

    private String write(Computed computed) {
        return named(computed.label(), computed.value().in(locale));
    }

    private String named(Text label, String value) {
        return label.in(locale) + (english ? ": " : "：") + value;
    }

    private String bracketed(String text, @Nullable LocalDate date) {
        String dated = date == null ? text : text + comma() + date;
        return english ? " (" + dated + ")" : "（" + dated + "）";
    }

    private String list(Stream<String> parts) {
        String joined = parts.collect(joining(comma()));
        return joined.isEmpty() ? "" : joined + stop();
    }

    private String comma() {
        return english ? ", " : "，";
    }

    private String stop() {
        return english ? "." : "。";
    }
}
