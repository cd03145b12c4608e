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
    /// For one project, or for every one in the library, as far as known at the end of a month.
    /// More than ever before is progress; a figure that was unknown before, that a merger or split
    /// moved, or that a correction set right is not.
    pub fn idle(&self, project: Option<i64>, until: Month) -> Result<HashMap<i64, Idle>> {
        let mut select = self.connection.prepare_cached(
            "SELECT p.id, p.entered_month,
                    (SELECT max(month) FROM report AS r
                      WHERE r.id BETWEEN p.id * 1000000 AND p.id * 1000000 + :until AND r.filing IS NOT NULL),
                    (SELECT max(month) FROM (
                       SELECT month, kept, rank, paid_in, invested,
                              max(rank) OVER before AS most_rank, max(paid_in) OVER before AS most_paid,
                              max(invested) OVER before AS most_invested
                         FROM (SELECT r.id, r.month, r.paid_in, r.invested,
                                      CASE r.stage WHEN 'negotiating' THEN 0 WHEN 'signed' THEN 1 WHEN 'registered' THEN 2
                                           WHEN 'started' THEN 3 WHEN 'completed' THEN 4 ELSE 5 END AS rank,
                                      EXISTS (SELECT 1 FROM operation AS o WHERE o.id = r.author
                                                 AND (o.command IN ('merge', 'split') OR o.correction = 1)) AS kept
                                 FROM report AS r
                                WHERE r.id BETWEEN p.id * 1000000 AND p.id * 1000000 + :until)
                       WINDOW before AS (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
                      WHERE kept = 0 AND (rank > most_rank OR paid_in > most_paid OR invested > most_invested)),
                    (SELECT max(CAST(substr(reached, 1, 4) || substr(reached, 6, 2) AS INTEGER)) FROM milestone AS m
                      WHERE m.id BETWEEN p.id * 100 AND p.id * 100 + 99
                        AND CAST(substr(reached, 1, 4) || substr(reached, 6, 2) AS INTEGER) <= :until),
                    (SELECT max(CAST(substr(actual, 1, 4) || substr(actual, 6, 2) AS INTEGER)) FROM work AS k
                      WHERE k.id BETWEEN p.id * 100 AND p.id * 100 + 99
                        AND CAST(substr(actual, 1, 4) || substr(actual, 6, 2) AS INTEGER) <= :until)
               FROM standing AS p
              WHERE (:project IS NULL OR p.id = :project) AND p.gone = 0",
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
