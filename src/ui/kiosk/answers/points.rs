//! The points of an answer scale: a list, or a row of tiles where height lacks.

use eframe::egui::{Ui, Vec2, vec2};

use super::{Means, filling, lowest};
use crate::domain::assessment::Point;
use crate::i18n::typeset;
use crate::ui::icons::Icon;
use crate::ui::kiosk::hearing::Wish;
use crate::ui::kiosk::script::Part;
use crate::ui::kiosk::{listen, zone};
use crate::ui::theme::Look;
use crate::ui::widgets::{CardCorner, ChoiceCard, Picture, PointTile};

/// Narrowest tile that holds its words.
const NARROWEST: f32 = 150.0;

/// Shows the points; returns whether the focus is on the chosen one.
pub(super) fn show(ui: &mut Ui, height: f32, points: &[Point], value: &mut Option<f64>, means: &mut Means<'_>) -> bool {
    let look = Look::of(ui.ctx());
    let count = points.len() as f32;
    let wide = look.space.between_answers;
    let tile = ((ui.available_width() - (count - 1.0) * wide) / count).floor();
    if count * lowest(&look) + (count - 1.0) * wide > height && tile >= NARROWEST {
        return tiles(ui, vec2(tile, (height - 4.0).clamp(170.0, 250.0)), points, value, means);
    }
    let (least, gap) = filling(&look, height, points.len());
    ui.spacing_mut().item_spacing.y = gap;
    let mut at_chosen = false;
    for (point, number) in points.iter().zip(1_u8..) {
        let selected = *value == Some(point.value);
        let words = typeset(&point.label);
        let mut card = ChoiceCard::new(&words, selected).number(number).min_height(least);
        if let Some(picture) = picture(&point.pictogram) {
            card = card.picture(picture);
        }
        let part = Part::Answer(usize::from(number) - 1);
        let speaker = listen::speaker(means.hearing, part, &words);
        let shown = card.highlighted(means.hearing.at() == Some(part)).speaker(speaker.as_deref()).show(ui);
        zone::follow_focus(&shown.response);
        if shown.speak {
            means.wish = Some(Wish::Only(part));
        }
        at_chosen |= selected && shown.response.has_focus();
        if shown.chosen {
            *value = Some(point.value);
        }
    }
    at_chosen
}

fn tiles(ui: &mut Ui, size: Vec2, points: &[Point], value: &mut Option<f64>, means: &mut Means<'_>) -> bool {
    let look = Look::of(ui.ctx());
    let mut at_chosen = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.between_answers;
        for (point, number) in points.iter().zip(1_u8..) {
            let selected = *value == Some(point.value);
            let words = typeset(&point.label);
            let tile = PointTile::new(&words, number, selected).picture(picture(&point.pictogram));
            let (response, chosen) = tile.show(ui, size);
            let part = Part::Answer(usize::from(number) - 1);
            means.wish = listen::over(ui, &response, CardCorner::Top, means.hearing, part, &words).or(means.wish);
            zone::follow_focus(&response);
            at_chosen |= selected && response.has_focus();
            if chosen {
                *value = Some(point.value);
            }
        }
    });
    at_chosen
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
