//! Workshops, sessions and appointments, and what the rule says of a pool.

use super::calendar::{half, half_day_of};
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::scheduling::{Verdict, WhyNot};
use crate::domain::stamp::TimeSlot;
use crate::domain::workshop::{Attendance, SessionKind, SessionState};
use crate::i18n::{time_range, weekday_date};
use crate::tr;

pub fn attendance(attendance: Attendance) -> String {
    match attendance {
        Attendance::Present => tr!("term-present"),
        Attendance::Excused => tr!("term-excused"),
        Attendance::NoShow => tr!("term-no-show"),
        Attendance::CancelledByService => tr!("term-cancelled-by-service"),
    }
}

pub fn session_kind(kind: SessionKind) -> String {
    match kind {
        SessionKind::Series => tr!("term-session-series"),
        SessionKind::OnDemand => tr!("term-session-on-demand"),
        SessionKind::Extra => tr!("term-session-extra"),
    }
}

pub fn session_state(state: &SessionState) -> String {
    match state {
        SessionState::Opened { .. } => tr!("term-session-opened"),
        SessionState::Held { .. } => tr!("term-session-held"),
        SessionState::Cancelled { .. } => tr!("term-session-cancelled"),
    }
}

pub fn appointment_kind(kind: AppointmentKind) -> String {
    match kind {
        AppointmentKind::Diagnostic => tr!("term-diagnostic"),
        AppointmentKind::Restitution => tr!("term-restitution"),
    }
}

pub fn appointment_state(state: &AppointmentState) -> String {
    match state {
        AppointmentState::Booked => tr!("term-appointment-booked"),
        AppointmentState::Kept { .. } => tr!("term-appointment-kept"),
        AppointmentState::Cancelled { .. } => tr!("term-appointment-cancelled"),
    }
}

/// Returns "mardi 24 novembre 2026, de 9 h 30 à 12 h 30".
pub fn slot(slot: TimeSlot) -> String {
    tr!("term-slot", day = weekday_date(slot.day), hours = time_range(slot.start, slot.end()))
}

/// Returns what the rule says of a pool, in one sentence.
pub fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Proposed(proposal) => tr!(
            "term-verdict-proposed",
            when = half_day_of(proposal.slot),
            free = proposal.free,
            days = proposal.oldest_wait_days
        ),
        Verdict::ByCalendar { next: Some(day) } => tr!("term-verdict-calendar", day = weekday_date(*day)),
        Verdict::ByCalendar { next: None } => tr!("term-verdict-no-date"),
        Verdict::Waits(why) => why_not(why),
    }
}

/// Returns why no session can be proposed, in one sentence.
pub fn why_not(why: &WhyNot) -> String {
    match why {
        WhyNot::NobodyWaits => tr!("term-why-nobody"),
        WhyNot::TooFewWait { waiting, missing } => tr!("term-why-too-few", waiting = *waiting, missing = *missing),
        WhyNot::NeverTogether { waiting, best: Some((day, part)), free } => tr!(
            "term-why-never-together",
            waiting = *waiting,
            day = weekday_date(*day),
            half = half(*part),
            free = *free
        ),
        WhyNot::NeverTogether { waiting, best: None, .. } => tr!("term-why-no-day", waiting = *waiting),
        WhyNot::RoomOrFacilitatorTaken { day } => tr!("term-why-room-taken", day = weekday_date(*day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_missing_person_is_said_in_the_singular() {
        let said = why_not(&WhyNot::TooFewWait { waiting: 5, missing: 1 });
        assert_eq!(said, "5 personnes attendent\u{A0}: il manque 1 personne.");
    }
}
