//! One place of an order inside a person: its number in a disc, its title, and what it means. No axis.

use eframe::egui::{Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// A place of an order.
#[derive(Debug, Clone, Copy)]
pub struct OrderPlace<'a> {
    pub place: usize,
    pub title: &'a str,
    /// "en premier", "à égalité"; empty for a place of its own in the middle.
    pub standing: &'a str,
    /// What the place means; may be empty.
    pub words: &'a str,
    /// The first place: its disc is full.
    pub leads: bool,
    /// A line goes down to the next place.
    pub goes_on: bool,
    /// The whole line said to a screen reader.
    pub alternative: &'a str,
}

/// Shows one place: disc, title and standing at the left, words at the right.
pub fn order_row(ui: &mut Ui, place: &OrderPlace<'_>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let radius = look.text.body * 0.85;
    let left = 2.0 * radius + look.space.medium;
    let title_width = (width * 0.30).min(330.0) - left;
    let title = paint::layout(ui, &look, place.title, Weight::SemiBold, look.text.body, c.ink, title_width);
    let standing = paint::layout(ui, &look, place.standing, Weight::Regular, look.text.small, c.ink_muted, title_width);
    let words_left = left + title_width + look.space.large;
    let words = paint::layout(ui, &look, place.words, Weight::Regular, look.text.body, c.ink, width - words_left);
    let said = if place.standing.is_empty() { 0.0 } else { standing.size().y };
    let height = (title.size().y + said).max(words.size().y).max(2.0 * radius) + look.space.small;
    let (rect, response) = paint::row(ui, width, height, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, place.alternative));
    let centre = pos2(rect.left() + radius + 2.0, rect.top() + radius + 2.0);
    if place.goes_on {
        let down = [pos2(centre.x, centre.y + radius), pos2(centre.x, rect.bottom() + look.space.small + 2.0)];
        ui.painter().line_segment(down, Stroke::new(look.stroke.thin * 1.5, c.line_soft));
    }
    let (fill, ink) = if place.leads { (c.primary, c.primary_ink) } else { (c.primary_soft, c.primary) };
    ui.painter().circle(centre, radius, fill, Stroke::new(look.stroke.thin, c.primary));
    let number = place.place.to_string();
    let number = paint::layout(ui, &look, &number, Weight::Bold, look.text.small, ink, f32::INFINITY);
    paint::put(ui, &number, centre - number.size() / 2.0);
    let first_line = centre.y - look.text.body * 0.7;
    paint::put(ui, &title, pos2(rect.left() + left, first_line));
    paint::put(ui, &standing, pos2(rect.left() + left, first_line + title.size().y));
    paint::put(ui, &words, rect.left_top() + vec2(words_left, first_line - rect.top()));
}
