//! Which grid to fill in about a person, and the agreement that some need.

use eframe::egui::Ui;

use super::agree::Reading;
use super::footer;
use crate::app::grids::{Agreement, GridEntry};
use crate::domain::id::{ParticipantId, SessionId};
use crate::domain::person::ConsentSubject;
use crate::i18n::minutes;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::row;
use crate::ui::widgets::{Banner, ChoiceList, Tone, choice_list, muted, small};

pub struct GridChoice {
    participant: ParticipantId,
    name: String,
    /// The session where the person was seen.
    session: Option<SessionId>,
    chosen: Option<usize>,
    reading: Reading,
}

impl GridChoice {
    pub fn new(participant: ParticipantId, name: String, session: Option<SessionId>) -> Self {
        Self { participant, name, session, chosen: None, reading: Reading::default() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-grid-choose-words", name = self.name.as_str()));
        let grids = cx.data.grids.as_ref().filter(|(of, _)| *of == self.participant).map(|(_, grids)| grids.clone());
        let grids = grids.unwrap_or_default();
        let words: Vec<String> = grids.iter().map(words_of).collect();
        let options: Vec<&str> = words.iter().map(String::as_str).collect();
        let label = tr!("desk-grid-choose");
        let pressed = choice_list(ui, &ChoiceList { label: &label, options: &options, chosen: self.chosen });
        self.chosen = pressed.or(self.chosen);
        let chosen = self.chosen.and_then(|index| grids.get(index));
        if let Some(grid) = chosen {
            small(ui, &grid.subtitle);
            match grid.agreement {
                Agreement::Missing => self.agreement(ui, cx),
                Agreement::NoRight => drop(Banner::new(Tone::Info, &tr!("refusal-no-health-right")).show(ui)),
                Agreement::NotNeeded | Agreement::Given => {}
            }
        }
        let ready = chosen.is_some_and(|grid| matches!(grid.agreement, Agreement::NotNeeded | Agreement::Given));
        let begin =
            if chosen.is_some_and(|grid| grid.underway) { tr!("desk-grid-resume") } else { tr!("desk-grid-begin") };
        if footer(ui, cx, &begin, ready)
            && let Some(grid) = chosen
        {
            cx.act(Deed::BeginGrid {
                participant: self.participant,
                assessment: grid.assessment.clone(),
                session: self.session,
            });
        }
    }

    /// Asks for the agreement that health data need; the program keeps who recorded it.
    fn agreement(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        Banner::new(Tone::Info, &tr!("desk-grid-health", name = self.name.as_str())).show(ui);
        self.reading.show(ui, cx, &ConsentSubject::HealthData);
        row(ui, |ui| {
            if let Some(decision) = self.reading.answers(ui, cx) {
                let subject = ConsentSubject::HealthData;
                cx.act(Deed::RecordConsent { participant: self.participant, subject, decision });
            }
        });
    }
}

fn words_of(grid: &GridEntry) -> String {
    let (title, time) = (grid.title.as_str(), minutes(grid.minutes));
    if grid.underway {
        tr!("desk-grid-entry-underway", title = title)
    } else {
        tr!("desk-grid-entry", title = title, time = time)
    }
}
