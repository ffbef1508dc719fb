//! Results: words first, then the scale with its error, then what they rest on.

use eframe::egui::Ui;

use crate::app::results::{ResultView, ScaleView};
use crate::domain::scoring::Outcome;
use crate::i18n::{decimal, duration, short_date};
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{
    Banner, ProfileBands, ProfileRow, Tone, badge, body, empty_state, heading, muted, segmented, small,
};

/// Shows the results of a person; the counsellor's words on demand.
pub fn show(ui: &mut Ui, results: &[ResultView], for_counsellor: &mut bool) {
    if results.is_empty() {
        panel(ui, |ui| {
            empty_state(ui, Icon::Clipboard, &tr!("desk-no-result"), &tr!("desk-no-result-words"), None);
        });
        return;
    }
    let labels = [tr!("desk-words-person"), tr!("desk-words-counsellor")];
    let mut index = usize::from(*for_counsellor);
    segmented(ui, &labels.each_ref().map(String::as_str), &mut index);
    *for_counsellor = index == 1;
    for result in results {
        ui.push_id(result.sitting.uuid(), |ui| panel(ui, |ui| result_card(ui, result, *for_counsellor)));
    }
}

fn result_card(ui: &mut Ui, result: &ResultView, for_counsellor: bool) {
    ui.horizontal(|ui| {
        heading(ui, &result.title);
        muted(ui, &result.subtitle);
    });
    Banner::new(Tone::Info, &result.warning).show(ui);
    if for_counsellor {
        cautions(ui, result);
    }
    for scale in &result.scales {
        scale_row(ui, scale, for_counsellor);
    }
    if !result.questions.is_empty() {
        let look = Look::of(ui.ctx());
        ui.label(look.job(&tr!("desk-questions"), Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
        for question in &result.questions {
            body(ui, &tr!("desk-bullet", words = question.as_str()));
        }
    }
    rests_on(ui, result);
}

/// Shows a result in brief, beside the text that is being written.
pub fn evidence(ui: &mut Ui, result: &ResultView) {
    heading(ui, &result.title);
    cautions(ui, result);
    for scale in &result.scales {
        scale_row(ui, scale, true);
    }
    rests_on(ui, result);
}

fn cautions(ui: &mut Ui, result: &ResultView) {
    if result.cautions.is_empty() {
        return;
    }
    let mut sentences: Vec<String> = result.cautions.iter().map(|caution| words::caution(*caution)).collect();
    sentences.extend(result.caution_message.clone());
    let title = tr!("desk-caution-title");
    Banner::new(Tone::Warning, &sentences.join(" ")).title(&title).show(ui);
}

fn rests_on(ui: &mut Ui, result: &ResultView) {
    let words = tr!(
        "desk-result-rests-on",
        day = short_date(result.finished.day()),
        items = result.n_items,
        time = duration(result.seconds),
        version = result.version.as_str(),
        engine = result.engine.as_str()
    );
    small(ui, &words);
}

fn scale_row(ui: &mut Ui, scale: &ScaleView, for_counsellor: bool) {
    let look = Look::of(ui.ctx());
    match &scale.outcome {
        Outcome::Scored { value, error, n_answered, .. } => {
            let said = reading(scale);
            let [low, mid, high] = band_names(scale);
            let span = (scale.max - scale.min).max(f64::EPSILON);
            let share = |value: f64| ((value - scale.min) / span) as f32;
            let blur = error.unwrap_or(0.0);
            let score = tr!("desk-score", value = decimal(*value, 1), max = decimal(scale.max, 0));
            let alternative =
                tr!("desk-score-said", scale = scale.title.as_str(), reading = said.as_str(), score = score.as_str());
            ProfileRow {
                title: &scale.title,
                value: &score,
                place: share(*value),
                uncertainty: (share(value - blur), share(value + blur)),
                bands: ProfileBands {
                    low_ends: scale.bands.first().map_or(0.33, |band| share(band.max)),
                    mid_ends: scale.bands.get(1).map_or(0.67, |band| share(band.max)),
                    names: [low, mid, high],
                },
                alternative: &alternative,
            }
            .show(ui);
            ui.horizontal(|ui| {
                badge(ui, Tone::Info, &said);
                let norm = scale.reliability.clone().unwrap_or_else(|| tr!("desk-no-norm"));
                small(ui, &tr!("desk-scale-rests-on", answered = *n_answered, items = scale.n_items, norm = norm));
            });
            for band in &scale.reading {
                let words = if for_counsellor { &band.for_counsellor } else { &band.for_person };
                ui.label(look.job(words, Weight::Regular, look.text.body, look.colours.ink, ui.available_width()));
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

/// Returns the name of the band, or "entre « … » et « … »".
fn reading(scale: &ScaleView) -> String {
    match scale.reading.as_slice() {
        [] => tr!("desk-no-band"),
        [one] => one.title.clone(),
        [one, .., last] => tr!("desk-between", low = one.title.as_str(), high = last.title.as_str()),
    }
}

fn band_names(scale: &ScaleView) -> [&str; 3] {
    let name = |index: usize| scale.bands.get(index).map_or("", |band| band.title.as_str());
    [name(0), name(1), name(2)]
}
