//! « C'est fini, merci »: what happens next, and the next assessment or the goodbye.

use eframe::egui::Ui;

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::requests::Request;
use super::screen::End;
use super::today;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{question, title};

pub(super) fn show(ui: &mut Ui, end: &End, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let zones = page::zones(ui);
    let thanks = tr!("kiosk-end");
    let next = if end.fresh { end.visit.left.first() } else { None };
    page::sheet(ui, zones.body, 0, Emblem::done(Icon::Check), |ui| {
        title(ui, &thanks);
        let words = page::sentences(&end.words);
        // The assessment's own words may begin with the title.
        let said = words.iter().filter(|line| line.trim_end_matches(['.', '!']).trim_end() != thanks);
        page::lines(ui, said.map(|line| (Icon::Check, line.as_str())));
        if let Some(step) = next {
            ui.add_space(look.space.small);
            question(ui, &tr!("kiosk-next"));
            today::row(ui, step, true);
        } else if end.fresh {
            let done = tr!("kiosk-day-done");
            page::lines(ui, [(Icon::Home, done.as_str())].into_iter());
        }
    });
    if next.is_some() {
        if page::secondary(ui, zones.foot, &tr!("kiosk-stop-here"), Icon::Pause) {
            actions.push(Action::Leave);
        }
        if page::primary(ui, zones.foot, &tr!("kiosk-continue"), !busy) {
            actions.push(Action::Ask(Request::Begin(end.visit.visit)));
        }
    } else if page::primary(ui, zones.foot, &tr!("kiosk-goodbye"), !busy) {
        actions.push(Action::Leave);
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}
