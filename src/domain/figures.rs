//! The figures of a period: how much was done, by gender and by antenne, without anybody being found in them.
//!
//! A count that describes fewer than [`LEAST`] people is not said, and neither is what would give it back by subtraction.
//! Each division of a whole is protected by itself; two periods that overlap are not compared.

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ParticipantId, SiteId};
use super::person::Gender;

/// The fewest people that a figure may describe.
pub const LEAST: usize = 5;

/// What is counted, in the order of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    People,
    Referrals,
    Interviews,
    Sittings,
    Present,
    Absent,
    Written,
    Signed,
    Delivered,
}

impl Measure {
    pub const ALL: [Measure; 9] = [
        Measure::People,
        Measure::Referrals,
        Measure::Interviews,
        Measure::Sittings,
        Measure::Present,
        Measure::Absent,
        Measure::Written,
        Measure::Signed,
        Measure::Delivered,
    ];
}

/// How long something took, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    ReferralToInterview,
    InterviewToSignature,
    PrescriptionToSession,
}

impl Wait {
    pub const ALL: [Wait; 3] = [Wait::ReferralToInterview, Wait::InterviewToSignature, Wait::PrescriptionToSession];
}

/// One thing that happened, and what is known of whom it happened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub person: ParticipantId,
    pub gender: Gender,
    /// Of the prescriber who wrote the referral.
    pub site: SiteId,
}

/// Everything that happened in a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Happened {
    pub facts: BTreeMap<Measure, Vec<Fact>>,
    /// Of whom, and how many days.
    pub waits: BTreeMap<Wait, Vec<(ParticipantId, u32)>>,
    pub sessions_held: usize,
    pub sessions_cancelled: usize,
}

/// A count as it may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Known(usize),
    /// The whole line describes fewer than [`LEAST`] people.
    Few,
    /// It describes fewer than [`LEAST`] people, or would tell a count that does.
    Withheld,
}

/// Women, men, and everybody else: who is neither, or did not say.
pub const N_GENDERS: usize = 3;

/// One measure: its whole, and its two divisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub measure: Measure,
    pub whole: Cell,
    pub genders: [Cell; N_GENDERS],
    /// In the order of the sites that were asked for.
    pub sites: Vec<Cell>,
}

/// A median, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Median {
    Nothing,
    Few,
    Days(f64),
}

/// What is said of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub lines: Vec<Line>,
    pub waits: Vec<(Wait, Median)>,
    /// Sessions are not people: their counts are said whatever they are.
    pub sessions_held: usize,
    pub sessions_cancelled: usize,
    /// Of a hundred expected, how many came; not said where either count is not, nor where nobody was expected.
    pub presence_percent: Option<u32>,
}

impl Figures {
    /// Counts what happened; everybody that anything happened to is counted once among the people.
    pub fn of(happened: &Happened, sites: &[SiteId]) -> Self {
        let lines: Vec<Line> = Measure::ALL
            .into_iter()
            .map(|measure| match measure {
                Measure::People => line(measure, &people(happened), sites),
                counted => line(counted, happened.facts.get(&counted).map_or(&[], Vec::as_slice), sites),
            })
            .collect();
        let whole = |wanted: Measure| lines.iter().find(|line| line.measure == wanted).map(|line| line.whole);
        let presence_percent = match (whole(Measure::Present), whole(Measure::Absent)) {
            (Some(Cell::Known(present)), Some(Cell::Known(absent))) if present + absent > 0 => {
                u32::try_from((present * 100 + (present + absent) / 2) / (present + absent)).ok()
            }
            _ => None,
        };
        let waits = Wait::ALL.into_iter().map(|wait| (wait, median(happened.waits.get(&wait)))).collect();
        Self {
            lines,
            waits,
            sessions_held: happened.sessions_held,
            sessions_cancelled: happened.sessions_cancelled,
            presence_percent,
        }
    }
}

/// Returns each person once, with the antenne of their referral where one came in the period.
fn people(happened: &Happened) -> Vec<Fact> {
    let order = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Referrals).chain([Measure::Referrals]);
    let facts = order.filter_map(|measure| happened.facts.get(&measure)).flatten();
    let each: BTreeMap<ParticipantId, Fact> = facts.map(|fact| (fact.person, *fact)).collect();
    each.into_values().collect()
}

/// A part of a whole: how many things, of how many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    things: usize,
    people: usize,
}

