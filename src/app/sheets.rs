//! Attendance sheets: who came without being convened, signatures on the screen, sheets that came back signed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::documents::write_file;
use super::names::Names;
use super::session_life::{finish_step, reopen_step};
use super::{App, AppError, Login};
use crate::domain::id::{SeatId, SessionId, SheetId, SignatureId, WalkInId};
use crate::domain::person::{Personal, Role};
use crate::domain::session_life::{LifeRefusal, SheetKind, sheet_parts};
use crate::domain::signature::Signature;
use crate::domain::stamp::{Half, Instant, TimeSlot, days_between};
use crate::domain::workshop::{Attendance, Seat, Session, SessionRefusal, SessionState};
use crate::store::{Base, PadSignature, SignedSheet, WalkIn};

pub use crate::domain::session_life::Newcomer;
pub use crate::store::Signer;

/// Largest scan that is kept, in bytes.
const SCAN: u64 = 20_000_000;

/// How a sheet was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetProof {
    Paper {
        /// The fingerprint printed on the sheet; none is the present one.
        version: Option<String>,
        /// Copied into the folder of signed sheets.
        scan: Option<PathBuf>,
    },
    /// Everybody signed on the screen.
    Pad,
}

/// A half-day whose sheet did not come back signed.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsignedSheet {
    pub session: SessionId,
    pub title: String,
    pub slot: TimeSlot,
    pub half: Half,
    pub facilitator: String,
    /// For how many days it is missing.
    pub days: u32,
}

