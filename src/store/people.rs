//! Staff, sites, prescribers, participants, consents, settings.

use std::collections::BTreeSet;

use rusqlite::Row;

use super::codec::{Day, contradiction, fold};
use super::search::search_text;
use super::{Base, StoreError, Tx};
use crate::domain::commune::{CommuneCode, Residence};
use crate::domain::id::{ParticipantId, PrescriberId, StaffId};
use crate::domain::person::{
    Consent, ConsentSubject, Email, Need, Needs, Participant, PersonName, Personal, Prescriber, Site, StaffMember,
};
use crate::domain::stamp::Availability;

fn name(row: &Row<'_>, first: usize) -> rusqlite::Result<PersonName> {
    let (first, last): (String, String) = (row.get(first)?, row.get(first + 1)?);
    PersonName::new(&first, &last).map_err(|_| contradiction("a name that is not a name"))
}

fn email(text: Option<String>) -> rusqlite::Result<Option<Email>> {
    text.map(|text| Email::parse(&text)).transpose().map_err(|_| contradiction("an address that is not an address"))
}

fn read_staff(row: &Row<'_>) -> rusqlite::Result<StaffMember> {
    Ok(StaffMember { id: row.get(0)?, name: name(row, 1)?, role: row.get(3)?, handles_health: row.get(4)? })
}

fn read_prescriber(row: &Row<'_>) -> rusqlite::Result<Prescriber> {
    Ok(Prescriber {
        id: row.get(0)?,
        name: name(row, 1)?,
        kind: row.get(3)?,
        site: row.get(4)?,
        email: email(row.get(5)?)?,
        phone: Personal(row.get(6)?),
    })
}

pub(super) fn read_participant(row: &Row<'_>) -> rusqlite::Result<Participant> {
    Ok(Participant {
        id: row.get(0)?,
        name: name(row, 1)?,
        birth_date: Personal(row.get::<_, Day>(3)?.0),
        phone: Personal(row.get(4)?),
        email: email(row.get(5)?)?,
        supports: Personal(row.get(6)?),
        extra_time: row.get(7)?,
        availability: Availability::from_bits(row.get(8)?),
        gender: row.get(9)?,
        residence: residence(row.get(10)?, row.get(11)?),
        needs: Needs { ticked: needs(&row.get::<_, String>(12)?)?, language: row.get(13)? },
        address: Personal(row.get(14)?),
        half_days_asked: row.get(15)?,
    })
}

fn residence(code: Option<String>, name: String) -> Residence {
    match code {
        Some(code) => Residence::Listed { code: CommuneCode(code), name },
        None if name.is_empty() => Residence::Unknown,
        None => Residence::Outside { name },
    }
}

/// The word of each need in the base.
const NEEDS: [(&str, Need); 9] = [
    ("read_aloud", Need::ReadAloud),
    ("large_print", Need::LargePrint),
    ("glasses", Need::Glasses),
    ("interpreter", Need::Interpreter),
    ("sign_language", Need::SignLanguage),
    ("step_free", Need::StepFree),
    ("quiet_place", Need::QuietPlace),
    ("breaks", Need::Breaks),
    ("companion", Need::Companion),
];

fn needs(text: &str) -> rusqlite::Result<BTreeSet<Need>> {
    let need = |word: &str| NEEDS.iter().find(|(known, _)| *known == word).map(|(_, need)| *need);
    let all: Option<BTreeSet<Need>> = text.split_whitespace().map(need).collect();
    all.ok_or_else(|| contradiction("a need that is not known"))
}

fn needs_text(needs: &Needs) -> String {
    let words = NEEDS.iter().filter(|(_, need)| needs.ticked.contains(need)).map(|(word, _)| *word);
    words.collect::<Vec<_>>().join(" ")
}

