//! Who works here now: one card for each member of staff.

use eframe::egui::Ui;

use super::action::Deed;
use super::cx::Cx;
use super::layout::{scroll_rest, side_by_side};
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{muted, tile, title};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    title(ui, &tr!("desk-who-title"));
    muted(ui, &tr!("desk-who-words"));
    cx.show_trouble(ui);
    let staff = cx.data.staff.as_deref().unwrap_or_default();
    scroll_rest(ui, "who", |ui| {
        for pair in staff.chunks(2) {
            side_by_side(ui, 2, |ui, place| {
                let Some(member) = pair.get(place) else { return };
                if tile(ui, Icon::Person, &member.name.full(), &terms::role(member.role)).clicked() {
                    cx.act(Deed::LogIn(member.id));
                }
            });
        }
    });
}
