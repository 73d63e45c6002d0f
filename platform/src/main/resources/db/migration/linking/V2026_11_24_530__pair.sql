-- Persons who may be one, and what people said of them.

CREATE SCHEMA linking;
COMMENT ON SCHEMA linking IS 'Persons of the register who may be one: found by comparing, decided by people.';
GRANT USAGE ON SCHEMA linking TO junheng_app, junheng_loader;

CREATE TABLE linking.pair (
    id           uuid             PRIMARY KEY DEFAULT uuidv7(),
    one_id       uuid             NOT NULL,
    other_id     uuid             NOT NULL,
    model        text             NOT NULL,
    weight       double precision NOT NULL,
    probability  double precision NOT NULL,
    bars         jsonb            NOT NULL,
    state        text             NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'proposed', 'merged', 'apart')),
    kept_id      uuid,
    decision     uuid,
    proposed_by  text,
    settled_by   text,
    settled_at   timestamptz,
    found_at     timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (one_id, other_id),
    CHECK (one_id < other_id),
    CHECK ((state = 'merged') = (decision IS NOT NULL)),
    CHECK (state <> 'proposed' OR (proposed_by IS NOT NULL AND kept_id IS NOT NULL)),
    CHECK (state IN ('open', 'proposed') OR settled_by IS NOT NULL)
);
COMMENT ON TABLE  linking.pair IS 'Two persons who may be one.';
COMMENT ON COLUMN linking.pair.id IS 'Time-ordered id.';
COMMENT ON COLUMN linking.pair.one_id IS 'One of the two.';
COMMENT ON COLUMN linking.pair.other_id IS 'The other.';
COMMENT ON COLUMN linking.pair.model IS 'Release of the weights.';
COMMENT ON COLUMN linking.pair.weight IS 'Log2 of the odds that both are one.';
COMMENT ON COLUMN linking.pair.probability IS 'The probability of that weight.';
COMMENT ON COLUMN linking.pair.bars IS 'How the weight comes about: comparison, level, bits; no values of the persons.';
COMMENT ON COLUMN linking.pair.state IS 'open; proposed (one of two officers said: the same); merged; apart (two persons, obeyed by later runs).';
COMMENT ON COLUMN linking.pair.kept_id IS 'Who stays.';
COMMENT ON COLUMN linking.pair.decision IS 'The merge in the register.';
COMMENT ON COLUMN linking.pair.proposed_by IS 'Who said first that they are the same.';
COMMENT ON COLUMN linking.pair.settled_by IS 'Who settled it: another person where both are verified.';
COMMENT ON COLUMN linking.pair.settled_at IS 'When.';
COMMENT ON COLUMN linking.pair.found_at IS 'When they were found.';
CREATE INDEX pair_of_other ON linking.pair (other_id);

CREATE TABLE linking.verdict (
    id        uuid        PRIMARY KEY DEFAULT uuidv7(),
    pair_id   uuid        NOT NULL REFERENCES linking.pair,
    verdict   text        NOT NULL CHECK (verdict IN ('same', 'different', 'unsure', 'undone')),
    note      text        NOT NULL DEFAULT '',
    subject   text        NOT NULL,
    at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  linking.verdict IS 'What an officer said of a pair. Append-only.';
COMMENT ON COLUMN linking.verdict.id IS 'Time-ordered id.';
COMMENT ON COLUMN linking.verdict.pair_id IS 'The pair.';
COMMENT ON COLUMN linking.verdict.verdict IS 'same, different, unsure, or undone: a merge taken back.';
COMMENT ON COLUMN linking.verdict.note IS 'Why, in one sentence.';
COMMENT ON COLUMN linking.verdict.subject IS 'Who.';
COMMENT ON COLUMN linking.verdict.at IS 'When.';
CREATE INDEX verdict_of_pair ON linking.verdict (pair_id, id);

ALTER TABLE linking.pair    ENABLE ROW LEVEL SECURITY;
ALTER TABLE linking.verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen_persons ON linking.pair TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id IN (one_id, other_id)))
    WITH CHECK (EXISTS (SELECT FROM register.person p WHERE p.id IN (one_id, other_id)));
CREATE POLICY of_seen_pairs ON linking.verdict TO junheng_app
    USING (EXISTS (SELECT FROM linking.pair p WHERE p.id = pair_id))
    WITH CHECK (EXISTS (SELECT FROM linking.pair p WHERE p.id = pair_id) AND subject = (SELECT access.subject()));
CREATE POLICY loaded ON linking.pair FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
GRANT SELECT, UPDATE ON linking.pair TO junheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON linking.pair TO junheng_loader;
GRANT SELECT, INSERT ON linking.verdict TO junheng_app;

-- Who may be whom was a question of its day: a pair stays with the ids it was found with.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('linking.pair', 'one_id',   'id', false),
    ('linking.pair', 'other_id', 'id', false),
    ('linking.pair', 'kept_id',  'id', false);
