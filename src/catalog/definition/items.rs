//! `[[reponses.…]]`, `[pratique]` and `[[items]]`: what is common to all kinds of items.

mod choices;
mod condition;
mod generator;
mod task;

use toml::de::DeValue;

use crate::catalog::reader::{number, tables_of};
use crate::domain::assessment::{
    Choice, Defect, Face, Image, Item, ItemId, ItemKind, ItemModel, LONGEST_TEXT, Material, Point, Practice, TimeLimit,
    check_item,
};
use crate::domain::definition_check::Reason;

use super::{AnswerScales, Definition, FileReference, Findings, ItemEntry, Placed, ReadingSort, TableReader};

#[derive(Clone, Copy, PartialEq, Eq)]
enum ItemType {
    Likert,
    SingleChoice,
    MultipleChoice,
    MostLeast,
    Number,
    Order,
    Matrix,
    ImageChoice,
    FreeText,
    Observation,
    Measure,
    Information,
    Task,
}

const ITEM_TYPES: [(&str, ItemType); 13] = [
    ("likert", ItemType::Likert),
    ("choix_unique", ItemType::SingleChoice),
    ("choix_multiple", ItemType::MultipleChoice),
    ("plus_moins", ItemType::MostLeast),
    ("nombre", ItemType::Number),
    ("ordre", ItemType::Order),
    ("matrice", ItemType::Matrix),
    ("choix_image", ItemType::ImageChoice),
    ("texte_libre", ItemType::FreeText),
    ("observation", ItemType::Observation),
    ("mesure", ItemType::Measure),
    ("information", ItemType::Information),
    ("tache", ItemType::Task),
];

/// Returns the word of the file for the item's type.
pub fn type_word(item: &Item) -> &'static str {
    let pictures = |options: &[Choice]| options.iter().any(|option| matches!(option.face, Face::Image { .. }));
    let item_type = match &item.kind {
        ItemKind::Likert { by_observer: true, .. } => ItemType::Observation,
        ItemKind::Likert { .. } => ItemType::Likert,
        ItemKind::SingleChoice { options, .. } if pictures(options) => ItemType::ImageChoice,
        ItemKind::SingleChoice { .. } => ItemType::SingleChoice,
        ItemKind::MultipleChoice { .. } => ItemType::MultipleChoice,
        ItemKind::MostLeast { .. } => ItemType::MostLeast,
        ItemKind::Number { .. } => ItemType::Number,
        ItemKind::Order { .. } => ItemType::Order,
        ItemKind::FreeText { .. } => ItemType::FreeText,
        ItemKind::Measure { .. } => ItemType::Measure,
        ItemKind::Information => ItemType::Information,
        ItemKind::Task(_) => ItemType::Task,
        ItemKind::Generated(generated) => generator::item_type(&generated.recipe.radicals),
    };
    ITEM_TYPES.iter().find(|(_, listed)| *listed == item_type).map(|(word, _)| *word).unwrap_or_default()
}

/// What a number may be where the item does not say.
const NUMBER_BOUNDS: (f64, f64) = (0.0, 999_999.0);

/// Keys that belong to one type of item or another: read where they belong, known elsewhere.
const TYPE_KEYS: [&str; 15] = [
    "reponses",
    "options",
    "correct",
    "tolerance",
    "unite",
    "min",
    "max",
    "bareme",
    "melanger",
    "longueur_max",
    "generateur",
    "logiciel",
    "depart",
    "vues",
    "reussite",
];

pub fn read_answer_scales(table: Option<&TableReader<'_>>, findings: &mut Findings<'_>) -> AnswerScales {
    let mut scales = AnswerScales::new();
    for (name, list) in table.into_iter().flat_map(TableReader::entries) {
        let path = format!("reponses.{name}");
        let rows = tables_of(list, &path, findings);
        let line = rows.first().map_or_else(|| findings.line_at(list.span().start), TableReader::line);
        let n_rows = rows.len();
        let points: Vec<Point> = rows.into_iter().filter_map(|row| read_point(row, findings)).collect();
        let complete = points.len() == n_rows;
        let checked = check_kind(name, ItemKind::Likert { points: points.clone(), by_observer: false });
        if complete && let Err(defect) = &checked {
            findings.note(line, path, Reason::Defect(defect.clone()));
        }
        scales.insert(name.to_owned(), (complete && checked.is_ok()).then_some(points));
    }
    scales
}

