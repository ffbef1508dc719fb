//! Tables to be opened in a spreadsheet, which computes nothing that they hold.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// What makes a spreadsheet take a text for a formula (OWASP, CSV injection).
pub(super) const BEGINS_A_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Returns a CSV file for a French spreadsheet: UTF-8 with its mark, semicolons, lines of Windows. A text that would be
/// computed begins by an apostrophe, which a reader of this program takes away.
///
/// # Errors
/// Returns why the rows cannot be written; in memory they can.
pub fn write_csv(header: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        writer.write_record(row.iter().map(|cell| quoted(cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn quoted(cell: &str) -> String {
    if cell.starts_with(BEGINS_A_FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// Returns a workbook of one sheet whose cells are all texts: nothing is computed, and no zero is lost.
///
/// # Errors
/// Returns what the format cannot hold, such as more than 1,048,576 rows.
pub fn write_xlsx(name: &str, header: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let (title, text) = (Format::new().set_bold().set_num_format("@"), Format::new().set_num_format("@"));
    for (row, cells) in (0..).zip(std::iter::once(header).chain(rows.iter().map(Vec::as_slice))) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, cell, if row == 0 { &title } else { &text })?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::people_table::{Cell, read};

    /// Texts that a spreadsheet would compute, lose a zero of, or cut.
    const HOSTILE: [&str; 9] = [
        "=1+1",
        "+33 6 12 34 56 78",
        "-2",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\")",
        "0612345678",
        "a;b",
        "l'un \"et\" l'autre",
        "'quoi",
    ];

    fn read_back(bytes: &[u8]) -> Vec<String> {
        let table = read(bytes, None).unwrap();
        table.rows[0].cells.iter().map(Cell::text).collect()
    }

    #[test]
    fn what_is_written_comes_back_and_begins_no_formula() {
        let header: Vec<String> = (0..HOSTILE.len()).map(|at| format!("c{at}")).collect();
        let rows = vec![HOSTILE.map(str::to_owned).to_vec()];
        let csv = write_csv(&header, &rows).unwrap();
        assert!(csv.starts_with("\u{FEFF}c0;c1".as_bytes()));
        let text = String::from_utf8(csv.clone()).unwrap();
        assert!(
            !text.contains(";=") && !text.contains(";+") && !text.contains(";@") && !text.contains(";\"="),
            "{text}"
        );
        assert_eq!(read_back(&csv), HOSTILE);
        let book = write_xlsx("Participants", &header, &rows).unwrap();
        assert_eq!(read_back(&book), HOSTILE);
    }
}
