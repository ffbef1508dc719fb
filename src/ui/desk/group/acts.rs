//! One act, one question, or measures side by side: a row a person.

use eframe::egui::{FocusDirection, Key, Modifiers, Ui};

use super::cells;
use super::form::{GroupForm, Side, count};
use crate::app::grids::{GroupGrid, GroupItem, GroupPage, GroupRow, RowState};
use crate::domain::assessment::{Choice, ItemKind, Point};
use crate::domain::response::{Answer, Missing, Response};
use crate::i18n::{decimal, typeset};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::health::HealthForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, one_button, panel, scroll_rest};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Banner, Button, RatingColumn, RatingRow, Tone, body, disclosure, heading, muted, rating_head, rating_row, small,
    tabs,
};

/// Widest table of ratings: a name stays near its points.
const WIDEST: f32 = 1100.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, form: &mut GroupForm) {
    form.page = form.page.min(grids.pages.len().saturating_sub(1));
    let Some(page) = grids.pages.get(form.page) else { return };
    turn_by_keyboard(ui, cx, grids, form);
    attitudes(ui, cx, grids, form);
    scroll_rest(ui, "group-acts", |ui| {
        panel(ui, |ui| {
            head(ui, cx, grids, page, form);
            match page.items.as_slice() {
                [item] => match &item.kind {
                    ItemKind::Likert { points, .. } => ratings(ui, cx, grids, item, &Scale::of_points(points), form),
                    ItemKind::SingleChoice { options, .. } => {
                        ratings(ui, cx, grids, item, &Scale::of_options(options), form);
                    }
                    _ => cells::show(ui, cx, grids, page, form),
                },
                _ => cells::show(ui, cx, grids, page, form),
            }
            notices(ui, grids);
            foot(ui, grids, page, form);
        });
    });
}

/// The attitudes, each with how much of it is entered.
fn attitudes(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, form: &mut GroupForm) {
    let mut firsts: Vec<usize> = Vec::new();
    for (index, page) in grids.pages.iter().enumerate() {
        let before = firsts.last().and_then(|first| grids.pages.get(*first));
        if before.is_none_or(|before| before.section != page.section) {
            firsts.push(index);
        }
    }
    let labels: Vec<String> = firsts
        .iter()
        .filter_map(|first| {
            let page = grids.pages.get(*first)?;
            let same = grids.pages.iter().filter(|other| other.section == page.section);
            let items: Vec<&GroupItem> = same.flat_map(|other| &other.items).collect();
            let (done, asked) = count(form, grids, &items);
            let title = page.title.as_str();
            // Earlier answers may leave nothing to enter there.
            Some(if asked == 0 {
                title.to_owned()
            } else {
                tr!("desk-group-attitude", title = title, done = done, asked = asked)
            })
        })
        .collect();
    let mut open = firsts.iter().rposition(|first| *first <= form.page).unwrap_or(0);
    if tabs(ui, &labels.iter().map(String::as_str).collect::<Vec<_>>(), &mut open)
        && let Some(first) = firsts.get(open)
    {
        turn(cx, grids, form, *first);
    }
}

/// Goes to a page; what is typed on this one is saved.
fn turn(cx: &mut Cx<'_>, grids: &GroupGrid, form: &mut GroupForm, page: usize) {
    if let Some(deed) = form.take_to_save(grids) {
        cx.act(deed);
    }
    form.page = page;
    form.row = 0;
}

/// Tab goes to the next act and Shift with Tab to the one before, while nothing else holds the keyboard.
fn turn_by_keyboard(ui: &Ui, cx: &mut Cx<'_>, grids: &GroupGrid, form: &mut GroupForm) {
    if form.is_typing {
        return;
    }
    let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Tab));
    let (back, on) = (pressed(Modifiers::SHIFT), pressed(Modifiers::NONE));
    let to = if back { form.page.checked_sub(1) } else { Some(form.page + 1) };
    let Some(page) = to.filter(|page| (back || on) && *page < grids.pages.len()) else { return };
    // Tab moves the focus by itself: the rows keep the keyboard.
    ui.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    turn(cx, grids, form, page);
}

