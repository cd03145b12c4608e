//! Samples of what is said and refused about papers handed out.

use crate::error::PackRefusal;
use crate::model::pack_note::PackNote;
use crate::model::setting::SettingName;

pub fn refusals() -> Vec<PackRefusal> {
    use PackRefusal::{Altered, NoFolder, NotIssued, UnknownIssue};
    let code = || "DB2020-03".to_owned();
    vec![
        NotIssued { code: code() },
        UnknownIssue { code: code(), known: 2 },
        Altered { code: code(), file: "01会议通知.docx".to_owned() },
        NoFolder,
    ]
}

pub fn notes() -> Vec<PackNote> {
    use PackNote::{Again, Confidential, DrawnFrom, HandedOut, Same, Unsaid};
    let code = || "DB2020-03".to_owned();
    let day = "2020-03-12".parse().unwrap();
    vec![
        DrawnFrom { code: code(), number: 1, day },
        HandedOut { code: code(), number: 1, files: 20 },
        Same { code: code(), number: 1, day },
        Unsaid { what: vec![SettingName::Contact, SettingName::Phone] },
        Confidential { codes: vec!["XM2020-0001".to_owned()] },
        Again { code: code(), number: 1, day, files: 20 },
    ]
}
