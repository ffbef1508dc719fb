//! The files of a psychometric study: answers, keys and banks as a psychologist's own programs write them.
//!
//! Answers are CSV with a header, one person per line, blank or `NA` where missing. Messages name lines and columns,
//! never what somebody answered.

mod bank;
mod keys;
mod texts;

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use csv::{ByteRecord, Reader, ReaderBuilder};
use thiserror::Error;

use crate::domain::scoring::response_matrix::{MatrixError, ResponseMatrix};

pub use bank::{BankItem, read_answer_strings, read_bank};
pub use keys::{KeyItem, ScaleKey, read_keys};
pub use texts::{TextRow, TextTable, read_texts};

/// Why a file of a study cannot be read.
#[derive(Debug, Error)]
pub enum DataFileError {
    #[error("{path} cannot be read")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{path}, line {line}: not a table")]
    NotATable { path: PathBuf, line: u64, source: csv::Error },
    #[error("{path} has no header")]
    NoHeader { path: PathBuf },
    #[error("{path} has no column {column}")]
    NoColumn { path: PathBuf, column: String },
    #[error("{path} has several columns {column}")]
    RepeatedColumn { path: PathBuf, column: String },
    #[error("{path}, line {line}, column {column}: not a number")]
    NotANumber { path: PathBuf, line: u64, column: String },
    #[error("{path}, line {line}: impossible item parameters")]
    ImpossibleItem { path: PathBuf, line: u64 },
    #[error("{path}, line {line}: {have} answers for {need} items")]
    AnswerCount { path: PathBuf, line: usize, have: usize, need: usize },
    #[error("{path}, line {line}: an answer is neither 0 nor 1")]
    NeitherRightNorWrong { path: PathBuf, line: usize },
    #[error("{path} is not an object of lists of items")]
    NotKeys { path: PathBuf, source: serde_json::Error },
    #[error("{path}: scale {scale} has no item")]
    EmptyScale { path: PathBuf, scale: String },
    #[error("{path}: scale {scale} names {item} twice")]
    RepeatedItem { path: PathBuf, scale: String, item: String },
    #[error(transparent)]
    Matrix(#[from] MatrixError),
}

/// The answers of a file, in its order of people and columns.
#[derive(Debug, Clone)]
pub struct DataTable {
    /// Column `id`; line numbers from 1 where the file has none.
    pub ids: Vec<String>,
    /// Names of the columns of `answers`.
    pub items: Vec<String>,
    pub answers: ResponseMatrix,
    /// The column asked for as text, empty where blank.
    pub labels: Vec<String>,
}

impl DataTable {
    /// Returns the column of an item in `answers`.
    pub fn column(&self, item: &str) -> Option<usize> {
        self.items.iter().position(|name| name == item)
    }
}

/// Which columns hold the answers.
#[derive(Debug, Clone, Copy)]
pub enum AnswerColumns<'a> {
    Named(&'a [String]),
    /// Every column but `id` and the label.
    AllOthers,
}

/// Reads the answers of a file and, beside them, one column as text.
pub fn read_answers(path: &Path, columns: AnswerColumns<'_>, label: Option<&str>) -> Result<DataTable, DataFileError> {
    let bytes = read(path)?;
    let mut reader = table(&bytes);
    let header = header(path, &mut reader)?;
    let position = |name: &str| header.iter().position(|column| column == name);
    let required = |name: &str| {
        position(name).ok_or_else(|| DataFileError::NoColumn { path: path.to_owned(), column: name.to_owned() })
    };
    let (id, label) = (position("id"), label.map(required).transpose()?);
    let chosen = match columns {
        AnswerColumns::AllOthers => (0..header.len()).filter(|index| ![id, label].contains(&Some(*index))).collect(),
        AnswerColumns::Named(names) => {
            let mut chosen = names.iter().map(|name| required(name)).collect::<Result<Vec<_>, _>>()?;
            chosen.sort_unstable();
            chosen.dedup();
            chosen
        }
    };
    let items = chosen.iter().filter_map(|&index| header.get(index).cloned()).collect();
    let mut table =
        DataTable { ids: Vec::new(), items, answers: ResponseMatrix::with_items(chosen.len()), labels: Vec::new() };
    let mut row = Vec::with_capacity(chosen.len());
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|source| not_a_table(path, source))? {
        row.clear();
        for (&column, name) in chosen.iter().zip(&table.items) {
            let cell = record.get(column).unwrap_or_default();
            row.push(number(cell).map_err(|NotANumber| DataFileError::NotANumber {
                path: path.to_owned(),
                line: line_of(&record),
                column: name.clone(),
            })?);
        }
        table.answers.push(row.iter().copied())?;
        table.ids.push(id.map_or_else(|| (table.ids.len() + 1).to_string(), |column| text(&record, column)));
        table.labels.extend(label.map(|column| text(&record, column)));
    }
    Ok(table)
}

