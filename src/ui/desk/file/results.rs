//! Results: words first, then the scale with its error, then what they rest on.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::app::results::{AgreementView, ChangeView, IdentityView, OrderRow, OrderView, ResultView, ScaleView, Told};
use crate::domain::scoring::Outcome;
use crate::domain::scoring::change::{Basis, SURE, Verdict};
use crate::i18n::{decimal, duration, short_date, terms};
use crate::tr;
use crate::ui::desk::layout::{panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{
    Banner, OrderPlace, ProfileRow, ProfileZone, Tone, badge, body, disclosure, empty_state, facts, heading, muted,
    order_row, segmented, small,
};

/// Narrower, the words of a score wrap: a badge would be cut.
const BADGE: f32 = 620.0;

/// Shows the results of a person; the counsellor's words on demand.
pub fn show(ui: &mut Ui, file: &ParticipantFile, for_counsellor: &mut bool) {
    if file.results.is_empty() {
        panel(ui, |ui| {
            empty_state(ui, Icon::Clipboard, &tr!("desk-no-result"), &tr!("desk-no-result-words"), None);
        });
        return;
    }
    row(ui, |ui| {
        let labels = [tr!("desk-words-person"), tr!("desk-words-counsellor")];
        let mut index = usize::from(*for_counsellor);
        segmented(ui, &labels.each_ref().map(String::as_str), &mut index);
        *for_counsellor = index == 1;
        // A line of its own width: it wraps beside the choice.
        ui.vertical(|ui| small(ui, &tr!("desk-results-how-to-read")));
    });
    if let Some(sectors) = &file.sectors {
        panel(ui, |ui| super::sectors::card(ui, sectors));
    }
    for result in &file.results {
        ui.push_id(result.sitting.uuid(), |ui| panel(ui, |ui| result_card(ui, result, *for_counsellor)));
    }
    if *for_counsellor {
        agreements(ui, &file.agreements);
    }
}

/// Shows how far two observers of the same moment agree: for those who observe, not for the person.
pub fn agreements(ui: &mut Ui, agreements: &[AgreementView]) {
    if agreements.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-agreements"));
        for found in agreements {
            let (one, other) = &found.observers;
            let day = short_date(found.at.day());
            let title = tr!(
                "desk-agreement-of",
                title = found.title.as_str(),
                one = one.as_str(),
                other = other.as_str(),
                day = day
            );
            part(ui, &title);
            let (same, near, acts) = (found.n_same, found.n_near, found.n_acts);
            body(ui, &tr!("desk-agreement-acts", same = same, near = near, acts = acts));
            small(
                ui,
                &match found.kappa {
                    Some(kappa) => tr!("desk-agreement-kappa", kappa = decimal(kappa, 2)),
                    None => tr!("desk-agreement-no-kappa"),
                },
            );
        }
        muted(ui, &tr!("desk-agreement-talk"));
    });
}

fn result_card(ui: &mut Ui, result: &ResultView, for_counsellor: bool) {
    row(ui, |ui| {
        heading(ui, &result.title);
        muted(ui, &result.subtitle);
    });
    Banner::new(Tone::Info, &result.warning).show(ui);
    if for_counsellor {
        cautions(ui, result);
    }
    told(ui, result, for_counsellor);
    if !result.questions.is_empty() {
        part(ui, &tr!("desk-questions"));
        for question in &result.questions {
            body(ui, &tr!("desk-bullet", words = question.as_str()));
        }
    }
    rests_on(ui, result, for_counsellor);
}

/// Shows a result in brief, beside the text that is being written.
pub fn evidence(ui: &mut Ui, result: &ResultView) {
    heading(ui, &result.title);
    cautions(ui, result);
    told(ui, result, true);
    rests_on(ui, result, true);
}

fn told(ui: &mut Ui, result: &ResultView, for_counsellor: bool) {
    if let Some(observed) = &result.observed {
        let (by, day) = (observed.by.as_str(), short_date(result.finished.day()));
        let words = match &observed.workshop {
            Some(workshop) => tr!("desk-result-observed-at", by = by, day = day, workshop = workshop.as_str()),
            None => tr!("desk-result-observed", by = by, day = day),
        };
        small(ui, &words);
    }
    interventions(ui, result, for_counsellor);
    if result.is_private {
        Banner::new(Tone::Info, &tr!("desk-result-private")).show(ui);
    }
    for scale in &result.scales {
        scale_row(ui, scale, for_counsellor);
    }
    for order in &result.orders {
        order_rows(ui, order, for_counsellor);
    }
    if !result.words.is_empty() {
        part(ui, &tr!("desk-told-as-is"));
        for words in &result.words {
            muted(ui, &words.question);
            body(ui, &words.answer);
        }
    }
}