impl App {
    /// Records somebody who came without having been convened. A participant who waits for the workshop has attended it: the
    /// step is finished.
    ///
    /// # Errors
    /// Refuses a session that has not begun or is cancelled, an empty name, and somebody who has a seat there.
    pub fn add_walk_in(&mut self, login: Login, session: SessionId, who: &Newcomer) -> Result<WalkInId, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let (id, seat_id) = (WalkInId::new(self.chance.uuid(now)), SeatId::new(self.chance.uuid(now)));
        self.store.write(|tx| {
            let base = tx.base();
            let session = took_place(&base, session, now)?;
            let who = match who {
                Newcomer::Inhabitant(name) if name.0.trim().is_empty() => return Err(LifeRefusal::NoName.into()),
                Newcomer::Inhabitant(name) => {
                    Newcomer::Inhabitant(Personal(name.0.split_whitespace().collect::<Vec<_>>().join(" ")))
                }
                Newcomer::Participant(participant) => {
                    base.participant(*participant)?.ok_or(AppError::NotFound)?;
                    Newcomer::Participant(*participant)
                }
            };
            if let Newcomer::Participant(participant) = who {
                let known = base.walk_ins(session.id)?.iter().any(|one| one.who == who);
                let seats = base.seats(session.id)?;
                if known || seats.iter().any(|seat| seat.participant == participant && !seat.withdrawn) {
                    return Err(LifeRefusal::AlreadySeated.into());
                }
                if let Some(demand) = base.demands_of(participant, &session.workshop)?.into_iter().next() {
                    tx.add_seat(&Seat {
                        id: seat_id,
                        session: session.id,
                        step: demand.step,
                        participant,
                        attendance: Some(Attendance::Present),
                        changed: now,
                        withdrawn: false,
                        version: 0,
                    })?;
                    finish_step(tx, demand.step, now)?;
                }
            }
            tx.add_walk_in(&WalkIn { id, session: session.id, who, at: now, by: login.staff })?;
            tx.audit(&login.entry(now, "attendance.walk_in", session.id))?;
            Ok(id)
        })
    }

    /// Takes a walk-in back that was written by mistake; the step that it finished is open again.
    pub fn remove_walk_in(&mut self, login: Login, walk_in: WalkInId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.walk_in(walk_in)?.ok_or(AppError::NotFound)?;
            tx.remove_walk_in(walk_in)?;
            if let Newcomer::Participant(participant) = found.who {
                let seats = base.seats(found.session)?;
                let came =
                    |seat: &&Seat| seat.participant == participant && seat.attendance == Some(Attendance::Present);
                if let Some(seat) = seats.iter().find(came) {
                    tx.unseat(seat.id, now)?;
                    reopen_step(tx, seat.step)?;
                }
            }
            Ok(tx.audit(&login.entry(now, "attendance.remove_walk_in", found.session))?)
        })
    }

    /// Keeps what somebody drew on the touch screen. By itself it signs nothing: the sheet is signed when a member of the
    /// staff records it.
    ///
    /// # Errors
    /// Refuses before the session begins, another half-day, somebody who was not there, and whoever leads under another login.
    pub fn sign_on_pad(
        &mut self,
        login: Login,
        (session, half): (SessionId, Half),
        signer: Signer,
        strokes: Vec<Vec<(u16, u16)>>,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let signature = Signature::new(strokes).map_err(LifeRefusal::from)?;
        let id = SignatureId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            let base = tx.base();
            let session = took_place(&base, session, now)?;
            check_half(&session, half)?;
            let is_there = match signer {
                Signer::Convened(participant) => {
                    base.seats(session.id)?.iter().any(|seat| seat.participant == participant && seat.takes_a_place())
                }
                Signer::WalkIn(walk_in) => base.walk_ins(session.id)?.iter().any(|one| one.id == walk_in),
                Signer::Leader(staff) => staff == login.staff,
            };
            if !is_there {
                return Err(LifeRefusal::NotThere.into());
            }
            tx.put_pad_signature(&PadSignature {
                id,
                session: session.id,
                half,
                signer,
                signature,
                at: now,
                witness: login.staff,
            })?;
            Ok(tx.audit(&login.entry(now, "sheet.sign_on_pad", session.id))?)
        })
    }

    /// Records that the sheet of a half-day is signed: on paper, with its scan if there is one, or on the screen. Recorded
    /// again, it is a dated correction.
    ///
    /// # Errors
    /// Refuses before the session begins, a scan that is no PDF and no picture, and signatures that are missing on the screen.
    pub fn record_signed_sheet(
        &mut self,
        login: Login,
        (session, half): (SessionId, Half),
        proof: &SheetProof,
    ) -> Result<SheetId, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let id = SheetId::new(self.chance.uuid(now));
        let scan = match proof {
            SheetProof::Paper { scan: Some(path), .. } => Some(read_scan(path)?),
            SheetProof::Paper { scan: None, .. } | SheetProof::Pad => None,
        };
        let folder = self.documents.join("emargements-signes");
        self.store.write(|tx| {
            let base = tx.base();
            let session = took_place(&base, session, now)?;
            check_half(&session, half)?;
            let present = sheet_version(&base, &session, half)?;
            let (kind, version_hash) = match proof {
                SheetProof::Paper { version, .. } => {
                    let typed = version.as_ref().map(|version| version.trim().to_lowercase());
                    (SheetKind::Paper, typed.filter(|version| !version.is_empty()).unwrap_or(present))
                }
                SheetProof::Pad => {
                    let missing = missing_on_pad(&base, &session, half)?;
                    if missing > 0 {
                        return Err(LifeRefusal::NotSigned { missing }.into());
                    }
                    (SheetKind::Pad, present)
                }
            };
            let scan = scan.map(|(extension, bytes)| {
                let end = id.to_string().rsplit('-').next().unwrap_or_default().to_owned();
                let name = format!("emargement-signe-{}-{}-{end}.{extension}", session.slot.day, session.workshop);
                (name, format!("{:x}", Sha256::digest(&bytes)), bytes)
            });
            tx.add_signed_sheet(&SignedSheet {
                id,
                session: session.id,
                half,
                kind,
                version_hash,
                scan: scan.as_ref().map(|(name, sha256, _)| (name.clone(), sha256.clone())),
                at: now,
                by: login.staff,
            })?;
            tx.audit(&login.entry(now, "sheet.record_signed", session.id))?;
            // The file comes last: when it cannot be written, nothing says that the sheet is there.
            if let Some((name, _, bytes)) = scan {
                write_file(&folder, &name, &bytes)?;
            }
            Ok(id)
        })
    }

    /// Returns the half-days of sessions that took place whose sheet did not come back signed, the oldest first.
    pub fn unsigned_sheets(&self, login: Login) -> Result<Vec<UnsignedSheet>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let (names, signed, now) = (Names::read(&base)?, base.signed_halves()?, self.now());
        let mut found = Vec::new();
        for session in base.sessions(NaiveDate::MIN, now.day())? {
            let ended = session.slot.day.and_time(session.slot.end()) <= now.local();
            if !ended || matches!(session.state, SessionState::Cancelled { .. }) {
                continue;
            }
            for half in unsigned_halves(&base, &session, &signed)? {
                let title = self.activity(&session.workshop).map(|activity| activity.title.clone());
                found.push(UnsignedSheet {
                    session: session.id,
                    title: title.unwrap_or_else(|_| session.workshop.0.clone()),
                    slot: session.slot,
                    half,
                    facilitator: names.staff(session.facilitator),
                    days: days_between(session.slot.day, now.day()),
                });
            }
        }
        Ok(found)
    }
}

