//! Settings that change on a day: what stood on a day is the latest value that began on it or before.

use chrono::{NaiveDate, NaiveTime};

use super::activity::ActivityId;
use super::calendar::OpeningHours;
use super::commune::CommuneCode;
use super::id::{SiteId, StaffId};
use super::stamp::{Availability, Instant};
use super::workshop::{Headcount, Workshop};

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
    Opening(Opening),
    /// What papers say of the house.
    House(HouseText),
    /// What letters to people say in the service's own words.
    Letter(LetterText),
    Rule(ActivityId, WorkshopRule),
    Site(SiteId, SiteFact),
    /// Whether a commune is of the PLIE.
    Membership(CommuneCode),
}

/// When the service works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opening {
    /// The half-days of the week.
    HalfDays,
    Morning,
    Afternoon,
    Closing,
}

/// A line of the letterhead or the foot of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HouseText {
    Name,
    Organisation,
    Street,
    Town,
    Funding,
}

/// A sentence of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterText {
    /// What a workshop, a diagnostic, a restitution and an individual activity are for.
    Workshop,
    Diagnostic,
    Restitution,
    Activity,
    /// What a reminder says.
    Reminder,
}

/// What is decided of a workshop: it stands for what is opened from that day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkshopRule {
    Minimum,
    Maximum,
    Notice,
    JoinNotice,
}

/// What may change of a place of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteFact {
    Name,
    Address,
    /// Whether it still refers people.
    Open,
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
    #[error("the value is a whole number from {least} to {most}")]
    NotWithin { least: u32, most: u32 },
    #[error("the text is empty or longer than {most} characters")]
    NotAText { most: usize },
    #[error("the service works on one half-day at least")]
    NeverOpen,
    #[error("the hour is of another part of the day")]
    NotThatHour,
    #[error("the fewest people of a workshop would be more than the most")]
    MinimumAboveMaximum,
}

/// The most characters of a phone number or a sender: more would not fit in a message.
const LONGEST: usize = 24;
/// The most characters of a line of the letterhead.
const LONGEST_LINE: usize = 70;
/// The most characters of a sentence of the letters: more would not stay on their one page.
const LONGEST_SENTENCE: usize = 300;

/// How an hour is kept.
const HOUR: &str = "%H:%M";
/// How "yes" and "no" are kept.
pub const YES: &str = "yes";
pub const NO: &str = "no";

impl Opening {
    pub const ALL: [Opening; 4] = [Opening::HalfDays, Opening::Morning, Opening::Afternoon, Opening::Closing];

    /// Returns the value of opening hours, as it is kept.
    pub fn of(self, hours: OpeningHours) -> String {
        match self {
            Opening::HalfDays => hours.half_days.bits().to_string(),
            Opening::Morning => hours.morning.format(HOUR).to_string(),
            Opening::Afternoon => hours.afternoon.format(HOUR).to_string(),
            Opening::Closing => hours.closing.format(HOUR).to_string(),
        }
    }

    /// Changes opening hours to a kept value; one that cannot be read changes nothing.
    fn apply(self, hours: &mut OpeningHours, value: &str) {
        match self {
            Opening::HalfDays => hours.half_days = half_days(value).unwrap_or(hours.half_days),
            Opening::Morning => hours.morning = hour(value).unwrap_or(hours.morning),
            Opening::Afternoon => hours.afternoon = hour(value).unwrap_or(hours.afternoon),
            Opening::Closing => hours.closing = hour(value).unwrap_or(hours.closing),
        }
    }

    fn accept(self, typed: &str) -> Result<String, SettingRefusal> {
        if self == Opening::HalfDays {
            let half_days = half_days(typed).filter(|half_days| half_days.bits() != 0);
            return half_days.map(|days| days.bits().to_string()).ok_or(SettingRefusal::NeverOpen);
        }
        let (least, most) = match self {
            Opening::Morning | Opening::HalfDays => (7, 12),
            Opening::Afternoon => (12, 16),
            Opening::Closing => (16, 21),
        };
        let within = |time: &NaiveTime| (least..most).contains(&chrono::Timelike::hour(time));
        let time = hour(typed).filter(within).ok_or(SettingRefusal::NotThatHour)?;
        Ok(time.format(HOUR).to_string())
    }
}

/// Returns an hour as it is kept: "13:30".
pub fn hour(value: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(value, HOUR).ok()
}

/// Returns half-days as they are kept: ten bits as a number.
pub fn half_days(value: &str) -> Option<Availability> {
    value.parse().ok().map(Availability::from_bits)
}

impl HouseText {
    pub const ALL: [HouseText; 5] =
        [HouseText::Name, HouseText::Organisation, HouseText::Street, HouseText::Town, HouseText::Funding];
}

impl LetterText {
    pub const ALL: [LetterText; 5] = [
        LetterText::Workshop,
        LetterText::Diagnostic,
        LetterText::Restitution,
        LetterText::Activity,
        LetterText::Reminder,
    ];
}

impl WorkshopRule {
    pub const ALL: [WorkshopRule; 4] =
        [WorkshopRule::Minimum, WorkshopRule::Maximum, WorkshopRule::Notice, WorkshopRule::JoinNotice];

    /// Returns the value of a workshop, as it is kept.
    pub fn of(self, workshop: &Workshop) -> String {
        match self {
            WorkshopRule::Minimum => workshop.minimum.0.to_string(),
            WorkshopRule::Maximum => workshop.maximum.0.to_string(),
            WorkshopRule::Notice => workshop.notice_days.to_string(),
            WorkshopRule::JoinNotice => workshop.join_notice_days.to_string(),
        }
    }

