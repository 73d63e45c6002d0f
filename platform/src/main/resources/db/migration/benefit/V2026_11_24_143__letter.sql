-- Letters: a refusal, a stop and a recovery are administrative decisions, with facts, rule and remedies in writing.

CREATE SEQUENCE benefit.letter_serial;
GRANT USAGE ON SEQUENCE benefit.letter_serial TO junheng_app, junheng_loader;

CREATE TABLE benefit.letter (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    number       text        NOT NULL UNIQUE,
    kind         text        NOT NULL CHECK (kind IN ('refusal', 'stop', 'recovery')),
    claim_id     uuid        NOT NULL REFERENCES benefit.claim,
    unit_id      uuid        NOT NULL,
    area         bigint      NOT NULL,
    decision_id  uuid        NOT NULL REFERENCES benefit.decision,
    covers       uuid[]      NOT NULL,
    amount_fen   bigint      NOT NULL CHECK (amount_fen >= 0),
    state        text        NOT NULL CHECK (state IN ('draft', 'issued')),
    drafted_at   timestamptz NOT NULL DEFAULT now(),
    issued_by    text,
    issued_at    timestamptz,
    CHECK ((state = 'issued') = (issued_by IS NOT NULL AND issued_at IS NOT NULL)),
    CHECK ((kind = 'refusal') = (cardinality(covers) = 0))
);
COMMENT ON TABLE  benefit.letter IS 'Administrative decisions in writing. The text is made from the decision kept; nothing of it changes once it is issued.';
COMMENT ON COLUMN benefit.letter.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.letter.number IS 'Number of the document (文号).';
COMMENT ON COLUMN benefit.letter.kind IS 'refusal: not granted; recovery: less is owed than was instructed; stop: nothing is owed any more.';
COMMENT ON COLUMN benefit.letter.claim_id IS 'The claim.';
COMMENT ON COLUMN benefit.letter.unit_id IS 'Guard: the child.';
COMMENT ON COLUMN benefit.letter.area IS 'Guard: the township concerned.';
COMMENT ON COLUMN benefit.letter.decision_id IS 'The decision it states: facts, rule and version.';
COMMENT ON COLUMN benefit.letter.covers IS 'Instructions to recover that it explains; empty for a refusal.';
COMMENT ON COLUMN benefit.letter.amount_fen IS 'What is to be paid back or set off, in fen; 0 for a refusal.';
COMMENT ON COLUMN benefit.letter.state IS 'draft until an officer issues it.';
COMMENT ON COLUMN benefit.letter.drafted_at IS 'When it was drafted.';
COMMENT ON COLUMN benefit.letter.issued_by IS 'Who issued it.';
COMMENT ON COLUMN benefit.letter.issued_at IS 'When: from here the terms of the remedies run once it is received.';
CREATE INDEX letter_of_claim ON benefit.letter (claim_id);
CREATE INDEX letter_by_area ON benefit.letter (area, state);
CREATE UNIQUE INDEX letter_one_refusal ON benefit.letter (claim_id) WHERE kind = 'refusal';

ALTER TABLE benefit.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON benefit.letter FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.person_areas())
           OR state = 'issued' AND unit_id = ANY ((SELECT register.own_family())::uuid[]));
CREATE POLICY issued_with_a_refusal ON benefit.letter FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas())
                AND kind = 'refusal' AND issued_by = (SELECT access.subject()));
CREATE POLICY issued ON benefit.letter FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas()) AND state = 'draft')
    WITH CHECK (state = 'issued' AND issued_by = (SELECT access.subject()));
CREATE POLICY of_jobs ON benefit.letter FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
GRANT SELECT, INSERT ON benefit.letter TO junheng_app, junheng_loader;
GRANT UPDATE (state, issued_by, issued_at) ON benefit.letter TO junheng_app;
