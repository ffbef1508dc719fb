//! What assistive technologies write into a field that is drawn by hand: a voice that dictates, a braille keyboard.

use eframe::egui::accesskit::{Action, ActionData};
use eframe::egui::{Response, Ui};

/// Lets assistive technologies write into the field; returns what they wrote in this frame, in place of what was there.
pub fn dictated(ui: &Ui, field: &Response) -> Option<String> {
    if !ui.is_enabled() {
        return None;
    }
    ui.ctx().accesskit_node_builder(field.id, |node| node.add_action(Action::SetValue));
    ui.input(|input| {
        let texts = input.accesskit_action_requests(field.id, Action::SetValue).filter_map(|asked| match &asked.data {
            Some(ActionData::Value(text)) => Some(text.to_string()),
            _ => None,
        });
        texts.last()
    })
}
