//! The grids of everybody who was at a session, filled in together: the same sittings as person by person.
//!
//! Attendance decides who is there. What is shown as saved is on disk; a grid ends when its observer says so.

use std::collections::{BTreeMap, BTreeSet};

use super::group_agreement::{GroupAgreement, group_agreements};
use super::{begin, has_health_right, health_leave, load};
use crate::app::kiosk::{SCORING_ENGINE, finish_again};
use crate::app::names::Names;
use crate::app::{App, AppError, Fault, Login};
use crate::catalog::library::Library;
use crate::domain::assessment::{Assessment, AssessmentId, Item, ItemId, ItemKind};
use crate::domain::grid::{GridRefusal, HealthLeave, may_enter, touches_on_health};
use crate::domain::id::{ParticipantId, SessionId, SittingId, StaffId};
use crate::domain::person::Role;
use crate::domain::response::{Answer, Response};
use crate::domain::session_life::Newcomer;
use crate::domain::sitting::{Channel, Event, Origin, Sitting, SittingRecord, SittingRefusal, Step};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Attendance, Session};
use crate::i18n::typeset;
use crate::store::{Base, SittingRow, Tx};

/// Most measures that stand side by side.
const ABREAST: usize = 6;

/// The grids that can be filled in of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupChoice {
    pub session: SessionId,
    pub title: String,
    pub slot: TimeSlot,
    pub n_present: usize,
    /// People whose attendance is not noted.
    pub n_unknown: usize,
    pub grids: Vec<GroupEntry>,
}

/// One of them, as who asks stands with it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupEntry {
    pub assessment: AssessmentId,
    pub title: String,
    pub subtitle: String,
    /// For one person.
    pub minutes: u32,
    pub n_begun: usize,
    pub n_finished: usize,
    pub touches_on_health: bool,
    /// False where it touches on health and who asks was not given the right.
    pub may_enter: bool,
}

/// One grid about everybody who was there.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupGrid {
    pub session: SessionId,
    pub assessment: AssessmentId,
    pub session_title: String,
    pub slot: TimeSlot,
    pub title: String,
    /// How to fill it in, and what people are told of it.
    pub instructions: String,
    pub rights: String,
    pub pages: Vec<GroupPage>,
    /// In the order of their names.
    pub rows: Vec<GroupRow>,
    /// Who has a seat and was not there, or whose attendance is not noted: no grid.
    pub apart: Vec<GroupApart>,
    /// Who else fills it in, and how far they are; never what they enter.
    pub others: Vec<OtherObserver>,
    /// Pairs of observers who have both finished.
    pub agreements: Vec<GroupAgreement>,
}

/// What is entered of everybody on one page: one act, one question, or measures side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupPage {
    pub section: Option<usize>,
    /// The attitude.
    pub title: String,
    pub instruction: String,
    pub items: Vec<GroupItem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupItem {
    pub id: ItemId,
    pub statement: String,
    pub kind: ItemKind,
    pub optional: bool,
}

