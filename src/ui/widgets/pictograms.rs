//! A badge made of pictures: five places, and twelve pictures to touch in order; the same by keyboard.

use eframe::egui::accesskit::Live;
use eframe::egui::{Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::mark_spoken;
use super::paint;
use crate::domain::badge::{BADGE_LENGTH, Pictogram};
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::{Icon, paint_pictogram};
use crate::ui::theme::{Look, Weight};

/// Shows the five places with what was touched so far, and a key that takes the last one back; returns whether it did.
pub fn pictogram_places(ui: &mut Ui, label: &str, touched: &mut Vec<Pictogram>, side: f32, gap: f32) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let before = touched.len();
    let width = (side + gap) * BADGE_LENGTH as f32 + side * 1.2;
    let (whole, _) = ui.allocate_exact_size(vec2(width, side), Sense::empty());
    let boxes = whole.with_max_x(whole.right() - side * 1.2 - gap);
    let response = ui.interact(boxes, ui.scope_id().with("places"), Sense::hover());
    let names: Vec<String> = touched.iter().map(|one| terms::pictogram(*one)).collect();
    let said = match names.as_slice() {
        [] => label.to_owned(),
        names => tr!("widget-pictures-touched", pictures = names.join(", ")),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    for index in 0..BADGE_LENGTH {
        let place =
            Rect::from_min_size(pos2(whole.left() + index as f32 * (side + gap), whole.top()), Vec2::splat(side));
        let next = index == touched.len();
        let outline = if next { Stroke::new(look.stroke.focus, c.primary) } else { Stroke::new(2.0, c.line) };
        ui.painter().rect(place, look.corner(look.radius.medium), c.surface_raised, outline, StrokeKind::Inside);
        match touched.get(index) {
            Some(one) => {
                paint_pictogram(ui.painter(), place.shrink(side * 0.16), *one, c.ink, c.surface_raised);
            }
            None => {
                let number = (index + 1).to_string();
                let ink = if next { c.primary } else { c.ink_muted };
                let galley = paint::layout(ui, &look, &number, Weight::SemiBold, side * 0.4, ink, f32::INFINITY);
                paint::put_centred(ui, &galley, place);
            }
        }
    }
    let key = Rect::from_min_max(pos2(whole.right() - side * 1.2, whole.top()), whole.max);
    let erased = erase(ui, &look, key, !touched.is_empty());
    if erased || (ui.is_enabled() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace))) {
        touched.pop();
    }
    touched.len() != before
}

fn erase(ui: &Ui, look: &Look, rect: Rect, possible: bool) -> bool {
    let c = &look.colours;
    let enabled = possible && ui.is_enabled();
    let sense = if possible { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with("erase"), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, tr!("widget-erase")));
    let hot = possible && (response.hovered() || response.is_pointer_button_down_on());
    paint::plate(
        ui,
        look,
        rect,
        look.radius.medium,
        if hot { c.primary_soft } else { c.surface_raised },
        look.outline(),
    );
    paint::focus_ring(ui, look, &response, rect, look.radius.medium);
    let side = (look.target.icon * 1.1).min(rect.height() * 0.6);
    let ink = if possible { c.primary } else { c.ink_muted };
    Icon::Erase.paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(side)), ink);
    possible && response.clicked()
}

/// Shows the twelve pictures in rows of `columns`; one that is touched goes to the next place, or leaves its own. `spoken`
/// is the one that the voice names now. Returns whether something changed.
pub fn pictogram_board(
    ui: &mut Ui,
    touched: &mut Vec<Pictogram>,
    columns: usize,
    size: Vec2,
    gap: f32,
    spoken: Option<usize>,
) -> bool {
    let look = Look::of(ui.ctx());
    let mut pressed = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for (row, pictograms) in Pictogram::ALL.chunks(columns.max(1)).enumerate() {
            ui.horizontal(|ui| {
                for (column, one) in pictograms.iter().enumerate() {
                    let place = touched.iter().position(|other| other == one);
                    let response = tile(ui, &look, *one, place, size);
                    if spoken == Some(row * columns + column) {
                        mark_spoken(ui, response.rect);
                    }
                    if response.clicked() {
                        pressed = Some(*one);
                    }
                }
            });
        }
    });
    match pressed {
        None => false,
        Some(one) if touched.contains(&one) => {
            touched.retain(|other| *other != one);
            true
        }
        Some(one) if touched.len() < BADGE_LENGTH => {
            touched.push(one);
            true
        }
        Some(_) => false,
    }
}

fn tile(ui: &mut Ui, look: &Look, one: Pictogram, place: Option<usize>, size: Vec2) -> Response {
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    let name = terms::pictogram(one);
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, place.is_some(), &name));
    let hot = response.hovered() || response.is_pointer_button_down_on();
    let (ground, outline) = match place {
        Some(_) => (c.primary_soft, Stroke::new(look.stroke.selected, c.primary)),
        None if hot => (c.primary_soft, look.outline()),
        None => (c.surface_raised, look.outline()),
    };
    paint::plate(ui, look, rect, look.radius.medium, ground, outline);
    paint::focus_ring(ui, look, &response, rect, look.radius.medium);
    let side = rect.size().min_elem() * 0.76;
    paint_pictogram(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(side)), one, c.ink, ground);
    if let Some(index) = place {
        let disc = (look.text.small * 0.75).min(rect.height() * 0.2).round();
        let centre = rect.left_top() + Vec2::splat(disc + look.stroke.selected);
        ui.painter().circle_filled(centre, disc, c.primary);
        let number = (index + 1).to_string();
        let galley = paint::layout(ui, look, &number, Weight::Bold, disc * 1.3, c.primary_ink, f32::INFINITY);
        paint::put_centred(ui, &galley, Rect::from_center_size(centre, Vec2::splat(disc * 2.0)));
    }
    response
}
