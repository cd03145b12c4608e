//! Which appeals: the filters that tables and lists of appeals share.

use super::context::{Context, month};
use super::flags::choose;
use crate::desk::directory::Directory;
use crate::desk::lookup;
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::appeal::{AppealOutcome, AppealState};
use crate::model::docket::AppealFilter;
use crate::model::word::Word;
use clap::Args;

/// Which appeals; districts are chosen beside these.
#[derive(Debug, Args)]
pub struct AppealFlags {
    /// 批次，如 2020-03，可重复 | Round, such as 2020-03; may be repeated
    #[arg(long, value_name = "月份|MONTH", help_heading = "诉求筛选 | Filters of appeals")]
    pub round: Vec<String>,

    /// 部门，可重复 | Department; may be repeated
    #[arg(long, value_name = "部门|DEPARTMENT", help_heading = "诉求筛选 | Filters of appeals")]
    pub department: Vec<String>,

    /// 诉求类别，可重复 | Category; may be repeated
    #[arg(long, value_name = "类别|CATEGORY", help_heading = "诉求筛选 | Filters of appeals")]
    pub category: Vec<String>,

    /// 成效，可重复 | Outcome; may be repeated
    #[arg(long, value_name = "成效|OUTCOME", help_heading = "诉求筛选 | Filters of appeals")]
    pub outcome: Vec<String>,

    /// 办理状态，可重复 | State; may be repeated
    #[arg(long, value_name = "状态|STATE", help_heading = "诉求筛选 | Filters of appeals")]
    pub state: Vec<String>,

    /// 只看紧急诉求 | Only urgent appeals
    #[arg(long, help_heading = "诉求筛选 | Filters of appeals")]
    pub urgent: bool,
}

impl AppealFlags {
    /// # Errors
    /// A value that names nothing known.
    pub fn read(&self, context: &Context, directory: &Directory) -> Result<AppealFilter> {
        let mut filter = AppealFilter { urgent_only: self.urgent, ..AppealFilter::default() };
        for given in &self.round {
            filter.rounds.push(month(given)?);
        }
        for given in &self.department {
            filter.departments.push(lookup::department(&directory.departments, given)?.id);
        }
        for given in &self.category {
            filter.categories.push(lookup::category(&directory.categories, given)?.id);
        }
        for given in &self.outcome {
            filter.outcomes.push(choice(context, AppealOutcome::ALL, given)?);
        }
        for given in &self.state {
            filter.states.push(choice(context, AppealState::ALL, given)?);
        }
        Ok(filter)
    }

    /// The first filter given, by its name.
    pub fn first(&self) -> Option<&'static str> {
        let lists = [
            (&self.round, "--round"),
            (&self.department, "--department"),
            (&self.category, "--category"),
            (&self.outcome, "--outcome"),
            (&self.state, "--state"),
        ];
        let given = lists.into_iter().find(|(list, _)| !list.is_empty()).map(|(_, name)| name);
        given.or(self.urgent.then_some("--urgent"))
    }

    /// The filters as typed, for the heading of a table.
    pub fn typed(&self, context: &Context) -> Vec<String> {
        use crate::model::term::Term;
        let lists = [&self.round, &self.department, &self.category, &self.outcome, &self.state];
        let urgent = self.urgent.then(|| labels::word(Term::Urgent, context.lang));
        lists.into_iter().flatten().cloned().chain(urgent).collect()
    }
}

fn choice<T: Copy + Into<Word>>(context: &Context, all: &[T], given: &str) -> Result<T> {
    choose(all, given).ok_or_else(|| {
        let choices = all.iter().map(|value| labels::word(*value, context.lang)).collect();
        Kind::UnknownChoice { value: given.to_owned(), choices }.into()
    })
}
