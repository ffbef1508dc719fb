//! Who is looked for: words against one text per person, and where each path stands, for a whole list at once.

use chrono::NaiveDate;
use rusqlite::ToSql;
use rusqlite::types::Value;

use super::codec::{Day, fold};
use super::people::{PARTICIPANT, read_participant};
use super::{Base, StoreError};
use crate::domain::id::{ParticipantId, PrescriberId, SiteId};
use crate::domain::likeness::{Traits, exchanged};
use crate::domain::person::{Email, Participant};

/// Returns what a person is looked for by: the folded name, the figures of the phone, the birth date as ddmmyyyy.
pub(super) fn search_text(folded_name: &str, phone: &str, birth_date: NaiveDate) -> String {
    let figures: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("{folded_name} {figures} {}", birth_date.format("%d%m%Y"))
}

/// Returns the words of a query as [`search_text`] writes them: figures that follow one another are one number, a date
/// with one figure for its day is completed, +33 is 0.
fn query_words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut number = String::new();
    for token in query.replace("+33", "0").split_whitespace() {
        let is_number = token.chars().all(|c| c.is_ascii_digit() || "./-()".contains(c));
        if is_number && token.chars().any(|c| c.is_ascii_digit()) {
            number += &figures(token);
            continue;
        }
        words.extend((!number.is_empty()).then(|| std::mem::take(&mut number)));
        words.extend(fold(token).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words.extend((!number.is_empty()).then_some(number));
    words
}

fn figures(token: &str) -> String {
    let parts: Vec<&str> = token.split(['/', '.', '-']).collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => {
            format!("{day:0>2}{month:0>2}{year}")
        }
        [day, month] if token.contains('/') => format!("{day:0>2}{month:0>2}"),
        _ => token.chars().filter(char::is_ascii_digit).collect(),
    }
}

/// Whose files are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleFilter {
    /// Of the latest referral.
    pub prescriber: Option<PrescriberId>,
    pub site: Option<SiteId>,
}

/// Where a person's path stands, as the base has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Of the latest referral.
    pub prescriber: Option<PrescriberId>,
    pub has_roadmap: bool,
    pub n_open: usize,
    pub n_done: usize,
    pub n_dropped: usize,
    pub synthesis: Option<SynthesisStands>,
    pub is_delivered: bool,
    /// A copy was sent to each prescriber, or waits its ten minutes.
    pub is_leaving: bool,
    /// The path ended before its term.
    pub is_closed: bool,
}

/// How far a synthesis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SynthesisStands {
    Draft,
    Written,
    Signed,
}

impl SynthesisStands {
    pub(super) fn of(state: &str) -> Self {
        match state {
            "written" => SynthesisStands::Written,
            "signed" => SynthesisStands::Signed,
            _ => SynthesisStands::Draft,
        }
    }
}

/// The latest referral of each person.
const LATEST: &str =
    "SELECT r.prescriber_id FROM referral r WHERE r.participant_id = p.id ORDER BY r.received DESC, r.id DESC LIMIT 1";

