//! Moving between parts: the side navigation, tabs, and a segmented control.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::icons::{Icon, paint_logo};
use crate::ui::theme::{Look, Weight};

/// An entry of the side navigation; `count` calls for attention when it is above zero.
#[derive(Debug, Clone, Copy)]
pub struct NavItem<'a> {
    pub icon: Icon,
    pub label: &'a str,
    pub count: usize,
}

/// Widest column that shows icons without words.
const RAIL: f32 = 120.0;
/// Height of a window whose column of icons has no room for the compass.
const LOW: f32 = 560.0;

/// Shows the product's name and the entries, or icons alone in a narrow column; returns the entry that was pressed.
pub fn side_navigation(ui: &mut Ui, product: &str, items: &[NavItem<'_>], selected: usize) -> Option<usize> {
    let look = Look::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = look.space.tiny;
    // Where height lacks, every line is for a place to go to.
    if ui.available_width() > RAIL || ui.ctx().content_rect().height() > LOW {
        brand(ui, &look, product);
        ui.add_space(look.space.medium);
    }
    let mut pressed = None;
    for (index, item) in items.iter().enumerate() {
        if entry(ui, &look, item, index == selected) {
            pressed = Some(index);
        }
    }
    pressed
}

fn brand(ui: &mut Ui, look: &Look, product: &str) {
    let c = &look.colours;
    let side = look.target.control;
    let (rect, response) = paint::row(ui, ui.available_width(), side + look.space.small, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, product));
    let logo = Rect::from_center_size(pos2(rect.left() + side / 2.0 + 4.0, rect.center().y), vec2(side, side));
    paint_logo(ui.painter(), logo, c.primary, c.accent_soft.lerp_to_gamma(c.accent, 0.75), c.primary_ink);
    if rect.width() <= RAIL {
        return;
    }
    let name = paint::layout(ui, look, product, Weight::Bold, look.text.heading, c.ink, f32::INFINITY);
    paint::put_left(ui, &name, logo.right() + look.space.small, rect.center().y);
}

fn entry(ui: &mut Ui, look: &Look, item: &NavItem<'_>, selected: bool) -> bool {
    let c = &look.colours;
    let (rect, response) = paint::row(ui, ui.available_width(), look.target.control + 4.0, Sense::click());
    response.widget_info(|| {
        let label = if item.count > 0 { format!("{} ({})", item.label, item.count) } else { item.label.to_owned() };
        WidgetInfo::selected(Role::Tab, true, selected, label)
    });
    let corner = look.corner(look.radius.medium);
    if selected {
        ui.painter().rect_filled(rect, corner, c.primary);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, c.primary_soft);
    }
    paint::focus_ring(ui, look, &response, rect.shrink(2.0), look.radius.medium);
    let ink = if selected { c.primary_ink } else { c.ink };
    let side = look.target.icon;
    let rail = rect.width() <= RAIL;
    let left = if rail { rect.center().x - side / 2.0 } else { rect.left() + 12.0 };
    let place = Rect::from_center_size(pos2(left + side / 2.0, rect.center().y), vec2(side, side));
    item.icon.paint(ui.painter(), place, if selected { ink } else { c.primary });
    if rail {
        if item.count > 0 {
            let dot = place.right_top() + vec2(4.0, 0.0);
            ui.painter().circle(dot, 5.5, c.accent, Stroke::new(1.5, c.surface));
        }
        return response.on_hover_text(item.label).clicked();
    }
    let weight = if selected { Weight::SemiBold } else { Weight::Regular };
    let label = paint::layout(ui, look, item.label, weight, look.text.body, ink, f32::INFINITY);
    paint::put_left(ui, &label, place.right() + 12.0, rect.center().y);
    if item.count > 0 {
        let text = item.count.to_string();
        let count = paint::layout(ui, look, &text, Weight::Bold, look.text.small, c.ink, f32::INFINITY);
        let size = vec2((count.size().x + 14.0).max(26.0), 24.0);
        let pill = Rect::from_center_size(pos2(rect.right() - 10.0 - size.x / 2.0, rect.center().y), size);
        ui.painter().rect(pill, look.corner(12.0), c.accent_soft, Stroke::new(1.5, c.accent), StrokeKind::Inside);
        paint::put_centred(ui, &count, pill);
    }
    response.clicked()
}

