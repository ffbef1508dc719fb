//! Who leads what, and when they are away.

use eframe::egui::Ui;

use super::Settings;
use crate::app::agenda::ServiceView;
use crate::domain::calendar::Days;
use crate::domain::id::StaffId;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::skills::SkillsForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::{line, one_button};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, body, icon_button, small};

pub(super) fn show(form: &mut Settings, ui: &mut Ui, cx: &mut Cx<'_>, service: &ServiceView) -> Option<Deed> {
    let mut deed = None;
    for leader in &service.leaders {
        let words = tr!("desk-settings-skills");
        let name = tr!("desk-tell-of", action = words.as_str(), name = leader.name.as_str());
        let button = cx.settles().then(|| Button::quiet(&words).accessible_name(&name));
        let pressed = one_button(ui, &words, button, true, |ui| {
            body(ui, &leader.name);
            let titles: Vec<&str> = service
                .workshops
                .iter()
                .filter(|(id, _)| leader.leads.contains(id))
                .map(|(_, title)| title.as_str())
                .collect();
            let led = if titles.is_empty() { tr!("desk-settings-leads-all") } else { titles.join(", ") };
            small(ui, &led);
        });
        if pressed {
            cx.ask(Ask::Skills(SkillsForm::of(leader, &service.workshops)));
        }
        for (id, days) in &leader.away {
            let (from, until) = (short_date(days.from), short_date(days.until));
            let said = tr!("desk-settings-away", from = from, until = until);
            let name = tr!("desk-settings-remove-of", name = leader.name.as_str(), what = said.as_str());
            line(
                ui,
                60.0,
                |ui| drop(small(ui, &said)),
                |ui| {
                    if cx.settles() && icon_button(ui, Icon::Cross, &name).clicked() {
                        deed = Some(Deed::RemoveAbsence(*id));
                    }
                },
            );
        }
    }
    if !cx.settles() {
        return deed;
    }
    ui.separator();
    let people: Vec<(StaffId, String)> = service.leaders.iter().map(|one| (one.staff, one.name.clone())).collect();
    picker(ui, &tr!("desk-settings-who-away"), &mut form.away, &people, 260.0);
    let today = cx.day();
    ui.horizontal_wrapped(|ui| {
        form.from.show(ui, &tr!("desk-settings-from"), today, None);
        form.until.show(ui, &tr!("desk-settings-until"), today, None);
    });
    let wish = match (form.away, form.from.day(), form.until.day()) {
        (Some(staff), Some(from), Some(until)) => Some((staff, Days { from, until })),
        _ => None,
    };
    let words = tr!("desk-settings-save-away");
    let button = Button::secondary(&words).icon(Icon::Check);
    if ui.add_enabled(!cx.busy && wish.is_some(), button).clicked() {
        deed = wish.map(|(staff, days)| Deed::RecordStaffAbsence { staff, days });
    }
    deed
}
