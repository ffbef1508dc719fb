//! After a practice or training item: what was asked is still in sight, with what was answered, what is expected, why.

use eframe::egui::{Frame, Ui, Vec2, vec2};

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::screen::Correction;
use super::{material, words};
use crate::domain::assessment::{Face, Item, Material};
use crate::domain::response::Answer;
use crate::domain::scoring::scale::is_right;
use crate::domain::sitting::Step;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    Banner, StemPlace, SvgPicture, Tone, body, facts, figure, matrix_scale, muted, question, stem, title,
};

/// Share of the body's height that the drawing of the question takes beside the answers.
const DRAWING: f32 = 0.52;

/// Share of that height for a drawing that stands above them.
const STRIP: f32 = 0.38;

/// Narrowest place where pictures of answers and what is said of them stand side by side.
const SIDE_BY_SIDE: f32 = 640.0;

/// Side of an answer that is a picture, where it need not compare with the drawing beside it.
const PICTURE: f32 = 96.0;

pub(super) fn show(ui: &mut Ui, shown: &Correction, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let begins = shown.from.is_none() && matches!(shown.sitting.step, Step::Question(_));
    // A tick says "right": it never stands beside another answer.
    let (emblem, tone) =
        if agrees(shown) { (Emblem::done(Icon::Check), Tone::Success) } else { (Emblem::calm(Icon::Info), Tone::Info) };
    // A drawing needs the width that the emblem would take.
    let emblem = (!matches!(shown.item.material, Material::Drawn(_))).then_some(emblem);
    page::sheet(ui, zones.body, 0, emblem, |ui| {
        title(ui, &heading_words(shown));
        question(ui, &words::statement(&shown.item));
        let height = (zones.body.height() * DRAWING).round();
        let scale = drawing_scale(ui, &shown.item, height);
        let close = ui.spacing().item_spacing;
        beside_material(ui, shown, height, |ui| {
            ui.spacing_mut().item_spacing = close;
            let said = page::sentences(&shown.said).join("\n");
            if stands_above(&shown.item) && ui.available_width() > SIDE_BY_SIDE {
                ui.horizontal_top(|ui| {
                    answers(ui, shown, scale.unwrap_or(PICTURE));
                    ui.add_space(close.x);
                    ui.vertical(|ui| Banner::new(tone, &said).show(ui));
                });
            } else {
                answers(ui, shown, scale.unwrap_or(PICTURE));
                Banner::new(tone, &said).show(ui);
            }
            if begins {
                page::lines(ui, [(Icon::Info, tr!("kiosk-example-free").as_str())].into_iter());
            }
        });
    });
    let on = if begins { tr!("kiosk-go") } else { tr!("kiosk-continue") };
    if page::primary(ui, zones.foot, &on, true) {
        actions.push(Action::GoOn);
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}

/// Returns whether the drawing of the question is a strip above its answers.
fn stands_above(item: &Item) -> bool {
    matches!(&item.material, Material::Drawn(drawn) if StemPlace::of(drawn) == StemPlace::Above)
}

/// Names the page: an example comes before the questions, a training item is one of them.
pub(super) fn heading_words(shown: &Correction) -> String {
    if shown.from.is_none() { tr!("kiosk-example-done") } else { tr!("kiosk-training-done") }
}

/// Returns whether the answer is the expected one, or whether none is expected.
fn agrees(shown: &Correction) -> bool {
    words::right_answer(&shown.item).is_none() || is_right(&shown.item.kind, &shown.given)
}

/// Shows what the question was about, and `content` on its right or below it.
fn beside_material(ui: &mut Ui, shown: &Correction, height: f32, content: impl FnOnce(&mut Ui)) {
    match &shown.item.material {
        Material::Drawn(drawn) if StemPlace::of(drawn) == StemPlace::Above => {
            stem(ui, drawn, vec2(ui.available_width(), height * STRIP), None);
            content(ui);
        }
        // Smaller than in the question: it is remembered here, and the explanation stands beside it.
        Material::Drawn(drawn) => drop(ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = Look::of(ui.ctx()).space.large;
            stem(ui, drawn, vec2(ui.available_width() * 0.5, height), None);
            ui.vertical(content);
        })),
        asked => material::with(ui, height, asked, (&shown.sitting.pictures, 0), |ui, _| content(ui)),
    }
}

/// Returns the side of the figures in the drawing of a matrix: the answers beside it compare with them.
fn drawing_scale(ui: &Ui, item: &Item, height: f32) -> Option<f32> {
    let Material::Drawn(stem) = &item.material else { return None };
    matrix_scale(&Look::of(ui.ctx()), stem, vec2(ui.available_width() * 0.5, height))
}

/// Shows the answer given and the right one: words as two lines, pictures side by side.
fn answers(ui: &mut Ui, shown: &Correction, side: f32) {
    let item = &shown.item;
    let right = words::right_answer(item);
    let rows: Vec<(String, &Answer)> = [(tr!("kiosk-your-answer"), &shown.given)]
        .into_iter()
        .chain(right.as_ref().map(|right| (tr!("kiosk-right-answer"), right)))
        .collect();
    if rows.iter().any(|(_, answer)| face(item, answer).is_some()) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(Look::of(ui.ctx()).space.huge, 4.0);
            for (label, answer) in &rows {
                picture(ui, shown, label, (answer, side));
            }
        });
        return;
    }
    let said: Vec<(String, String)> =
        rows.into_iter().map(|(label, answer)| (label, words::answer(answer, item))).collect();
    let said: Vec<(&str, &str)> =
        said.iter().filter(|(_, words)| !words.is_empty()).map(|(label, words)| (&**label, &**words)).collect();
    facts(ui, "kiosk-correction", &said);
}

/// Returns what the chosen option shows, when it is a picture.
fn face<'a>(item: &'a Item, answer: &Answer) -> Option<&'a Face> {
    let Answer::Choice(id) = answer else { return None };
    let option = item.kind.options().iter().find(|option| option.id == *id)?;
    matches!(option.face, Face::Drawn(_) | Face::Image { .. }).then_some(&option.face)
}

fn picture(ui: &mut Ui, shown: &Correction, label: &str, (answer, side): (&Answer, f32)) {
    let name = words::answer(answer, &shown.item);
    ui.vertical(|ui| {
        muted(ui, label);
        match face(&shown.item, answer) {
            Some(Face::Drawn(drawing)) => {
                let look = Look::of(ui.ctx());
                let sheet = Frame::new().fill(look.colours.surface_raised).stroke(look.outline());
                sheet.inner_margin(4).corner_radius(look.corner(look.radius.small)).show(ui, |ui| {
                    figure(ui, drawing, side, &name);
                });
            }
            Some(Face::Image { image, .. }) => {
                let bytes = shown.sitting.pictures.get(image).unwrap_or_default();
                SvgPicture::new(bytes, &name).show(ui, vec2(side, side));
            }
            Some(Face::Words(_) | Face::Reply(_)) | None => drop(body(ui, &name)),
        }
    });
}
