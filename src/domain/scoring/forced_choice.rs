//! Most/least choices: how often each dimension was chosen as the most and as the least like oneself.
//!
//! The scores are ipsative (Cattell, 1944): they compare the dimensions of one person and never two people.
//! Over the dimensions, most and least each add up to the blocks answered and their differences to zero.

use std::cmp::Reverse;

use thiserror::Error;

/// Why most/least choices have no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ForcedChoiceError {
    #[error("{answers} answers for {blocks} blocks")]
    AnswerCount { answers: usize, blocks: usize },
    #[error("block {block}: option {option} does not exist")]
    NoSuchOption { block: usize, option: usize },
    #[error("block {block}: the same option is most and least")]
    SameOption { block: usize },
    #[error("block {block}: dimension {dimension} does not exist")]
    NoSuchDimension { block: usize, dimension: usize },
}

/// The choice made in one block: indices of its options. A block with only one of the two is unanswered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MostLeast {
    pub most: usize,
    pub least: usize,
}

/// How often one dimension was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DimensionCount {
    pub most: u32,
    pub least: u32,
}

impl DimensionCount {
    /// Returns most − least.
    pub fn difference(self) -> i64 {
        i64::from(self.most) - i64::from(self.least)
    }
}

/// The choices of one person, by dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IpsativeProfile {
    pub n_blocks: usize,
    pub dimensions: Vec<DimensionCount>,
}

impl IpsativeProfile {
    /// Returns the dimensions from the most to the least chosen, equal ones together in their own order.
    pub fn ranking(&self) -> Vec<Vec<usize>> {
        let mut ranked: Vec<(usize, i64)> =
            self.dimensions.iter().enumerate().map(|(index, count)| (index, count.difference())).collect();
        ranked.sort_by_key(|&(index, difference)| (Reverse(difference), index));
        ranked
            .chunk_by(|left, right| left.1 == right.1)
            .map(|tie| tie.iter().map(|&(index, _)| index).collect())
            .collect()
    }
}

/// Scores the choices of one person: per dimension Most, Least and Diff = Most − Least, counted over the blocks answered.
///
/// Forced choice is ipsative (Cattell, 1944): Σ Most = Σ Least = blocks answered and Σ Diff = 0, over the dimensions.
///
/// `blocks` gives, block by block, the dimension (below `n_dimensions`) of each option; `answers` the choice made in
/// each block, `None` where missing.
pub fn score<B: AsRef<[usize]>>(
    n_dimensions: usize,
    blocks: &[B],
    answers: &[Option<MostLeast>],
) -> Result<IpsativeProfile, ForcedChoiceError> {
    if blocks.len() != answers.len() {
        return Err(ForcedChoiceError::AnswerCount { answers: answers.len(), blocks: blocks.len() });
    }
    let mut dimensions = vec![DimensionCount::default(); n_dimensions];
    let mut n_blocks = 0;
    for (block, (options, answer)) in blocks.iter().zip(answers).enumerate() {
        let Some(choice) = answer else { continue };
        if choice.most == choice.least {
            return Err(ForcedChoiceError::SameOption { block });
        }
        counted(&mut dimensions, block, options.as_ref(), choice.most)?.most += 1;
        counted(&mut dimensions, block, options.as_ref(), choice.least)?.least += 1;
        n_blocks += 1;
    }
    Ok(IpsativeProfile { n_blocks, dimensions })
}

fn counted<'d>(
    dimensions: &'d mut [DimensionCount],
    block: usize,
    options: &[usize],
    option: usize,
) -> Result<&'d mut DimensionCount, ForcedChoiceError> {
    let dimension = *options.get(option).ok_or(ForcedChoiceError::NoSuchOption { block, option })?;
    dimensions.get_mut(dimension).ok_or(ForcedChoiceError::NoSuchDimension { block, dimension })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCKS: [[usize; 4]; 3] = [[1, 2, 0, 3], [0, 2, 1, 3], [2, 0, 3, 1]];

    fn choice(most: usize, least: usize) -> Option<MostLeast> {
        Some(MostLeast { most, least })
    }

    #[test]
    fn most_and_least_add_up_to_the_blocks_answered() {
        let profile = score(4, &BLOCKS, &[choice(2, 0), None, choice(1, 2)]).unwrap();
        assert_eq!(profile.n_blocks, 2);
        assert_eq!(profile.dimensions.iter().map(|count| count.most).sum::<u32>(), 2);
        assert_eq!(profile.dimensions.iter().map(|count| count.least).sum::<u32>(), 2);
        assert_eq!(profile.dimensions.iter().map(|count| count.difference()).sum::<i64>(), 0);
    }

    #[test]
    fn equal_dimensions_are_told_as_ties() {
        let profile = score(4, &BLOCKS, &[choice(2, 0), None, choice(1, 2)]).unwrap();
        assert_eq!(profile.ranking(), [vec![0], vec![2], vec![1, 3]]);
    }

    #[test]
    fn an_impossible_choice_is_refused() {
        assert_eq!(score(4, &BLOCKS, &[choice(1, 1), None, None]), Err(ForcedChoiceError::SameOption { block: 0 }));
        let outside = Err(ForcedChoiceError::NoSuchOption { block: 1, option: 4 });
        assert_eq!(score(4, &BLOCKS, &[None, choice(4, 0), None]), outside);
        assert_eq!(score(4, &BLOCKS, &[None]), Err(ForcedChoiceError::AnswerCount { answers: 1, blocks: 3 }));
    }
}
