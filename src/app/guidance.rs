//! The roadmap: what is prescribed after the diagnostic interview, in which order, and how far it is.

use chrono::NaiveDate;

use super::documents::write_notice;
use super::names::Names;
use super::{App, AppError, Login};
use crate::domain::activity::{Activity, ActivityId, Form, Purpose, Sector};
use crate::domain::assessment::{Access, ReadingLevel};
use crate::domain::delivery::{Notice, NoticeState, NoticeSubject};
use crate::domain::effort::Effort;
use crate::domain::id::{NoticeId, ParticipantId, RoadmapId, SittingId, StepId};
use crate::domain::interview::{ProjectState, SuggestionReason};
use crate::domain::library::LibraryRefusal;
use crate::domain::person::{Consent, ConsentSubject, Role, agrees};
use crate::domain::roadmap::{Outcome, Place, Prescription, Roadmap, RoadmapRefusal, Status, Step};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::store::Base;

/// A person's path as the screens draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapView {
    pub id: RoadmapId,
    pub status: Status,
    pub project: ProjectState,
    pub steps: Vec<StepView>,
    /// Minutes of the open steps together.
    pub minutes_left: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    pub id: StepId,
    pub activity: ActivityId,
    pub title: String,
    pub form: StepForm,
    pub purpose: Purpose,
    pub place: Place,
    pub reason: String,
    pub prescribed: Instant,
    pub prescribed_by: String,
    pub minutes: u32,
    /// The last day on which it is of use to the person.
    pub deadline: Option<NaiveDate>,
    pub outcome: Outcome,
    pub progress: StepProgress,
}

/// How a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepForm {
    Digital,
    Collective,
    Individual,
}

/// What is known of an open step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepProgress {
    NotBegun,
    /// A sitting was begun: answered of total.
    Sitting {
        sitting: SittingId,
        answered: usize,
        total: usize,
    },
    /// Waits in a pool since that day, with how many others.
    Waiting {
        since: NaiveDate,
        waiting: usize,
        need: usize,
    },
    /// Has a seat in an open session.
    Seated {
        slot: TimeSlot,
    },
    Over,
}

/// One activity of the catalogue, seen from one person's roadmap.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueEntry {
    pub activity: ActivityId,
    pub title: String,
    /// The question it helps to answer.
    pub answers: String,
    pub minutes: u32,
    pub purpose: Purpose,
    pub form: StepForm,
    pub suggested: Option<SuggestionReason>,
    pub on_roadmap: bool,
    /// The advice "reflection first" speaks against it now.
    pub reflection_first: bool,
    /// Needs the person's agreement to a sector, not recorded yet.
    pub needs_agreement: bool,
    pub may_be_remote: bool,
    /// What an evaluation on a computer asks of the person, as its definition says.
    pub asks: Option<Asks>,
}

/// What an evaluation asks of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asks {
    pub reading: ReadingLevel,
    pub access: Access,
}

/// Returns how long steps take together, and over how many half-days they spread.
pub fn effort(steps: impl Iterator<Item = (StepForm, u32)>) -> Effort {
    let (mut alone, mut workshops) = (0, Vec::new());
    for (form, minutes) in steps {
        match form {
            StepForm::Collective => workshops.push(minutes),
            StepForm::Digital | StepForm::Individual => alone += minutes,
        }
    }
    Effort::of(alone, &workshops)
}

impl App {
    /// Returns the catalogue seen from one person's roadmap, suggestions first.
    pub fn catalogue(&self, login: Login, participant: ParticipantId) -> Result<Vec<CatalogueEntry>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let referral = base.referral_on_hand(participant)?.ok_or(AppError::NotFound)?;
        let roadmap = base.roadmap_of_referral(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
        let consents = base.consents(participant)?;
        let suggestions = self.suggested_after(&base, &referral)?;
        let mut entries: Vec<CatalogueEntry> = self
            .activities
            .iter()
            .filter(|activity| self.is_proposed(activity))
            .map(|activity| CatalogueEntry {
                activity: activity.id.clone(),
                title: activity.title.clone(),
                answers: activity.answers.clone(),
                minutes: activity.minutes,
                purpose: activity.purpose,
                form: form(activity),
                suggested: suggestions
                    .iter()
                    .find(|suggestion| suggestion.activity == activity.id)
                    .map(|suggestion| suggestion.why),
                on_roadmap: roadmap.steps.iter().any(|step| step.activity == activity.id),
                reflection_first: roadmap.reflection_is_missing_before(activity),
                needs_agreement: lacks_agreement(activity, &consents),
                may_be_remote: matches!(activity.form, Form::Digital { .. }),
                asks: self.asks(activity),
            })
            .collect();
        let rank = |entry: &CatalogueEntry| suggestions.iter().position(|one| one.activity == entry.activity);
        entries.sort_by_key(|entry| rank(entry).unwrap_or(usize::MAX));
        Ok(entries)
    }

