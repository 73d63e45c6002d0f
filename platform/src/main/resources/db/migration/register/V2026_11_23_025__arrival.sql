-- The one way into the register: rows are copied into staging, then applied by set-based statements as the loader.
-- COPY into a table under row-level security fails for everyone but its owner, hence staging tables without it: they are
-- unreadable by the application role and emptied when their batch ends.

CREATE UNLOGGED TABLE register.staged_record (
    batch          uuid     NOT NULL,
    source         text     NOT NULL,
    source_key     text     NOT NULL,
    name           text,
    name_folded    text     COLLATE "C",
    name_pinyin    text     COLLATE "C",
    name_initials  text     COLLATE "C",
    born_on        date,
    id_no_cipher   bytea,
    id_no_index    bytea,
    phone_cipher   bytea,
    phone_index    bytea,
    account_cipher bytea,
    account_index  bytea,
    address        text,
    content_hash   bytea,
    record_id      uuid     NOT NULL DEFAULT uuidv7(),
    person_id      uuid     NOT NULL DEFAULT uuidv7(),
    arrival        text     NOT NULL DEFAULT 'new'
);
COMMENT ON TABLE  register.staged_record IS 'Records of a batch on their way in.';
COMMENT ON COLUMN register.staged_record.batch IS 'The batch.';
COMMENT ON COLUMN register.staged_record.source IS 'As in source_record.';
COMMENT ON COLUMN register.staged_record.source_key IS 'As in source_record.';
COMMENT ON COLUMN register.staged_record.name IS 'As in identity; null where the record states no identity.';
COMMENT ON COLUMN register.staged_record.name_folded IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.name_pinyin IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.name_initials IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.born_on IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.id_no_cipher IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.id_no_index IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.phone_cipher IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.phone_index IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.account_cipher IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.account_index IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.address IS 'As in identity.';
COMMENT ON COLUMN register.staged_record.content_hash IS 'As in source_record.';
COMMENT ON COLUMN register.staged_record.record_id IS 'Id of the record: a new one, or the known one.';
COMMENT ON COLUMN register.staged_record.person_id IS 'Id of the person: a new one, or the one it links to.';
COMMENT ON COLUMN register.staged_record.arrival IS 'repeated, linked, new, provisional or conflict.';

CREATE UNLOGGED TABLE register.staged_event (
    batch       uuid NOT NULL,
    event_ref   integer NOT NULL,
    source      text NOT NULL,
    source_key  text NOT NULL,
    kind        text NOT NULL,
    occurred_on date NOT NULL,
    area        bigint,
    value       text,
    event_id    uuid NOT NULL DEFAULT uuidv7()
);
COMMENT ON TABLE  register.staged_event IS 'Life events of a batch on their way in.';
COMMENT ON COLUMN register.staged_event.batch IS 'The batch.';
COMMENT ON COLUMN register.staged_event.event_ref IS 'Number of the event within the batch.';
COMMENT ON COLUMN register.staged_event.source IS 'Source of the record that states it.';
COMMENT ON COLUMN register.staged_event.source_key IS 'Key of the record that states it.';
COMMENT ON COLUMN register.staged_event.kind IS 'As in life_event.';
COMMENT ON COLUMN register.staged_event.occurred_on IS 'As in life_event.';
COMMENT ON COLUMN register.staged_event.area IS 'As in life_event.';
COMMENT ON COLUMN register.staged_event.value IS 'As in life_event.';
COMMENT ON COLUMN register.staged_event.event_id IS 'Id of the event to be.';

CREATE UNLOGGED TABLE register.staged_participant (
    batch      uuid    NOT NULL,
    event_ref  integer NOT NULL,
    role       text    NOT NULL,
    source     text    NOT NULL,
    source_key text    NOT NULL
);
COMMENT ON TABLE  register.staged_participant IS 'Participants of staged events, named by their records'' keys.';
COMMENT ON COLUMN register.staged_participant.batch IS 'The batch.';
COMMENT ON COLUMN register.staged_participant.event_ref IS 'The event within the batch.';
COMMENT ON COLUMN register.staged_participant.role IS 'As in participant.';
COMMENT ON COLUMN register.staged_participant.source IS 'Source of the participant''s record.';
COMMENT ON COLUMN register.staged_participant.source_key IS 'Key of the participant''s record.';

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON register.staged_record, register.staged_event, register.staged_participant
   TO junheng_loader;
