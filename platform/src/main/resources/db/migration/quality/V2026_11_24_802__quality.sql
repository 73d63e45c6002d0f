-- How sound the register is, as of its last check, and what clerks said of what was found.

CREATE SCHEMA quality;
COMMENT ON SCHEMA quality IS 'Checks of the register: counts, findings, what clerks said of them.';
GRANT USAGE ON SCHEMA quality TO junheng_app, junheng_loader;

CREATE TABLE quality.run (
    id       uuid        PRIMARY KEY DEFAULT uuidv7(),
    areas    int8range   NOT NULL,
    day      date        NOT NULL,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT now(),
    took_ms  bigint      NOT NULL
);
COMMENT ON TABLE  quality.run IS 'A check of an area.';
COMMENT ON COLUMN quality.run.id IS 'Time-ordered id.';
COMMENT ON COLUMN quality.run.areas IS 'The area codes that were checked, half-open.';
COMMENT ON COLUMN quality.run.day IS 'The day it is about.';
COMMENT ON COLUMN quality.run.made_by IS 'Who started it.';
COMMENT ON COLUMN quality.run.made_at IS 'When it was stored.';
COMMENT ON COLUMN quality.run.took_ms IS 'How long it took.';

CREATE TABLE quality.held (
    run_id    uuid    NOT NULL REFERENCES quality.run,
    area      bigint  NOT NULL,
    source    text    NOT NULL,
    persons   bigint  NOT NULL,
    covered   bigint  NOT NULL,
    PRIMARY KEY (run_id, area, source)
);
COMMENT ON TABLE  quality.held IS 'How many persons were checked, and how many each source covers.';
COMMENT ON COLUMN quality.held.run_id IS 'The check.';
COMMENT ON COLUMN quality.held.area IS 'Township.';
COMMENT ON COLUMN quality.held.source IS 'Source.';
COMMENT ON COLUMN quality.held.persons IS 'Persons whose identity is shown from the source.';
COMMENT ON COLUMN quality.held.covered IS 'Living persons of whom the source has a record.';

CREATE TABLE quality.spread (
    run_id  uuid      NOT NULL REFERENCES quality.run,
    area    bigint    NOT NULL,
    axis    text      NOT NULL CHECK (axis IN ('age', 'birth-day')),
    counts  integer[] NOT NULL,
    PRIMARY KEY (run_id, area, axis)
);
COMMENT ON TABLE  quality.spread IS 'Counts in which heaping shows.';
COMMENT ON COLUMN quality.spread.run_id IS 'The check.';
COMMENT ON COLUMN quality.spread.area IS 'Township.';
COMMENT ON COLUMN quality.spread.axis IS 'age: persons alive on the last 1 November by age 0 to 100; birth-day: persons by day of the month of birth.';
COMMENT ON COLUMN quality.spread.counts IS 'The counts.';

CREATE TABLE quality.lateness (
    run_id  uuid             NOT NULL REFERENCES quality.run,
    area    bigint           NOT NULL,
    source  text             NOT NULL,
    kind    text             NOT NULL,
    events  bigint           NOT NULL,
    median  double precision NOT NULL,
    ninth   double precision NOT NULL,
    PRIMARY KEY (run_id, area, source, kind)
);
COMMENT ON TABLE  quality.lateness IS 'Days between what happened and the register''s knowing it, over two years.';
COMMENT ON COLUMN quality.lateness.run_id IS 'The check.';
COMMENT ON COLUMN quality.lateness.area IS 'Township, or the whole area of the check.';
COMMENT ON COLUMN quality.lateness.source IS 'Source.';
COMMENT ON COLUMN quality.lateness.kind IS 'Kind of life event.';
COMMENT ON COLUMN quality.lateness.events IS 'How many events.';
COMMENT ON COLUMN quality.lateness.median IS 'Half were known within so many days.';
COMMENT ON COLUMN quality.lateness.ninth IS 'Nine in ten were known within so many days.';

