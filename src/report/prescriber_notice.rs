//! The letter that tells a prescriber where a path turns: it concentrates on one sector, or it is closed before its term.

use chrono::NaiveDate;

use super::document::{Block, Document, PrintSize, TextStyle, Tone, plain, strong};
use super::house;
use crate::domain::delivery::NoticeSubject;
use crate::i18n::terms::{closing_reason, sector as sector_name};
use crate::tr;

/// What the letter says: to whom, about whom, what. Neither subject tells a result or a word about health.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrescriberNotice {
    pub reference: String,
    pub written_on: NaiveDate,
    pub prescriber: String,
    pub organisation: String,
    pub person: String,
    pub subject: NoticeSubject,
    pub signatory: String,
    pub signatory_role: String,
}

/// What one subject says.
struct Words {
    title: String,
    /// What is told in the box, after the person's name: its label and its value.
    told: (String, String),
    paragraphs: [String; 2],
}

fn words(subject: NoticeSubject) -> Words {
    match subject {
        // The person agreed before this is written.
        NoticeSubject::SectorFocus(sector) => Words {
            title: tr!("report-notice-title"),
            told: (tr!("report-notice-sector"), sector_name(sector)),
            paragraphs: [tr!("report-notice-agreement"), tr!("report-notice-follow-up")],
        },
        NoticeSubject::PathClosed(reason) => Words {
            title: tr!("report-closed-title"),
            told: (tr!("report-closed-reason"), closing_reason(reason)),
            paragraphs: [tr!("report-closed-told"), tr!("report-closed-follow-up")],
        },
    }
}

/// Returns the letter.
pub fn document(notice: &PrescriberNotice) -> Document {
    let Words { title, told: (label, value), paragraphs: [what, then] } = words(notice.subject);
    let blocks = vec![
        Block::Address(vec![notice.prescriber.clone(), notice.organisation.clone()]),
        Block::heading(1, title.clone()),
        Block::body(tr!("report-greeting", name = notice.prescriber.as_str())),
        Block::Callout {
            tone: Tone::Note,
            title: String::new(),
            paragraphs: vec![
                vec![plain(tr!("report-notice-person")), plain(" "), strong(notice.person.clone())],
                vec![plain(label), plain(" "), strong(value)],
            ],
        },
        Block::body(what),
        Block::body(then),
        Block::Paragraph {
            style: TextStyle::Body,
            spans: vec![strong(notice.signatory.clone()), plain("\n"), plain(notice.signatory_role.clone())],
        },
    ];
    Document {
        metadata: house::metadata(title.clone(), title.clone(), &notice.reference, notice.written_on),
        running: house::running(&title, &notice.person),
        letterhead: Some(house::letterhead(&notice.reference, notice.written_on)),
        print: PrintSize::Standard,
        blocks,
    }
}
