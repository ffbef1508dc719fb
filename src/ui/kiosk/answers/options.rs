//! Options to choose one or several of: words in one column, in two when there are more than five; pictures in a grid.

use eframe::egui::{Ui, vec2};

use super::{Means, filling};
use crate::domain::assessment::{Choice, Face, Item, Material, OptionId};
use crate::ui::kiosk::hearing::Wish;
use crate::ui::kiosk::script::Part;
use crate::ui::kiosk::{listen, words, zone};
use crate::ui::theme::Look;
use crate::ui::widgets::{
    CardCorner, CardDrawing, ChoiceCard, ChoiceKind, FigureCard, SvgPicture, card_rows, common_side,
};

/// Beyond this many options, one column would be too long.
const ONE_COLUMN: usize = 5;

/// Narrowest zone of two columns of words.
const NARROWEST: f32 = 480.0;

/// Tallest card of a picture.
const PICTURE: f32 = 360.0;

/// What happened to the options in this frame.
#[derive(Default)]
pub(super) struct Touched {
    pub touched: Option<OptionId>,
    /// The focus is on an option that is chosen.
    pub at_chosen: bool,
}

pub(super) fn show(
    ui: &mut Ui,
    height: f32,
    item: &Item,
    kind: ChoiceKind,
    means: &mut Means<'_>,
    is_chosen: &dyn Fn(&OptionId) -> bool,
) -> Touched {
    let options = item.kind.options();
    let shown: Vec<Shown<'_>> = options
        .iter()
        .zip(1_u8..)
        .map(|(option, number)| Shown {
            option,
            number,
            name: words::option_name(item, option, usize::from(number)),
            selected: is_chosen(&option.id),
        })
        .collect();
    let drawn = |option: &Choice| matches!(option.face, Face::Image { .. } | Face::Drawn(_));
    if options.iter().any(drawn) {
        grid(ui, height, &shown, kind, (means, item))
    } else {
        list(ui, height, &shown, kind, means)
    }
}

/// An option with what is said of it.
struct Shown<'a> {
    option: &'a Choice,
    /// Its place, from 1: the key that chooses it.
    number: u8,
    name: String,
    selected: bool,
}

fn list(ui: &mut Ui, height: f32, options: &[Shown<'_>], kind: ChoiceKind, means: &mut Means<'_>) -> Touched {
    let look = Look::of(ui.ctx());
    let columns = if options.len() > ONE_COLUMN && ui.available_width() > NARROWEST { 2 } else { 1 };
    let (least, gap) = filling(&look, height, options.len().div_ceil(columns));
    let across = look.space.between_answers;
    let width = ((ui.available_width() - (columns - 1) as f32 * across) / columns as f32).floor();
    let mut done = Touched::default();
    ui.spacing_mut().item_spacing = vec2(across, gap);
    for row in options.chunks(columns) {
        ui.horizontal_top(|ui| {
            for one in row {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let card = ChoiceCard::new(&one.name, one.selected).kind(kind).number(one.number).min_height(least);
                    let part = Part::Answer(usize::from(one.number) - 1);
                    let speaker = listen::speaker(means.hearing, part, &one.name);
                    let card = card.highlighted(means.hearing.at() == Some(part)).speaker(speaker.as_deref()).show(ui);
                    zone::follow_focus(&card.response);
                    if card.speak {
                        means.wish = Some(Wish::Only(part));
                    }
                    done.at_chosen |= one.selected && card.response.has_focus();
                    if card.chosen {
                        done.touched = Some(one.option.id.clone());
                    }
                });
            }
        });
    }
    done
}

fn grid(
    ui: &mut Ui,
    height: f32,
    options: &[Shown<'_>],
    kind: ChoiceKind,
    (means, item): (&mut Means<'_>, &Item),
) -> Touched {
    let look = Look::of(ui.ctx());
    let room = vec2(ui.available_width(), height);
    let scale = match &item.material {
        Material::Drawn(stem) => common_side(&look, stem, options.len(), room),
        Material::None | Material::Document(_) | Material::Image(_) => None,
    };
    let (columns, mut size) = card_rows(&look, options.len(), room);
    if options.iter().all(|one| matches!(one.option.face, Face::Image { .. })) && options.len() == columns {
        // A row of pictures takes the height that there is.
        size.y = size.y.max(room.y.min(PICTURE));
    }
    let gap = look.space.between_answers;
    let mut done = Touched::default();
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    for row in options.chunks(columns) {
        ui.horizontal(|ui| {
            for one in row {
                let drawing = match &one.option.face {
                    Face::Drawn(figure) => CardDrawing::Figure(figure),
                    Face::Image { image, .. } => {
                        CardDrawing::Picture(SvgPicture::new(means.pictures.get(image).unwrap_or_default(), &image.alt))
                    }
                    // A card without its picture still says its words.
                    Face::Words(_) | Face::Reply(_) => CardDrawing::Picture(SvgPicture::new(&[], &one.name)),
                };
                let caption = if one.option.text().is_empty() { "" } else { &one.name };
                let card = FigureCard::new(drawing, &one.name, one.number, one.selected)
                    .kind(kind)
                    .caption(caption)
                    .largest(scale);
                let (response, chosen) = card.show(ui, size);
                let part = Part::Answer(usize::from(one.number) - 1);
                let corner = CardCorner::BottomRight;
                means.wish = listen::over(ui, &response, corner, means.hearing, part, &one.name).or(means.wish);
                zone::follow_focus(&response);
                done.at_chosen |= one.selected && response.has_focus();
                if chosen {
                    done.touched = Some(one.option.id.clone());
                }
            }
        });
    }
    done
}
