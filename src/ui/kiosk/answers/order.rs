//! Cards to put in order: touched one after the other, each shows its place; touched again, it leaves.

use eframe::egui::{Ui, vec2};

use super::{Means, filling};
use crate::domain::assessment::{Choice, Item, OptionId};
use crate::tr;
use crate::ui::kiosk::attempt::place_or_take;
use crate::ui::kiosk::script::Part;
use crate::ui::kiosk::{listen, words, zone};
use crate::ui::theme::Look;
use crate::ui::widgets::{CardCorner, CardMark, MarkCard};

/// Beyond this many cards, one column would be too long.
const ONE_COLUMN: usize = 5;

/// Narrowest zone of two columns.
const NARROWEST: f32 = 700.0;

pub(super) fn show(
    ui: &mut Ui,
    height: f32,
    item: &Item,
    options: &[Choice],
    placed: &mut Vec<OptionId>,
    means: &mut Means<'_>,
) {
    let look = Look::of(ui.ctx());
    let columns = if options.len() > ONE_COLUMN && ui.available_width() > NARROWEST { 2 } else { 1 };
    let (row_height, gap) = filling(&look, height, options.len().div_ceil(columns));
    let across = look.space.between_answers;
    let width = ((ui.available_width() - (columns - 1) as f32 * across) / columns as f32).floor();
    let numbered: Vec<(u8, &Choice)> = (1_u8..).zip(options).collect();
    ui.spacing_mut().item_spacing = vec2(across, gap);
    let mut touched = None;
    for row in numbered.chunks(columns) {
        ui.horizontal(|ui| {
            for (number, option) in row {
                let rank = placed.iter().position(|id| *id == option.id).map(|place| place + 1);
                let (mark, said) = match rank {
                    Some(rank) => (CardMark::Rank(rank), tr!("kiosk-rank", rank = rank)),
                    None => (CardMark::None, String::new()),
                };
                let name = words::option_name(item, option, usize::from(*number));
                let part = Part::Answer(usize::from(*number) - 1);
                let card = MarkCard::new(&name, *number, mark, &said).with_speaker(means.hearing.has(part));
                let (response, chosen) = card.show(ui, vec2(width, row_height));
                means.wish = listen::over(ui, &response, CardCorner::Right, means.hearing, part, &name).or(means.wish);
                zone::follow_focus(&response);
                if chosen {
                    touched = Some(&option.id);
                }
            }
        });
    }
    if let Some(id) = touched {
        place_or_take(placed, id);
    }
}
