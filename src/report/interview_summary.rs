//! *Compte rendu d'entretien*: what the diagnostic interview taught, to read again with the person and sign.

use chrono::NaiveDate;

use super::document::{Block, Document, Fact, PrintSize, SignatureBox, Tone, plain, strong};
use super::house;
use crate::domain::interview::{InterviewNotes, ProjectState};
use crate::domain::signature::Signature;
use crate::i18n::{long_date, minutes, terms, typeset};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewSummary {
    pub reference: String,
    pub day: NaiveDate,
    pub minutes: u32,
    pub person: String,
    pub counsellor: String,
    pub counsellor_role: String,
    pub prescriber: String,
    pub question: String,
    pub project: ProjectState,
    pub notes: InterviewNotes,
    /// Each with its reason.
    pub steps: Vec<(String, String)>,
    /// The steps are on the roadmap; otherwise they are proposed only.
    pub is_prescribed: bool,
    /// When both signed on the screen, and their drawings: the person's, the counsellor's.
    pub signed: Option<(NaiveDate, Signature, Signature)>,
}

/// Returns the document; a heading under which nothing was written is left out.
pub fn document(summary: &InterviewSummary) -> Document {
    let title = tr!("report-interview-title");
    let notes = &summary.notes;
    let mut blocks = vec![
        Block::heading(1, title.clone()),
        Block::Facts(vec![
            Fact::new(tr!("report-person"), summary.person.clone()),
            Fact::new(tr!("report-interview-when"), when(summary)),
            Fact::new(tr!("report-counsellor"), format!("{}, {}", summary.counsellor, summary.counsellor_role)),
            Fact::new(tr!("report-prescriber"), summary.prescriber.clone()),
        ]),
        Block::Callout {
            tone: Tone::Note,
            title: tr!("report-question"),
            paragraphs: vec![vec![plain(summary.question.clone())]],
        },
    ];
    blocks.extend(section(tr!("report-interview-situation"), &notes.situation));
    let project =
        vec![Block::heading(2, tr!("report-interview-project")), Block::body(terms::project(summary.project))];
    blocks.push(Block::KeepTogether(project));
    blocks.extend(paragraphs(&notes.project));
    blocks.extend(section(tr!("report-interview-needs"), &notes.needs));
    if !notes.hindrances.is_empty() || !notes.hindrance_words.is_empty() {
        let ticked = notes.hindrances.iter().map(|hindrance| terms::hindrance(*hindrance));
        let mut part = vec![Block::heading(2, tr!("report-interview-hindrances"))];
        if !notes.hindrances.is_empty() {
            part.push(Block::bullets(ticked));
        }
        part.extend(paragraphs(&notes.hindrance_words));
        blocks.push(Block::KeepTogether(part));
    }
    blocks.extend(section(tr!("report-interview-supports"), &notes.supports));
    blocks.extend(steps(summary));
    blocks.push(Block::KeepTogether(signatures(summary)));
    Document {
        metadata: house::metadata(
            tr!("report-interview-file", name = summary.person.as_str()),
            title.clone(),
            &summary.reference,
            summary.day,
        ),
        running: house::running(&title, &summary.person),
        letterhead: Some(house::letterhead(&summary.reference, summary.day)),
        print: PrintSize::Standard,
        blocks,
    }
}

fn when(summary: &InterviewSummary) -> String {
    tr!("report-interview-day", day = long_date(summary.day), time = minutes(summary.minutes))
}

fn section(title: String, text: &str) -> Vec<Block> {
    let mut texts = paragraphs(text);
    if texts.is_empty() {
        return texts;
    }
    let first = texts.remove(0);
    let mut blocks = vec![Block::KeepTogether(vec![Block::Heading { level: 2, text: title }, first])];
    blocks.extend(texts);
    blocks
}

fn paragraphs(text: &str) -> Vec<Block> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| Block::body(typeset(line.trim()))).collect()
}

fn steps(summary: &InterviewSummary) -> Vec<Block> {
    if summary.steps.is_empty() {
        return Vec::new();
    }
    let (title, words) = if summary.is_prescribed {
        (tr!("report-interview-prescribed"), tr!("report-interview-prescribed-words"))
    } else {
        (tr!("report-interview-steps"), tr!("report-interview-steps-words"))
    };
    let item = |(title, why): &(String, String)| {
        vec![strong(tr!("report-interview-step", title = title.as_str())), plain(" "), plain(why.clone())]
    };
    let items = summary.steps.iter().map(item).collect();
    vec![
        Block::Heading { level: 2, text: title },
        Block::Paragraph { style: super::document::TextStyle::Body, spans: vec![plain(words)] },
        Block::List { marker: super::document::Marker::Number, items },
    ]
}

fn signatures(summary: &InterviewSummary) -> Vec<Block> {
    let prompt = match &summary.signed {
        Some((day, ..)) => tr!("report-interview-signed", day = long_date(*day)),
        None => tr!("report-signature-prompt"),
    };
    let signature = |role: String, name: &str, drawn: Option<Signature>| SignatureBox {
        role,
        name: name.to_owned(),
        prompt: prompt.clone(),
        drawn,
    };
    let (person, counsellor) = match &summary.signed {
        Some((_, person, counsellor)) => (Some(person.clone()), Some(counsellor.clone())),
        None => (None, None),
    };
    vec![
        Block::heading(2, tr!("report-signatures")),
        Block::small(tr!("report-interview-meaning")),
        Block::Signatures(vec![
            signature(tr!("report-signature-person"), &summary.person, person),
            signature(tr!("report-signature-counsellor"), &summary.counsellor, counsellor),
        ]),
    ]
}
