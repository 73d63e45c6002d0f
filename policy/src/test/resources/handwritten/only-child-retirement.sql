WITH children AS (
SELECT c.owner, count(*) FILTER (c.born < DATE '2025-10-11') AS ever, count(*) FILTER (c.born IS NULL) AS unknown
  FROM {r} c
 GROUP BY c.owner),
    judged AS (
SELECT id, coalesce(only_child_certified_on <= DATE '2015-12-31', FALSE) AND CASE WHEN unknown > 0 THEN NULL ELSE coalesce(ever, 0) = 1 END
       AND coalesce(retired_on <= DATE '2025-10-10', FALSE)
       AND coalesce(died >= DATE '2025-10-10', TRUE) AND hukou BETWEEN claim_office AND claim_office + 999999 AS ok,
       300000 AS given
  FROM {u} u LEFT JOIN children k ON k.owner = u.id)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
