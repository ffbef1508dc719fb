//! A grid being filled in: one page an attitude, digits for the keyboard, nothing said before a page is whole.

use std::collections::BTreeMap;

use eframe::egui::{Key, Modifiers, Ui};

use super::action::{Deed, Place};
use super::cx::Cx;
use super::layout::{at_end, back_button, loading, panel, row, scroll_rest, side_by_side};
use crate::app::grids::{GridItem, GridPage, GridView};
use crate::domain::assessment::{Choice, ItemId, ItemKind, OptionId, Point};
use crate::domain::id::SittingId;
use crate::domain::response::{Answer, Missing, Response};
use crate::i18n::decimal;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{
    Banner, Button, ChoiceList, RatingColumn, RatingRow, TextField, Tone, choice_list, disclosure, heading, muted,
    progress, rating_head, rating_row, small, title,
};

/// What is typed on a grid. It is the screen's until its page is sent.
#[derive(Default)]
pub struct GridForm {
    of: Option<SittingId>,
    back: Place,
    page: usize,
    drafts: BTreeMap<ItemId, Draft>,
    /// The row of ratings that the keyboard is on.
    row: usize,
    /// When the page was shown, in seconds of the screen.
    since: Option<f64>,
    /// A text had the keyboard in the last frame: digits are its own.
    is_typing: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Draft {
    Point(f64),
    /// « Pas pu observer »
    Unseen,
    Choice(OptionId),
    /// A text or a number, as it is typed.
    Typed(String),
}

impl GridForm {
    /// Arrives at a grid from a place, where it goes back to.
    pub fn arrive(&mut self, from: Place, to: Place) {
        if let Place::Grid(id) = to {
            *self = Self { of: Some(id), back: from, ..Self::default() };
        }
    }

    /// Takes what the program holds; what is typed stays. Opens the first page that lacks something.
    pub fn receive(&mut self, grid: &GridView) {
        if self.of != Some(grid.sitting) {
            return;
        }
        for item in grid.pages.iter().flat_map(|page| &page.items) {
            if let (Some(given), false) = (&item.given, self.drafts.contains_key(&item.id)) {
                self.drafts.insert(item.id.clone(), draft(given));
            }
        }
        let lacks = |page: &GridPage| page.items.iter().any(|item| item.given.is_none());
        self.page = grid.pages.iter().position(lacks).unwrap_or(self.page);
        self.row = 0;
        self.since = None;
    }

    pub fn back(&self) -> Place {
        self.back
    }
}

fn draft(given: &Response) -> Draft {
    match given {
        Response::Given(Answer::Point(value)) => Draft::Point(*value),
        Response::Given(Answer::Choice(option)) => Draft::Choice(option.clone()),
        Response::Given(Answer::Number(value)) => Draft::Typed(decimal(*value, usize::from(value.fract() != 0.0))),
        Response::Given(Answer::Text(text)) => Draft::Typed(text.clone()),
        Response::Missing(Missing::PrefersNot) | Response::Given(_) | Response::Missing(_) => Draft::Unseen,
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SittingId, form: &mut GridForm) {
    let Some(grid) = cx.data.grid.as_ref().filter(|grid| grid.sitting == id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-grid")) {
            cx.go(form.back);
        }
        title(ui, &tr!("desk-grid-of", name = grid.participant_name.as_str()));
        muted(ui, &grid.title);
    });
    cx.show_trouble(ui);
    let Some(page) = grid.pages.get(form.page) else { return loading(ui) };
    let now = ui.input(|input| input.time);
    let since = *form.since.get_or_insert(now);
    let said = tr!("desk-grid-page", page = form.page + 1, pages = grid.n_pages, title = page.title.as_str());
    progress(ui, form.page + 1, grid.n_pages, &said);
    scroll_rest(ui, "grid", |ui| {
        panel(ui, |ui| {
            heading(ui, &page.title);
            if !page.instruction.is_empty() {
                muted(ui, &page.instruction);
            }
            if form.page == 0 {
                disclosure(ui, "grid-how", &tr!("desk-grid-how"), |ui| {
                    Banner::new(Tone::Info, &grid.instructions).show(ui);
                    Banner::new(Tone::Info, &grid.rights).show(ui);
                });
            }
            items(ui, page, form);
        });
        footer(ui, cx, grid, page, form, now - since);
    });
}

