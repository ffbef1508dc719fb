//! *Doublons*: how two files resemble one another, and why. It never says that two people are one: somebody does.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::id::ParticipantId;

/// What is compared of a person; names are folded, the phone is as it is written, the address in small letters.
#[derive(Clone, PartialEq, Eq)]
pub struct Traits {
    pub id: ParticipantId,
    pub first: String,
    pub last: String,
    pub birth_date: NaiveDate,
    pub phone: String,
    pub email: String,
}

/// One thing that two people have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    SameName,
    /// First and last name exchanged, or the parts in another order.
    NameInAnotherOrder,
    /// A letter or two apart: see [`letters_apart`].
    NearName,
    /// One has all the words of the other, and more: a compound name that was cut.
    NamePartOfOther,
    /// The last name differs: it may have changed.
    SameFirstName,
    SameBirthDate,
    DayAndMonthExchanged,
    /// One figure of the date differs.
    NearBirthDate,
    SamePhone,
    SameEmail,
}

/// How two people resemble one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    pub reasons: Vec<Reason>,
}

impl Likeness {
    /// Returns whether name and birth date are the same, whatever their spelling.
    pub fn is_same_person_on_paper(&self) -> bool {
        let same = [Reason::SameName, Reason::NameInAnotherOrder];
        self.reasons.contains(&Reason::SameBirthDate) && same.iter().any(|reason| self.reasons.contains(reason))
    }
}

/// Returns why two people may be one; nothing when they do not resemble one another enough.
///
/// A name alone is never enough: homonyms are many. A birth date alone neither: among 100,000 adults some five are born
/// on each day. Two things of different kinds are: a name and a date, a name and a phone.
pub fn likeness(one: &Traits, other: &Traits) -> Option<Likeness> {
    let name = name_reason(one, other)?;
    let birth = birth_reason(one.birth_date, other.birth_date);
    let phone = (!one.phone.is_empty() && one.phone == other.phone).then_some(Reason::SamePhone);
    let email = (!one.email.is_empty() && one.email == other.email).then_some(Reason::SameEmail);
    let contact = phone.is_some() || email.is_some();
    let enough = match name {
        Reason::SameName | Reason::NameInAnotherOrder => birth.is_some() || contact,
        Reason::SameFirstName => birth == Some(Reason::SameBirthDate) && contact,
        _ => birth == Some(Reason::SameBirthDate) || contact,
    };
    let reasons = [Some(name), birth, phone, email].into_iter().flatten().collect();
    enough.then_some(Likeness { reasons })
}

fn name_reason(one: &Traits, other: &Traits) -> Option<Reason> {
    let whole = |traits: &Traits| format!("{}{}", traits.last, traits.first).replace(' ', "");
    let (a, b) = (whole(one), whole(other));
    if a == b {
        return Some(Reason::SameName);
    }
    let (words_a, words_b) = (words(one), words(other));
    if words_a == words_b {
        return Some(Reason::NameInAnotherOrder);
    }
    let exchanged = format!("{}{}", other.first, other.last).replace(' ', "");
    let limit = letters_apart(a.chars().count().min(b.chars().count()));
    if [&b, &exchanged].iter().any(|b| strsim::osa_distance(&a, b) <= limit) {
        return Some(Reason::NearName);
    }
    let cut = |short: &BTreeSet<&str>, long: &BTreeSet<&str>| short.len() >= 2 && short.is_subset(long);
    if cut(&words_a, &words_b) || cut(&words_b, &words_a) {
        return Some(Reason::NamePartOfOther);
    }
    (one.first == other.first).then_some(Reason::SameFirstName)
}

/// Returns whether a name as somebody wrote it may be that of `known`, both folded: its words in any order, one or two letters
/// apart, or an initial for a first name: "t lemaire" and "lemere thomas" may be "thomas lemaire".
pub fn may_name(written: &str, known: &str) -> bool {
    let mut left: Vec<&str> = known.split(' ').filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = written.split(' ').filter(|word| !word.is_empty()).collect();
    let mut whole = 0;
    for word in &words {
        let apart = |other: &&str| strsim::osa_distance(word, other);
        // One word alone is confirmed by somebody: it may be further off than a whole name.
        let limit = |other: &&str| if word.chars().count().min(other.chars().count()) < 6 { 1 } else { 2 };
        let near = (0..left.len()).filter(|at| left.get(*at).is_some_and(|other| apart(other) <= limit(other)));
        let near = near.min_by_key(|at| left.get(*at).map(&apart));
        let initial = || {
            let is_initial = word.chars().count() == 1;
            left.iter().position(|other| is_initial && other.starts_with(word))
        };
        let found = if word.chars().count() > 2 { near } else { None };
        whole += usize::from(found.is_some());
        match found.or_else(initial) {
            Some(at) => drop(left.remove(at)),
            None => return false,
        }
    }
    words.len() >= 2 && whole >= 1
}

