//! A CSV file as its program wrote it: commas, semicolons or tabs between fields, decimal points or commas.

use std::collections::HashSet;
use std::path::Path;

use csv::{ByteRecord, Position, Reader, ReaderBuilder};

use super::DataFileError;
use crate::exchange::encoding::decoded;

/// The records of a file, read one by one after its header.
pub(super) struct Sheet<'f> {
    path: &'f Path,
    reader: Reader<&'f [u8]>,
    header: Vec<String>,
    /// Only where commas do not stand between fields: there "1,234" may be a thousand.
    decimal_comma: bool,
}

pub(super) struct NotANumber;

impl<'f> Sheet<'f> {
    pub fn open(path: &'f Path, bytes: &'f [u8]) -> Result<Self, DataFileError> {
        let separator = separator(bytes);
        let mut reader = ReaderBuilder::new().delimiter(separator).from_reader(bytes);
        let names = reader.byte_headers().map_err(|source| not_a_table(path, source))?;
        let header: Vec<String> = names.iter().map(decoded).collect();
        if header.iter().all(String::is_empty) {
            return Err(DataFileError::NoHeader { path: path.to_owned() });
        }
        let mut seen = HashSet::new();
        match header.iter().find(|name| !name.is_empty() && !seen.insert(*name)) {
            Some(column) => Err(DataFileError::RepeatedColumn { path: path.to_owned(), column: column.clone() }),
            None => Ok(Self { path, reader, header, decimal_comma: separator != b',' }),
        }
    }

    pub fn header(&self) -> &[String] {
        &self.header
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    pub fn required(&self, name: &str) -> Result<usize, DataFileError> {
        self.position(name)
            .ok_or_else(|| DataFileError::NoColumn { path: self.path.to_owned(), column: name.to_owned() })
    }

    /// Returns the column `id`, else the first one where it has no name: R writes row names there.
    pub fn id_column(&self) -> Option<usize> {
        self.position("id")
            .or_else(|| self.header.iter().position(|name| name.eq_ignore_ascii_case("id")))
            .or_else(|| self.header.first().is_some_and(String::is_empty).then_some(0))
    }

    pub fn named_columns(&self) -> impl Iterator<Item = usize> {
        self.header.iter().enumerate().filter(|(_, name)| !name.is_empty()).map(|(index, _)| index)
    }

    /// Reads the next record; false at the end of the file.
    pub fn read(&mut self, record: &mut ByteRecord) -> Result<bool, DataFileError> {
        self.reader.read_byte_record(record).map_err(|source| not_a_table(self.path, source))
    }

    /// `None` where the cell is missing: blank, or the word of R, Python, spreadsheets or SPSS.
    pub fn number(&self, cell: &[u8]) -> Result<Option<f64>, NotANumber> {
        match cell.trim_ascii() {
            // One digit is nearly every answer of a questionnaire.
            [digit @ b'0'..=b'9'] => Ok(Some(f64::from(digit - b'0'))),
            b"" | b"NA" | b"N/A" | b"#N/A" | b"NaN" | b"nan" | b"." => Ok(None),
            other => {
                let text = std::str::from_utf8(other).map_err(|_not_digits| NotANumber)?;
                let parsed = if self.decimal_comma { text.replacen(',', ".", 1).parse() } else { text.parse() };
                let number: f64 = parsed.map_err(|_not_digits| NotANumber)?;
                if number.is_finite() { Ok(Some(number)) } else { Err(NotANumber) }
            }
        }
    }
}

/// The most frequent separator of the first line, outside quotes; a comma where none is.
fn separator(bytes: &[u8]) -> u8 {
    let (mut counts, mut quoted) = ([0_usize; 3], false);
    for byte in bytes.iter().take_while(|byte| **byte != b'\n') {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            byte => {
                for (count, _) in counts.iter_mut().zip(b",;\t").filter(|(_, separator)| *separator == byte) {
                    *count += 1;
                }
            }
        }
    }
    let [commas, semicolons, tabs] = counts;
    match commas.max(semicolons).max(tabs) {
        most if most == commas => b',',
        most if most == semicolons => b';',
        _ => b'\t',
    }
}

fn not_a_table(path: &Path, source: csv::Error) -> DataFileError {
    let line = source.position().map_or(1, Position::line);
    DataFileError::NotATable { path: path.to_owned(), line, source }
}

pub(super) fn line_of(record: &ByteRecord) -> u64 {
    record.position().map_or(0, Position::line)
}

pub(super) fn text(record: &ByteRecord, column: usize) -> String {
    decoded(record.get(column).unwrap_or_default())
}
