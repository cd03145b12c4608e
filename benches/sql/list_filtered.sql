-- tuijin list --stage 登记设立 --min 3亿美元
SELECT 'list', i.code, p.name, d.code, o.code, p.stage, p.total
  FROM project AS p JOIN project_id AS i ON i.id = p.id JOIN district_id AS d ON d.id = p.district
  LEFT JOIN origin_id AS o ON o.id = p.origin
 WHERE p.left_day IS NULL AND p.stage = 'registered' AND p.total >= 30000000000
 ORDER BY p.id;
