//! Banks of calibrated items, `item,a,b,c,d`, and simulated answers to them, one line of 0 and 1 per person.

use std::collections::HashSet;
use std::path::Path;

use csv::ByteRecord;

use super::{DataFileError, NotANumber, Sheet, line_of, read, text};
use crate::domain::scoring::irt::Item;

/// An item of a bank, with its name in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct BankItem {
    pub name: String,
    pub item: Item,
}

/// Reads a bank; without columns c and d, items have no guessing and no slips, without column a they discriminate as 1.
pub fn read_bank(path: &Path) -> Result<Vec<BankItem>, DataFileError> {
    let bytes = read(path)?;
    let mut sheet = Sheet::open(path, &bytes)?;
    let (name, b) = (sheet.required("item")?, sheet.required("b")?);
    let [a, c, d] = ["a", "c", "d"].map(|parameter| sheet.position(parameter));
    let (mut bank, mut seen) = (Vec::new(), HashSet::new());
    let mut record = ByteRecord::new();
    while sheet.read(&mut record)? {
        let line = line_of(&record);
        let impossible = || DataFileError::ImpossibleItem { path: path.to_owned(), line };
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let written = |column: usize| sheet.number(cell(column)).map_err(|NotANumber| impossible());
        let present = |column: usize| written(column)?.ok_or_else(impossible);
        // A blank asymptote is the usual one; a blank discrimination or difficulty is a mistake.
        let asymptote = |column: Option<usize>, usual: f64| match column {
            Some(column) => written(column).map(|value| value.unwrap_or(usual)),
            None => Ok(usual),
        };
        let (a, b) = (a.map_or(Ok(1.0), present)?, present(b)?);
        let item =
            Item::four_parameters(a, b, asymptote(c, 0.0)?, asymptote(d, 1.0)?).map_err(|_refused| impossible())?;
        let name = text(&record, name);
        if !seen.insert(name.clone()) {
            return Err(DataFileError::RepeatedBankItem { path: path.to_owned(), line, item: name });
        }
        bank.push(BankItem { name, item });
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn bank(text: &str) -> Result<Vec<BankItem>, DataFileError> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        read_bank(file.path())
    }

    #[test]
    fn a_rasch_bank_needs_difficulties_alone() {
        let read = bank("b,item\n0.5,x\n-1,y\n").unwrap();
        assert_eq!(read.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["x", "y"]);
        assert_eq!(read.last().map(|entry| entry.item), Some(Item::one_parameter(-1.0).unwrap()));
    }

    #[test]
    fn blank_asymptotes_are_the_usual_ones_and_a_blank_difficulty_is_refused() {
        let read = bank("item;a;b;c;d\nx;1,2;0,5;;\n").unwrap();
        assert_eq!(read.first().map(|entry| entry.item), Some(Item::two_parameters(1.2, 0.5).unwrap()));
        let refused = bank("item,a,b\nx,1.2,\n").unwrap_err();
        assert!(matches!(refused, DataFileError::ImpossibleItem { line: 2, .. }), "{refused:?}");
    }

    #[test]
    fn an_item_twice_in_a_bank_would_count_twice() {
        let refused = bank("item,a,b\nx,1,0\ny,1,1\nx,1,0\n").unwrap_err();
        assert!(matches!(refused, DataFileError::RepeatedBankItem { line: 4, ref item, .. } if item == "x"));
    }
}
