-- What hospitals report: deliveries, their notices, the faults of those that could not be taken, requests to verify.

CREATE SCHEMA intake;
COMMENT ON SCHEMA intake IS 'Feeds of other departments: checked row by row, applied once, nothing lost.';
GRANT USAGE ON SCHEMA intake TO junheng_app, junheng_loader;

CREATE TABLE intake.delivery (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    channel      text        NOT NULL CHECK (channel IN ('file', 'interface', 'correction')),
    file_name    text,
    sha256       bytea       NOT NULL,
    area         bigint      NOT NULL,
    subject      text        NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT now(),
    rows         integer     NOT NULL,
    applied      integer     NOT NULL,
    repeated     integer     NOT NULL,
    provisional  integer     NOT NULL,
    rejected     integer     NOT NULL,
    CHECK (rows = applied + repeated + rejected)
);
COMMENT ON TABLE  intake.delivery IS 'A file or call with birth notices, and what became of its rows.';
COMMENT ON COLUMN intake.delivery.id IS 'Id.';
COMMENT ON COLUMN intake.delivery.channel IS 'file, interface or correction of rejected rows.';
COMMENT ON COLUMN intake.delivery.file_name IS 'Name of the file.';
COMMENT ON COLUMN intake.delivery.sha256 IS 'Hash of what arrived, to show that the same thing came twice.';
COMMENT ON COLUMN intake.delivery.area IS 'County that took it in.';
COMMENT ON COLUMN intake.delivery.subject IS 'Who delivered it.';
COMMENT ON COLUMN intake.delivery.received_at IS 'When.';
COMMENT ON COLUMN intake.delivery.rows IS 'Rows in all.';
COMMENT ON COLUMN intake.delivery.applied IS 'Rows that entered the register.';
COMMENT ON COLUMN intake.delivery.repeated IS 'Rows known before; nothing changed.';
COMMENT ON COLUMN intake.delivery.provisional IS 'Applied rows whose mother is unknown here.';
COMMENT ON COLUMN intake.delivery.rejected IS 'Rows kept for correction.';

CREATE TABLE intake.birth_notice (
    notice_number     text        PRIMARY KEY,
    delivery          uuid        NOT NULL REFERENCES intake.delivery,
    row_number        integer     NOT NULL,
    child_id          uuid        NOT NULL,
    mother_id         uuid        NOT NULL,
    mother_outcome    text        NOT NULL,
    born_on           date        NOT NULL,
    institution       text        NOT NULL,
    institution_area  bigint      NOT NULL,
    parity            smallint,
    plurality         smallint,
    gestation_weeks   smallint,
    weight_grams      smallint
);
COMMENT ON TABLE  intake.birth_notice IS 'A notice that entered the register, with what it says beyond the life event.';
COMMENT ON COLUMN intake.birth_notice.notice_number IS 'The hospital''s number.';
COMMENT ON COLUMN intake.birth_notice.delivery IS 'With which delivery it came.';
COMMENT ON COLUMN intake.birth_notice.row_number IS 'Row in the delivery.';
COMMENT ON COLUMN intake.birth_notice.child_id IS 'The newborn.';
COMMENT ON COLUMN intake.birth_notice.mother_id IS 'The mother.';
COMMENT ON COLUMN intake.birth_notice.mother_outcome IS 'How the mother was linked.';
COMMENT ON COLUMN intake.birth_notice.born_on IS 'Date of birth.';
COMMENT ON COLUMN intake.birth_notice.institution IS 'Hospital.';
COMMENT ON COLUMN intake.birth_notice.institution_area IS 'Where it is.';
COMMENT ON COLUMN intake.birth_notice.parity IS 'Deliveries of the mother as the hospital reports them (产次); not birth order (孩次).';
COMMENT ON COLUMN intake.birth_notice.plurality IS 'Children of this delivery.';
COMMENT ON COLUMN intake.birth_notice.gestation_weeks IS 'Weeks of gestation.';
COMMENT ON COLUMN intake.birth_notice.weight_grams IS 'Weight at birth.';

