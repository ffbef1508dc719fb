//! A week or a month where width lacks: the same, one line for each, day by day.

use eframe::egui::Ui;

use super::lanes::{Lane, Of};
use super::{open, words};
use crate::app::calendar::{BlockOf, BlockView, CalendarView};
use crate::i18n::{short_date, weekday_date};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::move_session::{MoveForm, Moving};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{panel, scroll_rest};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, body, heading, muted, small};

/// Shows a week: each day with its bands that have something.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &CalendarView, lanes: &[Lane<'_>]) {
    scroll_rest(ui, "calendar-list", |ui| {
        for day in super::working_days(calendar) {
            panel(ui, |ui| {
                heading(ui, &weekday_date(day.day));
                if let Some(about) = words::about(day) {
                    small(ui, &about);
                }
                let mut any = false;
                for lane in lanes {
                    let away = lane.leader.and_then(|leader| leader.away_on(day.day));
                    if let Some(away) = away {
                        let until = tr!("desk-calendar-away", day = short_date(away.until));
                        body(ui, &tr!("desk-calendar-pair", one = lane.title.as_str(), other = until));
                    }
                    for block in lane.blocks.iter().filter(|block| block.slot.day == day.day) {
                        any = true;
                        line(ui, cx, block, &lane.title, matches!(lane.of, Of::Leader(_)));
                    }
                }
                if !any {
                    muted(ui, &tr!("desk-calendar-empty"));
                }
            });
        }
    });
}

/// Shows one block with what can be done.
pub fn line(ui: &mut Ui, cx: &mut Cx<'_>, block: &BlockView, lane: &str, by_leader: bool) {
    ui.separator();
    ui.push_id((block.slot.start, &block.title, lane), |ui| {
        ui.horizontal_wrapped(|ui| {
            let look = Look::of(ui.ctx());
            words::sign(block).1.show(ui, look.text.body, look.colours.primary);
            body(ui, &tr!("desk-calendar-at", time = words::hours(block.slot), name = block.title.as_str()));
        });
        small(ui, &tr!("desk-calendar-pair", one = words::count(block), other = words::state(block)));
        let beside = if by_leader { block.room.clone().unwrap_or_default() } else { block.leader_name.clone() };
        small(ui, &tr!("desk-calendar-pair", one = lane, other = beside));
        ui.horizontal_wrapped(|ui| {
            let name = words::name(block);
            if ui.add(Button::secondary(&tr!("desk-calendar-open")).accessible_name(&name)).clicked() {
                open(cx, block);
            }
            move_button(ui, cx, block);
        });
    });
}

fn move_button(ui: &mut Ui, cx: &mut Cx<'_>, block: &BlockView) {
    let BlockOf::Session { id, movable: true, .. } = block.what else { return };
    let (Some(service), Some(room)) = (&cx.data.service, &block.room) else { return };
    if !cx.decides() {
        return;
    }
    let words = tr!("desk-move-session");
    let name = tr!("desk-action-of", action = words.as_str(), name = words::name(block));
    if ui.add(Button::quiet(&words).icon(Icon::Calendar).accessible_name(&name)).clicked() {
        let moving = Moving { session: id, title: block.title.clone(), slot: block.slot, leader: block.leader };
        cx.ask(Ask::MoveSession(MoveForm::towards(moving, room, service, Vec::new())));
    }
}
