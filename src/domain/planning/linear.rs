//! Linear programs with bounded variables: what the exact search asks for thousands of times.
//!
//! Not a general solver: every structural variable has two finite bounds, which is all that the planning model needs,
//! and makes each basis dual feasible by choosing the right bound. Nothing here reads a clock or draws at random.

mod factors;
mod simplex;

pub(super) use simplex::{Bound, Limits, Simplex, Snapshot, Verdict};

/// One row `lower ≤ Σ value·x ≤ upper`; an open side is infinite.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub lower: f64,
    pub upper: f64,
    pub terms: Vec<(usize, f64)>,
}

impl Row {
    pub fn at_most(upper: f64, terms: Vec<(usize, f64)>) -> Self {
        Self { lower: f64::NEG_INFINITY, upper, terms }
    }

    pub fn at_least(lower: f64, terms: Vec<(usize, f64)>) -> Self {
        Self { lower, upper: f64::INFINITY, terms }
    }

    /// Returns the value of the row at a point.
    pub fn activity(&self, point: &[f64]) -> f64 {
        self.terms.iter().map(|&(column, value)| value * point[column]).sum()
    }
}

/// Sparse vectors laid end to end.
#[derive(Clone, Debug, Default)]
struct Lists {
    starts: Vec<usize>,
    entries: Vec<(usize, f64)>,
}

impl Lists {
    fn new() -> Self {
        Self { starts: vec![0], entries: Vec::new() }
    }

    fn push(&mut self, entries: impl IntoIterator<Item = (usize, f64)>) {
        self.entries.extend(entries);
        self.starts.push(self.entries.len());
    }

    fn get(&self, index: usize) -> &[(usize, f64)] {
        &self.entries[self.starts[index]..self.starts[index + 1]]
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns the lists of the other index: `size` lists, entry `(j, v)` of list `i` becoming `(i, v)` of list `j`.
    fn transposed(&self, size: usize) -> Lists {
        let mut starts = vec![0; size + 1];
        for &(index, _) in &self.entries {
            starts[index + 1] += 1;
        }
        for index in 0..size {
            starts[index + 1] += starts[index];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0.0); self.entries.len()];
        for list in 0..self.len() {
            for &(index, value) in self.get(list) {
                entries[next[index]] = (list, value);
                next[index] += 1;
            }
        }
        Lists { starts, entries }
    }
}

#[cfg(test)]
mod tests {
    use microlp::{ComparisonOp, OptimizationDirection, Problem};
    use proptest::prelude::*;

    use super::*;

    const ENOUGH: Limits<'static> = Limits { steps: 10_000, bound: f64::INFINITY, keep_going: &|| true };

    #[test]
    fn a_program_is_solved_and_its_bound_is_its_value() {
        // Chvátal (1983), p. 13: max 5x + 4y + 3z, whose best value is 13 at (2, 0, 1).
        let rows = [
            Row::at_most(5.0, vec![(0, 2.0), (1, 3.0), (2, 1.0)]),
            Row::at_most(11.0, vec![(0, 4.0), (1, 1.0), (2, 2.0)]),
            Row::at_most(8.0, vec![(0, 3.0), (1, 4.0), (2, 2.0)]),
        ];
        let mut simplex = Simplex::new(vec![-5.0, -4.0, -3.0], &[(0.0, 10.0); 3], &rows);
        assert_eq!(simplex.solve(ENOUGH), Verdict::Optimal);
        assert!((simplex.bound().value + 13.0).abs() < 1e-6, "{:?}", simplex.bound());
        let expected = [2.0, 0.0, 1.0];
        assert!(simplex.point().iter().zip(expected).all(|(have, want)| (have - want).abs() < 1e-6));
    }

    #[test]
    fn rows_that_contradict_each_other_have_no_point() {
        let rows = [Row::at_most(1.0, vec![(0, 1.0), (1, 1.0)]), Row::at_least(3.0, vec![(0, 1.0), (1, 2.0)])];
        let mut simplex = Simplex::new(vec![1.0, 1.0], &[(0.0, 1.0); 2], &rows);
        assert_eq!(simplex.solve(ENOUGH), Verdict::Infeasible);
    }

    #[test]
    fn a_bound_may_be_narrowed_and_widened_again() {
        let rows = [Row::at_most(1.0, vec![(0, 1.0), (1, 1.0)])];
        let mut simplex = Simplex::new(vec![-2.0, -1.0], &[(0.0, 1.0); 2], &rows);
        for (upper, value) in [(1.0, -2.0), (0.0, -1.0), (1.0, -2.0)] {
            simplex.set_bounds(0, 0.0, upper);
            assert_eq!(simplex.solve(ENOUGH), Verdict::Optimal);
            assert!((simplex.bound().value - value).abs() < 1e-6);
        }
    }

    fn programs() -> impl Strategy<Value = (Vec<f64>, Vec<Row>)> {
        let row = (proptest::collection::vec(-3..4_i8, 12), -6..7_i8, 0..3_u8).prop_map(|(values, side, kind)| {
            let terms: Vec<(usize, f64)> =
                values.into_iter().map(f64::from).enumerate().filter(|(_, value)| *value != 0.0).collect();
            let side = f64::from(side);
            match kind {
                0 => Row::at_most(side, terms),
                1 => Row::at_least(side, terms),
                _ => Row { lower: side, upper: side + 1.0, terms },
            }
        });
        let cost = proptest::collection::vec((-9..10_i8).prop_map(f64::from), 12);
        (cost, proptest::collection::vec(row, 1..14))
    }

    proptest! {
        #[test]
        fn another_solver_finds_the_same_value((cost, rows) in programs(), fixed in 0..12_usize) {
            let mut simplex = Simplex::new(cost.clone(), &[(0.0, 1.0); 12], &rows);
            simplex.solve(ENOUGH);
            // A second run starts from the basis of the first.
            simplex.set_bounds(fixed, 1.0, 1.0);
            let verdict = simplex.solve(ENOUGH);
            let mut problem = Problem::new(OptimizationDirection::Minimize);
            let range = |index| if index == fixed { (1.0, 1.0) } else { (0.0, 1.0) };
            let variables: Vec<_> =
                cost.iter().enumerate().map(|(index, &cost)| problem.add_var(cost, range(index))).collect();
            for row in &rows {
                let terms: Vec<_> = row.terms.iter().map(|&(index, value)| (variables[index], value)).collect();
                if row.upper < f64::INFINITY {
                    problem.add_constraint(&terms, ComparisonOp::Le, row.upper);
                }
                if row.lower > f64::NEG_INFINITY {
                    problem.add_constraint(&terms, ComparisonOp::Ge, row.lower);
                }
            }
            match problem.solve() {
                Ok(found) => {
                    let value = found.into_solution().unwrap().objective();
                    prop_assert_eq!(verdict, Verdict::Optimal);
                    prop_assert!((simplex.bound().value - value).abs() < 1e-5, "{} {}", simplex.bound().value, value);
                }
                Err(microlp::Error::Infeasible) => prop_assert_eq!(verdict, Verdict::Infeasible),
                Err(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
