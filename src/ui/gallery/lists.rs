//! Lists of the desk: bars, an order, a table of ratings, options on lines, what is folded.

use eframe::egui::Ui;

use crate::tr;
use crate::ui::widgets::{
    ChoiceList, OrderPlace, RatingColumn, RatingRow, bar_row, card, choice_list, disclosure, heading, order_row,
    paragraph, rating_head, rating_row,
};

pub(super) struct Lists {
    chosen: Option<usize>,
    ratings: [Option<usize>; 3],
}

impl Default for Lists {
    fn default() -> Self {
        Self { chosen: Some(1), ratings: [Some(2), None, Some(0)] }
    }
}

impl Lists {
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width * 0.56);
                card(ui, bars);
                card(ui, |ui| self.ratings(ui));
            });
            ui.vertical(|ui| {
                card(ui, order);
                card(ui, |ui| self.options(ui));
            });
        });
    }

    fn ratings(&mut self, ui: &mut Ui) {
        heading(ui, &tr!("gallery-ratings"));
        let names = [tr!("gallery-band-low"), tr!("gallery-band-mid"), tr!("gallery-band-high")];
        let columns: Vec<RatingColumn> =
            (0..).zip(names).map(|(key, name): (u8, String)| RatingColumn { key: key.to_string(), name }).collect();
        rating_head(ui, &columns);
        let statements = [tr!("gallery-support-1"), tr!("gallery-support-2"), tr!("gallery-step-1")];
        for (index, (statement, chosen)) in statements.iter().zip(&mut self.ratings).enumerate() {
            let row = RatingRow { statement, chosen: *chosen, active: index == 1 };
            if let Some(pressed) = rating_row(ui, &columns, row) {
                *chosen = Some(pressed);
            }
        }
    }

    fn options(&mut self, ui: &mut Ui) {
        let options = [tr!("gallery-support-1"), tr!("gallery-support-2")];
        let options = options.each_ref().map(String::as_str);
        let list = ChoiceList { label: &tr!("gallery-note"), options: &options, chosen: self.chosen };
        if let Some(pressed) = choice_list(ui, &list) {
            self.chosen = Some(pressed);
        }
        disclosure(ui, "gallery-disclosure", &tr!("gallery-tile"), |ui| {
            paragraph(ui, &tr!("gallery-tile-detail"));
        });
    }
}

fn bars(ui: &mut Ui) {
    heading(ui, &tr!("gallery-profile"));
    for (title, share) in
        [(tr!("gallery-scale-1"), 0.82), (tr!("gallery-scale-2"), 0.35), (tr!("gallery-scale-3"), 0.0)]
    {
        let score = (share * 100.0_f32).round();
        let said = tr!("gallery-score-said", scale = title.as_str(), score = score);
        bar_row(ui, &title, share, &tr!("gallery-score", score = score), &said);
    }
}

fn order(ui: &mut Ui) {
    heading(ui, &tr!("gallery-order"));
    let places = [tr!("gallery-scale-1"), tr!("gallery-scale-2"), tr!("gallery-scale-4")];
    for (place, title) in (1..).zip(&places) {
        let words = tr!("gallery-step-detail");
        order_row(
            ui,
            &OrderPlace {
                place,
                title,
                standing: if place == 1 { &words } else { "" },
                words: "",
                leads: place == 1,
                goes_on: place < places.len(),
                alternative: title,
            },
        );
    }
}
