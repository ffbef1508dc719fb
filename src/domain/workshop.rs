//! Collective workshops: their rules, their sessions, who has a seat and who came.

use chrono::{NaiveDate, Weekday};

use super::activity::ActivityId;
use super::agenda::Clash;
use super::calendar::Fortnight;
use super::id::{ParticipantId, SeatId, SessionId, StaffId, StepId};
use super::stamp::{Instant, Minutes, TimeSlot};

/// A number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Headcount(pub usize);

/// The rules of a collective workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    pub cadence: Cadence,
    /// Six at the Boussole; a setting, not a constant.
    pub minimum: Headcount,
    pub maximum: Headcount,
    pub duration: Minutes,
    /// Fewest days between the decision to open and the session.
    pub notice_days: u32,
    /// Fewest days between taking a seat and the session: joining one that is open goes faster.
    pub join_notice_days: u32,
    /// Where it can take place, the preferred room first.
    pub rooms: Vec<String>,
    /// Material that a session takes, one piece.
    pub equipment: Option<String>,
    /// What comes before it, for people who are prescribed both.
    pub after: Vec<ActivityId>,
    pub bring: String,
}

/// When a workshop takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// Every fifteen days by the calendar, whatever the number of people.
    Fortnightly(Fortnight),
    /// As soon as the minimum of people wait and are free together.
    WhenEnoughWait,
}

/// A participant's wait for a workshop: no date yet. Its age is never lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    pub step: StepId,
    pub participant: ParticipantId,
    pub workshop: ActivityId,
    pub prescribed: NaiveDate,
    /// The last day on which it is of use to the person.
    pub deadline: Option<NaiveDate>,
}

/// Why a session exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A date of a fortnightly series.
    Series,
    /// Opened because enough people wait.
    OnDemand,
    /// One more of a fortnightly workshop, after the walk-in intake of Wednesdays and Fridays.
    Extra,
}

/// One *séance*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub workshop: ActivityId,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    pub room: String,
    pub facilitator: StaffId,
    pub state: SessionState,
}

/// Where a session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    Opened { by: StaffId, at: Instant },
    Held { at: Instant, by: StaffId },
    Cancelled { by: StaffId, at: Instant, reason: String },
}

/// One person's place in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: SeatId,
    pub session: SessionId,
    pub step: StepId,
    pub participant: ParticipantId,
    pub attendance: Option<Attendance>,
    /// When it was taken, or when what became of it was written.
    pub changed: Instant,
    /// Given back, or taken back, before the session: nobody is expected on it.
    pub withdrawn: bool,
    /// How often it has changed.
    pub version: u32,
}

impl Seat {
    /// Returns whether somebody is expected on it.
    pub fn is_live(&self) -> bool {
        self.attendance.is_none()
    }

    /// Returns whether it takes a place: somebody is expected on it, or came.
    pub fn takes_a_place(&self) -> bool {
        matches!(self.attendance, None | Some(Attendance::Present))
    }
}

/// What became of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attendance {
    Present,
    Excused,
    NoShow,
    CancelledByService,
}

impl Attendance {
    /// Returns whether the demand goes back to the pool, with its age.
    pub fn returns_to_pool(self) -> bool {
        self != Attendance::Present
    }
}

/// Why a session does not change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionRefusal {
    #[error("{have} people, {need} are needed")]
    PoolTooSmall { have: usize, need: usize },
    #[error("{have} people, {most} fit in")]
    TooManyPeople { have: usize, most: usize },
    #[error("the day is over, or too near to tell people")]
    TooSoon { earliest: NaiveDate },
    #[error("the weekday of the series is {expected}")]
    WrongWeekday { expected: Weekday },
    #[error("something else is there, or somebody is not")]
    Clash(Box<Clash>),
    #[error("a person is not free at that time")]
    PersonNotFree { participant: ParticipantId },
    #[error("the session is held or cancelled")]
    NotOpen,
    #[error("the session has not begun")]
    NotYet,
    #[error("the session has begun")]
    Begun,
    #[error("the session is not held")]
    NotHeld,
    #[error("the session is not cancelled")]
    NotCancelled,
    #[error("cancelling needs a reason")]
    NoReason,
    #[error("a person of the session has no attendance")]
    AttendanceIncomplete { missing: usize },
    #[error("the person waits for another workshop, or no longer waits")]
    NotWaiting { participant: ParticipantId },
}

