-- tuijin history XM2020-0077
SELECT 'project', v.*, o.* FROM project_v AS v, project_id AS i, operation AS o
 WHERE i.code = 'XM2020-0077' AND v.id = i.id AND o.id = v.since;
SELECT 'report', v.*, o.day FROM report_v AS v, project_id AS i, operation AS o
 WHERE i.code = 'XM2020-0077' AND v.id BETWEEN i.id * 1000000 AND i.id * 1000000 + 999999 AND o.id = v.since;
SELECT 'milestone', v.*, o.day FROM milestone_v AS v, project_id AS i, operation AS o
 WHERE i.code = 'XM2020-0077' AND v.id BETWEEN i.id * 100 AND i.id * 100 + 99 AND o.id = v.since;
