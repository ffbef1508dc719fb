//! From the cells of the sheets to the text of a definition.

use std::path::Path;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value};

use super::book::Sheet;
use super::layout::{Column, Form, Grid, Sort, folded, layout};
use super::{Located, Place, cell};
use crate::domain::definition_check::{Problem, Reason};

const FORMAT: &str = "boussole-evaluation/1";

/// The name of a question that is taken for practice.
const PRACTICE: &str = "pratique";

/// A line that says something to authors only.
const COMMENT: char = '#';

/// Types of questions that a sheet has no columns for.
const ONLY_IN_FILES: [&str; 2] = ["matrice", "tache"];

/// Returns the text of the definition with the place of each key.
pub fn build(file: &Path, sheets: &[Sheet]) -> Result<Located, Vec<Problem>> {
    let mut builder = Builder { file, located: Located::default(), problems: Vec::new(), document: DocumentMut::new() };
    let layout = layout();
    builder.document.insert("format", FORMAT.into());
    builder.form(sheets, &layout.card);
    builder.form(sheets, &layout.instructions);
    builder.answers(builder.find(sheets, &layout.answers.name));
    match builder.find(sheets, &layout.questions.name) {
        Some(sheet) => builder.questions(sheet),
        None => builder.missing(&layout.questions.name),
    }
    match builder.find(sheets, &layout.scales.name) {
        Some(sheet) => builder.scales(sheet),
        None => builder.missing(&layout.scales.name),
    }
    builder.bands(builder.find(sheets, &layout.bands.name));
    if !builder.problems.is_empty() {
        return Err(builder.problems);
    }
    builder.located.text = builder.document.to_string();
    Ok(builder.located)
}

struct Builder<'f> {
    file: &'f Path,
    located: Located,
    problems: Vec<Problem>,
    document: DocumentMut,
}

/// One line of a grid: its values by key, each with its column.
struct Row<'s> {
    number: usize,
    cells: Vec<(usize, &'static Column, &'s str)>,
}

impl<'s> Row<'s> {
    fn get(&self, key: &str) -> &'s str {
        self.cells.iter().find(|(_, column, _)| column.key == key).map_or("", |(.., text)| *text)
    }
}

