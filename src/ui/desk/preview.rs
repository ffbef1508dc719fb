//! The synthesis as it will be printed.

use eframe::egui::Ui;

use super::action::Place;
use super::cx::Cx;
use super::layout::loading;
use crate::domain::id::SynthesisId;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

/// The page shown and its size.
#[derive(Default)]
pub struct Sheet;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SynthesisId, _sheet: &mut Sheet) {
    if ui.add(Button::quiet(&tr!("desk-back-synthesis")).icon(Icon::ArrowLeft)).clicked() {
        cx.go(Place::Writing(id));
    }
    cx.show_trouble(ui);
    loading(ui);
}
