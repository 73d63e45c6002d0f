WITH counted AS (
SELECT *, CASE WHEN claim_office BETWEEN 330300000000 AND 330399999999 THEN 128 WHEN claim_office IS NOT NULL THEN 98 END
          + CASE WHEN difficult_birth THEN 15 WHEN NOT difficult_birth THEN 0 END + 15 * (babies_in_birth - 1) AS days
  FROM {u}),
    judged AS (
SELECT id, (born >= DATE '2012-04-28' AND born <= DATE '2025-10-10') AND mother_insured AND rank_in_birth = 1 AS ok,
       (2 * mother_employer_wage * days + 30) // 60 AS given
  FROM counted)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
