//! From the views of the desk to the contents of the papers.

mod standing_out;

use chrono::NaiveDate;

use self::standing_out::{meaning, stands_out};
use super::step_state;
use crate::app::closing::ClosingView;
use crate::app::guidance::{StepForm, StepProgress, StepView};
use crate::app::names::Names;
use crate::app::results::{AgreementView, IdentityView, OrderKind, OrderRow, OrderView, ResultView, ScaleView, Told};
use crate::app::sectors::{SectorRow, SectorsView};
use crate::app::synthesis::{OwnText, SynthesisDesk};
use crate::domain::appointment::AppointmentKind;
use crate::domain::person::{Participant, PrescriberKind};
use crate::domain::roadmap::{Outcome as StepOutcome, Place};
use crate::domain::scoring::Outcome;
use crate::domain::scoring::change::{SURE, Verdict};
use crate::domain::synthesis::{self, Paragraph, SynthesisState};
use crate::i18n::{duration, long_date, minutes, short_date, terms, typeset};
use crate::report::chart::{OrderMark, Reading};
use crate::report::person_page::PersonPage;
use crate::report::roadmap_sheet::{RoadmapStep, StepPlace};
use crate::report::synthesis::{
    AssessmentResult, DoneStep, Instrument, Lead, OrderResult, Participant as Person, Professional, Recommendation,
    ScaleResult, Sealing, SectorResult, SectorsResult, SynthesisContent,
};
use crate::tr;

/// Accepted conditions of work that one sector names at most.
const ACCEPTED: usize = 3;

pub(super) fn synthesis(
    desk: &SynthesisDesk,
    person: &Participant,
    names: &Names,
    (today, reference, address): (NaiveDate, &str, &str),
    sealing: Sealing,
) -> SynthesisContent {
    let date = match desk.state {
        SynthesisState::Draft => today,
        SynthesisState::Written { at, .. } => at.day(),
        SynthesisState::Signed { written_at, .. } => written_at.day(),
    };
    let prescriber = Professional {
        name: desk.prescriber.name.clone(),
        role: prescriber_role(desk.prescriber.kind),
        organisation: desk.prescriber.site.clone(),
    };
    SynthesisContent {
        reference: reference.to_owned(),
        version: desk.version,
        date,
        partial: desk.closing.as_ref().map(partial).unwrap_or_default(),
        person: Person { name: person.name.full(), born_on: Some(person.birth_date.0), file_number: String::new() },
        recipients: std::iter::once(person.name.full())
            .chain(desk.recipients.iter().map(|one| format!("{} ({})", one.name, one.site)))
            .collect(),
        prescriber,
        counsellor: Professional {
            name: names.staff(desk.writer),
            role: tr!("document-counsellor-role"),
            organisation: tr!("document-house"),
        },
        question: typeset(&desk.question),
        context: String::new(),
        steps: desk.steps.iter().map(done_step).collect(),
        results: told_to_others(desk).map(|view| result(view, desk)).collect(),
        sectors: desk.sectors.as_ref().map(sectors),
        instruments: told_to_others(desk).map(|view| instrument(&view.identity)).collect(),
        observations: desk
            .observations
            .iter()
            .map(|seen| {
                let place = seen.workshop.clone().unwrap_or_else(|| tr!("document-observed-elsewhere"));
                tr!(
                    "document-observation",
                    place = place,
                    day = long_date(seen.at.day()),
                    by = seen.by.as_str(),
                    text = seen.text.as_str()
                )
            })
            .collect(),
        reading: lines(&desk.text.reading),
        answered: answered(desk),
        leads: desk.text.leads.iter().map(|one| lead(one, desk)).collect(),
        recommendations: desk.text.recommendations.iter().map(recommendation).collect(),
        resemblance: desk.resemblance(Paragraph::Reading),
        own_words: typeset(&desk.text.person_says),
        sealing,
        data_contact: tr!("document-data-contact", address = address),
    }
}

/// Returns what the person answered about each strength and each lead, under its title.
fn answered(desk: &SynthesisDesk) -> Vec<(String, synthesis::Resemblance)> {
    let is_own = |paragraph: &Paragraph| matches!(paragraph, Paragraph::Strength(_) | Paragraph::Lead(_));
    let all = desk.paragraphs().into_iter().filter(|(paragraph, _)| is_own(paragraph));
    all.filter_map(|(paragraph, title)| Some((typeset(&title), desk.resemblance(paragraph)?))).collect()
}

fn lead(lead: &synthesis::Lead, desk: &SynthesisDesk) -> Lead {
    Lead {
        title: typeset(&lead.title),
        why: typeset(&lead.why),
        evidence: desk.grounds(lead).iter().map(|line| typeset(line)).collect(),
        to_check: typeset(&lead.to_check),
    }
}

