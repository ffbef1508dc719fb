//! The post: a message waits ten minutes, leaves encrypted and naming nobody, fails aloud, is told and received.
//!
//! The server is a real one, written by others, on a port of this computer; so is the reader of what it took.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use boussole::app::people::Stage;
use boussole::app::post::{MailSettings, Parcel, Security};
use boussole::app::{AppError, Refusal};
use boussole::domain::delivery::{DeliveryRefusal, DeliveryState, Trouble, Way};
use boussole::domain::id::{DeliveryId, ParticipantId, SynthesisId};
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use lopdf::LoadOptions;
use mail_parser::{MessageParser, MimeHeaders};
use mailin::response::{AUTH_OK, INVALID_CREDENTIALS, NO_MAILBOX, OK};
use mailin::{Action, AuthMechanism, Handler, Response, SessionBuilder};

use super::restitution::{refusal, restitute, written};
use crate::support::House;

/// What the server took, a message after the other.
type Taken = Arc<Mutex<Vec<Vec<u8>>>>;

#[derive(Clone)]
struct Postman {
    taken: Taken,
    message: Vec<u8>,
}

impl Handler for Postman {
    fn rcpt(&mut self, to: &str) -> Response {
        if to.contains("inconnu") { NO_MAILBOX } else { OK }
    }

    fn data_start(&mut self, _domain: &str, _from: &str, _is8bit: bool, _to: &[String]) -> Response {
        self.message.clear();
        OK
    }

    fn data(&mut self, line: &[u8]) -> io::Result<()> {
        self.message.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.taken.lock().unwrap().push(self.message.clone());
        OK
    }

    fn auth_plain(&mut self, _authorization: &str, name: &str, password: &str) -> Response {
        if (name, password) == ("boussole", "mouette") { AUTH_OK } else { INVALID_CREDENTIALS }
    }

    fn helo(&mut self, _ip: IpAddr, _domain: &str) -> Response {
        OK
    }
}

/// Starts a mail server; returns its port and what it takes.
fn mail_server() -> (u16, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = Taken::default();
    let postman = Postman { taken: Arc::clone(&taken), message: Vec::new() };
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            converse(stream.unwrap(), postman.clone()).unwrap();
        }
    });
    (port, taken)
}

/// Starts a mail server that speaks TLS from the first byte, under a certificate that only its own authority vouches for;
/// returns its port, what it takes, and the certificate of the authority.
fn tls_mail_server() -> (u16, Taken, String) {
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    let authority = made.cert.pem();
    let key = rustls::pki_types::PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = builder.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = Taken::default();
    let postman = Postman { taken: Arc::clone(&taken), message: Vec::new() };
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let stream = stream.unwrap();
            let from = stream.peer_addr().unwrap().ip();
            let line = rustls::StreamOwned::new(rustls::ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
            // A sender who does not trust the certificate hangs up.
            drop(speak(line, from, postman.clone(), true));
        }
    });
    (port, taken, authority)
}

/// Speaks SMTP with one sender until it says goodbye.
fn converse(stream: TcpStream, postman: Postman) -> io::Result<()> {
    let from = stream.peer_addr()?.ip();
    speak(stream, from, postman, false)
}

/// An encrypted line asks for a name and a password.
fn speak(stream: impl Read + Write, from: IpAddr, postman: Postman, is_encrypted: bool) -> io::Result<()> {
    let mut builder = SessionBuilder::new("localhost");
    if is_encrypted {
        builder.enable_auth(AuthMechanism::Plain);
    }
    let mut session = builder.build(from, postman);
    if is_encrypted {
        session.tls_active();
    }
    let mut lines = BufReader::new(stream);
    session.greeting().write_to(lines.get_mut())?;
    lines.get_mut().flush()?;
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let answer = session.process(&line);
        line.clear();
        let stream = lines.get_mut();
        match answer.action {
            Action::NoReply => {}
            Action::Close => return answer.write_to(stream),
            Action::Reply | Action::UpgradeTls => answer.write_to(stream)?,
        }
        stream.flush()?;
    }
    Ok(())
}

fn settings(port: u16) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        login: None,
        sender_name: "La Boussole de l'orientation".to_owned(),
        sender: "boussole@plie.example".to_owned(),
        authority: String::new(),
    }
}