fn items(ui: &mut Ui, page: &GridPage, form: &mut GridForm) {
    let ratings: Vec<(&GridItem, &[Point])> = page
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Likert { points, .. } => Some((item, points.as_slice())),
            _ => None,
        })
        .collect();
    if let Some((_, points)) = ratings.first() {
        if !form.is_typing {
            keys(ui, &ratings, form);
        }
        let columns = columns(points);
        rating_head(ui, &columns);
    }
    let mut typing = measures(ui, page, form);
    let mut row = 0;
    for item in &page.items {
        match &item.kind {
            ItemKind::Likert { points, .. } => {
                rating(ui, item, points, row, form);
                row += 1;
            }
            ItemKind::SingleChoice { options, .. } => {
                let labels: Vec<&str> = options.iter().map(Choice::text).collect();
                let chosen = match form.drafts.get(&item.id) {
                    Some(Draft::Choice(id)) => options.iter().position(|option| option.id == *id),
                    _ => None,
                };
                let list = ChoiceList { label: &item.statement, options: &labels, chosen };
                if let Some(option) = choice_list(ui, &list).and_then(|index| options.get(index)) {
                    form.drafts.insert(item.id.clone(), Draft::Choice(option.id.clone()));
                }
            }
            // Drawn together, two a line.
            ItemKind::Measure { .. } | ItemKind::Number { .. } => {}
            ItemKind::FreeText { .. } => {
                let help = if item.optional { tr!("desk-optional") } else { String::new() };
                typing |= typed(ui, item, form, 3, &help);
            }
            ItemKind::Information => drop(muted(ui, &item.statement)),
            ItemKind::MultipleChoice { .. }
            | ItemKind::MostLeast { .. }
            | ItemKind::Order { .. }
            | ItemKind::Task(_)
            | ItemKind::Generated(_) => drop(muted(ui, &tr!("desk-grid-not-here", item = item.statement.as_str()))),
        }
    }
    form.is_typing = typing;
}

/// Shows the numbers to enter, two a line; returns whether one has the keyboard.
fn measures(ui: &mut Ui, page: &GridPage, form: &mut GridForm) -> bool {
    let numbers: Vec<(&GridItem, String)> = page
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Measure { unit, min, max } | ItemKind::Number { unit, min, max, .. } => {
                let (min, max) = (decimal(*min, 0), decimal(*max, 0));
                Some((item, tr!("desk-grid-bounds", min = min, max = max, unit = unit.as_str())))
            }
            _ => None,
        })
        .collect();
    let mut typing = false;
    for pair in numbers.chunks(2) {
        side_by_side(ui, 2, |ui, place| {
            if let Some((item, help)) = pair.get(place) {
                typing |= typed(ui, item, form, 1, help);
            }
        });
    }
    typing
}

fn columns(points: &[Point]) -> Vec<RatingColumn> {
    let unseen = RatingColumn { key: tr!("desk-grid-unseen-key"), name: tr!("desk-grid-unseen") };
    let column = |point: &Point| RatingColumn { key: decimal(point.value, 0), name: point.label.clone() };
    points.iter().map(column).chain(std::iter::once(unseen)).collect()
}

fn rating(ui: &mut Ui, item: &GridItem, points: &[Point], row: usize, form: &mut GridForm) {
    let chosen = match form.drafts.get(&item.id) {
        Some(Draft::Point(value)) => points.iter().position(|point| point.value == *value),
        Some(Draft::Unseen) => Some(points.len()),
        _ => None,
    };
    let active = form.row == row;
    let shown = RatingRow { statement: &item.statement, chosen, active };
    if let Some(pressed) = rating_row(ui, &columns(points), shown) {
        let draft = points.get(pressed).map_or(Draft::Unseen, |point| Draft::Point(point.value));
        form.drafts.insert(item.id.clone(), draft);
        form.row = row + 1;
    }
}