    fn asks(&self, activity: &Activity) -> Option<Asks> {
        let Form::Digital { assessment } = &activity.form else { return None };
        let found = self.library.get(assessment)?;
        Some(Asks { reading: found.about.reading, access: found.access })
    }

    /// Prescribes an activity. A collective one becomes a demand; a focus on a sector also leaves a notice for the prescriber.
    ///
    /// # Errors
    /// Refuses what the rules of the path stand against; see [`Roadmap::may_prescribe`].
    pub fn prescribe(
        &mut self,
        login: Login,
        roadmap: RoadmapId,
        activity: &ActivityId,
        wish: &Prescription,
    ) -> Result<StepId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let (step, notice) = (StepId::new(self.chance.uuid(now)), NoticeId::new(self.chance.uuid(now)));
        let activity = self.activities.iter().find(|known| known.id == *activity).ok_or(AppError::NotFound)?;
        if !self.is_proposed(activity) {
            return Err(LibraryRefusal::NotProposed.into());
        }
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = open_roadmap(&base, base.roadmap(roadmap)?)?;
            let consents = base.consents(roadmap.participant)?;
            roadmap.may_prescribe(activity, wish, |sector| agreed(&consents, sector))?;
            if is_to_do(&base, &roadmap, &activity.id)? {
                return Err(RoadmapRefusal::OnAnotherPath.into());
            }
            let reason = match &wish.despite_advice {
                Some(despite) if !despite.trim().is_empty() => format!("{} ({})", wish.reason.trim(), despite.trim()),
                _ => wish.reason.trim().to_owned(),
            };
            tx.add_step(
                roadmap.id,
                &Step {
                    id: step,
                    activity: activity.id.clone(),
                    purpose: activity.purpose,
                    place: wish.place,
                    reason,
                    prescribed: now,
                    prescribed_by: login.staff,
                    outcome: Outcome::Open,
                    deadline: None,
                },
            )?;
            if let Purpose::SectorFocus(sector) = activity.purpose {
                let referral = base.referral(roadmap.referral)?.ok_or(AppError::NotFound)?;
                let subject = NoticeSubject::SectorFocus(sector);
                let participant = roadmap.participant;
                let notice = Notice {
                    id: notice,
                    prescriber: referral.prescriber,
                    participant,
                    at: now,
                    by: Some(login.staff),
                    subject,
                    state: NoticeState::Waiting,
                };
                tx.add_notice(&notice)?;
                // Neither the agreement nor the notice is optional: without the letter nothing is prescribed.
                write_notice(&base, (&self.documents, &self.palette), &notice, login.staff)?;
            }
            tx.audit(&login.entry(now, "roadmap.prescribe", step))?;
            Ok(step)
        })
    }

    /// Drops an open step, with its reason. Its seat is freed.
    ///
    /// # Errors
    /// Refuses a finished step and an empty reason.
    pub fn drop_step(&mut self, login: Login, step: StepId, reason: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = open_roadmap(&base, base.roadmap_of_step(step)?)?;
            let outcome = roadmap.drop_step(step, now, login.staff, reason)?;
            tx.free_seat(step, now)?;
            tx.end_step(step, &outcome)?;
            tx.withdraw_notices(roadmap.participant, roadmap.step(step)?.prescribed, now)?;
            Ok(tx.audit(&login.entry(now, "roadmap.drop_step", step))?)
        })
    }

    /// Takes back a prescription of today of which nothing came, with its letter unless the prescriber was told.
    ///
    /// # Errors
    /// Refuses a step of another day, a finished one, and one that has a sitting, a seat, an offer or an appointment.
    pub fn undo_prescription(&mut self, login: Login, step: StepId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = open_roadmap(&base, base.roadmap_of_step(step)?)?;
            let found = roadmap.step(step)?;
            if !found.outcome.is_open() || found.prescribed.day() != now.day() || base.step_is_under_way(step)? {
                return Err(RoadmapRefusal::UnderWay.into());
            }
            tx.withdraw_notices(roadmap.participant, found.prescribed, now)?;
            tx.remove_step(step)?;
            Ok(tx.audit(&login.entry(now, "roadmap.undo_prescribe", step))?)
        })
    }

    /// Finishes an individual step, done with the person.
    ///
    /// # Errors
    /// Refuses digital and collective steps, which finish by their sitting or their attendance.
    pub fn complete_step(&mut self, login: Login, step: StepId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = open_roadmap(&base, base.roadmap_of_step(step)?)?;
            let outcome = roadmap.complete_step(step, now)?;
            let id = &roadmap.step(step)?.activity;
            let individual = self
                .activities
                .iter()
                .any(|activity| activity.id == *id && matches!(activity.form, Form::Individual(_)));
            if !individual {
                return Err(RoadmapRefusal::NotByHand.into());
            }
            tx.end_step(step, &outcome)?;
            Ok(tx.audit(&login.entry(now, "roadmap.complete_step", step))?)
        })
    }

    /// Moves an open step before another one; `before` none puts it last.
    pub fn reorder_step(&mut self, login: Login, step: StepId, before: Option<StepId>) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = open_roadmap(&base, base.roadmap_of_step(step)?)?;
            let mut order: Vec<StepId> = roadmap.steps.iter().map(|other| other.id).filter(|id| *id != step).collect();
            let position = before.and_then(|before| order.iter().position(|id| *id == before)).unwrap_or(order.len());
            order.insert(position, step);
            tx.order_steps(&order)?;
            Ok(tx.audit(&login.entry(now, "roadmap.reorder_step", step))?)
        })
    }

    /// Returns a roadmap as the screens draw it.
    pub(super) fn roadmap_view(
        &self,
        base: &Base<'_>,
        names: &Names,
        roadmap: &Roadmap,
    ) -> Result<RoadmapView, AppError> {
        let steps =
            roadmap.steps.iter().map(|step| self.step_view(base, names, step)).collect::<Result<Vec<_>, _>>()?;
        let minutes_left = steps.iter().filter(|step| step.outcome.is_open()).map(|step| step.minutes).sum();
        Ok(RoadmapView { id: roadmap.id, status: roadmap.status(), project: roadmap.project, steps, minutes_left })
    }

    fn step_view(&self, base: &Base<'_>, names: &Names, step: &Step) -> Result<StepView, AppError> {
        let activity = self.activity(&step.activity)?;
        Ok(StepView {
            id: step.id,
            activity: step.activity.clone(),
            title: activity.title.clone(),
            form: form(activity),
            purpose: step.purpose,
            place: step.place,
            reason: step.reason.clone(),
            prescribed: step.prescribed,
            prescribed_by: names.staff(step.prescribed_by),
            minutes: activity.minutes,
            deadline: step.deadline,
            outcome: step.outcome.clone(),
            progress: self.progress(base, activity, step)?,
        })
    }

    fn progress(&self, base: &Base<'_>, activity: &Activity, step: &Step) -> Result<StepProgress, AppError> {
        if !step.outcome.is_open() {
            return Ok(StepProgress::Over);
        }
        match &activity.form {
            Form::Digital { .. } => match base.sitting_of_step(step.id)? {
                None => Ok(StepProgress::NotBegun),
                Some(sitting) => {
                    let begun = self.library.edition(&sitting.record.edition);
                    let total = begun.map_or(0, |assessment| assessment.longest());
                    Ok(StepProgress::Sitting { sitting: sitting.id, answered: base.n_answers(sitting.id)?, total })
                }
            },
            Form::Collective(workshop) => match base.seated_at(step.id)? {
                Some(slot) => Ok(StepProgress::Seated { slot }),
                None => {
                    let waiting = base.demands(&activity.id)?.len();
                    Ok(StepProgress::Waiting { since: step.prescribed.day(), waiting, need: workshop.minimum.0 })
                }
            },
            Form::Individual(_) => Ok(StepProgress::NotBegun),
        }
    }
}

