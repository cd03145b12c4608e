-- tuijin summary origin
SELECT 'summary.origin', o.grp, count(*), sum(p.total), sum(coalesce(p.registered_fdi, p.planned_fdi)), sum(p.total >= 10000000000)
  FROM project AS p JOIN origin AS o ON o.id = p.origin WHERE p.left_day IS NULL GROUP BY o.grp;
