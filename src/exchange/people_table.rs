//! A table of people as a spreadsheet wrote it: CSV or XLSX, its first line being titles.
//!
//! Cells keep what they were, so that a number is not taken for a text; what they mean is read by [`values`]. Nothing is
//! computed: a formula is the value that its program saved, and what is written here never begins one.

mod columns;
mod values;
mod write;

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

pub use columns::{applied, guess, map_text, read_map};
pub use values::{DateOrder, Reading, date, date_order, full_name, gender, phone, post_code};
pub use write::{write_csv, write_xlsx};

use super::archive::check_unpacked;
use super::encoding::decoded;
use crate::domain::people_file::TableRefusal;

const LARGEST_FILE: u64 = 10_000_000;
const MOST_ROWS: usize = 200_000;
const MOST_COLUMNS: usize = 64;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Date(NaiveDate),
}

impl Cell {
    /// Returns the cell as its author sees it.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            // `{}` writes the shortest digits: "48" for 48.0.
            Cell::Number(number) => number.to_string(),
            Cell::Date(day) => day.format("%d/%m/%Y").to_string(),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Text(text) if text.is_empty())
    }
}

/// One line under the titles, with its number in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: usize,
    pub cells: Vec<Cell>,
}

impl Row {
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column).filter(|cell| !cell.is_empty())
    }
}

/// A file: its titles, its lines that are not blank, and its bytes' fingerprint is its reader's business.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub header: Vec<String>,
    /// The line of the titles; what stands above is skipped.
    pub header_line: usize,
    pub rows: Vec<Row>,
    /// The sheets of a workbook, in order; a CSV file has none.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: Option<String>,
}

/// Titles are looked for among so many lines.
const HEADER_WITHIN: usize = 10;

/// Reads the bytes of a file that is not too large.
///
/// # Errors
/// Returns why it cannot be read.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, TableRefusal> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => TableRefusal::NoSuchFile,
        _ => TableRefusal::Unreadable,
    })?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|_| TableRefusal::Unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE { Err(TableRefusal::TooLarge) } else { Ok(bytes) }
}

/// Reads a table: a workbook when the bytes are an archive, a CSV file otherwise. Of a workbook `sheet` is read, the first one
/// when nothing is asked. The titles are the line, among the first ones, where most are known.
///
/// # Errors
/// Returns why it is not one.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, TableRefusal> {
    let (mut rows, sheets, sheet) =
        if bytes.starts_with(b"PK") { read_workbook(bytes, sheet)? } else { (read_csv(bytes)?, Vec::new(), None) };
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let texts = |row: &Row| row.cells.iter().map(Cell::text).collect::<Vec<_>>();
    let known = rows.iter().take(HEADER_WITHIN).map(|row| columns::n_known(&texts(row)));
    // The first of those that have as many; one title alone may be a cover line.
    let most = known.enumerate().filter(|(_, n)| *n >= 2).max_by_key(|(at, n)| (*n, std::cmp::Reverse(*at)));
    let at = most.map_or(0, |(at, _)| at);
    let header = rows.get(at).ok_or(TableRefusal::NotATable)?;
    let (header, header_line) = (texts(header), header.line);
    let rows = rows.split_off(at + 1);
    if rows.is_empty() {
        return Err(TableRefusal::NoRow);
    }
    Ok(Table { header, header_line, rows, sheets, sheet })
}

/// Returns the separator with which most titles of the first lines are known, else that of the first line.
fn delimiter_of(text: &str) -> u8 {
    let separators = [b';', b'\t', b','];
    let known = |separator: u8| {
        let cells = |line: &str| -> Vec<String> {
            line.split(char::from(separator)).map(|cell| cell.trim_matches(['"', ' ']).to_owned()).collect()
        };
        text.lines().take(HEADER_WITHIN).map(|line| columns::n_known(&cells(line))).max().unwrap_or(0)
    };
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    let by_titles = |separator: &u8| (known(*separator), count(*separator));
    separators.into_iter().rev().max_by_key(by_titles).unwrap_or(b';')
}

fn read_csv(bytes: &[u8]) -> Result<Vec<Row>, TableRefusal> {
    let text = decoded(bytes);
    let text = text.trim_start_matches('\u{FEFF}');
    if text.contains('\0') {
        return Err(TableRefusal::NotATable);
    }
    let delimiter = delimiter_of(text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| TableRefusal::NotATable)?;
        if rows.len() >= MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(TableRefusal::TooLarge);
        }
        let line = record.position().map_or(0, |position| line_of(position, text));
        rows.push(Row { line, cells: record.iter().map(|cell| Cell::Text(unquoted(cell))).collect() });
    }
    Ok(rows)
}

/// Returns the line on which a record begins: the reader's place is before the blank lines that it skips.
fn line_of(position: &csv::Position, text: &str) -> usize {
    let from = usize::try_from(position.byte()).ok().and_then(|from| text.as_bytes().get(from..)).unwrap_or_default();
    let skipped = from.iter().take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n').count();
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(skipped)
}

