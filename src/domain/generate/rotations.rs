//! Mental rotation: find the object again among others, turned.
//!
//! Objects are the chains of cubes of Shepard & Metzler (1971, *Science* 171), or flat pieces of four or five squares
//! for a gentler start. The four options cross hand and structure — the object, its mirror image, another object, the
//! mirror image of that one — so that no option is the odd one out and the options alone do not tell the answer. All
//! are turned by the same angle: errors and times grow with it (Ganis & Kievit, 2015, *Journal of Open Psychology
//! Data* 3:e3).

pub mod polycube;
pub mod view;

use polycube::{Cube, Rotation};
use view::{Picture, Seen, View};

use super::draws::Draws;
use super::figure::Degrees;
use super::{Answer, Generator, Refusal, Stem};

/// What makes a rotation harder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Radicals {
    /// A flat piece turned on the page.
    Flat {
        piece: Piece,
        turn: Turn,
    },
    Solid {
        arms: Arms,
        axis: Axis,
        turn: Turn,
        foils: Foils,
    },
}

/// How many squares a flat piece has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    Four,
    Five,
}

/// How many arms an object has; with two, every object is its own mirror image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arms {
    Three,
    Four,
}

/// Around what an object is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// The line of sight: the picture turns on the page.
    PicturePlane,
    /// The upright axis: other faces come into sight.
    Depth,
}

/// By how much, to the left or to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    Forty,
    Eighty,
    HundredTwenty,
    HundredSixty,
}

/// What the wrong options are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Foils {
    /// Three other objects.
    Structure,
    /// The mirror image, another object and its mirror image.
    Mirror,
}

/// The object to find and the options, as objects and views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    pub target: Seen,
    pub options: Vec<Seen>,
    pub right: usize,
}

const TRIES: u32 = 400;

/// Draws an object and its options: all cubes are seen, all pictures differ, one option alone is the same object.
///
/// # Errors
/// Returns [`Refusal::Exhausted`] when no draw satisfies that.
pub fn generate(seed: u64, radicals: &Radicals) -> Result<Rotated, Refusal> {
    let mut draws = Draws::new(seed, Generator::Rotations);
    (0..TRIES)
        .find_map(|_| match *radicals {
            Radicals::Flat { piece, turn } => flat(&mut draws, piece, turn),
            Radicals::Solid { arms, axis, turn, foils } => solid(&mut draws, arms, (axis, turn), foils),
        })
        .ok_or(Refusal::Exhausted(Generator::Rotations))
}

impl Rotated {
    fn extent(&self) -> i32 {
        self.options.iter().chain([&self.target]).map(Seen::extent).max().unwrap_or(1)
    }

    pub(super) fn drawn(self) -> (Stem, Answer) {
        let whole = self.extent();
        let options = self.options.iter().map(|option| option.draw(whole)).collect();
        (Stem::Rotation(self.target.draw(whole)), Answer::Figure { options, right: self.right })
    }

    /// Shuffles the options, of which the first is right, if all the pictures can be told apart.
    fn of(draws: &mut Draws, target: Seen, options: Vec<Seen>) -> Option<Self> {
        let mut rotated = Self { target, options, right: 0 };
        let whole = rotated.extent();
        let pictures: Vec<Picture> =
            rotated.options.iter().chain([&rotated.target]).map(|seen| seen.painted(whole)).collect();
        let apart = |(index, picture): (usize, &Picture)| {
            pictures.iter().skip(index + 1).all(|other| picture.differs_from(other))
        };
        let told_apart = pictures.iter().enumerate().all(apart);
        rotated.right = draws.shuffle_options(&mut rotated.options);
        told_apart.then_some(rotated)
    }
}

impl Turn {
    pub fn degrees(self) -> i32 {
        match self {
            Turn::Forty => 40,
            Turn::Eighty => 80,
            Turn::HundredTwenty => 120,
            Turn::HundredSixty => 160,
        }
    }

    fn signed(self, draws: &mut Draws) -> i32 {
        if draws.coin() { self.degrees() } else { -self.degrees() }
    }
}

impl Radicals {
    /// Prior weights: the angle (linear, as times are), the object's size, turning in depth, mirror images.
    pub fn prior_difficulty(&self) -> f64 {
        match *self {
            Radicals::Flat { piece, turn } => {
                let piece = if piece == Piece::Five { 0.5 } else { 0.0 };
                -2.0 + piece + 0.008 * f64::from(turn.degrees())
            }
            Radicals::Solid { arms, axis, turn, foils } => {
                let arms = if arms == Arms::Four { 0.4 } else { 0.0 };
                let axis = if axis == Axis::Depth { 0.5 } else { 0.0 };
                let foils = if foils == Foils::Mirror { 0.8 } else { 0.0 };
                -1.2 + arms + axis + foils + 0.008 * f64::from(turn.degrees())
            }
        }
    }
}

impl Arms {
    fn n(self) -> usize {
        match self {
            Arms::Three => 3,
            Arms::Four => 4,
        }
    }
}

/// Flat pieces that differ from their mirror image and have no symmetry: L; F, L, N, P and Y.
const TETROMINO: &[[i32; 2]] = &[[0, 0], [0, 1], [0, 2], [1, 0]];
/// The piece in two steps, only ever a foil.
const STEPPED: &[[i32; 2]] = &[[0, 0], [1, 0], [1, 1], [2, 1]];
const PENTOMINOES: [&[[i32; 2]]; 5] = [
    &[[1, 0], [1, 1], [1, 2], [2, 2], [0, 1]],
    &[[0, 0], [0, 1], [0, 2], [0, 3], [1, 0]],
    &[[0, 0], [0, 1], [1, 1], [1, 2], [1, 3]],
    &[[0, 0], [0, 1], [0, 2], [1, 1], [1, 2]],
    &[[0, 0], [0, 1], [0, 2], [0, 3], [1, 2]],
];

