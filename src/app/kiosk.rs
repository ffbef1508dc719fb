//! The kiosk's side: a code opens a visit, answers go to disk one by one.

pub(super) mod station;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

pub use self::station::{ReturnTo, ReturnView, StaffCode};
use super::own_page::{OwnPageCard, card, heard_by};
use super::{App, AppError, Fault, Login, library};
pub use crate::catalog::pictures::Pictures;
pub use crate::catalog::recordings::{Recording, Recordings};
use crate::domain::activity::{Activity, Form};
use crate::domain::assessment::{Assessment, Item, ItemId};
use crate::domain::badge::PictureBadge;
use crate::domain::comfort::Comfort;
use crate::domain::id::{ParticipantId, SittingId, StepId, VisitId};
use crate::domain::person::{ExtraTime, Participant, Role};
use crate::domain::response::{Answer, Response};
use crate::domain::roadmap::{self, Outcome};
use crate::domain::scoring;
use crate::domain::sitting::{Channel, Clock, Event, Hold, Origin, Sitting, SittingRecord, SittingRefusal, Step};
use crate::domain::stamp::Instant;
use crate::domain::visit::{CodeRefusal, KioskCode, StationGuard, Visit, WarmUp};
pub use crate::report::qr::Qr;
use crate::store::{Actor, AuditEntry, Base, SittingRow, StampedEvent, StationRow, Tx};

/// A visit opened by a code: what the kiosk may know of the person.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitView {
    pub visit: VisitId,
    pub first_name: String,
    pub extra_time: ExtraTime,
    /// How the person likes the kiosk.
    pub comfort: Comfort,
    /// The data notice has been acknowledged today.
    pub notice_read: bool,
    /// The person has never warmed up, and answers alone.
    pub warm_up_due: bool,
    /// The person's own page, where it may be opened here.
    pub own_page: Option<OwnPageCard>,
    /// The digital steps that are left, in order; the first one is next.
    pub left: Vec<VisitStep>,
    /// How many digital steps were finished today.
    pub done_today: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct VisitStep {
    pub step: StepId,
    pub title: String,
    pub minutes: u32,
    /// Answers given already, when a sitting was begun.
    pub answered: usize,
    pub items: usize,
}

/// A sitting as the kiosk shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingView {
    pub sitting: SittingId,
    pub assessment: Arc<Assessment>,
    pub pictures: Arc<Pictures>,
    pub recordings: Arc<Recordings>,
    /// The items that are this sitting's own are made from it.
    pub seed: u64,
    pub step: Step,
    pub n_answered: usize,
    /// How many questions there are as far as one knows: the most that an adaptive test asks.
    pub n_questions: usize,
    /// The time that the question on screen has, where it has a limit.
    pub clock: Option<Clock>,
    /// How long that question was on screen before a restart: a part of what its answer took.
    pub elapsed_millis: u64,
    /// Why the clock stands still.
    pub hold: Option<Hold>,
    pub may_pause: bool,
    /// The earlier questions whose answer may still be changed, in order: index and what was given.
    pub earlier: Vec<(usize, Response)>,
    /// The sitting was begun on another station and goes on here.
    pub taken_over: bool,
}

impl SittingView {
    /// Returns the practice item or question on screen, as this sitting has it; none at the end.
    pub fn on_screen(&self) -> Option<Item> {
        match self.step {
            Step::Practice(index) => {
                let practice = self.assessment.practices.get(index)?;
                practice.item.made(self.seed).ok().map(Cow::into_owned)
            }
            Step::Question(index) => self.item(index),
            Step::End => None,
        }
    }

    /// Returns the item at an index of the assessment, as this sitting has it.
    pub fn item(&self, index: usize) -> Option<Item> {
        self.assessment.items().get(index)?.made(self.seed).ok().map(Cow::into_owned)
    }
}

