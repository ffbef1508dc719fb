//! From the views of the desk to the contents of the papers.

use chrono::NaiveDate;

use super::step_state;
use crate::app::guidance::{StepForm, StepProgress, StepView};
use crate::app::names::Names;
use crate::app::results::{ResultView, ScaleView};
use crate::app::synthesis::SynthesisDesk;
use crate::domain::appointment::AppointmentKind;
use crate::domain::person::{Participant, PrescriberKind};
use crate::domain::roadmap::{Outcome as StepOutcome, Place};
use crate::domain::scoring::{BandReading, Outcome};
use crate::domain::synthesis::SynthesisState;
use crate::i18n::{long_date, minutes, typeset};
use crate::report::chart::Reading;
use crate::report::roadmap_sheet::RoadmapStep;
use crate::report::synthesis::{
    AssessmentResult, DoneStep, Lead, Participant as Person, Professional, Recommendation, ScaleResult,
    SynthesisContent,
};
use crate::tr;

/// Paragraphs of meaning that one assessment gets at most: the page stays readable.
const MEANINGS: usize = 3;

pub(super) fn synthesis(
    desk: &SynthesisDesk,
    person: &Participant,
    names: &Names,
    today: NaiveDate,
    reference: &str,
) -> SynthesisContent {
    let (author, date) = match desk.state {
        SynthesisState::Draft => (String::new(), today),
        SynthesisState::Written { by, at } => (names.staff(by), at.day()),
        SynthesisState::Signed { written_by, written_at, .. } => (names.staff(written_by), written_at.day()),
    };
    let prescriber = Professional {
        name: desk.prescriber.name.clone(),
        role: prescriber_role(desk.prescriber.kind),
        organisation: desk.prescriber.site.clone(),
    };
    SynthesisContent {
        reference: reference.to_owned(),
        date,
        person: Person { name: person.name.full(), born_on: Some(person.birth_date.0), file_number: String::new() },
        recipients: vec![person.name.full(), format!("{} ({})", prescriber.name, prescriber.organisation)],
        prescriber,
        counsellor: Professional {
            name: author,
            role: tr!("document-counsellor-role"),
            organisation: tr!("document-house"),
        },
        question: typeset(&desk.question),
        context: String::new(),
        steps: desk.steps.iter().map(done_step).collect(),
        results: desk.results.iter().map(result).collect(),
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
        reading: desk.text.reading.lines().map(str::trim).filter(|line| !line.is_empty()).map(typeset).collect(),
        leads: desk
            .text
            .leads
            .iter()
            .map(|lead| Lead {
                title: typeset(&lead.title),
                why: String::new(),
                evidence: vec![typeset(&lead.evidence)],
                to_check: String::new(),
            })
            .collect(),
        recommendations: desk
            .text
            .recommendations
            .iter()
            .map(|text| Recommendation { action: typeset(text), who: String::new(), when: String::new() })
            .collect(),
        resemblance: None,
        own_words: typeset(&desk.text.person_says),
        data_contact: tr!("document-data-contact"),
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

fn result(view: &ResultView) -> AssessmentResult {
    AssessmentResult {
        title: view.title.clone(),
        taken_on: view.finished.day(),
        version: view.version.clone(),
        purpose: view.subtitle.clone(),
        conditions: vec![tr!("document-supervised")],
        // Doubts are for the counsellor; the prescriber learns that the result asks for care when two signs agree.
        cautions: if view.cautions.len() > 1 { vec![tr!("document-caution")] } else { Vec::new() },
        bands: zone_names(view),
        scales: view.scales.iter().map(scale).collect(),
        meaning: meaning(view),
        norm: None,
    }
}

/// Returns the names of the zones: the scales' own when they all share them.
fn zone_names(view: &ResultView) -> [String; 3] {
    let names: Vec<Vec<&String>> =
        view.scales.iter().map(|scale| scale.bands.iter().map(|band| &band.title).collect()).collect();
    match names.first().map(Vec::as_slice) {
        Some([low, mid, high]) if names.iter().all(|other| Some(other) == names.first()) => {
            [low, mid, high].map(|name| (*name).clone())
        }
        _ => [tr!("document-zone-low"), tr!("document-zone-mid"), tr!("document-zone-high")],
    }
}

fn scale(view: &ScaleView) -> ScaleResult {
    // A share of right answers reads better as a count: "6 sur 8".
    let unit = if (view.min, view.max) == (0.0, 1.0) { view.n_items as f64 } else { 1.0 };
    let cuts = match view.bands.as_slice() {
        [_, mid, high] => (mid.min, high.min),
        _ => (view.min, view.max),
    };
    let cuts = (cuts.0 * unit, cuts.1 * unit);
    let reading = match &view.outcome {
        Outcome::Scored { value, error, .. } => Reading::Measured {
            value: *value * unit,
            // 95 %: 1.96 standard errors on each side.
            half_width: 1.96 * error.unwrap_or(0.0) * unit,
            words: band_words(view),
        },
        Outcome::NotAsked | Outcome::Unscored { .. } => Reading::Absent { reason: tr!("document-not-asked") },
        Outcome::TooFewAnswers { n_answered, needed } => {
            Reading::Absent { reason: tr!("document-too-few-answers", answered = *n_answered, needed = *needed) }
        }
    };
    ScaleResult { label: view.title.clone(), range: (view.min * unit, view.max * unit), cuts, reading }
}

/// Returns the band's title, or "entre … et …" when the score lies between two.
fn band_words(view: &ScaleView) -> String {
    match view.reading.as_slice() {
        [low, high] => tr!("document-between", low = low.title.as_str(), high = high.title.as_str()),
        [one, ..] => one.title.clone(),
        [] => String::new(),
    }
}

/// Returns the texts of the scales that say most: those clearly in an outer zone, farthest from the middle first.
fn meaning(view: &ResultView) -> Vec<String> {
    let mut telling: Vec<(f64, String)> = view
        .scales
        .iter()
        .filter_map(|scale| {
            let Outcome::Scored { value, band: Some(BandReading::Within(index)), .. } = &scale.outcome else {
                return None;
            };
            let outer = *index == 0 || index + 1 == scale.bands.len();
            let words = scale.reading.first().filter(|_| outer)?;
            let distance = ((value - scale.min) / (scale.max - scale.min) - 0.5).abs();
            Some((distance, tr!("document-meaning", scale = scale.title.as_str(), text = words.for_person.as_str())))
        })
        .collect();
    telling.sort_by(|a, b| b.0.total_cmp(&a.0));
    telling.into_iter().take(MEANINGS).map(|(_, text)| text).collect()
}

pub(super) fn roadmap_step(step: &StepView) -> RoadmapStep {
    let (date, time) = match (&step.outcome, &step.progress) {
        (StepOutcome::Done { at } | StepOutcome::Dropped { at, .. }, _) => (Some(at.day()), None),
        (StepOutcome::Open, StepProgress::Seated { slot }) => (Some(slot.day), Some(slot.start)),
        (StepOutcome::Open, _) => (None, None),
    };
    RoadmapStep { title: step.title.clone(), date, time, place: place(step), state: step_state(&step.outcome) }
}

pub(super) fn appointment_title(kind: AppointmentKind) -> String {
    match kind {
        AppointmentKind::Diagnostic => tr!("document-diagnostic"),
        AppointmentKind::Restitution => tr!("document-restitution"),
    }
}
