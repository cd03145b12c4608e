//! A list of the people at a meeting (参会人员表): read whole or refused; the closing of the meeting
//! records it.

use super::import::InputFile;
use crate::error::{Kind, Result, TaskRefusal};
use crate::import::ledger::{Ledger, LedgerRow, open};
use crate::import::{HiddenParts, Lexicon, Options, value};
use crate::model::Day;
use crate::model::ledger::AttendanceColumn;
use crate::model::meeting::{Attendance, Presence};
use crate::model::note::Note;

/// The people of a list, in its order, each once; for `meeting close --attendance FILE`. Headings:
/// 姓名, 单位, 职务, and 出席, 列席 or 请假 under 参会情况; a list without that column is of those
/// present. The notes name columns that are not understood, and so not read.
///
/// # Errors
/// A file that is no such list; a row without a name, or that says neither present nor observing
/// nor absent, with its row.
pub fn attendance_from(
    file: &InputFile,
    encoding: Option<&str>,
    today: Day,
) -> Result<(Vec<Attendance>, Vec<Note>)> {
    let options = Options {
        month: None,
        district: None,
        encoding: encoding.map(str::to_owned),
        unit: None,
        paid_in: None,
        paid_in_known: Vec::new(),
        hidden: Some(HiddenParts::Include),
        today,
    };
    let lists = open::<AttendanceColumn>(&file.path, &file.name, &options, &Lexicon::default())?;
    let mut people: Vec<Attendance> = Vec::new();
    for list in &lists {
        for row in &list.rows {
            let person = one(list, row).map_err(|fault| fault.in_file(&file.name))?;
            if !people.contains(&person) {
                people.push(person);
            }
        }
    }
    let unknown = lists.iter().filter(|list| !list.unknown.is_empty());
    let unread = unknown.map(|list| Note::UnknownColumns { columns: list.unknown.clone() });
    if people.is_empty() {
        return Err(Kind::from(TaskRefusal::NoPerson)
            .at(crate::error::Place::file(&file.name))
            .into());
    }
    Ok((people, unread.collect()))
}

fn one(list: &Ledger<AttendanceColumn>, row: &LedgerRow<AttendanceColumn>) -> Result<Attendance> {
    use AttendanceColumn::{Body, Person, Post, Presence as How};
    let at = |column, refusal: TaskRefusal| Kind::from(refusal).at(list.place(row, column));
    let person = row.cell(Person).ok_or_else(|| at(Person, TaskRefusal::NoPerson))?;
    let asked = list.headings.iter().any(|heading| heading.column == How);
    let presence = match row.cell(How) {
        None if !asked => Some(Presence::Present),
        None => None,
        Some(text) => value::presence(text),
    };
    Ok(Attendance {
        person: person.to_owned(),
        body: row.cell(Body).map(str::to_owned),
        post: row.cell(Post).map(str::to_owned),
        presence: presence.ok_or_else(|| at(How, TaskRefusal::BadPresence))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Fault;

    fn read(text: &str) -> Result<Vec<Attendance>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let file = InputFile { path, name: "a.csv".to_owned() };
        attendance_from(&file, None, "2020-03-12".parse().unwrap()).map(|(people, _)| people)
    }

    #[test]
    fn headings_are_known_as_lists_write_them_and_others_are_told() {
        for body in ["单位", "工作单位", "所在单位", "所属单位"] {
            for name in ["姓名", "姓 名", "姓\u{3000}名"] {
                let text = format!("{name},{body},职 务,参会情况\n示例甲,某局,局长,出席\n");
                let people = read(&text).unwrap();
                assert_eq!(people[0].person, "示例甲", "{text}");
                assert_eq!(people[0].body.as_deref(), Some("某局"), "{text}");
                assert_eq!(people[0].post.as_deref(), Some("局长"), "{text}");
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "姓名,单位,手机号码\n示例甲,某局,1\n").unwrap();
        let file = InputFile { path, name: "a.csv".to_owned() };
        let (people, notes) = attendance_from(&file, None, "2020-03-12".parse().unwrap()).unwrap();
        assert_eq!(people.len(), 1);
        assert_eq!(notes, [Note::UnknownColumns { columns: vec!["手机号码".to_owned()] }]);
    }

    #[test]
    fn people_are_present_observing_or_absent() {
        let people = read(
            "Person,Body,Post,Presence\nA,X,Head,present\nB,Y,,Observing\nC,,,absent\nA,X,Head,Present\n",
        );
        let people = people.unwrap();
        let how: Vec<(&str, Presence)> =
            people.iter().map(|person| (person.person.as_str(), person.presence)).collect();
        use Presence::{Absent, Observing, Present};
        assert_eq!(how, [("A", Present), ("B", Observing), ("C", Absent)]);
        assert_eq!(people[0].post.as_deref(), Some("Head"));
        assert_eq!(read("Person,Body\nA,X\n").unwrap()[0].presence, Present);
    }

    #[test]
    fn what_is_not_said_is_refused_with_its_row() {
        let cases = [
            ("Person,Body,Presence\nA,X,present\n,Y,present\n", TaskRefusal::NoPerson, Some(3)),
            ("Person,Body,Presence\nA,X,\n", TaskRefusal::BadPresence, Some(2)),
            ("姓名,工作单位,到会\nA,X,到\nB,Y,未到\n", TaskRefusal::BadPresence, Some(3)),
            ("Person,Body,Presence\nA,X,perhaps\n", TaskRefusal::BadPresence, Some(2)),
            // Who did not come has not for that been excused.
            ("姓名,单位,参会情况\nA,X,未到\n", TaskRefusal::BadPresence, Some(2)),
        ];
        for (text, expected, row) in cases {
            match read(text) {
                Err(Fault::Refused(refusal)) => {
                    assert_eq!(refusal.kind, expected.into());
                    assert_eq!(
                        (refusal.place.row, refusal.place.file.as_deref()),
                        (row, Some("a.csv"))
                    );
                }
                other => panic!("{other:?}"),
            }
        }
    }
}
