package org.junheng.simulation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.Scheme;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;

/**
 * The parameters an analyst may move: amounts and whole numbers of the scheme itself, and those the law leaves to
 * areas, for the analyst's own area, the areas above it, and those within it that have set their own.
 *
 * @param home the analyst's area
 * @param today the day whose values are moved
 */
record Levers(AreaCode home, LocalDate today) {

    private static final int FEN = 100;
    private static final int TIMES = 3;
    private static final int LEAST = 10;

    /**
     * A parameter that can be moved.
     *
     * @param name as an overlay calls it: the parameter, or parameter@area
     * @param area the area whose value it is; empty for that of the scheme
     * @param own whether the area has set it, not one above
     * @param money whether values are yuan, else a whole number
     * @param value the value in force
     * @param most the end of the slider
     */
    record Lever(String name, Text label, Optional<AreaCode> area, boolean own, boolean money, long value, long most) {}

    List<Lever> of(Scheme scheme) {
        return scheme.parameters().stream()
                .filter(each -> movable(each.type().kind()))
                .flatMap(this::of)
                .toList();
    }

    private static boolean movable(ValueType.Kind kind) {
        return kind == ValueType.Kind.MONEY || kind == ValueType.Kind.INT;
    }

    private Stream<Lever> of(Parameter parameter) {
        var national = inForce(parameter, Optional.empty()).map(value -> lever(parameter, value, Optional.empty()));
        var regional = areas(parameter)
                .flatMap(area -> inForce(parameter, Optional.of(area)).stream()
                        .map(value -> lever(parameter, value, Optional.of(area))));
        return Stream.concat(national.stream(), regional);
    }

    private Stream<AreaCode> areas(Parameter parameter) {
        var levels = parameter.delegation().map(Parameter.Delegation::levels).orElse(List.of());
        var above = Stream.iterate(Optional.of(home), Optional::isPresent, area -> area.flatMap(AreaCode::parent))
                .map(Optional::orElseThrow);
        var within = parameter.values().stream()
                .flatMap(value -> Stream.ofNullable(value.area()))
                .filter(home::contains);
        return Stream.concat(above, within)
                .filter(area -> levels.contains(area.level()))
                .distinct()
                .sorted();
    }

    /** The value an area has set, else that of the nearest area above. */
    private Optional<Parameter.Value> inForce(Parameter parameter, Optional<AreaCode> area) {
        var own = parameter.values().stream()
                .filter(value -> Optional.ofNullable(value.area()).equals(area))
                .toList();
        var found = Parameter.inForce(own, today, today);
        return found.isPresent() || area.isEmpty() ? found : inForce(parameter, area.flatMap(AreaCode::parent));
    }

    private static Lever lever(Parameter parameter, Parameter.Value value, Optional<AreaCode> area) {
        boolean money = parameter.type().kind() == ValueType.Kind.MONEY;
        long number = money ? value.number() / FEN : value.number();
        return new Lever(
                parameter.name() + area.map(each -> "@" + each.shortText()).orElse(""),
                parameter.label(),
                area,
                Optional.ofNullable(value.area()).equals(area),
                money,
                number,
                Math.max(LEAST, number * TIMES));
    }
}
