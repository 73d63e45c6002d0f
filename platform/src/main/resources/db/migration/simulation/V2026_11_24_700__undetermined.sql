-- What a reform leaves open for lack of facts is told beside what it decides.

ALTER TABLE simulation.run ADD COLUMN undetermined bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN simulation.run.undetermined IS 'Units for which the reform could not be decided by what the copy knows of them.';
