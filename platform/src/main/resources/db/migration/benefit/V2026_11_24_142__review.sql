-- The reviewer's desk: undoing within the day, facts found by the office, clean claims confirmed in bulk after a random sample,
-- and families helped by an officer.

-- What a township officer did today can be taken back by the same officer while nobody has built on it.
CREATE FUNCTION benefit.last_step_is_mine_today(claim uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog AS $$
    SELECT s.subject = access.subject()
           AND (s.at AT TIME ZONE 'Asia/Shanghai')::date = (now() AT TIME ZONE 'Asia/Shanghai')::date
      FROM benefit.claim_step s
     WHERE s.claim_id = claim
     ORDER BY s.id DESC
     LIMIT 1
$$;
COMMENT ON FUNCTION benefit.last_step_is_mine_today(uuid) IS 'Whether the actor did the last step of a claim, today. Of the owner, since the policy on steps asks for the claim.';
REVOKE ALL ON FUNCTION benefit.last_step_is_mine_today(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION benefit.last_step_is_mine_today(uuid) TO junheng_app;
CREATE POLICY undone_by_township ON benefit.claim FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND area <@ (SELECT access.person_areas())
           AND state IN ('returned', 'recommended', 'refusal-proposed') AND benefit.last_step_is_mine_today(id))
    WITH CHECK ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND state = 'submitted');
DROP POLICY reviewed_by_township ON benefit.claim;
CREATE POLICY reviewed_by_township ON benefit.claim FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) = 'TOWNSHIP_OFFICER' AND area <@ (SELECT access.person_areas()) AND state = 'submitted')
    WITH CHECK ((SELECT access.role()) = 'TOWNSHIP_OFFICER'
                AND state IN ('submitted', 'returned', 'recommended', 'refusal-proposed'));

CREATE TABLE benefit.review_parameter (
    name        text     NOT NULL,
    valid_from  date     NOT NULL,
    value       integer  NOT NULL,
    status      text     NOT NULL CHECK (status IN ('sample', 'verified')),
    source      text     NOT NULL,
    PRIMARY KEY (name, valid_from)
);
COMMENT ON TABLE  benefit.review_parameter IS 'Dated parameters of reviewing. The latest that has begun counts.';
COMMENT ON COLUMN benefit.review_parameter.name IS 'Name: sample-percent, the share of a bulk that must be opened one by one.';
COMMENT ON COLUMN benefit.review_parameter.valid_from IS 'First day.';
COMMENT ON COLUMN benefit.review_parameter.value IS 'Value, in the unit its name tells.';
COMMENT ON COLUMN benefit.review_parameter.status IS 'sample: not verified in any document, and shown as such.';
COMMENT ON COLUMN benefit.review_parameter.source IS 'Where it comes from.';
INSERT INTO benefit.review_parameter VALUES ('sample-percent', '2025-01-01', 20, 'sample', 'assumption of this platform');
GRANT SELECT ON benefit.review_parameter TO junheng_app;

CREATE TABLE benefit.bulk (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    area            bigint      NOT NULL,
    made_by         text        NOT NULL,
    made_at         timestamptz NOT NULL DEFAULT now(),
    sample_percent  integer     NOT NULL CHECK (sample_percent BETWEEN 1 AND 100),
    state           text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'given-up')),
    closed_at       timestamptz
);
COMMENT ON TABLE  benefit.bulk IS 'Clean claims to be confirmed together, once a random sample of them was confirmed one by one.';
COMMENT ON COLUMN benefit.bulk.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.bulk.area IS 'Guard: area of the reviewer.';
COMMENT ON COLUMN benefit.bulk.made_by IS 'Who confirms.';
COMMENT ON COLUMN benefit.bulk.made_at IS 'When it was drawn.';
COMMENT ON COLUMN benefit.bulk.sample_percent IS 'Share drawn, in percent, rounded up.';
COMMENT ON COLUMN benefit.bulk.state IS 'open, confirmed, or given up since the sample had a claim that was not clean.';
COMMENT ON COLUMN benefit.bulk.closed_at IS 'When it ended.';

CREATE TABLE benefit.bulk_claim (
    bulk_id   uuid    NOT NULL REFERENCES benefit.bulk,
    claim_id  uuid    NOT NULL REFERENCES benefit.claim,
    sampled   boolean NOT NULL,
    PRIMARY KEY (bulk_id, claim_id)
);
COMMENT ON TABLE  benefit.bulk_claim IS 'Claims of a bulk.';
COMMENT ON COLUMN benefit.bulk_claim.bulk_id IS 'The bulk.';
COMMENT ON COLUMN benefit.bulk_claim.claim_id IS 'The claim.';
COMMENT ON COLUMN benefit.bulk_claim.sampled IS 'Drawn to be opened one by one.';

