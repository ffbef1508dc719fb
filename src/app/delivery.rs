//! Copies for the prescribers of a referral: asked for, called back, sent, told and received.

use super::documents::{HOUSE_COPIES, reference, write_file};
use super::names::Names;
use super::notices::NoticeView;
use super::people::{Stage, stage_of};
use super::{App, AppError, Login};
use crate::domain::delivery::{Delivery, DeliveryRefusal, DeliveryState, Recipient, Way, may_deliver};
use crate::domain::id::{DeliveryId, ParticipantId, PrescriberId, ReferralId, SynthesisId};
use crate::domain::person::{ConsentSubject, Personal, Role, agrees};
use crate::domain::stamp::Instant;
use crate::domain::synthesis::SynthesisRefusal;
use crate::store::Base;

/// One copy and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryView {
    pub id: DeliveryId,
    pub synthesis: SynthesisId,
    pub version: u32,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub prescriber_id: PrescriberId,
    pub prescriber: String,
    /// What the password is told by; empty when nobody gave one.
    pub phone: String,
    pub at: Instant,
    pub by: String,
    pub way: Way,
    pub file: String,
    pub due: Instant,
    pub state: DeliveryState,
    /// To be told by another way than the message, until the prescriber confirms.
    pub password: Option<String>,
    pub told: Option<Instant>,
    pub received: Option<Instant>,
}

impl DeliveryView {
    pub fn is_sent(&self) -> bool {
        matches!(self.state, DeliveryState::Sent { .. })
    }
}

/// A message that waits its ten minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub delivery: DeliveryId,
    pub due: Instant,
}

impl Leaving {
    pub(super) fn of(delivery: &Delivery) -> Option<Self> {
        let waits = delivery.state == DeliveryState::Waiting;
        waits.then_some(Self { delivery: delivery.id, due: delivery.due })
    }
}

/// What one prescriber received, and what is on its way or still being worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct PrescriberMail {
    pub deliveries: Vec<DeliveryView>,
    /// Letters to them, newest first.
    pub notices: Vec<NoticeView>,
    /// Their referrals whose synthesis did not leave yet.
    pub pending: Vec<PendingReferral>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PendingReferral {
    pub participant: ParticipantId,
    pub participant_name: String,
    pub received: chrono::NaiveDate,
    pub stage: Stage,
    /// The message to this prescriber that can be called back.
    pub leaving: Option<Leaving>,
}

