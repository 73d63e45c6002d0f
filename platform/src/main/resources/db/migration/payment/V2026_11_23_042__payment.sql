-- From instructions to money in accounts: pay-rolls, transfers, the bank's returns.

CREATE SCHEMA payment;
COMMENT ON SCHEMA payment IS 'Pay-rolls of instructions, transfers through the agent bank, and what came back.';
GRANT USAGE ON SCHEMA payment TO junheng_app, junheng_loader;

CREATE TABLE payment.follower (
    name        text        PRIMARY KEY,
    xid         bigint      NOT NULL,
    id          uuid        NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  payment.follower IS 'How far the instructions have been taken over.';
COMMENT ON COLUMN payment.follower.name IS 'Which follower.';
COMMENT ON COLUMN payment.follower.xid IS 'Transaction of the instruction last taken.';
COMMENT ON COLUMN payment.follower.id IS 'The instruction last taken.';
COMMENT ON COLUMN payment.follower.updated_at IS 'When.';
GRANT SELECT, INSERT, UPDATE ON payment.follower TO junheng_loader;

CREATE TABLE payment.payable (
    instruction_id  uuid        PRIMARY KEY,
    unit_id         uuid        NOT NULL,
    scheme          text        NOT NULL,
    period          text        NOT NULL,
    claim_id        uuid        NOT NULL,
    amount_fen      bigint      NOT NULL CHECK (amount_fen <> 0),
    area            bigint      NOT NULL,
    taken_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  payment.payable IS 'Instructions as taken over: to be paid out if positive, to be recovered if negative.';
COMMENT ON COLUMN payment.payable.instruction_id IS 'The instruction.';
COMMENT ON COLUMN payment.payable.unit_id IS 'Guard: the child concerned.';
COMMENT ON COLUMN payment.payable.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN payment.payable.period IS 'The period.';
COMMENT ON COLUMN payment.payable.claim_id IS 'The claim, which has the account.';
COMMENT ON COLUMN payment.payable.amount_fen IS 'Amount in fen.';
COMMENT ON COLUMN payment.payable.area IS 'Guard: the township concerned.';
COMMENT ON COLUMN payment.payable.taken_at IS 'When it was taken over.';
CREATE INDEX payable_by_area ON payment.payable (area);
CREATE INDEX payable_of_unit ON payment.payable (unit_id, scheme);

CREATE TABLE payment.set_off (
    payable_id   uuid        NOT NULL REFERENCES payment.payable,
    recovery_id  uuid        NOT NULL REFERENCES payment.payable,
    amount_fen   bigint      NOT NULL CHECK (amount_fen > 0),
    at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (payable_id, recovery_id)
);
COMMENT ON TABLE  payment.set_off IS 'A recovery set off against an amount not yet paid to the same child under the same scheme.';
COMMENT ON COLUMN payment.set_off.payable_id IS 'The amount to be paid.';
COMMENT ON COLUMN payment.set_off.recovery_id IS 'The amount to be recovered.';
COMMENT ON COLUMN payment.set_off.amount_fen IS 'How much of both it settles, in fen.';
COMMENT ON COLUMN payment.set_off.at IS 'When.';
CREATE INDEX set_off_of_recovery ON payment.set_off (recovery_id);

CREATE TABLE payment.roll (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    area       bigint      NOT NULL,
    scheme     text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('draft', 'discarded', 'frozen', 'queued', 'at-bank', 'settled')),
    lines      integer     NOT NULL DEFAULT 0,
    total_fen  bigint      NOT NULL DEFAULT 0,
    sha256     bytea,
    made_by    text        NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT now(),
    frozen_by  text,
    frozen_at  timestamptz,
    CONSTRAINT another_person_approves CHECK (frozen_by <> made_by),
    CHECK ((state IN ('draft', 'discarded')) = (frozen_by IS NULL)),
    CHECK ((frozen_by IS NULL) = (sha256 IS NULL))
);
COMMENT ON TABLE  payment.roll IS 'A pay-roll (发放表): made by one person, approved and frozen by another.';
COMMENT ON COLUMN payment.roll.id IS 'Time-ordered id; the bank knows it by it.';
COMMENT ON COLUMN payment.roll.area IS 'The area it pays for.';
COMMENT ON COLUMN payment.roll.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN payment.roll.state IS 'State, see the transition table RollFlow.';
COMMENT ON COLUMN payment.roll.lines IS 'Control total: number of transfers.';
COMMENT ON COLUMN payment.roll.total_fen IS 'Control total: sum in fen.';
COMMENT ON COLUMN payment.roll.sha256 IS 'SHA-256 of the file, set when frozen; every later export must give the same.';
COMMENT ON COLUMN payment.roll.made_by IS 'Who made it.';
COMMENT ON COLUMN payment.roll.made_at IS 'When.';
COMMENT ON COLUMN payment.roll.frozen_by IS 'Who approved it: another person.';
COMMENT ON COLUMN payment.roll.frozen_at IS 'When.';

CREATE TABLE payment.transfer (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    instruction_id  uuid        NOT NULL REFERENCES payment.payable,
    roll_id         uuid        NOT NULL REFERENCES payment.roll,
    attempt         smallint    NOT NULL CHECK (attempt >= 1),
    line            integer     NOT NULL,
    unit_id         uuid        NOT NULL,
    area            bigint      NOT NULL,
    amount_fen      bigint      NOT NULL CHECK (amount_fen > 0),
    payee           bytea       NOT NULL,
    state           text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'paid', 'returned')),
    reason          text,
    settled_at      timestamptz,
    UNIQUE (instruction_id, attempt),
    UNIQUE (instruction_id, roll_id),
    UNIQUE (roll_id, line),
    CHECK ((state = 'pending') = (settled_at IS NULL))
);
COMMENT ON TABLE  payment.transfer IS 'One attempt to pay one instruction through one roll.';
COMMENT ON COLUMN payment.transfer.id IS 'Time-ordered id; the bank returns it.';
COMMENT ON COLUMN payment.transfer.instruction_id IS 'The instruction.';
COMMENT ON COLUMN payment.transfer.roll_id IS 'The roll.';
COMMENT ON COLUMN payment.transfer.attempt IS 'Counts from 1; a further one follows only upon a return.';
COMMENT ON COLUMN payment.transfer.line IS 'Line of the file.';
COMMENT ON COLUMN payment.transfer.unit_id IS 'Guard: the child concerned.';
COMMENT ON COLUMN payment.transfer.area IS 'Guard: the township concerned.';
COMMENT ON COLUMN payment.transfer.amount_fen IS 'Amount in fen.';
COMMENT ON COLUMN payment.transfer.payee IS 'Holder and number of the account, sealed.';
COMMENT ON COLUMN payment.transfer.state IS 'pending, paid or returned.';
COMMENT ON COLUMN payment.transfer.reason IS 'Why the bank returned it.';
COMMENT ON COLUMN payment.transfer.settled_at IS 'When the bank''s answer was applied.';
-- At most one transfer of an instruction is under way or paid: nothing is paid twice, whatever crashes when.
CREATE UNIQUE INDEX transfer_once ON payment.transfer (instruction_id) WHERE state IN ('pending', 'paid');
CREATE INDEX transfer_of_unit ON payment.transfer (unit_id);