CREATE TABLE intake.rejected_row (
    delivery    uuid    NOT NULL REFERENCES intake.delivery,
    row_number  integer NOT NULL,
    content     bytea   NOT NULL,
    corrected   uuid    REFERENCES intake.delivery,
    PRIMARY KEY (delivery, row_number)
);
COMMENT ON TABLE  intake.rejected_row IS 'A row that could not be taken, kept sealed until it is corrected.';
COMMENT ON COLUMN intake.rejected_row.delivery IS 'The delivery.';
COMMENT ON COLUMN intake.rejected_row.row_number IS 'Row in the delivery.';
COMMENT ON COLUMN intake.rejected_row.content IS 'The row, sealed.';
COMMENT ON COLUMN intake.rejected_row.corrected IS 'The delivery that corrected it.';

CREATE TABLE intake.finding (
    delivery    uuid    NOT NULL REFERENCES intake.delivery,
    row_number  integer NOT NULL,
    field       text    NOT NULL,
    severity    text    NOT NULL CHECK (severity IN ('fault', 'warning')),
    expectation text    NOT NULL,
    value       bytea   NOT NULL,
    PRIMARY KEY (delivery, row_number, field, expectation)
);
COMMENT ON TABLE  intake.finding IS 'What is wrong or odd in a row: which column, which value, what was expected.';
COMMENT ON COLUMN intake.finding.delivery IS 'The delivery.';
COMMENT ON COLUMN intake.finding.row_number IS 'Row in the delivery.';
COMMENT ON COLUMN intake.finding.field IS 'Column.';
COMMENT ON COLUMN intake.finding.severity IS 'fault (row rejected) or warning (row taken).';
COMMENT ON COLUMN intake.finding.expectation IS 'What was expected; its words are in the message catalogue.';
COMMENT ON COLUMN intake.finding.value IS 'The value found, sealed.';

CREATE TABLE intake.verification_request (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    person_id   uuid        NOT NULL,
    asked_area  bigint      NOT NULL,
    asking_area bigint      NOT NULL,
    reason      text        NOT NULL,
    due_on      date        NOT NULL,
    state       text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'denied')),
    asked_at    timestamptz NOT NULL DEFAULT now(),
    answered_at timestamptz
);
COMMENT ON TABLE  intake.verification_request IS 'Requests to another place to verify a provisional person (协查). An open one holds nobody up.';
COMMENT ON COLUMN intake.verification_request.id IS 'Id.';
COMMENT ON COLUMN intake.verification_request.person_id IS 'The provisional person.';
COMMENT ON COLUMN intake.verification_request.asked_area IS 'County whose prefix the ID number bears.';
COMMENT ON COLUMN intake.verification_request.asking_area IS 'County that asks.';
COMMENT ON COLUMN intake.verification_request.reason IS 'mother-unknown or identity-conflict.';
COMMENT ON COLUMN intake.verification_request.due_on IS 'Answer expected by.';
COMMENT ON COLUMN intake.verification_request.state IS 'open, confirmed, denied.';
COMMENT ON COLUMN intake.verification_request.asked_at IS 'When asked.';
COMMENT ON COLUMN intake.verification_request.answered_at IS 'When answered.';

ALTER TABLE intake.delivery             ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.birth_notice         ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.rejected_row         ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.finding              ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.verification_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_area ON intake.delivery FOR SELECT TO junheng_app USING (area <@ (SELECT access.areas()));
CREATE POLICY of_area ON intake.birth_notice FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM intake.delivery d WHERE d.id = delivery));
CREATE POLICY of_area ON intake.rejected_row FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM intake.delivery d WHERE d.id = delivery));
CREATE POLICY of_area ON intake.finding FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM intake.delivery d WHERE d.id = delivery));
CREATE POLICY of_area ON intake.verification_request FOR SELECT TO junheng_app
    USING (asked_area <@ (SELECT access.person_areas()) OR asking_area <@ (SELECT access.person_areas()));
GRANT SELECT ON ALL TABLES IN SCHEMA intake TO junheng_app;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['delivery', 'birth_notice', 'rejected_row', 'finding', 'verification_request'] LOOP
        EXECUTE format('CREATE POLICY loaded ON intake.%I FOR ALL TO junheng_loader
                        USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL)', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT ON intake.delivery, intake.birth_notice, intake.finding TO junheng_loader;
GRANT SELECT, INSERT, UPDATE ON intake.rejected_row, intake.verification_request TO junheng_loader;
