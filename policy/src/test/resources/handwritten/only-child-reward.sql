WITH children AS (
SELECT c.owner, count(*) FILTER (c.born < DATE '2026-01-01') AS ever, count(*) FILTER (c.born IS NULL) AS unknown,
       count(*) FILTER (c.born < DATE '2026-01-01' AND c.born > DATE '2007-01-01') AS minors
  FROM {r} c
 GROUP BY c.owner),
    judged AS (
SELECT id, coalesce(only_child_certified_on <= DATE '2015-12-31', FALSE) AND CASE WHEN unknown > 0 THEN NULL ELSE coalesce(ever, 0) = 1 END
       AND CASE WHEN minors > 0 THEN TRUE WHEN unknown > 0 THEN NULL ELSE FALSE END
       AND coalesce(died >= DATE '2025-01-01', TRUE) AND hukou BETWEEN claim_office AND claim_office + 999999 AS ok,
       10000 AS given
  FROM {u} u LEFT JOIN children k ON k.owner = u.id)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
