//! `setting`: what stands on the papers of the office, and the typefaces they are set in.

use crate::error::{Kind, Place, Result};
use crate::model::look::Typeface;
use crate::model::name::clean;
use crate::model::setting::{SettingName, Settings};
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};

/// Longest name of a typeface that text documents hold.
const FONT_NAME: usize = 31;
/// Longest value of any other setting.
const LONGEST: usize = 60;

/// What the office has set.
///
/// # Errors
/// Only what the store reports.
pub fn settings(reader: &Reader<'_>) -> Result<Settings> {
    let mut settings = Settings::default();
    for name in SettingName::ALL {
        if let Some(value) = reader.setting(name.key())?.filter(|value| !value.is_empty()) {
            settings.0.insert(*name, value);
        }
    }
    Ok(settings)
}

/// Keeps a setting; `None`: as shipped again. Returns what stands now.
///
/// # Errors
/// [`Kind::BadSetting`].
pub fn set(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    name: SettingName,
    value: Option<&str>,
) -> Result<Option<String>> {
    let value = value.map(clean);
    if let Some(value) = &value {
        let is_long = |text: &str, most: usize| text.chars().count() > most;
        let is_bad = match (name.font(), Typeface::read(value)) {
            (Some(_), None) => true,
            (Some(_), Some(face)) => {
                std::iter::once(&face.name).chain(&face.fallbacks).any(|it| is_long(it, FONT_NAME))
            }
            (None, _) => value.is_empty() || is_long(value, LONGEST),
        };
        if is_bad {
            return Err(Kind::BadSetting { name }.at(Place::value(value)).into());
        }
    }
    library.write(stamp, waiting, |writer| {
        let before = writer.setting(name.key())?.filter(|before| !before.is_empty());
        if before != value {
            writer.put_setting(name.key(), value.as_deref().unwrap_or_default())?;
        }
        Ok(Outcome::Keep(value))
    })
}
