//! Encodings (编码): chosen in a first pass over the bytes, then decoded as a stream.

use super::sniff::sniff;
use crate::error::{FileKind, Kind, Place, Result};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const BLOCK: usize = 64 * 1024;
/// In UTF-16 at least one byte in so many is NUL: separators, digits and line ends have one.
const UTF16_SHARE: u64 = 50;

/// A text encoding, and the length of the mark (BOM) in front of the text.
#[derive(Debug, Clone, Copy)]
pub struct Coding {
    pub encoding: &'static Encoding,
    pub skip: u64,
}

impl Coding {
    /// `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
    pub fn name(self) -> &'static str {
        if self.encoding == GB18030 { "GB18030" } else { self.encoding.name() }
    }
}

/// Decoded text as a stream.
pub type Text = BufReader<Box<dyn Read + Send>>;

/// Opens a path, naming what is wrong with it.
fn open(path: &Path) -> Result<File> {
    let shown = || path.display().to_string();
    if path.is_dir() {
        return Err(Kind::FileIsDirectory { path: shown() }.into());
    }
    File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Kind::FileMissing { path: shown() }.into(),
        _ => unreadable(path, &error),
    })
}

/// A failure of the disk or the system while reading.
pub fn unreadable(path: &Path, error: &std::io::Error) -> crate::error::Fault {
    Kind::Unreadable { path: path.display().to_string(), detail: error.to_string() }.into()
}

/// What the first pass over the bytes sees.
#[derive(Default)]
struct Survey {
    head: Vec<u8>,
    tail: Vec<u8>,
    length: u64,
    /// Something other than white space, NUL and marks.
    inked: bool,
    /// NUL bytes on even and odd places.
    nul: [u64; 2],
    ascii: bool,
    /// A byte that in UTF-8 begins a character from U+2000 on.
    high: bool,
}

impl Survey {
    fn of(path: &Path) -> Result<Survey> {
        let mut survey = Survey { ascii: true, ..Survey::default() };
        blocks(path, 0, |block| {
            if survey.head.is_empty() {
                survey.head = block.to_vec();
            }
            for (place, byte) in block.iter().enumerate() {
                match byte {
                    0 => survey.nul[((survey.length + place as u64) % 2) as usize] += 1,
                    0xef | 0xbb | 0xbf | 0xfe | 0xff => {}
                    _ => survey.inked |= !byte.is_ascii_whitespace(),
                }
                survey.ascii &= byte.is_ascii();
                survey.high |= *byte >= 0xe2;
            }
            survey.length += block.len() as u64;
            survey.tail = block.to_vec();
            true
        })?;
        Ok(survey)
    }

    /// UTF-16 by its mark, or by NULs that keep to one side.
    fn utf16(&self) -> Option<Coding> {
        let [even, odd] = self.nul;
        if self.head.starts_with(&[0xff, 0xfe]) {
            Some(Coding { encoding: UTF_16LE, skip: 2 })
        } else if self.head.starts_with(&[0xfe, 0xff]) {
            Some(Coding { encoding: UTF_16BE, skip: 2 })
        } else if (even + odd) * UTF16_SHARE < self.length {
            None
        } else if odd > 5 * even {
            Some(Coding { encoding: UTF_16LE, skip: 0 })
        } else if even > 5 * odd {
            Some(Coding { encoding: UTF_16BE, skip: 0 })
        } else {
            None
        }
    }

    fn utf8_mark(&self) -> u64 {
        if self.head.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 }
    }
}

/// Feeds the file block by block until `take` says enough.
fn blocks(path: &Path, skip: u64, mut take: impl FnMut(&[u8]) -> bool) -> Result<()> {
    let mut file = open(path)?;
    file.seek(SeekFrom::Start(skip)).map_err(|error| unreadable(path, &error))?;
    let mut block = vec![0; BLOCK];
    loop {
        let mut filled = 0;
        while filled < BLOCK {
            match file.read(&mut block[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(path, &error)),
            }
        }
        if filled == 0 || !take(&block[..filled]) {
            return Ok(());
        }
    }
}

