WITH dated AS (
SELECT id, born, died, birth_certified, adopted_on, institution, chinese_national,  coalesce(institution, hukou) AS region,
       claim_office, claim_first_filed_on, claim_applicant, born < DATE '2025-01-01' AS early,
       year(born) * 12 + month(born) - 1 AS birth_month, year(died) * 12 + month(died) - 1 AS death_month
  FROM {u}),
    counted AS (
SELECT *, greatest(0, least(least(CASE WHEN early THEN birth_month + 36 WHEN NOT early THEN (year(born) + 3) * 12 - 1 END,
                                  coalesce(death_month, 999999)), 24311)
                      - greatest(CASE WHEN early THEN 24300 WHEN NOT early THEN year(born) * 12 END, 24300) + 1) AS due
  FROM dated WHERE TRUE),
    judged AS (
SELECT id, CASE WHEN born IS NULL THEN NULL ELSE due > 0 END
       AND (birth_certified OR adopted_on IS NOT NULL OR institution IS NOT NULL)
       AND chinese_national
       AND region BETWEEN claim_office AND claim_office + 999999
       AND coalesce(claim_first_filed_on, DATE '2025-10-10')
           <= CASE WHEN early THEN DATE '2025-12-31' WHEN NOT early THEN make_date(year(born) + 1, 12, 31) END
       AND coalesce(claim_applicant <> 'other', TRUE) AS ok,
       CASE WHEN born IS NOT NULL THEN 30000 * due END AS given
  FROM counted)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
