//! Lists of the desk: bars, an order, a table of ratings, options on lines, what is folded, blocks of a calendar, a signature.

use eframe::egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{
    ChoiceList, Heat, OrderPlace, RatingColumn, RatingRow, Strokes, TextField, TimeBlock, Tone, bar_row, card,
    choice_list, disclosure, heading, heat_cell, order_row, paragraph, rating_head, rating_row, signature_pad,
};

pub(super) struct Lists {
    chosen: Option<usize>,
    ratings: [Option<usize>; 3],
    measure: String,
    strokes: Strokes,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            chosen: Some(1),
            ratings: [Some(2), None, Some(0)],
            measure: tr!("gallery-measure"),
            strokes: Strokes::default(),
        }
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
                card(ui, time);
                card(ui, |ui| signature_pad(ui, &tr!("gallery-note"), &mut self.strokes, 120.0));
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
        let (label, error) = (tr!("gallery-note"), tr!("desk-group-not-a-number"));
        TextField::new(&label, &mut self.measure).width(160.0).error(Some(&error)).cell(ui);
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

/// Two blocks of a calendar, and half-days from none to enough.
fn time(ui: &mut Ui) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 112.0), Sense::hover());
    let place = |index: f32, of: f32, top: f32, height: f32| {
        let step = width / of;
        Rect::from_min_size(pos2(rect.left() + step * index, rect.top() + top), vec2(step - 4.0, height))
    };
    let (ready, waiting) = (tr!("gallery-ready"), tr!("gallery-waiting"));
    let block = |name, lines, tone, icon| TimeBlock::new(name, lines, tone).icon(Some(icon));
    let (first, second) = (vec![ready.clone()], vec![waiting.clone()]);
    let at = place(0.0, 2.0, 0.0, 52.0);
    block(&ready, &first, Tone::Success, Icon::Flag).show(ui, Id::unique("gallery-block"), at, Sense::click());
    let at = place(1.0, 2.0, 0.0, 52.0);
    let dashed = block(&waiting, &second, Tone::Accent, Icon::Plus).dashed(true);
    dashed.show(ui, Id::unique("gallery-dashed"), at, Sense::click());
    for (index, heat) in [Heat::None, Heat::Low, Heat::Middle, Heat::Full].into_iter().enumerate() {
        let name = tr!("gallery-gauge", have = index * 2, need = 6);
        let at = place(index as f32, 4.0, 60.0, 52.0);
        heat_cell(ui, at, (Some(index * 2), ""), heat, (&name, true));
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
