//! Generated questions as the kiosk shows them: each kind of drawing with its answers, then a picture of an author.

use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

use crate::domain::generate::dashboard::{self, Display, Level, LineCount};
use crate::domain::generate::matrices::cell::Attribute;
use crate::domain::generate::matrices::rule::{Rule, Side, Step};
use crate::domain::generate::{Answer, Item, Radicals, Recipe, Stem, counting, folding, matrices, rotations, series};
use crate::i18n::terms::{board_reply, item_option, item_statement};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Button, CardDrawing, ChoiceCard, KeypadShape, SvgPicture, figure_cards, keypad, question, segmented, with_stem,
};

pub(super) struct Exercises {
    items: Vec<(String, Item)>,
    shown: usize,
    answer: Option<usize>,
}

impl Default for Exercises {
    fn default() -> Self {
        let made = samples().into_iter().filter_map(|(name, recipe)| Some((name, recipe.make().ok()?)));
        Self { items: made.collect(), shown: 0, answer: Some(1) }
    }
}

impl Exercises {
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let whole = ui.max_rect();
        let foot = whole.with_min_y(whole.bottom() - look.target.answer);
        let picture = tr!("gallery-picture");
        let names = self.items.iter().map(|(name, _)| name.as_str()).chain([picture.as_str()]);
        segmented(ui, &names.collect::<Vec<_>>(), &mut self.shown);
        ui.add_space(look.space.small);
        let item = self.items.get(self.shown).map(|(_, item)| item);
        question(ui, &item.map_or_else(|| tr!("gallery-picture-ask"), |item| item_statement(&item.stem)));
        ui.add_space(look.space.small);
        let height = foot.top() - look.space.medium - ui.cursor().top();
        let answer = &mut self.answer;
        match item {
            Some(item) => {
                with_stem(ui, height, &item.stem, n_figures(item), |ui, height| answers(ui, height, item, answer));
            }
            None => pictures(ui, height, answer),
        }
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Button::quiet(&tr!("gallery-do-not-know")));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add(Button::primary(&tr!("gallery-confirm")).icon_after(Icon::ArrowRight).min_width(260.0));
                });
            });
        });
    }
}

/// Returns how many drawings there are to choose among.
fn n_figures(item: &Item) -> usize {
    match &item.answer {
        Answer::Figure { options, .. } => options.len(),
        Answer::Caption { .. } | Answer::Number(_) => 0,
    }
}

fn answers(ui: &mut Ui, height: f32, item: &Item, answer: &mut Option<usize>) {
    match &item.answer {
        Answer::Figure { options, .. } => {
            let names: Vec<String> = (1..=options.len()).map(item_option).collect();
            let room = vec2(ui.available_width(), height);
            let drawings: Vec<CardDrawing<'_>> = options.iter().map(CardDrawing::Figure).collect();
            let shown = figure_cards(ui, room, &drawings, &names, *answer);
            *answer = shown.chosen.or(*answer);
        }
        Answer::Caption { options, .. } => {
            let Stem::Dashboard(board) = &item.stem else { return };
            ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.between_answers;
            for ((index, option), number) in options.iter().enumerate().zip(1_u8..) {
                let words = board_reply(*option, board.workplace);
                if ChoiceCard::new(&words, *answer == Some(index)).number(number).show(ui).chosen {
                    *answer = Some(index);
                }
            }
        }
        Answer::Number(_) => {
            let shape = if height > 300.0 { KeypadShape::Tall } else { KeypadShape::Wide };
            keypad(ui, shape, false, vec2(90.0, 60.0));
        }
    }
}

const SIGN: &[u8] = include_bytes!("../../../assets/pictures/gallery.svg");

/// Shows a picture and cards that are pictures, one of which cannot be read.
fn pictures(ui: &mut Ui, height: f32, answer: &mut Option<usize>) {
    let look = Look::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.large;
        let alternative = tr!("gallery-picture-alt");
        let width = ui.available_width();
        SvgPicture::new(SIGN, &alternative).show(ui, vec2(width * 0.5, height));
        let lost = tr!("gallery-picture-lost");
        let [sign, broken] =
            [SvgPicture::new(SIGN, &alternative), SvgPicture::new(&[], &lost)].map(CardDrawing::Picture);
        let names: Vec<String> = (1..=4).map(item_option).collect();
        let shown = figure_cards(ui, vec2(ui.available_width(), height), &[sign, sign, broken, sign], &names, *answer);
        *answer = shown.chosen.or(*answer);
    });
}

/// Returns one recipe of each kind of drawing, with its name.
fn samples() -> Vec<(String, Recipe)> {
    let matrix = |side, rules, options| matrices::Radicals::new(side, rules, options).ok().map(Radicals::Matrix);
    let three = vec![
        (Attribute::Shape, Rule::Latin),
        (Attribute::Fill, Rule::Latin),
        (Attribute::Number, Rule::Progression(Step::UpOne)),
    ];
    let two = vec![(Attribute::Shape, Rule::RowConstant), (Attribute::Size, Rule::Progression(Step::UpOne))];
    let lines = vec![(Attribute::Lines, Rule::Xor), (Attribute::Fill, Rule::Latin)];
    let board = |level, lines, display| Some(Radicals::Dashboard(dashboard::Radicals { level, lines, display }));
    let solid = rotations::Radicals::Solid {
        arms: rotations::Arms::Three,
        axis: rotations::Axis::Depth,
        turn: rotations::Turn::Eighty,
        foils: rotations::Foils::Mirror,
    };
    let flat = rotations::Radicals::Flat { piece: rotations::Piece::Five, turn: rotations::Turn::Eighty };
    let samples = [
        (tr!("gallery-matrix-9"), matrix(Side::Three, three, matrices::OptionCount::Eight), 11),
        (tr!("gallery-matrix-lines"), matrix(Side::Three, lines, matrices::OptionCount::Eight), 5),
        (tr!("gallery-matrix-4"), matrix(Side::Two, two, matrices::OptionCount::Four), 3),
        (
            tr!("gallery-series"),
            Some(Radicals::Series(series::Radicals {
                kind: series::Kind::MultiplyAdd,
                shown: series::Shown::Six,
                ceiling: series::Ceiling::Thousand,
            })),
            2,
        ),
        (tr!("gallery-rotation"), Some(Radicals::Rotation(solid)), 4),
        (tr!("gallery-flat"), Some(Radicals::Rotation(flat)), 6),
        (
            tr!("gallery-folding"),
            Some(Radicals::Folding(folding::Radicals {
                folds: folding::FoldCount::Three,
                creases: folding::Creases::Diagonal,
                punches: folding::Punches::Two,
                place: folding::Place::Anywhere,
            })),
            7,
        ),
        (tr!("gallery-board"), board(Level::CompareTwo, LineCount::Eight, Display::Table), 12),
        (tr!("gallery-bars"), board(Level::TwoSteps, LineCount::Eight, Display::Bars), 9),
        (
            tr!("gallery-counting"),
            Some(Radicals::Counting(counting::Radicals {
                quantity: counting::Quantity::Some,
                grouping: counting::Grouping::Scattered,
                overlap: counting::Overlap::Touching,
            })),
            10,
        ),
    ];
    let recipe =
        |(name, radicals, seed): (String, Option<Radicals>, u64)| Some((name, Recipe { seed, radicals: radicals? }));
    samples.into_iter().filter_map(recipe).collect()
}
