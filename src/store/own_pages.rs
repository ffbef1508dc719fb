//! « Ma boussole » at the kiosks: the words of signed pages, who may open them, and that they were opened and heard.

use rusqlite::Row;

use super::codec::{Count, pictogram, pictogram_code};
use super::{Base, StoreError, Tx};
use crate::domain::badge::Pictogram;
use crate::domain::id::{SynthesisId, VisitId};
use crate::domain::own_page::{Opening, Part, Reading, Sentence, Words};

const READING: &str =
    "SELECT visit_id, synthesis_id, version, station, opened_at, last_at, openings, listenings, screen,
    under_way, heard_at, ended_at FROM own_page_reading";

fn read_reading(row: &Row<'_>) -> rusqlite::Result<Reading> {
    Ok(Reading {
        visit: row.get(0)?,
        synthesis: row.get(1)?,
        version: row.get(2)?,
        station: row.get(3)?,
        opened_at: row.get(4)?,
        last_at: row.get(5)?,
        openings: row.get(6)?,
        listenings: row.get(7)?,
        screen: row.get::<_, Count>(8)?.0,
        under_way: row.get(9)?,
        heard_at: row.get(10)?,
        ended_at: row.get(11)?,
    })
}

/// One row of words, with its place: part, sentence.
type PlacedWords = ((i64, i64), Option<Pictogram>, Words);

fn read_words(row: &Row<'_>) -> rusqlite::Result<PlacedWords> {
    let code: Option<String> = row.get(2)?;
    let picture = code.map(|code| pictogram(&code)).transpose()?;
    Ok(((row.get(0)?, row.get(1)?), picture, Words { strong: row.get(3)?, text: row.get(4)? }))
}

/// Puts words together into sentences and parts; they come in order.
fn parts(rows: Vec<PlacedWords>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut before = None;
    for ((part, sentence), picture, words) in rows {
        if sentence == 0 {
            parts.push(Part { picture, title: words.text, sentences: Vec::new() });
        } else if let Some(open) = parts.last_mut() {
            match open.sentences.last_mut().filter(|_| before == Some((part, sentence))) {
                Some(begun) => begun.0.push(words),
                None => open.sentences.push(Sentence(vec![words])),
            }
        }
        before = Some((part, sentence));
    }
    parts
}

impl Base<'_> {
    /// Returns what the page of a version said when it was signed; nothing where it was not kept.
    pub fn own_page(&self, synthesis: SynthesisId, version: u32) -> Result<Option<Vec<Part>>, StoreError> {
        let sql = "SELECT part, sentence, picture, strong, text FROM own_page_words
                   WHERE synthesis_id = ?1 AND version = ?2 ORDER BY part, sentence, position";
        let found = parts(self.all(sql, (synthesis, version), read_words)?);
        Ok(Some(found).filter(|parts| !parts.is_empty()))
    }

    pub fn own_page_opening(&self, synthesis: SynthesisId) -> Result<Option<Opening>, StoreError> {
        let sql = "SELECT at, staff_id, is_open FROM own_page_opening WHERE synthesis_id = ?1";
        self.one(sql, [synthesis], |row| Ok(Opening { at: row.get(0)?, by: row.get(1)?, is_open: row.get(2)? }))
    }

    /// Returns what was done with a page, the latest first.
    pub fn own_page_readings(&self, synthesis: SynthesisId) -> Result<Vec<Reading>, StoreError> {
        let sql = format!("{READING} WHERE synthesis_id = ?1 ORDER BY last_at DESC, visit_id DESC");
        self.all(&sql, [synthesis], read_reading)
    }

    pub fn own_page_reading(
        &self,
        visit: VisitId,
        (synthesis, version): (SynthesisId, u32),
    ) -> Result<Option<Reading>, StoreError> {
        let sql = format!("{READING} WHERE visit_id = ?1 AND synthesis_id = ?2 AND version = ?3");
        self.one(&sql, (visit, synthesis, version), read_reading)
    }

    /// Returns the last version that was signed.
    pub fn last_signed(&self, synthesis: SynthesisId) -> Result<Option<u32>, StoreError> {
        let sql = "SELECT max(version) FROM signed_copy WHERE synthesis_id = ?1";
        Ok(self.one(sql, [synthesis], |row| row.get(0))?.flatten())
    }
}

