//! Who is at a station now, how far they are, and the stations that wait for help.

use eframe::egui::{Align, Layout, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::kiosk::StationView;
use crate::app::today::TodayView;
use crate::i18n::clock_time;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, Tone, badge, body, heading, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-room-title"));
        if today.stations.is_empty() {
            muted(ui, &tr!("desk-room-no-station"));
        }
        for (index, station) in today.stations.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            ui.push_id(&station.name, |ui| station_row(ui, cx, station));
        }
    });
}

fn station_row(ui: &mut Ui, cx: &mut Cx<'_>, station: &StationView) {
    let look = Look::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(128.0, look.target.control), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(128.0);
            body(ui, &station.name);
        });
        match &station.sitting {
            Some(sitting) => {
                ui.vertical(|ui| {
                    ui.set_width((ui.available_width() - 190.0).max(160.0));
                    ui.spacing_mut().item_spacing.y = 2.0;
                    body(ui, &sitting.name);
                    if let Some(since) = sitting.calls_since {
                        badge(ui, Tone::Warning, &tr!("desk-room-call", since = clock_time(since.local().time())));
                    }
                    let since = clock_time(sitting.since.local().time());
                    small(ui, &tr!("desk-room-sitting", title = sitting.title.as_str(), since = since));
                    let words = tr!("desk-room-progress", answered = sitting.answered, total = sitting.total);
                    bar(ui, &look, sitting.answered as f32 / sitting.total.max(1) as f32, &words);
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let open = tr!("desk-open-file-of", name = sitting.name.as_str());
                    let words = tr!("desk-open-file");
                    let button = Button::quiet(&words).accessible_name(&open);
                    if ui.add(button).clicked() {
                        cx.go(Place::File(sitting.participant));
                    }
                    small(ui, &tr!("desk-room-count", answered = sitting.answered, total = sitting.total));
                });
            }
            None if station.blocked => {
                badge(ui, Tone::Danger, &tr!("desk-room-blocked"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = tr!("desk-room-release");
                    let button = Button::secondary(&words).icon(Icon::Lock);
                    if ui.add_enabled(!cx.busy, button).clicked() {
                        cx.act(Deed::ReleaseStation(station.name.clone()));
                    }
                });
            }
            None => drop(muted(ui, &tr!("desk-room-free"))),
        }
    });
}

fn bar(ui: &mut Ui, look: &Look, share: f32, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, words));
    ui.painter().rect_filled(rect, look.corner(4.0), look.colours.line_soft);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(done, look.corner(4.0), look.colours.primary);
}
