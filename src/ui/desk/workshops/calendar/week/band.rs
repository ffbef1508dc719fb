//! One band of a week: its name and hours, its grounds, its blocks.

use std::sync::Arc;

use eframe::egui::{Galley, Key, Modifiers, Rect, Response, Sense, Ui, pos2, vec2};

use super::{Frame, LABELS, Place, Week};
use crate::app::calendar::{BlockOf, BlockView, DayView};
use crate::domain::session_life::Phase;
use crate::i18n::{clock_time, short_date};
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::workshops::calendar::carry::{Carried, Hand};
use crate::ui::desk::workshops::calendar::hours::columns;
use crate::ui::desk::workshops::calendar::lanes::{Lane, Of};
use crate::ui::desk::workshops::calendar::{id_of, open, words};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{TimeBlock, hatched};

/// The least height of a block: a finger finds it.
pub const LEAST: f32 = 33.0;
/// Width of the hours beside the bands.
const HOURS: f32 = 46.0;

fn laid(ui: &Ui, words: &str, weight: Weight, muted: bool, width: f32) -> Arc<Galley> {
    let look = Look::of(ui.ctx());
    let (size, ink) =
        if muted { (look.text.small, look.colours.ink_muted) } else { (look.text.body, look.colours.ink) };
    ui.painter().layout_job(look.job(words, weight, size, ink, width))
}

/// Returns the height of a band that has nothing in it.
pub fn low_height(ui: &Ui, lane: &Lane<'_>) -> f32 {
    let name = laid(ui, &lane.title, Weight::SemiBold, false, LABELS - 8.0);
    let empty = laid(ui, &tr!("desk-calendar-empty"), Weight::Regular, true, LABELS - 8.0);
    name.size().y + empty.size().y + 8.0
}

pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (week, lane): (&Week<'_>, &Lane<'_>),
    (frame, place): (Frame, Place),
    carried: &mut Option<Carried>,
) {
    let look = Look::of(ui.ctx());
    let whole = Rect::from_min_max(
        pos2(frame.left, place.top),
        pos2(frame.days_left + frame.day_width * week.days.len() as f32, place.bottom),
    );
    ui.painter().rect_filled(whole.with_min_x(frame.days_left), look.corner(0.0), look.colours.surface);
    names(ui, week, lane, (frame, place));
    for (index, day) in week.days.iter().enumerate() {
        let column = frame.column(index, (place.top, place.bottom));
        let blocks: Vec<&BlockView> = lane.blocks.iter().copied().filter(|block| block.slot.day == day.day).collect();
        let rects = spread(week, &blocks, column);
        ground(ui, week, (lane, *day), (column, place), &rects);
        for (block, rect) in blocks.into_iter().zip(rects) {
            let response = one(ui, lane, block, rect, carried.as_ref());
            answer(ui, cx, (block, rect), &response, carried);
        }
    }
    let frame = whole.with_min_x(frame.days_left);
    ui.painter().rect_stroke(frame, 0.0, look.hairline(), eframe::egui::StrokeKind::Inside);
}

/// The band's name, and its hours.
fn names(ui: &Ui, week: &Week<'_>, lane: &Lane<'_>, (frame, place): (Frame, Place)) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = if place.low { LABELS - 8.0 } else { LABELS - HOURS - 4.0 };
    let name = laid(ui, &lane.title, Weight::SemiBold, false, width);
    let at = pos2(frame.left, place.top + 3.0);
    let below = at + vec2(0.0, name.size().y);
    ui.painter().galley(at, name, c.ink);
    if place.low {
        let empty = laid(ui, &tr!("desk-calendar-empty"), Weight::Regular, true, width);
        ui.painter().galley(below, empty, c.ink_muted);
        return;
    }
    for (time, down) in week.hours.lines() {
        let hour = laid(ui, &clock_time(time), Weight::Regular, true, HOURS);
        let at = pos2(frame.days_left - 8.0 - hour.size().x, place.top + 4.0 + down);
        ui.painter().galley(at, hour, c.ink_muted);
    }
}

