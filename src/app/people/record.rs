//! Recording a person: what is typed, checked once, and the commune that it stands for.

use chrono::NaiveDate;

use super::duplicates;
use super::email;
use crate::app::{App, AppError, Login};
use crate::domain::commune::{Commune, Communes, Found, Residence};
use crate::domain::id::ParticipantId;
use crate::domain::person::{
    ExtraTime, Gender, Need, Needs, Participant, PersonName, PersonRefusal, Personal, Role, check_age, written_phone,
};
use crate::domain::stamp::Availability;

/// What is typed to record a person. Texts are as typed; dates are `jj/mm/aaaa`.
#[derive(Clone, Debug, PartialEq)]
pub struct NewParticipant {
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub gender: Gender,
    pub phone: String,
    pub email: String,
    pub residence: Residence,
    /// Number and street, without the town.
    pub address: String,
    pub needs: Needs,
    pub supports: String,
    pub extra_time: ExtraTime,
    pub availability: Availability,
    /// The person said when they can come.
    pub half_days_asked: bool,
    /// People who look like this one, and of whom somebody said that they are others.
    pub others: Vec<ParticipantId>,
}

impl NewParticipant {
    /// Returns somebody of whom only the name and the birth date are known, and who can always come.
    pub fn named(first_name: &str, last_name: &str, birth_date: NaiveDate) -> Self {
        Self {
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            birth_date,
            gender: Gender::Untold,
            phone: String::new(),
            email: String::new(),
            residence: Residence::Unknown,
            address: String::new(),
            needs: Needs::default(),
            supports: String::new(),
            extra_time: ExtraTime::None,
            availability: Availability::always(),
            half_days_asked: false,
            others: Vec::new(),
        }
    }
}

/// A commune to choose: how it is called, and the commune it is part of today when that is another.
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneView {
    pub residence: Residence,
    pub present: Option<String>,
    pub post_codes: String,
}

impl App {
    /// Returns the communes that typed words or a post code may stand for.
    pub fn find_communes(&self, typed: &str) -> Vec<CommuneView> {
        let communes = communes();
        let view = |commune: &Commune| {
            let (code, name) = (commune.code.clone(), commune.name.clone());
            commune_view(&Residence::Listed { code, name })
        };
        communes.matching(typed, MOST_COMMUNES).into_iter().map(view).collect()
    }

    /// Records a person.
    ///
    /// # Errors
    /// Refuses unusable names, numbers, addresses and birth dates, and somebody who looks like people recorded already,
    /// as long as nobody said that they are others.
    pub fn record_participant(&mut self, login: Login, wish: &NewParticipant) -> Result<ParticipantId, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let person = participant(ParticipantId::new(self.chance.uuid(now)), wish, now.day())?;
        self.store.write(|tx| {
            duplicates::check(&tx.base(), &person, &wish.others)?;
            tx.put_participant(&person)?;
            duplicates::remember_others(tx, (login, now), person.id, &wish.others)?;
            tx.audit(&login.entry(now, "participant.record", person.id))?;
            Ok(person.id)
        })
    }

    /// Changes what is recorded of a person.
    ///
    /// # Errors
    /// As [`App::record_participant`], where the name or the birth date changes.
    pub fn update_participant(
        &mut self,
        login: Login,
        id: ParticipantId,
        wish: &NewParticipant,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let person = participant(id, wish, now.day())?;
        self.store.write(|tx| {
            let before = tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            if before.name != person.name || before.birth_date != person.birth_date {
                duplicates::check(&tx.base(), &person, &wish.others)?;
            }
            tx.put_participant(&person)?;
            duplicates::remember_others(tx, (login, now), id, &wish.others)?;
            Ok(tx.audit(&login.entry(now, "participant.update", id))?)
        })
    }
}

impl App {
    /// Records when a person can come, as they said it.
    pub fn set_half_days(&mut self, login: Login, id: ParticipantId, free: Availability) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let before = tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.put_participant(&Participant { availability: free, half_days_asked: true, ..before })?;
            Ok(tx.audit(&login.entry(now, "participant.half_days", id))?)
        })
    }
}

/// Returns the lines of a postal address after the name; none where the street is not known. A post code that was typed with the
/// street says the town.
pub(in crate::app) fn postal_lines(person: &Participant) -> Vec<String> {
    let mut lines: Vec<String> =
        person.address.0.split(',').map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let says_town = lines.iter().any(|line| post_code_of(line).is_some());
    if !lines.is_empty() && !says_town {
        lines.push(town(&person.residence));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Returns the five figures that a line begins with.
fn post_code_of(line: &str) -> Option<&str> {
    line.split_whitespace().next().filter(|word| word.len() == 5 && word.chars().all(|c| c.is_ascii_digit()))
}

/// Returns "59760 Grande-Synthe"; only the name where the commune has several post codes.
fn town(residence: &Residence) -> String {
    let code = match residence {
        Residence::Listed { code, .. } => communes().get(code),
        Residence::Unknown | Residence::Outside { .. } => None,
    };
    match code.map(|commune| commune.post_codes.as_slice()) {
        Some([one]) => format!("{one} {}", residence.name()),
        _ => residence.name().to_owned(),
    }
}

/// The most communes that a few letters propose.
const MOST_COMMUNES: usize = 8;

pub(in crate::app) fn communes() -> &'static Communes {
    crate::catalog::communes::embedded()
}

/// Returns where a person lives, with the present commune where the one they say is a part of it.
pub(super) fn commune_view(residence: &Residence) -> CommuneView {
    let communes = communes();
    let (present, post_codes) = match residence {
        Residence::Listed { code, name } => {
            let commune = communes.get(code);
            let present = commune.and_then(|commune| communes.get(&commune.present));
            let own = commune.filter(|commune| !commune.post_codes.is_empty()).or(present);
            let post_codes = own.map(|commune| commune.post_codes.join(", ")).unwrap_or_default();
            (communes.present_name(code, name).map(str::to_owned), post_codes)
        }
        Residence::Unknown | Residence::Outside { .. } => (None, String::new()),
    };
    CommuneView { residence: residence.clone(), present, post_codes }
}

/// Returns where a person lives: a name that was typed whole is the commune of that name.
fn settled(residence: &Residence) -> Residence {
    match residence {
        Residence::Outside { name } => match communes().resolve(name) {
            Found::One(commune) => Residence::Listed { code: commune.code.clone(), name: commune.name.clone() },
            Found::Several(_) | Found::Nothing => residence.clone(),
        },
        Residence::Unknown | Residence::Listed { .. } => residence.clone(),
    }
}

pub(super) fn participant(
    id: ParticipantId,
    wish: &NewParticipant,
    today: NaiveDate,
) -> Result<Participant, PersonRefusal> {
    check_age(wish.birth_date, today)?;
    let mut needs = wish.needs.clone();
    needs.language =
        if needs.ticked.contains(&Need::Interpreter) { needs.language.trim().to_owned() } else { String::new() };
    Ok(Participant {
        id,
        name: PersonName::new(&wish.first_name, &wish.last_name)?,
        birth_date: Personal(wish.birth_date),
        gender: wish.gender,
        phone: Personal(written_phone(&wish.phone)?),
        email: email(&wish.email)?,
        residence: settled(&wish.residence),
        address: Personal(wish.address.split_whitespace().collect::<Vec<_>>().join(" ")),
        needs,
        supports: Personal(wish.supports.trim().to_owned()),
        extra_time: wish.extra_time,
        availability: wish.availability,
        // Somebody who cannot always come was asked.
        half_days_asked: wish.half_days_asked || wish.availability != Availability::always(),
    })
}
