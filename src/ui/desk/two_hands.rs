//! The pad as large as the window, first for the person, then for the counsellor: nothing of the desk stands around.

use eframe::egui::Ui;

use super::cx::Cx;
use super::layout::{at_end, height_left, row};
use crate::domain::signature::Signature;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Strokes, paragraph, signature_pad, title};

/// Height kept below the pad for its buttons.
const FOOT: f32 = 72.0;

/// Whose hand is on the pad: the person's until it is kept.
#[derive(Default)]
pub(super) struct TwoHands {
    person: Option<Signature>,
    strokes: Strokes,
}

/// What became of the pad in a frame.
pub(super) enum Hands {
    GoOn,
    Leave,
    Signed { person: Signature, counsellor: Signature },
}

impl TwoHands {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, participant: &str, meaning: &str) -> Hands {
        let name = if self.person.is_none() { participant.to_owned() } else { cx.me.clone().unwrap_or_default() };
        title(ui, &tr!("desk-cosign-turn", name = name.as_str()));
        paragraph(ui, meaning);
        cx.show_trouble(ui);
        let height = height_left(ui, FOOT);
        signature_pad(ui, &tr!("desk-cosign-pad-of", name = name.as_str()), &mut self.strokes, height);
        let (mut next, mut leaves) = (false, false);
        row(ui, |ui| {
            leaves = ui.add(Button::quiet(&tr!("desk-cancel"))).clicked();
            if ui.add_enabled(!self.strokes.is_empty(), Button::secondary(&tr!("desk-cosign-erase"))).clicked() {
                self.strokes.clear();
            }
            at_end(ui, |ui| {
                let words = if self.person.is_none() { tr!("desk-cosign-next") } else { tr!("desk-cosign-finish") };
                let button = Button::primary(&words).icon(Icon::Check);
                next = ui.add_enabled(self.strokes.is_drawn() && !cx.busy, button).clicked();
            });
        });
        if leaves {
            return Hands::Leave;
        }
        let Some(drawn) = Signature::new(self.strokes.on_the_grid()).ok().filter(|_| next) else { return Hands::GoOn };
        match &self.person {
            Some(person) => Hands::Signed { person: person.clone(), counsellor: drawn },
            None => {
                *self = Self { person: Some(drawn), strokes: Strokes::default() };
                Hands::GoOn
            }
        }
    }
}
