-- tuijin summary appeals: the outcomes, and the districts
CREATE TEMP TABLE docket AS
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
SELECT * FROM docket;
WITH place (outcome, place) AS (
  VALUES ('escalated', 1), ('pending', 2), ('refused', 3), ('higher', 4), ('plan', 5), ('path', 6), ('solved', 7)),
own AS (SELECT project, min(place) AS place FROM docket JOIN place USING (outcome) GROUP BY project)
SELECT 'summary.appeals', outcome, (SELECT count(*) FROM docket AS d WHERE d.outcome = place.outcome),
       (SELECT count(*) FROM own WHERE own.place = place.place)
  FROM place;
SELECT 'appeals_by_district', i.code, count(*), count(DISTINCT project), sum(outcome IN ('solved', 'path')), sum(outcome IN ('plan', 'higher')),
       sum(outcome = 'escalated'), sum(outcome IN ('refused', 'pending')), sum(state = 'closed'), coalesce(sum(amount), 0)
  FROM docket JOIN district_id AS i ON i.id = docket.district GROUP BY i.code;
