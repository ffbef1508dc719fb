//! How long a synthesis takes, from its content to the bytes of a tagged PDF, and the same text through WeasyPrint and ReportLab
//! in the same run: `cargo bench --no-default-features --bench reports`.
//!
//! `BOUSSOLE_PYTHON` names a Python that has the peers (`python3` otherwise); a peer that is absent is told so. The peers set the
//! same headings, paragraphs, lists and tables; the zones that are drawn in our cells they do not draw. Times are those of the
//! processor, of one core. On 26 November 2026, two busy cores, four pages each: ours 10.8 ms, 58 kB, tagged; ReportLab 5.1.0
//! 25 ms, 34 kB, without tags; WeasyPrint 70.0 170 ms, 42 kB, tagged. A first report of a process takes some 130 ms: its fonts
//! are read and its words shaped for the first time.

#![expect(clippy::print_stdout, reason = "a bench prints its times")]

#[path = "reports/content.rs"]
mod content;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use boussole::report::document::{Block, Document, Span, TextStyle};
use boussole::report::palette::SPECIMEN;
use boussole::report::{layout, pdf, synthesis};
use serde_json::{Value, json};

const ROUNDS: u32 = 200;
/// What a report of four pages may take: milliseconds of one core, and bytes.
const LIMIT_MS: f64 = 15.0;
const LIMIT_BYTES: usize = 100_000;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` asks for it with exactly this; a test run is not about times.
    if !std::env::args().skip(1).eq(["--bench".to_owned()]) {
        return Ok(());
    }
    let document = synthesis::document(&content::two_results());
    let cold = Instant::now();
    let (n_pages, size) = report()?;
    let cold = cold.elapsed().as_secs_f64() * 1_000.0;
    let start = processor_ms()?;
    for _ in 0..ROUNDS {
        std::hint::black_box(report()?);
    }
    let ours = (processor_ms()? - start) / f64::from(ROUNDS);
    let placing = processor_ms()?;
    for _ in 0..ROUNDS {
        std::hint::black_box(layout(&synthesis::document(&content::two_results()), &SPECIMEN));
    }
    let placing = (processor_ms()? - placing) / f64::from(ROUNDS);
    println!(
        "one report, {n_pages} pages: {cold:.1} ms of the clock the first time; placing alone takes {placing:.2} ms of {ours:.2}"
    );
    println!(
        "{:<22} {:>11} {:>11} {:>9} {:>7} {:>10}  tags",
        "engine", "ms/report", "reports/s", "bytes", "pages", "theirs/ours"
    );
    let over = if ours > LIMIT_MS || size > LIMIT_BYTES { "  OVER THE LIMIT" } else { "" };
    line("boussole", ours, size, n_pages, 1.0, &format!("tagged{over}"));
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), plain(&document).to_string())?;
    for (script, package) in [("reportlab_report.py", "reportlab"), ("weasyprint_report.py", "weasyprint")] {
        match peer(script, file.path()) {
            Some(Peer { name, ms, bytes, pages, tags }) => line(&name, ms, bytes, pages, ms / ours, &tags),
            None => println!("{package:<22} absent: python3 -m pip install {package}"),
        }
    }
    Ok(())
}

fn line(name: &str, ms: f64, bytes: usize, pages: usize, ratio: f64, tags: &str) {
    println!("{name:<22} {ms:>11.2} {:>11.1} {bytes:>9} {pages:>7} {ratio:>10.1}  {tags}", 1_000.0 / ms);
}

/// Makes the report from its content, and returns its pages and bytes.
fn report() -> Result<(usize, usize), Box<dyn Error>> {
    let document = synthesis::document(&content::two_results());
    let pages = layout(&document, &SPECIMEN);
    Ok((pages.pages.len(), pdf::render(&pages, &document.metadata)?.len()))
}

/// Milliseconds that this process took of the processor, as Linux counts them; elsewhere those of the clock.
fn processor_ms() -> Result<f64, Box<dyn Error>> {
    let Ok(text) = std::fs::read_to_string("/proc/self/schedstat") else {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
        return Ok(since.as_secs_f64() * 1_000.0);
    };
    let nanoseconds: f64 = text.split_whitespace().next().ok_or("schedstat is empty")?.parse()?;
    Ok(nanoseconds / 1e6)
}

/// What a peer told of itself.
struct Peer {
    name: String,
    ms: f64,
    bytes: usize,
    pages: usize,
    tags: String,
}

/// Runs a peer, which writes one line: version, milliseconds a report, bytes, pages, tags.
fn peer(script: &str, text: &Path) -> Option<Peer> {
    let program = std::env::var_os("BOUSSOLE_PYTHON").unwrap_or_else(|| "python3".into());
    let script: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/peers").join(script);
    let output = Command::new(program).arg(script).arg(text).output().ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let parts: Vec<&str> = told.trim().split(';').collect();
    let [name, ms, bytes, pages, tags] = parts.as_slice() else { return None };
    Some(Peer {
        name: (*name).to_owned(),
        ms: ms.parse().ok()?,
        bytes: bytes.parse().ok()?,
        pages: pages.parse().ok()?,
        tags: (*tags).to_owned(),
    })
}

/// Returns the text of a document as any engine can set it: headings, paragraphs, lists and tables in reading order.
fn plain(document: &Document) -> Value {
    let letterhead = document.letterhead.iter().flat_map(|head| std::iter::once(&head.name).chain(&head.lines));
    let mut parts: Vec<Value> = letterhead.map(|text| json!({"p": text, "small": true})).collect();
    document.blocks.iter().for_each(|block| add(block, &mut parts));
    json!({"title": document.metadata.title, "running": document.running.header_left, "parts": parts})
}

fn add(block: &Block, parts: &mut Vec<Value>) {
    let words = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    match block {
        Block::Heading { level, text } => parts.push(json!({"h": level, "text": text})),
        Block::Paragraph { style, spans } => parts.push(json!({"p": words(spans), "small": *style == TextStyle::Small})),
        Block::List { items, .. } => parts.push(json!({"ul": items.iter().map(|item| words(item)).collect::<Vec<_>>()})),
        Block::Facts(facts) => {
            parts.extend(facts.iter().map(|fact| json!({"p": format!("{} : {}", fact.label, fact.value), "small": false})));
        }
        Block::Table(table) => parts.push(json!({
            "columns": table.columns.iter().map(|column| json!([column.title, column.weight])).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| row.iter().map(|cell| words(cell)).collect::<Vec<_>>()).collect::<Vec<_>>(),
        })),
        Block::Callout { title, paragraphs, .. } => {
            let all = std::iter::once(title.clone()).chain(paragraphs.iter().map(|spans| words(spans)));
            parts.push(json!({"box": all.filter(|text| !text.is_empty()).collect::<Vec<_>>()}));
        }
        Block::Choices(options) => parts.push(json!({"p": options.join("   "), "small": false})),
        Block::Signatures(boxes) => {
            let signer = |one: &boussole::report::document::SignatureBox| format!("{} {} {}", one.role, one.name, one.prompt);
            parts.push(json!({"box": boxes.iter().map(signer).collect::<Vec<_>>()}));
        }
        Block::KeepTogether(blocks) | Block::LeadIn(blocks) => blocks.iter().for_each(|block| add(block, parts)),
        Block::Figure(_)
        | Block::Steps(_)
        | Block::Signpost { .. }
        | Block::BlankLines(_)
        | Block::AnswerLine { .. }
        | Block::Address(_)
        | Block::PageBreak => {}
    }
}
