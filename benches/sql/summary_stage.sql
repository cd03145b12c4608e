-- tuijin summary stage
SELECT 'summary.stage', stage, count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY stage;