/// One person of the group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    pub participant: ParticipantId,
    pub name: String,
    pub state: RowState,
    /// It touches on health and the person has not agreed: nothing is entered or shown.
    pub is_locked: bool,
    /// The grid, once it is begun.
    pub sitting: Option<SittingId>,
    /// What is on disk.
    pub given: BTreeMap<ItemId, Response>,
    /// What can be entered, as far as the answers so far tell.
    pub asked: BTreeSet<ItemId>,
    /// What must still be entered.
    pub missing: Vec<ItemId>,
    /// What earlier answers make the observer read.
    pub notices: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    NotBegun,
    Underway,
    Finished,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupApart {
    pub name: String,
    pub attendance: Option<Attendance>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OtherObserver {
    pub name: String,
    pub n_begun: usize,
    pub n_finished: usize,
}

/// Who of a session was there, and who was not.
struct Group {
    present: Vec<ParticipantId>,
    apart: Vec<(ParticipantId, Option<Attendance>)>,
}

/// One observer's grid of one person.
struct Entered {
    row: SittingRow,
    sitting: Sitting,
}

impl App {
    /// Returns the grids that can be filled in of a session, those underway first.
    pub fn group_grids(&self, login: Login, session: SessionId) -> Result<GroupChoice, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let (group, right) = (group_of(&base, session)?, has_health_right(&base, login)?);
        let mut grids = Vec::new();
        for assessment in self.library.all().filter(|assessment| !assessment.is_self_taken()) {
            let health = touches_on_health(assessment);
            let mut entry = GroupEntry {
                assessment: assessment.edition.id.clone(),
                title: typeset(&assessment.about.title),
                subtitle: typeset(&assessment.about.subtitle),
                minutes: assessment.about.minutes,
                n_begun: 0,
                n_finished: 0,
                touches_on_health: health,
                may_enter: right || !health,
            };
            for one in entered(&self.library, &base, session, &entry.assessment)? {
                if observer(&one.row) == Some(login.staff) {
                    entry.n_begun += 1;
                    entry.n_finished += usize::from(one.sitting.is_finished());
                }
            }
            grids.push(entry);
        }
        grids.sort_by_key(|entry| entry.n_begun == 0);
        Ok(GroupChoice {
            session,
            title: self.title_of(&found.workshop),
            slot: found.slot,
            n_present: group.present.len(),
            n_unknown: group.apart.iter().filter(|(_, attendance)| attendance.is_none()).count(),
            grids,
        })
    }

    /// Returns one grid about everybody who was at a session, as its observer fills it in.
    ///
    /// # Errors
    /// Refuses what people answer alone, and what touches on health without the right to handle it.
    pub fn group_grid(
        &self,
        login: Login,
        session: SessionId,
        assessment: &AssessmentId,
    ) -> Result<GroupGrid, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let session = base.session(session)?.ok_or(AppError::NotFound)?;
        group_grid(&base, &self.library, login, (&session, self.title_of(&session.workshop)), assessment)
    }

    /// Opens the grid of one person of a session, or goes on with the one that the same observer began there.
    ///
    /// # Errors
    /// Refuses somebody who was not there, a finished grid, and what [`App::begin_grid`] refuses.
    pub fn begin_grid_of_session(
        &mut self,
        login: Login,
        (session, participant): (SessionId, ParticipantId),
        assessment: &AssessmentId,
    ) -> Result<SittingId, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let (id, seed) = (SittingId::new(self.chance.uuid(now)), self.chance.seed());
        let library = &self.library;
        self.store.write(|tx| {
            let place = Place::read(tx, library, login, session, assessment)?;
            let one = place.grid_of(tx, participant, (id, seed), now)?;
            if one.sitting.is_finished() {
                return Err(SittingRefusal::Finished.into());
            }
            Ok(one.row.id)
        })
    }

    /// Enters answers about people of a session, in any order; `took_millis` is the time that all took together. The grids
    /// stay open, so that a rating can be corrected until [`App::finish_group`].
    ///
    /// # Errors
    /// Refuses somebody who was not there, what a sitting does not take, and what [`App::group_grid`] refuses; nothing is
    /// recorded then.
    pub fn fill_group(
        &mut self,
        login: Login,
        (session, assessment): (SessionId, &AssessmentId),
        answers: &[(ParticipantId, ItemId, Answer)],
        took_millis: u64,
    ) -> Result<GroupGrid, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let chance = &mut self.chance;
        let library = &self.library;
        let each = took_millis / (answers.len() as u64).max(1);
        self.store.write(|tx| {
            let place = Place::read(tx, library, login, session, assessment)?;
            let mut people: BTreeMap<ParticipantId, Vec<(&ItemId, &Answer)>> = BTreeMap::new();
            for (participant, item, answer) in answers {
                people.entry(*participant).or_default().push((item, answer));
            }
            for (participant, mut given) in people {
                // An answer may open the next ones.
                given.sort_by_key(|(item, _)| place.assessment.item_index(item));
                let new = (SittingId::new(chance.uuid(now)), chance.seed());
                let mut one = place.grid_of(tx, participant, new, now)?;
                let mut events = Vec::new();
                for (item, answer) in given {
                    let grid = &place.assessment;
                    let mut more = one.sitting.answer(grid, &Channel::Desk, item, answer.clone(), each)?;
                    // The observer ends it, once everybody was looked at again.
                    more.retain(|event| *event != Event::Finished);
                    more.iter().for_each(|event| one.sitting.apply(grid, event));
                    events.extend(more);
                }
                tx.append_events(one.row.id, now, &events)?;
            }
            Ok::<(), AppError>(())
        })?;
        self.group_grid(login, session, assessment)
    }

    /// Finishes and scores the grids of a session in which nothing is missing; the others wait.
    ///
    /// # Errors
    /// Refuses what [`App::group_grid`] refuses.
    pub fn finish_group(
        &mut self,
        login: Login,
        session: SessionId,
        assessment: &AssessmentId,
    ) -> Result<GroupGrid, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let library = &self.library;
        self.store.write(|tx| {
            let place = Place::read(tx, library, login, session, assessment)?;
            for mut one in entered(library, &tx.base(), session, assessment)? {
                let agreed = health_leave(&tx.base(), login, one.row.participant)?;
                let is_mine = observer(&one.row) == Some(login.staff);
                if !is_mine || one.sitting.is_finished() || may_enter(&place.assessment, agreed).is_err() {
                    continue;
                }
                let events = left_out(&place.assessment, &mut one.sitting)?;
                if one.sitting.is_finished() {
                    place.record(tx, &one, now, &events)?;
                }
            }
            Ok::<(), AppError>(())
        })?;
        self.group_grid(login, session, assessment)
    }
}

