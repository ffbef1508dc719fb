//! « Ma feuille de route »: one page in large print that the person keeps. What is the same for many steps is said once.

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
    /// The address of the kiosks.
    pub kiosks: String,
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
    pub place: StepPlace,
    pub state: StepState,
}

/// Where a step takes place, as its line says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepPlace {
    /// Nothing to say: it is over, or not known.
    Unsaid,
    /// At a kiosk of the house, whose address stands below the steps.
    Kiosk,
    Remote,
    /// A room and its address.
    Room(String),
}

/// Returns the sheet.
pub fn document(sheet: &RoadmapSheet) -> Document {
    let title = tr!("report-roadmap-title");
    let mut blocks = vec![
        Block::heading(1, title.clone()),
        Block::lead(sheet.person.clone()),
        Block::Steps(sheet.steps.iter().map(step).collect()),
    ];
    if sheet.steps.iter().any(|step| step.place == StepPlace::Kiosk) {
        let spans = vec![strong(tr!("report-kiosks-label")), plain(" "), plain(sheet.kiosks.clone()), plain(".")];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
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
    let lines: Vec<Vec<Span>> = match &step.place {
        StepPlace::Unsaid => vec![vec![plain(when)]],
        StepPlace::Kiosk => vec![vec![plain(tr!("report-roadmap-kiosk", when = when))]],
        StepPlace::Remote => vec![vec![plain(tr!("report-roadmap-remote", when = when))]],
        StepPlace::Room(place) => vec![vec![plain(when)], vec![plain(place.clone())]],
    };
    let done = step.state == StepState::Done;
    let state = if step.state == StepState::Planned { String::new() } else { step.state.words() };
    Step { title: step.title.clone(), state, done, lines }
}

#[cfg(test)]
mod tests {
    use super::super::layout::layout;
    use super::super::palette::SPECIMEN;
    use super::super::specimen;
    use super::*;

    /// Returns how many steps stand on each page of a path with so many digital steps and workshops to come.
    fn steps_on_pages(digital: usize, workshops: usize) -> Vec<usize> {
        let mut sheet = specimen::roadmap();
        let step = |title: &str, place: StepPlace| RoadmapStep {
            title: title.to_owned(),
            date: None,
            time: None,
            place,
            state: StepState::Planned,
        };
        let room = "Salle des Dunes, 66 rue des Chantiers de France, 59140 Dunkerque";
        sheet.steps = (0..digital).map(|_| step("Ce que je cherche dans un travail", StepPlace::Kiosk)).collect();
        let title = "Atelier « Les métiers de l'industrie »";
        sheet.steps.extend((0..workshops).map(|_| step(title, StepPlace::Room(room.to_owned()))));
        let pages = layout(&document(&sheet), &SPECIMEN);
        let count = |text: &String| text.matches("la date vous sera donnée").count();
        pages.text().iter().map(count).collect()
    }

    #[test]
    fn six_proposals_and_a_workshop_hold_on_one_page() {
        assert_eq!(steps_on_pages(6, 1), [7]);
    }

    #[test]
    fn eight_steps_of_which_two_workshops_hold_on_one_page() {
        assert_eq!(steps_on_pages(6, 2), [8]);
    }

    #[test]
    fn a_path_that_takes_two_pages_is_divided_in_its_middle() {
        assert_eq!(steps_on_pages(10, 4), [7, 7]);
    }
}
