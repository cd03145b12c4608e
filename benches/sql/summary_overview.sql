-- tuijin summary overview
SELECT 'indicator', 'projects', count(*) FROM project WHERE left_day IS NULL
 UNION ALL SELECT 'indicator', 'total_investment', sum(total) FROM project WHERE left_day IS NULL
 UNION ALL SELECT 'indicator', 'new_fdi', sum(coalesce(registered_fdi, planned_fdi)) FROM project WHERE left_day IS NULL
 UNION ALL SELECT 'indicator', 'paid_in', sum(paid_in) FROM project WHERE left_day IS NULL;
SELECT 'summary.stage', stage, count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY stage;
SELECT 'summary.origin', o.grp, count(*), sum(p.total), sum(coalesce(p.registered_fdi, p.planned_fdi)), sum(p.total >= 10000000000)
  FROM project AS p JOIN origin AS o ON o.id = p.origin WHERE p.left_day IS NULL GROUP BY o.grp;
SELECT 'summary.industry', industry, count(*), sum(total), sum(coalesce(registered_fdi, planned_fdi)), sum(total >= 10000000000)
  FROM project WHERE left_day IS NULL GROUP BY industry;
