//! The office and the look of its papers: what it has set, else what is shipped.

use crate::labels::{official, setting};
use crate::model::look::{FontUse, Look, Typeface};
use crate::model::setting::{Office, SettingName, Settings};

/// What holds of each setting where the office has said nothing.
pub fn shipped(settings: &Settings, city: &str) -> Vec<(SettingName, Option<String>)> {
    let office = || setting::office(city);
    let own_office = settings.own(SettingName::Office).map(str::to_owned);
    let value = |name: SettingName| match (name, name.font()) {
        (_, Some(of)) => Some(official::faces(of).to_owned()),
        (SettingName::Office, _) => office(),
        (SettingName::Signature, _) => own_office.clone().or_else(office),
        _ => None,
    };
    SettingName::ALL.iter().map(|name| (*name, value(*name))).collect()
}

/// The office as its papers name it; where nobody has said something, they show where to write it.
pub fn office(settings: &Settings, city: &str) -> Office {
    let shipped = shipped(settings, city);
    let mut missing = Vec::new();
    let mut said = |name: SettingName| {
        let own = settings.own(name).map(str::to_owned);
        let default = || shipped.iter().find(|(of, _)| *of == name).and_then(|(_, it)| it.clone());
        own.or_else(default).unwrap_or_else(|| {
            missing.push(name);
            setting::to_fill(name)
        })
    };
    Office {
        name: said(SettingName::Office),
        signature: said(SettingName::Signature),
        contact: said(SettingName::Contact),
        phone: said(SettingName::Phone),
        missing,
    }
}

/// How papers look, without a head.
pub fn look(settings: &Settings) -> Look {
    let mut look = official::look();
    let own = |of: FontUse| {
        let name = SettingName::ALL.iter().find(|name| name.font() == Some(of))?;
        settings.own(*name).and_then(Typeface::read)
    };
    for (of, face) in FontUse::ALL.iter().zip(&mut look.faces) {
        if let Some(own) = own(*of) {
            *face = own;
        }
    }
    look
}
