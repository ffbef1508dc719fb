//! What is asked of the program about a path and its synthesis: its end before its term, suggestions, the restitution,
//! signatures, copies.

use std::path::PathBuf;

use super::requests::Done;
use crate::app::interview::NewInterview;
use crate::app::network::NewPrescriber;
use crate::app::people::NewReferral;
use crate::app::post::MailSettings;
use crate::app::{App, AppError, Login};
use crate::domain::closing::ClosingReason;
use crate::domain::delivery::{NoticeWay, Way};
use crate::domain::id::{DeliveryId, NoticeId, ParticipantId, PrescriberId, ReferralId, StepId, SynthesisId};
use crate::domain::interview::InterviewDraft;
use crate::domain::signature::Signature;
use crate::domain::suggestion::SuggestionKey;
use crate::domain::synthesis::{Paragraph, Proof, Resemblance, SynthesisText};
use crate::tr;

#[derive(Clone)]
pub enum Guidance {
    /// Takes a suggestion: the whole text with it.
    Take(SynthesisId, SuggestionKey, SynthesisText),
    Dismiss(SynthesisId, SuggestionKey),
    Reconsider(SynthesisId, SuggestionKey),
    Reopen {
        synthesis: SynthesisId,
        reason: String,
    },
    Resemblance(SynthesisId, Paragraph, Resemblance),
    PersonSays(SynthesisId, String),
    PrintToSign(SynthesisId),
    /// The person's page may be heard at a kiosk: their code is shown.
    OpenOwnPage(SynthesisId, ParticipantId),
    CloseOwnPage(SynthesisId),
    Sign {
        synthesis: SynthesisId,
        proof: Box<Proof>,
        scan: Option<PathBuf>,
    },
    PersonCopies(SynthesisId),
    SignedCopy(SynthesisId, u32),
    /// To each of them, by the way that was chosen.
    Deliver(SynthesisId, Vec<(PrescriberId, Way)>),
    CallBack(DeliveryId),
    Retry(DeliveryId),
    PasswordTold(DeliveryId),
    Received(DeliveryId),
    AddPrescriber(ReferralId, PrescriberId),
    RemovePrescriber(ReferralId, PrescriberId),
    SetMailServer(MailSettings),
    CorrectPrescriber(PrescriberId, NewPrescriber),
    /// Ends a path before its term: the category that may be told, and the words that stay here.
    ClosePath {
        referral: ReferralId,
        reason: ClosingReason,
        words: String,
    },
    ReopenPath(ReferralId),
    CorrectReferral(ReferralId, NewReferral),
    /// The synthesis of this path goes to one more prescriber.
    ShareReferral(ReferralId, PrescriberId),
    TakeInHand(ReferralId),
    /// A prescriber was told what a letter says.
    NoticeTold(NoticeId, NoticeWay),
    UndoNoticeTold(NoticeId),
    OpenNotice(NoticeId),
    /// Taken back just after it was done.
    UndoArrival(ParticipantId),
    UndoPrescriptions(Vec<StepId>),
    BeginInterview(ReferralId),
    /// Kept while it is written.
    SaveInterview(ReferralId, InterviewDraft),
    CorrectInterview(ReferralId, NewInterview),
    /// The person's hand, the counsellor's.
    SignInterview(ReferralId, Box<(Signature, Signature)>),
    WriteInterviewSummary(ParticipantId),
}

