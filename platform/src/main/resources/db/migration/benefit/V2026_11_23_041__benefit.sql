-- From facts to money owed: offers, claims, decisions, instructions.

CREATE SCHEMA benefit;
COMMENT ON SCHEMA benefit IS 'Offers to families, their claims, the decisions on them, and the instructions to pay that follow.';
GRANT USAGE ON SCHEMA benefit TO junheng_app, junheng_loader;

CREATE TABLE benefit.follower (
    name        text        PRIMARY KEY,
    xid         bigint      NOT NULL,
    event_id    uuid        NOT NULL,
    horizon     bigint      NOT NULL,
    derived_on  date        NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  benefit.follower IS 'How far the ledger of life events has been followed.';
COMMENT ON COLUMN benefit.follower.name IS 'Which follower.';
COMMENT ON COLUMN benefit.follower.xid IS 'Transaction of the event last read.';
COMMENT ON COLUMN benefit.follower.event_id IS 'The event last read.';
COMMENT ON COLUMN benefit.follower.horizon IS 'Ledger horizon when it was read.';
COMMENT ON COLUMN benefit.follower.derived_on IS 'Day on which all granted claims were last derived anew; a new day may begin a new period.';
COMMENT ON COLUMN benefit.follower.updated_at IS 'When.';
GRANT SELECT, INSERT, UPDATE ON benefit.follower TO junheng_loader;

CREATE TABLE benefit.offer (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_id         uuid        NOT NULL,
    scheme          text        NOT NULL,
    area            bigint      NOT NULL,
    state           text        NOT NULL CHECK (state IN ('open', 'withdrawn')),
    outcome         text        NOT NULL CHECK (outcome IN ('eligible', 'undetermined', 'not-eligible')),
    amount_fen      bigint      NOT NULL,
    version         text        NOT NULL,
    content_hash    text        NOT NULL,
    decided_on      date        NOT NULL,
    ledger_horizon  bigint      NOT NULL,
    offered_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (unit_id, scheme)
);
COMMENT ON TABLE  benefit.offer IS 'What the platform found a family to be entitled to before anybody applied (政策找人).';
COMMENT ON COLUMN benefit.offer.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.offer.unit_id IS 'The person the scheme decides about: the child.';
COMMENT ON COLUMN benefit.offer.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN benefit.offer.area IS 'Guard: the township that would review a claim, by today''s code.';
COMMENT ON COLUMN benefit.offer.state IS 'open, or withdrawn once the facts no longer bear it.';
COMMENT ON COLUMN benefit.offer.outcome IS 'What the scheme says; undetermined where the family must state a fact.';
COMMENT ON COLUMN benefit.offer.amount_fen IS 'Owed for the periods up to the present one, in fen; 0 while undetermined.';
COMMENT ON COLUMN benefit.offer.version IS 'Version of the scheme.';
COMMENT ON COLUMN benefit.offer.content_hash IS 'Hash of that version.';
COMMENT ON COLUMN benefit.offer.decided_on IS 'The day as of which it was decided.';
COMMENT ON COLUMN benefit.offer.ledger_horizon IS 'Ledger horizon of the facts.';
COMMENT ON COLUMN benefit.offer.offered_at IS 'When it was first offered.';
COMMENT ON COLUMN benefit.offer.updated_at IS 'When it last changed.';
CREATE INDEX offer_by_area ON benefit.offer (area) WHERE state = 'open';

CREATE TABLE benefit.decision (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_id         uuid        NOT NULL,
    area            bigint      NOT NULL,
    scheme          text        NOT NULL,
    version         text        NOT NULL,
    content_hash    text        NOT NULL,
    period          text        NOT NULL,
    decided_on      date        NOT NULL,
    known_at        timestamptz NOT NULL,
    ledger_horizon  bigint      NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('eligible', 'undetermined', 'not-eligible')),
    amount_fen      bigint      NOT NULL,
    true_mask       bigint      NOT NULL,
    unknown_mask    bigint      NOT NULL,
    parameters      text[]      NOT NULL,
    explanation     jsonb       NOT NULL,
    decided_by      text        NOT NULL,
    decided_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  benefit.decision IS 'What a scheme said about a unit, with all that is needed to make it again; never changed.';
COMMENT ON COLUMN benefit.decision.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.decision.unit_id IS 'The child.';
COMMENT ON COLUMN benefit.decision.area IS 'Guard: the township concerned.';
COMMENT ON COLUMN benefit.decision.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN benefit.decision.version IS 'Version that decided.';
COMMENT ON COLUMN benefit.decision.content_hash IS 'Content hash of that version.';
COMMENT ON COLUMN benefit.decision.period IS 'Period decided.';
COMMENT ON COLUMN benefit.decision.decided_on IS 'As of which day.';
COMMENT ON COLUMN benefit.decision.known_at IS 'As known at which moment.';
COMMENT ON COLUMN benefit.decision.ledger_horizon IS 'Ledger horizon (pg_snapshot_xmin) of the facts.';
COMMENT ON COLUMN benefit.decision.outcome IS 'eligible, not-eligible or undetermined.';
COMMENT ON COLUMN benefit.decision.amount_fen IS 'Owed for the periods up to the present one, in fen.';
COMMENT ON COLUMN benefit.decision.true_mask IS 'Bit i: condition i is true.';
COMMENT ON COLUMN benefit.decision.unknown_mask IS 'Bit i: condition i is unknown.';
COMMENT ON COLUMN benefit.decision.parameters IS 'Ids of the parameter values used.';
COMMENT ON COLUMN benefit.decision.explanation IS 'Per condition: title, result, citation, the facts used with source and date; in both languages.';
COMMENT ON COLUMN benefit.decision.decided_by IS 'Who asked for it.';
COMMENT ON COLUMN benefit.decision.decided_at IS 'When.';
CREATE INDEX decision_of_unit ON benefit.decision (unit_id, scheme);

CREATE TABLE benefit.claim (
    id              uuid        PRIMARY KEY,
    unit_id         uuid        NOT NULL,
    scheme          text        NOT NULL,
    applicant_id    uuid        NOT NULL,
    area            bigint      NOT NULL,
    state           text        NOT NULL,
    payee           bytea       NOT NULL,
    payee_since     timestamptz NOT NULL,
    declared        jsonb       NOT NULL,
    found           jsonb       NOT NULL DEFAULT '{}',
    declaration     text        NOT NULL,
    filed_on        date        NOT NULL,
    filed_at        timestamptz NOT NULL DEFAULT now(),
    due_on          date        NOT NULL,
    days_left       integer,
    reviewed_by     text,
    settled_by      text,
    settled_at      timestamptz,
    decision_id     uuid        REFERENCES benefit.decision,
    CHECK (state IN ('submitted', 'returned', 'recommended', 'refusal-proposed', 'granted', 'refused', 'withdrawn')),
    CHECK (settled_by IS NULL OR (reviewed_by IS NOT NULL AND settled_by <> reviewed_by)),
    CHECK ((state IN ('granted', 'refused')) = (settled_by IS NOT NULL)),
    CHECK (state NOT IN ('granted', 'refused') OR decision_id IS NOT NULL)
);
COMMENT ON TABLE  benefit.claim IS 'A family''s application; one living claim per child and scheme: one applicant is enough.';
COMMENT ON COLUMN benefit.claim.id IS 'Id.';
COMMENT ON COLUMN benefit.claim.unit_id IS 'The child.';
COMMENT ON COLUMN benefit.claim.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN benefit.claim.applicant_id IS 'Who applied.';
COMMENT ON COLUMN benefit.claim.area IS 'Guard: the township that reviews, by today''s code.';
COMMENT ON COLUMN benefit.claim.state IS 'State, see the transition table ClaimFlow.';
COMMENT ON COLUMN benefit.claim.payee IS 'Holder and number of the account, sealed.';
COMMENT ON COLUMN benefit.claim.payee_since IS 'Since when the account is the one given.';
COMMENT ON COLUMN benefit.claim.declared IS 'Facts the family stated, by name of the vocabulary.';
COMMENT ON COLUMN benefit.claim.found IS 'Facts the office found to be otherwise; they outrank what was stated.';
COMMENT ON COLUMN benefit.claim.declaration IS 'Version of the written declaration (告知承诺) accepted.';
COMMENT ON COLUMN benefit.claim.filed_on IS 'Day of filing; every later derivation judges by it.';
COMMENT ON COLUMN benefit.claim.filed_at IS 'Moment of filing.';
COMMENT ON COLUMN benefit.claim.due_on IS 'Legal due date of the decision, the last day.';
COMMENT ON COLUMN benefit.claim.days_left IS 'While the family has it: working days the offices had left.';
COMMENT ON COLUMN benefit.claim.reviewed_by IS 'Who recommended a grant or proposed a refusal.';
COMMENT ON COLUMN benefit.claim.settled_by IS 'Who confirmed: another person.';
COMMENT ON COLUMN benefit.claim.settled_at IS 'When it was confirmed.';
COMMENT ON COLUMN benefit.claim.decision_id IS 'The decision it was settled on.';
CREATE UNIQUE INDEX claim_one_applicant ON benefit.claim (unit_id, scheme) WHERE state NOT IN ('refused', 'withdrawn');
CREATE INDEX claim_by_area ON benefit.claim (area, state);

CREATE TABLE benefit.claim_step (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    claim_id    uuid        NOT NULL REFERENCES benefit.claim,
    action      text        NOT NULL,
    from_state  text,
    to_state    text        NOT NULL,
    subject     text        NOT NULL,
    role        text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    reasons     text[]      NOT NULL DEFAULT '{}',
    note        text        NOT NULL DEFAULT ''
);
COMMENT ON TABLE  benefit.claim_step IS 'Every step of a claim: who did what, when and why. Append-only.';
COMMENT ON COLUMN benefit.claim_step.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.claim_step.claim_id IS 'The claim.';
COMMENT ON COLUMN benefit.claim_step.action IS 'Action of the transition table.';
COMMENT ON COLUMN benefit.claim_step.from_state IS 'State before; null for the filing.';
COMMENT ON COLUMN benefit.claim_step.to_state IS 'State after.';
COMMENT ON COLUMN benefit.claim_step.subject IS 'Who.';
COMMENT ON COLUMN benefit.claim_step.role IS 'In which role.';
COMMENT ON COLUMN benefit.claim_step.at IS 'When.';
COMMENT ON COLUMN benefit.claim_step.reasons IS 'Reasons chosen from the list.';
COMMENT ON COLUMN benefit.claim_step.note IS 'One sentence the family understands.';
CREATE INDEX claim_step_of_claim ON benefit.claim_step (claim_id, id);

CREATE TABLE benefit.instruction (
    id               uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_id          uuid        NOT NULL,
    scheme           text        NOT NULL,
    period           text        NOT NULL,
    revision         smallint    NOT NULL CHECK (revision >= 1),
    previous         smallint    GENERATED ALWAYS AS (nullif(revision - 1, 0)) STORED,
    entitled_before  bigint      NOT NULL CHECK (entitled_before >= 0),
    entitled_after   bigint      NOT NULL CHECK (entitled_after >= 0),
    amount_fen       bigint      NOT NULL GENERATED ALWAYS AS (entitled_after - entitled_before) STORED,
    claim_id         uuid        NOT NULL REFERENCES benefit.claim,
    area             bigint      NOT NULL,
    version          text        NOT NULL,
    content_hash     text        NOT NULL,
    ledger_horizon   bigint      NOT NULL,
    issued_at        timestamptz NOT NULL DEFAULT now(),
    xid              xid8        NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (unit_id, scheme, period, revision),
    UNIQUE (unit_id, scheme, period, revision, entitled_after),
    CONSTRAINT continues_the_revision_before FOREIGN KEY (unit_id, scheme, period, previous, entitled_before)
        REFERENCES benefit.instruction (unit_id, scheme, period, revision, entitled_after),
    CHECK (revision > 1 OR entitled_before = 0),
    CHECK (entitled_after <> entitled_before)
);
COMMENT ON TABLE  benefit.instruction IS 'To pay, or to recover, the difference between what is owed for a period and what was instructed before. Append-only.';
COMMENT ON COLUMN benefit.instruction.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.instruction.unit_id IS 'The child.';
COMMENT ON COLUMN benefit.instruction.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN benefit.instruction.period IS 'The period, such as 2026.';
COMMENT ON COLUMN benefit.instruction.revision IS 'Counts from 1 within unit, scheme and period.';
COMMENT ON COLUMN benefit.instruction.previous IS 'The revision before, null for the first.';
COMMENT ON COLUMN benefit.instruction.entitled_before IS 'Owed by the revision before, in fen; the foreign key holds it to that.';
COMMENT ON COLUMN benefit.instruction.entitled_after IS 'Owed as now known, in fen.';
COMMENT ON COLUMN benefit.instruction.amount_fen IS 'After less before: paid out if positive, recovered if negative.';
COMMENT ON COLUMN benefit.instruction.claim_id IS 'The granted claim, which has the account.';
COMMENT ON COLUMN benefit.instruction.area IS 'Guard: the township concerned.';
COMMENT ON COLUMN benefit.instruction.version IS 'Version of the scheme.';
COMMENT ON COLUMN benefit.instruction.content_hash IS 'Hash of that version; empty where nothing is owed any more.';
COMMENT ON COLUMN benefit.instruction.ledger_horizon IS 'Ledger horizon of the facts.';
COMMENT ON COLUMN benefit.instruction.issued_at IS 'When.';
COMMENT ON COLUMN benefit.instruction.xid IS 'Transaction; with id the cursor of those who follow.';
CREATE INDEX instruction_cursor ON benefit.instruction (xid, id);
CREATE INDEX instruction_of_claim ON benefit.instruction (claim_id);

ALTER TABLE benefit.offer       ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit.decision    ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit.claim       ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit.claim_step  ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit.instruction ENABLE ROW LEVEL SECURITY;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['offer', 'decision', 'claim', 'instruction'] LOOP
        EXECUTE format('CREATE POLICY seen ON benefit.%I FOR SELECT TO junheng_app
                        USING (area <@ (SELECT access.person_areas()) OR unit_id = ANY ((SELECT register.own_family())::uuid[]))', t);
        EXECUTE format('CREATE POLICY of_jobs ON benefit.%I FOR ALL TO junheng_loader
                        USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL)', t);
    END LOOP;
END
$$;
CREATE POLICY seen ON benefit.claim_step FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM benefit.claim c WHERE c.id = claim_id));
CREATE POLICY done_by_actor ON benefit.claim_step FOR INSERT TO junheng_app
    WITH CHECK (subject = (SELECT access.subject()) AND role = (SELECT access.role())
                AND EXISTS (SELECT FROM benefit.claim c WHERE c.id = claim_id));

