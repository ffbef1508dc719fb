//! Grids: a member of the staff enters what was observed or measured of one person, a page an attitude.
//!
//! Two observers are two sittings: nobody sees the other's before both are finished.

mod group;
mod group_agreement;

use std::collections::{BTreeMap, BTreeSet};

use super::kiosk::{SCORING_ENGINE, finish_again};
use super::library::keep;
use super::names::Names;
use super::{App, AppError, Fault, Login};
use crate::domain::activity::ActivityId;
use crate::domain::assessment::{Assessment, AssessmentId, Item, ItemId, ItemKind};
use crate::domain::grid::{HealthLeave, may_enter, touches_on_health};
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::person::{ConsentSubject, ExtraTime, Role, agrees};
use crate::domain::response::{Answer, Response};
use crate::domain::sitting::{Channel, Event, Origin, Sitting, SittingRecord};
use crate::domain::stamp::Instant;
use crate::i18n::typeset;
use crate::store::{Base, SittingRow, Tx};

pub use group::{
    GroupApart, GroupChoice, GroupEntry, GroupGrid, GroupItem, GroupPage, GroupRow, OtherObserver, RowState,
};
pub use group_agreement::{AttitudeAgreement, GroupAgreement, MeasureAgreement};

/// A grid that can be filled in about one person.
#[derive(Clone, Debug, PartialEq)]
pub struct GridEntry {
    pub assessment: AssessmentId,
    pub title: String,
    pub subtitle: String,
    pub minutes: u32,
    pub agreement: Agreement,
    /// Begun and not finished by who asks.
    pub underway: bool,
}

/// Whether the person's agreement to health data stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    NotNeeded,
    Given,
    Missing,
    /// Who asks was not given the right to handle health data.
    NoRight,
}

