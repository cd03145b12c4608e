//! Districts (板块), departments (部门) and the people named for them.

use super::Day;

keyed! {
    /// What kind of body a department is; some are not the bureau's equals (MECHANISM §1).
    DepartmentKind {
        /// 政府部门
        Government = "government",
        /// 垂直管理单位
        Vertical = "vertical",
        /// 企业
        Enterprise = "enterprise",
    }
}

keyed! {
    /// What a contact is responsible for.
    Role {
        /// 分管负责人
        Lead = "lead",
        /// 联络员 (of a district)
        Liaison = "liaison",
        /// 工作责任人 (of a department)
        Officer = "officer",
    }
}

/// A district (板块) that reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    pub id: i64,
    pub key: String,
    pub name: String,
    pub short: String,
    pub english: String,
    pub aliases: Vec<String>,
}

/// A department (市有关部门) that answers appeals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    pub id: i64,
    pub key: String,
    pub short: String,
    /// Official name for letters (主送).
    pub full: String,
    pub english: String,
    pub kind: DepartmentKind,
    pub aliases: Vec<String>,
    /// The full name goes beyond the source document (示例).
    pub example: bool,
}

/// Whom a contact belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    District(i64),
    Department(i64),
}

/// A person named by a district or a department, valid for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: i64,
    pub party: Party,
    pub role: Role,
    pub person: String,
    pub post: Option<String>,
    pub phone: Option<String>,
    pub from: Day,
    /// Last day of validity; `None` while it lasts.
    pub to: Option<Day>,
}

impl Contact {
    /// Whether the person is the one named on a day.
    pub fn serves(&self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}