/// Says what the staff did in the sitting: who answered with the person, and what no longer counts.
fn interventions(ui: &mut Ui, result: &ResultView, for_counsellor: bool) {
    let helped_by = &result.identity.helped_by;
    if !helped_by.is_empty() {
        body(ui, &tr!("desk-result-helped", names = helped_by.join(", ")));
    }
    if !for_counsellor || result.taken_out.is_empty() {
        return;
    }
    part(ui, &tr!("desk-result-taken-out", n = result.taken_out.len()));
    for taken in &result.taken_out {
        body(ui, &tr!("desk-quoted", words = taken.question.as_str()));
        small(ui, &tr!("desk-result-taken-out-why", reason = taken.reason.as_str()));
    }
}

fn part(ui: &mut Ui, title: &str) {
    let look = Look::of(ui.ctx());
    ui.label(look.job(title, Weight::SemiBold, look.text.body, look.colours.ink, ui.available_width()));
}

/// Says that the answers look careless once two independent signs agree.
fn cautions(ui: &mut Ui, result: &ResultView) {
    if !result.is_doubtful {
        return;
    }
    let mut sentences: Vec<String> = result.cautions.iter().map(|caution| words::caution(*caution)).collect();
    sentences.push(result.caution_message.clone());
    let title = tr!("desk-caution-title");
    Banner::new(Tone::Warning, sentences.join(" ").trim()).title(&title).show(ui);
}

fn rests_on(ui: &mut Ui, result: &ResultView, for_counsellor: bool) {
    let identity = &result.identity;
    let (day, time) = (short_date(result.finished.day()), duration(identity.seconds));
    small(ui, &tr!("desk-result-rests-on", day = day, items = identity.n_items, time = time));
    disclosure(ui, "identity", &tr!("desk-identity"), |ui| {
        let mut rows = identity_rows(identity);
        if for_counsellor && result.listened > 0 {
            rows.push((tr!("desk-identity-listened"), tr!("desk-identity-listened-value", n = result.listened)));
        }
        if for_counsellor && !result.is_doubtful {
            let signs = match result.cautions.first() {
                None => tr!("desk-identity-no-sign"),
                Some(sign) => tr!("desk-identity-one-sign", sign = words::caution(*sign)),
            };
            rows.push((tr!("desk-identity-signs"), signs));
        }
        let rows: Vec<(&str, &str)> = rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        facts(ui, "identity-facts", &rows);
    });
}

