//! What a facilitator takes into the room: who comes, what each needs, what is to be ready.

use chrono::{NaiveDate, NaiveTime};

use super::document::{Block, Column, Document, Fact, PrintSize, Ruling, Table, TextStyle, plain, strong};
use super::house;
use crate::i18n::{short_date, time_range, weekday_date};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSheet {
    pub reference: String,
    pub workshop_title: String,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub place: String,
    pub facilitator: String,
    pub minimum: usize,
    pub maximum: usize,
    /// What the room needs.
    pub material: Vec<String>,
    /// What people were asked to bring.
    pub bring: Vec<String>,
    pub people: Vec<Expected>,
    pub printed_on: NaiveDate,
}

/// Somebody who is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub name: String,
    pub phone: String,
    /// What helps the person: one sentence, or nothing.
    pub needs: String,
}

const ROW_HEIGHT: u16 = 22;

/// Returns the sheet, on one page for a session of twelve.
pub fn document(sheet: &SessionSheet) -> Document {
    let title = tr!("report-session-title");
    let day = weekday_date(sheet.date);
    let people = sheet.people.len();
    let seats = tr!("report-session-seats", people = people, minimum = sheet.minimum, maximum = sheet.maximum);
    let mut facts = vec![
        Fact::new(tr!("report-column-date"), day.clone()),
        Fact::new(tr!("report-hours"), time_range(sheet.start, sheet.end)),
        Fact::new(tr!("report-place"), sheet.place.clone()),
        Fact::new(tr!("report-facilitator"), sheet.facilitator.clone()),
        Fact::new(tr!("report-session-people"), seats),
    ];
    // Among the facts, not under headings of their own: twelve people hold on the page.
    for (name, items) in
        [(tr!("report-session-material"), &sheet.material), (tr!("report-session-bring"), &sheet.bring)]
    {
        if !items.is_empty() {
            facts.push(Fact::new(name, items.join(" ; ")));
        }
    }
    let mut blocks =
        vec![Block::lead(title.clone()), Block::heading(1, sheet.workshop_title.clone()), Block::Facts(facts)];
    let row = |(index, person): (usize, &Expected)| {
        vec![
            vec![plain((index + 1).to_string())],
            vec![strong(person.name.clone())],
            vec![plain(person.phone.clone())],
            vec![plain(person.needs.clone())],
            vec![plain(String::new())],
        ]
    };
    blocks.push(Block::Table(Table {
        caption: tr!("report-session-table", count = people),
        columns: vec![
            Column::new(tr!("report-column-number"), 6),
            Column::new(tr!("report-column-name"), 25),
            Column::new(tr!("report-column-phone"), 18),
            Column::new(tr!("report-column-needs"), 40),
            Column::new(tr!("report-column-came"), 11),
        ],
        rows: sheet.people.iter().enumerate().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Grid { row_height: ROW_HEIGHT },
        drawings: Vec::new(),
        text: TextStyle::Body,
    }));
    blocks.push(Block::KeepTogether(vec![
        Block::heading(2, tr!("report-session-notes")),
        Block::BlankLines(if people > 9 { 2 } else { 3 }),
        Block::small(tr!("report-session-internal")),
    ]));
    Document {
        metadata: house::metadata(
            tr!("report-session-file", title = sheet.workshop_title.as_str(), date = day.as_str()),
            title.clone(),
            &sheet.reference,
            sheet.printed_on,
        ),
        running: house::running(&title, &short_date(sheet.date)),
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Standard,
        blocks,
    }
}
