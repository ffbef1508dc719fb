//! What stands on a day: the value that somebody set, or the habit of the house.

use chrono::NaiveDate;

use crate::app::library::activities;
use crate::app::{App, AppError, setup};
use crate::domain::activity::{Activity, Form};
use crate::domain::calendar::OpeningHours;
use crate::domain::commune::CommuneCode;
use crate::domain::dated_setting::{
    DatedValue, HouseText, LetterText, Membership, NO, SettingName, SiteFact, WorkshopRule, YES, as_of,
};
use crate::domain::id::SiteId;
use crate::domain::person::Site;
use crate::domain::scheduling::turnout::EXPECTED_PERCENT;
use crate::i18n::typeset;
use crate::report::house::House;
use crate::store::Base;
use crate::tr;

/// After so many days a referral without interview waits too long, until somebody says otherwise.
const INTERVIEW_WITHIN: u32 = 15;

/// The name under which messages begin, until somebody says otherwise.
const SENDER: &str = "La Boussole";

/// Where the base's settings stood when they were last read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct SettingsRead {
    n_settings: usize,
    day: NaiveDate,
}

impl App {
    /// Reads again what was decided of the workshops when somebody set something meanwhile, or another day began.
    pub(in crate::app) fn read_workshop_rules(&mut self) -> Result<(), AppError> {
        let base = self.store.base();
        let read = SettingsRead { n_settings: base.n_settings()?, day: self.day() };
        if self.settings_read == Some(read) {
            return Ok(());
        }
        let mut found = activities(&self.catalogue, &self.library);
        apply_rules(&base, &mut found, read.day)?;
        self.activities = found;
        self.settings_read = Some(read);
        Ok(())
    }
}

/// Changes workshops to what stands on a day.
pub(in crate::app) fn apply_rules(
    base: &Base<'_>,
    activities: &mut [Activity],
    day: NaiveDate,
) -> Result<(), AppError> {
    let decided = base.workshop_rules()?;
    for activity in activities {
        let Form::Collective(workshop) = &mut activity.form else { continue };
        for rule in WorkshopRule::ALL {
            let of_it = decided.iter().filter(|(id, one, _)| *id == activity.id && *one == rule);
            let history: Vec<DatedValue> = of_it.map(|(_, _, value)| value.clone()).collect();
            if let Some(value) = as_of(&history, day) {
                rule.apply(workshop, &value.value);
            }
        }
    }
    Ok(())
}

/// Returns what a setting is until somebody says otherwise.
pub(super) fn default_value(base: &Base<'_>, catalogue: &[Activity], name: &SettingName) -> Result<String, AppError> {
    Ok(match name {
        SettingName::NoShowPercent => EXPECTED_PERCENT.to_string(),
        // What was typed at the first run.
        SettingName::Phone => base.setting(setup::PHONE)?.unwrap_or_default(),
        SettingName::Sender => SENDER.to_owned(),
        SettingName::InterviewWithin => INTERVIEW_WITHIN.to_string(),
        SettingName::Opening(opening) => opening.of(OpeningHours::default()),
        SettingName::House(text) => line(&mut House::default(), *text).clone(),
        SettingName::Letter(text) => match text {
            LetterText::Workshop => tr!("document-invitation-purpose"),
            LetterText::Diagnostic => tr!("document-diagnostic-purpose"),
            LetterText::Restitution => tr!("document-restitution-purpose"),
            LetterText::Activity => tr!("document-activity-purpose"),
            LetterText::Reminder => tr!("document-news-reminder-text"),
        },
        SettingName::Rule(workshop, rule) => {
            let found = catalogue.iter().find(|activity| activity.id == *workshop).and_then(Activity::workshop);
            found.map(|workshop| rule.of(workshop)).unwrap_or_default()
        }
        SettingName::Site(id, fact) => {
            let site = base.sites()?.into_iter().find(|site| site.id == *id);
            match (fact, site) {
                (SiteFact::Open, _) => YES.to_owned(),
                (SiteFact::Name, Some(site)) => site.name,
                (SiteFact::Address, Some(site)) => site.address,
                (_, None) => String::new(),
            }
        }
        SettingName::Membership(_) => Membership::default().word().to_owned(),
    })
}

