//! Texts that results suggest for a synthesis. A suggestion counts only once a named person took it, changed it or
//! put it aside: nothing enters a synthesis by itself.

use std::fmt;

use super::activity::Sector;
use super::id::{SittingId, StaffId};
use super::stamp::Instant;

/// What a suggestion rests on: the same results suggest the same things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A scale, by its title, that is clearly in an outer band.
    Band { sitting: SittingId, scale: String },
    /// One end of an order inside the person.
    Order { sitting: SittingId, scale: String },
    /// A sector among the first.
    Sector(Sector),
}

/// Names one suggestion of one synthesis, for the base and the screens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SuggestionKey(String);

impl SuggestionKey {
    pub fn new(ground: &Ground) -> Self {
        Self(match ground {
            Ground::Band { sitting, scale } => format!("band/{sitting}/{scale}"),
            Ground::Order { sitting, scale } => format!("order/{sitting}/{scale}"),
            Ground::Sector(sector) => format!("sector/{sector:?}"),
        })
    }

    /// Takes a key as the base holds it.
    pub fn written(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SuggestionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a person made of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Taken word for word.
    Accepted,
    /// Taken with other words.
    Edited,
    Dismissed,
}

/// A decision with its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub key: SuggestionKey,
    pub decision: Decision,
    pub by: StaffId,
    pub at: Instant,
}

/// Returns what became of a suggestion that was taken: accepted while one of the `texts` holds it word for word.
pub fn kept(suggested: &str, texts: &[&str]) -> Decision {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let suggested = words(suggested);
    if texts.iter().any(|text| words(text).contains(&suggested)) { Decision::Accepted } else { Decision::Edited }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_accepted_while_its_words_are_in_the_text() {
        let suggested = "Vous aimez  aider.";
        assert_eq!(kept(suggested, &["Bonjour.", "Ceci : vous. Vous aimez aider. Voilà."]), Decision::Accepted);
        assert_eq!(kept(suggested, &["Vous aimez beaucoup aider."]), Decision::Edited);
    }
}
