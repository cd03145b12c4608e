//! The world (实情): what really happened, kept by the generator alone. Districts, projects, what
//! each month said of them, what was filed, appeals and tasks.

use super::appeal::Appeal;
use super::calendar::{Calendar, Day, Month};
use super::project::Project;
use super::task::{Meeting, Task};
use std::collections::BTreeMap;

/// The ten districts, in the bureau's order: as files call them, and the key.
pub const DISTRICTS: [(&str, &str); 10] = [
    ("张家港市", "zhangjiagang"),
    ("常熟市", "changshu"),
    ("太仓市", "taicang"),
    ("昆山市", "kunshan"),
    ("吴江区", "wujiang"),
    ("吴中区", "wuzhong"),
    ("相城区", "xiangcheng"),
    ("姑苏区", "gusu"),
    ("苏州工业园区", "sip"),
    ("苏州高新区", "snd"),
];

/// The fifteen departments: short name, a name that districts write, the key.
pub const DEPARTMENTS: [(&str, &str, &str); 15] = [
    ("发改", "市发改委", "development"),
    ("工信", "市工信局", "industry"),
    ("金融", "市地方金融监管局", "finance"),
    ("资规", "市自然资源和规划局", "resources"),
    ("生态环境", "市生态环境局", "ecology"),
    ("外管", "外管局", "forex"),
    ("应急管理", "市应急管理局", "emergency"),
    ("电力", "市供电公司", "power"),
    ("住建", "市住建局", "housing"),
    ("交通运输", "市交通局", "transport"),
    ("海关", "苏州海关", "customs"),
    ("税务", "市税务局", "tax"),
    ("科技", "市科技局", "science"),
    ("行政审批", "市行政审批局", "approval"),
    ("新城投资", "新城投资公司", "xincheng"),
];

/// What a district sent for a month.
#[derive(Debug, Clone)]
pub struct Filing {
    /// The day the first version came, and the latest.
    pub first: Day,
    pub received: Day,
    pub revision: u64,
    /// 零报告
    pub nil: bool,
    pub file: Option<String>,
}

/// Everything at one moment.
#[derive(Clone, Default)]
pub struct World {
    pub today: Day,
    pub projects: Vec<Project>,
    pub filings: BTreeMap<(usize, Month), Filing>,
    pub appeals: Vec<Appeal>,
    pub tasks: Vec<Task>,
    /// Planned or held, not cancelled.
    pub meetings: Vec<Meeting>,
    /// 联络员 of each district: name and telephone.
    pub liaisons: Vec<(String, String)>,
    /// Entries that a person approved against the rules: project, reason, approver.
    pub exceptions: Vec<(usize, String, String)>,
}

impl World {
    /// Projects in the library, with their places.
    pub fn inside(&self) -> impl Iterator<Item = (usize, &Project)> {
        self.projects.iter().enumerate().filter(|(_, project)| project.left.is_none())
    }

    pub fn of_district(&self, district: usize) -> Vec<usize> {
        self.inside().filter(|(_, p)| p.district == district).map(|(place, _)| place).collect()
    }

    /// The code of the next project, by the year in which it enters.
    pub fn next_code(&self, year: i32) -> String {
        let head = format!("XM{year}-");
        let known = self.projects.iter().filter(|project| project.code.starts_with(&head)).count();
        format!("{head}{:04}", known + 1)
    }

    pub fn next_appeal(&self, year: i32) -> String {
        let head = format!("SQ{year}-");
        let known = self.appeals.iter().filter(|appeal| appeal.code.starts_with(&head)).count();
        format!("{head}{:04}", known + 1)
    }

    /// A district's file of a month has come: a first one, or another version.
    pub fn file(&mut self, district: usize, month: Month, day: Day, file: Option<String>) {
        let nil = file.is_none();
        let filing = self.filings.entry((district, month)).or_insert_with(|| Filing {
            first: day,
            received: day,
            revision: 0,
            nil,
            file: None,
        });
        filing.received = day;
        filing.revision += 1;
        filing.nil = nil;
        filing.file = file;
    }

    /// The latest month whose report was due before today.
    pub fn month_due(&self, calendar: &Calendar) -> Month {
        let this = Month::of(self.today);
        if calendar.nth(this, 5) >= self.today {
            this.previous().previous()
        } else {
            this.previous()
        }
    }
}
