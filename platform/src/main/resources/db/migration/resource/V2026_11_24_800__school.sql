-- School places are entered as nurseries and kindergartens are.
ALTER TABLE resource.resource DROP CONSTRAINT resource_kind_check;
ALTER TABLE resource.resource ADD CONSTRAINT resource_kind_check
    CHECK (kind IN ('NURSERY', 'KINDERGARTEN', 'PRIMARY_SCHOOL', 'JUNIOR_SCHOOL', 'SENIOR_SCHOOL', 'MATERNITY', 'OBSTETRIC'));
COMMENT ON COLUMN resource.resource.kind IS 'NURSERY, KINDERGARTEN, PRIMARY_SCHOOL, JUNIOR_SCHOOL and SENIOR_SCHOOL places, MATERNITY beds, OBSTETRIC staff.';
