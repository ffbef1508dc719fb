//! What the journal remembers, in words: the history of a file is read by people.

use crate::tr;

/// Returns the words of a key of the journal's vocabulary, such as "roadmap.prescribe".
pub fn journal_action(key: &str) -> String {
    match key {
        "base.set_up" => tr!("term-journal-base-set-up"),
        "staff.add" => tr!("term-journal-staff-add"),
        "staff.log_in" => tr!("term-journal-staff-log-in"),
        "site.record" => tr!("term-journal-site-record"),
        "prescriber.record" => tr!("term-journal-prescriber-record"),
        "participant.record" => tr!("term-journal-participant-record"),
        "participant.update" => tr!("term-journal-participant-update"),
        "consent.record" => tr!("term-journal-consent-record"),
        "observation.record" => tr!("term-journal-observation-record"),
        "referral.record" => tr!("term-journal-referral-record"),
        "appointment.book" => tr!("term-journal-appointment-book"),
        "appointment.keep" => tr!("term-journal-appointment-keep"),
        "appointment.cancel" => tr!("term-journal-appointment-cancel"),
        "interview.record" => tr!("term-journal-interview-record"),
        "roadmap.prescribe" => tr!("term-journal-roadmap-prescribe"),
        _ => tr!("term-journal-other"),
    }
}