/// A grid being filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct GridView {
    pub sitting: SittingId,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub title: String,
    /// How to fill it in, and what the person is told of it.
    pub instructions: String,
    pub rights: String,
    /// One an attitude; a page that the answers so far leave out is absent.
    pub pages: Vec<GridPage>,
    /// With those that answers to come may open.
    pub n_pages: usize,
    pub finished: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GridPage {
    pub title: String,
    pub instruction: String,
    pub items: Vec<GridItem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GridItem {
    pub id: ItemId,
    pub statement: String,
    pub kind: ItemKind,
    pub given: Option<Response>,
    pub optional: bool,
}

impl App {
    /// Returns what can be filled in about a person.
    pub fn grids(&self, login: Login, participant: ParticipantId) -> Result<Vec<GridEntry>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let health = health_leave(&base, login, participant)?;
        let mut underway = Vec::new();
        for row in base.sittings_of(participant)? {
            if is_by(&row, login) && !self.is_finished(&base, &row)? {
                underway.push(row.record.edition.id);
            }
        }
        let grids = self.library.all().filter(|assessment| !assessment.is_self_taken());
        let entry = |assessment: &Assessment| GridEntry {
            assessment: assessment.edition.id.clone(),
            title: typeset(&assessment.about.title),
            subtitle: typeset(&assessment.about.subtitle),
            minutes: assessment.about.minutes,
            agreement: match (touches_on_health(assessment), health) {
                (false, _) => Agreement::NotNeeded,
                (true, HealthLeave { right: false, .. }) => Agreement::NoRight,
                (true, HealthLeave { agreed: true, .. }) => Agreement::Given,
                (true, HealthLeave { agreed: false, .. }) => Agreement::Missing,
            },
            underway: underway.contains(&assessment.edition.id),
        };
        Ok(grids.map(|assessment| entry(assessment)).collect())
    }

    fn is_finished(&self, base: &Base<'_>, row: &SittingRow) -> Result<bool, AppError> {
        Ok(base.events(row.id)?.iter().any(|stamped| stamped.event == Event::Finished))
    }

    /// Begins a grid about a person, or goes on with the one that the same observer began.
    ///
    /// # Errors
    /// Refuses what the person answers alone, and health data without the person's agreement or the right to handle them.
    pub fn begin_grid(
        &mut self,
        login: Login,
        participant: ParticipantId,
        assessment: &AssessmentId,
        workshop: Option<&ActivityId>,
    ) -> Result<SittingId, AppError> {
        login.allow(&[Role::Facilitator])?;
        self.catch_up()?;
        let now = self.now();
        let (id, seed) = (SittingId::new(self.chance.uuid(now)), self.chance.seed());
        let library = &self.library;
        self.store.write(|tx| {
            let base = tx.base();
            base.participant(participant)?.ok_or(AppError::NotFound)?;
            let assessment = library.get(assessment).ok_or(AppError::NotFound)?;
            may_enter(assessment, health_leave(&base, login, participant)?)?;
            let origin = Origin::Observed { by: login.staff, workshop: workshop.cloned(), session: None };
            for row in base.sittings_of(participant)? {
                if row.origin != origin || row.record.edition.id != assessment.edition.id {
                    continue;
                }
                let (assessment, mut sitting) = load(library, &base, &row)?;
                if sitting.is_finished() {
                    continue;
                }
                let last = base.events(row.id)?.last().map_or(now, |stamped| stamped.at);
                let days = u32::try_from((now.day() - last.day()).num_days()).unwrap_or(0);
                let events = sitting.reopen(&assessment, &Channel::Desk, days)?;
                tx.append_events(row.id, now, &events)?;
                events.iter().for_each(|event| sitting.apply(&assessment, event));
                tx.audit(&login.entry(now, "grid.resume", participant))?;
                return Ok(row.id);
            }
            let record = SittingRecord { edition: assessment.edition.clone(), engine: SCORING_ENGINE.to_owned(), seed };
            let row = SittingRow { id, origin, participant, record };
            begin(tx, library, login, &row, now)?;
            Ok(id)
        })
    }

    /// Returns a grid as its observer fills it in.
    pub fn grid(&self, login: Login, sitting: SittingId) -> Result<GridView, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let row = base.sitting(sitting)?.ok_or(AppError::NotFound)?;
        is_by(&row, login).then_some(()).ok_or(AppError::Forbidden)?;
        let (assessment, state) = load(&self.library, &base, &row)?;
        may_enter(&assessment, health_leave(&base, login, row.participant)?)?;
        let name = Names::read(&base)?.participant(row.participant);
        view(&row, &assessment, &state, name)
    }

    /// Enters answers in the order of the grid; the last one finishes and scores it. `took_millis` is the time that all
    /// took together.
    ///
    /// # Errors
    /// Refuses what the sitting does not take; nothing is recorded then.
    pub fn fill_grid(
        &mut self,
        login: Login,
        sitting: SittingId,
        answers: &[(ItemId, Answer)],
        took_millis: u64,
    ) -> Result<GridView, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let library = &self.library;
        let each = took_millis / (answers.len() as u64).max(1);
        self.store.write(|tx| {
            let row = tx.base().sitting(sitting)?.ok_or(AppError::NotFound)?;
            is_by(&row, login).then_some(()).ok_or(AppError::Forbidden)?;
            let (assessment, mut state) = load(library, &tx.base(), &row)?;
            may_enter(&assessment, health_leave(&tx.base(), login, row.participant)?)?;
            let mut events = Vec::new();
            for (item, answer) in answers {
                let given = state.answer(&assessment, &Channel::Desk, item, answer.clone(), each)?;
                given.iter().for_each(|event| state.apply(&assessment, event));
                events.extend(given);
            }
            // Filled in with the group, it was kept open until its observer ends it.
            let end = state.end(&assessment);
            end.iter().for_each(|event| state.apply(&assessment, event));
            events.extend(end);
            tx.append_events(sitting, now, &events)?;
            if events.contains(&Event::Finished) {
                finish_again(tx, &row, &assessment, &state, now, false)?;
                tx.audit(&login.entry(now, "grid.finish", row.participant))?;
            }
            let name = Names::read(&tx.base())?.participant(row.participant);
            view(&row, &assessment, &state, name)
        })
    }
}

