-- Long work with progress, cancel and an end that is told. No personal data.

CREATE SCHEMA job;
COMMENT ON SCHEMA job IS 'Long work: its progress, its end.';
GRANT USAGE ON SCHEMA job TO junheng_app, junheng_loader;

CREATE TABLE job.job (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    kind        text        NOT NULL,
    subject     text        NOT NULL,
    state       text        NOT NULL DEFAULT 'running'
                            CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint      NOT NULL DEFAULT 0,
    result_path text,
    cancel      boolean     NOT NULL DEFAULT false,
    started_at  timestamptz NOT NULL DEFAULT now(),
    ended_at    timestamptz
);
COMMENT ON TABLE  job.job IS 'One piece of long work.';
COMMENT ON COLUMN job.job.id IS 'Id.';
COMMENT ON COLUMN job.job.kind IS 'What it does; its title is in the message catalogue.';
COMMENT ON COLUMN job.job.subject IS 'Who started it.';
COMMENT ON COLUMN job.job.state IS 'running, done, failed, cancelled, interrupted (the platform was stopped).';
COMMENT ON COLUMN job.job.done IS 'Units done.';
COMMENT ON COLUMN job.job.total IS 'Units in all; 0 while unknown.';
COMMENT ON COLUMN job.job.result_path IS 'Page of the result.';
COMMENT ON COLUMN job.job.cancel IS 'Somebody asked it to stop.';
COMMENT ON COLUMN job.job.started_at IS 'Start.';
COMMENT ON COLUMN job.job.ended_at IS 'End.';
ALTER TABLE job.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON job.job FOR ALL TO junheng_app
    USING (subject = (SELECT access.subject())) WITH CHECK (subject = (SELECT access.subject()));
CREATE POLICY any_job ON job.job FOR ALL TO junheng_loader
    USING ((SELECT access.role()) = 'SERVICE') WITH CHECK ((SELECT access.role()) = 'SERVICE');
GRANT SELECT, INSERT, UPDATE ON job.job TO junheng_app;
GRANT SELECT, UPDATE ON job.job TO junheng_loader;
