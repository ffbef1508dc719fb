//! The half-days of the coming weeks: how many of those who wait are free, and what stands against a session.

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{Rect, Sense, Ui, pos2, vec2};

use crate::app::half_days::{HalfDayCell, HalfDaysView};
use crate::domain::activity::ActivityId;
use crate::domain::scheduling::half_days::Obstacle;
use crate::domain::stamp::Half;
use crate::i18n::{brief_date, month_name, terms};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::open_session::OpenForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::{is_narrow, loading, panel, scroll_rest};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Heat, heading, heat_cell, muted, small};

/// Half-days of a week.
const WEEK: usize = 10;
/// Width of the names of the weeks.
const NAMES: f32 = 150.0;
const CELL: f32 = 62.0;

/// Which workshop is looked at; none is all of them.
#[derive(Default)]
pub struct HalfDays {
    chosen: Option<ActivityId>,
}

impl HalfDays {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(view) = &cx.data.half_days else { return loading(ui) };
        scroll_rest(ui, "half-days", |ui| {
            panel(ui, |ui| {
                self.choose(ui, view);
                muted(ui, &tr!("desk-half-days-words"));
                let chosen = view.workshops.iter().find(|row| Some(&row.workshop) == self.chosen.as_ref());
                let cells = chosen.map_or(view.all.as_slice(), |row| row.cells.as_slice());
                if is_narrow(ui) {
                    lines(ui, cx, cells);
                } else {
                    table(ui, cx, cells);
                }
                small(ui, &tr!("desk-half-days-legend"));
            });
        });
    }

    fn choose(&mut self, ui: &mut Ui, view: &HalfDaysView) {
        let index = |id: &ActivityId| view.workshops.iter().position(|row| row.workshop == *id);
        let mut chosen = Some(self.chosen.as_ref().and_then(index));
        let all = std::iter::once((None, tr!("desk-half-days-all")));
        let each = view.workshops.iter().enumerate().map(|(index, row)| {
            let words = tr!("desk-half-days-of", title = row.title.as_str(), n = row.waiting, minimum = row.minimum);
            (Some(index), words)
        });
        let options: Vec<(Option<usize>, String)> = all.chain(each).collect();
        let width = ui.available_width().min(560.0);
        picker(ui, &tr!("desk-half-days-workshop"), &mut chosen, &options, width);
        let row = chosen.flatten().and_then(|index| view.workshops.get(index));
        self.chosen = row.map(|row| row.workshop.clone());
    }
}

/// Returns what a cell shows: the number, a note, how deep its ground is, and its whole sentence.
fn shown(cell: &HalfDayCell) -> (Option<usize>, String, Heat, String) {
    let when = terms::half_day_of(cell.slot);
    if let Some(obstacle) = &cell.obstacle {
        let note = note(obstacle);
        let number = (cell.people > 0).then_some(cell.people);
        let name = tr!("desk-half-days-cell-off", when = when, why = why(obstacle), n = cell.people);
        return (number, note, Heat::Off, name);
    }
    let need = cell.opening.as_ref().map_or(0, |opening| opening.minimum);
    let most = cell.opening.as_ref().map_or(0, |opening| opening.free);
    let heat = match most {
        0 => Heat::None,
        most if most >= need => Heat::Full,
        most if most * 2 >= need => Heat::Middle,
        _ => Heat::Low,
    };
    let name = match &cell.opening {
        Some(opening) if most >= need => {
            tr!("desk-half-days-cell-enough", when = when, n = cell.people, title = opening.title.as_str())
        }
        Some(opening) => {
            let missing = need - most;
            tr!("desk-half-days-cell", when = when, n = cell.people, title = opening.title.as_str(), missing = missing)
        }
        None => tr!("desk-half-days-cell-nobody", when = when),
    };
    (Some(cell.people), String::new(), heat, name)
}

/// Returns why no session begins, in one or two words.
fn note(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Past => tr!("desk-half-days-past"),
        Obstacle::Closed(_) => tr!("desk-half-days-closed"),
        Obstacle::Notice { .. } => tr!("desk-half-days-notice"),
        Obstacle::NoLeader => tr!("desk-half-days-leader"),
        Obstacle::NoRoom => tr!("desk-half-days-room"),
    }
}