/// One code made at the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeView {
    pub participant: ParticipantId,
    /// "482 913"
    pub grouped: String,
    /// The same right in pictures; none where the visit was made without.
    pub badge: Option<PictureBadge>,
    /// The same code for a scanner.
    pub qr: Qr,
    pub first_name: String,
    /// Who reads aloud and answers for the person today.
    pub accompanied_by: Option<String>,
    /// Nothing waits for the person at a station.
    pub nothing: bool,
}

/// Why today's visit is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// There is something to do at a station.
    ForAssessments,
    /// The person is here, whatever they came for.
    OnArrival,
}

/// Version of the rules that score; it changes when a score of the same answers could change.
pub const SCORING_ENGINE: &str = "boussole-scoring/1";

impl App {
    pub(super) fn definitions(&self) -> Definitions<'_> {
        Definitions { library: &self.library, activities: &self.activities }
    }

    /// Makes today's code for a person, or returns the one made already.
    ///
    /// # Errors
    /// Refuses when the roadmap has no digital step left, and there is no page of the person's own to hear.
    pub fn make_code(&mut self, login: Login, participant: ParticipantId) -> Result<CodeView, AppError> {
        login.allow(&[Role::Facilitator])?;
        self.open_visit(login, participant, Opens::ForAssessments)
    }

    /// Returns today's visit of a person, made when there is none.
    pub(super) fn open_visit(
        &mut self,
        login: Login,
        participant: ParticipantId,
        opens: Opens,
    ) -> Result<CodeView, AppError> {
        self.catch_up()?;
        let now = self.now();
        let id = VisitId::new(self.chance.uuid(now));
        let draws: Vec<u32> = (0..50).map(|_| self.chance.number()).collect();
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        self.store.write(|tx| {
            let base = tx.base();
            let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
            let nothing = definitions.digital_steps(&base, participant)?.is_empty()
                && heard_by(&base, participant, now.day())?.is_none();
            if opens == Opens::ForAssessments && nothing {
                return Err(CodeRefusal::NothingToDo.into());
            }
            let taken = base.badges_of(now.day())?;
            // From the other end than the code: neither tells the other.
            let mut badges = draws.iter().rev().map(|draw| PictureBadge::from_number(*draw));
            let badge = badges.find(|badge| !taken.iter().any(|other| other.looks_like(badge)));
            if let Some(visit) = base.visit_of(participant, now.day())? {
                // A visit of an older program has digits only.
                let badge = visit.badge.or(badge);
                if let Some(badge) = badge.filter(|_| visit.badge.is_none()) {
                    tx.set_badge(visit.id, &badge)?;
                }
                return Ok(CodeView { nothing, ..code_view(&base, &person, &Visit { badge, ..visit })? });
            }
            let free = |code: &KioskCode| Ok::<_, AppError>(base.visit_by_code(code, now.day())?.is_none());
            let mut codes = draws.iter().map(|draw| KioskCode::from_number(*draw));
            let code = codes.find_map(|code| free(&code).map(|free| free.then_some(code)).transpose());
            let code = code.transpose()?.ok_or(AppError::NotFound)?;
            let (notice, accompanied_by, warm_up) = (None, None, None);
            let visit = Visit { id, participant, day: now.day(), code, badge, notice, accompanied_by, warm_up };
            tx.add_visit(&visit, now)?;
            let action = match opens {
                Opens::ForAssessments => "visit.make_code",
                Opens::OnArrival => "visit.arrive",
            };
            tx.audit(&login.entry(now, action, participant))?;
            Ok(CodeView { nothing, ..code_view(&base, &person, &visit)? })
        })
    }

    /// Announces a station, so that the desk lists it. Its guard stays as it was: a restart unblocks nothing.
    pub fn announce_station(&mut self, station: &str) -> Result<(), AppError> {
        let now = self.now();
        self.store.write(|tx| {
            tx.put_station(&seen(&tx.base(), station, now)?)?;
            Ok(tx.audit(&entry(now, station, "station.announce", station))?)
        })
    }

    /// Opens the visit of a code typed at a station. Five wrong codes in a row block the station until the desk releases it.
    ///
    /// # Errors
    /// Refuses a text that is not six digits (without counting it), an unknown code, a blocked station.
    pub fn enter_code(&mut self, station: &str, code: &str) -> Result<VisitView, AppError> {
        let code = KioskCode::parse(code);
        self.enter(station, |base, day| match &code {
            Some(code) => Ok(Ok(base.visit_by_code(code, day)?)),
            None => Ok(Err(CodeRefusal::NotSixDigits)),
        })
    }

    /// Opens the visit of a badge touched at a station. A wrong badge counts as a wrong code.
    ///
    /// # Errors
    /// Refuses an unknown badge and a blocked station.
    pub fn enter_badge(&mut self, station: &str, badge: &PictureBadge) -> Result<VisitView, AppError> {
        self.enter(station, |base, day| Ok(Ok(base.visit_by_badge(badge, day)?)))
    }

    fn enter(
        &mut self,
        station: &str,
        find: impl FnOnce(&Base<'_>, NaiveDate) -> Result<Result<Option<Visit>, CodeRefusal>, AppError>,
    ) -> Result<VisitView, AppError> {
        self.catch_up()?;
        let now = self.now();
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        let outcome: Result<Result<VisitView, CodeRefusal>, AppError> = self.store.write(|tx| {
            let base = tx.base();
            let row = seen(&base, station, now)?;
            if row.guard == StationGuard::Blocked {
                return Ok(Err(CodeRefusal::StationBlocked));
            }
            let visit = match find(&base, now.day())? {
                Ok(Some(visit)) => visit,
                Ok(None) => {
                    // The count is committed although the code is refused.
                    let guard = row.guard.after_wrong_code();
                    tx.put_station(&StationRow { guard, ..row })?;
                    tx.audit(&entry(now, station, "station.wrong_code", station))?;
                    return Ok(Err(match guard {
                        StationGuard::Blocked => CodeRefusal::StationBlocked,
                        StationGuard::Open { .. } => CodeRefusal::Unknown { tries_left: guard.tries_left() },
                    }));
                }
                Err(refusal) => return Ok(Err(refusal)),
            };
            let view = definitions.visit_view(&base, &visit)?;
            tx.put_station(&StationRow { guard: StationGuard::Open { wrong_codes: 0 }, ..row })?;
            station::remember_visit(tx, station, visit.id)?;
            tx.audit(&entry(now, station, "visit.open", visit.participant))?;
            Ok(Ok(view))
        });
        outcome?.map_err(AppError::from)
    }

    /// Keeps how the person of a visit likes the kiosk, for this visit and the next ones, here and elsewhere.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for an unknown visit.
    pub fn keep_comfort(&mut self, station: &str, visit: VisitId, comfort: &Comfort) -> Result<(), AppError> {
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.visit(visit)?.ok_or(AppError::NotFound)?;
            if base.comfort(found.participant)?.unwrap_or_default() != *comfort {
                tx.put_comfort(found.participant, comfort)?;
                tx.audit(&entry(now, station, "visit.comfort", found.participant))?;
            }
            Ok(())
        })
    }

    /// Records that the warm-up was done or left out, with what it has seen of the person's means.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for an unknown visit.
    pub fn end_warm_up(
        &mut self,
        station: &str,
        visit: VisitId,
        warm_up: WarmUp,
        comfort: &Comfort,
    ) -> Result<VisitView, AppError> {
        let now = self.now();
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        self.store.write(|tx| {
            let found = tx.base().visit(visit)?.ok_or(AppError::NotFound)?;
            // Who has done it and looks at it again has still done it.
            if found.warm_up != Some(WarmUp::Done) {
                tx.set_warm_up(visit, warm_up)?;
            }
            tx.put_comfort(found.participant, comfort)?;
            tx.audit(&entry(now, station, "visit.warm_up", found.participant))?;
            let found = tx.base().visit(visit)?.ok_or(AppError::NotFound)?;
            definitions.visit_view(&tx.base(), &found)
        })
    }

    /// Records that the data notice was read: when, and the SHA-256 of the text shown.
    pub fn acknowledge_notice(&mut self, station: &str, visit: VisitId, text: &str) -> Result<VisitView, AppError> {
        let now = self.now();
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        self.store.write(|tx| {
            let found = tx.base().visit(visit)?.ok_or(AppError::NotFound)?;
            if found.notice.is_none() {
                tx.set_notice_read(visit, now, &format!("{:x}", Sha256::digest(text)))?;
                tx.audit(&entry(now, station, "visit.read_notice", found.participant))?;
            }
            let found = tx.base().visit(visit)?.ok_or(AppError::NotFound)?;
            definitions.visit_view(&tx.base(), &found)
        })
    }

    /// Returns the visit as it stands now.
    pub fn visit(&self, visit: VisitId) -> Result<VisitView, AppError> {
        let base = self.store.base();
        let visit = base.visit(visit)?.ok_or(AppError::NotFound)?;
        Definitions { library: &self.library, activities: &self.activities }.visit_view(&base, &visit)
    }

    /// Returns a sitting as it stands, for the station that holds it; nothing is written.
    ///
    /// # Errors
    /// Refuses when another device has taken it over.
    pub fn sitting(&self, station: &str, sitting: SittingId) -> Result<SittingView, AppError> {
        let base = self.store.base();
        let row = base.sitting(sitting)?.ok_or(AppError::NotFound)?;
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        let (assessment, state) = definitions.load(&base, &row)?;
        let by = state.channel().clone();
        if by != Channel::Station(station.to_owned()) {
            return Err(SittingRefusal::HeldElsewhere { by }.into());
        }
        Ok(definitions.view(sitting, assessment, &state, false))
    }

    /// Begins or goes on with the visit's next digital step. Going on where another station left is recorded as such.
    ///
    /// # Errors
    /// Refuses when nothing is left to do.
    pub fn begin_or_resume(&mut self, station: &str, visit: VisitId) -> Result<SittingView, AppError> {
        self.catch_up()?;
        let now = self.now();
        let (id, seed) = (SittingId::new(self.chance.uuid(now)), self.chance.seed());
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        let channel = Channel::Station(station.to_owned());
        self.store.write(|tx| {
            let base = tx.base();
            let visit = base.visit(visit)?.ok_or(AppError::NotFound)?;
            let DigitalStep { step, assessment, sitting } = definitions
                .digital_steps(&base, visit.participant)?
                .into_iter()
                .next()
                .ok_or(CodeRefusal::NothingToDo)?;
            tx.put_station(&seen(&base, station, now)?)?;
            match sitting {
                None => {
                    let held = definitions.library.held(&assessment.edition).ok_or(Fault::DefinitionGone)?;
                    // Once somebody begins it, its text is kept for as long as the result.
                    library::keep(tx, held, now)?;
                    let extra_time = base.participant(visit.participant)?.ok_or(AppError::NotFound)?.extra_time;
                    let (mut sitting, began) = Sitting::begin(seed, channel, extra_time);
                    let events = [vec![began], sitting.accompany(visit.accompanied_by)].concat();
                    events.iter().for_each(|event| sitting.apply(assessment, event));
                    let record =
                        SittingRecord { edition: assessment.edition.clone(), engine: SCORING_ENGINE.to_owned(), seed };
                    let origin = Origin::Step(step);
                    tx.add_sitting(&SittingRow { id, origin, participant: visit.participant, record })?;
                    tx.append_events(id, now, &events)?;
                    tx.audit(&entry(now, station, "sitting.begin", step))?;
                    Ok(definitions.view(id, assessment, &sitting, false))
                }
                Some(row) => {
                    let (assessment, mut sitting) = definitions.load(&base, &row)?;
                    let last = base.events(row.id)?.last().map_or(now, |stamped| stamped.at);
                    let days = (now.day() - last.day()).num_days();
                    let reopened = sitting.reopen(assessment, &channel, u32::try_from(days).unwrap_or(0))?;
                    let events = [reopened, sitting.accompany(visit.accompanied_by)].concat();
                    tx.append_events(row.id, now, &events)?;
                    events.iter().for_each(|event| sitting.apply(assessment, event));
                    tx.audit(&entry(now, station, "sitting.resume", step))?;
                    let moved = events.iter().any(|event| matches!(event, Event::TakenOver { .. }));
                    Ok(definitions.view(row.id, assessment, &sitting, moved))
                }
            }
        })
    }

    /// Records the answer to the practice item at `index`.
    pub fn practise(
        &mut self,
        station: &str,
        sitting: SittingId,
        index: usize,
        answer: Answer,
    ) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, assessment, channel| state.practise(assessment, channel, index, answer))
    }

    /// Ends the question on screen because its time is over.
    ///
    /// # Errors
    /// Refuses while there is time left.
    pub fn run_out(
        &mut self,
        station: &str,
        sitting: SittingId,
        item: &ItemId,
        took_millis: u64,
    ) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, assessment, channel| {
            state.run_out(assessment, channel, item, took_millis)
        })
    }

    /// Keeps how long the question has been on screen, so that a restart does not give its time again.
    pub fn elapse(
        &mut self,
        station: &str,
        sitting: SittingId,
        item: &ItemId,
        took_millis: u64,
    ) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, assessment, channel| state.elapse(assessment, channel, item, took_millis))
    }

    /// Keeps that the voice reads the question: the counsellor is told, no score changes.
    pub fn listen(&mut self, station: &str, sitting: SittingId, item: &ItemId) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, assessment, channel| state.listen(assessment, channel, item))
    }

    /// Makes a pause: the clock stands still until [`App::resume_sitting`].
    ///
    /// # Errors
    /// Refuses where the assessment allows none.
    pub fn pause_sitting(&mut self, station: &str, sitting: SittingId) -> Result<SittingView, AppError> {
        self.record(station, sitting, Sitting::pause)
    }

    /// Calls the counsellor: the desk lists it, and the clock stands still.
    pub fn call_help(&mut self, station: &str, sitting: SittingId) -> Result<SittingView, AppError> {
        let now = self.now();
        let view = self.record(station, sitting, |state, _, channel| state.call_help(channel))?;
        self.store.write(|tx| Ok::<_, AppError>(tx.audit(&entry(now, station, "sitting.call_help", sitting))?))?;
        Ok(view)
    }

    /// Goes on after a pause or a call.
    pub fn resume_sitting(&mut self, station: &str, sitting: SittingId) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, _, _| Ok(state.resume()))
    }

    /// Puts one answer on disk. When it was the last, the sitting is scored and the step is done.
    ///
    /// # Errors
    /// Refuses what the sitting does not take; nothing is recorded then.
    pub fn answer(
        &mut self,
        station: &str,
        sitting: SittingId,
        item: &ItemId,
        answer: Answer,
        took_millis: u64,
    ) -> Result<SittingView, AppError> {
        self.record(station, sitting, |state, assessment, channel| {
            state.answer(assessment, channel, item, answer, took_millis)
        })
    }

    fn record(
        &mut self,
        station: &str,
        sitting: SittingId,
        decide: impl FnOnce(&Sitting, &Assessment, &Channel) -> Result<Vec<Event>, SittingRefusal>,
    ) -> Result<SittingView, AppError> {
        self.catch_up()?;
        let now = self.now();
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        let channel = Channel::Station(station.to_owned());
        self.store.write(|tx| {
            let row = tx.base().sitting(sitting)?.ok_or(AppError::NotFound)?;
            let (assessment, mut state) = definitions.load(&tx.base(), &row)?;
            let events = decide(&state, assessment, &channel)?;
            tx.append_events(sitting, now, &events)?;
            events.iter().for_each(|event| state.apply(assessment, event));
            if events.contains(&Event::Finished) {
                finish(tx, &row, assessment, &state, now)?;
                tx.audit(&entry(now, station, "sitting.finish", row.subject()))?;
            }
            Ok(definitions.view(sitting, assessment, &state, false))
        })
    }
}

