//! The writing desk: evidence at the left, text at the right, and the way from draft to delivery above.

mod evidence;
mod progress;
mod suggestions;
mod text;
mod versions;

use eframe::egui::Ui;

use super::action::{Deed, Place};
use super::cx::Cx;
use super::guidance::Guidance;
use super::layout::{at_end, back_button, columns, loading, row};
use crate::app::synthesis::SynthesisDesk;
use crate::domain::id::SynthesisId;
use crate::domain::synthesis::{SynthesisState, SynthesisText};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, segmented, small, title};

/// How long nobody types before the draft is saved, in seconds.
const PAUSE: f64 = 1.2;

/// The text being written. It is the screen's until it is saved: an answer never overwrites what is typed.
#[derive(Default)]
pub struct Writing {
    of: Option<SynthesisId>,
    text: SynthesisText,
    /// When something was typed that is not saved.
    changed_at: Option<f64>,
    /// 0: the evidence, 1: the suggestions.
    side: usize,
    /// What gets the keyboard at the next frame.
    focus: Option<Part>,
    /// The text was to be finished: what it lacks is listed until nothing lacks.
    wants_to_finish: bool,
}

/// A part of the text that can get the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Reading,
    Strength(usize),
    Lead(usize),
    Recommendation(usize),
}

impl Writing {
    /// Takes the text that the program holds, unless something typed here is not saved yet.
    pub fn receive(&mut self, desk: &SynthesisDesk) {
        if self.of != Some(desk.id) || self.changed_at.is_none() {
            if self.of != Some(desk.id) {
                *self = Self { of: Some(desk.id), ..Self::default() };
            }
            (self.text, self.changed_at) = (desk.text.clone(), None);
        }
    }

    pub fn is_changed(&self) -> bool {
        self.changed_at.is_some()
    }

    pub fn is_ripe(&self, now: f64) -> bool {
        self.changed_at.is_some_and(|changed| now - changed >= PAUSE)
    }

    /// Returns what is to be saved, and holds it as saved.
    pub fn take_to_save(&mut self) -> Option<(SynthesisId, SynthesisText)> {
        self.changed_at.take()?;
        Some((self.of?, self.text.clone()))
    }

    pub fn done(&mut self, deed: &Deed) {
        if let Deed::WriteSynthesis(id, _) | Deed::Guide(Guidance::Take(id, ..)) = deed
            && self.of == Some(*id)
        {
            self.changed_at = None;
        }
    }

    pub fn hold_as_saved(&mut self) {
        self.changed_at = None;
    }

    /// Keeps a text whose saving was refused as not saved; typing again will try again.
    pub fn refused(&mut self, deed: &Deed) {
        match deed {
            Deed::SaveSynthesis(id, _) if self.of == Some(*id) => self.changed_at = Some(f64::INFINITY),
            // Which half was refused is not known: saving once more is harmless.
            Deed::WriteSynthesis(id, _) | Deed::Guide(Guidance::Take(id, ..)) if self.of == Some(*id) => {
                self.changed_at = Some(0.0);
            }
            _ => {}
        }
    }

    fn touch(&mut self, now: f64) {
        self.changed_at = Some(now);
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SynthesisId, writing: &mut Writing) {
    let Some(desk) = cx.data.writing_of(id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-syntheses")) {
            cx.go(Place::Syntheses);
        }
        title(ui, &tr!("desk-synthesis-of", name = desk.participant_name.as_str()));
        at_end(ui, |ui| {
            progress::button(ui, cx, desk, writing);
            if progress::may_restitute(desk)
                && ui.add(Button::secondary(&tr!("desk-to-restitution")).icon(Icon::People)).clicked()
            {
                cx.go(Place::Restitution(id));
            }
            if ui.add(Button::secondary(&tr!("desk-preview")).icon(Icon::Document)).clicked() {
                cx.go(Place::Preview(id));
            }
            if desk.state == SynthesisState::Draft {
                let words = if writing.is_changed() { tr!("desk-draft-changed") } else { tr!("desk-draft-saved") };
                small(ui, &words);
            }
        });
    });
    cx.show_trouble(ui);
    progress::path(ui, desk);
    columns(ui, 0.44, ["evidence", "text"], |ui, place| match place {
        0 => {
            let n = suggestions::waiting(desk);
            let labels = [tr!("desk-tab-evidence"), tr!("desk-tab-suggestions", n = n)];
            segmented(ui, &labels.each_ref().map(String::as_str), &mut writing.side);
            match writing.side {
                0 => evidence::show(ui, desk),
                _ => suggestions::show(ui, cx, desk, writing),
            }
        }
        _ => {
            versions::show(ui, cx, desk);
            text::show(ui, cx, desk, writing);
        }
    });
}
