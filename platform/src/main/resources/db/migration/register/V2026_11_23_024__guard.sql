-- Who sees whom. The application role owns nothing and sees nothing without an actor.

CREATE FUNCTION register.own_family() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT CASE WHEN access.own_person() IS NULL THEN '{}'::uuid[] ELSE array(
        SELECT access.own_person()
         UNION
        SELECT spouse_id FROM register.couple
         WHERE person_id = access.own_person() AND known_to = 'infinity' AND valid_to = 'infinity'
         UNION
        SELECT child_id FROM register.parentage
         WHERE parent_id = access.own_person() AND known_to = 'infinity') END
$$;
COMMENT ON FUNCTION register.own_family() IS 'The signed-in person, the present spouse and the children; empty for officers.';
REVOKE ALL ON FUNCTION register.own_family() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.own_family() TO junheng_app;

ALTER TABLE register.person        ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.source_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.person_link   ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.life_event    ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.participant   ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.identity      ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.standing      ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.vital         ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.couple        ENABLE ROW LEVEL SECURITY;
ALTER TABLE register.parentage     ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON register.person FOR SELECT TO junheng_app USING (
       hukou_area     <@ (SELECT access.person_areas())
    OR residence_area <@ (SELECT access.person_areas())
    OR service_area   <@ (SELECT access.person_areas())
    OR id = ANY ((SELECT register.own_family())::uuid[])
    OR EXISTS (SELECT FROM access.person_grant g WHERE g.person_id = person.id));

CREATE POLICY seen ON register.person_link   FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY seen ON register.source_record FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person_link l WHERE l.record_id = source_record.id AND l.known_to = 'infinity'));
CREATE POLICY seen ON register.life_event    FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person_link l WHERE l.record_id = life_event.record_id AND l.known_to = 'infinity'));
CREATE POLICY seen ON register.participant   FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.life_event e WHERE e.id = event_id));
CREATE POLICY seen ON register.identity      FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY seen ON register.standing      FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY seen ON register.vital         FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY seen ON register.couple        FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
CREATE POLICY seen ON register.parentage     FOR SELECT TO junheng_app
    USING (EXISTS (SELECT FROM register.person p WHERE p.id IN (child_id, parent_id)));

GRANT SELECT ON register.person, register.source_record, register.person_link, register.life_event, register.participant,
                register.identity, register.standing, register.vital, register.couple, register.parentage TO junheng_app;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['person', 'source_record', 'person_link', 'life_event', 'participant', 'identity',
                             'standing', 'vital', 'couple', 'parentage'] LOOP
        EXECUTE format('CREATE POLICY loaded ON register.%I FOR ALL TO junheng_loader
                        USING ((SELECT access.subject()) IS NOT NULL) WITH CHECK ((SELECT access.subject()) IS NOT NULL)', t);
    END LOOP;
END
$$;
-- The ledger is append-only for everybody but the owner.
GRANT SELECT, INSERT ON register.source_record, register.life_event, register.participant TO junheng_loader;
GRANT SELECT, INSERT, UPDATE ON register.person, register.person_link, register.identity TO junheng_loader;
GRANT SELECT ON register.standing, register.vital, register.couple, register.parentage TO junheng_loader;

-- The county reviewer, who answers for the use of the register, sees who looked at the persons of the county.
CREATE POLICY log_seen_by_reviewer ON access.read_log FOR SELECT TO junheng_app
    USING ((SELECT access.role()) = 'COUNTY_REVIEWER' AND EXISTS (SELECT FROM register.person p WHERE p.id = person_id));
