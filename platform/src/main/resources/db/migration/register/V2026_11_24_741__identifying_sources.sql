-- Whoever issues ID numbers, or took them from the cards, need not be asked whether a person exists.

ALTER TABLE register.source ADD COLUMN identifies boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN register.source.identifies IS 'Whether a person whom only this source knows is a verified one; otherwise provisional (暂存) until verified.';
UPDATE register.source SET identifies = true WHERE code IN ('public-security', 'census');
