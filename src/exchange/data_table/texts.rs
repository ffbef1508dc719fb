//! Answers as text: what persons gave, cell by cell, whatever the kind of item.

use std::path::Path;

use csv::ByteRecord;

use super::{DataFileError, Sheet, line_of, read, text};

/// A table of text cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTable {
    pub columns: Vec<String>,
    pub rows: Vec<TextRow>,
}

/// One person's cells, in the order of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    /// Column `id`, or the person's place from 1 where the file has none.
    pub id: String,
    /// Line in the file, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// Reads a CSV file with a header, one person a line.
pub fn read_texts(path: &Path) -> Result<TextTable, DataFileError> {
    let bytes = read(path)?;
    let mut sheet = Sheet::open(path, &bytes)?;
    let (columns, id) = (sheet.header().to_vec(), sheet.id_column());
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    while sheet.read(&mut record)? {
        let cells = (0..columns.len()).map(|column| text(&record, column)).collect();
        let id = id.map_or_else(|| (rows.len() + 1).to_string(), |column| text(&record, column));
        rows.push(TextRow { id, line: line_of(&record), cells });
    }
    Ok(TextTable { columns, rows })
}
