//! Where things stand on a page of the desk: header, columns that scroll, rows of fields.

use eframe::egui::{Align, InnerResponse, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder};

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, card, icon_button, muted, title};

/// Draws in a part of the page.
pub fn inside<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(rect.expand(12.0)));
        content(ui)
    })
    .inner
}

/// Narrowest window, in points, whose page has things side by side. Large letters make a window narrow.
const SIDE_BY_SIDE: f32 = 1000.0;

/// Returns whether things stand below one another.
pub fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < SIDE_BY_SIDE
}

/// Shows two columns that scroll each by itself, `share` being the left one's; `content` is called with 0 then 1. In a
/// narrow window the second stands below the first, and the page scrolls.
pub fn columns(ui: &mut Ui, share: f32, [left, right]: [&str; 2], mut content: impl FnMut(&mut Ui, usize)) {
    if is_narrow(ui) {
        scroll_rest(ui, left, |ui| content(ui, 0));
        scroll_rest(ui, right, |ui| content(ui, 1));
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let gap = Look::of(ui.ctx()).space.large;
    let cut = whole.left() + (whole.width() - gap) * share;
    scroll(ui, whole.with_max_x(cut), left, |ui| content(ui, 0));
    scroll(ui, whole.with_min_x(cut + gap), right, |ui| content(ui, 1));
}

/// A line of things; in a narrow window it goes on below.
pub fn row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    if is_narrow(ui) { ui.horizontal_wrapped(content) } else { ui.horizontal(content) }
}

/// Draws at the right end of a [`row`]; in a narrow window, below it.
pub fn at_end<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    if !is_narrow(ui) {
        return ui.with_layout(Layout::right_to_left(Align::Center), content);
    }
    below(ui);
    ui.horizontal_wrapped(content)
}

/// Goes on below in a [`row`] of a narrow window.
pub fn below(ui: &mut Ui) {
    if is_narrow(ui) && ui.layout().main_wrap() {
        ui.end_row();
    }
}

/// Returns the width of words that leave `reserve` to what stands at their right, and take at least `least`.
pub fn beside(ui: &Ui, reserve: f32, least: f32) -> f32 {
    let whole = ui.available_width();
    if is_narrow(ui) { whole } else { (whole - reserve).max(least) }
}

/// A column of the page that scrolls by itself.
fn scroll<R>(ui: &mut Ui, rect: Rect, id: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    inside(ui, rect, |ui| {
        ScrollArea::vertical()
            .id_salt(id)
            .auto_shrink([false, false])
            .content_margin(Margin { left: 0, right: 10, top: 0, bottom: 24 })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.medium;
                content(ui)
            })
            .inner
    })
}

/// The rest of the page as one column that scrolls.
/// Where a window is narrow it is a part of the page, which scrolls as a whole.
pub fn scroll_rest<R>(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    if is_narrow(ui) {
        return ui.push_id(id, content).inner;
    }
    let rest = ui.available_rect_before_wrap();
    scroll(ui, rest, id, content)
}

/// Returns the height that a table takes to the foot of the page, less `below`.
pub fn height_left(ui: &Ui, below: f32) -> f32 {
    if is_narrow(ui) { f32::INFINITY } else { (ui.available_height() - below).max(160.0) }
}

/// The page's title with what can be done at the right.
pub fn page_header(ui: &mut Ui, words: &str, actions: impl FnOnce(&mut Ui)) {
    row(ui, |ui| {
        title(ui, words);
        at_end(ui, actions);
    });
}

/// Narrowest of things that stand side by side.
const NARROWEST: f32 = 230.0;

/// Things side by side, of equal widths, or one below the other where they would be narrow; `content` is called with 0,
/// then 1.
pub fn side_by_side(ui: &mut Ui, n: usize, mut content: impl FnMut(&mut Ui, usize)) {
    let look = Look::of(ui.ctx());
    let gap = look.space.medium;
    let width = (ui.available_width() - gap * (n as f32 - 1.0)) / n as f32;
    if width < NARROWEST {
        for place in 0..n {
            content(ui, place);
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for place in 0..n {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.x = look.space.small;
                content(ui, place);
            });
        }
    });
}

/// Says that the answer is on its way: no wheel that turns for ever.
pub fn loading(ui: &mut Ui) {
    muted(ui, &tr!("desk-loading"));
}

/// A card whose lines stand close: what belongs together looks together.
pub fn panel<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.small;
        content(ui)
    })
}

/// Returns how wide a button with these words is, so that the words beside it take the rest.
pub fn button_width(ui: &Ui, words: &str, has_icon: bool) -> f32 {
    let look = Look::of(ui.ctx());
    let ink = look.colours.ink;
    let galley = ui.painter().layout_job(look.job(words, Weight::SemiBold, look.text.button, ink, f32::INFINITY));
    let icon = if has_icon { look.target.icon * 1.45 } else { 0.0 };
    galley.size().x + icon + look.target.control * 0.9 + look.space.medium
}

/// A line of a list: words at the left, wrapped before the buttons at the right.
pub fn line(ui: &mut Ui, reserve: f32, words: impl FnOnce(&mut Ui), buttons: impl FnOnce(&mut Ui)) {
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, reserve, 120.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            words(ui);
        });
        at_end(ui, buttons);
    });
}

/// A line of a list with one button at its right; returns whether it was pressed. Without a button the words have the line.
pub fn one_button(
    ui: &mut Ui,
    label: &str,
    button: Option<Button<'_>>,
    enabled: bool,
    words: impl FnOnce(&mut Ui),
) -> bool {
    let Some(button) = button else {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            words(ui);
        });
        return false;
    };
    let mut pressed = false;
    let width = button_width(ui, label, false);
    line(ui, width, words, |ui| pressed = ui.add_enabled(enabled, button).clicked());
    pressed
}

/// The way back to where this page is opened from.
pub fn back_button(ui: &mut Ui, words: &str) -> bool {
    icon_button(ui, Icon::ArrowLeft, words).clicked()
}
