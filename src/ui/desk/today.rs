//! Today: who is in the room, what happens, what waits.

mod arrival;
mod day;
mod follow_up;
mod queue;
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
    queue::chips(ui, today);
    let [left, right] = queue::dealt(today, cx.leads());
    columns(ui, 0.5, ["today-now", "today-waits"], |ui, place| match place {
        0 => {
            if cx.leads() {
                arrival::show(ui, cx, today, arrival);
            }
            room::show(ui, cx, today);
            day::show(ui, cx, today);
            waits::show(ui, cx, today, &left);
        }
        _ if left.is_empty() && right.is_empty() => waits::nothing(ui),
        _ => waits::show(ui, cx, today, &right),
    });
}
