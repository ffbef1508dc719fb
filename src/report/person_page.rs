//! « Ma boussole »: the person's own page of the synthesis. One sheet, large print, short sentences, no score.

use chrono::NaiveDate;

use super::document::{Block, Document, Emphasis, PrintSize, Span, TextStyle, plain, strong};
use super::house;
use crate::domain::badge::Pictogram;
use crate::domain::own_page::{Part, Sentence, Words};
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

/// Returns what the page says, part by part, in the order in which it is read: the paper and the voice have the same words.
pub fn parts(page: &PersonPage) -> Vec<Part> {
    let hello = tr!("report-person-hello", name = page.first_name.as_str());
    let sentences = |texts: &[String]| texts.iter().map(|text| said(text)).collect::<Vec<_>>();
    let pairs = |pairs: &[(String, String)], between: &str| -> Vec<Sentence> {
        pairs.iter().map(|(what, more)| pair(what, between, more)).collect()
    };
    let own_words = Some(&page.own_words).filter(|words| !words.is_empty());
    let quoted = own_words.map(|words| said(&tr!("report-quote", text = words.as_str())));
    let signposts = [
        (Pictogram::Sun, tr!("report-person-strengths"), sentences(&page.strengths)),
        (Pictogram::Key, tr!("report-person-leads"), pairs(&page.leads, ". ")),
        (Pictogram::Bicycle, tr!("report-person-next"), pairs(&page.next, "\u{A0}: ")),
        (Pictogram::Heart, tr!("report-person-words"), quoted.into_iter().collect()),
        (
            Pictogram::Bell,
            tr!("report-person-question"),
            vec![Sentence(
                house::whom_to_call(&page.contact_name, &page.contact_phone).into_iter().map(words).collect(),
            )],
        ),
    ];
    let signposts = signposts.into_iter().filter(|(_, _, sentences)| !sentences.is_empty());
    let mut parts = vec![Part { picture: None, title: tr!("report-person-title"), sentences: vec![said(&hello)] }];
    parts.extend(signposts.map(|(picture, title, sentences)| Part { picture: Some(picture), title, sentences }));
    parts.push(Part { picture: None, title: String::new(), sentences: vec![said(&tr!("report-person-yours"))] });
    parts
}

/// Returns the page.
pub fn document(page: &PersonPage) -> Document {
    let title = tr!("report-person-title");
    let name = format!("{} {}", page.first_name, page.last_name);
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
        blocks: parts(page).into_iter().flat_map(blocks).collect(),
    }
}

/// Returns how a part is printed: the title of the page with its greeting, a signpost, or the last words.
fn blocks(part: Part) -> Vec<Block> {
    let Part { picture, title, sentences } = part;
    let sentences: Vec<Vec<Span>> = sentences.into_iter().map(spans).collect();
    if let Some(picture) = picture {
        return vec![Block::Signpost { picture, title, sentences }];
    }
    let style = if title.is_empty() { TextStyle::Small } else { TextStyle::Lead };
    let heading = Some(title).filter(|title| !title.is_empty()).map(|title| Block::heading(1, title));
    heading.into_iter().chain(sentences.into_iter().map(|spans| Block::Paragraph { style, spans })).collect()
}

fn said(text: &str) -> Sentence {
    Sentence(vec![Words { text: text.to_owned(), strong: false }])
}

fn pair(what: &str, between: &str, more: &str) -> Sentence {
    let what = what.trim_end_matches('.');
    let strong = |text: String| Words { text, strong: true };
    if more.is_empty() {
        return Sentence(vec![strong(format!("{what}."))]);
    }
    Sentence(vec![strong(format!("{what}{between}")), Words { text: more.to_owned(), strong: false }])
}

fn words(span: Span) -> Words {
    Words { strong: span.emphasis == Emphasis::Strong, text: span.text }
}

fn spans(sentence: Sentence) -> Vec<Span> {
    sentence.0.into_iter().map(|words| if words.strong { strong(words.text) } else { plain(words.text) }).collect()
}
