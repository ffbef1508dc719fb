//! The communes of the Nord and the Pas-de-Calais, from `assets/communes.csv`.

use std::sync::LazyLock;

use crate::domain::commune::{Commune, CommuneCode, Communes};

// Constant data, not state: the embedded table, read on first use.
static COMMUNES: LazyLock<Communes> = LazyLock::new(|| {
    let lines = include_str!("../../assets/communes.csv").lines().skip(1);
    Communes::new(lines.filter_map(commune).collect())
});

/// Returns the communes inside the program.
pub fn embedded() -> &'static Communes {
    &COMMUNES
}

/// Reads "code,name,present code,post codes separated by spaces,oui or non"; a test counts the lines.
fn commune(line: &str) -> Option<Commune> {
    let mut cells = line.split(',');
    let code = |text: &str| CommuneCode(text.to_owned());
    Some(Commune {
        code: code(cells.next()?),
        name: cells.next()?.to_owned(),
        present: code(cells.next()?),
        post_codes: cells.next()?.split_whitespace().map(str::to_owned).collect(),
        in_cud: cells.next()? == "oui",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_commune_and_names_a_present_one() {
        let communes = embedded();
        assert_eq!(communes.all().len(), 1557);
        assert_eq!(communes.get(&CommuneCode("59183".to_owned())).unwrap().name, "Dunkerque");
        let lost: Vec<&str> = (communes.all().iter())
            .filter(|commune| communes.get(&commune.present).is_none())
            .map(|commune| commune.name.as_str())
            .collect();
        assert_eq!(lost, Vec::<&str>::new());
    }

    #[test]
    fn the_urban_community_has_seventeen_present_communes() {
        let mut codes: Vec<&str> = (embedded().all().iter())
            .filter(|commune| commune.in_cud && commune.code == commune.present)
            .map(|commune| commune.code.0.as_str())
            .collect();
        codes.dedup();
        assert_eq!(codes.len(), 17);
    }
}
