//! Invented documents of realistic length, for the tests and for looking at.

#[path = "../../tests/benches/reports/content.rs"]
mod content;

use chrono::NaiveTime;

use super::agenda_sheet::{AgendaSheet, Coming};
use super::attendance_sheet::{AttendanceSheet, Attendee, Drawn};
use super::badge_sheet::BadgeSheet;
use super::chart::{OrderMark, Reading, StepState};
use super::exercise_sheet::{Exercise, ExerciseSheet, Part};
use super::interview_summary::InterviewSummary;
use super::invitation::Invitation;
use super::news_letter::NewsLetter;
use super::person_page::PersonPage;
use super::prescriber_notice::PrescriberNotice;
use super::qr::Qr;
use super::roadmap_sheet::{RoadmapSheet, RoadmapStep, StepPlace};
use super::session_sheet::{Expected, SessionSheet};
use super::synthesis::{AssessmentResult, OrderResult, ScaleResult, Sealing, SynthesisContent};
use crate::domain::assessment::{Choice, Credit, Generated, Image, Item, ItemKind, Material, OptionId, Point};
use crate::domain::badge::PictureBadge;
use crate::domain::closing::ClosingReason;
use crate::domain::delivery::NoticeSubject;
use crate::domain::generate::dashboard::{self, Display, Level, LineCount};
use crate::domain::generate::matrices::cell::Attribute;
use crate::domain::generate::matrices::rule::{Rule, Side};
use crate::domain::generate::{Radicals, Recipe, counting, folding, matrices, rotations, series};
use crate::domain::interview::{Hindrance, InterviewNotes, ProjectState};
use crate::domain::signature::Signature;
use crate::domain::stamp::{Minutes, TimeSlot};
use crate::i18n::terms::Numbers;
pub(super) use content::{day, synthesis, two_results};
use content::{measured, sectors, texts};

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// Scales that no shipped assessment has yet: an ability, a difference, a T score, a single zone and five of them.
fn other_kinds() -> AssessmentResult {
    let scale = |label: &str, range, cuts: &[f64], (value, half_width), words: &str, numbers| ScaleResult {
        label: label.to_owned(),
        range,
        cuts: cuts.to_vec(),
        reading: Reading::Measured { value, half_width, words: words.to_owned(), numbers },
    };
    let five = [2.0, 4.0, 6.0, 8.0];
    AssessmentResult {
        title: "Raisonnement".to_owned(),
        taken_on: day(11, 3),
        version: "0.9".to_owned(),
        purpose: "Ce test montre quelles tâches la personne réussit aujourd'hui.".to_owned(),
        conditions: texts(["en salle, supervisé", "20 min"]),
        cautions: texts(["L'étalonnage est provisoire."]),
        bands: texts(["zone du bas", "zone du haut"]),
        scales: vec![
            scale("Suites", (-3.0, 3.0), &[-1.0, 1.0], (0.4, 0.8), "suites à deux règles", Numbers::Hidden),
            scale("Gain après aide", (-6.0, 6.0), &[-1.0, 1.0], (1.0, 2.4), "aucun changement", Numbers::Signed),
            scale("Vitesse", (0.0, 100.0), &[40.0, 60.0], (55.0, 6.0), "comme la plupart", Numbers::T),
            scale("Tâches", (0.0, 10.0), &five, (6.0, 1.6), "six sur dix", Numbers::Count),
            scale("Essai", (0.0, 10.0), &[], (6.5, 1.6), "une seule zone", Numbers::Count),
        ],
        is_circle: false,
        stands_out: texts(["Aucun résultat ne se détache nettement."]),
        orders: Vec::new(),
        changes: texts(["Tâches : aucun changement ne peut être affirmé (de 5 sur 10 le 3 mars 2026 à 6 sur 10)."]),
        meaning: Vec::new(),
        resemblance: None,
        norm: Some("étalonnage provisoire : N = 120, adultes du littoral, 2026".to_owned()),
    }
}

