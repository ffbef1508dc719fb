//! Every widget in every state, on pages that look like real screens: to look at, and to test.
//!
//! Its words are samples from `common.ftl`; it shows no one's data.

mod answers;
mod controls;
mod desk;
mod exercises;
mod kiosk;
mod lists;
mod results;

use eframe::egui::{CentralPanel, Context, Frame, Key, Margin, Modifiers, Ui};

use super::shell::{self, WindowError};
use super::theme::{self, Appearance, Face, Kind, Look, Scheme};
use super::widgets::{segmented, tabs};
use crate::app::theme::Tokens;
use crate::tr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Desk,
    Controls,
    Results,
    Lists,
    /// A question of the kiosk, as wide as the screen. Escape leaves it.
    Question,
    /// The entry code of the kiosk. Escape leaves it.
    Code,
    /// A badge of pictures, and its QR code. Escape leaves it.
    Badge,
    /// The other ways of answering. Escape leaves it.
    Answers,
    /// Generated questions of each kind. Escape leaves it.
    Exercises,
}

const PAGES: [Page; 9] = [
    Page::Desk,
    Page::Controls,
    Page::Results,
    Page::Lists,
    Page::Question,
    Page::Code,
    Page::Badge,
    Page::Answers,
    Page::Exercises,
];
const SCHEMES: [Scheme; 3] = [Scheme::Light, Scheme::Dark, Scheme::Contrast];

/// The gallery as an app.
pub struct Gallery {
    tokens: Tokens,
    page: Page,
    appearance: Appearance,
    controls: controls::Controls,
    desk: desk::Desk,
    kiosk: kiosk::Kiosk,
    exercises: exercises::Exercises,
    lists: lists::Lists,
    answers: answers::Answers,
}

impl Gallery {
    /// Makes the gallery and styles the context.
    pub fn new(ctx: &Context, tokens: Tokens, page: Page, appearance: Appearance) -> Self {
        let gallery = Self {
            tokens,
            page,
            appearance,
            controls: controls::Controls::default(),
            desk: desk::Desk::default(),
            kiosk: kiosk::Kiosk::default(),
            exercises: exercises::Exercises::default(),
            lists: lists::Lists::default(),
            answers: answers::Answers::default(),
        };
        shell::prepare(ctx, &gallery.tokens, gallery.kind(), appearance);
        gallery
    }

    fn kind(&self) -> Kind {
        match self.page {
            Page::Desk | Page::Controls | Page::Results | Page::Lists => Kind::Desk,
            Page::Question | Page::Code | Page::Badge | Page::Answers | Page::Exercises => Kind::Kiosk,
        }
    }

    fn bar(&mut self, ui: &mut Ui) {
        let (page, appearance) = (self.page, self.appearance);
        ui.horizontal_wrapped(|ui| {
            let labels = [
                tr!("gallery-desk"),
                tr!("gallery-controls"),
                tr!("gallery-results"),
                tr!("gallery-lists"),
                tr!("gallery-question"),
                tr!("gallery-code"),
                tr!("gallery-badge"),
                tr!("gallery-answers"),
                tr!("gallery-exercises"),
            ];
            let mut index = PAGES.iter().position(|page| *page == self.page).unwrap_or(0);
            if segmented(ui, &labels.each_ref().map(String::as_str), &mut index) {
                self.page = PAGES.get(index).copied().unwrap_or(Page::Desk);
            }
            ui.end_row();
            let schemes = [tr!("gallery-light"), tr!("gallery-dark"), tr!("gallery-contrast")];
            let mut scheme = SCHEMES.iter().position(|scheme| *scheme == self.appearance.scheme).unwrap_or(0);
            if segmented(ui, &schemes.each_ref().map(String::as_str), &mut scheme) {
                self.appearance.scheme = SCHEMES.get(scheme).copied().unwrap_or_default();
            }
            let faces = [tr!("gallery-legible"), tr!("gallery-dyslexia")];
            let mut face = usize::from(self.appearance.face == Face::Dyslexia);
            if segmented(ui, &faces.each_ref().map(String::as_str), &mut face) {
                self.appearance.face = if face == 0 { Face::Legible } else { Face::Dyslexia };
            }
        });
        if (page, appearance) != (self.page, self.appearance) {
            theme::apply(ui.ctx(), &self.tokens, self.kind(), self.appearance);
        }
    }

    /// Draws the current page.
    pub fn show(&mut self, ui: &mut Ui) {
        theme::fit(ui.ctx());
        let margin = match self.kind() {
            Kind::Kiosk => Margin::symmetric(40, 24),
            Kind::Desk => Margin::symmetric(20, 12),
        };
        let frame = Frame::new().fill(Look::of(ui.ctx()).colours.background).inner_margin(margin);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            if self.kind() == Kind::Desk {
                self.bar(ui);
                ui.add_space(8.0);
            } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                self.page = Page::Desk;
                theme::apply(ui.ctx(), &self.tokens, self.kind(), self.appearance);
                return;
            }
            match self.page {
                Page::Desk => self.desk.show(ui),
                Page::Controls => self.controls.show(ui),
                Page::Results => results::show(ui),
                Page::Lists => self.lists.show(ui),
                Page::Question => self.kiosk.question(ui),
                Page::Code => self.kiosk.code(ui),
                Page::Badge => self.kiosk.badge(ui),
                Page::Answers => self.answers.show(ui),
                Page::Exercises => self.exercises.show(ui),
            }
        });
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Opens the gallery in a window of the desk.
pub fn run_gallery(tokens: &Tokens) -> Result<(), WindowError> {
    let appearance = Appearance::default();
    shell::open(Kind::Desk, tokens, appearance, |cc| {
        Box::new(Gallery::new(&cc.egui_ctx, tokens.clone(), Page::Desk, appearance))
    })
}

/// Shows the tabs of the participant's file, shared by two pages.
fn file_tabs(ui: &mut Ui, selected: &mut usize) {
    let labels = [tr!("gallery-tab-path"), tr!("gallery-tab-results"), tr!("gallery-tab-sessions")];
    tabs(ui, &labels.each_ref().map(String::as_str), selected);
}
