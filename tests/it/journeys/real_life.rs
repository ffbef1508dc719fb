//! Three people as the service meets them, from their answers to both papers of their synthesis. The texts of the pages are
//! kept in `tests/golden`; `BOUSSOLE_GOLDEN=write` writes them again, to be read before they are kept.

use std::path::Path;

use boussole::app::people::NewParticipant;
use boussole::domain::assessment::{Item, ItemKind};
use boussole::domain::id::{ParticipantId, SynthesisId};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::ExtraTime;
use boussole::domain::response::Answer;
use boussole::domain::synthesis::{Lead, Paragraph, Recommendation, Resemblance, SynthesisText};

use super::restitution::restitute;
use crate::support::{House, STATION, builder, first_answer, folder_to_look_at, person};

/// A person, what they took and how they answered, and what the counsellor wrote.
struct Case {
    name: &'static str,
    who: NewParticipant,
    project: ProjectState,
    assessments: &'static [&'static str],
    answers: fn(&Item) -> Answer,
    seen: &'static str,
    text: SynthesisText,
    resembles: Resemblance,
}

fn lead(title: &str, why: &str, evidence: &str, to_check: &str) -> Lead {
    let (title, why) = (title.into(), why.into());
    Lead { title, why, supports: Vec::new(), evidence: evidence.into(), to_check: to_check.into() }
}

fn advice(action: &str, who: &str, when: &str) -> Recommendation {
    Recommendation { action: action.into(), who: who.into(), when: when.into() }
}

/// Somebody without any project, drawn to people and to order.
fn without_project() -> Case {
    fn answers(item: &Item) -> Answer {
        match (&item.kind, item.id.0.chars().next()) {
            (ItemKind::Likert { points, .. }, Some('S' | 'C')) => Answer::Point(points[points.len() - 1].value),
            (ItemKind::Likert { points, .. }, Some('R' | 'E')) => Answer::Point(points[0].value),
            (ItemKind::Likert { points, .. }, _) => Answer::Point(points[points.len() / 2].value),
            _ => first_answer(item),
        }
    }
    Case {
        name: "sans-projet",
        who: person("Nadège", "L'Hôte-Vanhœcke"),
        project: ProjectState::NoProject,
        assessments: &["interets", "valeurs"],
        answers,
        seen: "Prend le temps d'accueillir les personnes qui arrivent, sans qu'on le lui demande.",
        text: SynthesisText {
            reading: "Nadège L'Hôte-Vanhœcke arrivait sans idée de métier. Deux goûts nets se dégagent : aider et tenir les choses en ordre.\n\
                      L'atelier va dans le même sens que les réponses."
                .into(),
            person_says: "Je ne pensais pas que l'accueil était un métier.".into(),
            strengths: vec![
                "Vous accueillez les gens naturellement.".into(),
                "Vous aimez que les choses soient en ordre.".into(),
            ],
            leads: vec![
                lead(
                    "Accueil dans une association",
                    "Vous y verrez du monde, à des horaires réguliers.",
                    "Goût d'aider nettement dans la zone haute\nAccueil spontané observé en atelier",
                    "l'aisance au téléphone.",
                ),
                lead("Aide dans une école", "", "Goût d'aider, goût de l'ordre", "les horaires coupés."),
            ],
            recommendations: vec![
                advice("Rencontrer deux personnes qui font ces métiers", "la personne et P. Lefebvre", "avant fin janvier"),
                advice("Une immersion d'une semaine à l'accueil", "La Boussole", "en février"),
            ],
        },
        resembles: Resemblance::Yes,
    }
}

/// Somebody who aims at industry, reads with difficulty and has more time.
fn towards_industry() -> Case {
    Case {
        name: "industrie",
        who: NewParticipant {
            supports: "Lire à voix haute, gros caractères".into(),
            extra_time: ExtraTime::Half,
            ..person("Özgür", "Yıldız")
        },
        project: ProjectState::ToConfirm,
        assessments: &["interets", "conditions-travail"],
        answers: builder,
        seen: "Monte l'objet sans la notice, en regardant l'exemple ; vérifie deux fois avant de serrer.",
        text: SynthesisText {
            reading: "Le goût de fabriquer et de réparer est net. La lecture demande du temps : les questions ont été écoutées, cela ne change rien aux résultats.\n\
                      La grande hauteur est refusée : elle écarte une partie des métiers du bâtiment, pas l'industrie."
                .into(),
            person_says: "Avec mes mains, ça va. C'est le papier qui me bloque.".into(),
            strengths: vec!["Vous apprenez vite en regardant.".into(), "Vous vérifiez votre travail.".into()],
            leads: vec![lead(
                "Agent de fabrication",
                "On apprend le poste en le faisant.",
                "Goût de fabriquer dans la zone haute\nAucune condition de ce secteur n'est refusée\nMontage observé en atelier",
                "le rythme des équipes, le trajet tôt le matin.",
            )],
            recommendations: vec![
                advice("Une immersion en atelier de fabrication", "P. Lefebvre", "janvier"),
                advice("Positionnement en lecture, à l'oral", "La Boussole", "décembre"),
            ],
        },
        resembles: Resemblance::Partly,
    }
}