impl Builder<'_> {
    fn find<'s>(&self, sheets: &'s [Sheet], name: &str) -> Option<&'s Sheet> {
        sheets.iter().find(|sheet| folded(&sheet.name) == folded(name))
    }

    fn missing(&mut self, name: &str) {
        self.problems.push(Problem::new(self.file, 0, "", Reason::MissingSheet { name: name.to_owned() }));
    }

    fn note(&mut self, place: &Place, reason: Reason) {
        self.problems.push(Problem::new(self.file, 0, place.told(), reason));
    }

    /// Reads a cell, and notes where it stands.
    fn read(&mut self, sort: Sort, text: &str, place: &Place) -> Option<Value> {
        match cell::value(sort, text) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.note(place, reason);
                None
            }
        }
    }

    fn form(&mut self, sheets: &[Sheet], form: &Form) {
        let Some(sheet) = self.find(sheets, &form.name) else { return self.missing(&form.name) };
        for line in &form.lines {
            let nowhere = Place { sheet: sheet.name.clone(), row: 0, column: 0, title: line.title.clone() };
            self.located.places.insert(line.key.clone(), nowhere);
        }
        for (number, row) in (1..).zip(&sheet.rows).skip(1) {
            let [title, text] = [0, 1].map(|index| row.get(index).map_or("", String::as_str));
            if title.is_empty() || title.starts_with(COMMENT) {
                continue;
            }
            let place = Place { sheet: sheet.name.clone(), row: number, column: 2, title: title.to_owned() };
            let Some(line) = form.lines.iter().find(|line| folded(&line.title) == folded(title)) else {
                self.note(&place, Reason::UnknownLine { name: title.to_owned() });
                continue;
            };
            self.located.places.insert(line.key.clone(), place.clone());
            if text.is_empty() {
                continue;
            }
            if let Some(value) = self.read(line.sort, text, &place)
                && let Some((table, key)) = line.key.split_once('.')
            {
                let table = self.document.entry(table).or_insert(Item::Table(Table::new()));
                if let Some(table) = table.as_table_mut() {
                    table.insert(key, value.into());
                }
            }
        }
    }

    /// Returns the lines of a grid that say something; the first line that is no comment names the columns.
    fn rows<'s>(&mut self, sheet: &'s Sheet, grid: &'static Grid) -> Vec<Row<'s>> {
        let is_comment = |row: &[String]| {
            row.first().is_some_and(|cell| cell.starts_with(COMMENT)) || row.iter().all(String::is_empty)
        };
        let mut lines = (1..).zip(&sheet.rows).filter(|(_, row)| !is_comment(row));
        let Some((number, header)) = lines.next() else { return Vec::new() };
        let mut columns = Vec::new();
        for (index, title) in (1..).zip(header).filter(|(_, title)| !title.is_empty() && !title.starts_with(COMMENT)) {
            match grid.columns.iter().find(|column| folded(&column.title) == folded(title)) {
                Some(column) => columns.push((index, column)),
                None => {
                    let place = Place { sheet: sheet.name.clone(), row: number, column: index, title: title.clone() };
                    self.note(&place, Reason::UnknownColumn { name: title.clone() });
                }
            }
        }
        // A column that the sheet lacks has a place too: a key that is missing is told by its title.
        let absent = grid.columns.iter().filter(|column| !columns.iter().any(|(_, known)| known.key == column.key));
        columns.extend(absent.map(|column| (0, column)).collect::<Vec<_>>());
        lines
            .map(|(number, row)| {
                let cell = |index: usize| row.get(index.wrapping_sub(1)).map_or("", String::as_str);
                let cells = columns.iter().map(|(index, column)| (*index, *column, cell(*index)));
                Row { number, cells: cells.collect() }
            })
            .collect()
    }

    fn place(sheet: &Sheet, row: &Row<'_>, index: usize, column: &Column) -> Place {
        Place { sheet: sheet.name.clone(), row: row.number, column: index, title: column.title.clone() }
    }

    /// Makes a table of a line; `path` is what the reader of definitions calls it.
    fn table(&mut self, sheet: &Sheet, row: &Row<'_>, path: &str) -> Table {
        let mut table = Table::new();
        let item_type = cell::word(row.get("type"));
        let mut options = Array::new();
        for (index, column, text) in &row.cells {
            let place = Self::place(sheet, row, *index, column);
            if !self.located.places.contains_key(path) {
                self.located.places.insert(path.to_owned(), place.clone());
            }
            let key = match column.sort {
                Sort::Choice => format!("{path}.options.{}", options.len() + 1),
                _ => format!("{path}.{}", column.key),
            };
            if column.sort != Sort::Choice || !text.is_empty() {
                self.located.places.insert(key, place.clone());
            }
            if text.is_empty() {
                continue;
            }
            match column.sort {
                Sort::Choice => {
                    let id = column.key.trim_start_matches("options.");
                    match cell::option(id, text) {
                        Ok(option) => options.push(option),
                        Err(reason) => self.note(&place, reason),
                    }
                }
                Sort::Correct => match cell::correct(&item_type, text) {
                    Ok(value) => drop(table.insert(&column.key, value.into())),
                    Err(reason) => self.note(&place, reason),
                },
                sort => {
                    if let Some(value) = self.read(sort, text, &place) {
                        table.insert(&column.key, value.into());
                    }
                }
            }
        }
        if !options.is_empty() {
            for option in options.iter_mut() {
                option.decor_mut().set_prefix("\n  ");
            }
            options.set_trailing("\n");
            options.set_trailing_comma(true);
            table.insert("options", options.into());
        }
        table
    }

    fn answers(&mut self, sheet: Option<&Sheet>) {
        let Some(sheet) = sheet else { return };
        let grid = &layout().answers;
        let mut scales = Table::new();
        scales.set_implicit(true);
        for row in self.rows(sheet, grid) {
            let name = row.get("nom");
            let entry = scales.entry(name).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
            let Some(points) = entry.as_array_of_tables_mut() else { continue };
            let path = format!("reponses.{name}.{}", points.len() + 1);
            let mut table = self.table(sheet, &row, &path);
            table.remove("nom");
            points.push(table);
        }
        if !scales.is_empty() {
            self.document.insert("reponses", Item::Table(scales));
        }
    }

    fn questions(&mut self, sheet: &Sheet) {
        let (mut items, mut practices) = (ArrayOfTables::new(), ArrayOfTables::new());
        for row in self.rows(sheet, &layout().questions) {
            let id = row.get("id");
            let item_type = cell::word(row.get("type"));
            if let (true, Some((index, column, text))) =
                (ONLY_IN_FILES.contains(&item_type.as_str()), row.cells.iter().find(|(_, c, _)| c.key == "type"))
            {
                let place = Self::place(sheet, &row, *index, column);
                self.note(&place, Reason::NeedsFile { found: (*text).to_owned() });
                continue;
            }
            if folded(id) == PRACTICE {
                let path = format!("pratique.{}", practices.len() + 1);
                let mut table = self.table(sheet, &row, &path);
                table.remove("id");
                practices.push(table);
            } else {
                let path = if id.is_empty() { format!("items.{}", items.len() + 1) } else { format!("items.{id}") };
                items.push(self.table(sheet, &row, &path));
            }
        }
        self.put("pratique", practices);
        self.put("items", items);
    }

    fn scales(&mut self, sheet: &Sheet) {
        let mut scales = ArrayOfTables::new();
        for row in self.rows(sheet, &layout().scales) {
            let id = row.get("id");
            let path = if id.is_empty() { format!("echelles.{}", scales.len() + 1) } else { format!("echelles.{id}") };
            scales.push(self.table(sheet, &row, &path));
        }
        self.put("echelles", scales);
    }

    fn bands(&mut self, sheet: Option<&Sheet>) {
        let Some(sheet) = sheet else { return };
        let mut bands = ArrayOfTables::new();
        for row in self.rows(sheet, &layout().bands) {
            let path = format!("restitution.bandes.{}", bands.len() + 1);
            let mut table = self.table(sheet, &row, &path);
            table.entry("metrique").or_insert("brut".into());
            bands.push(table);
        }
        if bands.is_empty() {
            return;
        }
        let restitution = self.document.entry("restitution").or_insert(Item::Table(Table::new()));
        if let Some(restitution) = restitution.as_table_mut() {
            restitution.insert("bandes", Item::ArrayOfTables(bands));
        }
    }

    fn put(&mut self, key: &str, tables: ArrayOfTables) {
        if !tables.is_empty() {
            self.document.insert(key, Item::ArrayOfTables(tables));
        }
    }
}
