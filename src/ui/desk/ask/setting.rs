//! A setting: its value, and the day from which it stands.

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::Ui;

use super::footer;
use super::moment::hours;
use crate::app::settings::SettingView;
use crate::domain::dated_setting::{Membership, NO, Opening, SettingName, SiteFact, YES, half_days, hour};
use crate::domain::stamp::Availability;
use crate::i18n::{clock_time, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, half_days as half_days_field, picker};
use crate::ui::widgets::{DateField, TextField, muted};

pub struct SettingForm {
    name: SettingName,
    title: String,
    value: Value,
    from: DateField,
}

/// How a value is given.
enum Value {
    Text(String),
    Hour(Option<NaiveTime>),
    HalfDays(Availability),
    Answer(bool),
    Membership(Membership),
}

impl Value {
    fn of(name: &SettingName, kept: &str) -> Self {
        match name {
            SettingName::Opening(Opening::HalfDays) => {
                Value::HalfDays(half_days(kept).unwrap_or_else(Availability::always))
            }
            SettingName::Opening(_) => Value::Hour(hour(kept)),
            SettingName::Site(_, SiteFact::Open) => Value::Answer(kept != NO),
            SettingName::Membership(_) => Value::Membership(Membership::parse(kept)),
            _ => Value::Text(kept.to_owned()),
        }
    }

    /// Returns the value as it is kept; `None` while an hour is to be chosen.
    fn kept(&self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text.clone()),
            Value::Hour(time) => time.map(|time| time.format("%H:%M").to_string()),
            Value::HalfDays(free) => Some(free.bits().to_string()),
            Value::Answer(yes) => Some(if *yes { YES } else { NO }.to_owned()),
            Value::Membership(of) => Some(of.word().to_owned()),
        }
    }
}

impl SettingForm {
    pub fn of(setting: &SettingView, today: NaiveDate) -> Self {
        let title = match (&setting.name, &setting.of) {
            (SettingName::Membership(_), Some(commune)) => commune.clone(),
            (name, Some(of)) => format!("{of} : {}", terms::setting(name).to_lowercase()),
            (name, None) => terms::setting(name),
        };
        Self {
            name: setting.name.clone(),
            title,
            value: Value::of(&setting.name, &setting.value),
            from: DateField::new(Some(today)),
        }
    }

    pub fn title(&self) -> String {
        self.title.clone()
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        muted(ui, &terms::setting_words(&self.name));
        match &mut self.value {
            Value::Membership(of) => {
                let options = Membership::ALL.map(|one| (one, terms::membership(one)));
                choice(ui, &tr!("term-setting-membership"), of, &options);
            }
            Value::Answer(yes) => {
                let options = [true, false].map(|one| (one, terms::yes_or_no(one)));
                choice(ui, &tr!("term-setting-site-open"), yes, &options);
            }
            Value::HalfDays(free) => half_days_field(ui, &tr!("term-setting-half-days"), free),
            Value::Hour(time) => {
                let options: Vec<_> = hours(*time).into_iter().map(|at| (at, clock_time(at))).collect();
                picker(ui, &tr!("desk-setting-value"), time, &options, 180.0);
            }
            Value::Text(text) => {
                let title = tr!("desk-setting-value");
                let field = match self.name {
                    SettingName::Letter(_) => TextField::new(&title, text).rows(3).longest(300).show(ui),
                    _ => TextField::new(&title, text).width(420.0).longest(70).show(ui),
                };
                if fresh {
                    field.request_focus();
                }
            }
        }
        self.from.show(ui, &tr!("desk-setting-from"), cx.day(), None);
        let ready = self.from.day().zip(self.value.kept());
        if footer(ui, cx, &tr!("desk-setting-confirm"), ready.is_some())
            && let Some((from, value)) = ready
        {
            cx.act(Deed::SetDated { name: self.name.clone(), value, from });
        }
    }
}
