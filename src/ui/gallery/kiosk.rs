//! The kiosk's pages: a question with its answers, and the entry code.

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::kiosk::Qr;
use crate::domain::badge::Pictogram;
use crate::tr;
use crate::ui::icons::{Icon, paint_logo};
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Button, ChoiceCard, CodeInput, Picture, Tone, badge, icon_button, paragraph, pictogram_board, pictogram_disc,
    pictogram_places, progress, qr_code, question, spoken_sentence, title,
};

pub(super) struct Kiosk {
    answer: Option<usize>,
    code: String,
    touched: Vec<Pictogram>,
}

impl Default for Kiosk {
    fn default() -> Self {
        Self { answer: Some(3), code: "412".to_owned(), touched: vec![Pictogram::Key, Pictogram::Sun] }
    }
}

impl Kiosk {
    pub(super) fn question(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let whole = ui.max_rect();
        let foot = whole.with_min_y(whole.bottom() - look.target.control);
        ui.horizontal(|ui| {
            progress(ui, 3, 12, &tr!("gallery-progress"));
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.add(Button::secondary(&tr!("gallery-help")).icon(Icon::Hand));
                ui.add(Button::quiet(&tr!("gallery-pause")).icon(Icon::Pause));
            });
        });
        ui.add_space(look.space.small);
        ui.horizontal(|ui| {
            icon_button(ui, Icon::Speaker, &tr!("gallery-listen"));
            ui.add_space(look.space.small);
            question(ui, &tr!("gallery-ask"));
        });
        ui.add_space(look.space.medium);
        ui.spacing_mut().item_spacing.y = look.space.between_answers;
        let answers = [
            tr!("gallery-answer-1"),
            tr!("gallery-answer-2"),
            tr!("gallery-answer-3"),
            tr!("gallery-answer-4"),
            tr!("gallery-answer-5"),
        ];
        let listen = tr!("gallery-listen-answer");
        for ((index, text), number) in answers.iter().enumerate().zip(1_u8..) {
            let card = ChoiceCard::new(text, self.answer == Some(index))
                .number(number)
                .picture(Picture::Icon(Icon::Face(number)))
                .speaker(Some(&listen))
                .highlighted(index == 1);
            if card.show(ui).chosen {
                self.answer = Some(index);
            }
        }
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Button::quiet(&tr!("gallery-do-not-know")));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let next = tr!("gallery-confirm");
                    ui.add_enabled(
                        self.answer.is_some(),
                        Button::primary(&next).icon_after(Icon::ArrowRight).min_width(260.0),
                    );
                });
            });
        });
    }

    pub(super) fn code(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let whole = ui.max_rect();
        let middle = whole.center().x;
        let left = whole.with_max_x(middle - 60.0);
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            ui.add_space(whole.height() * 0.12);
            let (logo, _) = ui.allocate_exact_size(vec2(150.0, 150.0), eframe::egui::Sense::empty());
            paint_logo(ui.painter(), logo, c.primary, c.accent_soft.lerp_to_gamma(c.accent, 0.75), c.primary_ink);
            ui.add_space(look.space.large);
            title(ui, &tr!("gallery-welcome"));
            paragraph(ui, &tr!("gallery-welcome-words"));
            ui.add_space(look.space.medium);
            badge(ui, Tone::Info, &tr!("gallery-time-said"));
            ui.add_space(look.space.large);
            ui.add(Button::secondary(&tr!("gallery-help")).icon(Icon::Hand));
        });
        let right = Rect::from_min_max(pos2(middle, whole.top()), whole.max);
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            ui.add_space(look.space.medium);
            let label = tr!("gallery-your-code");
            question(ui, &label);
            let typed = CodeInput::new(&label, &mut self.code).show(ui);
            ui.add_space(look.space.medium);
            let start = tr!("gallery-start");
            ui.add_enabled(typed.complete, Button::primary(&start).icon_after(Icon::ArrowRight).min_width(458.0));
        });
    }

    pub(super) fn badge(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        ui.spacing_mut().item_spacing.y = look.space.large;
        let label = tr!("gallery-your-pictures");
        question(ui, &label);
        pictogram_places(ui, &label, &mut self.touched, 84.0, look.space.small);
        let gap = look.space.medium;
        pictogram_board(ui, &mut self.touched, 6, vec2(132.0, 112.0), gap, Some(3));
        if let Ok(qr) = Qr::of("BOUSSOLE-482913") {
            let square = Rect::from_min_size(ui.cursor().min, Vec2::splat(174.0));
            qr_code(ui, 174.0, &qr, &tr!("gallery-qr"));
            let beside = Rect::from_min_max(square.right_top() + vec2(look.space.huge, 0.0), ui.max_rect().max);
            ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| sentences(ui, &look));
        }
    }
}

/// A part of a person's page: the voice is at its second sentence.
fn sentences(ui: &mut Ui, look: &Look) {
    ui.spacing_mut().item_spacing = Vec2::splat(look.space.small);
    ui.horizontal(|ui| {
        pictogram_disc(ui, Pictogram::Sun, look.target.control);
        title(ui, &tr!("gallery-own-page"));
    });
    spoken_sentence(ui, &[(&tr!("gallery-own-page-strong"), true), (&tr!("gallery-own-page-more"), false)], false);
    spoken_sentence(ui, &[(&tr!("gallery-own-page-heard"), false)], true);
}
