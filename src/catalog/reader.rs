//! Reads a parsed TOML tree table by table: every value with its line, every deviation noted, none fatal.
//!
//! Serde's derive stops at the first error; an author wants them all at once.

use std::path::Path;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::definition_check::{Expected, Problem, Reason};

/// A value and the line where it stands, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    pub value: T,
    pub line: usize,
}

/// A list with its line, each element with its own.
pub type PlacedList<T> = Placed<Vec<Placed<T>>>;

/// The problems of one file, and where its lines begin.
#[derive(Debug)]
pub struct Findings<'f> {
    file: &'f Path,
    line_starts: Vec<usize>,
    problems: Vec<Problem>,
}

impl<'f> Findings<'f> {
    pub fn new(file: &'f Path, text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { file, line_starts: std::iter::once(0).chain(starts).collect(), problems: Vec::new() }
    }

    pub fn file(&self) -> &'f Path {
        self.file
    }

    pub fn line_at(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    pub fn note(&mut self, line: usize, key: impl Into<String>, reason: Reason) {
        self.problems.push(Problem::new(self.file, line, key, reason));
    }

    /// Returns the problems in the order of their lines.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }
}

/// One table being read. Its keys are asked for by name; [`TableReader::finish`] refuses the others.
#[derive(Debug)]
pub struct TableReader<'t> {
    table: &'t DeTable<'t>,
    path: String,
    line: usize,
    asked: Vec<&'static str>,
}

impl<'t> TableReader<'t> {
    pub fn new(table: &'t DeTable<'t>, path: impl Into<String>, line: usize) -> Self {
        Self { table, path: path.into(), line, asked: Vec::new() }
    }

    pub fn line(&self) -> usize {
        self.line
    }

    /// A table that is not written: all its keys are absent.
    pub fn empty(path: String, line: usize) -> TableReader<'static> {
        static NOTHING: LazyLock<DeTable<'static>> = LazyLock::new(DeTable::default);
        TableReader::new(&NOTHING, path, line)
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// Names the table by its own identifier in the problems that follow.
    pub fn rename(&mut self, path: String) {
        self.path = path;
    }

