//! The words of the settings that have a day of effect.

use crate::domain::dated_setting::{
    HouseText, LetterText, Membership, NO, Opening, SettingName, SiteFact, WorkshopRule, half_days, hour,
};
use crate::domain::stamp::{Availability, HalfDay};
use crate::i18n::clock_time;
use crate::i18n::terms::half_day;
use crate::tr;

pub fn setting(name: &SettingName) -> String {
    match name {
        SettingName::NoShowPercent => tr!("term-setting-no-show"),
        SettingName::Phone => tr!("term-setting-phone"),
        SettingName::Sender => tr!("term-setting-sender"),
        SettingName::InterviewWithin => tr!("term-setting-interview"),
        SettingName::Opening(opening) => match opening {
            Opening::HalfDays => tr!("term-setting-half-days"),
            Opening::Morning => tr!("term-setting-morning"),
            Opening::Afternoon => tr!("term-setting-afternoon"),
            Opening::Closing => tr!("term-setting-closing"),
        },
        SettingName::House(text) => match text {
            HouseText::Name => tr!("term-setting-house-name"),
            HouseText::Organisation => tr!("term-setting-house-organisation"),
            HouseText::Street => tr!("term-setting-house-street"),
            HouseText::Town => tr!("term-setting-house-town"),
            HouseText::Funding => tr!("term-setting-house-funding"),
        },
        SettingName::Letter(text) => match text {
            LetterText::Workshop => tr!("term-setting-letter-workshop"),
            LetterText::Diagnostic => tr!("term-setting-letter-diagnostic"),
            LetterText::Restitution => tr!("term-setting-letter-restitution"),
            LetterText::Activity => tr!("term-setting-letter-activity"),
            LetterText::Reminder => tr!("term-setting-letter-reminder"),
        },
        SettingName::Rule(_, rule) => match rule {
            WorkshopRule::Minimum => tr!("term-setting-minimum"),
            WorkshopRule::Maximum => tr!("term-setting-maximum"),
            WorkshopRule::Notice => tr!("term-setting-notice"),
            WorkshopRule::JoinNotice => tr!("term-setting-join-notice"),
        },
        SettingName::Site(_, fact) => match fact {
            SiteFact::Name => tr!("term-setting-site-name"),
            SiteFact::Address => tr!("term-setting-site-address"),
            SiteFact::Open => tr!("term-setting-site-open"),
        },
        SettingName::Membership(_) => tr!("term-setting-membership"),
    }
}

/// Returns what a setting is for.
pub fn setting_words(name: &SettingName) -> String {
    match name {
        SettingName::NoShowPercent => tr!("term-setting-no-show-words"),
        SettingName::Phone => tr!("term-setting-phone-words"),
        SettingName::Sender => tr!("term-setting-sender-words"),
        SettingName::InterviewWithin => tr!("term-setting-interview-words"),
        SettingName::Opening(Opening::HalfDays) => tr!("term-setting-half-days-words"),
        SettingName::Opening(Opening::Closing) => tr!("term-setting-closing-words"),
        SettingName::Opening(Opening::Morning | Opening::Afternoon) => tr!("term-setting-hour-words"),
        SettingName::House(_) => tr!("term-setting-house-words"),
        SettingName::Letter(_) => tr!("term-setting-letter-words"),
        SettingName::Rule(_, WorkshopRule::Notice) => tr!("term-setting-notice-words"),
        SettingName::Rule(_, WorkshopRule::JoinNotice) => tr!("term-setting-join-notice-words"),
        SettingName::Rule(..) => tr!("term-setting-rule-words"),
        SettingName::Site(_, SiteFact::Open) => tr!("term-setting-site-open-words"),
        SettingName::Site(..) => tr!("term-setting-site-words"),
        SettingName::Membership(_) => tr!("term-setting-membership-words"),
    }
}

/// Returns a value as it is read: with its unit, or in words.
pub fn setting_value(name: &SettingName, value: &str) -> String {
    let text = || if value.is_empty() { tr!("term-setting-empty") } else { value.to_owned() };
    match name {
        SettingName::NoShowPercent => tr!("term-setting-percent", value = value),
        SettingName::InterviewWithin | SettingName::Rule(_, WorkshopRule::Notice | WorkshopRule::JoinNotice) => {
            tr!("term-setting-days", value = value)
        }
        SettingName::Rule(..) => tr!("term-setting-people", value = value),
        SettingName::Phone | SettingName::Sender | SettingName::House(_) | SettingName::Letter(_) => text(),
        SettingName::Site(_, SiteFact::Name | SiteFact::Address) => text(),
        SettingName::Site(_, SiteFact::Open) => yes_or_no(value != NO),
        SettingName::Opening(Opening::HalfDays) => half_days(value).map(half_days_said).unwrap_or_default(),
        SettingName::Opening(_) => hour(value).map(clock_time).unwrap_or_default(),
        SettingName::Membership(_) => membership(Membership::parse(value)),
    }
}

pub fn yes_or_no(yes: bool) -> String {
    if yes { tr!("term-member") } else { tr!("term-not-member") }
}

/// Says half-days the shorter way: those that are, or those that are not.
fn half_days_said(free: Availability) -> String {
    let (open, closed): (Vec<HalfDay>, Vec<HalfDay>) = HalfDay::week().partition(|one| free.includes(*one));
    let said = |days: Vec<HalfDay>| days.into_iter().map(half_day).collect::<Vec<_>>().join(", ");
    if closed.is_empty() {
        tr!("term-setting-every-half-day")
    } else if open.len() < closed.len() {
        tr!("term-setting-only", days = said(open))
    } else {
        tr!("term-setting-but", days = said(closed))
    }
}

pub fn membership(membership: Membership) -> String {
    match membership {
        Membership::Member => tr!("term-member"),
        Membership::Outside => tr!("term-not-member"),
        Membership::ToConfirm => tr!("term-member-to-confirm"),
    }
}

/// Says whether the commune of a person is of the PLIE.
pub fn membership_words(of: Membership) -> String {
    match of {
        Membership::Member => tr!("term-commune-member"),
        Membership::Outside => tr!("term-commune-outside"),
        Membership::ToConfirm => tr!("term-commune-to-confirm"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::stamp::Half;

    #[test]
    fn half_days_are_said_the_shorter_way() {
        let wednesday = HalfDay { weekday: Weekday::Wed, half: Half::Afternoon };
        let of = |free: Availability| setting_value(&SettingName::Opening(Opening::HalfDays), &free.bits().to_string());
        assert_eq!(of(Availability::always()), "toutes, du lundi au vendredi");
        assert_eq!(of(Availability::always().toggled(wednesday)), "toutes, sauf mercredi après-midi");
        assert_eq!(of(Availability::of([wednesday])), "seulement mercredi après-midi");
    }
}
