//! The words of a definition file for generators and their radicals: read by `definition/items/generator`, written here.

use crate::domain::generate::Radicals;
use crate::domain::generate::counting::{self, Grouping, Overlap, Quantity};
use crate::domain::generate::dashboard::{self, Display, Level, LineCount};
use crate::domain::generate::folding::{self, Creases, FoldCount, Place, Punches};
use crate::domain::generate::matrices::cell::Attribute;
use crate::domain::generate::matrices::rule::{Rule, Side, Step};
use crate::domain::generate::matrices::{self, OptionCount};
use crate::domain::generate::rotations::{self, Arms, Axis, Foils, Piece, Turn};
use crate::domain::generate::series::{self, Ceiling, Kind, Shown};

/// What the file calls a generator; rotations have two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Matrix,
    Series,
    Solid,
    Flat,
    Folding,
    Counting,
    Dashboard,
}

pub const NAMES: [(&str, Name); 7] = [
    ("matrice", Name::Matrix),
    ("suite_numerique", Name::Series),
    ("rotation_3d", Name::Solid),
    ("rotation_2d", Name::Flat),
    ("pliage", Name::Folding),
    ("denombrement", Name::Counting),
    ("tableau_de_bord", Name::Dashboard),
];

// The first entry of each table is what an absent radical means.

pub const SIDES: [(u32, Side); 2] = [(3, Side::Three), (2, Side::Two)];
/// Six options would show which attributes matter: 4 or 8, and nothing near.
pub const OPTION_COUNTS: [(u32, OptionCount); 2] = [(8, OptionCount::Eight), (4, OptionCount::Four)];
pub const RULES: [(&str, Rule); 10] = [
    ("constante", Rule::RowConstant),
    ("progression", Rule::Progression(Step::UpOne)),
    ("progression+2", Rule::Progression(Step::UpTwo)),
    ("progression-1", Rule::Progression(Step::DownOne)),
    ("progression-2", Rule::Progression(Step::DownTwo)),
    ("carre_latin", Rule::Latin),
    ("addition", Rule::Addition),
    ("ou", Rule::Or),
    ("et", Rule::And),
    ("ou_exclusif", Rule::Xor),
];
pub const ATTRIBUTES: [(&str, Attribute); 6] = [
    ("forme", Attribute::Shape),
    ("taille", Attribute::Size),
    ("trame", Attribute::Fill),
    ("rotation", Attribute::Rotation),
    ("nombre", Attribute::Number),
    ("traits", Attribute::Lines),
];

