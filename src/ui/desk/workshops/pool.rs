//! The pools: gauges to compare, then one pool with its people and what the rule says of it.

use std::sync::Arc;

use eframe::egui::{Align, Galley, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::sessions;
use crate::app::planning::{PoolView, SessionView, WaitingPerson};
use crate::app::session_life::OfferView;
use crate::domain::activity::ActivityId;
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::days_between;
use crate::domain::workshop::SessionState;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Place;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::offer::OfferForm;
use crate::ui::desk::ask::open_session::OpenForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, panel};
use crate::ui::desk::offers::{self, Subject};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, Button, Tone, badge, body, gauge, heading, icon_button, muted, small};

/// Shows every pool as a gauge; returns the one that was pressed.
pub(super) fn list(ui: &mut Ui, pools: &[PoolView], chosen: Option<&ActivityId>) -> Option<ActivityId> {
    ui.spacing_mut().item_spacing.y = 8.0;
    let mut pressed = None;
    for pool in pools {
        if pool_card(ui, pool, Some(&pool.workshop) == chosen) {
            pressed = Some(pool.workshop.clone());
        }
    }
    pressed
}

fn pool_card(ui: &mut Ui, pool: &PoolView, chosen: bool) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let title = title(ui, &look, pool, width - 32.0);
    let least = if pool.waiting.is_empty() { 72.0 } else { 92.0 };
    let height = least + (title.size().y - LINE).max(0.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &pool.title));
    let fill = if chosen || response.hovered() { c.surface_raised } else { c.surface };
    let outline = if chosen { Stroke::new(2.5, c.primary) } else { look.outline() };
    ui.painter().rect(rect, look.corner(look.radius.medium), fill, outline, StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect, look.corner(look.radius.medium), ring, StrokeKind::Outside);
    }
    let inner: Rect = rect.shrink2(vec2(16.0, 8.0));
    // A child of its own: its content must not move the list's cursor.
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    pool_words(&mut child, pool, title);
    response.clicked()
}

/// Height of a title of one line.
const LINE: f32 = 26.0;
/// Width of what is said at the right of a title.
const STATE: f32 = 150.0;

/// Lays out the name of a workshop, on as many lines as it takes.
fn title(ui: &Ui, look: &Look, pool: &PoolView, width: f32) -> Arc<Galley> {
    let beside = if matches!(pool.verdict, Verdict::Waits(_)) { 0.0 } else { STATE };
    let job = look.job(&pool.title, Weight::SemiBold, look.text.body, look.colours.ink, width - beside);
    ui.painter().layout_job(job)
}

fn pool_words(ui: &mut Ui, pool: &PoolView, title: Arc<Galley>) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.spacing_mut().interact_size.y = 24.0;
    ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
        let height = title.size().y.max(LINE);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::right_to_left(Align::Center), |ui| {
            match &pool.verdict {
                Verdict::Proposed(_) => drop(badge(ui, Tone::Success, &tr!("desk-can-open"))),
                Verdict::ByCalendar { .. } => drop(badge(ui, Tone::Info, &tr!("desk-fortnightly"))),
                Verdict::Waits(_) => {}
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(title);
            });
        });
        let have = pool.waiting.len();
        let words = gauge_words(pool);
        gauge(
            ui,
            have,
            pool.minimum,
            &words,
            &tr!("desk-gauge-of", title = pool.title.as_str(), gauge = words.as_str()),
        );
        if have > 0 {
            let waits = tr!("desk-oldest-waits", days = pool.oldest_wait_days);
            let advised = tr!("desk-pool-advised", advised = pool.turnout.advised, minimum = pool.minimum);
            small(ui, &format!("{waits} · {advised}"));
        }
    });
}

/// Returns "4 sur 6 : il manque 2 personnes".
fn gauge_words(pool: &PoolView) -> String {
    let have = pool.waiting.len();
    let missing = pool.minimum.saturating_sub(have);
    if pool.fortnightly {
        tr!("desk-gauge-fortnightly", have = have)
    } else if missing == 0 {
        tr!("desk-gauge", have = have, need = pool.minimum)
    } else {
        tr!("desk-gauge-missing", have = have, need = pool.minimum, missing = missing)
    }
}

