//! The synthesis given to the prescriber and read with the person: a few A4 pages.

mod content;
mod instruments;
mod results;
mod sectors;

pub use content::{
    AssessmentResult, DoneStep, Instrument, Lead, OrderResult, Participant, Professional, Recommendation, Resemblance,
    ScaleResult, Sealing, SectorResult, SectorsResult, SynthesisContent,
};

use super::chart::{Chart, CodeChart, TimelineChart, TimelineStep};
use super::document::{
    Block, Column, Document, Fact, Figure, PrintSize, Ruling, SignatureBox, Span, Table, TextStyle, Tone, italic,
    plain, strong,
};
use super::house;
use crate::i18n::{long_date, short_date};
use crate::tr;

/// Returns the document in the order in which a prescriber reads: the answer's ground, then the answer.
pub fn document(content: &SynthesisContent) -> Document {
    let name = content.person.name.as_str();
    let title = tr!("report-synthesis-title");
    let mut blocks = vec![Block::heading(1, title.clone()), Block::lead(subtitle(content))];
    if !content.partial.is_empty() {
        let paragraphs = vec![vec![plain(content.partial.clone())]];
        blocks.push(Block::Callout { tone: Tone::Important, title: tr!("report-synthesis-partial"), paragraphs });
    }
    blocks.push(Block::Facts(identity(content)));
    blocks.extend(question(content));
    blocks.extend(in_brief(content));
    blocks.extend(done(content));
    if !content.results.is_empty() {
        let mut before = vec![Block::heading(2, tr!("report-results")), Block::body(tr!("report-results-how-to-read"))];
        if content.results.iter().any(|result| result.norm.is_none()) {
            let spans = vec![strong(tr!("report-no-norm-label")), plain(" "), plain(tr!("report-no-norm"))];
            before.push(Block::Paragraph { style: TextStyle::Body, spans });
        }
        for result in &content.results {
            blocks.extend(results::blocks(std::mem::take(&mut before), result));
        }
    }
    blocks.extend(content.sectors.iter().flat_map(sectors::blocks));
    blocks.extend(texts(tr!("report-observations"), &content.observations));
    blocks.extend(texts(tr!("report-reading"), &content.reading));
    blocks.extend(leads(content));
    blocks.extend(recommendations(content));
    blocks.push(own_words(content));
    blocks.push(Block::KeepTogether(signatures(content)));
    blocks.extend(notices(content));
    blocks.extend(instruments::blocks(&content.instruments));
    Document {
        metadata: house::metadata(
            tr!("report-synthesis-file", name = name),
            tr!("report-synthesis-subject"),
            &content.reference,
            content.date,
        ),
        running: house::running(&title, name),
        letterhead: Some(house::letterhead(&content.reference, content.date)),
        print: PrintSize::Standard,
        blocks,
    }
}

fn subtitle(content: &SynthesisContent) -> String {
    let name = content.person.name.as_str();
    if content.version == 1 {
        return tr!("report-synthesis-of", name = name);
    }
    tr!("report-synthesis-of-version", name = name, version = content.version)
}

fn identity(content: &SynthesisContent) -> Vec<Fact> {
    let person = &content.person;
    let described = |professional: &Professional| {
        let parts = [&professional.name, &professional.role, &professional.organisation];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let mut facts = vec![Fact::new(tr!("report-person"), person.name.clone())];
    if let Some(birth) = person.born_on {
        facts.push(Fact::new(tr!("report-born-on"), long_date(birth)));
    }
    if !person.file_number.is_empty() {
        facts.push(Fact::new(tr!("report-file-number"), person.file_number.clone()));
    }
    facts.push(Fact::new(tr!("report-prescriber"), described(&content.prescriber)));
    facts.push(Fact::new(tr!("report-counsellor"), described(&content.counsellor)));
    facts.push(Fact::new(tr!("report-recipients"), content.recipients.join(" ; ")));
    facts
}

fn question(content: &SynthesisContent) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, tr!("report-question"))];
    blocks.push(Block::Callout {
        tone: Tone::Note,
        title: String::new(),
        paragraphs: vec![vec![plain(content.question.clone())]],
    });
    if !content.context.is_empty() {
        blocks.push(Block::body(content.context.clone()));
    }
    blocks
}

