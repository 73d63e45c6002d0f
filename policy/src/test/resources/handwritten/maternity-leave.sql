WITH siblings AS (
SELECT s.owner, count(*) FILTER (s.born < u.born) AS older, count(*) FILTER (s.born IS NULL OR u.born IS NULL) AS unknown
  FROM {r} s JOIN {u} u ON u.id = s.owner
 GROUP BY s.owner),
    ordered AS (
SELECT u.*, CASE WHEN s.unknown > 0 THEN NULL ELSE coalesce(s.older, 0) + u.rank_in_birth END AS birth_order
  FROM {u} u LEFT JOIN siblings s ON s.owner = u.id),
    judged AS (
SELECT id, (born >= DATE '2021-11-25' AND born <= DATE '2025-10-10') AND birth_certified AND mother_employed AND rank_in_birth = 1 AND claim_office BETWEEN 330000000000 AND 339999999999 AS ok,
       98 + CASE WHEN birth_order = 1 THEN 60 WHEN birth_order <= 3 THEN 90 WHEN birth_order > 3 THEN 0 END
       + CASE WHEN difficult_birth THEN 15 WHEN NOT difficult_birth THEN 0 END + 15 * (babies_in_birth - 1) AS given
  FROM ordered)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
