//! A day typed as jj/mm/aaaa or chosen in a small French calendar; the calendar of births begins by the year.

mod typed;
mod years;

use chrono::{Datelike, Days, Months, NaiveDate};
use eframe::egui::{
    Popup, PopupCloseBehavior, Rect, Response, Role, Sense, SetOpenCommand, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::button::{Button, icon_button};
use super::field::{TextField, show_error};
use super::paint;
use crate::i18n::{long_date, month_name, short_date};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

pub use typed::{Era, parse_date};

/// The text being typed and the day it makes; a screen keeps one per date.
#[derive(Debug, Clone, Default)]
pub struct DateField {
    typed: String,
    day: Option<NaiveDate>,
    era: Era,
    shown_month: Option<NaiveDate>,
    /// The first year of the decade to choose from; none shows a month.
    decade: Option<i32>,
}

impl DateField {
    pub fn new(day: Option<NaiveDate>) -> Self {
        Self { typed: day.map(short_date).unwrap_or_default(), day, ..Self::default() }
    }

    /// A day of birth: years of two figures are past, and the calendar begins by the year.
    pub fn birth(day: Option<NaiveDate>) -> Self {
        Self { era: Era::Past, ..Self::new(day) }
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
            let waits = ui.ctx().text_edit_focused();
            let error = error.or_else(|| (self.is_unreadable() && !waits).then_some(unreadable.as_str()));
            ui.vertical(|ui| {
                ui.horizontal_top(|ui| self.fields(ui, &look, (label, today, error.is_some())));
                // Below both, so that the calendar's button stays where it is.
                if let Some(error) = error {
                    let width = ui.available_width();
                    show_error(ui, &look, error, width);
                }
            });
        });
        self.day != before
    }

    fn fields(&mut self, ui: &mut Ui, look: &Look, (label, today, is_wrong): (&str, NaiveDate, bool)) {
        let hint = tr!("widget-date-hint");
        let width = look.text.body * 12.0;
        let field = TextField::new(label, &mut self.typed).hint(&hint).width(width).longest(16).outlined(is_wrong);
        let field = field.show(ui);
        if field.changed() {
            self.day = parse_date(&self.typed, self.era, today);
            self.shown_month = None;
        }
        if field.lost_focus()
            && let Some(day) = self.day
        {
            self.typed = short_date(day);
        }
        let open = ui
            .vertical(|ui| {
                ui.add_space(look.text.body * look.text.line_height + look.space.tiny);
                icon_button(ui, Icon::Calendar, &tr!("widget-open-calendar"))
            })
            .inner;
        self.popup(ui, look, today, &open);
    }

    fn popup(&mut self, ui: &Ui, look: &Look, today: NaiveDate, open: &Response) {
        // Ctrl+Enter confirms a dialog; it presses no button that Tab came to.
        let is_pressed = open.clicked() && !ui.input(|input| input.modifiers.command);
        if is_pressed && self.era == Era::Past {
            self.decade = self.day.is_none().then(|| years::sensible(today));
        }
        let popup = Popup::from_response(open)
            .open_memory(is_pressed.then_some(SetOpenCommand::Toggle))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(look.target.control * 7.4);
        popup.show(|ui| match self.decade {
            Some(decade) => self.years(ui, look, decade, today),
            None => self.calendar(ui, look, today),
        });
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
            if self.era == Era::Past {
                let name = tr!("widget-choose-year", month = words.as_str());
                let width = side * 5.0 + 8.0;
                if ui.add(Button::quiet(&words).min_width(width).accessible_name(&name)).clicked() {
                    self.decade = Some(years::decade_of(month.year()));
                }
            } else {
                let ink = look.colours.ink;
                let galley = paint::layout(ui, look, &words, Weight::Bold, look.text.body, ink, f32::INFINITY);
                let (rect, response) = ui.allocate_exact_size(vec2(side * 5.0 + 8.0, side), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
                paint::put_centred(ui, &galley, rect);
            }
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
                        *self = Self { era: self.era, ..Self::new(Some(day)) };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_typed_day_is_unreadable_and_an_empty_one_is_not() {
        let mut field = DateField::new(None);
        assert!(!field.is_unreadable());
        field.typed = "24/11".to_owned();
        assert!(field.is_unreadable());
    }
}