/// Reads a digit, or the dash of what could not be seen, for the active row; the arrows move between rows.
fn keys(ui: &Ui, ratings: &[(&GridItem, &[Point])], form: &mut GridForm) {
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        form.row = (form.row + 1).min(ratings.len().saturating_sub(1));
    }
    if pressed(Key::ArrowUp) {
        form.row = form.row.saturating_sub(1);
    }
    let Some((item, points)) = ratings.get(form.row) else { return };
    const DIGITS: [Key; 10] =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let digit = DIGITS.into_iter().zip(0_u8..).find(|(key, _)| pressed(*key)).map(|(_, digit)| f64::from(digit));
    let draft = match digit {
        Some(digit) => points.iter().find(|point| point.value == digit).map(|point| Draft::Point(point.value)),
        None => (pressed(Key::Minus) || pressed(Key::Space)).then_some(Draft::Unseen),
    };
    if let Some(draft) = draft {
        form.drafts.insert(item.id.clone(), draft);
        form.row += 1;
    }
}

fn typed(ui: &mut Ui, item: &GridItem, form: &mut GridForm, rows: usize, help: &str) -> bool {
    let mut text = match form.drafts.get(&item.id) {
        Some(Draft::Typed(text)) => text.clone(),
        _ => String::new(),
    };
    let longest = match item.kind {
        ItemKind::FreeText { longest } => longest,
        _ => 12,
    };
    let mut field = TextField::new(&item.statement, &mut text).rows(rows).longest(longest);
    if !help.is_empty() {
        field = field.help(help);
    }
    if rows == 1 {
        field = field.width(260.0);
    }
    let response = field.show(ui);
    if response.changed() {
        form.drafts.insert(item.id.clone(), Draft::Typed(text));
    }
    response.has_focus()
}

fn footer(ui: &mut Ui, cx: &mut Cx<'_>, grid: &GridView, page: &GridPage, form: &mut GridForm, seconds: f64) {
    let answers: Vec<Option<(ItemId, Answer)>> =
        page.items.iter().map(|item| Some((item.id.clone(), answer(item, form.drafts.get(&item.id))?))).collect();
    let missing = answers.iter().filter(|answer| answer.is_none()).count();
    let last = form.page + 1 == grid.n_pages;
    row(ui, |ui| {
        if form.page > 0 && ui.add(Button::quiet(&tr!("desk-grid-previous")).icon(Icon::ArrowLeft)).clicked() {
            form.page -= 1;
            form.row = 0;
            form.since = None;
        }
        if page.items.iter().any(|item| matches!(item.kind, ItemKind::Likert { .. })) {
            small(ui, &tr!("desk-grid-keys"));
        }
        at_end(ui, |ui| {
            let words = if last { tr!("desk-grid-finish") } else { tr!("desk-grid-next") };
            let pressed = ui.add_enabled(missing == 0 && !cx.busy, Button::primary(&words)).clicked();
            let enter = missing == 0
                && !cx.busy
                && !form.is_typing
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if pressed || enter {
                let answers: Vec<(ItemId, Answer)> = answers.into_iter().flatten().collect();
                let took_millis = (seconds.max(0.0) * 1000.0) as u64;
                cx.act(Deed::FillGrid { sitting: grid.sitting, answers, took_millis });
            }
            if missing > 0 {
                let look = Look::of(ui.ctx());
                let words = tr!("desk-grid-missing", n = missing);
                ui.label(look.job(&words, Weight::Regular, look.text.small, look.colours.ink_muted, f32::INFINITY));
            }
        });
    });
}

/// Returns the answer that a page sends for an item; none while the item waits. What may be left out says so.
fn answer(item: &GridItem, draft: Option<&Draft>) -> Option<Answer> {
    let blank = item.optional.then_some(Answer::PrefersNot);
    match (&item.kind, draft) {
        (ItemKind::Information, _) => Some(Answer::Seen),
        (ItemKind::Likert { .. }, Some(Draft::Point(value))) => Some(Answer::Point(*value)),
        (ItemKind::Likert { .. }, Some(Draft::Unseen)) => Some(Answer::PrefersNot),
        (ItemKind::SingleChoice { .. }, Some(Draft::Choice(option))) => Some(Answer::Choice(option.clone())),
        (ItemKind::FreeText { .. }, Some(Draft::Typed(text))) if !text.trim().is_empty() => {
            Some(Answer::Text(text.trim().to_owned()))
        }
        (ItemKind::Measure { min, max, .. } | ItemKind::Number { min, max, .. }, Some(Draft::Typed(text)))
            if !text.trim().is_empty() =>
        {
            // A number that is no number, or out of bounds, waits to be corrected.
            let value: f64 = text.trim().replace(',', ".").parse().ok()?;
            (*min..=*max).contains(&value).then_some(Answer::Number(value))
        }
        _ => blank,
    }
}