fn read_point(mut row: TableReader<'_>, findings: &mut Findings<'_>) -> Option<Point> {
    let value = row.number("valeur", findings);
    let value = row.require("valeur", value, findings);
    let label = row.text("libelle", findings);
    let label = row.require("libelle", label, findings);
    let pictogram = row.text("pictogramme", findings);
    row.accept(&["audio"]);
    row.finish(findings);
    let pictogram = pictogram.map(|name| name.value).unwrap_or_default();
    Some(Point { value: value?.value, label: label?.value, pictogram })
}

pub fn read(
    mut table: TableReader<'_>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) {
    let id = table.text("id", findings);
    let id = table.require("id", id, findings);
    if let Some(id) = &id {
        if !is_item_id(&id.value) {
            findings.note(id.line, table.key("id"), Reason::BadIdentifier { found: id.value.clone() });
        }
        table.rename(format!("items.{}", id.value));
    }
    let id = id.unwrap_or_else(|| Placed { value: String::new(), line: table.line() });
    let path = table.path().to_owned();
    let section = table.text("section", findings);
    let correction = definition.said(&mut table, "correction", ReadingSort::Prose, findings);
    let item = read_question(&mut table, &id, answer_scales, definition, findings);
    table.finish(findings);
    let section = section.and_then(|named| {
        let index = definition.sections.iter().position(|section| section.id == named.value);
        if index.is_none() {
            findings.note(named.line, format!("{path}.section"), Reason::UnknownSection { name: named.value });
        }
        index
    });
    let item = item.map(|item| Item { section, correction: correction.unwrap_or_default(), ..item });
    definition.items.push(ItemEntry { id, path, item });
}

pub fn read_practice(
    mut table: TableReader<'_>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<Practice> {
    let id = Placed { value: "pratique".to_owned(), line: table.line() };
    let item = read_question(&mut table, &id, answer_scales, definition, findings);
    let correction = definition.said(&mut table, "correction", ReadingSort::Prose, findings);
    let correction = table.require("correction", correction, findings);
    table.finish(findings);
    Some(Practice { item: item?, correction: correction? })
}

