//! The six sectors for one person, from the answers on record: a lead for a talk, never a decision.
//!
//! Nothing of it is stored: the same answers give the same order, and the edition of ROME is told beside it.

use std::collections::BTreeMap;

use super::results::Taken;
use crate::domain::activity::Sector;
use crate::domain::assessment::Assessment;
use crate::domain::assessment::{AssessmentId, ItemId, ScaleId};
use crate::domain::response::Answer;
use crate::domain::scoring::sectors::hexagon::Letter;
use crate::domain::scoring::sectors::table::{ContextId, Job, SectorTable};
use crate::domain::scoring::sectors::{
    Acceptance, FitBand, Missing, NoConditions, NoInterests, NothingToRank, SectorFit, rank,
};
use crate::domain::stamp::Instant;
use crate::i18n::typeset;

/// The assessment of the interests, and the one of the conditions of work, whose items are the contexts of the table.
const INTERESTS: &str = "interets";
const CONDITIONS: &str = "conditions-travail";

/// The scale of each letter in the assessment of the interests.
const LETTERS: [(Letter, &str); 6] = [
    (Letter::Realistic, "realiste"),
    (Letter::Investigative, "investigateur"),
    (Letter::Artistic, "artistique"),
    (Letter::Social, "social"),
    (Letter::Enterprising, "entreprenant"),
    (Letter::Conventional, "conventionnel"),
];

/// Returns whether the scales of an assessment are the six letters, in the order of Holland's hexagon.
pub(super) fn is_circle(assessment: &Assessment) -> bool {
    assessment.edition.id.0 == INTERESTS
        && assessment.scales().iter().map(|scale| scale.id.0.as_str()).eq(LETTERS.map(|(_, id)| id))
}

/// The six sectors in order.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorsView {
    /// Best first; empty when neither questionnaire counts.
    pub rows: Vec<SectorRow>,
    /// When the questionnaires that were taken were finished.
    pub interests_on: Option<Instant>,
    pub conditions_on: Option<Instant>,
    /// Why one of the two does not count.
    pub no_interests: Option<NoInterests>,
    pub no_conditions: Option<NoConditions>,
    /// The edition of ROME that describes the sectors.
    pub source: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SectorRow {
    pub sector: Sector,
    /// From 1; sectors that fit equally share it.
    pub place: usize,
    pub tied: bool,
    pub band: FitBand,
    /// In 0..=1, for drawing only: its weights are a convention.
    pub fit: f64,
    pub liked: Vec<Letter>,
    pub not_liked: Vec<Letter>,
    /// Conditions of work in words.
    pub accepted: Vec<String>,
    pub reluctant: Vec<String>,
    /// Refused for good: told whatever the fit.
    pub obstacles: Vec<String>,
    pub unanswered: Vec<String>,
    /// Where somebody can begin: code of ROME and title.
    pub jobs: Vec<(String, String)>,
}

/// Returns the sectors of a person; none before one of the two questionnaires is finished. `taken` is oldest first.
pub(super) fn sectors_view(table: &SectorTable, taken: &[Taken]) -> Option<SectorsView> {
    let latest = |id: &str| taken.iter().rev().find(|taken| taken.row.record.edition.id == AssessmentId(id.to_owned()));
    let (interests, conditions) = (latest(INTERESTS), latest(CONDITIONS));
    if interests.is_none() && conditions.is_none() {
        return None;
    }
    let letters = interests.map(letters);
    let answers = conditions.map(|taken| answers(table, taken));
    let (sectors, no_interests, no_conditions) = match rank(table, letters.as_ref(), answers.as_ref()) {
        Ok(ranking) => match ranking.missing {
            None => (ranking.sectors, None, None),
            Some(Missing::Interests(why)) => (ranking.sectors, Some(why), None),
            Some(Missing::Conditions(why)) => (ranking.sectors, None, Some(why)),
        },
        Err(NothingToRank { interests, conditions }) => (Vec::new(), Some(interests), Some(conditions)),
    };
    Some(SectorsView {
        rows: sectors.iter().map(|sector| row(table, sector, &sectors)).collect(),
        interests_on: interests.map(|taken| taken.finished),
        conditions_on: conditions.map(|taken| taken.finished),
        no_interests,
        no_conditions,
        source: typeset(table.source()),
    })
}

/// Returns the mean of each letter that has a score.
fn letters(taken: &Taken) -> BTreeMap<Letter, f64> {
    let score = |id: &str| taken.scores.iter().find(|score| score.scale == ScaleId(id.to_owned()))?.value;
    LETTERS.into_iter().filter_map(|(letter, id)| Some((letter, score(id)?))).collect()
}

/// Returns the answers to the contexts of the table.
fn answers(table: &SectorTable, taken: &Taken) -> BTreeMap<ContextId, Acceptance> {
    let given = |context: &ContextId| match taken.sitting.given(&ItemId(context.0.clone()))?.answer()? {
        Answer::Point(value) => Acceptance::from_point(*value),
        _ => None,
    };
    table.contexts().iter().filter_map(|context| Some((context.id.clone(), given(&context.id)?))).collect()
}

fn row(table: &SectorTable, fit: &SectorFit, all: &[SectorFit]) -> SectorRow {
    let titles = |ids: &[ContextId]| {
        ids.iter().filter_map(|id| table.context(id)).map(|context| typeset(&context.title)).collect::<Vec<_>>()
    };
    let job = |job: &Job| (job.code.as_str().to_owned(), typeset(&job.title));
    let reasons = &fit.reasons;
    SectorRow {
        sector: fit.sector,
        place: fit.place,
        tied: all.iter().filter(|other| other.place == fit.place).count() > 1,
        band: fit.fit.band(),
        fit: fit.fit.value(),
        liked: reasons.liked.clone(),
        not_liked: reasons.not_liked.clone(),
        accepted: titles(&reasons.accepted),
        reluctant: titles(&reasons.reluctant),
        obstacles: titles(&reasons.obstacles),
        unanswered: titles(&reasons.unanswered),
        jobs: fit.entry_jobs.iter().map(job).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::library::Library;
    use crate::catalog::sectors;
    use crate::domain::assessment::ItemKind;

    fn assessment(id: &str) -> std::sync::Arc<Assessment> {
        let library = Library::embedded();
        std::sync::Arc::clone(library.get(&AssessmentId(id.to_owned())).unwrap())
    }

    #[test]
    fn each_letter_is_a_scale_of_the_interests() {
        let interests = assessment(INTERESTS);
        let scales: BTreeSet<&str> = interests.scales().iter().map(|scale| scale.id.0.as_str()).collect();
        assert_eq!(scales, LETTERS.iter().map(|(_, id)| *id).collect());
        for scale in interests.scales() {
            assert_eq!((scale.min, scale.max), (1.0, 5.0), "the ranking reads means on 1..=5");
        }
    }

    #[test]
    fn the_items_of_the_conditions_are_the_contexts_of_the_table() {
        let (conditions, table) = (assessment(CONDITIONS), sectors::embedded().unwrap());
        let items: BTreeSet<&str> = conditions.items().iter().map(|item| item.id.0.as_str()).collect();
        assert_eq!(items, table.contexts().iter().map(|context| context.id.0.as_str()).collect());
    }

    #[test]
    fn each_point_of_the_conditions_is_an_acceptance() {
        for item in assessment(CONDITIONS).items() {
            let ItemKind::Likert { points, .. } = &item.kind else { panic!("{:?}", item.id) };
            assert!(points.iter().all(|point| Acceptance::from_point(point.value).is_some()), "{:?}", item.id);
            assert_eq!(points.len(), 4);
        }
    }
}
