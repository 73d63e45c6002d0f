WITH judged AS (
SELECT id, married_on BETWEEN DATE '2023-08-31' AND DATE '2025-10-10' AND (husband_order = 1 AND wife_order = 1)
       AND (husband_hukou BETWEEN 330822000000 AND 330822999999 OR wife_hukou BETWEEN 330822000000 AND 330822999999) AS ok,
       100000 AS given
  FROM {u})
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
