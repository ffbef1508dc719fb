//! Texts that a person's results suggest for their synthesis. The counsellor takes, changes or puts aside each one: none
//! enters the text by itself.

use super::names::Names;
use super::results::{BandWords, PersonResults, ResultView, ScaleView, Told};
use super::sectors::SectorsView;
use super::{App, AppError, Login};
use crate::domain::id::SynthesisId;
use crate::domain::scoring::change::Verdict;
use crate::domain::scoring::{BandReading, Outcome};
use crate::domain::stamp::Instant;
use crate::domain::suggestion::{Decided, Decision, Ground, SuggestionKey, kept};
use crate::domain::synthesis::{SynthesisRefusal, SynthesisState, SynthesisText};
use crate::i18n::terms;
use crate::store::Base;

/// Sectors that are suggested as leads at most.
const SECTORS: usize = 2;

/// One suggestion, with what it rests on and what was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionView {
    pub key: SuggestionKey,
    /// The assessment, or nothing for a sector.
    pub source: String,
    /// The scale and its band, or the sector and its place.
    pub ground: String,
    pub suggested: Suggested,
    pub decided: Option<DecidedView>,
}

/// What would enter the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// A sentence for the counsellor's reading, and the same said to the person.
    Words {
        reading: String,
        plain: String,
    },
    Lead {
        title: String,
        why: String,
        evidence: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedView {
    pub decision: Decision,
    pub by: String,
    pub at: Instant,
}

impl Suggested {
    /// Returns every wording that may be found in a text when the suggestion was taken as it is.
    fn wordings(&self) -> [&str; 2] {
        match self {
            Self::Words { reading, plain } => [reading, plain],
            Self::Lead { title, evidence, .. } => [title, evidence],
        }
    }
}

impl App {
    /// Takes a suggestion into the draft: `text` is the whole text with it.
    ///
    /// # Errors
    /// Refuses once the text is declared finished.
    pub fn take_suggestion(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        key: &SuggestionKey,
        text: &SynthesisText,
    ) -> Result<(), AppError> {
        self.decide_suggestion(login, synthesis, key, Some(text), Some(Decision::Accepted))
    }

    /// Puts a suggestion aside.
    ///
    /// # Errors
    /// Refuses once the text is declared finished.
    pub fn dismiss_suggestion(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        key: &SuggestionKey,
    ) -> Result<(), AppError> {
        self.decide_suggestion(login, synthesis, key, None, Some(Decision::Dismissed))
    }

    /// Puts a suggestion before the counsellor again; what was taken stays in the text.
    ///
    /// # Errors
    /// Refuses once the text is declared finished.
    pub fn reconsider_suggestion(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        key: &SuggestionKey,
    ) -> Result<(), AppError> {
        self.decide_suggestion(login, synthesis, key, None, None)
    }

    fn decide_suggestion(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        key: &SuggestionKey,
        text: Option<&SynthesisText>,
        decision: Option<Decision>,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            if found.state != SynthesisState::Draft {
                return Err(SynthesisRefusal::AlreadyWritten.into());
            }
            if let Some(text) = text {
                tx.save_text(synthesis, text)?;
            }
            let action = match decision {
                Some(decision) => {
                    let key = key.clone();
                    tx.put_suggestion(synthesis, &Decided { key, decision, by: login.staff, at: now })?;
                    if decision == Decision::Dismissed { "suggestion.dismiss" } else { "suggestion.take" }
                }
                None => {
                    tx.forget_suggestion(synthesis, key)?;
                    "suggestion.reconsider"
                }
            };
            Ok(tx.audit(&login.entry(now, action, synthesis))?)
        })
    }
}

/// Returns what the results suggest, in their order, with what was decided of each.
pub(super) fn suggestions(
    base: &Base<'_>,
    names: &Names,
    synthesis: SynthesisId,
    found: &PersonResults,
) -> Result<Vec<SuggestionView>, AppError> {
    let decided = base.decided_suggestions(synthesis)?;
    let mut views = Vec::new();
    // Health stays between the counsellor and the person; doubtful answers suggest nothing.
    for result in found.results.iter().filter(|result| !result.is_private && !result.is_doubtful) {
        views.extend(result.scales.iter().filter_map(|scale| of_scale(result, scale)));
        views.extend(of_orders(result));
    }
    views.extend(found.sectors.iter().flat_map(of_sectors));
    for view in &mut views {
        view.decided = decided.iter().find(|one| one.key == view.key).map(|one| DecidedView {
            decision: one.decision,
            by: names.staff(one.by),
            at: one.at,
        });
    }
    Ok(views)
}

/// Returns the decisions whose suggestion was taken and then changed in the text.
pub(super) fn edited(views: &[SuggestionView], text: &SynthesisText) -> Vec<SuggestionKey> {
    let mut texts: Vec<&str> = vec![&text.reading];
    texts.extend(text.strengths.iter().map(String::as_str));
    texts.extend(text.leads.iter().flat_map(|lead| [lead.title.as_str(), lead.evidence.as_str()]));
    let accepted = |view: &&SuggestionView| view.decided.as_ref().is_some_and(|one| one.decision == Decision::Accepted);
    let changed =
        |view: &&SuggestionView| view.suggested.wordings().iter().all(|words| kept(words, &texts) == Decision::Edited);
    views.iter().filter(accepted).filter(changed).map(|view| view.key.clone()).collect()
}

fn words(ground: &Ground, source: &str, title: String, band: &BandWords) -> SuggestionView {
    SuggestionView {
        key: SuggestionKey::new(ground),
        source: source.to_owned(),
        ground: title,
        suggested: Suggested::Words { reading: band.for_counsellor.clone(), plain: band.for_person.clone() },
        decided: None,
    }
}

/// Only a score that is clearly in an outer zone suggests something.
fn of_scale(result: &ResultView, scale: &ScaleView) -> Option<SuggestionView> {
    let Outcome::Scored { band: Some(BandReading::Within(index)), .. } = scale.outcome else { return None };
    let outer = scale.bands.len() > 1 && (index == 0 || index + 1 == scale.bands.len());
    if !outer || scale.told == Told::Gain(Verdict::NotClaimed) {
        return None;
    }
    let band = scale.reading.first()?;
    let ground = Ground::Band { sitting: result.sitting, scale: scale.title.clone() };
    Some(words(&ground, &result.title, format!("{} : {}", scale.title, band.title), band))
}

/// The first place of an order, when nothing shares it.
fn of_orders(result: &ResultView) -> impl Iterator<Item = SuggestionView> {
    result.orders.iter().filter(|order| order.last_place() > 1).filter_map(|order| {
        let first = order.rows.iter().find(|row| row.place == 1 && !row.tied)?;
        let ground = Ground::Order { sitting: result.sitting, scale: first.title.clone() };
        Some(words(&ground, &result.title, first.title.clone(), first.reading.as_ref()?))
    })
}

fn of_sectors(view: &SectorsView) -> impl Iterator<Item = SuggestionView> {
    view.rows.iter().take(SECTORS).map(|row| {
        let title = terms::sector(row.sector);
        let reasons = terms::speaks_for(&row.liked, &row.accepted.iter().take(3).cloned().collect::<Vec<_>>());
        let jobs: Vec<String> = row.jobs.iter().take(3).map(|(_, title)| title.clone()).collect();
        SuggestionView {
            key: SuggestionKey::new(&Ground::Sector(row.sector)),
            source: String::new(),
            ground: title.clone(),
            suggested: Suggested::Lead { title, why: jobs.join(", "), evidence: reasons.join(" ") },
            decided: None,
        }
    })
}
