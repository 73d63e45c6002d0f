-- What came of the last sending, in a code that pages can put into words; and finance may ask for the next one at once.

ALTER TABLE payment.dispatch
    ADD COLUMN outcome text NOT NULL DEFAULT 'waiting'
        CHECK (outcome IN ('waiting', 'accepted', 'refused', 'stranger', 'unwell', 'no-answer'));
COMMENT ON COLUMN payment.dispatch.outcome IS 'What came of the last sending: waiting (none yet), accepted, refused (the bank read it and says no), stranger (it did not know our key), unwell (it is in trouble), no-answer.';

UPDATE payment.dispatch SET outcome = 'accepted' WHERE delivered_at IS NOT NULL;

CREATE POLICY hurried ON payment.dispatch FOR UPDATE TO junheng_app
    USING (payment.of_finance(area)) WITH CHECK (payment.of_finance(area));
GRANT UPDATE (next_at) ON payment.dispatch TO junheng_app;
