//! A participant's file: who they are, where their path stands, and the one next thing to do.

mod agenda;
mod appointments;
mod chapters;
mod consents;
mod identity;
mod next;
mod notes;
mod path;
mod proofs;
mod results;
mod seats;
mod sectors;
mod side;
mod synthesis;

use eframe::egui::Ui;

use super::action::Place;
use super::ask::Ask;
use super::ask::participant::ParticipantForm;
use super::cx::Cx;
use super::layout::{at_end, back_button, columns, loading, row, scroll_rest};
use super::words;
use crate::app::people::ParticipantFile;
use crate::domain::id::ParticipantId;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, badge, muted, tabs, title};

/// Which tab is open, and whose words the results show.
#[derive(Default)]
pub struct FileTabs {
    tab: usize,
    pub(super) for_counsellor: bool,
    of: Option<ParticipantId>,
}

impl FileTabs {
    /// Begins a person's file by its first tab.
    pub fn arrive(&mut self, place: Place) {
        if let Place::File(id) = place
            && self.of != Some(id)
        {
            *self = Self { of: Some(id), ..Self::default() };
        }
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: ParticipantId, open: &mut FileTabs) {
    let Some(file) = cx.data.file_of(id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    header(ui, cx, file);
    let labels = [
        tr!("desk-tab-path"),
        tr!("desk-tab-results", n = file.results.len()),
        tr!("desk-tab-appointments", n = file.appointments.len()),
        tr!("desk-tab-agenda"),
        tr!("desk-tab-observations", n = file.observations.len()),
        tr!("desk-tab-history"),
    ];
    tabs(ui, &labels.each_ref().map(String::as_str), &mut open.tab);
    cx.show_trouble(ui);
    // Each person's file scrolls by itself.
    ui.push_id(id.uuid(), |ui| tab(ui, cx, file, open));
}

fn tab(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, open: &mut FileTabs) {
    match open.tab {
        0 => {
            columns(ui, 0.62, ["file-path", "file-side"], |ui, place| match place {
                0 => {
                    path::show(ui, cx, file);
                    chapters::show(ui, cx, file);
                    synthesis::show(ui, cx, file);
                }
                _ => side::show(ui, cx, file),
            });
        }
        1 => scroll_rest(ui, "file-results", |ui| results::show(ui, file, &mut open.for_counsellor)),
        2 => scroll_rest(ui, "file-appointments", |ui| appointments::show(ui, cx, file)),
        3 => scroll_rest(ui, "file-agenda", |ui| agenda::show(ui, cx, file)),
        4 => scroll_rest(ui, "file-observations", |ui| notes::observations(ui, cx, file)),
        _ => columns(ui, 0.62, ["file-history", "file-seats"], |ui, place| match place {
            0 => notes::history(ui, file),
            _ => seats::show(ui, cx, file),
        }),
    }
}

/// The results as the writing desk shows them beside the text.
pub use results::{agreements, evidence};
pub use sectors::card as sectors_card;

fn header(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-participants")) {
            cx.go(Place::Participants);
        }
        title(ui, &format!("{} {}", file.first_name, file.last_name));
        muted(ui, &tr!("desk-age", age = file.age));
        let stage = if file.interview_begun { tr!("desk-interview-begun") } else { words::stage(file.stage) };
        badge(ui, words::stage_tone(file.stage), &stage);
        at_end(ui, |ui| {
            next::button(ui, cx, file);
            if ui.add(Button::quiet(&tr!("desk-edit")).icon(Icon::Pencil)).clicked() {
                cx.ask(Ask::Participant(ParticipantForm::of(file)));
            }
        });
    });
}
