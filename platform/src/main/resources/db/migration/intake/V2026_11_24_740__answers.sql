-- Answers to requests to verify: whose records they are, that the person is as stated, or that nobody is known.

ALTER TABLE intake.verification_request DROP CONSTRAINT verification_request_state_check;
ALTER TABLE intake.verification_request
    ADD CONSTRAINT verification_request_state_check CHECK (state IN ('open', 'matched', 'confirmed', 'denied', 'settled')),
    ADD COLUMN note text,
    ADD COLUMN answered_by text,
    ADD CONSTRAINT verification_request_answered
        CHECK ((state = 'open') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL) AND (note IS NULL) = (answered_at IS NULL));
COMMENT ON COLUMN intake.verification_request.state IS 'open, matched (somebody known there), confirmed (as stated), denied (nobody), settled (denied and cleared up).';
COMMENT ON COLUMN intake.verification_request.note IS 'The answer in the officer''s words.';
COMMENT ON COLUMN intake.verification_request.answered_by IS 'Subject who answered.';
