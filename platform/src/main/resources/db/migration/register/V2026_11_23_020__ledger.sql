-- The truth: source records, the life events they state, and whose record each is.

CREATE SCHEMA register;
COMMENT ON SCHEMA register IS 'The whole-population register: ledger of life events, links, states folded from it, identities.';
GRANT USAGE ON SCHEMA register TO junheng_app, junheng_loader;

CREATE TABLE register.source (
    code        text     PRIMARY KEY,
    title_zh    text     NOT NULL,
    title_en    text     NOT NULL,
    precedence  smallint NOT NULL
);
COMMENT ON TABLE  register.source IS 'Where records come from.';
COMMENT ON COLUMN register.source.code IS 'Short name.';
COMMENT ON COLUMN register.source.title_zh IS 'Name in Chinese.';
COMMENT ON COLUMN register.source.title_en IS 'Name in English.';
COMMENT ON COLUMN register.source.precedence IS 'Which source wins where two contradict each other on the same day: the smaller.';
INSERT INTO register.source VALUES
    ('public-security', '公安',           'Public security',        10),
    ('civil-affairs',   '民政',           'Civil affairs',          20),
    ('disability',      '残联',           'Disability federation',  25),
    ('hospital',        '助产机构',       'Hospital',               30),
    ('counter',         '窗口',           'Counter',                40),
    ('census',          '初始装载（普查）', 'Opening load (census)',  50),
    ('family',          '家庭申报',       'Declared by the family', 60);
GRANT SELECT ON register.source TO junheng_app, junheng_loader;

CREATE TABLE register.person (
    id               uuid        PRIMARY KEY DEFAULT uuidv7(),
    hukou_area       bigint,
    residence_area   bigint,
    service_area     bigint,
    sex              char(1)     NOT NULL DEFAULT '0',
    born_on          date,
    died_on          date,
    identity_record  uuid,
    provisional      boolean     NOT NULL DEFAULT false,
    created_at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  register.person IS 'One row per person: the stable id, the three guard columns, and what search shows. Written by refold only.';
COMMENT ON COLUMN register.person.id IS 'Stable id, never reused; outside this installation written with the installation''s code before it.';
COMMENT ON COLUMN register.person.hukou_area IS 'Guard: place of household registration (户籍地) by today''s code.';
COMMENT ON COLUMN register.person.residence_area IS 'Guard: place of residence (居住地) by today''s code.';
COMMENT ON COLUMN register.person.service_area IS 'Guard: service area (服务管理地) by today''s code.';
COMMENT ON COLUMN register.person.sex IS 'GB/T 2261.1.';
COMMENT ON COLUMN register.person.born_on IS 'Date of birth.';
COMMENT ON COLUMN register.person.died_on IS 'Date of death.';
COMMENT ON COLUMN register.person.identity_record IS 'The source record whose identity is shown.';
COMMENT ON COLUMN register.person.provisional IS 'Known from a notice only (暂存), to be verified.';
COMMENT ON COLUMN register.person.created_at IS 'When the register first knew of the person.';
CREATE INDEX person_by_hukou     ON register.person (hukou_area);
CREATE INDEX person_by_residence ON register.person (residence_area);
CREATE INDEX person_by_service   ON register.person (service_area);
CREATE INDEX person_by_birth     ON register.person (born_on);
CREATE INDEX person_by_death     ON register.person (died_on) WHERE died_on IS NOT NULL;

CREATE TABLE register.source_record (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    source       text        NOT NULL REFERENCES register.source,
    source_key   text        NOT NULL,
    content_hash bytea,
    received_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, source_key)
);
COMMENT ON TABLE  register.source_record IS 'What one source says of one person, under the source''s own key. The same record twice is one record.';
COMMENT ON COLUMN register.source_record.id IS 'Id.';
COMMENT ON COLUMN register.source_record.source IS 'Where it comes from.';
COMMENT ON COLUMN register.source_record.source_key IS 'The source''s own key; holds no personal data.';
COMMENT ON COLUMN register.source_record.content_hash IS 'Hash of the identity it states, so that erasing the identity leaves the ledger whole.';
COMMENT ON COLUMN register.source_record.received_at IS 'When it reached us.';

