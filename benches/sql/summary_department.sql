-- tuijin summary department
WITH RECURSIVE day (day) AS (
  SELECT '2019-01-01' UNION ALL SELECT date(day, '+1 day') FROM day WHERE day < '2026-12-31'),
workday AS MATERIALIZED (
  SELECT day, sum(coalesce((SELECT kind = 'work' FROM holiday AS h WHERE h.day = day.day),
                           strftime('%w', day) NOT IN ('0', '6'))) OVER (ORDER BY day) AS count
    FROM day),
part AS (
  SELECT dispatch, min(CASE WHEN kind = 'replied' AND value = 'final' THEN day END) AS answered,
         max(CASE WHEN kind = 'extended' AND finding IS NULL THEN due END) AS extended
    FROM event WHERE dispatch IS NOT NULL GROUP BY dispatch)
SELECT 'summary.department', i.code, count(*), sum(d.role = 'lead'), count(DISTINCT d.appeal), count(p.answered),
       sum(p.answered <= max(d.due, coalesce(p.extended, d.due))), sum(b.count - a.count),
       sum(p.answered IS NULL AND max(d.due, coalesce(p.extended, d.due)) < :today),
       sum(p.answered IS NULL AND max(d.due, coalesce(p.extended, d.due)) >= :today)
  FROM dispatch AS d JOIN letter AS l ON l.id = d.letter JOIN department_id AS i ON i.id = d.department
  LEFT JOIN part AS p ON p.dispatch = d.id
  LEFT JOIN workday AS a ON a.day = l.sent LEFT JOIN workday AS b ON b.day = p.answered
 WHERE d.due IS NOT NULL AND d.dropped = 0
 GROUP BY i.code;
