//! A definition file as it is written: its parts with their lines, read without judging how they fit together.
//!
//! The keys are those of `assessments/README.md`; other keys are refused by name. How parts must fit is in `rules`.

mod course;
mod items;
mod meta;
mod restitution;
mod scales;

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::domain::assessment::{
    About, Access, AdaptiveRules, Assessment, Conduct, Generated, Instructions, Item, JobLead, Key, Method, Norm,
    Point, Practice, QualityRules, Reliability, Section,
};
use crate::domain::definition_check::Reason;

use super::reader::{Findings, Placed, PlacedList, TableReader};

pub use items::type_word;

const FORMAT: &str = "boussole-evaluation/1";

/// What one file says. Parts that could not be read are absent, and noted among the findings.
#[derive(Debug, Default)]
pub struct Definition {
    pub id: Option<Placed<String>>,
    pub version: Option<Placed<String>>,
    pub about: Option<About>,
    pub instructions: Instructions,
    pub conduct: Conduct,
    pub access: Access,
    pub practices: Vec<Practice>,
    pub sections: Vec<Section>,
    /// The areas that an adaptive test balances, known before its items are read.
    pub areas: Vec<Placed<String>>,
    pub adaptive: Option<Placed<AdaptiveRules>>,
    pub items: Vec<ItemEntry>,
    pub scales: Vec<ScaleEntry>,
    pub bands: Vec<BandEntry>,
    /// Whether every band could be read: else holes between bands say nothing.
    pub bands_complete: bool,
    /// The largest norm of each scale.
    pub norms: BTreeMap<String, Norm>,
    pub quality: QualityRules,
    pub pairs: Vec<PairEntry>,
    pub warning: String,
    pub questions: Vec<String>,
    pub leads: Vec<(Placed<String>, JobLead)>,
    pub readings: Vec<Reading>,
    /// The documents shown above questions, with their keys.
    pub documents: Vec<(String, Placed<String>)>,
    pub files: Vec<FileReference>,
    /// Recipes of generated items, with their keys.
    pub recipes: Vec<(String, Placed<Generated>)>,
}

/// A file of the folder that the definition names.
#[derive(Debug)]
pub struct FileReference {
    pub key: String,
    pub path: Placed<String>,
}

/// One `[[items]]`; without `item` when it could not be read, so that keys still find its name.
#[derive(Debug)]
pub struct ItemEntry {
    pub id: Placed<String>,
    pub path: String,
    pub item: Option<Item>,
}

/// One `[[echelles]]`.
#[derive(Debug)]
pub struct ScaleEntry {
    pub id: Placed<String>,
    pub path: String,
    pub title: String,
    pub method: Option<Placed<Method>>,
    pub keys: PlacedList<Key>,
    pub minimum_answered: Placed<f64>,
    pub min: Option<Placed<f64>>,
    pub max: Option<Placed<f64>>,
    pub reliability: Option<Reliability>,
}

/// One `[[restitution.bandes]]`.
#[derive(Debug)]
pub struct BandEntry {
    pub path: String,
    pub scale: Placed<String>,
    pub metric: Placed<Metric>,
    pub min: Placed<f64>,
    pub max: Placed<f64>,
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

/// On which numbers a band's bounds are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// The score itself.
    Raw,
    /// A rank or standard score among other people: needs a norm.
    T,
    Sten,
    PercentileRank,
    /// The ability of an item-response model.
    Theta,
}

/// One pair of `paires_coherence`.
#[derive(Debug)]
pub struct PairEntry {
    pub path: String,
    pub a: Placed<String>,
    pub b: Placed<String>,
    pub reversed: bool,
    pub largest_gap: f64,
}

/// A text that the person reads or hears.
#[derive(Debug)]
pub struct Reading {
    pub key: String,
    pub text: Placed<String>,
    pub sort: ReadingSort,
}

/// Which rules of easy reading a text is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingSort {
    /// The name of the assessment.
    Title,
    /// A question or a sentence to answer.
    Statement,
    /// The words of an option.
    Option,
    /// What is said around the questions.
    Prose,
}

