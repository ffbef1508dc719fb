//! The workbook that an author fills in: sheets, notes, lists of choices, and an example that is a whole definition.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::layout::{Column, Form, Grid, Line, Sort, layout};

/// Why no workbook is made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be made")]
pub struct TemplateError(#[from] XlsxError);

/// The last line that offers choices.
const LAST_LINE: u32 = 400;

/// Returns the bytes of the workbook.
///
/// # Errors
/// Returns what the writer of workbooks refuses; a test holds that it refuses nothing.
pub fn template() -> Result<Vec<u8>, TemplateError> {
    let layout = layout();
    let look = Look::new();
    let mut book = Workbook::new();
    for form in [&layout.card, &layout.instructions] {
        write_form(book.add_worksheet(), form, &look)?;
    }
    for grid in [&layout.answers, &layout.questions, &layout.scales, &layout.bands] {
        write_grid(book.add_worksheet(), grid, &look)?;
    }
    Ok(book.save_to_buffer()?)
}

struct Look {
    header: Format,
    note: Format,
    name: Format,
    text: Format,
}

impl Look {
    fn new() -> Self {
        let cell = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let header = cell().set_bold().set_background_color(Color::RGB(0x00DC_E6F2));
        Self {
            header: header.set_border_bottom(FormatBorder::Thin),
            note: cell().set_italic().set_font_color(Color::RGB(0x0055_5555)),
            name: cell().set_bold(),
            text: cell(),
        }
    }
}

fn write_form(sheet: &mut Worksheet, form: &Form, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(&form.name)?.set_freeze_panes(1, 0)?;
    for ((column, title), width) in (0..).zip(&form.titles).zip([34.0, 60.0, 60.0]) {
        sheet.set_column_width(column, width)?.write_with_format(0, column, title, &look.header)?;
    }
    for (row, line) in (1..).zip(&form.lines) {
        let Line { title, sort, example, note, choices, .. } = line;
        sheet.write_with_format(row, 0, title, &look.name)?;
        write_cell(sheet, (row, 1), *sort, example, look)?;
        sheet.write_with_format(row, 2, note, &look.note)?;
        if !choices.is_empty() {
            sheet.add_data_validation(row, 1, row, 1, &among(choices)?)?;
        }
    }
    Ok(())
}

fn write_grid(sheet: &mut Worksheet, grid: &Grid, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(&grid.name)?.set_freeze_panes(3, 1)?;
    sheet.write_with_format(0, 0, format!("# {}", grid.note), &Format::new().set_italic())?;
    for (index, column) in (0..).zip(&grid.columns) {
        let Column { title, note, width, choices, .. } = column;
        sheet.set_column_width(index, f64::from(*width))?.write_with_format(1, index, title, &look.header)?;
        // The first cell of the line makes it a comment.
        let note = if index == 0 { format!("# {note}") } else { note.clone() };
        sheet.write_with_format(2, index, note, &look.note)?;
        if !choices.is_empty() {
            sheet.add_data_validation(3, index, LAST_LINE, index, &among(choices)?)?;
        }
    }
    for (row, example) in (3..).zip(&grid.examples) {
        for (index, column) in (0..).zip(&grid.columns) {
            write_cell(sheet, (row, index), column.sort, example.value(grid, &column.key), look)?;
        }
    }
    Ok(())
}

/// Offers choices without forbidding anything else: the check says what is wrong, in its place.
fn among(choices: &[String]) -> Result<DataValidation, XlsxError> {
    Ok(DataValidation::new().allow_list_strings(choices)?.show_error_message(false))
}

/// Writes a number as a number, so that each country's spreadsheet shows its own decimal sign.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    sort: Sort,
    text: &str,
    look: &Look,
) -> Result<(), XlsxError> {
    let number = match sort {
        Sort::Number | Sort::Whole | Sort::Correct => text.replace(',', ".").parse::<f64>().ok(),
        Sort::Text | Sort::Word | Sort::YesNo | Sort::List | Sort::Keys | Sort::Choice => None,
    };
    match number {
        Some(number) => drop(sheet.write_with_format(row, column, number, &look.text)?),
        None if text.is_empty() => drop(sheet.write_blank(row, column, &look.text)?),
        None => drop(sheet.write_string_with_format(row, column, text, &look.text)?),
    }
    Ok(())
}
