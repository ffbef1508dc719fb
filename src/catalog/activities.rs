//! The catalogue of activities, from `assets/activities.toml`.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use toml::value::Datetime;

use crate::domain::activity::{Activity, ActivityId, Form, Purpose, Sector, Suits, Takes};
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Fortnight;
use crate::domain::interview::Hindrance;
use crate::domain::stamp::Minutes;
use crate::domain::workshop::{Cadence, Headcount, Workshop};

const EMBEDDED: &str = include_str!("../../assets/activities.toml");

/// Why the catalogue of activities cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ActivitiesError {
    #[error("the catalogue is not written as expected")]
    Syntax(#[from] toml::de::Error),
    #[error("the activity {id} is there twice")]
    Duplicate { id: String },
    #[error("{id}: a sector belongs to the purpose \"secteur\" and to no other")]
    Sector { id: String },
    #[error("{id}: the rules of a workshop belong to a collective activity and to no other")]
    Workshop { id: String },
    #[error("{id}: 0 < minimum ≤ maximum")]
    Headcount { id: String },
    #[error("{id}: a workshop has a room")]
    NoRoom { id: String },
    #[error("{id}: what comes before it is another workshop of the catalogue")]
    Before { id: String },
    #[error("{id}: what an individual activity takes belongs to no other")]
    Individual { id: String },
    #[error("{id}: the first day or the hour does not exist")]
    NoSuchDate { id: String },
    #[error("{id}: the first day is another day of the week")]
    WrongWeekday { id: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    activites: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    titre: String,
    repond: String,
    duree_min: u32,
    finalite: PurposeName,
    secteur: Option<SectorName>,
    #[serde(default)]
    freins: Vec<HindranceName>,
    #[serde(default)]
    mots: Vec<String>,
    #[serde(default)]
    prepare_secteur: bool,
    forme: FormName,
    atelier: Option<WorkshopEntry>,
    reservation: Option<BookingEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BookingEntry {
    salle: Option<String>,
    materiel: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum PurposeName {
    Accueil,
    Reflexion,
    Competences,
    Confirmation,
    Secteur,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum SectorName {
    Industrie,
    Transport,
    Services,
    Batiment,
    Restauration,
    Tertiaire,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum HindranceName {
    Mobilite,
    Garde,
    Sante,
    Langue,
    Numerique,
    Logement,
    Horaires,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormName {
    Numerique,
    Collective,
    Individuelle,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkshopEntry {
    minimum: usize,
    maximum: usize,
    preavis_jours: u32,
    preavis_rejoindre_jours: u32,
    salles: Vec<String>,
    materiel: Option<String>,
    #[serde(default)]
    apres: Vec<String>,
    a_apporter: String,
    quinzaine: Option<SeriesEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesEntry {
    jour: WeekdayName,
    heure: Datetime,
    premier_jour: Datetime,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WeekdayName {
    Lundi,
    Mardi,
    Mercredi,
    Jeudi,
    Vendredi,
}

/// Returns the activities of the catalogue inside the program, in its order.
///
/// # Errors
/// Returns what is wrong with the catalogue; a test holds that nothing is.
pub fn embedded() -> Result<Vec<Activity>, ActivitiesError> {
    parse(EMBEDDED)
}

/// Reads a catalogue of activities.
///
/// # Errors
/// Returns the first thing that is wrong with it.
pub fn parse(text: &str) -> Result<Vec<Activity>, ActivitiesError> {
    let file: File = toml::from_str(text)?;
    let mut seen = BTreeSet::new();
    let mut activities = Vec::with_capacity(file.activites.len());
    for entry in file.activites {
        if !seen.insert(entry.id.clone()) {
            return Err(ActivitiesError::Duplicate { id: entry.id });
        }
        activities.push(activity(entry)?);
    }
    let workshops: BTreeSet<&ActivityId> =
        activities.iter().filter(|activity| activity.workshop().is_some()).map(|activity| &activity.id).collect();
    for activity in &activities {
        let Some(rules) = activity.workshop() else { continue };
        if rules.after.iter().any(|first| *first == activity.id || !workshops.contains(first)) {
            return Err(ActivitiesError::Before { id: activity.id.0.clone() });
        }
    }
    Ok(activities)
}

fn activity(entry: Entry) -> Result<Activity, ActivitiesError> {
    let purpose = match (entry.finalite, entry.secteur) {
        (PurposeName::Accueil, None) => Purpose::Welcome,
        (PurposeName::Reflexion, None) => Purpose::Reflection,
        (PurposeName::Competences, None) => Purpose::Skills,
        (PurposeName::Confirmation, None) => Purpose::Confirmation,
        (PurposeName::Secteur, Some(name)) => Purpose::SectorFocus(sector(&name)),
        _ => return Err(ActivitiesError::Sector { id: entry.id }),
    };
    let form = match (entry.forme, entry.atelier, entry.reservation) {
        (FormName::Numerique, None, None) => Form::Digital { assessment: AssessmentId(entry.id.clone()) },
        (FormName::Individuelle, None, booking) => Form::Individual(match booking {
            Some(booking) => Takes { room: booking.salle, equipment: booking.materiel },
            None => Takes::default(),
        }),
        (FormName::Collective, Some(rules), None) => Form::Collective(workshop(&entry.id, rules, entry.duree_min)?),
        (_, _, Some(_)) => return Err(ActivitiesError::Individual { id: entry.id }),
        _ => return Err(ActivitiesError::Workshop { id: entry.id }),
    };
    Ok(Activity {
        id: ActivityId(entry.id),
        title: entry.titre,
        answers: entry.repond,
        minutes: entry.duree_min,
        purpose,
        form,
        suits: Suits {
            hindrances: entry.freins.iter().map(hindrance).collect(),
            sector_words: entry.mots,
            prepares_sector: entry.prepare_secteur,
        },
    })
}

fn hindrance(name: &HindranceName) -> Hindrance {
    match name {
        HindranceName::Mobilite => Hindrance::Mobility,
        HindranceName::Garde => Hindrance::Childcare,
        HindranceName::Sante => Hindrance::Health,
        HindranceName::Langue => Hindrance::Language,
        HindranceName::Numerique => Hindrance::Digital,
        HindranceName::Logement => Hindrance::Housing,
        HindranceName::Horaires => Hindrance::Hours,
    }
}

fn sector(name: &SectorName) -> Sector {
    match name {
        SectorName::Industrie => Sector::Industry,
        SectorName::Transport => Sector::Transport,
        SectorName::Services => Sector::PersonalServices,
        SectorName::Batiment => Sector::Building,
        SectorName::Restauration => Sector::Catering,
        SectorName::Tertiaire => Sector::Office,
    }
}

fn workshop(id: &str, rules: WorkshopEntry, minutes: u32) -> Result<Workshop, ActivitiesError> {
    if rules.minimum == 0 || rules.minimum > rules.maximum {
        return Err(ActivitiesError::Headcount { id: id.to_owned() });
    }
    if rules.salles.is_empty() {
        return Err(ActivitiesError::NoRoom { id: id.to_owned() });
    }
    let cadence = match rules.quinzaine {
        Some(series) => Cadence::Fortnightly(fortnight(id, &series)?),
        None => Cadence::WhenEnoughWait,
    };
    Ok(Workshop {
        cadence,
        minimum: Headcount(rules.minimum),
        maximum: Headcount(rules.maximum),
        duration: Minutes(minutes),
        notice_days: rules.preavis_jours,
        join_notice_days: rules.preavis_rejoindre_jours,
        rooms: rules.salles,
        equipment: rules.materiel,
        after: rules.apres.into_iter().map(ActivityId).collect(),
        bring: rules.a_apporter,
    })
}

fn fortnight(id: &str, series: &SeriesEntry) -> Result<Fortnight, ActivitiesError> {
    let day = series
        .premier_jour
        .date
        .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)));
    let hour =
        series.heure.time.and_then(|time| NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), 0));
    let (Some(first), Some(start)) = (day, hour) else {
        return Err(ActivitiesError::NoSuchDate { id: id.to_owned() });
    };
    let weekday = match series.jour {
        WeekdayName::Lundi => Weekday::Mon,
        WeekdayName::Mardi => Weekday::Tue,
        WeekdayName::Mercredi => Weekday::Wed,
        WeekdayName::Jeudi => Weekday::Thu,
        WeekdayName::Vendredi => Weekday::Fri,
    };
    if first.weekday() == weekday {
        Ok(Fortnight { first, start })
    } else {
        Err(ActivitiesError::WrongWeekday { id: id.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::library::Library;
    use crate::catalog::wording::brand;
    use crate::domain::calendar::Calendar;

    fn activities() -> Vec<Activity> {
        embedded().unwrap()
    }

    #[test]
    fn each_sector_has_one_discovery_workshop_that_opens_at_six() {
        for sector in Sector::ALL {
            let all = activities();
            let focused: Vec<&Activity> =
                all.iter().filter(|activity| activity.purpose == Purpose::SectorFocus(sector)).collect();
            assert_eq!(focused.len(), 1, "{sector:?}");
            let workshop = focused[0].workshop().unwrap();
            assert_eq!(workshop.cadence, Cadence::WhenEnoughWait);
            assert_eq!((workshop.minimum, workshop.maximum), (Headcount(6), Headcount(12)));
        }
    }

    #[test]
    fn four_workshops_are_held_every_fifteen_days_from_a_working_day_of_september_2026() {
        let mut held = Vec::new();
        for activity in activities() {
            if let Some(Cadence::Fortnightly(series)) = activity.workshop().map(|workshop| workshop.cadence) {
                assert!(Calendar::default().is_open(series.first), "{}", activity.id);
                assert_eq!((series.first.year(), series.first.month()), (2026, 9), "{}", activity.id);
                held.push(activity.id.0);
            }
        }
        assert_eq!(held, ["atelier-style", "atelier-besoins", "atelier-scape", "job-labo"]);
    }

    #[test]
    fn every_other_workshop_opens_at_six() {
        let all = activities();
        let on_demand: Vec<&Workshop> = all
            .iter()
            .filter_map(Activity::workshop)
            .filter(|workshop| workshop.cadence == Cadence::WhenEnoughWait)
            .collect();
        assert_eq!(on_demand.len(), 9);
        assert!(on_demand.iter().all(|workshop| workshop.minimum == Headcount(6) && workshop.notice_days == 5));
    }

    #[test]
    fn a_digital_activity_has_the_title_and_the_minutes_of_its_assessment() {
        let library = Library::embedded();
        let mut n_digital = 0;
        for activity in activities() {
            if let Form::Digital { assessment } = &activity.form {
                let about = &library.get(assessment).unwrap().about;
                assert_eq!((&activity.title, activity.minutes), (&about.title, about.minutes));
                n_digital += 1;
            }
        }
        let self_taken = library.all().filter(|assessment| assessment.is_self_taken());
        assert_eq!(n_digital, self_taken.count());
    }

    #[test]
    fn no_title_names_a_brand() {
        assert!(activities().iter().all(|activity| brand(&activity.title).is_none()));
    }

    #[test]
    fn a_series_on_another_day_of_the_week_is_refused() {
        let wrong = EMBEDDED.replacen("2026-09-08", "2026-09-09", 1);
        assert!(matches!(parse(&wrong), Err(ActivitiesError::WrongWeekday { id }) if id == "atelier-style"));
    }

    #[test]
    fn what_comes_before_a_workshop_is_another_workshop() {
        let with = |before: &str| EMBEDDED.replacen("salles =", &format!("apres = [\"{before}\"]\nsalles ="), 1);
        assert!(parse(&with("job-labo")).is_ok());
        for wrong in ["presentation-demarche", "grands-traits", "nulle-part"] {
            assert!(matches!(parse(&with(wrong)), Err(ActivitiesError::Before { .. })), "{wrong}");
        }
    }

    #[test]
    fn a_headset_is_booked_by_one_person() {
        let all = activities();
        let headset = all.iter().find(|activity| activity.id.0 == "casque-vr").unwrap();
        let Form::Individual(takes) = &headset.form else { panic!("{:?}", headset.form) };
        assert_eq!(takes.equipment.as_deref(), Some("Casque de réalité virtuelle"));
    }

    #[test]
    fn an_activity_that_is_there_twice_is_refused() {
        let wrong = EMBEDDED.replacen("id = \"casque-vr\"", "id = \"job-labo\"", 1);
        assert!(matches!(parse(&wrong), Err(ActivitiesError::Duplicate { id }) if id == "job-labo"));
    }
}
