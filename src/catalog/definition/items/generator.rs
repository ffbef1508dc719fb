//! `generateur = { nom, graine, radicaux }`: which item a recipe makes.

use crate::catalog::reader::text;
use crate::domain::assessment::Generated;
use crate::domain::definition_check::Reason;
use crate::domain::generate::matrices::cell::Attribute;
use crate::domain::generate::matrices::rule::{Rule, Side, Step};
use crate::domain::generate::{Radicals, Recipe, counting, dashboard, folding, matrices, rotations, series};

use super::super::{Definition, Findings, Placed, TableReader};
use super::ItemType;

/// How an option names a picture that the generator draws.
pub const DRAWN: &str = "gen:";

#[derive(Clone, Copy)]
enum Name {
    Matrix,
    Series,
    Solid,
    Flat,
    Folding,
    Counting,
    Dashboard,
}

const NAMES: [(&str, Name); 7] = [
    ("matrice", Name::Matrix),
    ("suite_numerique", Name::Series),
    ("rotation_3d", Name::Solid),
    ("rotation_2d", Name::Flat),
    ("pliage", Name::Folding),
    ("denombrement", Name::Counting),
    ("tableau_de_bord", Name::Dashboard),
];

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
    let fits = match radicals {
        Radicals::Matrix(_) => named == ItemType::Matrix,
        Radicals::Series(_) | Radicals::Counting(_) => named == ItemType::Number,
        Radicals::Rotation(_) | Radicals::Folding(_) => matches!(named, ItemType::SingleChoice | ItemType::ImageChoice),
        Radicals::Dashboard(radicals) => match radicals.level {
            dashboard::Level::ReadCell | dashboard::Level::TwoSteps => named == ItemType::Number,
            dashboard::Level::CompareTwo | dashboard::Level::Trend | dashboard::Level::Threshold => {
                named == ItemType::SingleChoice
            }
        },
    };
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
    let side = nearest(table, "taille", [(3, Side::Three), (2, Side::Two)], findings);
    let counts = [(8, matrices::OptionCount::Eight), (4, matrices::OptionCount::Four)];
    // Six options would show which attributes matter: 4 or 8, and nothing near.
    let written = table.whole("options", (4, 8), findings);
    let options = match &written {
        Some(found) => match counts.iter().find(|(n, _)| *n == found.value) {
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
        "constante" => Rule::RowConstant,
        "progression" | "progression+1" => Rule::Progression(Step::UpOne),
        "progression+2" => Rule::Progression(Step::UpTwo),
        "progression-1" => Rule::Progression(Step::DownOne),
        "progression-2" => Rule::Progression(Step::DownTwo),
        "carre_latin" => Rule::Latin,
        "addition" => Rule::Addition,
        "ou" => Rule::Or,
        "et" => Rule::And,
        "ou_exclusif" => Rule::Xor,
        _ => return None,
    };
    let attribute = match attribute.trim() {
        "forme" => Attribute::Shape,
        "taille" => Attribute::Size,
        "trame" => Attribute::Fill,
        "rotation" => Attribute::Rotation,
        "nombre" => Attribute::Number,
        "traits" => Attribute::Lines,
        _ => return None,
    };
    Some((attribute, rule))
}

fn read_series(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use series::{Ceiling, Kind, Shown};
    let kinds = [
        ("succession", Kind::ConstantDifference),
        ("rapport", Kind::ConstantRatio),
        ("alternance", Kind::AlternateDifference),
        ("croissante", Kind::GrowingDifference),
        ("paquets", Kind::Clusters),
        ("entrelacees", Kind::Interleaved),
        ("fibonacci", Kind::FibonacciLike),
        ("fois_plus", Kind::MultiplyAdd),
        ("operations_alternees", Kind::AlternateOperations),
    ];
    let kind = word(table, "operateur", kinds, findings);
    let shown = nearest(table, "longueur", [(6, Shown::Six), (5, Shown::Five), (7, Shown::Seven)], findings);
    let ceiling = nearest(table, "plafond", [(100, Ceiling::Hundred), (1000, Ceiling::Thousand)], findings);
    Some(Radicals::Series(series::Radicals { kind: kind?, shown: shown?, ceiling: ceiling? }))
}

const TURNS: [(u32, rotations::Turn); 4] = [
    (40, rotations::Turn::Forty),
    (80, rotations::Turn::Eighty),
    (120, rotations::Turn::HundredTwenty),
    (160, rotations::Turn::HundredSixty),
];

fn read_flat(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    let piece = nearest(table, "carres", [(4, rotations::Piece::Four), (5, rotations::Piece::Five)], findings);
    let turn = nearest(table, "angle", TURNS, findings);
    Some(Radicals::Rotation(rotations::Radicals::Flat { piece: piece?, turn: turn? }))
}

fn read_solid(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use rotations::{Arms, Axis, Foils};
    let arms = nearest(table, "bras", [(3, Arms::Three), (4, Arms::Four)], findings);
    let axis = word(table, "axe", [("plan", Axis::PicturePlane), ("profondeur", Axis::Depth)], findings);
    let turn = nearest(table, "angle", TURNS, findings);
    let foils = word(table, "leurres", [("structure", Foils::Structure), ("miroir", Foils::Mirror)], findings);
    Some(Radicals::Rotation(rotations::Radicals::Solid { arms: arms?, axis: axis?, turn: turn?, foils: foils? }))
}

fn read_folding(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use folding::{Creases, FoldCount, Place, Punches};
    let counts = [(1, FoldCount::One), (2, FoldCount::Two), (3, FoldCount::Three)];
    let folds = nearest(table, "plis", counts, findings);
    let creases = if yes(table, "diagonale", findings) { Creases::Diagonal } else { Creases::Straight };
    let punches = nearest(table, "trous", [(1, Punches::One), (2, Punches::Two)], findings);
    let place = word(table, "place", [("libre", Place::Anywhere), ("pres_du_pli", Place::NearCrease)], findings);
    Some(Radicals::Folding(folding::Radicals { folds: folds?, creases, punches: punches?, place: place? }))
}

fn read_counting(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use counting::{Grouping, Overlap, Quantity};
    let quantities = [("6-12", Quantity::Few), ("13-29", Quantity::Some), ("30-60", Quantity::Many)];
    let quantity = word(table, "quantite", quantities, findings);
    let groupings = [("disperse", Grouping::Scattered), ("cinq", Grouping::Fives), ("dix", Grouping::Tens)];
    let grouping = word(table, "groupement", groupings, findings);
    let overlap = if yes(table, "chevauchement", findings) { Overlap::Touching } else { Overlap::Apart };
    Some(Radicals::Counting(counting::Radicals { quantity: quantity?, grouping: grouping?, overlap }))
}

fn read_dashboard(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Radicals> {
    use dashboard::{Display, Level, LineCount};
    let levels = [
        ("lire", Level::ReadCell),
        ("comparer", Level::CompareTwo),
        ("tendance", Level::Trend),
        ("seuil", Level::Threshold),
        ("deux_etapes", Level::TwoSteps),
    ];
    let level = word(table, "niveau", levels, findings);
    let lines = nearest(table, "lignes", [(4, LineCount::Four), (8, LineCount::Eight)], findings);
    let display = word(table, "affichage", [("tableau", Display::Table), ("barres", Display::Bars)], findings);
    Some(Radicals::Dashboard(dashboard::Radicals { level: level?, lines: lines?, display: display? }))
}
