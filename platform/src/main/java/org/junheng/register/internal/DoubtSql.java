package org.junheng.register.internal;

import static java.util.Map.entry;

import java.util.Map;
import org.junheng.register.Doubt;

/**
 * One set-based statement for each doubt: the person, what tells this finding apart, the other person, the two dates
 * and the record that says so. {@code :today} is the day of the check.
 */
final class DoubtSql {

    private DoubtSql() {}

    /**
     * The township of a person {@code p}: of residence where that is in the area asked about, else of registration,
     * else of service.
     */
    private static final String TOWNSHIP = """
            CASE WHEN p.residence_area >= :from AND p.residence_area < :to THEN p.residence_area
                 WHEN p.hukou_area >= :from AND p.hukou_area < :to THEN p.hukou_area
                 ELSE p.service_area END / 1000 * 1000
            """;

    private static final String WITHIN = """
             p.merged_into IS NULL
               AND (   p.residence_area >= :from AND p.residence_area < :to
                    OR p.hukou_area     >= :from AND p.hukou_area     < :to
                    OR p.service_area   >= :from AND p.service_area   < :to)
            """;

    /**
     * Events that stand, with the person they are linked to now: what {@code register.stated_event} holds, without the
     * precedence.
     */
    private static final String STANDING_EVENT = """
            (SELECT l.person_id, x.id, x.record_id, x.kind, x.occurred_on, x.area, x.value, x.recorded_at
               FROM register.person_link l
               JOIN register.life_event x ON x.record_id = l.record_id
              WHERE l.known_to = 'infinity' AND x.kind <> 'revocation'
                AND NOT EXISTS (SELECT FROM register.life_event r WHERE r.revokes = x.id))
            """;

    /** Only of whom more than one record tells can two records differ. */
    private static final String TOLD_TWICE = """
             e.person_id IN (SELECT t.person_id FROM register.person_link t WHERE t.known_to = 'infinity'
                              GROUP BY t.person_id HAVING count(*) > 1)
            """;

