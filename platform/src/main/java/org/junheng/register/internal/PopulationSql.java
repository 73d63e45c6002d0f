package org.junheng.register.internal;

/** The statements by which the register counts. Townships are the first nine of twelve digits of a code. */
final class PopulationSql {

    private PopulationSql() {}

    /** The lateral look-ups are one index entry each: a birth asks for little, a county has many persons. */
    static final String BIRTHS = """
            WITH birth AS (
                SELECT date_trunc('month', v.born_on::timestamp)::date AS month, v.person_id, v.sex, v.born_on, v.birth_event,
                       m.parent_id AS mother_id
                  FROM register.vital v
                  LEFT JOIN LATERAL (
                           SELECT p.parent_id
                             FROM register.parentage p
                            WHERE p.child_id = v.person_id AND p.role = 'mother' AND p.known_to = 'infinity'
                            LIMIT 1) m ON true
                 WHERE v.known_to = 'infinity' AND v.born_on >= :from AND v.born_on < :to
                   AND date_trunc('month', v.born_on::timestamp)::date = ANY (:months::date[])
            ), ordered AS MATERIALIZED (
                SELECT b.*,
                       CASE (SELECT s.attribute
                               FROM register.standing s
                              WHERE s.person_id = b.mother_id AND s.attribute = 'registered-residence' AND s.known_to = 'infinity'
                              LIMIT 1)
                       WHEN 'registered-residence'
                       THEN least(3, 1 + (
                                SELECT count(*)
                                  FROM register.parentage o
                                  JOIN register.vital elder ON elder.person_id = o.child_id AND elder.known_to = 'infinity'
                                 WHERE o.parent_id = b.mother_id AND o.role = 'mother' AND o.known_to = 'infinity'
                                   AND (elder.born_on, elder.birth_event) < (b.born_on, b.birth_event)))
                       ELSE 0 END AS birth_order
                  FROM birth b
            ), placed AS (
                SELECT o.month, o.sex, o.birth_order, base.place, coalesce(own.area, hers.area) AS area
                  FROM ordered o
                 CROSS JOIN (VALUES ('registered-residence', interval '1 year'),
                                    ('usual-residence',      interval '1 day'),
                                    ('service-area',         interval '1 day')) AS base (place, awaited)
                  LEFT JOIN LATERAL (
                           SELECT s.area
                             FROM register.standing s
                            WHERE s.person_id = o.person_id AND s.attribute = base.place AND s.known_to = 'infinity'
                              AND s.valid_from < o.born_on + base.awaited AND s.valid_to > o.born_on
                            ORDER BY s.valid_from
                            LIMIT 1) own ON true
                  LEFT JOIN LATERAL (
                           SELECT s.area
                             FROM register.standing s
                            WHERE own.area IS NULL
                              AND s.person_id = o.mother_id AND s.attribute = base.place AND s.known_to = 'infinity'
                              AND s.valid_from <= o.born_on AND s.valid_to > o.born_on
                            LIMIT 1) hers ON true
            )
            SELECT place, area - area % 1000 AS area, month, sex, birth_order, count(*) AS births
              FROM placed
             WHERE area IS NOT NULL
             GROUP BY 1, 2, 3, 4, 5
            """;

    static final String DEATHS = """
            WITH death AS MATERIALIZED (
                SELECT date_trunc('month', v.died_on::timestamp)::date AS month, v.person_id, v.sex, v.died_on
                  FROM register.vital v
                 WHERE v.known_to = 'infinity' AND v.died_on >= :from AND v.died_on < :to
                   AND date_trunc('month', v.died_on::timestamp)::date = ANY (:months::date[])
            ), placed AS (
                SELECT d.month, d.sex, base.place, coalesce(own.area, hers.area) AS area
                  FROM death d
                 CROSS JOIN (VALUES ('registered-residence'), ('usual-residence'), ('service-area')) AS base (place)
                  LEFT JOIN LATERAL (
                           SELECT s.area
                             FROM register.standing s
                            WHERE s.person_id = d.person_id AND s.attribute = base.place AND s.known_to = 'infinity'
                              AND s.valid_from <= d.died_on AND s.valid_to > d.died_on
                            LIMIT 1) own ON true
                  LEFT JOIN LATERAL (
                           SELECT s.area
                             FROM register.parentage m
                             JOIN register.standing s ON s.person_id = m.parent_id
                            WHERE own.area IS NULL
                              AND m.child_id = d.person_id AND m.role = 'mother' AND m.known_to = 'infinity'
                              AND s.attribute = base.place AND s.known_to = 'infinity'
                              AND s.valid_from <= d.died_on AND s.valid_to > d.died_on
                            LIMIT 1) hers ON true
            )
            SELECT place, area - area % 1000 AS area, month, sex, count(*) AS deaths
              FROM placed
             WHERE area IS NOT NULL
             GROUP BY 1, 2, 3, 4
            """;