impl Tx<'_> {
    /// Keeps what the page of a signed version says.
    pub fn keep_own_page(&self, synthesis: SynthesisId, version: u32, parts: &[Part]) -> Result<(), StoreError> {
        for (number, part) in (1_i64..).zip(parts) {
            let title = Words { text: part.title.clone(), strong: true };
            self.put_words((synthesis, version), (number, 0, 1), part.picture, &title)?;
            for (sentence, said) in (1_i64..).zip(&part.sentences) {
                for (position, words) in (1_i64..).zip(&said.0) {
                    self.put_words((synthesis, version), (number, sentence, position), None, words)?;
                }
            }
        }
        Ok(())
    }

    fn put_words(
        &self,
        (synthesis, version): (SynthesisId, u32),
        (part, sentence, position): (i64, i64, i64),
        picture: Option<Pictogram>,
        words: &Words,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO own_page_words (synthesis_id, version, part, sentence, position, picture, strong, text)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let picture = picture.and_then(pictogram_code);
        let row = (synthesis, version, part, sentence, position, picture, words.strong, &words.text);
        self.put("own_page_words", sql, row)
    }

    pub fn put_own_page_opening(&self, synthesis: SynthesisId, opening: &Opening) -> Result<(), StoreError> {
        let sql = "INSERT INTO own_page_opening (synthesis_id, staff_id, at, is_open) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (synthesis_id) DO UPDATE SET
                   staff_id = excluded.staff_id, at = excluded.at, is_open = excluded.is_open";
        self.put("own_page_opening", sql, (synthesis, opening.by, opening.at, opening.is_open))
    }

    pub fn put_own_page_reading(&self, reading: &Reading) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO own_page_reading (visit_id, synthesis_id, version, station, opened_at, last_at, openings,
                   listenings, screen, under_way, heard_at, ended_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                   ON CONFLICT (visit_id, synthesis_id, version) DO UPDATE SET
                   station = excluded.station, opened_at = excluded.opened_at, last_at = excluded.last_at,
                   openings = excluded.openings, listenings = excluded.listenings, screen = excluded.screen,
                   under_way = excluded.under_way, heard_at = excluded.heard_at, ended_at = excluded.ended_at";
        self.put(
            "own_page_reading",
            sql,
            rusqlite::params![
                reading.visit,
                reading.synthesis,
                reading.version,
                reading.station,
                reading.opened_at,
                reading.last_at,
                reading.openings,
                reading.listenings,
                Count(reading.screen),
                reading.under_way,
                reading.heard_at,
                reading.ended_at
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, strong: bool) -> Words {
        Words { text: text.to_owned(), strong }
    }

    #[test]
    fn words_in_order_make_the_parts_again() {
        let row = |place, picture, text, strong| (place, picture, words(text, strong));
        let rows = vec![
            row((1, 0), Some(Pictogram::Key), "Vos pistes", true),
            row((1, 1), None, "Logistique. ", true),
            row((1, 1), None, "Vous aimez ranger.", false),
            row((1, 2), None, "Cariste.", true),
            row((2, 0), None, "", true),
            row((2, 1), None, "Cette page est à vous.", false),
        ];
        let found = parts(rows);
        assert_eq!(found.len(), 2);
        let texts: Vec<String> = found[0].sentences.iter().map(Sentence::text).collect();
        assert_eq!(texts, ["Logistique. Vous aimez ranger.", "Cariste."]);
        assert_eq!((found[0].picture, found[1].picture), (Some(Pictogram::Key), None));
    }
}
