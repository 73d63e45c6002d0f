-- Where this module keeps ids of persons. An offer is derived anew for whoever the child is; a decision is what was said on its day.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('benefit.offer',       'unit_id',      'id', false),
    ('benefit.decision',    'unit_id',      'id', false),
    ('benefit.claim',       'unit_id',      'id', true),
    ('benefit.claim',       'applicant_id', 'id', true),
    ('benefit.contact',     'unit_id',      'id', true),
    ('benefit.instruction', 'unit_id',      'id', true),
    ('benefit.letter',      'unit_id',      'id', true);
