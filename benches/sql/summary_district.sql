-- tuijin summary district
SELECT 'summary.district', i.code, count(*), sum(p.total), sum(coalesce(p.registered_fdi, p.planned_fdi)),
       sum(p.total >= 10000000000), sum(p.paid_in)
  FROM project AS p JOIN district_id AS i ON i.id = p.district WHERE p.left_day IS NULL GROUP BY i.code;
SELECT 'filing', i.code FROM filing AS f JOIN district_id AS i ON i.id = f.district WHERE f.month = :month;
