//! The list of participants: who is found, and where each path stands, in two queries.

use chrono::NaiveDate;

use super::Stage;
use crate::app::settings::site_names_on;
use crate::app::{App, AppError, Login};
use crate::domain::id::{ImportId, ParticipantId, PrescriberId, SiteId};
use crate::domain::person::{Participant, Prescriber, Role, Site};
use crate::domain::roadmap::Status;
use crate::store::{PeopleFilter, Standing, SynthesisStands};

/// One line of the list of participants.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantRow {
    pub id: ParticipantId,
    /// "DUBOIS Amina" is the screen's choice; these are the parts.
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub prescriber: Option<String>,
    /// The prescriber's antenne.
    pub site: Option<String>,
    pub stage: Stage,
    /// How many more paths of the person are not over.
    pub others: usize,
}

/// Who is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleQuery {
    /// Any part of the names, the phone or the birth date, or the number of the file.
    pub words: String,
    /// However far a path that is underway is.
    pub stage: Option<Stage>,
    pub prescriber: Option<PrescriberId>,
    pub site: Option<SiteId>,
    /// Those whom a file brought, or referred again.
    pub import: Option<ImportId>,
}

impl PeopleQuery {
    /// Returns whether everybody is asked for.
    pub fn is_everybody(&self) -> bool {
        let is_filtered =
            self.stage.is_some() || self.prescriber.is_some() || self.site.is_some() || self.import.is_some();
        self.words.trim().is_empty() && !is_filtered
    }
}

/// A stage is looked for among so many people at a time.
const BATCH: usize = 500;

impl App {
    /// Returns at most `limit` people found by every word of `query`, without regard to accents or case; the first ones
    /// when it is empty.
    pub fn search_participants(
        &self,
        login: Login,
        query: &str,
        limit: usize,
    ) -> Result<Vec<ParticipantRow>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        self.people(&PeopleQuery { words: query.to_owned(), ..PeopleQuery::default() }, limit)
    }

    /// Returns at most `limit` people that the query finds, in alphabetical order.
    pub fn list_participants(
        &self,
        login: Login,
        query: &PeopleQuery,
        limit: usize,
    ) -> Result<Vec<ParticipantRow>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        self.people(query, limit)
    }

    pub(super) fn people(&self, query: &PeopleQuery, limit: usize) -> Result<Vec<ParticipantRow>, AppError> {
        let base = self.store.base();
        let (prescribers, sites) = (base.prescribers()?, site_names_on(&base, self.day())?);
        let filter = PeopleFilter { prescriber: query.prescriber, site: query.site, import: query.import };
        // The stage is derived: it is looked at after the words, in batches, until the list is full.
        let batch = if query.stage.is_some() { BATCH } else { limit };
        let mut rows = Vec::new();
        for skip in (0..).step_by(batch.max(1)) {
            let people = base.find_participants(&query.words, filter, (skip, batch))?;
            let standings = base.standings(&people.iter().map(|person| person.id).collect::<Vec<_>>())?;
            let found =
                people.iter().zip(&standings).map(|(person, standing)| row(person, standing, &prescribers, &sites));
            rows.extend(found.filter(|row| query.stage.is_none_or(|wanted| wanted.is_like(row.stage))));
            if rows.len() >= limit || people.len() < batch {
                break;
            }
        }
        rows.truncate(limit);
        Ok(rows)
    }
}

impl Stage {
    /// Returns whether two paths are at the same stage, however far each is.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

fn row(
    person: &Participant,
    (standing, others): &(Standing, usize),
    prescribers: &[Prescriber],
    sites: &[Site],
) -> ParticipantRow {
    let prescriber = standing.prescriber.and_then(|id| prescribers.iter().find(|known| known.id == id));
    let site = prescriber.and_then(|prescriber| sites.iter().find(|site| site.id == prescriber.site));
    ParticipantRow {
        id: person.id,
        first_name: person.name.first().to_owned(),
        last_name: person.name.last().to_owned(),
        birth_date: person.birth_date.0,
        prescriber: prescriber.map(|prescriber| prescriber.name.full()),
        site: site.map(|site| site.name.clone()),
        stage: stage_of(standing),
        others: *others,
    }
}

/// Derives where a path stands; nothing of it is stored.
pub(in crate::app) fn stage_of(standing: &Standing) -> Stage {
    if standing.prescriber.is_none() {
        return Stage::Recorded;
    }
    // A partial synthesis that was begun goes its way; until then nothing waits.
    if standing.is_closed && standing.synthesis.is_none() {
        return Stage::Closed;
    }
    if !standing.has_roadmap {
        return Stage::Referred;
    }
    match (Status::of(standing.n_open, standing.n_done, standing.n_dropped), standing.synthesis) {
        (Status::Empty | Status::Abandoned, _) => Stage::Interviewed,
        (Status::Underway { finished, total }, _) => Stage::Underway { finished, total },
        (Status::Finished, None | Some(SynthesisStands::Draft)) => Stage::ToSynthesise,
        (Status::Finished, Some(SynthesisStands::Written)) => Stage::ToRestitute,
        (Status::Finished, Some(SynthesisStands::Signed)) if standing.is_delivered => Stage::Delivered,
        (Status::Finished, Some(SynthesisStands::Signed)) if standing.is_leaving => Stage::Leaving,
        (Status::Finished, Some(SynthesisStands::Signed)) => Stage::ToDeliver,
    }
}
