//! Results: a profile with its uncertainty, facts, an empty list, a sheet of paper.

use eframe::egui::{Painter, Rect, Ui, vec2};

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    PathStep, ProfileRow, ProfileZone, StepState, card, empty_state, facts, heading, page_frame, path_down,
    section_header, small,
};

pub(super) fn show(ui: &mut Ui) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width * 0.62);
            card(ui, profile);
            card(ui, |ui| {
                empty_state(
                    ui,
                    Icon::Search,
                    &tr!("gallery-empty"),
                    &tr!("gallery-empty-words"),
                    Some(&tr!("gallery-empty-action")),
                );
            });
        });
        ui.vertical(|ui| {
            card(ui, |ui| {
                heading(ui, &tr!("gallery-facts"));
                let rows = [
                    (tr!("gallery-fact-1"), tr!("gallery-fact-1-value")),
                    (tr!("gallery-fact-2"), tr!("gallery-fact-2-value")),
                    (tr!("gallery-fact-3"), tr!("gallery-fact-3-value")),
                ];
                facts(ui, "facts", &rows.each_ref().map(|(name, value)| (name.as_str(), value.as_str())));
            });
            ui.horizontal_top(|ui| {
                let (lines, soft) = (Look::of(ui.ctx()).colours.band_high, Look::of(ui.ctx()).colours.band_mid);
                page_frame(ui, 210.0, &tr!("gallery-page"), |painter, sheet| draw_sheet(painter, sheet, lines, soft));
                ui.vertical(steps);
            });
        });
    });
}

fn profile(ui: &mut Ui) {
    section_header(ui, &tr!("gallery-profile"), |_| {});
    small(ui, &tr!("gallery-norms"));
    let names = [tr!("gallery-band-low"), tr!("gallery-band-mid"), tr!("gallery-band-high")];
    let ends = [0.33, 0.67, 1.0];
    let zones: Vec<ProfileZone<'_>> = names.iter().zip(ends).map(|(name, ends)| ProfileZone { ends, name }).collect();
    let rows = [
        (tr!("gallery-scale-1"), 0.82, 0.07),
        (tr!("gallery-scale-2"), 0.55, 0.10),
        (tr!("gallery-scale-3"), 0.21, 0.06),
        (tr!("gallery-scale-4"), 0.64, 0.14),
    ];
    for (title, place, error) in rows {
        let value = tr!("gallery-score", score = (place * 100.0_f32).round());
        let alternative = tr!("gallery-score-said", scale = title.as_str(), score = (place * 100.0_f32).round());
        let uncertainty = (place - error, place + error);
        ProfileRow { title: &title, value: &value, place, uncertainty, zones: &zones, alternative: &alternative }
            .show(ui);
    }
}

fn steps(ui: &mut Ui) {
    let detail = tr!("gallery-step-detail");
    let (one, two, three) = (tr!("gallery-step-1"), tr!("gallery-step-3"), tr!("gallery-step-4"));
    let (done, now, planned) = (tr!("gallery-state-done"), tr!("gallery-state-now"), tr!("gallery-state-planned"));
    path_down(
        ui,
        &[
            PathStep { title: &one, detail: &detail, state: StepState::Done, state_words: &done },
            PathStep { title: &two, detail: &detail, state: StepState::InProgress, state_words: &now },
            PathStep { title: &three, detail: &detail, state: StepState::Planned, state_words: &planned },
        ],
    );
}

fn draw_sheet(painter: &Painter, sheet: Rect, ink: eframe::egui::Color32, soft: eframe::egui::Color32) {
    let inner = sheet.shrink(18.0);
    painter.rect_filled(inner.with_max_y(inner.top() + 12.0).with_max_x(inner.left() + 110.0), 2.0, ink);
    for line in 0..12 {
        let top = inner.top() + 30.0 + line as f32 * 9.0;
        let width = inner.width() * if line % 4 == 3 { 0.6 } else { 1.0 };
        let bar = Rect::from_min_size(eframe::egui::pos2(inner.left(), top), vec2(width, 3.0));
        painter.rect_filled(bar, 1.0, ink.gamma_multiply(0.35));
    }
    painter.rect_filled(inner.with_min_y(inner.bottom() - 90.0), 4.0, soft);
}
