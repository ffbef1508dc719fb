//! What a block of the calendar says: in its lines, by its icon, and to who does not see it.

use chrono::{Datelike as _, NaiveDate};

use crate::app::calendar::{BlockOf, BlockView, DayView};
use crate::domain::appointment::AppointmentState;
use crate::domain::session_life::Phase;
use crate::domain::stamp::TimeSlot;
use crate::i18n::{clock_time, month_name, terms};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Tone;

/// Returns "9 h – 12 h".
pub fn hours(slot: TimeSlot) -> String {
    tr!("desk-calendar-hours", start = clock_time(slot.start), end = clock_time(slot.end()))
}

/// Returns "lundi 23".
pub fn day(day: NaiveDate) -> String {
    tr!("desk-calendar-day", weekday = terms::weekday(day.weekday()), day = day.day())
}

/// Returns "Novembre 2026".
pub fn month(day: NaiveDate) -> String {
    let mut name = month_name(day).chars();
    let first: String = name.next().into_iter().flat_map(char::to_uppercase).collect();
    tr!("desk-calendar-month", month = first + name.as_str(), year = day.year().to_string())
}

/// Returns what is particular about a day: closed, open all the same, school holidays.
pub fn about(day: &DayView) -> Option<String> {
    if let Some(why) = &day.closed {
        return Some(tr!("desk-calendar-closed", why = terms::closed(why)));
    }
    let opened = day.opened.as_ref().map(|why| tr!("desk-calendar-opened", why = why.as_str()));
    opened.or_else(|| day.school.as_ref().map(|name| tr!("desk-calendar-school", name = name.as_str())))
}

/// Returns the state of a block in words.
pub fn state(block: &BlockView) -> String {
    match &block.what {
        BlockOf::Session { phase, .. } => terms::phase(*phase),
        BlockOf::Appointment { state, .. } => terms::appointment_state(state),
        BlockOf::Proposal { .. } => tr!("desk-calendar-proposed"),
    }
}

/// Returns "7/10" for a session, the number of people for a proposal, the kind of an appointment.
pub fn count(block: &BlockView) -> String {
    match &block.what {
        BlockOf::Session { people, maximum, .. } => tr!("desk-calendar-count", have = *people, most = *maximum),
        BlockOf::Appointment { kind, .. } => terms::appointment_kind(*kind),
        BlockOf::Proposal { people, .. } => tr!("desk-calendar-people", people = *people),
    }
}

/// Returns the colour and the icon of a block: the icon says as much as the colour.
pub fn sign(block: &BlockView) -> (Tone, Icon) {
    match &block.what {
        BlockOf::Proposal { .. } => (Tone::Accent, Icon::Plus),
        BlockOf::Session { phase, .. } => of_phase(*phase),
        BlockOf::Appointment { state, .. } => match state {
            AppointmentState::Booked => (Tone::Neutral, Icon::Person),
            AppointmentState::Kept { .. } => (Tone::Neutral, Icon::Check),
            AppointmentState::Missed { .. } => (Tone::Neutral, Icon::Minus),
            AppointmentState::Cancelled { .. } => (Tone::Neutral, Icon::Cross),
        },
    }
}

pub fn of_phase(phase: Phase) -> (Tone, Icon) {
    match phase {
        Phase::Opened | Phase::Offered => (Tone::Info, Icon::Clock),
        Phase::Convened => (Tone::Info, Icon::Mail),
        Phase::ToCheck => (Tone::Warning, Icon::Warning),
        Phase::Ready => (Tone::Success, Icon::Flag),
        Phase::Begun => (Tone::Success, Icon::Pencil),
        Phase::Held => (Tone::Success, Icon::Document),
        Phase::HeldEmpty => (Tone::Neutral, Icon::Minus),
        Phase::Signed => (Tone::Success, Icon::Check),
        Phase::Cancelled => (Tone::Neutral, Icon::Cross),
    }
}

/// Returns the lines of a block, the most telling first; `beside` is the room, or who leads.
pub fn lines(block: &BlockView, beside: &str) -> Vec<String> {
    match &block.what {
        BlockOf::Appointment { .. } => {
            let start = clock_time(block.slot.start);
            let who = tr!("desk-calendar-at", time = start.as_str(), name = block.title.as_str());
            vec![who, tr!("desk-calendar-pair", one = count(block), other = state(block)), beside.to_owned()]
        }
        BlockOf::Session { .. } | BlockOf::Proposal { .. } => {
            let when = tr!("desk-calendar-pair", one = hours(block.slot), other = count(block));
            vec![block.title.clone(), when, state(block), beside.to_owned()]
        }
    }
}

/// Returns the whole of a block in one sentence.
pub fn name(block: &BlockView) -> String {
    tr!(
        "desk-calendar-block",
        title = block.title.as_str(),
        when = terms::slot(block.slot),
        room = block.room.clone().unwrap_or_else(|| tr!("desk-calendar-interviews")),
        leader = block.leader_name.as_str(),
        count = count(block),
        state = state(block)
    )
}