fn flat(draws: &mut Draws, piece: Piece, turn: Turn) -> Option<Rotated> {
    let [one, other] = match piece {
        Piece::Four => [TETROMINO, STEPPED],
        Piece::Five => {
            let mut pieces = PENTOMINOES;
            draws.shuffle(&mut pieces);
            let [one, other, ..] = pieces;
            [one, other]
        }
    };
    let laid = |squares: &[[i32; 2]]| -> Vec<Cube> { squares.iter().map(|&[x, y]| [x, y, 0]).collect() };
    let (mut object, foil) = (laid(one), laid(other));
    if draws.coin() {
        object = polycube::mirrored(&object);
    }
    let start = Degrees::new(30 * draws.between(0, 11));
    let seen = |cubes: Vec<Cube>, by: i32| Seen { cubes, view: View::Above { spin: start.plus(by) } };
    let (mirror, foil_mirror) = (polycube::mirrored(&object), polycube::mirrored(&foil));
    let options = [object.clone(), mirror, foil, foil_mirror].map(|cubes| seen(cubes, turn.signed(draws))).to_vec();
    Rotated::of(draws, seen(object, 0), options)
}

fn solid(draws: &mut Draws, arms: Arms, turning: (Axis, Turn), foils: Foils) -> Option<Rotated> {
    let rotations = polycube::rotations();
    let object = asymmetric_chain(draws, arms)?;
    let (target, right) = target_and_right(draws, &rotations, &object, turning)?;
    let others = match foils {
        Foils::Mirror => {
            let foil = other_chain(draws, arms, &[&object])?;
            vec![polycube::mirrored(&object), polycube::mirrored(&foil), foil]
        }
        Foils::Structure => {
            let mut others: Vec<Vec<Cube>> = Vec::new();
            while others.len() < 3 {
                let known: Vec<&Vec<Cube>> = [&object].into_iter().chain(&others).collect();
                let other = other_chain(draws, arms, &known)?;
                others.push(other);
            }
            others
        }
    };
    let mut options = vec![right];
    for other in others {
        options.push(any_view(draws, &rotations, &other, turning)?);
    }
    Rotated::of(draws, target, options)
}

/// Draws a chain with a hand and without symmetry, of six cubes at least.
fn asymmetric_chain(draws: &mut Draws, arms: Arms) -> Option<Vec<Cube>> {
    let suits = |cubes: &Vec<Cube>| cubes.len() >= 6 && polycube::is_chiral(cubes) && !polycube::is_symmetric(cubes);
    (0..100).find_map(|_| polycube::chain(draws, arms.n()).filter(suits))
}

/// Draws a chain about as long as the known ones, which is none of them nor the mirror image of one.
fn other_chain(draws: &mut Draws, arms: Arms, known: &[&Vec<Cube>]) -> Option<Vec<Cube>> {
    let is_other = |cubes: &Vec<Cube>| {
        let mirror = polycube::mirrored(cubes);
        known.iter().all(|other| {
            other.len().abs_diff(cubes.len()) <= 1
                && !polycube::is_same_object(cubes, other)
                && !polycube::is_same_object(&mirror, other)
        })
    };
    (0..50).find_map(|_| asymmetric_chain(draws, arms).filter(is_other))
}

/// Finds a side from which all cubes are seen before and after the turn.
fn target_and_right(
    draws: &mut Draws,
    rotations: &[Rotation],
    object: &[Cube],
    turning: (Axis, Turn),
) -> Option<(Seen, Seen)> {
    (0..40).find_map(|_| {
        let before = oriented(draws, rotations, object)?;
        let after = after_turn(draws, &before, turning)?;
        (shows_all(&before) && shows_all(&after)).then_some((before, after))
    })
}

/// Finds a side from which all cubes of a foil are seen.
fn any_view(draws: &mut Draws, rotations: &[Rotation], object: &[Cube], turning: (Axis, Turn)) -> Option<Seen> {
    (0..40).find_map(|_| {
        let before = oriented(draws, rotations, object)?;
        after_turn(draws, &before, turning).filter(shows_all)
    })
}

/// Draws an orientation; the azimuth never looks straight at a face.
fn oriented(draws: &mut Draws, rotations: &[Rotation], object: &[Cube]) -> Option<Seen> {
    let rotation = draws.pick(rotations)?;
    let azimuth = Degrees::new(90 * draws.between(0, 3) + 10 * draws.between(2, 7));
    let view = View::Oblique { azimuth, spin: Degrees::new(0) };
    Some(Seen { cubes: polycube::turned(object, &rotation), view })
}

/// Turns the view; `None` when a turn in depth would look straight at a face.
fn after_turn(draws: &mut Draws, before: &Seen, (axis, turn): (Axis, Turn)) -> Option<Seen> {
    let View::Oblique { azimuth, spin } = before.view else { return None };
    let by = turn.signed(draws);
    let view = match axis {
        Axis::PicturePlane => View::Oblique { azimuth, spin: spin.plus(by) },
        Axis::Depth => View::Oblique { azimuth: azimuth.plus(by), spin },
    };
    let View::Oblique { azimuth, .. } = view else { return None };
    let aslant = (20..=70).contains(&(azimuth.get() % 90));
    aslant.then(|| Seen { cubes: before.cubes.clone(), view })
}

fn shows_all(seen: &Seen) -> bool {
    seen.painted(seen.extent()).shows_every_cube()
}

#[cfg(test)]
mod tests;
