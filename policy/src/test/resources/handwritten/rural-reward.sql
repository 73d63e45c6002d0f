WITH children AS (
SELECT c.owner, count(*) FILTER (c.born < DATE '2026-01-01' AND (c.died IS NULL OR c.died >= DATE '2026-01-01')) AS living,
       count(*) FILTER (c.born IS NULL AND (c.died IS NULL OR c.died >= DATE '2026-01-01')) AS living_unknown,
       count(*) FILTER (c.born < DATE '2026-01-01' AND (c.died IS NULL OR c.died >= DATE '2026-01-01') AND c.sex = 'female') AS girls,
       count(*) FILTER ((c.born IS NULL OR c.born < DATE '2026-01-01') AND (c.died IS NULL OR c.died >= DATE '2026-01-01')
                        AND (c.sex IS NULL OR c.sex = 'female') AND (c.born IS NULL OR c.sex IS NULL)) AS girls_unknown,
       count(*) FILTER (c.born < DATE '2026-01-01') AS ever, count(*) FILTER (c.born IS NULL) AS ever_unknown,
       max(c.born) AS youngest, min(CASE WHEN c.born <= DATE '2015-12-31' THEN NULL ELSE c.born END) AS late
  FROM {r} c
 GROUP BY c.owner),
    asked AS (
SELECT u.*, CASE WHEN living_unknown > 0 THEN NULL ELSE coalesce(living, 0) END AS living,
       CASE WHEN girls_unknown > 0 THEN NULL ELSE coalesce(girls, 0) END AS girls,
       CASE WHEN ever_unknown > 0 THEN NULL ELSE coalesce(ever, 0) END AS ever,
       coalesce(ever_unknown, 0) AS births_unknown, youngest, late,
       hukou BETWEEN 440000000000 AND 449999999999 AS guangdong, hukou BETWEEN 330326000000 AND 330326999999 AS pingyang,
       hukou BETWEEN 341802000000 AND 341802999999 AS xuanzhou, hukou BETWEEN 330329000000 AND 330329999999 AS taishun
  FROM {u} u LEFT JOIN children k ON k.owner = u.id),
    judged AS (
SELECT id, 2025 - year(born) >= CASE WHEN sex = 'male' THEN 60 WHEN sex = 'female' THEN CASE WHEN guangdong THEN 55 WHEN NOT guangdong THEN 60 END END
       AND born >= DATE '1933-01-01'
       AND hukou_kind = 'agricultural'
       AND (guangdong OR pingyang OR xuanzhou OR marital <> 'married' OR spouse_hukou_kind = 'agricultural')
       AND (living = 1 OR (living = 2 AND girls = 2) OR (living = 0 AND ever > 0) OR (guangdong AND ever = 0))
       AND (claim_confirmed_since <= DATE '1973-01-01'
            AND claim_confirmed_through >= CASE WHEN pingyang THEN DATE '2011-12-31' WHEN NOT pingyang THEN DATE '2001-12-31' END)
       AND coalesce(died >= DATE '2025-01-01', TRUE)
       AND hukou BETWEEN claim_office AND claim_office + 999999
       AND (NOT pingyang
            OR (CASE WHEN youngest >= DATE '1980-01-01' THEN TRUE WHEN births_unknown > 0 THEN NULL ELSE FALSE END
                AND CASE WHEN late IS NOT NULL THEN FALSE WHEN births_unknown > 0 THEN NULL ELSE TRUE END)) AS ok,
       CASE WHEN taishun THEN 108000 WHEN NOT taishun THEN 96000 END AS given
  FROM asked)
SELECT id, CASE WHEN NOT ok THEN 0 WHEN ok AND given IS NOT NULL THEN 2 ELSE 1 END AS outcome,
       CASE WHEN ok THEN given END AS given
  FROM judged
