//! French words of the view-models: stages, forms of steps, cautions.

use chrono::NaiveDate;

use crate::app::delivery::DeliveryView;
use crate::app::guidance::{Asks, StepForm, StepProgress, StepView};
use crate::app::people::{CommuneView, Stage};
use crate::app::planning::Again;
use crate::app::results::{Caution, OrderKind, OrderView, ScaleView, Told};
use crate::domain::assessment::Voice;
use crate::domain::commune::Residence;
use crate::domain::delivery::{DeliveryState, Trouble, Way};
use crate::domain::effort::{Effort, LONGEST_HALF_DAY};
use crate::domain::roadmap::Outcome;
use crate::domain::stamp::{Instant, days_between};
use crate::i18n::{clock_time, decimal, minutes, short_date, terms};
use crate::tr;
use crate::ui::widgets::{StepState, Tone};

/// Returns the stage in a few words, for a badge.
pub fn stage(stage: Stage) -> String {
    match stage {
        Stage::Recorded => tr!("term-stage-recorded"),
        Stage::Referred => tr!("term-stage-referred"),
        Stage::Interviewed => tr!("term-stage-interviewed"),
        Stage::Underway { finished, total } => tr!("term-stage-underway", finished = finished, total = total),
        Stage::Closed => tr!("term-stage-closed"),
        Stage::ToSynthesise => tr!("term-stage-to-synthesise"),
        Stage::ToRestitute => tr!("term-stage-to-restitute"),
        Stage::ToDeliver => tr!("term-stage-to-deliver"),
        Stage::Leaving => tr!("term-stage-leaving"),
        Stage::Delivered => tr!("term-stage-delivered"),
    }
}

/// Returns the stage without how far it is, for a filter.
pub fn stage_kind(kind: Stage) -> String {
    match kind {
        Stage::Underway { .. } => tr!("desk-stage-underway"),
        other => stage(other),
    }
}

/// Returns where a person lives: "Saint-Pol-sur-Mer (Dunkerque)".
pub fn commune(commune: &CommuneView) -> String {
    let name = commune.residence.name();
    match (&commune.residence, &commune.present) {
        (Residence::Unknown, _) => tr!("desk-commune-unknown"),
        (Residence::Outside { .. }, _) => tr!("desk-commune-not-listed", name = name),
        (Residence::Listed { .. }, Some(present)) => {
            tr!("desk-commune-within", name = name, present = present.as_str())
        }
        (Residence::Listed { .. }, None) => name.to_owned(),
    }
}

/// Returns a commune to choose, with its post codes.
pub fn commune_line(one: &CommuneView) -> String {
    let name = commune(one);
    if one.post_codes.is_empty() || one.present.is_some() {
        name
    } else {
        tr!("desk-commune-line", name = name, codes = one.post_codes.as_str())
    }
}

/// Returns the tone of a stage: what waits for the counsellor calls, what runs by itself does not.
pub fn stage_tone(stage: Stage) -> Tone {
    match stage {
        Stage::Recorded | Stage::Referred | Stage::Interviewed => Tone::Warning,
        Stage::Underway { .. } => Tone::Info,
        Stage::ToSynthesise | Stage::ToRestitute | Stage::ToDeliver => Tone::Accent,
        Stage::Leaving => Tone::Info,
        Stage::Closed => Tone::Neutral,
        Stage::Delivered => Tone::Success,
    }
}

pub fn form(form: StepForm) -> String {
    match form {
        StepForm::Digital => tr!("term-form-digital"),
        StepForm::Collective => tr!("term-form-collective"),
        StepForm::Individual => tr!("term-form-individual"),
    }
}

/// Returns what an evaluation asks of a person: how much reading, what is read aloud, sight, gestures, quiet.
pub fn asks(asks: Asks) -> String {
    let voice = match asks.access.voice {
        Voice::Everything => tr!("desk-asks-voice"),
        Voice::Instructions => tr!("desk-asks-voice-instructions"),
        Voice::Nothing => tr!("desk-asks-no-voice"),
    };
    let mut parts = vec![tr!("desk-asks-reading", level = terms::reading_level(asks.reading)), voice];
    parts.extend(asks.access.needs_sight.then(|| tr!("desk-asks-sight")));
    parts.extend(asks.access.needs_precise_gestures.then(|| tr!("desk-asks-gestures")));
    parts.extend(asks.access.needs_quiet.then(|| tr!("desk-asks-quiet")));
    parts.join(" · ")
}

/// Returns how long steps take and over how many half-days they spread; nothing when there is none.
pub fn effort(effort: Effort) -> Option<String> {
    let Effort { minutes: total, half_days } = effort;
    let limit = minutes(LONGEST_HALF_DAY);
    (half_days > 0).then(|| tr!("desk-effort", time = minutes(total), n = half_days, limit = limit))
}

/// Returns "20 min · Sur poste · Sur place", and until when an open step is of use.
pub fn step_detail(step: &StepView, today: NaiveDate) -> String {
    let what = what_and_where(step);
    match step.deadline.filter(|_| step.outcome.is_open()) {
        None => what,
        Some(day) => format!("{what} · {}", deadline(day, today)),
    }
}

/// Returns until when a step is of use, or for how long it is late.
pub fn deadline(day: NaiveDate, today: NaiveDate) -> String {
    if day < today {
        tr!("desk-deadline-late", day = short_date(day), days = days_between(day, today))
    } else {
        tr!("desk-deadline-until", day = short_date(day))
    }
}

