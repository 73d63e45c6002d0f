package org.junheng.resource.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Actor;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.resource.Resource;
import org.junheng.resource.Resource.Amount;
import org.junheng.resource.Resource.Origin;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.internal.Fault.Reason;

/** Reads what was typed, or stands in a row of a file: a resource, or everything that is wrong. */
final class ResourceEntry {

    private static final int LONGEST = 200;
    private static final int MOST_MONTHS = 216;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final Pattern YUAN = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final Map<ResourceColumn, String> typed;
    private final AreaTree areas;
    private final Actor actor;
    private final List<Fault> faults = new ArrayList<>();

    private ResourceEntry(Map<ResourceColumn, String> typed, AreaTree areas, Actor actor) {
        this.typed = typed;
        this.areas = areas;
        this.actor = actor;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Read(Resource resource) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}
    }

    static Outcome read(Map<ResourceColumn, String> typed, AreaTree areas, Actor actor) {
        return new ResourceEntry(typed, areas, actor).read();
    }

    private Outcome read() {
        for (var column : ResourceColumn.values()) {
            if (column.required() && text(column).isEmpty()) {
                faults.add(new Fault(column, Reason.REQUIRED));
            } else if (text(column).length() > LONGEST) {
                faults.add(new Fault(column, Reason.TOO_LONG));
            }
        }
        var kind = kind();
        var area = area();
        var amount = amount();
        var terms = kind == null || !kind.forChildren() ? Optional.<Terms>empty() : terms();
        var valid = valid();
        if (!faults.isEmpty() || kind == null || area == null || amount == null || valid == null) {
            return new Outcome.Faulty(List.copyOf(faults));
        }
        return new Outcome.Read(new Resource(
                text(ResourceColumn.INSTITUTION),
                kind,
                area,
                amount,
                terms,
                valid,
                new Origin(text(ResourceColumn.SOURCE), false)));
    }

    private String text(ResourceColumn column) {
        return typed.getOrDefault(column, "").strip();
    }

    private @Nullable ResourceKind kind() {
        var text = text(ResourceColumn.KIND);
        for (var kind : ResourceKind.values()) {
            if (List.of(kind.code(), kind.zh(), kind.en()).contains(text)) {
                return kind;
            }
        }
        return text.isEmpty() ? null : wrong(ResourceColumn.KIND, Reason.KIND);
    }

    private @Nullable AreaCode area() {
        var text = text(ResourceColumn.AREA);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{6}|\\d{9}|\\d{12}")) {
            return wrong(ResourceColumn.AREA, Reason.AREA);
        }
        var code = text.startsWith("0") ? null : AreaCode.of(text);
        if (code == null
                || code.level().compareTo(AreaCode.Level.COUNTY) < 0
                || areas.find(code).isEmpty()) {
            return wrong(ResourceColumn.AREA, Reason.AREA);
        }
        return actor.answersFor(code) ? code : wrong(ResourceColumn.AREA, Reason.NOT_YOURS);
    }

    private @Nullable Amount amount() {
        var units = whole(ResourceColumn.UNITS);
        var occupied = whole(ResourceColumn.OCCUPIED);
        if (units.isEmpty()) {
            return null;
        }
        if (occupied.filter(used -> used > units.get()).isPresent()) {
            return wrong(ResourceColumn.OCCUPIED, Reason.MORE_THAN_THERE_ARE);
        }
        return new Amount(units.get(), occupied);
    }

    private Optional<Integer> whole(ResourceColumn column) {
        var text = text(column);
        if (!text.isEmpty() && !WHOLE.matcher(text).matches()) {
            faults.add(new Fault(column, Reason.NUMBER));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(text));
    }

    private Optional<Terms> terms() {
        var from = whole(ResourceColumn.FROM_MONTHS);
        var before = whole(ResourceColumn.BEFORE_MONTHS);
        var fee = fee();
        boolean inclusive = inclusive();
        if (from.isEmpty()
                && before.isEmpty()
                && fee.isEmpty()
                && text(ResourceColumn.INCLUSIVE).isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || before.isEmpty()) {
            faults.add(new Fault(
                    from.isEmpty() ? ResourceColumn.FROM_MONTHS : ResourceColumn.BEFORE_MONTHS, Reason.REQUIRED));
            return Optional.empty();
        }
        if (from.get() >= before.get() || before.get() > MOST_MONTHS) {
            faults.add(new Fault(ResourceColumn.BEFORE_MONTHS, Reason.AGES));
            return Optional.empty();
        }
        return Optional.of(new Terms(from.get(), before.get(), fee, inclusive));
    }

    private Optional<Money> fee() {
        var text = text(ResourceColumn.FEE).replace(",", "");
        if (!text.isEmpty() && !YUAN.matcher(text).matches()) {
            faults.add(new Fault(ResourceColumn.FEE, Reason.FEE));
            return Optional.empty();
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofFen(new BigDecimal(text).movePointRight(2).longValueExact()));
    }

    private boolean inclusive() {
        var text = text(ResourceColumn.INCLUSIVE).toLowerCase(Locale.ROOT);
        if (!List.of("", "是", "否", "true", "false", "yes", "no").contains(text)) {
            faults.add(new Fault(ResourceColumn.INCLUSIVE, Reason.YES_NO));
        }
        return List.of("是", "true", "yes").contains(text);
    }

    private @Nullable DateRange valid() {
        var from = day(ResourceColumn.FROM);
        var to = day(ResourceColumn.TO);
        if (from.isEmpty()) {
            return null;
        }
        if (to.filter(end -> !end.isAfter(from.get())).isPresent()) {
            return wrong(ResourceColumn.TO, Reason.ENDS_BEFORE);
        }
        return new DateRange(from.get(), to.orElse(null));
    }

    private Optional<LocalDate> day(ResourceColumn column) {
        var text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var parts = DAY.matcher(text);
        try {
            if (parts.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))));
            }
        } catch (DateTimeException e) {
            // The 31st of a month that has none is no date, as letters are none.
        }
        faults.add(new Fault(column, Reason.DATE));
        return Optional.empty();
    }

    private <T> @Nullable T wrong(ResourceColumn column, Reason reason) {
        faults.add(new Fault(column, reason));
        return null;
    }
}