    /// Changes a workshop to a kept value; one that cannot be read changes nothing.
    pub fn apply(self, workshop: &mut Workshop, value: &str) {
        let people = |before: Headcount| value.parse().map_or(before, Headcount);
        let days = |before: u32| value.parse().unwrap_or(before);
        match self {
            WorkshopRule::Minimum => workshop.minimum = people(workshop.minimum),
            WorkshopRule::Maximum => workshop.maximum = people(workshop.maximum),
            WorkshopRule::Notice => workshop.notice_days = days(workshop.notice_days),
            WorkshopRule::JoinNotice => workshop.join_notice_days = days(workshop.join_notice_days),
        }
    }
}

impl SiteFact {
    pub const ALL: [SiteFact; 3] = [SiteFact::Name, SiteFact::Address, SiteFact::Open];
}

impl SettingName {
    /// Returns the value as it is kept.
    ///
    /// # Errors
    /// Refuses what is not of the setting's kind.
    pub fn accept(&self, typed: &str) -> Result<String, SettingRefusal> {
        let typed = typed.trim();
        let within = |least: u32, most: u32| {
            let found = typed.parse().ok().filter(|n: &u32| (least..=most).contains(n));
            found.map(|n| n.to_string()).ok_or(SettingRefusal::NotWithin { least, most })
        };
        let text = |most: usize| {
            let fits = (1..=most).contains(&typed.chars().count());
            if fits { Ok(typed.to_owned()) } else { Err(SettingRefusal::NotAText { most }) }
        };
        match self {
            SettingName::NoShowPercent => within(0, 90),
            SettingName::InterviewWithin => within(1, 365),
            SettingName::Phone | SettingName::Sender => text(LONGEST),
            SettingName::Opening(opening) => opening.accept(typed),
            SettingName::House(_) | SettingName::Site(_, SiteFact::Name | SiteFact::Address) => text(LONGEST_LINE),
            SettingName::Letter(_) => text(LONGEST_SENTENCE),
            SettingName::Rule(_, WorkshopRule::Minimum) => within(1, 30),
            SettingName::Rule(_, WorkshopRule::Maximum) => within(1, 60),
            SettingName::Rule(_, WorkshopRule::Notice | WorkshopRule::JoinNotice) => within(0, 60),
            SettingName::Site(_, SiteFact::Open) => Ok(if typed == NO { NO } else { YES }.to_owned()),
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

/// Returns the opening hours, each from the day on which one of them changed, the earliest first.
pub fn opening_hours(history: &[(Opening, DatedValue)]) -> Vec<(NaiveDate, OpeningHours)> {
    let of = |opening: Opening| -> Vec<DatedValue> {
        history.iter().filter(|(one, _)| *one == opening).map(|(_, value)| value.clone()).collect()
    };
    let histories = Opening::ALL.map(|opening| (opening, of(opening)));
    let mut days: Vec<NaiveDate> = history.iter().map(|(_, value)| value.from).collect();
    days.sort_unstable();
    days.dedup();
    let on = |day: NaiveDate| {
        let mut hours = OpeningHours::default();
        for (opening, history) in &histories {
            if let Some(value) = as_of(history, day) {
                opening.apply(&mut hours, &value.value);
            }
        }
        (day, hours)
    };
    days.into_iter().map(on).collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use uuid::Uuid;

    use super::*;
    use crate::domain::stamp::{Half, HalfDay};

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
        assert_eq!(SettingName::NoShowPercent.accept("91"), Err(SettingRefusal::NotWithin { least: 0, most: 90 }));
        assert_eq!(SettingName::InterviewWithin.accept("0"), Err(SettingRefusal::NotWithin { least: 1, most: 365 }));
        assert_eq!(SettingName::Phone.accept(""), Err(SettingRefusal::NotAText { most: 24 }));
        let commune = SettingName::Membership(CommuneCode("59183".to_owned()));
        assert_eq!(commune.accept("peut-être"), Ok("to_confirm".to_owned()));
        let minimum = SettingName::Rule(ActivityId("job-labo".to_owned()), WorkshopRule::Minimum);
        assert_eq!(minimum.accept("0"), Err(SettingRefusal::NotWithin { least: 1, most: 30 }));
    }

    #[test]
    fn an_hour_is_of_its_part_of_the_day() {
        let of = |opening, typed| SettingName::Opening(opening).accept(typed);
        assert_eq!(of(Opening::Morning, "08:30"), Ok("08:30".to_owned()));
        assert_eq!(of(Opening::Morning, "13:00"), Err(SettingRefusal::NotThatHour));
        assert_eq!(of(Opening::Afternoon, "11:30"), Err(SettingRefusal::NotThatHour));
        assert_eq!(of(Opening::Closing, "18:00"), Ok("18:00".to_owned()));
        assert_eq!(of(Opening::HalfDays, "0"), Err(SettingRefusal::NeverOpen));
    }

    #[test]
    fn the_hours_of_a_day_are_those_that_began_before_it() {
        let wednesday = HalfDay { weekday: Weekday::Wed, half: Half::Afternoon };
        let but_wednesday = Availability::always().toggled(wednesday);
        let history = [
            (Opening::Morning, value("08:30", 16, 1)),
            (Opening::HalfDays, value(&but_wednesday.bits().to_string(), 10, 2)),
        ];
        let hours = opening_hours(&history);
        let seen: Vec<_> =
            hours.iter().map(|(from, hours)| (*from, hours.morning, hours.half_days.includes(wednesday))).collect();
        assert_eq!(
            seen,
            [
                (day(10), NaiveTime::from_hms_opt(9, 0, 0).unwrap(), false),
                (day(16), NaiveTime::from_hms_opt(8, 30, 0).unwrap(), false)
            ]
        );
    }
}