/// What is entered here, how much of it is, and the way to the next one.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, page: &GroupPage, form: &mut GroupForm) {
    let words = match page.items.as_slice() {
        [item] => item.statement.as_str(),
        _ => page.title.as_str(),
    };
    let (is_first, is_last) = (form.page == 0, form.page + 1 >= grids.pages.len());
    let on = if is_last { tr!("desk-group-end") } else { tr!("desk-group-next") };
    let items: Vec<&GroupItem> = page.items.iter().collect();
    let (done, asked) = count(form, grids, &items);
    let count = tr!("desk-group-count", done = done, asked = asked);
    let buttons = |ui: &mut Ui| {
        if ui.add(Button::primary(&on)).clicked() {
            let next = if is_last { form.page } else { form.page + 1 };
            turn(cx, grids, form, next);
            if is_last {
                form.side = Side::People;
            }
        }
        if !is_first && ui.add(Button::quiet(&tr!("desk-group-previous")).icon(Icon::ArrowLeft)).clicked() {
            turn(cx, grids, form, form.page - 1);
        }
        small(ui, &count);
    };
    let reserve = button_width(ui, &on, false) + button_width(ui, &tr!("desk-group-previous"), true) + 90.0;
    let title = |ui: &mut Ui| {
        // On the level of the buttons beside it.
        ui.add_space(Look::of(ui.ctx()).space.tiny);
        heading(ui, words);
    };
    line(ui, reserve, title, buttons);
    let same: Vec<usize> =
        (0..).zip(&grids.pages).filter(|(_, other)| other.section == page.section).map(|(index, _)| index).collect();
    let place = same.iter().position(|index| *index == form.page).unwrap_or(0) + 1;
    let (n, instruction) = (same.len(), page.instruction.as_str());
    let is_act = page.items.iter().any(|item| matches!(item.kind, ItemKind::Likert { .. }));
    let said = match (n > 1, is_act) {
        (true, true) => tr!("desk-group-act", place = place, acts = n, instruction = instruction),
        (true, false) => tr!("desk-group-question", place = place, questions = n, instruction = instruction),
        (false, _) => instruction.to_owned(),
    };
    if !said.is_empty() {
        muted(ui, &said);
    }
}

/// The columns of a page, with the answer that each gives and its key.
struct Scale {
    columns: Vec<RatingColumn>,
    answers: Vec<Answer>,
}

impl Scale {
    fn of_points(points: &[Point]) -> Self {
        let unseen = RatingColumn { key: tr!("desk-grid-unseen-key"), name: tr!("desk-grid-unseen") };
        let column = |point: &Point| RatingColumn { key: decimal(point.value, 0), name: typeset(&point.label) };
        let answer = |point: &Point| Answer::Point(point.value);
        Self {
            columns: points.iter().map(column).chain([unseen]).collect(),
            answers: points.iter().map(answer).chain([Answer::PrefersNot]).collect(),
        }
    }

    fn of_options(options: &[Choice]) -> Self {
        let numbered = (1_u32..).zip(options);
        let column =
            |(key, option): (u32, &Choice)| RatingColumn { key: key.to_string(), name: typeset(option.text()) };
        let answer = |option: &Choice| Answer::Choice(option.id.clone());
        Self { columns: numbered.map(column).collect(), answers: options.iter().map(answer).collect() }
    }

    fn chosen(&self, response: Option<&Response>) -> Option<usize> {
        match response? {
            Response::Given(answer) => self.answers.iter().position(|one| one == answer),
            Response::Missing(Missing::PrefersNot) => self.answers.iter().position(|one| *one == Answer::PrefersNot),
            Response::Missing(_) => None,
        }
    }

    /// Returns the answer of a key that was pressed.
    fn keyed(&self, ui: &Ui) -> Option<Answer> {
        const DIGITS: [Key; 10] = [
            Key::Num0,
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
        ];
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let of = |key: &str| self.columns.iter().position(|column| column.key == key);
        let digit = (0_u8..).zip(DIGITS).find(|(digit, key)| of(&digit.to_string()).is_some() && pressed(*key));
        let place = match digit {
            Some((digit, _)) => of(&digit.to_string()),
            None => {
                let unseen = self.answers.iter().position(|one| *one == Answer::PrefersNot);
                unseen.filter(|_| pressed(Key::Minus))
            }
        };
        place.and_then(|place| self.answers.get(place).cloned())
    }
}

