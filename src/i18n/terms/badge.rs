//! The names of the pictures of a badge: short nouns that everybody knows.

use crate::domain::badge::Pictogram;
use crate::tr;

/// Returns the name of a picture, as one says it: "Soleil".
pub fn pictogram(pictogram: Pictogram) -> String {
    match pictogram {
        Pictogram::Sun => tr!("term-picture-sun"),
        Pictogram::House => tr!("term-picture-house"),
        Pictogram::Tree => tr!("term-picture-tree"),
        Pictogram::Fish => tr!("term-picture-fish"),
        Pictogram::Boat => tr!("term-picture-boat"),
        Pictogram::Umbrella => tr!("term-picture-umbrella"),
        Pictogram::Key => tr!("term-picture-key"),
        Pictogram::Cup => tr!("term-picture-cup"),
        Pictogram::Bicycle => tr!("term-picture-bicycle"),
        Pictogram::Heart => tr!("term-picture-heart"),
        Pictogram::Book => tr!("term-picture-book"),
        Pictogram::Bell => tr!("term-picture-bell"),
    }
}