CREATE TABLE payment.dispatch (
    roll_id       uuid        PRIMARY KEY REFERENCES payment.roll,
    area          bigint      NOT NULL,
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL DEFAULT now(),
    attempts      integer     NOT NULL DEFAULT 0,
    next_at       timestamptz NOT NULL DEFAULT now(),
    last_answer   text        NOT NULL DEFAULT '',
    delivered_at  timestamptz
);
COMMENT ON TABLE  payment.dispatch IS 'Outbox: rolls on their way to the bank. Sent again until the bank has answered; it knows a roll by id and hash.';
COMMENT ON COLUMN payment.dispatch.roll_id IS 'The roll.';
COMMENT ON COLUMN payment.dispatch.area IS 'Guard: the roll''s area.';
COMMENT ON COLUMN payment.dispatch.requested_by IS 'Who pressed the button.';
COMMENT ON COLUMN payment.dispatch.requested_at IS 'When.';
COMMENT ON COLUMN payment.dispatch.attempts IS 'How often it was sent.';
COMMENT ON COLUMN payment.dispatch.next_at IS 'Not to be sent before.';
COMMENT ON COLUMN payment.dispatch.last_answer IS 'What came of the last sending.';
COMMENT ON COLUMN payment.dispatch.delivered_at IS 'When the bank accepted it.';