/// Reads the whole file.
pub fn read(root: &DeTable<'_>, findings: &mut Findings<'_>) -> Definition {
    let mut definition = Definition { bands_complete: true, ..Definition::default() };
    let mut file = TableReader::new(root, "", 1);
    let format = file.text("format", findings);
    match file.require("format", format, findings) {
        Some(format) if format.value != FORMAT => {
            findings.note(format.line, "format", Reason::UnknownFormat { found: format.value });
            return definition;
        }
        Some(_) | None => {}
    }

    let meta = file.table("meta", findings);
    if let Some(table) = file.require("meta", meta, findings) {
        meta::read(table, &mut definition, findings);
    }
    let instructions = file.table("consignes", findings);
    if let Some(table) = file.require("consignes", instructions, findings) {
        meta::read_instructions(table, &mut definition, findings);
    }
    if let Some(table) = file.table("passation", findings) {
        definition.conduct = course::read_conduct(table, findings);
    }
    if let Some(table) = file.table("accessibilite", findings) {
        definition.access = course::read_access(table, findings);
    }
    for table in file.tables("sections", findings) {
        course::read_section(table, &mut definition, findings);
    }
    if let Some(table) = file.table("adaptatif", findings) {
        course::read_adaptive(table, &mut definition, findings);
    }
    let answer_scales = items::read_answer_scales(file.table("reponses", findings).as_ref(), findings);
    for table in file.table_or_tables("pratique", findings) {
        let practice = items::read_practice(table, &answer_scales, &mut definition, findings);
        definition.practices.extend(practice);
    }
    for table in file.tables("items", findings) {
        items::read(table, &answer_scales, &mut definition, findings);
    }
    for table in file.tables("echelles", findings) {
        scales::read(table, &mut definition, findings);
    }
    for table in file.tables("normes", findings) {
        scales::read_norm(table, &mut definition, findings);
    }
    for key in ["items", "echelles"] {
        file.require(key, file.has(key).then_some(()), findings);
    }
    if let Some(table) = file.table("validite", findings) {
        restitution::read_quality(table, &mut definition, findings);
    }
    if let Some(table) = file.table("restitution", findings) {
        restitution::read(table, &mut definition, findings);
    }
    file.finish(findings);
    definition
}

/// The points of each answer scale; `None` where one could not be read.
pub type AnswerScales = BTreeMap<String, Option<Vec<Point>>>;

impl Definition {
    /// Keeps a text for the rules of easy reading and returns it.
    fn say(&mut self, key: String, text: Placed<String>, sort: ReadingSort) -> String {
        let said = text.value.clone();
        self.readings.push(Reading { key, text, sort });
        said
    }

    /// Reads an optional text that the person reads.
    fn said(
        &mut self,
        table: &mut TableReader<'_>,
        key: &'static str,
        sort: ReadingSort,
        findings: &mut Findings<'_>,
    ) -> Option<String> {
        let text = table.text(key, findings)?;
        Some(self.say(table.key(key), text, sort))
    }
}

/// Lower-case letters and digits, in groups joined by hyphens: also a folder's name.
pub fn is_slug(id: &str) -> bool {
    id.split('-')
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Reads `1.2.3`.
pub fn version_numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| {
        let canonical = part == "0" || !part.starts_with(['0', '+']);
        part.parse().ok().filter(|_| canonical)
    });
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Some(major)), Some(Some(minor)), Some(Some(patch)), None) => Some([major, minor, patch]),
        _ => None,
    }
}

/// Returns the version of an assessment as numbers that compare.
pub fn version_of(assessment: &Assessment) -> [u32; 3] {
    version_numbers(&assessment.edition.version).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::version_numbers;

    #[test]
    fn a_version_is_three_numbers() {
        assert_eq!(version_numbers("1.10.2"), Some([1, 10, 2]));
        for wrong in ["1.0", "1.0.0.0", "1.0.x", "v1.0.0", "1.02.0", "1.0.-1", "1.+1.0", ""] {
            assert_eq!(version_numbers(wrong), None, "{wrong}");
        }
    }
}
