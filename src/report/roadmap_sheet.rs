//! « Ma feuille de route »: one page in large print that the person keeps.

use chrono::{NaiveDate, NaiveTime};

use super::chart::StepState;
use super::document::{Block, Document, PrintSize, Span, Step, TextStyle, Tone, plain, strong};
use super::house;
use crate::i18n::{clock_time, weekday_date};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadmapSheet {
    pub reference: String,
    pub printed_on: NaiveDate,
    pub person: String,
    pub steps: Vec<RoadmapStep>,
    /// What to bring each time; may be empty.
    pub bring: Vec<String>,
    pub contact_name: String,
    pub contact_phone: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadmapStep {
    pub title: String,
    pub date: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
    /// May be empty.
    pub place: String,
    pub state: StepState,
}

/// Returns the sheet.
pub fn document(sheet: &RoadmapSheet) -> Document {
    let title = tr!("report-roadmap-title");
    let mut blocks = vec![
        Block::heading(1, title.clone()),
        Block::lead(sheet.person.clone()),
        Block::Steps(sheet.steps.iter().map(step).collect()),
    ];
    if !sheet.bring.is_empty() {
        let spans = vec![strong(tr!("report-bring-label")), plain(" "), plain(sheet.bring.join(", ")), plain(".")];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    blocks.push(Block::Callout {
        tone: Tone::Note,
        title: tr!("report-roadmap-question"),
        paragraphs: vec![house::whom_to_call(&sheet.contact_name, &sheet.contact_phone)],
    });
    Document {
        metadata: house::metadata(
            tr!("report-roadmap-file", name = sheet.person.as_str()),
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

fn step(step: &RoadmapStep) -> Step {
    let when = match (step.date, step.time) {
        (Some(date), Some(time)) => {
            tr!("report-day-and-time", day = weekday_date(date), time = clock_time(time))
        }
        (Some(date), None) => weekday_date(date),
        (None, _) => tr!("report-roadmap-no-date"),
    };
    let mut lines: Vec<Vec<Span>> = vec![vec![plain(when)]];
    if !step.place.is_empty() {
        lines.push(vec![plain(step.place.clone())]);
    }
    let done = step.state == StepState::Done;
    let state = if step.state == StepState::Planned { String::new() } else { step.state.words() };
    Step { title: step.title.clone(), state, done, lines }
}
