package org.junheng.population.internal.files;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Map;
import org.junheng.population.Assumptions;
import org.junheng.population.SnapshotSchema;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.sweep.Sheets;
import org.junheng.population.internal.sweep.Sql;
import org.junheng.tables.Tables;

/**
 * Writes what services know: employment, certificates of complications, and who draws which scheme. Chosen by the key
 * alone, so that the same person has the same answer in every county made.
 */
final class ServiceFiles {

    private static final String WORK = """
            SELECT key AS person, employed, employed AND {draw:2} < {insured} AS insured,
                   CASE WHEN employed THEN CAST(450000 + key % 61 * 10000 AS BIGINT) END AS employer_wage_fen,
                   retired_on
              FROM (SELECT key, birth BETWEEN {on-59y} AND {on-20y} AND {draw:1} < {employed} AS employed,
                           CASE WHEN {draw:3} < {retired} AND retirement <= {on} THEN retirement END AS retired_on
                      FROM (SELECT key, birth, CAST(birth + CASE sex WHEN 1 THEN 21915 ELSE 20089 END AS DATE) AS retirement
                              FROM snapshot.person WHERE birth <= {on-16y} AND death IS NULL))
             ORDER BY key
            """;

    private static final String COMPLICATION = """
            SELECT key AS person, CAST(1 + key % 3 AS TINYINT) AS grade, DATE '1990-01-01' + key % 7000 AS certified
              FROM snapshot.person
             WHERE sex = 2 AND birth BETWEEN DATE '1933-01-01' AND DATE '1970-12-31' AND death IS NULL
               AND {draw:4} < {complication}
             ORDER BY key
            """;

    private static final String DRAWN = """
            SELECT unit_key, '%s' AS unit, '%s' AS scheme, {county:area} AS office, CAST(filed AS DATE) AS filed,
                   'parent' AS applicant, CAST(confirmed_since AS DATE) AS confirmed_since,
                   CAST(confirmed_through AS DATE) AS confirmed_through
              FROM (%s)
             WHERE filed <= {on} AND {draw:%d} < %d
            """;

    private final int on;
    private final Assumptions assumptions;
    private final Tables tables;

    ServiceFiles(int on, Assumptions assumptions, Tables tables) {
        this.on = on;
        this.assumptions = assumptions;
        this.tables = tables;
    }

    void write(Path folder) {
        Sql sql = new Sql(folder, Day.date(on))
                .with("employed", tenths("employed.percent"))
                .with("insured", tenths("insured.percent"))
                .with("retired", tenths("retired.percent"))
                .with("complication", assumptions.value("complication.permille"));
        export(folder, SnapshotSchema.WORK.fileName(), sql.fill(WORK));
        export(folder, SnapshotSchema.COMPLICATION.fileName(), sql.fill(COMPLICATION));
        String all =
                Sheets.list("enrolments.yaml").stream().map(ServiceFiles::drawn).collect(joining(" UNION ALL "));
        String keyed = sql.fill(all.replace("{draw:", "{draw@unit_key:"));
        export(folder, SnapshotSchema.BENEFIT.fileName(), keyed + " ORDER BY unit_key, unit, scheme");
    }

    private static String drawn(Map<String, Object> enrolment) {
        String scheme = enrolment.getOrDefault("scheme", "").toString();
        String percent = enrolment.getOrDefault("percent", "").toString();
        return DRAWN.formatted(
                enrolment.get("unit"),
                scheme,
                enrolment.get("select"),
                scheme.hashCode() % 1000,
                Integer.parseInt(percent) * 10);
    }

    private double tenths(String percent) {
        return assumptions.value(percent) * 10;
    }

    private void export(Path folder, String file, String query) {
        tables.export(query, folder.resolve(file));
    }
}
