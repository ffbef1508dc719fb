//! Results: scores in words, with their error drawn and what they rest on.

use super::{App, AppError, Fault, Login};
use crate::domain::assessment::{
    Assessment, Band, Control, Direction, Item, ItemId, ItemKind, Method, QualityRules, Scale,
};
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::person::Role;
use crate::domain::response::{Answer, Missing, Response};
use crate::domain::scoring::{BandReading, Outcome, quality, scale::band_of};
use crate::domain::sitting::{Event, Sitting};
use crate::domain::stamp::Instant;
use crate::i18n::{decimal, typeset};
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
    /// What the person wrote, and what was measured: told as it is, never scored.
    pub words: Vec<WordsView>,
    /// For the counsellor only: what makes the answers doubtful, and the advice of the definition.
    pub cautions: Vec<Caution>,
    pub caution_message: Option<String>,
    /// How many questions the person had read aloud: told as it is, never a doubt.
    pub listened: usize,
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
    /// The score compares the person's own tendencies: never shown beside another person's.
    pub ipsative: bool,
    /// The numbers on the axis are abilities: words are told instead.
    pub is_theta: bool,
    /// The people that the score is compared with.
    pub norm: Option<NormView>,
}

/// Whom a score is compared with, and where it stands among them.
#[derive(Clone, Debug, PartialEq)]
pub struct NormView {
    pub population: String,
    pub n: u32,
    pub date: String,
    pub provisional: bool,
    pub percentile_rank: Option<f64>,
}

/// An answer that is told as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct WordsView {
    pub question: String,
    pub answer: String,
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
    TooFast {
        share: f64,
    },
    LongRun {
        length: u32,
    },
    /// The answers hardly differ from each other (IRV, the deviation of one person's answers).
    LittleVariety {
        deviation: f64,
    },
    ManyMissing {
        share: f64,
    },
    Inconsistent {
        pairs: usize,
    },
    /// Items that say which answer to give were given another.
    MissedControl {
        controls: usize,
    },
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
        let sitting = Sitting::replay(assessment, row.record.seed, &history).map_err(Fault::History)?;
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
            n_items: sitting.n_answered(),
            warning: typeset(&assessment.restitution.warning),
            questions: assessment.restitution.questions.iter().map(|question| typeset(question)).collect(),
            scales: assessment.scales().iter().filter_map(scale_view).collect(),
            words: words(assessment, &sitting),
            cautions,
            caution_message,
            listened: sitting.listened().len(),
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
            let band = band_of(scale, value, recorded.error);
            // Shown on the numbers that the bands are cut on: a T score has its own axis.
            let (value, error) = scale.on_metric(value, recorded.error).unwrap_or((value, recorded.error));
            Outcome::Scored { value, error, n_answered: recorded.n_answered, band }
        }
        (None, needed) => {
            Outcome::TooFewAnswers { n_answered: recorded.n_answered, needed: needed.unwrap_or(recorded.n_items) }
        }
    };
    let (min, max) = scale.band_bounds();
    let norm = scale.norm.as_ref().map(|norm| NormView {
        population: norm.population.clone(),
        n: norm.n,
        date: norm.date.clone(),
        provisional: norm.is_provisional(),
        percentile_rank: recorded.value.and_then(|value| norm.percentile_rank(value)),
    });
    ScaleView {
        title: typeset(&scale.title),
        min,
        max,
        ipsative: scale.is_ipsative(),
        is_theta: scale.method == Method::Theta,
        norm,
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
        Outcome::Scored { band: None, .. }
        | Outcome::TooFewAnswers { .. }
        | Outcome::NotAsked
        | Outcome::Unscored { .. } => Vec::new(),
    }
}

fn band_words(band: &Band) -> BandWords {
    BandWords {
        title: typeset(&band.title),
        for_person: typeset(&band.for_person),
        for_counsellor: typeset(&band.for_counsellor),
    }
}

