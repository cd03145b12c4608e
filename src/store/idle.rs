//! When a project last moved and was last reported: what the two clocks start from.

use super::reader::Reader;
use crate::error::Result;
use crate::model::month::Month;
use rusqlite::named_params;
use std::collections::HashMap;

/// The months from which the clocks of a project run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// The last month with progress: a later stage, a work item done, money paid in or invested
    /// (MECHANISM §5); at the earliest the month of entry.
    pub progress: Month,
    /// The last month its district reported it in, at the earliest the month of entry.
    pub report: Month,
}

impl Reader<'_> {
    /// For one project, or for every one, as far as known at the end of a month.
    pub fn idle(&self, project: Option<i64>, until: Month) -> Result<HashMap<i64, Idle>> {
        let mut select = self.connection.prepare_cached(
            "SELECT p.id, p.entered_month,
                    (SELECT max(month) FROM report AS r
                      WHERE r.id BETWEEN p.id * 1000000 AND p.id * 1000000 + :until AND r.filing IS NOT NULL),
                    (SELECT max(month) FROM (
                       SELECT month, stage, paid_in, invested,
                              lag(stage) OVER w AS old_stage, lag(paid_in) OVER w AS old_paid,
                              lag(invested) OVER w AS old_invested, lag(month) OVER w AS old_month
                         FROM report AS r
                        WHERE r.id BETWEEN p.id * 1000000 AND p.id * 1000000 + :until
                       WINDOW w AS (ORDER BY r.id))
                      WHERE old_month IS NOT NULL
                        AND (coalesce(paid_in, 0) > coalesce(old_paid, 0)
                             OR coalesce(invested, 0) > coalesce(old_invested, 0)
                             OR CASE stage WHEN 'signed' THEN old_stage = 'negotiating'
                                  WHEN 'registered' THEN old_stage IN ('negotiating', 'signed')
                                  WHEN 'started' THEN old_stage IN ('negotiating', 'signed', 'registered')
                                  WHEN 'completed' THEN old_stage NOT IN ('completed', 'production')
                                  WHEN 'production' THEN old_stage <> 'production'
                                  ELSE 0 END)),
                    (SELECT max(CAST(substr(reached, 1, 4) || substr(reached, 6, 2) AS INTEGER)) FROM milestone AS m
                      WHERE m.id BETWEEN p.id * 100 AND p.id * 100 + 99
                        AND CAST(substr(reached, 1, 4) || substr(reached, 6, 2) AS INTEGER) <= :until),
                    (SELECT max(CAST(substr(actual, 1, 4) || substr(actual, 6, 2) AS INTEGER)) FROM work AS k
                      WHERE k.id BETWEEN p.id * 100 AND p.id * 100 + 99
                        AND CAST(substr(actual, 1, 4) || substr(actual, 6, 2) AS INTEGER) <= :until)
               FROM project AS p
              WHERE (:project IS NULL OR p.id = :project) AND p.left_day IS NULL",
        )?;
        let mut rows =
            select.query(named_params! {":project": project, ":until": until.number()})?;
        let mut idle = HashMap::new();
        while let Some(row) = rows.next()? {
            let entered: i64 = row.get(1)?;
            let month = |at| row.get::<_, Option<i64>>(at);
            let progress =
                [month(3)?, month(4)?, month(5)?].into_iter().flatten().fold(entered, i64::max);
            let report = month(2)?.unwrap_or(entered).max(entered);
            if let (Some(progress), Some(report)) =
                (Month::from_number(progress), Month::from_number(report))
            {
                idle.insert(row.get(0)?, Idle { progress, report });
            }
        }
        Ok(idle)
    }
}
