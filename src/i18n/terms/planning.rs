//! Workshops, sessions and appointments, and what the rule says of a pool.

use super::calendar::{closed, half, half_day_of};
use crate::domain::agenda::{Clash, Holder};
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::scheduling::{Extra, Verdict, WhyNot};
use crate::domain::session_life::{Forecast, Phase, Todo};
use crate::domain::stamp::TimeSlot;
use crate::domain::telling::{Channel, News};
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
        AppointmentKind::Activity => tr!("term-individual-activity"),
    }
}

pub fn appointment_state(state: &AppointmentState) -> String {
    match state {
        AppointmentState::Booked => tr!("term-appointment-booked"),
        AppointmentState::Kept { .. } => tr!("term-appointment-kept"),
        AppointmentState::Missed { excused: true, .. } => tr!("term-excused"),
        AppointmentState::Missed { excused: false, .. } => tr!("term-no-show"),
        AppointmentState::Cancelled { .. } => tr!("term-appointment-cancelled"),
    }
}

pub fn channel(channel: Channel) -> String {
    match channel {
        Channel::Letter => tr!("term-channel-letter"),
        Channel::Sms => tr!("term-channel-sms"),
        Channel::Email => tr!("term-channel-email"),
        Channel::Phone => tr!("term-channel-phone"),
    }
}

/// Returns what is told of a session or an appointment: a cancellation says which of the two is cancelled.
pub fn news(news: News, about: Holder) -> String {
    match (news, about) {
        (News::Offer, _) => tr!("term-news-offer"),
        (News::Invitation, _) => tr!("term-news-invitation"),
        (News::Reminder, _) => tr!("term-news-reminder"),
        (News::Moved, _) => tr!("term-news-moved"),
        (News::Cancelled, Holder::Session(_)) => tr!("term-news-session-cancelled"),
        (News::Cancelled, Holder::Appointment(_)) => tr!("term-news-appointment-cancelled"),
        (News::ParticipationCancelled, _) => tr!("term-news-participation-cancelled"),
    }
}

pub fn phase(phase: Phase) -> String {
    match phase {
        Phase::Opened => tr!("term-phase-opened"),
        Phase::Offered => tr!("term-phase-offered"),
        Phase::Convened => tr!("term-phase-convened"),
        Phase::ToCheck => tr!("term-phase-to-check"),
        Phase::Ready => tr!("term-phase-ready"),
        Phase::Begun => tr!("term-phase-begun"),
        Phase::Held => tr!("term-phase-held"),
        Phase::HeldEmpty => tr!("term-phase-held-empty"),
        Phase::Signed => tr!("term-phase-signed"),
        Phase::Cancelled => tr!("term-phase-cancelled"),
    }
}

/// Returns what is to be done for a session, in one sentence.
pub fn todo(todo: Todo) -> String {
    match todo {
        Todo::SeatUnanswered { people } => tr!("term-todo-unanswered", people = people),
        Todo::Convene { people } => tr!("term-todo-convene", people = people),
        Todo::TellCancelled { people } => tr!("term-todo-tell-cancelled", people = people),
        Todo::Check => tr!("term-todo-check"),
        Todo::TakeAttendance { missing } => tr!("term-todo-attendance", missing = missing),
        Todo::Close => tr!("term-todo-close"),
        Todo::Sign { half: part } => tr!("term-todo-sign", half = half(part)),
    }
}

/// Returns "6 inscrits : 38 % de chances d'être 6 le jour J."
pub fn forecast(forecast: &Forecast) -> String {
    let chance = (forecast.chance * 100.0).round();
    tr!("term-forecast", enrolled = forecast.enrolled, chance = chance, minimum = forecast.minimum)
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
        Verdict::ByCalendar { next: Some(day), extra } => {
            let date = tr!("term-verdict-calendar", day = weekday_date(*day));
            extra.as_ref().map_or(date.clone(), |extra| format!("{date} {}", self::extra(extra)))
        }
        Verdict::ByCalendar { next: None, .. } => tr!("term-verdict-no-date"),
        Verdict::Waits(why) => why_not(why),
    }
}

/// Returns who would be left out by the next date of a series, and when one more session could be.
pub fn extra(extra: &Extra) -> String {
    let when = half_day_of(extra.proposal.slot);
    tr!("term-verdict-extra", left = extra.left_over, walkins = extra.walk_ins, when = when, free = extra.proposal.free)
}

/// Returns what stands against a time, in one sentence.
pub fn clash(clash: &Clash) -> String {
    match clash {
        Clash::Closed { day, why } => tr!("term-clash-closed", day = weekday_date(*day), why = closed(why)),
        Clash::RoomTaken { room, .. } => tr!("term-clash-room-taken", room = room.as_str()),
        Clash::RoomTooSmall { room, places, people } => {
            tr!("term-clash-room-small", room = room.as_str(), places = *places, people = *people)
        }
        Clash::StaffTaken { .. } => tr!("term-clash-staff-taken"),
        Clash::StaffAway { until, .. } => tr!("term-clash-staff-away", day = weekday_date(*until)),
        Clash::NotTheirWorkshop { .. } => tr!("term-clash-not-their-workshop"),
        Clash::EquipmentTaken { equipment, quantity } => {
            tr!("term-clash-equipment", equipment = equipment.as_str(), quantity = *quantity)
        }
        Clash::PersonTaken { .. } => tr!("term-clash-person-taken"),
        Clash::PersonAway { until, .. } => tr!("term-clash-person-away", day = weekday_date(*until)),
        Clash::NotTheirHalfDay { .. } => tr!("term-clash-half-day"),
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
        assert_eq!(said, "5 personnes attendent\u{A0}: il manque une personne.");
    }
}
