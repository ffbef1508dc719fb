//! The staff's side of a sitting in the room: hold it, let it go on, take an item out, answer with the person.

mod stations;

pub use self::stations::{CurrentQuestion, StationSitting, StationView};
use super::kiosk::{CodeView, code_view, finish_again};
use super::{App, AppError, Fault, Login};
use crate::catalog::library::Library;
use crate::domain::assessment::{Assessment, ItemId};
use crate::domain::id::{ParticipantId, SittingId, StaffId};
use crate::domain::person::Role;
use crate::domain::sitting::{Event, Origin, Sitting, SittingRefusal};
use crate::domain::stamp::Instant;
use crate::domain::visit::Visit;
use crate::store::Tx;

impl App {
    /// Makes a sitting pause from the desk, whatever the assessment allows: the person needs a break.
    ///
    /// # Errors
    /// Refuses a finished sitting.
    pub fn pause_for(&mut self, login: Login, sitting: SittingId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        self.decide(login, sitting, "sitting.pause", |state, _| match (state.is_finished(), state.hold()) {
            (true, _) => Err(SittingRefusal::Finished),
            (false, Some(_)) => Ok(Vec::new()),
            (false, None) => Ok(vec![Event::Paused]),
        })
    }

    /// Lets a sitting go on: after a pause, or because somebody came to who called.
    pub fn resume_for(&mut self, login: Login, sitting: SittingId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        self.decide(login, sitting, "sitting.resume", |state, _| Ok(state.resume()))
    }

    /// Takes an item out of a sitting, with the reason. A finished sitting is scored again without it.
    ///
    /// # Errors
    /// Refuses an unknown item and an empty reason.
    pub fn neutralise(
        &mut self,
        login: Login,
        sitting: SittingId,
        item: &ItemId,
        reason: &str,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        self.decide(login, sitting, "sitting.neutralise", |state, assessment| {
            state.neutralise(assessment, item, reason)
        })
    }

    fn decide(
        &mut self,
        login: Login,
        sitting: SittingId,
        action: &str,
        decide: impl FnOnce(&Sitting, &Assessment) -> Result<Vec<Event>, SittingRefusal>,
    ) -> Result<(), AppError> {
        let now = self.now();
        let library = &self.library;
        self.store.write(|tx| {
            let row = tx.base().sitting(sitting)?.ok_or(AppError::NotFound)?;
            let assessment = library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?;
            let events: Vec<Event> = tx.base().events(row.id)?.into_iter().map(|stamped| stamped.event).collect();
            let mut state = Sitting::replay(assessment, row.record.seed, &events).map_err(Fault::History)?;
            let was_finished = state.is_finished();
            let new = decide(&state, assessment)?;
            if new.is_empty() {
                return Ok(());
            }
            tx.append_events(sitting, now, &new)?;
            new.iter().for_each(|event| state.apply(assessment, event));
            if state.is_finished() {
                finish_again(tx, &row, assessment, &state, now, was_finished)?;
            }
            Ok(tx.audit(&login.entry(now, action, row.subject()))?)
        })
    }

    /// Notes that a member of the staff reads aloud and answers for the person in today's visit, or no longer does.
    /// Sittings of the visit say so from then on, the one under way too. What was answered with help stays so.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] when the person has no code of the day.
    pub fn accompany(
        &mut self,
        login: Login,
        participant: ParticipantId,
        accompanied: bool,
    ) -> Result<CodeView, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let library = &self.library;
        self.store.write(|tx| {
            let base = tx.base();
            let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
            let visit = base.visit_of(participant, now.day())?.ok_or(AppError::NotFound)?;
            let by = accompanied.then_some(login.staff);
            if visit.accompanied_by != by {
                tx.set_accompanied(visit.id, by)?;
                note_help(tx, library, participant, by, now)?;
                let action = if accompanied { "visit.accompany" } else { "visit.leave_alone" };
                tx.audit(&login.entry(now, action, participant))?;
            }
            code_view(&base, &person, &Visit { accompanied_by: by, ..visit })
        })
    }
}

/// Tells the sitting of today that is under way; one that is opened again later is told then.
fn note_help(
    tx: &Tx<'_>,
    library: &Library,
    participant: ParticipantId,
    by: Option<StaffId>,
    now: Instant,
) -> Result<(), AppError> {
    for row in tx.base().sittings_of(participant)? {
        let history = tx.base().events(row.id)?;
        let is_today = history.last().is_some_and(|last| last.at.day() == now.day());
        if !is_today || !matches!(row.origin, Origin::Step(_)) {
            continue;
        }
        let assessment = library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?;
        let events: Vec<Event> = history.into_iter().map(|stamped| stamped.event).collect();
        let state = Sitting::replay(assessment, row.record.seed, &events).map_err(Fault::History)?;
        tx.append_events(row.id, now, &state.accompany(by))?;
    }
    Ok(())
}
