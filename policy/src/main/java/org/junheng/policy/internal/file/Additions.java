package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.SchemeVersion.Addition;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Op;
import org.junheng.policy.internal.source.YamlMap;

/**
 * The conditions that areas add to a scheme that is {@code extensible}. Their bits follow the scheme's own, in the
 * order of publication, so that a later one moves none of the earlier.
 */
final class Additions {

    private final List<AreaCode.Level> levels;
    private final List<Added> all = new ArrayList<>();

    Additions(List<AreaCode.Level> levels) {
        this.levels = levels;
    }

    /**
     * One of them.
     *
     * @param addition where and when it applies
     * @param node how the condition is written
     */
    record Added(Addition addition, YamlMap node) {

        /** Whether it applies to the unit and the period. */
        Expr gate() {
            Expr area = new Expr.Literal(addition.area().value(), ValueType.AREA);
            Expr region = new Expr.Given(Expr.Given.What.REGION);
            Expr here = new Expr.Call(Op.WITHIN, List.of(region, area), ValueType.BOOL);
            return new Expr.And(here, Netting.inForce(addition.from(), addition.to(), addition.knownFrom()));
        }

        /** Whether it can apply to periods from one day to another. */
        boolean meets(LocalDate from, Optional<LocalDate> to) {
            LocalDate end = addition.to();
            return (end == null || end.isAfter(from))
                    && to.filter(last -> !addition.from().isBefore(last)).isEmpty();
        }
    }

    /** Takes up what a region adds. */
    void readRegion(YamlMap file, AreaCode area) {
        for (YamlMap node : file.maps("conditions")) {
            if (levels.contains(area.level())) {
                all.add(new Added(read(node, area), node));
            } else {
                node.owner()
                        .fault(
                                Text.format(
                                        "本办法不允许%s一级增加条件。",
                                        "This scheme lets no area of the level %s add conditions.",
                                        ParameterReader.word(area.level())),
                                new Text(
                                        "请在办法中写 extensible: {to: […]}，或删去此条件。",
                                        "Write 'extensible: {to: […]}' in the scheme, or remove the condition."));
            }
        }
    }

    private static Addition read(YamlMap node, AreaCode area) {
        node.only("id", "zh", "en", "legal", "article", "when", "from", "to", "known_from", "note");
        LocalDate from = node.date("from");
        LocalDate knownFrom = node.date("known_from");
        String id = "%s@%s/%s/%s".formatted(node.text("id"), area.shortText(), from, knownFrom);
        LocalDate to = node.findDate("to").orElse(null);
        return new Addition(id, area, from, to, knownFrom, ContentHash.of(node.owner()));
    }

    /** All of them in the order of their bits. */
    List<Added> list() {
        return all.stream()
                .sorted(Comparator.comparing((Added each) -> each.addition().knownFrom())
                        .thenComparing(each -> each.addition().area()))
                .toList();
    }
}
