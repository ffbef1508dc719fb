//! The post: the server of the service, and the messages that leave when their ten minutes are over.
//!
//! A message names nobody and tells no result: it announces a synthesis. The PDF is encrypted; its password goes by another way.

use super::{App, AppError, Fault, Login, Refusal};
use crate::domain::delivery::{Delivery, DeliveryRefusal, DeliveryState, Trouble, Way};
use crate::domain::id::DeliveryId;
use crate::domain::person::{ConsentSubject, Email, Role, agrees};
use crate::exchange::mail::{self, Letter, MailError};
use crate::report::pdf;
use crate::store::{Actor, AuditEntry};
use crate::tr;

pub use crate::exchange::mail::{Security, Server as MailSettings};

const HOST: &str = "mail.host";
const PORT: &str = "mail.port";
const SECURITY: &str = "mail.security";
const USER: &str = "mail.user";
const PASSWORD: &str = "mail.password";
const SENDER_NAME: &str = "mail.sender_name";
const SENDER: &str = "mail.sender";
const AUTHORITY: &str = "mail.authority";

/// For how long a message is kept by the desk that sends it: longer than a server may take to answer.
const LEASE_MILLIS: u64 = 120_000;

/// A message on its way: it is sent beside everything else, then [`App::posted`] is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    pub delivery: DeliveryId,
    server: MailSettings,
    letter: Letter,
}

impl Parcel {
    /// Hands the message to the server. It may take twenty seconds.
    ///
    /// # Errors
    /// Returns why it did not leave.
    pub fn send(&self) -> Result<(), Trouble> {
        mail::send(&self.server, &self.letter).map_err(|error| {
            tracing::warn!(delivery = %self.delivery, %error, "a message did not leave");
            trouble(&error)
        })
    }
}

fn trouble(error: &MailError) -> Trouble {
    match error {
        MailError::Unreachable(_) | MailError::Unprotected => Trouble::Unreachable,
        MailError::Login(_) => Trouble::Login,
        MailError::Address(_) | MailError::Recipient(_) => Trouble::Recipient,
        MailError::Message(_) | MailError::Refused(_) => Trouble::Message,
    }
}

impl App {
    /// Returns the server of the service, without its password; `None` while messages are not set up.
    pub fn mail_server(&self, login: Login) -> Result<Option<MailSettings>, AppError> {
        login.allow(&[Role::Manager])?;
        let known = self.mail_settings()?;
        Ok(known.map(|server| MailSettings { login: server.login.map(|(name, _)| (name, String::new())), ..server }))
    }

    pub(super) fn mail_settings(&self) -> Result<Option<MailSettings>, AppError> {
        let base = self.store.base();
        let text = |name| Ok::<_, AppError>(base.setting(name)?.filter(|text| !text.is_empty()));
        let (Some(host), Some(sender)) = (text(HOST)?, text(SENDER)?) else { return Ok(None) };
        let security = match text(SECURITY)?.as_deref() {
            Some("none") => Security::None,
            Some("starttls") => Security::StartTls,
            _ => Security::Tls,
        };
        Ok(Some(MailSettings {
            host,
            port: text(PORT)?.and_then(|port| port.parse().ok()).unwrap_or(465),
            security,
            login: text(USER)?.zip(text(PASSWORD)?),
            sender_name: text(SENDER_NAME)?.unwrap_or_default(),
            sender,
            authority: text(AUTHORITY)?.unwrap_or_default(),
        }))
    }

