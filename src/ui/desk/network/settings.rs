//! Settings with a day of effect: what stands, since when and by whom, what stood before, and what is to come.

use eframe::egui::Ui;

use crate::app::settings::SettingView;
use crate::domain::dated_setting::{SettingName, SiteFact, WorkshopRule};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::setting::SettingForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{columns, loading, one_button, panel};
use crate::ui::widgets::{Button, body, disclosure, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(settings) = &cx.data.settings else { return loading(ui) };
    let of = |kind: Kind| -> Vec<&SettingView> { settings.iter().filter(|one| Kind::of(&one.name) == kind).collect() };
    columns(ui, 0.5, ["settings", "settings-right"], |ui, column| {
        if column == 0 {
            group(ui, cx, (&tr!("desk-settings-title"), &tr!("desk-settings-words")), &of(Kind::Service));
            group(ui, cx, (&tr!("desk-settings-hours"), ""), &of(Kind::Opening));
            group(ui, cx, (&tr!("desk-settings-papers"), &tr!("term-setting-house-words")), &of(Kind::House));
            group(ui, cx, (&tr!("desk-settings-letters"), &tr!("term-setting-letter-words")), &of(Kind::Letter));
        } else {
            folded(ui, cx, (&tr!("desk-settings-workshops"), &tr!("term-setting-rule-words")), &of(Kind::Workshop));
            folded(ui, cx, (&tr!("desk-settings-sites"), &tr!("term-setting-site-words")), &of(Kind::Site));
            let communes = of(Kind::Commune);
            let title = tr!("desk-settings-communes", n = communes.len());
            group(ui, cx, (&title, &tr!("term-setting-membership-words")), &communes);
        }
    });
}

/// The panel that a setting is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Service,
    Opening,
    House,
    Letter,
    Workshop,
    Site,
    Commune,
}

impl Kind {
    fn of(name: &SettingName) -> Self {
        match name {
            SettingName::NoShowPercent | SettingName::Phone | SettingName::Sender | SettingName::InterviewWithin => {
                Kind::Service
            }
            SettingName::Opening(_) => Kind::Opening,
            SettingName::House(_) => Kind::House,
            SettingName::Letter(_) => Kind::Letter,
            SettingName::Rule(..) => Kind::Workshop,
            SettingName::Site(..) => Kind::Site,
            SettingName::Membership(_) => Kind::Commune,
        }
    }
}

fn group(ui: &mut Ui, cx: &mut Cx<'_>, (title, words): (&str, &str), settings: &[&SettingView]) {
    panel(ui, |ui| {
        heading(ui, title);
        if !words.is_empty() {
            muted(ui, words);
        }
        for setting in settings {
            ui.separator();
            one(ui, cx, setting);
        }
    });
}

/// What has several settings is told in a line, and opens.
fn folded(ui: &mut Ui, cx: &mut Cx<'_>, (title, words): (&str, &str), settings: &[&SettingView]) {
    panel(ui, |ui| {
        heading(ui, title);
        muted(ui, words);
        for of_one in settings.chunk_by(|one, other| one.of == other.of) {
            let name = of_one.first().and_then(|one| one.of.clone()).unwrap_or_default();
            ui.separator();
            body(ui, &name);
            disclosure(ui, &name, &in_short(of_one), |ui| {
                for setting in of_one {
                    one(ui, cx, setting);
                }
            });
        }
    });
}

/// Says what stands of a workshop or a place in one line.
fn in_short(settings: &[&SettingView]) -> String {
    let value = |wanted: fn(&SettingName) -> bool| {
        settings.iter().find(|one| wanted(&one.name)).map(|one| one.value.as_str()).unwrap_or_default()
    };
    if settings.first().is_some_and(|one| Kind::of(&one.name) == Kind::Site) {
        let is_open = settings.iter().find(|one| matches!(one.name, SettingName::Site(_, SiteFact::Open)));
        let said = is_open.map(|one| terms::setting_value(&one.name, &one.value)).unwrap_or_default();
        return tr!("desk-setting-site-line", said = said);
    }
    tr!(
        "desk-setting-workshop-line",
        least = value(|name| matches!(name, SettingName::Rule(_, WorkshopRule::Minimum))),
        most = value(|name| matches!(name, SettingName::Rule(_, WorkshopRule::Maximum))),
        notice = value(|name| matches!(name, SettingName::Rule(_, WorkshopRule::Notice)))
    )
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, setting: &SettingView) {
    let title = match (&setting.name, &setting.of) {
        (SettingName::Membership(_), Some(commune)) => commune.clone(),
        _ => terms::setting(&setting.name),
    };
    let whole = match &setting.of {
        Some(of) if *of != title => format!("{of}, {title}"),
        _ => title.clone(),
    };
    let words = tr!("desk-setting-change");
    let named = tr!("desk-tell-of", action = words.as_str(), name = whole.as_str());
    let button = Button::secondary(&words).accessible_name(&named);
    let pressed = one_button(ui, &words, Some(button), true, |ui| {
        let value = terms::setting_value(&setting.name, &setting.value);
        body(ui, &tr!("desk-setting-line", title = title.as_str(), value = value));
        if let Some((value, from)) = &setting.to_come {
            let value = terms::setting_value(&setting.name, value);
            small(ui, &tr!("desk-setting-to-come", value = value, from = short_date(*from)));
        }
        if Kind::of(&setting.name) == Kind::Service || matches!(setting.name, SettingName::Opening(_)) {
            small(ui, &terms::setting_words(&setting.name));
        }
    });
    if !setting.history.is_empty() {
        let history = tr!("desk-setting-history", n = setting.history.len());
        disclosure(ui, &whole, &history, |ui| {
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
