-- "That is not right": what families find wrong in the register, how they know, and what became of it.

CREATE SCHEMA correction;
COMMENT ON SCHEMA correction IS 'Requests to put right what the register says, with evidence and decision.';
GRANT USAGE ON SCHEMA correction TO junheng_app, junheng_loader;

CREATE TABLE correction.request (
    id                uuid        PRIMARY KEY DEFAULT uuidv7(),
    person_id         uuid        NOT NULL,
    fact              text        NOT NULL,
    area              bigint      NOT NULL,
    claimed           bytea       NOT NULL,
    since             date,
    evidence          bytea       NOT NULL,
    shown             bytea,
    shown_source      text,
    state             text        NOT NULL DEFAULT 'open'
                      CHECK (state IN ('open', 'referred', 'proposed', 'accepted', 'refused', 'withdrawn')),
    due_on            date        NOT NULL,
    asked_by          text        NOT NULL,
    on_behalf         boolean     NOT NULL,
    asked_at          timestamptz NOT NULL DEFAULT now(),
    referred_to       text,
    referred_area     bigint,
    proposed_by       text,
    decided_by        text,
    decided_at        timestamptz,
    refusal           text,
    settled_at_source boolean     NOT NULL DEFAULT false,
    CHECK ((state IN ('accepted', 'refused')) = (decided_by IS NOT NULL)),
    CHECK ((state = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT two_persons_decide_who_somebody_is CHECK (
        state <> 'accepted' OR settled_at_source OR fact NOT IN ('name', 'id-number', 'born-on', 'sex')
        OR (proposed_by IS NOT NULL AND decided_by <> proposed_by))
);
COMMENT ON TABLE  correction.request IS 'What somebody says is wrong in the register. Values are sealed as in the identity room.';
COMMENT ON COLUMN correction.request.id IS 'Time-ordered id; a correction in the ledger bears it.';
COMMENT ON COLUMN correction.request.person_id IS 'Whose fact.';
COMMENT ON COLUMN correction.request.fact IS 'Which fact.';
COMMENT ON COLUMN correction.request.area IS 'Guard: the township that decides.';
COMMENT ON COLUMN correction.request.claimed IS 'The value claimed to be right, sealed.';
COMMENT ON COLUMN correction.request.since IS 'Since when it is claimed to hold; null where it always did or time does not matter.';
COMMENT ON COLUMN correction.request.evidence IS 'How they know, in their words, sealed.';
COMMENT ON COLUMN correction.request.shown IS 'What the register said when it was asked, sealed; null where it said nothing.';
COMMENT ON COLUMN correction.request.shown_source IS 'Where that came from.';
COMMENT ON COLUMN correction.request.state IS 'State, see the transition table RequestFlow.';
COMMENT ON COLUMN correction.request.due_on IS 'Last day for the decision.';
COMMENT ON COLUMN correction.request.asked_by IS 'Who entered it.';
COMMENT ON COLUMN correction.request.on_behalf IS 'Whether an officer entered it for the family.';
COMMENT ON COLUMN correction.request.asked_at IS 'When.';
COMMENT ON COLUMN correction.request.referred_to IS 'Who was last asked to verify (协查): village, or the code of a source.';
COMMENT ON COLUMN correction.request.referred_area IS 'Guard: the area whose village clerk was asked.';
COMMENT ON COLUMN correction.request.proposed_by IS 'Who proposed to accept what tells who somebody is.';
COMMENT ON COLUMN correction.request.decided_by IS 'Who decided.';
COMMENT ON COLUMN correction.request.decided_at IS 'When it was decided.';
COMMENT ON COLUMN correction.request.refusal IS 'Why it was refused, from the list.';
COMMENT ON COLUMN correction.request.settled_at_source IS 'The source corrected its own record: nothing was to be written here.';
CREATE UNIQUE INDEX request_open_once ON correction.request (person_id, fact) WHERE state IN ('open', 'referred', 'proposed');
CREATE INDEX request_by_area ON correction.request (area, state, due_on);

CREATE TABLE correction.step (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    request_id  uuid        NOT NULL REFERENCES correction.request,
    action      text        NOT NULL,
    to_state    text        NOT NULL,
    subject     text        NOT NULL,
    role        text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    note        bytea
);
COMMENT ON TABLE  correction.step IS 'Every step of a request: who did what, when and why. Append-only.';
COMMENT ON COLUMN correction.step.id IS 'Time-ordered id.';
COMMENT ON COLUMN correction.step.request_id IS 'The request.';
COMMENT ON COLUMN correction.step.action IS 'Action of the transition table.';
COMMENT ON COLUMN correction.step.to_state IS 'State after.';
COMMENT ON COLUMN correction.step.subject IS 'Who.';
COMMENT ON COLUMN correction.step.role IS 'In which role.';
COMMENT ON COLUMN correction.step.at IS 'When.';
COMMENT ON COLUMN correction.step.note IS 'One sentence, sealed; null without one.';
CREATE INDEX step_of_request ON correction.step (request_id, id);

ALTER TABLE correction.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction.step    ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON correction.request FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.person_areas()) OR referred_area <@ (SELECT access.person_areas())
           OR person_id = ANY ((SELECT register.own_family())::uuid[]) OR asked_by = (SELECT access.subject()));
CREATE POLICY asked ON correction.request FOR INSERT TO junheng_app
    WITH CHECK (state = 'open' AND asked_by = (SELECT access.subject())
                AND (NOT on_behalf AND (SELECT access.role()) = 'FAMILY'
                     AND person_id = ANY ((SELECT register.own_family())::uuid[])
                  OR on_behalf AND (SELECT access.role()) IN ('VILLAGE_CLERK', 'TOWNSHIP_OFFICER', 'COUNTY_REVIEWER')
                     AND EXISTS (SELECT FROM register.person p WHERE p.id = person_id)));
-- Each role writes a request only in the states in which it has it.
CREATE POLICY withdrawn_by_family ON correction.request FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'FAMILY' AND person_id = ANY ((SELECT register.own_family())::uuid[])
           AND state IN ('open', 'referred'))
    WITH CHECK ((SELECT access.role()) = 'FAMILY' AND state = 'withdrawn');
CREATE POLICY decided_by_township ON correction.request FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND area <@ (SELECT access.person_areas())
           AND state IN ('open', 'referred'))
    WITH CHECK ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND state IN ('open', 'referred', 'proposed', 'accepted', 'refused'));
CREATE POLICY answered_by_village ON correction.request FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'VILLAGE_CLERK' AND referred_area <@ (SELECT access.person_areas())
           AND state = 'referred' AND referred_to = 'village')
    WITH CHECK ((SELECT access.role()) = 'VILLAGE_CLERK' AND state = 'open');
CREATE POLICY settled_by_county ON correction.request FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas()) AND state = 'proposed')
    WITH CHECK ((SELECT access.role()) = 'COUNTY_REVIEWER' AND state IN ('open', 'accepted'));
CREATE POLICY seen ON correction.step FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM correction.request r WHERE r.id = request_id));
CREATE POLICY done_by_actor ON correction.step FOR INSERT TO junheng_app
    WITH CHECK (subject = (SELECT access.subject()) AND role = (SELECT access.role())
                AND EXISTS (SELECT FROM correction.request r WHERE r.id = request_id));

GRANT SELECT, INSERT ON correction.request, correction.step TO junheng_app;
GRANT UPDATE (state, referred_to, referred_area, proposed_by, decided_by, decided_at, refusal, settled_at_source)
   ON correction.request TO junheng_app;
