//! Rooms and material: what there is, and one line to add or change.

use eframe::egui::Ui;

use super::Settings;
use crate::app::agenda::ServiceView;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::line;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, TextField, body, icon_button, small};

/// Width of a field for a number.
const NUMBER: f32 = 110.0;

pub(super) fn rooms(form: &mut Settings, ui: &mut Ui, cx: &Cx<'_>, service: &ServiceView) -> Option<Deed> {
    for room in &service.rooms {
        let words = tr!("desk-settings-places", places = room.places);
        if thing(ui, cx, &room.name, &words) {
            form.room.clone_from(&room.name);
            form.places = room.places.to_string();
        }
    }
    if !cx.settles() {
        return None;
    }
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        TextField::new(&tr!("desk-settings-room"), &mut form.room).width(230.0).longest(80).show(ui);
        TextField::new(&tr!("desk-settings-n-places"), &mut form.places).width(NUMBER).longest(4).show(ui);
    });
    let ready = !cx.busy && !form.room.trim().is_empty();
    let pressed = ui.add_enabled(ready, Button::secondary(&tr!("desk-settings-save-room")).icon(Icon::Check)).clicked();
    // A number that is none says nothing of places: the program refuses it in its own words.
    let places = form.places.trim().parse().unwrap_or(0);
    pressed.then(|| Deed::RecordRoom { name: form.room.clone(), places })
}

pub(super) fn equipment(form: &mut Settings, ui: &mut Ui, cx: &Cx<'_>, service: &ServiceView) -> Option<Deed> {
    for one in &service.equipment {
        let words = tr!("desk-settings-quantity", quantity = one.quantity, reset = one.reset.0);
        if thing(ui, cx, &one.name, &words) {
            form.equipment.clone_from(&one.name);
            form.quantity = one.quantity.to_string();
            form.reset = one.reset.0.to_string();
        }
    }
    if !cx.settles() {
        return None;
    }
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        TextField::new(&tr!("desk-settings-material"), &mut form.equipment).width(190.0).longest(80).show(ui);
        TextField::new(&tr!("desk-settings-n-pieces"), &mut form.quantity).width(NUMBER - 20.0).longest(4).show(ui);
        TextField::new(&tr!("desk-settings-reset"), &mut form.reset).width(150.0).longest(3).show(ui);
    });
    let quantity = form.quantity.trim().parse().ok();
    let ready = !cx.busy && !form.equipment.trim().is_empty() && quantity.is_some();
    let words = tr!("desk-settings-save-material");
    let pressed = ui.add_enabled(ready, Button::secondary(&words).icon(Icon::Check)).clicked();
    let quantity = quantity.filter(|_| pressed)?;
    let reset_minutes = form.reset.trim().parse().unwrap_or(0);
    Some(Deed::RecordEquipment { name: form.equipment.clone(), quantity, reset_minutes })
}

/// One thing of a list; returns whether it is to be changed.
fn thing(ui: &mut Ui, cx: &Cx<'_>, name: &str, words: &str) -> bool {
    let mut pressed = false;
    let said = tr!("desk-settings-change-of", name = name);
    line(
        ui,
        60.0,
        |ui| {
            body(ui, name);
            small(ui, words);
        },
        |ui| {
            if cx.settles() {
                pressed = icon_button(ui, Icon::Pencil, &said).clicked();
            }
        },
    );
    pressed
}