/// Scores a sitting that the staff changed: for the first time, or again when it was finished already.
pub(super) fn finish_again(
    tx: &Tx<'_>,
    row: &SittingRow,
    assessment: &Assessment,
    sitting: &Sitting,
    now: Instant,
    was_finished: bool,
) -> Result<(), AppError> {
    if was_finished {
        let scores = scoring::score(assessment, &sitting.responses(assessment), sitting.seed());
        return Ok(tx.replace_scores(row.id, &scores)?);
    }
    finish(tx, row, assessment, sitting, now)
}

/// Scores a finished sitting and closes its step.
fn finish(
    tx: &Tx<'_>,
    row: &SittingRow,
    assessment: &Assessment,
    sitting: &Sitting,
    now: Instant,
) -> Result<(), AppError> {
    tx.add_scores(row.id, &scoring::score(assessment, &sitting.responses(assessment), sitting.seed()))?;
    let Origin::Step(step) = row.origin else { return Ok(()) };
    let roadmap = tx.base().roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
    // The counsellor may have dropped the step while the person answered: the answers are kept all the same.
    if roadmap.step(step)?.outcome.is_open() {
        tx.end_step(step, &Outcome::Done { at: now })?;
    }
    Ok(())
}

pub(super) fn entry(at: Instant, station: &str, action: &str, object: impl std::fmt::Display) -> AuditEntry {
    AuditEntry { at, actor: Actor::Station(station.to_owned()), action: action.to_owned(), object: object.to_string() }
}

