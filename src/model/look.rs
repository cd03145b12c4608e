//! The look of official papers (公文样式): typefaces by their use, and the head of a letter. Names
//! of typefaces are Chinese; those that are shipped are in `labels`.

keyed! {
    /// What a typeface is used for.
    FontUse {
        /// 标题: 小标宋.
        Title = "title",
        /// 一级标题: 黑体.
        Heading = "heading",
        /// 二级标题: 楷体.
        Subheading = "subheading",
        /// 正文: 仿宋.
        Body = "body",
        /// 页码: 宋体.
        PageNumber = "page_number",
        /// 数字和西文.
        Latin = "latin",
    }
}

/// A typeface, and what may stand in for it where a machine has none, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typeface {
    pub name: String,
    pub fallbacks: Vec<String>,
}

/// How papers look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// One for each use, in the order of [`FontUse::ALL`].
    pub faces: Vec<Typeface>,
    /// 版头: the name of the office in red above its letters; `None`: a body for the office
    /// system, which brings the head.
    pub head: Option<String>,
}

impl Look {
    /// The typeface of a use.
    pub fn face(&self, of: FontUse) -> Option<&Typeface> {
        FontUse::ALL.iter().zip(&self.faces).find(|(known, _)| **known == of).map(|(_, face)| face)
    }
}

impl Typeface {
    /// Names in a row, the first the one that is wanted: `仿宋_GB2312、仿宋`.
    pub fn read(list: &str) -> Option<Typeface> {
        let names = list.split([',', '\u{ff0c}', '\u{3001}', ';', '\u{ff1b}']);
        let mut names = names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        Some(Typeface { name: names.next()?, fallbacks: names.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_is_the_one_that_is_wanted() {
        let face = Typeface::read(" 仿宋_GB2312、仿宋, FangSong；").unwrap();
        assert_eq!(face.name, "仿宋_GB2312");
        assert_eq!(face.fallbacks, ["仿宋", "FangSong"]);
        assert_eq!(Typeface::read("、 ，"), None);
    }
}
