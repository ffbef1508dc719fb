//! The stations as the desk sees them: who is there, how far, who calls, and which one waits to be released.

use chrono::{NaiveDate, NaiveTime};

use crate::app::kiosk::since_recently;
use crate::app::kiosk::station::{exit_guard, put_exit_guard};
use crate::app::names::Names;
use crate::app::{App, AppError, Login};
use crate::domain::assessment::{Assessment, ItemId};
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::person::Role;
use crate::domain::response::Answer;
use crate::domain::sitting::{Channel, Event, Hold, Sitting, Step};
use crate::domain::stamp::Instant;
use crate::domain::visit::{ExitGuard, StationGuard};
use crate::i18n::typeset;
use crate::store::{Base, StationRow};

/// A station as the desk lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct StationView {
    pub name: String,
    pub blocked: bool,
    /// Until when no staff code is looked at, because too many were wrong.
    pub staff_code_rests: Option<Instant>,
    pub last_seen: Instant,
    /// Who is there now: person, assessment, answered, total.
    pub sitting: Option<StationSitting>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StationSitting {
    pub sitting: SittingId,
    pub participant: ParticipantId,
    pub name: String,
    pub title: String,
    pub answered: usize,
    pub total: usize,
    pub since: Instant,
    /// The person called for help at this instant, and nobody has answered.
    pub calls_since: Option<Instant>,
    /// Why the clock stands still.
    pub hold: Option<Hold>,
    /// The question on screen, told to the counsellor only, who may take it out.
    pub current: Option<CurrentQuestion>,
    /// Who answers for the person.
    pub accompanied_by: Option<String>,
}

/// The question that a person has on screen now.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentQuestion {
    pub item: ItemId,
    /// Its number as the person counts, from 1.
    pub number: usize,
    pub words: String,
}

impl App {
    /// Returns the stations with what happens there.
    pub fn stations(&self, login: Login) -> Result<Vec<StationView>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let underway = self.sittings_underway(&base, &names, login)?;
        let stations = base.stations()?.into_iter().map(|station| {
            Ok(StationView {
                sitting: underway.iter().find(|(name, _)| *name == station.name).map(|(_, sitting)| sitting.clone()),
                blocked: station.guard == StationGuard::Blocked,
                staff_code_rests: exit_guard(&base, &station.name)?.rests_until(self.now()),
                last_seen: station.last_seen,
                name: station.name,
            })
        });
        stations.collect()
    }

    fn sittings_underway(
        &self,
        base: &Base<'_>,
        names: &Names,
        login: Login,
    ) -> Result<Vec<(String, StationSitting)>, AppError> {
        let recently = since_recently(self.now());
        let mut found: Vec<(Instant, String, StationSitting)> = Vec::new();
        for row in base.sittings_underway(since_midnight(self.day()))? {
            let events = base.events(row.id)?;
            let (Some(first), Some(last)) = (events.first(), events.last()) else { continue };
            let calls_since = events.iter().rev().find(|stamped| stamped.event == Event::HelpCalled);
            let (since, last_at, called_at) = (first.at, last.at, calls_since.map(|stamped| stamped.at));
            // A definition that was set aside has nothing to show here; its results say so.
            if self.library.edition(&row.record.edition).is_none() {
                continue;
            }
            let definitions = self.definitions();
            let (assessment, state) = definitions.replay(&row, events)?;
            let Channel::Station(name) = state.channel().clone() else { continue };
            // A call stays on the list until somebody comes, however long that takes.
            if last_at < recently && state.hold() != Some(Hold::Help) {
                continue;
            }
            let current = current_question(assessment, &state).filter(|_| login.role == Role::Counsellor);
            let sitting = StationSitting {
                sitting: row.id,
                participant: row.participant,
                name: names.participant(row.participant),
                title: assessment.about.title.clone(),
                answered: state.n_answered(),
                total: state.n_questions(assessment),
                since,
                hold: state.hold(),
                calls_since: called_at.filter(|_| state.hold() == Some(Hold::Help)),
                current,
                accompanied_by: state.accompanied_by().map(|by| names.staff(by)),
            };
            found.push((last_at, name, sitting));
        }
        // A station shows its latest sitting, unless somebody called from there.
        found.sort_by_key(|(at, _, sitting)| std::cmp::Reverse((sitting.calls_since.is_some(), *at)));
        Ok(found.into_iter().map(|(_, name, sitting)| (name, sitting)).collect())
    }

    /// Returns the answers of a sitting as they are on disk, in their order: what a check of the base compares. Each
    /// comes with the number of times that the sitting had begun again before it.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for an unknown sitting.
    pub fn answers_on_disk(&self, login: Login, sitting: SittingId) -> Result<Vec<(usize, ItemId, Answer)>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        base.sitting(sitting)?.ok_or(AppError::NotFound)?;
        let mut round = 0;
        let mut given = Vec::new();
        for stamped in base.events(sitting)? {
            match stamped.event {
                Event::Answered { item, answer, .. } | Event::Revised { item, answer, .. } => {
                    given.push((round, item, answer));
                }
                Event::Restarted { .. } => round += 1,
                _ => {}
            }
        }
        Ok(given)
    }

    /// Lets a station take codes again, the staff code too.
    pub fn release_station(&mut self, login: Login, station: &str) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let row = tx.base().station(station)?.ok_or(AppError::NotFound)?;
            tx.put_station(&StationRow { guard: StationGuard::Open { wrong_codes: 0 }, ..row })?;
            put_exit_guard(tx, station, ExitGuard::default())?;
            Ok(tx.audit(&login.entry(now, "station.release", station))?)
        })
    }
}

fn current_question(assessment: &Assessment, sitting: &Sitting) -> Option<CurrentQuestion> {
    let Step::Question(index) = sitting.step(assessment) else { return None };
    let item = assessment.items().get(index)?;
    let words = item.made(sitting.seed()).map_or_else(|_| item.statement.clone(), |made| made.statement.clone());
    Some(CurrentQuestion { item: item.id.clone(), number: sitting.n_answered() + 1, words: typeset(&words) })
}

fn since_midnight(day: NaiveDate) -> Instant {
    Instant::in_paris(day.and_time(NaiveTime::MIN))
}
