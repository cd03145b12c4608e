//! Settings of the office (设置): what stands on its papers, and the typefaces they are set in.

use super::look::FontUse;
use std::collections::BTreeMap;

keyed! {
    /// One setting.
    SettingName {
        /// 发文机关: whose papers they are; stands in the head of a letter.
        Office = "office",
        /// 署名: what a paper is signed with; the office where nothing is said.
        Signature = "signature",
        /// 联系人
        Contact = "contact",
        /// 联系电话
        Phone = "phone",
        TitleFont = "font.title",
        HeadingFont = "font.heading",
        SubheadingFont = "font.subheading",
        BodyFont = "font.body",
        PageNumberFont = "font.page_number",
        LatinFont = "font.latin",
    }
}

impl SettingName {
    /// What the typeface is for, where the setting is one.
    pub const fn font(self) -> Option<FontUse> {
        match self {
            SettingName::TitleFont => Some(FontUse::Title),
            SettingName::HeadingFont => Some(FontUse::Heading),
            SettingName::SubheadingFont => Some(FontUse::Subheading),
            SettingName::BodyFont => Some(FontUse::Body),
            SettingName::PageNumberFont => Some(FontUse::PageNumber),
            SettingName::LatinFont => Some(FontUse::Latin),
            _ => None,
        }
    }
}

/// What the office has set; all else is as shipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings(pub BTreeMap<SettingName, String>);

impl Settings {
    /// What the office has set.
    pub fn own(&self, name: SettingName) -> Option<&str> {
        self.0.get(&name).map(String::as_str)
    }
}

/// The office as its papers name it; nothing where nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// 发文机关
    pub name: String,
    /// 署名
    pub signature: String,
    /// 联系人
    pub contact: String,
    /// 联系电话
    pub phone: String,
    /// What nobody has said: a paper shows where to write it.
    pub missing: Vec<SettingName>,
}
