//! *Commune*: where a person lives, by INSEE code, found from what they say.
//!
//! An associated or delegated commune is kept as it was said; its present commune is known beside it.

use std::collections::BTreeSet;

use super::fold::words;

/// An INSEE code, such as 59183.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommuneCode(pub String);

/// One commune of the list, present, associated or delegated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    pub code: CommuneCode,
    pub name: String,
    /// The commune it is part of today: itself, or another.
    pub present: CommuneCode,
    pub post_codes: Vec<String>,
    /// In the *Communauté urbaine de Dunkerque*.
    pub in_cud: bool,
}

/// Where a person lives, as their file has it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Residence {
    #[default]
    Unknown,
    /// One of the list, under the name that was said.
    Listed { code: CommuneCode, name: String },
    /// A name that is not of the list.
    Outside { name: String },
}

impl Residence {
    pub fn name(&self) -> &str {
        match self {
            Residence::Unknown => "",
            Residence::Listed { name, .. } | Residence::Outside { name } => name,
        }
    }
}

/// What typed words stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'c> {
    One(&'c Commune),
    /// Somebody chooses.
    Several(Vec<&'c Commune>),
    Nothing,
}

/// The communes that are known.
#[derive(Clone, Debug, Default)]
pub struct Communes {
    all: Vec<Commune>,
}

impl Communes {
    pub fn new(all: Vec<Commune>) -> Self {
        Self { all }
    }

    pub fn all(&self) -> &[Commune] {
        &self.all
    }

    /// Returns the present commune of a code, or the one that had it.
    pub fn get(&self, code: &CommuneCode) -> Option<&Commune> {
        let mut of_code = self.all.iter().filter(|commune| commune.code == *code);
        let first = of_code.clone().find(|commune| !commune.post_codes.is_empty());
        first.or_else(|| of_code.next())
    }

    /// Returns the name of the commune it is part of today, when that is not how it is called itself.
    pub fn present_name(&self, code: &CommuneCode, name: &str) -> Option<&str> {
        let part = self.all.iter().find(|commune| commune.code == *code && words(&commune.name) == words(name))?;
        let present = self.get(&part.present)?;
        (words(&present.name) != words(name)).then_some(present.name.as_str())
    }

    /// Returns the communes that typed words or a post code may stand for: those of the CUD first, whole names before
    /// beginnings, then in alphabetical order.
    pub fn matching(&self, typed: &str, limit: usize) -> Vec<&Commune> {
        let mut found: Vec<(Rank, &Commune)> =
            self.all.iter().filter_map(|commune| Some((self.rank(commune, typed)?, commune))).collect();
        found.sort_by_key(|(rank, commune)| (!commune.in_cud, *rank, &commune.name));
        let mut told = BTreeSet::new();
        found.retain(|(_, commune)| told.insert((&commune.code, words(&commune.name))));
        found.into_iter().map(|(_, commune)| commune).take(limit).collect()
    }

    /// Returns the one commune that the words stand for, if they leave no doubt: the only one of that whole name or post
    /// code. A whole name of the CUD is not doubted because of another far away; the beginning of a name is no name.
    pub fn resolve(&self, typed: &str) -> Found<'_> {
        let found = self.matching(typed, 12);
        let whole: Vec<&Commune> =
            found.iter().copied().filter(|commune| self.rank(commune, typed) == Some(Rank::Whole)).collect();
        let whole_near: Vec<&Commune> = whole.iter().copied().filter(|commune| commune.in_cud).collect();
        match (whole_near.as_slice(), whole.as_slice(), found.as_slice()) {
            ([one], ..) | ([], [one], _) => Found::One(one),
            (.., []) => Found::Nothing,
            _ => Found::Several(found),
        }
    }

    fn rank(&self, commune: &Commune, typed: &str) -> Option<Rank> {
        let figures: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if figures.len() >= 2 && figures.chars().all(|c| c.is_ascii_digit()) {
            let of_itself = commune.post_codes.iter().any(|code| code.starts_with(&figures));
            // An associated commune has the post codes of the one it is part of.
            let of_present = commune.post_codes.is_empty()
                && self
                    .get(&commune.present)
                    .is_some_and(|present| present.post_codes.iter().any(|code| code.starts_with(&figures)));
            return if of_itself { Some(Rank::Whole) } else { of_present.then_some(Rank::Begins) };
        }
        let (name, typed) = (spoken(&commune.name), spoken(typed));
        if typed.is_empty() {
            None
        } else if name == typed {
            Some(Rank::Whole)
        } else if begins(&name, &typed) {
            Some(Rank::Begins)
        } else {
            (1..name.len()).any(|from| name.get(from..).is_some_and(|rest| begins(rest, &typed))).then_some(Rank::Holds)
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Whole,
    Begins,
    Holds,
}

/// Returns the words of a name as they are said: "St-Pol s/ Mer" is "saint pol sur mer".
fn spoken(name: &str) -> Vec<String> {
    let long = |word: &str| match word {
        "st" => "saint".to_owned(),
        "ste" => "sainte".to_owned(),
        "s" => "sur".to_owned(),
        "cappelle" => "capelle".to_owned(),
        other => other.to_owned(),
    };
    words(name).iter().map(|word| long(word)).collect()
}

/// Returns whether the words begin a name; the last one may be unfinished.
fn begins(name: &[String], typed: &[String]) -> bool {
    let Some((last, whole)) = typed.split_last() else { return false };
    name.len() >= typed.len()
        && whole.iter().zip(name).all(|(typed, word)| typed == word)
        && name.get(whole.len()).is_some_and(|word| word.starts_with(last.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(code: &str, name: &str, present: &str, post_codes: &[&str], in_cud: bool) -> Commune {
        let code_of = |text: &str| CommuneCode(text.to_owned());
        let post_codes = post_codes.iter().map(|code| (*code).to_owned()).collect();
        Commune { code: code_of(code), name: name.to_owned(), present: code_of(present), post_codes, in_cud }
    }

    fn communes() -> Communes {
        Communes::new(vec![
            commune("59183", "Dunkerque", "59183", &["59140", "59240", "59279", "59430", "59640"], true),
            commune("59540", "Saint-Pol-sur-Mer", "59183", &[], true),
            commune("59588", "Téteghem-Coudekerque-Village", "59588", &["59229", "59380"], true),
            commune("59588", "Téteghem", "59588", &[], true),
            commune("62767", "Saint-Pol-sur-Ternoise", "62767", &["62130"], false),
            commune("59131", "Cappelle-la-Grande", "59131", &["59180"], true),
        ])
    }

    fn names(typed: &str) -> Vec<String> {
        communes().matching(typed, 9).into_iter().map(|commune| commune.name.clone()).collect()
    }

    #[test]
    fn saint_pol_is_found_however_it_is_written() {
        for typed in ["Saint-Pol", "St pol", "st-pol", "SAINT POL"] {
            assert_eq!(names(typed), ["Saint-Pol-sur-Mer", "Saint-Pol-sur-Ternoise"], "{typed}");
        }
        assert_eq!(names("st-pol-sur-mer"), ["Saint-Pol-sur-Mer"]);
        assert_eq!(names("St Pol s/ Mer"), ["Saint-Pol-sur-Mer"]);
        assert_eq!(names("teteghem"), ["Téteghem", "Téteghem-Coudekerque-Village"]);
        assert_eq!(names("capelle la grande"), ["Cappelle-la-Grande"]);
    }

    #[test]
    fn a_post_code_finds_its_commune_and_those_that_are_part_of_it() {
        assert_eq!(names("59430"), ["Dunkerque", "Saint-Pol-sur-Mer"]);
        assert_eq!(names("62 130"), ["Saint-Pol-sur-Ternoise"]);
        assert_eq!(names("75001"), Vec::<String>::new());
    }

    #[test]
    fn an_associated_commune_keeps_its_name_and_knows_the_present_one() {
        let communes = communes();
        let saint_pol = CommuneCode("59540".to_owned());
        assert_eq!(communes.present_name(&saint_pol, "Saint-Pol-sur-Mer"), Some("Dunkerque"));
        assert_eq!(communes.present_name(&CommuneCode("59183".to_owned()), "Dunkerque"), None);
        let tetegem = CommuneCode("59588".to_owned());
        assert_eq!(communes.present_name(&tetegem, "Téteghem"), Some("Téteghem-Coudekerque-Village"));
    }

    #[test]
    fn only_words_without_doubt_are_resolved() {
        let communes = communes();
        assert!(matches!(communes.resolve("dunkerque"), Found::One(found) if found.code.0 == "59183"));
        assert!(matches!(communes.resolve("St Pol sur Mer"), Found::One(found) if found.code.0 == "59540"));
        assert!(matches!(communes.resolve("Saint-Pol"), Found::Several(found) if found.len() == 2));
        assert!(matches!(communes.resolve("Dunk"), Found::Several(found) if found.len() == 1));
        assert!(matches!(communes.resolve("59180"), Found::One(found) if found.code.0 == "59131"));
        assert_eq!(communes.resolve("Petite-Synthe"), Found::Nothing);
    }
}
