//! The wrong options of a folding: what mistakes in opening the sheet lead to.

use super::paper::{Fold, Holes, Opening, unfolded};
use crate::domain::generate::draws::Draws;

/// Returns the right sheet and the three mistakes with one fold: not opened, wrong axis, turned instead of mirrored.
pub(super) fn of_one_fold(punches: Holes, fold: &Fold, right: Holes) -> Option<Vec<Holes>> {
    let across = punches.opened(fold, Opening::Across)?;
    let turned = punches.opened(fold, Opening::Turned)?;
    let options = vec![right, across, turned, punches];
    (all_differ(&options) && across.n() == right.n() && turned.n() == right.n()).then_some(options)
}

/// How many sets of foils are looked at for one punched sheet.
const TRIES: u32 = 24;

/// Returns the right sheet and three mistakes such that `rank` options are more typical than the right one.
///
/// None, one or two of the mistakes have too few holes: their number does not tell the answer either.
pub(super) fn of_more_folds(
    draws: &mut Draws,
    punches: Holes,
    folds: &[Fold],
    right: Holes,
    rank: u32,
) -> Option<Vec<Holes>> {
    let mistakes = openings(folds.len());
    let opened = mistakes.iter().filter_map(|openings| unfolded(punches, folds, openings));
    let mut wrong: Vec<Holes> = opened.filter(|&holes| holes != right).collect();
    wrong.sort_unstable();
    wrong.dedup();
    let (mut full, mut fewer): (Vec<Holes>, Vec<Holes>) = wrong.into_iter().partition(|holes| holes.n() == right.n());
    let n_fewer = draws.below(3) as usize;
    (0..TRIES).find_map(|_| {
        draws.shuffle(&mut full);
        draws.shuffle(&mut fewer);
        let chosen = full.iter().take(3 - n_fewer).chain(fewer.iter().take(n_fewer));
        let options: Vec<Holes> = [right].iter().chain(chosen).copied().collect();
        (options.len() == 4 && has_rank(&options, rank)).then_some(options)
    })
}

/// Returns every way to open `n` folds with one or two mistakes, and the one that opens nothing.
fn openings(n: usize) -> Vec<Vec<Opening>> {
    let longer = |ways: Vec<Vec<Opening>>| -> Vec<Vec<Opening>> {
        let with = |way: &Vec<Opening>| {
            let way = way.clone();
            Opening::ALL.map(move |opening| way.iter().copied().chain([opening]).collect())
        };
        ways.iter().flat_map(with).collect()
    };
    let mut ways = (0..n).fold(vec![Vec::new()], |ways, _| longer(ways));
    let n_mistakes = |way: &[Opening]| way.iter().filter(|opening| **opening != Opening::Right).count();
    ways.retain(|way| n_mistakes(way) <= 2 || way.iter().all(|opening| *opening == Opening::Forgotten));
    ways
}

/// Returns whether the first option can be put at this rank, from the most typical; ties share their ranks.
fn has_rank(options: &[Holes], rank: u32) -> bool {
    let typical = |option: Holes| options.iter().map(|&other| option.agreement(other)).sum::<u32>();
    let scores: Vec<u32> = options.iter().map(|&option| typical(option)).collect();
    let Some(&right) = scores.first() else { return false };
    let above = scores.iter().filter(|&&score| score > right).count() as u32;
    let tied = scores.iter().filter(|&&score| score == right).count() as u32;
    (above..above + tied).contains(&rank)
}

fn all_differ(options: &[Holes]) -> bool {
    options.iter().enumerate().all(|(index, option)| options.iter().skip(index + 1).all(|other| other != option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_folds_open_in_twenty_five_ways_and_three_may_all_be_forgotten() {
        assert_eq!(openings(2).len(), 25);
        assert!(openings(3).contains(&vec![Opening::Forgotten; 3]));
    }
}
