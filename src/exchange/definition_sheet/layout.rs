//! The sheets of the template, from `assets/template.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::fold::plain_letters;

const EMBEDDED: &str = include_str!("../../../assets/template.toml");

// Constant data, not state: the embedded description, parsed on first use. A test holds that it can be read.
static LAYOUT: LazyLock<Layout> = LazyLock::new(|| toml::from_str(EMBEDDED).unwrap_or_default());

/// Returns the sheets of the template.
pub fn layout() -> &'static Layout {
    &LAYOUT
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    #[serde(rename = "carte")]
    pub card: Form,
    #[serde(rename = "consignes")]
    pub instructions: Form,
    #[serde(rename = "reponses")]
    pub answers: Grid,
    pub questions: Grid,
    #[serde(rename = "echelles")]
    pub scales: Grid,
    #[serde(rename = "bandes")]
    pub bands: Grid,
}

/// A sheet of names and values, one a line.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "colonnes")]
    pub titles: [String; 3],
    #[serde(rename = "lignes")]
    pub lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    #[serde(rename = "titre")]
    pub title: String,
    /// Where the value goes: `meta.titre`.
    #[serde(rename = "cle")]
    pub key: String,
    #[serde(rename = "sorte")]
    pub sort: Sort,
    #[serde(rename = "exemple")]
    pub example: String,
    pub note: String,
    #[serde(default, rename = "choix")]
    pub choices: Vec<String>,
}

/// A sheet whose lines are alike.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    #[serde(rename = "nom")]
    pub name: String,
    pub note: String,
    #[serde(rename = "colonnes")]
    pub columns: Vec<Column>,
    #[serde(rename = "exemples")]
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "cle")]
    pub key: String,
    #[serde(rename = "sorte")]
    pub sort: Sort,
    #[serde(rename = "largeur")]
    pub width: u32,
    #[serde(default)]
    pub note: String,
    #[serde(default, rename = "choix")]
    pub choices: Vec<String>,
}

/// An example line: by column, or by key where most columns stay empty.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Example {
    ByColumn(Vec<String>),
    ByKey(BTreeMap<String, String>),
}

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Sort {
    #[serde(rename = "texte")]
    Text,
    /// One of a closed list, however it is spelled.
    #[serde(rename = "mot")]
    Word,
    #[serde(rename = "nombre")]
    Number,
    #[serde(rename = "entier")]
    Whole,
    #[serde(rename = "oui_non")]
    YesNo,
    /// Texts parted by semicolons or lines.
    #[serde(rename = "liste")]
    List,
    /// Names of questions parted by commas, each with its sign.
    #[serde(rename = "cles")]
    Keys,
    #[serde(rename = "option")]
    Choice,
    #[serde(rename = "reponse")]
    Correct,
}

impl Example {
    /// Returns the example's value in a column.
    pub fn value<'e>(&'e self, grid: &Grid, key: &str) -> &'e str {
        let found = match self {
            Example::ByColumn(values) => {
                let index = grid.columns.iter().position(|column| column.key == key);
                index.and_then(|index| values.get(index))
            }
            Example::ByKey(values) => values.get(key),
        };
        found.map_or("", String::as_str)
    }
}

/// Returns a title as it is compared: without case, accents, spaces or signs.
pub fn folded(title: &str) -> String {
    plain_letters(title).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_description_can_be_read() {
        let layout: Layout = toml::from_str(EMBEDDED).unwrap();
        assert_eq!(layout.questions.columns.len(), 33);
        for grid in [&layout.answers, &layout.questions, &layout.scales, &layout.bands] {
            for example in &grid.examples {
                match example {
                    Example::ByColumn(values) => assert_eq!(values.len(), grid.columns.len(), "{}", grid.name),
                    Example::ByKey(values) => {
                        let known = |key: &String| grid.columns.iter().any(|column| column.key == *key);
                        assert!(values.keys().all(known), "{}", grid.name);
                    }
                }
            }
        }
    }

    #[test]
    fn no_two_titles_of_a_sheet_are_alike() {
        let layout = layout();
        for form in [&layout.card, &layout.instructions] {
            let mut titles: Vec<String> = form.lines.iter().map(|line| folded(&line.title)).collect();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), form.lines.len(), "{}", form.name);
        }
        for grid in [&layout.answers, &layout.questions, &layout.scales, &layout.bands] {
            let mut titles: Vec<String> = grid.columns.iter().map(|column| folded(&column.title)).collect();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), grid.columns.len(), "{}", grid.name);
        }
    }
}
