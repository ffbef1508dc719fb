//! Where things stand on a page of the desk: header, columns that scroll, rows of fields.

use eframe::egui::{Align, InnerResponse, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder};

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{card, icon_button, muted, title};

/// Draws in a part of the page.
pub fn inside<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(rect.expand(12.0)));
        content(ui)
    })
    .inner
}

/// Returns the two columns of what is left of the page; `share` is the left one's.
pub fn columns(ui: &Ui, share: f32) -> (Rect, Rect) {
    let look = Look::of(ui.ctx());
    let whole = ui.available_rect_before_wrap();
    let gap = look.space.large;
    let cut = whole.left() + (whole.width() - gap) * share;
    (whole.with_max_x(cut), whole.with_min_x(cut + gap))
}

/// A column of the page that scrolls by itself.
pub fn scroll<R>(ui: &mut Ui, rect: Rect, id: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
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
pub fn scroll_rest<R>(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let rest = ui.available_rect_before_wrap();
    scroll(ui, rest, id, content)
}

/// The page's title with what can be done at the right.
pub fn page_header(ui: &mut Ui, words: &str, actions: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        title(ui, words);
        ui.with_layout(Layout::right_to_left(Align::Center), actions);
    });
}

/// Two things side by side, of equal widths; `content` is called with 0 then 1.
pub fn side_by_side(ui: &mut Ui, n: usize, mut content: impl FnMut(&mut Ui, usize)) {
    let look = Look::of(ui.ctx());
    let gap = look.space.medium;
    let width = (ui.available_width() - gap * (n as f32 - 1.0)) / n as f32;
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
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - reserve).max(120.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), buttons);
    });
}

/// The way back to where this page is opened from.
pub fn back_button(ui: &mut Ui, words: &str) -> bool {
    icon_button(ui, Icon::ArrowLeft, words).clicked()
}
