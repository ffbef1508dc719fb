//! A definition as a spreadsheet: the template that authors fill in, and the way back to the text of a definition.
//!
//! Sheets and columns are described in `assets/template.toml`. What a sheet cannot say (generated items, tasks,
//! sections, norms) is written in a `.toml` file.

mod book;
mod build;
mod cell;
mod layout;
mod template;

use std::collections::BTreeMap;
use std::path::Path;

pub use template::{TemplateError, template};

use crate::domain::definition_check::Problem;
use crate::tr;

/// The text of a definition made from a spreadsheet, and the cell of each of its keys.
#[derive(Clone, Debug, Default)]
pub struct Located {
    pub text: String,
    places: BTreeMap<String, Place>,
}

/// A cell, by the names that its author sees.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    sheet: String,
    /// Counted from 1, as spreadsheets do; 0 where the sheet lacks the line.
    row: usize,
    /// Counted from 1; 0 where the sheet lacks the column.
    column: usize,
    title: String,
}

/// Returns whether a path is read as a spreadsheet: a workbook, or a folder of CSV files named after its sheets.
pub fn is_sheet(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) || book::is_csv_folder(path)
}

/// Reads a spreadsheet into the text of a definition.
///
/// # Errors
/// Returns everything that cannot be read, each with its sheet, row and column.
pub fn read(path: &Path) -> Result<Located, Vec<Problem>> {
    let sheets = book::read(path).map_err(|reason| vec![Problem::new(path, 0, "", reason)])?;
    build::build(path, &sheets)
}

impl Located {
    /// Returns where a key of the definition is written, in French: its own cell, else that of the part around it.
    pub fn place_of(&self, key: &str) -> String {
        let mut part = key;
        loop {
            match (self.places.get(part), part.rsplit_once('.')) {
                (Some(place), _) => return place.told(),
                (None, Some((around, _))) => part = around,
                (None, None) => return key.to_owned(),
            }
        }
    }
}

impl Place {
    fn told(&self) -> String {
        let (sheet, title) = (self.sheet.as_str(), self.title.as_str());
        match (self.row, self.column) {
            (0, _) => tr!("sheet-place-nowhere", sheet = sheet, title = title),
            (row, 0) => tr!("sheet-place-row", sheet = sheet, row = row.to_string(), title = title),
            (row, column) => {
                tr!("sheet-place", sheet = sheet, cell = format!("{}{row}", column_name(column)), title = title)
            }
        }
    }
}

/// Returns the letters of a column counted from 1.
fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA")] {
            assert_eq!(column_name(column), name);
        }
    }
}
