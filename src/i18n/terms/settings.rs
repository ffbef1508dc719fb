//! The words of the settings that have a day of effect.

use crate::domain::dated_setting::{Membership, SettingName};
use crate::tr;

pub fn setting(name: &SettingName) -> String {
    match name {
        SettingName::NoShowPercent => tr!("term-setting-no-show"),
        SettingName::Phone => tr!("term-setting-phone"),
        SettingName::Sender => tr!("term-setting-sender"),
        SettingName::InterviewWithin => tr!("term-setting-interview"),
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
        SettingName::Membership(_) => tr!("term-setting-membership-words"),
    }
}

/// Returns a value as it is read: with its unit, or in words.
pub fn setting_value(name: &SettingName, value: &str) -> String {
    match name {
        SettingName::NoShowPercent => tr!("term-setting-percent", value = value),
        SettingName::InterviewWithin => tr!("term-setting-days", value = value),
        SettingName::Phone | SettingName::Sender if value.is_empty() => tr!("term-setting-empty"),
        SettingName::Phone | SettingName::Sender => value.to_owned(),
        SettingName::Membership(_) => membership(Membership::parse(value)),
    }
}

pub fn membership(membership: Membership) -> String {
    match membership {
        Membership::Member => tr!("term-member"),
        Membership::Outside => tr!("term-not-member"),
        Membership::ToConfirm => tr!("term-member-to-confirm"),
    }
}
