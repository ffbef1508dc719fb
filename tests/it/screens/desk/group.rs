//! The grids of a group: an act at a time with digits, measures side by side, and the end of all together.

use boussole::app::grids::GroupGrid;
use boussole::domain::assessment::AssessmentId;
use boussole::domain::id::SessionId;
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::domain::response::Answer;
use boussole::domain::workshop::Attendance;
use boussole::i18n::typeset;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::bureau::{Bureau, LARGE, SMALL, click, fill, open, press, settle, shoot, shows};
use crate::support::{House, WORKSHOP, activity};

/// A session where seven of eight people came.
pub fn held() -> (House, SessionId) {
    let mut house = House::new();
    house.people_waiting(8, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    for (index, seat) in view.seats.iter().enumerate() {
        let attendance = if index == 7 { Attendance::NoShow } else { Attendance::Present };
        house.app.take_attendance(house.facilitator, seat.id, attendance).unwrap();
    }
    (house, session)
}

/// Opens the choice of grids of the session, as the facilitator or the counsellor.
pub fn at_the_choice(house: House, as_counsellor: bool, size: [f32; 2]) -> (Bureau, TempDir) {
    let House { app, folder, facilitator, counsellor, .. } = house;
    let login = if as_counsellor { counsellor } else { facilitator };
    let mut bureau = open(app, Some(login), size);
    click(&mut bureau, Role::Tab, "Ateliers");
    click(&mut bureau, Role::Tab, "Séances à venir");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    press(&mut bureau, "Remplir les grilles du groupe");
    (bureau, folder)
}

fn keys(bureau: &mut Bureau, keys: &[Key]) {
    for key in keys {
        bureau.key_press(*key);
        bureau.step();
    }
    settle(bureau);
}

fn chosen(bureau: &Bureau) -> Vec<String> {
    bureau
        .get_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Une Personne"))
        .collect()
}

const ATTITUDES: &str = "Commencer : Attitudes observées : jeu d'évasion « attitudes »";
const FITNESS: &str = "Commencer : Ma forme physique (relevé)";

/// Rates every act of everybody, and finishes.
fn rate_all(house: &mut House, login: boussole::app::Login, session: SessionId, shift: f64) {
    let id = AssessmentId("grille-escape-attitudes".to_owned());
    let grid: GroupGrid = house.app.group_grid(login, session, &id).unwrap();
    let mut answers = Vec::new();
    for (person, row) in grid.rows.iter().enumerate() {
        for (act, item) in row.missing.iter().enumerate() {
            let point = if act % 5 == 0 && person < 2 { shift } else { ((person + act) % 4) as f64 };
            answers.push((row.participant, item.clone(), Answer::Point(point)));
        }
    }
    house.app.fill_group(login, (session, &id), &answers, 60_000).unwrap();
    house.app.finish_group(login, session, &id).unwrap();
}

#[test]
fn an_act_is_rated_for_everybody_with_digits_and_tab_goes_to_the_next() {
    let (house, _) = held();
    let (mut bureau, _folder) = at_the_choice(house, false, SMALL);
    shoot(&mut bureau, "group-choice");
    assert!(shows(&bureau, "Le droit de les noter et de les lire se donne dans Réseau"));
    press(&mut bureau, ATTITUDES);
    shoot(&mut bureau, "group-act-empty");
    assert!(shows(&bureau, "Acte 1 sur 5"));
    keys(&mut bureau, &[Key::Num2, Key::Num3, Key::Num0, Key::Minus, Key::Num1]);
    assert!(shows(&bureau, "5 sur 7"));
    keys(&mut bureau, &[Key::ArrowUp, Key::Num3]);
    let rated = chosen(&bureau);
    assert_eq!(rated.len(), 5, "{rated:?}");
    assert!(rated[4].ends_with("Vu presque tout le temps"), "{rated:?}");
    shoot(&mut bureau, "group-act");
    keys(&mut bureau, &[Key::Tab]);
    assert!(shows(&bureau, "Acte 2 sur 5"));
    keys(&mut bureau, &[Key::Num1]);
    assert_eq!(chosen(&bureau).len(), 1, "Tab leaves the digits to the rows");
    bureau.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    settle(&mut bureau);
    assert!(shows(&bureau, "Acte 1 sur 5"));
    assert_eq!(chosen(&bureau).len(), 5, "what was rated is on disk");
    // Left and taken up again.
    press(&mut bureau, "Choisir une autre grille");
    assert!(shows(&bureau, "0 grille sur 7 terminée"));
    press(&mut bureau, "Reprendre : Attitudes observées : jeu d'évasion « attitudes »");
    assert_eq!(chosen(&bureau).len(), 5);
}

#[test]
fn person_by_person_shows_what_is_missing_and_goes_back_to_the_group() {
    let (house, _) = held();
    let (mut bureau, _folder) = at_the_choice(house, false, SMALL);
    press(&mut bureau, ATTITUDES);
    keys(&mut bureau, &[Key::Num2, Key::Num3]);
    click(&mut bureau, Role::RadioButton, "Par personne");
    shoot(&mut bureau, "group-people");
    assert!(shows(&bureau, "Il manque : Communiquer (4)"));
    assert!(shows(&bureau, "1 personne sans grille"));
    press(&mut bureau, "Remplir sa grille : Une Personne aa");
    assert!(shows(&bureau, "Page 1 sur 5"));
    let rated = bureau
        .get_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .count();
    assert_eq!(rated, 1, "the same grid");
    press(&mut bureau, "Retour");
    assert!(shows(&bureau, "0 grille sur 7 terminée"));
}

#[test]
fn whole_grids_end_together_and_the_agreement_says_that_seven_people_are_few() {
    let (mut house, session) = held();
    let (facilitator, counsellor) = (house.facilitator, house.counsellor);
    rate_all(&mut house, facilitator, session, 3.0);
    rate_all(&mut house, counsellor, session, 1.0);
    let (mut bureau, _folder) = at_the_choice(house, true, LARGE);
    press(&mut bureau, "Relire : Attitudes observées : jeu d'évasion « attitudes »");
    shoot(&mut bureau, "group-act-finished");
    click(&mut bureau, Role::RadioButton, "Par personne");
    shoot(&mut bureau, "group-agreement");
    assert!(shows(&bureau, "7 grilles sur 7 terminées"));
    assert!(shows(&bureau, "7 personnes : trop peu pour conclure. Il en faut 32."));
    assert!(shows(&bureau, "Même note pour"));
}

#[test]
fn measures_stand_side_by_side_and_a_wrong_one_says_so_and_is_kept() {
    let (mut house, session) = held();
    let view = house.app.session(house.counsellor, session).unwrap();
    for seat in &view.seats[..5] {
        let subject = ConsentSubject::HealthData;
        house.app.record_consent(house.counsellor, seat.participant, subject, ConsentDecision::Agreed).unwrap();
    }
    let (mut bureau, _folder) = at_the_choice(house, true, SMALL);
    press(&mut bureau, FITNESS);
    shoot(&mut bureau, "group-consent");
    keys(&mut bureau, &[Key::Num1, Key::Num1, Key::Num1, Key::Num2, Key::Num1]);
    press(&mut bureau, "Recueillir l'accord : Une Personne af");
    shoot(&mut bureau, "group-health-ask");
    click(&mut bureau, Role::CheckBox, "Le texte a été lu");
    press(&mut bureau, "La personne est d'accord");
    keys(&mut bureau, &[Key::ArrowDown, Key::Num1]);
    press(&mut bureau, "Suivant");
    shoot(&mut bureau, "group-measures-empty");
    let field = |what: &str, who: &str| format!("{what}, Une Personne {who}");
    fill(&mut bureau, &field("Endurance : distance marchée en 6 minutes", "aa"), "420");
    fill(&mut bureau, &field("Endurance : distance marchée en 6 minutes", "ab"), "4200");
    fill(&mut bureau, &field("Force : levers de chaise en 30 secondes", "aa"), "beaucoup");
    fill(&mut bureau, &field("Souplesse : distance entre les doigts et le sol, debout", "aa"), "12,5");
    shoot(&mut bureau, "group-measures");
    assert!(shows(&bureau, "Entre 20 et 1000 m"));
    assert!(shows(&bureau, "Écrivez un nombre"));
    assert!(shows(&bureau, "« 4200 » n'est pas enregistré"));
    press(&mut bureau, "Suivant");
    press(&mut bureau, "Précédent");
    assert!(shows(&bureau, "« 4200 » n'est pas enregistré"), "what is wrong waits to be corrected");
    let data = bureau.state().desk().data().group.clone().unwrap();
    let given: Vec<usize> = data.rows.iter().map(|row| row.given.len()).collect();
    assert_eq!(given, [3, 1, 1, 1, 1, 1, 0], "the agreement, and the two measures of the first one");
    bureau.get_by_role_and_label(Role::Heading, &typeset("Ma forme physique (relevé)"));
}
