//! « Ma boussole » at a kiosk: opened by the counsellor during the restitution, by nobody once it is signed; read and heard
//! by the one person it is about, in their own visit of the day.

use chrono::NaiveDate;

use super::kiosk::{VisitView, entry, since_recently};
use super::synthesis::{OwnText, author, restitution};
use super::{App, AppError, Login};
use crate::domain::appointment::Appointment;
use crate::domain::id::{ParticipantId, SynthesisId, VisitId};
use crate::domain::own_page::{Opening, OwnPageRefusal, Part, Reading, Text, heard, may_be_opened};
use crate::domain::stamp::Instant;
use crate::domain::synthesis::{Synthesis, SynthesisState};
use crate::domain::visit::Visit;
use crate::store::Base;

/// What the list of the day says of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnPageCard {
    /// Not opened today.
    Waits,
    /// Left before its last screen.
    Begun,
    /// Read to its last screen today.
    Read,
}

/// The page as the kiosk shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPageView {
    pub visit: VisitView,
    pub parts: Vec<Part>,
    /// Nobody has signed yet: it is being talked about.
    pub is_given_back: bool,
    /// The screen where it was left, from 0.
    pub screen: usize,
}

/// The page at the kiosks, as the desk tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct AtKiosk {
    pub access: Access,
    /// What was last done with the text that is heard.
    pub reading: Option<Reading>,
}

/// Whether the person may open their page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Not yet, and the counsellor cannot open it either.
    Never(OwnPageRefusal),
    /// The counsellor may open it.
    Closed,
    /// Until this evening.
    Today {
        since: Instant,
    },
    /// This version is signed: whenever the person has a visit.
    Signed {
        version: u32,
    },
    Withdrawn {
        since: Instant,
    },
}

