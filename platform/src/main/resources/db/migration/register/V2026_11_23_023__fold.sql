-- One fold per state table, as a view over the ledger; refold writes what the views say. A check compares the two.
-- The views run with the owner's rights and are granted to nobody.

CREATE VIEW register.stated_event AS
    SELECT l.person_id, e.id, e.record_id, e.kind, e.occurred_on, e.area, e.value, e.recorded_at, s.precedence
      FROM register.person_link l
      JOIN register.life_event e    ON e.record_id = l.record_id
      JOIN register.source_record r ON r.id = e.record_id
      JOIN register.source s        ON s.code = r.source
     WHERE l.known_to = 'infinity'
       AND e.kind <> 'revocation'
       AND NOT EXISTS (SELECT FROM register.life_event x WHERE x.revokes = e.id);
COMMENT ON VIEW register.stated_event IS 'Events that stand (not revoked), with the person they are linked to now.';

CREATE VIEW register.stated_participant AS
    SELECT p.event_id, p.role, l.person_id
      FROM register.participant p
      JOIN register.person_link l ON l.record_id = p.record_id AND l.known_to = 'infinity';
COMMENT ON VIEW register.stated_participant IS 'Participants of events, with the person they are linked to now.';

-- Of several events of one day the source with the best precedence counts, then the one learnt last; equal neighbours are one row.
CREATE VIEW register.standing_fold AS
    WITH of_day AS (
        SELECT DISTINCT ON (person_id, kind, occurred_on)
               person_id, kind, occurred_on, area, value, id
          FROM register.stated_event
         WHERE kind IN ('registered-residence', 'usual-residence', 'service-area', 'hukou-category', 'disability')
         ORDER BY person_id, kind, occurred_on, precedence, recorded_at DESC, id DESC
    ), compared AS (
        SELECT *,
               row_number() OVER w AS nth,
               lag(area)    OVER w AS area_before,
               lag(value)   OVER w AS value_before
          FROM of_day
        WINDOW w AS (PARTITION BY person_id, kind ORDER BY occurred_on)
    ), changed AS (
        SELECT * FROM compared
         WHERE nth = 1 OR area IS DISTINCT FROM area_before OR value IS DISTINCT FROM value_before
    )
    SELECT person_id, kind AS attribute, area, value, occurred_on AS valid_from,
           coalesce(lead(occurred_on) OVER (PARTITION BY person_id, kind ORDER BY occurred_on), 'infinity') AS valid_to,
           id AS event_id
      FROM changed;
COMMENT ON VIEW register.standing_fold IS 'What register.standing must hold now.';

CREATE VIEW register.vital_fold AS
    SELECT person_id,
           (array_agg(coalesce(value, '0') ORDER BY precedence, recorded_at DESC, id DESC) FILTER (WHERE kind = 'birth'))[1]::char(1) AS sex,
           (array_agg(occurred_on ORDER BY precedence, recorded_at DESC, id DESC) FILTER (WHERE kind = 'birth'))[1] AS born_on,
           (array_agg(occurred_on ORDER BY precedence, recorded_at DESC, id DESC) FILTER (WHERE kind = 'death'))[1] AS died_on,
           (array_agg(id ORDER BY precedence, recorded_at DESC, id DESC) FILTER (WHERE kind = 'birth'))[1] AS birth_event,
           (array_agg(id ORDER BY precedence, recorded_at DESC, id DESC) FILTER (WHERE kind = 'death'))[1] AS death_event
      FROM register.stated_event
     WHERE kind IN ('birth', 'death')
     GROUP BY person_id
    HAVING bool_or(kind = 'birth');
COMMENT ON VIEW register.vital_fold IS 'What register.vital must hold now.';

