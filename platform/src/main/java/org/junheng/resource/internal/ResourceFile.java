package org.junheng.resource.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.access.Actor;
import org.junheng.kernel.AreaTree;
import org.junheng.resource.Resource;
import org.junheng.resource.internal.Fault.Reason;
import org.junheng.resource.internal.ResourceDesk.Outcome;
import org.junheng.web.SheetFile;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** Takes resources in from a file: good rows are entered, every fault of the others is told with row and column. */
@Component
class ResourceFile {

    private static final int MOST = 20_000;

    private final ResourceDesk desk;
    private final AreaTree areas;

    ResourceFile(ResourceDesk desk, AreaTree areas) {
        this.desk = desk;
        this.areas = areas;
    }

    /** What became of a file. */
    sealed interface Taken {

        /** It could not be read at all. */
        record Refused(Text why) implements Taken {}

        /**
         * Its rows were looked at.
         *
         * @param dryRun whether nothing was kept
         */
        record Report(boolean dryRun, long added, long changed, long same, List<RowFault> faults) implements Taken {}
    }

    /** A fault with the row of the file and what stands there. */
    record RowFault(int row, Fault fault, String value) {}

    private record Line(int number, Map<ResourceColumn, String> values) {}

    Taken take(byte[] content, Actor actor, boolean dryRun) {
        var sheet = SheetFile.read(content);
        if (sheet.isEmpty()) {
            return new Taken.Refused(Text.of("resource.file.unreadable"));
        }
        var head = sheet.get().stream().filter(ResourceFile::filled).findFirst();
        if (head.isEmpty()) {
            return new Taken.Refused(Text.of("resource.file.empty"));
        }
        var columns = head.get().stream().map(ResourceColumn::ofHeader).toList();
        var missing = Arrays.stream(ResourceColumn.values())
                .filter(column -> column.required() && !columns.contains(Optional.of(column)))
                .map(column -> (Object) column)
                .toList();
        if (!missing.isEmpty()) {
            return new Taken.Refused(Text.of("resource.file.columns", missing.getFirst(), missing.size()));
        }
        var lines = lines(sheet.get(), sheet.get().indexOf(head.get()), columns);
        return lines.isEmpty() || lines.size() > MOST
                ? new Taken.Refused(Text.of(lines.isEmpty() ? "resource.file.empty" : "resource.file.long", MOST))
                : report(lines, actor, dryRun);
    }

    private static boolean filled(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static List<Line> lines(List<List<String>> sheet, int head, List<Optional<ResourceColumn>> columns) {
        var lines = new ArrayList<Line>();
        for (int i = head + 1; i < sheet.size(); i++) {
            var cells = sheet.get(i);
            if (filled(cells)) {
                var values = new EnumMap<ResourceColumn, String>(ResourceColumn.class);
                for (int c = 0; c < Math.min(cells.size(), columns.size()); c++) {
                    var cell = cells.get(c);
                    columns.get(c).ifPresent(column -> values.put(column, cell.strip()));
                }
                lines.add(new Line(i + 1, values));
            }
        }
        return lines;
    }

    private Taken.Report report(List<Line> lines, Actor actor, boolean dryRun) {
        var faults = new ArrayList<RowFault>();
        var good = new LinkedHashMap<Line, Resource>();
        var seen = new HashSet<List<Object>>();
        for (var line : lines) {
            switch (ResourceEntry.read(line.values(), areas, actor)) {
                case ResourceEntry.Outcome.Faulty faulty ->
                    faulty.faults().forEach(fault -> faults.add(fault(line, fault)));
                case ResourceEntry.Outcome.Read(var resource) when seen.add(key(resource)) -> good.put(line, resource);
                case ResourceEntry.Outcome.Read _ ->
                    faults.add(fault(line, new Fault(ResourceColumn.INSTITUTION, Reason.REPEATED)));
            }
        }
        var outcomes = desk.enter(List.copyOf(good.values()), dryRun);
        var entered = outcomes.iterator();
        for (var line : good.keySet()) {
            if (entered.next() instanceof Outcome.Refused(var fault)) {
                faults.add(fault(line, fault));
            }
        }
        faults.sort(Comparator.comparingInt(RowFault::row));
        return new Taken.Report(
                dryRun,
                count(outcomes, Outcome.Added.class),
                count(outcomes, Outcome.Changed.class),
                count(outcomes, Outcome.Same.class),
                List.copyOf(faults));
    }

    private static List<Object> key(Resource resource) {
        return List.of(resource.institution(), resource.kind(), resource.area().county());
    }

    private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static RowFault fault(Line line, Fault fault) {
        return new RowFault(line.number(), fault, line.values().getOrDefault(fault.column(), ""));
    }
}
