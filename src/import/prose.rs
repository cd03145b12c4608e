//! Text that is no table: what an office writes with Notepad.

use super::decode::{Coding, Form, form, text, unreadable};
use crate::error::{Kind, Result, TemplateRefusal};
use std::io::Read;
use std::path::Path;

/// More is no text of a paper.
const LARGEST: u64 = 1 << 20;

/// The whole text of a file, with plain line ends; UTF-8, UTF-16 or GB18030.
///
/// # Errors
/// The file cannot be read, is no text, or is larger than a text of a paper.
pub fn prose(path: &Path) -> Result<String> {
    let not_text = || Kind::from(TemplateRefusal::NotText);
    let coding: Coding = match form(path, None) {
        Ok(Form::Text(codings)) => *codings.first().ok_or_else(not_text)?,
        Ok(Form::Book(_)) => return Err(not_text().into()),
        Err(fault) => {
            let mut refusal = fault.into_refusal()?;
            match refusal.kind {
                Kind::NotATable { .. } => refusal.kind = not_text(),
                Kind::BadEncoding { .. } => refusal.kind = TemplateRefusal::Encoding.into(),
                Kind::EmptyFile => return Ok(String::new()),
                _ => {}
            }
            return Err(refusal.into());
        }
    };
    let (stream, _) = text(path, coding)?;
    let mut whole = String::new();
    let read = stream.take(LARGEST + 1).read_to_string(&mut whole);
    read.map_err(|error| unreadable(path, &error))?;
    if whole.len() as u64 > LARGEST {
        return Err(not_text().into());
    }
    Ok(whole.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Fault;
    use encoding_rs::GB18030;

    fn read(bytes: &[u8]) -> std::result::Result<String, Kind> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        match prose(file.path()) {
            Ok(text) => Ok(text),
            Err(Fault::Refused(refusal)) => Err(refusal.kind),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_notepad_writes_is_read() {
        let text = "# 函\n{{ 主送 }}：正文\n";
        let windows = text.replace('\n', "\r\n");
        let utf16: Vec<u8> =
            format!("\u{feff}{windows}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xef, 0xbb, 0xbf], windows.as_bytes()].concat();
        let cases =
            [windows.as_bytes().to_vec(), marked, utf16, GB18030.encode(&windows).0.into_owned()];
        for bytes in cases {
            assert_eq!(read(&bytes), Ok(text.to_owned()));
        }
        assert_eq!(read(b""), Ok(String::new()));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"PK\x03\x04\0\0\0\0"[..], &b"%PDF-1.4\n"[..], &vec![b'a'; 1 << 21]] {
            assert_eq!(read(bytes), Err(TemplateRefusal::NotText.into()));
        }
    }
}
