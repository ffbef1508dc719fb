//! The letter that tells a prescriber that a roadmap concentrates on one sector.

use chrono::NaiveDate;

use super::document::{Block, Document, PrintSize, TextStyle, Tone, plain, strong};
use super::house;
use crate::domain::activity::Sector;
use crate::i18n::terms::sector as sector_name;
use crate::tr;

/// What the letter says: to whom, about whom, which sector. The person agreed before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrescriberNotice {
    pub reference: String,
    pub written_on: NaiveDate,
    pub prescriber: String,
    pub organisation: String,
    pub person: String,
    pub sector: Sector,
    pub signatory: String,
    pub signatory_role: String,
}

/// Returns the letter.
pub fn document(notice: &PrescriberNotice) -> Document {
    let title = tr!("report-notice-title");
    let sector = sector_name(notice.sector);
    let blocks = vec![
        Block::Address(vec![notice.prescriber.clone(), notice.organisation.clone()]),
        Block::heading(1, title.clone()),
        Block::body(tr!("report-greeting", name = notice.prescriber.as_str())),
        Block::Callout {
            tone: Tone::Note,
            title: String::new(),
            paragraphs: vec![
                vec![plain(tr!("report-notice-person")), plain(" "), strong(notice.person.clone())],
                vec![plain(tr!("report-notice-sector")), plain(" "), strong(sector)],
            ],
        },
        Block::body(tr!("report-notice-agreement")),
        Block::body(tr!("report-notice-follow-up")),
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