/// The line with the first byte that is wrong in an encoding; `None` where all are right.
fn first_fault(path: &Path, coding: Coding) -> Result<Option<u64>> {
    let mut decoder = coding.encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(4 * BLOCK);
    let (mut line, mut wrong) = (1, false);
    let mut feed = |block: &[u8], last: bool| {
        text.clear();
        let needed = decoder.max_utf8_buffer_length_without_replacement(block.len());
        text.reserve(needed.unwrap_or(4 * BLOCK));
        let (result, _) = decoder.decode_to_string_without_replacement(block, &mut text, last);
        line += text.bytes().filter(|byte| *byte == b'\n').count() as u64;
        wrong = matches!(result, encoding_rs::DecoderResult::Malformed(..));
        !wrong
    };
    let mut ended = true;
    blocks(path, coding.skip, |block| {
        ended = feed(block, false);
        ended
    })?;
    if ended {
        feed(&[], true);
    }
    Ok(wrong.then_some(line))
}

/// What a file is read as.
#[derive(Debug)]
pub enum Form {
    /// Text in one of these encodings, the likeliest first; never none.
    Text(Vec<Coding>),
    /// A workbook of this kind.
    Book(FileKind),
}

/// What the file is by its bytes, whatever its name.
pub fn form(path: &Path, asked: Option<&str>) -> Result<Form> {
    // A device or a pipe may never come to an end, and cannot be read twice.
    if path.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return binary().map(Form::Text);
    }
    let survey = Survey::of(path)?;
    if survey.length == 0 {
        return Err(Kind::EmptyFile.into());
    }
    match sniff(&survey.head, &survey.tail) {
        None => candidates(path, &survey, asked).map(Form::Text),
        Some(found @ (FileKind::Workbook | FileKind::OldWorkbook | FileKind::Html)) => {
            Ok(Form::Book(found))
        }
        Some(found) => Err(Kind::NotATable { found }.into()),
    }
}

/// The encodings the file can be in, the likeliest first; never none.
fn candidates(path: &Path, survey: &Survey, asked: Option<&str>) -> Result<Vec<Coding>> {
    let asked = asked.map(|given| named(given, survey)).transpose()?;
    if !survey.inked {
        return Err(Kind::EmptyFile.into());
    }
    let utf8 = Coding { encoding: UTF_8, skip: survey.utf8_mark() };
    let gb18030 = Coding { encoding: GB18030, skip: 0 };
    if let Some(coding) = asked {
        return strict(path, &[coding]);
    }
    if let Some(coding) = survey.utf16() {
        let marked = coding.skip > 0;
        let right = marked || first_fault(path, coding)?.is_none();
        return if right { strict(path, &[coding]) } else { binary() };
    }
    if survey.nul != [0, 0] {
        return binary();
    }
    if survey.ascii || utf8.skip > 0 {
        return strict(path, &[utf8]);
    }
    // What has nothing from U+2000 on is hardly Chinese in UTF-8.
    strict(path, &if survey.high { [utf8, gb18030] } else { [gb18030, utf8] })
}

fn binary() -> Result<Vec<Coding>> {
    Err(Kind::NotATable { found: FileKind::Binary }.into())
}

/// Those encodings in which every byte is right.
fn strict(path: &Path, codings: &[Coding]) -> Result<Vec<Coding>> {
    let (mut right, mut furthest) = (Vec::new(), 0);
    for coding in codings {
        match first_fault(path, *coding)? {
            None => right.push(*coding),
            Some(line) => furthest = furthest.max(line),
        }
    }
    if right.is_empty() {
        let tried = codings.iter().map(|coding| coding.name().to_owned()).collect();
        return Err(Kind::BadEncoding { tried }.at(Place::row(furthest)).into());
    }
    Ok(right)
}

/// An encoding by the name a clerk gives it.
fn named(given: &str, survey: &Survey) -> Result<Coding> {
    let mark = |bytes: &[u8]| if survey.head.starts_with(bytes) { bytes.len() as u64 } else { 0 };
    let name = given.trim().to_lowercase().replace('_', "-");
    let (encoding, skip) = match name.as_str() {
        "utf-8" | "utf8" | "utf-8-sig" => (UTF_8, survey.utf8_mark()),
        "gbk" | "gb2312" | "gb-2312" | "gb18030" | "gb-18030" | "cp936" => (GB18030, 0),
        "utf-16" | "utf16" => {
            return Ok(survey.utf16().unwrap_or(Coding { encoding: UTF_16LE, skip: 0 }));
        }
        "utf-16le" | "utf16le" => (UTF_16LE, mark(&[0xff, 0xfe])),
        "utf-16be" | "utf16be" => (UTF_16BE, mark(&[0xfe, 0xff])),
        _ => return Err(Kind::UnknownEncoding { given: given.to_owned() }.into()),
    };
    Ok(Coding { encoding, skip })
}

