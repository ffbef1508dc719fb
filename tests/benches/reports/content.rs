//! An invented synthesis of realistic length: what the bench times, and what the tests of `src/report` look at.

use boussole::domain::scoring::sectors::FitBand;
use boussole::i18n::terms::Numbers;
use boussole::report::chart::{Reading, StepState};
use boussole::report::synthesis::{
    AssessmentResult, DoneStep, Instrument, Lead, Participant, Professional, Recommendation, Resemblance, ScaleResult,
    Sealing, SectorResult, SectorsResult, SynthesisContent,
};
use chrono::NaiveDate;

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

pub fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

pub fn measured(label: &str, value: f64, half_width: f64, words: &str) -> ScaleResult {
    let reading = Reading::Measured { value, half_width, words: words.to_owned(), numbers: Numbers::OutOf };
    ScaleResult { label: label.to_owned(), range: (1.0, 5.0), cuts: vec![2.5, 3.5], reading }
}

pub fn sectors() -> SectorsResult {
    let row = |title: &str, place: &str, band, fit, obstacles: &str| SectorResult {
        title: title.to_owned(),
        place: place.to_owned(),
        band,
        fit,
        reasons_for: texts(["Intérêts : Social.", "Conditions acceptées : travailler chez des particuliers."]),
        reasons_against: texts(["Plutôt non : travailler le week-end ou un jour férié."]),
        obstacles: obstacles.to_owned(),
        jobs: texts(["K1304 Employé familial / Employée familiale", "K1302 Assistant / Assistante de vie dépendance"]),
    };
    let never = "Non, jamais : travailler la nuit.";
    SectorsResult {
        rows: vec![
            row("Services à la personne", "1", FitBand::GoAndSee, 0.86, never),
            row("Tertiaire", "2, à égalité", FitBand::WhyNot, 0.62, ""),
            row("Restauration", "2, à égalité", FitBand::WhyNot, 0.62, ""),
            row("Industrie", "4", FitBand::NotNow, 0.2, never),
        ],
        missing: texts(["Les conditions de travail ne comptent pas : 19 réponses pour 20 nécessaires."]),
        source: "France Travail, ROME 4.0 v460".to_owned(),
    }
}

fn six_sectors() -> SectorsResult {
    let mut found = sectors();
    let more = found.rows.iter().skip(2).cloned().collect::<Vec<_>>();
    found.rows.extend(more);
    found
}

fn instrument(title: &str) -> Instrument {
    Instrument {
        title: title.to_owned(),
        edition: "version 1.2.0, empreinte 7f3a91c2, calcul boussole-scoring/1".to_owned(),
        sitting: "13/10/2026, réponses de la personne, 36 questions en 7 min".to_owned(),
        norm: "pas d'étalonnage".to_owned(),
        reliability: "aucune fidélité connue".to_owned(),
        licence: "écrit pour le projet".to_owned(),
        source: "Activités faites pour le projet d'après les six types de J. L. Holland (1997)".to_owned(),
        limits: "Version pilote : aucune étude de validité.".to_owned(),
    }
}

