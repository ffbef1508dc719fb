//! Who is at a station now, how far they are, who calls, and what the staff can do about it.

use eframe::egui::{Align, Layout, Rect, Role as Kind, Sense, Ui, WidgetInfo, vec2};

use crate::app::room::{StationSitting, StationView};
use crate::app::today::TodayView;
use crate::domain::person::Role;
use crate::domain::sitting::Hold;
use crate::i18n::clock_time;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::take_out::TakeOutForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, panel, row};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Banner, Button, Tone, badge, body, heading, muted, small};

/// Width of the names of stations.
const NAMES: f32 = 96.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-room-title"));
        if today.stations.is_empty() {
            muted(ui, &tr!("desk-room-no-station"));
        }
        for station in &today.stations {
            // What says nothing takes no room.
            if station.sitting.as_ref().is_some_and(|sitting| sitting.calls_since.is_some()) {
                ui.push_id(("call", &station.name), |ui| call(ui, cx, station));
            }
            if station.staff_code_rests.is_some() {
                ui.push_id(("exit", &station.name), |ui| exit_alarm(ui, cx, station));
            }
        }
        for (index, station) in today.stations.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            ui.push_id(&station.name, |ui| station_row(ui, cx, station));
        }
    });
}

/// Shows above all stations who called: it is the first thing to do.
fn call(ui: &mut Ui, cx: &mut Cx<'_>, station: &StationView) {
    let Some((sitting, since)) = station.sitting.as_ref().and_then(|sitting| Some((sitting, sitting.calls_since?)))
    else {
        return;
    };
    let title = tr!("desk-room-calls", name = sitting.name.as_str(), station = station.name.as_str());
    let words = tr!("desk-room-calls-since", since = clock_time(since.local().time()));
    let (answer, name) = (tr!("desk-room-here"), tr!("desk-room-here-for", name = sitting.name.as_str()));
    let banner = Banner::new(Tone::Warning, &words).icon(Icon::Hand).title(&title);
    let banner = if may_hold(cx) { banner.action_named(&answer, &name) } else { banner };
    if banner.show(ui) && !cx.busy {
        cx.act(Deed::ResumeSitting(sitting.sitting));
    }
}

/// Shows above all stations that somebody tries to close a kiosk by guessing the staff code.
fn exit_alarm(ui: &mut Ui, cx: &mut Cx<'_>, station: &StationView) {
    let Some(until) = station.staff_code_rests else { return };
    let title = tr!("desk-room-staff-code", station = station.name.as_str());
    let words = tr!("desk-room-staff-code-until", until = clock_time(until.local().time()));
    let (release, name) = (tr!("desk-room-release"), tr!("desk-room-release-of", station = station.name.as_str()));
    let banner = Banner::new(Tone::Danger, &words).icon(Icon::Lock).title(&title);
    let banner = if may_hold(cx) { banner.action_named(&release, &name) } else { banner };
    if banner.show(ui) && !cx.busy {
        cx.act(Deed::ReleaseStation(station.name.clone()));
    }
}

/// Returns whether who works here holds sittings and lets them go on.
fn may_hold(cx: &Cx<'_>) -> bool {
    matches!(cx.role, Some(Role::Counsellor | Role::Facilitator))
}

fn station_row(ui: &mut Ui, cx: &mut Cx<'_>, station: &StationView) {
    let look = Look::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, look.target.control), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(NAMES);
            body(ui, &station.name);
        });
        match &station.sitting {
            Some(sitting) => drop(ui.vertical(|ui| sitting_rows(ui, cx, sitting))),
            None => empty_station(ui, cx, station),
        }
    });
}

