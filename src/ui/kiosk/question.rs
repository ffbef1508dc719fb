//! One question a screen: what it asks, how it is answered, and the three zones that never move.
//!
//! Choosing never goes on by itself: « Valider » does, once, and the next question comes when the answer is on disk.

use eframe::egui::{Align, Color32, Id, Layout, Rect, Ui};

use super::answers;
use super::attempt::{Attempt, Draft};
use super::flow::Action;
use super::hearing::Hearing;
use super::screen::{Asking, Ended, Phase};
use super::script::Part;
use super::{information, listen, material, page, place, task, words, zone};
use crate::domain::assessment::{Assessment, Item, ItemKind, Material};
use crate::domain::comfort::Means;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{ChoiceCard, Keyboard, indented_question, question, small};

/// Height of the body under which every line counts.
const TIGHT: f32 = 400.0;

/// Share of the width that a task's words take: its screens have the rest.
const BESIDE_TASK: f32 = 0.30;

pub(super) fn show(
    ui: &mut Ui,
    asking: &mut Asking,
    keyboard: &mut Keyboard,
    hearing: &Hearing,
    actions: &mut Vec<Action>,
) {
    let zones = page::zones(ui);
    // What is drawn may reach beyond it.
    let whole = ui.max_rect();
    let waits = matches!(asking.phase, Phase::Choosing | Phase::Failed);
    let typing = matches!(&asking.attempt().draft, Draft::Task(done) if done.typing.is_some());
    let open = waits && !typing;
    let words = confirm_words(asking);
    let mut at_answer = false;
    ui.add_enabled_ui(open, |ui| {
        at_answer = match asking.attempt().item.kind {
            ItemKind::Information => {
                information::show(ui, zones.body, asking);
                false
            }
            ItemKind::Task(_) => {
                beside_task(ui, zones.body, asking, &mut Tools { keyboard, hearing, actions });
                false
            }
            _ => below_question(ui, zones.body, asking, &mut Tools { keyboard, hearing, actions }),
        };
        decline(ui, zones.foot, &words, asking.attempt_mut(), hearing);
    });
    let answer = asking.attempt().answer();
    let pressed = page::primary(ui, zones.foot, &words, open && answer.is_some());
    let again = at_answer && open && page::fresh_enter(ui);
    if let Some(answer) = answer.filter(|_| pressed || again) {
        actions.push(Action::Confirm(answer));
    }
    ui.add_enabled_ui(open, |ui| place::show(ui, zones.bar, asking, hearing, actions));
    let key = asking.key();
    let Attempt { item, draft, declined } = asking.attempt_mut();
    if let (ItemKind::Task(asked), Draft::Task(done)) = (&item.kind, draft) {
        if done.typing.is_some() {
            *declined = false;
        }
        let sheet = (whole, zones.body.x_range());
        ui.add_enabled_ui(waits, |ui| task::show_typing(ui, sheet, asked, done, (keyboard, key)));
    }
}

/// What a question needs besides itself.
struct Tools<'a> {
    keyboard: &'a mut Keyboard,
    hearing: &'a Hearing,
    actions: &'a mut Vec<Action>,
}

fn confirm_words(asking: &Asking) -> String {
    let attempt = asking.attempt();
    match attempt.item.kind {
        _ if asking.phase == Phase::Failed => tr!("kiosk-retry"),
        ItemKind::Information => tr!("kiosk-continue"),
        ItemKind::Task(_) if !attempt.declined => tr!("kiosk-task-done"),
        _ => tr!("kiosk-confirm"),
    }
}

/// Shows the question, and its answers below it; returns whether Enter means « Valider ».
fn below_question(ui: &mut Ui, body: Rect, asking: &mut Asking, tools: &mut Tools<'_>) -> bool {
    let look = Look::of(ui.ctx());
    let item = &asking.attempt().item;
    let (statement, hint) = (words::statement(item), words::hint(item));
    let beside = listen::width(&look, tools.hearing);
    let height = question_height(ui, &look, &asking.sitting.assessment, item, body, beside);
    let head = body.with_max_y(body.top() + height);
    let below = body.with_min_y(head.bottom() + if body.height() < TIGHT { 8.0 } else { 16.0 });
    listen::question_button(ui, head, tools.hearing, tools.actions);
    page::column(ui, "question", head.with_min_x(head.left() + beside), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        question(ui, &statement);
        if let Some(hint) = hint {
            small(ui, &hint);
        }
    });
    let (key, pictures) = (asking.key(), asking.sitting.pictures.clone());
    let attempt = asking.attempt_mut();
    let (stem, n_options) = (attempt.item.material.clone(), attempt.item.kind.options().len());
    let id = Id::unique("kiosk-text").with(key);
    let mut means =
        answers::Means { pictures: &pictures, keyboard: tools.keyboard, id, hearing: tools.hearing, wish: None };
    let at_answer = zone::show(ui, below, key, |ui| {
        material::with(ui, below.height(), &stem, (&pictures, n_options), |ui, height| {
            answers::show(ui, height, attempt, &mut means)
        })
    });
    tools.actions.extend(means.wish.map(Action::Hear));
    at_answer
}

