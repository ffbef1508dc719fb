//! A few exclusive options, one a line.

use eframe::egui::{Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// A question and its options.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceList<'a> {
    pub label: &'a str,
    pub options: &'a [&'a str],
    pub chosen: Option<usize>,
}

/// Shows the list and returns the option that was pressed.
pub fn choice_list(ui: &mut Ui, list: &ChoiceList<'_>) -> Option<usize> {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    ui.label(look.job(list.label, Weight::SemiBold, look.text.body, c.ink, width));
    let mut pressed = None;
    for (index, option) in list.options.iter().enumerate() {
        let radius = look.text.body * 0.55;
        let words = paint::layout(ui, &look, option, Weight::Regular, look.text.body, c.ink, width - 4.0 * radius);
        let height = (words.size().y + look.space.small).max(look.target.control * 0.85);
        let size = (words.size().x + 4.0 * radius, height);
        let (rect, response) = paint::row(ui, size.0, size.1, Sense::click());
        let on = list.chosen == Some(index);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *option));
        let centre = pos2(rect.left() + radius + 2.0, rect.center().y);
        let ring = if on || response.hovered() { c.primary } else { c.line };
        ui.painter().circle(centre, radius, c.surface_raised, Stroke::new(1.5, ring));
        if on {
            ui.painter().circle_filled(centre, radius * 0.55, c.primary);
        }
        paint::put_left(ui, &words, rect.left() + 3.2 * radius, rect.center().y);
        paint::focus_ring(ui, &look, &response, rect, look.radius.small);
        if response.clicked() {
            pressed = Some(index);
        }
    }
    pressed
}