fn ranking() -> OrderResult {
    let mark = |place, tied, label: &str| OrderMark { place, tied, label: label.to_owned() };
    OrderResult {
        title: "Classement".to_owned(),
        marks: vec![
            mark(1, false, "Utilité aux autres"),
            mark(2, true, "Horaires compatibles"),
            mark(2, true, "Sécurité de l'emploi"),
            mark(4, false, "Prestige"),
        ],
        absent: String::new(),
    }
}

/// Everything that a synthesis may hold.
pub(super) fn whole_synthesis() -> SynthesisContent {
    let mut content = synthesis();
    content.results.push(other_kinds());
    content.results.iter_mut().take(2).for_each(|result| result.orders = vec![ranking()]);
    content.sectors = Some(sectors());
    content
}

/// Six results and the six sectors: a long roadmap.
pub(super) fn six_results() -> SynthesisContent {
    let mut content = two_results();
    let mut again = content.results.clone();
    // Here every letter has a score.
    if let Some(last) = again.first_mut().and_then(|interests| interests.scales.last_mut()) {
        *last = measured("Conventionnel", 2.6, 0.38, "intermédiaire");
    }
    content.results.extend(again.iter().cloned());
    content.results.extend(again);
    let again = content.instruments.clone();
    content.instruments.extend(again.iter().cloned());
    content.instruments.extend(again);
    content
}

/// The same, signed on a screen.
pub(super) fn signed_synthesis() -> SynthesisContent {
    let proof = [
        "Signé le mardi 24 novembre 2026 à 15 h 10, sur le poste « Bureau 2 ».",
        "Identité vérifiée par Élodie Dhaene : la personne est connue du service.",
        "Le texte entier a été montré avant de signer. Son empreinte (SHA-256) : \
         4d2c8a1f0be97365c1a4f7d20b88e6135f9a3c7e1d04b6a2980f5e3c7d1b24aa.",
    ];
    let (person, counsellor) = (Some(signature(3)), Some(signature(8)));
    let sealing = Sealing::Signed { person, counsellor, proof: texts(proof) };
    SynthesisContent { version: 2, sealing, ..synthesis() }
}

/// The same, printed to be signed by hand.
pub(super) fn synthesis_to_sign() -> SynthesisContent {
    let mark = "Exemplaire à signer : BO-2026-0412, version 1, texte 4d2c8a1f0be97365.".to_owned();
    let qr = Qr::of("BOUSSOLE SYNTHESE BO-2026-0412 1 4d2c8a1f0be97365").unwrap();
    SynthesisContent { sealing: Sealing::ForPaper { mark, qr }, ..synthesis() }
}

pub(super) fn person_page() -> PersonPage {
    let pair = |what: &str, more: &str| (what.to_owned(), more.to_owned());
    PersonPage {
        reference: "BO-2026-0412".to_owned(),
        version: 1,
        date: day(11, 24),
        first_name: "Maëlle".to_owned(),
        last_name: "Vandewœstyne".to_owned(),
        strengths: texts([
            "Vous aimez aider les gens directement.",
            "Vous arrivez à l'heure et vous posez de bonnes questions.",
            "Vous savez travailler en équipe, à un bon rythme.",
        ]),
        leads: vec![
            pair("Aide à domicile.", "Vous aidez les gens chez eux, le jour."),
            pair("Accueil dans une maison de retraite.", "Vous parlez facilement et vous restez calme."),
        ],
        next: vec![
            pair("Essayer chaque métier une semaine.", "avec K. Çelik, avant le 31 janvier"),
            pair("Faire le point sur l'écrit.", "à la Boussole, en décembre"),
        ],
        own_words: "Je veux surtout essayer avant de choisir.".to_owned(),
        contact_name: "Élodie Dhaene".to_owned(),
        contact_phone: "03 53 01 20 26".to_owned(),
    }
}

