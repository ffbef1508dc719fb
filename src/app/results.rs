//! Results: scores in words, with their error drawn and what they rest on.

use super::{App, AppError, Fault, Login};
use crate::domain::assessment::{Assessment, Band, Direction, ItemId, QualityRules, Scale};
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::person::Role;
use crate::domain::response::{Answer, Missing, Response};
use crate::domain::scoring::{BandReading, Outcome, scale::read_band};
use crate::domain::sitting::{Event, Sitting};
use crate::domain::stamp::Instant;
use crate::i18n::typeset;
use crate::store::{Base, RecordedScore, SittingRow};

/// One finished sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    pub sitting: SittingId,
    pub title: String,
    pub subtitle: String,
    pub finished: Instant,
    pub version: String,
    pub content_hash: String,
    pub engine: String,
    pub n_items: usize,
    /// Words that accompany every result of this assessment.
    pub warning: String,
    /// Questions that open the talk.
    pub questions: Vec<String>,
    pub scales: Vec<ScaleView>,
    /// For the counsellor only: what makes the answers doubtful, and the advice of the definition.
    pub cautions: Vec<Caution>,
    pub caution_message: Option<String>,
    /// Seconds spent answering.
    pub seconds: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ScaleView {
    pub title: String,
    pub min: f64,
    pub max: f64,
    pub outcome: Outcome,
    pub n_items: usize,
    pub bands: Vec<BandView>,
    /// The words that apply: one band's, or two neighbours' when the score lies between them.
    pub reading: Vec<BandWords>,
    /// A published reliability, or none: reports then say "pas d'étalonnage".
    pub reliability: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandView {
    pub min: f64,
    pub max: f64,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandWords {
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

/// What looks careless in the answers. Never shown to anybody but the counsellor, never a score change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    TooFast { share: f64 },
    LongRun { length: u32 },
    ManyMissing { share: f64 },
    Inconsistent { pairs: usize },
}

impl App {
    /// Returns a person's finished sittings, oldest first.
    pub fn results(&self, login: Login, participant: ParticipantId) -> Result<Vec<ResultView>, AppError> {
        login.allow(&[Role::Manager])?;
        self.results_of(&self.store.base(), participant)
    }

    pub(super) fn results_of(&self, base: &Base<'_>, participant: ParticipantId) -> Result<Vec<ResultView>, AppError> {
        let rows = base.sittings_of(participant)?;
        let results = rows.iter().map(|row| self.result_of(base, row)).collect::<Result<Vec<_>, _>>()?;
        Ok(results.into_iter().flatten().collect())
    }

    /// Returns the result of a sitting, none while it is not finished.
    fn result_of(&self, base: &Base<'_>, row: &SittingRow) -> Result<Option<ResultView>, AppError> {
        let events = base.events(row.id)?;
        let Some(finished) = events.iter().find(|stamped| stamped.event == Event::Finished).map(|stamped| stamped.at)
        else {
            return Ok(None);
        };
        let assessment = self.library.edition(&row.record.edition).ok_or(Fault::DefinitionGone)?;
        let history: Vec<Event> = events.into_iter().map(|stamped| stamped.event).collect();
        let sitting = Sitting::replay(assessment, &history).map_err(Fault::History)?;
        let scores = base.scores(row.id)?;
        let scale_view = |scale: &Scale| {
            let recorded = scores.iter().find(|score| score.scale == scale.id)?;
            Some(scale_view(scale, recorded))
        };
        let cautions = cautions(assessment, &sitting);
        // One doubtful sign alone happens to careful people too (Meade & Craig, 2012): two make a message.
        let caution_message = (cautions.len() > 1 && !assessment.quality.message.is_empty())
            .then(|| typeset(&assessment.quality.message));
        Ok(Some(ResultView {
            sitting: row.id,
            title: typeset(&assessment.about.title),
            subtitle: typeset(&assessment.about.subtitle),
            finished,
            version: row.record.edition.version.clone(),
            content_hash: row.record.edition.content_hash.clone(),
            engine: row.record.engine.clone(),
            n_items: assessment.items().len(),
            warning: typeset(&assessment.restitution.warning),
            questions: assessment.restitution.questions.iter().map(|question| typeset(question)).collect(),
            scales: assessment.scales().iter().filter_map(scale_view).collect(),
            cautions,
            caution_message,
            seconds: assessment
                .items()
                .iter()
                .filter_map(|item| sitting.given(&item.id))
                .map(|given| given.took_millis)
                .sum::<u64>()
                / 1000,
        }))
    }
}

fn scale_view(scale: &Scale, recorded: &RecordedScore) -> ScaleView {
    let outcome = match (recorded.value, recorded.needed) {
        (Some(value), _) => {
            let band = read_band(&scale.bands, value, recorded.error);
            Outcome::Scored { value, error: recorded.error, n_answered: recorded.n_answered, band }
        }
        (None, needed) => {
            Outcome::TooFewAnswers { n_answered: recorded.n_answered, needed: needed.unwrap_or(recorded.n_items) }
        }
    };
    ScaleView {
        title: typeset(&scale.title),
        min: scale.min,
        max: scale.max,
        n_items: recorded.n_items,
        bands: scale
            .bands
            .iter()
            .map(|band| BandView { min: band.min, max: band.max, title: typeset(&band.title) })
            .collect(),
        reading: reading(scale, &outcome),
        reliability: scale.reliability.as_ref().map(|reliability| typeset(&reliability.source)),
        outcome,
    }
}

fn reading(scale: &Scale, outcome: &Outcome) -> Vec<BandWords> {
    let words = |index: usize| scale.bands.get(index).map(band_words);
    match outcome {
        Outcome::Scored { band: Some(BandReading::Within(index)), .. } => words(*index).into_iter().collect(),
        Outcome::Scored { band: Some(BandReading::Between(low, high)), .. } => {
            [words(*low), words(*high)].into_iter().flatten().collect()
        }
        Outcome::Scored { band: None, .. } | Outcome::TooFewAnswers { .. } => Vec::new(),
    }
}

fn band_words(band: &Band) -> BandWords {
    BandWords {
        title: typeset(&band.title),
        for_person: typeset(&band.for_person),
        for_counsellor: typeset(&band.for_counsellor),
    }
}

/// Returns what makes the answers doubtful, by the rules of the definition.
fn cautions(assessment: &Assessment, sitting: &Sitting) -> Vec<Caution> {
    let rules = &assessment.quality;
    let responses = sitting.responses(assessment);
    let n = assessment.items().len() as f64;
    let too_fast = assessment
        .items()
        .iter()
        .filter_map(|item| sitting.given(&item.id))
        .filter(|given| rules.seconds_per_item.is_some_and(|least| (given.took_millis as f64) < least * 1000.0))
        .count() as f64;
    let missing = responses
        .values()
        .filter(|response| matches!(response, Response::Missing(Missing::PrefersNot | Missing::NotSeen)))
        .count() as f64;
    let run = longest_run(assessment, sitting);
    let pairs = inconsistent_pairs(rules, sitting, assessment);
    [
        rules.too_fast_share.filter(|most| too_fast / n > *most).map(|_| Caution::TooFast { share: too_fast / n }),
        rules.longest_run.filter(|most| run > *most).map(|_| Caution::LongRun { length: run }),
        rules.missing_share.filter(|most| missing / n > *most).map(|_| Caution::ManyMissing { share: missing / n }),
        (pairs > 1).then_some(Caution::Inconsistent { pairs }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns the longest run of the same point or option, in the order of the items.
fn longest_run(assessment: &Assessment, sitting: &Sitting) -> u32 {
    let answers = assessment.items().iter().map(|item| sitting.given(&item.id).map(|given| &given.answer));
    let same = |a: Option<&Answer>, b: Option<&Answer>| {
        a.is_some() && a == b && matches!(a, Some(Answer::Point(_) | Answer::Choice(_)))
    };
    let (longest, ..) = answers.fold((0, 0, None), |(longest, current, before), answer| {
        let current = if same(before, answer) { current + 1 } else { 1 };
        (current.max(longest), current, answer)
    });
    longest
}

fn inconsistent_pairs(rules: &QualityRules, sitting: &Sitting, assessment: &Assessment) -> usize {
    let bounds = assessment.scales().first().map_or((0.0, 0.0), |scale| (scale.min, scale.max));
    let point = |item: &ItemId| match sitting.given(item).map(|given| &given.answer) {
        Some(Answer::Point(value)) => Some(*value),
        _ => None,
    };
    let gap = |pair: &crate::domain::assessment::ConsistencyPair| {
        let (a, b) = (point(&pair.a)?, point(&pair.b)?);
        let b = match pair.direction {
            Direction::Positive => b,
            Direction::Reversed => bounds.0 + bounds.1 - b,
        };
        Some((a - b).abs() > pair.largest_gap)
    };
    rules.pairs.iter().filter(|pair| gap(pair) == Some(true)).count()
}