/// Returns how many letters may be added, left out, changed or exchanged between two spellings of a name of `length`
/// letters (optimal string alignment distance): one in a short name, two in a longer one.
fn letters_apart(length: usize) -> usize {
    if length < 8 { 1 } else { 2 }
}

fn words(traits: &Traits) -> BTreeSet<&str> {
    traits.last.split(' ').chain(traits.first.split(' ')).filter(|word| !word.is_empty()).collect()
}

fn birth_reason(one: NaiveDate, other: NaiveDate) -> Option<Reason> {
    if one == other {
        return Some(Reason::SameBirthDate);
    }
    if exchanged(one) == Some(other) {
        return Some(Reason::DayAndMonthExchanged);
    }
    let figures = |date: NaiveDate| date.format("%Y%m%d").to_string();
    let differing = figures(one).chars().zip(figures(other).chars()).filter(|(a, b)| a != b).count();
    (differing == 1).then_some(Reason::NearBirthDate)
}

/// Returns the date with its day and month exchanged, when there is one.
pub fn exchanged(date: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year(), date.day(), date.month())
}

/// Returns the pairs that resemble one another, each once, by their places in `people`.
///
/// Only those are compared that share a birth date, exchanged or not, a whole name, a phone or an address: every pair that
/// [`likeness`] accepts shares one of them.
pub fn pairs(people: &[Traits]) -> Vec<(usize, usize, Likeness)> {
    let mut blocks: HashMap<Key<'_>, Vec<usize>> = HashMap::with_capacity(people.len() * 3);
    for (place, person) in people.iter().enumerate() {
        for key in keys(person) {
            blocks.entry(key).or_default().push(place);
        }
    }
    let mut found = std::collections::BTreeMap::new();
    for block in blocks.values() {
        for (at, &one) in block.iter().enumerate() {
            for &other in block.iter().skip(at + 1) {
                let pair = (one.min(other), one.max(other));
                if found.contains_key(&pair) {
                    continue;
                }
                let alike = people.get(pair.0).zip(people.get(pair.1)).and_then(|(one, other)| likeness(one, other));
                if let Some(alike) = alike {
                    found.insert(pair, alike);
                }
            }
        }
    }
    found.into_iter().map(|((one, other), alike)| (one, other, alike)).collect()
}

