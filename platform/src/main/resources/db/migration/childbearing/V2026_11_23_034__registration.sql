-- Childbearing registration (生育登记): a registration, not an approval; by written declaration, the result at once.

CREATE SCHEMA childbearing;
COMMENT ON SCHEMA childbearing IS 'Childbearing registrations and what was declared.';
GRANT USAGE ON SCHEMA childbearing TO junheng_app, junheng_loader;

CREATE SEQUENCE childbearing.registration_serial;
GRANT USAGE ON SEQUENCE childbearing.registration_serial TO junheng_app;

CREATE TABLE childbearing.registration (
    id                  uuid        PRIMARY KEY DEFAULT uuidv7(),
    number              text        NOT NULL UNIQUE,
    form                uuid        NOT NULL UNIQUE,
    woman_id            uuid        NOT NULL,
    partner_id          uuid,
    kind                text        NOT NULL CHECK (kind IN ('before-birth', 'after-birth')),
    due_on              date        NOT NULL,
    area                bigint      NOT NULL,
    basis               text        NOT NULL CHECK (basis IN ('hukou', 'residence')),
    birth_order         smallint    NOT NULL CHECK (birth_order > 0),
    channel             text        NOT NULL CHECK (channel IN ('family', 'counter')),
    declaration_version text        NOT NULL,
    declared_by         text        NOT NULL,
    declared_at         timestamptz NOT NULL DEFAULT now(),
    state               text        NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'cancelled')),
    cancelled_at        timestamptz
);
COMMENT ON TABLE  childbearing.registration IS 'One registration of one pregnancy or birth.';
COMMENT ON COLUMN childbearing.registration.id IS 'Id.';
COMMENT ON COLUMN childbearing.registration.number IS 'Number the family is given.';
COMMENT ON COLUMN childbearing.registration.form IS 'The form it was sent with: sending it twice registers once.';
COMMENT ON COLUMN childbearing.registration.woman_id IS 'The woman.';
COMMENT ON COLUMN childbearing.registration.partner_id IS 'Husband or partner, where known here.';
COMMENT ON COLUMN childbearing.registration.kind IS 'Before the birth, or supplementary after it.';
COMMENT ON COLUMN childbearing.registration.due_on IS 'Expected date of birth, or date of birth.';
COMMENT ON COLUMN childbearing.registration.area IS 'Township where registered.';
COMMENT ON COLUMN childbearing.registration.basis IS 'By the place of household registration or of residence of either.';
COMMENT ON COLUMN childbearing.registration.birth_order IS 'Order among the couple''s children by the rule of the day of registration.';
COMMENT ON COLUMN childbearing.registration.channel IS 'By the family itself or at a counter.';
COMMENT ON COLUMN childbearing.registration.declaration_version IS 'Wording of the written declaration that was accepted.';
COMMENT ON COLUMN childbearing.registration.declared_by IS 'Who sent it.';
COMMENT ON COLUMN childbearing.registration.declared_at IS 'When.';
COMMENT ON COLUMN childbearing.registration.state IS 'registered or cancelled.';
COMMENT ON COLUMN childbearing.registration.cancelled_at IS 'When cancelled.';
CREATE INDEX registration_of_woman ON childbearing.registration (woman_id);
CREATE INDEX registration_of_partner ON childbearing.registration (partner_id);

CREATE TABLE childbearing.declared_value (
    registration uuid    NOT NULL REFERENCES childbearing.registration,
    field        text    NOT NULL,
    value        bytea   NOT NULL,
    source       text    NOT NULL,
    corrected    boolean NOT NULL,
    PRIMARY KEY (registration, field)
);
COMMENT ON TABLE  childbearing.declared_value IS 'What stood in the form: pre-filled from the register or stated by the family.';
COMMENT ON COLUMN childbearing.declared_value.registration IS 'The registration.';
COMMENT ON COLUMN childbearing.declared_value.field IS 'Which field.';
COMMENT ON COLUMN childbearing.declared_value.value IS 'The value, sealed.';
COMMENT ON COLUMN childbearing.declared_value.source IS 'Source of a pre-filled value; family where stated.';
COMMENT ON COLUMN childbearing.declared_value.corrected IS 'The family found the pre-filled value wrong and changed it.';

ALTER TABLE childbearing.registration   ENABLE ROW LEVEL SECURITY;
ALTER TABLE childbearing.declared_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_family ON childbearing.registration FOR ALL TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id IN (woman_id, partner_id)))
    WITH CHECK (EXISTS (SELECT FROM register.person p WHERE p.id = woman_id));
CREATE POLICY of_family ON childbearing.declared_value FOR ALL TO junheng_app
    USING (EXISTS (SELECT FROM childbearing.registration r WHERE r.id = registration))
    WITH CHECK (EXISTS (SELECT FROM childbearing.registration r WHERE r.id = registration));
GRANT SELECT, INSERT ON childbearing.registration, childbearing.declared_value TO junheng_app;
GRANT UPDATE (state, cancelled_at) ON childbearing.registration TO junheng_app;