    private static final Map<Doubt, String> BODIES = Map.ofEntries(
            entry(Doubt.NO_ID_NUMBER, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, q.born_on AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.died_on IS NULL AND q.born_on < :today::date - interval '1 year'
                       AND NOT EXISTS (SELECT FROM register.identity i WHERE i.person_id = q.id AND i.id_no_index IS NOT NULL)
                    """),
            entry(Doubt.NO_BIRTH, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, NULL::date AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.born_on IS NULL
                    """),
            entry(Doubt.NO_SEX, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, q.born_on AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.sex NOT IN ('1', '2')
                    """),
            entry(Doubt.NO_REGISTERED_PLACE, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, NULL::date AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.hukou_area IS NULL AND q.died_on IS NULL
                    """),
            entry(Doubt.NO_USUAL_PLACE, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, NULL::date AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.residence_area IS NULL AND q.died_on IS NULL
                    """),
            entry(Doubt.NO_MOTHER, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, q.born_on AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.died_on IS NULL AND q.born_on > :today::date - interval '18 years'
                       AND NOT EXISTS (SELECT FROM register.parentage m
                                        WHERE m.child_id = q.id AND m.role IN ('mother', 'adoptive-mother') AND m.known_to = 'infinity')
                    """),
            entry(Doubt.LONG_PROVISIONAL, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id,
                           (q.created_at AT TIME ZONE 'Asia/Shanghai')::date AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.provisional AND (q.created_at AT TIME ZONE 'Asia/Shanghai')::date < :today::date - 30
                    """),
            entry(Doubt.SAME_ID_NUMBER, """
                    SELECT DISTINCT a.person_id, b.person_id::text AS key, b.person_id AS other_id, NULL::date AS one, NULL::date AS two,
                           a.record_id
                      FROM register.identity a
                      JOIN register.identity b ON b.id_no_index = a.id_no_index AND b.person_id <> a.person_id
                    """),
            entry(Doubt.BIRTHS_DIFFER, """
                    SELECT e.person_id, '' AS key, NULL::uuid AS other_id, min(e.occurred_on) AS one, max(e.occurred_on) AS two,
                           max(e.record_id::text)::uuid AS record_id
                      FROM standing_event e
                     WHERE e.kind = 'birth' AND told_twice
                     GROUP BY e.person_id
                    HAVING min(e.occurred_on) <> max(e.occurred_on)
                    """),
            entry(Doubt.SEXES_DIFFER, """
                    SELECT e.person_id, '' AS key, NULL::uuid AS other_id, NULL::date AS one, NULL::date AS two,
                           max(e.record_id::text)::uuid AS record_id
                      FROM standing_event e
                     WHERE e.kind = 'birth' AND e.value IN ('1', '2') AND told_twice
                     GROUP BY e.person_id
                    HAVING min(e.value) <> max(e.value)
                    """),
            entry(Doubt.DEATHS_DIFFER, """
                    SELECT e.person_id, '' AS key, NULL::uuid AS other_id, min(e.occurred_on) AS one, max(e.occurred_on) AS two,
                           max(e.record_id::text)::uuid AS record_id
                      FROM standing_event e
                     WHERE e.kind = 'death' AND told_twice
                     GROUP BY e.person_id
                    HAVING min(e.occurred_on) <> max(e.occurred_on)
                    """),
            entry(Doubt.PLACES_DIFFER, """
                    SELECT e.person_id, e.kind || e.occurred_on AS key, NULL::uuid AS other_id, e.occurred_on AS one, NULL::date AS two,
                           NULL::uuid AS record_id
                      FROM standing_event e
                     WHERE e.kind IN ('registered-residence', 'usual-residence') AND told_twice
                     GROUP BY e.person_id, e.kind, e.occurred_on
                    HAVING min(e.area) <> max(e.area)
                    """),
            entry(Doubt.DEATH_BEFORE_BIRTH, """
                    SELECT v.person_id, '' AS key, NULL::uuid AS other_id, v.born_on AS one, v.died_on AS two, d.record_id
                      FROM register.vital v
                      JOIN register.life_event d ON d.id = v.death_event
                     WHERE v.known_to = 'infinity' AND v.died_on < v.born_on
                    """),
            entry(Doubt.EVENT_BEFORE_BIRTH, """
                    SELECT e.person_id, e.id::text AS key, NULL::uuid AS other_id, v.born_on AS one, e.occurred_on AS two, e.record_id
                      FROM register.vital v
                      JOIN standing_event e ON e.person_id = v.person_id AND e.occurred_on < v.born_on
                     WHERE v.known_to = 'infinity'
                       AND e.kind IN ('registered-residence', 'usual-residence', 'service-area', 'hukou-category', 'marriage', 'divorce',
                                      'adoption', 'disability')
                    """),
            entry(Doubt.EVENT_AFTER_DEATH, """
                    SELECT e.person_id, e.id::text AS key, NULL::uuid AS other_id, v.died_on AS one, e.occurred_on AS two, e.record_id
                      FROM register.vital v
                      JOIN standing_event e ON e.person_id = v.person_id AND e.occurred_on > v.died_on
                     WHERE v.known_to = 'infinity' AND v.died_on IS NOT NULL
                       AND e.kind IN ('registered-residence', 'usual-residence', 'service-area', 'hukou-category', 'marriage', 'divorce',
                                      'adoption', 'disability')
                    """),
            entry(Doubt.IN_THE_FUTURE, """
                    SELECT e.person_id, e.id::text AS key, NULL::uuid AS other_id, e.occurred_on AS one, NULL::date AS two, e.record_id
                      FROM standing_event e
                     WHERE e.occurred_on > :today::date
                    """),
            entry(Doubt.TOO_OLD, """
                    SELECT q.id AS person_id, '' AS key, NULL::uuid AS other_id, q.born_on AS one, NULL::date AS two, NULL::uuid AS record_id
                      FROM register.person q
                     WHERE q.died_on IS NULL AND q.born_on <= :today::date - interval '116 years'
                    """),
            entry(Doubt.TWO_MOTHERS, """
                    SELECT e.person_id, '' AS key, max(m.person_id::text)::uuid AS other_id, max(e.occurred_on) AS one, NULL::date AS two,
                           max(e.record_id::text)::uuid AS record_id
                      FROM standing_event e
                      JOIN register.stated_participant m ON m.event_id = e.id AND m.role = 'mother'
                     WHERE e.kind = 'birth' AND told_twice
                     GROUP BY e.person_id
                    HAVING min(m.person_id::text) <> max(m.person_id::text)
                    """),
            entry(Doubt.MOTHER_TOO_YOUNG, """
                    SELECT m.child_id AS person_id, m.parent_id::text AS key, m.parent_id AS other_id, c.born_on AS one, v.born_on AS two,
                           NULL::uuid AS record_id
                      FROM register.parentage m
                      JOIN register.vital c ON c.person_id = m.child_id AND c.known_to = 'infinity'
                      JOIN register.vital v ON v.person_id = m.parent_id AND v.known_to = 'infinity'
                     WHERE m.known_to = 'infinity' AND m.role = 'mother' AND c.born_on < v.born_on + interval '12 years'
                    """),
            entry(Doubt.MOTHER_TOO_OLD, """
                    SELECT m.child_id AS person_id, m.parent_id::text AS key, m.parent_id AS other_id, c.born_on AS one, v.born_on AS two,
                           NULL::uuid AS record_id
                      FROM register.parentage m
                      JOIN register.vital c ON c.person_id = m.child_id AND c.known_to = 'infinity'
                      JOIN register.vital v ON v.person_id = m.parent_id AND v.known_to = 'infinity'
                     WHERE m.known_to = 'infinity' AND m.role = 'mother' AND c.born_on >= v.born_on + interval '60 years'
                    """),
            entry(Doubt.MOTHER_DEAD, """
                    SELECT m.child_id AS person_id, m.parent_id::text AS key, m.parent_id AS other_id, c.born_on AS one, v.died_on AS two,
                           NULL::uuid AS record_id
                      FROM register.parentage m
                      JOIN register.vital c ON c.person_id = m.child_id AND c.known_to = 'infinity'
                      JOIN register.vital v ON v.person_id = m.parent_id AND v.known_to = 'infinity'
                     WHERE m.known_to = 'infinity' AND m.role = 'mother' AND c.born_on > v.died_on
                    """),
            entry(Doubt.FATHER_LONG_DEAD, """
                    SELECT m.child_id AS person_id, m.parent_id::text AS key, m.parent_id AS other_id, c.born_on AS one, v.died_on AS two,
                           NULL::uuid AS record_id
                      FROM register.parentage m
                      JOIN register.vital c ON c.person_id = m.child_id AND c.known_to = 'infinity'
                      JOIN register.vital v ON v.person_id = m.parent_id AND v.known_to = 'infinity'
                     WHERE m.known_to = 'infinity' AND m.role = 'father' AND c.born_on > v.died_on + 300
                    """),
            entry(Doubt.SIBLINGS_TOO_CLOSE, """
                    SELECT s.child_id AS person_id, s.elder::text AS key, s.elder AS other_id, s.born_on AS one, s.elder_born_on AS two,
                           NULL::uuid AS record_id
                      FROM (SELECT m.child_id, c.born_on, lag(m.child_id) OVER w AS elder, lag(c.born_on) OVER w AS elder_born_on
                              FROM register.parentage m
                              JOIN register.vital c ON c.person_id = m.child_id AND c.known_to = 'infinity'
                             WHERE m.known_to = 'infinity' AND m.role = 'mother'
                            WINDOW w AS (PARTITION BY m.parent_id ORDER BY c.born_on, m.child_id)) s
                     WHERE s.born_on - s.elder_born_on BETWEEN 2 AND 180
                    """),
            entry(Doubt.MARRIED_TO_DEAD, """
                    SELECT e.person_id, e.id::text AS key, s.person_id AS other_id, e.occurred_on AS one, v.died_on AS two, e.record_id
                      FROM register.vital v
                      JOIN register.stated_participant s ON s.person_id = v.person_id AND s.role = 'spouse'
                      JOIN standing_event e ON e.id = s.event_id AND e.kind = 'marriage' AND e.occurred_on > v.died_on
                     WHERE v.known_to = 'infinity' AND v.died_on IS NOT NULL
                    """),
            entry(Doubt.TWO_MARRIAGES, """
                    SELECT a.person_id, b.event_id::text AS key, b.spouse_id AS other_id, a.valid_from AS one, b.valid_from AS two,
                           NULL::uuid AS record_id
                      FROM register.couple a
                      JOIN register.couple b ON b.person_id = a.person_id AND b.known_to = 'infinity' AND b.spouse_id <> a.spouse_id
                                            AND (a.valid_from, a.event_id) < (b.valid_from, b.event_id) AND b.valid_from < a.valid_to
                     WHERE a.known_to = 'infinity'
                    """),
            entry(Doubt.MARRIED_TOO_YOUNG, """
                    SELECT c.person_id, c.event_id::text AS key, c.spouse_id AS other_id, c.valid_from AS one, v.born_on AS two,
                           NULL::uuid AS record_id
                      FROM register.couple c
                      JOIN register.vital v ON v.person_id = c.person_id AND v.known_to = 'infinity'
                     WHERE c.known_to = 'infinity' AND c.valid_from < v.born_on + interval '16 years'
                    """),
            entry(Doubt.DIVORCED_UNMARRIED, """
                    SELECT e.person_id, e.id::text AS key, NULL::uuid AS other_id, e.occurred_on AS one, NULL::date AS two, e.record_id
                      FROM standing_event e
                     WHERE e.kind = 'divorce'
                       AND NOT EXISTS (SELECT FROM register.couple c
                                        WHERE c.person_id = e.person_id AND c.known_to = 'infinity' AND c.valid_from <= e.occurred_on)
                    """));

    private static final String FOUND = """
            SELECT f.person_id, f.key, f.other_id, f.one, f.two, %s AS township, coalesce(r.source, '') AS source
              FROM (%s) f
              JOIN register.person p ON p.id = f.person_id
              LEFT JOIN register.source_record r ON r.id = coalesce(f.record_id, p.identity_record)
             WHERE %s
            """;

    static final String PLACED = """
            SELECT f.one AS person_id, f.other::text AS key, f.other AS other_id, NULL::date AS one, NULL::date AS two,
                   %s AS township, coalesce(r.source, '') AS source
              FROM unnest(:ones::uuid[], :others::uuid[]) AS f (one, other)
              JOIN register.person p ON p.id = f.one
              LEFT JOIN register.source_record r ON r.id = p.identity_record
             WHERE %s
            """.formatted(TOWNSHIP, WITHIN);

    static final String NUMBERS = """
            SELECT p.id AS person_id, p.sex, p.born_on, i.id_no_cipher, %s AS township, r.source
              FROM register.person p
              JOIN register.identity i ON i.person_id = p.id AND i.id_no_cipher IS NOT NULL
              JOIN register.source_record r ON r.id = i.record_id
             WHERE %s
            """.formatted(TOWNSHIP, WITHIN);

    static final String HELD = """
            SELECT %s AS township, coalesce(r.source, '') AS source, count(*) AS persons
              FROM register.person p
              LEFT JOIN register.source_record r ON r.id = p.identity_record
             WHERE %s
             GROUP BY 1, 2
            """.formatted(TOWNSHIP, WITHIN);

    static final String COVERED = """
            SELECT %s AS township, r.source, count(DISTINCT p.id) AS persons
              FROM register.person p
              JOIN register.person_link l ON l.person_id = p.id AND l.known_to = 'infinity'
              JOIN register.source_record r ON r.id = l.record_id
             WHERE p.died_on IS NULL AND %s
             GROUP BY 1, 2
            """.formatted(TOWNSHIP, WITHIN);

    static final String LATE =
            """
            WITH told AS MATERIALIZED (
                SELECT %s AS township, r.source, e.kind,
                       greatest(0, (e.recorded_at AT TIME ZONE 'Asia/Shanghai')::date - e.occurred_on) AS days
                  FROM standing_event e
                  JOIN register.source_record r ON r.id = e.record_id AND r.source NOT IN ('census', 'linking')
                  JOIN register.person p ON p.id = e.person_id
                 WHERE e.occurred_on > :today::date - interval '2 years' AND e.occurred_on <= :today::date AND %s
            )
            SELECT coalesce(township, :from) AS township, source, kind, count(*) AS events,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS ninth
              FROM told
             GROUP BY GROUPING SETS ((township, source, kind), (source, kind))
            """.replace("standing_event e", STANDING_EVENT + " e").formatted(TOWNSHIP, WITHIN);

    static final String AGES = """
            SELECT %s AS township, least(100, date_part('year', age(:on::date, p.born_on)))::int AS place, count(*)::int AS persons
              FROM register.person p
             WHERE p.born_on <= :on::date AND (p.died_on IS NULL OR p.died_on > :on::date) AND %s
             GROUP BY 1, 2
            """.formatted(TOWNSHIP, WITHIN);

    static final String BIRTH_DAYS = """
            SELECT %s AS township, date_part('day', p.born_on)::int - 1 AS place, count(*)::int AS persons
              FROM register.person p
             WHERE p.born_on >= DATE '1930-01-01' AND %s
             GROUP BY 1, 2
            """.formatted(TOWNSHIP, WITHIN);

    /** The statement of a doubt; for those found otherwise there is none. */
    static String of(Doubt doubt) {
        var body = BODIES.get(doubt);
        if (body == null) {
            throw new IllegalArgumentException("%s is not found by a statement.".formatted(doubt));
        }
        return lean(FOUND.formatted(TOWNSHIP, body, WITHIN));
    }

    private static String lean(String sql) {
        return sql.replace("standing_event e", STANDING_EVENT + " e").replace("told_twice", TOLD_TWICE);
    }
}
