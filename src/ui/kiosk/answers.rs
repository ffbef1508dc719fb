//! The answers as cards: points of a scale, or options, each with the digit that chooses it.

use eframe::egui::{Ui, vec2};

use super::zone;
use crate::domain::assessment::{Choice, Point};
use crate::domain::response::Answer;
use crate::i18n::typeset;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{ChoiceCard, Picture, PointTile};

/// Beyond this many options, one column would be too long.
const ONE_COLUMN: usize = 5;

/// Shows the points of a scale: a list, or a row of tiles where height lacks.
/// Returns whether the focus is on the chosen one.
pub(super) fn points(ui: &mut Ui, height: f32, points: &[Point], answer: &mut Option<Answer>) -> bool {
    let look = Look::of(ui.ctx());
    let gap = look.space.between_answers;
    let count = points.len() as f32;
    let list = count * lowest(&look) + (count - 1.0) * gap;
    if list <= height {
        return list_of_points(ui, filling(&look, height, points.len()), points, answer);
    }
    let width = ((ui.available_width() - (count - 1.0) * gap) / count).floor();
    let size = vec2(width, (height - 4.0).clamp(170.0, 250.0));
    let mut at_card = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (point, number) in points.iter().zip(1_u8..) {
            let given = Answer::Point(point.value);
            let selected = answer.as_ref() == Some(&given);
            let words = typeset(&point.label);
            let tile = PointTile::new(&words, number, selected).picture(picture(&point.pictogram));
            let (response, chosen) = tile.show(ui, size);
            zone::follow_focus(&response);
            at_card |= selected && response.has_focus();
            if chosen {
                *answer = Some(given);
            }
        }
    });
    at_card
}

/// Height of the tallest card: beyond it, a card is no longer read as one line.
const TALLEST: f32 = 92.0;

/// Returns the least height of a card, in points: 64 pixels for a finger, whatever the zoom.
fn lowest(look: &Look) -> f32 {
    (6400.0 / f32::from(look.appearance.zoom_percent.max(100))).max(56.0)
}

/// Returns the height of each of `rows` cards that fill the zone.
fn filling(look: &Look, height: f32, rows: usize) -> f32 {
    let gap = look.space.between_answers;
    ((height + gap) / rows.max(1) as f32 - gap).floor().clamp(lowest(look), TALLEST)
}

fn list_of_points(ui: &mut Ui, least: f32, points: &[Point], answer: &mut Option<Answer>) -> bool {
    let mut at_card = false;
    ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.between_answers;
    for (point, number) in points.iter().zip(1_u8..) {
        let words = typeset(&point.label);
        let given = Answer::Point(point.value);
        at_card |= card(ui, least, &words, (number, picture(&point.pictogram)), given, answer);
    }
    at_card
}

/// Shows the options in one column, in two when there are more than five.
/// Returns whether the focus is on the chosen one.
pub(super) fn options(ui: &mut Ui, height: f32, options: &[Choice], answer: &mut Option<Answer>) -> bool {
    let look = Look::of(ui.ctx());
    let gap = look.space.between_answers;
    let columns = if options.len() > ONE_COLUMN { 2 } else { 1 };
    let width = ((ui.available_width() - (columns - 1) as f32 * gap) / columns as f32).floor();
    let numbered: Vec<(u8, &Choice)> = (1_u8..).zip(options).collect();
    let least = filling(&look, height, numbered.len().div_ceil(columns));
    let mut at_card = false;
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    for row in numbered.chunks(columns) {
        ui.horizontal_top(|ui| {
            for (number, option) in row {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let given = Answer::Choice(option.id.clone());
                    at_card |= card(ui, least, &typeset(option.text()), (*number, None), given, answer);
                });
            }
        });
    }
    at_card
}

fn card(
    ui: &mut Ui,
    least: f32,
    words: &str,
    (number, picture): (u8, Option<Picture>),
    given: Answer,
    answer: &mut Option<Answer>,
) -> bool {
    let selected = answer.as_ref() == Some(&given);
    let mut card = ChoiceCard::new(words, selected).number(number).min_height(least);
    if let Some(picture) = picture {
        card = card.picture(picture);
    }
    let shown = card.show(ui);
    zone::follow_focus(&shown.response);
    if shown.chosen {
        *answer = Some(given);
    }
    selected && shown.response.has_focus()
}

/// Returns the pictogram of a name such as `visage-4` or `jauge-0`; none when it is unknown.
fn picture(name: &str) -> Option<Picture> {
    let (kind, level) = name.rsplit_once('-')?;
    let level: u8 = level.parse().ok()?;
    match kind {
        "visage" => Some(Picture::Icon(Icon::Face(level))),
        "jauge" => Some(Picture::Icon(Icon::Jauge(level))),
        _ => None,
    }
}
