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
        "roadmap.drop_step" => tr!("term-journal-drop-step"),
        "roadmap.complete_step" => tr!("term-journal-complete-step"),
        "roadmap.reorder_step" => tr!("term-journal-reorder-step"),
        "visit.make_code" => tr!("term-journal-make-code"),
        "visit.open" => tr!("term-journal-visit-open"),
        "visit.read_notice" => tr!("term-journal-read-notice"),
        "sitting.begin" => tr!("term-journal-sitting-begin"),
        "sitting.resume" => tr!("term-journal-sitting-resume"),
        "sitting.finish" => tr!("term-journal-sitting-finish"),
        "session.open" => tr!("term-journal-session-open"),
        "session.plan" => tr!("term-journal-session-plan"),
        "session.seat" => tr!("term-journal-session-seat"),
        "attendance.take" => tr!("term-journal-attendance"),
        "session.close" => tr!("term-journal-session-close"),
        "session.cancel" => tr!("term-journal-session-cancel"),
        "synthesis.begin" => tr!("term-journal-synthesis-begin"),
        "synthesis.save" => tr!("term-journal-synthesis-save"),
        "synthesis.write" => tr!("term-journal-synthesis-write"),
        "synthesis.sign" => tr!("term-journal-synthesis-sign"),
        "synthesis.deliver" => tr!("term-journal-synthesis-deliver"),
        "station.release" => tr!("term-journal-station-release"),
        "station.announce" => tr!("term-journal-station-announce"),
        "station.wrong_code" => tr!("term-journal-wrong-code"),
        _ => tr!("term-journal-other"),
    }
}
