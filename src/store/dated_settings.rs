//! Settings that have a day, an author and a history.

use chrono::NaiveDate;

use super::codec::{Count, Day};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::calendar::OpeningHours;
use crate::domain::dated_setting::{
    DatedValue, HouseText, LetterText, Opening, SettingName, SiteFact, WorkshopRule, opening_hours,
};
use crate::domain::id::SiteId;

fn name_text(name: &SettingName) -> String {
    match name {
        SettingName::NoShowPercent => "no_show_percent".to_owned(),
        SettingName::Phone => "phone".to_owned(),
        SettingName::Sender => "sender".to_owned(),
        SettingName::InterviewWithin => "interview_within".to_owned(),
        SettingName::Opening(opening) => format!("opening {}", opening_text(*opening)),
        SettingName::House(text) => format!("house {}", house_text(*text)),
        SettingName::Letter(text) => format!("letter {}", letter_text(*text)),
        SettingName::Rule(workshop, rule) => format!("{RULE}{} {}", rule_text(*rule), workshop.0),
        SettingName::Site(site, fact) => format!("{SITE}{} {site}", fact_text(*fact)),
        SettingName::Membership(commune) => format!("plie_member {}", commune.0),
    }
}

const RULE: &str = "rule ";
const SITE: &str = "site ";

fn opening_text(opening: Opening) -> &'static str {
    match opening {
        Opening::HalfDays => "half_days",
        Opening::Morning => "morning",
        Opening::Afternoon => "afternoon",
        Opening::Closing => "closing",
    }
}

fn house_text(text: HouseText) -> &'static str {
    match text {
        HouseText::Name => "name",
        HouseText::Organisation => "organisation",
        HouseText::Street => "street",
        HouseText::Town => "town",
        HouseText::Funding => "funding",
    }
}

fn letter_text(text: LetterText) -> &'static str {
    match text {
        LetterText::Workshop => "workshop",
        LetterText::Diagnostic => "diagnostic",
        LetterText::Restitution => "restitution",
        LetterText::Activity => "activity",
        LetterText::Reminder => "reminder",
    }
}

fn rule_text(rule: WorkshopRule) -> &'static str {
    match rule {
        WorkshopRule::Minimum => "minimum",
        WorkshopRule::Maximum => "maximum",
        WorkshopRule::Notice => "notice",
        WorkshopRule::JoinNotice => "join_notice",
    }
}

fn fact_text(fact: SiteFact) -> &'static str {
    match fact {
        SiteFact::Name => "name",
        SiteFact::Address => "address",
        SiteFact::Open => "open",
    }
}

impl Base<'_> {
    /// Returns every value that a setting had, the oldest first.
    pub fn setting_history(&self, name: &SettingName) -> Result<Vec<DatedValue>, StoreError> {
        Ok(self.settings_named(&name_text(name))?.into_iter().map(|(_, value)| value).collect())
    }

    /// Returns the hours of the week, each from a day on.
    pub fn opening_hours(&self) -> Result<Vec<(NaiveDate, OpeningHours)>, StoreError> {
        let named = |text: &str| Opening::ALL.into_iter().find(|one| text == name_text(&SettingName::Opening(*one)));
        let found = self.settings_named("opening *")?;
        let history: Vec<_> =
            found.into_iter().filter_map(|(name, value)| named(&name).map(|opening| (opening, value))).collect();
        Ok(opening_hours(&history))
    }

    /// Returns what papers said of the house, the oldest first.
    pub fn house_texts(&self) -> Result<Vec<(HouseText, DatedValue)>, StoreError> {
        let named = |text: &str| HouseText::ALL.into_iter().find(|one| text == name_text(&SettingName::House(*one)));
        let found = self.settings_named("house *")?;
        Ok(found.into_iter().filter_map(|(name, value)| named(&name).map(|text| (text, value))).collect())
    }

    /// Returns what was decided of workshops, the oldest first.
    pub fn workshop_rules(&self) -> Result<Vec<(ActivityId, WorkshopRule, DatedValue)>, StoreError> {
        let named = |text: &str| {
            let (rule, workshop) = text.strip_prefix(RULE)?.split_once(' ')?;
            let rule = WorkshopRule::ALL.into_iter().find(|one| rule_text(*one) == rule)?;
            Some((ActivityId(workshop.to_owned()), rule))
        };
        let found = self.settings_named("rule *")?;
        Ok(found.into_iter().filter_map(|(name, value)| named(&name).map(|(id, rule)| (id, rule, value))).collect())
    }

    /// Returns what changed of places of the network, the oldest first.
    pub fn site_facts(&self) -> Result<Vec<(SiteId, SiteFact, DatedValue)>, StoreError> {
        let named = |text: &str| {
            let (fact, site) = text.strip_prefix(SITE)?.split_once(' ')?;
            let fact = SiteFact::ALL.into_iter().find(|one| fact_text(*one) == fact)?;
            Some((SiteId::new(site.parse::<uuid::Uuid>().ok()?), fact))
        };
        let found = self.settings_named("site *")?;
        Ok(found.into_iter().filter_map(|(name, value)| named(&name).map(|(id, fact)| (id, fact, value))).collect())
    }

    /// Returns how many values were ever set: as long as it is the same, nothing was.
    pub fn n_settings(&self) -> Result<usize, StoreError> {
        let found = self.one("SELECT count(*) FROM dated_setting", (), |row| row.get::<_, Count>(0))?;
        Ok(found.map_or(0, |count| count.0))
    }

    /// Returns the values of the settings whose names are like a pattern, with their names, the oldest first.
    fn settings_named(&self, pattern: &str) -> Result<Vec<(String, DatedValue)>, StoreError> {
        let sql = "SELECT name, value, from_day, staff_id, at FROM dated_setting WHERE name GLOB ?1 ORDER BY seq";
        self.all(sql, [pattern], |row| {
            let value =
                DatedValue { value: row.get(1)?, from: row.get::<_, Day>(2)?.0, by: row.get(3)?, at: row.get(4)? };
            Ok((row.get(0)?, value))
        })
    }
}

impl Tx<'_> {
    pub fn add_setting(&self, name: &SettingName, value: &DatedValue) -> Result<(), StoreError> {
        let sql = "INSERT INTO dated_setting (name, value, from_day, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("dated_setting", sql, (name_text(name), &value.value, Day(value.from), value.by, value.at))
    }
}
