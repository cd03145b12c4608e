//! Paragraphs and what stands in them.

use crate::labels::Lang;
use quick_xml::escape::escape;

/// A piece of text in one style.
pub struct Run<'a> {
    pub text: &'a str,
    pub is_bold: bool,
    /// In half points, where it is not the paragraph's.
    pub size: Option<u32>,
}

impl<'a> Run<'a> {
    pub const fn plain(text: &'a str) -> Run<'a> {
        Run { text, is_bold: false, size: None }
    }

    pub fn draw(&self, lang: Lang) -> String {
        // Without the hint, quotation marks, dashes and dots of a Chinese text take a Latin font.
        let mut look = lang.pick((r#"<w:rFonts w:hint="eastAsia"/>"#, "")).to_owned();
        if self.is_bold {
            look += "<w:b/><w:bCs/>";
        }
        if let Some(size) = self.size {
            look += &format!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#);
        }
        let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
        format!(r#"<w:r>{look}<w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(self.text))
    }
}

/// Text that is no markup.
pub fn escaped(text: &str) -> String {
    escape(text).into_owned()
}

/// A paragraph in a style of `templates/styles.xml`.
pub fn paragraph(style: &str, runs: &[Run<'_>], lang: Lang) -> String {
    set(style, "", runs, lang)
}

/// A paragraph that departs from its style; `how` is in the order of the schema.
pub fn set(style: &str, how: &str, runs: &[Run<'_>], lang: Lang) -> String {
    let runs: String =
        runs.iter().filter(|run| !run.text.is_empty()).map(|run| run.draw(lang)).collect();
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{how}</w:pPr>{runs}</w:p>"#)
}
