//! One question a screen: document, answers as cards, and the three zones that never move.
//!
//! Choosing never goes on by itself: « Valider » does, once, and the next question comes when the answer is on disk.

use eframe::egui::{Align, Layout, Rect, Ui, pos2, vec2};

use super::flow::Action;
use super::screen::{Asking, Phase, number_answer};
use super::{answers, number, page, zone};
use crate::domain::assessment::{Assessment, Item, ItemKind, Material};
use crate::domain::response::Answer;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{ChoiceCard, Tone, badge, progress, question};

/// Share of the body that a document takes, beside its answers.
const DOCUMENT: f32 = 0.46;

/// Height of the body under which every line counts.
const TIGHT: f32 = 400.0;

pub(super) fn show(ui: &mut Ui, asking: &mut Asking, actions: &mut Vec<Action>) {
    let Some((assessment, item)) = asking.item() else { return };
    let look = Look::of(ui.ctx());
    let now = ui.input(|input| input.time);
    let since = *asking.since.get_or_insert(now);
    let zones = page::zones(ui);
    let open = matches!(asking.phase, Phase::Choosing | Phase::Failed);
    let head = zones.body.with_max_y(zones.body.top() + question_height(ui, &look, &assessment, &item, zones.body));
    let body = zones.body.with_min_y(head.bottom() + if zones.body.height() < TIGHT { 8.0 } else { 16.0 });
    page::column(ui, "question", head, |ui| question(ui, &typeset(&item.statement)));
    let mut at_card = false;
    ui.add_enabled_ui(open, |ui| {
        at_card = answer_zone(ui, body, asking, &item);
        decline(ui, zones.foot, asking, &item);
    });
    status(ui, zones.foot, asking);
    let words = if asking.phase == Phase::Failed { tr!("kiosk-retry") } else { tr!("kiosk-confirm") };
    let pressed = page::primary(ui, zones.foot, &words, open && asking.answer.is_some());
    // Enter on the card already chosen means yes.
    let again = at_card && open && page::fresh_enter(ui);
    if let Some(answer) = asking.answer.clone().filter(|_| pressed || again) {
        actions.push(Action::Confirm { answer, took_millis: ((now - since).max(0.0) * 1000.0) as u64 });
    }
    place(ui, zones.bar, asking);
    page::tools(ui, zones.bar, actions);
}

/// Returns the height of the longest question, so that the answers of all begin at the same place.
fn question_height(ui: &Ui, look: &Look, assessment: &Assessment, item: &Item, body: Rect) -> f32 {
    let size = look.text.question;
    let width = body.width().min(size * 30.0);
    // Where height lacks, the question takes only its own.
    let practice = assessment.practices.iter().map(|practice| &practice.item);
    let all = practice.chain(assessment.items());
    let kept = all.filter(|other| body.height() > TIGHT || other.id == item.id);
    kept.map(|item| {
        let job = look.job(&typeset(&item.statement), Weight::SemiBold, size, look.colours.ink, width);
        ui.painter().layout_job(job).size().y
    })
    .fold(0.0, f32::max)
}

/// Shows the document and the answers; returns whether the focus is on the chosen card.
fn answer_zone(ui: &mut Ui, body: Rect, asking: &mut Asking, item: &Item) -> bool {
    let look = Look::of(ui.ctx());
    let mut at_card = false;
    zone::show(ui, body, asking.place(), |ui| {
        let width = ui.available_width();
        let Material::Document(text) = &item.material else {
            at_card = choose(ui, body.height(), asking, item);
            return;
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.space.large;
            let left = (width * DOCUMENT).round();
            ui.vertical(|ui| {
                ui.set_width(left);
                document(ui, &look, text);
            });
            ui.vertical(|ui| {
                ui.set_width(width - left - look.space.large);
                at_card = choose(ui, body.height(), asking, item);
            });
        });
    });
    at_card
}

fn choose(ui: &mut Ui, height: f32, asking: &mut Asking, item: &Item) -> bool {
    match &item.kind {
        ItemKind::Likert { points, .. } => answers::points(ui, height, points, &mut asking.answer),
        ItemKind::SingleChoice { options, .. } => answers::options(ui, height, options, &mut asking.answer),
        ItemKind::Number { unit, min, max, .. } => {
            if number::show(ui, height, unit, (*min, *max), &mut asking.typed) {
                asking.answer = number_answer(&asking.typed, &item.kind);
            }
            false
        }
        _ => false,
    }
}