impl App {
    /// Lets a person hear their page at the kiosks: today while it is being given back, always once it is signed. What
    /// is open already stays so.
    ///
    /// # Errors
    /// Refuses an unfinished text, and a finished one before the hour of the restitution.
    pub fn open_own_page(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let (signed, opening) = (signed(&base, &found)?, base.own_page_opening(synthesis)?);
            if heard(&found, signed, opening.as_ref(), now.day()).is_ok() {
                return Ok(());
            }
            may_be_opened(&found, signed, restitution_of(&base, &found)?.as_ref(), now)?;
            tx.put_own_page_opening(synthesis, &Opening { at: now, by: login.staff, is_open: true })?;
            Ok(tx.audit(&login.entry(now, "own_page.open", synthesis))?)
        })
    }

    /// Closes a page at the kiosks, signed or not: the person does not want it there.
    pub fn close_own_page(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            tx.put_own_page_opening(synthesis, &Opening { at: now, by: login.staff, is_open: false })?;
            Ok(tx.audit(&login.entry(now, "own_page.close", synthesis))?)
        })
    }

    /// Opens the page of the person of a visit, where they left it.
    ///
    /// # Errors
    /// Returns why it does not open.
    pub fn read_own_page(&mut self, station: &str, visit: VisitId) -> Result<OwnPageView, AppError> {
        let now = self.now();
        let (synthesis, text) = heard_in(&self.store.base(), visit, now.day())?;
        let parts = self.own_page_as_heard(&synthesis, text, visit)?;
        let reading = self.store.write(|tx| {
            let (_, again) = heard_in(&tx.base(), visit, now.day())?;
            if again != text {
                return Err(OwnPageRefusal::NotOpen.into());
            }
            let before = tx.base().own_page_reading(visit, (synthesis.id, text.version()))?;
            let reading = opened(before.as_ref(), (visit, &synthesis, text), (station, now));
            tx.put_own_page_reading(&reading)?;
            tx.audit(&entry(now, station, "own_page.read", synthesis.id))?;
            Ok::<_, AppError>(reading)
        })?;
        let is_given_back = matches!(text, Text::GivenBack { .. });
        Ok(OwnPageView { visit: self.visit(visit)?, parts, is_given_back, screen: reading.screen })
    }

    /// Keeps which screen of the page is shown.
    ///
    /// # Errors
    /// Refuses when the page was closed meanwhile.
    pub fn turn_own_page(&mut self, station: &str, visit: VisitId, screen: usize) -> Result<(), AppError> {
        self.follow_reading(station, visit, |reading, _| {
            (reading.screen, reading.under_way) = (screen, true);
        })
    }

    /// Records that the voice was asked for: how often, not for which words.
    ///
    /// # Errors
    /// Refuses when the page was closed meanwhile.
    pub fn listen_to_own_page(&mut self, station: &str, visit: VisitId) -> Result<(), AppError> {
        self.follow_reading(station, visit, |reading, _| reading.listenings += 1)
    }

    /// Records that every sentence was said to its end.
    ///
    /// # Errors
    /// Refuses when the page was closed meanwhile.
    pub fn finish_hearing_own_page(&mut self, station: &str, visit: VisitId) -> Result<(), AppError> {
        self.follow_reading(station, visit, |reading, now| reading.heard_at = Some(now))
    }

    /// Records that the last screen was reached: from now on the page begins at its first one.
    ///
    /// # Errors
    /// Refuses when the page was closed meanwhile.
    pub fn end_own_page(&mut self, station: &str, visit: VisitId) -> Result<(), AppError> {
        self.follow_reading(station, visit, |reading, now| {
            (reading.screen, reading.under_way, reading.ended_at) = (0, false, Some(now));
        })
    }

    /// Changes what is known of a reading. It is its own row of the journal.
    fn follow_reading(
        &mut self,
        station: &str,
        visit: VisitId,
        change: impl FnOnce(&mut Reading, Instant),
    ) -> Result<(), AppError> {
        let now = self.now();
        self.store.write(|tx| {
            let (synthesis, text) = heard_in(&tx.base(), visit, now.day())?;
            let mut reading =
                tx.base().own_page_reading(visit, (synthesis.id, text.version()))?.ok_or(AppError::NotFound)?;
            change(&mut reading, now);
            (reading.last_at, reading.station) = (now, station.to_owned());
            Ok(tx.put_own_page_reading(&reading)?)
        })
    }

    /// Returns what a text says: as it was kept when it was signed, or as it is given back.
    fn own_page_as_heard(&self, synthesis: &Synthesis, text: Text, visit: VisitId) -> Result<Vec<Part>, AppError> {
        let base = self.store.base();
        if let Text::Signed { version } = text
            && let Some(parts) = base.own_page(synthesis.id, version)?
        {
            return Ok(parts);
        }
        // A text that was signed before pages were kept has not changed since, as long as no correction was begun.
        if text.version() != synthesis.version || synthesis.state == SynthesisState::Draft {
            return Err(OwnPageRefusal::NotOpen.into());
        }
        let participant = base.visit(visit)?.ok_or(AppError::NotFound)?.participant;
        let Synthesis { id, version, text, state, .. } = synthesis;
        let writer = author(&base, state)?;
        self.own_page_parts(&OwnText { id: *id, participant, version: *version, text, state, writer })
    }
}

/// Returns the reading of a page that is opened, begun or again.
fn opened(
    before: Option<&Reading>,
    (visit, synthesis, text): (VisitId, &Synthesis, Text),
    (station, now): (&str, Instant),
) -> Reading {
    let current = before.filter(|reading| is_of(reading, synthesis));
    Reading {
        visit,
        synthesis: synthesis.id,
        version: text.version(),
        station: station.to_owned(),
        opened_at: now,
        last_at: now,
        openings: before.map_or(0, |reading| reading.openings) + 1,
        listenings: before.map_or(0, |reading| reading.listenings),
        screen: current.map_or(0, |reading| reading.screen),
        heard_at: current.and_then(|reading| reading.heard_at),
        under_way: true,
        ended_at: current.and_then(|reading| reading.ended_at),
    }
}

/// Returns whether what was read is the text as it stands: one that is written again begins anew.
fn is_of(reading: &Reading, synthesis: &Synthesis) -> bool {
    match synthesis.state {
        SynthesisState::Written { at, .. } if reading.version == synthesis.version => reading.last_at >= at,
        SynthesisState::Signed { written_at, .. } if reading.version == synthesis.version => {
            reading.last_at >= written_at
        }
        SynthesisState::Draft => reading.version < synthesis.version,
        // Of a version that was signed before.
        SynthesisState::Written { .. } | SynthesisState::Signed { .. } => true,
    }
}