impl App {
    /// Adds a prescriber to a referral: they receive the synthesis too.
    ///
    /// # Errors
    /// Refuses one that is there already.
    pub fn add_co_prescriber(
        &mut self,
        login: Login,
        referral: ReferralId,
        prescriber: PrescriberId,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            base.referral(referral)?.ok_or(AppError::NotFound)?;
            base.prescriber(prescriber)?.ok_or(AppError::NotFound)?;
            if base.prescribers_of(referral)?.contains(&prescriber) {
                return Err(DeliveryRefusal::AlreadyOfThisReferral.into());
            }
            tx.add_co_prescriber(referral, prescriber, (login.staff, now))?;
            Ok(tx.audit(&login.entry(now, "referral.add_prescriber", referral))?)
        })
    }

    /// Takes a prescriber off a referral; who wrote it stays.
    pub fn remove_co_prescriber(
        &mut self,
        login: Login,
        referral: ReferralId,
        prescriber: PrescriberId,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.referral(referral)?.ok_or(AppError::NotFound)?;
            if found.prescriber == prescriber || !base.prescribers_of(referral)?.contains(&prescriber) {
                return Err(AppError::NotFound);
            }
            tx.remove_co_prescriber(referral, prescriber)?;
            Ok(tx.audit(&login.entry(now, "referral.remove_prescriber", referral))?)
        })
    }

    /// Asks that the signed version goes to one prescriber of the referral. Paper is written at once; a message waits ten
    /// minutes, during which it can be called back.
    ///
    /// # Errors
    /// Refuses an unsigned synthesis, a person who has not agreed, a prescriber of another referral, without an address, or
    /// who has this version already, and a message while no server is set.
    pub fn deliver_synthesis(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        prescriber: PrescriberId,
        way: Way,
    ) -> Result<DeliveryId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = DeliveryId::new(self.chance.uuid(now));
        let password = (way == Way::Email).then(|| Personal(password(|| self.chance.number())));
        let has_server = self.mail_settings()?.is_some();
        let folder = self.documents.join(HOUSE_COPIES);
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap(found.roadmap)?.ok_or(AppError::NotFound)?;
            let to = base.prescriber(prescriber)?.ok_or(AppError::NotFound)?;
            let agreed = agrees(&base.consents(roadmap.participant)?, &ConsentSubject::SendSynthesis);
            let recipient = Recipient { prescriber, has_address: to.email.is_some(), way };
            let of_referral = base.prescribers_of(roadmap.referral)?;
            may_deliver(&found, agreed, recipient, &of_referral, &base.deliveries(synthesis)?)?;
            if way == Way::Email && !has_server {
                return Err(DeliveryRefusal::NoServer.into());
            }
            let copy = base.signed_copy(synthesis, found.version)?.ok_or(SynthesisRefusal::CopyNotKept)?;
            let file = format!("synthese-{}.pdf", reference(synthesis));
            let state = match way {
                Way::Email => DeliveryState::Waiting,
                Way::Paper => DeliveryState::Sent { at: now },
            };
            tx.put_delivery(&Delivery {
                id,
                synthesis,
                version: found.version,
                prescriber,
                by: login.staff,
                at: now,
                way,
                file: file.clone(),
                sha256: copy.pdf.sha256,
                due: Delivery::due(way, now),
                state,
                password: password.clone(),
                told: None,
                received: None,
            })?;
            tx.audit(&login.entry(now, "synthesis.deliver", synthesis))?;
            // The file comes last: when it cannot be written, nothing says that it was delivered.
            if way == Way::Paper {
                write_file(&folder, &file, &copy.pdf.bytes)?;
            }
            Ok(id)
        })
    }

    /// Calls back a message that has not left, or gives up one that failed.
    ///
    /// # Errors
    /// Refuses once it left.
    pub fn call_back(&mut self, login: Login, delivery: DeliveryId) -> Result<(), AppError> {
        self.change_delivery(login, delivery, "synthesis.call_back", |found, now| {
            Ok(Delivery { state: found.cancel(now)?, password: None, ..found })
        })
    }

    /// Sends a message that failed again.
    ///
    /// # Errors
    /// Refuses what waits, left or was called back.
    pub fn retry_delivery(&mut self, login: Login, delivery: DeliveryId) -> Result<(), AppError> {
        self.change_delivery(login, delivery, "synthesis.retry", |found, now| {
            Ok(Delivery { state: found.retry()?, due: now, ..found })
        })
    }

    /// Records that the password was told, by telephone for example.
    ///
    /// # Errors
    /// Refuses before the message left.
    pub fn record_password_told(&mut self, login: Login, delivery: DeliveryId) -> Result<(), AppError> {
        self.change_delivery(login, delivery, "synthesis.password_told", |found, now| {
            if !found.is_sent() {
                return Err(DeliveryRefusal::NotSent);
            }
            Ok(Delivery { told: Some(now), ..found })
        })
    }

    /// Records that the prescriber has the synthesis and opened it; the password is forgotten.
    ///
    /// # Errors
    /// Refuses before it left.
    pub fn record_receipt(&mut self, login: Login, delivery: DeliveryId) -> Result<(), AppError> {
        self.change_delivery(login, delivery, "synthesis.received", |found, now| {
            if !found.is_sent() {
                return Err(DeliveryRefusal::NotSent);
            }
            Ok(Delivery { received: Some(now), password: None, ..found })
        })
    }

    fn change_delivery(
        &mut self,
        login: Login,
        delivery: DeliveryId,
        action: &str,
        change: impl Fn(Delivery, Instant) -> Result<Delivery, DeliveryRefusal>,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().delivery(delivery)?.ok_or(AppError::NotFound)?;
            let synthesis = found.synthesis;
            tx.put_delivery(&change(found, now)?)?;
            Ok(tx.audit(&login.entry(now, action, synthesis))?)
        })
    }

    /// Returns the messages that wait, failed, or whose receipt is missing, oldest first.
    pub fn outbox(&self, login: Login) -> Result<Vec<DeliveryView>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        base.open_deliveries()?.iter().map(|delivery| delivery_view(&base, &names, delivery)).collect()
    }

    /// Returns what a prescriber received, newest first, and which of their referrals are still on the way.
    pub fn prescriber_mail(&self, login: Login, prescriber: PrescriberId) -> Result<PrescriberMail, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        base.prescriber(prescriber)?.ok_or(AppError::NotFound)?;
        let deliveries = base.deliveries_to(prescriber)?;
        let mut pending = Vec::new();
        for referral in base.referrals_of_prescriber(prescriber)? {
            let stage = base.standing_of(referral.id)?.map_or(Stage::Referred, |standing| stage_of(&standing));
            // A closed path waits for nothing: its prescriber was told.
            if stage < Stage::Delivered && stage != Stage::Closed {
                pending.push(PendingReferral {
                    participant: referral.participant,
                    participant_name: names.participant(referral.participant),
                    received: referral.received,
                    stage,
                    leaving: leaving(&base, &deliveries, referral.participant)?,
                });
            }
        }
        // What waits its ten minutes is told once, beside the referral.
        let asked = deliveries.iter().filter(|delivery| Leaving::of(delivery).is_none());
        let deliveries = asked.map(|delivery| delivery_view(&base, &names, delivery));
        let notices = self.notice_views(&base, &names, &base.notices_to(prescriber)?)?;
        Ok(PrescriberMail { deliveries: deliveries.collect::<Result<_, _>>()?, notices, pending })
    }
}