fn recommendation(advice: &synthesis::Recommendation) -> Recommendation {
    Recommendation { action: typeset(&advice.action), who: typeset(&advice.who), when: typeset(&advice.when) }
}

/// Returns the lines of a text that say something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(typeset).collect()
}

/// Returns what the person's page says: the counsellor's own words, no score and no name of a test.
pub(super) fn person_page(
    own: &OwnText<'_>,
    person: &Participant,
    today: NaiveDate,
    reference: &str,
    (contact_name, contact_phone): (String, String),
) -> PersonPage {
    let date = match own.state {
        SynthesisState::Draft => today,
        SynthesisState::Written { at, .. } | SynthesisState::Signed { written_at: at, .. } => at.day(),
    };
    let text = own.text;
    let said = |text: &&String| !text.trim().is_empty();
    let next = |advice: &synthesis::Recommendation| {
        let more: Vec<&str> =
            [advice.who.trim(), advice.when.trim()].into_iter().filter(|part| !part.is_empty()).collect();
        (typeset(advice.action.trim()), typeset(&more.join(", ")))
    };
    PersonPage {
        reference: reference.to_owned(),
        version: own.version,
        date,
        first_name: person.name.first().to_owned(),
        last_name: person.name.last().to_owned(),
        strengths: text.strengths.iter().filter(said).map(|text| typeset(text.trim())).collect(),
        leads: text.leads.iter().map(|lead| (typeset(lead.title.trim()), typeset(lead.why.trim()))).collect(),
        next: text.recommendations.iter().filter(|advice| !advice.action.trim().is_empty()).map(next).collect(),
        own_words: typeset(text.person_says.trim()),
        contact_name,
        contact_phone,
    }
}

fn prescriber_role(kind: PrescriberKind) -> String {
    match kind {
        PrescriberKind::PathReferent => tr!("document-path-referent"),
        PrescriberKind::EmploymentAdviser => tr!("document-employment-adviser"),
    }
}

fn done_step(step: &StepView) -> DoneStep {
    let date = match &step.outcome {
        StepOutcome::Done { at } | StepOutcome::Dropped { at, .. } => Some(at.day()),
        StepOutcome::Open => None,
    };
    let details = match &step.outcome {
        StepOutcome::Dropped { reason, .. } => tr!("document-dropped", reason = reason.as_str()),
        StepOutcome::Open | StepOutcome::Done { .. } => format!("{}, {}", place(step), minutes(step.minutes)),
    };
    DoneStep { date, title: step.title.clone(), details: typeset(&details), state: step_state(&step.outcome) }
}

fn place(step: &StepView) -> String {
    match (step.place, step.form) {
        (Place::Remote, _) => tr!("document-remote"),
        (Place::OnSite, StepForm::Digital) => tr!("document-kiosk"),
        (Place::OnSite, StepForm::Collective) => tr!("document-collective"),
        (Place::OnSite, StepForm::Individual) => tr!("document-individual"),
    }
}

/// What touches on health stays with the counsellor: no paper that leaves the house holds it.
fn told_to_others(desk: &SynthesisDesk) -> impl Iterator<Item = &ResultView> {
    desk.results.iter().filter(|view| !view.is_private)
}

fn result(view: &ResultView, desk: &SynthesisDesk) -> AssessmentResult {
    let provisional =
        view.identity.norms.iter().any(|(_, norm)| norm.is_provisional()).then(|| tr!("document-provisional"));
    AssessmentResult {
        title: view.title.clone(),
        taken_on: view.finished.day(),
        version: view.identity.version.clone(),
        purpose: view.subtitle.clone(),
        conditions: conditions(view, &desk.agreements),
        // What makes the answers doubtful is for the counsellor, who writes what is to be made of it.
        cautions: provisional.into_iter().collect(),
        bands: zone_names(view),
        scales: view.scales.iter().map(scale).collect(),
        is_circle: view.is_circle,
        stands_out: stands_out(view),
        orders: view.orders.iter().map(order).collect(),
        changes: view.scales.iter().filter_map(change).collect(),
        meaning: meaning(view),
        resemblance: desk.resemblance(Paragraph::Result(view.sitting)),
        norm: norms(&view.identity),
    }
}

