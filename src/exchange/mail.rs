//! Messages to prescribers by SMTP. The only file that knows the crate of mail.

use std::fmt;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, Message as Mail, SmtpTransport, Transport};

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The server that takes the messages of the service.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// Name and password; `None` where the server asks for none.
    pub login: Option<(String, String)>,
    /// Who writes: a name and an address.
    pub sender_name: String,
    pub sender: String,
    /// The certificate of the authority that vouches for the server, as PEM; empty where a public one does.
    pub authority: String,
}

impl fmt::Debug for Server {
    /// Neither the name nor the password, so that they cannot reach a log by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("has_login", &self.login.is_some())
            .finish_non_exhaustive()
    }
}

/// Returns whether a text is a certificate, as PEM.
pub fn is_certificate(pem: &str) -> bool {
    pem.contains("-----BEGIN CERTIFICATE-----") && Certificate::from_pem(pem.as_bytes()).is_ok()
}

/// How the line to the server is closed to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Encrypted from the first byte.
    Tls,
    /// Encrypted after the greeting, or not at all.
    StartTls,
    /// Not encrypted: a relay on this computer only.
    None,
}

/// A message with one attached file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub file_name: String,
    /// A PDF.
    pub file: Vec<u8>,
    /// Makes the message's id: a message sent again is the same one.
    pub id: String,
}

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("an address is not usable")]
    Address(#[source] lettre::address::AddressError),
    #[error("the message cannot be made")]
    Message(#[source] lettre::error::Error),
    #[error("a line that is not encrypted leaves this computer")]
    Unprotected,
    #[error("the server does not answer")]
    Unreachable(#[source] lettre::transport::smtp::Error),
    #[error("the server refuses the service's name or password")]
    Login(#[source] lettre::transport::smtp::Error),
    #[error("the server refuses the address")]
    Recipient(#[source] lettre::transport::smtp::Error),
    #[error("the server refuses the message")]
    Refused(#[source] lettre::transport::smtp::Error),
}

/// Sends one message. It took the message once this returns.
///
/// # Errors
/// Returns why it did not leave.
pub fn send(server: &Server, letter: &Letter) -> Result<(), MailError> {
    let mail = compose(server, letter)?;
    transport(server)?.send(&mail).map(drop).map_err(reason)
}

fn compose(server: &Server, letter: &Letter) -> Result<Mail, MailError> {
    let address = |text: &str| text.parse::<Address>().map_err(MailError::Address);
    let sender = address(&server.sender)?;
    let id = format!("<{}@{}>", letter.id, sender.domain());
    let file = Attachment::new(letter.file_name.clone()).body(letter.file.clone(), pdf());
    Mail::builder()
        .message_id(Some(id))
        .from(Mailbox::new(Some(server.sender_name.clone()), sender))
        .to(Mailbox::new(None, address(&letter.to)?))
        .subject(letter.subject.clone())
        .multipart(MultiPart::mixed().singlepart(SinglePart::plain(letter.text.clone())).singlepart(file))
        .map_err(MailError::Message)
}

#[expect(clippy::unwrap_used, reason = "a constant that parses")]
fn pdf() -> ContentType {
    ContentType::parse("application/pdf").unwrap()
}

fn transport(server: &Server) -> Result<SmtpTransport, MailError> {
    let parameters = || {
        let mut builder = TlsParameters::builder(server.host.clone());
        if !server.authority.is_empty() {
            let certificate = Certificate::from_pem(server.authority.as_bytes()).map_err(MailError::Unreachable)?;
            builder = builder.add_root_certificate(certificate);
        }
        builder.build().map_err(MailError::Unreachable)
    };
    let tls = match server.security {
        Security::Tls => Tls::Wrapper(parameters()?),
        Security::StartTls => Tls::Required(parameters()?),
        Security::None if !is_here(&server.host) => return Err(MailError::Unprotected),
        Security::None => Tls::None,
    };
    let mut builder = SmtpTransport::builder_dangerous(&server.host).port(server.port).tls(tls).timeout(Some(PATIENCE));
    if let Some((name, password)) = &server.login {
        builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
    }
    Ok(builder.build())
}

/// Returns whether a host is this computer: only there a line may do without encryption.
pub fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// RFC 5321 and 4954: 530, 534, 535 and 538 are about who writes, 550, 551 and 553 about who receives.
fn reason(error: lettre::transport::smtp::Error) -> MailError {
    match error.status().map(u16::from) {
        Some(530 | 534 | 535 | 538) => MailError::Login(error),
        Some(550 | 551 | 553) => MailError::Recipient(error),
        Some(_) => MailError::Refused(error),
        None if error.is_response() => MailError::Refused(error),
        None => MailError::Unreachable(error),
    }
}
