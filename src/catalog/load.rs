//! From the bytes of a definition file to a valid assessment, or to everything that is wrong with them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use toml::de::DeTable;

use crate::domain::assessment::{Assessment, AssessmentId, Defect, Edition, QualityRules, Restitution};
use crate::domain::definition_check::{Problem, Reason, Severity};

use super::definition::{self, Definition, is_slug};
use super::fingerprint::fingerprint;
use super::reader::Findings;
use super::{rules, wording};

/// A definition is a few hundred lines; a larger file is something else.
pub const LARGEST_FILE: u64 = 1_000_000;

/// What every definition is called inside its folder.
pub const FILE_NAME: &str = "evaluation.toml";

/// An assessment and what its author should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub assessment: Assessment,
    /// Warnings only.
    pub warnings: Vec<Problem>,
}

/// Reads a definition file.
///
/// # Errors
/// Returns every problem of the file, warnings included, when at least one is an error.
pub fn load_file(file: &Path) -> Result<Loaded, Vec<Problem>> {
    let alone = |reason| vec![Problem::new(file, 0, "", reason)];
    let mut bytes = Vec::new();
    // One byte more than the limit tells a larger file, whatever its announced size.
    let read = File::open(file).and_then(|open| open.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => load(file, &bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(alone(Reason::NoSuchPath)),
        Err(_) => Err(alone(Reason::Unreadable)),
    }
}

/// Reads a definition; `file` names it in the problems, and its folder is compared with `meta.id`.
///
/// # Errors
/// Returns every problem of the file, warnings included, when at least one is an error.
pub fn load(file: &Path, bytes: &[u8]) -> Result<Loaded, Vec<Problem>> {
    let n_bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if n_bytes > LARGEST_FILE {
        let reason = Reason::TooLarge { bytes: n_bytes, limit: LARGEST_FILE };
        return Err(vec![Problem::new(file, 0, "", reason)]);
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        vec![Problem::new(file, line, "", Reason::NotUtf8)]
    })?;
    // Windows editors write a byte-order mark that TOML has no place for.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);

    let mut findings = Findings::new(file, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(syntax_problems(&errors, findings));
    }
    let definition = definition::read(root.get_ref(), &mut findings);
    check_folder_name(file, &definition, &mut findings);
    assemble(definition, fingerprint(root.get_ref()), findings)
}

/// One problem a line: a missing quotation mark makes the parser stumble several times.
fn syntax_problems(errors: &[toml::de::Error], mut findings: Findings<'_>) -> Vec<Problem> {
    let mut last_line = 0;
    for error in errors {
        let line = error.span().map_or(1, |span| findings.line_at(span.start));
        // The parser tells these two apart in its message only; tests hold the words.
        let reason = match error.message() {
            "duplicate key" => Reason::DuplicateKey,
            message if message.contains("recursion") => Reason::TooDeep,
            _ => Reason::Syntax,
        };
        if line != last_line {
            findings.note(line, "", reason);
        }
        last_line = line;
    }
    findings.into_problems()
}

fn check_folder_name(file: &Path, definition: &Definition, findings: &mut Findings<'_>) {
    let Some(id) = &definition.id else { return };
    let folder = file.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    if is_slug(&id.value)
        && file.file_name().is_some_and(|name| name == FILE_NAME)
        && let Some(folder) = folder
        && folder != id.value
    {
        findings.note(id.line, "meta.id", Reason::FolderName { folder });
    }
}

fn assemble(definition: Definition, content_hash: String, mut findings: Findings<'_>) -> Result<Loaded, Vec<Problem>> {
    rules::check_items(&definition, &mut findings);
    let scales = rules::scales(&definition, &mut findings);
    let pairs = rules::pairs(&definition, &mut findings);
    wording::check(&definition, &mut findings);

    let file = findings.file().to_owned();
    let mut problems = findings.into_problems();
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    let missing = |key: &str| Problem::new(&file, 0, key, Reason::MissingKey);
    let (Some(id), Some(version), Some(about)) = (definition.id, definition.version, definition.about) else {
        problems.push(missing("meta"));
        return Err(problems);
    };
    let edition = Edition { id: AssessmentId(id.value), version: version.value, content_hash };
    let items = definition.items.into_iter().filter_map(|entry| entry.item).collect();
    let made = Assessment::new(
        edition,
        about,
        definition.instructions,
        definition.practice,
        (items, scales),
        QualityRules { pairs, ..definition.quality },
        Restitution { warning: definition.warning, questions: definition.questions },
    );
    match made {
        Ok(assessment) => Ok(Loaded { assessment, warnings: problems }),
        Err(defect) => {
            let key = if defect == Defect::NoItem { "items" } else { "" };
            problems.push(Problem::new(&file, 0, key, Reason::Defect(defect)));
            Err(problems)
        }
    }
}
