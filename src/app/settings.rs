//! Settings with a day of effect: what stands today, what stood, who said so.

mod in_force;

pub(super) use in_force::{
    SettingsRead, Standing, apply_rules, expected_absence, house_on, interview_within, letter_text_on, membership_on,
    phone_on, sender_on, site_names_on, sites_on,
};

use chrono::NaiveDate;

use super::names::Names;
use super::people::communes;
use super::{App, AppError, Login};
use crate::domain::activity::Activity;
use crate::domain::commune::Commune;
use crate::domain::dated_setting::{
    DatedValue, HouseText, LetterText, Opening, SettingName, SettingRefusal, SiteFact, WorkshopRule, as_of,
};
use crate::domain::person::Role;
use crate::domain::stamp::Instant;
use crate::store::{Base, Tx};
use in_force::default_value;

/// A setting as it stands, with everything it was.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingView {
    pub name: SettingName,
    /// The workshop, the place or the commune that it is of.
    pub of: Option<String>,
    pub value: String,
    /// The value from which day, when another one is written already.
    pub to_come: Option<(String, NaiveDate)>,
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
    /// Returns every setting as it stands today: the service, its hours, its papers, its workshops, the places of the
    /// network, the communes of the *Communauté urbaine*.
    pub fn settings(&self, login: Login) -> Result<Vec<SettingView>, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let (names, today) = (Names::read(&base)?, self.day());
        let view = |(name, of): (SettingName, Option<String>)| {
            let written = base.setting_history(&name)?;
            let value = match as_of(&written, today) {
                Some(value) => value.value.clone(),
                None => default_value(&base, &self.catalogue, &name)?,
            };
            let later = written.iter().filter(|value| value.from > today).map(|value| value.from).min();
            let to_come = later.and_then(|from| as_of(&written, from)).map(|value| (value.value.clone(), value.from));
            let mut history: Vec<SettingLine> = written
                .into_iter()
                .map(|one| SettingLine { value: one.value, from: one.from, by: names.staff(one.by), at: one.at })
                .collect();
            history.sort_by_key(|line| std::cmp::Reverse((line.from, line.at)));
            Ok(SettingView { name, of, value, to_come, history })
        };
        self.all_settings(&base)?.into_iter().map(view).collect()
    }

    fn all_settings(&self, base: &Base<'_>) -> Result<Vec<(SettingName, Option<String>)>, AppError> {
        let mut all: Vec<(SettingName, Option<String>)> =
            [SettingName::NoShowPercent, SettingName::Phone, SettingName::Sender, SettingName::InterviewWithin]
                .into_iter()
                .chain(Opening::ALL.map(SettingName::Opening))
                .chain(HouseText::ALL.map(SettingName::House))
                .chain(LetterText::ALL.map(SettingName::Letter))
                .map(|name| (name, None))
                .collect();
        for activity in self.activities.iter().filter(|activity| activity.workshop().is_some()) {
            let rule = |rule| (SettingName::Rule(activity.id.clone(), rule), Some(activity.title.clone()));
            all.extend(WorkshopRule::ALL.map(rule));
        }
        for site in site_names_on(base, self.day())? {
            all.extend(SiteFact::ALL.map(|fact| (SettingName::Site(site.id, fact), Some(site.name.clone()))));
        }
        // A commune that took another one in has two rows: its name of today is the one found by its code.
        let is_present = |commune: &&Commune| {
            let known = communes().get(&commune.code);
            commune.in_cud && commune.present == commune.code && known.is_some_and(|one| one.name == commune.name)
        };
        let mut members: Vec<&Commune> = communes().all().iter().filter(is_present).collect();
        members.dedup_by(|a, b| a.code == b.code);
        let member = |commune: &Commune| (SettingName::Membership(commune.code.clone()), Some(commune.name.clone()));
        all.extend(members.into_iter().map(member));
        Ok(all)
    }

    /// Sets a value from a day on; what stood before that day still did.
    ///
    /// # Errors
    /// Refuses a value that is not of the setting's kind, and a workshop whose fewest people would be more than its most.
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
        let catalogue = &self.catalogue;
        self.store.write(|tx| {
            tx.add_setting(name, &value)?;
            check_headcounts(tx, catalogue, name)?;
            Ok::<_, AppError>(tx.audit(&login.entry(now, "setting.set", login.staff))?)
        })?;
        self.read_workshop_rules()
    }
}

/// Refuses a workshop of which, on a day when one of its rules changes, the fewest people are more than the most.
fn check_headcounts(tx: &Tx<'_>, catalogue: &[Activity], name: &SettingName) -> Result<(), AppError> {
    let SettingName::Rule(workshop, _) = name else { return Ok(()) };
    let Some(activity) = catalogue.iter().find(|activity| activity.id == *workshop) else {
        return Err(AppError::NotFound);
    };
    let decided = tx.base().workshop_rules()?;
    for day in decided.iter().filter(|(id, ..)| id == workshop).map(|(.., value)| value.from) {
        let mut then = [activity.clone()];
        apply_rules(&tx.base(), &mut then, day)?;
        let fits = |activity: &Activity| activity.workshop().is_none_or(|rules| rules.minimum <= rules.maximum);
        if !then.iter().all(fits) {
            return Err(SettingRefusal::MinimumAboveMaximum.into());
        }
    }
    Ok(())
}
