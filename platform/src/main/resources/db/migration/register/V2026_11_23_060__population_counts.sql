-- Counting births, deaths and persons month by month and year of birth by year of birth.
CREATE INDEX vital_by_birth ON register.vital (born_on) INCLUDE (person_id, sex, died_on) WHERE known_to = 'infinity';
CREATE INDEX vital_by_death ON register.vital (died_on) WHERE known_to = 'infinity' AND died_on IS NOT NULL;
