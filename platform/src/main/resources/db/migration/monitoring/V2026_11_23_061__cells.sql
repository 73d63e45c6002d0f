-- Counts kept by following the ledger. No row is about a person: a cell counts all who share base, area, month or day, and sex.

CREATE SCHEMA monitoring;
COMMENT ON SCHEMA monitoring IS 'Births, deaths and population as counts, kept up to the ledger horizon.';
GRANT USAGE ON SCHEMA monitoring TO junheng_app, junheng_loader;

CREATE TABLE monitoring.vital_cell (
    event        text     NOT NULL CHECK (event IN ('birth', 'death')),
    month        date     NOT NULL CHECK (extract(day FROM month) = 1),
    base         text     NOT NULL CHECK (base IN ('hukou', 'usual', 'managed')),
    area         bigint   NOT NULL,
    sex          char(1)  NOT NULL,
    birth_order  smallint NOT NULL CHECK (birth_order BETWEEN 0 AND 3),
    events       integer  NOT NULL CHECK (events > 0),
    PRIMARY KEY (event, month, base, area, sex, birth_order)
);
COMMENT ON TABLE  monitoring.vital_cell IS 'Births and deaths by month, base, area and sex; births by birth order, too.';
COMMENT ON COLUMN monitoring.vital_cell.event IS 'birth or death.';
COMMENT ON COLUMN monitoring.vital_cell.month IS 'Month in which it happened, by its first day.';
COMMENT ON COLUMN monitoring.vital_cell.base IS 'Which population: hukou, usual residents, managed.';
COMMENT ON COLUMN monitoring.vital_cell.area IS 'Township, or county where no finer place is known, by the code of its day.';
COMMENT ON COLUMN monitoring.vital_cell.sex IS 'GB/T 2261.1.';
COMMENT ON COLUMN monitoring.vital_cell.birth_order IS '1, 2, 3 for third and later; 0 for a death and where the order is not known.';
COMMENT ON COLUMN monitoring.vital_cell.events IS 'How many.';

CREATE TABLE monitoring.population_cell (
    day          date     NOT NULL,
    base         text     NOT NULL CHECK (base IN ('hukou', 'usual', 'managed')),
    area         bigint   NOT NULL,
    sex          char(1)  NOT NULL,
    birth_year   smallint NOT NULL,
    age          smallint NOT NULL,
    persons      integer  NOT NULL CHECK (persons > 0),
    PRIMARY KEY (day, base, area, sex, birth_year, age)
);
COMMENT ON TABLE  monitoring.population_cell IS 'Persons at the end of a day: the last day of each year, and the day last counted.';
COMMENT ON COLUMN monitoring.population_cell.day IS 'At the end of this day.';
COMMENT ON COLUMN monitoring.population_cell.base IS 'Which population: hukou, usual residents, managed.';
COMMENT ON COLUMN monitoring.population_cell.area IS 'Township, or county where no finer place is known, by the code of its day.';
COMMENT ON COLUMN monitoring.population_cell.sex IS 'GB/T 2261.1.';
COMMENT ON COLUMN monitoring.population_cell.birth_year IS 'Calendar year of birth: the unit in which the table is counted anew.';
COMMENT ON COLUMN monitoring.population_cell.age IS 'Age in completed years on the day.';
COMMENT ON COLUMN monitoring.population_cell.persons IS 'How many.';

CREATE TABLE monitoring.progress (
    follower     text        PRIMARY KEY,
    xid          bigint      NOT NULL,
    event_id     uuid        NOT NULL,
    horizon      bigint      NOT NULL,
    counted_on   date        NOT NULL,
    caught_up_at timestamptz NOT NULL
);
COMMENT ON TABLE  monitoring.progress IS 'How far the ledger is counted.';
COMMENT ON COLUMN monitoring.progress.follower IS 'Name of the follower.';
COMMENT ON COLUMN monitoring.progress.xid IS 'Cursor: transaction of the event last counted.';
COMMENT ON COLUMN monitoring.progress.event_id IS 'Cursor: the event last counted.';
COMMENT ON COLUMN monitoring.progress.horizon IS 'Everything the ledger said below this transaction is in the cells.';
COMMENT ON COLUMN monitoring.progress.counted_on IS 'The day whose population is the present one.';
COMMENT ON COLUMN monitoring.progress.caught_up_at IS 'When the follower last found nothing left to count.';

-- Figures are for those whose work they are, in their areas; the follower alone writes them.
ALTER TABLE monitoring.vital_cell      ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitoring.population_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitoring.progress        ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_own_areas ON monitoring.vital_cell FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.areas())
           AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
CREATE POLICY of_own_areas ON monitoring.population_cell FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.areas())
           AND (SELECT access.role()) IN ('COUNTY_ANALYST', 'COUNTY_REVIEWER', 'TOWNSHIP_OFFICER'));
CREATE POLICY known_to_readers ON monitoring.progress FOR SELECT TO junheng_app
    USING ((SELECT access.subject()) IS NOT NULL);
CREATE POLICY counted ON monitoring.vital_cell FOR ALL TO junheng_loader
    USING ((SELECT access.role()) = 'SERVICE') WITH CHECK ((SELECT access.role()) = 'SERVICE');
CREATE POLICY counted ON monitoring.population_cell FOR ALL TO junheng_loader
    USING ((SELECT access.role()) = 'SERVICE') WITH CHECK ((SELECT access.role()) = 'SERVICE');
CREATE POLICY counted ON monitoring.progress FOR ALL TO junheng_loader
    USING ((SELECT access.role()) = 'SERVICE') WITH CHECK ((SELECT access.role()) = 'SERVICE');
GRANT SELECT ON monitoring.vital_cell, monitoring.population_cell, monitoring.progress TO junheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON monitoring.vital_cell, monitoring.population_cell, monitoring.progress TO junheng_loader;
