//! What a cell of a matrix holds: six attributes, each a whole number in its own range.

use crate::domain::generate::draws::Draws;

/// Something that rules may change from cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    Shape,
    Size,
    Fill,
    Rotation,
    Number,
    /// The layer of lines laid over the objects: one bit per line.
    Lines,
}

impl Attribute {
    pub const ALL: [Attribute; 6] =
        [Attribute::Shape, Attribute::Size, Attribute::Fill, Attribute::Rotation, Attribute::Number, Attribute::Lines];

    /// Returns the smallest and the largest value.
    pub fn bounds(self) -> (i32, i32) {
        match self {
            Attribute::Shape => (0, 5),
            Attribute::Size => (0, 3),
            Attribute::Fill => (0, 4),
            Attribute::Rotation => (0, 7),
            Attribute::Number => (1, 9),
            Attribute::Lines => (0, (1 << N_LINES) - 1),
        }
    }

    pub fn holds(self, value: i32) -> bool {
        let (low, high) = self.bounds();
        (low..=high).contains(&value)
    }

    /// Returns whether values follow each other visibly, so that a progression can be seen.
    pub fn is_ordered(self) -> bool {
        match self {
            Attribute::Size | Attribute::Fill | Attribute::Rotation | Attribute::Number => true,
            Attribute::Shape | Attribute::Lines => false,
        }
    }

    /// Returns the number after which values begin again, if they do.
    pub fn cycle(self) -> Option<i32> {
        (self == Attribute::Rotation).then_some(8)
    }

    /// Adds a step to a value, around the cycle if there is one.
    pub fn step(self, value: i32, by: i32) -> i32 {
        self.cycle().map_or(value + by, |cycle| (value + by).rem_euclid(cycle))
    }

    pub fn draw(self, draws: &mut Draws) -> i32 {
        let (low, high) = self.bounds();
        draws.between(low, high)
    }
}

/// How many lines the layer may have.
pub const N_LINES: u32 = 8;

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cell {
    shape: i32,
    size: i32,
    fill: i32,
    rotation: i32,
    number: i32,
    lines: i32,
}

impl Cell {
    pub fn get(&self, attribute: Attribute) -> i32 {
        match attribute {
            Attribute::Shape => self.shape,
            Attribute::Size => self.size,
            Attribute::Fill => self.fill,
            Attribute::Rotation => self.rotation,
            Attribute::Number => self.number,
            Attribute::Lines => self.lines,
        }
    }

    pub(super) fn set(&mut self, attribute: Attribute, value: i32) {
        *match attribute {
            Attribute::Shape => &mut self.shape,
            Attribute::Size => &mut self.size,
            Attribute::Fill => &mut self.fill,
            Attribute::Rotation => &mut self.rotation,
            Attribute::Number => &mut self.number,
            Attribute::Lines => &mut self.lines,
        } = value;
    }

    pub(super) fn with(mut self, attribute: Attribute, value: i32) -> Self {
        self.set(attribute, value);
        self
    }
}