    /// Sets the server of the service. An empty password stands for the one that is known, as long as it is for the same name
    /// at the same server.
    ///
    /// # Errors
    /// Refuses an address that is none, an empty server, a line without encryption to another computer, and a certificate
    /// that is none.
    pub fn set_mail_server(&mut self, login: Login, server: &MailSettings) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        Email::parse(&server.sender)?;
        if server.host.trim().is_empty() || server.port == 0 {
            return Err(DeliveryRefusal::NoServer.into());
        }
        if server.security == Security::None && !mail::is_here(server.host.trim()) {
            return Err(Refusal::UnprotectedMail.into());
        }
        if !server.authority.trim().is_empty() && !mail::is_certificate(&server.authority) {
            return Err(Refusal::NotACertificate.into());
        }
        let security = match server.security {
            Security::Tls => "tls",
            Security::StartTls => "starttls",
            Security::None => "none",
        };
        let (user, mut password) = server.login.clone().unwrap_or_default();
        if let (true, Some(known)) = (password.is_empty(), self.mail_settings()?)
            && known.host == server.host.trim()
        {
            let same = known.login.filter(|(name, _)| *name == user.trim());
            password = same.map(|(_, password)| password).unwrap_or_default();
        }
        self.store.write(|tx| {
            let port = server.port.to_string();
            for (name, value) in [
                (HOST, server.host.trim()),
                (PORT, &port),
                (SECURITY, security),
                (USER, user.trim()),
                (PASSWORD, &password),
                (SENDER_NAME, server.sender_name.trim()),
                (SENDER, server.sender.trim()),
                (AUTHORITY, server.authority.trim()),
            ] {
                tx.put_setting(name, value)?;
            }
            Ok(tx.audit(&login.entry(now, "mail.set_server", "mail"))?)
        })
    }

    /// Returns the messages whose time has come, ready to be sent. One whose person withdrew their agreement meanwhile is
    /// called back instead.
    pub fn due_parcels(&mut self) -> Result<Vec<Parcel>, AppError> {
        let now = self.now();
        let due: Vec<Delivery> =
            self.store.base().open_deliveries()?.into_iter().filter(|delivery| delivery.is_due(now)).collect();
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let server = self.mail_settings()?;
        let mut parcels = Vec::new();
        for delivery in due {
            match &server {
                Some(server) => parcels.extend(self.parcel(server, delivery)?),
                None => self.posted(delivery.id, Err(Trouble::Unreachable))?,
            }
        }
        Ok(parcels)
    }

    fn parcel(&mut self, server: &MailSettings, delivery: Delivery) -> Result<Option<Parcel>, AppError> {
        let now = self.now();
        let base = self.store.base();
        let synthesis = base.synthesis(delivery.synthesis)?.ok_or(AppError::NotFound)?;
        let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
        if !agrees(&base.consents(roadmap.participant)?, &ConsentSubject::SendSynthesis) {
            let state = DeliveryState::Cancelled { at: now };
            self.record_post(&Delivery { state, password: None, ..delivery }, "synthesis.call_back")?;
            return Ok(None);
        }
        let copy = base.signed_copy(delivery.synthesis, delivery.version)?.ok_or(AppError::NotFound)?;
        let prescriber = base.prescriber(delivery.prescriber)?.ok_or(AppError::NotFound)?;
        let (Some(email), Some(password)) = (prescriber.email, &delivery.password) else {
            self.posted(delivery.id, Err(Trouble::Recipient))?;
            return Ok(None);
        };
        let (phone, house) = (self.phone()?, self.house_today()?);
        let file = pdf::lock(&copy.pdf.bytes, &password.0, self.chance.key())
            .map_err(|error| Fault::Document(Box::new(error)))?;
        let reference = super::documents::reference(delivery.synthesis);
        let letter = Letter {
            to: email.as_str().to_owned(),
            subject: tr!("mail-synthesis-subject", reference = reference.as_str()),
            text: tr!(
                "mail-synthesis-text",
                reference = reference.as_str(),
                phone = phone.as_str(),
                house = house.name.as_str(),
                address = house.address()
            ),
            file_name: delivery.file.clone(),
            file,
            id: delivery.id.to_string(),
        };
        let parcel = Parcel { delivery: delivery.id, server: server.clone(), letter };
        Ok(self.lease(&delivery)?.then_some(parcel))
    }

    /// Keeps a message for this desk: another one that looks meanwhile does not send it too. If this one dies, the message is
    /// due again, under the same id.
    fn lease(&mut self, delivery: &Delivery) -> Result<bool, AppError> {
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().delivery(delivery.id)?.ok_or(AppError::NotFound)?;
            let free = found.is_due(now);
            if free {
                tx.put_delivery(&Delivery { due: now.plus_millis(LEASE_MILLIS), ..found })?;
            }
            Ok(free)
        })
    }

    /// Records what became of a message.
    pub fn posted(&mut self, delivery: DeliveryId, result: Result<(), Trouble>) -> Result<(), AppError> {
        let at = self.now();
        let found = self.store.base().delivery(delivery)?.ok_or(AppError::NotFound)?;
        if found.state != DeliveryState::Waiting || found.way != Way::Email {
            return Ok(());
        }
        let (state, action) = match result {
            Ok(()) => (DeliveryState::Sent { at }, "synthesis.sent"),
            Err(trouble) => (DeliveryState::Failed { at, trouble }, "synthesis.send_failed"),
        };
        self.record_post(&Delivery { state, ..found }, action)
    }

    /// The post acts for whoever asked for the message.
    fn record_post(&mut self, delivery: &Delivery, action: &str) -> Result<(), AppError> {
        let at = self.now();
        self.store.write(|tx| {
            tx.put_delivery(delivery)?;
            let (actor, object) = (Actor::Staff(delivery.by), delivery.synthesis.to_string());
            Ok(tx.audit(&AuditEntry { at, actor, action: action.to_owned(), object })?)
        })
    }
}
