//! *Doublons possibles*: pairs of files that may be of one person, for somebody to decide.

use eframe::egui::Ui;

use super::action::{Deed, Load, Place};
use super::cx::Cx;
use super::layout::{at_end, back_button, loading, panel, row, scroll_rest, side_by_side};
use crate::app::people::{AlikeView, PairView};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, empty_state, heading, muted, small, title};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-participants")) {
            cx.go(Place::Participants);
        }
        title(ui, &tr!("desk-duplicates-title"));
    });
    muted(ui, &tr!("desk-duplicates-words"));
    cx.show_trouble(ui);
    let Some(pairs) = &cx.data.duplicates else { return loading(ui) };
    if pairs.is_empty() {
        let (title, words) = (tr!("desk-duplicates-none"), tr!("desk-duplicates-none-words"));
        panel(ui, |ui| empty_state(ui, Icon::Check, &title, &words, None));
        return;
    }
    scroll_rest(ui, "duplicates", |ui| {
        for pair in pairs {
            panel(ui, |ui| pair_of(ui, cx, pair));
        }
    });
}

fn pair_of(ui: &mut Ui, cx: &mut Cx<'_>, pair: &PairView) {
    badge(ui, Tone::Warning, &terms::likeness_reasons(&pair.reasons));
    side_by_side(ui, 2, |ui, place| {
        let one = if place == 0 { &pair.one } else { &pair.other };
        who(ui, one);
        let (name, number) = (full_name(one), one.number);
        let open = tr!("desk-open-file");
        let named = tr!("desk-open-numbered", name = name.as_str(), number = number);
        if ui.add(Button::quiet(&open).icon(Icon::Person).accessible_name(&named)).clicked() {
            cx.go(Place::File(one.id));
        }
    });
    row(ui, |ui| {
        at_end(ui, |ui| {
            let names = (full_name(&pair.one), full_name(&pair.other));
            let (compare, apart) = (tr!("desk-compare-files"), tr!("desk-two-people"));
            let of =
                |words: &str| tr!("desk-pair-action", words = words, one = names.0.as_str(), other = names.1.as_str());
            let (compare_of, apart_of) = (of(&compare), of(&apart));
            if ui.add_enabled(!cx.busy, Button::primary(&compare).accessible_name(&compare_of)).clicked() {
                cx.look(Load::MergeView(pair.one.id, pair.other.id));
            }
            if ui.add_enabled(!cx.busy, Button::secondary(&apart).accessible_name(&apart_of)).clicked() {
                cx.act(Deed::TellApart(pair.one.id, pair.other.id));
            }
        });
    });
}

/// Draws what tells one person from another.
pub(super) fn who(ui: &mut Ui, one: &AlikeView) {
    heading(ui, &full_name(one));
    body(ui, &tr!("desk-born-on", day = short_date(one.birth_date)));
    let blank = tr!("desk-blank");
    let phone = if one.phone.is_empty() { blank.as_str() } else { one.phone.as_str() };
    muted(ui, &tr!("desk-alike-reach", phone = phone, commune = super::words::commune(&one.commune)));
    small(ui, &tr!("desk-file-number", number = one.number));
}

pub(super) fn full_name(one: &AlikeView) -> String {
    format!("{} {}", one.last_name.to_uppercase(), one.first_name)
}
