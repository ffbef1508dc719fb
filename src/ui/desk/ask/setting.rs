//! A setting: its value, and the day from which it stands.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::app::settings::SettingView;
use crate::domain::dated_setting::{Membership, SettingName};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::widgets::{DateField, TextField, muted};

pub struct SettingForm {
    name: SettingName,
    title: String,
    typed: String,
    membership: Membership,
    from: DateField,
}

impl SettingForm {
    pub fn of(setting: &SettingView, today: NaiveDate) -> Self {
        Self {
            name: setting.name.clone(),
            title: setting.commune.clone().unwrap_or_else(|| terms::setting(&setting.name)),
            typed: setting.value.clone(),
            membership: Membership::parse(&setting.value),
            from: DateField::new(Some(today)),
        }
    }

    pub fn title(&self) -> String {
        self.title.clone()
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        muted(ui, &terms::setting_words(&self.name));
        if matches!(self.name, SettingName::Membership(_)) {
            let options = Membership::ALL.map(|one| (one, terms::membership(one)));
            choice(ui, &tr!("term-setting-membership"), &mut self.membership, &options);
        } else {
            let field = TextField::new(&tr!("desk-setting-value"), &mut self.typed).width(320.0).longest(24).show(ui);
            if fresh {
                field.request_focus();
            }
        }
        self.from.show(ui, &tr!("desk-setting-from"), cx.day(), None);
        if footer(ui, cx, &tr!("desk-setting-confirm"), self.from.day().is_some())
            && let Some(from) = self.from.day()
        {
            let value = match self.name {
                SettingName::Membership(_) => self.membership.word().to_owned(),
                _ => self.typed.clone(),
            };
            cx.act(Deed::SetDated { name: self.name.clone(), value, from });
        }
    }
}
