-- Identity in one room: nothing else in the database holds a name, an ID number, a phone or an account.

CREATE TABLE register.identity (
    record_id      uuid     PRIMARY KEY REFERENCES register.source_record,
    person_id      uuid     NOT NULL REFERENCES register.person,
    name           text     NOT NULL,
    name_folded    text     NOT NULL COLLATE "C",
    name_pinyin    text     NOT NULL COLLATE "C",
    name_initials  text     NOT NULL COLLATE "C",
    born_on        date,
    id_no_cipher   bytea,
    id_no_index    bytea,
    phone_cipher   bytea,
    phone_index    bytea,
    account_cipher bytea,
    account_index  bytea,
    address        text,
    key_version    smallint NOT NULL DEFAULT 1
);
COMMENT ON TABLE  register.identity IS 'Who a source record says the person is. Can be erased without touching the ledger.';
COMMENT ON COLUMN register.identity.record_id IS 'The record.';
COMMENT ON COLUMN register.identity.person_id IS 'The person the record is linked to now; follows person_link.';
COMMENT ON COLUMN register.identity.name IS 'Name as written by the source.';
COMMENT ON COLUMN register.identity.name_folded IS 'Name without blanks and dots, full-width folded: search key.';
COMMENT ON COLUMN register.identity.name_pinyin IS 'Pinyin without tones and blanks: search key.';
COMMENT ON COLUMN register.identity.name_initials IS 'Initials of the pinyin: search key.';
COMMENT ON COLUMN register.identity.born_on IS 'Date of birth as stated, for searching a name with a year.';
COMMENT ON COLUMN register.identity.id_no_cipher IS 'Resident ID number, encrypted.';
COMMENT ON COLUMN register.identity.id_no_index IS 'Blind index (HMAC) of the ID number.';
COMMENT ON COLUMN register.identity.phone_cipher IS 'Phone, encrypted.';
COMMENT ON COLUMN register.identity.phone_index IS 'Blind index of the phone.';
COMMENT ON COLUMN register.identity.account_cipher IS 'Bank account, encrypted.';
COMMENT ON COLUMN register.identity.account_index IS 'Blind index of the account.';
COMMENT ON COLUMN register.identity.address IS 'Address below the township, as stated.';
COMMENT ON COLUMN register.identity.key_version IS 'Which key sealed the row.';
CREATE INDEX identity_by_name     ON register.identity (name_folded, born_on);
CREATE INDEX identity_by_pinyin   ON register.identity (name_pinyin, born_on);
CREATE INDEX identity_by_initials ON register.identity (name_initials, born_on);
CREATE INDEX identity_by_id_no    ON register.identity (id_no_index);
CREATE INDEX identity_by_phone    ON register.identity (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX identity_of_person   ON register.identity (person_id);