pub(super) fn interview() -> InterviewSummary {
    InterviewSummary {
        reference: "EN-2026-0412".to_owned(),
        day: day(10, 6),
        minutes: 75,
        person: "Solène Vandewœstyne".to_owned(),
        counsellor: "Élodie Dhaene".to_owned(),
        counsellor_role: "référent orientation".to_owned(),
        prescriber: "Karim Çelik, Maison de l'emploi de Grande-Synthe".to_owned(),
        question: "Vers quels métiers du soin ou de l'accueil peut-elle se tourner ?".to_owned(),
        project: ProjectState::Idea,
        notes: InterviewNotes {
            situation: "Sans emploi depuis mars, après quatre ans en restauration collective.".to_owned(),
            project: "Aider des personnes âgées, sans nuits.".to_owned(),
            needs: String::new(),
            hindrances: [Hindrance::Mobility, Hindrance::Childcare, Hindrance::Health].into(),
            hindrance_words: "Pas de station debout plus d'une heure.".to_owned(),
            supports: String::new(),
        },
        steps: vec![
            ("Intérêts professionnels".to_owned(), "Pour nommer ce qui attire.".to_owned()),
            ("Atelier « Découvrir le soin »".to_owned(), "Pour rencontrer des professionnels.".to_owned()),
        ],
        is_prescribed: true,
        signed: Some((day(10, 6), signature(3), signature(8))),
    }
}

/// An interview of which much was written down: two pages.
pub(super) fn long_interview() -> InterviewSummary {
    let summary = interview();
    let many = |text: &str| [text; 9].join(" ");
    let notes = InterviewNotes {
        situation: many("Sans emploi depuis mars, après quatre ans en restauration collective."),
        project: many("Aider des personnes âgées, sans nuits, près de chez elle."),
        needs: many("Un point sur l'écrit professionnel et sur le permis."),
        ..summary.notes
    };
    InterviewSummary { notes, ..summary }
}

/// A path closed before its term, told to the prescriber.
pub(super) fn closed_path() -> PrescriberNotice {
    PrescriberNotice {
        reference: "AV-2026-0412".to_owned(),
        written_on: day(11, 24),
        prescriber: "Karim Çelik".to_owned(),
        organisation: "Maison de l'emploi de Grande-Synthe".to_owned(),
        person: "Solène Vandewœstyne".to_owned(),
        subject: NoticeSubject::PathClosed(ClosingReason::StoppedComing),
        signatory: "Élodie Dhaene".to_owned(),
        signatory_role: "référent orientation".to_owned(),
    }
}

/// A few strokes like those of a first name.
fn signature(seed: u16) -> Signature {
    let wave = |n: u16| (80 + n * 42, 200 + (n * (7 + seed) % 11) * 14 - 70);
    Signature::new(vec![(0..20).map(wave).collect(), vec![(620, 60), (700, 330)], vec![(760, 90)]]).unwrap()
}

fn attendee(name: &str, number: usize) -> Attendee {
    Attendee { name: name.to_owned(), reference: format!("3F0A91C2{number:04}"), signed: None }
}

pub(super) fn attendance(people: usize) -> AttendanceSheet {
    let names =
        ["Inès Bouzid", "Gaël Œuvrard", "Nadège L'Hôte", "Özgür Yıldız", "Marie-Thérèse Vanhœcke", "Zoé Château"];
    AttendanceSheet {
        reference: "SE-2026-1124-A".to_owned(),
        workshop_title: "Découvrir les métiers du soin".to_owned(),
        date: day(11, 24),
        start: time(9, 0),
        end: time(12, 30),
        place: "Salle Jean-Bart, 66 rue des Chantiers de France, Dunkerque".to_owned(),
        facilitator: "Élodie Dhaene".to_owned(),
        convened: names.iter().cycle().take(people).enumerate().map(|(n, name)| attendee(name, n)).collect(),
        walk_ins: Vec::new(),
        facilitator_signed: None,
        counts_alone: true,
        session_hash: "7f3a91c20b4ed815".to_owned(),
        printed_on: day(11, 23),
    }
}

