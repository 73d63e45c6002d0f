-- Who acts, for what, and where: set on every transaction, read by every row-level policy.

CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Accounts, the actor of a transaction, grants across areas, and the log of reads.';
GRANT USAGE ON SCHEMA access TO junheng_app, junheng_loader, junheng_auditor;

-- After RESET a custom setting is the empty string, not null: hence nullif throughout.
CREATE FUNCTION access.subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('junheng.subject', true), '');
COMMENT ON FUNCTION access.subject() IS 'Who acts in this transaction; null when nobody does, and then every query is empty.';

CREATE FUNCTION access.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('junheng.role', true), '');
COMMENT ON FUNCTION access.role() IS 'The role in which the subject acts.';

CREATE FUNCTION access.purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('junheng.purpose', true), '');
COMMENT ON FUNCTION access.purpose() IS 'The named purpose of this transaction.';

CREATE FUNCTION access.areas() RETURNS int8multirange LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('junheng.areas', true), '')::int8multirange, '{}'::int8multirange);
COMMENT ON FUNCTION access.areas() IS 'The areas whose cases and figures the actor answers for, as half-open ranges of 12-digit area codes.';

CREATE FUNCTION access.person_areas() RETURNS int8multirange LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('junheng.person_areas', true), '')::int8multirange, '{}'::int8multirange);
COMMENT ON FUNCTION access.person_areas() IS 'The areas whose persons the actor may see; empty for analysts, auditors and families.';

CREATE FUNCTION access.own_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('junheng.person', true), '')::uuid;
COMMENT ON FUNCTION access.own_person() IS 'The person whom a signed-in member of a family is; null for officers.';

CREATE TABLE access.account (
    subject        text        PRIMARY KEY,
    role           text        NOT NULL,
    title_zh       text        NOT NULL,
    title_en       text        NOT NULL,
    areas          bigint[]    NOT NULL,
    person_id      uuid,
    password_hash  text        NOT NULL,
    demonstration  boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  access.account IS 'Who may sign in.';
COMMENT ON COLUMN access.account.subject IS 'Sign-in name; appears in the read log, never a person''s name or ID number.';
COMMENT ON COLUMN access.account.role IS 'Role (see the Role type).';
COMMENT ON COLUMN access.account.title_zh IS 'Post or situation in Chinese, as shown on the page.';
COMMENT ON COLUMN access.account.title_en IS 'The same in English.';
COMMENT ON COLUMN access.account.areas IS '12-digit area codes the account answers for.';
COMMENT ON COLUMN access.account.person_id IS 'For a member of a family: the person in the register.';
COMMENT ON COLUMN access.account.password_hash IS 'Salted password hash.';
COMMENT ON COLUMN access.account.demonstration IS 'Shown on the sign-in page of the demonstration.';
COMMENT ON COLUMN access.account.created_at IS 'When the account was opened.';
GRANT SELECT ON access.account TO junheng_app;
GRANT SELECT, INSERT, UPDATE ON access.account TO junheng_loader;

CREATE TABLE access.person_grant (
    person_id   uuid        NOT NULL,
    area        bigint      NOT NULL,
    case_ref    text        NOT NULL,
    valid_until timestamptz NOT NULL,
    granted_by  text        NOT NULL,
    granted_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person_id, area, case_ref)
);
COMMENT ON TABLE  access.person_grant IS 'Sight of one person lent to the office of another area for one case, until a date.';
COMMENT ON COLUMN access.person_grant.person_id IS 'The person.';
COMMENT ON COLUMN access.person_grant.area IS 'The office''s 12-digit area code.';
COMMENT ON COLUMN access.person_grant.case_ref IS 'The case for which the sight is lent.';
COMMENT ON COLUMN access.person_grant.valid_until IS 'End of the grant, exclusive.';
COMMENT ON COLUMN access.person_grant.granted_by IS 'Subject who granted it.';
COMMENT ON COLUMN access.person_grant.granted_at IS 'When it was granted.';
ALTER TABLE access.person_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY grant_of_office ON access.person_grant FOR SELECT TO junheng_app
    USING ((SELECT access.person_areas()) && int8range(area, area + 1000000) AND valid_until > now());
CREATE POLICY grant_by_loader ON access.person_grant FOR ALL TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL);
GRANT SELECT ON access.person_grant TO junheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.person_grant TO junheng_loader;