CREATE VIEW register.couple_fold AS
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
    )
    SELECT m.person_id, m.spouse_id, m.occurred_on AS valid_from,
           coalesce(least(divorce.on_day, death.on_day), 'infinity') AS valid_to,
           CASE WHEN least(divorce.on_day, death.on_day) IS NULL THEN NULL
                WHEN divorce.on_day <= coalesce(death.on_day, 'infinity') THEN 'divorce'
                ELSE 'death' END AS ended_by,
           m.id AS event_id
      FROM married m
      LEFT JOIN LATERAL (
               SELECT min(either.occurred_on) AS on_day
                 FROM (SELECT e.occurred_on
                         FROM register.stated_event e
                         JOIN register.stated_participant p ON p.event_id = e.id AND p.role = 'spouse'
                        WHERE e.kind = 'divorce' AND e.person_id = m.person_id AND p.person_id = m.spouse_id
                        UNION ALL
                       SELECT e.occurred_on
                         FROM register.stated_event e
                         JOIN register.stated_participant p ON p.event_id = e.id AND p.role = 'spouse'
                        WHERE e.kind = 'divorce' AND e.person_id = m.spouse_id AND p.person_id = m.person_id) either
                WHERE either.occurred_on > m.occurred_on) divorce ON true
      LEFT JOIN LATERAL (
               SELECT min(v.died_on) AS on_day
                 FROM register.vital v
                WHERE v.person_id IN (m.person_id, m.spouse_id) AND v.known_to = 'infinity') death ON true;
COMMENT ON VIEW register.couple_fold IS 'What register.couple must hold now; a death is read from register.vital, which is folded first.';

CREATE VIEW register.parentage_fold AS
    SELECT DISTINCT ON (e.person_id, p.role)
           e.person_id AS child_id, p.person_id AS parent_id, p.role, e.occurred_on AS valid_from, e.id AS event_id
      FROM register.stated_event e
      JOIN register.stated_participant p ON p.event_id = e.id
     WHERE e.kind = 'birth' AND p.role IN ('mother', 'father')
        OR e.kind = 'adoption' AND p.role IN ('adoptive-mother', 'adoptive-father')
     ORDER BY e.person_id, p.role, e.precedence, e.recorded_at DESC, e.id DESC;
COMMENT ON VIEW register.parentage_fold IS 'What register.parentage must hold now.';

-- The place and the face of a person: what guards, search and lists need.
CREATE VIEW register.person_fold AS
    SELECT p.id,
           coalesce(hukou.area, mother.hukou_area)            AS hukou_area,
           coalesce(residence.area, mother.residence_area)    AS residence_area,
           coalesce(service.area, residence.area, mother.service_area) AS service_area,
           coalesce(v.sex, '0')                               AS sex,
           v.born_on, v.died_on,
           (SELECT i.record_id
              FROM register.identity i
              JOIN register.source_record r ON r.id = i.record_id
              JOIN register.source s ON s.code = r.source
             WHERE i.person_id = p.id
             ORDER BY s.precedence, r.received_at DESC, r.id DESC
             LIMIT 1)                                         AS identity_record
      FROM register.person p
      LEFT JOIN register.vital v ON v.person_id = p.id AND v.known_to = 'infinity'
      LEFT JOIN register.standing hukou
             ON hukou.person_id = p.id AND hukou.attribute = 'registered-residence' AND hukou.known_to = 'infinity'
            AND hukou.valid_from <= current_date AND hukou.valid_to > current_date
      LEFT JOIN register.standing residence
             ON residence.person_id = p.id AND residence.attribute = 'usual-residence' AND residence.known_to = 'infinity'
            AND residence.valid_from <= current_date AND residence.valid_to > current_date
      LEFT JOIN register.standing service
             ON service.person_id = p.id AND service.attribute = 'service-area' AND service.known_to = 'infinity'
            AND service.valid_from <= current_date AND service.valid_to > current_date
      LEFT JOIN register.parentage m ON m.child_id = p.id AND m.role = 'mother' AND m.known_to = 'infinity'
      LEFT JOIN register.person mother ON mother.id = m.parent_id;
COMMENT ON VIEW register.person_fold IS 'Guards and face of a person. Without another service area the place of residence serves; a newborn without places of its own is in the care of its mother''s.';

