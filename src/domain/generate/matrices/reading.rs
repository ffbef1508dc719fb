//! Every way to read a matrix, and the proof that they all say the same.
//!
//! A *reading* is a family of rules that fits the complete rows (or columns) and the given cells of the last one; it
//! predicts the missing value. A value is proved when at least one reading fits and all that fit predict it, whatever
//! rule the item was made from.

use super::cell::Attribute;

/// Returns whether the given cells leave no other answer.
pub fn proves(attribute: Attribute, given: &[i32], answer: i32) -> bool {
    let predicted = predictions(attribute, given);
    !predicted.is_empty() && predicted.iter().all(|&value| value == answer)
}

/// Returns what each fitting reading predicts; `given` is the matrix row by row without its last cell.
pub fn predictions(attribute: Attribute, given: &[i32]) -> Vec<i32> {
    match *given {
        [a, b, c] => of_two(attribute, a, b, c),
        [a, b, c, d, e, f, g, h] => {
            let rows = of_three(attribute, [[a, b, c], [d, e, f]], [g, h]);
            let columns = of_three(attribute, [[a, d, g], [b, e, h]], [c, f]);
            rows.into_iter().chain(columns).collect()
        }
        _ => Vec::new(),
    }
}

/// Reads `a b / c ?`.
fn of_two(attribute: Attribute, a: i32, b: i32, c: i32) -> Vec<i32> {
    let rows_constant = (a == b).then_some(c);
    let columns_constant = (a == c).then_some(b);
    let difference = attribute.is_ordered().then(|| attribute.step(c, b - a));
    let swap = (b == c && a != b).then_some(a);
    [rows_constant, columns_constant, difference, swap].into_iter().flatten().collect()
}

/// Reads two complete lines and the two given cells of the last.
fn of_three(attribute: Attribute, lines: [[i32; 3]; 2], last: [i32; 2]) -> Vec<i32> {
    let [p, q] = last;
    let mut predicted = Vec::new();
    let constant = |line: &[i32; 3]| line.iter().all(|value| Some(value) == line.first());
    if lines.iter().all(constant) && p == q {
        predicted.push(p);
    }
    if attribute.is_ordered() {
        predicted.extend(progression(attribute, lines, last));
    }
    predicted.extend(distribution(lines, last));
    let operators: &[fn(i32, i32) -> i32] = match attribute {
        Attribute::Number => &[|a, b| a + b, |a, b| a - b],
        Attribute::Lines => &[|a, b| a | b, |a, b| a & b, |a, b| a ^ b, |a, b| a & !b],
        Attribute::Shape | Attribute::Size | Attribute::Fill | Attribute::Rotation => &[],
    };
    let fitting = operators.iter().filter(|operator| lines.iter().all(|&[a, b, c]| operator(a, b) == c));
    predicted.extend(fitting.map(|operator| operator(p, q)));
    predicted
}

/// The same difference everywhere.
fn progression(attribute: Attribute, lines: [[i32; 3]; 2], [p, q]: [i32; 2]) -> Option<i32> {
    let difference = |a: i32, b: i32| attribute.cycle().map_or(b - a, |cycle| (b - a).rem_euclid(cycle));
    let by = difference(p, q);
    let follows = |&[a, b, c]: &[i32; 3]| difference(a, b) == by && difference(b, c) == by;
    lines.iter().all(follows).then(|| attribute.step(q, by))
}

/// The same three values in each line.
fn distribution(lines: [[i32; 3]; 2], [p, q]: [i32; 2]) -> Option<i32> {
    let sorted = |mut line: [i32; 3]| {
        line.sort_unstable();
        line
    };
    let [values, others] = lines.map(sorted);
    let [low, middle, high] = values;
    let three = low < middle && middle < high && values == others;
    let two_of_them = p != q && values.contains(&p) && values.contains(&q);
    (three && two_of_them).then(|| low + middle + high - p - q)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_square_is_read_from_rows_and_columns() {
        assert_eq!(predictions(Attribute::Shape, &[4, 1, 2, 2, 4, 1, 1, 2]), [4, 4]);
    }

    #[test]
    fn two_readings_that_disagree_prove_nothing() {
        // 1 2 3 / 2 3 1 is a distribution of three; 3 1 leaves 2. With 1 2 3 / 1 2 3 / 1 2, all agree on 3.
        assert!(proves(Attribute::Number, &[1, 2, 3, 1, 2, 3, 1, 2], 3));
        // 1 1 2 / 2 2 4 / 3 3: a sum (6); the columns grow by one (1 2 3) and say 2 4 → 6 by no rule of theirs.
        assert!(proves(Attribute::Number, &[1, 1, 2, 2, 2, 4, 3, 3], 6));
        // 2 4 6 / 1 2 3 / 3 5: sums say 8, and no other family fits rows of different steps.
        assert!(proves(Attribute::Number, &[2, 4, 6, 1, 2, 3, 3, 5], 8));
        // 1 2 3 / 3 6 9 / 2 4 by sums is 6 as well; 1 2 3 / 1 2 3 / 2 3 by steps is 4 and by sums 5.
        assert!(!proves(Attribute::Number, &[1, 2, 3, 1, 2, 3, 2, 3], 4));
    }

    #[test]
    fn or_and_xor_that_disagree_prove_nothing() {
        // Disjoint lines: OR and XOR both fit; the last row shares a line, and they disagree.
        assert!(!proves(Attribute::Lines, &[1, 2, 3, 4, 8, 12, 3, 6], 7));
        assert!(proves(Attribute::Lines, &[3, 6, 7, 5, 9, 13, 3, 10], 11));
    }

    #[test]
    fn a_matrix_of_two_is_an_analogy() {
        assert!(proves(Attribute::Size, &[0, 1, 2], 3));
        assert!(proves(Attribute::Shape, &[5, 5, 2], 2));
        assert!(!proves(Attribute::Size, &[0, 1, 1], 2));
    }
}