/// Leaves out what may be; returns the events. The sitting is not finished where something must still be entered.
fn left_out(assessment: &Assessment, sitting: &mut Sitting) -> Result<Vec<Event>, AppError> {
    let mut events = Vec::new();
    while let Step::Question(index) = sitting.step(assessment) {
        let Some(item) = assessment.items().get(index) else { break };
        let answer = match item.kind {
            ItemKind::Information => Answer::Seen,
            _ if item.optional => Answer::PrefersNot,
            _ => break,
        };
        let more = sitting.answer(assessment, &Channel::Desk, &item.id, answer, 0)?;
        more.iter().for_each(|event| sitting.apply(assessment, event));
        events.extend(more);
    }
    let end = sitting.end(assessment);
    end.iter().for_each(|event| sitting.apply(assessment, event));
    events.extend(end);
    Ok(events)
}

/// A session and the grid that one observer fills in of it.
struct Place<'a> {
    session: Session,
    library: &'a Library,
    assessment: std::sync::Arc<Assessment>,
    present: Vec<ParticipantId>,
    login: Login,
}

impl<'a> Place<'a> {
    fn read(
        tx: &Tx<'_>,
        library: &'a Library,
        login: Login,
        session: SessionId,
        assessment: &AssessmentId,
    ) -> Result<Self, AppError> {
        let base = tx.base();
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let assessment = grid_in(&base, library, login, session, assessment)?;
        check_may_open(&base, login, &assessment)?;
        let present = group_of(&base, session)?.present;
        Ok(Self { session: found, library, assessment, present, login })
    }

    /// Returns the observer's grid of one person; begins it when there is none.
    fn grid_of(
        &self,
        tx: &Tx<'_>,
        participant: ParticipantId,
        (id, seed): (SittingId, u64),
        now: Instant,
    ) -> Result<Entered, AppError> {
        let base = tx.base();
        if !self.present.contains(&participant) {
            return Err(GridRefusal::NotThere.into());
        }
        may_enter(&self.assessment, health_leave(&base, self.login, participant)?)?;
        let own = entered(self.library, &base, self.session.id, &self.assessment.edition.id)?.into_iter();
        let mut own = own.filter(|one| one.row.participant == participant);
        if let Some(one) = own.find(|one| observer(&one.row) == Some(self.login.staff)) {
            return Ok(one);
        }
        let origin = Origin::Observed {
            by: self.login.staff,
            workshop: Some(self.session.workshop.clone()),
            session: Some(self.session.id),
        };
        let record =
            SittingRecord { edition: self.assessment.edition.clone(), engine: SCORING_ENGINE.to_owned(), seed };
        let row = SittingRow { id, origin, participant, record };
        let sitting = begin(tx, self.library, self.login, &row, now)?;
        Ok(Entered { row, sitting })
    }

