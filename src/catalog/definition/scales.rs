//! `[[echelles]]` and `[[normes]]`.

use crate::catalog::reader::text;
use crate::domain::assessment::{Direction, ItemId, Key, Method, Reliability};
use crate::domain::definition_check::Reason;

use super::{Definition, Findings, Placed, ReadingSort, ScaleEntry, TableReader};

/// The share of answers that makes a score, where a scale does not say.
const MINIMUM_ANSWERED: f64 = 0.8;

const METHODS: [(&str, Result<Method, &str>); 6] = [
    ("moyenne", Ok(Method::Mean)),
    ("proportion", Ok(Method::Proportion)),
    ("somme", Err("somme")),
    ("plus_moins", Err("plus_moins")),
    ("irt", Err("irt")),
    ("aucune", Err("aucune")),
];

const COEFFICIENTS: [&str; 4] = ["alpha", "omega", "test_retest", "marginale"];

pub fn read(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let id = table.text("id", findings);
    let id = table.require("id", id, findings);
    if let Some(id) = &id {
        table.rename(format!("echelles.{}", id.value));
    }
    let title = definition.said(&mut table, "titre", ReadingSort::Title, findings);
    let title = table.require("titre", title, findings);
    let method = table.one_of("methode", &METHODS, findings);
    let method = table.require("methode", method, findings).and_then(|found| match found.value {
        Ok(method) => Some(method),
        Err(name) => {
            let reason = Reason::UnsupportedMethod { found: name.to_owned() };
            findings.note(found.line, table.key("methode"), reason);
            None
        }
    });
    let keys = table.list("items", findings, |value| Ok(key(&text(value)?)));
    let keys = table.require("items", keys, findings);
    let minimum_answered = table.number("min_repondus", findings);
    let min = table.number("borne_min", findings);
    let max = table.number("borne_max", findings);
    let reliability = table.table("fidelite", findings).and_then(|found| read_reliability(found, findings));
    table.accept(&["dimension"]);

    let path = table.path().to_owned();
    let line = table.line();
    table.finish(findings);
    if let Some(id) = id {
        definition.scales.push(ScaleEntry {
            id,
            path,
            title: title.unwrap_or_default(),
            // A scale without keys is noted already; its method would only bring more of the same.
            method: method.filter(|_| keys.is_some()),
            keys: keys.unwrap_or(Placed { value: Vec::new(), line }),
            minimum_answered: minimum_answered.unwrap_or(Placed { value: MINIMUM_ANSWERED, line }),
            min,
            max,
            reliability,
        });
    }
}

/// Reads `E1` or `-E1`.
fn key(written: &str) -> Key {
    match written.strip_prefix('-') {
        Some(item) => Key { item: ItemId(item.to_owned()), direction: Direction::Reversed },
        None => Key { item: ItemId(written.to_owned()), direction: Direction::Positive },
    }
}

fn read_reliability(mut table: TableReader<'_>, findings: &mut Findings<'_>) -> Option<Reliability> {
    let coefficient = table.one_of("coefficient", &COEFFICIENTS.map(|name| (name, name)), findings);
    let value = table.number_within("valeur", (-1.0, 1.0), findings);
    let n = table.whole("n", (1, u32::MAX), findings);
    let source = table.text("source", findings);
    table.finish(findings);
    Some(Reliability {
        coefficient: coefficient?.value.to_owned(),
        value: value?.value,
        n: n?.value,
        source: source?.value,
    })
}

pub fn read_norm(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let scale = table.text("echelle", findings);
    let scale = table.require("echelle", scale, findings);
    let n = table.whole("n", (1, u32::MAX), findings);
    let n = table.require("n", n, findings);
    for key in ["population", "date"] {
        let words = table.text(key, findings);
        table.require(key, words, findings);
    }
    table.number("moyenne", findings);
    table.number_within("ecart_type", (0.0, f64::MAX), findings);
    table.yes_no("provisoire", findings);
    table.accept(&["table"]);
    let path = table.key("echelle");
    table.finish(findings);
    let Some(scale) = scale else { return };
    if definition.scales.iter().all(|known| known.id.value != scale.value) {
        findings.note(scale.line, path, Reason::UnknownScale { name: scale.value });
    } else if let Some(n) = n {
        let largest = definition.norms.entry(scale.value).or_default();
        *largest = n.value.max(*largest);
    }
}