/// Returns two results, three leads and recommendations, without the sectors.
pub fn synthesis() -> SynthesisContent {
    let professional = |name: &str, role: &str, organisation: &str| Professional {
        name: name.to_owned(),
        role: role.to_owned(),
        organisation: organisation.to_owned(),
    };
    let step = |date, title: &str, details: &str, state| DoneStep {
        date,
        title: title.to_owned(),
        details: details.to_owned(),
        state,
    };
    SynthesisContent {
        partial: String::new(),
        reference: "BO-2026-0412".to_owned(),
        version: 1,
        date: day(11, 20),
        person: Participant {
            name: "Solène Vandewœstyne".to_owned(),
            born_on: NaiveDate::from_ymd_opt(1991, 3, 14),
            file_number: "PLIE-59-20871".to_owned(),
        },
        prescriber: professional("Karim Çelik", "référent de parcours", "Maison de l'emploi de Grande-Synthe"),
        counsellor: professional("Élodie Dhaene", "conseillère en évaluation", "Entreprendre Ensemble"),
        recipients: texts(["Solène Vandewœstyne", "Karim Çelik (prescripteur)"]),
        question:
            "Après quatre années comme employée de restauration collective, Mme Vandewœstyne souhaite quitter la \
                   cuisine. Vers quels métiers du soin ou de l'accueil peut-elle se tourner, et par quelle première \
                   marche ?"
                .to_owned(),
        context: "La demande vient d'elle ; elle a été précisée lors de l'entretien diagnostic. Une contrainte est \
                  posée : pas de travail de nuit avant septembre 2027, pour raison familiale."
            .to_owned(),
        steps: vec![
            step(Some(day(10, 6)), "Entretien diagnostic", "1 h, dans nos locaux, avec É. Dhaene", StepState::Done),
            step(Some(day(10, 13)), "Intérêts professionnels", "25 min, à distance, non supervisé", StepState::Done),
            step(Some(day(10, 20)), "Valeurs au travail", "20 min, en salle, supervisé", StepState::Done),
            step(Some(day(11, 3)), "Atelier « Découvrir le soin »", "3 h, groupe de huit personnes", StepState::Done),
            step(None, "Visite d'un EHPAD", "reportée par l'établissement", StepState::Skipped),
        ],
        results: vec![
            AssessmentResult {
                title: "Intérêts professionnels".to_owned(),
                taken_on: day(10, 13),
                version: "1.2".to_owned(),
                purpose:
                    "Ce questionnaire décrit ce qui attire la personne, selon six domaines (modèle RIASEC). Il ne \
                          mesure ni les compétences ni les chances de réussite."
                        .to_owned(),
                conditions: texts(["à distance, non supervisé", "français lu sans aide", "25 min"]),
                cautions: texts([
                    "L'étalonnage est provisoire : 84 personnes de la Boussole en 2026. Une zone peut changer quand davantage de \
                     personnes auront répondu.",
                ]),
                bands: texts(["plutôt bas", "intermédiaire", "plutôt élevé"]),
                scales: vec![
                    measured("Réaliste", 2.9, 0.42, "intermédiaire"),
                    measured("Investigateur", 2.2, 0.45, "entre plutôt bas et intermédiaire"),
                    measured("Artistique", 1.8, 0.40, "plutôt bas"),
                    measured("Social", 4.5, 0.36, "plutôt élevé"),
                    measured("Entreprenant", 3.4, 0.44, "entre intermédiaire et plutôt élevé"),
                    ScaleResult {
                        label: "Conventionnel".to_owned(),
                        range: (1.0, 5.0),
                        cuts: vec![2.5, 3.5],
                        reading: Reading::Absent { reason: "plus d'un tiers de réponses manquantes".to_owned() },
                    },
                ],
                is_circle: true,
                stands_out: texts(["Social : plutôt élevé.", "Artistique : plutôt bas."]),
                orders: Vec::new(),
                changes: Vec::new(),
                meaning: texts([
                    "L'intérêt pour le domaine social se détache nettement des autres. L'attrait pour l'entreprenant \
                     vient ensuite, sans que l'on puisse dire s'il est intermédiaire ou élevé.",
                ]),
                resemblance: Some(Resemblance::Yes),
                norm: None,
            },
            AssessmentResult {
                title: "Valeurs au travail".to_owned(),
                taken_on: day(10, 20),
                version: "1.0".to_owned(),
                purpose:
                    "Ce questionnaire classe ce qui compte pour la personne dans un emploi. Il aide à comparer des \
                          métiers entre eux."
                        .to_owned(),
                conditions: texts(["en salle, supervisé", "20 min"]),
                cautions: Vec::new(),
                bands: texts(["compte peu", "compte assez", "compte beaucoup"]),
                scales: vec![
                    measured("Utilité aux autres", 4.7, 0.30, "compte beaucoup"),
                    measured("Horaires compatibles", 4.4, 0.34, "compte beaucoup"),
                    measured("Sécurité de l'emploi", 3.9, 0.38, "compte beaucoup"),
                    measured("Autonomie", 3.0, 0.41, "compte assez"),
                    measured("Prestige", 1.6, 0.33, "compte peu"),
                ],
                is_circle: false,
                stands_out: texts(["Utilité aux autres : compte beaucoup.", "Prestige : compte peu."]),
                orders: Vec::new(),
                changes: Vec::new(),
                meaning: texts([
                    "Être utile aux autres et disposer d'horaires compatibles avec la vie de famille arrivent en tête, \
                     sans que l'on puisse les départager.",
                ]),
                resemblance: Some(Resemblance::Partly),
                norm: None,
            },
        ],
        sectors: None,
        instruments: vec![instrument("Intérêts professionnels"), instrument("Valeurs au travail")],
        observations: texts([
            "Mme Vandewœstyne est ponctuelle et pose des questions précises. En atelier, elle a pris spontanément le \
             relais d'une participante en difficulté avec la consigne, en reformulant sans faire à sa place.",
            "Elle évoque avec justesse la fatigue physique liée à la station debout. Elle s'exprime avec aisance à \
             l'oral ; l'écrit professionnel (transmissions, comptes rendus) n'a pas été observé.",
        ]),
        reading: texts([
            "Les réponses, les observations et le récit d'expérience vont dans le même sens : ce qui attire \
             Mme Vandewœstyne est la relation d'aide directe, dans un cadre stable. Son expérience de la restauration \
             collective apporte des acquis utiles : hygiène, rythme, travail d'équipe.",
            "Le souhait de quitter la cuisine est ancien et argumenté. La contrainte d'horaires écarte pour l'instant \
             les postes en établissement avec nuits, mais non l'aide à domicile ni l'accueil.",
        ]),
        answered: vec![
            ("Vous aimez aider les gens directement".to_owned(), Resemblance::Yes),
            ("Aide à domicile".to_owned(), Resemblance::Partly),
        ],
        leads: vec![
            Lead {
                title: "Accompagnement éducatif et social (à domicile)".to_owned(),
                why: "Un métier d'aide directe, dont les horaires peuvent être choisis de jour.".to_owned(),
                evidence: texts([
                    "Intérêt social plutôt élevé, confirmé par la conduite observée en atelier",
                    "L'utilité aux autres et les horaires comptent beaucoup",
                    "Acquis transférables : hygiène alimentaire, organisation",
                ]),
                to_check: "le permis et le véhicule, le port de charges.".to_owned(),
            },
            Lead {
                title: "Accueil en structure médico-sociale".to_owned(),
                why: String::new(),
                evidence: texts([
                    "Aisance orale et calme dans les échanges",
                    "Horaires de jour, secteur qui recrute sur le littoral",
                ]),
                to_check: "l'aisance à l'écrit et avec les outils bureautiques.".to_owned(),
            },
        ],
        recommendations: vec![
            Recommendation {
                action:
                    "Deux périodes d'immersion (PMSMP) d'une semaine : service d'aide à domicile, accueil d'un EHPAD"
                        .to_owned(),
                who: "K. Çelik et la personne".to_owned(),
                when: "avant le 31/01/2027".to_owned(),
            },
            Recommendation {
                action: "Positionnement en français écrit professionnel".to_owned(),
                who: "La Boussole".to_owned(),
                when: "décembre 2026".to_owned(),
            },
            Recommendation {
                action: "Point d'étape après les immersions : choix d'une formation ou d'un emploi".to_owned(),
                who: "K. Çelik, É. Dhaene".to_owned(),
                when: "février 2027".to_owned(),
            },
        ],
        resemblance: Some(Resemblance::Yes),
        own_words:
            "Oui, c'est bien moi. Je veux surtout essayer avant de choisir, et ne pas recommencer à l'école trop \
                    longtemps."
                .to_owned(),
        sealing: Sealing::Open,
        data_contact: "dpo@exemple.invalid".to_owned(),
    }
}

/// Two results and the six sectors: what most people take.
pub fn two_results() -> SynthesisContent {
    let sectors = SectorsResult { missing: Vec::new(), ..six_sectors() };
    SynthesisContent { sectors: Some(sectors), ..synthesis() }
}