    fn record(&self, tx: &Tx<'_>, one: &Entered, now: Instant, events: &[Event]) -> Result<(), AppError> {
        tx.append_events(one.row.id, now, events)?;
        if events.contains(&Event::Finished) {
            finish_again(tx, &one.row, &self.assessment, &one.sitting, now, false)?;
            tx.audit(&self.login.entry(now, "grid.finish", one.row.participant))?;
        }
        Ok(())
    }
}

fn check_may_open(base: &Base<'_>, login: Login, assessment: &Assessment) -> Result<(), AppError> {
    Ok(may_enter(assessment, HealthLeave { agreed: true, right: has_health_right(base, login)? })?)
}

/// Returns the edition that an observer fills in of a session: the one that they began there, else the one proposed.
fn grid_in(
    base: &Base<'_>,
    library: &Library,
    login: Login,
    session: SessionId,
    assessment: &AssessmentId,
) -> Result<std::sync::Arc<Assessment>, AppError> {
    let mine = base.sittings_of_session(session)?.into_iter();
    let begun = mine.into_iter().find(|row| observer(row) == Some(login.staff) && row.record.edition.id == *assessment);
    if let Some(row) = begun {
        return Ok(std::sync::Arc::clone(library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?));
    }
    let proposed = library.get(assessment).ok_or(AppError::NotFound)?;
    Ok(std::sync::Arc::clone(library.edition(&proposed.edition).ok_or(Fault::DefinitionGone)?))
}

fn observer(row: &SittingRow) -> Option<StaffId> {
    match row.origin {
        Origin::Observed { by, .. } => Some(by),
        Origin::Step(_) => None,
    }
}

/// Returns who was at a session: those who are noted present, and participants who came without a seat.
fn group_of(base: &Base<'_>, session: SessionId) -> Result<Group, AppError> {
    let mut group = Group { present: Vec::new(), apart: Vec::new() };
    for seat in base.seats(session)?.into_iter().filter(|seat| !seat.withdrawn) {
        match seat.attendance {
            Some(Attendance::Present) => group.present.push(seat.participant),
            Some(Attendance::CancelledByService) => {}
            Some(Attendance::Excused | Attendance::NoShow) | None => {
                group.apart.push((seat.participant, seat.attendance));
            }
        }
    }
    for walk_in in base.walk_ins(session)? {
        if let Newcomer::Participant(participant) = walk_in.who
            && !group.present.contains(&participant)
        {
            group.present.push(participant);
        }
    }
    Ok(group)
}

/// Returns the grids of a session, of every observer.
fn entered(
    library: &Library,
    base: &Base<'_>,
    session: SessionId,
    assessment: &AssessmentId,
) -> Result<Vec<Entered>, AppError> {
    let rows = base.sittings_of_session(session)?.into_iter();
    let rows = rows.filter(|row| row.record.edition.id == *assessment);
    rows.map(|row| Ok(Entered { sitting: load(library, base, &row)?.1, row })).collect()
}