fn what_and_where(step: &StepView) -> String {
    let time = minutes(step.minutes);
    let form = form(step.form);
    match step.form {
        StepForm::Digital => tr!("desk-step-detail-place", time = time, form = form, place = terms::place(step.place)),
        StepForm::Collective | StepForm::Individual => tr!("desk-step-detail", time = time, form = form),
    }
}

/// Returns the state of a step as the path draws it, with its words.
pub fn step_state(step: &StepView) -> (StepState, String) {
    match (&step.outcome, &step.progress) {
        (Outcome::Done { at }, _) => (StepState::Done, tr!("desk-step-done", day = short_date(at.day()))),
        (Outcome::Dropped { reason, .. }, _) => {
            (StepState::Dropped, tr!("desk-step-dropped", reason = reason.as_str()))
        }
        (Outcome::Open, StepProgress::Sitting { answered, total, .. }) => {
            (StepState::InProgress, tr!("desk-step-sitting", answered = *answered, total = *total))
        }
        (Outcome::Open, StepProgress::Waiting { waiting, need, .. }) => {
            (StepState::Planned, tr!("desk-step-waiting", waiting = *waiting, need = *need))
        }
        (Outcome::Open, StepProgress::Seated { slot }) => {
            (StepState::InProgress, tr!("desk-step-seated", when = terms::slot(*slot)))
        }
        (Outcome::Open, StepProgress::NotBegun | StepProgress::Over) => {
            (StepState::Planned, terms::outcome(&step.outcome))
        }
    }
}

/// Returns since when somebody waits again, and why.
pub fn again(again: Again) -> String {
    tr!("desk-waits-again", day = short_date(again.since), why = terms::attendance(again.why).to_lowercase())
}

/// Returns what makes answers doubtful, in one sentence for the counsellor.
pub fn caution(caution: Caution) -> String {
    match caution {
        Caution::TooFast { share } => tr!("term-caution-fast", share = percent(share)),
        Caution::LongRun { length } => tr!("term-caution-run", length = length),
        Caution::ManyMissing { share } => tr!("term-caution-missing", share = percent(share)),
        Caution::LittleVariety { deviation } => tr!("term-caution-variety", deviation = decimal(deviation, 1)),
        Caution::MissedControl { controls } => tr!("term-caution-control", controls = controls),
        Caution::Inconsistent { pairs } => tr!("term-caution-inconsistent", pairs = pairs),
    }
}

/// Returns a score as the desk writes it; none where the person is told words only.
pub fn score(scale: &ScaleView, value: f64, error: Option<f64>, for_counsellor: bool) -> Option<String> {
    let numbers = scale.told.numbers();
    match scale.told {
        // Numbers that need a norm or a model to be read are for the counsellor.
        Told::T | Told::Sten | Told::PercentileRank | Told::Ability if !for_counsellor => None,
        Told::Ability => Some(match error {
            Some(error) => {
                tr!("desk-score-estimate", value = numbers.written(value), error = numbers.written(error))
            }
            None => numbers.written(value),
        }),
        Told::OutOf | Told::Count | Told::T | Told::Sten | Told::PercentileRank | Told::Gain(_) => {
            numbers.result(value, scale.max)
        }
    }
}

/// Returns what an order rests on.
pub fn order_title(order: &OrderView) -> String {
    match order.kind {
        OrderKind::MostLeast => tr!("term-order-choices", answered = order.n_answered, items = order.n_items),
        OrderKind::Ranking => tr!("term-order-ranking"),
    }
}

fn percent(share: f64) -> String {
    decimal(share * 100.0, 0)
}

/// Returns when a message leaves unless it is called back.
pub fn leaving(due: Instant) -> String {
    tr!("desk-leaving", time = clock_time(due.local().time()))
}

/// Where a copy stands, in words.
pub fn delivery(delivery: &DeliveryView) -> String {
    let at = |instant: Instant| {
        tr!("desk-day-and-time", day = short_date(instant.day()), time = clock_time(instant.local().time()))
    };
    match (&delivery.state, delivery.received) {
        (_, Some(received)) => tr!("desk-delivery-received", at = at(received)),
        (DeliveryState::Waiting, None) => leaving(delivery.due),
        (DeliveryState::Sent { at: sent }, None) => match delivery.way {
            Way::Email => tr!("desk-delivery-sent", at = at(*sent)),
            Way::Paper => tr!("desk-delivery-paper", at = at(*sent)),
        },
        (DeliveryState::Failed { trouble, .. }, None) => match trouble {
            Trouble::Unreachable => tr!("desk-delivery-unreachable"),
            Trouble::Login => tr!("desk-delivery-login"),
            Trouble::Recipient => tr!("desk-delivery-recipient"),
            Trouble::Message => tr!("desk-delivery-message"),
        },
        (DeliveryState::Cancelled { at: cancelled }, None) => tr!("desk-delivery-cancelled", at = at(*cancelled)),
    }
}

pub fn delivery_tone(delivery: &DeliveryView) -> Tone {
    match (&delivery.state, delivery.received) {
        (_, Some(_)) => Tone::Success,
        (DeliveryState::Waiting, None) => Tone::Info,
        (DeliveryState::Sent { .. }, None) => Tone::Success,
        (DeliveryState::Failed { .. }, None) => Tone::Danger,
        (DeliveryState::Cancelled { .. }, None) => Tone::Warning,
    }
}
