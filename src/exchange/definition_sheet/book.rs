//! The cells of a workbook or of a folder of CSV files, as texts.
//!
//! A workbook is an archive from elsewhere: what it unpacks to is counted before it is read, and cells far away are
//! refused, so that a few bytes cannot fill the memory.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use super::layout::{folded, layout};
use crate::domain::definition_check::Reason;
use crate::exchange::archive::{ArchiveFault, LARGEST_UNPACKED, check_unpacked};
use calamine::{DataRef, Reader, Xlsx};

/// A definition fills a few hundred kilobytes.
const LARGEST_FILE: u64 = 10_000_000;
const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 64;

/// One sheet: its rows from the first, each cell as a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

/// Returns whether a folder has a CSV file named after the first sheet.
pub fn is_csv_folder(path: &Path) -> bool {
    path.is_dir() && csv_file(path, &layout().card.name).is_some()
}

/// Reads the sheets that the template names, in the order of the file.
pub fn read(path: &Path) -> Result<Vec<Sheet>, Reason> {
    if path.is_dir() { read_folder(path) } else { read_workbook(path) }
}

fn names() -> [&'static str; 6] {
    let layout = layout();
    [
        &layout.card.name,
        &layout.instructions.name,
        &layout.answers.name,
        &layout.questions.name,
        &layout.scales.name,
        &layout.bands.name,
    ]
}

fn csv_file(folder: &Path, sheet: &str) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    entries.filter_map(|entry| Some(entry.ok()?.path())).find(|path| {
        let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        is_csv && path.file_stem().is_some_and(|stem| folded(&stem.to_string_lossy()) == folded(sheet))
    })
}

fn read_folder(folder: &Path) -> Result<Vec<Sheet>, Reason> {
    let files = names().into_iter().filter_map(|name| Some((name, csv_file(folder, name)?)));
    files.map(|(name, file)| read_csv(name, &file)).collect()
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    let open = File::open(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Reason::NoSuchPath,
        _ => Reason::Unreadable,
    })?;
    open.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|_| Reason::Unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Reason::TooLarge { bytes: bytes.len() as u64, limit: LARGEST_FILE });
    }
    Ok(bytes)
}

/// Reads a CSV file as French spreadsheets write it: commas, or semicolons where its first line has some.
fn read_csv(name: &str, file: &Path) -> Result<Sheet, Reason> {
    let bytes = bytes_of(file)?;
    let text = str::from_utf8(&bytes).map_err(|_| Reason::NotUtf8)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains(';') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Reason::NotAWorkbook)?;
        // Blank lines have no record: the row of a record is its line, one cell being several lines only inside.
        if rows.len() >= MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(Reason::TooLarge { bytes: bytes.len() as u64, limit: LARGEST_FILE });
        }
        rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    Ok(Sheet { name: name.to_owned(), rows })
}

fn read_workbook(path: &Path) -> Result<Vec<Sheet>, Reason> {
    let bytes = bytes_of(path)?;
    check_unpacked(&bytes).map_err(|fault| match fault {
        ArchiveFault::NotAnArchive => Reason::NotAWorkbook,
        ArchiveFault::TooLarge { bytes } => Reason::TooLarge { bytes, limit: LARGEST_UNPACKED },
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).map_err(|_| Reason::NotAWorkbook)?;
    let wanted = |name: &String| names().iter().any(|known| folded(known) == folded(name));
    let sheets: Vec<String> = book.sheet_names().into_iter().filter(wanted).collect();
    sheets.into_iter().map(|name| read_sheet(&mut book, name, bytes.len() as u64)).collect()
}

fn read_sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: String, n_bytes: u64) -> Result<Sheet, Reason> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Reason::NotAWorkbook)?;
    while let Some(cell) = cells.next_cell().map_err(|_| Reason::NotAWorkbook)? {
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Reason::TooLarge { bytes: n_bytes, limit: LARGEST_FILE });
        }
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(Sheet { name, rows })
}

/// Returns a cell as its author sees it, as far as it matters here.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(whole) => whole.to_string(),
        // `{}` writes the shortest digits: "48" for 48.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "oui" } else { "non" }.to_owned(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // `#NAME?` where a spreadsheet took `-E2` for a formula: told where it stands.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