/// Returns what a setting is on a day.
fn setting_on(base: &Base<'_>, name: &SettingName, day: NaiveDate) -> Result<String, AppError> {
    match as_of(&base.setting_history(name)?, day) {
        Some(value) => Ok(value.value.clone()),
        None => default_value(base, &[], name),
    }
}

/// Returns the number that letters and messages give to call.
pub(in crate::app) fn phone_on(base: &Base<'_>, day: NaiveDate) -> Result<String, AppError> {
    setting_on(base, &SettingName::Phone, day)
}

/// Returns the name under which messages begin.
pub(in crate::app) fn sender_on(base: &Base<'_>, day: NaiveDate) -> Result<String, AppError> {
    setting_on(base, &SettingName::Sender, day)
}

/// Returns after how many days a referral without interview waits too long.
pub(in crate::app) fn interview_within(base: &Base<'_>, day: NaiveDate) -> Result<u32, AppError> {
    Ok(setting_on(base, &SettingName::InterviewWithin, day)?.parse().unwrap_or(INTERVIEW_WITHIN))
}

/// Returns the share of seats that stay empty as long as nothing was observed, in percent.
pub(in crate::app) fn expected_absence(base: &Base<'_>, day: NaiveDate) -> Result<u32, AppError> {
    Ok(setting_on(base, &SettingName::NoShowPercent, day)?.parse().unwrap_or(EXPECTED_PERCENT))
}

/// Returns whether a commune is of the PLIE.
pub(in crate::app) fn membership_on(
    base: &Base<'_>,
    commune: &CommuneCode,
    day: NaiveDate,
) -> Result<Membership, AppError> {
    Ok(Membership::parse(&setting_on(base, &SettingName::Membership(commune.clone()), day)?))
}

/// Returns what papers say of the house on a day.
pub(in crate::app) fn house_on(base: &Base<'_>, day: NaiveDate) -> Result<House, AppError> {
    let said = base.house_texts()?;
    let mut house = House::default();
    for text in HouseText::ALL {
        let history: Vec<DatedValue> =
            said.iter().filter(|(one, _)| *one == text).map(|(_, value)| value.clone()).collect();
        if let Some(value) = as_of(&history, day) {
            *line(&mut house, text) = value.value.clone();
        }
    }
    Ok(house)
}

/// Returns a sentence of the letters on a day.
pub(in crate::app) fn letter_text_on(base: &Base<'_>, text: LetterText, day: NaiveDate) -> Result<String, AppError> {
    Ok(typeset(&setting_on(base, &SettingName::Letter(text), day)?))
}

fn line(house: &mut House, text: HouseText) -> &mut String {
    match text {
        HouseText::Name => &mut house.name,
        HouseText::Organisation => &mut house.organisation,
        HouseText::Street => &mut house.street,
        HouseText::Town => &mut house.town,
        HouseText::Funding => &mut house.funding,
    }
}

/// A place of the network as it stands on a day.
pub(in crate::app) struct Standing {
    pub site: Site,
    /// It still refers people.
    pub is_open: bool,
}

/// Returns the places of the network as they stand on a day.
pub(in crate::app) fn sites_on(base: &Base<'_>, day: NaiveDate) -> Result<Vec<Standing>, AppError> {
    let facts = base.site_facts()?;
    let of = |id: SiteId, fact: SiteFact| {
        let history: Vec<DatedValue> =
            facts.iter().filter(|(one, what, _)| *one == id && *what == fact).map(|(_, _, v)| v.clone()).collect();
        as_of(&history, day).map(|value| value.value.clone())
    };
    let standing = |site: Site| Standing {
        is_open: of(site.id, SiteFact::Open).is_none_or(|open| open != NO),
        site: Site {
            name: of(site.id, SiteFact::Name).unwrap_or(site.name),
            address: of(site.id, SiteFact::Address).unwrap_or(site.address),
            ..site
        },
    };
    Ok(base.sites()?.into_iter().map(standing).collect())
}

/// Returns the places of the network with the names that stand on a day, closed ones too.
pub(in crate::app) fn site_names_on(base: &Base<'_>, day: NaiveDate) -> Result<Vec<Site>, AppError> {
    Ok(sites_on(base, day)?.into_iter().map(|standing| standing.site).collect())
}
