//! A message that waits its ten minutes: the button that calls it back, the same wherever it is told.

use eframe::egui::Ui;

use super::action::Deed;
use super::cx::Cx;
use super::guidance::Guidance;
use crate::app::delivery::Leaving;
use crate::tr;
use crate::ui::widgets::Button;

/// Draws the button that calls a message about somebody back; nothing when none waits.
pub fn cancel(ui: &mut Ui, cx: &mut Cx<'_>, leaving: Option<Leaving>, name: &str) {
    let Some(leaving) = leaving else { return };
    let words = tr!("desk-leaving-cancel");
    let named = tr!("desk-leaving-cancel-of", name = name);
    if ui.add_enabled(!cx.busy, Button::secondary(&words).accessible_name(&named)).clicked() {
        cx.act(Deed::Guide(Guidance::CallBack(leaving.delivery)));
    }
}
