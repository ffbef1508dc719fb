//! Results: scores in words, with their error drawn and what they rest on.

mod agreement;
mod caution;
mod identity;
mod intervention;
mod scales;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::agreement::agreements;
use self::intervention::Interventions;
use super::grids::has_health_right;
use super::names::Names;
use super::sectors::{SectorsView, is_circle, sectors_view};
use super::{App, AppError, Fault, Login};
use crate::domain::activity::ActivityId;
use crate::domain::assessment::{Assessment, Item, ItemKind, Scale};
use crate::domain::grid::touches_on_health;
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::person::Role;
use crate::domain::response::Answer;
use crate::domain::sitting::{Event, Origin, Sitting};
use crate::domain::stamp::Instant;
use crate::i18n::{decimal, typeset};
use crate::store::{Base, RecordedScore, SittingRow};

pub use agreement::AgreementView;
pub use caution::Caution;
pub use identity::IdentityView;
pub use intervention::TakenOut;
pub use scales::{BandView, BandWords, ChangeView, NormView, OrderKind, OrderRow, OrderView, ScaleView, Told};

/// Everything that a person's finished sittings say.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PersonResults {
    /// Oldest first.
    pub results: Vec<ResultView>,
    /// The six sectors, once the interests or the conditions of work are known.
    pub sectors: Option<SectorsView>,
    /// Pairs of observers who filled in the same grid about the same moment.
    pub agreements: Vec<AgreementView>,
}

/// One finished sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    pub sitting: SittingId,
    pub title: String,
    pub subtitle: String,
    pub finished: Instant,
    /// Who observed or measured; `None`: the person answered.
    pub observed: Option<ObservedView>,
    /// It touches on health: for the counsellor and who was given the right, never sent.
    pub is_private: bool,
    /// Its scales are on one metric and each is like its neighbours, around a circle.
    pub is_circle: bool,
    pub identity: IdentityView,
    /// Words that accompany every result of this assessment.
    pub warning: String,
    /// Questions that open the talk.
    pub questions: Vec<String>,
    /// Each on its own axis.
    pub scales: Vec<ScaleView>,
    /// Inside this person only.
    pub orders: Vec<OrderView>,
    /// What the person wrote, and what was measured: told as it is, never scored.
    pub words: Vec<WordsView>,
    /// For the counsellor only: every sign of careless answers.
    pub cautions: Vec<Caution>,
    /// Two independent signs agree: the counsellor gets a message, and the advice of the definition.
    pub is_doubtful: bool,
    pub caution_message: String,
    /// How many questions the person had read aloud: told as it is, never a doubt.
    pub listened: usize,
    /// For the counsellor only: the questions that the staff took out.
    pub taken_out: Vec<TakenOut>,
}

/// Who observed or measured, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObservedView {
    pub by: String,
    /// Title of the workshop; `None` elsewhere.
    pub workshop: Option<String>,
}

/// An answer that is told as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct WordsView {
    pub question: String,
    pub answer: String,
}

/// A finished sitting with what it recorded.
pub(super) struct Taken {
    pub row: SittingRow,
    pub assessment: Arc<Assessment>,
    pub sitting: Sitting,
    pub interventions: Interventions,
    pub scores: Vec<RecordedScore>,
    pub finished: Instant,
}

/// The same assessment, taken before.
struct Earlier<'a> {
    assessment: &'a Assessment,
    scores: &'a [RecordedScore],
    finished: Instant,
}

impl App {
    /// Returns what a person's finished sittings say.
    pub fn results(&self, login: Login, participant: ParticipantId) -> Result<PersonResults, AppError> {
        login.allow(&[Role::Manager])?;
        self.results_of(&self.store.base(), login, participant)
    }

    pub(super) fn results_of(
        &self,
        base: &Base<'_>,
        login: Login,
        participant: ParticipantId,
    ) -> Result<PersonResults, AppError> {
        let rows = base.sittings_of(participant)?;
        let waits = self.still_observed(base, login, &rows)?;
        let right = has_health_right(base, login)?;
        let taken = rows.into_iter().map(|row| self.taken(base, row)).collect::<Result<Vec<_>, _>>()?;
        let may_read =
            |taken: &Taken| (right || !touches_on_health(&taken.assessment)) && !waits.contains(&taken.row.id);
        let mut taken: Vec<Taken> = taken.into_iter().flatten().filter(may_read).collect();
        taken.sort_by_key(|taken| (taken.finished, taken.row.id));
        let names = Names::read(base)?;
        let result = |(index, own): (usize, &Taken)| {
            let before = taken.iter().take(index).rev().find(|other| other.is_comparable(own));
            let mut view = result_view(own, before, self.observed(&names, own), &names);
            if login.role != Role::Counsellor {
                view.taken_out.clear();
            }
            view
        };
        Ok(PersonResults {
            results: taken.iter().enumerate().map(result).collect(),
            sectors: sectors_view(&self.sectors, &taken),
            agreements: agreements(&taken, &names),
        })
    }

