//! Measures side by side, or a remark a person: fields that say what they do not take.

use eframe::egui::{Key, Ui, vec2};

use super::acts::closed;
use super::form::{GroupForm, Typed, read, written};
use crate::app::grids::{GroupGrid, GroupItem, GroupPage, GroupRow};
use crate::domain::assessment::ItemKind;
use crate::i18n::decimal;
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, TextField, Tone, body};

/// Least width of the names.
const NAME: f32 = 170.0;

/// Narrower, fields stand below one another.
const NARROWEST: f32 = 90.0;

/// The longest number.
const NUMBER: usize = 12;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, page: &GroupPage, form: &mut GroupForm) {
    let look = Look::of(ui.ctx());
    let n = page.items.len().max(1) as f32;
    let gap = look.space.small;
    let name = (ui.available_width() * 0.2).max(NAME);
    let cell = (ui.available_width() - name) / n - gap;
    let is_stacked = cell < NARROWEST;
    let is_measured = page.items.iter().any(|item| bounds(&item.kind).is_some());
    if is_measured && !is_stacked {
        head(ui, page, (name, cell));
    }
    let (mut left, mut is_typing) = (false, false);
    for (index, person) in grids.rows.iter().enumerate() {
        ui.separator();
        ui.push_id(person.participant.uuid(), |ui| {
            if !page.items.iter().any(|item| person.asked.contains(&item.id) || person.given.contains_key(&item.id)) {
                return closed(ui, cx, person);
            }
            if is_stacked {
                body(ui, &person.name);
                for (column, item) in page.items.iter().enumerate() {
                    let place = Place { at: (index, column), width: ui.available_width(), names_itself: true };
                    let (has_focus, was_left) = field(ui, person, item, &place, form);
                    is_typing |= has_focus;
                    left |= was_left;
                }
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                ui.vertical(|ui| {
                    ui.set_width(name);
                    ui.add_space(look.space.small);
                    let words = look.job(&person.name, Weight::Regular, look.text.body, look.colours.ink, name);
                    ui.label(words);
                });
                for (column, item) in page.items.iter().enumerate() {
                    let place = Place { at: (index, column), width: cell, names_itself: false };
                    let (has_focus, was_left) = field(ui, person, item, &place, form);
                    is_typing |= has_focus;
                    left |= was_left;
                }
            });
        });
    }
    form.is_typing = is_typing;
    if left && let Some(deed) = form.take_to_save(grids) {
        cx.act(deed);
    }
    for (person, item, typed) in form.wrong(grids) {
        let (name, what) = (person.name.as_str(), item.statement.as_str());
        Banner::new(Tone::Warning, &tr!("desk-group-wrong", name = name, what = what, typed = typed.as_str())).show(ui);
    }
}

/// Returns the bounds of a number, in words.
fn bounds(kind: &ItemKind) -> Option<String> {
    match kind {
        ItemKind::Measure { unit, min, max } | ItemKind::Number { unit, min, max, .. } => {
            let (min, max) = (decimal(*min, 0), decimal(*max, 0));
            Some(tr!("desk-grid-bounds", min = min, max = max, unit = unit.as_str()))
        }
        _ => None,
    }
}

fn head(ui: &mut Ui, page: &GroupPage, (name, cell): (f32, f32)) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.small;
        ui.allocate_space(vec2(name, 1.0));
        for item in &page.items {
            ui.vertical(|ui| {
                ui.set_width(cell);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(look.job(&item.statement, Weight::SemiBold, look.text.small, c.ink, cell));
                if let Some(bounds) = bounds(&item.kind) {
                    ui.label(look.job(&bounds, Weight::Regular, look.text.small, c.ink_muted, cell));
                }
            });
        }
    });
}

/// Where a field stands, and how wide.
struct Place {
    at: (usize, usize),
    width: f32,
    /// No head names it.
    names_itself: bool,
}

/// Shows one field; returns whether it has the keyboard, and whether it was left just now.
fn field(ui: &mut Ui, person: &GroupRow, item: &GroupItem, place: &Place, form: &mut GroupForm) -> (bool, bool) {
    let key = (person.participant, item.id.clone());
    let on_disk = form.response(person, &item.id);
    let mut text = form.typed.get(&key).cloned().unwrap_or_else(|| written(on_disk.as_ref()));
    let error = match read(&item.kind, &text) {
        Typed::Wrong(words) => Some(words),
        Typed::Blank | Typed::Whole(_) => None,
    };
    let longest = match item.kind {
        ItemKind::FreeText { longest } => longest,
        _ => NUMBER,
    };
    let label = tr!("desk-group-cell", what = item.statement.as_str(), name = person.name.as_str());
    let is_open = person.asked.contains(&item.id);
    let response = ui
        .add_enabled_ui(is_open, |ui| {
            let field = TextField::new(&label, &mut text).longest(longest).width(place.width).error(error.as_deref());
            if place.names_itself { field.show(ui) } else { field.cell(ui) }
        })
        .inner;
    if form.focus == Some(place.at) {
        form.focus = None;
        response.request_focus();
    }
    if response.changed() {
        form.typed.insert(key, text);
    }
    // Enter goes down the column, as on paper.
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        form.focus = Some((place.at.0 + 1, place.at.1));
    }
    (response.has_focus(), response.lost_focus())
}
