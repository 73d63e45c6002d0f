package org.junheng.benefit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Corrections.Statement;
import org.junheng.register.Corrections.Weight;
import org.junheng.register.PersonState;

/**
 * Register, application and other sources side by side. What a reviewer has to look at is only what differs, and what
 * nobody but the family says.
 */
final class FactComparison {

    private FactComparison() {}

    /** How a fact stands. */
    enum Tone {
        /** Register and application agree, or only the register speaks. */
        SAME,
        /** Two of them say different things. */
        DIFFERS,
        /** The register does not know; only the family says so. */
        ONLY_STATED
    }

    /**
     * A fact in a row.
     *
     * @param key key of its name: {@code benefit.compare.<key>}
     * @param register what the register says; null for nothing
     * @param source code of the source of that; null for none
     * @param stated what the application says; null for nothing
     * @param other what else is said: by another source, or found by the office
     * @param tone how it stands
     */
    record Row(
            String key,
            @Nullable Object register,
            @Nullable String source,
            @Nullable Object stated,
            List<Object> other,
            Tone tone) {

        Row {
            other = List.copyOf(other);
        }

        public boolean same() {
            return tone == Tone.SAME;
        }
    }

    /**
     * What is compared.
     *
     * @param situation what the register knows of the child
     * @param claimed what the claim adds
     * @param births every statement of the birth
     * @param family names of the child and its parents
     * @param holder holder of the account
     */
    record Sides(
            ChildSituation situation, Claimed claimed, List<Statement> births, Set<String> family, String holder) {}

    static List<Row> rows(Sides sides) {
        var rows = new ArrayList<Row>();
        rows.add(born(sides));
        hukou(sides).ifPresent(rows::add);
        var child = sides.situation().child();
        boolean noticed = child.born()
                .filter(born -> born.statedBy().contains("hospital"))
                .isPresent();
        yesNo(sides, ChildFacts.CERTIFIED, noticed, noticed ? "hospital" : null).ifPresent(rows::add);
        var on = sides.claimed().filedOn();
        boolean national = sides.situation().likelyHukou(on).isPresent();
        yesNo(sides, ChildFacts.NATIONAL, national, national ? "register" : null)
                .ifPresent(rows::add);
        rows.add(account(sides));
        return rows;
    }

    /** Nothing for a reviewer to look at. */
    static boolean clean(List<Row> rows) {
        return rows.stream().allMatch(Row::same);
    }

    private static Row born(Sides sides) {
        var born = sides.situation().child().born();
        var source = born.map(each -> each.evidence().source()).orElse(null);
        var day = born.map(PersonState.Dated::on).orElse(null);
        var others = sides.births().stream()
                .filter(statement -> statement.weight() == Weight.OTHER)
                .map(Statement::value)
                .filter(value -> day == null || !value.equals(day.toString()))
                .distinct()
                .<Object>map(java.time.LocalDate::parse)
                .toList();
        return new Row("born", day, source, null, others, others.isEmpty() ? Tone.SAME : Tone.DIFFERS);
    }

    private static Optional<Row> hukou(Sides sides) {
        var on = sides.claimed().filedOn();
        var stated = Optional.ofNullable(sides.claimed().declared().get(ChildFacts.HUKOU))
                .map(AreaCode::of);
        var found = found(sides.claimed(), ChildFacts.HUKOU).map(AreaCode::of);
        var own = sides.situation().hukou(on);
        var known = own.or(() -> sides.situation().likelyHukou(on));
        if (known.isEmpty() && stated.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        boolean agree =
                known.map(AreaCode::township).equals(stated.or(() -> known).map(AreaCode::township));
        var tone = known.isEmpty() ? Tone.ONLY_STATED : agree && found.isEmpty() ? Tone.SAME : Tone.DIFFERS;
        return Optional.of(new Row(
                own.isPresent() || known.isEmpty() ? "hukou" : "hukou-with-parent",
                known.orElse(null),
                known.isPresent() ? "register" : null,
                stated.orElse(null),
                found.<List<Object>>map(List::of).orElse(List.of()),
                tone));
    }

    private static Optional<Row> yesNo(Sides sides, String fact, boolean known, @Nullable String source) {
        var stated = Optional.ofNullable(sides.claimed().declared().get(fact)).map(Boolean::valueOf);
        var found = found(sides.claimed(), fact).map(Boolean::valueOf);
        if (!known && stated.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        boolean agree = !known || stated.orElse(true);
        var tone = !agree || found.isPresent() ? Tone.DIFFERS : known ? Tone.SAME : Tone.ONLY_STATED;
        return Optional.of(new Row(
                fact.substring(fact.indexOf('.') + 1),
                known ? Boolean.TRUE : null,
                source,
                stated.orElse(null),
                found.<List<Object>>map(List::of).orElse(List.of()),
                tone));
    }

    private static Optional<String> found(Claimed claimed, String fact) {
        return Optional.ofNullable(claimed.found().get(fact)).map(Claimed.Found::value);
    }

    /** Money goes to the applicant or the child; another holder is a slip of the pen or worse. */
    private static Row account(Sides sides) {
        boolean theirs = sides.family().contains(sides.holder());
        var names = sides.family().stream().sorted().collect(Collectors.joining("、"));
        return new Row("holder", names, "register", sides.holder(), List.of(), theirs ? Tone.SAME : Tone.DIFFERS);
    }

    /** Rows of each tone, for a page that shows what differs first. */
    static Map<Boolean, List<Row>> bySame(List<Row> rows) {
        return rows.stream().collect(Collectors.partitioningBy(Row::same));
    }
}
