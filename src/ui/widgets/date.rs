//! A day typed as jj/mm/aaaa or chosen in a small French calendar.

use chrono::{Datelike, Days, Months, NaiveDate};
use eframe::egui::{Popup, PopupCloseBehavior, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::button::icon_button;
use super::field::TextField;
use super::paint;
use crate::i18n::{long_date, month_name, short_date};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// The text being typed and the day it makes; a screen keeps one per date.
#[derive(Debug, Clone, Default)]
pub struct DateField {
    typed: String,
    day: Option<NaiveDate>,
    shown_month: Option<NaiveDate>,
}

impl DateField {
    pub fn new(day: Option<NaiveDate>) -> Self {
        Self { typed: day.map(short_date).unwrap_or_default(), day, shown_month: None }
    }

    /// Returns the day, or nothing while the text is empty or is not a day.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Returns whether something is written that is not a day.
    pub fn is_unreadable(&self) -> bool {
        !self.typed.trim().is_empty() && self.day.is_none()
    }

    /// Shows the field and its calendar; returns whether the day changed. `today` is ringed.
    pub fn show(&mut self, ui: &mut Ui, label: &str, today: NaiveDate, error: Option<&str>) -> bool {
        let look = Look::of(ui.ctx());
        let before = self.day;
        let unreadable = tr!("widget-date-unreadable");
        ui.push_id(label, |ui| {
            ui.horizontal_top(|ui| {
                let hint = tr!("widget-date-hint");
                let width = look.text.body * 12.0;
                let waits = ui.ctx().text_edit_focused();
                let error = error.or_else(|| (self.is_unreadable() && !waits).then_some(unreadable.as_str()));
                let field = TextField::new(label, &mut self.typed).hint(&hint).width(width).longest(10).error(error);
                if field.show(ui).changed() {
                    self.day = parse_date(&self.typed);
                    self.shown_month = None;
                }
                let open = ui
                    .vertical(|ui| {
                        ui.add_space(look.text.body * look.text.line_height + look.space.tiny);
                        icon_button(ui, Icon::Calendar, &tr!("widget-open-calendar"))
                    })
                    .inner;
                let popup = Popup::from_toggle_button_response(&open)
                    .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                    .width(look.target.control * 7.4);
                popup.show(|ui| self.calendar(ui, &look, today));
            });
        });
        self.day != before
    }

    fn calendar(&mut self, ui: &mut Ui, look: &Look, today: NaiveDate) {
        let month = self.shown_month.or(self.day).unwrap_or(today).with_day(1).unwrap_or(today);
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        ui.horizontal(|ui| {
            let side = look.target.control;
            if icon_button(ui, Icon::ArrowLeft, &tr!("widget-previous-month")).clicked() {
                self.shown_month = month.checked_sub_months(Months::new(1));
            }
            let words = format!("{} {}", month_name(month), month.year());
            let galley = paint::layout(ui, look, &words, Weight::Bold, look.text.body, look.colours.ink, f32::INFINITY);
            let (rect, response) = ui.allocate_exact_size(vec2(side * 5.0 + 8.0, side), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
            paint::put_centred(ui, &galley, rect);
            if icon_button(ui, Icon::ArrowRight, &tr!("widget-next-month")).clicked() {
                self.shown_month = month.checked_add_months(Months::new(1));
            }
        });
        weekdays(ui, look);
        let lead = u64::from(month.weekday().num_days_from_monday());
        let Some(first) = month.checked_sub_days(Days::new(lead)) else { return };
        for week in 0..6 {
            ui.horizontal(|ui| {
                for weekday in 0..7 {
                    let Some(day) = first.checked_add_days(Days::new(week * 7 + weekday)) else { continue };
                    if day_cell(
                        ui,
                        look,
                        day,
                        Cell {
                            inside: day.month() == month.month(),
                            today: day == today,
                            chosen: self.day == Some(day),
                        },
                    ) {
                        *self = Self::new(Some(day));
                        ui.close();
                    }
                }
            });
        }
    }
}

#[derive(Clone, Copy)]
struct Cell {
    inside: bool,
    today: bool,
    chosen: bool,
}

fn weekdays(ui: &mut Ui, look: &Look) {
    ui.horizontal(|ui| {
        for initial in tr!("widget-weekdays").split_whitespace() {
            let side = look.target.control;
            let (rect, _) = ui.allocate_exact_size(vec2(side, side * 0.7), Sense::empty());
            let ink = look.colours.ink_muted;
            let galley = paint::layout(ui, look, initial, Weight::SemiBold, look.text.small, ink, f32::INFINITY);
            paint::put_centred(ui, &galley, rect);
        }
    });
}

fn day_cell(ui: &mut Ui, look: &Look, day: NaiveDate, cell: Cell) -> bool {
    let c = &look.colours;
    let side = look.target.control;
    if !cell.inside {
        ui.allocate_exact_size(vec2(side, side), Sense::empty());
        return false;
    }
    let (rect, response): (Rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, cell.chosen, long_date(day)));
    let corner = look.corner(look.radius.small);
    let ink = if cell.chosen { c.primary_ink } else { c.ink };
    if cell.chosen {
        ui.painter().rect_filled(rect, corner, c.primary);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, c.primary_soft);
    }
    if cell.today {
        ui.painter().rect_stroke(rect, corner, Stroke::new(2.0, c.accent), StrokeKind::Inside);
    }
    let text = day.day().to_string();
    let galley = paint::layout(ui, look, &text, Weight::Regular, look.text.body, ink, f32::INFINITY);
    paint::put_centred(ui, &galley, rect);
    paint::focus_ring(ui, look, &response, rect.shrink(3.0), look.radius.small);
    response.clicked()
}

/// Reads a day written as jj/mm/aaaa; a dot, a dash or a space also separates. The year has four digits.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split(['/', '.', '-', ' ']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_in_france() {
        assert_eq!(parse_date("24/11/2026"), NaiveDate::from_ymd_opt(2026, 11, 24));
        assert_eq!(parse_date(" 1.2.1975 "), NaiveDate::from_ymd_opt(1975, 2, 1));
    }

    #[test]
    fn what_is_not_a_day_is_nothing() {
        assert_eq!(parse_date("31/02/2026"), None);
        assert_eq!(parse_date("24/11/26"), None);
        assert_eq!(parse_date("24/11"), None);
    }

    #[test]
    fn a_half_typed_day_is_unreadable_and_an_empty_one_is_not() {
        let mut field = DateField::new(None);
        assert!(!field.is_unreadable());
        field.typed = "24/11".to_owned();
        assert!(field.is_unreadable());
    }
}
