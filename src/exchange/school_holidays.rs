//! The school holidays of the service's zone, as a table: name, first day, last day.

use chrono::NaiveDate;

use crate::domain::calendar::{Days, SchoolHoliday};

/// Reads a table with a header line and three columns, separated by semicolons or commas: the name, the first day and
/// the last day, both included, as 17/10/2026 or 2026-10-17.
///
/// # Errors
/// Returns the line, counted from 1, that is not as expected; 1 for a table without a row.
pub fn read(text: &str) -> Result<Vec<SchoolHoliday>, usize> {
    let text = text.trim_start_matches('\u{FEFF}');
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut holidays = Vec::new();
    for (row, line) in reader.records().zip(2..) {
        let row = row.map_err(|_| line)?;
        let (name, from, until) = (row.get(0), row.get(1).and_then(day), row.get(2).and_then(day));
        match (name.filter(|name| !name.is_empty()), from, until) {
            (Some(name), Some(from), Some(until)) if from <= until => {
                holidays.push(SchoolHoliday { name: name.to_owned(), days: Days { from, until } });
            }
            _ => return Err(line),
        }
    }
    if holidays.is_empty() { Err(1) } else { Ok(holidays) }
}

fn day(text: &str) -> Option<NaiveDate> {
    ["%d/%m/%Y", "%Y-%m-%d"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_day_and_of_separating_columns_are_read() {
        let french = read("Nom;Du;Au\nToussaint;17/10/2026;01/11/2026\n").unwrap();
        let other = read("nom,du,au\nToussaint,2026-10-17,2026-11-01\n").unwrap();
        assert_eq!(french, other);
        assert_eq!(french[0].days.from, NaiveDate::from_ymd_opt(2026, 10, 17).unwrap());
    }

    #[test]
    fn the_line_that_cannot_be_read_is_told() {
        assert_eq!(read("Nom;Du;Au\nToussaint;17/10/2026;01/11/2026\nNoël;bientôt;03/01/2027\n"), Err(3));
        assert_eq!(read("Nom;Du;Au\nNoël;03/01/2027;19/12/2026\n"), Err(2));
        assert_eq!(read("Nom;Du;Au\n"), Err(1));
        assert_eq!(read(""), Err(1));
    }
}