fn read_consent(row: &Row<'_>) -> rusqlite::Result<Consent> {
    let subject: String = row.get(2)?;
    let subject = match (subject.as_str(), row.get(3)?) {
        ("send_synthesis", None) => ConsentSubject::SendSynthesis,
        ("health_data", None) => ConsentSubject::HealthData,
        ("sector_focus", Some(sector)) => ConsentSubject::SectorFocus(sector),
        _ => return Err(contradiction("a consent about nothing")),
    };
    Ok(Consent {
        id: row.get(0)?,
        participant: row.get(1)?,
        subject,
        text_version: row.get(4)?,
        decision: row.get(5)?,
        at: row.get(6)?,
        recorded_by: row.get(7)?,
    })
}

const STAFF: &str = "SELECT id, first_name, last_name, role, handles_health FROM staff";
const PRESCRIBER: &str = "SELECT id, first_name, last_name, kind, site_id, email, phone FROM prescriber";
pub(super) const PARTICIPANT: &str =
    "SELECT id, first_name, last_name, birth_date, phone, email, supports, extra_time, availability,
    gender, commune_code, commune_name, needs, language, address, half_days_asked FROM participant";

impl Base<'_> {
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.one("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0))
    }

    /// Returns the staff in alphabetical order.
    pub fn staff(&self) -> Result<Vec<StaffMember>, StoreError> {
        self.all(&format!("{STAFF} ORDER BY last_name, first_name, id"), [], read_staff)
    }

    pub fn staff_member(&self, id: StaffId) -> Result<Option<StaffMember>, StoreError> {
        self.one(&format!("{STAFF} WHERE id = ?1"), [id], read_staff)
    }

    pub fn sites(&self) -> Result<Vec<Site>, StoreError> {
        self.all("SELECT id, name, address FROM site ORDER BY name", [], |row| {
            Ok(Site { id: row.get(0)?, name: row.get(1)?, address: row.get(2)? })
        })
    }

    pub fn prescribers(&self) -> Result<Vec<Prescriber>, StoreError> {
        self.all(&format!("{PRESCRIBER} ORDER BY last_name, first_name, id"), [], read_prescriber)
    }

    pub fn prescriber(&self, id: PrescriberId) -> Result<Option<Prescriber>, StoreError> {
        self.one(&format!("{PRESCRIBER} WHERE id = ?1"), [id], read_prescriber)
    }

    /// Returns a person whose file is there: one that was merged into another is not.
    pub fn participant(&self, id: ParticipantId) -> Result<Option<Participant>, StoreError> {
        self.one(&format!("{PARTICIPANT} WHERE id = ?1 AND merged_into IS NULL"), [id], read_participant)
    }

    /// Returns a person, whether or not their file was merged into another.
    pub fn participant_even_merged(&self, id: ParticipantId) -> Result<Option<Participant>, StoreError> {
        self.one(&format!("{PARTICIPANT} WHERE id = ?1"), [id], read_participant)
    }

    /// Returns everybody whose file is there, in alphabetical order.
    pub fn participants(&self) -> Result<Vec<Participant>, StoreError> {
        self.all(&format!("{PARTICIPANT} WHERE merged_into IS NULL ORDER BY folded_name, id"), [], read_participant)
    }

    /// Returns whose file has a number.
    pub fn participant_numbered(&self, number: u32) -> Result<Option<ParticipantId>, StoreError> {
        let sql = "SELECT id FROM participant WHERE number = ?1 AND merged_into IS NULL";
        self.one(sql, [number], |row| row.get(0))
    }

    /// Returns the number of a person's file.
    pub fn file_number(&self, id: ParticipantId) -> Result<Option<u32>, StoreError> {
        self.one("SELECT number FROM participant WHERE id = ?1", [id], |row| row.get(0))
    }

    /// Returns the person's agreements and refusals, oldest first.
    pub fn consents(&self, participant: ParticipantId) -> Result<Vec<Consent>, StoreError> {
        let sql = "SELECT id, participant_id, subject, sector, text_version, decision, at, staff_id
                   FROM consent WHERE participant_id = ?1 ORDER BY at, id";
        self.all(sql, [participant], read_consent)
    }
}

fn fold_name(name: &PersonName) -> String {
    fold(&format!("{} {}", name.last(), name.first()))
}