pub const KINDS: [(&str, Kind); 9] = [
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
pub const LENGTHS: [(u32, Shown); 3] = [(6, Shown::Six), (5, Shown::Five), (7, Shown::Seven)];
pub const CEILINGS: [(u32, Ceiling); 2] = [(100, Ceiling::Hundred), (1000, Ceiling::Thousand)];

pub const TURNS: [(u32, Turn); 4] =
    [(40, Turn::Forty), (80, Turn::Eighty), (120, Turn::HundredTwenty), (160, Turn::HundredSixty)];
pub const PIECES: [(u32, Piece); 2] = [(4, Piece::Four), (5, Piece::Five)];
pub const ARMS: [(u32, Arms); 2] = [(3, Arms::Three), (4, Arms::Four)];
pub const AXES: [(&str, Axis); 2] = [("plan", Axis::PicturePlane), ("profondeur", Axis::Depth)];
pub const FOILS: [(&str, Foils); 2] = [("structure", Foils::Structure), ("miroir", Foils::Mirror)];

pub const FOLDS: [(u32, FoldCount); 3] = [(1, FoldCount::One), (2, FoldCount::Two), (3, FoldCount::Three)];
pub const PUNCHES: [(u32, Punches); 2] = [(1, Punches::One), (2, Punches::Two)];
pub const PLACES: [(&str, Place); 2] = [("libre", Place::Anywhere), ("pres_du_pli", Place::NearCrease)];

pub const QUANTITIES: [(&str, Quantity); 3] =
    [("6-12", Quantity::Few), ("13-29", Quantity::Some), ("30-60", Quantity::Many)];
pub const GROUPINGS: [(&str, Grouping); 3] =
    [("disperse", Grouping::Scattered), ("cinq", Grouping::Fives), ("dix", Grouping::Tens)];

pub const LEVELS: [(&str, Level); 5] = [
    ("lire", Level::ReadCell),
    ("comparer", Level::CompareTwo),
    ("tendance", Level::Trend),
    ("seuil", Level::Threshold),
    ("deux_etapes", Level::TwoSteps),
];
pub const LINE_COUNTS: [(u32, LineCount); 2] = [(4, LineCount::Four), (8, LineCount::Eight)];
pub const DISPLAYS: [(&str, Display); 2] = [("tableau", Display::Table), ("barres", Display::Bars)];

/// Returns the generator's name and the radicals as the file has them: `{ regles = ["progression:nombre"], taille = 2, options = 4 }`.
pub fn written(radicals: &Radicals) -> (&'static str, String) {
    let (name, pairs) = match radicals {
        Radicals::Matrix(radicals) => (Name::Matrix, matrix(radicals)),
        Radicals::Series(radicals) => (Name::Series, series(*radicals)),
        Radicals::Rotation(radicals) => rotation(*radicals),
        Radicals::Folding(radicals) => (Name::Folding, folding(*radicals)),
        Radicals::Dashboard(radicals) => (Name::Dashboard, board(*radicals)),
        Radicals::Counting(radicals) => (Name::Counting, counting(*radicals)),
    };
    (of(&NAMES, name), format!("{{ {} }}", pairs.join(", ")))
}

fn matrix(radicals: &matrices::Radicals) -> Vec<String> {
    let rule =
        |(attribute, rule): &(Attribute, Rule)| format!("\"{}:{}\"", of(&RULES, *rule), of(&ATTRIBUTES, *attribute));
    let rules: Vec<String> = radicals.rules().iter().map(rule).collect();
    let (side, options) = (of(&SIDES, radicals.side()), of(&OPTION_COUNTS, radicals.options()));
    vec![format!("regles = [{}]", rules.join(", ")), format!("taille = {side}"), format!("options = {options}")]
}

fn series(radicals: series::Radicals) -> Vec<String> {
    vec![
        format!("operateur = \"{}\"", of(&KINDS, radicals.kind)),
        format!("longueur = {}", of(&LENGTHS, radicals.shown)),
        format!("plafond = {}", of(&CEILINGS, radicals.ceiling)),
    ]
}

fn rotation(radicals: rotations::Radicals) -> (Name, Vec<String>) {
    match radicals {
        rotations::Radicals::Flat { piece, turn } => {
            (Name::Flat, vec![format!("carres = {}", of(&PIECES, piece)), format!("angle = {}", of(&TURNS, turn))])
        }
        rotations::Radicals::Solid { arms, axis, turn, foils } => (
            Name::Solid,
            vec![
                format!("bras = {}", of(&ARMS, arms)),
                format!("axe = \"{}\"", of(&AXES, axis)),
                format!("angle = {}", of(&TURNS, turn)),
                format!("leurres = \"{}\"", of(&FOILS, foils)),
            ],
        ),
    }
}

fn folding(radicals: folding::Radicals) -> Vec<String> {
    vec![
        format!("plis = {}", of(&FOLDS, radicals.folds)),
        format!("diagonale = {}", radicals.creases == Creases::Diagonal),
        format!("trous = {}", of(&PUNCHES, radicals.punches)),
        format!("place = \"{}\"", of(&PLACES, radicals.place)),
    ]
}

fn counting(radicals: counting::Radicals) -> Vec<String> {
    vec![
        format!("quantite = \"{}\"", of(&QUANTITIES, radicals.quantity)),
        format!("groupement = \"{}\"", of(&GROUPINGS, radicals.grouping)),
        format!("chevauchement = {}", radicals.overlap == Overlap::Touching),
    ]
}

fn board(radicals: dashboard::Radicals) -> Vec<String> {
    vec![
        format!("niveau = \"{}\"", of(&LEVELS, radicals.level)),
        format!("lignes = {}", of(&LINE_COUNTS, radicals.lines)),
        format!("affichage = \"{}\"", of(&DISPLAYS, radicals.display)),
    ]
}

/// Returns what a table writes for a meaning; each table holds all of them.
fn of<W: Copy + Default, T: Copy + PartialEq>(table: &[(W, T)], meaning: T) -> W {
    table.iter().find(|(_, listed)| *listed == meaning).map(|(word, _)| *word).unwrap_or_default()
}
