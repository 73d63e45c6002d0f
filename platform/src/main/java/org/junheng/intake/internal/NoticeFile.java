package org.junheng.intake.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junheng.intake.DeliveryRefused;
import org.junheng.intake.DeliveryRefused.Reason;
import org.junheng.web.SheetFile;

/** Reads birth notices from CSV (UTF-8 or GB18030, with or without a byte order mark) or an Excel workbook. */
final class NoticeFile {

    private NoticeFile() {}

    static List<NoticeRow> read(byte[] content) {
        var lines = SheetFile.read(content).orElseThrow(() -> new DeliveryRefused(Reason.FORMAT, ""));
        var filled = lines.stream()
                .filter(line -> line.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (filled.size() < 2) {
            throw new DeliveryRefused(Reason.EMPTY, "");
        }
        var columns = columns(filled.getFirst());
        var rows = new ArrayList<NoticeRow>(lines.size());
        for (int i = lines.indexOf(filled.getFirst()) + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(i + 1, columns, line));
            }
        }
        return rows;
    }

    private static List<Optional<NoticeColumn>> columns(List<String> header) {
        var columns = header.stream().map(NoticeColumn::ofHeader).toList();
        var missing = Arrays.stream(NoticeColumn.values())
                .filter(column -> column.required() && !columns.contains(Optional.of(column)))
                .map(NoticeColumn::zh)
                .toList();
        if (!missing.isEmpty()) {
            throw new DeliveryRefused(Reason.COLUMNS, String.join("、", missing));
        }
        return columns;
    }

    private static NoticeRow row(int number, List<Optional<NoticeColumn>> columns, List<String> line) {
        var values = new EnumMap<NoticeColumn, String>(NoticeColumn.class);
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            var text = line.get(i).strip();
            if (!text.isEmpty()) {
                columns.get(i).ifPresent(column -> values.put(column, text));
            }
        }
        return new NoticeRow(number, values);
    }
}
