//! What the voice shows: its button, the speaker of a card, and why it is silent.

use eframe::egui::{Align, Layout, Rect, Response, Ui, vec2};

use super::flow::Action;
use super::hearing::{Hearing, Wish};
use super::page;
use super::question::Told;
use super::script::Part;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, CardCorner, card_speaker, icon_button_of, mark_spoken};

/// Returns the side of the button of a question: as high as a line of it and the gaps around.
fn side(look: &Look) -> f32 {
    look.finger()
}

/// Returns the width that the button of a question takes, with its gap: none where there is nothing to hear.
pub(super) fn width(look: &Look, hearing: &Hearing) -> f32 {
    if hearing.has_words() { side(look) + look.space.medium } else { 0.0 }
}

/// Shows the button at the top left of a question: it reads, then it stops.
pub(super) fn question_button(ui: &mut Ui, head: Rect, hearing: &Hearing, actions: &mut Vec<Action>) {
    if !hearing.has_words() {
        return;
    }
    let look = Look::of(ui.ctx());
    let side = side(&look);
    // It stands level with the first line.
    let rise = ((side - look.text.question * look.text.line_height) / 2.0).clamp(0.0, look.space.small);
    let place = Rect::from_min_size(head.min - vec2(0.0, rise), vec2(side, side));
    page::column(ui, "listen", place, |ui| {
        let (icon, name, wish) = next(hearing, tr!("kiosk-listen-question"));
        if icon_button_of(ui, side, icon, &name).clicked() {
            actions.push(Action::Hear(wish));
        }
    });
}

/// Shows the button of a page, to the left of `right`; returns where it begins.
pub(super) fn page_button(ui: &mut Ui, bar: Rect, right: f32, hearing: &Hearing, actions: &mut Vec<Action>) -> f32 {
    if !hearing.has_words() {
        return right;
    }
    let look = Look::of(ui.ctx());
    let room = bar.with_max_x(right - look.space.medium);
    page::inside(ui, "listen", room, Layout::right_to_left(Align::Center), |ui| {
        let (icon, name, wish) = next(hearing, tr!("kiosk-listen"));
        if ui.add(Button::secondary(&name).icon(icon)).clicked() {
            actions.push(Action::Hear(wish));
        }
        ui.min_rect().left()
    })
}

/// Shows the button of one screen of a page that is also read as a whole: it stops only what it began.
pub(super) fn leaf_button(ui: &mut Ui, hearing: &Hearing, through: bool, actions: &mut Vec<Action>) {
    if !hearing.has_words() {
        return;
    }
    let listen = tr!("kiosk-listen-page");
    let (icon, name, wish) = if through { (Icon::Speaker, listen, Wish::All) } else { next(hearing, listen) };
    if icon_button_of(ui, side(&Look::of(ui.ctx())), icon, &name).clicked() {
        actions.push(Action::Hear(wish));
    }
}

/// Shows the button that reads all screens from this one on, to the left of `right`.
pub(super) fn through_button(
    ui: &mut Ui,
    bar: Rect,
    right: f32,
    hearing: &Hearing,
    through: bool,
    actions: &mut Vec<Action>,
) {
    if !hearing.has_words() {
        return;
    }
    let room = bar.with_max_x(right - Look::of(ui.ctx()).space.medium);
    page::inside(ui, "listen", room, Layout::right_to_left(Align::Center), |ui| {
        let (icon, name, action) = if through {
            (Icon::Stop, tr!("kiosk-listen-stop"), Action::Hear(Wish::Silence))
        } else {
            (Icon::Speaker, tr!("kiosk-listen-all"), Action::HearThrough)
        };
        if ui.add(Button::secondary(&name).icon(icon)).clicked() {
            actions.push(action);
        }
    });
}

fn next(hearing: &Hearing, listen: String) -> (Icon, String, Wish) {
    match hearing.at() {
        Some(_) => (Icon::Stop, tr!("kiosk-listen-stop"), Wish::Silence),
        None => (Icon::Speaker, listen, Wish::All),
    }
}

/// Returns the name of the speaker of an answer; none where it has none.
pub(super) fn speaker(hearing: &Hearing, part: Part, words: &str) -> Option<String> {
    hearing.has(part).then(|| tr!("kiosk-listen-answer", answer = words))
}

/// Draws over a card what a [`ChoiceCard`](crate::ui::widgets::ChoiceCard) draws itself: its speaker, and that it is being read.
/// Returns what its speaker asks for.
pub(super) fn over(
    ui: &Ui,
    card: &Response,
    corner: CardCorner,
    hearing: &Hearing,
    part: Part,
    words: &str,
) -> Option<Wish> {
    if hearing.at() == Some(part) {
        mark_spoken(ui, card.rect);
    }
    let name = speaker(hearing, part, words)?;
    card_speaker(ui, card, corner, &name).then_some(Wish::Only(part))
}

/// Returns what is said about a silence, with its icon.
fn silence(hearing: &Hearing) -> Option<(Icon, String)> {
    if hearing.has_failed() {
        return Some((Icon::Warning, tr!("kiosk-voice-failed")));
    }
    hearing.is_forbidden().then(|| (Icon::Info, tr!("kiosk-voice-forbidden")))
}

/// Returns what is said of a silence, with its icon and its colours.
pub(super) fn told(look: &Look, hearing: &Hearing) -> Option<Told> {
    let (icon, words) = silence(hearing)?;
    Some((icon, (look.colours.ink_muted, look.colours.surface), words))
}
