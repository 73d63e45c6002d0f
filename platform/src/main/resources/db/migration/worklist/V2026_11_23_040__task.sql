-- What offices have to do. A member of a family opens a task for an office without ever seeing the office's tasks, hence
-- opening and closing are functions of the owner and the application role may only read.

CREATE SCHEMA worklist;
COMMENT ON SCHEMA worklist IS 'Tasks of offices by legal due date.';
GRANT USAGE ON SCHEMA worklist TO junheng_app, junheng_loader;

CREATE TABLE worklist.task (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    ref         text        NOT NULL,
    kind        text        NOT NULL,
    role        text        NOT NULL,
    area        bigint      NOT NULL,
    subject_id  uuid,
    link        text        NOT NULL,
    due_on      date        NOT NULL,
    opened_at   timestamptz NOT NULL DEFAULT now(),
    opened_by   text        NOT NULL,
    done_at     timestamptz,
    done_by     text,
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
COMMENT ON TABLE  worklist.task IS 'Something an office has to do.';
COMMENT ON COLUMN worklist.task.id IS 'Time-ordered id.';
COMMENT ON COLUMN worklist.task.ref IS 'What it is about; at most one task with it is open.';
COMMENT ON COLUMN worklist.task.kind IS 'Key of its title in the message catalogue.';
COMMENT ON COLUMN worklist.task.role IS 'In which role it is done.';
COMMENT ON COLUMN worklist.task.area IS '12-digit code of the area it belongs to.';
COMMENT ON COLUMN worklist.task.subject_id IS 'The person it concerns.';
COMMENT ON COLUMN worklist.task.link IS 'Path of the page on which it is done.';
COMMENT ON COLUMN worklist.task.due_on IS 'Legal due date, the last day.';
COMMENT ON COLUMN worklist.task.opened_at IS 'Since when it is open.';
COMMENT ON COLUMN worklist.task.opened_by IS 'Who opened it.';
COMMENT ON COLUMN worklist.task.done_at IS 'When it was done.';
COMMENT ON COLUMN worklist.task.done_by IS 'Who did it.';
CREATE UNIQUE INDEX task_open_once ON worklist.task (ref) WHERE done_at IS NULL;
CREATE INDEX task_by_due ON worklist.task (role, due_on, area) WHERE done_at IS NULL;

ALTER TABLE worklist.task ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_office ON worklist.task FOR SELECT TO junheng_app
    USING (role = (SELECT access.role()) AND area <@ (SELECT access.areas()));
CREATE POLICY of_jobs ON worklist.task FOR SELECT TO junheng_loader
    USING ((SELECT access.subject()) IS NOT NULL);
GRANT SELECT ON worklist.task TO junheng_app, junheng_loader;

CREATE FUNCTION worklist.open_task(ref text, kind text, role text, area bigint, subject uuid, link text, due_on date)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF access.subject() IS NULL THEN
        RAISE EXCEPTION 'opening a task needs an actor';
    END IF;
    INSERT INTO worklist.task (ref, kind, role, area, subject_id, link, due_on, opened_by)
    VALUES (open_task.ref, open_task.kind, open_task.role, open_task.area, open_task.subject, open_task.link,
            open_task.due_on, access.subject())
        ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION worklist.open_task IS 'Opens a task unless one with the same reference is open.';

CREATE FUNCTION worklist.close_task(ref text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF access.subject() IS NULL THEN
        RAISE EXCEPTION 'closing a task needs an actor';
    END IF;
    UPDATE worklist.task t
       SET done_at = now(), done_by = access.subject()
     WHERE t.ref = close_task.ref AND t.done_at IS NULL;
END
$$;
COMMENT ON FUNCTION worklist.close_task IS 'Closes the open task with the reference as done by the actor.';

REVOKE ALL ON FUNCTION worklist.open_task, worklist.close_task FROM PUBLIC;
GRANT EXECUTE ON FUNCTION worklist.open_task, worklist.close_task TO junheng_app, junheng_loader;
