package org.junheng.cli.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.linkage.Entry;
import org.junheng.linkage.Layout;

/**
 * The records of one or two files in comparable form. Where both files use the same ids, these are told apart by
 * {@code left:} and {@code right:} wherever a result does not say by its column which file is meant.
 *
 * @param right null where one file is searched for duplicates
 * @param hasCommonIds whether an id stands in both files
 */
record RecordFiles(List<Entry> left, @Nullable List<Entry> right, boolean hasCommonIds) {

    private static final String LEFT = "left:";
    private static final String RIGHT = "right:";

    private record Numbered(int line, Entry entry) {}

    static RecordFiles read(Run run, Layout layout) {
        List<Entry> left = entries(run, "left.file", layout);
        if (!run.spec().has("right.file")) {
            return new RecordFiles(left, null, false);
        }
        List<Entry> right = entries(run, "right.file", layout);
        Set<String> ids = left.stream().map(Entry::id).collect(Collectors.toSet());
        if (right.stream().map(Entry::id).noneMatch(ids::contains)) {
            return new RecordFiles(left, right, false);
        }
        return new RecordFiles(told(LEFT, left), told(RIGHT, right), true);
    }

    private static List<Entry> told(String file, List<Entry> entries) {
        return entries.stream().map(entry -> entry.as(file + entry.id())).toList();
    }

    private static List<Entry> entries(Run run, String key, Layout layout) {
        Path file = run.spec().path(key);
        List<Numbered> rows = run.rows(key, layout.columns(), row -> {
            String id = row.text(layout.idColumn());
            if (id.isEmpty()) {
                throw row.wrong(layout.idColumn(), "an id");
            }
            return new Numbered(row.line(), Entry.read(layout, id, row::text));
        });
        if (rows.isEmpty()) {
            throw new InputWrong(file + ": no rows below the header; expected one record a row");
        }
        Map<String, Integer> lines = HashMap.newHashMap(rows.size());
        for (Numbered row : rows) {
            Integer before = lines.putIfAbsent(row.entry.id(), row.line);
            if (before != null) {
                throw InputWrong.at(
                        file,
                        row.line,
                        layout.idColumn(),
                        row.entry.id(),
                        "an id no other record has (line " + before + " has it)");
            }
        }
        return rows.stream().map(Numbered::entry).toList();
    }

    /** A left id as its file has it. */
    String leftId(String id) {
        return hasCommonIds ? id.substring(LEFT.length()) : id;
    }

    /** The id on the right of a pair as its file has it. */
    String rightId(String id) {
        return hasCommonIds ? id.substring(RIGHT.length()) : id;
    }

    /** The id by which a record of the left file is known here. */
    String left(String id) {
        return hasCommonIds ? LEFT + id : id;
    }

    /** The id by which the other record of a pair is known here. */
    String right(String id) {
        return hasCommonIds ? RIGHT + id : id;
    }
}
