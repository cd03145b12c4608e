//! Records of an xls stream (BIFF), and strings in them; a string may go on in the next record.

use encoding_rs::Encoding;

pub const CONTINUE: u16 = 0x003c;

/// Its kind, its place in the stream, and its bytes.
pub type Record<'a> = (u16, usize, &'a [u8]);

/// The records from a place in the stream on; it ends where the stream does or a record is cut off.
#[derive(Clone)]
pub struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub fn from(stream: &'a [u8], at: usize) -> Records<'a> {
        Records { stream, at }
    }

    /// The record just read together with those that continue it.
    pub fn continued(&mut self, first: &'a [u8]) -> Segments<'a> {
        let mut segments = vec![first];
        loop {
            let mut ahead = self.clone();
            match ahead.next() {
                Some((CONTINUE, _, bytes)) => {
                    segments.push(bytes);
                    *self = ahead;
                }
                _ => return Segments { segments, segment: 0, at: 0 },
            }
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let head = self.stream.get(self.at..)?;
        let (kind, length) = (u16_at(head, 0)?, u16_at(head, 2)? as usize);
        let bytes = head.get(4..4 + length)?;
        let at = self.at;
        self.at += 4 + length;
        Some((kind, at, bytes))
    }
}

/// Bytes over several records.
pub struct Segments<'a> {
    segments: Vec<&'a [u8]>,
    segment: usize,
    at: usize,
}

impl<'a> Segments<'a> {
    /// What is left of the present record; the next one where nothing is.
    fn rest(&mut self) -> Option<&'a [u8]> {
        loop {
            let segment = self.segments.get(self.segment)?;
            if self.at < segment.len() {
                return segment.get(self.at..);
            }
            (self.segment, self.at) = (self.segment + 1, 0);
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = self.rest()?.len().min(count);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    /// A string with its length in two bytes, as it stands in the table of shared strings: what
    /// goes on in the next record says anew whether its characters have one byte or two.
    pub fn string(&mut self) -> Option<String> {
        let length = self.u16()? as usize;
        self.characters(length)
    }

    fn characters(&mut self, mut length: usize) -> Option<String> {
        let flags = self.byte()?;
        let mut wide = flags & 1 != 0;
        let runs = if flags & 8 != 0 { self.u16()? as usize } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut units = Vec::new();
        while length > 0 {
            let segment = self.segments.get(self.segment)?;
            let left = segment.get(self.at..).unwrap_or_default();
            if left.is_empty() {
                (self.segment, self.at) = (self.segment + 1, 0);
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let width = if wide { 2 } else { 1 };
            let count = length.min(left.len() / width);
            if count == 0 {
                return None;
            }
            let unit = |bytes: &[u8]| {
                u16::from(bytes[0]) | bytes.get(1).map_or(0, |it| u16::from(*it) << 8)
            };
            units.extend(left[..count * width].chunks(width).map(unit));
            self.at += count * width;
            length -= count;
        }
        self.skip(4 * runs)?;
        self.skip(extra)?;
        Some(String::from_utf16_lossy(&units))
    }
}

/// How a string's length is written.
#[derive(Clone, Copy)]
pub enum Length {
    Byte,
    Word,
}

/// A string in one record; before BIFF8 its bytes are in the code page of the file.
pub fn string(bytes: &[u8], length: Length, page: Option<&'static Encoding>) -> Option<String> {
    let (count, rest) = match length {
        Length::Byte => (usize::from(*bytes.first()?), bytes.get(1..)?),
        Length::Word => (u16_at(bytes, 0)? as usize, bytes.get(2..)?),
    };
    match page {
        Some(page) => Some(page.decode(rest.get(..count)?).0.into_owned()),
        None => Segments { segments: vec![rest], segment: 0, at: 0 }.characters(count),
    }
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16_at(bytes, at)?) | u32::from(u16_at(bytes, at + 2)?) << 16)
}

pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let eight = bytes.get(at..at + 8)?;
    Some(f64::from_le_bytes(eight.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
        let length = bytes.len() as u16;
        [&kind.to_le_bytes(), &length.to_le_bytes(), bytes].concat()
    }

    #[test]
    fn a_string_goes_on_in_the_next_record_in_another_width() {
        let first = record(0x00fc, &[4, 0, 0, b'a', b'b']);
        let next = record(CONTINUE, &[1, 0x79, 0x98, 0xee, 0x76]);
        let stream = [first, next, record(0x000a, &[])].concat();
        let mut records = Records::from(&stream, 0);
        let (_, _, bytes) = records.next().unwrap();
        assert_eq!(records.continued(bytes).string().as_deref(), Some("ab项目"));
        assert_eq!(records.next().map(|(kind, _, _)| kind), Some(0x000a));
    }

    #[test]
    fn what_is_cut_off_is_no_record_and_no_string() {
        let mut records = Records::from(&[0xfc, 0, 9, 0, 1], 0);
        assert!(records.next().is_none());
        assert_eq!(string(&[5, 0, b'a'], Length::Byte, None), None);
        assert_eq!(string(&[2, 1, 0x79], Length::Byte, None), None);
    }
}
