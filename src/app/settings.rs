//! Settings with a day of effect: what stands today, what stood, who said so.

use chrono::NaiveDate;

use super::names::Names;
use super::people::communes;
use super::{App, AppError, Login, setup};
use crate::domain::commune::Commune;
use crate::domain::dated_setting::{DatedValue, Membership, SettingName, as_of};
use crate::domain::person::Role;
use crate::domain::scheduling::turnout::EXPECTED_PERCENT;
use crate::domain::stamp::Instant;
use crate::store::Base;

/// After so many days a referral without interview waits too long, until somebody says otherwise.
const INTERVIEW_WITHIN: u32 = 15;

/// The name under which messages begin, until somebody says otherwise.
const SENDER: &str = "La Boussole";

/// A setting as it stands, with everything it was.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingView {
    pub name: SettingName,
    /// The commune's, for a membership.
    pub commune: Option<String>,
    pub value: String,
    /// The latest first.
    pub history: Vec<SettingLine>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SettingLine {
    pub value: String,
    pub from: NaiveDate,
    pub by: String,
    pub at: Instant,
}

impl App {
    /// Returns every setting as it stands today, the communes of the *Communauté urbaine* last.
    pub fn settings(&self, login: Login) -> Result<Vec<SettingView>, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let (names, today) = (Names::read(&base)?, self.day());
        let general =
            [SettingName::NoShowPercent, SettingName::Phone, SettingName::Sender, SettingName::InterviewWithin];
        // A commune that took another one in has two rows: its name of today is the one found by its code.
        let is_present = |commune: &&Commune| {
            let known = communes().get(&commune.code);
            commune.in_cud && commune.present == commune.code && known.is_some_and(|one| one.name == commune.name)
        };
        let mut members: Vec<&Commune> = communes().all().iter().filter(is_present).collect();
        members.dedup_by(|a, b| a.code == b.code);
        let members = members
            .into_iter()
            .map(|commune| (SettingName::Membership(commune.code.clone()), Some(commune.name.clone())));
        let view = |(name, commune): (SettingName, Option<String>)| {
            let history = base.setting_history(&name)?;
            let value = match as_of(&history, today) {
                Some(value) => value.value.clone(),
                None => default_value(&base, &name)?,
            };
            let mut history: Vec<SettingLine> = history
                .into_iter()
                .map(|one| SettingLine { value: one.value, from: one.from, by: names.staff(one.by), at: one.at })
                .collect();
            history.sort_by_key(|line| std::cmp::Reverse((line.from, line.at)));
            Ok(SettingView { name, commune, value, history })
        };
        general.into_iter().map(|name| (name, None)).chain(members).map(view).collect()
    }

    /// Sets a value from a day on; what stood before that day still did.
    ///
    /// # Errors
    /// Refuses a value that is not of the setting's kind.
    pub fn set_dated(
        &mut self,
        login: Login,
        name: &SettingName,
        value: &str,
        from: NaiveDate,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let value = DatedValue { value: name.accept(value)?, from, by: login.staff, at: now };
        self.store.write(|tx| {
            tx.add_setting(name, &value)?;
            Ok(tx.audit(&login.entry(now, "setting.set", login.staff))?)
        })
    }
}

fn default_value(base: &Base<'_>, name: &SettingName) -> Result<String, AppError> {
    Ok(match name {
        SettingName::NoShowPercent => EXPECTED_PERCENT.to_string(),
        // What was typed at the first run.
        SettingName::Phone => base.setting(setup::PHONE)?.unwrap_or_default(),
        SettingName::Sender => SENDER.to_owned(),
        SettingName::InterviewWithin => INTERVIEW_WITHIN.to_string(),
        SettingName::Membership(_) => Membership::default().word().to_owned(),
    })
}

/// Returns what a setting is on a day.
pub(super) fn setting_on(base: &Base<'_>, name: &SettingName, day: NaiveDate) -> Result<String, AppError> {
    match as_of(&base.setting_history(name)?, day) {
        Some(value) => Ok(value.value.clone()),
        None => default_value(base, name),
    }
}

/// Returns after how many days a referral without interview waits too long.
pub(super) fn interview_within(base: &Base<'_>, day: NaiveDate) -> Result<u32, AppError> {
    Ok(setting_on(base, &SettingName::InterviewWithin, day)?.parse().unwrap_or(INTERVIEW_WITHIN))
}

/// Returns the share of seats that stay empty as long as nothing was observed, in percent.
pub(super) fn expected_absence(base: &Base<'_>, day: NaiveDate) -> Result<u32, AppError> {
    Ok(setting_on(base, &SettingName::NoShowPercent, day)?.parse().unwrap_or(EXPECTED_PERCENT))
}