impl Base<'_> {
    /// Returns the people found by every word of `query`, in any part of their names, phone, birth date or as the number
    /// of their file, in alphabetical order: at most `limit` after the first `skip`.
    pub fn find_participants(
        &self,
        query: &str,
        filter: PeopleFilter,
        (skip, limit): (usize, usize),
    ) -> Result<Vec<Participant>, StoreError> {
        let mut values: Vec<Value> = Vec::new();
        let mut clause = String::from("p.merged_into IS NULL");
        for word in query_words(query) {
            values.push(word.into());
            let n = values.len();
            clause += &format!(" AND (instr(p.search, ?{n}) > 0 OR p.number = ?{n})");
        }
        if let Some(prescriber) = filter.prescriber {
            values.push(prescriber.uuid().to_string().into());
            clause += &format!(" AND ({LATEST}) = ?{}", values.len());
        }
        if let Some(site) = filter.site {
            values.push(site.uuid().to_string().into());
            clause += &format!(" AND ({LATEST}) IN (SELECT id FROM prescriber WHERE site_id = ?{})", values.len());
        }
        // The inner query reads the index alone; the outer one fetches the few that are listed.
        let sql = format!(
            "{PARTICIPANT} WHERE id IN (SELECT p.id FROM participant p INDEXED BY participant_in_order WHERE {clause}
             ORDER BY p.folded_name, p.id LIMIT {limit} OFFSET {skip}) ORDER BY folded_name, id"
        );
        self.all(&sql, rusqlite::params_from_iter(values), read_participant)
    }

    /// Returns where the paths of these people stand, in their order, in one query.
    pub fn standings(&self, people: &[ParticipantId]) -> Result<Vec<Standing>, StoreError> {
        let sql = "SELECT r.prescriber_id, f.id IS NOT NULL,
                   (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'open'),
                   (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'done'),
                   (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'dropped'),
                   y.state, NOT EXISTS (SELECT 1 FROM (SELECT r.prescriber_id AS id
                       UNION SELECT c.prescriber_id FROM co_prescriber c WHERE c.referral_id = r.id) q
                       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.synthesis_id = y.id AND d.version = y.version
                       AND d.state = 'sent' AND d.prescriber_id = q.id)),
                   NOT EXISTS (SELECT 1 FROM (SELECT r.prescriber_id AS id
                       UNION SELECT c.prescriber_id FROM co_prescriber c WHERE c.referral_id = r.id) q
                       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.synthesis_id = y.id AND d.version = y.version
                       AND d.state IN ('sent', 'waiting') AND d.prescriber_id = q.id)),
                   EXISTS (SELECT 1 FROM closing c WHERE c.referral_id = r.id)
                   FROM json_each(?1) wanted
                   LEFT JOIN referral r ON r.id = (SELECT l.id FROM referral l WHERE l.participant_id = wanted.value
                       ORDER BY l.received DESC, l.id DESC LIMIT 1)
                   LEFT JOIN roadmap f ON f.referral_id = r.id
                   LEFT JOIN synthesis y ON y.roadmap_id = f.id
                   ORDER BY wanted.key";
        let ids: Vec<String> = people.iter().map(|id| format!("\"{id}\"")).collect();
        self.all(sql, [format!("[{}]", ids.join(","))], |row| {
            let synthesis = row.get::<_, Option<String>>(5)?.as_deref().map(SynthesisStands::of);
            Ok(Standing {
                prescriber: row.get(0)?,
                has_roadmap: row.get(1)?,
                n_open: row.get::<_, super::codec::Count>(2)?.0,
                n_done: row.get::<_, super::codec::Count>(3)?.0,
                n_dropped: row.get::<_, super::codec::Count>(4)?.0,
                synthesis,
                is_delivered: row.get(6)?,
                is_leaving: row.get(7)?,
                is_closed: row.get(8)?,
            })
        })
    }

    /// Returns what is compared of everybody, in alphabetical order.
    pub fn traits(&self) -> Result<Vec<Traits>, StoreError> {
        self.all(&format!("{TRAITS} WHERE merged_into IS NULL ORDER BY folded_name, id"), [], read_traits)
    }

    /// Returns those who share a birth date, exchanged or not, a whole name, a phone or an address with somebody, but not
    /// those who were said to be other people than `traits.id`.
    pub fn traits_near(&self, traits: &Traits) -> Result<Vec<Traits>, StoreError> {
        let (name, turned) = (format!("{} {}", traits.last, traits.first), format!("{} {}", traits.first, traits.last));
        let other = exchanged(traits.birth_date).unwrap_or(traits.birth_date);
        let sql = format!(
            "{TRAITS} WHERE merged_into IS NULL AND id <> ?1
             AND (birth_date IN (?2, ?3) OR folded_name IN (?4, ?5) OR (phone <> '' AND phone = ?6) OR email = ?7)
             AND NOT EXISTS (SELECT 1 FROM distinct_pair d WHERE d.one_id = min(id, ?1) AND d.other_id = max(id, ?1))
             ORDER BY folded_name, id"
        );
        let email = (!traits.email.is_empty()).then_some(&traits.email);
        let params: [&dyn ToSql; 7] =
            [&traits.id, &Day(traits.birth_date), &Day(other), &name, &turned, &traits.phone, &email];
        self.all(&sql, params.as_slice(), read_traits)
    }

    /// Returns the pairs that somebody said are two people.
    pub fn distinct_pairs(&self) -> Result<Vec<(ParticipantId, ParticipantId)>, StoreError> {
        self.all("SELECT one_id, other_id FROM distinct_pair", [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

const TRAITS: &str = "SELECT id, first_name, last_name, birth_date, phone, email FROM participant";

fn read_traits(row: &rusqlite::Row<'_>) -> rusqlite::Result<Traits> {
    let (first, last): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Traits {
        id: row.get(0)?,
        first: fold(&first),
        last: fold(&last),
        birth_date: row.get::<_, Day>(3)?.0,
        phone: row.get(4)?,
        email: row.get::<_, Option<String>>(5)?.unwrap_or_default().to_lowercase(),
    })
}

/// Returns what is compared of one person.
pub fn traits_of(person: &Participant) -> Traits {
    Traits {
        id: person.id,
        first: fold(person.name.first()),
        last: fold(person.name.last()),
        birth_date: person.birth_date.0,
        phone: person.phone.0.clone(),
        email: person.email.as_ref().map(Email::as_str).unwrap_or_default().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::query_words;

    #[test]
    fn a_query_is_read_as_people_type_it() {
        for (typed, words) in [
            ("Œuvrard née", vec!["oeuvrard", "nee"]),
            ("06 12 34 56 78", vec!["0612345678"]),
            ("+33 6 12 34", vec!["061234"]),
            ("03/04/1988", vec!["03041988"]),
            ("3/4/1988", vec!["03041988"]),
            ("3/4", vec!["0304"]),
            ("dubois 1988", vec!["dubois", "1988"]),
            ("d'hondt 12", vec!["d", "hondt", "12"]),
            ("  ", vec![]),
        ] {
            assert_eq!(query_words(typed), words, "{typed}");
        }
    }
}
