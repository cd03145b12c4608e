-- tuijin show XM2020-0077
SELECT 'project', * FROM project WHERE id = (SELECT id FROM project_id WHERE code = 'XM2020-0077');
SELECT 'milestone', m.* FROM milestone AS m, project_id AS i WHERE i.code = 'XM2020-0077' AND m.id BETWEEN i.id * 100 AND i.id * 100 + 99;
SELECT 'work', w.* FROM work AS w, project_id AS i WHERE i.code = 'XM2020-0077' AND w.id BETWEEN i.id * 100 AND i.id * 100 + 99;
SELECT 'report', r.month, r.stage, r.total, r.paid_in, r.invested, r.progress, r.problem
  FROM report AS r, project_id AS i
 WHERE i.code = 'XM2020-0077' AND r.id BETWEEN i.id * 1000000 AND i.id * 1000000 + 999999;
