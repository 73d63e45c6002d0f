package org.junheng.policy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junheng.kernel.AreaCode;

/**
 * Writes the reference page of a scheme: what it gives, conditions with citations, parameters, versions, regions,
 * cases.
 */
final class SchemePages {

    private final Scheme scheme;
    private final List<GoldenCase> cases;
    private final StringBuilder page = new StringBuilder();

    private SchemePages(Scheme scheme, List<GoldenCase> cases) {
        this.scheme = scheme;
        this.cases = cases;
    }

    static String of(Scheme scheme, List<GoldenCase> cases) {
        return new SchemePages(scheme, cases).write();
    }

    /** The list of all schemes. */
    static String index(SchemeBook book) {
        String rows = book.schemes().stream()
                .map(scheme -> "| [%s](%s.md) | %s | %s | %s | %s |"
                        .formatted(
                                scheme.title().zh(),
                                scheme.id(),
                                scheme.title().en(),
                                scheme.unit().label().en(),
                                period(scheme),
                                scheme.gives().label().en()))
                .collect(joining("\n"));
        return """
                # Schemes

                Generated from `schemes/` by `SchemeReferenceTest`; change the scheme, not this page.

                | scheme | in English | decided for each | period | gives |
                |---|---|---|---|---|
                %s
                """.formatted(rows);
    }

    private static String period(Scheme scheme) {
        return switch (scheme.period()) {
            case MONTH -> "month";
            case YEAR -> "year";
            case ONCE -> "once";
        };
    }

    private String write() {
        line("# " + scheme.title().zh() + " · " + scheme.title().en());
        line("");
        line("Generated from `schemes/%s/` by `SchemeReferenceTest`; change the scheme, not this page."
                .formatted(scheme.id()));
        line("");
        line("Decided for each %s (%s), by %s; gives %s (%s). A value marked *sample* is not verified against the law."
                .formatted(
                        scheme.unit().label().en(),
                        scheme.unit().label().zh(),
                        period(scheme).equals("once") ? "one claim" : period(scheme),
                        scheme.gives().label().en(),
                        scheme.gives().label().zh()));
        if (!scheme.excludes().isEmpty()) {
            line("");
            line("Cannot be drawn beside: " + String.join(", ", scheme.excludes()) + ".");
        }
        legal();
        scheme.versions().reversed().forEach(this::version);
        parameters();
        regions();
        questions();
        cases();
        return page.toString();
    }

    private void legal() {
        line("\n## Rests on\n");
        line("| document | 文件 | number | published | |");
        line("|---|---|---|---|---|");
        scheme.legal()
                .forEach(each -> line("| %s | %s | %s | %s | %s |"
                        .formatted(
                                each.title().en(),
                                each.title().zh(),
                                each.number(),
                                each.published(),
                                each.sample() ? "*sample*" : "")));
    }

    private void version(SchemeVersion version) {
        line("\n## Version " + version.id() + (version.sample() ? " (*sample*)" : "") + "\n");
        line("Valid from %s%s, known from %s. Content hash `%s`.\n"
                .formatted(
                        version.from(),
                        version.to() == null ? "" : " until " + version.to(),
                        version.knownFrom(),
                        version.hash().substring(0, 16)));
        line("| bit | condition | 条件 | rule | rests on |");
        line("|---|---|---|---|---|");
        for (int bit = 0; bit < version.conditions().size(); bit++) {
            SchemeVersion.Condition condition = version.conditions().get(bit);
            String added = condition
                    .addition()
                    .map(each -> " (added by %s from %s)".formatted(each.area().shortText(), each.from()))
                    .orElse("");
            line("| %d | %s%s | %s | `%s` | %s |"
                    .formatted(
                            bit,
                            condition.title().en(),
                            added,
                            condition.title().zh(),
                            cell(condition.when()),
                            condition.citation().label().zh()));
        }
        if (!version.values().isEmpty()) {
            line("\n| computed value | what | rule |");
            line("|---|---|---|");
            version.values()
                    .forEach(value -> line("| `%s` | %s %s | `%s` |"
                            .formatted(
                                    value.name(),
                                    value.label().zh(),
                                    value.label().en(),
                                    cell(value.value()))));
        }
        line("\nGiven: `" + version.amount() + "`");
    }

