//! Closed days, days open all the same, and the school holidays.

use eframe::egui::Ui;

use super::Settings;
use crate::app::agenda::ServiceView;
use crate::i18n::{short_date, weekday_date};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::library::dropped;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::layout::line;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, TextField, body, icon_button, muted, small};

pub(super) fn special(form: &mut Settings, ui: &mut Ui, cx: &Cx<'_>, service: &ServiceView) -> Option<Deed> {
    let mut deed = None;
    if service.special_days.is_empty() {
        muted(ui, &tr!("desk-settings-no-day"));
    }
    for special in &service.special_days {
        let day = weekday_date(special.day);
        let how = if special.is_open { tr!("desk-settings-open") } else { tr!("desk-settings-closed") };
        let name = tr!("desk-settings-restore-of", day = day.as_str());
        line(
            ui,
            60.0,
            |ui| {
                body(ui, &day);
                small(ui, &tr!("desk-settings-day-line", how = how, name = special.name.as_str()));
            },
            |ui| {
                if cx.settles() && icon_button(ui, Icon::Cross, &name).clicked() {
                    deed = Some(Deed::UnmarkDay(special.day));
                }
            },
        );
    }
    if !cx.settles() {
        return deed;
    }
    ui.separator();
    let today = cx.day();
    form.day.show(ui, &tr!("desk-settings-day"), today, None);
    let options = [(false, tr!("desk-settings-closed")), (true, tr!("desk-settings-open"))];
    choice(ui, &tr!("desk-settings-that-day"), &mut form.is_open, &options);
    let help = tr!("desk-settings-day-name-help");
    TextField::new(&tr!("desk-settings-day-name"), &mut form.day_name).help(&help).longest(80).show(ui);
    let words = tr!("desk-settings-save-day");
    let button = Button::secondary(&words).icon(Icon::Check);
    let pressed = ui.add_enabled(!cx.busy && form.day.day().is_some(), button).clicked();
    if let (true, Some(day)) = (pressed, form.day.day()) {
        deed = Some(Deed::MarkDay { day, is_open: form.is_open, name: form.day_name.clone() });
    }
    deed
}

pub(super) fn holidays(form: &mut Settings, ui: &mut Ui, cx: &Cx<'_>, service: &ServiceView) -> Option<Deed> {
    if service.school_holidays.is_empty() {
        muted(ui, &tr!("desk-settings-no-holiday"));
    }
    for holiday in &service.school_holidays {
        body(ui, &holiday.name);
        let (from, until) = (short_date(holiday.days.from), short_date(holiday.days.until));
        small(ui, &tr!("desk-settings-away", from = from, until = until));
    }
    if !cx.settles() {
        return None;
    }
    ui.separator();
    if let Some(path) = dropped(ui) {
        form.holidays = path.display().to_string();
    }
    let help = tr!("desk-settings-table-help");
    TextField::new(&tr!("desk-settings-table"), &mut form.holidays).rows(4).help(&help).longest(20_000).show(ui);
    let words = tr!("desk-settings-import");
    let ready = !cx.busy && !form.holidays.trim().is_empty();
    let pressed = ui.add_enabled(ready, Button::secondary(&words).icon(Icon::Calendar)).clicked();
    pressed.then(|| Deed::ImportHolidays(form.holidays.clone()))
}
