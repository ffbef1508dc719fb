//! The years of a decade, to choose one: a birth is far from today.

use chrono::{Datelike, NaiveDate};
use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::DateField;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::button::{Button, icon_button};
use crate::ui::widgets::paint;

/// Most people who come are about so old.
const USUAL_AGE: i32 = 40;

/// Returns the first year of the decade in which most people who come were born.
pub(super) fn sensible(today: NaiveDate) -> i32 {
    decade_of(today.year() - USUAL_AGE)
}

pub(super) fn decade_of(year: i32) -> i32 {
    year - year.rem_euclid(10)
}

impl DateField {
    /// Shows ten years, and the way to the decades before and after.
    pub(super) fn years(&mut self, ui: &mut Ui, look: &Look, decade: i32, today: NaiveDate) {
        let side = look.target.control;
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.horizontal(|ui| {
            if icon_button(ui, Icon::ArrowLeft, &tr!("widget-previous-years")).clicked() {
                self.decade = Some(decade - 10);
            }
            let words = tr!("widget-years", from = decade.to_string(), until = (decade + 9).to_string());
            let ink = look.colours.ink;
            let galley = paint::layout(ui, look, &words, Weight::Bold, look.text.body, ink, f32::INFINITY);
            let (rect, response) = ui.allocate_exact_size(vec2(side * 5.0 + 8.0, side), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
            paint::put_centred(ui, &galley, rect);
            if icon_button(ui, Icon::ArrowRight, &tr!("widget-next-years")).clicked() && decade + 10 <= today.year() {
                self.decade = Some(decade + 10);
            }
        });
        for pair in 0..5 {
            ui.horizontal(|ui| {
                for year in [decade + 2 * pair, decade + 2 * pair + 1] {
                    let words = year.to_string();
                    if ui.add(Button::secondary(&words).min_width(side * 3.55)).clicked() {
                        let month = self.day.map_or(1, |day| day.month());
                        self.shown_month = NaiveDate::from_ymd_opt(year, month, 1);
                        self.decade = None;
                    }
                }
            });
        }
    }
}
