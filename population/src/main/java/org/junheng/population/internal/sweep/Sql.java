package org.junheng.population.internal.sweep;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junheng.population.SnapshotSchema;
import org.junheng.tables.TableSchema;

/**
 * Fills in the placeholders of a statement over a snapshot: {@code snapshot.person} is the table's file, {@code {on}}
 * the day, {@code {on-18y}} a day so many years before, {@code {county:x}} the county of an area, {@code {draw:n}} a
 * number from 0 to 999 that hangs on the key, {@code {keys:x}} whether x lies in a range of keys.
 */
public final class Sql {

    private static final Pattern TABLE = Pattern.compile("snapshot\\.\"?(\\w+)\"?");
    private static final Pattern YEARS_BEFORE = Pattern.compile("\\{on-(\\d+)y}");
    private static final Pattern COUNTY = Pattern.compile("\\{county:([\\w.]+)}");
    private static final Pattern KEYS = Pattern.compile("\\{keys:([\\w.]+)}");
    private static final Pattern DRAW = Pattern.compile("\\{draw(?:@(\\w+))?:(-?\\d+)}");

    private final Path snapshot;
    private final LocalDate on;
    private final Map<String, String> values = new HashMap<>();
    private String keys = "TRUE";

    /** For one snapshot and day. */
    public Sql(Path snapshot, LocalDate on) {
        this.snapshot = snapshot;
        this.on = on;
    }

    /** A value of its own: {@code {name}}. */
    public Sql with(String name, double value) {
        values.put("{" + name + "}", Double.toString(value));
        return this;
    }

    /** For the keys from, inclusive, to, exclusive; for all before. */
    Sql ofKeys(long from, long to) {
        keys = "($1 >= %d AND $1 < %d)".formatted(from, to);
        return this;
    }

    /** The statement without placeholders. */
    public String fill(String statement) {
        String text = TABLE.matcher(statement).replaceAll(table -> quote(file(table.group(1))));
        text = YEARS_BEFORE
                .matcher(text.replace("{on}", day(on)))
                .replaceAll(years -> day(on.minusYears(Long.parseLong(years.group(1)))));
        text = COUNTY.matcher(text).replaceAll("($1 // 1000000 * 1000000)");
        text = KEYS.matcher(text).replaceAll(keys);
        text = DRAW.matcher(text).replaceAll(Sql::draw);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static String draw(MatchResult match) {
        String key = match.group(1) == null ? "key" : match.group(1);
        long salt = Math.floorMod(Long.parseLong(match.group(2)), 1000L) * 40_503;
        return "((CAST(%s AS BIGINT) * 48271 + %d) %% 1000003 * 48271 %% 1000003 %% 1000)".formatted(key, salt);
    }

    /** A table the snapshot does not have is one without a row. */
    private String file(String table) {
        Path file = snapshot.resolve(table + ".parquet");
        return Files.isRegularFile(file) ? "read_parquet('" + literal(file) + "')" : nothing(table);
    }

    private static String nothing(String table) {
        TableSchema schema = SnapshotSchema.list().stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A snapshot has no table " + table));
        return schema.columns().stream()
                .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.type(), column.name()))
                .collect(joining(", ", "(SELECT ", " WHERE FALSE)"));
    }

    /** A path as it stands between apostrophes. */
    static String literal(Path path) {
        return path.toAbsolutePath().toString().replace("'", "''");
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /** A day as a literal. */
    static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }
}
