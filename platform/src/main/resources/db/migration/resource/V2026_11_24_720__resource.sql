-- What there is to serve families: nurseries, kindergartens, maternity beds, obstetric staff. No person.

CREATE SCHEMA resource;
COMMENT ON SCHEMA resource IS 'Service resources: places, beds and staff of institutions by area and date. No person.';
GRANT USAGE ON SCHEMA resource TO junheng_app, junheng_loader;

CREATE TABLE resource.resource (
    id             uuid        PRIMARY KEY DEFAULT uuidv7(),
    series         uuid        NOT NULL,
    institution    text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('NURSERY', 'KINDERGARTEN', 'MATERNITY', 'OBSTETRIC')),
    area           bigint      NOT NULL,
    units          integer     NOT NULL CHECK (units >= 0),
    occupied       integer     CHECK (occupied BETWEEN 0 AND units),
    from_months    integer     CHECK (from_months >= 0),
    before_months  integer     CHECK (before_months > from_months),
    fee_fen        bigint      CHECK (fee_fen >= 0),
    inclusive      boolean,
    valid          daterange   NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    source         text        NOT NULL,
    sample         boolean     NOT NULL DEFAULT false,
    made_by        text        NOT NULL DEFAULT access.subject(),
    made_at        timestamptz NOT NULL DEFAULT now(),
    superseded_at  timestamptz,
    EXCLUDE USING gist (series WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
COMMENT ON TABLE  resource.resource IS 'What an institution has of one kind over some days. A change closes the row and adds others; none is deleted.';
COMMENT ON COLUMN resource.resource.id IS 'Id of the row.';
COMMENT ON COLUMN resource.resource.series IS 'The same for all rows about one institution and kind; of those not superseded one counts on a day.';
COMMENT ON COLUMN resource.resource.institution IS 'Name of the institution.';
COMMENT ON COLUMN resource.resource.kind IS 'NURSERY places, KINDERGARTEN places, MATERNITY beds, OBSTETRIC staff.';
COMMENT ON COLUMN resource.resource.area IS 'Where it is: county, township or village.';
COMMENT ON COLUMN resource.resource.units IS 'Places, beds, or persons on the staff.';
COMMENT ON COLUMN resource.resource.occupied IS 'How many of them are in use; null where nobody has said.';
COMMENT ON COLUMN resource.resource.from_months IS 'Youngest age taken, in completed months; null where it does not apply.';
COMMENT ON COLUMN resource.resource.before_months IS 'First age no longer taken, in months.';
COMMENT ON COLUMN resource.resource.fee_fen IS 'What a month costs a family, in fen; null where it does not apply.';
COMMENT ON COLUMN resource.resource.inclusive IS 'Whether it is recognised as inclusive (普惠), with a fee kept down; null where it does not apply.';
COMMENT ON COLUMN resource.resource.valid IS 'The days for which it holds, half-open.';
COMMENT ON COLUMN resource.resource.source IS 'Where that is written.';
COMMENT ON COLUMN resource.resource.sample IS 'Made up for a demonstration.';
COMMENT ON COLUMN resource.resource.made_by IS 'Sign-in name of whoever entered it.';
COMMENT ON COLUMN resource.resource.made_at IS 'When it was entered.';
COMMENT ON COLUMN resource.resource.superseded_at IS 'When other rows took its place; null while it counts.';
CREATE UNIQUE INDEX resource_name ON resource.resource (institution, kind, (area / 1000000), lower(valid)) WHERE superseded_at IS NULL;
CREATE INDEX resource_of_area ON resource.resource (area) WHERE superseded_at IS NULL;
GRANT SELECT ON resource.resource TO junheng_app;
GRANT SELECT, INSERT ON resource.resource TO junheng_loader;
GRANT UPDATE (superseded_at) ON resource.resource TO junheng_loader;
