//! Settings that have a day, an author and a history.

use super::codec::Day;
use super::{Base, StoreError, Tx};
use crate::domain::dated_setting::{DatedValue, SettingName};

fn name_text(name: &SettingName) -> String {
    match name {
        SettingName::NoShowPercent => "no_show_percent".to_owned(),
        SettingName::Phone => "phone".to_owned(),
        SettingName::Sender => "sender".to_owned(),
        SettingName::InterviewWithin => "interview_within".to_owned(),
        SettingName::Membership(commune) => format!("plie_member {}", commune.0),
    }
}

impl Base<'_> {
    /// Returns every value that a setting had, the oldest first.
    pub fn setting_history(&self, name: &SettingName) -> Result<Vec<DatedValue>, StoreError> {
        let sql = "SELECT value, from_day, staff_id, at FROM dated_setting WHERE name = ?1 ORDER BY seq";
        self.all(sql, [name_text(name)], |row| {
            Ok(DatedValue { value: row.get(0)?, from: row.get::<_, Day>(1)?.0, by: row.get(2)?, at: row.get(3)? })
        })
    }
}

impl Tx<'_> {
    pub fn add_setting(&self, name: &SettingName, value: &DatedValue) -> Result<(), StoreError> {
        let sql = "INSERT INTO dated_setting (name, value, from_day, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("dated_setting", sql, (name_text(name), &value.value, Day(value.from), value.by, value.at))
    }
}
