//! The life of a session, from the day it is opened to the sheet that came back signed.
//!
//! Where it stands and what is to be done follow from facts; neither is kept anywhere.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::activity::{Activity, Form, Purpose};
use super::calendar::Calendar;
use super::id::{OfferId, ParticipantId, SessionId, StepId};
use super::person::Personal;
use super::scheduling::turnout::chance_of;
use super::stamp::{Half, Instant, TimeSlot, days_after};
use super::workshop::{Headcount, Seat, Session, SessionState};

/// Most sessions that one person chooses among at once.
pub const CHOICES: usize = 3;

/// How long an offer waits before the person is convened without an answer.
pub const ANSWER_DAYS: u64 = 3;

/// How many open days before a session somebody looks whether enough people come.
pub const CHECK_DAYS: usize = 2;

/// A stretch shorter than this belongs to the other half of the day.
const SHORTEST_PART: i64 = 60;

/// One session that one person may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: OfferId,
    pub step: StepId,
    pub participant: ParticipantId,
    pub session: SessionId,
    pub at: Instant,
}

impl Offer {
    /// Returns the day from which the person is convened without an answer.
    pub fn answer_by(&self) -> NaiveDate {
        days_after(self.at.day(), ANSWER_DAYS)
    }
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferAnswer {
    Taken,
    Declined,
    /// The person chose another one, or was offered others.
    Lapsed,
}

/// Who came without having been convened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newcomer {
    Participant(ParticipantId),
    /// Somebody of whom the sheet has only the name.
    Inhabitant(Personal<String>),
}

/// How a sheet was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    Paper,
    /// On a touch screen.
    Pad,
}

/// Who gives a seat back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// The person said that they will not come.
    ByPerson,
    /// The service takes the seat back, and says why.
    ByService { reason: String },
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Somebody opened it; not everybody was told.
    Opened,
    /// People were offered it and have not answered.
    Offered,
    /// Everybody who has a seat was told.
    Convened,
    /// Two days before, fewer people than the minimum are expected.
    ToCheck,
    /// Two days before, enough people are expected, or somebody holds it all the same.
    Ready,
    /// It has begun and is not closed.
    Begun,
    Held,
    /// Held, and nobody came: there is no sheet to sign.
    HeldEmpty,
    /// Every sheet came back signed.
    Signed,
    Cancelled,
}

/// Something to do for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Todo {
    /// Seat those who did not answer in three days.
    SeatUnanswered {
        people: usize,
    },
    /// Tell people that they have a seat, that it moved, or remind them.
    Convene {
        people: usize,
    },
    /// Tell people of a cancellation.
    TellCancelled {
        people: usize,
    },
    /// Call the waiting list, merge, or cancel.
    Check,
    TakeAttendance {
        missing: usize,
    },
    Close,
    Sign {
        half: Half,
    },
}

/// Something to do, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    pub what: Todo,
    pub by: NaiveDate,
}

/// How many people will probably come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    pub minimum: usize,
    pub enrolled: usize,
    /// Expected number of people present.
    pub expected: f64,
    /// Probability that the minimum comes, from 0 to 1.
    pub chance: f64,
}

impl Forecast {
    /// `absence` is the probability that a seat stays empty, from 0 to 1.
    pub fn new(minimum: Headcount, enrolled: usize, absence: f64) -> Self {
        let expected = enrolled as f64 * (1.0 - absence);
        Self { minimum: minimum.0, enrolled, expected, chance: chance_of(minimum, enrolled, absence) }
    }

    /// Returns whether fewer people than the minimum are expected.
    pub fn is_at_risk(&self) -> bool {
        self.expected < self.minimum as f64
    }
}

/// One half-day of a session: one sheet to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPart {
    pub half: Half,
    pub start: NaiveTime,
    pub end: NaiveTime,
}

/// Everything that a session's phase follows from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub session: &'a Session,
    pub seats: &'a [Seat],
    pub now: NaiveDateTime,
    /// From this day on somebody looks whether enough people come.
    pub check_day: NaiveDate,
    /// Offers of this session that wait for an answer.
    pub offers: &'a [Offer],
    /// People who have a seat and do not know its time, or are to be reminded.
    pub to_convene: usize,
    /// People who do not know that the session, or their seat, is cancelled.
    pub to_tell_cancelled: usize,
    pub forecast: Forecast,
    /// Somebody looked at it and holds it, since the last seat changed.
    pub is_confirmed: bool,
    /// Somebody came, with a seat or without.
    pub somebody_came: bool,
    /// The half-days whose sheet did not come back signed.
    pub unsigned: &'a [Half],
}