/// Returns where and by whom, and how far a second observer of the same moment agrees.
fn conditions(view: &ResultView, agreements: &[AgreementView]) -> Vec<String> {
    let Some(observed) = &view.observed else { return vec![tr!("document-supervised")] };
    let place = observed.workshop.clone().unwrap_or_else(|| tr!("document-observed-elsewhere"));
    let told = agreements.iter().filter(|found| found.title == view.title && found.at == view.finished);
    std::iter::once(tr!("document-observed-by", by = observed.by.as_str(), place = place))
        .chain(
            told.map(|found| tr!("document-agreement", same = found.n_same, near = found.n_near, acts = found.n_acts)),
        )
        .collect()
}

/// Returns that the synthesis is partial, and why: the category of the reason, never its words.
fn partial(closing: &ClosingView) -> String {
    tr!(
        "document-partial",
        day = long_date(closing.at.day()),
        reason = terms::closing_reason(closing.reason).to_lowercase()
    )
}

/// Returns the norms in one line, each with its scale unless all scales share one; none where there is no norm.
fn norms(identity: &IdentityView) -> Option<String> {
    let told: Vec<(&String, String)> =
        identity.norms.iter().map(|(scale, norm)| (scale, terms::norm(Some(norm)))).collect();
    let (_, first) = told.first()?;
    if told.iter().all(|(_, other)| other == first) {
        return Some(first.clone());
    }
    let each =
        told.iter().map(|(scale, norm)| tr!("document-scale-norm", scale = scale.as_str(), norm = norm.as_str()));
    Some(each.collect::<Vec<_>>().join(" ; "))
}

/// Returns the names of the zones: the scales' own when they all share them, else words for the order of the zones.
fn zone_names(view: &ResultView) -> Vec<String> {
    let names: Vec<Vec<&String>> =
        view.scales.iter().map(|scale| scale.bands.iter().map(|band| &band.title).collect()).collect();
    let Some(first) = names.first().filter(|first| !first.is_empty()) else { return Vec::new() };
    if names.iter().all(|other| other == first) {
        return first.iter().map(|name| (*name).clone()).collect();
    }
    if names.iter().all(|other| other.len() == 3) {
        return vec![tr!("document-zone-low"), tr!("document-zone-mid"), tr!("document-zone-high")];
    }
    vec![tr!("document-zone-low"), tr!("document-zone-high")]
}

fn scale(view: &ScaleView) -> ScaleResult {
    let reading = match &view.outcome {
        Outcome::Scored { value, error, .. } => Reading::Measured {
            value: *value,
            half_width: SURE * error.unwrap_or(0.0),
            words: told_words(view),
            numbers: view.told.numbers(),
        },
        Outcome::NotAsked | Outcome::Unscored { .. } => Reading::Absent { reason: String::new() },
        Outcome::TooFewAnswers { n_answered, needed } => Reading::Absent { reason: too_few(*n_answered, *needed) },
    };
    let cuts = view.bands.iter().skip(1).map(|band| band.min).collect();
    ScaleResult { label: view.title.clone(), range: (view.min, view.max), cuts, reading }
}

fn too_few(answered: usize, needed: usize) -> String {
    tr!("document-too-few-answers", answered = answered, needed = needed)
}

/// Returns the words of a score: its zone, or that a difference is no change.
fn told_words(view: &ScaleView) -> String {
    match view.told {
        Told::Gain(Verdict::NotClaimed) => terms::change(Verdict::NotClaimed),
        Told::Gain(Verdict::Up | Verdict::Down)
        | Told::OutOf
        | Told::Count
        | Told::T
        | Told::Sten
        | Told::PercentileRank
        | Told::Ability => band_words(view),
    }
}

/// Returns the band's title, or "entre … et …" when the score lies between two.
fn band_words(view: &ScaleView) -> String {
    match view.reading.as_slice() {
        [low, high] => tr!("document-between", low = low.title.as_str(), high = high.title.as_str()),
        [one, ..] => one.title.clone(),
        [] => String::new(),
    }
}

fn order(view: &OrderView) -> OrderResult {
    let title = match view.kind {
        OrderKind::MostLeast => {
            tr!("term-order-choices", answered = view.n_answered, items = view.n_items)
        }
        OrderKind::Ranking => tr!("term-order-ranking"),
    };
    let mark = |row: &OrderRow| OrderMark { place: row.place, tied: row.tied, label: row.title.clone() };
    let absent = view.too_few.map(|(answered, needed)| too_few(answered, needed)).unwrap_or_default();
    OrderResult { title, marks: view.rows.iter().map(mark).collect(), absent }
}

