//! A month by workshop: a row for each, a column for each working day, a mark for each session.

use chrono::{Datelike as _, NaiveDate, Weekday};
use eframe::egui::{Rect, Sense, Stroke, Ui, pos2, vec2};

use super::list;
use super::{foot, id_of, open, words};
use crate::app::calendar::{BlockOf, BlockView, CalendarView, DayView, RhythmView};
use crate::domain::activity::ActivityId;
use crate::i18n::{clock_time, terms, weekday_date};
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{is_narrow, panel, scroll_rest};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{TimeBlock, hatched, heading, muted, small};

/// Width of the names of the workshops.
const NAMES: f32 = 200.0;
/// Height of one mark.
const MARK: f32 = 40.0;

fn workshop_of(block: &BlockView) -> Option<&ActivityId> {
    match &block.what {
        BlockOf::Session { workshop, .. } | BlockOf::Proposal { workshop, .. } => Some(workshop),
        BlockOf::Appointment { .. } => None,
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &CalendarView, today: NaiveDate) {
    let of = |row: &RhythmView| -> Vec<&BlockView> {
        calendar.blocks.iter().filter(|block| workshop_of(block) == Some(&row.workshop)).collect()
    };
    if is_narrow(ui) {
        return scroll_rest(ui, "calendar-month-list", |ui| {
            for row in &calendar.workshops {
                panel(ui, |ui| row_as_list(ui, cx, row, &of(row)));
            }
        });
    }
    scroll_rest(ui, "calendar-month", |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let days = super::working_days(calendar);
        let frame = Frame { left: ui.max_rect().left(), width: (ui.available_width() - NAMES) / days.len() as f32 };
        heads(ui, &days, frame, today);
        for row in &calendar.workshops {
            workshop(ui, cx, row, &of(row), (&days, frame, today));
        }
        ui.add_space(10.0);
        legend(ui, &days);
    });
}

#[derive(Clone, Copy)]
struct Frame {
    left: f32,
    width: f32,
}

impl Frame {
    fn column(self, index: usize, rect: Rect) -> Rect {
        let left = self.left + NAMES + index as f32 * self.width;
        Rect::from_min_max(pos2(left, rect.top()), pos2(left + self.width, rect.bottom()))
    }
}

fn heads(ui: &mut Ui, days: &[&DayView], frame: Frame, today: NaiveDate) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), look.text.small * 3.2), Sense::hover());
    for (index, day) in days.iter().enumerate() {
        let place = frame.column(index, rect);
        let is_today = day.day == today;
        let ink = if is_today { c.primary } else { c.ink };
        let letter: String = terms::weekday(day.day.weekday()).chars().take(1).flat_map(char::to_uppercase).collect();
        let weight = if is_today { Weight::Bold } else { Weight::Regular };
        for (line, text) in [letter, day.day.day().to_string()].into_iter().enumerate() {
            let galley = ui.painter().layout_job(look.job(&text, weight, look.text.small, ink, f32::INFINITY));
            let top = place.top() + line as f32 * galley.size().y;
            ui.painter().galley(pos2(place.center().x - galley.size().x / 2.0, top), galley, ink);
        }
        if is_today {
            let line = Rect::from_min_max(pos2(place.left(), place.bottom() - 3.0), place.max);
            ui.painter().rect_filled(line, 1.5, c.primary);
        }
    }
}

