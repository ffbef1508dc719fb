//! After a practice or training item: what was answered, what is expected, and on to the next one.

use eframe::egui::{Align, Frame, Layout, Ui, vec2};

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::screen::Correction;
use super::words;
use crate::domain::assessment::{Face, Item};
use crate::domain::response::Answer;
use crate::domain::sitting::Step;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Banner, SvgPicture, Tone, body, facts, figure, muted, question, title};

pub(super) fn show(ui: &mut Ui, shown: &Correction, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let begins = shown.from.is_none() && matches!(shown.sitting.step, Step::Question(_));
    page::sheet(ui, zones.body, 0, Emblem::done(Icon::Check), |ui| {
        title(ui, &tr!("kiosk-example-done"));
        question(ui, &words::statement(&shown.item));
        answers(ui, shown);
        Banner::new(Tone::Success, &page::sentences(&shown.said).join("\n")).show(ui);
        if begins {
            page::lines(ui, [(Icon::Info, tr!("kiosk-example-free").as_str())].into_iter());
        }
    });
    let on = if begins { tr!("kiosk-go") } else { tr!("kiosk-continue") };
    if page::primary(ui, zones.foot, &on, true) {
        actions.push(Action::GoOn);
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}

/// Shows the answer given and the right one: words as two lines, pictures side by side.
fn answers(ui: &mut Ui, shown: &Correction) {
    let item = &shown.item;
    let right = words::right_answer(item);
    let rows: Vec<(String, &Answer)> = [(tr!("kiosk-your-answer"), &shown.given)]
        .into_iter()
        .chain(right.as_ref().map(|right| (tr!("kiosk-right-answer"), right)))
        .collect();
    if rows.iter().any(|(_, answer)| face(item, answer).is_some()) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = Look::of(ui.ctx()).space.huge;
            for (label, answer) in &rows {
                picture(ui, shown, label, answer);
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

fn picture(ui: &mut Ui, shown: &Correction, label: &str, answer: &Answer) {
    const SIDE: f32 = 110.0;
    let name = words::answer(answer, &shown.item);
    ui.allocate_ui_with_layout(vec2(SIDE * 2.4, SIDE + 8.0), Layout::left_to_right(Align::Center), |ui| {
        muted(ui, label);
        match face(&shown.item, answer) {
            Some(Face::Drawn(drawing)) => {
                let look = Look::of(ui.ctx());
                let sheet = Frame::new().fill(look.colours.surface_raised).stroke(look.outline());
                sheet.inner_margin(4).corner_radius(look.corner(look.radius.small)).show(ui, |ui| {
                    figure(ui, drawing, SIDE, &name);
                });
            }
            Some(Face::Image { image, .. }) => {
                let bytes = shown.sitting.pictures.get(image).unwrap_or_default();
                SvgPicture::new(bytes, &name).show(ui, vec2(SIDE, SIDE));
            }
            Some(Face::Words(_) | Face::Reply(_)) | None => drop(body(ui, &name)),
        }
    });
}