/// Shows a document of the real world, its lines kept as they are.
fn document(ui: &mut Ui, look: &Look, material: &str) {
    let c = &look.colours;
    let pad = look.space.medium;
    let width = ui.available_width();
    let lines = typeset(material.trim_end());
    let (first, rest) = lines.split_once('\n').filter(|(first, _)| is_heading(first)).unwrap_or(("", &lines));
    let lay =
        |text: &str, weight| ui.painter().layout_job(look.job(text, weight, look.text.body, c.ink, width - 2.0 * pad));
    let (head, text) = (lay(first, Weight::Bold), lay(rest, Weight::Regular));
    let icon = look.target.icon;
    let gap = look.space.small;
    let named = !first.is_empty();
    let band_height = if named { pad + head.size().y.max(icon) + gap * 0.5 } else { pad - gap };
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, band_height + gap + text.size().y + pad), eframe::egui::Sense::hover());
    let name = format!("{} {lines}", tr!("kiosk-document"));
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Document, true, &name));
    let corner = look.corner(look.radius.small);
    ui.painter().rect(rect, corner, c.surface_raised, look.outline(), eframe::egui::StrokeKind::Inside);
    let band = rect.with_max_y(rect.top() + band_height);
    if named {
        ui.painter().rect_filled(band.shrink(1.5), corner, c.accent_soft);
        let mark = Rect::from_min_size(pos2(rect.right() - pad - icon, rect.top() + pad), vec2(icon, icon));
        Icon::Document.paint(ui.painter(), mark, c.ink_muted);
    }
    let at = rect.min + vec2(pad, pad);
    let below = band.bottom() + gap;
    ui.painter().galley(at, head, c.ink);
    ui.painter().galley(pos2(at.x, below), text, c.ink);
}

/// Returns whether the first line of a document names it, as a poster does, rather than beginning its content.
fn is_heading(line: &str) -> bool {
    !line.contains(':') && !line.starts_with(|c: char| c.is_ascii_digit())
}

/// Shows « Je ne sais pas », or « Je préfère ne pas répondre » where no answer is right: one more card, to confirm like the others.
fn decline(ui: &mut Ui, foot: Rect, asking: &mut Asking, item: &Item) {
    let (answer, words) = if item.kind.has_right_answer() {
        (Answer::DoesNotKnow, tr!("kiosk-do-not-know"))
    } else {
        (Answer::PrefersNot, tr!("kiosk-prefer-not"))
    };
    let look = Look::of(ui.ctx());
    let text =
        ui.painter().layout_job(look.job(&words, Weight::SemiBold, look.text.answer, look.colours.ink, f32::INFINITY));
    let width = text.size().x + look.target.icon + look.space.medium * 3.5;
    page::inside(ui, "decline", foot, Layout::left_to_right(Align::Center), |ui| {
        let selected = asking.answer.as_ref() == Some(&answer);
        if ChoiceCard::new(&words, selected).width(width).show(ui).chosen {
            asking.answer = Some(answer);
            asking.typed.clear();
        }
    });
}

/// Says between the two ends of the foot what became of the answer.
fn status(ui: &mut Ui, foot: Rect, asking: &Asking) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (icon, ink, ground, words) = match asking.phase {
        Phase::Choosing | Phase::Sending => return,
        Phase::Noted { .. } => (Icon::Check, c.success, c.success_soft, tr!("kiosk-noted")),
        Phase::Failed => (Icon::Warning, c.warning, c.warning_soft, tr!("kiosk-not-written")),
    };
    let right = foot.right() - 260.0 - look.space.medium;
    let room = (foot.width() - 260.0 - 430.0).max(160.0);
    let galley = ui.painter().layout_job(look.job(&words, Weight::SemiBold, look.text.small, c.ink, room - 80.0));
    let width = galley.size().x + look.target.icon + look.space.medium * 2.5;
    let height = (galley.size().y + look.space.small).max(look.target.control * 0.75);
    let rect = Rect::from_min_size(pos2(right - width, foot.center().y - height / 2.0), vec2(width, height));
    ui.painter().rect_filled(rect, look.corner(look.radius.medium), ground);
    page::inside(
        ui,
        "status",
        rect.shrink2(vec2(look.space.medium * 0.75, 0.0)),
        Layout::left_to_right(Align::Center),
        |ui| {
            icon.show(ui, look.target.icon * 0.9, ink);
            let said = ui.label(look.job(&words, Weight::SemiBold, look.text.small, c.ink, room - 80.0));
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        },
    );
}

/// Shows where one is: « Question 3 sur 12 » and its dots, or that this is only an example.
fn place(ui: &mut Ui, bar: Rect, asking: &Asking) {
    page::inside(ui, "place", bar, Layout::left_to_right(Align::Center), |ui| {
        if asking.is_practice() {
            badge(ui, Tone::Accent, &tr!("kiosk-example"));
            return;
        }
        let total = asking.sitting.n_questions;
        let current = asking.place().min(total);
        progress(ui, current, total, &tr!("kiosk-progress", current = current, total = total));
    });
}