/// A sheet that was signed on the screen, of a session that informs.
pub(super) fn signed_attendance() -> AttendanceSheet {
    let mut sheet = attendance(7);
    for (n, person) in (0_u16..).zip(&mut sheet.convened) {
        person.signed = (n != 4).then(|| Drawn { signature: signature(n), at: time(9, 5) });
    }
    sheet.walk_ins = vec![
        Attendee { reference: String::new(), ..attendee("Monsieur Delattre", 0) },
        Attendee { signed: Some(Drawn { signature: signature(9), at: time(9, 20) }), ..attendee("Awa Diop", 88) },
    ];
    sheet.facilitator_signed = Some(Drawn { signature: signature(5), at: time(12, 31) });
    sheet.counts_alone = false;
    sheet
}

pub(super) fn session() -> SessionSheet {
    let expected = |name: &str, phone: &str, needs: &str| Expected {
        name: name.to_owned(),
        phone: phone.to_owned(),
        needs: needs.to_owned(),
    };
    let sheet = attendance(1);
    SessionSheet {
        reference: sheet.reference,
        workshop_title: sheet.workshop_title,
        date: sheet.date,
        start: sheet.start,
        end: sheet.end,
        place: sheet.place,
        facilitator: sheet.facilitator,
        minimum: 6,
        maximum: 12,
        material: texts(["Casque de réalité virtuelle (1)"]),
        bring: texts(["vos lunettes si vous en portez"]),
        people: vec![
            expected("Inès Bouzid", "06 12 34 56 78", ""),
            expected(
                "Gaël Œuvrard",
                "06 98 76 54 32",
                "Lit peu : lire les consignes à voix haute. Temps en plus : un tiers",
            ),
            expected("Nadège L'Hôte", "", "Place au premier rang, près de la porte"),
            expected("Özgür Yıldız", "07 00 11 22 33", "Parle turc ; consignes courtes"),
            expected("Marie-Thérèse Vanhœcke", "03 28 00 11 22", ""),
            expected("Zoé Château", "06 44 55 66 77", ""),
        ],
        printed_on: sheet.printed_on,
    }
}

/// A full session: twelve people, some of whom need help.
pub(super) fn full_session() -> SessionSheet {
    let sheet = session();
    let twelve = sheet.people.iter().cycle().take(12).cloned().collect();
    SessionSheet { people: twelve, ..sheet }
}

pub(super) fn news() -> NewsLetter {
    let line = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    NewsLetter {
        reference: "IN-2026-0932".to_owned(),
        written_on: day(11, 20),
        name: "Solène Vandewœstyne".to_owned(),
        address: Vec::new(),
        title: "La séance est annulée".to_owned(),
        activity: "Atelier découverte : Services à la personne et à la collectivité".to_owned(),
        paragraphs: texts([
            "Cette séance n'aura pas lieu : elle est annulée pour tout le monde. Ne venez pas ce jour-là.",
            "Vous ne perdez pas votre tour. Nous vous proposerons une autre date.",
        ]),
        essentials: vec![
            line("Quoi :", "Atelier découverte : Services à la personne et à la collectivité"),
            line("Quand :", "mardi 24 novembre 2026, de 9 h à 12 h"),
        ],
        contact_name: "Élodie Dhaene".to_owned(),
        contact_phone: "03 28 00 00 00".to_owned(),
        signatory: "Élodie Dhaene".to_owned(),
        signatory_role: "référent orientation".to_owned(),
    }
}

pub(super) fn invitation() -> Invitation {
    Invitation {
        reference: "IN-2026-0931".to_owned(),
        written_on: day(11, 12),
        greeting: "Madame Vandewœstyne".to_owned(),
        address: texts(["Madame Solène Vandewœstyne", "12 rue de l'Écluse", "59140 Dunkerque"]),
        activity: "Atelier « Découvrir les métiers du soin »".to_owned(),
        purpose:
            "Avec Karim Çelik, vous avez choisi de découvrir les métiers du soin. Nous vous invitons à un atelier \
                  en petit groupe. Ce n'est pas un examen : vous venez pour essayer et poser vos questions."
                .to_owned(),
        date: day(11, 24),
        start: time(14, 0),
        duration_minutes: 150,
        place: texts(["66 rue des Chantiers de France", "Dunkerque", "1er étage, ascenseur"]),
        bring: texts(["cette lettre", "vos lunettes si vous en portez", "de quoi écrire, si vous le souhaitez"]),
        contact_name: "Élodie Dhaene".to_owned(),
        contact_phone: "03 28 00 00 00".to_owned(),
        signatory: "Élodie Dhaene".to_owned(),
        signatory_role: "conseillère en évaluation".to_owned(),
    }
}