impl Tx<'_> {
    pub fn put_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.put("setting", sql, (name, value))
    }

    pub fn add_staff(&self, member: &StaffMember) -> Result<(), StoreError> {
        let sql = "INSERT INTO staff (id, first_name, last_name, role, handles_health) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("staff", sql, (member.id, member.name.first(), member.name.last(), member.role, member.handles_health))
    }

    pub fn set_handles_health(&self, id: StaffId, handles_health: bool) -> Result<(), StoreError> {
        self.put("staff", "UPDATE staff SET handles_health = ?2 WHERE id = ?1", (id, handles_health))
    }

    pub fn add_site(&self, site: &Site) -> Result<(), StoreError> {
        self.put(
            "site",
            "INSERT INTO site (id, name, address) VALUES (?1, ?2, ?3)",
            (site.id, &site.name, &site.address),
        )
    }

    pub fn add_prescriber(&self, prescriber: &Prescriber) -> Result<(), StoreError> {
        let sql = "INSERT INTO prescriber (id, first_name, last_name, kind, site_id, email, phone)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Prescriber { id, name, kind, site, email, phone } = prescriber;
        let email = email.as_ref().map(Email::as_str);
        self.put("prescriber", sql, (id, name.first(), name.last(), kind, site, email, &phone.0))
    }

    pub fn correct_prescriber(&self, prescriber: &Prescriber) -> Result<(), StoreError> {
        let sql = "UPDATE prescriber SET first_name = ?2, last_name = ?3, kind = ?4, site_id = ?5, email = ?6, phone = ?7 WHERE id = ?1";
        let Prescriber { id, name, kind, site, email, phone } = prescriber;
        let email = email.as_ref().map(Email::as_str);
        self.put("prescriber", sql, (id, name.first(), name.last(), kind, site, email, &phone.0))
    }

    /// Records the person, or changes what is recorded of them.
    pub fn put_participant(&self, person: &Participant) -> Result<(), StoreError> {
        let sql = "INSERT INTO participant (id, number, first_name, last_name, folded_name, search, birth_date, phone, email,
                   supports, extra_time, availability, gender, commune_code, commune_name, needs, language,
                   address, half_days_asked)
                   VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM participant), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                   ?12, ?13, ?14, ?15, ?16, ?17, ?18)
                   ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name,
                   folded_name = excluded.folded_name, search = excluded.search, birth_date = excluded.birth_date,
                   phone = excluded.phone, email = excluded.email, supports = excluded.supports,
                   extra_time = excluded.extra_time, availability = excluded.availability, gender = excluded.gender,
                   commune_code = excluded.commune_code, commune_name = excluded.commune_name, needs = excluded.needs,
                   language = excluded.language, address = excluded.address, half_days_asked = excluded.half_days_asked";
        let folded = fold_name(&person.name);
        let code = match &person.residence {
            Residence::Listed { code, .. } => Some(&code.0),
            Residence::Unknown | Residence::Outside { .. } => None,
        };
        self.put(
            "participant",
            sql,
            rusqlite::params![
                person.id,
                person.name.first(),
                person.name.last(),
                folded,
                search_text(&folded, &person.phone.0, person.birth_date.0),
                Day(person.birth_date.0),
                &person.phone.0,
                person.email.as_ref().map(Email::as_str),
                &person.supports.0,
                person.extra_time,
                person.availability.bits(),
                person.gender,
                code,
                person.residence.name(),
                needs_text(&person.needs),
                &person.needs.language,
                &person.address.0,
                person.half_days_asked,
            ],
        )
    }

    pub fn add_consent(&self, consent: &Consent) -> Result<(), StoreError> {
        let (subject, sector) = match consent.subject {
            ConsentSubject::SendSynthesis => ("send_synthesis", None),
            ConsentSubject::HealthData => ("health_data", None),
            ConsentSubject::SectorFocus(sector) => ("sector_focus", Some(sector)),
        };
        let sql = "INSERT INTO consent (id, participant_id, subject, sector, text_version, decision, at, staff_id)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let Consent { id, participant, text_version, decision, at, recorded_by, .. } = consent;
        self.put("consent", sql, (id, participant, subject, sector, text_version, decision, at, recorded_by))
    }
}
