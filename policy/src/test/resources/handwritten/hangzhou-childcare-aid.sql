WITH siblings AS (
SELECT s.owner, count(*) FILTER (s.born < u.born) AS older, count(*) FILTER (s.born IS NULL OR u.born IS NULL) AS unknown
  FROM {r} s JOIN {u} u ON u.id = s.owner
 GROUP BY s.owner),
    ordered AS (
SELECT u.*, coalesce(claim_first_filed_on, DATE '2025-10-10') AS claimed_on, CASE WHEN s.unknown > 0 THEN NULL ELSE coalesce(s.older, 0) + u.rank_in_birth END AS birth_order
  FROM {u} u LEFT JOIN siblings s ON s.owner = u.id),
    judged AS (
SELECT id, (born >= DATE '2023-01-01' AND born <= claimed_on) AND birth_order IN (2, 3)
       AND first_hukou BETWEEN 330100000000 AND 330199999999 AND claimed_on - born <= 180 AS ok,
       CASE WHEN born < DATE '2025-01-01' THEN CASE WHEN birth_order = 2 THEN 500000 WHEN birth_order <> 2 THEN 2000000 END
            WHEN born >= DATE '2025-01-01' THEN CASE WHEN birth_order = 2 THEN 0 WHEN birth_order <> 2 THEN 920000 END END AS given
  FROM ordered)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
