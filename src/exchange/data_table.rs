//! The files of a psychometric study: answers, keys and banks as a psychologist's own programs write them.
//!
//! Answers are CSV with a header, one person per line, blank or `NA` where missing. Messages name lines and columns,
//! never what somebody answered.

mod bank;
mod keys;
mod sheet;
mod texts;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use csv::ByteRecord;
use thiserror::Error;

use crate::domain::scoring::response_matrix::{MatrixError, ResponseMatrix};

use sheet::{NotANumber, Sheet, line_of, text};

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
    #[error("{path}, line {line}: item {item} is there twice")]
    RepeatedBankItem { path: PathBuf, line: u64, item: String },
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
    let mut sheet = Sheet::open(path, &bytes)?;
    let (id, label) = (sheet.id_column(), label.map(|name| sheet.required(name)).transpose()?);
    let chosen = match columns {
        AnswerColumns::AllOthers => {
            sheet.named_columns().filter(|index| ![id, label].contains(&Some(*index))).collect()
        }
        AnswerColumns::Named(names) => {
            let mut chosen = names.iter().map(|name| sheet.required(name)).collect::<Result<Vec<_>, _>>()?;
            chosen.sort_unstable();
            chosen.dedup();
            chosen
        }
    };
    let items = chosen.iter().filter_map(|&index| sheet.header().get(index).cloned()).collect();
    let mut table =
        DataTable { ids: Vec::new(), items, answers: ResponseMatrix::with_items(chosen.len()), labels: Vec::new() };
    let mut row = Vec::with_capacity(chosen.len());
    let mut record = ByteRecord::new();
    while sheet.read(&mut record)? {
        row.clear();
        for (&column, name) in chosen.iter().zip(&table.items) {
            let cell = record.get(column).unwrap_or_default();
            row.push(sheet.number(cell).map_err(|NotANumber| DataFileError::NotANumber {
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
    writer.write_record(header).map_err(unwritten)?;
    for row in rows {
        writer.write_record(row).map_err(unwritten)?;
    }
    writer.flush()
}

/// Keeps the kind of the failure: a closed pipe is not a full disk.
fn unwritten(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(source) => source,
        other => io::Error::other(format!("{other:?}")),
    }
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

/// Returns what a file holds, without the byte order mark that spreadsheets write first.
fn read(path: &Path) -> Result<Vec<u8>, DataFileError> {
    let mut bytes =
        std::fs::read(path).map_err(|source| DataFileError::Unreadable { path: path.to_owned(), source })?;
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    Ok(bytes)
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

    #[test]
    fn a_french_spreadsheet_is_read_with_its_semicolons_and_commas() {
        let file = file("id;A;B\r\n1;2,5;3\r\n2;;-0,5\r\n");
        let table = read_answers(file.path(), AnswerColumns::AllOthers, None).unwrap();
        assert_eq!(table.items, ["A", "B"]);
        assert_eq!(table.answers.persons().collect::<Vec<_>>(), [vec![Some(2.5), Some(3.0)], vec![None, Some(-0.5)]]);
        let tabs = read_answers(self::file("A\tB\n1\t2\n").path(), AnswerColumns::AllOthers, None).unwrap();
        assert_eq!(tabs.items, ["A", "B"]);
    }

    // Between commas, "1,234" may be a thousand or a decimal: it is refused, not guessed.
    #[test]
    fn a_comma_inside_a_number_needs_other_separators() {
        let refused = read_answers(file("A,B\n\"1,5\",2\n").path(), AnswerColumns::AllOthers, None).unwrap_err();
        assert!(matches!(refused, DataFileError::NotANumber { line: 2, .. }));
    }

    #[test]
    fn every_program_has_its_word_for_missing() {
        let file = file("A,B,C,D,E\nNA,NaN,N/A,.,nan\n");
        let table = read_answers(file.path(), AnswerColumns::AllOthers, None).unwrap();
        assert_eq!(table.answers.persons().collect::<Vec<_>>(), [vec![None; 5]]);
    }

    #[test]
    fn names_written_before_utf_8_are_read() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"pr\xE9nom,c\x9Cur\nZo\xEB,1\n").unwrap();
        let names = ["c\u{153}ur".to_owned()];
        let table = read_answers(file.path(), AnswerColumns::Named(&names), Some("pr\u{e9}nom")).unwrap();
        assert_eq!((table.items, table.labels), (vec!["c\u{153}ur".to_owned()], vec!["Zo\u{eb}".to_owned()]));
    }

    // R writes row names under an empty name; spreadsheets leave empty columns at the end.
    #[test]
    fn a_column_without_name_is_no_item() {
        let file = file("\"\",x,y,,\nanne,1,0,,\nluc,0,1,,\n");
        let table = read_answers(file.path(), AnswerColumns::AllOthers, None).unwrap();
        assert_eq!((table.ids, table.items), (vec!["anne".into(), "luc".into()], vec!["x".into(), "y".into()]));
        let upper = self::file("ID,x\na,1\n");
        let table = read_answers(upper.path(), AnswerColumns::AllOthers, None).unwrap();
        assert_eq!((table.ids, table.items), (vec!["a".to_owned()], vec!["x".to_owned()]));
    }
}