impl Part {
    fn of<'f>(facts: impl Iterator<Item = &'f Fact>) -> Self {
        let people: Vec<ParticipantId> = facts.map(|fact| fact.person).collect();
        Self { things: people.len(), people: people.iter().collect::<BTreeSet<_>>().len() }
    }

    fn is_small(self) -> bool {
        (1..LEAST).contains(&self.people)
    }
}

fn line(measure: Measure, facts: &[Fact], sites: &[SiteId]) -> Line {
    let whole = Part::of(facts.iter());
    if whole.is_small() {
        return Line {
            measure,
            whole: Cell::Few,
            genders: [Cell::Few; N_GENDERS],
            sites: vec![Cell::Few; sites.len()],
        };
    }
    let of_gender = |wanted: usize| Part::of(facts.iter().filter(|fact| gender_place(fact.gender) == wanted));
    let genders = protect(&[of_gender(0), of_gender(1), of_gender(2)]);
    let of_site = |site: &SiteId| Part::of(facts.iter().filter(|fact| fact.site == *site));
    let mut cells = genders.into_iter();
    Line {
        measure,
        whole: Cell::Known(whole.things),
        genders: std::array::from_fn(|_| cells.next().unwrap_or(Cell::Withheld)),
        sites: protect(&sites.iter().map(of_site).collect::<Vec<_>>()),
    }
}

fn gender_place(gender: Gender) -> usize {
    match gender {
        Gender::Woman => 0,
        Gender::Man => 1,
        Gender::NonBinary | Gender::Untold => 2,
    }
}

/// Returns the parts of a known whole as they may be said (primary, then complementary suppression: Hundepool et al.,
/// Statistical Disclosure Control, 2012, chapter 4). A hidden part alone is the whole less the others: the smallest of the
/// others is hidden with it, until what is hidden is of two parts or more, of [`LEAST`] people or more, and of more people
/// than parts; when that takes every part that holds anything, the empty ones are hidden too.
fn protect(parts: &[Part]) -> Vec<Cell> {
    let mut parts: Vec<(Part, bool)> = parts.iter().map(|part| (*part, part.is_small())).collect();
    let hides = parts.iter().any(|(_, hidden)| *hidden);
    while hides && !hides_enough(&parts) {
        let others = parts.iter_mut().filter(|(part, hidden)| !hidden && part.people > 0);
        let Some((_, hidden)) = others.min_by_key(|(part, _)| part.people) else { break };
        *hidden = true;
    }
    let takes_all = hides && parts.iter().all(|(part, hidden)| *hidden || part.people == 0);
    let cell = |(part, hidden): &(Part, bool)| {
        if takes_all || *hidden { Cell::Withheld } else { Cell::Known(part.things) }
    };
    parts.iter().map(cell).collect()
}

fn hides_enough(parts: &[(Part, bool)]) -> bool {
    let hidden = parts.iter().filter(|(_, hidden)| *hidden).map(|(part, _)| part.people);
    let (n, people) = (hidden.clone().count(), hidden.sum::<usize>());
    n >= 2 && people >= LEAST && people > n
}

