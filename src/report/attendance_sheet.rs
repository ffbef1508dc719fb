//! The sheet that each person signs at a workshop session: one for each half-day.

use chrono::{NaiveDate, NaiveTime};

use super::chart::CellPicture;
use super::document::{
    Block, CellDrawing, Column, Document, Fact, PrintSize, Ruling, Running, SignatureBox, Span, Table, TextStyle,
    plain, strong,
};
use super::house;
use crate::domain::signature::Signature;
use crate::i18n::{clock_time, short_date, time_range, weekday_date};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceSheet {
    pub reference: String,
    /// Word for word the workshop's title: the funder compares them.
    pub workshop_title: String,
    pub date: NaiveDate,
    /// Of this half-day.
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub place: String,
    pub facilitator: String,
    /// The convened people, in the order of the sheet.
    pub convened: Vec<Attendee>,
    /// People who came without having been convened, as far as they are recorded already.
    pub walk_ins: Vec<Attendee>,
    /// What the facilitator drew on the screen.
    pub facilitator_signed: Option<Drawn>,
    /// Whether coming is by itself a participation for the FSE+.
    pub counts_alone: bool,
    /// Fingerprint of the session version that the sheet was printed from.
    pub session_hash: String,
    /// The day of printing.
    pub printed_on: NaiveDate,
}

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    pub name: String,
    /// Of the person's file; empty for somebody who has none.
    pub reference: String,
    pub signed: Option<Drawn>,
}

/// A signature drawn on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub signature: Signature,
    pub at: NaiveTime,
}

/// Lines for people who come without having been convened.
const WALK_INS: usize = 4;
const ROW_HEIGHT: u16 = 31;
/// The column where people sign.
const SIGNATURE: usize = 5;

/// Returns the sheet: one line a person, then blank lines.
pub fn document(sheet: &AttendanceSheet) -> Document {
    let title = tr!("report-attendance-title");
    let day = weekday_date(sheet.date);
    let hours = time_range(sheet.start, sheet.end);
    let blank = WALK_INS.saturating_sub(sheet.walk_ins.len()).max(2);
    let (rows, drawings) = lines(sheet, blank);
    let column = |title: String, weight: u16| Column::new(title, weight);
    let mut blocks = vec![
        Block::lead(title.clone()),
        Block::heading(1, sheet.workshop_title.clone()),
        Block::Facts(vec![
            Fact::new(tr!("report-column-date"), day.clone()),
            Fact::new(tr!("report-hours"), hours.clone()),
            Fact::new(tr!("report-place"), sheet.place.clone()),
            Fact::new(tr!("report-facilitator"), sheet.facilitator.clone()),
        ]),
        Block::Table(Table {
            caption: tr!("report-attendance-table", count = sheet.convened.len(), blank = blank),
            columns: vec![
                column(tr!("report-column-number"), 6),
                column(tr!("report-column-name"), 28),
                column(tr!("report-column-file"), 21),
                column(tr!("report-column-arrival"), 11),
                column(tr!("report-column-departure"), 11),
                column(tr!("report-column-signature"), 33),
            ],
            rows,
            row_headers: true,
            ruling: Ruling::Grid { row_height: ROW_HEIGHT },
            drawings,
            text: TextStyle::Body,
        }),
    ];
    let mut end = vec![
        Block::body(tr!("report-attendance-statement")),
        Block::Signatures(vec![SignatureBox {
            role: tr!("report-facilitator-signature"),
            name: sheet.facilitator.clone(),
            prompt: sheet.facilitator_signed.as_ref().map_or_else(|| tr!("report-signature-prompt"), signed),
            drawn: sheet.facilitator_signed.as_ref().map(|drawn| drawn.signature.clone()),
        }]),
    ];
    if !sheet.counts_alone {
        end.push(Block::small(tr!("report-attendance-informs")));
    }
    end.push(Block::small(tr!(
        "report-attendance-version",
        reference = sheet.reference.as_str(),
        hash = sheet.session_hash.as_str()
    )));
    blocks.push(Block::KeepTogether(end));
    let about = tr!("report-attendance-about", date = short_date(sheet.date), hours = hours);
    Document {
        metadata: house::metadata(
            tr!("report-attendance-file", title = sheet.workshop_title.as_str(), date = day.as_str()),
            title.clone(),
            &sheet.reference,
            sheet.printed_on,
        ),
        running: Running { footer: sheet.workshop_title.clone(), ..house::running(&title, &about) },
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Standard,
        blocks,
    }
}

type Row = Vec<Vec<Span>>;

fn lines(sheet: &AttendanceSheet, blank: usize) -> (Vec<Row>, Vec<CellDrawing>) {
    let empty = || vec![plain(String::new())];
    let (mut rows, mut drawings) = (Vec::new(), Vec::new());
    for person in sheet.convened.iter().chain(&sheet.walk_ins) {
        let row = rows.len();
        drawings.extend(person.signed.as_ref().map(|drawn| CellDrawing {
            row,
            column: SIGNATURE,
            picture: CellPicture::Signature(drawn.signature.clone()),
        }));
        rows.push(vec![
            vec![plain((row + 1).to_string())],
            vec![strong(person.name.clone())],
            vec![plain(person.reference.clone())],
            empty(),
            empty(),
            vec![plain(person.signed.as_ref().map(signed).unwrap_or_default())],
        ]);
    }
    for _ in 0..blank {
        let number = (rows.len() + 1).to_string();
        rows.push(vec![vec![plain(number)], empty(), empty(), empty(), empty(), empty()]);
    }
    (rows, drawings)
}

fn signed(drawn: &Drawn) -> String {
    tr!("report-signed-on-screen", time = clock_time(drawn.at))
}
