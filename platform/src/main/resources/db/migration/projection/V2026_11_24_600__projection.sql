-- Scenarios, their runs, and what came out as series by area. No person.

CREATE SCHEMA projection;
COMMENT ON SCHEMA projection IS 'Projection: scenarios as values, runs with the hash of their inputs, series by area. No person.';
GRANT USAGE ON SCHEMA projection TO junheng_app;

CREATE TABLE projection.scenario (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    areas       int8range   NOT NULL,
    area        bigint      NOT NULL,
    name        text        NOT NULL,
    version     integer     NOT NULL CHECK (version > 0),
    assumptions text        NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    UNIQUE (area, name, version)
);
COMMENT ON TABLE  projection.scenario IS 'What is assumed about the years to come. Never changed: a change is the next version.';
COMMENT ON COLUMN projection.scenario.id IS 'Id.';
COMMENT ON COLUMN projection.scenario.areas IS 'Guard: codes of the author''s area. Seen within it and by those above it.';
COMMENT ON COLUMN projection.scenario.area IS 'The author''s area.';
COMMENT ON COLUMN projection.scenario.name IS 'Short name.';
COMMENT ON COLUMN projection.scenario.version IS 'Version under this name, from 1.';
COMMENT ON COLUMN projection.scenario.assumptions IS 'The assumptions with author and source, as the scenario file (YAML) of the command line.';
COMMENT ON COLUMN projection.scenario.made_by IS 'Sign-in name of the author.';
COMMENT ON COLUMN projection.scenario.made_at IS 'When.';
GRANT SELECT, INSERT ON projection.scenario TO junheng_app;
ALTER TABLE projection.scenario ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_within_and_above ON projection.scenario FOR SELECT TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND areas && (SELECT access.areas()));
CREATE POLICY made_for_own_area ON projection.scenario FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'COUNTY_ANALYST' AND areas <@ (SELECT access.areas())
                AND made_by = (SELECT access.subject()));

CREATE TABLE projection.run (
    id            uuid        PRIMARY KEY,
    scenario_id   uuid        NOT NULL REFERENCES projection.scenario,
    against_id    uuid        REFERENCES projection.scenario,
    areas         int8range   NOT NULL,
    trajectories  integer     NOT NULL,
    seed          bigint      NOT NULL,
    base          text        NOT NULL,
    first_year    integer     NOT NULL,
    last_year     integer     NOT NULL,
    fingerprint   text        NOT NULL,
    made_by       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    took_ms       bigint      NOT NULL
);
COMMENT ON TABLE  projection.run IS 'A scenario worked out, or the difference of two, with all that its numbers stand on.';
COMMENT ON COLUMN projection.run.id IS 'Id.';
COMMENT ON COLUMN projection.run.scenario_id IS 'The scenario.';
COMMENT ON COLUMN projection.run.against_id IS 'For a comparison, the scenario subtracted from it, trajectory by trajectory; else null.';
COMMENT ON COLUMN projection.run.areas IS 'Guard: codes of the area of whoever ran it.';
COMMENT ON COLUMN projection.run.trajectories IS 'Number of trajectories.';
COMMENT ON COLUMN projection.run.seed IS 'Seed of the random numbers; two runs of one seed share them.';
COMMENT ON COLUMN projection.run.base IS 'Base population.';
COMMENT ON COLUMN projection.run.first_year IS 'Year of the base population.';
COMMENT ON COLUMN projection.run.last_year IS 'Last year projected.';
COMMENT ON COLUMN projection.run.fingerprint IS 'SHA-256 over scenario, base population and every sheet of figures; of a comparison both, with a minus.';
COMMENT ON COLUMN projection.run.made_by IS 'Sign-in name of whoever ran it.';
COMMENT ON COLUMN projection.run.made_at IS 'When.';
COMMENT ON COLUMN projection.run.took_ms IS 'Milliseconds it took.';
GRANT SELECT, INSERT ON projection.run TO junheng_app;
ALTER TABLE projection.run ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_within_and_above ON projection.run FOR SELECT TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND areas && (SELECT access.areas()));
CREATE POLICY run_for_own_area ON projection.run FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'COUNTY_ANALYST' AND areas <@ (SELECT access.areas())
                AND made_by = (SELECT access.subject()));

