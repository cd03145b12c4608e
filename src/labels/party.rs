//! Words of districts, departments and their people.

use super::text::Words;
use crate::model::party::{DepartmentKind, Role};

pub fn role(role: Role) -> Words {
    match role {
        Role::Lead => ("分管负责人", "Leader in charge"),
        Role::Liaison => ("联络员", "Liaison"),
        Role::Officer => ("工作责任人", "Responsible officer"),
    }
}

pub fn department(kind: DepartmentKind) -> Words {
    match kind {
        DepartmentKind::Government => ("政府部门", "Government department"),
        DepartmentKind::Vertical => ("垂直管理单位", "Vertically managed body"),
        DepartmentKind::Enterprise => ("企业", "Enterprise"),
    }
}
