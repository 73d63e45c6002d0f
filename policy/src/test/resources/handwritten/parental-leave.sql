WITH judged AS (
SELECT id, (born < DATE '2026-01-01' AND born > DATE '2022-01-01') AND (mother_employed OR father_employed)
       AND coalesce(died >= DATE '2025-01-01', TRUE) AND claim_office BETWEEN 330000000000 AND 339999999999 AS ok,
       CASE WHEN mother_employed THEN 10 WHEN NOT mother_employed THEN 0 END
       + CASE WHEN father_employed THEN 10 WHEN NOT father_employed THEN 0 END AS given
  FROM {u})
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