impl Workshop {
    /// Checks how many people a session starts with. A fortnightly session is held by the calendar,
    /// every other one never opens below its minimum.
    ///
    /// # Errors
    /// Returns [`SessionRefusal::PoolTooSmall`] or [`SessionRefusal::TooManyPeople`].
    pub fn may_open(&self, kind: SessionKind, people: Headcount) -> Result<(), SessionRefusal> {
        if kind != SessionKind::Series && people < self.minimum {
            return Err(SessionRefusal::PoolTooSmall { have: people.0, need: self.minimum.0 });
        }
        if people > self.maximum {
            return Err(SessionRefusal::TooManyPeople { have: people.0, most: self.maximum.0 });
        }
        Ok(())
    }
}

impl Session {
    pub fn is_open(&self) -> bool {
        matches!(self.state, SessionState::Opened { .. })
    }

    /// Cancels an open session; its demands return to the pool.
    ///
    /// # Errors
    /// Returns why it cannot be cancelled.
    pub fn cancel(&self, by: StaffId, at: Instant, reason: &str) -> Result<SessionState, SessionRefusal> {
        if !self.is_open() {
            return Err(SessionRefusal::NotOpen);
        }
        if reason.trim().is_empty() {
            return Err(SessionRefusal::NoReason);
        }
        Ok(SessionState::Cancelled { by, at, reason: reason.trim().to_owned() })
    }

    /// Opens a closed session again: something about its attendance is to be corrected.
    ///
    /// # Errors
    /// Returns [`SessionRefusal::NotHeld`] unless it is held.
    pub fn reopen(&self, by: StaffId, at: Instant) -> Result<SessionState, SessionRefusal> {
        match self.state {
            SessionState::Held { .. } => Ok(SessionState::Opened { by, at }),
            SessionState::Opened { .. } | SessionState::Cancelled { .. } => Err(SessionRefusal::NotHeld),
        }
    }

    /// Takes a cancellation back, before the session would have begun.
    ///
    /// # Errors
    /// Returns why not: not cancelled, or its time is past.
    pub fn restore(&self, by: StaffId, at: Instant) -> Result<SessionState, SessionRefusal> {
        match self.state {
            SessionState::Cancelled { .. } if at.local() < self.slot.starts_at() => Ok(SessionState::Opened { by, at }),
            SessionState::Cancelled { .. } => Err(SessionRefusal::Begun),
            SessionState::Opened { .. } | SessionState::Held { .. } => Err(SessionRefusal::NotCancelled),
        }
    }

    /// Closes an open session once everybody's attendance is known.
    ///
    /// # Errors
    /// Returns why not: not open, not begun yet, somebody's attendance missing.
    pub fn hold(&self, by: StaffId, at: Instant, seats: &[Seat]) -> Result<SessionState, SessionRefusal> {
        if !self.is_open() {
            return Err(SessionRefusal::NotOpen);
        }
        if at.local() < self.slot.starts_at() {
            return Err(SessionRefusal::NotYet);
        }
        let missing = seats.iter().filter(|seat| seat.attendance.is_none()).count();
        if missing > 0 {
            Err(SessionRefusal::AttendanceIncomplete { missing })
        } else {
            Ok(SessionState::Held { at, by })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workshop() -> Workshop {
        Workshop {
            cadence: Cadence::WhenEnoughWait,
            minimum: Headcount(6),
            maximum: Headcount(12),
            duration: Minutes(180),
            notice_days: 5,
            join_notice_days: 2,
            rooms: vec!["Salle 1".to_owned()],
            equipment: None,
            after: Vec::new(),
            bring: String::new(),
        }
    }

    #[test]
    fn a_session_with_five_participants_does_not_open() {
        assert_eq!(
            workshop().may_open(SessionKind::OnDemand, Headcount(5)),
            Err(SessionRefusal::PoolTooSmall { have: 5, need: 6 })
        );
        assert_eq!(
            workshop().may_open(SessionKind::Extra, Headcount(5)),
            Err(SessionRefusal::PoolTooSmall { have: 5, need: 6 })
        );
    }

    #[test]
    fn a_session_with_six_participants_opens() {
        assert_eq!(workshop().may_open(SessionKind::OnDemand, Headcount(6)), Ok(()));
    }

    #[test]
    fn a_fortnightly_session_is_held_by_the_calendar() {
        assert_eq!(workshop().may_open(SessionKind::Series, Headcount(0)), Ok(()));
    }

    #[test]
    fn nobody_sits_on_the_floor() {
        assert_eq!(
            workshop().may_open(SessionKind::OnDemand, Headcount(13)),
            Err(SessionRefusal::TooManyPeople { have: 13, most: 12 })
        );
    }
}
