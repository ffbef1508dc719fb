//! `generateur = { nom, graine, radicaux }`: which item a recipe makes.

use crate::catalog::reader::text;
use crate::catalog::recipe::{
    ARMS, ATTRIBUTES, AXES, CEILINGS, DISPLAYS, FOILS, FOLDS, GROUPINGS, KINDS, LENGTHS, LEVELS, LINE_COUNTS, NAMES,
    Name, OPTION_COUNTS, PIECES, PLACES, PUNCHES, QUANTITIES, RULES, SIDES, TURNS,
};
use crate::domain::assessment::Generated;
use crate::domain::definition_check::Reason;
use crate::domain::generate::matrices::cell::Attribute;
use crate::domain::generate::matrices::rule::{Rule, Step};
use crate::domain::generate::{Radicals, Recipe, counting, dashboard, folding, matrices, rotations, series};

use super::super::{Definition, Findings, Placed, TableReader};
use super::ItemType;

/// How an option names a picture that the generator draws.
pub const DRAWN: &str = "gen:";

pub fn read(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Placed<Generated>> {
    let mut generator = table.table("generateur", findings)?;
    let line = generator.line();
    let name = generator.one_of("nom", &NAMES, findings);
    let name = generator.require("nom", name, findings);
    let seed = generator.whole("graine", (0, u32::MAX), findings);
    let seed = generator.require("graine", seed, findings);
    let per_sitting = generator.yes_no("par_passation", findings).is_some_and(|yes| yes.value);
    let path = generator.key("radicaux");
    let written = generator.table("radicaux", findings);
    generator.finish(findings);
    let mut radicals = written.unwrap_or_else(|| TableReader::empty(path, line));
    let read = match name?.value {
        Name::Matrix => read_matrix(&mut radicals, findings),
        Name::Series => read_series(&mut radicals, findings),
        Name::Solid => read_solid(&mut radicals, findings),
        Name::Flat => read_flat(&mut radicals, findings),
        Name::Folding => read_folding(&mut radicals, findings),
        Name::Counting => read_counting(&mut radicals, findings),
        Name::Dashboard => read_dashboard(&mut radicals, findings),
    };
    radicals.finish(findings);
    let recipe = Recipe { seed: u64::from(seed?.value), radicals: read? };
    Some(Placed { value: Generated { recipe, per_sitting }, line })
}

/// Checks the item's type against what the generator makes, and what is written beside it.
pub fn check_type(
    table: &mut TableReader<'_>,
    generated: &Placed<Generated>,
    named: ItemType,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) {
    let radicals = &generated.value.recipe.radicals;
    let drawn = matches!(radicals, Radicals::Rotation(_) | Radicals::Folding(_));
    let fits = named == item_type(radicals) || (drawn && named == ItemType::ImageChoice);
    if !fits {
        findings.note(generated.line, table.key("type"), Reason::GeneratorType);
    }
    // The options and their right one are the generator's; those written name its pictures and are left.
    if table.has("options") || table.has("correct") {
        findings.note(generated.line, table.key("generateur"), Reason::GeneratedOptions);
    }
    table.accept(&["options", "correct"]);
    definition.recipes.push((table.key("generateur"), generated.clone()));
}

/// Returns the type of the items that these radicals make.
pub fn item_type(radicals: &Radicals) -> ItemType {
    match radicals {
        Radicals::Matrix(_) => ItemType::Matrix,
        Radicals::Series(_) | Radicals::Counting(_) => ItemType::Number,
        Radicals::Rotation(_) | Radicals::Folding(_) => ItemType::SingleChoice,
        Radicals::Dashboard(radicals) => match radicals.level {
            dashboard::Level::ReadCell | dashboard::Level::TwoSteps => ItemType::Number,
            dashboard::Level::CompareTwo | dashboard::Level::Trend | dashboard::Level::Threshold => {
                ItemType::SingleChoice
            }
        },
    }
}

/// Reads a radical that is one of some words; the first one where it is absent.
fn word<T: Copy, const N: usize>(
    table: &mut TableReader<'_>,
    key: &'static str,
    list: [(&str, T); N],
    findings: &mut Findings<'_>,
) -> Option<T> {
    if !table.has(key) {
        table.accept(&[key]);
        return list.first().map(|(_, meaning)| *meaning);
    }
    table.one_of(key, &list, findings).map(|found| found.value)
}

/// Reads a radical that is one of some numbers: the nearest one, with a warning, where another is written.
fn nearest<T: Copy, const N: usize>(
    table: &mut TableReader<'_>,
    key: &'static str,
    list: [(u32, T); N],
    findings: &mut Findings<'_>,
) -> Option<T> {
    if !table.has(key) {
        table.accept(&[key]);
        return list.first().map(|(_, meaning)| *meaning);
    }
    let found = table.whole(key, (0, 10_000), findings)?;
    let (used, meaning) = list.into_iter().min_by_key(|(number, _)| number.abs_diff(found.value))?;
    if used != found.value {
        findings.note(found.line, table.key(key), Reason::NearestRadical { found: found.value, used });
    }
    Some(meaning)
}

fn yes(table: &mut TableReader<'_>, key: &'static str, findings: &mut Findings<'_>) -> bool {
    table.yes_no(key, findings).is_some_and(|yes| yes.value)
}

fn read_matrix(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let side = nearest(table, "taille", SIDES, findings);
    let written = table.whole("options", (4, 8), findings);
    let options = match &written {
        Some(found) => match OPTION_COUNTS.iter().find(|(n, _)| *n == found.value) {
            Some((_, count)) => Some(*count),
            None => {
                findings.note(found.line, table.key("options"), Reason::MatrixOptions { n: found.value });
                None
            }
        },
        None => (!table.has("options")).then_some(matrices::OptionCount::Eight),
    };
    let key = table.key("regles");
    let rules = table.list("regles", findings, |value| {
        let written = text(value)?;
        rule(&written).ok_or(Reason::UnknownRule { found: written })
    });
    let rules = table.require("regles", rules, findings)?;
    let line = rules.line;
    let rules = rules.value.into_iter().map(|rule| rule.value).collect();
    match matrices::Radicals::new(side?, rules, options?) {
        Ok(radicals) => Some(Radicals::Matrix(radicals)),
        Err(_) => {
            findings.note(line, key, Reason::RulesContradict);
            None
        }
    }
}

/// Reads `progression:nombre`.
fn rule(written: &str) -> Option<(Attribute, Rule)> {
    let (rule, attribute) = written.split_once(':')?;
    let rule = match rule.trim() {
        "progression+1" => Rule::Progression(Step::UpOne),
        rule => meaning(&RULES, rule)?,
    };
    Some((meaning(&ATTRIBUTES, attribute.trim())?, rule))
}

fn meaning<T: Copy>(table: &[(&str, T)], written: &str) -> Option<T> {
    table.iter().find(|(word, _)| *word == written).map(|(_, meaning)| *meaning)
}

fn read_series(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let kind = word(table, "operateur", KINDS, findings);
    let shown = nearest(table, "longueur", LENGTHS, findings);
    let ceiling = nearest(table, "plafond", CEILINGS, findings);
    Some(Radicals::Series(series::Radicals { kind: kind?, shown: shown?, ceiling: ceiling? }))
}

fn read_flat(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let piece = nearest(table, "carres", PIECES, findings);
    let turn = nearest(table, "angle", TURNS, findings);
    Some(Radicals::Rotation(rotations::Radicals::Flat { piece: piece?, turn: turn? }))
}

fn read_solid(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let arms = nearest(table, "bras", ARMS, findings);
    let axis = word(table, "axe", AXES, findings);
    let turn = nearest(table, "angle", TURNS, findings);
    let foils = word(table, "leurres", FOILS, findings);
    Some(Radicals::Rotation(rotations::Radicals::Solid { arms: arms?, axis: axis?, turn: turn?, foils: foils? }))
}

fn read_folding(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use folding::Creases;
    let folds = nearest(table, "plis", FOLDS, findings);
    let creases = if yes(table, "diagonale", findings) { Creases::Diagonal } else { Creases::Straight };
    let punches = nearest(table, "trous", PUNCHES, findings);
    let place = word(table, "place", PLACES, findings);
    Some(Radicals::Folding(folding::Radicals { folds: folds?, creases, punches: punches?, place: place? }))
}

fn read_counting(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use counting::Overlap;
    let quantity = word(table, "quantite", QUANTITIES, findings);
    let grouping = word(table, "groupement", GROUPINGS, findings);
    let overlap = if yes(table, "chevauchement", findings) { Overlap::Touching } else { Overlap::Apart };
    Some(Radicals::Counting(counting::Radicals { quantity: quantity?, grouping: grouping?, overlap }))
}

fn read_dashboard(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let level = word(table, "niveau", LEVELS, findings);
    let lines = nearest(table, "lignes", LINE_COUNTS, findings);
    let display = word(table, "affichage", DISPLAYS, findings);
    Some(Radicals::Dashboard(dashboard::Radicals { level: level?, lines: lines?, display: display? }))
}