fn workshop(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    row: &RhythmView,
    blocks: &[&BlockView],
    (days, frame, today): (&[&DayView], Frame, NaiveDate),
) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let name = look.job(&row.title, Weight::SemiBold, look.text.small, c.ink, NAMES - 14.0);
    let name = ui.painter().layout_job(name);
    let rhythm = row.fortnightly.map(|start| tr!("desk-calendar-fortnightly", time = clock_time(start)));
    let rhythm = rhythm.unwrap_or_else(|| tr!("desk-calendar-on-demand"));
    let rhythm = look.job(&rhythm, Weight::Regular, look.text.small, c.ink_muted, NAMES - 14.0);
    let rhythm = ui.painter().layout_job(rhythm);
    let on = |day: &DayView| blocks.iter().copied().filter(|block| block.slot.day == day.day).collect::<Vec<_>>();
    let most = days.iter().map(|day| on(day).len()).max().unwrap_or(0);
    let height = (name.size().y + rhythm.size().y).max(most as f32 * (MARK + 2.0)) + 10.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let at = rect.left_top() + vec2(0.0, 5.0);
    let below = at + vec2(0.0, name.size().y);
    ui.painter().galley(at, name, c.ink);
    ui.painter().galley(below, rhythm, c.ink_muted);
    for (index, day) in days.iter().enumerate() {
        let place = frame.column(index, rect);
        ground(ui, day, place, today);
        let marks = on(day);
        if marks.is_empty() && row.dates.contains(&day.day) {
            ui.painter().circle_stroke(place.center(), 5.0, Stroke::new(look.stroke.control, c.line));
        }
        for (line, block) in marks.into_iter().enumerate() {
            let top = place.top() + 5.0 + line as f32 * (MARK + 2.0);
            let mark = Rect::from_min_size(pos2(place.left() + 1.0, top), vec2(place.width() - 2.0, MARK));
            self::mark(ui, cx, block, mark);
        }
    }
    ui.painter().hline(rect.x_range(), rect.top(), look.hairline());
}

fn ground(ui: &Ui, day: &DayView, place: Rect, today: NaiveDate) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    ui.painter().rect_filled(place, 0.0, if day.day == today { c.primary_soft } else { c.surface });
    if day.closed.is_some() {
        hatched(ui, place, c.background, c.line);
    } else if day.school.is_some() {
        ui.painter().rect_filled(place, 0.0, c.surface.lerp_to_gamma(c.band_low, 0.4));
    }
    let begins = day.day.weekday() == Weekday::Mon;
    let line = if begins { Stroke::new(look.stroke.thin, c.line) } else { look.hairline() };
    ui.painter().vline(place.left(), place.y_range(), line);
}

fn mark(ui: &Ui, cx: &mut Cx<'_>, block: &BlockView, rect: Rect) {
    let (tone, icon) = words::sign(block);
    let (proposed, count) = match &block.what {
        BlockOf::Proposal { people, .. } => (true, people.to_string()),
        BlockOf::Session { .. } | BlockOf::Appointment { .. } => (false, words::count(block)),
    };
    let name = words::name(block);
    if TimeBlock::mark(&name, &count, tone, icon)
        .dashed(proposed)
        .show(ui, id_of(block), rect, Sense::click())
        .clicked()
    {
        open(cx, block);
    }
}

/// Says in words what grounds and marks mean, and names the closed days.
fn legend(ui: &mut Ui, days: &[&DayView]) {
    foot::signs(ui);
    small(ui, &tr!("desk-calendar-month-legend"));
    let named = days.iter().filter(|day| day.closed.is_some());
    let closed: Vec<String> = named
        .filter_map(|day| Some(tr!("desk-calendar-closed-on", day = words::day(day.day), about = words::about(day)?)))
        .collect();
    if !closed.is_empty() {
        small(ui, &closed.join(" · "));
    }
    let mut school: Vec<&str> = days.iter().filter_map(|day| day.school.as_deref()).collect();
    school.dedup();
    for name in school {
        small(ui, &tr!("desk-calendar-school", name = name));
    }
}

fn row_as_list(ui: &mut Ui, cx: &mut Cx<'_>, row: &RhythmView, blocks: &[&BlockView]) {
    heading(ui, &row.title);
    match row.fortnightly {
        Some(start) => small(ui, &tr!("desk-calendar-fortnightly", time = clock_time(start))),
        None => small(ui, &tr!("desk-calendar-on-demand")),
    };
    if blocks.is_empty() {
        muted(ui, &tr!("desk-calendar-no-session"));
    }
    for block in blocks {
        let day = weekday_date(block.slot.day);
        list::line(ui, cx, block, &day, false);
    }
}