/// Returns the syntheses of a person's paths, that of the path on hand first.
fn syntheses_of(base: &Base<'_>, participant: ParticipantId) -> Result<Vec<Synthesis>, AppError> {
    let mut found = Vec::new();
    for (referral, _) in base.referrals_in_hand(participant)? {
        if let Some(roadmap) = base.roadmap_of_referral(referral.id)? {
            found.extend(base.synthesis_of(roadmap.id)?);
        }
    }
    Ok(found)
}

fn restitution_of(base: &Base<'_>, synthesis: &Synthesis) -> Result<Option<Appointment>, AppError> {
    let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
    restitution(base, &roadmap)
}

/// Returns the last version that was signed, whether or not its copy was kept.
fn signed(base: &Base<'_>, synthesis: &Synthesis) -> Result<Option<u32>, AppError> {
    if synthesis.is_signed() {
        return Ok(Some(synthesis.version));
    }
    Ok(base.last_signed(synthesis.id)?)
}

/// Returns which text a person hears on a day, if they may hear one: that of the path on hand, else of an earlier one.
pub(super) fn heard_by(
    base: &Base<'_>,
    participant: ParticipantId,
    day: NaiveDate,
) -> Result<Option<(Synthesis, Text)>, AppError> {
    for synthesis in syntheses_of(base, participant)? {
        let opening = base.own_page_opening(synthesis.id)?;
        if let Ok(text) = heard(&synthesis, signed(base, &synthesis)?, opening.as_ref(), day) {
            return Ok(Some((synthesis, text)));
        }
    }
    Ok(None)
}

/// Returns what is heard in a visit, which must be of this day.
fn heard_in(base: &Base<'_>, visit: VisitId, today: NaiveDate) -> Result<(Synthesis, Text), AppError> {
    let visit = base.visit(visit)?.ok_or(AppError::NotFound)?;
    let found = if visit.day == today { heard_by(base, visit.participant, today)? } else { None };
    found.ok_or_else(|| OwnPageRefusal::NotOpen.into())
}

/// Returns what the list of the day says of the page; nothing where it does not open.
pub(super) fn card(base: &Base<'_>, visit: &Visit) -> Result<Option<OwnPageCard>, AppError> {
    let Some((synthesis, text)) = heard_by(base, visit.participant, visit.day)? else { return Ok(None) };
    let reading = base.own_page_reading(visit.id, (synthesis.id, text.version()))?;
    Ok(Some(match reading.filter(|reading| is_of(reading, &synthesis)) {
        None => OwnPageCard::Waits,
        Some(reading) if reading.under_way => OwnPageCard::Begun,
        Some(_) => OwnPageCard::Read,
    }))
}

/// Returns whether the page of a visit was on the screen of this station a moment ago, and not read to its end.
pub(super) fn is_under_way(base: &Base<'_>, visit: &Visit, station: &str, now: Instant) -> Result<bool, AppError> {
    let Some((synthesis, text)) = heard_by(base, visit.participant, visit.day)? else { return Ok(false) };
    let reading = base.own_page_reading(visit.id, (synthesis.id, text.version()))?;
    Ok(reading.is_some_and(|reading| {
        reading.station == station && reading.under_way && reading.last_at >= since_recently(now)
    }))
}

/// Returns what the desk tells of a page at the kiosks.
pub(super) fn at_kiosk(base: &Base<'_>, synthesis: &Synthesis, now: Instant) -> Result<AtKiosk, AppError> {
    let signed = signed(base, synthesis)?;
    let opening = base.own_page_opening(synthesis.id)?;
    let text = heard(synthesis, signed, opening.as_ref(), now.day());
    let access = match (text, opening) {
        (Ok(Text::Signed { version }), _) => Access::Signed { version },
        (Ok(Text::GivenBack { .. }), Some(opening)) => Access::Today { since: opening.at },
        (Err(OwnPageRefusal::Withdrawn), Some(opening)) => Access::Withdrawn { since: opening.at },
        _ => match may_be_opened(synthesis, signed, restitution_of(base, synthesis)?.as_ref(), now) {
            Ok(()) => Access::Closed,
            Err(refusal) => Access::Never(refusal),
        },
    };
    let version = signed.unwrap_or(synthesis.version);
    let mut readings = base.own_page_readings(synthesis.id)?.into_iter();
    let reading = readings.find(|reading| reading.version == version && is_of(reading, synthesis));
    Ok(AtKiosk { access, reading })
}
