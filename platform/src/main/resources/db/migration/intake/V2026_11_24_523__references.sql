-- Where this module keeps ids of persons.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('intake.birth_notice',         'child_id',  'notice_number', true),
    ('intake.birth_notice',         'mother_id', 'notice_number', true),
    ('intake.verification_request', 'person_id', 'id',            true);
