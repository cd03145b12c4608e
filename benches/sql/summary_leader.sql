-- tuijin summary leader
SELECT 'by_leader', coalesce(leader, 'unassigned'), count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY leader;
SELECT 'by_responsible', coalesce(responsible, 'unassigned'), count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY responsible;
SELECT 'by_tracker', coalesce(tracker, 'unassigned'), count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY tracker;
