//! Settings that change on a day: what stood on a day is the latest value that began on it or before.

use chrono::NaiveDate;

use super::commune::CommuneCode;
use super::id::StaffId;
use super::stamp::Instant;

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingName {
    /// Of a hundred seats, how many stay empty before anything was observed of a workshop.
    NoShowPercent,
    /// The number that letters and messages give to call.
    Phone,
    /// The name under which messages begin.
    Sender,
    /// After so many days, a referral without interview waits too long.
    InterviewWithin,
    /// Whether a commune is of the PLIE.
    Membership(CommuneCode),
}

/// Whether a commune is of the PLIE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Membership {
    Member,
    Outside,
    /// Nobody said so yet.
    #[default]
    ToConfirm,
}

/// A value, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedValue {
    pub value: String,
    pub from: NaiveDate,
    pub by: StaffId,
    pub at: Instant,
}

/// Why a value is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefusal {
    #[error("a share is a whole number from 0 to 90")]
    NotAPercent,
    #[error("a number of days is from 1 to 365")]
    NotDays,
    #[error("the text is empty or longer than 24 characters")]
    NotAText,
}

/// The most characters of a phone number or a sender: more would not fit in a message.
const LONGEST: usize = 24;

impl SettingName {
    /// Returns the value as it is kept.
    ///
    /// # Errors
    /// Refuses what is not of the setting's kind.
    pub fn accept(&self, typed: &str) -> Result<String, SettingRefusal> {
        let typed = typed.trim();
        let within = |least: u32, most: u32| typed.parse().ok().filter(|n: &u32| (least..=most).contains(n));
        match self {
            SettingName::NoShowPercent => within(0, 90).map(|n| n.to_string()).ok_or(SettingRefusal::NotAPercent),
            SettingName::InterviewWithin => within(1, 365).map(|n| n.to_string()).ok_or(SettingRefusal::NotDays),
            SettingName::Phone | SettingName::Sender => {
                let fits = (1..=LONGEST).contains(&typed.chars().count());
                if fits { Ok(typed.to_owned()) } else { Err(SettingRefusal::NotAText) }
            }
            SettingName::Membership(_) => Ok(Membership::parse(typed).word().to_owned()),
        }
    }
}

impl Membership {
    pub const ALL: [Membership; 3] = [Membership::Member, Membership::Outside, Membership::ToConfirm];

    /// Returns what a kept word says; an unknown one is to be confirmed.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.word() == word).unwrap_or_default()
    }

    pub fn word(self) -> &'static str {
        match self {
            Membership::Member => "member",
            Membership::Outside => "outside",
            Membership::ToConfirm => "to_confirm",
        }
    }
}

/// Returns what stood on a day: the value that began last, and of two that began together the one written last.
pub fn as_of(history: &[DatedValue], day: NaiveDate) -> Option<&DatedValue> {
    history.iter().filter(|value| value.from <= day).max_by_key(|value| (value.from, value.at))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    fn value(words: &str, from: u32, written: u32) -> DatedValue {
        let at = Instant::in_paris(day(written).and_hms_opt(9, 0, 0).unwrap());
        DatedValue { value: words.to_owned(), from: day(from), by: StaffId::new(Uuid::nil()), at }
    }

    #[test]
    fn what_stands_is_what_began_last() {
        let history = [value("10", 1, 1), value("30", 20, 2), value("20", 10, 3)];
        let of = |n| as_of(&history, day(n)).map(|value| value.value.as_str());
        assert_eq!(
            [of(1), of(9), of(10), of(19), of(20), of(30)],
            [Some("10"), Some("10"), Some("20"), Some("20"), Some("30"), Some("30")]
        );
        assert_eq!(as_of(&history[1..], day(5)), None);
    }

    #[test]
    fn of_two_values_of_one_day_the_correction_stands() {
        let history = [value("12", 5, 6), value("15", 5, 5)];
        assert_eq!(as_of(&history, day(8)).unwrap().value, "12");
    }

    #[test]
    fn a_value_is_of_the_setting_s_kind() {
        assert_eq!(SettingName::NoShowPercent.accept(" 15 "), Ok("15".to_owned()));
        assert_eq!(SettingName::NoShowPercent.accept("91"), Err(SettingRefusal::NotAPercent));
        assert_eq!(SettingName::InterviewWithin.accept("0"), Err(SettingRefusal::NotDays));
        assert_eq!(SettingName::Phone.accept(""), Err(SettingRefusal::NotAText));
        let commune = SettingName::Membership(CommuneCode("59183".to_owned()));
        assert_eq!(commune.accept("peut-être"), Ok("to_confirm".to_owned()));
    }
}
