//! « Ma boussole »: the person's own page, one idea a screen, in the words and with the pictures of the paper.
//!
//! The voice reads a screen, or the whole page from the screen where one is: the screens follow it.

pub mod leaves;

use std::collections::BTreeSet;

use eframe::egui::{Align, Layout, Rect, Ui, vec2};

use self::leaves::{Leaf, leaves};
use super::flow::Action;
use super::hearing::Hearing;
use super::listen;
use super::page::{self, Emblem};
use super::requests::Request;
use super::script::Part;
use crate::app::kiosk::VisitView;
use crate::app::own_page::OwnPageView;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{pictogram_disc, progress, spoken_sentence, title};

/// The page on the screen.
pub struct OwnPage {
    pub visit: VisitView,
    pub leaves: Vec<Leaf>,
    /// The screen that is shown, from 0; the end comes after the last one.
    pub at: usize,
    /// The voice reads on from screen to screen.
    pub through: bool,
    is_given_back: bool,
    /// What was said to its end: the screen, and the place there.
    heard: BTreeSet<(usize, usize)>,
    heard_whole: bool,
}

impl OwnPage {
    pub fn new(view: OwnPageView) -> Self {
        let leaves = leaves(&view.parts);
        let at = view.screen.min(leaves.len().saturating_sub(1));
        let (is_given_back, visit) = (view.is_given_back, view.visit);
        Self { visit, leaves, at, through: false, is_given_back, heard: BTreeSet::new(), heard_whole: false }
    }

    pub fn leaf(&self) -> Option<&Leaf> {
        self.leaves.get(self.at)
    }

    pub fn is_last(&self) -> bool {
        self.at + 1 == self.leaves.len()
    }

    /// Notes what was said to its end on a screen; returns whether the whole page has been heard now, once.
    pub fn note_heard(&mut self, leaf: usize, parts: &[Part]) -> bool {
        let Some(shown) = self.leaves.get(leaf) else { return false };
        let first = usize::from(shown.begins);
        self.heard.extend(parts.iter().filter_map(|part| match part {
            Part::Page => Some((leaf, 0)),
            Part::Sentence(index) => Some((leaf, first + index)),
            Part::Question | Part::Material | Part::Hint | Part::Answer(_) | Part::Decline => None,
        }));
        let now = self.heard.len() == self.leaves.iter().map(Leaf::spoken).sum::<usize>();
        let first_time = now && !self.heard_whole;
        self.heard_whole |= now;
        first_time
    }

    /// Returns whether all of the screen that is shown was said.
    pub fn is_leaf_heard(&self) -> bool {
        let said = self.heard.range((self.at, 0)..(self.at + 1, 0)).count();
        self.leaf().is_some_and(|leaf| said == leaf.spoken())
    }
}

/// Returns what is said when the page was read to its end, each sentence with its icon.
pub(super) fn end_lines(shown: &OwnPage) -> Vec<(Icon, String)> {
    let paper = (Icon::Document, tr!("kiosk-own-page-paper"));
    if shown.is_given_back {
        let talk = (Icon::People, tr!("kiosk-own-page-talk"));
        return vec![talk, (Icon::Pencil, tr!("kiosk-own-page-change")), paper];
    }
    vec![paper, (Icon::Compass, tr!("kiosk-own-page-again")), (Icon::Hand, tr!("kiosk-own-page-ask"))]
}

pub(super) fn show(ui: &mut Ui, shown: &OwnPage, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    match shown.leaf() {
        Some(leaf) => show_leaf(ui, shown, leaf, hearing, actions),
        None => show_end(ui, shown, busy, hearing, actions),
    }
}

fn show_leaf(ui: &mut Ui, shown: &OwnPage, leaf: &Leaf, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let emblem = leaf.picture.map_or(Emblem::calm(Icon::Compass), Emblem::picture);
    let inline = leaf.picture.filter(|_| !page::has_emblem(zones.body));
    page::sheet(ui, zones.body, shown.at, emblem, |ui| {
        let look = Look::of(ui.ctx());
        let height = look.finger().max(look.target.control).max(look.text.title * look.text.line_height);
        let (size, layout) = (vec2(ui.available_width(), height), Layout::left_to_right(Align::Center));
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.spacing_mut().item_spacing.x = look.space.medium;
            listen::leaf_button(ui, hearing, shown.through, actions);
            if let Some(picture) = inline {
                pictogram_disc(ui, picture, look.target.control);
            }
            title(ui, &leaf.title);
        });
        for (index, sentence) in leaf.sentences.iter().enumerate() {
            let words: Vec<(&str, bool)> = sentence.0.iter().map(|words| (words.text.as_str(), words.strong)).collect();
            spoken_sentence(ui, &words, hearing.at() == Some(Part::Sentence(index)));
        }
    });
    if page::secondary(ui, zones.foot, &tr!("kiosk-back"), Icon::ArrowLeft) {
        actions.push(match shown.at.checked_sub(1) {
            Some(before) => Action::Turn(before),
            None => Action::Ask(Request::Visit(shown.visit.visit)),
        });
    }
    if page::primary(ui, zones.foot, &tr!("kiosk-own-page-next"), true) {
        actions.push(Action::Turn(shown.at + 1));
    }
    place(ui, zones.bar, shown);
    let left = page::tools(ui, zones.bar, actions);
    listen::through_button(ui, zones.bar, left, hearing, shown.through, actions);
}

fn place(ui: &mut Ui, bar: Rect, shown: &OwnPage) {
    page::inside(ui, "place", bar, Layout::left_to_right(Align::Center), |ui| {
        let (page, pages) = (shown.at + 1, shown.leaves.len());
        progress(ui, page, pages, &tr!("kiosk-page", page = page, pages = pages));
    });
}

fn show_end(ui: &mut Ui, shown: &OwnPage, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let lines = end_lines(shown);
    page::sheet(ui, zones.body, shown.at, Emblem::done(Icon::Check), |ui| {
        title(ui, &tr!("kiosk-end"));
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
    });
    if page::secondary(ui, zones.foot, &tr!("kiosk-own-page-from-start"), Icon::ArrowLeft) {
        actions.push(Action::Turn(0));
    }
    if shown.visit.left.is_empty() {
        if page::primary(ui, zones.foot, &tr!("kiosk-goodbye"), !busy) {
            actions.push(Action::Leave);
        }
    } else if page::primary(ui, zones.foot, &tr!("kiosk-continue"), !busy) {
        actions.push(Action::Ask(Request::Visit(shown.visit.visit)));
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}
