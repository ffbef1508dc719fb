//! « Mes rendez-vous »: what a person has to come, in large print, with what to bring each time.

use chrono::NaiveDate;

use super::document::{Block, Document, Marker, PrintSize, Span, Step, Tone, plain, strong};
use super::house;
use crate::domain::stamp::TimeSlot;
use crate::i18n::terms;
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaSheet {
    pub reference: String,
    pub printed_on: NaiveDate,
    pub person: String,
    /// The nearest first.
    pub coming: Vec<Coming>,
    /// What they wait for, without a date yet.
    pub waiting: Vec<String>,
    pub contact_name: String,
    pub contact_phone: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    pub title: String,
    pub slot: TimeSlot,
    pub place: String,
    pub with: String,
    /// May be empty.
    pub bring: String,
}

/// Returns the sheet.
pub fn document(sheet: &AgendaSheet) -> Document {
    let title = tr!("report-agenda-title");
    let mut blocks = vec![Block::heading(1, title.clone()), Block::lead(sheet.person.clone())];
    if sheet.coming.is_empty() {
        blocks.push(Block::lead(tr!("report-agenda-nothing")));
    } else {
        blocks.push(Block::Steps(sheet.coming.iter().map(step).collect()));
    }
    if !sheet.waiting.is_empty() {
        blocks.push(Block::heading(2, tr!("report-agenda-waiting")));
        let items = sheet.waiting.iter().map(|title| vec![plain(title.clone())]).collect();
        blocks.push(Block::List { marker: Marker::Bullet, items });
    }
    blocks.push(Block::Callout {
        tone: Tone::Note,
        title: tr!("report-roadmap-question"),
        paragraphs: vec![house::whom_to_call(&sheet.contact_name, &sheet.contact_phone)],
    });
    Document {
        metadata: house::metadata(
            tr!("report-agenda-file", name = sheet.person.as_str()),
            title.clone(),
            &sheet.reference,
            sheet.printed_on,
        ),
        running: house::running(&title, &sheet.person),
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Large,
        blocks,
    }
}

fn step(coming: &Coming) -> Step {
    let place = tr!("report-agenda-place", place = coming.place.as_str(), with = coming.with.as_str());
    let mut lines: Vec<Vec<Span>> = vec![vec![plain(terms::slot(coming.slot))], vec![plain(place)]];
    if !coming.bring.is_empty() {
        lines.push(vec![strong(tr!("report-bring-label")), plain(" "), plain(coming.bring.clone())]);
    }
    Step { title: coming.title.clone(), state: String::new(), done: false, lines }
}
