-- Capacity comes from the register of service resources; what an analyst enters holds for his scenario instead.

ALTER TABLE projection.capacity ADD COLUMN scenario_id uuid REFERENCES projection.scenario;
ALTER TABLE projection.capacity ALTER COLUMN units DROP NOT NULL;
COMMENT ON TABLE  projection.capacity IS 'What a scenario takes an area to have of something that is needed, instead of what the service resources say. The newest row counts; none is changed.';
COMMENT ON COLUMN projection.capacity.scenario_id IS 'The scenario it holds for; null in rows from before 2026-11-24, which hold for all.';
COMMENT ON COLUMN projection.capacity.units IS 'How many there are; null to go back to the service resources.';