/// Somebody whose answers are all the same: careless, contradicted by what was seen.
fn contradictory() -> Case {
    fn answers(item: &Item) -> Answer {
        match &item.kind {
            ItemKind::Likert { points, .. } => Answer::Point(points[points.len() - 1].value),
            _ => first_answer(item),
        }
    }
    Case {
        name: "contradictoire",
        who: person("Gaël", "Œuvrard"),
        project: ProjectState::Idea,
        assessments: &["grands-traits", "interets"],
        answers,
        seen: "Reste silencieux une heure, puis propose la solution que le groupe retient.",
        text: SynthesisText {
            reading: "Toutes les réponses sont identiques : elles ne sont pas interprétées ici. Gaël Œuvrard dit avoir voulu finir vite.\n\
                      Seul l'atelier est retenu, avec ce qu'il en dit lui-même."
                .into(),
            person_says: "J'ai répondu n'importe comment, j'étais fatigué.".into(),
            strengths: vec!["Vous trouvez des solutions que les autres n'ont pas vues.".into()],
            leads: vec![lead(
                "Reprendre le temps de chercher",
                "Rien ne presse : vous pouvez répondre de nouveau.",
                "Observation en atelier : une solution trouvée seul",
                "ce qui fatigue, et à quel moment de la journée répondre.",
            )],
            recommendations: vec![advice("Repasser deux questionnaires, le matin, en deux fois", "La Boussole", "décembre")],
        },
        resembles: Resemblance::No,
    }
}

/// Takes a case to its written synthesis, with the person's answer recorded.
fn written(case: &Case) -> (House, ParticipantId, SynthesisId) {
    let mut house = House::new();
    let person = house.welcome(&case.who, case.project);
    for assessment in case.assessments {
        house.prescribe(person, assessment);
    }
    house.sit(STATION, person, case.answers);
    house.app.record_observation(house.facilitator, person, None, case.seen).unwrap();
    let desk = house.counsellor;
    let synthesis = house.app.begin_synthesis(desk, person).unwrap();
    house.app.save_synthesis(desk, synthesis, &case.text).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    restitute(&mut house, person);
    house.app.record_resemblance(desk, synthesis, Paragraph::Reading, case.resembles).unwrap();
    (house, person, synthesis)
}

/// Compares with the text that is kept, page after page.
fn compare(name: &str, pages: &[String]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.txt"));
    let found = pages.join("\n— page —\n") + "\n";
    if std::env::var("BOUSSOLE_GOLDEN").as_deref() == Ok("write") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    for (line, (kept, found)) in (1..).zip(kept.lines().zip(found.lines())) {
        assert_eq!(kept, found, "{name}, line {line}");
    }
    assert_eq!(kept.lines().count(), found.lines().count(), "{name}");
}

#[test]
fn three_real_lives_give_the_papers_that_were_read() {
    for case in [without_project(), towards_industry(), contradictory()] {
        let (mut house, _, synthesis) = written(&case);
        let whole = house.app.synthesis_preview(house.counsellor, synthesis).unwrap().pages;
        let own = house.app.person_page_preview(house.counsellor, synthesis).unwrap().pages;
        assert_eq!(own.pages.len(), 1, "{}: the person's page is one sheet", case.name);
        compare(&format!("synthese-{}", case.name), &whole.text());
        compare(&format!("page-{}", case.name), &own.text());
        house.sign(synthesis);
        if let Some(folder) = folder_to_look_at("BOUSSOLE_PDF_OUT") {
            for (file, kind) in
                house.app.write_person_copies(house.counsellor, synthesis).unwrap().iter().zip(["page", "synthese"])
            {
                std::fs::copy(file, folder.join(format!("{kind}-{}.pdf", case.name))).unwrap();
            }
        }
        let signed = house.app.synthesis_preview(house.counsellor, synthesis).unwrap().pages;
        assert!((3..=4).contains(&signed.pages.len()), "{}: {} pages", case.name, signed.pages.len());
    }
}

#[test]
fn careless_answers_suggest_nothing_and_the_prescriber_is_not_told_why() {
    let case = contradictory();
    let (house, _, synthesis) = written(&case);
    let view = house.app.synthesis_desk(house.counsellor, synthesis).unwrap();
    let doubtful: Vec<&str> =
        view.results.iter().filter(|result| result.is_doubtful).map(|result| result.title.as_str()).collect();
    assert_eq!(doubtful, ["Mes grands traits"]);
    assert!(view.suggestions.iter().all(|one| !doubtful.contains(&one.source.as_str())));
    let pages = house.app.synthesis_preview(house.counsellor, synthesis).unwrap().pages.text().join("\n");
    let caution = &view.results.iter().find(|result| result.is_doubtful).unwrap().caution_message;
    assert!(!caution.is_empty() && !pages.contains(caution.as_str()), "{caution}");
}
