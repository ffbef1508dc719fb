//! « Ma boussole » at a kiosk: what the page says, when its person may open it there, and which text they hear.
//!
//! Results are given in a conversation: nobody discovers theirs alone in front of a screen.

use chrono::NaiveDate;

use super::appointment::{Appointment, AppointmentState};
use super::badge::Pictogram;
use super::id::{StaffId, SynthesisId, VisitId};
use super::stamp::Instant;
use super::synthesis::{Synthesis, SynthesisState};

/// A part of the page: a picture, what it stands for, and a few short sentences. The last part has no title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub picture: Option<Pictogram>,
    pub title: String,
    pub sentences: Vec<Sentence>,
}

/// One idea, in words that may weigh differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence(pub Vec<Words>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub strong: bool,
}

impl Sentence {
    pub fn text(&self) -> String {
        self.0.iter().map(|words| words.text.as_str()).collect()
    }
}

/// The counsellor's last word on a page at the kiosks, said with the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub at: Instant,
    pub by: StaffId,
    /// It is open; if not, the person does not want it there.
    pub is_open: bool,
}

/// Which text is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// A version as it was signed.
    Signed { version: u32 },
    /// The finished text of this version, that is being given back.
    GivenBack { version: u32 },
}

impl Text {
    pub fn version(self) -> u32 {
        match self {
            Text::Signed { version } | Text::GivenBack { version } => version,
        }
    }
}

/// What a person did with their page in one visit: nothing of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub visit: VisitId,
    pub synthesis: SynthesisId,
    pub version: u32,
    pub station: String,
    /// When it was opened for the last time.
    pub opened_at: Instant,
    /// When something was last done with it.
    pub last_at: Instant,
    pub openings: u32,
    /// How often the voice was asked for.
    pub listenings: u32,
    /// The screen that was reached, from 0.
    pub screen: usize,
    /// It was opened, or gone back to, since its last screen.
    pub under_way: bool,
    /// When every sentence had been said to its end.
    pub heard_at: Option<Instant>,
    /// When its last screen was reached.
    pub ended_at: Option<Instant>,
}

/// Why a page does not open at a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OwnPageRefusal {
    #[error("the text is not finished")]
    Unfinished,
    #[error("the restitution has not begun")]
    NotBegun,
    #[error("the counsellor has not opened it today")]
    NotOpen,
    #[error("the person does not want it at a kiosk")]
    Withdrawn,
}

/// Returns which text the person hears at a kiosk on this day. `signed` is the last version that was signed.
///
/// # Errors
/// Returns why the page does not open.
pub fn heard(
    synthesis: &Synthesis,
    signed: Option<u32>,
    opening: Option<&Opening>,
    today: NaiveDate,
) -> Result<Text, OwnPageRefusal> {
    match (signed, &synthesis.state, opening) {
        (_, _, Some(Opening { is_open: false, .. })) => Err(OwnPageRefusal::Withdrawn),
        (Some(version), ..) => Ok(Text::Signed { version }),
        (None, SynthesisState::Draft, _) => Err(OwnPageRefusal::Unfinished),
        // What was written again since is another text.
        (None, SynthesisState::Written { at, .. }, Some(opening)) if opening.at >= *at && opening.at.day() == today => {
            Ok(Text::GivenBack { version: synthesis.version })
        }
        (None, SynthesisState::Written { .. } | SynthesisState::Signed { .. }, _) => Err(OwnPageRefusal::NotOpen),
    }
}

