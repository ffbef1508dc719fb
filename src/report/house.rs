//! What all documents of the house share: letterhead, running texts, the lines that the law and the funder ask for.

use chrono::NaiveDate;

use super::document::{Letterhead, Metadata, Running, Span, plain, strong};
use crate::i18n::{FR, long_date};
use crate::tr;

/// Returns the house's letterhead with the reference and the day.
pub(super) fn letterhead(reference: &str, date: NaiveDate) -> Letterhead {
    Letterhead {
        name: tr!("report-house"),
        lines: vec![tr!("report-house-service"), tr!("report-house-address")],
        aside: vec![tr!("report-reference", reference = reference), tr!("report-done-on", date = long_date(date))],
    }
}

/// Returns the running texts of a document: its short name and whom it is about. They are names, never sentences: a screen reader
/// passes over them.
pub(super) fn running(name: &str, about: &str) -> Running {
    Running {
        header_left: name.to_owned(),
        header_right: about.to_owned(),
        co_funding: tr!("report-co-funding"),
        footer: tr!("report-house-service"),
    }
}

/// Returns whom to call with a question, in one sentence.
pub(super) fn whom_to_call(name: &str, phone: &str) -> Vec<Span> {
    vec![plain(tr!("report-roadmap-call")), plain(" "), strong(tr!("report-call", name = name, phone = phone))]
}

/// Returns the file's own description.
pub(super) fn metadata(title: String, subject: String, reference: &str, date: NaiveDate) -> Metadata {
    Metadata {
        title,
        author: tr!("report-author"),
        subject,
        language: FR.to_owned(),
        reference: reference.to_owned(),
        date,
    }
}