CREATE TABLE payment.return_file (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    area         bigint      NOT NULL,
    roll_id      uuid,
    sha256       bytea       NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('taken', 'held')),
    lines        integer     NOT NULL,
    total_fen    bigint      NOT NULL,
    received_by  text        NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  payment.return_file IS 'A file of the bank''s answers.';
COMMENT ON COLUMN payment.return_file.id IS 'Time-ordered id.';
COMMENT ON COLUMN payment.return_file.area IS 'Guard: area of the one who delivered it.';
COMMENT ON COLUMN payment.return_file.roll_id IS 'The roll it says it answers; null where it does not say.';
COMMENT ON COLUMN payment.return_file.sha256 IS 'Hash of its bytes.';
COMMENT ON COLUMN payment.return_file.outcome IS 'taken; or held because its control totals do not fit, and then nothing was applied.';
COMMENT ON COLUMN payment.return_file.lines IS 'Lines counted.';
COMMENT ON COLUMN payment.return_file.total_fen IS 'Sum of the readable lines in fen.';
COMMENT ON COLUMN payment.return_file.received_by IS 'Who delivered it.';
COMMENT ON COLUMN payment.return_file.received_at IS 'When.';
CREATE UNIQUE INDEX return_file_taken_once ON payment.return_file (sha256, area) WHERE outcome = 'taken';

CREATE TABLE payment.return_line (
    file_id      uuid    NOT NULL REFERENCES payment.return_file,
    line         integer NOT NULL,
    raw          text    NOT NULL,
    transfer_id  uuid,
    amount_fen   bigint,
    result       text,
    reason       text    NOT NULL DEFAULT '',
    outcome      text    NOT NULL CHECK (outcome IN ('applied', 'repeated', 'unknown-transfer', 'other-roll', 'not-sent',
                                                     'other-amount', 'duplicate-line', 'contradicts', 'malformed', 'held')),
    PRIMARY KEY (file_id, line)
);
COMMENT ON TABLE  payment.return_line IS 'Every line of a return file and what became of it: nothing is lost, nothing applied twice.';
COMMENT ON COLUMN payment.return_line.file_id IS 'The file.';
COMMENT ON COLUMN payment.return_line.line IS 'Line of the file.';
COMMENT ON COLUMN payment.return_line.raw IS 'The line as received.';
COMMENT ON COLUMN payment.return_line.transfer_id IS 'The transfer it names, where readable.';
COMMENT ON COLUMN payment.return_line.amount_fen IS 'The amount it names in fen, where readable.';
COMMENT ON COLUMN payment.return_line.result IS 'paid or returned, where readable.';
COMMENT ON COLUMN payment.return_line.reason IS 'The bank''s reason code.';
COMMENT ON COLUMN payment.return_line.outcome IS 'What became of it.';
-- A transfer is settled by at most one line of all files.
CREATE UNIQUE INDEX return_line_applied_once ON payment.return_line (transfer_id) WHERE outcome = 'applied';

ALTER TABLE payment.payable     ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.set_off     ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.roll        ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.transfer    ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.dispatch    ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.return_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.return_line ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION payment.of_finance(area bigint) RETURNS boolean LANGUAGE sql STABLE
    RETURN access.role() IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER') AND area <@ access.areas();
COMMENT ON FUNCTION payment.of_finance IS 'Whether the actor keeps the money matters of the area.';

CREATE POLICY seen ON payment.payable FOR SELECT TO junheng_app
    USING (((SELECT access.role()) IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER') AND area <@ (SELECT access.areas()))
           OR unit_id = ANY ((SELECT register.own_family())::uuid[]));
CREATE POLICY seen ON payment.transfer FOR SELECT TO junheng_app
    USING (((SELECT access.role()) IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER', 'BANK') AND area <@ (SELECT access.areas()))
           OR unit_id = ANY ((SELECT register.own_family())::uuid[]));
CREATE POLICY made ON payment.transfer FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'FINANCE_OFFICER' AND area <@ (SELECT access.areas()));
CREATE POLICY settled ON payment.transfer FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) IN ('FINANCE_OFFICER', 'BANK') AND area <@ (SELECT access.areas()) AND state = 'pending')
    WITH CHECK ((SELECT access.role()) IN ('FINANCE_OFFICER', 'BANK') AND area <@ (SELECT access.areas()));
CREATE POLICY discarded ON payment.transfer FOR DELETE TO junheng_app
    USING ((SELECT access.role()) = 'FINANCE_OFFICER' AND area <@ (SELECT access.areas())
           AND EXISTS (SELECT FROM payment.roll r WHERE r.id = roll_id AND r.state = 'draft'));