/// Returns a session that has begun and is not cancelled.
fn took_place(base: &Base<'_>, session: SessionId, now: Instant) -> Result<Session, AppError> {
    let session = base.session(session)?.ok_or(AppError::NotFound)?;
    if matches!(session.state, SessionState::Cancelled { .. }) {
        return Err(SessionRefusal::NotOpen.into());
    }
    if now.local() < session.slot.starts_at() {
        return Err(SessionRefusal::NotYet.into());
    }
    Ok(session)
}

fn check_half(session: &Session, half: Half) -> Result<(), AppError> {
    let is_there = sheet_parts(session.slot).iter().any(|part| part.half == half);
    if is_there { Ok(()) } else { Err(LifeRefusal::NoSuchHalf.into()) }
}

/// Returns the people whom the sheet of a session names, in no order: those who were convened.
pub(super) fn convened(base: &Base<'_>, session: SessionId) -> Result<Vec<Seat>, AppError> {
    let walk_ins = base.walk_ins(session)?;
    let mut seats = base.seats(session)?;
    seats.retain(|seat| {
        let cancelled = seat.attendance == Some(Attendance::CancelledByService);
        !seat.withdrawn && !cancelled && !walk_ins.iter().any(|one| one.who == Newcomer::Participant(seat.participant))
    });
    Ok(seats)
}

/// Returns the fingerprint of what a sheet says: the session, its time and place, who leads and who was convened.
pub(super) fn sheet_version(base: &Base<'_>, session: &Session, half: Half) -> Result<String, AppError> {
    let mut people: Vec<String> = convened(base, session.id)?.iter().map(|seat| seat.participant.to_string()).collect();
    people.sort_unstable();
    let Session { id, workshop, slot, room, facilitator, .. } = session;
    let text = format!(
        "{id} {workshop} {} {} {} {half:?} {room} {facilitator} {}",
        slot.day,
        slot.start,
        slot.minutes,
        people.join(" ")
    );
    Ok(format!("{:x}", Sha256::digest(text)).chars().take(16).collect())
}

/// Returns the half-days of a session whose sheet is not signed; none when nobody was there.
pub(super) fn unsigned_halves(
    base: &Base<'_>,
    session: &Session,
    signed: &BTreeSet<(SessionId, Half)>,
) -> Result<Vec<Half>, AppError> {
    let mut halves: Vec<Half> = sheet_parts(session.slot).into_iter().map(|part| part.half).collect();
    halves.retain(|half| !signed.contains(&(session.id, *half)));
    if halves.is_empty() {
        return Ok(halves);
    }
    let somebody = base.seats(session.id)?.iter().any(Seat::takes_a_place) || !base.walk_ins(session.id)?.is_empty();
    Ok(if somebody { halves } else { Vec::new() })
}

/// Returns how many signatures are missing on the screen: of those who came, of those whose attendance is not known, of who leads.
fn missing_on_pad(base: &Base<'_>, session: &Session, half: Half) -> Result<usize, AppError> {
    let drawn: BTreeSet<Signer> =
        base.pad_signatures(session.id)?.into_iter().filter(|one| one.half == half).map(|one| one.signer).collect();
    let seats = convened(base, session.id)?;
    let convened = seats.iter().filter(|seat| seat.takes_a_place()).map(|seat| Signer::Convened(seat.participant));
    let walk_ins = base.walk_ins(session.id)?.into_iter().map(|one| Signer::WalkIn(one.id));
    let people = convened.chain(walk_ins).filter(|signer| !drawn.contains(signer)).count();
    let leader = drawn.iter().any(|signer| matches!(signer, Signer::Leader(_)));
    Ok(people + usize::from(!leader))
}

/// Returns the kind and the bytes of a scan.
pub(super) fn read_scan(path: &Path) -> Result<(&'static str, Vec<u8>), AppError> {
    let unreadable = || AppError::from(LifeRefusal::ScanUnreadable);
    let size = fs::metadata(path).map_err(|_| unreadable())?.len();
    if size > SCAN {
        return Err(unreadable());
    }
    let bytes = fs::read(path).map_err(|_| unreadable())?;
    // What a file is stands in its first bytes, not in its name.
    let kind = match bytes.as_slice() {
        [b'%', b'P', b'D', b'F', ..] => "pdf",
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x89, b'P', b'N', b'G', ..] => "png",
        _ => return Err(unreadable()),
    };
    Ok((kind, bytes))
}