/// Returns the same in a sentence.
fn why(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Past => tr!("desk-half-days-why-past"),
        Obstacle::Closed(why) => tr!("desk-half-days-why-closed", why = terms::closed(why)),
        Obstacle::Notice { earliest } => tr!("desk-half-days-why-notice", day = brief_date(*earliest)),
        Obstacle::NoLeader => tr!("desk-half-days-why-leader"),
        Obstacle::NoRoom => tr!("desk-half-days-why-room"),
    }
}

/// Returns whether a press opens the dialog: somebody is free, and what stands against it may be set aside.
fn opens(cx: &Cx<'_>, cell: &HalfDayCell) -> bool {
    let possible = cell.obstacle.as_ref().is_none_or(Obstacle::may_be_set_aside);
    cx.decides() && possible && cell.opening.is_some()
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, cell: &HalfDayCell) {
    let (number, note, heat, name) = shown(cell);
    let opens = opens(cx, cell);
    let pressed = heat_cell(ui, rect, (number, &note), heat, (&name, opens)).clicked();
    if let (true, true, Some(opening)) = (pressed, opens, &cell.opening) {
        cx.ask(Ask::OpenSession(OpenForm::on(opening, cell.obstacle.as_ref().map(why))));
    }
}

/// Returns "23 novembre".
fn day_of(day: NaiveDate) -> String {
    tr!("desk-calendar-date", day = day.day(), month = month_name(day))
}

fn table(ui: &mut Ui, cx: &mut Cx<'_>, cells: &[HalfDayCell]) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (left, width) = (ui.max_rect().left(), (ui.available_width() - NAMES) / WEEK as f32);
    let line = look.text.small * look.text.line_height;
    let column = |index: usize| left + NAMES + index as f32 * width;
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), line * 2.0 + 6.0), Sense::hover());
    for (index, cell) in cells.iter().take(WEEK).enumerate() {
        let half =
            look.job(&terms::half(cell.slot.half_day().half), Weight::Regular, look.text.small, c.ink_muted, width);
        let half = ui.painter().layout_job(half);
        let middle = column(index) + width / 2.0;
        ui.painter().galley(pos2(middle - half.size().x / 2.0, head.top() + line), half, c.ink_muted);
        if Half::of(cell.slot.start) == Half::Morning {
            let day = terms::weekday(cell.slot.day.weekday());
            let day = ui.painter().layout_job(look.job(&day, Weight::SemiBold, look.text.body, c.ink, width * 2.0));
            ui.painter().galley(pos2(column(index + 1) - day.size().x / 2.0, head.top()), day, c.ink);
        }
    }
    for week in cells.chunks(WEEK) {
        let Some(first) = week.first() else { continue };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CELL), Sense::hover());
        let name = tr!("desk-half-days-week", day = day_of(first.slot.day));
        let name = ui.painter().layout_job(look.job(&name, Weight::SemiBold, look.text.body, c.ink, NAMES - 12.0));
        ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, c.ink);
        for (index, cell) in week.iter().enumerate() {
            // The two halves of a day stand together.
            let (before, after) = if index % 2 == 0 { (4.0, 1.0) } else { (1.0, 4.0) };
            let place = Rect::from_min_max(
                pos2(column(index) + before, rect.top() + 2.0),
                pos2(column(index + 1) - after, rect.bottom() - 2.0),
            );
            one(ui, cx, place, cell);
        }
    }
}

/// The same where width lacks: a line for each day.
fn lines(ui: &mut Ui, cx: &mut Cx<'_>, cells: &[HalfDayCell]) {
    let look = Look::of(ui.ctx());
    for week in cells.chunks(WEEK) {
        if let Some(first) = week.first() {
            heading(ui, &tr!("desk-half-days-week", day = day_of(first.slot.day)));
        }
        for day in week.chunks(2) {
            let Some(first) = day.first() else { continue };
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CELL), Sense::hover());
            let name = terms::weekday(first.slot.day.weekday());
            let width = rect.width() / 3.0;
            let job = look.job(&name, Weight::SemiBold, look.text.body, look.colours.ink, width);
            let name = ui.painter().layout_job(job);
            let at = pos2(rect.left(), rect.center().y - name.size().y / 2.0);
            ui.painter().galley(at, name, look.colours.ink);
            for (index, cell) in day.iter().enumerate() {
                let left = rect.left() + width * (index as f32 + 1.0);
                let place = Rect::from_min_size(pos2(left + 3.0, rect.top() + 2.0), vec2(width - 6.0, CELL - 4.0));
                one(ui, cx, place, cell);
            }
        }
    }
}