/// Returns what became of a score, in one sentence; an ability has no numbers.
fn change(view: &ScaleView) -> Option<String> {
    let change = view.change.as_ref()?;
    let Outcome::Scored { value, .. } = view.outcome else { return None };
    let (scale, claim, day) = (view.title.as_str(), terms::change(change.verdict), long_date(change.before_on.day()));
    let numbers = view.told.numbers();
    Some(match (numbers.result(change.before, view.max), numbers.result(value, view.max)) {
        (Some(before), Some(after)) => {
            tr!("document-change", scale = scale, claim = claim, before = before, day = day, after = after)
        }
        _ => tr!("document-change-words", scale = scale, claim = claim, day = day),
    })
}

fn sectors(view: &SectorsView) -> SectorsResult {
    // Where the conditions were not taken at all, one notice says so for every sector.
    let unanswered = |row: &SectorRow| if view.no_conditions.is_some() { Vec::new() } else { row.unanswered.clone() };
    let row = |row: &SectorRow| SectorResult {
        title: terms::sector(row.sector),
        place: if row.tied { tr!("term-place-shared", place = row.place) } else { row.place.to_string() },
        band: row.band,
        fit: row.fit,
        reasons_for: terms::speaks_for(&row.liked, &accepted(&row.accepted)),
        reasons_against: terms::speaks_against(&row.not_liked, &row.reluctant, &unanswered(row)),
        obstacles: terms::obstacles(&row.obstacles).unwrap_or_default(),
        jobs: row
            .jobs
            .iter()
            .map(|(code, title)| tr!("term-job", code = code.as_str(), title = title.as_str()))
            .collect(),
    };
    let missing =
        [view.no_interests.as_ref().map(terms::no_interests), view.no_conditions.as_ref().map(terms::no_conditions)];
    SectorsResult {
        rows: view.rows.iter().map(row).collect(),
        missing: missing.into_iter().flatten().collect(),
        source: view.source.clone(),
    }
}

/// Returns the first accepted conditions, the most frequent in the sector, and how many there are besides: what is
/// refused is always told whole.
fn accepted(conditions: &[String]) -> Vec<String> {
    let rest = conditions.len().saturating_sub(ACCEPTED);
    let mut told: Vec<String> = conditions.iter().take(ACCEPTED).cloned().collect();
    if rest > 0 {
        told.push(tr!("document-conditions-more", rest = rest));
    }
    told
}

fn instrument(identity: &IdentityView) -> Instrument {
    let hash = identity.short_hash();
    Instrument {
        title: identity.title.clone(),
        edition: tr!(
            "document-edition",
            version = identity.version.as_str(),
            hash = hash,
            engine = identity.engine.as_str()
        ),
        sitting: tr!(
            "document-sitting",
            day = short_date(identity.finished.day()),
            mode = terms::answered_by(identity.mode, &identity.helped_by),
            items = identity.n_items,
            time = duration(identity.seconds),
            out = identity.n_taken_out
        ),
        norm: norms(identity).unwrap_or_else(|| terms::norm(None)),
        reliability: reliabilities(identity),
        licence: terms::licence(&identity.licence),
        source: identity.source.clone(),
        limits: terms::limits(identity.status),
    }
}

fn reliabilities(identity: &IdentityView) -> String {
    if identity.reliabilities.is_empty() {
        return terms::reliability(None);
    }
    let each = identity.reliabilities.iter().map(|(scale, known)| {
        tr!("document-scale-norm", scale = scale.as_str(), norm = terms::reliability(Some(known)))
    });
    each.collect::<Vec<_>>().join(" ; ")
}

/// Returns a step as the roadmap says it; where a workshop takes place is found elsewhere.
pub(super) fn roadmap_step(step: &StepView) -> RoadmapStep {
    let (date, time) = match (&step.outcome, &step.progress) {
        (StepOutcome::Done { at } | StepOutcome::Dropped { at, .. }, _) => (Some(at.day()), None),
        (StepOutcome::Open, StepProgress::Seated { slot }) => (Some(slot.day), Some(slot.start)),
        (StepOutcome::Open, _) => (None, None),
    };
    let place = match (step.outcome.is_open(), step.place, step.form) {
        (true, Place::Remote, _) => StepPlace::Remote,
        (true, Place::OnSite, StepForm::Digital) => StepPlace::Kiosk,
        (true, Place::OnSite, StepForm::Collective | StepForm::Individual) | (false, ..) => StepPlace::Unsaid,
    };
    RoadmapStep { title: step.title.clone(), date, time, place, state: step_state(&step.outcome) }
}

pub(super) fn appointment_title(kind: AppointmentKind) -> String {
    match kind {
        AppointmentKind::Diagnostic => tr!("document-diagnostic"),
        AppointmentKind::Restitution => tr!("document-restitution"),
        AppointmentKind::Activity => tr!("document-activity"),
    }
}