CREATE TABLE register.person_link (
    record_id   uuid        NOT NULL REFERENCES register.source_record,
    person_id   uuid        NOT NULL REFERENCES register.person,
    known_from  timestamptz NOT NULL DEFAULT now(),
    known_to    timestamptz NOT NULL DEFAULT 'infinity',
    reason      text        NOT NULL,
    PRIMARY KEY (record_id, known_from)
);
COMMENT ON TABLE  register.person_link IS 'Whose record it is. Merge, unmerge, split and move only close and open rows here.';
COMMENT ON COLUMN register.person_link.record_id IS 'The record.';
COMMENT ON COLUMN register.person_link.person_id IS 'The person.';
COMMENT ON COLUMN register.person_link.known_from IS 'Since when we hold it to be so.';
COMMENT ON COLUMN register.person_link.known_to IS 'Until when, exclusive.';
COMMENT ON COLUMN register.person_link.reason IS 'Why: opening load, ID number with corroboration, provisional, merge …';
CREATE UNIQUE INDEX person_link_current ON register.person_link (record_id) INCLUDE (person_id) WHERE known_to = 'infinity';
CREATE INDEX person_link_of_person ON register.person_link (person_id) INCLUDE (record_id) WHERE known_to = 'infinity';

-- No foreign keys on the two largest tables: they are written only by the set-based statements of the loader, which join
-- what they would check, and append-only for everybody. Checking them again row by row costs a fifth of a first load.
CREATE TABLE register.life_event (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    record_id    uuid        NOT NULL,
    kind         text        NOT NULL,
    occurred_on  date        NOT NULL,
    precision    char(1)     NOT NULL DEFAULT 'D' CHECK (precision IN ('D', 'M', 'Y')),
    calendar     char(1)     NOT NULL DEFAULT 'S' CHECK (calendar IN ('S', 'L')),
    area         bigint,
    value        text,
    revokes      uuid        REFERENCES register.life_event,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CHECK (kind IN ('birth', 'death', 'registered-residence', 'usual-residence', 'service-area', 'hukou-category',
                    'marriage', 'divorce', 'adoption', 'disability', 'identity-correction', 'revocation')),
    CHECK ((kind = 'revocation') = (revokes IS NOT NULL))
);
COMMENT ON TABLE  register.life_event IS 'The append-only ledger of life events. Nothing is updated or deleted; a correction revokes.';
COMMENT ON COLUMN register.life_event.id IS 'Time-ordered id; with xid the cursor of those who follow the ledger.';
COMMENT ON COLUMN register.life_event.record_id IS 'The source record that states it.';
COMMENT ON COLUMN register.life_event.kind IS 'What happened.';
COMMENT ON COLUMN register.life_event.occurred_on IS 'When it happened (valid time).';
COMMENT ON COLUMN register.life_event.precision IS 'D day, M month, Y year.';
COMMENT ON COLUMN register.life_event.calendar IS 'S solar, L lunar as stated; occurred_on is always solar.';
COMMENT ON COLUMN register.life_event.area IS 'Place, by the code of its day.';
COMMENT ON COLUMN register.life_event.value IS 'Coded value: sex of a birth, hukou category, disability type and grade …';
COMMENT ON COLUMN register.life_event.revokes IS 'The event that this one takes back.';
COMMENT ON COLUMN register.life_event.recorded_at IS 'When we learnt it (known time).';
COMMENT ON COLUMN register.life_event.xid IS 'The transaction that wrote it; readers stop at the ledger horizon.';
CREATE INDEX life_event_of_record ON register.life_event (record_id);
CREATE INDEX life_event_cursor ON register.life_event (xid, id);
CREATE UNIQUE INDEX life_event_revoked_once ON register.life_event (revokes) WHERE revokes IS NOT NULL;

CREATE TABLE register.participant (
    event_id   uuid NOT NULL,
    role       text NOT NULL CHECK (role IN ('mother', 'father', 'spouse', 'adoptive-mother', 'adoptive-father')),
    record_id  uuid NOT NULL,
    PRIMARY KEY (event_id, role)
);
COMMENT ON TABLE  register.participant IS 'The others in an event. The event''s own record is its subject: the child of a birth, one spouse of a marriage.';
COMMENT ON COLUMN register.participant.event_id IS 'The event.';
COMMENT ON COLUMN register.participant.role IS 'Which part they had.';
COMMENT ON COLUMN register.participant.record_id IS 'The record that names them.';
CREATE INDEX participant_of_record ON register.participant (record_id);
CREATE INDEX life_event_divorces ON register.life_event (record_id) WHERE kind = 'divorce';