impl Facts<'_> {
    fn has_begun(&self) -> bool {
        self.now >= self.session.slot.starts_at()
    }

    fn must_be_checked(&self) -> bool {
        self.now.date() >= self.check_day && self.forecast.is_at_risk() && !self.is_confirmed
    }
}

/// Returns where a session stands.
pub fn phase(facts: &Facts<'_>) -> Phase {
    let seated = facts.seats.iter().filter(|seat| seat.is_live()).count();
    match facts.session.state {
        SessionState::Cancelled { .. } => Phase::Cancelled,
        SessionState::Held { .. } if !facts.unsigned.is_empty() => Phase::Held,
        SessionState::Held { .. } if facts.somebody_came => Phase::Signed,
        SessionState::Held { .. } => Phase::HeldEmpty,
        SessionState::Opened { .. } if facts.has_begun() => Phase::Begun,
        SessionState::Opened { .. } if facts.must_be_checked() => Phase::ToCheck,
        SessionState::Opened { .. } if seated > 0 && facts.to_convene == 0 => {
            if facts.now.date() >= facts.check_day {
                Phase::Ready
            } else {
                Phase::Convened
            }
        }
        SessionState::Opened { .. } if !facts.offers.is_empty() => Phase::Offered,
        SessionState::Opened { .. } => Phase::Opened,
    }
}

/// Returns what is to be done for a session, the most urgent first.
pub fn tasks(facts: &Facts<'_>) -> Vec<Task> {
    let today = facts.now.date();
    let day = facts.session.slot.day;
    let mut tasks = Vec::new();
    if facts.to_tell_cancelled > 0 && today <= day {
        tasks.push(Task { what: Todo::TellCancelled { people: facts.to_tell_cancelled }, by: today });
    }
    match facts.session.state {
        SessionState::Cancelled { .. } => {}
        SessionState::Opened { .. } if !facts.has_begun() => {
            let late: Vec<NaiveDate> =
                facts.offers.iter().map(Offer::answer_by).filter(|answer_by| *answer_by <= today).collect();
            if let Some(by) = late.iter().min() {
                tasks.push(Task { what: Todo::SeatUnanswered { people: late.len() }, by: *by });
            }
            if facts.to_convene > 0 {
                let what = Todo::Convene { people: facts.to_convene };
                tasks.push(Task { what, by: facts.check_day.max(today) });
            }
            if facts.must_be_checked() {
                tasks.push(Task { what: Todo::Check, by: facts.check_day.max(today) });
            }
        }
        SessionState::Opened { .. } => {
            let missing = facts.seats.iter().filter(|seat| seat.is_live()).count();
            let what = if missing > 0 { Todo::TakeAttendance { missing } } else { Todo::Close };
            tasks.push(Task { what, by: day });
        }
        SessionState::Held { .. } => {
            let sign = |half: &Half| Task { what: Todo::Sign { half: *half }, by: day };
            tasks.extend(facts.unsigned.iter().map(sign));
        }
    }
    tasks.sort_by_key(|task| task.by);
    tasks
}

/// Returns the day on which somebody looks whether enough people come: two open days before.
pub fn check_day(day: NaiveDate, calendar: &Calendar) -> NaiveDate {
    calendar.open_days_before(day, CHECK_DAYS)
}

/// Returns the half-days of a session: noon parts them, and a stretch of less than an hour stays with the other half.
pub fn sheet_parts(slot: TimeSlot) -> Vec<SheetPart> {
    let (start, end) = (slot.start, slot.end());
    let whole = |half| vec![SheetPart { half, start, end }];
    let Some(noon) = NaiveTime::from_hms_opt(12, 0, 0).filter(|noon| start < *noon && *noon < end) else {
        return whole(Half::of(start));
    };
    let (before, after) = ((noon - start).num_minutes(), (end - noon).num_minutes());
    if after < SHORTEST_PART && before >= after {
        return whole(Half::Morning);
    }
    if before < SHORTEST_PART {
        return whole(Half::Afternoon);
    }
    vec![
        SheetPart { half: Half::Morning, start, end: noon.with_second(0).unwrap_or(noon) },
        SheetPart { half: Half::Afternoon, start: noon, end },
    ]
}

