//! The synthesis given to the prescriber and read with the person: a few A4 pages.

mod content;
mod instruments;
mod results;
mod sectors;

pub use content::{
    AssessmentResult, DoneStep, Instrument, Lead, OrderResult, Participant, Professional, Recommendation, Resemblance,
    ScaleResult, Sealing, SectorResult, SectorsResult, SynthesisContent,
};

use super::chart::{CellPicture, Chart, CodeChart};
use super::document::{
    Block, CellDrawing, Column, Document, Fact, Figure, PrintSize, Ruling, SignatureBox, Span, Table, TextStyle, Tone,
    italic, plain, strong,
};
use super::house;
use crate::i18n::{long_date, short_date};
use crate::tr;

/// Results that are read whole before the leads; of more, what stands out comes first and the details follow the signatures.
const RESULTS_IN_BODY: usize = 2;

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
    let has_annex = content.results.len() > RESULTS_IN_BODY;
    if has_annex {
        blocks.extend(results_in_brief(content));
    } else {
        blocks.extend(results_in_full(Block::heading(2, tr!("report-results")), content, false));
    }
    blocks.extend(content.sectors.iter().flat_map(sectors::blocks));
    blocks.extend(texts(tr!("report-observations"), &content.observations));
    blocks.extend(texts(tr!("report-reading"), &content.reading));
    blocks.extend(leads(content));
    blocks.extend(recommendations(content));
    blocks.push(own_words(content));
    blocks.push(Block::KeepTogether(signatures(content, has_annex)));
    blocks.extend(notices(content));
    if has_annex {
        blocks.extend(results_in_full(Block::heading(2, tr!("report-annex")), content, true));
    }
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
    let born = person.born_on.map(|birth| tr!("report-born-on", day = long_date(birth)));
    let file = Some(&person.file_number).filter(|number| !number.is_empty());
    let file = file.map(|number| tr!("report-file-number", number = number.as_str()));
    let who: Vec<String> = std::iter::once(person.name.clone()).chain(born).chain(file).collect();
    let mut facts = vec![Fact::new(tr!("report-person"), who.join(" \n"))];
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
    let row = |step: &DoneStep| {
        let date = step.date.map_or_else(|| tr!("report-no-date"), short_date);
        let what = vec![strong(step.title.clone()), plain(format!(", {}", step.details))];
        vec![vec![plain(date)], what, vec![plain(step.state.words())]]
    };
    let last = content.steps.len() - 1;
    let on_the_way = |(row, step): (usize, &DoneStep)| {
        let picture = CellPicture::Step { state: step.state, above: row > 0, below: row < last };
        CellDrawing { row, column: 0, picture }
    };
    vec![
        Block::heading(2, tr!("report-done")),
        Block::Table(Table {
            // The heading above says it already.
            caption: String::new(),
            columns: vec![
                Column::new(tr!("report-column-date"), 19),
                Column::new(tr!("report-column-step"), 66),
                Column::new(tr!("report-column-state"), 15),
            ],
            rows: content.steps.iter().map(row).collect(),
            row_headers: true,
            ruling: Ruling::Rows,
            drawings: content.steps.iter().enumerate().map(on_the_way).collect(),
            text: TextStyle::Body,
        }),
    ]
}

/// What a reader needs to know before any number.
fn without_norm(content: &SynthesisContent) -> Option<Block> {
    content.results.iter().any(|result| result.norm.is_none()).then(|| {
        let spans = vec![strong(tr!("report-no-norm-label")), plain(" "), plain(tr!("report-no-norm"))];
        Block::Paragraph { style: TextStyle::Body, spans }
    })
}

fn results_in_brief(content: &SynthesisContent) -> Vec<Block> {
    let mut opening = vec![Block::heading(2, tr!("report-results")), Block::body(tr!("report-results-brief"))];
    opening.extend(without_norm(content));
    vec![Block::LeadIn(opening), results::in_brief(&content.results)]
}

fn results_in_full(heading: Block, content: &SynthesisContent, in_annex: bool) -> Vec<Block> {
    if content.results.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading, Block::body(tr!("report-results-how-to-read"))];
    blocks.extend(without_norm(content));
    blocks.extend(content.results.iter().flat_map(|result| results::blocks(result, in_annex)));
    blocks
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
                Column::new(tr!("report-column-action"), 50),
                Column::new(tr!("report-column-who"), 26),
                Column::new(tr!("report-column-when"), 24),
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
    let heading = Block::heading(2, tr!("report-own-words"));
    let question = tr!("report-own-words-question");
    let said = Some(&content.own_words).filter(|words| !words.is_empty());
    let quote = |words: &String| italic(tr!("report-quote", text = words.as_str()));
    let paragraph = |spans: Vec<Span>| Block::Paragraph { style: TextStyle::Body, spans };
    let mut blocks = vec![heading];
    match content.resemblance {
        Some(answer) => {
            let mut spans = vec![plain(question), plain(" "), strong(resembles(answer)), plain(". ")];
            spans.extend(said.map(quote));
            blocks.push(paragraph(spans));
        }
        None => {
            blocks.extend([Block::body(question), Block::Choices(ANSWERS.map(resembles).to_vec())]);
            blocks.extend(said.map(|words| paragraph(vec![quote(words)])));
        }
    }
    if said.is_none() {
        blocks.push(Block::BlankLines(3));
    }
    if !content.answered.is_empty() {
        blocks.push(Block::small(answered(content)));
    }
    Block::KeepTogether(blocks)
}

/// Returns the answers about strengths and leads in one line: those that have the same answer stand together.
fn answered(content: &SynthesisContent) -> String {
    let of = |answer: Resemblance| {
        let titles = content.answered.iter().filter(|(_, given)| *given == answer);
        let titles: Vec<&str> = titles.map(|(title, _)| title.trim_end_matches('.')).collect();
        let (words, titles) = (resembles(answer), titles.join(" ; "));
        (!titles.is_empty()).then(|| tr!("report-resembles-each", answer = words, titles = titles))
    };
    ANSWERS.into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
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

fn signatures(content: &SynthesisContent, has_annex: bool) -> Vec<Block> {
    let (person, counsellor, prompt) = match &content.sealing {
        Sealing::Open | Sealing::ForPaper { .. } => (None, None, tr!("report-signature-prompt")),
        Sealing::Signed { person: None, counsellor: None, .. } => (None, None, tr!("report-signed-paper")),
        Sealing::Signed { person, counsellor, .. } => (person.clone(), counsellor.clone(), tr!("report-signed-pad")),
    };
    let signature =
        |role: String, name: &str, drawn| SignatureBox { role, name: name.to_owned(), prompt: prompt.clone(), drawn };
    let mut blocks = vec![
        Block::heading(2, tr!("report-signatures")),
        Block::small(if has_annex { tr!("report-signatures-meaning-annex") } else { tr!("report-signatures-meaning") }),
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
        Sealing::Signed { proof, .. } => blocks.push(Block::small(proof.join(" "))),
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