pub(super) fn roadmap() -> RoadmapSheet {
    let step = |title: &str, date, time, place: StepPlace, state| RoadmapStep {
        title: title.to_owned(),
        date,
        time,
        place,
        state,
    };
    let room = || StepPlace::Room("Salle des Dunes, 66 rue des Chantiers de France, 59140 Dunkerque".to_owned());
    RoadmapSheet {
        reference: "FR-2026-0412".to_owned(),
        printed_on: day(11, 12),
        person: "Solène Vandewœstyne".to_owned(),
        steps: vec![
            step("Premier entretien", Some(day(10, 6)), None, StepPlace::Unsaid, StepState::Done),
            step("Mes intérêts", Some(day(10, 13)), None, StepPlace::Unsaid, StepState::Done),
            step("Atelier « Découvrir le soin »", Some(day(11, 24)), Some(time(14, 0)), room(), StepState::Planned),
            step("Mes conditions de travail", None, None, StepPlace::Kiosk, StepState::Planned),
            step("Une semaine en entreprise", None, None, StepPlace::Unsaid, StepState::Planned),
            step("Le bilan ensemble", Some(day(12, 15)), Some(time(9, 30)), room(), StepState::Planned),
        ],
        kiosks: "66 rue des Chantiers de France, 59140 Dunkerque".to_owned(),
        bring: texts(["cette feuille", "mes lunettes"]),
        contact_name: "Élodie Dhaene".to_owned(),
        contact_phone: "03 28 00 00 00".to_owned(),
    }
}

pub(super) fn agenda() -> AgendaSheet {
    let coming = |title: &str, month, of_month, (hour, minutes), bring: &str| Coming {
        title: title.to_owned(),
        slot: TimeSlot { day: day(month, of_month), start: time(hour, 0), minutes: Minutes(minutes) },
        place: "Salle des Dunes".to_owned(),
        with: "Mehdi Saïdi".to_owned(),
        bring: bring.to_owned(),
    };
    AgendaSheet {
        reference: "P-2026-0412".to_owned(),
        printed_on: day(11, 12),
        person: "Solène Vandewœstyne".to_owned(),
        coming: vec![
            coming("Atelier « Découvrir le soin »", 11, 24, (14, 180), "Un stylo et vos lunettes."),
            coming("Restitution", 12, 15, (9, 60), ""),
        ],
        waiting: texts(["Ma forme physique – atelier collectif"]),
        contact_name: "Élodie Dhaene".to_owned(),
        contact_phone: "03 28 00 00 00".to_owned(),
    }
}

pub(super) fn badge() -> BadgeSheet {
    BadgeSheet {
        reference: "V-2026-1112".to_owned(),
        day: day(11, 12),
        first_name: "Marie-Christine".to_owned(),
        code: "482 913".to_owned(),
        badge: Some(PictureBadge::from_number(31_415)),
        qr: Qr::of("BOUSSOLE-482913").unwrap(),
    }
}

