//! The letter that tells a person of a change, in large print and plain words: dates to choose, another date, a reminder, a
//! cancellation.

use chrono::NaiveDate;

use super::document::{Block, Document, PrintSize, Span, TextStyle, Tone, plain, strong};
use super::house;
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsLetter {
    pub reference: String,
    pub written_on: NaiveDate,
    pub name: String,
    /// The lines of the address block after the name.
    pub address: Vec<String>,
    /// What is told, for example "Votre séance est annulée".
    pub title: String,
    /// What it is about.
    pub activity: String,
    pub paragraphs: Vec<String>,
    /// Names and values in a box: what, when, where.
    pub essentials: Vec<(String, String)>,
    pub contact_name: String,
    pub contact_phone: String,
    pub signatory: String,
    pub signatory_role: String,
}

/// Returns the letter.
pub fn document(letter: &NewsLetter) -> Document {
    let line = |(label, value): &(String, String)| -> Vec<Span> {
        vec![plain(label.clone()), plain(" "), strong(value.clone())]
    };
    let mut blocks = vec![
        Block::Address(std::iter::once(&letter.name).chain(&letter.address).cloned().collect()),
        Block::heading(1, letter.title.clone()),
        Block::body(tr!("report-greeting", name = letter.name.as_str())),
    ];
    blocks.extend(letter.paragraphs.iter().map(|text| Block::body(text.clone())));
    if !letter.essentials.is_empty() {
        let paragraphs = letter.essentials.iter().map(line).collect();
        blocks.push(Block::Callout { tone: Tone::Note, title: String::new(), paragraphs });
    }
    let call = tr!("report-call", name = letter.contact_name.as_str(), phone = letter.contact_phone.as_str());
    blocks.push(Block::KeepTogether(vec![
        Block::heading(2, tr!("report-news-question")),
        Block::Paragraph { style: TextStyle::Body, spans: vec![strong(call)] },
    ]));
    blocks.push(Block::KeepTogether(vec![
        Block::body(tr!("report-news-end")),
        Block::Paragraph {
            style: TextStyle::Body,
            spans: vec![strong(letter.signatory.clone()), plain("\n"), plain(letter.signatory_role.clone())],
        },
    ]));
    Document {
        metadata: house::metadata(
            tr!("report-news-file", title = letter.title.as_str(), activity = letter.activity.as_str()),
            letter.title.clone(),
            &letter.reference,
            letter.written_on,
        ),
        running: house::running(&letter.title, &letter.activity),
        letterhead: Some(house::letterhead(&letter.reference, letter.written_on)),
        print: PrintSize::Large,
        blocks,
    }
}