    pub fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Returns whether the key is there with a value of this sort.
    pub fn is(&self, key: &str, sort: impl Fn(&DeValue<'_>) -> bool) -> bool {
        self.table.get(key).is_some_and(|found| sort(found.get_ref()))
    }

    /// Returns the keys as they are written, each with its value.
    pub fn entries(&self) -> impl Iterator<Item = (&'t str, &'t Spanned<DeValue<'t>>)> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), value))
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn read<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings<'_>,
        convert: impl Fn(&'t DeValue<'t>) -> Result<T, Reason>,
    ) -> Option<Placed<T>> {
        let found = self.get(key)?;
        let line = findings.line_at(found.span().start);
        match convert(found.get_ref()) {
            Ok(value) => Some(Placed { value, line }),
            Err(reason) => {
                findings.note(line, self.key(key), reason);
                None
            }
        }
    }

    /// Notes that a key must be there, unless it is and was noted for something else.
    pub fn require<T>(&self, key: &str, value: Option<T>, findings: &mut Findings<'_>) -> Option<T> {
        if value.is_none() && !self.has(key) {
            findings.note(self.line, self.key(key), Reason::MissingKey);
        }
        value
    }

    /// A text, never blank.
    pub fn text(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<Placed<String>> {
        self.read(key, findings, text)
    }

    pub fn number(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<Placed<f64>> {
        self.read(key, findings, number)
    }

    /// A number in `min ..= max`.
    pub fn number_within(
        &mut self,
        key: &'static str,
        (min, max): (f64, f64),
        findings: &mut Findings<'_>,
    ) -> Option<Placed<f64>> {
        self.read(key, findings, |value| match number(value)? {
            within if (min..=max).contains(&within) => Ok(within),
            _ => Err(Reason::OutOfRange { min, max }),
        })
    }

    /// A whole number in `min ..= max`.
    pub fn whole(
        &mut self,
        key: &'static str,
        (min, max): (u32, u32),
        findings: &mut Findings<'_>,
    ) -> Option<Placed<u32>> {
        self.read(key, findings, |value| {
            let DeValue::Integer(digits) = value else {
                return Err(Reason::WrongType { expected: Expected::WholeNumber });
            };
            match u32::from_str_radix(digits.as_str(), digits.radix()) {
                Ok(within) if (min..=max).contains(&within) => Ok(within),
                _ => Err(Reason::OutOfRange { min: f64::from(min), max: f64::from(max) }),
            }
        })
    }

    pub fn yes_no(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<Placed<bool>> {
        self.read(key, findings, |value| value.as_bool().ok_or(Reason::WrongType { expected: Expected::YesNo }))
    }

    /// A text out of a closed list; returns what the list pairs with it.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&str, T)],
        findings: &mut Findings<'_>,
    ) -> Option<Placed<T>> {
        self.read(key, findings, |value| {
            let found = text(value)?;
            let entry = list.iter().find(|(name, _)| *name == found);
            entry.map(|(_, meaning)| *meaning).ok_or_else(|| {
                let names: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
                Reason::NotAllowed { found, allowed: names.join(", ") }
            })
        })
    }

    pub fn table(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<TableReader<'t>> {
        let path = self.key(key);
        let found =
            self.read(key, findings, |value| value.as_table().ok_or(Reason::WrongType { expected: Expected::Table }))?;
        Some(TableReader::new(found.value, path, found.line))
    }

    /// A list of tables; their paths are numbered from 1.
    pub fn tables(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Vec<TableReader<'t>> {
        let path = self.key(key);
        match self.get(key) {
            Some(found) => tables_of(found, &path, findings),
            None => Vec::new(),
        }
    }

    /// One table, or a list of tables.
    pub fn table_or_tables(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Vec<TableReader<'t>> {
        if self.is(key, |value| value.as_table().is_some()) {
            self.table(key, findings).into_iter().collect()
        } else {
            self.tables(key, findings)
        }
    }

    /// A list of texts, each with its line.
    pub fn texts(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<PlacedList<String>> {
        self.list(key, findings, text)
    }

    /// The elements of a list, each with its line; none when `convert` refuses one of them, which is noted.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings<'_>,
        convert: impl Fn(&'t DeValue<'t>) -> Result<T, Reason>,
    ) -> Option<PlacedList<T>> {
        let list =
            self.read(key, findings, |value| value.as_array().ok_or(Reason::WrongType { expected: Expected::List }))?;
        let mut values = Vec::new();
        for element in list.value.iter() {
            let line = findings.line_at(element.span().start);
            match convert(element.get_ref()) {
                Ok(value) => values.push(Placed { value, line }),
                Err(reason) => findings.note(line, self.key(key), reason),
            }
        }
        (values.len() == list.value.len()).then_some(Placed { value: values, line: list.line })
    }

    /// Accepts keys without using them: they change nothing in what is shown or scored.
    pub fn accept(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// Accepts keys that have no effect yet, and says so.
    pub fn accept_without_effect(&mut self, keys: &[&'static str], findings: &mut Findings<'_>) {
        self.note_present(keys, &Reason::NoEffect, findings);
    }

    /// Refuses keys that belong to another sort of part, unless they were read.
    pub fn refuse_misplaced(&mut self, keys: &[&'static str], findings: &mut Findings<'_>) {
        let unread: Vec<&'static str> = keys.iter().copied().filter(|key| !self.asked.contains(key)).collect();
        self.note_present(&unread, &Reason::MisplacedKey, findings);
    }

    /// Refuses known keys without which the part would not be what its author wrote.
    pub fn refuse_unsupported(&mut self, keys: &[&'static str], findings: &mut Findings<'_>) {
        self.note_present(keys, &Reason::NotSupported, findings);
    }

    fn note_present(&mut self, keys: &[&'static str], reason: &Reason, findings: &mut Findings<'_>) {
        for key in keys {
            if let Some(found) = self.get(key) {
                findings.note(findings.line_at(found.span().start), self.key(key), reason.clone());
            }
        }
    }

    /// Notes the keys that nobody asked for.
    pub fn finish(self, findings: &mut Findings<'_>) {
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                findings.note(findings.line_at(key.span().start), self.key(key.get_ref()), Reason::UnknownKey);
            }
        }
    }
}

/// Returns the tables of a list; their paths are numbered from 1.
pub fn tables_of<'t>(found: &'t Spanned<DeValue<'t>>, path: &str, findings: &mut Findings<'_>) -> Vec<TableReader<'t>> {
    let Some(list) = found.get_ref().as_array() else {
        let reason = Reason::WrongType { expected: Expected::TableList };
        findings.note(findings.line_at(found.span().start), path, reason);
        return Vec::new();
    };
    let mut tables = Vec::new();
    for (index, element) in list.iter().enumerate() {
        let line = findings.line_at(element.span().start);
        match element.get_ref().as_table() {
            Some(table) => tables.push(TableReader::new(table, format!("{path}.{}", index + 1), line)),
            None => findings.note(line, path, Reason::WrongType { expected: Expected::TableList }),
        }
    }
    tables
}

/// Reads a text that says something.
pub fn text(value: &DeValue<'_>) -> Result<String, Reason> {
    match value.as_str() {
        None => Err(Reason::WrongType { expected: Expected::Text }),
        Some(blank) if blank.trim().is_empty() => Err(Reason::EmptyText),
        Some(text) => Ok(text.to_owned()),
    }
}

/// Reads a finite number, written with or without decimals.
pub fn number(value: &DeValue<'_>) -> Result<f64, Reason> {
    let wrong = Reason::WrongType { expected: Expected::Number };
    let number = match value {
        DeValue::Integer(digits) => match i64::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(whole) => whole as f64,
            Err(_) => return Err(wrong),
        },
        DeValue::Float(digits) => match digits.as_str().parse::<f64>() {
            Ok(float) => float,
            Err(_) => return Err(wrong),
        },
        _ => return Err(wrong),
    };
    if number.is_finite() { Ok(number) } else { Err(Reason::NotFinite) }
}