/// A signed synthesis that may go to the prescriber, and the server of the service.
fn signed(port: u16) -> (House, ParticipantId, SynthesisId) {
    let mut house = House::on_disk();
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    let (subject, decision) = (ConsentSubject::SendSynthesis, ConsentDecision::Agreed);
    house.app.record_consent(house.counsellor, person, subject, decision).unwrap();
    house.app.set_mail_server(house.counsellor, &settings(port)).unwrap();
    (house, person, synthesis)
}

fn by_email(house: &mut House, synthesis: SynthesisId) -> Result<DeliveryId, AppError> {
    house.app.deliver_synthesis(house.counsellor, synthesis, house.prescriber, Way::Email)
}

fn minutes_pass(house: &mut House, minutes: u64) {
    house.app.set_time(house.app.now().plus_millis(minutes * 60_000));
}

fn send(house: &mut House, parcels: &[Parcel]) {
    for parcel in parcels {
        house.app.posted(parcel.delivery, parcel.send()).unwrap();
    }
}

fn state(house: &House, synthesis: SynthesisId) -> DeliveryState {
    house.app.synthesis_desk(house.counsellor, synthesis).unwrap().deliveries.last().unwrap().state.clone()
}

#[test]
fn a_message_leaves_after_ten_minutes_names_nobody_and_its_file_opens_with_the_password_only() {
    let (port, taken) = mail_server();
    let (mut house, person, synthesis) = signed(port);
    by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 9);
    assert_eq!(house.app.due_parcels().unwrap(), []);
    minutes_pass(&mut house, 1);
    let parcels = house.app.due_parcels().unwrap();
    assert_eq!(house.app.due_parcels().unwrap(), [], "another desk does not send it too");
    send(&mut house, &parcels);
    assert!(matches!(state(&house, synthesis), DeliveryState::Sent { .. }));

    let taken = taken.lock().unwrap();
    let [message] = taken.as_slice() else { panic!("{} messages", taken.len()) };
    let message = MessageParser::default().parse(message.as_slice()).unwrap();
    assert_eq!(message.from().unwrap().first().unwrap().address(), Some("boussole@plie.example"));
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("paul.lefebvre@plie.example"));
    let file = house.file(person);
    let (subject, text) = (message.subject().unwrap(), message.body_text(0).unwrap());
    for name in [&file.first_name, &file.last_name, "Logistique"] {
        assert!(!subject.contains(name) && !text.contains(name), "{name} in {subject} / {text}");
    }
    let attached = message.attachment(0).unwrap();
    assert!(attached.attachment_name().unwrap().starts_with("synthese-"));
    let desk = house.app.synthesis_desk(house.counsellor, synthesis).unwrap();
    let password = desk.deliveries[0].password.clone().unwrap();
    assert_eq!(password.len(), 14);
    assert!(lopdf::Document::load_mem(attached.contents()).unwrap().is_encrypted());
    let wrong = lopdf::Document::load_mem_with_options(attached.contents(), LoadOptions::with_password("mot-de-passe"));
    assert!(wrong.is_err(), "another password opens it");
    let open =
        lopdf::Document::load_mem_with_options(attached.contents(), LoadOptions::with_password(&password)).unwrap();
    let words = open.extract_text(&[1]).unwrap();
    assert!(words.contains(&file.last_name), "{words}");
    qpdf_opens_it_with_its_password_only(attached.contents(), &password);
}

/// Another program's opinion; skipped where it is not installed, except on the machine of the checks.
fn qpdf_opens_it_with_its_password_only(pdf: &[u8], password: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.pdf");
    std::fs::write(&path, pdf).unwrap();
    let check = |password: &str| {
        let line = format!("--password={password}");
        std::process::Command::new("qpdf").args([&line, "--check"]).arg(&path).output()
    };
    let Ok(right) = check(password) else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "qpdf is missing");
        println!("skipped: qpdf is not installed");
        return;
    };
    let told = String::from_utf8_lossy(&right.stdout).into_owned();
    assert!(right.status.success(), "{told} {}", String::from_utf8_lossy(&right.stderr));
    assert!(told.contains("AESv3"), "{told}");
    assert!(!check("autre").unwrap().status.success());
}

