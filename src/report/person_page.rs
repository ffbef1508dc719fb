//! « Ma boussole »: the person's own page of the synthesis. One sheet, large print, short sentences, no score.

use chrono::NaiveDate;

use super::document::{Block, Document, PrintSize, Span, TextStyle, plain, strong};
use super::house;
use crate::domain::badge::Pictogram;
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPage {
    pub reference: String,
    pub version: u32,
    pub date: NaiveDate,
    pub first_name: String,
    pub last_name: String,
    /// Short sentences.
    pub strengths: Vec<String>,
    /// A direction, and why it is proposed; the reason may be empty.
    pub leads: Vec<(String, String)>,
    /// What comes next, and by whom and when; the second may be empty.
    pub next: Vec<(String, String)>,
    /// What the person said; may be empty.
    pub own_words: String,
    pub contact_name: String,
    pub contact_phone: String,
}

/// Returns the page.
pub fn document(page: &PersonPage) -> Document {
    let title = tr!("report-person-title");
    let name = format!("{} {}", page.first_name, page.last_name);
    let mut blocks = vec![
        Block::heading(1, title.clone()),
        Block::lead(tr!("report-person-hello", name = page.first_name.as_str())),
    ];
    let sentences = |texts: &[String]| texts.iter().map(|text| vec![plain(text.clone())]).collect::<Vec<_>>();
    let pairs = |pairs: &[(String, String)], between: &str| -> Vec<Vec<Span>> {
        pairs.iter().map(|(what, more)| pair(what, between, more)).collect()
    };
    let parts = [
        (Pictogram::Sun, tr!("report-person-strengths"), sentences(&page.strengths)),
        (Pictogram::Key, tr!("report-person-leads"), pairs(&page.leads, ". ")),
        (Pictogram::Bicycle, tr!("report-person-next"), pairs(&page.next, " : ")),
    ];
    for (picture, title, sentences) in parts {
        if !sentences.is_empty() {
            blocks.push(Block::Signpost { picture, title, sentences });
        }
    }
    if !page.own_words.is_empty() {
        let quote = vec![plain(tr!("report-quote", text = page.own_words.as_str()))];
        blocks.push(Block::Signpost {
            picture: Pictogram::Heart,
            title: tr!("report-person-words"),
            sentences: vec![quote],
        });
    }
    blocks.push(Block::Signpost {
        picture: Pictogram::Bell,
        title: tr!("report-person-question"),
        sentences: vec![house::whom_to_call(&page.contact_name, &page.contact_phone)],
    });
    blocks.push(Block::Paragraph { style: TextStyle::Small, spans: vec![plain(tr!("report-person-yours"))] });
    Document {
        metadata: house::metadata(
            tr!("report-person-file", name = name.as_str()),
            title.clone(),
            &page.reference,
            page.date,
        ),
        running: house::running(&title, &name),
        letterhead: Some(house::letterhead(&page.reference, page.date)),
        print: PrintSize::Large,
        blocks,
    }
}

fn pair(what: &str, between: &str, more: &str) -> Vec<Span> {
    let what = what.trim_end_matches('.');
    if more.is_empty() {
        return vec![strong(format!("{what}."))];
    }
    vec![strong(format!("{what}{between}")), plain(more.to_owned())]
}
