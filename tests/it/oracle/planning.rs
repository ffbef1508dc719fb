//! The most demands that can be placed, then the fewest days of waiting, as HiGHS and CP-SAT proved them.

use std::path::{Path, PathBuf};

use boussole::domain::planning::{Effort, Level, Objective, Plan};
use boussole::exchange::plan_file::read_instance;

use super::oracle_or_skip;

#[track_caller]
fn assert_proved(path: &Path, placed: i64, waiting_days: i64) {
    let named = read_instance(path).unwrap();
    let effort = Effort { max_nodes: 10_000, keep_going: &|| true };
    let plan = Plan::search(&named.instance, Objective::PlacedThenWait, None, effort);
    assert_eq!(plan.breaches(&named.instance), [], "{}", path.display());
    assert!(plan.is_proved(), "{}: {:?}", path.display(), plan.levels);
    let values: Vec<(Level, i64)> = plan.levels.iter().map(|level| (level.level, level.value)).take(2).collect();
    assert_eq!(values, [(Level::Placed, placed), (Level::Wait, waiting_days)], "{}", path.display());
}

/// Copied from the reference data, which a generator of the project made: nothing in them is about anybody.
#[test]
fn copied_instances_have_the_proved_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/planning");
    for (name, placed, waiting_days) in [
        ("small-thin-7.json", 25, 702),
        ("small-heavy-3.json", 67, 1794),
        ("small-base-1.json", 48, 948),
        ("week-400-28.json", 83, 4387),
    ] {
        assert_proved(&folder.join(name), placed, waiting_days);
    }
}

/// Every line of the table but the greatest instances, which are for a build with optimisation.
#[test]
fn every_small_instance_has_the_proved_values() {
    let oracle = oracle_or_skip!();
    let folder = PathBuf::from(oracle.path("planning"));
    let table = std::fs::read_to_string(folder.join("oracle.tsv")).unwrap();
    let mut compared = 0;
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let greatest = if cfg!(debug_assertions) { "small" } else { "" };
        if cells[0].contains(greatest) {
            assert_proved(&folder.join(cells[0]), cells[1].parse().unwrap(), cells[2].parse().unwrap());
            compared += 1;
        }
    }
    assert!(compared >= 24, "{compared}");
}
