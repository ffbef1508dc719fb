//! Cards to put in order: touched one after the other, each shows its place; touched again, it leaves.

use eframe::egui::{Ui, vec2};

use super::filling;
use crate::domain::assessment::{Choice, Item, OptionId};
use crate::tr;
use crate::ui::kiosk::attempt::place_or_take;
use crate::ui::kiosk::{words, zone};
use crate::ui::theme::Look;
use crate::ui::widgets::{CardMark, MarkCard};

/// Beyond this many cards, one column would be too long.
const ONE_COLUMN: usize = 5;

pub(super) fn show(ui: &mut Ui, height: f32, item: &Item, options: &[Choice], placed: &mut Vec<OptionId>) {
    let look = Look::of(ui.ctx());
    let columns = if options.len() > ONE_COLUMN { 2 } else { 1 };
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
                let (response, chosen) = MarkCard::new(&name, *number, mark, &said).show(ui, vec2(width, row_height));
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
