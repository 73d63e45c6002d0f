-- Whom a name may be is read from the index of the key alone; the row is fetched only for who is on the page.
DROP INDEX register.identity_by_name, register.identity_by_pinyin, register.identity_by_initials;
CREATE INDEX identity_by_name     ON register.identity (name_folded, born_on)   INCLUDE (person_id, record_id);
CREATE INDEX identity_by_pinyin   ON register.identity (name_pinyin, born_on)   INCLUDE (person_id, record_id);
CREATE INDEX identity_by_initials ON register.identity (name_initials, born_on) INCLUDE (person_id, record_id);
