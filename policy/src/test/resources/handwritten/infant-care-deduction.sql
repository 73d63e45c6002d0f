WITH judged AS (
SELECT id, born < DATE '2025-11-01' AND born >= DATE '2022-11-01' AND coalesce(died >= DATE '2025-10-01', TRUE) AS ok, 200000 AS given
  FROM {u})
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
