//! « Ma boussole » at the kiosks, seen from the desk: whether its person may open it, and what they did with it.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::action::Deed;
use super::cx::Cx;
use super::guidance::Guidance;
use crate::app::own_page::Access;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::own_page::Reading;
use crate::domain::stamp::Instant;
use crate::i18n::{Explain, clock_time, short_date};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    let today = cx.day();
    heading(ui, &tr!("desk-own-page"));
    let opens = match desk.at_kiosk.access {
        Access::Never(refusal) => {
            muted(ui, &refusal.explain());
            return;
        }
        Access::Closed => {
            muted(ui, &tr!("desk-own-page-how"));
            tr!("desk-own-page-hear")
        }
        Access::Today { since } => {
            let time = clock_time(since.local().time());
            badge(ui, Tone::Success, &tr!("desk-own-page-open-since", time = time));
            tr!("desk-own-page-code")
        }
        Access::Signed { version } => {
            badge(ui, Tone::Success, &tr!("desk-own-page-signed", version = version));
            tr!("desk-own-page-hear")
        }
        Access::Withdrawn { since } => {
            badge(ui, Tone::Neutral, &tr!("desk-own-page-withdrawn", when = since_when(since, today)));
            tr!("desk-own-page-hear")
        }
    };
    if let Some(reading) = &desk.at_kiosk.reading {
        muted(ui, &heard(reading, today));
        small(ui, &tr!("desk-own-page-counts", openings = reading.openings, listenings = reading.listenings));
    }
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(!cx.busy, Button::secondary(&opens).icon(Icon::Speaker)).clicked() {
            cx.act(Deed::Guide(Guidance::OpenOwnPage(desk.id, desk.participant)));
        }
        let is_open = matches!(desk.at_kiosk.access, Access::Today { .. } | Access::Signed { .. });
        if is_open && ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-own-page-close"))).clicked() {
            cx.act(Deed::Guide(Guidance::CloseOwnPage(desk.id)));
        }
    });
}

/// Says what a person did with their page.
pub(super) fn heard(reading: &Reading, today: NaiveDate) -> String {
    let when = |at: Instant| when(at, today);
    match (reading.heard_at, reading.ended_at) {
        (Some(at), _) => tr!("desk-own-page-heard-whole", when = when(at)),
        (None, Some(at)) => tr!("desk-own-page-read-whole", when = when(at)),
        (None, None) if reading.listenings > 0 => tr!("desk-own-page-heard-part", when = when(reading.last_at)),
        (None, None) => tr!("desk-own-page-opened", when = when(reading.opened_at)),
    }
}

fn when(at: Instant, today: NaiveDate) -> String {
    let time = clock_time(at.local().time());
    if at.day() == today {
        return tr!("desk-own-page-at", time = time);
    }
    tr!("desk-own-page-on", day = short_date(at.day()), time = time)
}

fn since_when(at: Instant, today: NaiveDate) -> String {
    let time = clock_time(at.local().time());
    if at.day() == today { time } else { tr!("desk-own-page-on", day = short_date(at.day()), time = time) }
}