/// Shows what is to be done on the left, and the simulated screens on the right.
fn beside_task(ui: &mut Ui, body: Rect, asking: &mut Asking, tools: &mut Tools<'_>) {
    let look = Look::of(ui.ctx());
    let left = body.with_max_x(body.left() + (body.width() * BESIDE_TASK).round());
    let right = body.with_min_x(left.right() + look.space.large);
    let (key, pictures) = (asking.key(), asking.sitting.pictures.clone());
    let item = &asking.attempt().item;
    let typing = matches!(&asking.attempt().draft, Draft::Task(done) if done.typing.is_some());
    let beside = listen::width(&look, tools.hearing);
    if !typing {
        listen::question_button(ui, left, tools.hearing, tools.actions);
    }
    // The button takes the beginning of the first line: the column is narrow.
    zone::show(ui, left, key + 1, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        // What is copied stays above the keyboard.
        if !typing {
            indented_question(ui, &words::statement(item), beside);
        }
        match &item.material {
            Material::Document(text) => material::document(ui, text),
            Material::Image(image) => material::picture(ui, image, &pictures, left.width()),
            Material::None | Material::Drawn(_) => {}
        }
        if typing {
            question(ui, &words::statement(item));
        }
    });
    let attempt = asking.attempt_mut();
    let id = Id::unique("kiosk-task").with(key);
    let mut means =
        answers::Means { pictures: &pictures, keyboard: tools.keyboard, id, hearing: tools.hearing, wish: None };
    zone::show(ui, right, key, |ui| answers::show(ui, right.height(), attempt, &mut means));
}

/// Returns the height of the longest question of this kind, so that the answers of all begin at the same place.
fn question_height(ui: &Ui, look: &Look, assessment: &Assessment, item: &Item, body: Rect, beside: f32) -> f32 {
    let size = look.text.question;
    let width = (body.width() - beside).min(size * 30.0);
    let height = |item: &Item| {
        let job = look.job(&words::statement(item), Weight::SemiBold, size, look.colours.ink, width);
        ui.painter().layout_job(job).size().y
    };
    // Where height lacks, the question takes only its own.
    let same_kind = |other: &&Item| {
        body.height() > TIGHT && std::mem::discriminant(&other.kind) == std::mem::discriminant(&item.kind)
    };
    let practice = assessment.practices.iter().map(|practice| &practice.item);
    let longest = practice.chain(assessment.items()).filter(same_kind).map(height).fold(height(item), f32::max);
    let hint = if words::hint(item).is_some() { look.text.small * look.text.line_height } else { 0.0 };
    longest + hint.round()
}

/// Shows « Je ne sais pas », or what stands for it: one more card, to confirm like the others.
fn decline(ui: &mut Ui, foot: Rect, confirm: &str, attempt: &mut Attempt, hearing: &Hearing) {
    let Some(refusal) = attempt.refusal() else { return };
    let most = foot.width() - page::primary_width(ui, foot, confirm) - Look::of(ui.ctx()).space.large;
    let words = words::refusal(&refusal, &attempt.item.kind);
    let look = Look::of(ui.ctx());
    let text =
        ui.painter().layout_job(look.job(&words, Weight::SemiBold, look.text.answer, look.colours.ink, f32::INFINITY));
    let width = (text.size().x + look.target.icon + look.space.medium * 3.5).min(most);
    page::inside(ui, "decline", foot, Layout::left_to_right(Align::Center), |ui| {
        let card = ChoiceCard::new(&words, attempt.declined).width(width);
        if card.highlighted(hearing.at() == Some(Part::Decline)).show(ui).chosen {
            attempt.decline();
        }
    });
}

/// What is said of the answer: its icon, its ink and its ground, its words.
pub(super) type Told = (Icon, (Color32, Color32), String);

/// Returns what became of the answer, or why the voice is silent.
pub(super) fn told(asking: &Asking, look: &Look, hearing: &Hearing) -> Option<Told> {
    let c = &look.colours;
    Some(match asking.phase {
        Phase::Choosing | Phase::Sending => {
            let keys = || Some((Icon::Info, (c.ink_muted, c.surface), keys(look, &asking.attempt().item)?));
            return listen::told(look, hearing).or_else(keys);
        }
        Phase::Done { how: Ended::Noted, .. } => (Icon::Check, (c.success, c.success_soft), tr!("kiosk-noted")),
        Phase::Done { how: Ended::TimeUp, .. } => (Icon::Clock, (c.ink, c.primary_soft), tr!("kiosk-time-up")),
        Phase::Failed => (Icon::Warning, (c.warning, c.warning_soft), tr!("kiosk-not-written")),
    })
}

/// Returns which keys answer the question, for somebody who answers by keyboard.
fn keys(look: &Look, item: &Item) -> Option<String> {
    let cards = match &item.kind {
        ItemKind::Likert { points, .. } => points.len(),
        ItemKind::SingleChoice { options, .. } | ItemKind::MultipleChoice { options, .. } => options.len(),
        _ => 0,
    };
    let shown = look.appearance.means == Some(Means::Keyboard) && (2..=9).contains(&cards);
    shown.then(|| tr!("kiosk-keys", last = cards))
}