CREATE TABLE access.read_log (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    subject    text        NOT NULL,
    role       text        NOT NULL,
    purpose    text        NOT NULL,
    action     text        NOT NULL,
    person_id  uuid,
    hits       integer     NOT NULL DEFAULT 1,
    area       bigint
);
COMMENT ON TABLE  access.read_log IS 'Every read of a person: who, when, for what. Append-only for the application.';
COMMENT ON COLUMN access.read_log.id IS 'Time-ordered id.';
COMMENT ON COLUMN access.read_log.at IS 'When.';
COMMENT ON COLUMN access.read_log.subject IS 'Who read.';
COMMENT ON COLUMN access.read_log.role IS 'In which role.';
COMMENT ON COLUMN access.read_log.purpose IS 'For which purpose.';
COMMENT ON COLUMN access.read_log.action IS 'What was done: open, search, decide, export …';
COMMENT ON COLUMN access.read_log.person_id IS 'Whose data; null for a search, which logs its number of hits.';
COMMENT ON COLUMN access.read_log.hits IS 'How many persons the read returned.';
COMMENT ON COLUMN access.read_log.area IS 'The reader''s first area at that time.';
CREATE INDEX read_log_by_person ON access.read_log (person_id, at);
CREATE INDEX read_log_by_time ON access.read_log (at);
ALTER TABLE access.read_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY log_own_reads ON access.read_log FOR INSERT TO junheng_app, junheng_loader
    WITH CHECK (subject = (SELECT access.subject()) AND role = (SELECT access.role()) AND purpose = (SELECT access.purpose()));
-- The person sees who looked; the auditor sees everything; nobody else reads the log.
CREATE POLICY log_seen_by_person ON access.read_log FOR SELECT TO junheng_app
    USING (person_id = (SELECT access.own_person()));
CREATE POLICY log_seen_by_auditor ON access.read_log FOR SELECT TO junheng_auditor
    USING ((SELECT access.role()) = 'AUDITOR');
GRANT INSERT ON access.read_log TO junheng_app, junheng_loader;
GRANT SELECT ON access.read_log TO junheng_app, junheng_auditor;

CREATE TABLE access.read_seal (
    minute     timestamptz PRIMARY KEY,
    entries    integer     NOT NULL,
    root       bytea       NOT NULL,
    previous   bytea       NOT NULL,
    chain      bytea       NOT NULL,
    sealed_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  access.read_seal IS 'Closed minutes of the read log: the Merkle root of their entries, chained to the seal before.';
COMMENT ON COLUMN access.read_seal.minute IS 'Start of the minute.';
COMMENT ON COLUMN access.read_seal.entries IS 'How many entries it holds.';
COMMENT ON COLUMN access.read_seal.root IS 'Merkle root (SHA-256) over the entries in id order.';
COMMENT ON COLUMN access.read_seal.previous IS 'Chain value of the seal before; 32 zero bytes for the first.';
COMMENT ON COLUMN access.read_seal.chain IS 'SHA-256 of previous, minute, entries and root.';
COMMENT ON COLUMN access.read_seal.sealed_at IS 'When it was sealed.';
GRANT SELECT ON access.read_seal TO junheng_auditor;

-- A minute is sealed once every transaction that could still write into it has ended.
CREATE POLICY log_read_by_sealer ON access.read_log FOR SELECT TO junheng_loader
    USING ((SELECT access.role()) = 'SERVICE');
GRANT SELECT ON access.read_log TO junheng_loader;
GRANT SELECT, INSERT ON access.read_seal TO junheng_loader;

CREATE TABLE access.api_client (
    client     text     PRIMARY KEY,
    role       text     NOT NULL,
    title_zh   text     NOT NULL,
    title_en   text     NOT NULL,
    areas      bigint[] NOT NULL,
    key_hash   bytea    NOT NULL UNIQUE
);
COMMENT ON TABLE  access.api_client IS 'Systems of other departments that may call our interfaces.';
COMMENT ON COLUMN access.api_client.client IS 'Name; appears in logs.';
COMMENT ON COLUMN access.api_client.role IS 'Role (HOSPITAL, BANK).';
COMMENT ON COLUMN access.api_client.title_zh IS 'Name in Chinese.';
COMMENT ON COLUMN access.api_client.title_en IS 'Name in English.';
COMMENT ON COLUMN access.api_client.areas IS 'Areas it reports for.';
COMMENT ON COLUMN access.api_client.key_hash IS 'SHA-256 of its key.';
GRANT SELECT ON access.api_client TO junheng_app;
GRANT SELECT, INSERT, UPDATE ON access.api_client TO junheng_loader;