/// Returns the station as the base knows it, seen now.
fn seen(base: &Base<'_>, station: &str, now: Instant) -> Result<StationRow, AppError> {
    let known = base.station(station)?;
    let guard = known.map_or(StationGuard::Open { wrong_codes: 0 }, |row| row.guard);
    Ok(StationRow { name: station.to_owned(), guard, last_seen: now })
}

/// Returns a code with what the desk shows beside it.
pub(super) fn code_view(base: &Base<'_>, person: &Participant, visit: &Visit) -> Result<CodeView, AppError> {
    let accompanied_by = visit.accompanied_by.map(|by| base.staff_member(by)).transpose()?.flatten();
    Ok(CodeView {
        participant: person.id,
        grouped: visit.code.grouped(),
        badge: visit.badge,
        qr: Qr::of(&visit.code.payload()).map_err(|error| Fault::Document(Box::new(error)))?,
        first_name: person.name.first().to_owned(),
        accompanied_by: accompanied_by.map(|member| member.name.full()),
        nothing: false,
    })
}

/// Sittings without an event for half an hour are not in the room any more.
pub(super) fn since_recently(now: Instant) -> Instant {
    Instant::from_utc(now.utc() - chrono::Duration::minutes(30))
}

/// The parts of the program that reading a visit needs while the base is being written.
pub(super) struct Definitions<'a> {
    library: &'a crate::catalog::library::Library,
    activities: &'a [Activity],
}