/// What two people must share to be compared at all.
#[derive(PartialEq, Eq, Hash)]
enum Key<'t> {
    /// Year, then day and month, the smaller first.
    Birth(i32, u32, u32),
    Name(Vec<&'t str>),
    /// The same name cut into words otherwise.
    Letters(String),
    Phone(&'t str),
    Email(&'t str),
}

fn keys(person: &Traits) -> impl Iterator<Item = Key<'_>> {
    let (day, month) = (person.birth_date.day(), person.birth_date.month());
    let birth = Key::Birth(person.birth_date.year(), day.min(month), day.max(month));
    let name = Key::Name(words(person).into_iter().collect());
    let letters = Key::Letters(format!("{}{}", person.last, person.first).replace(' ', ""));
    let phone = (!person.phone.is_empty()).then_some(Key::Phone(&person.phone));
    let email = (!person.email.is_empty()).then_some(Key::Email(&person.email));
    [Some(birth), Some(name), Some(letters), phone, email].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(last: &str, first: &str, born: (i32, u32, u32)) -> Traits {
        Traits {
            id: ParticipantId::new(Uuid::nil()),
            first: first.to_owned(),
            last: last.to_owned(),
            birth_date: NaiveDate::from_ymd_opt(born.0, born.1, born.2).unwrap(),
            phone: String::new(),
            email: String::new(),
        }
    }

    fn reasons(one: &Traits, other: &Traits) -> Option<Vec<Reason>> {
        let found = likeness(one, other).map(|alike| alike.reasons);
        assert_eq!(found, likeness(other, one).map(|alike| alike.reasons), "it is the same from both sides");
        found
    }

    #[test]
    fn a_misspelt_name_or_an_initial_may_be_somebody_known() {
        for written in ["t lemaire", "lemaire t", "thomas lemere", "lemaire thomass", "thomas lemaire"] {
            assert!(may_name(written, "thomas lemaire"), "{written}");
        }
        for written in ["thomas", "p lemaire", "thomas dubois", "paul martin", "t l"] {
            assert!(!may_name(written, "thomas lemaire"), "{written}");
        }
    }

    #[test]
    fn the_same_name_and_date_resemble_whatever_the_order_and_the_hyphens() {
        use Reason::{NameInAnotherOrder, SameBirthDate, SameName};
        let amina = person("dubois", "amina", (1988, 4, 3));
        assert_eq!(reasons(&amina, &amina.clone()), Some(vec![SameName, SameBirthDate]));
        let exchanged = person("amina", "dubois", (1988, 4, 3));
        assert_eq!(reasons(&amina, &exchanged), Some(vec![NameInAnotherOrder, SameBirthDate]));
        let (joined, cut) = (person("el amrani", "rachid", (1989, 12, 5)), person("elamrani", "rachid", (1989, 12, 5)));
        assert_eq!(reasons(&joined, &cut), Some(vec![SameName, SameBirthDate]));
        assert!(likeness(&amina, &exchanged).unwrap().is_same_person_on_paper());
    }

    #[test]
    fn a_letter_or_two_apart_on_the_same_day_resemble() {
        let one = person("vanhoutte", "jean luc", (1974, 11, 2));
        for (last, first) in [("vanhoute", "jean luc"), ("vanhoutte", "jean lcu"), ("van houtte", "jen luc")] {
            let reasons = reasons(&one, &person(last, first, (1974, 11, 2)));
            assert_eq!(reasons, Some(vec![Reason::NearName, Reason::SameBirthDate]), "{last} {first}");
        }
        assert_eq!(reasons(&one, &person("vandenberghe", "jean luc", (1974, 11, 2))), None);
        assert_eq!(reasons(&one, &person("vanhoute", "jean luc", (1981, 3, 9))), None);
    }

    #[test]
    fn day_and_month_exchanged_or_one_wrong_figure_resemble_under_the_same_name() {
        let one = person("diallo", "fatou", (1991, 6, 7));
        let exchanged = reasons(&one, &person("diallo", "fatou", (1991, 7, 6)));
        assert_eq!(exchanged, Some(vec![Reason::SameName, Reason::DayAndMonthExchanged]));
        let figure = reasons(&one, &person("diallo", "fatou", (1997, 6, 7)));
        assert_eq!(figure, Some(vec![Reason::SameName, Reason::NearBirthDate]));
        assert_eq!(reasons(&one, &person("diallo", "fatou", (1964, 12, 30))), None, "homonyms are many");
    }

    #[test]
    fn the_same_phone_asks_for_a_near_name() {
        let with_phone = |mut traits: Traits| {
            traits.phone = "06 39 98 00 11".to_owned();
            traits
        };
        let mother = with_phone(person("leroy", "sandrine", (1976, 2, 24)));
        let son = with_phone(person("leroy", "kevin", (1998, 1, 28)));
        assert_eq!(reasons(&mother, &son), None);
        let married = with_phone(person("mahieu", "sandrine", (1976, 2, 24)));
        let expected = vec![Reason::SameFirstName, Reason::SameBirthDate, Reason::SamePhone];
        assert_eq!(reasons(&mother, &married), Some(expected));
        let cut = with_phone(person("leroy", "sandrine marie", (1967, 9, 1)));
        assert_eq!(reasons(&mother, &cut), Some(vec![Reason::NamePartOfOther, Reason::SamePhone]));
    }

    #[test]
    fn each_pair_is_found_once() {
        let mut people = vec![
            person("dubois", "amina", (1988, 4, 3)),
            person("coppin", "gregory", (1977, 5, 16)),
            person("amina", "dubois", (1988, 3, 4)),
            person("dubois", "amina", (1988, 4, 3)),
        ];
        people[0].phone = "06 39 98 00 11".to_owned();
        people[3].phone = "06 39 98 00 11".to_owned();
        let found: Vec<(usize, usize)> = pairs(&people).into_iter().map(|(one, other, _)| (one, other)).collect();
        assert_eq!(found, [(0, 2), (0, 3), (2, 3)]);
    }
}
