//! What a file is, from its bytes and never from its name.

use crate::error::FileKind;

const SQLITE: &[u8] = b"SQLite format 3\0";
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Names of parts inside a ZIP, which tell a workbook from a text document.
const IN_WORKBOOK: &[u8] = b"xl/";
const IN_DOCUMENT: &[u8] = b"word/";
/// What an OpenDocument spreadsheet says of itself in its first part.
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// RAR, 7-Zip and gzip, as districts pack several files into one.
const ARCHIVES: [&[u8]; 3] = [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"];
/// The stream of a text document, as an OLE directory names it.
const OLE_DOCUMENT: &[u8] = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";

/// What the file is where it is plainly no text table. `head` and `tail` are its first and last
/// blocks.
pub fn sniff(head: &[u8], tail: &[u8]) -> Option<FileKind> {
    let holds = |needle: &[u8]| find(head, needle) || find(tail, needle);
    let is_image = head.starts_with(b"\x89PNG")
        || head.starts_with(b"\xff\xd8\xff")
        || head.starts_with(b"GIF87a")
        || head.starts_with(b"GIF89a")
        || (head.starts_with(b"BM") && head.get(6..10) == Some(&[0, 0, 0, 0][..]));
    if head.starts_with(b"%PDF") {
        Some(FileKind::Pdf)
    } else if is_image {
        Some(FileKind::Image)
    } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        match (holds(IN_WORKBOOK), holds(IN_DOCUMENT)) {
            _ if find(head, OPEN_DOCUMENT) => Some(FileKind::OpenDocument),
            (true, _) => Some(FileKind::Workbook),
            (_, true) => Some(FileKind::Word),
            _ => Some(FileKind::Zip),
        }
    } else if head.starts_with(OLE) {
        Some(if holds(OLE_DOCUMENT) { FileKind::Word } else { FileKind::OldWorkbook })
    } else if ARCHIVES.iter().any(|mark| head.starts_with(mark)) {
        Some(FileKind::Zip)
    } else if head.starts_with(SQLITE) {
        Some(FileKind::Database)
    } else {
        markup(head)
    }
}

/// A web page, or a table in XML.
fn markup(head: &[u8]) -> Option<FileKind> {
    let text = String::from_utf8_lossy(head.get(..1024).unwrap_or(head)).to_lowercase();
    let text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    let marks = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body"];
    let is_xml = text.starts_with("<?xml");
    if is_xml && text.contains("<workbook") {
        Some(FileKind::XmlTable)
    } else if (is_xml && text.contains("<html")) || marks.iter().any(|it| text.starts_with(it)) {
        Some(FileKind::Html)
    } else {
        None
    }
}

fn find(block: &[u8], needle: &[u8]) -> bool {
    block.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_tables_are_known_by_their_first_bytes() {
        let cases: [(&[u8], &[u8], Option<FileKind>); 12] = [
            (b"%PDF-1.7", b"", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n", b"", Some(FileKind::Image)),
            (b"\xff\xd8\xff\xe0", b"", Some(FileKind::Image)),
            (b"PK\x03\x04..xl/workbook.xml", b"", Some(FileKind::Workbook)),
            (b"PK\x03\x04[Content_Types].xml", b"word/document.xml", Some(FileKind::Word)),
            (b"PK\x03\x04a.txt", b"", Some(FileKind::Zip)),
            (OLE, b"", Some(FileKind::OldWorkbook)),
            (OLE, OLE_DOCUMENT, Some(FileKind::Word)),
            (SQLITE, b"", Some(FileKind::Database)),
            (b"\xef\xbb\xbf <HTML><table>", b"", Some(FileKind::Html)),
            ("项目名称,投资总额".as_bytes(), b"", None),
            (b"BM,Name", b"", None),
        ];
        for (head, tail, expected) in cases {
            assert_eq!(sniff(head, tail), expected, "{:?}", String::from_utf8_lossy(head));
        }
    }
}