/// An open digital step with the edition that the person is given.
struct DigitalStep<'a> {
    step: StepId,
    assessment: &'a Arc<Assessment>,
    sitting: Option<SittingRow>,
}

impl<'a> Definitions<'a> {
    /// Returns the person's open digital steps, in order: what was begun goes on with its own edition, what was not
    /// takes the one proposed. Steps whose assessment is retired wait for the counsellor.
    fn digital_steps(&self, base: &Base<'_>, participant: ParticipantId) -> Result<Vec<DigitalStep<'a>>, AppError> {
        let mut steps = Vec::new();
        for step in self.path(base, participant)?.into_iter().filter(|step| step.outcome.is_open()) {
            let Some(activity) = self.digital(&step) else { continue };
            let sitting = base.sitting_of_step(step.id)?;
            let assessment = match &sitting {
                Some(row) => Some(self.library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?),
                None => library::given(self.library, activity),
            };
            steps.extend(assessment.map(|assessment| DigitalStep { step: step.id, assessment, sitting }));
        }
        Ok(steps)
    }

    /// Returns the steps of every path of a person that is not over, those of the one on hand first.
    fn path(&self, base: &Base<'_>, participant: ParticipantId) -> Result<Vec<roadmap::Step>, AppError> {
        let mut steps = Vec::new();
        for referral in base.open_referrals(participant)? {
            steps.extend(base.roadmap_of_referral(referral.id)?.map(|roadmap| roadmap.steps).unwrap_or_default());
        }
        Ok(steps)
    }

    /// Returns the activity of a step that is done at a station.
    fn digital(&self, step: &roadmap::Step) -> Option<&'a Activity> {
        let activity = self.activities.iter().find(|activity| activity.id == step.activity)?;
        match &activity.form {
            Form::Digital { .. } => Some(activity),
            Form::Collective(_) | Form::Individual(_) => None,
        }
    }

