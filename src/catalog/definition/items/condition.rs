//! `afficher_si = "SUITE = oui et AGE >= 3"`.

use crate::domain::assessment::{Comparison, Condition, ItemId, Joined, Relation};
use crate::domain::definition_check::Reason;

use super::super::{Findings, TableReader};

/// Longer signs first: `>=` is not `=`.
const RELATIONS: [(&str, Relation); 4] =
    [("!=", Relation::Different), (">=", Relation::AtLeast), ("<=", Relation::AtMost), ("=", Relation::Equal)];

pub fn read(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Condition> {
    let written = table.text("afficher_si", findings)?;
    let condition = parse(&written.value);
    if condition.is_none() {
        findings.note(written.line, table.key("afficher_si"), Reason::BadCondition { found: written.value });
    }
    condition
}

/// Reads comparisons joined by " et " or by " ou ", not by both.
fn parse(text: &str) -> Option<Condition> {
    let (joined, sign) = match (text.contains(" et "), text.contains(" ou ")) {
        (true, true) => return None,
        (_, true) => (Joined::Any, " ou "),
        (_, false) => (Joined::All, " et "),
    };
    let comparisons = text.split(sign).map(comparison).collect::<Option<Vec<_>>>()?;
    Some(Condition { joined, comparisons })
}

fn comparison(text: &str) -> Option<Comparison> {
    let (sign, relation) = RELATIONS.iter().find(|(sign, _)| text.contains(sign))?;
    let (item, value) = text.split_once(sign)?;
    let (item, value) = (item.trim(), value.trim());
    let is_name =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.,".contains(&b));
    (is_name(item) && is_name(value)).then(|| Comparison {
        item: ItemId(item.to_owned()),
        relation: *relation,
        value: value.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_comparisons_joined_by_one_word() {
        let read = parse("SUITE = oui et AGE >= 3").unwrap();
        assert_eq!(read.joined, Joined::All);
        let signs: Vec<Relation> = read.comparisons.iter().map(|comparison| comparison.relation).collect();
        assert_eq!(signs, [Relation::Equal, Relation::AtLeast]);
        assert_eq!(parse("A != b ou A <= 2,5").unwrap().joined, Joined::Any);
        for wrong in ["", "SUITE", "= oui", "A = b et C = d ou E = f", "A = ", "A = b et"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
