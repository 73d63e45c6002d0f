-- Where this module keeps ids of persons.
INSERT INTO register.person_reference (table_name, column_name, key, follows) VALUES
    ('payment.payable',  'unit_id', 'instruction_id', true),
    ('payment.transfer', 'unit_id', 'id',             true);