#[test]
fn a_message_called_back_in_time_never_leaves() {
    let (port, taken) = mail_server();
    let (mut house, _, synthesis) = signed(port);
    let delivery = by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 9);
    house.app.call_back(house.counsellor, delivery).unwrap();
    minutes_pass(&mut house, 60);
    assert_eq!(house.app.due_parcels().unwrap(), []);
    assert!(taken.lock().unwrap().is_empty());
    by_email(&mut house, synthesis).unwrap();
}

#[test]
fn a_message_that_waits_its_ten_minutes_is_told_in_the_same_words_everywhere() {
    let (port, _) = mail_server();
    let (mut house, person, synthesis) = signed(port);
    assert_eq!(house.file(person).stage, Stage::ToDeliver);
    let delivery = by_email(&mut house, synthesis).unwrap();
    let desk = house.counsellor;
    let due = house.app.synthesis_desk(desk, synthesis).unwrap().leaving().unwrap();
    assert_eq!((due.delivery, due.due), (delivery, house.app.now().plus_millis(600_000)));
    assert_eq!(house.file(person).stage, Stage::Leaving);
    let row = house.app.today(desk).unwrap().syntheses.into_iter().find(|row| row.participant == person).unwrap();
    assert_eq!((row.stage, row.leaving), (Stage::Leaving, Some(due)));
    let mail = house.app.prescriber_mail(desk, house.prescriber).unwrap();
    let pending = mail.pending.iter().find(|one| one.participant == person).unwrap();
    assert_eq!((pending.stage, pending.leaving), (Stage::Leaving, Some(due)));
    assert_eq!(mail.deliveries, []);
    house.app.call_back(desk, delivery).unwrap();
    assert_eq!(house.file(person).stage, Stage::ToDeliver);
}

#[test]
fn an_agreement_withdrawn_in_the_ten_minutes_calls_the_message_back() {
    let (port, _) = mail_server();
    let (mut house, person, synthesis) = signed(port);
    by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 5);
    let subject = ConsentSubject::SendSynthesis;
    house.app.record_consent(house.counsellor, person, subject, ConsentDecision::Refused).unwrap();
    minutes_pass(&mut house, 6);
    assert_eq!(house.app.due_parcels().unwrap(), []);
    assert!(matches!(state(&house, synthesis), DeliveryState::Cancelled { .. }));
}

#[test]
fn a_server_that_does_not_answer_is_told_and_the_message_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = listener.local_addr().unwrap().port();
    drop(listener);
    let (mut house, _, synthesis) = signed(closed);
    let delivery = by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 10);
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    assert!(matches!(state(&house, synthesis), DeliveryState::Failed { trouble: Trouble::Unreachable, .. }));
    assert_eq!(house.app.outbox(house.counsellor).unwrap().len(), 1, "what failed does not wait silently");

    let (port, taken) = mail_server();
    house.app.set_mail_server(house.counsellor, &settings(port)).unwrap();
    house.app.retry_delivery(house.counsellor, delivery).unwrap();
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    assert_eq!(taken.lock().unwrap().len(), 1);
    assert!(matches!(state(&house, synthesis), DeliveryState::Sent { .. }));
}

#[test]
fn a_desk_that_dies_while_it_sends_leaves_the_message_to_the_next_one() {
    let (port, taken) = mail_server();
    let (mut house, _, synthesis) = signed(port);
    by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 10);
    assert_eq!(house.app.due_parcels().unwrap().len(), 1);
    house.restart();
    minutes_pass(&mut house, 3);
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    assert_eq!(taken.lock().unwrap().len(), 1);
}

