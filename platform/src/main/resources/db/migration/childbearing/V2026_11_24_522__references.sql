-- Where this module keeps ids of persons.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('childbearing.registration', 'woman_id',   'id', true),
    ('childbearing.registration', 'partner_id', 'id', true);
