//! A page of the desk: side navigation, a file with its path, a pool, a table.

use eframe::egui::{Ui, UiBuilder, vec2};

use super::file_tabs;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Banner, Button, Column, DataTable, NavItem, PathStep, StepState, Tone, badge, body, card, gauge, muted,
    path_across, search_field, section_header, side_navigation, title,
};

#[derive(Default)]
pub(super) struct Desk {
    part: usize,
    tab: usize,
    row: Option<usize>,
    search: String,
}

impl Desk {
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let whole = ui.available_rect_before_wrap();
        let side = whole.with_max_x(whole.left() + 216.0);
        ui.scope_builder(UiBuilder::new().max_rect(side), |ui| self.navigation(ui));
        let main = whole.with_min_x(side.right() + look.space.large);
        ui.scope_builder(UiBuilder::new().max_rect(main), |ui| {
            ui.horizontal(|ui| {
                title(ui, &tr!("gallery-person"));
                badge(ui, Tone::Success, &tr!("gallery-following"));
                badge(ui, Tone::Warning, &tr!("gallery-waits"));
                ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                    ui.add(Button::primary(&tr!("gallery-synthesis")).icon(Icon::Pencil));
                    ui.add(Button::secondary(&tr!("gallery-book")).icon(Icon::Calendar));
                });
            });
            file_tabs(ui, &mut self.tab);
            ui.add_space(look.space.tiny);
            Banner::new(Tone::Info, &tr!("gallery-banner-info")).show(ui);
            card(ui, path);
            self.people(ui);
        });
    }

    fn navigation(&mut self, ui: &mut Ui) {
        let labels = [
            (Icon::Home, tr!("gallery-nav-today"), 0),
            (Icon::People, tr!("gallery-nav-people"), 0),
            (Icon::Calendar, tr!("gallery-nav-planning"), 3),
            (Icon::Clipboard, tr!("gallery-nav-catalogue"), 0),
            (Icon::Document, tr!("gallery-nav-syntheses"), 12),
            (Icon::Settings, tr!("gallery-nav-settings"), 0),
        ];
        let items = labels.each_ref().map(|(icon, label, count)| NavItem { icon: *icon, label, count: *count });
        if let Some(part) = side_navigation(ui, &tr!("window-title"), &items, self.part) {
            self.part = part;
        }
    }

    fn people(&mut self, ui: &mut Ui) {
        card(ui, |ui| {
            section_header(ui, &tr!("gallery-pools"), |ui| {
                search_field(ui, &tr!("gallery-search"), &mut self.search, 260.0);
            });
            let titles = [
                tr!("gallery-column-workshop"),
                tr!("gallery-column-people"),
                tr!("gallery-column-oldest"),
                tr!("gallery-column-state"),
            ];
            let [workshop, people, oldest, state] = titles.each_ref().map(String::as_str);
            let columns = [
                Column::flexible(workshop, 220.0),
                Column::fixed(people, 240.0),
                Column::fixed(oldest, 180.0),
                Column::fixed(state, 190.0),
            ];
            let names = [tr!("gallery-workshop-1"), tr!("gallery-workshop-2"), tr!("gallery-workshop-3")];
            let have = [4_usize, 6, 2];
            let opened = DataTable::new("pools", &columns).selected(self.row).show(
                ui,
                names.len(),
                |row| names.get(row).cloned().unwrap_or_default(),
                |ui, row, column| {
                    let here = have.get(row).copied().unwrap_or_default();
                    match column {
                        0 => drop(body(ui, names.get(row).map_or("", String::as_str))),
                        1 => {
                            let words = tr!("gallery-gauge", have = here, need = 6);
                            drop(gauge(ui, here, 6, &words, &words));
                        }
                        2 => drop(muted(ui, &tr!("gallery-days", days = 23 - 5 * row))),
                        _ if here >= 6 => drop(badge(ui, Tone::Success, &tr!("gallery-ready"))),
                        _ => drop(badge(ui, Tone::Neutral, &tr!("gallery-waiting"))),
                    }
                },
            );
            if opened.is_some() {
                self.row = opened;
            }
        });
    }
}

fn path(ui: &mut Ui) {
    section_header(ui, &tr!("gallery-path"), |ui| {
        ui.add(Button::quiet(&tr!("gallery-add-step")).icon(Icon::Plus));
    });
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    let titles = [
        tr!("gallery-step-1"),
        tr!("gallery-step-2"),
        tr!("gallery-step-3"),
        tr!("gallery-step-4"),
        tr!("gallery-step-5"),
    ];
    let [one, two, three, four, five] = titles.each_ref().map(String::as_str);
    let (done, now) = (tr!("gallery-state-done"), tr!("gallery-state-now"));
    let (planned, dropped) = (tr!("gallery-state-planned"), tr!("gallery-state-dropped"));
    let detail = tr!("gallery-step-detail");
    let step = |title, state, state_words| PathStep { title, detail: &detail, state, state_words };
    path_across(
        ui,
        &[
            step(one, StepState::Done, &done),
            step(two, StepState::Done, &done),
            step(three, StepState::InProgress, &now),
            step(four, StepState::Planned, &planned),
            step(five, StepState::Dropped, &dropped),
        ],
    );
}
