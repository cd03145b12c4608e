-- tuijin summary category
WITH state AS (
  SELECT appeal, state, max(day || substr('000000000000' || id, -12)) AS latest
    FROM event WHERE state IS NOT NULL GROUP BY appeal),
outcome AS (
  SELECT appeal, value, max(day || substr('000000000000' || id, -12)) AS latest
    FROM event WHERE kind = 'outcome' GROUP BY appeal),
docket AS (
  SELECT a.id, a.project, a.category, p.district, a.amount, s.state, coalesce(o.value, 'pending') AS outcome
    FROM appeal AS a JOIN state AS s ON s.appeal = a.id JOIN project AS p ON p.id = a.project
    LEFT JOIN outcome AS o ON o.appeal = a.id
   WHERE s.state NOT IN ('withdrawn', 'terminated'))
SELECT 'summary.category', i.code, count(*), count(DISTINCT project), sum(outcome IN ('solved', 'path')), sum(outcome IN ('plan', 'higher')),
       sum(outcome = 'escalated'), sum(outcome IN ('refused', 'pending')), sum(state = 'closed'), coalesce(sum(amount), 0)
  FROM docket JOIN category_id AS i ON i.id = docket.category GROUP BY i.code;
