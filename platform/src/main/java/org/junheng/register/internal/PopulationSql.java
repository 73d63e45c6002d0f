package org.junheng.register.internal;

/** The statements by which the register counts. Townships are the first nine of twelve digits of a code. */
final class PopulationSql {

    private PopulationSql() {}

    static final String BIRTHS = """
            WITH birth AS (
                SELECT wanted.month, v.person_id, v.sex, v.born_on, v.birth_event, m.parent_id AS mother_id
                  FROM unnest(:months::date[]) AS wanted (month)
                  JOIN register.vital v
                    ON v.known_to = 'infinity' AND v.born_on >= wanted.month AND v.born_on < wanted.month + interval '1 month'
                  LEFT JOIN register.parentage m ON m.child_id = v.person_id AND m.role = 'mother' AND m.known_to = 'infinity'
            ), ordered AS (
                SELECT b.*,
                       CASE WHEN EXISTS (SELECT FROM register.standing s
                                          WHERE s.person_id = b.mother_id AND s.attribute = 'registered-residence'
                                            AND s.known_to = 'infinity')
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
                  LEFT JOIN register.standing hers
                         ON hers.person_id = o.mother_id AND hers.attribute = base.place AND hers.known_to = 'infinity'
                        AND hers.valid_from <= o.born_on AND hers.valid_to > o.born_on
            )
            SELECT place, area - area % 1000 AS area, month, sex, birth_order, count(*) AS births
              FROM placed
             WHERE area IS NOT NULL
             GROUP BY 1, 2, 3, 4, 5
            """;

    static final String DEATHS = """
            WITH death AS (
                SELECT wanted.month, v.person_id, v.sex, v.died_on
                  FROM unnest(:months::date[]) AS wanted (month)
                  JOIN register.vital v
                    ON v.known_to = 'infinity' AND v.died_on >= wanted.month AND v.died_on < wanted.month + interval '1 month'
            ), placed AS (
                SELECT d.month, d.sex, base.place, coalesce(own.area, hers.area) AS area
                  FROM death d
                 CROSS JOIN (VALUES ('registered-residence'), ('usual-residence'), ('service-area')) AS base (place)
                  LEFT JOIN register.standing own
                         ON own.person_id = d.person_id AND own.attribute = base.place AND own.known_to = 'infinity'
                        AND own.valid_from <= d.died_on AND own.valid_to > d.died_on
                  LEFT JOIN register.parentage m
                         ON own.person_id IS NULL
                        AND m.child_id = d.person_id AND m.role = 'mother' AND m.known_to = 'infinity'
                  LEFT JOIN register.standing hers
                         ON hers.person_id = m.parent_id AND hers.attribute = base.place AND hers.known_to = 'infinity'
                        AND hers.valid_from <= d.died_on AND hers.valid_to > d.died_on
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
            WITH spell AS (
                SELECT s.attribute AS place, s.area, v.sex, v.born_on,
                       greatest(s.valid_from, v.born_on) AS first_day,
                       least(s.valid_to, coalesce(v.died_on, 'infinity')) AS end_day
                  FROM register.vital v
                  JOIN register.standing s ON s.person_id = v.person_id AND s.known_to = 'infinity'
                 WHERE v.known_to = 'infinity' AND s.attribute IN ('registered-residence', 'usual-residence', 'service-area')
                   AND v.born_on >= :from AND v.born_on < :to AND extract(year FROM v.born_on)::int = ANY (:years)
                 UNION ALL
                SELECT hers.attribute, hers.area, v.sex, v.born_on,
                       greatest(hers.valid_from, v.born_on),
                       least(hers.valid_to, own.first_day, coalesce(v.died_on, 'infinity'))
                  FROM register.vital v
                  JOIN register.parentage m ON m.child_id = v.person_id AND m.role = 'mother' AND m.known_to = 'infinity'
                  JOIN register.standing hers
                    ON hers.person_id = m.parent_id AND hers.known_to = 'infinity'
                   AND hers.attribute IN ('registered-residence', 'usual-residence', 'service-area')
                 CROSS JOIN LATERAL (
                       SELECT coalesce(min(o.valid_from), 'infinity') AS first_day
                         FROM register.standing o
                        WHERE o.person_id = v.person_id AND o.attribute = hers.attribute AND o.known_to = 'infinity') own
                 WHERE v.known_to = 'infinity' AND own.first_day > v.born_on
                   AND v.born_on >= greatest(:from, :completeFrom) AND v.born_on < :to
                   AND extract(year FROM v.born_on)::int = ANY (:years)
            ), run AS (
                SELECT place, area - area % 1000 AS area, sex,
                       extract(year FROM born_on)::int AS birth_year,
                       width_bucket((extract(month FROM born_on) * 100 + extract(day FROM born_on) - 1)::int, :birthdays) AS late,
                       width_bucket(first_day - 1, :days::date[]) + 1 AS first,
                       width_bucket(end_day - 1, :days::date[]) AS last,
                       count(*) AS persons
                  FROM spell
                 WHERE first_day < end_day
                 GROUP BY 1, 2, 3, 4, 5, 6, 7
            )
            SELECT r.place, r.area, d.day, r.sex, r.birth_year,
                   extract(year FROM d.day)::int - r.birth_year - (r.late >= width_bucket(d.birthday, :birthdays))::int AS age,
                   sum(r.persons) AS persons
              FROM run r
              JOIN (SELECT day, ordinality, (extract(month FROM day) * 100 + extract(day FROM day))::int AS birthday
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
