//! What the results suggest: each suggestion is taken, or put aside, by the person who writes. None enters the text alone.

use eframe::egui::Ui;

use super::Writing;
use crate::app::suggestions::{Suggested, SuggestionView};
use crate::app::synthesis::SynthesisDesk;
use crate::domain::suggestion::Decision;
use crate::domain::synthesis::{Lead, SynthesisState, SynthesisText};
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{one_button, panel};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, empty_state, heading, muted, paragraph, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, writing: &Writing) {
    if desk.suggestions.is_empty() {
        let (head, words) = (tr!("desk-no-suggestion"), tr!("desk-no-suggestion-words"));
        panel(ui, |ui| empty_state(ui, Icon::Search, &head, &words, None));
        return;
    }
    muted(ui, &tr!("desk-suggestions-words"));
    for view in &desk.suggestions {
        ui.push_id(view.key.as_str(), |ui| panel(ui, |ui| card(ui, cx, desk, view, writing)));
    }
}

/// Returns how many suggestions nobody decided about.
pub(super) fn waiting(desk: &SynthesisDesk) -> usize {
    desk.suggestions.iter().filter(|view| view.decided.is_none()).count()
}

fn card(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, view: &SuggestionView, writing: &Writing) {
    heading(ui, &view.ground);
    if !view.source.is_empty() {
        small(ui, &view.source);
    }
    match &view.suggested {
        Suggested::Words { reading, plain } => {
            paragraph(ui, &tr!("desk-suggestion-for-you", text = reading.as_str()));
            muted(ui, &tr!("desk-suggestion-plain", text = plain.as_str()));
        }
        Suggested::Lead { why, evidence, .. } => {
            paragraph(ui, evidence);
            muted(ui, &tr!("desk-suggestion-jobs", jobs = why.as_str()));
        }
    }
    match (&view.decided, desk.state == SynthesisState::Draft) {
        (Some(decided), is_draft) => {
            let (by, day) = (decided.by.as_str(), short_date(decided.at.day()));
            let words = match decided.decision {
                Decision::Accepted => tr!("desk-suggestion-accepted", by = by, day = day),
                Decision::Edited => tr!("desk-suggestion-edited", by = by, day = day),
                Decision::Dismissed => tr!("desk-suggestion-dismissed", by = by, day = day),
            };
            let back = tr!("desk-suggestion-back");
            let button = is_draft.then(|| Button::quiet(&back));
            if one_button(ui, &back, button, !cx.busy, |ui| drop(small(ui, &words))) {
                cx.act(Deed::Guide(Guidance::Reconsider(desk.id, view.key.clone())));
            }
        }
        (None, true) => decide(ui, cx, desk, view, writing),
        (None, false) => {}
    }
}

fn decide(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, view: &SuggestionView, writing: &Writing) {
    let mut taken: Option<SynthesisText> = None;
    ui.horizontal_wrapped(|ui| {
        let button = |ui: &mut Ui, words: &str, free: bool| ui.add_enabled(free, Button::secondary(words)).clicked();
        match &view.suggested {
            // The reading is for the counsellor alone: the prescriber reads what the counsellor writes.
            Suggested::Words { plain, .. } => {
                if button(ui, &tr!("desk-suggestion-to-strength"), !cx.busy) {
                    taken = Some(with_strength(&writing.text, plain));
                }
            }
            Suggested::Lead { title, evidence, .. } => {
                if button(ui, &tr!("desk-suggestion-to-lead"), !cx.busy) {
                    taken = Some(with_lead(&writing.text, title, evidence));
                }
            }
        }
        if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-suggestion-dismiss"))).clicked() {
            cx.act(Deed::Guide(Guidance::Dismiss(desk.id, view.key.clone())));
        }
    });
    if let Some(text) = taken {
        cx.act(Deed::Guide(Guidance::Take(desk.id, view.key.clone(), text)));
    }
}

fn with_strength(text: &SynthesisText, words: &str) -> SynthesisText {
    let mut text = text.clone();
    text.strengths.push(words.to_owned());
    text
}

fn with_lead(text: &SynthesisText, title: &str, evidence: &str) -> SynthesisText {
    let mut text = text.clone();
    text.leads.push(Lead { title: title.to_owned(), evidence: evidence.to_owned(), ..Lead::default() });
    text
}
