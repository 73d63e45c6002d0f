-- Reforms tried by analysts, and their effects as sums.

CREATE SCHEMA simulation;
COMMENT ON SCHEMA simulation IS 'Reforms tried on a pseudonymous copy of the register: sums only.';
GRANT USAGE ON SCHEMA simulation TO junheng_app;

CREATE TABLE simulation.run (
    id        uuid        PRIMARY KEY,
    scheme    text        NOT NULL,
    settings  text        NOT NULL,
    area      bigint      NOT NULL,
    on_day    date        NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL
);
COMMENT ON TABLE  simulation.run IS 'A reform tried: a scheme with some parameters set otherwise.';
COMMENT ON COLUMN simulation.run.id IS 'Id.';
COMMENT ON COLUMN simulation.run.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN simulation.run.settings IS 'Parameters set otherwise, name=value, one a line.';
COMMENT ON COLUMN simulation.run.area IS 'Guard: the area it was tried in.';
COMMENT ON COLUMN simulation.run.on_day IS 'The day of the copy of the register; the period that contains it was decided.';
COMMENT ON COLUMN simulation.run.made_by IS 'Sign-in name of the analyst.';
COMMENT ON COLUMN simulation.run.made_at IS 'When.';
GRANT SELECT, INSERT ON simulation.run TO junheng_app;
ALTER TABLE simulation.run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_areas ON simulation.run TO junheng_app
    USING ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND area <@ (SELECT access.areas()))
    WITH CHECK ((SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER') AND area <@ (SELECT access.areas()));

CREATE TABLE simulation.effect (
    run_id        uuid    NOT NULL REFERENCES simulation.run,
    area          bigint  NOT NULL,
    age           integer NOT NULL,
    birth_order   integer NOT NULL,
    winners       bigint  NOT NULL,
    losers        bigint  NOT NULL,
    unchanged     bigint  NOT NULL,
    cost_fen      bigint  NOT NULL,
    baseline_fen  bigint  NOT NULL,
    PRIMARY KEY (run_id, area, age, birth_order)
);
COMMENT ON TABLE  simulation.effect IS 'Effects of a run by township, age and birth order; counts, no persons.';
COMMENT ON COLUMN simulation.effect.run_id IS 'The run.';
COMMENT ON COLUMN simulation.effect.area IS 'Township, or 0 where it is not known.';
COMMENT ON COLUMN simulation.effect.age IS 'Completed years on the day.';
COMMENT ON COLUMN simulation.effect.birth_order IS 'Of a child among its mother''s; 0 where there is none.';
COMMENT ON COLUMN simulation.effect.winners IS 'Units owed more.';
COMMENT ON COLUMN simulation.effect.losers IS 'Units owed less.';
COMMENT ON COLUMN simulation.effect.unchanged IS 'Units owed the same.';
COMMENT ON COLUMN simulation.effect.cost_fen IS 'Owed under the reform, in fen.';
COMMENT ON COLUMN simulation.effect.baseline_fen IS 'Owed under the law as it is, in fen.';
GRANT SELECT, INSERT ON simulation.effect TO junheng_app;
ALTER TABLE simulation.effect ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen_runs ON simulation.effect TO junheng_app
    USING (EXISTS (SELECT FROM simulation.run r WHERE r.id = run_id))
    WITH CHECK (EXISTS (SELECT FROM simulation.run r WHERE r.id = run_id));