-- Each role writes a claim only in the states in which it has it.
CREATE POLICY filed_by_family ON benefit.claim FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'FAMILY' AND state = 'submitted' AND applicant_id = (SELECT access.own_person())
                AND unit_id = ANY ((SELECT register.own_family())::uuid[]));
CREATE POLICY changed_by_family ON benefit.claim FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'FAMILY' AND applicant_id = (SELECT access.own_person())
           AND state IN ('submitted', 'returned', 'granted'))
    WITH CHECK ((SELECT access.role()) = 'FAMILY' AND applicant_id = (SELECT access.own_person())
                AND state IN ('submitted', 'returned', 'withdrawn', 'granted'));
CREATE POLICY reviewed_by_township ON benefit.claim FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND area <@ (SELECT access.person_areas()) AND state = 'submitted')
    WITH CHECK ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND state IN ('returned', 'recommended', 'refusal-proposed'));
CREATE POLICY settled_by_county ON benefit.claim FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas())
           AND state IN ('recommended', 'refusal-proposed'))
    WITH CHECK ((SELECT access.role()) = 'COUNTY_REVIEWER' AND state IN ('granted', 'refused', 'submitted'));

GRANT SELECT ON benefit.offer, benefit.decision, benefit.claim, benefit.claim_step, benefit.instruction TO junheng_app;
GRANT INSERT ON benefit.claim, benefit.claim_step TO junheng_app;
GRANT UPDATE (state, payee, payee_since, declared, found, due_on, days_left, reviewed_by, settled_by, settled_at, decision_id)
   ON benefit.claim TO junheng_app;
GRANT SELECT, INSERT, UPDATE ON benefit.offer TO junheng_loader;
GRANT SELECT, INSERT ON benefit.decision, benefit.instruction TO junheng_loader;
GRANT SELECT ON benefit.claim TO junheng_loader;