/// What a reader in a hurry takes away: the leads by name, and what comes first.
fn in_brief(content: &SynthesisContent) -> Vec<Block> {
    if content.leads.is_empty() {
        return Vec::new();
    }
    let titles: Vec<&str> = content.leads.iter().map(|lead| lead.title.as_str()).collect();
    let first = content.recommendations.first().map(|advice| advice.action.as_str());
    let mut words = vec![strong(tr!("report-brief-leads")), plain(" "), plain(titles.join(" ; ")), plain(". ")];
    if let Some(action) = first {
        words.extend([strong(tr!("report-brief-next")), plain(" "), plain(action.to_owned())]);
    }
    vec![Block::Callout { tone: Tone::Important, title: String::new(), paragraphs: vec![words] }]
}

fn done(content: &SynthesisContent) -> Vec<Block> {
    if content.steps.is_empty() {
        return Vec::new();
    }
    let steps = content
        .steps
        .iter()
        .map(|step| TimelineStep { label: step.title.clone(), date: step.date, state: step.state })
        .collect();
    let rows = content
        .steps
        .iter()
        .map(|step| {
            let date = step.date.map_or_else(|| tr!("report-no-date"), short_date);
            [date, step.title.clone(), step.details.clone(), step.state.words()].map(|text| vec![plain(text)]).to_vec()
        })
        .collect();
    vec![
        Block::heading(2, tr!("report-done")),
        Block::Figure(Figure { chart: Chart::Timeline(TimelineChart { steps }), caption: String::new() }),
        Block::Table(Table {
            caption: tr!("report-done-table"),
            columns: vec![
                Column::new(tr!("report-column-date"), 15),
                Column::new(tr!("report-column-step"), 34),
                Column::new(tr!("report-column-details"), 37),
                Column::new(tr!("report-column-state"), 14),
            ],
            rows,
            row_headers: true,
            ruling: Ruling::Rows,
            drawings: Vec::new(),
            text: TextStyle::Body,
        }),
    ]
}

fn texts(title: String, paragraphs: &[String]) -> Vec<Block> {
    if paragraphs.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { level: 2, text: title }];
    blocks.extend(paragraphs.iter().map(|text| Block::body(text.clone())));
    blocks
}

fn leads(content: &SynthesisContent) -> Vec<Block> {
    if content.leads.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, tr!("report-leads")), Block::body(tr!("report-leads-intro"))];
    for (index, lead) in content.leads.iter().enumerate() {
        let title = tr!("report-lead-title", number = index + 1, title = lead.title.as_str());
        let mut parts = vec![Block::Heading { level: 3, text: title }];
        if !lead.why.is_empty() {
            parts.push(Block::body(lead.why.clone()));
        }
        let evidence = Block::bullets(lead.evidence.iter().cloned());
        blocks.push(Block::KeepTogether(parts));
        if lead.to_check.is_empty() {
            blocks.push(evidence);
            continue;
        }
        let to_check = vec![strong(tr!("report-lead-to-check")), plain(" "), plain(lead.to_check.clone())];
        let to_check = Block::Paragraph { style: TextStyle::Body, spans: to_check };
        blocks.push(Block::KeepTogether(vec![evidence, to_check]));
    }
    blocks
}

