//! « C'est fini, merci »: what happens next, and the next assessment or the goodbye.

use eframe::egui::{Rect, Ui, pos2};

use super::flow::Action;
use super::requests::Request;
use super::screen::End;
use super::{page, today, zone};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{question, title};

pub(super) fn show(ui: &mut Ui, end: &End, busy: bool, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let zones = page::zones(ui);
    let side = (zones.body.width() * 0.17).min(190.0);
    let text = Rect::from_min_max(pos2(zones.body.left() + side + look.space.huge, zones.body.top()), zones.body.max);
    let thanks = tr!("kiosk-end");
    let next = if end.fresh { end.visit.left.first() } else { None };
    zone::show(ui, text, 0, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
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
    page::column(ui, zones.body, |ui| page::medallion(ui, Icon::Check, side, c.success_soft, c.success));
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
    page::tools(ui, zones.bar, actions);
}
