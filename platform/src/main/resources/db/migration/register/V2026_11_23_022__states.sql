-- What follows from the ledger. Every row says when it holds (valid) and when we held it to be so (known); all ranges half-open.

CREATE TABLE register.standing (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    person_id   uuid        NOT NULL,
    attribute   text        NOT NULL,
    area        bigint,
    value       text,
    valid_from  date        NOT NULL,
    valid_to    date        NOT NULL DEFAULT 'infinity',
    event_id    uuid        NOT NULL,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL DEFAULT 'infinity',
    opened_xid  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    closed_xid  xid8
);
COMMENT ON TABLE  register.standing IS 'Attributes that hold until the next event changes them: the three places, hukou category, disability.';
COMMENT ON COLUMN register.standing.id IS 'Row id.';
COMMENT ON COLUMN register.standing.person_id IS 'The person.';
COMMENT ON COLUMN register.standing.attribute IS 'Kind of the life event it folds.';
COMMENT ON COLUMN register.standing.area IS 'The place, by the code of its day.';
COMMENT ON COLUMN register.standing.value IS 'The coded value.';
COMMENT ON COLUMN register.standing.valid_from IS 'First day on which it holds.';
COMMENT ON COLUMN register.standing.valid_to IS 'First day on which it no longer holds.';
COMMENT ON COLUMN register.standing.event_id IS 'The life event it rests on.';
COMMENT ON COLUMN register.standing.known_from IS 'Since when the register says so.';
COMMENT ON COLUMN register.standing.known_to IS 'Until when the register said so.';
COMMENT ON COLUMN register.standing.opened_xid IS 'Transaction that opened the row.';
COMMENT ON COLUMN register.standing.closed_xid IS 'Transaction that closed it.';
CREATE UNIQUE INDEX standing_current ON register.standing (person_id, attribute, valid_from) WHERE known_to = 'infinity';
CREATE INDEX standing_of_person ON register.standing (person_id);

CREATE TABLE register.vital (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    person_id   uuid        NOT NULL,
    sex         char(1)     NOT NULL,
    born_on     date        NOT NULL,
    died_on     date,
    birth_event uuid        NOT NULL,
    death_event uuid,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL DEFAULT 'infinity',
    opened_xid  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    closed_xid  xid8
);
COMMENT ON TABLE  register.vital IS 'Sex, birth and death of a person as known.';
COMMENT ON COLUMN register.vital.id IS 'Row id.';
COMMENT ON COLUMN register.vital.person_id IS 'The person.';
COMMENT ON COLUMN register.vital.sex IS 'GB/T 2261.1.';
COMMENT ON COLUMN register.vital.born_on IS 'Date of birth.';
COMMENT ON COLUMN register.vital.died_on IS 'Date of death, if known.';
COMMENT ON COLUMN register.vital.birth_event IS 'The birth it rests on.';
COMMENT ON COLUMN register.vital.death_event IS 'The death it rests on.';
COMMENT ON COLUMN register.vital.known_from IS 'Since when the register says so.';
COMMENT ON COLUMN register.vital.known_to IS 'Until when the register said so.';
COMMENT ON COLUMN register.vital.opened_xid IS 'Transaction that opened the row.';
COMMENT ON COLUMN register.vital.closed_xid IS 'Transaction that closed it.';
CREATE UNIQUE INDEX vital_current ON register.vital (person_id) WHERE known_to = 'infinity';
CREATE INDEX vital_of_person ON register.vital (person_id);

CREATE TABLE register.couple (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    person_id   uuid        NOT NULL,
    spouse_id   uuid        NOT NULL,
    valid_from  date        NOT NULL,
    valid_to    date        NOT NULL DEFAULT 'infinity',
    ended_by    text,
    event_id    uuid        NOT NULL,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL DEFAULT 'infinity',
    opened_xid  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    closed_xid  xid8
);
COMMENT ON TABLE  register.couple IS 'Marriages, one row for each of the two.';
COMMENT ON COLUMN register.couple.id IS 'Row id.';
COMMENT ON COLUMN register.couple.person_id IS 'One of the two.';
COMMENT ON COLUMN register.couple.spouse_id IS 'The other.';
COMMENT ON COLUMN register.couple.valid_from IS 'Day of the marriage.';
COMMENT ON COLUMN register.couple.valid_to IS 'Day of the divorce or of a death.';
COMMENT ON COLUMN register.couple.ended_by IS 'divorce or death.';
COMMENT ON COLUMN register.couple.event_id IS 'The marriage it rests on.';
COMMENT ON COLUMN register.couple.known_from IS 'Since when the register says so.';
COMMENT ON COLUMN register.couple.known_to IS 'Until when the register said so.';
COMMENT ON COLUMN register.couple.opened_xid IS 'Transaction that opened the row.';
COMMENT ON COLUMN register.couple.closed_xid IS 'Transaction that closed it.';
CREATE UNIQUE INDEX couple_current ON register.couple (person_id, event_id) WHERE known_to = 'infinity';
CREATE INDEX couple_of_spouse ON register.couple (spouse_id) WHERE known_to = 'infinity';
CREATE INDEX couple_of_person ON register.couple (person_id);

CREATE TABLE register.parentage (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    child_id    uuid        NOT NULL,
    parent_id   uuid        NOT NULL,
    role        text        NOT NULL,
    valid_from  date        NOT NULL,
    event_id    uuid        NOT NULL,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL DEFAULT 'infinity',
    opened_xid  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    closed_xid  xid8
);
COMMENT ON TABLE  register.parentage IS 'Who is whose mother or father, by birth or adoption.';
COMMENT ON COLUMN register.parentage.id IS 'Row id.';
COMMENT ON COLUMN register.parentage.child_id IS 'The child.';
COMMENT ON COLUMN register.parentage.parent_id IS 'The parent.';
COMMENT ON COLUMN register.parentage.role IS 'mother, father, adoptive-mother, adoptive-father.';
COMMENT ON COLUMN register.parentage.valid_from IS 'Day of birth or adoption.';
COMMENT ON COLUMN register.parentage.event_id IS 'The event it rests on.';
COMMENT ON COLUMN register.parentage.known_from IS 'Since when the register says so.';
COMMENT ON COLUMN register.parentage.known_to IS 'Until when the register said so.';
COMMENT ON COLUMN register.parentage.opened_xid IS 'Transaction that opened the row.';
COMMENT ON COLUMN register.parentage.closed_xid IS 'Transaction that closed it.';
CREATE UNIQUE INDEX parentage_current ON register.parentage (child_id, role, parent_id) WHERE known_to = 'infinity';
CREATE INDEX parentage_of_parent ON register.parentage (parent_id);
CREATE INDEX parentage_of_child ON register.parentage (child_id);