pub(super) fn perform(app: &mut App, login: Login, deed: &Guidance) -> Result<Done, AppError> {
    match deed {
        Guidance::Take(id, key, text) => app.take_suggestion(login, *id, key, text)?,
        Guidance::Dismiss(id, key) => app.dismiss_suggestion(login, *id, key)?,
        Guidance::Reconsider(id, key) => app.reconsider_suggestion(login, *id, key)?,
        Guidance::Reopen { synthesis, reason } => {
            app.reopen_synthesis(login, *synthesis, reason)?;
            return Ok(Done::Synthesis(*synthesis));
        }
        Guidance::Resemblance(id, paragraph, answer) => app.record_resemblance(login, *id, *paragraph, *answer)?,
        Guidance::PersonSays(id, words) => app.record_person_says(login, *id, words)?,
        Guidance::OpenOwnPage(id, participant) => {
            app.open_own_page(login, *id)?;
            return app.arrive(login, *participant).map(Done::Code);
        }
        Guidance::CloseOwnPage(id) => app.close_own_page(login, *id)?,
        Guidance::PrintToSign(id) => return Ok(Done::Files(vec![app.print_to_sign(login, *id)?.file])),
        Guidance::Sign { synthesis, proof, scan } => {
            app.sign_synthesis(login, *synthesis, proof, scan.as_deref())?;
            return Ok(Done::Files(app.write_person_copies(login, *synthesis)?));
        }
        Guidance::PersonCopies(id) => return Ok(Done::Files(app.write_person_copies(login, *id)?)),
        Guidance::SignedCopy(id, version) => {
            return Ok(Done::Files(vec![app.write_signed_copy(login, *id, *version)?]));
        }
        Guidance::Deliver(id, recipients) => {
            for (prescriber, way) in recipients {
                app.deliver_synthesis(login, *id, *prescriber, *way)?;
            }
        }
        Guidance::CallBack(id) => app.call_back(login, *id)?,
        Guidance::Retry(id) => app.retry_delivery(login, *id)?,
        Guidance::PasswordTold(id) => app.record_password_told(login, *id)?,
        Guidance::Received(id) => app.record_receipt(login, *id)?,
        Guidance::AddPrescriber(referral, prescriber) => app.add_co_prescriber(login, *referral, *prescriber)?,
        Guidance::RemovePrescriber(referral, prescriber) => app.remove_co_prescriber(login, *referral, *prescriber)?,
        Guidance::CorrectPrescriber(id, wish) => app.correct_prescriber(login, *id, wish)?,
        Guidance::ClosePath { referral, reason, words } => {
            return Ok(Done::Files(app.close_path(login, *referral, (*reason, words))?));
        }
        Guidance::BeginInterview(referral) => app.begin_interview(login, *referral)?,
        Guidance::SaveInterview(referral, draft) => app.save_interview_draft(login, *referral, draft)?,
        Guidance::CorrectInterview(referral, wish) => app.correct_interview(login, *referral, wish)?,
        Guidance::SignInterview(referral, hands) => app.sign_interview(login, *referral, (&hands.0, &hands.1))?,
        Guidance::WriteInterviewSummary(id) => return Ok(Done::Files(vec![app.write_interview_summary(login, *id)?])),
        Guidance::CorrectReferral(referral, wish) => app.correct_referral(login, *referral, wish)?,
        Guidance::ShareReferral(referral, prescriber) => app.add_co_prescriber(login, *referral, *prescriber)?,
        Guidance::TakeInHand(referral) => app.take_in_hand(login, *referral)?,
        Guidance::NoticeTold(id, how) => app.record_notice_told(login, *id, *how)?,
        Guidance::UndoNoticeTold(id) => app.undo_notice_told(login, *id)?,
        Guidance::OpenNotice(id) => return Ok(Done::Files(vec![app.notice_letter(login, *id)?])),
        Guidance::UndoArrival(id) => app.undo_arrival(login, *id)?,
        Guidance::UndoPrescriptions(steps) => {
            steps.iter().try_for_each(|step| app.undo_prescription(login, *step))?;
        }
        Guidance::ReopenPath(referral) => app.reopen_path(login, *referral)?,
        Guidance::SetMailServer(server) => app.set_mail_server(login, server)?,
    }
    Ok(Done::Plainly)
}

/// Returns what is told once it is done.
pub(super) fn words_of(deed: &Guidance) -> Option<String> {
    Some(match deed {
        Guidance::Reopen { .. } => tr!("desk-done-reopened-text"),
        Guidance::Sign { .. } => tr!("desk-done-signed"),
        Guidance::Deliver(_, recipients) if recipients.iter().any(|(_, way)| *way == Way::Email) => {
            tr!("desk-done-queued")
        }
        Guidance::Deliver(..) => tr!("desk-done-delivered"),
        Guidance::CloseOwnPage(_) => tr!("desk-done-own-page-closed"),
        Guidance::CallBack(_) => tr!("desk-done-called-back"),
        Guidance::Retry(_) => tr!("desk-done-retried"),
        Guidance::PasswordTold(_) => tr!("desk-done-password-told"),
        Guidance::Received(_) => tr!("desk-done-received"),
        Guidance::AddPrescriber(..) => tr!("desk-done-prescriber-added"),
        Guidance::RemovePrescriber(..) => tr!("desk-done-prescriber-removed"),
        Guidance::CorrectPrescriber(..) => tr!("desk-done-prescriber-corrected"),
        Guidance::ClosePath { .. } => tr!("desk-done-path-closed"),
        Guidance::CorrectInterview(..) => tr!("desk-done-interview-corrected"),
        Guidance::SignInterview(..) => tr!("desk-done-interview-signed"),
        Guidance::NoticeTold(..) => tr!("desk-done-notice-told"),
        Guidance::UndoNoticeTold(_) => tr!("desk-done-notice-undone"),
        Guidance::UndoArrival(_) => tr!("desk-done-arrival-undone"),
        Guidance::UndoPrescriptions(steps) => tr!("desk-done-prescriptions-undone", n = steps.len()),
        Guidance::ReopenPath(_) => tr!("desk-done-path-reopened"),
        Guidance::CorrectReferral(..) => tr!("desk-done-referral-corrected"),
        Guidance::ShareReferral(..) => tr!("desk-done-prescriber-added"),
        Guidance::TakeInHand(_) => tr!("desk-done-in-hand"),
        Guidance::SetMailServer(_) => tr!("desk-done-mail"),
        // What became of a suggestion is told in its place.
        Guidance::Take(..)
        | Guidance::Dismiss(..)
        | Guidance::Reconsider(..)
        | Guidance::Resemblance(..)
        | Guidance::PersonSays(..)
        | Guidance::BeginInterview(_)
        | Guidance::SaveInterview(..)
        | Guidance::WriteInterviewSummary(_)
        | Guidance::OpenNotice(_)
        | Guidance::OpenOwnPage(..)
        | Guidance::PrintToSign(_)
        | Guidance::PersonCopies(_)
        | Guidance::SignedCopy(..) => return None,
    })
}