ALTER TABLE benefit.bulk       ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit.bulk_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON benefit.bulk FOR SELECT TO junheng_app
    USING ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas()));
CREATE POLICY drawn ON benefit.bulk FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'COUNTY_REVIEWER' AND area <@ (SELECT access.person_areas())
                AND made_by = (SELECT access.subject()) AND state = 'open');
CREATE POLICY closed ON benefit.bulk FOR UPDATE TO junheng_app
    USING (made_by = (SELECT access.subject()) AND state = 'open')
    WITH CHECK (made_by = (SELECT access.subject()) AND state IN ('confirmed', 'given-up'));
CREATE POLICY seen ON benefit.bulk_claim FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM benefit.bulk b WHERE b.id = bulk_id));
CREATE POLICY drawn ON benefit.bulk_claim FOR INSERT TO junheng_app
    WITH CHECK (EXISTS (SELECT FROM benefit.bulk b
                         WHERE b.id = bulk_id AND b.made_by = (SELECT access.subject()) AND b.state = 'open'));
GRANT SELECT, INSERT ON benefit.bulk, benefit.bulk_claim TO junheng_app;
GRANT UPDATE (state, closed_at) ON benefit.bulk TO junheng_app;

-- An officer files for a family on a paper that the family signed, and never reviews what they filed themselves.
ALTER TABLE benefit.claim ADD COLUMN filed_by text;
ALTER TABLE benefit.claim ADD COLUMN authority text;
COMMENT ON COLUMN benefit.claim.filed_by IS 'Who entered it.';
COMMENT ON COLUMN benefit.claim.authority IS 'The signed paper by which the family authorised an officer to file; null where it filed itself.';
ALTER TABLE benefit.claim ADD CONSTRAINT who_files_does_not_review CHECK (
    authority IS NULL OR ((reviewed_by IS NULL OR reviewed_by <> filed_by) AND (settled_by IS NULL OR settled_by <> filed_by)));
CREATE POLICY filed_by_officer ON benefit.claim FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) IN ('VILLAGE_CLERK', 'TOWNSHIP_OFFICER') AND state = 'submitted'
                AND authority IS NOT NULL AND filed_by = (SELECT access.subject())
                AND EXISTS (SELECT FROM register.parentage p
                             WHERE p.child_id = unit_id AND p.parent_id = applicant_id AND p.known_to = 'infinity'));
CREATE POLICY seen_by_filer ON benefit.claim FOR SELECT TO junheng_app
    USING (authority IS NOT NULL AND filed_by = (SELECT access.subject()));

CREATE TABLE benefit.contact (
    id       uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_id  uuid        NOT NULL,
    scheme   text        NOT NULL,
    area     bigint      NOT NULL,
    outcome  text        NOT NULL CHECK (outcome IN ('told', 'not-reached', 'will-apply', 'does-not-want')),
    subject  text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  benefit.contact IS 'Visits and calls to families who have not answered an offer. Append-only.';
COMMENT ON COLUMN benefit.contact.id IS 'Time-ordered id.';
COMMENT ON COLUMN benefit.contact.unit_id IS 'The child whose offer it is about.';
COMMENT ON COLUMN benefit.contact.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN benefit.contact.area IS 'Guard: area of the offer.';
COMMENT ON COLUMN benefit.contact.outcome IS 'What came of it.';
COMMENT ON COLUMN benefit.contact.subject IS 'Who visited or called.';
COMMENT ON COLUMN benefit.contact.at IS 'When.';
CREATE INDEX contact_of_unit ON benefit.contact (unit_id, scheme, id DESC);
ALTER TABLE benefit.contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON benefit.contact FOR SELECT TO junheng_app
    USING (area <@ (SELECT access.person_areas()) OR unit_id = ANY ((SELECT register.own_family())::uuid[]));
CREATE POLICY noted ON benefit.contact FOR INSERT TO junheng_app
    WITH CHECK (area <@ (SELECT access.person_areas()) AND subject = (SELECT access.subject())
                AND (SELECT access.role()) IN ('VILLAGE_CLERK', 'TOWNSHIP_OFFICER'));
GRANT SELECT, INSERT ON benefit.contact TO junheng_app;
