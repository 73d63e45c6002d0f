-- Merge, split and their undoing: they only close and open links. What was decided, which records it moved, and which rows of the
-- house followed is kept, so that it can be taken back.

INSERT INTO register.source VALUES ('linking', '归并与拆分（经核实）', 'Merge or split, decided', 70);

ALTER TABLE register.life_event DROP CONSTRAINT life_event_kind_check;
ALTER TABLE register.life_event ADD CONSTRAINT life_event_kind_check
    CHECK (kind IN ('birth', 'death', 'registered-residence', 'usual-residence', 'service-area', 'hukou-category',
                    'marriage', 'divorce', 'adoption', 'disability', 'identity-correction', 'revocation', 'linking'));

ALTER TABLE register.person ADD COLUMN merged_into uuid REFERENCES register.person;
COMMENT ON COLUMN register.person.merged_into IS 'The person whose records all of this one''s have become; the id is never used for anybody else.';

CREATE TABLE register.link_decision (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('merge', 'split')),
    kept_id     uuid        NOT NULL REFERENCES register.person,
    left_id     uuid        NOT NULL REFERENCES register.person CHECK (left_id <> kept_id),
    decided_by  text        NOT NULL,
    decided_at  timestamptz NOT NULL DEFAULT now(),
    undone_by   text,
    undone_at   timestamptz,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
COMMENT ON TABLE  register.link_decision IS 'A merge of two persons or a split of one, and whether it was taken back.';
COMMENT ON COLUMN register.link_decision.id IS 'Id; the same id is the same decision.';
COMMENT ON COLUMN register.link_decision.kind IS 'merge: all records went. split: the chosen ones went.';
COMMENT ON COLUMN register.link_decision.kept_id IS 'The person to whom the records went.';
COMMENT ON COLUMN register.link_decision.left_id IS 'The person whom they left.';
COMMENT ON COLUMN register.link_decision.decided_by IS 'Subject who decided.';
COMMENT ON COLUMN register.link_decision.decided_at IS 'When.';
COMMENT ON COLUMN register.link_decision.undone_by IS 'Subject who took it back.';
COMMENT ON COLUMN register.link_decision.undone_at IS 'When.';
CREATE INDEX link_decision_of_kept ON register.link_decision (kept_id);
CREATE INDEX link_decision_of_left ON register.link_decision (left_id);

CREATE TABLE register.moved_record (
    decision   uuid NOT NULL REFERENCES register.link_decision,
    record_id  uuid NOT NULL REFERENCES register.source_record,
    PRIMARY KEY (decision, record_id)
);
COMMENT ON TABLE  register.moved_record IS 'The records that a decision moved.';
COMMENT ON COLUMN register.moved_record.decision IS 'The decision.';
COMMENT ON COLUMN register.moved_record.record_id IS 'The record.';

-- Other modules say in their own migrations where they keep the id of a person.
CREATE TABLE register.person_reference (
    table_name   text    NOT NULL,
    column_name  text    NOT NULL,
    key          text    NOT NULL,
    follows      boolean NOT NULL,
    PRIMARY KEY (table_name, column_name)
);
COMMENT ON TABLE  register.person_reference IS 'Where the house keeps ids of persons.';
COMMENT ON COLUMN register.person_reference.table_name IS 'Schema and table.';
COMMENT ON COLUMN register.person_reference.column_name IS 'The column with the id.';
COMMENT ON COLUMN register.person_reference.key IS 'SQL that tells a row apart within the table.';
COMMENT ON COLUMN register.person_reference.follows IS 'Whether the row belongs to the person and follows a merge; otherwise it is evidence of its day and stays.';

CREATE TABLE register.moved_reference (
    decision     uuid NOT NULL REFERENCES register.link_decision,
    table_name   text NOT NULL,
    column_name  text NOT NULL,
    key          text NOT NULL,
    PRIMARY KEY (decision, table_name, column_name, key)
);
COMMENT ON TABLE  register.moved_reference IS 'The rows that followed a merge.';
COMMENT ON COLUMN register.moved_reference.decision IS 'The merge.';
COMMENT ON COLUMN register.moved_reference.table_name IS 'As in person_reference.';
COMMENT ON COLUMN register.moved_reference.column_name IS 'As in person_reference.';
COMMENT ON COLUMN register.moved_reference.key IS 'Which row.';

