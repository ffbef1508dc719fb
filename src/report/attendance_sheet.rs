//! The sheet that each convened person signs at a workshop session.

use chrono::{NaiveDate, NaiveTime};

use super::document::{
    Block, Column, Document, Fact, PrintSize, Ruling, Running, SignatureBox, Table, TextStyle, plain, strong,
};
use super::house;
use crate::i18n::{short_date, time_range, weekday_date};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceSheet {
    pub reference: String,
    /// Word for word the workshop's title: the funder compares them.
    pub workshop_title: String,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub place: String,
    pub facilitator: String,
    /// Names of the convened people, in the order of the sheet.
    pub convened: Vec<String>,
    /// Fingerprint of the session version that the sheet was printed from.
    pub session_hash: String,
    /// The day of printing.
    pub printed_on: NaiveDate,
}

/// Lines for people who come without having been convened.
const WALK_INS: usize = 4;
const ROW_HEIGHT: u16 = 31;

/// Returns the sheet: one line a person, then four blank lines.
pub fn document(sheet: &AttendanceSheet) -> Document {
    let title = tr!("report-attendance-title");
    let day = weekday_date(sheet.date);
    let hours = time_range(sheet.start, sheet.end);
    let column = |title: String, weight: u16| Column::new(title, weight);
    let number = |index: usize| plain((index + 1).to_string());
    let empty = || vec![plain(String::new())];
    let mut rows: Vec<_> = sheet
        .convened
        .iter()
        .enumerate()
        .map(|(index, name)| vec![vec![number(index)], vec![strong(name.clone())], empty(), empty(), empty()])
        .collect();
    for index in sheet.convened.len()..sheet.convened.len() + WALK_INS {
        rows.push(vec![vec![number(index)], empty(), empty(), empty(), empty()]);
    }
    let blocks = vec![
        Block::lead(title.clone()),
        Block::heading(1, sheet.workshop_title.clone()),
        Block::Facts(vec![
            Fact::new(tr!("report-column-date"), day.clone()),
            Fact::new(tr!("report-hours"), hours),
            Fact::new(tr!("report-place"), sheet.place.clone()),
            Fact::new(tr!("report-facilitator"), sheet.facilitator.clone()),
        ]),
        Block::Table(Table {
            caption: tr!("report-attendance-table", count = sheet.convened.len(), blank = WALK_INS),
            columns: vec![
                column(tr!("report-column-number"), 7),
                column(tr!("report-column-name"), 37),
                column(tr!("report-column-arrival"), 13),
                column(tr!("report-column-departure"), 13),
                column(tr!("report-column-signature"), 30),
            ],
            rows,
            row_headers: true,
            ruling: Ruling::Grid { row_height: ROW_HEIGHT },
            text: TextStyle::Body,
        }),
        Block::KeepTogether(vec![
            Block::body(tr!("report-attendance-statement")),
            Block::Signatures(vec![SignatureBox {
                role: tr!("report-facilitator-signature"),
                name: sheet.facilitator.clone(),
                prompt: tr!("report-signature-prompt"),
            }]),
            Block::small(tr!(
                "report-attendance-version",
                reference = sheet.reference.as_str(),
                hash = sheet.session_hash.as_str()
            )),
        ]),
    ];
    Document {
        metadata: house::metadata(
            tr!("report-attendance-file", title = sheet.workshop_title.as_str(), date = day.as_str()),
            title.clone(),
            &sheet.reference,
            sheet.printed_on,
        ),
        running: Running { footer: sheet.workshop_title.clone(), ..house::running(&title, &short_date(sheet.date)) },
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Standard,
        blocks,
    }
}
