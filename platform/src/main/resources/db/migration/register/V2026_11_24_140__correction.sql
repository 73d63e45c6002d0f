-- Corrections of what the register says. What was said before stays in the ledger and in the identity room.

INSERT INTO register.source VALUES ('correction', '更正（经核实）', 'Correction, verified', 15);

ALTER TABLE register.person ADD COLUMN identity_since timestamptz;
COMMENT ON COLUMN register.person.identity_since IS 'When the identity was last corrected: what sources stated before gives way. Derived from the last identity-correction in the ledger.';

-- An identity stated before the last correction is shown only where nothing else is known; what an authority states later
-- is judged by its precedence as ever.
CREATE OR REPLACE VIEW register.person_fold AS
    SELECT p.id,
           coalesce(hukou.area, mother.hukou_area)            AS hukou_area,
           coalesce(residence.area, mother.residence_area)    AS residence_area,
           coalesce(service.area, residence.area, mother.service_area) AS service_area,
           coalesce(v.sex, '0')                               AS sex,
           v.born_on, v.died_on,
           (SELECT i.record_id
              FROM register.identity i
              JOIN register.source_record r ON r.id = i.record_id
              JOIN register.source s ON s.code = r.source
             WHERE i.person_id = p.id
             ORDER BY (p.identity_since IS NOT NULL AND r.received_at < p.identity_since), s.precedence, r.received_at DESC, r.id DESC
             LIMIT 1)                                         AS identity_record
      FROM register.person p
      LEFT JOIN register.vital v ON v.person_id = p.id AND v.known_to = 'infinity'
      LEFT JOIN register.standing hukou
             ON hukou.person_id = p.id AND hukou.attribute = 'registered-residence' AND hukou.known_to = 'infinity'
            AND hukou.valid_from <= current_date AND hukou.valid_to > current_date
      LEFT JOIN register.standing residence
             ON residence.person_id = p.id AND residence.attribute = 'usual-residence' AND residence.known_to = 'infinity'
            AND residence.valid_from <= current_date AND residence.valid_to > current_date
      LEFT JOIN register.standing service
             ON service.person_id = p.id AND service.attribute = 'service-area' AND service.known_to = 'infinity'
            AND service.valid_from <= current_date AND service.valid_to > current_date
      LEFT JOIN register.parentage m ON m.child_id = p.id AND m.role = 'mother' AND m.known_to = 'infinity'
      LEFT JOIN register.person mother ON mother.id = m.parent_id;
