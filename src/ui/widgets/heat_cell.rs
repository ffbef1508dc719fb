//! A number on a ground that deepens with it: one cell of a table of half-days.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::paint;
use super::time_block::hatched;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// How deep the ground is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heat {
    /// Not possible: hatched.
    Off,
    None,
    Low,
    Middle,
    /// Enough: framed and ticked too.
    Full,
}

/// Shows a cell in a rectangle: a button where it opens something, else words.
pub fn heat_cell(
    ui: &mut Ui,
    rect: Rect,
    (number, note): (Option<usize>, &str),
    heat: Heat,
    (name, opens): (&str, bool),
) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let sense = if opens { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(name), sense);
    let role = if opens { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    let fill = match heat {
        Heat::Off | Heat::None => c.surface,
        Heat::Low => c.band_low,
        Heat::Middle => c.band_mid,
        Heat::Full => c.band_high,
    };
    let frame = match (heat, opens) {
        (Heat::Full, _) => Stroke::new(2.5, c.ink),
        (_, true) => look.outline(),
        (_, false) => look.hairline(),
    };
    if heat == Heat::Off {
        hatched(ui, rect.shrink(1.0), c.surface, c.line_soft);
    }
    let corner = look.corner(look.radius.small);
    let ground = if heat == Heat::Off { eframe::egui::Color32::TRANSPARENT } else { fill };
    ui.painter().rect(rect, corner, ground, frame, StrokeKind::Inside);
    words(ui, &look, rect, (number, note), heat);
    paint::focus_ring(ui, &look, &response, rect, look.radius.small);
    response.on_hover_text(name)
}

fn words(ui: &Ui, look: &Look, rect: Rect, (number, note): (Option<usize>, &str), heat: Heat) {
    let c = &look.colours;
    let width = rect.width() - 8.0;
    let ink = if heat == Heat::Off { c.ink_muted } else { c.ink };
    let number = number.map(|number| {
        let size = look.text.heading;
        paint::layout(ui, look, &number.to_string(), Weight::SemiBold, size, ink, width)
    });
    let mut note = paint::layout(ui, look, note, Weight::Regular, look.text.small, ink, width);
    let most = rect.height() - number.as_ref().map_or(0.0, |number| number.size().y);
    if note.size().y > most {
        note = paint::layout(ui, look, "", Weight::Regular, look.text.small, ink, width);
    }
    let note_height = if note.job.text.is_empty() { 0.0 } else { note.size().y };
    let whole = number.as_ref().map_or(0.0, |number| number.size().y) + note_height;
    let mut top = rect.center().y - whole / 2.0;
    if let Some(number) = number {
        let tick = if heat == Heat::Full { look.text.heading } else { 0.0 };
        let left = rect.center().x - (number.size().x + tick) / 2.0;
        paint::put(ui, &number, pos2(left, top));
        if heat == Heat::Full {
            let at = pos2(left + number.size().x + 3.0, top + (number.size().y - tick) / 2.0);
            Icon::Check.paint(ui.painter(), Rect::from_min_size(at, [tick, tick].into()), ink);
        }
        top += number.size().y;
    }
    if note_height > 0.0 {
        plate(ui, look, &note, pos2(rect.center().x - note.size().x / 2.0, top), heat);
    }
}

/// Puts a note, on a plain ground where the cell is hatched.
fn plate(ui: &Ui, look: &Look, note: &std::sync::Arc<eframe::egui::Galley>, at: eframe::egui::Pos2, heat: Heat) {
    if heat == Heat::Off {
        let under = Rect::from_min_size(at, note.size()).expand2([3.0, 0.0].into());
        ui.painter().rect_filled(under, 2.0, look.colours.surface);
    }
    paint::put(ui, note, at);
}