    private void parameters() {
        line("\n## Parameters\n");
        line("| parameter | 参数 | area | from | known from | value | rests on | |");
        line("|---|---|---|---|---|---|---|---|");
        scheme.parameters().stream()
                .filter(parameter -> parameter.name().indexOf('.') < 0)
                .forEach(parameter -> parameter.values().forEach(value -> value(parameter, value)));
        line("");
        scheme.parameters().stream()
                .filter(each -> each.delegation().isPresent())
                .forEach(this::delegation);
    }

    private void value(Parameter parameter, Parameter.Value value) {
        String area = Optional.ofNullable(value.area()).map(AreaCode::shortText).orElse("");
        line("| %s (`%s`) | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        parameter.label().en(),
                        parameter.name(),
                        parameter.label().zh(),
                        area,
                        value.from(),
                        value.knownFrom(),
                        parameter.type().show(value.number()).zh(),
                        value.citation().label().zh(),
                        value.sample() ? "*sample*" : ""));
    }

    private void delegation(Parameter parameter) {
        Parameter.Delegation delegation = parameter.delegation().orElseThrow();
        String levels = delegation.levels().stream()
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        String rule = switch (delegation.rule()) {
            case ANY ->
                parameter.type().kind() == ValueType.Kind.CODE
                        ? "one of "
                                + String.join(", ", parameter.type().choices().codes())
                        : "freely";
            case AT_LEAST_PARENT -> "at least the value above";
            case AT_MOST_PARENT -> "at most the value above";
        };
        line("- `%s` may be set by %s: %s.".formatted(parameter.name(), levels, rule));
    }

    private void regions() {
        TreeSet<AreaCode> areas = new TreeSet<>();
        scheme.parameters().stream()
                .filter(parameter -> parameter.name().indexOf('.') < 0)
                .flatMap(parameter -> parameter.values().stream())
                .forEach(value -> Optional.ofNullable(value.area()).ifPresent(areas::add));
        scheme.versions().stream()
                .flatMap(version -> version.conditions().stream())
                .flatMap(condition -> condition.addition().stream())
                .forEach(addition -> areas.add(addition.area()));
        line("\n## Areas with rules of their own\n");
        line(areas.isEmpty() ? "None." : areas.stream().map(AreaCode::shortText).collect(joining(", ")) + ".");
    }

    private void questions() {
        line("\n## Facts it may ask for\n");
        line("| fact | 事实 | proof (any one of) |");
        line("|---|---|---|");
        scheme.questions()
                .forEach(question -> line("| %s (`%s`) | %s | %s |"
                        .formatted(
                                question.label().en(),
                                question.fact(),
                                question.label().zh(),
                                question.evidence().stream().map(Text::zh).collect(joining("、")))));
    }

    private void cases() {
        line("\n## Golden cases\n");
        line("| case | 案例 | filed | outcome | published in |");
        line("|---|---|---|---|---|");
        cases.forEach(each -> line("| %s | %s | %s | %s | %s |"
                .formatted(each.title().en(), each.title().zh(), each.on(), outcome(each.expected()), each.source())));
    }

    private static String outcome(GoldenCase.Expectation expected) {
        String given = expected.amount()
                .map(amount -> " ¥" + amount)
                .or(() -> expected.days().map(days -> " " + days + " days"))
                .orElse("");
        List<String> why = expected.fails().isEmpty() ? expected.missing() : expected.fails();
        return expected.outcome() + given + (why.isEmpty() ? "" : ": " + String.join(", ", why));
    }

    private static String cell(String expression) {
        return expression.replace("|", "\\|");
    }

    private void line(String text) {
        page.append(text.stripTrailing()).append('\n');
    }
}