fn group_grid(
    base: &Base<'_>,
    library: &Library,
    login: Login,
    (session, session_title): (&Session, String),
    assessment: &AssessmentId,
) -> Result<GroupGrid, AppError> {
    let grid = grid_in(base, library, login, session.id, assessment)?;
    check_may_open(base, login, &grid)?;
    let (names, group) = (Names::read(base)?, group_of(base, session.id)?);
    let (mine, theirs): (Vec<Entered>, Vec<Entered>) = entered(library, base, session.id, assessment)?
        .into_iter()
        .partition(|one| observer(&one.row) == Some(login.staff));
    let mut rows = Vec::new();
    // Whose attendance was corrected meanwhile keeps what was entered.
    let begun = mine.iter().map(|one| one.row.participant).filter(|one| !group.present.contains(one));
    for participant in group.present.iter().copied().chain(begun) {
        let one = mine.iter().find(|one| one.row.participant == participant);
        let agreed = may_enter(&grid, health_leave(base, login, participant)?).is_ok();
        rows.push(row_view(&grid, participant, names.participant(participant), one, !agreed));
    }
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    let mut apart: Vec<GroupApart> = group
        .apart
        .into_iter()
        .map(|(participant, attendance)| GroupApart { name: names.participant(participant), attendance })
        .collect();
    apart.sort_by(|one, other| one.name.cmp(&other.name));
    let mut others: BTreeMap<StaffId, OtherObserver> = BTreeMap::new();
    for one in &theirs {
        let Some(by) = observer(&one.row) else { continue };
        let new = || OtherObserver { name: names.staff(by), n_begun: 0, n_finished: 0 };
        let other = others.entry(by).or_insert_with(new);
        other.n_begun += 1;
        other.n_finished += usize::from(one.sitting.is_finished());
    }
    let all: Vec<(StaffId, &SittingRow, &Sitting)> = mine
        .iter()
        .chain(&theirs)
        .filter(|one| one.row.record.edition == grid.edition)
        .filter_map(|one| Some((observer(&one.row)?, &one.row, &one.sitting)))
        .collect();
    Ok(GroupGrid {
        session: session.id,
        assessment: assessment.clone(),
        session_title,
        slot: session.slot,
        title: typeset(&grid.about.title),
        instructions: typeset(&grid.instructions.start),
        rights: typeset(&grid.instructions.rights),
        pages: pages(&grid),
        rows,
        apart,
        others: others.into_values().collect(),
        agreements: group_agreements(&grid, &all, login.staff, &names),
    })
}

fn row_view(
    assessment: &Assessment,
    participant: ParticipantId,
    name: String,
    one: Option<&Entered>,
    is_locked: bool,
) -> GroupRow {
    let (unbegun, _) = Sitting::begin(0, Channel::Desk, crate::domain::person::ExtraTime::None);
    let sitting = one.map_or(&unbegun, |one| &one.sitting);
    let items = assessment.items();
    let is_notice = |item: &Item| matches!(item.kind, ItemKind::Information);
    let asked = |item: &&Item| !is_locked && !is_notice(item) && sitting.is_asked(item);
    let open = |item: &&Item| asked(item) || (!is_locked && sitting.may_revise(assessment, &item.id));
    let told = |item: &&Item| is_notice(item) && (sitting.is_asked(item) || sitting.given(&item.id).is_some());
    let given = |item: &Item| Some((item.id.clone(), sitting.given(&item.id)?.response.clone()));
    GroupRow {
        participant,
        name,
        state: match one {
            None => RowState::NotBegun,
            Some(_) if sitting.is_finished() => RowState::Finished,
            Some(_) => RowState::Underway,
        },
        is_locked,
        sitting: one.map(|one| one.row.id),
        given: if is_locked { BTreeMap::new() } else { items.iter().filter_map(given).collect() },
        asked: items.iter().filter(open).map(|item| item.id.clone()).collect(),
        missing: items.iter().filter(asked).filter(|item| !item.optional).map(|item| item.id.clone()).collect(),
        notices: if is_locked {
            Vec::new()
        } else {
            items.iter().filter(told).map(|item| typeset(&item.statement)).collect()
        },
    }
}

/// Returns the pages: one for an act or a question, one for measures of a section that follow each other.
fn pages(assessment: &Assessment) -> Vec<GroupPage> {
    let mut pages: Vec<GroupPage> = Vec::new();
    for item in assessment.items().iter().filter(|item| !matches!(item.kind, ItemKind::Information)) {
        let shown = GroupItem {
            id: item.id.clone(),
            statement: typeset(&item.statement),
            kind: item.kind.clone(),
            optional: item.optional,
        };
        let is_number = |kind: &ItemKind| matches!(kind, ItemKind::Measure { .. } | ItemKind::Number { .. });
        if let Some(page) = pages.last_mut()
            && page.section == item.section
            && page.items.len() < ABREAST
            && is_number(&item.kind)
            && page.items.iter().all(|other| is_number(&other.kind))
        {
            page.items.push(shown);
            continue;
        }
        let section = item.section.and_then(|index| assessment.sections().get(index));
        pages.push(GroupPage {
            section: item.section,
            title: typeset(section.map_or(assessment.about.title.as_str(), |section| section.title.as_str())),
            instruction: typeset(section.map_or("", |section| section.instruction.as_str())),
            items: vec![shown],
        });
    }
    pages
}
