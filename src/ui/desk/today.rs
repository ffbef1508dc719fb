//! Today: who is in the room, what happens, what waits.

mod arrival;
mod day;
mod follow_up;
mod room;
mod waits;

use eframe::egui::Ui;

use super::cx::Cx;
use super::layout::{columns, loading, page_header};
use crate::i18n::weekday_date;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, muted};

pub use arrival::Arrival;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, arrival: &mut Arrival) {
    let Some(today) = &cx.data.today else { return loading(ui) };
    let hello = cx.me.as_deref().map_or_else(|| tr!("desk-today-title"), |name| tr!("desk-today-hello", name = name));
    page_header(ui, &hello, |ui| {
        let words = tr!("desk-new-participant");
        let button = Button::primary(&words).icon(Icon::Plus);
        if ui.add(button).clicked() {
            cx.ask(super::participants::new_form());
        }
    });
    muted(ui, &tr!("desk-today-day", day = weekday_date(today.day)));
    cx.show_trouble(ui);
    columns(ui, 0.58, ["today-now", "today-waits"], |ui, place| match place {
        0 => {
            if cx.leads() {
                arrival::show(ui, cx, today, arrival);
            }
            room::show(ui, cx, today);
            day::show(ui, cx, today);
        }
        _ => waits::show(ui, cx, today),
    });
}