fn ratings(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, item: &GroupItem, scale: &Scale, form: &mut GroupForm) {
    form.is_typing = false;
    let open: Vec<usize> =
        (0..).zip(&grids.rows).filter(|(_, row)| row.asked.contains(&item.id)).map(|(index, _)| index).collect();
    if !open.contains(&form.row) {
        let next = open.iter().find(|index| **index > form.row);
        form.row = next.or(open.last()).copied().unwrap_or(0);
    }
    let mut entered = None;
    if ui.memory(|memory| memory.focused().is_none()) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            form.row = open.iter().find(|index| **index > form.row).copied().unwrap_or(form.row);
        }
        if pressed(Key::ArrowUp) {
            form.row = open.iter().rfind(|index| **index < form.row).copied().unwrap_or(form.row);
        }
        if let (Some(person), Some(answer)) = (grids.rows.get(form.row), scale.keyed(ui)) {
            entered = person.asked.contains(&item.id).then_some((person, form.row, answer));
        }
    }
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        rating_head(ui, &scale.columns);
        for (index, person) in grids.rows.iter().enumerate() {
            ui.push_id(person.participant.uuid(), |ui| {
                let response = form.response(person, &item.id);
                let is_open = person.asked.contains(&item.id);
                if !is_open && (person.is_locked || response.is_none()) {
                    return closed(ui, cx, person);
                }
                let chosen = scale.chosen(response.as_ref());
                let shown = RatingRow { statement: &person.name, chosen, active: is_open && form.row == index };
                let pressed = ui.add_enabled_ui(is_open, |ui| rating_row(ui, &scale.columns, shown)).inner;
                if let Some(answer) = pressed.and_then(|place| scale.answers.get(place).cloned()) {
                    entered = Some((person, index, answer));
                }
            });
        }
    });
    if let Some((person, index, answer)) = entered {
        let deed = form.enter(grids, (person.participant, item.id.clone()), answer);
        cx.act(deed);
        form.row = open.iter().find(|other| **other > index).copied().unwrap_or(index);
    }
}

/// The row of somebody of whom nothing is entered here: why, and what opens it.
pub(super) fn closed(ui: &mut Ui, cx: &mut Cx<'_>, person: &GroupRow) {
    let words = tr!("desk-group-collect");
    let name = tr!("desk-tell-of", action = words.as_str(), name = person.name.as_str());
    let may = person.is_locked && cx.handles_health();
    let button = may.then(|| Button::secondary(&words).accessible_name(&name));
    let pressed = one_button(ui, &words, button, !cx.busy, |ui| {
        body(ui, &person.name);
        small(ui, &why_closed(person));
    });
    if pressed {
        cx.ask(Ask::Health(HealthForm::new(person.participant, person.name.clone())));
    }
}

fn why_closed(person: &GroupRow) -> String {
    match person.state {
        _ if person.is_locked => tr!("desk-group-locked"),
        RowState::Finished => tr!("desk-group-row-finished"),
        RowState::NotBegun | RowState::Underway => tr!("desk-group-not-asked"),
    }
}

/// What earlier answers make the observer read, with whose answers.
fn notices(ui: &mut Ui, grids: &GroupGrid) {
    for person in grids.rows.iter().filter(|person| person.state != RowState::Finished) {
        for notice in &person.notices {
            let words = tr!("desk-group-notice", name = person.name.as_str(), words = notice.as_str());
            Banner::new(Tone::Warning, &words).show(ui);
        }
    }
}

/// Whether all is on disk, the keys, and how to fill the grid in.
fn foot(ui: &mut Ui, grids: &GroupGrid, page: &GroupPage, form: &GroupForm) {
    if grids.rows.iter().all(|person| person.state == RowState::Finished) {
        small(ui, &tr!("desk-group-all-finished"));
        return;
    }
    small(ui, &if form.is_saving() { tr!("desk-group-saving") } else { tr!("desk-group-saved") });
    let keys = match page.items.first().map(|item| &item.kind) {
        Some(ItemKind::Likert { .. }) => tr!("desk-group-keys"),
        Some(ItemKind::SingleChoice { .. }) => tr!("desk-group-keys-choice"),
        _ => tr!("desk-group-keys-cells"),
    };
    small(ui, &keys);
    disclosure(ui, "group-how", &tr!("desk-grid-how"), |ui| {
        Banner::new(Tone::Info, &grids.instructions).show(ui);
        Banner::new(Tone::Info, &grids.rights).show(ui);
    });
}