    /**
     * A spell at a place covers a run of the days asked about: spells are counted by their run first, which leaves few
     * rows, and the runs are laid out into days last. {@code days} and {@code birthdays} ascend; a birthday is month ×
     * 100 + day, and {@code late} says how many of the days' birthdays lie before the person's.
     */
    static final String PERSONS = """
            WITH person AS (
                SELECT v.person_id, v.sex, v.born_on, coalesce(v.died_on, 'infinity') AS died_on,
                       date_part('year', v.born_on)::smallint AS birth_year,
                       width_bucket((date_part('month', v.born_on) * 100 + date_part('day', v.born_on))::int - 1, :birthdays) AS late
                  FROM register.vital v
                 WHERE v.known_to = 'infinity' AND v.born_on >= :from AND v.born_on < :to
                   AND date_part('year', v.born_on)::int = ANY (:years)
            ), spell AS (
                SELECT s.attribute AS place, s.area, p.sex, p.birth_year, p.late,
                       greatest(s.valid_from, p.born_on) AS first_day, least(s.valid_to, p.died_on) AS end_day
                  FROM person p
                  JOIN register.standing s ON s.person_id = p.person_id AND s.known_to = 'infinity'
                 WHERE s.attribute IN ('registered-residence', 'usual-residence', 'service-area')
                 UNION ALL
                SELECT hers.attribute, hers.area, p.sex, p.birth_year, p.late,
                       greatest(hers.valid_from, p.born_on), least(hers.valid_to, own.first_day, p.died_on)
                  FROM person p
                  JOIN register.parentage m ON m.child_id = p.person_id AND m.role = 'mother' AND m.known_to = 'infinity'
                  JOIN register.standing hers
                    ON hers.person_id = m.parent_id AND hers.known_to = 'infinity'
                   AND hers.attribute IN ('registered-residence', 'usual-residence', 'service-area')
                 CROSS JOIN LATERAL (
                       SELECT coalesce(min(o.valid_from), 'infinity') AS first_day
                         FROM register.standing o
                        WHERE o.person_id = p.person_id AND o.attribute = hers.attribute AND o.known_to = 'infinity') own
                 WHERE p.born_on >= :completeFrom AND own.first_day > p.born_on
            ), run AS (
                SELECT place, area - area % 1000 AS area, sex, birth_year, late,
                       width_bucket(first_day - 1, :days::date[]) + 1 AS first,
                       width_bucket(end_day - 1, :days::date[]) AS last,
                       count(*) AS persons
                  FROM spell
                 WHERE first_day < end_day
                 GROUP BY 1, 2, 3, 4, 5, 6, 7
            )
            SELECT r.place, r.area, d.day, r.sex, r.birth_year,
                   d.year - r.birth_year - (r.late >= width_bucket(d.birthday, :birthdays))::int AS age,
                   sum(r.persons) AS persons
              FROM run r
              JOIN (SELECT day, ordinality, date_part('year', day)::int AS year,
                           (date_part('month', day) * 100 + date_part('day', day))::int AS birthday
                      FROM unnest(:days::date[]) WITH ORDINALITY AS t (day, ordinality)) d
                ON d.ordinality BETWEEN r.first AND r.last
             GROUP BY 1, 2, 3, 4, 5, 6
            """;

    static final String CONCERNED = """
            WITH mother AS (
                SELECT parent_id FROM register.parentage
                 WHERE child_id = ANY (:persons) AND role = 'mother' AND known_to = 'infinity'
                 UNION
                SELECT parent_id FROM register.parentage
                 WHERE child_id = ANY (:persons) AND role = 'mother' AND known_to < 'infinity'
            ), family AS (
                SELECT unnest(:persons) AS person_id
                 UNION
                SELECT child_id FROM register.parentage
                 WHERE parent_id = ANY (:persons) AND role = 'mother' AND known_to = 'infinity'
                 UNION
                SELECT p.child_id
                  FROM mother m
                  JOIN register.parentage p ON p.parent_id = m.parent_id AND p.role = 'mother' AND p.known_to = 'infinity'
            )
            SELECT v.born_on, v.died_on
              FROM family f JOIN register.vital v ON v.person_id = f.person_id AND v.known_to = 'infinity'
             UNION
            SELECT v.born_on, v.died_on
              FROM family f JOIN register.vital v ON v.person_id = f.person_id AND v.known_to < 'infinity'
            """;
}