#[test]
fn the_password_is_told_once_it_left_and_forgotten_once_it_is_received() {
    let (port, _) = mail_server();
    let (mut house, _, synthesis) = signed(port);
    let desk = house.counsellor;
    let delivery = by_email(&mut house, synthesis).unwrap();
    let early = refusal(house.app.record_password_told(desk, delivery));
    assert_eq!(early, Refusal::Delivery(DeliveryRefusal::NotSent));
    minutes_pass(&mut house, 10);
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    house.app.record_password_told(desk, delivery).unwrap();
    house.app.record_receipt(desk, delivery).unwrap();
    let view = house.app.synthesis_desk(desk, synthesis).unwrap().deliveries[0].clone();
    assert!(view.told.is_some() && view.received.is_some());
    assert_eq!(view.password, None);
    assert_eq!(house.app.outbox(desk).unwrap(), []);
    let mail = house.app.prescriber_mail(desk, house.prescriber).unwrap();
    assert_eq!((mail.deliveries.len(), mail.pending.len()), (1, 0));
}

#[test]
fn no_message_is_promised_without_a_server_and_no_open_line_leaves_the_computer() {
    let mut house = House::on_disk();
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    let (subject, decision) = (ConsentSubject::SendSynthesis, ConsentDecision::Agreed);
    house.app.record_consent(house.counsellor, person, subject, decision).unwrap();
    let refused = refusal(by_email(&mut house, synthesis));
    assert_eq!(refused, Refusal::Delivery(DeliveryRefusal::NoServer));
    let open = MailSettings { host: "smtp.exemple.fr".to_owned(), ..settings(25) };
    assert_eq!(refusal(house.app.set_mail_server(house.counsellor, &open)), Refusal::UnprotectedMail);
}

fn over_tls(port: u16, authority: &str, password: &str) -> MailSettings {
    MailSettings {
        security: Security::Tls,
        login: Some(("boussole".to_owned(), password.to_owned())),
        authority: authority.to_owned(),
        ..settings(port)
    }
}

/// Sends the one message of a house through a server; returns what became of it.
fn through(server: &MailSettings) -> DeliveryState {
    let (mut house, _, synthesis) = signed(server.port);
    house.app.set_mail_server(house.counsellor, server).unwrap();
    by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 11);
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    state(&house, synthesis)
}

#[test]
fn a_server_that_an_unknown_authority_vouches_for_is_told_nothing() {
    let (port, taken, _) = tls_mail_server();
    let state = through(&over_tls(port, "", "mouette"));
    assert!(matches!(state, DeliveryState::Failed { trouble: Trouble::Unreachable, .. }), "{state:?}");
    assert!(taken.lock().unwrap().is_empty());
}

#[test]
fn a_message_goes_encrypted_to_a_server_of_the_service_s_own_authority() {
    let (port, taken, authority) = tls_mail_server();
    let state = through(&over_tls(port, &authority, "mouette"));
    assert!(matches!(state, DeliveryState::Sent { .. }), "{state:?}");
    assert_eq!(taken.lock().unwrap().len(), 1);
}

#[test]
fn a_wrong_password_is_told_as_one() {
    let (port, taken, authority) = tls_mail_server();
    let state = through(&over_tls(port, &authority, "goéland"));
    assert!(matches!(state, DeliveryState::Failed { trouble: Trouble::Login, .. }), "{state:?}");
    assert!(taken.lock().unwrap().is_empty());
}

#[test]
fn the_password_of_the_server_is_kept_and_never_shown_again() {
    let (port, _, authority) = tls_mail_server();
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let server = over_tls(port, &authority, "mouette");
    house.app.set_mail_server(desk, &server).unwrap();
    let shown = house.app.mail_server(desk).unwrap().unwrap();
    assert_eq!(shown.login, Some(("boussole".to_owned(), String::new())));
    assert!(!format!("{server:?}").contains("mouette"));
    let (port, taken, authority) = tls_mail_server();
    // Another port, the same server: the password that was kept opens it.
    let (mut house, _, synthesis) = signed(port);
    house.app.set_mail_server(house.counsellor, &over_tls(1, &authority, "mouette")).unwrap();
    house.app.set_mail_server(house.counsellor, &over_tls(port, &authority, "")).unwrap();
    by_email(&mut house, synthesis).unwrap();
    minutes_pass(&mut house, 11);
    let parcels = house.app.due_parcels().unwrap();
    send(&mut house, &parcels);
    assert_eq!(taken.lock().unwrap().len(), 1);
    let refused = house.app.set_mail_server(house.counsellor, &over_tls(port, "un certificat", "mouette"));
    assert_eq!(refusal(refused), Refusal::NotACertificate);
}
