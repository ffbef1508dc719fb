//! The words of the figures of a period, with what each count is.

use crate::domain::figures::{Cell, LEAST, Measure, Median, Wait};
use crate::i18n::decimal;
use crate::tr;

pub fn measure(measure: Measure) -> String {
    match measure {
        Measure::People => tr!("term-measure-people"),
        Measure::Referrals => tr!("term-measure-referrals"),
        Measure::Interviews => tr!("term-measure-interviews"),
        Measure::Sittings => tr!("term-measure-sittings"),
        Measure::Present => tr!("term-measure-present"),
        Measure::Absent => tr!("term-measure-absent"),
        Measure::Written => tr!("term-measure-written"),
        Measure::Signed => tr!("term-measure-signed"),
        Measure::Delivered => tr!("term-measure-delivered"),
    }
}

/// Returns what exactly is counted.
pub fn measure_words(measure: Measure) -> String {
    match measure {
        Measure::People => tr!("term-measure-people-words"),
        Measure::Referrals => tr!("term-measure-referrals-words"),
        Measure::Interviews => tr!("term-measure-interviews-words"),
        Measure::Sittings => tr!("term-measure-sittings-words"),
        Measure::Present => tr!("term-measure-present-words"),
        Measure::Absent => tr!("term-measure-absent-words"),
        Measure::Written => tr!("term-measure-written-words"),
        Measure::Signed => tr!("term-measure-signed-words"),
        Measure::Delivered => tr!("term-measure-delivered-words"),
    }
}

pub fn cell(cell: Cell) -> String {
    match cell {
        Cell::Known(n) => n.to_string(),
        Cell::Few => tr!("term-cell-few", least = LEAST),
        Cell::Withheld => tr!("term-cell-withheld"),
    }
}

pub fn wait(wait: Wait) -> String {
    match wait {
        Wait::ReferralToInterview => tr!("term-wait-interview"),
        Wait::InterviewToSignature => tr!("term-wait-signature"),
        Wait::PrescriptionToSession => tr!("term-wait-session"),
    }
}

pub fn wait_words(wait: Wait) -> String {
    match wait {
        Wait::ReferralToInterview => tr!("term-wait-interview-words"),
        Wait::InterviewToSignature => tr!("term-wait-signature-words"),
        Wait::PrescriptionToSession => tr!("term-wait-session-words"),
    }
}

pub fn median(median: Median) -> String {
    match median {
        Median::Nothing => tr!("term-median-nothing"),
        Median::Few => tr!("term-median-few", least = LEAST),
        Median::Days(days) => {
            let digits = usize::from(days.fract() > 0.0);
            tr!("term-median-days", days = decimal(days, digits))
        }
    }
}
