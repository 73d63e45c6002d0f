WITH children AS (
SELECT c.owner, count(*) FILTER (c.born < DATE '2025-11-01' AND (c.died IS NULL OR c.died >= DATE '2025-11-01')) AS living, count(*) FILTER (c.born IS NULL AND (c.died IS NULL OR c.died >= DATE '2025-11-01')) AS living_unknown,
       count(*) FILTER (c.born < DATE '2025-11-01') AS ever, count(*) FILTER (c.born IS NULL) AS born_unknown,
       count(*) FILTER (coalesce(c.adopted_on, c.born) < DATE '2016-01-01') AS early,
       count(*) FILTER (coalesce(c.adopted_on, c.born) IS NULL) AS early_unknown
  FROM {r} c
 GROUP BY c.owner),
    judged AS (
SELECT id, born >= DATE '1933-01-01' AND (marital <> 'married' OR spouse_born >= DATE '1933-01-01')
       AND CASE WHEN sex = 'female' OR marital <> 'married' THEN year(born) * 12 + month(born)
                WHEN NOT (sex = 'female' OR marital <> 'married') THEN year(spouse_born) * 12 + month(spouse_born) END + 49 * 12 <= 2025 * 12 + 10
       AND (CASE WHEN living_unknown > 0 THEN NULL ELSE coalesce(living, 0) = 0 END
            AND CASE WHEN ever > 0 THEN TRUE WHEN born_unknown > 0 THEN NULL ELSE FALSE END)
       AND CASE WHEN early > 0 THEN TRUE WHEN early_unknown > 0 THEN NULL ELSE FALSE END
       AND coalesce(died >= DATE '2025-10-01', TRUE)
       AND coalesce(claim_first_filed_on, DATE '2025-10-10') < DATE '2025-11-01'
       AND hukou BETWEEN claim_office AND claim_office + 999999 AS ok,
       CASE WHEN hukou IS NULL THEN NULL WHEN hukou BETWEEN 510000000000 AND 519999999999 THEN 100000
            WHEN hukou BETWEEN 140000000000 AND 149999999999 THEN 85000 WHEN hukou BETWEEN 500000000000 AND 509999999999 THEN 100000
            ELSE 59000 END AS given
  FROM {u} u LEFT JOIN children k ON k.owner = u.id)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
