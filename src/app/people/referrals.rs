//! Referrals: recorded, corrected while nothing came of them, and the path that each one is.

use chrono::NaiveDate;

use super::{Stage, stage_of};
use crate::app::names::Names;
use crate::app::network::{PrescriberView, prescriber_view};
use crate::app::settings::site_names_on;
use crate::app::synthesis::{SynthesisSummary, summary};
use crate::app::{App, AppError, Login};
use crate::domain::closing::ClosingReason;
use crate::domain::id::{ParticipantId, PrescriberId, ReferralId};
use crate::domain::referral::{Question, Referral, ReferralRefusal};
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::stamp::Instant;
use crate::store::{Base, Standing};

#[derive(Clone, Debug, PartialEq)]
pub struct ReferralView {
    pub id: ReferralId,
    pub received: NaiveDate,
    pub prescriber: PrescriberView,
    pub question: String,
    /// The question stands for one that is still to be asked.
    pub is_to_ask: bool,
    /// Nothing came of it yet: it can be corrected.
    pub may_correct: bool,
}

/// One referral of a person and where its path stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ChapterView {
    pub referral: ReferralView,
    pub stage: Stage,
    /// It is the one that the file shows and that is worked on.
    pub is_on_hand: bool,
    pub interviewed: Option<NaiveDate>,
    pub closed: Option<ClosingReason>,
    pub synthesis: Option<SynthesisSummary>,
    /// It waits behind the one on hand.
    pub may_take: bool,
}

/// What a prescriber asks, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReferral {
    pub prescriber: PrescriberId,
    pub received: NaiveDate,
    pub question: String,
}

impl App {
    /// Records that a prescriber refers a person, with the question: a path of its own, whatever other paths are open.
    ///
    /// # Errors
    /// Refuses an empty question and a date after today.
    pub fn record_referral(
        &mut self,
        login: Login,
        id: ParticipantId,
        prescriber: PrescriberId,
        received: NaiveDate,
        question: &str,
    ) -> Result<ReferralId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        if received > now.day() {
            return Err(ReferralRefusal::InTheFuture.into());
        }
        let referral = Referral {
            id: ReferralId::new(self.chance.uuid(now)),
            participant: id,
            prescriber,
            received,
            question: Question::new(question)?,
            is_to_ask: false,
        };
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.base().prescriber(prescriber)?.ok_or(AppError::NotFound)?;
            tx.add_referral(&referral, now)?;
            tx.audit(&login.entry(now, "referral.record", id))?;
            Ok(referral.id)
        })
    }

    /// Corrects who refers, when and with which question, as long as no interview was recorded.
    ///
    /// # Errors
    /// As [`App::record_referral`]; refuses once the interview is recorded and when the path was closed.
    pub fn correct_referral(&mut self, login: Login, id: ReferralId, wish: &NewReferral) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let before = base.referral(id)?.ok_or(AppError::NotFound)?;
            base.prescriber(wish.prescriber)?.ok_or(AppError::NotFound)?;
            if wish.received > now.day() {
                return Err(ReferralRefusal::InTheFuture.into());
            }
            if base.interview(id)?.is_some() {
                return Err(ReferralRefusal::AlreadyInterviewed.into());
            }
            if base.closing(id)?.is_some() {
                return Err(RoadmapRefusal::ClosedEarly.into());
            }
            let question = Question::new(&wish.question)?;
            let is_to_ask = before.is_to_ask && question == before.question;
            if before.prescriber != wish.prescriber && base.prescribers_of(id)?.contains(&wish.prescriber) {
                // Who received it too now refers.
                tx.remove_co_prescriber(id, wish.prescriber)?;
            }
            let (prescriber, received) = (wish.prescriber, wish.received);
            tx.correct_referral(&Referral { prescriber, received, question, is_to_ask, ..before })?;
            Ok(tx.audit(&login.entry(now, "referral.correct", id))?)
        })
    }

    /// Puts one of a person's open paths on hand: the file shows it and work goes on with it.
    ///
    /// # Errors
    /// Refuses a path that is over.
    pub fn take_in_hand(&mut self, login: Login, id: ReferralId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let standing = tx.base().standing_of(id)?.ok_or(AppError::NotFound)?;
            if standing.is_over {
                return Err(ReferralRefusal::Over.into());
            }
            tx.take_in_hand(id, now)?;
            Ok(tx.audit(&login.entry(now, "referral.take_in_hand", id))?)
        })
    }
}

pub(in crate::app) fn referral_view(
    base: &Base<'_>,
    referral: &Referral,
    today: NaiveDate,
) -> Result<ReferralView, AppError> {
    let prescriber = base.prescriber(referral.prescriber)?.ok_or(AppError::NotFound)?;
    let prescriber = prescriber_view(&prescriber, &site_names_on(base, today)?);
    Ok(ReferralView {
        id: referral.id,
        received: referral.received,
        prescriber,
        question: referral.question.as_str().to_owned(),
        is_to_ask: referral.is_to_ask,
        may_correct: base.interview(referral.id)?.is_none() && base.closing(referral.id)?.is_none(),
    })
}

/// Returns every referral of a person with its path, in the order in which they come to hand.
pub(super) fn chapters(
    base: &Base<'_>,
    names: &Names,
    referrals: &[(Referral, Standing)],
    now: Instant,
) -> Result<Vec<ChapterView>, AppError> {
    let view = |(place, (referral, standing)): (usize, &(Referral, Standing))| {
        let roadmap = base.roadmap_of_referral(referral.id)?;
        let synthesis = roadmap.map(|roadmap| base.synthesis_of(roadmap.id)).transpose()?.flatten();
        Ok(ChapterView {
            referral: referral_view(base, referral, now.day())?,
            stage: stage_of(standing),
            is_on_hand: place == 0,
            interviewed: base.interview(referral.id)?.map(|interview| interview.day),
            closed: base.closing(referral.id)?.map(|closing| closing.reason),
            synthesis: synthesis.map(|synthesis| summary(base, names, &synthesis, now)).transpose()?,
            may_take: place > 0 && !standing.is_over,
        })
    };
    referrals.iter().enumerate().map(view).collect()
}
