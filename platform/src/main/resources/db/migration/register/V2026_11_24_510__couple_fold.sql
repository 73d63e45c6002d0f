-- The same couples as before, in joins that serve one person by index and a whole county by hashing.
CREATE OR REPLACE VIEW register.couple_fold AS
    WITH married AS (
        SELECT e.person_id, p.person_id AS spouse_id, e.occurred_on, e.id
          FROM register.stated_event e
          JOIN register.stated_participant p ON p.event_id = e.id AND p.role = 'spouse'
         WHERE e.kind = 'marriage'
         UNION ALL
        SELECT p.person_id, e.person_id, e.occurred_on, e.id
          FROM register.stated_participant p
          JOIN register.stated_event e ON e.id = p.event_id
         WHERE e.kind = 'marriage' AND p.role = 'spouse'
    ), ended AS (
        SELECT m.person_id, m.spouse_id, m.occurred_on, m.id,
               min(least(told.occurred_on, heard.occurred_on)) AS divorced_on,
               min(least(v.died_on, w.died_on))                AS widowed_on
          FROM married m
          LEFT JOIN (register.stated_event told
                     JOIN register.stated_participant other ON other.event_id = told.id AND other.role = 'spouse')
                 ON told.kind = 'divorce' AND told.occurred_on > m.occurred_on
                AND told.person_id = m.person_id AND other.person_id = m.spouse_id
          LEFT JOIN (register.stated_event heard
                     JOIN register.stated_participant self ON self.event_id = heard.id AND self.role = 'spouse')
                 ON heard.kind = 'divorce' AND heard.occurred_on > m.occurred_on
                AND heard.person_id = m.spouse_id AND self.person_id = m.person_id
          LEFT JOIN register.vital v ON v.person_id = m.person_id AND v.known_to = 'infinity'
          LEFT JOIN register.vital w ON w.person_id = m.spouse_id AND w.known_to = 'infinity'
         GROUP BY m.person_id, m.spouse_id, m.occurred_on, m.id
    )
    SELECT person_id, spouse_id, occurred_on AS valid_from,
           coalesce(least(divorced_on, widowed_on), 'infinity') AS valid_to,
           CASE WHEN least(divorced_on, widowed_on) IS NULL THEN NULL
                WHEN divorced_on <= coalesce(widowed_on, 'infinity') THEN 'divorce'
                ELSE 'death' END AS ended_by,
           id AS event_id
      FROM ended;
