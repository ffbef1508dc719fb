//! Buttons, fields, choices, messages.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Banner, Button, ChoiceCard, ChoiceKind, CodeInput, DateField, Dialog, TextField, Toasts, Tone, badge, card,
    count_chip, heading, icon_button, paragraph, progress, segmented, tile,
};

#[derive(Default)]
pub(super) struct Controls {
    name: String,
    sentence: String,
    note: String,
    code: String,
    birth: Option<DateField>,
    supports: [bool; 2],
    view: usize,
    asking: bool,
    toasts: Toasts<()>,
}

impl Controls {
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width / 2.0 - 8.0);
                card(ui, |ui| self.buttons(ui));
                card(ui, messages);
            });
            ui.vertical(|ui| {
                card(ui, |ui| self.fields(ui));
                tile(ui, Icon::Path, &tr!("gallery-tile"), &tr!("gallery-tile-detail"));
            });
        });
        self.dialog(ui);
        self.toasts.show(ui.ctx());
    }

    fn buttons(&mut self, ui: &mut Ui) {
        heading(ui, &tr!("gallery-buttons"));
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(&tr!("gallery-confirm")).icon(Icon::Check)).clicked() {
                self.toasts.push_undoable(Tone::Success, tr!("gallery-noted"), ((), tr!("gallery-undo")));
            }
            ui.add(Button::secondary(&tr!("gallery-send")).icon(Icon::Send));
            ui.add(Button::quiet(&tr!("gallery-cancel")));
            if ui.add(Button::danger(&tr!("gallery-delete"))).clicked() {
                self.asking = true;
            }
            ui.add_enabled(false, Button::primary(&tr!("gallery-disabled")));
        });
        ui.horizontal(|ui| {
            for (icon, name) in [
                (Icon::Help, tr!("gallery-help")),
                (Icon::Pause, tr!("gallery-pause")),
                (Icon::Lock, tr!("gallery-lock")),
                (Icon::Clock, tr!("gallery-time")),
                (Icon::Erase, tr!("gallery-delete-last")),
            ] {
                icon_button(ui, icon, &name);
            }
            let labels = [tr!("gallery-week"), tr!("gallery-month")];
            segmented(ui, &labels.each_ref().map(String::as_str), &mut self.view);
        });
        ui.horizontal(|ui| {
            progress(ui, 3, 12, &tr!("gallery-progress"));
            let look = Look::of(ui.ctx());
            for level in 1..=5 {
                Icon::Face(level).show(ui, 28.0, look.colours.primary);
            }
            for level in 0..=4 {
                Icon::Jauge(level).show(ui, 26.0, look.colours.primary);
            }
        });
    }

    fn fields(&mut self, ui: &mut Ui) {
        heading(ui, &tr!("gallery-fields"));
        let (help, error) = (tr!("gallery-first-name-help"), tr!("gallery-note-error"));
        TextField::new(&tr!("gallery-first-name"), &mut self.name).help(&help).show(ui);
        let advice = tr!("gallery-sentence-advice");
        TextField::new(&tr!("gallery-sentence"), &mut self.sentence).advice(Some(&advice)).show(ui);
        TextField::new(&tr!("gallery-note"), &mut self.note).rows(2).error(Some(&error)).show(ui);
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
        let birth = self.birth.get_or_insert_with(|| DateField::birth(None));
        birth.show(ui, &tr!("gallery-date"), today, None);
        CodeInput::new(&tr!("gallery-your-code"), &mut self.code).without_keypad().show(ui);
        let supports = [tr!("gallery-support-1"), tr!("gallery-support-2")];
        for (text, on) in supports.iter().zip(&mut self.supports) {
            if ChoiceCard::new(text, *on).kind(ChoiceKind::Many).show(ui).chosen {
                *on = !*on;
            }
        }
    }

    fn dialog(&mut self, ui: &Ui) {
        if !self.asking {
            return;
        }
        let shown = Dialog::new("gallery-dialog", &tr!("gallery-ask-delete")).show(ui.ctx(), |ui| {
            paragraph(ui, &tr!("gallery-ask-delete-words"));
            ui.horizontal(|ui| {
                let stays = ui.add(Button::secondary(&tr!("gallery-keep"))).clicked();
                stays || ui.add(Button::danger(&tr!("gallery-delete-now"))).clicked()
            })
            .inner
        });
        self.asking = !(shown.should_close() || shown.inner);
    }
}

fn messages(ui: &mut Ui) {
    heading(ui, &tr!("gallery-messages"));
    Banner::new(Tone::Success, &tr!("gallery-noted")).show(ui);
    Banner::new(Tone::Warning, &tr!("gallery-banner-warning")).show(ui);
    let (title, action) = (tr!("gallery-banner-title"), tr!("gallery-retry"));
    Banner::new(Tone::Danger, &tr!("gallery-banner-error")).title(&title).action(&action).show(ui);
    ui.horizontal_wrapped(|ui| {
        count_chip(ui, Tone::Warning, &tr!("gallery-chip"), 3);
        badge(ui, Tone::Neutral, &tr!("gallery-state-planned"));
        badge(ui, Tone::Info, &tr!("gallery-state-now"));
        badge(ui, Tone::Accent, &tr!("gallery-calls"));
        badge(ui, Tone::Success, &tr!("gallery-state-done"));
    });
}