fn identity_rows(identity: &IdentityView) -> Vec<(String, String)> {
    let of_scale = |scale: &str, words: String| tr!("desk-identity-of-scale", scale = scale, words = words);
    let population = match identity.norms.as_slice() {
        [] => terms::norm(None),
        norms => {
            norms.iter().map(|(scale, norm)| of_scale(scale, terms::norm(Some(norm)))).collect::<Vec<_>>().join("\n")
        }
    };
    let reliability = match identity.reliabilities.as_slice() {
        [] => terms::reliability(None),
        known => known
            .iter()
            .map(|(scale, known)| of_scale(scale, terms::reliability(Some(known))))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let (version, hash) = (identity.version.as_str(), identity.short_hash());
    let day = short_date(identity.finished.day());
    let mode = terms::answered_by(identity.mode, &identity.helped_by);
    let (time, out) = (duration(identity.seconds), identity.n_taken_out);
    vec![
        (tr!("desk-identity-version"), tr!("desk-identity-version-value", version = version, hash = hash)),
        (tr!("desk-identity-sitting"), tr!("desk-identity-sitting-value", day = day, mode = mode)),
        (
            tr!("desk-identity-questions"),
            tr!("desk-identity-questions-value", items = identity.n_items, time = time, out = out),
        ),
        (tr!("desk-identity-population"), population),
        (tr!("desk-identity-reliability"), reliability),
        (tr!("desk-identity-licence"), terms::licence(&identity.licence)),
        (tr!("desk-identity-source"), identity.source.clone()),
        (tr!("desk-identity-limits"), terms::limits(identity.status)),
        (tr!("desk-identity-engine"), identity.engine.clone()),
    ]
}

fn scale_row(ui: &mut Ui, scale: &ScaleView, for_counsellor: bool) {
    let look = Look::of(ui.ctx());
    match &scale.outcome {
        Outcome::Scored { value, error, n_answered, .. } => {
            let said = reading(scale);
            profile(ui, scale, (*value, *error), &said, for_counsellor);
            // In a narrow column what a score rests on goes on below its words.
            ui.horizontal_wrapped(|ui| {
                if ui.available_width() < BADGE {
                    body(ui, &said);
                } else {
                    badge(ui, Tone::Info, &said);
                }
                small(ui, &scale_rests_on(scale, *n_answered, for_counsellor));
            });
            if scale.told != Told::Gain(Verdict::NotClaimed) {
                for band in &scale.reading {
                    let words = if for_counsellor { &band.for_counsellor } else { &band.for_person };
                    body(ui, words);
                }
            }
            if let Some(change) = &scale.change {
                change_lines(ui, scale, change, *value, for_counsellor);
            }
        }
        Outcome::NotAsked | Outcome::Unscored { .. } => {}
        Outcome::TooFewAnswers { n_answered, needed } => {
            body(ui, &scale.title);
            muted(ui, &tr!("desk-too-few-answers", answered = *n_answered, needed = *needed));
        }
    }
    ui.add_space(look.space.small);
}

fn profile(ui: &mut Ui, scale: &ScaleView, (value, error): (f64, Option<f64>), said: &str, for_counsellor: bool) {
    let span = (scale.max - scale.min).max(f64::EPSILON);
    let share = |value: f64| ((value - scale.min) / span) as f32;
    let half = SURE * error.unwrap_or(0.0);
    let score = words::score(scale, value, error, for_counsellor);
    let alternative = match &score {
        Some(score) => tr!("desk-score-said", scale = scale.title.as_str(), reading = said, score = score.as_str()),
        None => tr!("desk-score-said-in-words", scale = scale.title.as_str(), reading = said),
    };
    let zones: Vec<ProfileZone<'_>> =
        scale.bands.iter().map(|band| ProfileZone { ends: share(band.max), name: &band.title }).collect();
    ProfileRow {
        title: &scale.title,
        value: score.as_deref().unwrap_or_default(),
        place: share(value),
        uncertainty: (share(value - half), share(value + half)),
        zones: &zones,
        alternative: &alternative,
    }
    .show(ui);
}

fn scale_rests_on(scale: &ScaleView, n_answered: usize, for_counsellor: bool) -> String {
    let norm = terms::norm(scale.norm.as_ref().map(|view| &view.norm));
    let norm = match scale.norm.as_ref().and_then(|view| view.percentile_rank) {
        Some(rank) if for_counsellor => {
            tr!("desk-scale-rank", norm = norm, rank = decimal(rank, 0))
        }
        Some(_) | None => norm,
    };
    tr!("desk-scale-rests-on", answered = n_answered, items = scale.n_items, norm = norm)
}

/// Says what became of the score since the last time; nothing is claimed within the error.
fn change_lines(ui: &mut Ui, scale: &ScaleView, change: &ChangeView, value: f64, for_counsellor: bool) {
    let (day, claim) = (short_date(change.before_on.day()), terms::change(change.verdict));
    let score = |value| words::score(scale, value, None, for_counsellor);
    let line = match (score(change.before), score(value)) {
        (Some(before), Some(after)) => {
            tr!("desk-change-numbers", day = day, claim = claim, before = before, after = after)
        }
        _ => tr!("desk-change", day = day, claim = claim),
    };
    body(ui, &line);
    if !for_counsellor {
        return;
    }
    let basis = match change.basis {
        Basis::Published => tr!("desk-change-published"),
        Basis::Answers => tr!("desk-change-answers"),
    };
    let margin = change.margin.map(|margin| decimal(margin, 1));
    small(
        ui,
        &match margin {
            Some(margin) => tr!("desk-change-margin", margin = margin, basis = basis),
            None => tr!("desk-change-unknown"),
        },
    );
}

/// Shows an order from the first place to the last, ties as ties.
fn order_rows(ui: &mut Ui, order: &OrderView, for_counsellor: bool) {
    part(ui, &words::order_title(order));
    if let Some((answered, needed)) = order.too_few {
        muted(ui, &tr!("desk-too-few-answers", answered = answered, needed = needed));
        return;
    }
    small(ui, &tr!("term-order-caption"));
    let last = order.last_place();
    for (index, row) in order.rows.iter().enumerate() {
        let standing = terms::order_place(row.place, last, row.tied);
        let words = order_words(row, for_counsellor);
        let alternative =
            tr!("desk-order-said", place = row.place, title = row.title.as_str(), standing = standing.as_str());
        order_row(
            ui,
            &OrderPlace {
                place: row.place,
                title: &row.title,
                standing: &standing,
                words,
                leads: row.place == 1 && last > 1,
                goes_on: index + 1 < order.rows.len(),
                alternative: &alternative,
            },
        );
    }
}

fn order_words(row: &OrderRow, for_counsellor: bool) -> &str {
    match &row.reading {
        Some(band) if for_counsellor => &band.for_counsellor,
        Some(band) => &band.for_person,
        None => "",
    }
}

/// Returns the name of the band, or "entre « … » et « … »"; of a difference, what may be said of it.
fn reading(scale: &ScaleView) -> String {
    if let Told::Gain(Verdict::NotClaimed) = scale.told {
        return terms::change(Verdict::NotClaimed);
    }
    match scale.reading.as_slice() {
        [] => tr!("desk-no-band"),
        [one] => one.title.clone(),
        [one, .., last] => tr!("desk-between", low = one.title.as_str(), high = last.title.as_str()),
    }
}