pub(super) fn exercises() -> ExerciseSheet {
    let latin = [Attribute::Shape, Attribute::Fill, Attribute::Rotation].map(|attribute| (attribute, Rule::Latin));
    let lines = [(Attribute::Lines, Rule::Or), (Attribute::Shape, Rule::RowConstant)];
    let matrix = |side, rules: &[(Attribute, Rule)], options| {
        Radicals::Matrix(matrices::Radicals::new(side, rules.to_vec(), options).unwrap())
    };
    let board = |level, display| Radicals::Dashboard(dashboard::Radicals { level, lines: LineCount::Four, display });
    let recipes = [
        matrix(Side::Three, &latin, matrices::OptionCount::Eight),
        matrix(Side::Three, &lines, matrices::OptionCount::Four),
        Radicals::Series(series::Radicals {
            kind: series::Kind::GrowingDifference,
            shown: series::Shown::Six,
            ceiling: series::Ceiling::Hundred,
        }),
        Radicals::Rotation(rotations::Radicals::Solid {
            arms: rotations::Arms::Three,
            axis: rotations::Axis::Depth,
            turn: rotations::Turn::Eighty,
            foils: rotations::Foils::Mirror,
        }),
        Radicals::Folding(folding::Radicals {
            folds: folding::FoldCount::Two,
            creases: folding::Creases::Diagonal,
            punches: folding::Punches::Two,
            place: folding::Place::Anywhere,
        }),
        board(Level::CompareTwo, Display::Table),
        board(Level::ReadCell, Display::Bars),
        Radicals::Counting(counting::Radicals {
            quantity: counting::Quantity::Some,
            grouping: counting::Grouping::Fives,
            overlap: counting::Overlap::Touching,
        }),
    ];
    let generated = (1_u64..).zip(recipes).map(|(seed, radicals)| {
        let generated = Generated { recipe: Recipe { seed, radicals }, per_sitting: false };
        let item = Item::plain(&format!("G{seed}"), "", ItemKind::Generated(generated));
        Exercise { item: item.made(0).unwrap().into_owned(), is_training: seed == 1 }
    });
    ExerciseSheet {
        title: "Raisonnement – trouver la règle".to_owned(),
        version: "0.9.0".to_owned(),
        seed: Some(7),
        reference: "raisonnement-0.9.0-graine-7".to_owned(),
        printed_on: day(11, 20),
        asked_on_screen: Some(6),
        parts: vec![
            Part {
                title: "Figures, nombres, tableaux".to_owned(),
                instruction: "Une case manque dans chaque figure. D'abord 1 essai.".to_owned(),
                seconds: Some(600),
                exercises: generated.collect(),
            },
            Part { title: "En mots".to_owned(), instruction: String::new(), seconds: None, exercises: in_words() },
        ],
    }
}

/// One question of each way of answering that needs no drawing, and one that the paper leaves out.
fn in_words() -> Vec<Exercise> {
    let choices =
        || vec![Choice::words("x", "Le bus de 8 h"), Choice::words("y", "Le bus de 9 h 30, avec un changement")];
    let right = || OptionId("y".to_owned());
    let point = |value: f64, label: &str| Point { value, label: label.to_owned(), pictogram: String::new() };
    let long = "Je préfère un travail où les horaires sont les mêmes toute la semaine, même en hiver";
    let kinds = [
        ItemKind::SingleChoice { options: choices(), correct: Some(right()) },
        ItemKind::MultipleChoice { options: choices(), correct: vec![right()], credit: Credit::Partial },
        ItemKind::Order {
            options: choices(),
            correct: Some((vec![right(), OptionId("x".to_owned())], Credit::AllOrNothing)),
        },
        ItemKind::MostLeast { options: choices() },
        ItemKind::Likert {
            points: vec![point(1.0, "Non"), point(2.0, "Plutôt non"), point(3.0, "Oui"), point(4.0, long)],
            by_observer: false,
        },
        ItemKind::Number { correct: Some(4.5), tolerance: 0.5, unit: "kg".to_owned(), min: 0.0, max: 9.0 },
        ItemKind::FreeText { longest: 200 },
        ItemKind::Information,
    ];
    let asked = (1..).zip(kinds).map(|(n, kind)| Item {
        material: Material::Document("Bus 3 : 8 h, 9 h 30\nPas de bus le dimanche".to_owned()),
        ..Item::plain(&format!("M{n}"), "Lisez l'annonce, puis répondez.", kind)
    });
    let picture = Image { path: "img/bus.svg".to_owned(), alt: "Un bus".to_owned() };
    let on_screen = Item {
        material: Material::Image(picture),
        ..Item::plain("I1", "Où va ce bus ?", ItemKind::FreeText { longest: 80 })
    };
    asked.chain([on_screen]).map(|item| Exercise { item, is_training: false }).collect()
}