/// Writes a table as CSV: header, then rows.
pub fn write_rows<const N: usize>(
    out: &mut dyn Write,
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush()
}

/// Writes rows of any width to a file as CSV; the file appears whole or not at all.
pub fn write_records(path: &Path, rows: impl IntoIterator<Item = Vec<String>>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let partial = path.with_extension("partiel");
    std::fs::write(&partial, bytes)?;
    std::fs::rename(&partial, path)
}

fn read(path: &Path) -> Result<Vec<u8>, DataFileError> {
    std::fs::read(path).map_err(|source| DataFileError::Unreadable { path: path.to_owned(), source })
}

fn table(bytes: &[u8]) -> Reader<&[u8]> {
    // Spreadsheets begin UTF-8 files with a byte order mark, which would stick to the first name.
    ReaderBuilder::new().from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

fn header(path: &Path, reader: &mut Reader<&[u8]>) -> Result<Vec<String>, DataFileError> {
    let record = reader.headers().map_err(|source| not_a_table(path, source))?;
    let header: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
    if header.is_empty() {
        return Err(DataFileError::NoHeader { path: path.to_owned() });
    }
    let mut seen = HashSet::new();
    match header.iter().find(|name| !seen.insert(*name)) {
        Some(column) => Err(DataFileError::RepeatedColumn { path: path.to_owned(), column: column.clone() }),
        None => Ok(header),
    }
}

fn not_a_table(path: &Path, source: csv::Error) -> DataFileError {
    let line = source.position().map_or(1, csv::Position::line);
    DataFileError::NotATable { path: path.to_owned(), line, source }
}

fn line_of(record: &ByteRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}

fn text(record: &ByteRecord, column: usize) -> String {
    String::from_utf8_lossy(record.get(column).unwrap_or_default()).trim().to_owned()
}

struct NotANumber;

/// `None` where the cell is blank or `NA`.
fn number(cell: &[u8]) -> Result<Option<f64>, NotANumber> {
    match cell.trim_ascii() {
        // One digit is nearly every answer of a questionnaire.
        [digit @ b'0'..=b'9'] => Ok(Some(f64::from(digit - b'0'))),
        b"" | b"NA" => Ok(None),
        other => {
            let number: f64 = std::str::from_utf8(other).ok().and_then(|text| text.parse().ok()).ok_or(NotANumber)?;
            if number.is_finite() { Ok(Some(number)) } else { Err(NotANumber) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn blanks_are_missing_and_other_columns_are_not_read() {
        let file = file("\u{FEFF}id,A,B,sex\nx1,2,,f\nx2,NA,-1.5,m\n");
        let names = ["B".to_owned(), "A".to_owned()];
        let table = read_answers(file.path(), AnswerColumns::Named(&names), Some("sex")).unwrap();
        assert_eq!(table.ids, ["x1", "x2"]);
        assert_eq!(table.items, ["A", "B"]);
        assert_eq!(table.labels, ["f", "m"]);
        assert_eq!(table.answers.persons().collect::<Vec<_>>(), [vec![Some(2.0), None], vec![None, Some(-1.5)]]);
    }

    #[test]
    fn without_id_people_are_numbered() {
        let file = file("group,i1,i2\n0,1,0\n1,0,1\n");
        let table = read_answers(file.path(), AnswerColumns::AllOthers, Some("group")).unwrap();
        assert_eq!((table.ids, table.items), (vec!["1".into(), "2".into()], vec!["i1".into(), "i2".into()]));
    }

    #[test]
    fn a_bad_cell_is_told_by_line_and_column() {
        let file = file("id,A\n1,3\n2,trois\n");
        let refused = read_answers(file.path(), AnswerColumns::AllOthers, None).unwrap_err();
        assert!(matches!(refused, DataFileError::NotANumber { line: 3, ref column, .. } if column == "A"));
        assert!(!refused.to_string().contains("trois"));
    }

    #[test]
    fn a_missing_or_repeated_column_and_a_short_line_are_refused() {
        let names = ["Z".to_owned()];
        let missing = read_answers(file("id,A\n").path(), AnswerColumns::Named(&names), None).unwrap_err();
        assert!(matches!(missing, DataFileError::NoColumn { .. }));
        let repeated = read_answers(file("A,A\n").path(), AnswerColumns::AllOthers, None).unwrap_err();
        assert!(matches!(repeated, DataFileError::RepeatedColumn { .. }));
        let short = read_answers(file("A,B\n1,2\n1\n").path(), AnswerColumns::AllOthers, None).unwrap_err();
        assert!(matches!(short, DataFileError::NotATable { line: 3, .. }));
        let infinite = read_answers(file("A\ninf\n").path(), AnswerColumns::AllOthers, None).unwrap_err();
        assert!(matches!(infinite, DataFileError::NotANumber { .. }));
    }
}
