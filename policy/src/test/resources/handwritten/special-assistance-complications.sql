WITH judged AS (
SELECT id, coalesce(complication_grade, 0) BETWEEN 1 AND 3
       AND coalesce(died >= DATE '2025-10-01', TRUE)
       AND coalesce(claim_first_filed_on, DATE '2025-10-10') < DATE '2025-11-01'
       AND hukou BETWEEN claim_office AND claim_office + 999999 AS ok,
       CASE WHEN hukou IS NULL THEN NULL WHEN hukou BETWEEN 510000000000 AND 519999999999
            THEN CASE complication_grade WHEN 1 THEN 72000 WHEN 2 THEN 49000 ELSE 26000 END
            ELSE CASE complication_grade WHEN 1 THEN 52000 WHEN 2 THEN 39000 ELSE 26000 END END AS given
  FROM {u})
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