CREATE TABLE quality.finding (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    doubt        text        NOT NULL,
    person_id    uuid        NOT NULL,
    key          text        NOT NULL,
    other_id     uuid,
    one          date,
    two          date,
    area         bigint      NOT NULL,
    source       text        NOT NULL,
    state        text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'SETTLED', 'NO_ERROR', 'GONE')),
    first_found  timestamptz NOT NULL DEFAULT now(),
    last_run     uuid        NOT NULL REFERENCES quality.run,
    UNIQUE (person_id, doubt, key)
);
COMMENT ON TABLE  quality.finding IS 'A doubt about a person.';
COMMENT ON COLUMN quality.finding.id IS 'Time-ordered id; stays the same from check to check.';
COMMENT ON COLUMN quality.finding.doubt IS 'Which check.';
COMMENT ON COLUMN quality.finding.person_id IS 'The person.';
COMMENT ON COLUMN quality.finding.key IS 'Tells it apart from others of the kind: an event, another person; empty where there is one at most.';
COMMENT ON COLUMN quality.finding.other_id IS 'Another person in it.';
COMMENT ON COLUMN quality.finding.one IS 'A date in it.';
COMMENT ON COLUMN quality.finding.two IS 'The date that contradicts it.';
COMMENT ON COLUMN quality.finding.area IS 'Township whose office it is for.';
COMMENT ON COLUMN quality.finding.source IS 'Source that says so.';
COMMENT ON COLUMN quality.finding.state IS 'OPEN; SETTLED or NO_ERROR: a clerk said so, and later checks keep it; GONE: the last check did not find it.';
COMMENT ON COLUMN quality.finding.first_found IS 'When it was found first.';
COMMENT ON COLUMN quality.finding.last_run IS 'The last check that found it.';
CREATE INDEX finding_of_area ON quality.finding (area, doubt, state);

CREATE TABLE quality.mark (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    finding_id  uuid        NOT NULL REFERENCES quality.finding,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'SETTLED', 'NO_ERROR')),
    note        text        NOT NULL CHECK (note <> ''),
    subject     text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  quality.mark IS 'What a clerk said of a finding. Append-only.';
COMMENT ON COLUMN quality.mark.id IS 'Time-ordered id.';
COMMENT ON COLUMN quality.mark.finding_id IS 'The finding.';
COMMENT ON COLUMN quality.mark.state IS 'SETTLED, NO_ERROR, or OPEN again.';
COMMENT ON COLUMN quality.mark.note IS 'Why, in one sentence.';
COMMENT ON COLUMN quality.mark.subject IS 'Who.';
COMMENT ON COLUMN quality.mark.at IS 'When.';
CREATE INDEX mark_of_finding ON quality.mark (finding_id, id);

ALTER TABLE quality.run      ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality.held     ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality.spread   ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality.lateness ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality.finding  ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality.mark     ENABLE ROW LEVEL SECURITY;
CREATE POLICY about_own_areas ON quality.run FOR SELECT TO junheng_app
    USING (areas && (SELECT access.areas()) AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
CREATE POLICY of_own_areas ON quality.held FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.areas()) AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
CREATE POLICY of_own_areas ON quality.spread FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.areas()) AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
CREATE POLICY of_own_areas ON quality.lateness FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.areas()) AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
-- A finding is seen by those whose area it is for and who may see the person.
CREATE POLICY of_seen_persons ON quality.finding TO junheng_app
    USING (area <@ (SELECT access.areas()) AND EXISTS (SELECT FROM register.person p WHERE p.id = person_id))
    WITH CHECK (area <@ (SELECT access.areas()) AND EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY of_seen_findings ON quality.mark TO junheng_app
    USING (EXISTS (SELECT FROM quality.finding f WHERE f.id = finding_id))
    WITH CHECK (EXISTS (SELECT FROM quality.finding f WHERE f.id = finding_id) AND subject = (SELECT access.subject()));
-- Who counts without seeing persons gets the sums only.
CREATE FUNCTION quality.found() RETURNS TABLE (doubt text, area bigint, source text, state text, findings bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT f.doubt, f.area, f.source, f.state, count(*)
      FROM quality.finding f
     WHERE f.area <@ access.areas() AND access.role() IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER')
     GROUP BY 1, 2, 3, 4
$$;
COMMENT ON FUNCTION quality.found() IS 'Sums of findings in the actor''s areas by check, township, source and state.';
REVOKE ALL ON FUNCTION quality.found() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quality.found() TO junheng_app;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['run', 'held', 'spread', 'lateness', 'finding', 'mark'] LOOP
        EXECUTE format('CREATE POLICY loaded ON quality.%I FOR ALL TO junheng_loader
                        USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL)', t);
    END LOOP;
END
$$;
GRANT SELECT ON quality.run, quality.held, quality.spread, quality.lateness, quality.finding, quality.mark TO junheng_app;
GRANT UPDATE (state) ON quality.finding TO junheng_app;
GRANT INSERT ON quality.mark TO junheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON quality.run, quality.held, quality.spread, quality.lateness, quality.finding TO junheng_loader;

-- What was found was found in the person of its day.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('quality.finding', 'person_id', 'id', false),
    ('quality.finding', 'other_id',  'id', false);