CREATE POLICY seen ON payment.set_off FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM payment.payable p WHERE p.instruction_id = payable_id));
CREATE POLICY seen ON payment.roll FOR SELECT TO junheng_app
    USING ((SELECT access.role()) IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER', 'BANK') AND area <@ (SELECT access.areas()));
CREATE POLICY made ON payment.roll FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) = 'FINANCE_OFFICER' AND area <@ (SELECT access.areas())
                AND made_by = (SELECT access.subject()) AND state = 'draft');
CREATE POLICY moved ON payment.roll FOR UPDATE TO junheng_app
    USING ((SELECT access.role()) IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER', 'BANK') AND area <@ (SELECT access.areas()));
CREATE POLICY seen ON payment.dispatch FOR SELECT TO junheng_app USING (payment.of_finance(area));
CREATE POLICY asked ON payment.dispatch FOR INSERT TO junheng_app
    WITH CHECK (payment.of_finance(area) AND requested_by = (SELECT access.subject()));
CREATE POLICY seen ON payment.return_file FOR SELECT TO junheng_app
    USING ((SELECT access.role()) IN ('FINANCE_OFFICER', 'COUNTY_REVIEWER', 'BANK') AND area <@ (SELECT access.areas()));
CREATE POLICY received ON payment.return_file FOR INSERT TO junheng_app
    WITH CHECK ((SELECT access.role()) IN ('FINANCE_OFFICER', 'BANK') AND area <@ (SELECT access.areas())
                AND received_by = (SELECT access.subject()));
CREATE POLICY seen ON payment.return_line FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM payment.return_file f WHERE f.id = file_id));
CREATE POLICY received ON payment.return_line FOR INSERT TO junheng_app
    WITH CHECK (EXISTS (SELECT FROM payment.return_file f WHERE f.id = file_id AND f.received_by = (SELECT access.subject())));

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['payable', 'set_off', 'roll', 'transfer', 'dispatch'] LOOP
        EXECUTE format('CREATE POLICY of_jobs ON payment.%I FOR ALL TO junheng_loader
                        USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL)', t);
    END LOOP;
END
$$;

GRANT SELECT ON payment.payable, payment.set_off, payment.roll, payment.transfer, payment.dispatch, payment.return_file,
                payment.return_line TO junheng_app;
GRANT INSERT ON payment.roll, payment.transfer, payment.dispatch, payment.return_file, payment.return_line TO junheng_app;
GRANT UPDATE (state, lines, total_fen, sha256, frozen_by, frozen_at) ON payment.roll TO junheng_app;
GRANT UPDATE (state, reason, settled_at) ON payment.transfer TO junheng_app;
GRANT DELETE ON payment.transfer TO junheng_app;
GRANT SELECT, INSERT ON payment.payable TO junheng_loader;
GRANT SELECT, INSERT, UPDATE ON payment.set_off TO junheng_loader;
GRANT SELECT ON payment.transfer TO junheng_loader;
GRANT SELECT, UPDATE ON payment.roll, payment.dispatch TO junheng_loader;

-- What is frozen stays: totals, hash and lines of a roll cannot change afterwards, whoever tries.
CREATE FUNCTION payment.keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state NOT IN ('draft', 'discarded')
       AND (NEW.lines, NEW.total_fen, NEW.sha256, NEW.frozen_by, NEW.frozen_at)
           IS DISTINCT FROM (OLD.lines, OLD.total_fen, OLD.sha256, OLD.frozen_by, OLD.frozen_at) THEN
        RAISE EXCEPTION 'roll % is frozen', OLD.id;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION payment.keep_frozen IS 'Refuses a change of what was frozen.';
CREATE TRIGGER keep_frozen BEFORE UPDATE ON payment.roll FOR EACH ROW EXECUTE FUNCTION payment.keep_frozen();

CREATE FUNCTION payment.only_into_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN payment.roll r ON r.id = a.roll_id WHERE r.state <> 'draft') THEN
        RAISE EXCEPTION 'transfers can be added to a draft roll only';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION payment.only_into_drafts IS 'Refuses a new line on a frozen roll.';
CREATE TRIGGER only_into_drafts AFTER INSERT ON payment.transfer REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION payment.only_into_drafts();
