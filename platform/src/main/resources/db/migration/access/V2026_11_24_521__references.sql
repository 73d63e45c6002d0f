-- Where this module keeps ids of persons. What was read stays with the id that was read; sight lent for a case is lent anew.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('access.account',      'person_id', 'subject',                 true),
    ('access.person_grant', 'person_id', 'case_ref', false),
    ('access.read_log',     'person_id', 'id',                      false);