/// Takes away the apostrophe that keeps a spreadsheet from computing: see [`write_csv`].
fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    let kept = cell.strip_prefix('\'').filter(|rest| rest.starts_with(write::BEGINS_A_FORMULA));
    kept.unwrap_or(cell).to_owned()
}

/// The rows of a sheet, the names of all, and which one was read.
type Sheet = (Vec<Row>, Vec<String>, Option<String>);

fn read_workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, TableRefusal> {
    check_unpacked(bytes).map_err(|fault| match fault {
        super::archive::ArchiveFault::NotAnArchive => TableRefusal::NotATable,
        super::archive::ArchiveFault::TooLarge { .. } => TableRefusal::TooLarge,
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableRefusal::NotATable)?;
    let sheets = book.sheet_names();
    let name = match wanted {
        Some(wanted) => sheets.iter().find(|name| *name == wanted).ok_or(TableRefusal::NoSuchSheet)?.clone(),
        None => sheets.first().ok_or(TableRefusal::NotATable)?.clone(),
    };
    let sheet = book.worksheet_range(&name).map_err(|_| TableRefusal::NotATable)?;
    if sheet.height() > MOST_ROWS || sheet.width() > MOST_COLUMNS {
        return Err(TableRefusal::TooLarge);
    }
    let first = sheet.start().map_or(0, |(row, _)| row as usize);
    let rows = sheet.rows().enumerate();
    let rows = rows.map(|(at, cells)| Row { line: first + at + 1, cells: cells.iter().map(cell).collect() });
    Ok((rows.collect(), sheets, Some(name)))
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Int(whole) => Cell::Number(*whole as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(yes) => Cell::Text(if *yes { "oui" } else { "non" }.to_owned()),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.trim().to_owned()),
        Data::DateTime(moment) => {
            values::day_of_serial(moment.as_f64()).map_or(Cell::Number(moment.as_f64()), Cell::Date)
        }
        Data::DateTimeIso(text) => Cell::Text(text.split('T').next().unwrap_or_default().to_owned()),
        Data::Error(error) => Cell::Text(error.to_string()),
        Data::Empty => Cell::Text(String::new()),
        #[expect(unreachable_patterns, reason = "the crate may add kinds of cells")]
        _ => Cell::Text(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table) -> Vec<Vec<String>> {
        table.rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect()
    }

    #[test]
    fn a_csv_is_read_whatever_its_separator_and_its_letters() {
        let expected = vec![vec!["Bécaert".to_owned(), "Corinne".to_owned()]];
        for text in [
            "Nom;Prénom\nBécaert;Corinne\n",
            "Nom,Prénom\r\nBécaert,Corinne\r\n",
            "\u{FEFF}Nom\tPrénom\n\nBécaert\tCorinne",
        ] {
            let table = read(text.as_bytes(), None).unwrap();
            assert_eq!((table.header[0].as_str(), texts(&table)), ("Nom", expected.clone()), "{text}");
        }
        let windows: Vec<u8> = "Nom;Prénom\nBécaert;Corinne".chars().map(|c| u8::try_from(c as u32).unwrap()).collect();
        assert_eq!(texts(&read(&windows, None).unwrap()), expected);
    }

    #[test]
    fn the_line_of_a_row_is_that_of_the_file() {
        let table = read(b"Nom;Prenom\n\nA;B\n\n\nC;D\n", None).unwrap();
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 6]);
    }

    #[test]
    fn titles_are_found_under_a_cover_line() {
        let text = "Orientations, antenne de Dunkerque\n\nPour : la Boussole\nNom;Prénom;Question\nBécaert;Corinne;Quoi, où ?\n";
        let table = read(text.as_bytes(), None).unwrap();
        assert_eq!((table.header.len(), table.header_line), (3, 4));
        assert_eq!(texts(&table), [["Bécaert", "Corinne", "Quoi, où ?"]]);
    }

    #[test]
    fn the_sheet_that_is_asked_for_is_read() {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, person) in [("Couverture", "Rien"), ("Novembre", "Bécaert")] {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            sheet.write_string(0, 0, "Nom").unwrap();
            sheet.write_string(1, 0, person).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let first = read(&bytes, None).unwrap();
        assert_eq!(
            (first.sheets, first.sheet.as_deref()),
            (vec!["Couverture".to_owned(), "Novembre".to_owned()], Some("Couverture"))
        );
        assert_eq!(texts(&read(&bytes, Some("Novembre")).unwrap()), [["Bécaert"]]);
        assert_eq!(read(&bytes, Some("Mai")), Err(TableRefusal::NoSuchSheet));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b"", None), Err(TableRefusal::NotATable));
        assert_eq!(read(b"Nom;Prenom\n", None), Err(TableRefusal::NoRow));
        assert_eq!(read(b"PK\x03\x04nothing", None), Err(TableRefusal::NotATable));
        assert_eq!(read(b"\x7fELF\0\0\0", None), Err(TableRefusal::NotATable));
        let wide = format!("{}\nA", "a;".repeat(100));
        assert_eq!(read(wide.as_bytes(), None), Err(TableRefusal::TooLarge));
        assert_eq!(bytes_of(Path::new("/nulle/part")), Err(TableRefusal::NoSuchFile));
    }
}
