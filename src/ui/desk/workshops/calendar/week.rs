//! A week as bands of hours: one for each room or each who leads, a column for each day. Sessions are moved here.

mod band;

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{Align, Galley, Id, Pos2, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::carry::{Answer, Carried, End, Hand};
use super::hours::Hours;
use super::lanes::{Lane, Of};
use super::words;
use crate::app::calendar::{CalendarView, DayView};
use crate::i18n::Explain;
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{TimeBlock, Tone};

/// Width of the names of the bands, with their hours.
const LABELS: f32 = 140.0;
/// Height of one hour.
pub const HOUR: f32 = 36.0;
/// Room for the bar that scrolls.
const BAR: f32 = 14.0;

/// A week to draw.
pub struct Week<'a> {
    pub calendar: &'a CalendarView,
    pub lanes: Vec<Lane<'a>>,
    pub days: Vec<&'a DayView>,
    pub hours: Hours,
    pub today: NaiveDate,
}

/// Where the columns stand.
#[derive(Clone, Copy)]
struct Frame {
    left: f32,
    days_left: f32,
    day_width: f32,
}

impl Frame {
    fn of(ui: &Ui, n_days: usize) -> Self {
        let left = ui.max_rect().left();
        let days_left = left + LABELS;
        let right = ui.max_rect().right() - BAR;
        Self { left, days_left, day_width: (right - days_left) / n_days.max(1) as f32 }
    }

    fn column(self, index: usize, (top, bottom): (f32, f32)) -> Rect {
        let left = self.days_left + index as f32 * self.day_width;
        Rect::from_min_max(pos2(left, top), pos2(left + self.day_width, bottom))
    }

    fn day_at(self, x: f32) -> usize {
        ((x - self.days_left) / self.day_width).floor().max(0.0) as usize
    }
}

/// The place of one band.
#[derive(Clone, Copy)]
struct Place {
    top: f32,
    bottom: f32,
    /// Nothing is in it: it is low, and what comes in keeps its hour.
    low: bool,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, week: &Week<'_>, carried: &mut Option<Carried>) {
    let frame = Frame::of(ui, week.days.len());
    heads(ui, week, frame);
    ScrollArea::vertical().id_salt("calendar-week").auto_shrink([false, false]).show(ui, |ui| {
        let places = bands_of(ui, week, carried.as_ref());
        let height = places.last().map_or(0.0, |last| last.bottom - ui.cursor().top());
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        for (lane, place) in week.lanes.iter().zip(&places) {
            band::show(ui, cx, (week, lane), (frame, *place), carried);
        }
        // A frame ends with what is carried where it is, or nowhere.
        let Some(mut held) = carried.take() else { return };
        let end = match held.hand {
            Hand::Mouse(grab) => follow_mouse(ui, &mut held, grab, (week, frame, &places)),
            Hand::Keys => held.follow_keys(ui, week.hours, &week.lanes),
        };
        held.ask(cx);
        match end {
            End::Goes => {
                ghost(ui, cx, &held, (week, frame, &places));
                *carried = Some(held);
            }
            End::Dropped => held.drop_at(cx),
            End::Abandoned => ui.memory_mut(|memory| memory.request_focus(super::id_of_session(held.session))),
        }
    });
}

/// The name of a day and what is particular about it, laid out.
struct Head {
    title: Arc<Galley>,
    about: Option<Arc<Galley>>,
}

impl Head {
    fn of(ui: &Ui, day: &DayView, is_today: bool, width: f32) -> Self {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let ink = if is_today { c.primary } else { c.ink };
        let lay = |words: &str, weight, size, ink| ui.painter().layout_job(look.job(words, weight, size, ink, width));
        let now = is_today.then(|| tr!("desk-calendar-today"));
        let about: Vec<String> = now.into_iter().chain(words::about(day)).collect();
        let about = about.join(" · ");
        Self {
            title: lay(&words::day(day.day), Weight::SemiBold, look.text.body, ink),
            about: (!about.is_empty()).then(|| lay(&about, Weight::Regular, look.text.small, c.ink)),
        }
    }

    fn height(&self) -> f32 {
        self.title.size().y + self.about.as_ref().map_or(0.0, |about| about.size().y)
    }
}

/// The names of the days, and what is particular about them.
fn heads(ui: &mut Ui, week: &Week<'_>, frame: Frame) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = frame.day_width - 12.0;
    let heads: Vec<Head> = week.days.iter().map(|day| Head::of(ui, day, day.day == week.today, width)).collect();
    let tall = heads.iter().map(Head::height).fold(0.0, f32::max) + 8.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    for (index, (day, head)) in week.days.iter().zip(heads).enumerate() {
        let place = frame.column(index, (rect.top(), rect.bottom())).shrink2(vec2(1.0, 0.0));
        if day.closed.is_some() || day.school.is_some() {
            ui.painter().rect_filled(place, look.corner(look.radius.small), c.band_low);
        }
        if day.day == week.today {
            ui.painter().rect_filled(place.with_min_y(place.bottom() - 3.0), 1.5, c.primary);
        }
        let at = place.left_top() + vec2(6.0, 3.0);
        let below = at + vec2(0.0, head.title.size().y);
        ui.painter().galley(at, head.title, c.ink);
        if let Some(about) = head.about {
            ui.painter().galley(below, about, c.ink);
        }
    }
}

