//! The grids of everybody who was at a session: one act at a time, a row a person; or person by person.

mod acts;
mod agreement;
mod cells;
mod choice;
mod form;
mod people;

use eframe::egui::Ui;

use super::action::Place;
use super::cx::Cx;
use super::layout::{back_button, below, loading, row, scroll_rest};
use crate::domain::id::SessionId;
use crate::i18n::terms;
use crate::tr;
use crate::ui::widgets::{muted, segmented, title};

pub use form::GroupForm;

use form::Side;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SessionId, form: &mut GroupForm) {
    form.now = ui.input(|input| input.time);
    if form.chosen().is_none() {
        return choice::show(ui, cx, id, form);
    }
    let grids = cx.data.group.as_ref();
    let grids = grids.filter(|grids| grids.session == id && Some(&grids.assessment) == form.chosen());
    let Some(grids) = grids else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-group-back")) {
            if let Some(deed) = form.take_to_save(grids) {
                cx.act(deed);
            }
            form.choose(None);
            cx.go(Place::Group(id));
        }
        title(ui, &grids.title);
    });
    row(ui, |ui| {
        let labels = [tr!("desk-group-by-act"), tr!("desk-group-by-person")];
        let mut side = usize::from(form.side == Side::People);
        if segmented(ui, &labels.each_ref().map(String::as_str), &mut side) {
            form.side = if side == 0 { Side::Acts } else { Side::People };
            if let Some(deed) = form.take_to_save(grids) {
                cx.act(deed);
            }
        }
        below(ui);
        let slot = terms::slot(grids.slot);
        muted(ui, &tr!("desk-group-where", title = grids.session_title.as_str(), slot = slot));
    });
    cx.show_trouble(ui);
    match form.side {
        Side::Acts => acts::show(ui, cx, grids, form),
        Side::People => scroll_rest(ui, "group-people", |ui| people::show(ui, cx, grids, form)),
    }
}
