WITH judged AS (
SELECT id, (born >= DATE '2021-11-25' AND born <= DATE '2025-10-10') AND birth_certified AND father_employed AND rank_in_birth = 1 AND claim_office BETWEEN 330000000000 AND 339999999999 AS ok, 15 AS given
  FROM {u})
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