/// Counts the bytes that pass, for the progress bar.
struct Counting {
    file: File,
    count: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The file as a stream of UTF-8, and the count of bytes read so far.
pub fn text(path: &Path, coding: Coding) -> Result<(Text, Arc<AtomicU64>)> {
    let mut file = open(path)?;
    file.seek(SeekFrom::Start(coding.skip)).map_err(|error| unreadable(path, &error))?;
    let count = Arc::new(AtomicU64::new(coding.skip));
    let counting = Counting { file, count: Arc::clone(&count) };
    let decoded = DecodeReaderBytesBuilder::new()
        .encoding(Some(coding.encoding))
        .utf8_passthru(true)
        .build(counting);
    Ok((BufReader::with_capacity(BLOCK, Box::new(decoded)), count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Fault;

    fn names(bytes: &[u8], asked: Option<&str>) -> std::result::Result<Vec<&'static str>, Kind> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        match form(file.path(), asked) {
            Ok(Form::Text(found)) => Ok(found.into_iter().map(Coding::name).collect()),
            Ok(other) => panic!("{other:?}"),
            Err(Fault::Refused(refusal)) => Err(refusal.kind),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let pair = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(pair).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "项目名称,投资总额\n一期\u{20}工程,12\n";
        let gbk = GB18030.encode(text).0.into_owned();
        let first = |bytes: &[u8]| names(bytes, None).map(|found| found[0]);
        assert_eq!(first(text.as_bytes()), Ok("UTF-8"));
        assert_eq!(first(&[&[0xef, 0xbb, 0xbf], text.as_bytes()].concat()), Ok("UTF-8"));
        assert_eq!(first(b"Code,Name\n"), Ok("UTF-8"));
        assert_eq!(first(&gbk), Ok("GB18030"));
        assert_eq!(first(&utf16(text, false)), Ok("UTF-16LE"));
        assert_eq!(first(&utf16(text, true)), Ok("UTF-16BE"));
        assert_eq!(first(&utf16(&format!("\u{feff}{text}"), true)), Ok("UTF-16BE"));
        assert_eq!(names(&gbk, Some("GBK")), Ok(vec!["GB18030"]));
        assert_eq!(names(&utf16(text, false), Some("utf-16")), Ok(vec!["UTF-16LE"]));
    }

    #[test]
    fn what_cannot_be_decoded_is_refused() {
        let tried = |names: &[&str]| Kind::BadEncoding {
            tried: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert_eq!(names(b"a,\xff\n", None), Err(tried(&["UTF-8", "GB18030"])));
        assert!(names("项目".as_bytes(), Some("big5")).is_err());
        assert_eq!(names(b"\xcf\xee", Some("utf8")), Err(tried(&["UTF-8"])));
        let binary = Err(Kind::NotATable { found: FileKind::Binary });
        assert_eq!(names(&[1, 0, 0, 7, 0, 0, 9, 9, 0, 0], None), binary);
        for empty in [&b""[..], b"\xef\xbb\xbf\r\n", b"  \n"] {
            assert_eq!(names(empty, None), Err(Kind::EmptyFile));
        }
    }

    #[test]
    fn the_stream_holds_the_text() {
        let text = "项目名称,投资总额\n".repeat(20_000);
        for (bytes, encoding) in
            [(GB18030.encode(&text).0.into_owned(), GB18030), (utf16(&text, false), UTF_16LE)]
        {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), &bytes).unwrap();
            let (mut stream, count) =
                super::text(file.path(), Coding { encoding, skip: 0 }).unwrap();
            let mut read = String::new();
            stream.read_to_string(&mut read).unwrap();
            assert!(read == text);
            assert_eq!(count.load(Ordering::Relaxed), bytes.len() as u64);
        }
    }
}
