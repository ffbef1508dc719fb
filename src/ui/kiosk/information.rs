//! A page to read: its sentences one under the other, and « Continuer ».

use eframe::egui::{Rect, Ui};

use super::page::{self, Emblem};
use super::screen::Asking;
use super::{material, words};
use crate::domain::assessment::Material;
use crate::ui::icons::Icon;
use crate::ui::widgets::title;

pub(super) fn show(ui: &mut Ui, body: Rect, asking: &Asking) {
    let item = &asking.attempt().item;
    let said = words::statement(item);
    let mut sentences = page::sentences(&said).into_iter();
    let first = sentences.next().unwrap_or_default();
    page::sheet(ui, body, asking.key(), Emblem::calm(Icon::Info), |ui| {
        title(ui, &first);
        let rest: Vec<String> = sentences.collect();
        page::lines(ui, rest.iter().map(|line| (Icon::ArrowRight, line.as_str())));
        match &item.material {
            Material::Document(text) => material::document(ui, text),
            Material::Image(image) => material::picture(ui, image, &asking.sitting.pictures, body.height() * 0.5),
            Material::None | Material::Drawn(_) => {}
        }
    });
}
