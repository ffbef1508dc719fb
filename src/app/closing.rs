//! A path that ends before its term: closed with a reason, its prescribers told, taken up again while nothing left.

use std::path::PathBuf;

use super::documents::write_notice;
use super::names::Names;
use super::{App, AppError, Login};
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::closing::{Closing, ClosingReason, ClosingRefusal, may_close};
use crate::domain::delivery::{DeliveryState, Notice, NoticeState, NoticeSubject};
use crate::domain::id::{NoticeId, ReferralId, StepId};
use crate::domain::referral::Referral;
use crate::domain::roadmap::Outcome;
use crate::domain::stamp::Instant;
use crate::i18n::terms;
use crate::store::{Base, Standing, Tx};
use crate::tr;

/// Why a path was closed, as the screens tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingView {
    pub referral: ReferralId,
    pub reason: ClosingReason,
    pub words: String,
    pub by: String,
    pub at: Instant,
    /// At least one step was done: there is something to write about.
    pub may_write: bool,
    /// Nothing was signed or delivered.
    pub may_reopen: bool,
}

impl App {
    /// Ends the path of a referral before its term: what is open is dropped, seats and appointments are given back, each
    /// prescriber of the referral is told by a letter in `avis`. Returns the letters.
    ///
    /// # Errors
    /// Refuses an empty reason, a path that is closed or came to its term.
    pub fn close_path(
        &mut self,
        login: Login,
        referral: ReferralId,
        (reason, words): (ClosingReason, &str),
    ) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let referral = base.referral(referral)?.ok_or(AppError::NotFound)?;
            if base.closing(referral.id)?.is_some() {
                return Err(ClosingRefusal::AlreadyClosed.into());
            }
            let roadmap = base.roadmap_of_referral(referral.id)?;
            let dropped = may_close(roadmap.as_ref(), words)?;
            // The words stay in the house: the synthesis prints why a step was dropped.
            let why = tr!("term-closing-of-step", reason = terms::closing_reason(reason).to_lowercase());
            for step in &dropped {
                tx.free_seat(*step, now)?;
                tx.lapse_offers(*step, now)?;
                tx.end_step(*step, &Outcome::Dropped { at: now, by: login.staff, reason: why.clone() })?;
            }
            cancel_appointments(tx, &referral, &dropped, (now, &why))?;
            let words = words.trim().to_owned();
            tx.add_closing(&Closing { referral: referral.id, reason, words, by: login.staff, at: now, dropped })?;
            let mut letters = Vec::new();
            for prescriber in base.prescribers_of(referral.id)? {
                let (id, participant) = (NoticeId::new(self.chance.uuid(now)), referral.participant);
                let notice = Notice {
                    id,
                    prescriber,
                    participant,
                    at: now,
                    by: Some(login.staff),
                    subject: NoticeSubject::PathClosed(reason),
                    state: NoticeState::Waiting,
                };
                tx.add_notice(&notice)?;
                // As for a sector: without the letter nothing is closed.
                letters.push(write_notice(&base, (&self.documents, &self.palette), &notice, login.staff)?);
            }
            tx.audit(&login.entry(now, "referral.close", referral.id))?;
            Ok(letters)
        })
    }

    /// Takes a closed path up again. Steps that its end dropped are open; a workshop waits again with its age; the letters
    /// whose prescriber was not told are withdrawn.
    ///
    /// # Errors
    /// Refuses a path that is not closed, and once a synthesis was signed or delivered.
    pub fn reopen_path(&mut self, login: Login, referral: ReferralId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let closing = base.closing(referral)?.ok_or(ClosingRefusal::NotClosed)?;
            let participant = base.referral(referral)?.ok_or(AppError::NotFound)?.participant;
            if was_handed_over(&base, referral)? {
                return Err(ClosingRefusal::HandedOver.into());
            }
            tx.undo_closing(&closing)?;
            tx.withdraw_notices(participant, closing.at, now)?;
            Ok(tx.audit(&login.entry(now, "referral.reopen", referral))?)
        })
    }
}

/// Cancels what was booked for the dropped steps and the diagnostic interview; a restitution may still take place.
fn cancel_appointments(
    tx: &Tx<'_>,
    referral: &Referral,
    dropped: &[StepId],
    (at, why): (Instant, &str),
) -> Result<(), AppError> {
    let base = tx.base();
    // Another referral may wait for the same first interview.
    let waits = |(other, standing): &(Referral, Standing)| {
        other.id != referral.id && !standing.has_roadmap && !standing.is_closed
    };
    let interview_is_of_use = base.referrals_in_hand(referral.participant)?.iter().any(waits);
    for appointment in base.appointments_of(referral.participant)? {
        let is_of_path = match appointment.kind {
            AppointmentKind::Diagnostic => !interview_is_of_use,
            AppointmentKind::Activity => appointment.step.is_some_and(|step| dropped.contains(&step)),
            AppointmentKind::Restitution => false,
        };
        if is_of_path && appointment.state == AppointmentState::Booked {
            tx.end_appointment(appointment.id, &AppointmentState::Cancelled { at, reason: why.to_owned() })?;
        }
    }
    Ok(())
}

fn was_handed_over(base: &Base<'_>, referral: ReferralId) -> Result<bool, AppError> {
    let Some(roadmap) = base.roadmap_of_referral(referral)? else { return Ok(false) };
    let Some(synthesis) = base.synthesis_of(roadmap.id)? else { return Ok(false) };
    let signed = synthesis.is_signed() || !base.signed_copies(synthesis.id)?.is_empty();
    let left = |state: &DeliveryState| !matches!(state, DeliveryState::Cancelled { .. });
    Ok(signed || base.deliveries(synthesis.id)?.iter().any(|delivery| left(&delivery.state)))
}

pub(super) fn closing_view(
    base: &Base<'_>,
    names: &Names,
    referral: ReferralId,
) -> Result<Option<ClosingView>, AppError> {
    let Some(closing) = base.closing(referral)? else { return Ok(None) };
    let roadmap = base.roadmap_of_referral(referral)?;
    let done = |outcome: &Outcome| matches!(outcome, Outcome::Done { .. });
    Ok(Some(ClosingView {
        referral,
        reason: closing.reason,
        words: closing.words,
        by: names.staff(closing.by),
        at: closing.at,
        may_write: roadmap.is_some_and(|roadmap| roadmap.steps.iter().any(|step| done(&step.outcome))),
        may_reopen: !was_handed_over(base, referral)?,
    }))
}
