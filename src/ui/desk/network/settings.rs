//! Settings with a day of effect: what stands, since when and by whom, and what stood before.

use eframe::egui::Ui;

use crate::app::settings::SettingView;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::setting::SettingForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{loading, one_button, panel, scroll_rest};
use crate::ui::widgets::{Button, body, disclosure, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(settings) = &cx.data.settings else { return loading(ui) };
    let (communes, general): (Vec<_>, Vec<_>) = settings.iter().partition(|setting| setting.commune.is_some());
    scroll_rest(ui, "settings", |ui| {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-settings-title"));
            muted(ui, &tr!("desk-settings-words"));
            for setting in general {
                ui.separator();
                one(ui, cx, setting);
            }
        });
        panel(ui, |ui| {
            heading(ui, &tr!("desk-settings-communes", n = communes.len()));
            muted(ui, &tr!("term-setting-membership-words"));
            for setting in communes {
                ui.separator();
                one(ui, cx, setting);
            }
        });
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, setting: &SettingView) {
    let title = setting.commune.clone().unwrap_or_else(|| terms::setting(&setting.name));
    let words = tr!("desk-setting-change");
    let named = tr!("desk-tell-of", action = words.as_str(), name = title.as_str());
    let button = Button::secondary(&words).accessible_name(&named);
    let pressed = one_button(ui, &words, Some(button), true, |ui| {
        let value = terms::setting_value(&setting.name, &setting.value);
        body(ui, &tr!("desk-setting-line", title = title.as_str(), value = value));
        if setting.commune.is_none() {
            small(ui, &terms::setting_words(&setting.name));
        }
    });
    if !setting.history.is_empty() {
        let history = tr!("desk-setting-history", n = setting.history.len());
        disclosure(ui, &title, &history, |ui| {
            for line in &setting.history {
                let value = terms::setting_value(&setting.name, &line.value);
                let (from, at) = (short_date(line.from), short_date(line.at.day()));
                small(ui, &tr!("desk-setting-was", value = value, from = from, by = line.by.as_str(), at = at));
            }
        });
    }
    if pressed {
        cx.ask(Ask::Setting(SettingForm::of(setting, cx.day())));
    }
}