fn empty_station(ui: &mut Ui, cx: &mut Cx<'_>, station: &StationView) {
    let height = Look::of(ui.ctx()).target.control;
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        if !station.blocked {
            muted(ui, &tr!("desk-room-free"));
            return;
        }
        badge(ui, Tone::Danger, &tr!("desk-room-blocked"));
        at_end(ui, |ui| {
            let words = tr!("desk-room-release");
            let name = tr!("desk-room-release-of", station = station.name.as_str());
            let button = Button::secondary(&words).icon(Icon::Lock).accessible_name(&name);
            if may_hold(cx) && ui.add_enabled(!cx.busy, button).clicked() {
                cx.act(Deed::ReleaseStation(station.name.clone()));
            }
        });
    });
}

fn sitting_rows(ui: &mut Ui, cx: &mut Cx<'_>, sitting: &StationSitting) {
    let look = Look::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = look.space.tiny;
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 230.0, 160.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            body(ui, &sitting.name);
            let since = clock_time(sitting.since.local().time());
            small(ui, &tr!("desk-room-sitting", title = sitting.title.as_str(), since = since));
        });
        at_end(ui, |ui| {
            let (words, name) = (tr!("desk-open-file"), tr!("desk-open-file-of", name = sitting.name.as_str()));
            // A file is read by who decides on the path.
            let reads = matches!(cx.role, Some(Role::Counsellor | Role::Manager));
            if reads && ui.add(Button::quiet(&words).accessible_name(&name)).clicked() {
                cx.go(Place::File(sitting.participant));
            }
            small(ui, &tr!("desk-room-count", answered = sitting.answered, total = sitting.total));
        });
    });
    let words = tr!("desk-room-progress", answered = sitting.answered, total = sitting.total);
    bar(ui, &look, sitting.answered as f32 / sitting.total.max(1) as f32, &words);
    states(ui, sitting);
    if may_hold(cx) {
        row(ui, |ui| buttons(ui, cx, sitting));
    }
}

/// Says why the clock stands still, and who answers with the person.
fn states(ui: &mut Ui, sitting: &StationSitting) {
    let hold = match (sitting.hold, sitting.calls_since) {
        (_, Some(since)) => Some((Tone::Warning, tr!("desk-room-call", since = clock_time(since.local().time())))),
        (Some(Hold::Pause | Hold::Help), None) => Some((Tone::Neutral, tr!("desk-room-paused"))),
        (None, None) => None,
    };
    let help = sitting.accompanied_by.as_deref().map(|by| (Tone::Info, tr!("desk-room-accompanied", by = by)));
    if hold.is_none() && help.is_none() {
        return;
    }
    row(ui, |ui| {
        for (tone, words) in hold.into_iter().chain(help) {
            badge(ui, tone, &words);
        }
    });
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, sitting: &StationSitting) {
    let name = sitting.name.as_str();
    let held = match sitting.hold {
        None => Some((tr!("desk-room-pause"), tr!("desk-room-pause-of", name = name), Icon::Pause)),
        Some(Hold::Pause) => Some((tr!("desk-room-resume"), tr!("desk-room-resume-of", name = name), Icon::ArrowRight)),
        // The call above has its own button.
        Some(Hold::Help) => None,
    };
    if let Some((words, name, icon)) = held {
        let button = Button::secondary(&words).icon(icon).accessible_name(&name);
        if ui.add_enabled(!cx.busy, button).clicked() {
            cx.act(match sitting.hold {
                None => Deed::PauseSitting(sitting.sitting),
                Some(_) => Deed::ResumeSitting(sitting.sitting),
            });
        }
    }
    if let Some(question) = &sitting.current {
        let (words, name) = (tr!("desk-take-out"), tr!("desk-take-out-of", name = name));
        if ui.add(Button::quiet(&words).accessible_name(&name)).clicked() {
            cx.ask(Ask::TakeOut(TakeOutForm::new(sitting, question.clone())));
        }
    }
}

fn bar(ui: &mut Ui, look: &Look, share: f32, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Kind::ProgressIndicator, true, words));
    ui.painter().rect_filled(rect, look.corner(4.0), look.colours.line_soft);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(done, look.corner(4.0), look.colours.primary);
}
