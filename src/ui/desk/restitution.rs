//! The restitution: both papers read with the person, what they answer, and the two signatures on the screen.
//!
//! Signing opens only once the whole height of every page of the present text was in sight.

mod reading;

use self::reading::{Scroll, Shown, remains};
use eframe::egui::Ui;

use super::action::{Deed, Place};
use super::ask::Ask;
use super::ask::synthesis::PaperForm;
use super::cx::Cx;
use super::fields::choice;
use super::guidance::Guidance;
use super::layout::{back_button, inside, is_narrow, loading, panel, row, scroll_rest};
use super::own_page;
use super::preview::papers;
use super::two_hands::{Hands, TwoHands};

use crate::app::documents::Pages;
use crate::app::restitution::ToSign;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::id::SynthesisId;
use crate::domain::synthesis::{IdentityCheck, Paragraph, Proof, Resemblance, Signing, SynthesisState};
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::shell::station_name;
use crate::ui::widgets::{Banner, Button, TextField, Tone, body, heading, muted, paragraph, segmented, small, title};

/// Share of the width that the papers have, and the space at their right.
const PAPERS: f32 = 0.54;
const GAP: f32 = 24.0;

/// Where the restitution stands on the screen.
#[derive(Default)]
pub struct Restitution {
    /// 0: the person's page, 1: the whole synthesis.
    paper: usize,
    scrolls: [Scroll; 2],
    shown: Shown,
    words: Option<String>,
    identity: Option<IdentityCheck>,
    /// The pad is in the hands of whoever signs.
    hands: Option<TwoHands>,
}

impl Restitution {
    pub(super) fn arrive(&mut self) {
        *self = Self::default();
    }

    pub(super) fn done(&mut self, deed: &Deed) {
        if let Deed::Guide(Guidance::Sign { .. }) = deed {
            self.hands = None;
        }
        if let Deed::Guide(Guidance::PersonSays(..)) = deed {
            self.words = None;
        }
    }

    /// Returns whether the screen is in the hands of whoever signs.
    pub(super) fn is_in_hands(&self) -> bool {
        self.hands.is_some()
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SynthesisId, open: &mut Restitution) {
    let text = cx.data.to_sign.as_ref().filter(|(of, _)| *of == id).map(|(_, text)| text);
    let page = cx.data.person_page.as_ref().filter(|(of, _)| *of == id).map(|(_, paper)| &paper.pages);
    let (Some(desk), Some(text), Some(page)) = (cx.data.writing_of(id), text, page) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    if let Some(mut hands) = open.hands.take() {
        match hands.show(ui, cx, &desk.participant_name, &tr!("desk-cosign-meaning")) {
            Hands::Leave => return,
            Hands::GoOn => {}
            Hands::Signed { person, counsellor } => {
                sign(cx, desk, text, open.identity, Signing::Pad { person, counsellor });
            }
        }
        open.hands = Some(hands);
        return;
    }
    header(ui, cx, desk);
    cx.show_trouble(ui);
    let whole = ui.available_rect_before_wrap();
    if is_narrow(ui) {
        papers_in_sight(ui, text, page, open);
    } else {
        let left = whole.with_max_x(whole.left() + whole.width() * PAPERS);
        inside(ui, left, |ui| papers_in_sight(ui, text, page, open));
    }
    let content = |ui: &mut Ui| {
        panel(ui, |ui| own_page::show(ui, cx, desk));
        answers(ui, cx, desk);
        own_words(ui, cx, desk, open);
        signing(ui, cx, desk, text, open);
    };
    if is_narrow(ui) {
        scroll_rest(ui, "answers", content);
    } else {
        let right = whole.with_min_x(whole.left() + whole.width() * PAPERS + GAP);
        inside(ui, right, |ui| scroll_rest(ui, "answers", content));
    }
}

/// One of the two papers under its bar, which stays.
fn papers_in_sight(ui: &mut Ui, text: &ToSign, page: &Pages, open: &mut Restitution) {
    let [synthesis, own] = papers();
    let is_whole = open.paper == 1;
    let (pages, id) = if is_whole { (&text.pages, "whole") } else { (page, "own") };
    let n = pages.pages.len();
    let Restitution { paper, scrolls: [of_own, of_whole], shown, .. } = open;
    let scroll = if is_whole { of_whole } else { of_own };
    scroll.bar(ui, n, |ui| {
        segmented(ui, &[&own, &synthesis], paper);
    });
    if is_whole {
        remains(ui, &shown.missing(&text.fingerprint, n));
    }
    scroll.pages(ui, id, pages, |page, part| {
        if is_whole {
            shown.see(&text.fingerprint, page, part);
        }
    });
}

fn header(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-synthesis")) {
            cx.go(Place::Writing(desk.id));
        }
        title(ui, &tr!("desk-restitution-of", name = desk.participant_name.as_str()));
    });
}