fn read_question(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<Item> {
    let item_type = table.one_of("type", &ITEM_TYPES, findings);
    let item_type = table.require("type", item_type, findings).map(|found| found.value);
    let statement = definition.said(table, "enonce", ReadingSort::Statement, findings);
    let generated = generator::read(table, findings);
    // A question whose words and answer are written is that question, whatever made it first.
    let is_written = item_type == Some(ItemType::Number) && statement.is_some() && table.has("correct");
    if is_written && let Some(generator) = &generated {
        findings.note(generator.line, table.key("generateur"), Reason::GeneratorNotUsed);
    }
    let kind = match (generated, item_type) {
        (Some(generator), Some(named)) if !is_written => {
            generator::check_type(table, &generator, named, definition, findings);
            Some(ItemKind::Generated(generator.value))
        }
        (_, Some(named)) => read_kind(named, table, id, answer_scales, definition, findings),
        (_, None) => None,
    };
    let statement = match &kind {
        Some(ItemKind::Generated(_)) => Some(statement.unwrap_or_default()),
        // A generator that could not be read would have worded it.
        None if table.has("generateur") => statement,
        _ => table.require("enonce", statement, findings),
    };
    let (material, area) = read_material(table, id, definition, findings);
    let help = definition.said(table, "aide", ReadingSort::Prose, findings).unwrap_or_default();
    let seconds = table.whole("temps_max_s", (5, 900), findings);
    let visible = table.yes_no("temps_visible", findings).is_some_and(|yes| yes.value);
    let needed = table.yes_no("obligatoire", findings).is_none_or(|yes| yes.value);
    let shuffled = table.yes_no("melanger", findings).is_some_and(|yes| yes.value);
    let shown_if = condition::read(table, findings);
    let model = read_model(table, findings);
    table.accept(&["audio"]);
    table.accept_without_effect(&["points"], findings);
    if kind.is_some() {
        table.refuse_misplaced(&TYPE_KEYS, findings);
    } else {
        // The type is noted already; its keys would only bring more of the same.
        table.accept(&TYPE_KEYS);
    }
    let item = Item {
        id: ItemId(id.value.clone()),
        material,
        statement: statement?,
        help,
        kind: kind?,
        section: None,
        shown_if,
        time_limit: seconds.map(|seconds| TimeLimit { seconds: seconds.value, visible }),
        optional: !needed,
        shuffled,
        correction: String::new(),
        area,
        model,
    };
    match check_item(&item) {
        Ok(()) => Some(item),
        Err(defect) => {
            findings.note(id.line, table.path(), Reason::Defect(defect));
            None
        }
    }
}

fn read_kind(
    item_type: ItemType,
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    match item_type {
        ItemType::Likert => read_points(table, answer_scales, findings).map(|points| likert(points, false)),
        ItemType::Observation => read_points(table, answer_scales, findings).map(|points| likert(points, true)),
        ItemType::SingleChoice | ItemType::ImageChoice => choices::read_single(table, id, definition, findings),
        ItemType::MultipleChoice => choices::read_multiple(table, id, definition, findings),
        ItemType::MostLeast => choices::read_most_least(table, id, definition, findings),
        ItemType::Order => choices::read_order(table, id, definition, findings),
        ItemType::Number => read_number(table, id, findings),
        ItemType::Measure => {
            let unit = table.text("unite", findings).map(|found| found.value).unwrap_or_default();
            let (min, max, _) = read_bounds(table, &id.value, findings)?;
            Some(ItemKind::Measure { unit, min, max })
        }
        ItemType::FreeText => {
            let longest = table.whole("longueur_max", (1, 5_000), findings);
            Some(ItemKind::FreeText { longest: longest.map_or(LONGEST_TEXT, |found| found.value as usize) })
        }
        ItemType::Information => Some(ItemKind::Information),
        ItemType::Task => task::read(table, findings).map(ItemKind::Task),
        // A matrix exists only by its generator.
        ItemType::Matrix => {
            table.require::<()>("generateur", None, findings);
            None
        }
    }
}

fn likert(points: Vec<Point>, by_observer: bool) -> ItemKind {
    ItemKind::Likert { points, by_observer }
}

fn read_points(
    table: &mut TableReader<'_>,
    answer_scales: &AnswerScales,
    findings: &mut Findings<'_>,
) -> Option<Vec<Point>> {
    let name = table.text("reponses", findings);
    let name = table.require("reponses", name, findings)?;
    match answer_scales.get(&name.value) {
        Some(points) => points.clone(),
        None => {
            findings.note(name.line, table.key("reponses"), Reason::UnknownAnswerScale { name: name.value });
            None
        }
    }
}

/// Reads what stands above the question, and what an adaptive test says it is about.
fn read_material(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> (Material, String) {
    let area = table.text("domaine", findings).map(|found| found.value);
    let content = table.text("contenu", findings);
    let image = read_image(table, definition, findings);
    // An adaptive bank calls "contenu" what an item is about.
    let names_area = |text: &str| definition.areas.iter().any(|area| area.value == text);
    match (content, image) {
        (Some(content), _) if area.is_none() && names_area(&content.value) => (Material::None, content.value),
        (Some(content), None) => {
            definition.documents.push((format!("items.{}.contenu", id.value), content.clone()));
            (Material::Document(content.value), area.unwrap_or_default())
        }
        (Some(content), Some(_)) => {
            findings.note(content.line, table.key("contenu"), Reason::DocumentAndImage);
            (Material::None, area.unwrap_or_default())
        }
        (None, Some(image)) => (Material::Image(image), area.unwrap_or_default()),
        (None, None) => (Material::None, area.unwrap_or_default()),
    }
}

/// Reads `image` with its `alt`; the file is looked for when the folder is known.
fn read_image(table: &mut TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) -> Option<Image> {
    let image = table.text("image", findings);
    let alt = table.text("alt", findings);
    let image = image?;
    let key = table.key("image");
    if image.value.starts_with(generator::DRAWN) {
        return None;
    }
    if alt.is_none() {
        findings.note(image.line, key.clone(), Reason::ImageWithoutAlt);
    }
    definition.files.push(FileReference { key, path: image.clone() });
    Some(Image { path: image.value, alt: alt?.value })
}

fn read_bounds(
    table: &mut TableReader<'_>,
    id: &str,
    findings: &mut Findings<'_>,
) -> Option<(f64, f64, Option<Placed<f64>>)> {
    let lowest = table.number("min", findings);
    let highest = table.number("max", findings);
    let (min, max) = (
        lowest.as_ref().map_or(NUMBER_BOUNDS.0, |found| found.value),
        highest.as_ref().map_or(NUMBER_BOUNDS.1, |found| found.value),
    );
    if min >= max {
        let line = lowest.or(highest).map_or(table.line(), |found| found.line);
        findings.note(line, table.key("min"), Reason::Defect(Defect::EmptyBounds { item: id.to_owned() }));
        return None;
    }
    Some((min, max, lowest))
}

fn read_number(table: &mut TableReader<'_>, id: &Placed<String>, findings: &mut Findings<'_>) -> Option<ItemKind> {
    let tolerance = table.number_within("tolerance", (0.0, f64::MAX), findings).map_or(0.0, |found| found.value);
    let unit = table.text("unite", findings).map(|found| found.value).unwrap_or_default();
    let bounds = read_bounds(table, &id.value, findings);
    let correct = table.list("correct", findings, number);
    let (min, max, _) = bounds?;
    let Some(list) = correct else {
        return (!table.has("correct")).then_some(ItemKind::Number { correct: None, tolerance, unit, min, max });
    };
    let mut sound = true;
    if list.value.len() != 1 {
        findings.note(list.line, table.key("correct"), Reason::RightAnswerCount { n: list.value.len() });
        sound = false;
    }
    for right in &list.value {
        if sound && !(min..=max).contains(&right.value) {
            findings.note(right.line, table.key("correct"), Reason::CorrectOutOfBounds { min, max });
            sound = false;
        }
    }
    let correct = list.value.first().map(|right| right.value);
    sound.then_some(ItemKind::Number { correct, tolerance, unit, min, max })
}

/// Reads the parameters of the item-response model.
fn read_model(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<ItemModel> {
    let mut table = table.table("irt", findings)?;
    let positive = (f64::MIN_POSITIVE, 100.0);
    let a = table.number_within("a", positive, findings);
    let a = table.require("a", a, findings);
    // A list of thresholds belongs to the graded model, which no adaptive test uses.
    let graded = table.is("b", |value| matches!(value, DeValue::Array(_)));
    let b = if graded {
        table.refuse_unsupported(&["b"], findings);
        None
    } else {
        let b = table.number_within("b", (-20.0, 20.0), findings);
        table.require("b", b, findings)
    };
    let c = table.number_within("c", (0.0, 0.5), findings).map_or(0.0, |found| found.value);
    let d = table.number_within("d", (0.5, 1.0), findings).map_or(1.0, |found| found.value);
    let status = table.one_of("statut", &[("prior", false), ("calibre", true)], findings);
    table.whole("n", (1, u32::MAX), findings);
    table.finish(findings);
    Some(ItemModel { a: a?.value, b: b?.value, c, d, calibrated: status.is_some_and(|status| status.value) })
}

/// Checks a way of answering on its own.
fn check_kind(name: &str, kind: ItemKind) -> Result<(), Defect> {
    check_item(&Item::plain(name, "", kind))
}

/// A letter, then letters, digits and underscores, without accents.
fn is_item_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}
