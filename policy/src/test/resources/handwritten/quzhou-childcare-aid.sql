WITH dated AS (
SELECT id, born, died, birth_certified, adopted_on, institution, chinese_national, mother_hukou, mother_hukou_since, father_hukou, father_hukou_since, rank_in_birth, coalesce(institution, hukou) AS region,
       claim_office, claim_first_filed_on, claim_applicant, born < DATE '2025-01-01' AS early,
       year(born) * 12 + month(born) - 1 AS birth_month, year(died) * 12 + month(died) - 1 AS death_month
  FROM {u}),
    counted AS (
SELECT *, greatest(0, least(least(CASE WHEN early THEN birth_month + 36 WHEN NOT early THEN (year(born) + 3) * 12 - 1 END,
                                  coalesce(death_month, 999999)), 24311)
                      - greatest(CASE WHEN early THEN 24300 WHEN NOT early THEN year(born) * 12 END, 24300) + 1) AS due
  FROM dated WHERE TRUE),
    siblings AS (
SELECT s.owner, count(*) FILTER (s.born < u.born) AS older, count(*) FILTER (s.born IS NULL OR u.born IS NULL) AS unknown
  FROM {r} s JOIN {u} u ON u.id = s.owner
 GROUP BY s.owner),
    ordered AS (
SELECT u.*, CASE WHEN s.unknown > 0 THEN NULL ELSE coalesce(s.older, 0) + u.rank_in_birth END AS birth_order,
       CASE WHEN born IS NULL THEN NULL ELSE due > 0 END
       AND (birth_certified OR adopted_on IS NOT NULL OR institution IS NOT NULL) AND chinese_national AS national
  FROM counted u LEFT JOIN siblings s ON s.owner = u.id),
    judged AS (
SELECT id, (year(born) <= 2025 AND year(born) + 3 > 2025) AND birth_order IN (2, 3)
       AND ((mother_hukou BETWEEN 330800000000 AND 330899999999 AND mother_hukou_since <= DATE '2025-01-01')
            OR coalesce(father_hukou BETWEEN 330800000000 AND 330899999999 AND father_hukou_since <= DATE '2025-01-01', FALSE))
       AND coalesce(died >= DATE '2025-01-01', TRUE)
       AND region BETWEEN claim_office AND claim_office + 999999 AS ok,
       CASE WHEN region IS NOT NULL THEN CASE WHEN birth_order = 2 THEN 500000 WHEN birth_order <> 2 THEN 1000000 END END
       - CASE WHEN national THEN 30000 * due WHEN NOT national THEN 0 END AS given
  FROM ordered)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
