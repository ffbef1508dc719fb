//! From the bytes of a definition file to a valid assessment, or to everything that is wrong with them.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use toml::de::DeTable;

use crate::domain::assessment::{
    Assessment, AssessmentId, Content, Defect, Edition, Frame, Generated, QualityRules, Restitution, Status,
};
use crate::domain::definition_check::{Problem, Reason, Severity};

use super::definition::{self, Definition, is_slug};
use super::fingerprint::fingerprint;
use super::reader::{Findings, Placed};
use super::{rules, wording};

/// A definition is a few hundred lines; a larger file is something else.
pub const LARGEST_FILE: u64 = 1_000_000;

/// What every definition is called inside its folder.
pub const FILE_NAME: &str = "evaluation.toml";

/// An assessment and what its author should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub assessment: Assessment,
    /// What was read, without a byte-order mark.
    pub text: String,
    /// Warnings only.
    pub warnings: Vec<Problem>,
    /// The files that it names and that its folder holds, by their paths inside, each once.
    pub files: Vec<String>,
    /// Where `meta.version` stands.
    pub version_line: usize,
    /// The recipes of its generated items, with their keys.
    recipes: Recipes,
}

type Recipes = Vec<(String, Placed<Generated>)>;

/// Reads a definition file.
///
/// # Errors
/// Returns every problem of the file, warnings included, when at least one is an error.
pub fn load_file(file: &Path) -> Result<Loaded, Vec<Problem>> {
    let alone = |reason| vec![Problem::new(file, 0, "", reason)];
    let mut bytes = Vec::new();
    // One byte more than the limit tells a larger file, whatever its announced size.
    let read = File::open(file).and_then(|open| open.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
    let folder = file.parent().unwrap_or(Path::new(""));
    match read {
        Ok(_) => load(file, &bytes, &|path| folder.join(path).is_file()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(alone(Reason::NoSuchPath)),
        Err(_) => Err(alone(Reason::Unreadable)),
    }
}

/// Reads a definition; `file` names it in the problems, and its folder is compared with `meta.id`. `has_file` says
/// whether the folder holds a file, by its path inside.
///
/// # Errors
/// Returns every problem of the file, warnings included, when at least one is an error.
pub fn load(file: &Path, bytes: &[u8], has_file: &dyn Fn(&str) -> bool) -> Result<Loaded, Vec<Problem>> {
    let n_bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if n_bytes > LARGEST_FILE {
        let reason = Reason::TooLarge { bytes: n_bytes, limit: LARGEST_FILE };
        return Err(vec![Problem::new(file, 1, "", reason)]);
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
    let files = check_files(&definition, has_file, &mut findings);
    let version_line = definition.version.as_ref().map_or(1, |version| version.line);
    let (assessment, recipes, warnings) = assemble(definition, fingerprint(root.get_ref()), findings)?;
    Ok(Loaded { assessment, text: text.to_owned(), warnings, files, version_line, recipes })
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

/// Checks that the files named are inside the folder and there; a permission, where the licence needs one. Returns
/// those that are there.
fn check_files(definition: &Definition, has_file: &dyn Fn(&str) -> bool, findings: &mut Findings<'_>) -> Vec<String> {
    let mut held = BTreeSet::new();
    let Some(about) = &definition.about else { return Vec::new() };
    let published = about.status == Status::Valid;
    for reference in &definition.files {
        let path = &reference.path.value;
        let inside = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let reason = if !inside || path.contains(['\\', ':']) {
            Reason::PathOutside
        } else if has_file(path) {
            held.insert(path.clone());
            continue;
        } else {
            Reason::MissingFile { path: path.clone(), published }
        };
        findings.note(reference.path.line, reference.key.clone(), reason);
    }
    let permission = ["autorisation.pdf", "autorisation.md", "autorisation.txt"];
    if about.licence == "externe-autorise" && !permission.into_iter().any(has_file) {
        let line = definition.id.as_ref().map_or(1, |id| id.line);
        findings.note(line, "meta.licence", Reason::NoPermission);
    }
    held.into_iter().collect()
}

fn assemble(
    mut definition: Definition,
    content_hash: String,
    mut findings: Findings<'_>,
) -> Result<(Assessment, Recipes, Vec<Problem>), Vec<Problem>> {
    rules::check_items(&definition, &mut findings);
    let scales = rules::scales(&definition, &mut findings);
    let pairs = rules::pairs(&definition, &mut findings);
    let leads = rules::leads(&mut definition, &mut findings);
    wording::check(&definition, &mut findings);

    let file = findings.file().to_owned();
    let mut problems = findings.into_problems();
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    let missing = |key: &str| Problem::new(&file, 1, key, Reason::MissingKey);
    let (Some(id), Some(version), Some(about)) = (&definition.id, &definition.version, definition.about.take()) else {
        problems.push(missing("meta"));
        return Err(problems);
    };
    let frame = Frame {
        edition: Edition { id: AssessmentId(id.value.clone()), version: version.value.clone(), content_hash },
        about,
        instructions: std::mem::take(&mut definition.instructions),
        conduct: definition.conduct,
        access: definition.access,
        quality: QualityRules { pairs, ..std::mem::take(&mut definition.quality) },
        restitution: Restitution {
            warning: std::mem::take(&mut definition.warning),
            questions: std::mem::take(&mut definition.questions),
            leads,
        },
    };
    let content = Content {
        practices: std::mem::take(&mut definition.practices),
        sections: std::mem::take(&mut definition.sections),
        items: definition.items.iter_mut().filter_map(|entry| entry.item.take()).collect(),
        scales,
        adaptive: definition.adaptive.take().map(|rules| rules.value),
    };
    match Assessment::new(frame, content) {
        Ok(assessment) => Ok((assessment, std::mem::take(&mut definition.recipes), problems)),
        Err(defect) => {
            let (line, key) = place_of(&defect, &definition);
            problems.push(Problem::new(&file, line, key, Reason::Defect(defect)));
            Err(problems)
        }
    }
}

/// Returns the line and the key of the part that a defect names.
fn place_of(defect: &Defect, definition: &Definition) -> (usize, String) {
    let item = |name: &String| {
        let entry = definition.items.iter().find(|entry| entry.id.value == *name);
        entry.map(|entry| (entry.id.line, entry.path.clone()))
    };
    let scale = |name: &String| {
        let entry = definition.scales.iter().find(|entry| entry.id.value == *name);
        entry.map(|entry| (entry.id.line, entry.path.clone()))
    };
    let found = match defect {
        Defect::NoItem | Defect::UnbalancedDimension { .. } => None,
        Defect::AdaptiveStop { .. } | Defect::Model(_) => {
            definition.adaptive.as_ref().map(|rules| (rules.line, "adaptatif".to_owned()))
        }
        Defect::DuplicateItem { item: name }
        | Defect::PointCount { item: name, .. }
        | Defect::DuplicatePoint { item: name, .. }
        | Defect::OptionCount { item: name, .. }
        | Defect::DuplicateOption { item: name, .. }
        | Defect::CorrectIsNoOption { item: name, .. }
        | Defect::CorrectIsNoOrder { item: name }
        | Defect::NoDimension { item: name, .. }
        | Defect::DuplicateDimension { item: name, .. }
        | Defect::IncompletePoints { item: name }
        | Defect::EmptyBounds { item: name }
        | Defect::DuplicateElement { item: name, .. }
        | Defect::UnknownElement { item: name, .. }
        | Defect::GoalAtStart { item: name }
        | Defect::SectionOrder { item: name }
        | Defect::LateCondition { item: name, .. }
        | Defect::NoModel { item: name }
        | Defect::UnknownArea { item: name, .. } => item(name),
        Defect::DuplicateScale { scale: name }
        | Defect::NoKey { scale: name }
        | Defect::UnknownKey { scale: name, .. }
        | Defect::DuplicateKey { scale: name, .. }
        | Defect::TrainingKeyed { scale: name, .. }
        | Defect::MethodMismatch { scale: name, .. }
        | Defect::DifferenceMismatch { scale: name }
        | Defect::MinimumAnswered { scale: name, .. }
        | Defect::BoundsMismatch { scale: name, .. }
        | Defect::BandsWithoutScore { scale: name }
        | Defect::MetricWithoutNorm { scale: name }
        | Defect::BandGap { scale: name, .. }
        | Defect::BandCover { scale: name }
        | Defect::UnknownPair { scale: name, .. } => scale(name),
    };
    found.unwrap_or_else(|| (definition.items.first().map_or(1, |entry| entry.id.line), "items".to_owned()))
}

impl Loaded {
    /// Makes every generated item and returns the recipes that make none, with their keys and lines.
    ///
    /// It takes a millisecond an item: an author asks for it, a start of the program does not.
    pub fn impossible_recipes(&self, file: &Path) -> Vec<Problem> {
        let impossible = |(key, recipe): &(String, Placed<Generated>)| {
            let made = recipe.value.recipe.make();
            made.is_err().then(|| Problem::new(file, recipe.line, key.clone(), Reason::ImpossibleRecipe))
        };
        self.recipes.iter().filter_map(impossible).collect()
    }
}
