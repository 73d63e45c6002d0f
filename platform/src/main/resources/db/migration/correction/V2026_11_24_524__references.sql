-- Where this module keeps ids of persons.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('correction.request', 'person_id', 'id', true);