/// Returns where each band stands. A band is high when something is in it, or is brought into it by keys.
fn bands_of(ui: &Ui, week: &Week<'_>, carried: Option<&Carried>) -> Vec<Place> {
    let mut top = ui.cursor().top();
    let mut places = Vec::new();
    for lane in &week.lanes {
        let brought = carried.is_some_and(|held| held.hand == Hand::Keys && held.is_in(&lane.of));
        let low = lane.blocks.is_empty() && !brought;
        let height = if low { band::low_height(ui, lane) } else { week.hours.whole() + 8.0 };
        places.push(Place { top, bottom: top + height, low });
        top += height + 6.0;
    }
    places
}

/// Brings what is carried under the mouse; it is dropped where the button is released.
fn follow_mouse(ui: &Ui, held: &mut Carried, grab: f32, (week, frame, places): (&Week<'_>, Frame, &[Place])) -> End {
    if ui.input_mut(|input| input.consume_key(Default::default(), eframe::egui::Key::Escape)) {
        ui.ctx().stop_dragging();
        return End::Abandoned;
    }
    if let Some(at) = ui.input(|input| input.pointer.latest_pos()) {
        bring(held, at, grab, (week, frame, places));
        // Near an edge the page follows.
        let clip = ui.clip_rect();
        let edge = 28.0;
        if at.y < clip.top() + edge {
            ui.scroll_with_delta(vec2(0.0, 8.0));
        } else if at.y > clip.bottom() - edge {
            ui.scroll_with_delta(vec2(0.0, -8.0));
        }
    }
    if ui.input(|input| input.pointer.any_down()) { End::Goes } else { End::Dropped }
}

fn bring(held: &mut Carried, at: Pos2, grab: f32, (week, frame, places): (&Week<'_>, Frame, &[Place])) {
    if let Some(day) = week.days.get(frame.day_at(at.x).min(week.days.len().saturating_sub(1))) {
        held.spot.day = day.day;
    }
    let under = week.lanes.iter().zip(places).filter(|(lane, _)| lane.of != Of::Interviews);
    let away = |place: &Place| (place.top - at.y).max(at.y - place.bottom).max(0.0);
    let Some((lane, place)) = under.min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b))) else { return };
    held.enter(&lane.of);
    held.spot.start =
        if place.low { held.origin.start } else { week.hours.time_at(at.y - grab - place.top - 4.0, held.lasts) };
}

/// Draws where it would stand, and whether that is free.
fn ghost(ui: &Ui, cx: &Cx<'_>, held: &Carried, (week, frame, places): (&Week<'_>, Frame, &[Place])) {
    let lane = week.lanes.iter().zip(places).find(|(lane, _)| held.is_in(&lane.of));
    let day = week.days.iter().position(|day| day.day == held.spot.day);
    let (Some((_, place)), Some(day)) = (lane, day) else { return };
    let column = frame.column(day, (place.top, place.bottom)).shrink2(vec2(3.0, 0.0));
    let rect = if place.low {
        column.shrink2(vec2(0.0, 2.0))
    } else {
        let top = place.top + 4.0 + week.hours.down_to(held.spot.start);
        let bottom = place.top + 4.0 + week.hours.down_to(held.slot().end());
        Rect::from_min_max(pos2(column.left(), top), pos2(column.right(), bottom.max(top + band::LEAST)))
    };
    let Verdict { tone, icon, short, words } = verdict(cx, held);
    let hours = words::hours(held.slot());
    let name = tr!(
        "desk-calendar-ghost",
        title = held.title.as_str(),
        place = held.place(week.calendar),
        words = words.as_str()
    );
    let lines = if place.low { vec![hours] } else { vec![hours, short, held.title.clone()] };
    let sense = if held.hand == Hand::Keys { Sense::click() } else { Sense::hover() };
    let id = Id::unique("calendar-ghost");
    let block = TimeBlock::new(&name, &lines, tone).icon(Some(icon)).dashed(true);
    let response = block.show(ui, id, rect, sense);
    if held.hand == Hand::Keys {
        super::keep_keys(ui, &response);
        response.scroll_to_me(Some(Align::Center));
    }
}

/// Whether a spot is free.
pub struct Verdict {
    pub tone: Tone,
    pub icon: Icon,
    /// In one or two words.
    pub short: String,
    pub words: String,
}

impl Verdict {
    fn plain(tone: Tone, icon: Icon, words: String) -> Self {
        Self { tone, icon, short: words.clone(), words }
    }
}

/// Returns whether the spot is free, in words.
pub fn verdict(cx: &Cx<'_>, held: &Carried) -> Verdict {
    if held.spot == held.origin {
        return Verdict::plain(Tone::Neutral, Icon::Hand, tr!("desk-calendar-here"));
    }
    match held.answer(cx) {
        Answer::Awaited => Verdict::plain(Tone::Neutral, Icon::Clock, tr!("desk-calendar-asking")),
        Answer::Free => Verdict::plain(Tone::Success, Icon::Check, tr!("desk-calendar-free")),
        Answer::Against(against) => {
            let reason = against.first().map(Explain::explain).unwrap_or_default();
            let words = match against.len().saturating_sub(1) {
                0 => reason,
                n => tr!("desk-calendar-more", reason = reason, n = n),
            };
            let short = tr!("desk-calendar-not-free");
            Verdict { tone: Tone::Warning, icon: Icon::Cross, short, words }
        }
    }
}