    fn visit_view(&self, base: &Base<'_>, visit: &Visit) -> Result<VisitView, AppError> {
        let person = base.participant(visit.participant)?.ok_or(AppError::NotFound)?;
        let mut left = Vec::new();
        for DigitalStep { step, assessment, sitting } in self.digital_steps(base, visit.participant)? {
            let answered = sitting.map(|row| base.n_answers(row.id)).transpose()?.unwrap_or(0);
            let (title, minutes) = (assessment.about.title.clone(), assessment.about.minutes);
            left.push(VisitStep { step, title, minutes, answered, items: assessment.longest() });
        }
        let done_today = self
            .path(base, visit.participant)?
            .iter()
            .filter(|step| self.digital(step).is_some())
            .filter(|step| matches!(step.outcome, Outcome::Done { at } if at.day() == visit.day))
            .count();
        let alone = visit.accompanied_by.is_none();
        Ok(VisitView {
            visit: visit.id,
            first_name: person.name.first().to_owned(),
            extra_time: person.extra_time,
            comfort: base.comfort(visit.participant)?.unwrap_or_default(),
            notice_read: visit.notice.is_some(),
            warm_up_due: alone
                && !left.is_empty()
                && visit.warm_up.is_none()
                && !base.has_warmed_up(visit.participant)?,
            own_page: card(base, visit)?,
            left,
            done_today,
        })
    }

