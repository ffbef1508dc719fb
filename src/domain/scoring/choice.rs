//! Scores of items with right answers, between 0 and 1: right or wrong, partial credit, order.

use thiserror::Error;

/// Why a choice has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChoiceError {
    #[error("the item has no right option")]
    NoRightOption,
    #[error("an option is given twice")]
    RepeatedOption,
    #[error("an order needs at least two elements")]
    NothingToOrder,
    #[error("the order given does not hold the same elements as the right one")]
    OtherElements,
}

/// Returns 1 when exactly the right options are ticked, in any order, and 0 otherwise.
pub fn right_or_wrong<T: PartialEq>(ticked: &[T], right: &[T]) -> Result<f64, ChoiceError> {
    let (good, wrong) = count(ticked, right)?;
    Ok(if wrong == 0 && good == right.len() { 1.0 } else { 0.0 })
}

/// Returns the partial credit (`partiel`), correct minus wrong ticks: max(0, (good − wrong) / n_good).
///
/// `good` and `wrong` are the numbers of right and wrong options ticked, `n_good` the number of right options:
/// ticking everything earns nothing when half of the options are wrong.
pub fn partial_credit<T: PartialEq>(ticked: &[T], right: &[T]) -> Result<f64, ChoiceError> {
    let (good, wrong) = count(ticked, right)?;
    Ok(((good as f64 - wrong as f64) / right.len() as f64).max(0.0))
}

/// Returns the share of the right order's neighbouring pairs that the order given keeps, in the same direction.
///
/// Adjacency (`adjacence`): kept pairs / (n − 1), n the number of elements.
pub fn adjacency<T: PartialEq>(given: &[T], right: &[T]) -> Result<f64, ChoiceError> {
    if right.len() < 2 {
        return Err(ChoiceError::NothingToOrder);
    }
    refuse_repeats(given)?;
    refuse_repeats(right)?;
    if given.len() != right.len() || given.iter().any(|element| !right.contains(element)) {
        return Err(ChoiceError::OtherElements);
    }
    let kept = right.windows(2).filter(|pair| given.windows(2).any(|candidate| candidate == *pair)).count();
    Ok(kept as f64 / (right.len() - 1) as f64)
}

fn count<T: PartialEq>(ticked: &[T], right: &[T]) -> Result<(usize, usize), ChoiceError> {
    if right.is_empty() {
        return Err(ChoiceError::NoRightOption);
    }
    refuse_repeats(ticked)?;
    refuse_repeats(right)?;
    let good = ticked.iter().filter(|option| right.contains(option)).count();
    Ok((good, ticked.len() - good))
}

fn refuse_repeats<T: PartialEq>(options: &[T]) -> Result<(), ChoiceError> {
    let repeated =
        options.iter().enumerate().any(|(index, option)| options.iter().skip(index + 1).any(|o| o == option));
    if repeated { Err(ChoiceError::RepeatedOption) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_options_in_any_order_are_right() {
        assert_eq!(right_or_wrong(&["b", "a"], &["a", "b"]), Ok(1.0));
        assert_eq!(right_or_wrong(&["a"], &["a", "b"]), Ok(0.0));
        assert_eq!(right_or_wrong(&["a", "b", "c"], &["a", "b"]), Ok(0.0));
        assert_eq!(right_or_wrong::<&str>(&[], &["a"]), Ok(0.0));
    }

    #[test]
    fn a_wrong_tick_takes_back_a_good_one() {
        let right = ["a", "b", "d"];
        assert_eq!(partial_credit(&["a", "b", "d"], &right), Ok(1.0));
        assert_eq!(partial_credit(&["a", "b", "c"], &right), Ok(1.0 / 3.0));
        assert_eq!(partial_credit(&["c", "e"], &right), Ok(0.0));
    }

    #[test]
    fn an_order_earns_its_kept_neighbours() {
        assert_eq!(adjacency(&[1, 2, 3, 4], &[1, 2, 3, 4]), Ok(1.0));
        assert_eq!(adjacency(&[2, 3, 4, 1], &[1, 2, 3, 4]), Ok(2.0 / 3.0));
        assert_eq!(adjacency(&[4, 3, 2, 1], &[1, 2, 3, 4]), Ok(0.0));
    }

    #[test]
    fn an_incomplete_or_repeated_order_is_refused() {
        assert_eq!(adjacency(&[1, 2], &[1, 2, 3]), Err(ChoiceError::OtherElements));
        assert_eq!(adjacency(&[1, 1, 2], &[1, 2, 3]), Err(ChoiceError::RepeatedOption));
        assert_eq!(adjacency(&[1], &[1]), Err(ChoiceError::NothingToOrder));
    }

    #[test]
    fn an_item_without_right_option_is_refused() {
        assert_eq!(partial_credit(&["a"], &[]), Err(ChoiceError::NoRightOption));
    }
}
