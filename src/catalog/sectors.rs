//! The six sectors as ROME 4.0 describes their jobs, from `assets/rome/sectors.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::activity::Sector;
use crate::domain::scoring::sectors::hexagon::{HollandCode, Letter};
use crate::domain::scoring::sectors::table::{
    ContextId, Job, RomeCode, SectorProfile, SectorTable, TableError, WorkContext,
};

const EMBEDDED: &str = include_str!("../../assets/rome/sectors.toml");

/// Why a table of sectors cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SectorsError {
    #[error("the table of sectors is not written as expected")]
    Syntax(#[from] toml::de::Error),
    #[error("{code} is not one or two different letters among R, I, A, S, E and C")]
    NotAHollandCode { code: String },
    #[error("{code} is not the code of a job")]
    NotARomeCode { code: String },
    #[error("the table of sectors does not hold together")]
    Table(#[from] TableError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    secteurs: PerSector<SectorEntry>,
    contextes: Vec<ContextEntry>,
}

/// One value a sector: none can be forgotten.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PerSector<T> {
    industrie: T,
    transport: T,
    services: T,
    batiment: T,
    restauration: T,
    tertiaire: T,
}

impl<T> PerSector<T> {
    fn get(&self, sector: Sector) -> &T {
        match sector {
            Sector::Industry => &self.industrie,
            Sector::Transport => &self.transport,
            Sector::PersonalServices => &self.services,
            Sector::Building => &self.batiment,
            Sector::Catering => &self.restauration,
            Sector::Office => &self.tertiaire,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectorEntry {
    codes: BTreeMap<String, usize>,
    entree: [JobEntry; 3],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JobEntry {
    code: String,
    titre: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextEntry {
    id: String,
    titre: String,
    rome: Vec<String>,
    metiers: PerSector<usize>,
}

/// Returns the table inside the program.
///
/// # Errors
/// Returns what is wrong with the table; a test holds that nothing is.
pub fn embedded() -> Result<SectorTable, SectorsError> {
    parse(EMBEDDED)
}

/// Reads a table of sectors.
///
/// # Errors
/// Returns the first thing that is wrong with it.
pub fn parse(text: &str) -> Result<SectorTable, SectorsError> {
    let file: File = toml::from_str(text)?;
    let profiles = Sector::ALL
        .into_iter()
        .map(|sector| profile(sector, file.secteurs.get(sector), &file.contextes))
        .collect::<Result<_, _>>()?;
    let contexts = file
        .contextes
        .into_iter()
        .map(|entry| WorkContext { id: ContextId(entry.id), title: entry.titre, rome: entry.rome })
        .collect();
    Ok(SectorTable::new(file.source, contexts, profiles)?)
}

fn profile(sector: Sector, entry: &SectorEntry, contexts: &[ContextEntry]) -> Result<SectorProfile, SectorsError> {
    let codes =
        entry.codes.iter().map(|(code, n)| Ok((holland_code(code)?, *n))).collect::<Result<_, SectorsError>>()?;
    let [first, second, third] = &entry.entree;
    Ok(SectorProfile {
        sector,
        codes,
        contexts: contexts
            .iter()
            .map(|context| (ContextId(context.id.clone()), *context.metiers.get(sector)))
            .collect(),
        entry_jobs: [job(first)?, job(second)?, job(third)?],
    })
}

fn holland_code(code: &str) -> Result<HollandCode, SectorsError> {
    let mut initials = code.chars();
    let major = initials.next().and_then(Letter::from_initial);
    let minor = initials.next().map(Letter::from_initial);
    let found = match (major, minor, initials.next()) {
        (Some(major), None, None) => HollandCode::new(major, None),
        (Some(major), Some(Some(minor)), None) => HollandCode::new(major, Some(minor)),
        _ => None,
    };
    found.ok_or_else(|| SectorsError::NotAHollandCode { code: code.to_owned() })
}

fn job(entry: &JobEntry) -> Result<Job, SectorsError> {
    let code = RomeCode::new(&entry.code).ok_or_else(|| SectorsError::NotARomeCode { code: entry.code.clone() })?;
    Ok(Job { code, title: entry.titre.clone() })
}

#[cfg(test)]
mod tests {
    //! Expected values: computed from the ROME files themselves by a script that shares nothing with this program.

    use super::*;
    use crate::domain::scoring::sectors::{
        Acceptance, Fit, FitBand, Missing, NoConditions, NoInterests, Ranking, rank,
    };

    fn table() -> SectorTable {
        embedded().unwrap()
    }

    fn means(values: [f64; 6]) -> BTreeMap<Letter, f64> {
        Letter::ALL.into_iter().zip(values).collect()
    }

    /// One figure a context, in the order of the table; `-` where there is no answer.
    fn answers(figures: &str) -> BTreeMap<ContextId, Acceptance> {
        let figures = figures.chars().filter(|figure| *figure != ' ');
        let table = table();
        let given = table.contexts().iter().zip(figures);
        given
            .filter_map(|(context, figure)| Some((context.id.clone(), f64::from(figure.to_digit(10)?))))
            .map(|(context, value)| (context, Acceptance::from_point(value).unwrap()))
            .collect()
    }

    fn builder() -> (BTreeMap<Letter, f64>, BTreeMap<ContextId, Acceptance>) {
        (means([4.5, 2.5, 1.5, 2.0, 2.0, 3.0]), answers("3032 3303 0110 1212 1100 2132"))
    }

    fn carer() -> (BTreeMap<Letter, f64>, BTreeMap<ContextId, Acceptance>) {
        (means([2.0, 2.4, 2.8, 4.6, 3.2, 2.6]), answers("2110 0001 1221 0112 3233 2133"))
    }

    fn check(ranking: &Ranking, expected: [(Sector, f64, FitBand); 6]) {
        for (found, (sector, fit, band)) in ranking.sectors.iter().zip(expected) {
            assert_eq!((found.sector, found.fit.band()), (sector, band));
            assert!((found.fit.value() - fit).abs() < 5e-7, "{sector:?}: {}", found.fit.value());
        }
        assert_eq!(ranking.sectors.len(), 6);
    }

    #[test]
    fn the_table_covers_467_jobs_in_24_contexts() {
        let n_jobs: Vec<usize> = table().profiles().iter().map(SectorProfile::n_jobs).collect();
        assert_eq!(n_jobs, [168, 73, 16, 104, 23, 83]);
        assert_eq!((table().contexts().len(), table().needed_answers()), (24, 20));
        assert_eq!(table().source(), "France Travail, ROME 4.0 v460");
    }

    #[test]
    fn the_letters_of_a_sector_are_those_of_the_reference() {
        // secteurs_profils.json of the reference data, three decimals.
        let expected = [
            [0.704, 0.042, 0.02, 0.004, 0.031, 0.198],
            [0.621, 0.006, 0.0, 0.017, 0.069, 0.287],
            [0.2, 0.025, 0.0, 0.7, 0.0, 0.075],
            [0.538, 0.148, 0.025, 0.004, 0.123, 0.162],
            [0.614, 0.0, 0.0, 0.123, 0.175, 0.088],
            [0.013, 0.042, 0.0, 0.127, 0.28, 0.538],
        ];
        for (profile, shares) in table().profiles().iter().zip(expected) {
            for (letter, share) in Letter::ALL.into_iter().zip(shares) {
                assert!((profile.letter_share(letter) - share).abs() < 5.1e-4, "{:?} {letter:?}", profile.sector);
            }
        }
    }

    #[test]
    fn each_sector_has_its_frequent_contexts() {
        let expected: [&[&str]; 6] = [
            &["protection", "roulement", "charges", "atelier", "weekend", "ligne", "deplacements", "nuit"],
            &[
                "weekend",
                "route",
                "deplacements",
                "decales",
                "assis",
                "protection",
                "nuit",
                "charges",
                "public",
                "pics",
                "roulement",
                "seul",
            ],
            &["weekend", "deplacements", "domicile", "decales", "aide", "nuit", "public", "enfants"],
            &["protection", "deplacements", "chantier", "dehors", "charges", "clients", "domicile", "hauteur"],
            &["weekend", "decales", "public", "debout", "coupure", "pics", "chaleur"],
            &["deplacements", "public", "clients", "weekend", "pics", "decales", "assis"],
        ];
        for (profile, names) in table().profiles().iter().zip(expected) {
            let found: Vec<&str> = profile.frequent().into_iter().map(|context| context.0.as_str()).collect();
            assert_eq!(found, names, "{:?}", profile.sector);
        }
    }

    #[test]
    fn each_context_is_frequent_somewhere() {
        for context in table().contexts() {
            let somewhere = table().profiles().iter().any(|profile| profile.frequent().contains(&&context.id));
            assert!(somewhere, "{}", context.id.0);
        }
    }

    #[test]
    fn a_builder_afraid_of_heights_would_go_and_see_building_and_the_height_is_told() {
        let (likes, accepts) = builder();
        let ranking = rank(&table(), Some(&likes), Some(&accepts)).unwrap();
        let expected = [
            (Sector::Building, 0.779_041, FitBand::GoAndSee),
            (Sector::Industry, 0.663_784, FitBand::WhyNot),
            (Sector::Transport, 0.592_686, FitBand::WhyNot),
            (Sector::Catering, 0.572_427, FitBand::WhyNot),
            (Sector::Office, 0.414_213, FitBand::NotNow),
            (Sector::PersonalServices, 0.230_050, FitBand::NotNow),
        ];
        check(&ranking, expected);
        let building = &ranking.sectors[0];
        assert_eq!(building.reasons.obstacles, [ContextId("hauteur".to_owned())]);
        assert_eq!(building.reasons.liked, [Letter::Realistic]);
        let jobs = building.entry_jobs.each_ref().map(|job| (job.code.as_str(), job.title.as_str()));
        let entry = [
            ("F1704", "Manœuvre bâtiment"),
            ("F1606", "Peintre en bâtiment"),
            ("F1702", "Ouvrier / Ouvrière en voiries"),
        ];
        assert_eq!(jobs, entry);
    }

    #[test]
    fn a_carer_would_go_and_see_personal_services() {
        let (likes, accepts) = carer();
        let ranking = rank(&table(), Some(&likes), Some(&accepts)).unwrap();
        let expected = [
            (Sector::PersonalServices, 0.858_758, FitBand::GoAndSee),
            (Sector::Office, 0.723_531, FitBand::GoAndSee),
            (Sector::Catering, 0.525_880, FitBand::WhyNot),
            (Sector::Transport, 0.376_611, FitBand::NotNow),
            (Sector::Building, 0.305_563, FitBand::NotNow),
            (Sector::Industry, 0.204_261, FitBand::NotNow),
        ];
        check(&ranking, expected);
        assert_eq!(ranking.sectors[0].reasons.not_liked, [Letter::Realistic]);
    }

    #[test]
    fn four_answers_may_lack() {
        let (likes, mut accepts) = carer();
        for context in ["weekend", "domicile", "aide", "public"] {
            accepts.remove(&ContextId(context.to_owned()));
        }
        let ranking = rank(&table(), Some(&likes), Some(&accepts)).unwrap();
        let expected = [
            (Sector::PersonalServices, 0.783_758, FitBand::GoAndSee),
            (Sector::Office, 0.689_245, FitBand::WhyNot),
            (Sector::Catering, 0.457_308, FitBand::WhyNot),
            (Sector::Transport, 0.316_611, FitBand::NotNow),
            (Sector::Building, 0.251_992, FitBand::NotNow),
            (Sector::Industry, 0.139_976, FitBand::NotNow),
        ];
        check(&ranking, expected);
        accepts.remove(&ContextId("nuit".to_owned()));
        let ranking = rank(&table(), Some(&likes), Some(&accepts)).unwrap();
        let reason = NoConditions::TooFewAnswers { answered: 19, needed: 20 };
        assert_eq!(ranking.missing, Some(Missing::Conditions(reason)));
    }

    #[test]
    fn interests_alone_leave_four_sectors_together() {
        let (likes, _) = builder();
        let ranking = rank(&table(), Some(&likes), None).unwrap();
        let expected = [
            (Sector::Industry, 0.909_459, FitBand::GoAndSee),
            (Sector::Transport, 0.856_715, FitBand::GoAndSee),
            (Sector::Building, 0.822_603, FitBand::GoAndSee),
            (Sector::Catering, 0.788_210, FitBand::GoAndSee),
            (Sector::Office, 0.606_961, FitBand::WhyNot),
            (Sector::PersonalServices, 0.200_124, FitBand::NotNow),
        ];
        check(&ranking, expected);
        assert_eq!(ranking.missing, Some(Missing::Conditions(NoConditions::NotTaken)));
    }

    #[test]
    fn conditions_alone_rank_too() {
        let (_, accepts) = carer();
        let ranking = rank(&table(), None, Some(&accepts)).unwrap();
        assert_eq!(ranking.missing, Some(Missing::Interests(NoInterests::NotTaken)));
        assert_eq!(ranking.sectors[0].fit, Fit::ConditionsOnly { accepted: 0.875 });
    }

    #[test]
    fn a_code_that_is_none_is_named() {
        let source = EMBEDDED.replacen("RC = 75", "RX = 75", 1);
        assert!(matches!(parse(&source), Err(SectorsError::NotAHollandCode { code }) if code == "RX"));
        let source = EMBEDDED.replacen("RC = 75", "RCI = 75", 1);
        assert!(matches!(parse(&source), Err(SectorsError::NotAHollandCode { code }) if code == "RCI"));
        let source = EMBEDDED.replacen("H3302", "3302", 1);
        assert!(matches!(parse(&source), Err(SectorsError::NotARomeCode { code }) if code == "3302"));
    }

    #[test]
    fn a_sector_that_a_context_forgets_is_an_error() {
        let source = EMBEDDED.replacen(", tertiaire = 8 }", " }", 1);
        assert!(matches!(parse(&source), Err(SectorsError::Syntax(_))));
    }
}