-- Whoever shares an event with the given persons: their couple rows end with a death, a child's places may be its mother's.
CREATE FUNCTION register.concerned(ids uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(DISTINCT person_id)
      FROM (SELECT unnest(ids) AS person_id
             UNION ALL
            SELECT other.person_id
              FROM register.person_link mine
              JOIN register.life_event e       ON e.record_id = mine.record_id
              JOIN register.participant p      ON p.event_id = e.id
              JOIN register.person_link other  ON other.record_id = p.record_id AND other.known_to = 'infinity'
             WHERE mine.person_id = ANY (ids)
             UNION ALL
            SELECT other.person_id
              FROM register.person_link mine
              JOIN register.participant p      ON p.record_id = mine.record_id
              JOIN register.life_event e       ON e.id = p.event_id
              JOIN register.person_link other  ON other.record_id = e.record_id AND other.known_to = 'infinity'
             WHERE mine.person_id = ANY (ids)) all_concerned
$$;
COMMENT ON FUNCTION register.concerned(uuid[]) IS 'The given persons and those who share an event with them.';

CREATE FUNCTION register.refold_vital(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH fold AS MATERIALIZED (
        SELECT * FROM register.vital_fold WHERE person_id = ANY (ids)
    ), closed AS (
        UPDATE register.vital s SET known_to = now(), closed_xid = pg_current_xact_id()
         WHERE s.person_id = ANY (ids) AND s.known_to = 'infinity'
           AND NOT EXISTS (SELECT FROM fold f
                            WHERE (f.person_id, f.sex, f.born_on, f.birth_event) = (s.person_id, s.sex, s.born_on, s.birth_event)
                              AND f.died_on IS NOT DISTINCT FROM s.died_on
                              AND f.death_event IS NOT DISTINCT FROM s.death_event)
        RETURNING 1
    )
    INSERT INTO register.vital (person_id, sex, born_on, died_on, birth_event, death_event, known_from)
    SELECT f.person_id, f.sex, f.born_on, f.died_on, f.birth_event, f.death_event, now()
      FROM fold f
     WHERE (SELECT count(*) FROM closed) >= 0          -- first close, then open
       AND NOT EXISTS (SELECT FROM register.vital s
                        WHERE s.known_to = 'infinity'
                          AND (f.person_id, f.sex, f.born_on, f.birth_event) = (s.person_id, s.sex, s.born_on, s.birth_event)
                          AND f.died_on IS NOT DISTINCT FROM s.died_on
                          AND f.death_event IS NOT DISTINCT FROM s.death_event)
$$;
COMMENT ON FUNCTION register.refold_vital(uuid[]) IS 'Closes the rows the ledger no longer says and opens those it says now.';

CREATE FUNCTION register.refold_standing(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH fold AS MATERIALIZED (
        SELECT * FROM register.standing_fold WHERE person_id = ANY (ids)
    ), closed AS (
        UPDATE register.standing s SET known_to = now(), closed_xid = pg_current_xact_id()
         WHERE s.person_id = ANY (ids) AND s.known_to = 'infinity'
           AND NOT EXISTS (SELECT FROM fold f
                            WHERE (f.person_id, f.attribute, f.valid_from, f.valid_to, f.event_id)
                                = (s.person_id, s.attribute, s.valid_from, s.valid_to, s.event_id))
        RETURNING 1
    )
    INSERT INTO register.standing (person_id, attribute, area, value, valid_from, valid_to, event_id, known_from)
    SELECT f.person_id, f.attribute, f.area, f.value, f.valid_from, f.valid_to, f.event_id, now()
      FROM fold f
     WHERE (SELECT count(*) FROM closed) >= 0          -- first close, then open
       AND NOT EXISTS (SELECT FROM register.standing s
                        WHERE s.known_to = 'infinity'
                          AND (f.person_id, f.attribute, f.valid_from, f.valid_to, f.event_id)
                            = (s.person_id, s.attribute, s.valid_from, s.valid_to, s.event_id))
$$;
COMMENT ON FUNCTION register.refold_standing(uuid[]) IS 'Closes the rows the ledger no longer says and opens those it says now.';

CREATE FUNCTION register.refold_couple(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH fold AS MATERIALIZED (
        SELECT * FROM register.couple_fold WHERE person_id = ANY (ids)
    ), closed AS (
        UPDATE register.couple s SET known_to = now(), closed_xid = pg_current_xact_id()
         WHERE s.person_id = ANY (ids) AND s.known_to = 'infinity'
           AND NOT EXISTS (SELECT FROM fold f
                            WHERE (f.person_id, f.spouse_id, f.event_id, f.valid_from, f.valid_to)
                                = (s.person_id, s.spouse_id, s.event_id, s.valid_from, s.valid_to))
        RETURNING 1
    )
    INSERT INTO register.couple (person_id, spouse_id, valid_from, valid_to, ended_by, event_id, known_from)
    SELECT f.person_id, f.spouse_id, f.valid_from, f.valid_to, f.ended_by, f.event_id, now()
      FROM fold f
     WHERE (SELECT count(*) FROM closed) >= 0          -- first close, then open
       AND NOT EXISTS (SELECT FROM register.couple s
                        WHERE s.known_to = 'infinity'
                          AND (f.person_id, f.spouse_id, f.event_id, f.valid_from, f.valid_to)
                            = (s.person_id, s.spouse_id, s.event_id, s.valid_from, s.valid_to))
$$;
COMMENT ON FUNCTION register.refold_couple(uuid[]) IS 'Closes the rows the ledger no longer says and opens those it says now.';

CREATE FUNCTION register.refold_parentage(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH fold AS MATERIALIZED (
        SELECT * FROM register.parentage_fold WHERE child_id = ANY (ids)
    ), closed AS (
        UPDATE register.parentage s SET known_to = now(), closed_xid = pg_current_xact_id()
         WHERE s.child_id = ANY (ids) AND s.known_to = 'infinity'
           AND NOT EXISTS (SELECT FROM fold f
                            WHERE (f.child_id, f.parent_id, f.role, f.event_id) = (s.child_id, s.parent_id, s.role, s.event_id))
        RETURNING 1
    )
    INSERT INTO register.parentage (child_id, parent_id, role, valid_from, event_id, known_from)
    SELECT f.child_id, f.parent_id, f.role, f.valid_from, f.event_id, now()
      FROM fold f
     WHERE (SELECT count(*) FROM closed) >= 0          -- first close, then open
       AND NOT EXISTS (SELECT FROM register.parentage s
                        WHERE s.known_to = 'infinity'
                          AND (f.child_id, f.parent_id, f.role, f.event_id) = (s.child_id, s.parent_id, s.role, s.event_id))
$$;
COMMENT ON FUNCTION register.refold_parentage(uuid[]) IS 'Closes the rows the ledger no longer says and opens those it says now.';

CREATE FUNCTION register.refold_person(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    UPDATE register.person p
       SET hukou_area = f.hukou_area, residence_area = f.residence_area, service_area = f.service_area,
           sex = f.sex, born_on = f.born_on, died_on = f.died_on, identity_record = f.identity_record
      FROM register.person_fold f
     WHERE f.id = p.id AND p.id = ANY (ids)
       AND (p.hukou_area, p.residence_area, p.service_area, p.sex, p.born_on, p.died_on, p.identity_record)
           IS DISTINCT FROM
           (f.hukou_area, f.residence_area, f.service_area, f.sex, f.born_on, f.died_on, f.identity_record)
$$;
COMMENT ON FUNCTION register.refold_person(uuid[]) IS 'Rewrites guards and face where they changed.';

CREATE FUNCTION register.refold(ids uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog AS $$
DECLARE
    everyone uuid[];
BEGIN
    IF access.subject() IS NULL THEN
        RAISE EXCEPTION 'refold needs an actor';
    END IF;
    everyone := register.concerned(ids);
    PERFORM register.refold_vital(everyone);
    PERFORM register.refold_standing(everyone);
    PERFORM register.refold_couple(everyone);
    PERFORM register.refold_parentage(everyone);
    PERFORM register.refold_person(everyone);
    RETURN cardinality(everyone);
END
$$;
COMMENT ON FUNCTION register.refold(uuid[]) IS 'Brings every state of the given persons in line with the ledger; a counter calls it with one id, an import with fifty thousand.';
REVOKE ALL ON FUNCTION register.refold(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.refold(uuid[]) TO junheng_app, junheng_loader;

-- The first load: the same views without a list of persons, into empty tables.
CREATE FUNCTION register.fold_everything() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog SET work_mem = '256MB' AS $$
BEGIN
    IF EXISTS (SELECT FROM register.vital) THEN
        RAISE EXCEPTION 'fold_everything is for empty state tables; use refold';
    END IF;
    ANALYZE register.source_record, register.person_link, register.life_event, register.participant;
    INSERT INTO register.vital (person_id, sex, born_on, died_on, birth_event, death_event, known_from)
    SELECT person_id, sex, born_on, died_on, birth_event, death_event, now() FROM register.vital_fold;
    ANALYZE register.vital;
    INSERT INTO register.standing (person_id, attribute, area, value, valid_from, valid_to, event_id, known_from)
    SELECT person_id, attribute, area, value, valid_from, valid_to, event_id, now() FROM register.standing_fold;
    INSERT INTO register.couple (person_id, spouse_id, valid_from, valid_to, ended_by, event_id, known_from)
    SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id, now() FROM register.couple_fold;
    INSERT INTO register.parentage (child_id, parent_id, role, valid_from, event_id, known_from)
    SELECT child_id, parent_id, role, valid_from, event_id, now() FROM register.parentage_fold;
    ANALYZE register.person, register.identity, register.standing, register.couple, register.parentage;
    UPDATE register.person p
       SET hukou_area = f.hukou_area, residence_area = f.residence_area, service_area = f.service_area,
           sex = f.sex, born_on = f.born_on, died_on = f.died_on, identity_record = f.identity_record
      FROM register.person_fold f
     WHERE f.id = p.id;
END
$$;
COMMENT ON FUNCTION register.fold_everything() IS 'The first load: folds the whole ledger into empty state tables.';
REVOKE ALL ON FUNCTION register.fold_everything() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.fold_everything() TO junheng_loader;

-- Recomputes and compares: empty when the states are the fold of the ledger.
CREATE FUNCTION register.fold_differences() RETURNS TABLE (state text, person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog AS $$
    (SELECT 'vital', person_id FROM
        ((SELECT person_id, sex, born_on, died_on, birth_event, death_event FROM register.vital_fold
          EXCEPT
          SELECT person_id, sex, born_on, died_on, birth_event, death_event FROM register.vital WHERE known_to = 'infinity')
          UNION ALL
         (SELECT person_id, sex, born_on, died_on, birth_event, death_event FROM register.vital WHERE known_to = 'infinity'
          EXCEPT
          SELECT person_id, sex, born_on, died_on, birth_event, death_event FROM register.vital_fold)) d)
    UNION ALL
    (SELECT 'standing', person_id FROM
        ((SELECT person_id, attribute, area, value, valid_from, valid_to, event_id FROM register.standing_fold
          EXCEPT
          SELECT person_id, attribute, area, value, valid_from, valid_to, event_id FROM register.standing WHERE known_to = 'infinity')
          UNION ALL
         (SELECT person_id, attribute, area, value, valid_from, valid_to, event_id FROM register.standing WHERE known_to = 'infinity'
          EXCEPT
          SELECT person_id, attribute, area, value, valid_from, valid_to, event_id FROM register.standing_fold)) d)
    UNION ALL
    (SELECT 'couple', person_id FROM
        ((SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id FROM register.couple_fold
          EXCEPT
          SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id FROM register.couple WHERE known_to = 'infinity')
          UNION ALL
         (SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id FROM register.couple WHERE known_to = 'infinity'
          EXCEPT
          SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id FROM register.couple_fold)) d)
    UNION ALL
    (SELECT 'parentage', child_id FROM
        ((SELECT child_id, parent_id, role, valid_from, event_id FROM register.parentage_fold
          EXCEPT
          SELECT child_id, parent_id, role, valid_from, event_id FROM register.parentage WHERE known_to = 'infinity')
          UNION ALL
         (SELECT child_id, parent_id, role, valid_from, event_id FROM register.parentage WHERE known_to = 'infinity'
          EXCEPT
          SELECT child_id, parent_id, role, valid_from, event_id FROM register.parentage_fold)) d)
$$;
COMMENT ON FUNCTION register.fold_differences() IS 'Rows in which a state table and the fold of the ledger differ; none is right.';
REVOKE ALL ON FUNCTION register.fold_differences() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.fold_differences() TO junheng_loader;
