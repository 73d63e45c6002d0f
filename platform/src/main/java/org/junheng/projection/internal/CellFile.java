package org.junheng.projection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.demography.Sex;
import org.junheng.demography.consequences.SchemeCost.Cell;
import org.junheng.web.SheetFile;
import org.junheng.web.Text;

/**
 * Reads the cells of a sweep: {@code cells.csv} of the command line, with what every scheme gives every kind of people.
 */
final class CellFile {

    private static final List<String> COLUMNS =
            List.of("scheme", "area", "sex", "age", "order", "persons", "amount_fen");
    private static final int OLDEST = 100;

    private CellFile() {}

    /** What is in it. */
    sealed interface Outcome {

        /** By scheme and six digits of the county. */
        record Read(Map<String, Map<String, List<Cell>>> schemes) implements Outcome {}

        record Refused(Text why) implements Outcome {}
    }

    static Outcome read(byte[] content) {
        var sheet = SheetFile.read(content).orElse(List.of());
        if (sheet.size() < 2 || !sheet.getFirst().containsAll(COLUMNS)) {
            return new Outcome.Refused(Text.of("projection.costs.refused.file", String.join(", ", COLUMNS)));
        }
        var places = COLUMNS.stream().map(sheet.getFirst()::indexOf).toList();
        var schemes = new TreeMap<String, Map<String, List<Cell>>>();
        for (int i = 1; i < sheet.size(); i++) {
            var line = sheet.get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            try {
                var values = places.stream().map(line::get).map(String::strip).toList();
                var cell = cell(values);
                schemes.computeIfAbsent(values.getFirst(), scheme -> new TreeMap<>())
                        .computeIfAbsent(cell.area(), area -> new ArrayList<>())
                        .add(cell);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return new Outcome.Refused(Text.of("projection.costs.refused.row", Integer.toString(i + 1)));
            }
        }
        return new Outcome.Read(schemes);
    }

    private static Cell cell(List<String> values) {
        int age = Integer.parseInt(values.get(3));
        if (!values.get(1).matches("\\d{6}") || !values.get(2).matches("[mf]") || age < 0 || age > OLDEST) {
            throw new IllegalArgumentException("area %s, sex %s, age %d: six digits, m or f, 0 to %d"
                    .formatted(values.get(1), values.get(2), age, OLDEST));
        }
        return new Cell(
                values.get(1),
                values.get(2).equals("m") ? Sex.MALE : Sex.FEMALE,
                age,
                Integer.parseInt(values.get(4)),
                Double.parseDouble(values.get(5)),
                Long.parseLong(values.get(6)));
    }
}
