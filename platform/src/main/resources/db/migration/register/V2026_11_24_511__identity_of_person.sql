-- A name within a township is looked up person by person: the search keys beside the person save the way to the row.
DROP INDEX register.identity_of_person;
CREATE INDEX identity_of_person ON register.identity (person_id) INCLUDE (name_folded, name_pinyin, name_initials, born_on);