fn form(activity: &Activity) -> StepForm {
    match activity.form {
        Form::Digital { .. } => StepForm::Digital,
        Form::Collective(_) => StepForm::Collective,
        Form::Individual(_) => StepForm::Individual,
    }
}

fn agreed(consents: &[Consent], sector: Sector) -> bool {
    agrees(consents, &ConsentSubject::SectorFocus(sector))
}

fn lacks_agreement(activity: &Activity, consents: &[Consent]) -> bool {
    matches!(activity.purpose, Purpose::SectorFocus(sector) if !agreed(consents, sector))
}

/// Returns whether an activity is to be done on another path of the same person: nobody waits twice for one workshop.
fn is_to_do(base: &Base<'_>, roadmap: &Roadmap, activity: &ActivityId) -> Result<bool, AppError> {
    for other in base.open_referrals(roadmap.participant)?.iter().filter(|other| other.id != roadmap.referral) {
        let steps = base.roadmap_of_referral(other.id)?.map(|roadmap| roadmap.steps).unwrap_or_default();
        if steps.iter().any(|step| step.activity == *activity && step.outcome.is_open()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the roadmap unless its synthesis, or the counsellor before its term, closed it.
fn open_roadmap(base: &Base<'_>, roadmap: Option<Roadmap>) -> Result<Roadmap, AppError> {
    let roadmap = roadmap.ok_or(AppError::NotFound)?;
    if base.closing(roadmap.referral)?.is_some() {
        return Err(RoadmapRefusal::ClosedEarly.into());
    }
    match base.synthesis_of(roadmap.id)? {
        Some(synthesis) if synthesis.is_signed() => Err(RoadmapRefusal::Closed.into()),
        _ => Ok(roadmap),
    }
}