/// Returns what was written or measured, in the order of the questions.
fn words(assessment: &Assessment, sitting: &Sitting) -> Vec<WordsView> {
    let told = |item: &Item| {
        let answer = match (&item.kind, sitting.given(&item.id)?.answer()?) {
            (ItemKind::FreeText { .. }, Answer::Text(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            (ItemKind::Measure { unit, .. }, Answer::Number(value)) => {
                format!("{} {unit}", decimal(*value, 1)).trim_end().to_owned()
            }
            _ => return None,
        };
        Some(WordsView { question: typeset(&item.statement), answer: typeset(&answer) })
    };
    assessment.items().iter().filter_map(told).collect()
}

/// Returns what makes the answers doubtful, by the rules of the definition. Training items do not count.
fn cautions(assessment: &Assessment, sitting: &Sitting) -> Vec<Caution> {
    let rules = &assessment.quality;
    let responses = sitting.responses(assessment);
    let asked: Vec<&Item> = assessment
        .items()
        .iter()
        .filter(|item| responses.contains_key(&item.id) && !item.is_training() && item.kind != ItemKind::Information)
        .collect();
    let n = asked.len().max(1) as f64;
    let too_fast = asked
        .iter()
        .filter_map(|item| sitting.given(&item.id))
        .filter(|given| rules.seconds_per_item.is_some_and(|least| (given.took_millis as f64) < least * 1000.0))
        .count() as f64;
    let needed: Vec<&&Item> = asked.iter().filter(|item| !item.optional).collect();
    let n_needed = needed.len().max(1) as f64;
    let missing = needed
        .iter()
        .filter(|item| {
            matches!(responses.get(&item.id), Some(Response::Missing(Missing::PrefersNot | Missing::NotSeen)))
        })
        .count() as f64;
    let point = |item: &&Item| match sitting.given(&item.id).and_then(|given| given.answer()) {
        Some(Answer::Point(value)) => Some(*value),
        _ => None,
    };
    let points: Vec<Option<f64>> =
        asked.iter().filter(|item| matches!(item.kind, ItemKind::Likert { .. })).map(point).collect();
    let variability = quality::response_variability(&points);
    let run = longest_run(&asked, sitting);
    let pairs = inconsistent_pairs(rules, sitting, assessment);
    let controls = rules.controls.iter().filter(|control| is_missed(control, sitting)).count();
    [
        rules.too_fast_share.filter(|most| too_fast / n > *most).map(|_| Caution::TooFast { share: too_fast / n }),
        rules.longest_run.filter(|most| run > *most).map(|_| Caution::LongRun { length: run }),
        rules
            .least_variability
            .zip(variability)
            .filter(|(least, found)| found < least)
            .map(|(_, deviation)| Caution::LittleVariety { deviation }),
        rules
            .missing_share
            .filter(|most| missing / n_needed > *most)
            .map(|_| Caution::ManyMissing { share: missing / n_needed }),
        (pairs > 1).then_some(Caution::Inconsistent { pairs }),
        (controls > 0).then_some(Caution::MissedControl { controls }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns whether an item that says which answer to give was given another.
fn is_missed(control: &Control, sitting: &Sitting) -> bool {
    match sitting.given(&control.item).and_then(|given| given.answer()) {
        Some(Answer::Point(value) | Answer::Number(value)) => !control.expected.contains(value),
        _ => false,
    }
}

/// Returns the longest run of the same point or option, in the order of the items.
fn longest_run(asked: &[&Item], sitting: &Sitting) -> u32 {
    let answers = asked.iter().map(|item| sitting.given(&item.id).and_then(|given| given.answer()));
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
    let point = |item: &ItemId| match sitting.given(item).and_then(|given| given.answer()) {
        Some(Answer::Point(value)) => Some(*value),
        _ => None,
    };
    let gap = |pair: &crate::domain::assessment::ConsistencyPair| {
        let (a, b) = (point(&pair.a)?, point(&pair.b)?);
        let b = match pair.direction {
            Direction::Positive => b,
            Direction::Reversed => {
                let (low, high) = assessment.item(&pair.b)?.kind.value_bounds()?;
                low + high - b
            }
        };
        Some((a - b).abs() > pair.largest_gap)
    };
    rules.pairs.iter().filter(|pair| gap(pair) == Some(true)).count()
}
