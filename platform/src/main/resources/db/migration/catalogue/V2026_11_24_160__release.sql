-- Schemes released in the platform: uploaded by one person, released by another, in force without a restart.

CREATE SCHEMA catalogue;
COMMENT ON SCHEMA catalogue IS 'Files of benefit schemes released in the platform, beside those that are shipped.';
GRANT USAGE ON SCHEMA catalogue TO junheng_app;

CREATE TABLE catalogue.release (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    scheme       text        NOT NULL CHECK (scheme ~ '^[a-z][a-z0-9-]{1,60}$'),
    state        text        NOT NULL DEFAULT 'uploaded' CHECK (state IN ('uploaded', 'released', 'discarded')),
    sha256       text        NOT NULL,
    faults       integer     NOT NULL CHECK (faults >= 0),
    uploaded_by  text        NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    CONSTRAINT another_person_releases CHECK (state <> 'released' OR decided_by <> uploaded_by),
    CONSTRAINT only_faultless_is_released CHECK (state <> 'released' OR faults = 0),
    CHECK ((state = 'uploaded') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE  catalogue.release IS 'Files of one scheme put forward together; no personal data.';
COMMENT ON COLUMN catalogue.release.id IS 'Time-ordered id.';
COMMENT ON COLUMN catalogue.release.scheme IS 'Id of the scheme.';
COMMENT ON COLUMN catalogue.release.state IS 'uploaded, then released by another person, or discarded.';
COMMENT ON COLUMN catalogue.release.sha256 IS 'SHA-256 over the names and contents of its files.';
COMMENT ON COLUMN catalogue.release.faults IS 'How many faults the check found when it was uploaded.';
COMMENT ON COLUMN catalogue.release.uploaded_by IS 'Sign-in name of who put it forward.';
COMMENT ON COLUMN catalogue.release.uploaded_at IS 'When.';
COMMENT ON COLUMN catalogue.release.decided_by IS 'Sign-in name of who released or discarded it.';
COMMENT ON COLUMN catalogue.release.decided_at IS 'When.';
GRANT SELECT, INSERT, UPDATE ON catalogue.release TO junheng_app;

CREATE TABLE catalogue.release_file (
    release_id  uuid NOT NULL REFERENCES catalogue.release,
    path        text NOT NULL CHECK (path ~ '^(scheme|regions/[0-9]{6}|cases/[a-z0-9-]{1,60})[.]yaml$'),
    content     text NOT NULL CHECK (length(content) <= 1000000),
    PRIMARY KEY (release_id, path)
);
COMMENT ON TABLE  catalogue.release_file IS 'One file of a release; later releases replace files of the same path.';
COMMENT ON COLUMN catalogue.release_file.release_id IS 'The release.';
COMMENT ON COLUMN catalogue.release_file.path IS 'Path in the folder of the scheme.';
COMMENT ON COLUMN catalogue.release_file.content IS 'The file as uploaded.';
GRANT SELECT, INSERT ON catalogue.release_file TO junheng_app;

CREATE TABLE catalogue.release_fault (
    release_id  uuid    NOT NULL REFERENCES catalogue.release,
    place       integer NOT NULL,
    file        text    NOT NULL,
    line        integer NOT NULL,
    col         integer NOT NULL,
    what_zh     text    NOT NULL,
    what_en     text    NOT NULL,
    advice_zh   text    NOT NULL,
    advice_en   text    NOT NULL,
    PRIMARY KEY (release_id, place)
);
COMMENT ON TABLE  catalogue.release_fault IS 'What the check found wrong with a release when it was uploaded.';
COMMENT ON COLUMN catalogue.release_fault.release_id IS 'The release.';
COMMENT ON COLUMN catalogue.release_fault.place IS 'Order in the report.';
COMMENT ON COLUMN catalogue.release_fault.file IS 'The file.';
COMMENT ON COLUMN catalogue.release_fault.line IS 'The line, from 1.';
COMMENT ON COLUMN catalogue.release_fault.col IS 'The column, from 1.';
COMMENT ON COLUMN catalogue.release_fault.what_zh IS 'What is wrong, in Chinese.';
COMMENT ON COLUMN catalogue.release_fault.what_en IS 'What is wrong, in English.';
COMMENT ON COLUMN catalogue.release_fault.advice_zh IS 'What to do, in Chinese.';
COMMENT ON COLUMN catalogue.release_fault.advice_en IS 'What to do, in English.';
GRANT SELECT, INSERT ON catalogue.release_fault TO junheng_app;
