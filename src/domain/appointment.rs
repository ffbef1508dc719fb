//! Individual appointments: the diagnostic, the restitution of 60 to 120 minutes, and activities done one by one.

use super::agenda::Clash;
use super::id::{AppointmentId, ParticipantId, StaffId, StepId};
use super::stamp::{Instant, Minutes, TimeSlot};

/// One person and one member of staff at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub id: AppointmentId,
    pub participant: ParticipantId,
    pub with: StaffId,
    pub kind: AppointmentKind,
    pub slot: TimeSlot,
    pub state: AppointmentState,
    /// The step of an individual activity.
    pub step: Option<StepId>,
    pub room: Option<String>,
    pub equipment: Option<String>,
}

/// What an appointment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentKind {
    Diagnostic,
    Restitution,
    /// An individual activity of the roadmap: a headset, measures away from the group.
    Activity,
}

/// Where an appointment stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppointmentState {
    Booked,
    Kept {
        at: Instant,
    },
    /// The person did not come; excused when they said so.
    Missed {
        at: Instant,
        excused: bool,
    },
    Cancelled {
        at: Instant,
        reason: String,
    },
}

impl AppointmentKind {
    /// Returns the shortest and the longest duration.
    pub fn bounds(self) -> (Minutes, Minutes) {
        match self {
            AppointmentKind::Diagnostic => (Minutes(30), Minutes(90)),
            AppointmentKind::Restitution => (Minutes(60), Minutes(120)),
            AppointmentKind::Activity => (Minutes(15), Minutes(180)),
        }
    }

    /// # Errors
    /// Returns [`AppointmentRefusal::Length`] when the duration is not one of this kind.
    pub fn check_length(self, minutes: Minutes) -> Result<(), AppointmentRefusal> {
        let (shortest, longest) = self.bounds();
        if (shortest..=longest).contains(&minutes) {
            Ok(())
        } else {
            Err(AppointmentRefusal::Length { shortest, longest })
        }
    }
}

/// Why an appointment is not booked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppointmentRefusal {
    #[error("the duration is not between {shortest} and {longest} minutes")]
    Length { shortest: Minutes, longest: Minutes },
    #[error("its hour has not come")]
    NotYet,
    #[error("the synthesis was signed after it")]
    Signed,
    #[error("the time is past")]
    Past,
    #[error("something else is there, or somebody is not")]
    Clash(Box<Clash>),
    #[error("there is no synthesis to explain")]
    NoSynthesis,
    #[error("the appointment is over or cancelled")]
    NotBooked,
    #[error("the step is finished, or is no individual activity")]
    NoActivity,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restitution_lasts_60_to_120_minutes() {
        let kind = AppointmentKind::Restitution;
        assert_eq!(kind.check_length(Minutes(60)), Ok(()));
        assert_eq!(kind.check_length(Minutes(120)), Ok(()));
        assert!(kind.check_length(Minutes(59)).is_err());
        assert!(kind.check_length(Minutes(121)).is_err());
    }
}