/// Returns what stands between who works and a person's health data.
fn health_leave(base: &Base<'_>, login: Login, participant: ParticipantId) -> Result<HealthLeave, AppError> {
    let agreed = agrees(&base.consents(participant)?, &ConsentSubject::HealthData);
    Ok(HealthLeave { agreed, right: has_health_right(base, login)? })
}

/// Returns whether who works enters and reads measures that touch on health.
pub(super) fn has_health_right(base: &Base<'_>, login: Login) -> Result<bool, AppError> {
    Ok(base.staff_member(login.staff)?.is_some_and(|member| member.may_handle_health()))
}

/// Begins a grid; its definition is kept from now on.
fn begin(
    tx: &Tx<'_>,
    library: &crate::catalog::library::Library,
    login: Login,
    row: &SittingRow,
    now: Instant,
) -> Result<Sitting, AppError> {
    keep(tx, library.held(&row.record.edition).ok_or(Fault::DefinitionGone)?, now)?;
    let (sitting, event) = Sitting::begin(row.record.seed, Channel::Desk, ExtraTime::None);
    tx.add_sitting(row)?;
    tx.append_events(row.id, now, &[event])?;
    tx.audit(&login.entry(now, "grid.begin", row.participant))?;
    Ok(sitting)
}

fn is_by(row: &SittingRow, login: Login) -> bool {
    matches!(&row.origin, Origin::Observed { by, .. } if *by == login.staff)
}

fn load(
    library: &crate::catalog::library::Library,
    base: &Base<'_>,
    row: &SittingRow,
) -> Result<(std::sync::Arc<Assessment>, Sitting), AppError> {
    let assessment = library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?;
    let events: Vec<Event> = base.events(row.id)?.into_iter().map(|stamped| stamped.event).collect();
    let sitting = Sitting::replay(assessment, row.record.seed, &events).map_err(Fault::History)?;
    Ok((std::sync::Arc::clone(assessment), sitting))
}

fn view(row: &SittingRow, assessment: &Assessment, state: &Sitting, name: String) -> Result<GridView, AppError> {
    let responses: BTreeMap<ItemId, Response> = state.responses(assessment);
    let mut pages: Vec<(Option<usize>, GridPage)> = Vec::new();
    for item in assessment.items().iter().filter(|item| responses.contains_key(&item.id)) {
        let item_view = grid_item(item, state)?;
        match pages.last_mut() {
            Some((section, page)) if *section == item.section => page.items.push(item_view),
            Some(_) | None => {
                let section = item.section.and_then(|index| assessment.sections().get(index));
                let title = section.map_or(assessment.about.title.as_str(), |section| section.title.as_str());
                let instruction = section.map_or("", |section| section.instruction.as_str());
                let page =
                    GridPage { title: typeset(title), instruction: typeset(instruction), items: vec![item_view] };
                pages.push((item.section, page));
            }
        }
    }
    // A page that is hidden and comes after those on hand may still open; one before them was left out for good.
    let last = pages.last().and_then(|(section, _)| *section);
    let hidden: BTreeSet<Option<usize>> =
        assessment.items().iter().map(|item| item.section).filter(|section| *section > last).collect();
    let n_hidden = if state.is_finished() { 0 } else { hidden.len() };
    Ok(GridView {
        sitting: row.id,
        participant: row.participant,
        participant_name: name,
        title: typeset(&assessment.about.title),
        instructions: typeset(&assessment.instructions.start),
        rights: typeset(&assessment.instructions.rights),
        n_pages: pages.len() + n_hidden,
        pages: pages.into_iter().map(|(_, page)| page).collect(),
        finished: state.is_finished(),
    })
}

fn grid_item(item: &Item, state: &Sitting) -> Result<GridItem, AppError> {
    let made = item.made(state.seed()).map_err(crate::domain::sitting::SittingRefusal::from)?;
    Ok(GridItem {
        id: item.id.clone(),
        statement: typeset(&made.statement),
        kind: made.kind.clone(),
        given: state.given(&item.id).map(|given| given.response.clone()),
        optional: item.optional,
    })
}