    fn view(&self, id: SittingId, assessment: &Arc<Assessment>, sitting: &Sitting, taken_over: bool) -> SittingView {
        let step = sitting.step(assessment);
        let on_screen = match step {
            Step::Question(index) => assessment.items().get(index),
            Step::Practice(_) | Step::End => None,
        };
        let earlier = |id: &ItemId| {
            let given = sitting.given(id).filter(|_| sitting.may_revise(assessment, id))?;
            Some((assessment.item_index(id)?, given.response.clone()))
        };
        SittingView {
            sitting: id,
            assessment: Arc::clone(assessment),
            pictures: self.library.pictures(&assessment.edition),
            recordings: self.library.recordings(&assessment.edition),
            seed: sitting.seed(),
            step,
            n_answered: sitting.n_answered(),
            n_questions: sitting.n_questions(assessment),
            clock: on_screen.and_then(|item| sitting.clock(assessment, item)),
            elapsed_millis: on_screen.map_or(0, |item| sitting.elapsed_on(&item.id)),
            hold: sitting.hold(),
            may_pause: sitting.may_pause(assessment),
            earlier: sitting.sequence().iter().filter_map(earlier).collect(),
            taken_over,
        }
    }

    fn load(&self, base: &Base<'_>, row: &SittingRow) -> Result<(&'a Arc<Assessment>, Sitting), AppError> {
        self.replay(row, base.events(row.id)?)
    }

    /// Returns a sitting whose events were read, with its definition.
    pub(super) fn replay(
        &self,
        row: &SittingRow,
        events: Vec<StampedEvent>,
    ) -> Result<(&'a Arc<Assessment>, Sitting), AppError> {
        let assessment = self.library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?;
        let events: Vec<Event> = events.into_iter().map(|stamped| stamped.event).collect();
        let sitting = Sitting::replay(assessment, row.record.seed, &events).map_err(Fault::History)?;
        Ok((assessment, sitting))
    }
}