/// Returns whether coming to this activity is by itself a participation in an operation of the FSE+. Collective information
/// without individual interaction is not (DREETS Grand Est, 13 January 2025).
pub fn counts_alone(activity: &Activity) -> bool {
    let informs = matches!(activity.purpose, Purpose::Welcome);
    !(informs && matches!(activity.form, Form::Collective(_)))
}

/// Why something in the life of a session does not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LifeRefusal {
    #[error("one to three sessions are offered")]
    OfferCount,
    #[error("the offer is answered, or stands no more")]
    OfferGone,
    #[error("the person has another seat for this workshop")]
    SeatedElsewhere { participant: ParticipantId },
    #[error("the person has a seat in this session already")]
    AlreadySeated,
    #[error("the seat was not given back")]
    NotGivenBack,
    #[error("the two sessions are of different workshops, or the same one")]
    NotAlike,
    #[error("nobody of the session can come to the other one")]
    NobodyMoves,
    #[error("a person has no seat or appointment to be told of")]
    NothingToTell,
    #[error("a walk-in has a name")]
    NoName,
    #[error("that half-day is not one of the session")]
    NoSuchHalf,
    #[error("somebody who was there has not signed")]
    NotSigned { missing: usize },
    #[error("whoever signs was not there")]
    NotThere,
    #[error("the scan is no PDF and no picture, or is not readable")]
    ScanUnreadable,
    #[error("the appointment is neither missed nor cancelled")]
    NotMissed,
    #[error(transparent)]
    Signature(#[from] super::signature::SignatureRefusal),
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::activity::ActivityId;
    use crate::domain::id::{SeatId, StaffId};
    use crate::domain::stamp::Minutes;
    use crate::domain::workshop::{Attendance, SessionKind};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
    }

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn at(on: u32, hour: u32) -> Instant {
        Instant::in_paris(day(on).and_time(time(hour, 0)))
    }

    fn staff() -> StaffId {
        StaffId::new(Uuid::from_u128(1))
    }

    /// Friday 18 December 2026, from 9 h to 11 h.
    fn session(state: SessionState) -> Session {
        Session {
            id: SessionId::new(Uuid::from_u128(1)),
            workshop: ActivityId("w".to_owned()),
            kind: SessionKind::OnDemand,
            slot: TimeSlot { day: day(18), start: time(9, 0), minutes: Minutes(120) },
            room: "Salle des Dunes".to_owned(),
            facilitator: staff(),
            state,
        }
    }

    fn opened() -> SessionState {
        SessionState::Opened { by: staff(), at: at(1, 9) }
    }

    fn seats(count: u128, attendance: Option<Attendance>) -> Vec<Seat> {
        let seat = |n| Seat {
            id: SeatId::new(Uuid::from_u128(n)),
            session: SessionId::new(Uuid::from_u128(1)),
            step: StepId::new(Uuid::from_u128(n)),
            participant: ParticipantId::new(Uuid::from_u128(n)),
            attendance,
            changed: at(1, 9),
            withdrawn: false,
            version: 0,
        };
        (0..count).map(seat).collect()
    }

    fn offer(on: u32) -> Offer {
        Offer {
            id: OfferId::new(Uuid::from_u128(9)),
            step: StepId::new(Uuid::from_u128(9)),
            participant: ParticipantId::new(Uuid::from_u128(9)),
            session: SessionId::new(Uuid::from_u128(1)),
            at: at(on, 9),
        }
    }

    fn facts<'a>(session: &'a Session, seats: &'a [Seat], now: NaiveDateTime) -> Facts<'a> {
        let live = seats.iter().filter(|seat| seat.is_live()).count();
        Facts {
            session,
            seats,
            now,
            check_day: day(16),
            offers: &[],
            to_convene: 0,
            to_tell_cancelled: 0,
            forecast: Forecast::new(Headcount(6), live, 0.15),
            is_confirmed: false,
            somebody_came: true,
            unsigned: &[Half::Morning],
        }
    }

    fn on(number: u32, hour: u32) -> NaiveDateTime {
        day(number).and_time(time(hour, 0))
    }

    #[test]
    fn a_session_goes_from_opened_to_signed() {
        let (open, eight) = (session(opened()), seats(8, None));
        let early = facts(&open, &eight, on(3, 9));
        let offers = [offer(2)];
        assert_eq!(phase(&Facts { to_convene: 8, ..early }), Phase::Opened);
        assert_eq!(phase(&Facts { to_convene: 8, offers: &offers, ..early }), Phase::Offered);
        assert_eq!(phase(&early), Phase::Convened);
        assert_eq!(phase(&facts(&open, &eight, on(16, 9))), Phase::Ready);
        assert_eq!(phase(&facts(&open, &eight, on(18, 9))), Phase::Begun);
        let held = session(SessionState::Held { at: at(18, 12), by: staff() });
        let came = seats(8, Some(Attendance::Present));
        let after = facts(&held, &came, on(18, 12));
        assert_eq!(phase(&after), Phase::Held);
        assert_eq!(phase(&Facts { unsigned: &[], ..after }), Phase::Signed);
    }

    #[test]
    fn a_session_that_nobody_came_to_is_held_and_not_signed() {
        let held = session(SessionState::Held { at: at(18, 12), by: staff() });
        let absent = seats(2, Some(Attendance::NoShow));
        let after = Facts { somebody_came: false, unsigned: &[], ..facts(&held, &absent, on(18, 12)) };
        assert_eq!(phase(&after), Phase::HeldEmpty);
        assert_eq!(tasks(&after), []);
    }

    #[test]
    fn two_days_before_six_enrolled_are_too_few_unless_somebody_holds_the_session() {
        let (open, six) = (session(opened()), seats(6, None));
        assert_eq!(phase(&facts(&open, &six, on(15, 9))), Phase::Convened);
        let near = facts(&open, &six, on(16, 9));
        assert_eq!(phase(&near), Phase::ToCheck);
        assert_eq!(tasks(&near), [Task { what: Todo::Check, by: day(16) }]);
        assert_eq!(phase(&Facts { is_confirmed: true, ..near }), Phase::Ready);
        // 0.85 × 8 = 6.8 are expected of eight; 5.95 of seven.
        assert!(!Forecast::new(Headcount(6), 8, 0.15).is_at_risk());
        assert!(Forecast::new(Headcount(6), 7, 0.15).is_at_risk());
    }

    #[test]
    fn who_does_not_answer_in_three_days_is_convened() {
        let (open, eight) = (session(opened()), seats(8, None));
        let offers = [offer(2)];
        let told = |now| tasks(&Facts { offers: &offers, ..facts(&open, &eight, now) });
        assert_eq!(told(on(4, 9)), []);
        assert_eq!(told(on(5, 9)), [Task { what: Todo::SeatUnanswered { people: 1 }, by: day(5) }]);
    }

    #[test]
    fn after_a_session_its_attendance_is_taken_then_it_is_closed_then_its_sheet_comes_back() {
        let (open, eight) = (session(opened()), seats(8, None));
        let begun = facts(&open, &eight, on(18, 12));
        assert_eq!(tasks(&begun), [Task { what: Todo::TakeAttendance { missing: 8 }, by: day(18) }]);
        let came = seats(8, Some(Attendance::Present));
        assert_eq!(tasks(&facts(&open, &came, on(18, 12))), [Task { what: Todo::Close, by: day(18) }]);
        let held = session(SessionState::Held { at: at(18, 12), by: staff() });
        let sign = Todo::Sign { half: Half::Morning };
        assert_eq!(tasks(&facts(&held, &came, on(18, 12))), [Task { what: sign, by: day(18) }]);
    }

    #[test]
    fn a_day_has_a_sheet_for_each_half_unless_one_half_is_short() {
        let parts = |hour, minute, minutes| {
            let slot = TimeSlot { day: day(18), start: time(hour, minute), minutes: Minutes(minutes) };
            sheet_parts(slot).into_iter().map(|part| (part.half, part.start, part.end)).collect::<Vec<_>>()
        };
        assert_eq!(parts(9, 0, 180), [(Half::Morning, time(9, 0), time(12, 0))]);
        assert_eq!(parts(9, 0, 210), [(Half::Morning, time(9, 0), time(12, 30))]);
        assert_eq!(parts(13, 30, 180), [(Half::Afternoon, time(13, 30), time(16, 30))]);
        assert_eq!(parts(11, 30, 120), [(Half::Afternoon, time(11, 30), time(13, 30))]);
        let halves = [(Half::Morning, time(9, 0), time(12, 0)), (Half::Afternoon, time(12, 0), time(16, 0))];
        assert_eq!(parts(9, 0, 420), halves);
    }
}