fn leaving(base: &Base<'_>, deliveries: &[Delivery], participant: ParticipantId) -> Result<Option<Leaving>, AppError> {
    for delivery in deliveries {
        let Some(leaving) = Leaving::of(delivery) else { continue };
        let synthesis = base.synthesis(delivery.synthesis)?.ok_or(AppError::NotFound)?;
        let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
        if roadmap.participant == participant {
            return Ok(Some(leaving));
        }
    }
    Ok(None)
}

pub(super) fn delivery_view(base: &Base<'_>, names: &Names, delivery: &Delivery) -> Result<DeliveryView, AppError> {
    let synthesis = base.synthesis(delivery.synthesis)?.ok_or(AppError::NotFound)?;
    let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
    let prescriber = base.prescriber(delivery.prescriber)?.ok_or(AppError::NotFound)?;
    Ok(DeliveryView {
        id: delivery.id,
        synthesis: delivery.synthesis,
        version: delivery.version,
        participant: roadmap.participant,
        participant_name: names.participant(roadmap.participant),
        prescriber_id: prescriber.id,
        prescriber: prescriber.name.full(),
        phone: prescriber.phone.0,
        at: delivery.at,
        by: names.staff(delivery.by),
        way: delivery.way,
        file: delivery.file.clone(),
        due: delivery.due,
        state: delivery.state.clone(),
        password: delivery.password.as_ref().map(|password| password.0.clone()),
        told: delivery.told,
        received: delivery.received,
    })
}

/// Letters and digits that are not mistaken for each other when they are read aloud or by eye.
const CLEAR: &[u8; 28] = b"abcdefghjkmnpqrstvwxyz234567";

/// Returns twelve clear characters in three groups: 57 bits, told by telephone in a breath.
fn password(mut number: impl FnMut() -> u32) -> String {
    let mut group = || -> String {
        let mut letters = String::new();
        while letters.len() < 4 {
            // The end of the range that would favour some characters is thrown away.
            let drawn = number();
            if drawn < u32::MAX - u32::MAX % 28
                && let Some(letter) = CLEAR.get((drawn % 28) as usize)
            {
                letters.push(char::from(*letter));
            }
        }
        letters
    };
    [group(), group(), group()].join("-")
}
