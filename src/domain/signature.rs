//! A signature drawn on a touch screen: strokes on a small grid, kept as a compact text.

use super::person::Personal;

/// The grid that a signature is drawn on: width and height.
pub const PAD: (u16, u16) = (1000, 400);

/// Fewest points that are more than a tap, and most that are kept.
const POINTS: std::ops::RangeInclusive<usize> = 2..=4000;

/// Strokes, each a list of points on the grid of [`PAD`], from the top left corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(Personal<Vec<Vec<(u16, u16)>>>);

/// Why strokes are no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureRefusal {
    #[error("nothing was drawn")]
    Empty,
    #[error("more points than are kept")]
    TooLong,
}

impl Signature {
    /// Keeps strokes of one point or more; points outside of the grid are moved to its edge.
    ///
    /// # Errors
    /// Refuses a single point, and more than 4000.
    pub fn new(strokes: Vec<Vec<(u16, u16)>>) -> Result<Self, SignatureRefusal> {
        let inside = |(x, y): (u16, u16)| (x.min(PAD.0), y.min(PAD.1));
        let strokes: Vec<Vec<(u16, u16)>> = strokes
            .into_iter()
            .filter(|stroke| !stroke.is_empty())
            .map(|stroke| stroke.into_iter().map(inside).collect())
            .collect();
        let points: usize = strokes.iter().map(Vec::len).sum();
        if points < *POINTS.start() {
            return Err(SignatureRefusal::Empty);
        }
        if points > *POINTS.end() {
            return Err(SignatureRefusal::TooLong);
        }
        Ok(Self(Personal(strokes)))
    }

    pub fn strokes(&self) -> &[Vec<(u16, u16)>] {
        &self.0.0
    }

    /// Returns "10,20 11,22;40,50": points by spaces, strokes by semicolons.
    pub fn written(&self) -> String {
        let point = |(x, y): &(u16, u16)| format!("{x},{y}");
        let stroke = |points: &Vec<(u16, u16)>| points.iter().map(point).collect::<Vec<_>>().join(" ");
        self.strokes().iter().map(stroke).collect::<Vec<_>>().join(";")
    }

    /// Reads what [`Signature::written`] returns; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let point = |text: &str| {
            let (x, y) = text.split_once(',')?;
            Some((x.parse().ok()?, y.parse().ok()?))
        };
        let stroke = |text: &str| text.split(' ').map(point).collect::<Option<Vec<_>>>();
        Self::new(text.split(';').map(stroke).collect::<Option<Vec<_>>>()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_read_as_it_was_written_and_never_printed_by_accident() {
        let signature = Signature::new(vec![vec![(10, 20), (11, 22)], Vec::new(), vec![(4000, 5000)]]).unwrap();
        assert_eq!(signature.written(), "10,20 11,22;1000,400");
        assert_eq!(Signature::read(&signature.written()), Some(signature.clone()));
        assert_eq!(format!("{signature:?}"), "Signature(***)");
    }

    #[test]
    fn a_tap_is_no_signature() {
        assert_eq!(Signature::new(vec![vec![(10, 20)]]), Err(SignatureRefusal::Empty));
        assert_eq!(Signature::new(vec![vec![(1, 1); 4001]]), Err(SignatureRefusal::TooLong));
        assert_eq!(Signature::read("10,20 x;"), None);
    }
}
