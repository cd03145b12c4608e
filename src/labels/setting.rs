//! Words of the settings of the office.

use super::official::font_use;
use super::text::Words;
use crate::model::look::FontUse;
use crate::model::setting::SettingName;

pub fn setting(name: SettingName) -> Words {
    match name {
        SettingName::Office => ("发文机关", "Office"),
        SettingName::Signature => ("署名", "Signature"),
        SettingName::Contact => ("联系人", "Contact"),
        SettingName::Phone => ("联系电话", "Phone"),
        SettingName::TitleFont => font_use(FontUse::Title),
        SettingName::HeadingFont => font_use(FontUse::Heading),
        SettingName::SubheadingFont => font_use(FontUse::Subheading),
        SettingName::BodyFont => font_use(FontUse::Body),
        SettingName::PageNumberFont => font_use(FontUse::PageNumber),
        SettingName::LatinFont => font_use(FontUse::Latin),
    }
}

/// Where a paper shows that something is still to be written: （请填写联系人）.
pub fn to_fill(name: SettingName) -> String {
    format!("（请填写{}）", setting(name).0)
}

/// The office of a city where nothing else is said; nothing for a blank library.
pub fn office(city: &str) -> Option<String> {
    (!city.is_empty()).then(|| format!("{city}商务局"))
}
