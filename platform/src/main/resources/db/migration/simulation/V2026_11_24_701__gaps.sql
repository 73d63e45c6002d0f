-- Searches for gaps and overlaps between schemes, with what they found.

CREATE TABLE simulation.search (
    id        uuid        PRIMARY KEY,
    area      bigint      NOT NULL,
    on_day    date        NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    findings  jsonb       NOT NULL
);
COMMENT ON TABLE  simulation.search IS 'A search for gaps, overlaps, idle conditions and bunching over all schemes.';
COMMENT ON COLUMN simulation.search.id IS 'Id.';
COMMENT ON COLUMN simulation.search.area IS 'Guard: the area it was made in.';
COMMENT ON COLUMN simulation.search.on_day IS 'The day of the copy of the register; the period that contains it was decided.';
COMMENT ON COLUMN simulation.search.made_by IS 'Sign-in name of the analyst.';
COMMENT ON COLUMN simulation.search.made_at IS 'When.';
COMMENT ON COLUMN simulation.search.findings IS 'What was found, as the page shows it: counts by scheme and condition, no person.';
GRANT SELECT, INSERT ON simulation.search TO junheng_app;
ALTER TABLE simulation.search ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_areas ON simulation.search TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND area <@ (SELECT access.areas()))
    WITH CHECK ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND area <@ (SELECT access.areas()));
