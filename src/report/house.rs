//! What all documents of the house share: letterhead, running texts, the lines that the law and the funder ask for.

use chrono::NaiveDate;

use super::document::{Document, Letterhead, Metadata, Running, Span, plain, strong};
use crate::i18n::{FR, long_date};
use crate::tr;

/// What papers say of the house; it may change on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    pub name: String,
    pub organisation: String,
    pub street: String,
    pub town: String,
    /// Who pays, at the foot.
    pub funding: String,
}

impl Default for House {
    /// The letterhead that the program comes with.
    fn default() -> Self {
        Self {
            name: tr!("report-house"),
            organisation: tr!("report-house-service"),
            street: tr!("report-house-street"),
            town: tr!("report-house-town"),
            funding: tr!("report-co-funding"),
        }
    }
}

impl House {
    /// Returns where the house is, in one line.
    pub fn address(&self) -> String {
        [self.street.as_str(), &self.town].join(", ")
    }

    /// Returns a document under this house's letterhead.
    pub fn head(&self, mut document: Document) -> Document {
        if let Some(letterhead) = &mut document.letterhead {
            letterhead.name.clone_from(&self.name);
            letterhead.lines = self.lines();
        }
        document.running.co_funding.clone_from(&self.funding);
        document.running.footer.clone_from(&self.organisation);
        document
    }

    fn lines(&self) -> Vec<String> {
        vec![self.organisation.clone(), self.address()]
    }
}

/// Returns the house's letterhead with the reference and the day.
pub(super) fn letterhead(reference: &str, date: NaiveDate) -> Letterhead {
    let house = House::default();
    Letterhead {
        lines: house.lines(),
        name: house.name,
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