/// Shows one pool: the verdict, what can be done, the people, and its next sessions.
pub(super) fn detail(ui: &mut Ui, cx: &mut Cx<'_>, pool: &PoolView, all_sessions: &[SessionView]) {
    panel(ui, |ui| {
        heading(ui, &pool.title);
        let sentence = terms::verdict(&pool.verdict);
        match &pool.verdict {
            Verdict::Proposed(_) => {
                Banner::new(Tone::Success, &sentence).show(ui);
                let words = tr!("desk-open-session");
                let button = Button::primary(&words).icon(Icon::Calendar);
                if ui.add_enabled(!cx.busy, button).clicked() {
                    cx.ask(Ask::OpenSession(OpenForm::of(pool)));
                }
            }
            Verdict::ByCalendar { extra: Some(_), .. } => {
                Banner::new(Tone::Success, &sentence).show(ui);
                let words = tr!("desk-open-extra");
                if ui.add_enabled(!cx.busy, Button::primary(&words).icon(Icon::Calendar)).clicked() {
                    cx.ask(Ask::OpenSession(OpenForm::of(pool)));
                }
            }
            Verdict::ByCalendar { .. } | Verdict::Waits(_) => drop(Banner::new(Tone::Info, &sentence).show(ui)),
        }
        small(ui, &tr!("desk-pool-bounds", minimum = pool.minimum, maximum = pool.maximum));
        let percent = |share: f64| (share * 100.0).round() as u32;
        let turnout = &pool.turnout;
        small(
            ui,
            &tr!(
                "desk-pool-turnout",
                absent = percent(turnout.absence),
                observed = turnout.observed,
                minimum = pool.minimum,
                chance = percent(turnout.chance_at_minimum),
                advised = turnout.advised,
                better = percent(turnout.chance_at_advised)
            ),
        );
    });
    panel(ui, |ui| {
        heading(ui, &tr!("desk-waiting-people", n = pool.waiting.len()));
        if pool.waiting.is_empty() {
            muted(ui, &tr!("desk-nobody-waits"));
        }
        offers::unanswered(ui, cx, &pool.offers);
        for person in &pool.waiting {
            ui.push_id(person.step.uuid(), |ui| waiting(ui, cx, pool, person));
        }
    });
    let seated = |offer: &&OfferView| pool.waiting.iter().all(|person| person.step != offer.step);
    let others: Vec<&OfferView> = pool.offers.iter().filter(seated).collect();
    if !others.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-offered-others"));
            others.into_iter().for_each(|offer| offers::one(ui, cx, offer, Subject::Person));
        });
    }
    let today = cx.day();
    let next: Vec<&SessionView> = all_sessions
        .iter()
        .filter(|session| session.workshop == pool.workshop && session.slot.day >= today)
        .filter(|session| matches!(session.state, SessionState::Opened { .. }))
        .collect();
    if !next.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-next-sessions"));
            for session in next {
                sessions::line(ui, cx, session);
            }
        });
    }
}

/// Somebody who waits: since when, the dates that were offered, and what can be done.
fn waiting(ui: &mut Ui, cx: &mut Cx<'_>, pool: &PoolView, person: &WaitingPerson) {
    if let Some(offer) = pool.offers.iter().find(|offer| offer.step == person.step) {
        return offers::one(ui, cx, offer, Subject::Person);
    }
    let offer = tr!("desk-offer");
    let name = tr!("desk-tell-of", action = offer.as_str(), name = person.name.as_str());
    let control = Look::of(ui.ctx()).target.control * 1.4;
    let reserve = control + if cx.decides() { button_width(ui, &offer, false) } else { 0.0 };
    let days = days_between(person.since, cx.day());
    line(
        ui,
        reserve,
        |ui| {
            body(ui, &person.name);
            small(ui, &tr!("desk-waits-since", day = short_date(person.since), days = days));
            if let Some(again) = person.again {
                small(ui, &words::again(again));
            }
            if !person.half_days_asked {
                small(ui, &tr!("desk-half-days-pool-not-asked"));
            }
        },
        |ui| {
            if icon_button(ui, Icon::Person, &tr!("desk-open-file-of", name = person.name.as_str())).clicked() {
                cx.go(Place::File(person.participant));
            }
            if cx.decides() && ui.add(Button::secondary(&offer).accessible_name(&name)).clicked() {
                cx.ask(Ask::Offer(OfferForm::new(person.clone(), pool.workshop.clone())));
            }
        },
    );
}