/// Shows views of one thing as tabs; returns whether the choice changed.
pub fn tabs(ui: &mut Ui, labels: &[&str], selected: &mut usize) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let before = *selected;
    let shown = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(look.space.small, look.space.tiny);
        for (index, label) in labels.iter().enumerate() {
            let on = index == *selected;
            let ink = if on { c.primary } else { c.ink_muted };
            let words = paint::layout(ui, &look, label, Weight::SemiBold, look.text.body, ink, f32::INFINITY);
            let size = vec2(words.size().x + look.space.large, look.target.control);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, *label));
            if response.hovered() && !on {
                ui.painter().rect_filled(rect.shrink(3.0), look.corner(look.radius.small), c.primary_soft);
            }
            paint::put_centred(ui, &words, rect);
            if on {
                let bar = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 4.0), rect.right_bottom());
                ui.painter().rect_filled(bar, look.corner(2.0), c.primary);
            }
            paint::focus_ring(ui, &look, &response, rect.shrink(4.0), look.radius.small);
            if response.clicked() {
                *selected = index;
            }
        }
    });
    let rect = shown.response.rect;
    ui.painter().hline(ui.max_rect().x_range(), rect.bottom(), look.hairline());
    *selected != before
}

/// Returns how wide [`segmented`] shows these settings.
pub fn segmented_width(ui: &Ui, labels: &[&str]) -> f32 {
    let look = Look::of(ui.ctx());
    let words = |label: &&str| {
        paint::layout(ui, &look, label, Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY).size().x
    };
    labels.iter().map(|label| words(label) + look.space.large * 1.2).sum()
}

/// Shows a few exclusive settings side by side, on several lines where width lacks; returns whether the choice changed.
pub fn segmented(ui: &mut Ui, labels: &[&str], selected: &mut usize) -> bool {
    let look = Look::of(ui.ctx());
    let before = *selected;
    let words: Vec<_> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let ink = if index == before { look.colours.primary_ink } else { look.colours.ink };
            paint::layout(ui, &look, label, Weight::SemiBold, look.text.body, ink, f32::INFINITY)
        })
        .collect();
    let width_of = |words: &Galley| words.size().x + look.space.large * 1.2;
    let most = ui.available_width();
    let mut lines: Vec<std::ops::Range<usize>> = Vec::new();
    let mut taken = f32::INFINITY;
    for (index, words) in words.iter().enumerate() {
        let width = width_of(words);
        match lines.last_mut() {
            Some(line) if taken + width <= most => line.end = index + 1,
            _ => {
                lines.push(index..index + 1);
                taken = 0.0;
            }
        }
        taken += width;
    }
    let mut draw = |ui: &mut Ui, line: std::ops::Range<usize>| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let parts = words.get(line.clone()).unwrap_or_default();
        let whole: f32 = parts.iter().map(|words| width_of(words)).sum();
        let ground = Rect::from_min_size(ui.cursor().min, vec2(whole, look.target.control));
        let corner = look.corner(look.radius.medium);
        ui.painter().rect(ground, corner, look.colours.surface_raised, look.outline(), StrokeKind::Inside);
        for (index, words) in line.zip(parts) {
            let label = labels.get(index).copied().unwrap_or_default();
            if segment(ui, &look, label, words, vec2(width_of(words), look.target.control), index == before) {
                *selected = index;
            }
        }
    };
    if let [line] = lines.as_slice() {
        ui.horizontal(|ui| draw(ui, line.clone()));
    } else {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = look.space.tiny;
            for line in lines {
                ui.horizontal(|ui| draw(ui, line));
            }
        });
    }
    *selected != before
}

fn segment(ui: &mut Ui, look: &Look, label: &str, words: &Arc<Galley>, size: Vec2, on: bool) -> bool {
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, label));
    let pill = rect.shrink(3.5);
    if on {
        ui.painter().rect_filled(pill, look.corner(look.radius.small), c.primary);
    } else if response.hovered() {
        ui.painter().rect_filled(pill, look.corner(look.radius.small), c.primary_soft);
    }
    paint::put_centred(ui, words, rect);
    paint::focus_ring(ui, look, &response, rect.shrink(2.0), look.radius.small);
    response.clicked()
}
