//! Response quality: careless 1.2.2 and base R.

use super::{Table, assert_columns_close, oracle_or_skip, study};

#[test]
fn careless_indices_of_2800_people_agree() {
    let oracle = oracle_or_skip!();
    let have = Table::parse(&study(&["quality", &oracle.path("bfi.csv"), "--keys", &oracle.path("bfi_keys.json")]));
    let want = oracle.csv("bfi_careless_indices.csv");
    for column in ["id", "complete", "longstring"] {
        assert!(have.text(column) == want.text(column), "{column}");
    }
    for column in ["avgstr", "irv", "evenodd", "mahad_d2", "psychsyn"] {
        assert_columns_close(column, &have.numbers(column), &want.numbers(column), 1e-9);
    }
}
