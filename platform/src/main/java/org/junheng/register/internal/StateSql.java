package org.junheng.register.internal;

/** States of any number of persons as of a day and as known at a moment. */
final class StateSql {

    private StateSql() {}

    static final String VITAL = """
            SELECT v.person_id, v.sex, v.born_on, v.died_on,
                   birth_record.source AS birth_source, birth.recorded_at AS birth_recorded,
                   CASE WHEN birth_record.source IN ('public-security', 'correction')
                        THEN ARRAY(SELECT DISTINCT r.source
                                     FROM register.person_link l
                                     JOIN register.life_event e    ON e.record_id = l.record_id
                                     JOIN register.source_record r ON r.id = e.record_id
                                    WHERE l.person_id = v.person_id AND l.known_to = 'infinity' AND e.kind = 'birth'
                                      AND e.recorded_at <= :knownAt)
                        ELSE ARRAY[birth_record.source] END AS birth_stated_by,
                   death_record.source AS death_source, death.recorded_at AS death_recorded
              FROM register.vital v
              JOIN register.life_event birth            ON birth.id = v.birth_event
              JOIN register.source_record birth_record  ON birth_record.id = birth.record_id
              LEFT JOIN register.life_event death           ON death.id = v.death_event
              LEFT JOIN register.source_record death_record ON death_record.id = death.record_id
             WHERE v.person_id = ANY (:persons) AND v.known_from <= :knownAt AND v.known_to > :knownAt
            """;

    static final String STANDINGS = """
              SELECT s.person_id, s.attribute, s.area, s.value, s.valid_from,
                     nullif(s.valid_to, 'infinity') AS valid_to, r.source, e.recorded_at
                FROM register.standing s
                JOIN register.life_event e    ON e.id = s.event_id
                JOIN register.source_record r ON r.id = e.record_id
               WHERE s.person_id = ANY (:persons) AND s.known_from <= :knownAt AND s.known_to > :knownAt
            ORDER BY s.person_id, s.attribute, s.valid_from
            """;

    static final String PARENTS = """
            SELECT p.child_id, p.parent_id, p.role, p.valid_from, r.source, e.recorded_at
              FROM register.parentage p
              JOIN register.life_event e    ON e.id = p.event_id
              JOIN register.source_record r ON r.id = e.record_id
             WHERE p.child_id = ANY (:persons) AND p.valid_from <= :on AND p.known_from <= :knownAt AND p.known_to > :knownAt
            """;

    static final String CHILDREN = """
              SELECT parent_id, child_id, valid_from
                FROM register.parentage
               WHERE parent_id = ANY (:persons) AND valid_from <= :on AND known_from <= :knownAt AND known_to > :knownAt
            ORDER BY parent_id, valid_from, child_id
            """;

    static final String SPOUSES = """
            SELECT person_id, spouse_id, valid_from
              FROM register.couple
             WHERE person_id = ANY (:persons) AND valid_from <= :on AND valid_to > :on
               AND known_from <= :knownAt AND known_to > :knownAt
            """;
}
