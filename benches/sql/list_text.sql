-- tuijin list --text 澄屿
SELECT 'list', i.code, p.name, d.code, o.code, p.stage, p.total
  FROM project AS p JOIN project_id AS i ON i.id = p.id JOIN district_id AS d ON d.id = p.district
  LEFT JOIN origin_id AS o ON o.id = p.origin
 WHERE p.left_day IS NULL AND instr(p.search, '澄屿') > 0
 ORDER BY p.id;