    /// Returns the grids of others that who asks does not see yet: those of a moment that they observe too, until their own
    /// grid is finished.
    fn still_observed(
        &self,
        base: &Base<'_>,
        login: Login,
        rows: &[SittingRow],
    ) -> Result<BTreeSet<SittingId>, AppError> {
        let mut waits = BTreeSet::new();
        for row in rows {
            let Origin::Observed { by, workshop, session } = &row.origin else { continue };
            if *by == login.staff {
                continue;
            }
            let own = Origin::Observed { by: login.staff, workshop: workshop.clone(), session: *session };
            let edition = &row.record.edition.id;
            let is_own = |other: &&SittingRow| other.origin == own && other.record.edition.id == *edition;
            let begun = |id: SittingId| Ok::<_, AppError>(base.events(id)?.first().map(|stamped| stamped.at.day()));
            let (mut finished, mut observes) = (false, false);
            for mine in rows.iter().filter(is_own) {
                // Elsewhere than in a session, the moment is the day.
                if session.is_some() || begun(mine.id)? == begun(row.id)? {
                    observes = true;
                    finished |= base.events(mine.id)?.iter().any(|stamped| stamped.event == Event::Finished);
                }
            }
            // Who fills in the grids of the group observes everybody there, whoever comes first on the page.
            if let (false, Some(session)) = (observes, session) {
                observes = base.sittings_of_session(*session)?.iter().any(|other| is_own(&other));
            }
            if observes && !finished {
                waits.insert(row.id);
            }
        }
        Ok(waits)
    }

    fn observed(&self, names: &Names, taken: &Taken) -> Option<ObservedView> {
        let Origin::Observed { by, workshop, .. } = &taken.row.origin else { return None };
        let title =
            |id: &ActivityId| self.activity(id).map_or_else(|_| id.to_string(), |activity| activity.title.clone());
        Some(ObservedView { by: names.staff(*by), workshop: workshop.as_ref().map(title) })
    }

    /// Reads a sitting; none while it is not finished.
    fn taken(&self, base: &Base<'_>, row: SittingRow) -> Result<Option<Taken>, AppError> {
        let events = base.events(row.id)?;
        let Some(finished) = events.iter().find(|stamped| stamped.event == Event::Finished).map(|stamped| stamped.at)
        else {
            return Ok(None);
        };
        let assessment = Arc::clone(self.library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?);
        let history: Vec<Event> = events.into_iter().map(|stamped| stamped.event).collect();
        let sitting = Sitting::replay(&assessment, row.record.seed, &history).map_err(Fault::History)?;
        let interventions = Interventions::read(&history);
        Ok(Some(Taken { scores: base.scores(row.id)?, row, assessment, sitting, interventions, finished }))
    }
}

impl Taken {
    /// Returns whether both are the same assessment, perhaps in two versions, seen by the same eyes.
    fn is_comparable(&self, other: &Taken) -> bool {
        let observer = |taken: &Taken| match taken.row.origin {
            Origin::Step(_) => None,
            Origin::Observed { by, .. } => Some(by),
        };
        self.row.record.edition.id == other.row.record.edition.id && observer(self) == observer(other)
    }

    /// Returns the scores with their scales, in the order of the definition: what was not asked has none.
    fn scored(&self) -> Vec<(&Scale, &RecordedScore)> {
        let recorded = |scale: &Scale| self.scores.iter().find(|score| score.scale == scale.id);
        self.assessment.scales().iter().filter_map(|scale| Some((scale, recorded(scale)?))).collect()
    }
}

fn result_view(taken: &Taken, before: Option<&Taken>, observed: Option<ObservedView>, names: &Names) -> ResultView {
    let Taken { row, assessment, sitting, finished, .. } = taken;
    let earlier = before.map(|before| Earlier {
        assessment: &before.assessment,
        scores: &before.scores,
        finished: before.finished,
    });
    let scored = taken.scored();
    let cautions = caution::cautions(assessment, sitting);
    ResultView {
        sitting: row.id,
        title: typeset(&assessment.about.title),
        subtitle: typeset(&assessment.about.subtitle),
        finished: *finished,
        observed,
        is_private: touches_on_health(assessment),
        is_circle: is_circle(assessment),
        identity: identity::identity(taken, names),
        warning: typeset(&assessment.restitution.warning),
        questions: assessment.restitution.questions.iter().map(|question| typeset(question)).collect(),
        scales: scored
            .iter()
            .filter(|(scale, _)| !scale.is_ipsative())
            .map(|(scale, recorded)| scales::scale_view(scale, recorded, earlier.as_ref()))
            .collect(),
        orders: scales::orders(&scored),
        words: words(assessment, sitting),
        is_doubtful: caution::are_doubtful(&cautions),
        cautions,
        caution_message: typeset(&assessment.quality.message),
        listened: sitting.listened().len(),
        taken_out: taken.interventions.told(assessment, sitting),
    }
}

/// Returns what was written or measured, in the order of the questions.
fn words(assessment: &Assessment, sitting: &Sitting) -> Vec<WordsView> {
    let told = |item: &Item| {
        let answer = match (&item.kind, sitting.given(&item.id)?.answer()?) {
            (ItemKind::FreeText { .. }, Answer::Text(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            (ItemKind::Measure { unit, .. }, Answer::Number(value)) => {
                let digits = usize::from(value.fract() != 0.0);
                format!("{} {unit}", decimal(*value, digits)).trim_end().to_owned()
            }
            _ => return None,
        };
        Some(WordsView { question: typeset(&item.statement), answer: typeset(&answer) })
    };
    assessment.items().iter().filter_map(told).collect()
}
