WITH children AS (
SELECT c.owner, count(*) FILTER (c.born < DATE '2026-01-01') AS ever, count(*) FILTER (c.born IS NULL) AS unknown,
       count(*) FILTER (c.born < DATE '2026-01-01' AND (c.died IS NULL OR c.died >= DATE '2025-01-01')) AS living,
       count(*) FILTER (c.born IS NULL AND (c.died IS NULL OR c.died >= DATE '2025-01-01')) AS living_unknown
  FROM {r} c
 GROUP BY c.owner),
    judged AS (
SELECT id, 2025 - year(born) >= 60 AND (CASE WHEN unknown > 0 THEN NULL ELSE coalesce(ever, 0) = 1 END
       AND CASE WHEN living_unknown > 0 THEN NULL ELSE coalesce(living, 0) = 1 END)
       AND coalesce(died >= DATE '2025-01-01', TRUE) AND claim_office BETWEEN 330000000000 AND 339999999999 AS ok,
       5 AS given
  FROM {u} u LEFT JOIN children k ON k.owner = u.id)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