/// Checks that the counsellor may open the page at the kiosks: what is signed, or what is being given back.
///
/// # Errors
/// Refuses an unfinished text, and a finished one before the hour of the restitution.
pub fn may_be_opened(
    synthesis: &Synthesis,
    signed: Option<u32>,
    restitution: Option<&Appointment>,
    now: Instant,
) -> Result<(), OwnPageRefusal> {
    if signed.is_some() {
        return Ok(());
    }
    if synthesis.state == SynthesisState::Draft {
        return Err(OwnPageRefusal::Unfinished);
    }
    let begun = restitution.is_some_and(|appointment| match appointment.state {
        AppointmentState::Kept { .. } => true,
        AppointmentState::Booked => appointment.slot.starts_at() <= now.local(),
        AppointmentState::Missed { .. } | AppointmentState::Cancelled { .. } => false,
    });
    if begun { Ok(()) } else { Err(OwnPageRefusal::NotBegun) }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};
    use uuid::Uuid;

    use super::*;
    use crate::domain::appointment::AppointmentKind;
    use crate::domain::id::{AppointmentId, ParticipantId, RoadmapId};
    use crate::domain::stamp::{Minutes, TimeSlot};
    use crate::domain::synthesis::SynthesisText;

    const BY: StaffId = StaffId::new(Uuid::from_u128(3));

    fn tuesday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn at(hour: u32, minute: u32) -> Instant {
        Instant::in_paris(tuesday().and_hms_opt(hour, minute, 0).unwrap())
    }

    fn synthesis(version: u32, state: SynthesisState) -> Synthesis {
        let (id, roadmap) = (SynthesisId::new(Uuid::from_u128(1)), RoadmapId::new(Uuid::from_u128(2)));
        Synthesis { id, roadmap, version, text: SynthesisText::default(), state }
    }

    fn written(hour: u32) -> Synthesis {
        synthesis(1, SynthesisState::Written { by: BY, at: at(hour, 0) })
    }

    fn opening(hour: u32, is_open: bool) -> Opening {
        Opening { at: at(hour, 0), by: BY, is_open }
    }

    fn restitution(state: AppointmentState) -> Appointment {
        Appointment {
            id: AppointmentId::new(Uuid::from_u128(4)),
            participant: ParticipantId::new(Uuid::from_u128(5)),
            with: BY,
            kind: AppointmentKind::Restitution,
            slot: TimeSlot { day: tuesday(), start: NaiveTime::from_hms_opt(14, 0, 0).unwrap(), minutes: Minutes(60) },
            state,
            step: None,
            room: None,
            equipment: None,
        }
    }

    #[test]
    fn a_finished_text_opens_from_the_hour_of_its_restitution_on() {
        let booked = restitution(AppointmentState::Booked);
        assert_eq!(may_be_opened(&written(9), None, Some(&booked), at(13, 59)), Err(OwnPageRefusal::NotBegun));
        assert_eq!(may_be_opened(&written(9), None, Some(&booked), at(14, 0)), Ok(()));
        let missed = restitution(AppointmentState::Missed { at: at(15, 0), excused: true });
        assert_eq!(may_be_opened(&written(9), None, Some(&missed), at(16, 0)), Err(OwnPageRefusal::NotBegun));
        assert_eq!(may_be_opened(&written(9), None, None, at(16, 0)), Err(OwnPageRefusal::NotBegun));
        let draft = synthesis(1, SynthesisState::Draft);
        assert_eq!(may_be_opened(&draft, None, Some(&booked), at(16, 0)), Err(OwnPageRefusal::Unfinished));
    }

    #[test]
    fn an_opening_is_of_its_day_and_of_the_text_that_was_finished_then() {
        let text = Text::GivenBack { version: 1 };
        assert_eq!(heard(&written(9), None, None, tuesday()), Err(OwnPageRefusal::NotOpen));
        assert_eq!(heard(&written(9), None, Some(&opening(14, true)), tuesday()), Ok(text));
        let wednesday = tuesday().succ_opt().unwrap();
        assert_eq!(heard(&written(9), None, Some(&opening(14, true)), wednesday), Err(OwnPageRefusal::NotOpen));
        assert_eq!(heard(&written(15), None, Some(&opening(14, true)), tuesday()), Err(OwnPageRefusal::NotOpen));
        let draft = synthesis(1, SynthesisState::Draft);
        assert_eq!(heard(&draft, None, Some(&opening(14, true)), tuesday()), Err(OwnPageRefusal::Unfinished));
    }

    #[test]
    fn what_is_signed_is_heard_until_a_further_version_is_signed() {
        let signed = Ok(Text::Signed { version: 1 });
        let corrected = [synthesis(2, SynthesisState::Draft), synthesis(2, written(15).state)];
        for corrected in corrected {
            assert_eq!(heard(&corrected, Some(1), Some(&opening(16, true)), tuesday()), signed);
        }
    }

    #[test]
    fn who_does_not_want_it_at_a_kiosk_has_it_nowhere_there() {
        let withdrawn = opening(16, false);
        assert_eq!(heard(&written(9), None, Some(&withdrawn), tuesday()), Err(OwnPageRefusal::Withdrawn));
        assert_eq!(heard(&written(9), Some(1), Some(&withdrawn), tuesday()), Err(OwnPageRefusal::Withdrawn));
    }
}
