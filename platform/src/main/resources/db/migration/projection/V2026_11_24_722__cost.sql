-- What the schemes will cost: the cells of a sweep, taken times the people of a run.

CREATE TABLE projection.cost (
    run_id      uuid        NOT NULL REFERENCES projection.run,
    place       text        NOT NULL,
    guard       bigint      NOT NULL,
    scheme      text        NOT NULL,
    first_year  integer     NOT NULL,
    cost_fen    bigint[]    NOT NULL,
    source      text        NOT NULL,
    sha256      text        NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (run_id, place, scheme, made_at)
);
COMMENT ON TABLE  projection.cost IS 'What a scheme will cost in an area by year, by the central path of a run. The newest upload counts; none is changed.';
COMMENT ON COLUMN projection.cost.run_id IS 'The run.';
COMMENT ON COLUMN projection.cost.place IS 'Area, as in the series.';
COMMENT ON COLUMN projection.cost.guard IS 'Guard: the area''s code.';
COMMENT ON COLUMN projection.cost.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN projection.cost.first_year IS 'Year of the first value; the others follow yearly.';
COMMENT ON COLUMN projection.cost.cost_fen IS 'Cost by year, in fen.';
COMMENT ON COLUMN projection.cost.source IS 'The sweep: population and day.';
COMMENT ON COLUMN projection.cost.sha256 IS 'SHA-256 of the file of cells.';
COMMENT ON COLUMN projection.cost.made_by IS 'Sign-in name of whoever brought it.';
COMMENT ON COLUMN projection.cost.made_at IS 'When.';
GRANT SELECT, INSERT ON projection.cost TO junheng_app;
ALTER TABLE projection.cost ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_areas ON projection.cost TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND guard <@ (SELECT access.areas()))
    WITH CHECK ((SELECT access.role()) = 'COUNTY_ANALYST' AND guard <@ (SELECT access.areas())
                AND made_by = (SELECT access.subject()));
