//! 会议通知: to districts and departments, before the meeting. It goes to many hands, so it names no
//! project and gives nobody's telephone number but the office's.

use super::{Occasion, common, count, frame, joined, official, topic_list};
use crate::desk::pack::gather::Material;
use crate::model::blank::Blank;
use crate::model::meeting::MeetingKind;
use crate::model::money::Unit;
use crate::model::pack::PackWord;
use crate::model::party::{Party, Role};
use crate::model::text::TextKind;
use crate::view::official::{Fill, Official};
use crate::view::page::Cell;
use std::collections::BTreeSet;

pub fn notice(material: &Material, occasion: &Occasion) -> Official {
    let frame = frame(material, Unit::TenThousand);
    let leader = match material.meeting.kind {
        MeetingKind::Supervision => PackWord::ViceMayor,
        MeetingKind::Review => PackWord::Secretary,
    };
    let seats = || material.seats.iter().filter(|seat| seat.role == Role::Lead);
    let districts = seats().filter_map(|seat| match seat.party {
        Party::District(id) => frame.directory.districts.iter().find(|it| it.id == id),
        Party::Department(_) => None,
    });
    let departments = seats().filter_map(|seat| match seat.party {
        Party::Department(id) => frame.directory.departments.iter().find(|it| it.id == id),
        Party::District(_) => None,
    });
    // Of the appeals, those that are topics, not all of the round.
    let items = &material.tables.agenda.items;
    let is_topic = |code: &String| items.iter().any(|item| item.code.as_ref() == Some(code));
    let topics = material.appeals.iter().map(|folder| &folder.opened.appeal);
    let topics: Vec<_> = topics.filter(|appeal| is_topic(&appeal.code)).collect();
    let projects: BTreeSet<i64> = topics.iter().map(|appeal| appeal.project).collect();
    let mut fills = common(material, occasion);
    fills.extend([
        (Blank::Chair, Fill::Cell(Cell::word(leader))),
        count(Blank::ItemCount, items.len()),
        topic_list(material),
        count(Blank::DistrictCount, districts.clone().count()),
        (Blank::DistrictsAttending, Fill::Cell(joined(districts.map(|it| it.name.clone())))),
        count(Blank::DepartmentCount, departments.clone().count()),
        (Blank::DepartmentsAttending, Fill::Cell(joined(departments.map(|it| it.full.clone())))),
        count(Blank::AppealCount, topics.len()),
        count(Blank::ProjectCount, projects.len()),
    ]);
    official(&frame, TextKind::Notice, fills)
}