fn recommendations(content: &SynthesisContent) -> Vec<Block> {
    if content.recommendations.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(2, tr!("report-recommendations"));
    if content.recommendations.iter().all(|advice| advice.who.is_empty() && advice.when.is_empty()) {
        let items = content.recommendations.iter().map(|advice| advice.action.clone());
        return vec![Block::KeepTogether(vec![heading, Block::bullets(items)])];
    }
    let rows = content
        .recommendations
        .iter()
        .map(|advice| [&advice.action, &advice.who, &advice.when].map(|text| vec![plain(text.clone())]).to_vec())
        .collect();
    vec![
        heading,
        Block::Table(Table {
            // The heading above says it already.
            caption: String::new(),
            columns: vec![
                Column::new(tr!("report-column-action"), 52),
                Column::new(tr!("report-column-who"), 28),
                Column::new(tr!("report-column-when"), 20),
            ],
            rows,
            row_headers: true,
            ruling: Ruling::Rows,
            drawings: Vec::new(),
            text: TextStyle::Body,
        }),
    ]
}

fn own_words(content: &SynthesisContent) -> Block {
    let options = ANSWERS.map(resembles);
    let ticked = content.resemblance.and_then(|answer| ANSWERS.iter().position(|other| *other == answer));
    let mut blocks = vec![
        Block::heading(2, tr!("report-own-words")),
        Block::body(tr!("report-own-words-question")),
        Block::Choices { options: options.to_vec(), ticked },
    ];
    if content.own_words.is_empty() {
        blocks.push(Block::BlankLines(3));
    } else {
        let quote: Span = italic(tr!("report-quote", text = content.own_words.as_str()));
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans: vec![quote] });
    }
    Block::KeepTogether(blocks)
}

/// Every answer, in the order in which the boxes are printed.
const ANSWERS: [Resemblance; 4] =
    [Resemblance::Yes, Resemblance::Partly, Resemblance::No, Resemblance::PrefersNotToSay];

/// Returns an answer as the person gives it.
pub(super) fn resembles(answer: Resemblance) -> String {
    match answer {
        Resemblance::Yes => tr!("report-resembles-yes"),
        Resemblance::Partly => tr!("report-resembles-partly"),
        Resemblance::No => tr!("report-resembles-no"),
        Resemblance::PrefersNotToSay => tr!("report-resembles-unsaid"),
    }
}

fn signatures(content: &SynthesisContent) -> Vec<Block> {
    let (person, counsellor, prompt) = match &content.sealing {
        Sealing::Open | Sealing::ForPaper { .. } => (None, None, tr!("report-signature-prompt")),
        Sealing::Signed { person: None, counsellor: None, .. } => (None, None, tr!("report-signed-paper")),
        Sealing::Signed { person, counsellor, .. } => (person.clone(), counsellor.clone(), tr!("report-signed-pad")),
    };
    let signature =
        |role: String, name: &str, drawn| SignatureBox { role, name: name.to_owned(), prompt: prompt.clone(), drawn };
    let mut blocks = vec![
        Block::heading(2, tr!("report-signatures")),
        Block::small(tr!("report-signatures-meaning")),
        Block::Signatures(vec![
            signature(tr!("report-signature-person"), &content.person.name, person),
            signature(tr!("report-signature-counsellor"), &content.counsellor.name, counsellor),
        ]),
    ];
    match &content.sealing {
        Sealing::Open => {}
        Sealing::ForPaper { mark, qr } => {
            let chart = Chart::Code(CodeChart { text: mark.clone(), qr: qr.clone() });
            blocks.push(Block::Figure(Figure { chart, caption: String::new() }));
        }
        Sealing::Signed { proof, .. } => blocks.extend(proof.iter().map(|sentence| Block::small(sentence.clone()))),
    }
    blocks
}

fn notices(content: &SynthesisContent) -> Vec<Block> {
    let notice = |label: String, text: String| Block::Paragraph {
        style: TextStyle::Small,
        spans: vec![strong(label), plain(" "), plain(text)],
    };
    vec![
        Block::heading(2, tr!("report-notices")),
        notice(tr!("report-notice-decision-label"), tr!("report-notice-decision")),
        notice(tr!("report-notice-limits-label"), tr!("report-notice-limits")),
        notice(tr!("report-notice-rights-label"), tr!("report-notice-rights", contact = content.data_contact.as_str())),
    ]
}