/// "Est-ce que cela vous ressemble ?", one line for each paragraph.
fn answers(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-resemblance"));
        muted(ui, &tr!("desk-resemblance-words"));
        for (paragraph, title) in desk.paragraphs() {
            answer(ui, cx, desk, paragraph, &title);
        }
    });
}

fn answer(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, paragraph: Paragraph, title: &str) {
    let options = [
        (Some(Resemblance::Yes), tr!("desk-resembles-yes")),
        (Some(Resemblance::Partly), tr!("desk-resembles-partly")),
        (Some(Resemblance::No), tr!("desk-resembles-no")),
        (Some(Resemblance::PrefersNotToSay), tr!("desk-resembles-unsaid")),
    ];
    let given = desk.resemblance(paragraph);
    if desk.is_signed() {
        let words = options.iter().find(|(answer, _)| *answer == given).map(|(_, words)| words.clone());
        body(ui, title);
        small(ui, &words.unwrap_or_else(|| tr!("desk-resembles-none")));
        return;
    }
    let mut chosen = given;
    ui.push_id(format!("{paragraph:?}"), |ui| choice(ui, title, &mut chosen, &options));
    if let (true, Some(answer)) = (chosen != given, chosen) {
        cx.act(Deed::Guide(Guidance::Resemblance(desk.id, paragraph, answer)));
    }
}

fn own_words(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, open: &mut Restitution) {
    panel(ui, |ui| {
        if desk.is_signed() {
            heading(ui, &tr!("desk-person-says"));
            paragraph(ui, &desk.text.person_says);
            return;
        }
        let words = open.words.get_or_insert_with(|| desk.text.person_says.clone());
        let help = tr!("desk-person-says-help");
        let field = TextField::new(&tr!("desk-person-says"), words).rows(3).help(&help).show(ui);
        if field.lost_focus() && *words != desk.text.person_says {
            cx.act(Deed::Guide(Guidance::PersonSays(desk.id, words.clone())));
        }
    });
}

fn signing(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, text: &ToSign, open: &mut Restitution) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-cosign-title"));
        match desk.state {
            SynthesisState::Draft => {
                muted(ui, &tr!("desk-cosign-draft"));
                return;
            }
            SynthesisState::Signed { .. } => return signed(ui, cx, desk),
            SynthesisState::Written { .. } => {}
        }
        let all = text.pages.pages.len();
        let read = all - open.shown.missing(&text.fingerprint, all).len();
        let whole = read == all;
        if whole {
            muted(ui, &tr!("desk-cosign-read"));
        } else {
            Banner::new(Tone::Info, &tr!("desk-cosign-unread", read = read, all = all)).show(ui);
        }
        let checks = [IdentityCheck::Known, IdentityCheck::Document, IdentityCheck::Code];
        body(ui, &tr!("desk-cosign-identity"));
        for check in checks {
            let words = terms::identity_check(check);
            if ui.radio(open.identity == Some(check), words).clicked() {
                open.identity = Some(check);
            }
        }
        let ready = whole && open.identity.is_some() && !cx.busy;
        let words = tr!("desk-cosign-on-screen");
        if ui.add_enabled(ready, Button::primary(&words).icon(Icon::Pencil)).clicked() {
            open.hands = Some(TwoHands::default());
        }
        row(ui, |ui| {
            let words = tr!("desk-cosign-print");
            if ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Document)).clicked() {
                cx.act(Deed::Guide(Guidance::PrintToSign(desk.id)));
            }
            if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-cosign-paper"))).clicked() {
                cx.ask(Ask::Paper(PaperForm::new(desk.id, text.fingerprint.clone())));
            }
        });
    });
}

fn signed(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    Banner::new(Tone::Success, &tr!("desk-cosign-done-words")).show(ui);
    row(ui, |ui| {
        let words = tr!("desk-person-copies");
        if ui.add_enabled(!cx.busy, Button::primary(&words).icon(Icon::Document)).clicked() {
            cx.act(Deed::Guide(Guidance::PersonCopies(desk.id)));
        }
    });
}

fn sign(cx: &mut Cx<'_>, desk: &SynthesisDesk, text: &ToSign, identity: Option<IdentityCheck>, signing: Signing) {
    let Some(identity) = identity else { return };
    let proof = Proof { identity, shown: text.fingerprint.clone(), station: station_name(), signing };
    cx.act(Deed::Guide(Guidance::Sign { synthesis: desk.id, proof: Box::new(proof), scan: None }));
}