fn median(waits: Option<&Vec<(ParticipantId, u32)>>) -> Median {
    let Some(waits) = waits.filter(|waits| !waits.is_empty()) else { return Median::Nothing };
    let people: BTreeSet<ParticipantId> = waits.iter().map(|(person, _)| *person).collect();
    if people.len() < LEAST {
        return Median::Few;
    }
    let mut days: Vec<u32> = waits.iter().map(|(_, days)| *days).collect();
    days.sort_unstable();
    let middle = days.len() / 2;
    match (days.get(middle.saturating_sub(1)), days.get(middle)) {
        (Some(below), Some(above)) if days.len().is_multiple_of(2) => {
            Median::Days((f64::from(*below) + f64::from(*above)) / 2.0)
        }
        (_, Some(at)) => Median::Days(f64::from(*at)),
        (_, None) => Median::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Cell::{Few, Known, Withheld};
    use super::*;

    fn cells(people: &[usize]) -> Vec<Cell> {
        protect(&people.iter().map(|n| Part { things: *n, people: *n }).collect::<Vec<_>>())
    }

    fn site(n: u128) -> SiteId {
        SiteId::new(Uuid::from_u128(n))
    }

    fn facts(people: std::ops::Range<u128>, gender: Gender) -> Vec<Fact> {
        people.map(|n| Fact { person: ParticipantId::new(Uuid::from_u128(n)), gender, site: site(1) }).collect()
    }

    #[test]
    fn what_describes_five_people_or_nobody_is_said() {
        assert_eq!(cells(&[5, 12, 0]), [Known(5), Known(12), Known(0)]);
    }

    #[test]
    fn a_part_of_four_takes_the_smallest_other_with_it() {
        assert_eq!(cells(&[30, 4, 12]), [Known(30), Withheld, Withheld]);
    }

    #[test]
    fn the_smallest_other_goes_rather_than_an_empty_one() {
        assert_eq!(cells(&[30, 3, 0, 7]), [Known(30), Withheld, Known(0), Withheld]);
    }

    #[test]
    fn two_hidden_parts_of_one_person_take_a_third() {
        // The whole less the others is 2: each would be 1.
        assert_eq!(cells(&[20, 1, 1, 9]), [Known(20), Withheld, Withheld, Withheld]);
    }

    #[test]
    fn five_parts_of_one_person_take_a_sixth() {
        assert_eq!(cells(&[1, 1, 1, 1, 1, 8, 40]).iter().filter(|cell| **cell == Withheld).count(), 6);
    }

    #[test]
    fn when_nothing_else_is_left_the_empty_parts_are_hidden_too() {
        assert_eq!(cells(&[1, 9, 0]), [Withheld, Withheld, Withheld]);
    }

    #[test]
    fn no_hidden_part_is_told_by_the_others() {
        // Every division of up to four parts of up to nine people: each hidden part could be another number.
        for code in 0..10_000_usize {
            let people = [code % 10, code / 10 % 10, code / 100 % 10, code / 1000];
            if (1..LEAST).contains(&people.iter().sum::<usize>()) {
                continue;
            }
            let hidden: Vec<usize> =
                cells(&people).iter().zip(people).filter(|(cell, _)| **cell == Withheld).map(|(_, n)| n).collect();
            let whole: usize = hidden.iter().sum();
            let least = usize::from(!hidden.contains(&0));
            assert!(hidden.is_empty() || whole > hidden.len() * least, "{people:?}");
            assert!(hidden.len() != 1, "{people:?}");
            let shown_small = cells(&people).iter().any(|cell| matches!(cell, Known(1..=4)));
            assert!(!shown_small, "{people:?}");
        }
    }

    #[test]
    fn many_things_of_few_people_are_few() {
        let one = facts(1..2, Gender::Woman);
        let many: Vec<Fact> = one.iter().cycle().take(12).copied().collect();
        let happened = Happened { facts: [(Measure::Sittings, many)].into(), ..Happened::default() };
        let figures = Figures::of(&happened, &[site(1)]);
        let line = &figures.lines[3];
        assert_eq!((line.whole, line.genders, line.sites.as_slice()), (Few, [Few; 3], [Few].as_slice()));
    }

    #[test]
    fn somebody_who_came_twice_is_one_person() {
        let happened = Happened {
            facts: [
                (Measure::Referrals, facts(1..8, Gender::Woman)),
                (Measure::Interviews, facts(3..15, Gender::Woman)),
            ]
            .into(),
            ..Happened::default()
        };
        let figures = Figures::of(&happened, &[site(1)]);
        assert_eq!(figures.lines[0].whole, Known(14));
        assert_eq!(figures.lines[0].genders, [Known(14), Known(0), Known(0)]);
        assert_eq!(figures.lines[1].whole, Known(7));
        assert_eq!(figures.lines[2].whole, Known(12));
    }

    #[test]
    fn presence_is_a_share_of_those_expected() {
        let of = |present: u128, absent: u128| {
            let facts = [
                (Measure::Present, facts(0..present, Gender::Man)),
                (Measure::Absent, facts(100..100 + absent, Gender::Man)),
            ];
            Figures::of(&Happened { facts: facts.into(), ..Happened::default() }, &[]).presence_percent
        };
        assert_eq!(of(20, 10), Some(67));
        assert_eq!(of(20, 0), Some(100));
        assert_eq!(of(20, 2), None, "two people who did not come would be found");
        assert_eq!(of(0, 0), None);
    }

    #[test]
    fn a_median_needs_five_people() {
        let of = |days: &[u32]| {
            let people = (1..).map(|n| ParticipantId::new(Uuid::from_u128(n)));
            median(Some(&people.zip(days.iter().copied()).collect()))
        };
        assert_eq!(of(&[]), Median::Nothing);
        assert_eq!(of(&[3, 4, 5, 6]), Median::Few);
        assert_eq!(of(&[30, 2, 7, 9, 4]), Median::Days(7.0));
        assert_eq!(of(&[30, 2, 7, 10, 4, 1]), Median::Days(5.5));
    }
}
