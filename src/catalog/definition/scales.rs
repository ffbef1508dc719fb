//! `[[echelles]]` and `[[normes]]`.

use toml::de::DeValue;

use crate::catalog::reader::{number, text};
use crate::domain::assessment::{Direction, ItemId, Key, Method, Norm, Reliability, ScaleId};
use crate::domain::definition_check::Reason;

use super::{Definition, Findings, Placed, ReadingSort, ScaleEntry, TableReader};

/// The share of answers that makes a score, where a scale does not say.
const MINIMUM_ANSWERED: f64 = 0.8;

#[derive(Clone, Copy)]
enum MethodName {
    Mean,
    Sum,
    Proportion,
    MostLeast,
    Rank,
    Theta,
    Difference,
    Unscored,
}

const METHODS: [(&str, MethodName); 8] = [
    ("moyenne", MethodName::Mean),
    ("somme", MethodName::Sum),
    ("proportion", MethodName::Proportion),
    ("plus_moins", MethodName::MostLeast),
    ("rang", MethodName::Rank),
    ("irt", MethodName::Theta),
    ("difference", MethodName::Difference),
    ("aucune", MethodName::Unscored),
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
    let named = table.one_of("methode", &METHODS, findings);
    let named = table.require("methode", named, findings);
    let method = named.and_then(|named| {
        let method = read_method(named.value, &mut table, findings)?;
        Some(Placed { value: method, line: named.line })
    });
    let keys = table.list("items", findings, |value| Ok(key(&text(value)?)));
    let is_difference = method.as_ref().is_some_and(|m| matches!(m.value, Method::Difference { .. }));
    let keys = if is_difference {
        Some(keys.unwrap_or(Placed { value: Vec::new(), line: table.line() }))
    } else {
        table.require("items", keys, findings)
    };
    let minimum_answered = table.number("min_repondus", findings);
    let min = table.number("borne_min", findings);
    let max = table.number("borne_max", findings);
    let reliability = table.table("fidelite", findings).and_then(|found| read_reliability(found, findings));
    table.refuse_misplaced(&["dimension", "de", "a"], findings);

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

/// Reads what a method needs beside its name.
fn read_method(named: MethodName, table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Method> {
    let mut needed = |key: &'static str| {
        let found = table.text(key, findings);
        table.require(key, found, findings).map(|found| found.value)
    };
    Some(match named {
        MethodName::Mean => Method::Mean,
        MethodName::Sum => Method::Sum,
        MethodName::Proportion => Method::Proportion,
        MethodName::MostLeast => Method::MostLeast { dimension: needed("dimension")? },
        MethodName::Rank => Method::Rank { dimension: needed("dimension")? },
        MethodName::Theta => Method::Theta,
        MethodName::Difference => {
            let (from, to) = (needed("de"), needed("a"));
            Method::Difference { from: ScaleId(from?), to: ScaleId(to?) }
        }
        MethodName::Unscored => Method::Unscored,
    })
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
    let population = table.text("population", findings);
    let population = table.require("population", population, findings);
    let date = table.text("date", findings);
    let date = table.require("date", date, findings);
    let mean = table.number("moyenne", findings);
    let sd = table.number_within("ecart_type", (f64::MIN_POSITIVE, f64::MAX), findings);
    table.yes_no("provisoire", findings);
    let rows = table.list("table", findings, row);
    if let Some(rows) = &rows
        && !rows
            .value
            .windows(2)
            .all(|pair| matches!(pair, [low, high] if low.value.0 < high.value.0 && low.value.1 <= high.value.1))
    {
        findings.note(rows.line, table.key("table"), Reason::NormTableOrder);
    }
    if rows.is_none() && mean.is_none() {
        table.require::<()>("moyenne", None, findings);
    }
    if rows.is_none() && sd.is_none() {
        table.require::<()>("ecart_type", None, findings);
    }
    let path = table.key("echelle");
    table.finish(findings);
    let Some(scale) = scale else { return };
    if definition.scales.iter().all(|known| known.id.value != scale.value) {
        findings.note(scale.line, path, Reason::UnknownScale { name: scale.value });
        return;
    }
    let (Some(n), Some(population), Some(date)) = (n, population, date) else { return };
    let norm = Norm {
        population: population.value,
        n: n.value,
        date: date.value,
        mean: mean.map_or(0.0, |found| found.value),
        // A table of ranks needs no deviation: T and sten are refused without one.
        sd: sd.map_or(0.0, |found| found.value),
        ranks: rows.map(|rows| rows.value.into_iter().map(|row| row.value).collect()).unwrap_or_default(),
    };
    let larger = definition.norms.get(&scale.value).is_none_or(|known| known.n < norm.n);
    if larger {
        definition.norms.insert(scale.value, norm);
    }
}

/// Reads one line of a norm table: raw score, percentile rank.
fn row(value: &DeValue<'_>) -> Result<(f64, f64), Reason> {
    let numbers: Vec<f64> = match value.as_array() {
        Some(list) => list.iter().map(|one| number(one.get_ref())).collect::<Result<_, _>>()?,
        None => return Err(Reason::NormTableRow),
    };
    match numbers.as_slice() {
        [raw, rank] if (0.0..=100.0).contains(rank) => Ok((*raw, *rank)),
        _ => Err(Reason::NormTableRow),
    }
}
