//! Banks of calibrated items, `item,a,b,c,d`, and simulated answers to them, one line of 0 and 1 per person.

use std::path::Path;

use csv::ByteRecord;

use super::{DataFileError, NotANumber, header, line_of, not_a_table, number, read, table, text};
use crate::domain::scoring::irt::Item;

/// An item of a bank, with its name in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct BankItem {
    pub name: String,
    pub item: Item,
}

/// Reads a bank; without columns c and d, items have no guessing and no slips.
pub fn read_bank(path: &Path) -> Result<Vec<BankItem>, DataFileError> {
    let bytes = read(path)?;
    let mut reader = table(&bytes);
    let header = header(path, &mut reader)?;
    let position = |name: &str| header.iter().position(|column| column == name);
    let required = |name: &str| {
        position(name).ok_or_else(|| DataFileError::NoColumn { path: path.to_owned(), column: name.to_owned() })
    };
    let (name, a, b) = (required("item")?, required("a")?, required("b")?);
    let (c, d) = (position("c"), position("d"));
    let mut bank = Vec::new();
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|source| not_a_table(path, source))? {
        let impossible = || DataFileError::ImpossibleItem { path: path.to_owned(), line: line_of(&record) };
        let parameter = |column: Option<usize>, otherwise: Option<f64>| match column {
            None => otherwise.ok_or_else(impossible),
            Some(column) => match number(record.get(column).unwrap_or_default()) {
                Ok(value) => value.or(otherwise).ok_or_else(impossible),
                Err(NotANumber) => Err(impossible()),
            },
        };
        let (a, b) = (parameter(Some(a), None)?, parameter(Some(b), None)?);
        let (c, d) = (parameter(c, Some(0.0))?, parameter(d, Some(1.0))?);
        let item = Item::four_parameters(a, b, c, d).map_err(|_refused| impossible())?;
        bank.push(BankItem { name: text(&record, name), item });
    }
    Ok(bank)
}

/// Reads answers known beforehand: one line per person, one character 0 or 1 per item of the bank.
pub fn read_answer_strings(path: &Path, n_items: usize) -> Result<Vec<Vec<bool>>, DataFileError> {
    let bytes = read(path)?;
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty())
        .map(|(index, line)| answer_string(path, index + 1, line, n_items))
        .collect()
}

fn answer_string(path: &Path, line: usize, bytes: &[u8], need: usize) -> Result<Vec<bool>, DataFileError> {
    if bytes.len() != need {
        return Err(DataFileError::AnswerCount { path: path.to_owned(), line, have: bytes.len(), need });
    }
    let right = |byte: &u8| match byte {
        b'0' => Some(false),
        b'1' => Some(true),
        _ => None,
    };
    let answers: Option<Vec<bool>> = bytes.iter().map(right).collect();
    answers.ok_or_else(|| DataFileError::NeitherRightNorWrong { path: path.to_owned(), line })
}