/// Returns the rectangles of a day's blocks, side by side where they share an hour.
fn spread(week: &Week<'_>, blocks: &[&BlockView], column: Rect) -> Vec<Rect> {
    let top = column.top() + 4.0;
    let stretch = |block: &&BlockView| {
        let start = top + week.hours.down_to(block.slot.start);
        (start, (top + week.hours.down_to(block.slot.end())).max(start + LEAST))
    };
    let stretches: Vec<(f32, f32)> = blocks.iter().map(stretch).collect();
    let inner = column.shrink2(vec2(3.0, 0.0));
    let rect = |((top, bottom), (place, of)): (&(f32, f32), (usize, usize))| {
        let width = inner.width() / of as f32;
        let left = inner.left() + width * place as f32;
        Rect::from_min_max(pos2(left, *top), pos2(left + width - 2.0, *bottom - 1.0))
    };
    stretches.iter().zip(columns(&stretches)).map(rect).collect()
}

/// The lines of the hours, a closed day, an absence.
fn ground(
    ui: &Ui,
    week: &Week<'_>,
    (lane, day): (&Lane<'_>, &DayView),
    (column, place): (Rect, Place),
    blocks: &[Rect],
) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    if day.closed.is_some() {
        hatched(ui, column, c.background, c.line_soft);
    }
    let away = lane.leader.and_then(|leader| leader.away_on(day.day));
    if away.is_some() {
        hatched(ui, column.shrink(1.0), c.warning_soft, c.line_soft);
    }
    if !place.low {
        for (_, down) in week.hours.lines().skip(1) {
            ui.painter().hline(column.x_range(), column.top() + 4.0 + down, look.hairline());
        }
    }
    ui.painter().vline(column.left(), column.y_range(), look.hairline());
    if let Some(away) = away {
        let words = tr!("desk-calendar-away", day = short_date(away.until));
        absence(ui, &words, column, blocks);
    }
}

/// Says that somebody is away, above what is there, else below.
fn absence(ui: &Ui, words: &str, column: Rect, blocks: &[Rect]) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let words = laid(ui, words, Weight::SemiBold, true, column.width() - 16.0);
    let first = blocks.iter().map(Rect::top).fold(column.bottom(), f32::min);
    let last = blocks.iter().map(Rect::bottom).fold(column.top(), f32::max);
    let size = words.size() + vec2(8.0, 2.0);
    let above = column.top() + 3.0;
    let top = if above + size.y <= first { above } else { last + 3.0 };
    if top + size.y > column.bottom() {
        return;
    }
    let plate = Rect::from_min_size(pos2(column.left() + 4.0, top), size);
    ui.painter().rect_filled(plate, look.corner(look.radius.small), c.surface);
    ui.painter().galley(plate.min + vec2(4.0, 1.0), words, c.ink_muted);
}

fn one(ui: &Ui, lane: &Lane<'_>, block: &BlockView, rect: Rect, carried: Option<&Carried>) -> Response {
    let beside = match lane.of {
        Of::Leader(_) => block.room.clone().unwrap_or_default(),
        Of::Room(_) | Of::Interviews => block.leader_name.clone(),
    };
    let (tone, icon) = words::sign(block);
    let name = words::name(block);
    let (movable, leaves) = match &block.what {
        BlockOf::Session { id, movable, .. } => (*movable, carried.is_some_and(|held| held.session == *id)),
        BlockOf::Appointment { .. } | BlockOf::Proposal { .. } => (false, false),
    };
    let sense = if movable { Sense::click_and_drag() } else { Sense::click() };
    // The ghost stands over it until it is moved: its words are there.
    let covered = leaves && carried.is_some_and(|held| held.spot == held.origin);
    let lines = if covered { Vec::new() } else { words::lines(block, &beside) };
    let gone = matches!(block.what, BlockOf::Session { phase: Phase::Cancelled, .. });
    let proposed = matches!(block.what, BlockOf::Proposal { .. });
    TimeBlock::new(&name, &lines, tone).icon(Some(icon)).dashed(proposed || gone).faint(leaves || gone).show(
        ui,
        id_of(block),
        rect,
        sense,
    )
}

/// Opens a block, or takes it up.
fn answer(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (block, rect): (&BlockView, Rect),
    response: &Response,
    carried: &mut Option<Carried>,
) {
    if carried.is_none() && cx.decides() {
        let pointer = response.interact_pointer_pos();
        if response.drag_started()
            && let Some(at) = pointer
        {
            *carried = Carried::of(block, Hand::Mouse(at.y - rect.top()));
        } else if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::M)) {
            *carried = Carried::of(block, Hand::Keys);
        }
    }
    if response.clicked() && carried.is_none() {
        open(cx, block);
    }
}