CREATE FUNCTION register.move_references(merge uuid, from_person uuid, to_person uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    place register.person_reference;
    rows  integer;
    moved integer := 0;
BEGIN
    IF access.subject() IS NULL THEN
        RAISE EXCEPTION 'move_references needs an actor';
    END IF;
    FOR place IN SELECT * FROM register.person_reference WHERE follows ORDER BY table_name, column_name LOOP
        EXECUTE format('WITH moved AS (UPDATE %1$s SET %2$I = $2 WHERE %2$I = $1 RETURNING (%3$s)::text AS key)
                        INSERT INTO register.moved_reference SELECT $3, %1$L, %2$L, key FROM moved',
                       place.table_name, place.column_name, place.key)
          USING from_person, to_person, merge;
        GET DIAGNOSTICS rows = ROW_COUNT;
        moved := moved + rows;
    END LOOP;
    RETURN moved;
END
$$;
COMMENT ON FUNCTION register.move_references(uuid, uuid, uuid) IS 'Rewrites every place of the house that names a person, and keeps which rows it were. Fails with unique_violation where both persons have what only one may have.';

CREATE FUNCTION register.return_references(merge uuid, from_person uuid, to_person uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    place register.person_reference;
BEGIN
    IF access.subject() IS NULL THEN
        RAISE EXCEPTION 'return_references needs an actor';
    END IF;
    FOR place IN SELECT * FROM register.person_reference WHERE follows ORDER BY table_name, column_name LOOP
        EXECUTE format('UPDATE %1$s SET %2$I = $2
                         WHERE %2$I = $1
                           AND (%3$s)::text IN (SELECT key FROM register.moved_reference
                                                 WHERE decision = $3 AND table_name = %1$L AND column_name = %2$L)',
                       place.table_name, place.column_name, place.key)
          USING from_person, to_person, merge;
    END LOOP;
END
$$;
COMMENT ON FUNCTION register.return_references(uuid, uuid, uuid) IS 'Gives the rows that followed a merge back.';
REVOKE ALL ON FUNCTION register.move_references(uuid, uuid, uuid), register.return_references(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.move_references(uuid, uuid, uuid), register.return_references(uuid, uuid, uuid) TO junheng_loader;

CREATE FUNCTION register.survivor(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH RECURSIVE way AS (
        SELECT id, merged_into, 0 AS step FROM register.person WHERE id = asked
         UNION ALL
        SELECT p.id, p.merged_into, way.step + 1 FROM way JOIN register.person p ON p.id = way.merged_into)
    SELECT id FROM way ORDER BY step DESC LIMIT 1
$$;
COMMENT ON FUNCTION register.survivor(uuid) IS 'Who somebody is after all merges. Tells an id only; seeing the person is another matter.';
REVOKE ALL ON FUNCTION register.survivor(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.survivor(uuid) TO junheng_app, junheng_loader;

-- All that the register says now of some persons, without when it came to say so.
CREATE FUNCTION register.state_digest(ids uuid[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT encode(sha256(convert_to(coalesce(string_agg(line, chr(10) ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex')
      FROM (SELECT 'vital ' || (person_id, sex, born_on, died_on, birth_event, death_event)::text AS line
              FROM register.vital WHERE person_id = ANY (ids) AND known_to = 'infinity'
             UNION ALL
            SELECT 'standing ' || (person_id, attribute, area, value, valid_from, valid_to, event_id)::text
              FROM register.standing WHERE person_id = ANY (ids) AND known_to = 'infinity'
             UNION ALL
            SELECT 'couple ' || (person_id, spouse_id, valid_from, valid_to, ended_by, event_id)::text
              FROM register.couple WHERE (person_id = ANY (ids) OR spouse_id = ANY (ids)) AND known_to = 'infinity'
             UNION ALL
            SELECT 'parentage ' || (child_id, parent_id, role, valid_from, event_id)::text
              FROM register.parentage WHERE (child_id = ANY (ids) OR parent_id = ANY (ids)) AND known_to = 'infinity'
             UNION ALL
            SELECT 'person ' || (id, hukou_area, residence_area, service_area, sex, born_on, died_on, identity_record, identity_since,
                                 provisional, merged_into)::text
              FROM register.person WHERE id = ANY (ids)
             UNION ALL
            SELECT 'identity ' || (record_id, person_id)::text
              FROM register.identity WHERE person_id = ANY (ids)) said
$$;
COMMENT ON FUNCTION register.state_digest(uuid[]) IS 'SHA-256 over everything the register says now of the given persons; what was said before and when does not count.';
REVOKE ALL ON FUNCTION register.state_digest(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.state_digest(uuid[]) TO junheng_loader;

ALTER TABLE register.link_decision    ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.moved_record     ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.moved_reference  ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON register.link_decision FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id IN (kept_id, left_id)));
CREATE POLICY loaded ON register.link_decision FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
CREATE POLICY loaded ON register.moved_record FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
CREATE POLICY loaded ON register.moved_reference FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
GRANT SELECT ON register.link_decision TO junheng_app;
GRANT SELECT, INSERT, UPDATE ON register.link_decision TO junheng_loader;
GRANT SELECT, INSERT ON register.moved_record TO junheng_loader;
GRANT SELECT ON register.moved_reference, register.person_reference TO junheng_loader;
