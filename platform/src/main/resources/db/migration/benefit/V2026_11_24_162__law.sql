-- A released change of the law derives everybody anew.
ALTER TABLE benefit.follower ADD COLUMN law text NOT NULL DEFAULT '';
COMMENT ON COLUMN benefit.follower.law IS 'Name of the rules and figures by which all were last derived.';