CREATE TABLE projection.series (
    run_id     uuid      NOT NULL REFERENCES projection.run,
    place      text      NOT NULL,
    guard      bigint    NOT NULL,
    level      text      NOT NULL CHECK (level IN ('province', 'city', 'county')),
    position   integer   NOT NULL,
    series     text      NOT NULL,
    first_year integer   NOT NULL,
    q025       integer[],
    q10        integer[],
    q50        integer[] NOT NULL,
    q90        integer[],
    q975       integer[],
    PRIMARY KEY (run_id, place, series)
);
COMMENT ON TABLE  projection.series IS 'What came out: one thing counted in one area over the years, as quantiles of the trajectories.';
COMMENT ON COLUMN projection.series.run_id IS 'The run.';
COMMENT ON COLUMN projection.series.place IS 'Area: its code of six digits, or its name where it has none.';
COMMENT ON COLUMN projection.series.guard IS 'Guard: the area''s code, or its city''s where it has none; nobody sees rows of another''s area.';
COMMENT ON COLUMN projection.series.level IS 'province, city, county.';
COMMENT ON COLUMN projection.series.position IS 'Place of the area in lists.';
COMMENT ON COLUMN projection.series.series IS 'What is counted: residents, births, a need, men_25 and women_25 for age groups …';
COMMENT ON COLUMN projection.series.first_year IS 'Year of the first value; the others follow yearly.';
COMMENT ON COLUMN projection.series.q025 IS 'Lower bound of the 95 % interval; null where there is one path only.';
COMMENT ON COLUMN projection.series.q10 IS 'Lower bound of the 80 % interval.';
COMMENT ON COLUMN projection.series.q50 IS 'Median, or the one path.';
COMMENT ON COLUMN projection.series.q90 IS 'Upper bound of the 80 % interval.';
COMMENT ON COLUMN projection.series.q975 IS 'Upper bound of the 95 % interval.';
GRANT SELECT, INSERT ON projection.series TO junheng_app;
ALTER TABLE projection.series ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_areas ON projection.series TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND guard <@ (SELECT access.areas()))
    WITH CHECK ((SELECT access.role()) = 'COUNTY_ANALYST' AND guard <@ (SELECT access.areas()));

CREATE TABLE projection.capacity (
    id       uuid        PRIMARY KEY DEFAULT uuidv7(),
    place    text        NOT NULL,
    guard    bigint      NOT NULL,
    series   text        NOT NULL,
    units    integer     NOT NULL CHECK (units >= 0),
    source   text        NOT NULL,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL
);
COMMENT ON TABLE  projection.capacity IS 'What an area has of something that is needed: places, beds, staff. The newest row counts; none is changed.';
COMMENT ON COLUMN projection.capacity.id IS 'Id, ordered by time.';
COMMENT ON COLUMN projection.capacity.place IS 'Area, as in the series.';
COMMENT ON COLUMN projection.capacity.guard IS 'Guard: the area''s code.';
COMMENT ON COLUMN projection.capacity.series IS 'What is needed, as in the series.';
COMMENT ON COLUMN projection.capacity.units IS 'How many there are.';
COMMENT ON COLUMN projection.capacity.source IS 'Where that is written, with its date.';
COMMENT ON COLUMN projection.capacity.made_by IS 'Sign-in name of whoever entered it.';
COMMENT ON COLUMN projection.capacity.made_at IS 'When.';
CREATE INDEX capacity_of_place ON projection.capacity (place, series, id DESC);
GRANT SELECT, INSERT ON projection.capacity TO junheng_app;
ALTER TABLE projection.capacity ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_areas ON projection.capacity TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND guard <@ (SELECT access.areas()))
    WITH CHECK ((SELECT access.role()) = 'COUNTY_ANALYST' AND guard <@ (SELECT access.areas())
                AND made_by = (SELECT access.subject()));
