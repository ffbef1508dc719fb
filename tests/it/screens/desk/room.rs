//! The room as the desk sees it: calls, pauses, a question taken out, and who answers with whom.

use boussole::app::kiosk::{SittingView, StaffCode};
use boussole::app::people::NewParticipant;
use boussole::app::room::StationSitting;
use boussole::app::{App, Login};
use boussole::domain::id::ParticipantId;
use boussole::domain::interview::ProjectState;
use boussole::domain::person::Role as StaffRole;
use boussole::domain::sitting::{Hold, Step};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, LARGE, SMALL, click, fill, open, press, settle, shoot, shows};
use crate::support::{House, STAFF_CODE, STATION, first_answer, person};

const INTERESTS: &str = "interets";

/// A house with somebody at a station, who has answered two questions.
fn house_with(first: &str, last: &str) -> (House, ParticipantId, SittingView) {
    let mut house = House::on_disk();
    let (id, view) = seat(&mut house, STATION, &person(first, last));
    (house, id, view)
}

fn seat(house: &mut House, station: &str, who: &NewParticipant) -> (ParticipantId, SittingView) {
    let id = house.welcome(who, ProjectState::ToConfirm);
    house.prescribe(id, INTERESTS);
    let code = house.code(id);
    let mut view = house.begin(station, &code);
    for _ in 0..2 {
        view = house.answer(station, &view, first_answer);
    }
    (id, view)
}

fn desk(house: &House, login: Login, size: [f32; 2]) -> Bureau {
    open(house.another_desk(), Some(login), size)
}

fn manager(house: &mut House) -> Login {
    let manager = house.app.add_staff(house.counsellor, "Hubert", "Woussen", StaffRole::Manager).unwrap();
    house.app.log_in(manager).unwrap()
}

fn seen(house: &House) -> StationSitting {
    let app: App = house.another_desk();
    app.stations(house.counsellor).unwrap().into_iter().find_map(|station| station.sitting).unwrap()
}

fn has(bureau: &Bureau, words: &str) -> bool {
    bureau.query_all_by_role_and_label(Role::Button, &boussole::i18n::typeset(words)).next().is_some()
}

/// Everything that can happen in a room, at once.
pub fn full_room() -> House {
    let (mut house, _, calls) = house_with("Amina", "Diallo");
    house.app.call_help(STATION, calls.sitting).unwrap();
    let (_, paused) = seat(&mut house, "Poste 2", &person("Karim", "Benali"));
    house.app.pause_for(house.counsellor, paused.sitting).unwrap();
    let (helped, _) = seat(&mut house, "Poste 3", &person("Marie-Antoinette", "Vanderstraeten-Lefebvre"));
    house.app.accompany(house.facilitator, helped, true).unwrap();
    house.app.announce_station("Poste 4").unwrap();
    for _ in 0..5 {
        house.app.enter_code("Poste 5", "000000").unwrap_err();
    }
    house
}

#[test]
fn who_called_stands_above_all_stations_with_since_when() {
    let house = full_room();
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let mut bureau = desk(&house, house.counsellor, size);
        shoot(&mut bureau, &format!("room-{name}"));
        assert!(shows(&bureau, "Amina Diallo appelle : Poste 1") && shows(&bureau, "Son temps est arrêté"));
        assert!(shows(&bureau, "En pause") && shows(&bureau, "Accompagnée par Mehdi Saïdi"));
        let label = bureau.get_all_by_role(Role::Tab).next().unwrap().accesskit_node().label().unwrap();
        assert!(label.contains('1'), "the call counts in the navigation: {label}");
    }
}

#[test]
fn a_call_is_answered_by_keyboard() {
    let (mut house, _, view) = house_with("Amina", "Diallo");
    house.app.call_help(STATION, view.sitting).unwrap();
    let mut bureau = desk(&house, house.facilitator, SMALL);
    let here = boussole::i18n::typeset("J'y suis : reprendre avec Amina Diallo");
    for _ in 0..30 {
        if bureau.get_by_role_and_label(Role::Button, &here).is_focused() {
            break;
        }
        bureau.key_press(Key::Tab);
        bureau.step();
    }
    assert!(bureau.get_by_role_and_label(Role::Button, &here).is_focused());
    bureau.key_press(Key::Enter);
    settle(&mut bureau);
    assert_eq!(seen(&house).hold, None);
    assert!(shows(&bureau, "La passation reprend.") && !shows(&bureau, "Amina Diallo appelle"));
}

#[test]
fn a_sitting_is_paused_and_goes_on() {
    let (house, ..) = house_with("Amina", "Diallo");
    let mut bureau = desk(&house, house.facilitator, SMALL);
    press(&mut bureau, "Mettre en pause : Amina Diallo");
    assert_eq!(seen(&house).hold, Some(Hold::Pause));
    assert!(shows(&bureau, "En pause") && !has(&bureau, "Mettre en pause : Amina Diallo"));
    press(&mut bureau, "Reprendre : Amina Diallo");
    assert_eq!(seen(&house).hold, None);
}

#[test]
fn the_counsellor_takes_out_the_question_on_screen_and_says_why() {
    let (house, _, view) = house_with("Amina", "Diallo");
    let words = view.on_screen().unwrap().statement;
    let mut bureau = desk(&house, house.counsellor, SMALL);
    press(&mut bureau, "Retirer la question : Amina Diallo");
    assert!(shows(&bureau, &words) && shows(&bureau, "question 3") && shows(&bureau, "ne compte plus"));
    let confirm = boussole::i18n::typeset("Retirer la question");
    let disabled =
        |bureau: &Bureau| bureau.get_by_role_and_label(Role::Button, &confirm).accesskit_node().is_disabled();
    assert!(disabled(&bureau), "a reason is needed");
    fill(&mut bureau, "Motif", "Mot inconnu de la personne");
    shoot(&mut bureau, "take-out-768");
    press(&mut bureau, "Retirer la question");
    let now = seen(&house);
    assert_ne!(now.current.unwrap().words, words);
    assert_eq!(now.total, 35);
    assert!(shows(&bureau, "La question est retirée."));
}

#[test]
fn who_may_not_is_not_asked() {
    let (mut house, ..) = house_with("Amina", "Diallo");
    let bureau = desk(&house, house.facilitator, SMALL);
    assert!(has(&bureau, "Mettre en pause : Amina Diallo"));
    assert!(!has(&bureau, "Retirer la question : Amina Diallo"));
    assert!(!has(&bureau, "Ouvrir le dossier d'Amina Diallo"));
    let manager = manager(&mut house);
    let bureau = desk(&house, manager, SMALL);
    assert!(has(&bureau, "Ouvrir le dossier d'Amina Diallo"));
    assert!(!has(&bureau, "Mettre en pause : Amina Diallo") && !has(&bureau, "Retirer la question : Amina Diallo"));
}

#[test]
fn accompanying_is_off_until_it_is_asked_and_the_file_says_it_for_today() {
    let mut house = House::on_disk();
    let id = house.welcome(&person("Amina", "Diallo"), ProjectState::ToConfirm);
    house.prescribe(id, INTERESTS);
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let mut bureau = desk(&house, house.counsellor, size);
        click(&mut bureau, Role::Tab, "Participants");
        bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
        settle(&mut bureau);
        press(&mut bureau, "Code du jour");
        let asked = "Passation accompagnée : je lis et je réponds avec la personne";
        shoot(&mut bureau, &format!("code-alone-{name}"));
        assert!(shows(&bureau, "Ses résultats diront qui l'a aidée."));
        click(&mut bureau, Role::CheckBox, asked);
        assert!(shows(&bureau, "Claire Morel lit et répond avec la personne"));
        shoot(&mut bureau, &format!("code-accompanied-{name}"));
        press(&mut bureau, "Fermer");
        assert!(shows(&bureau, "Accompagnée aujourd'hui par Claire Morel"));
        shoot(&mut bureau, &format!("file-accompanied-{name}"));
        press(&mut bureau, "Code du jour");
        click(&mut bureau, Role::CheckBox, asked);
        press(&mut bureau, "Fermer");
        assert!(!shows(&bureau, "Accompagnée aujourd'hui"));
    }
}

#[test]
fn results_name_who_helped_and_tell_the_counsellor_what_was_taken_out() {
    let (mut house, id, mut view) = house_with("Amina", "Diallo");
    let item = view.on_screen().unwrap();
    house.app.neutralise(house.counsellor, view.sitting, &item.id, "Mot inconnu").unwrap();
    house.app.accompany(house.facilitator, id, true).unwrap();
    view = house.app.sitting(STATION, view.sitting).unwrap();
    while view.step != Step::End {
        view = house.answer(STATION, &view, first_answer);
    }
    let read = |house: &House, login, reader: &str| {
        let mut bureau = desk(house, login, LARGE);
        click(&mut bureau, Role::Tab, "Participants");
        bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
        settle(&mut bureau);
        click(&mut bureau, Role::Tab, "Résultats (1)");
        click(&mut bureau, Role::RadioButton, "Les mots pour le référent");
        press(&mut bureau, "Fiche d'identité de l'instrument");
        shoot(&mut bureau, &format!("results-helped-{reader}"));
        bureau
    };
    let bureau = read(&house, house.counsellor, "counsellor");
    assert!(shows(&bureau, "Réponses données avec l'aide de Mehdi Saïdi."));
    assert!(shows(&bureau, &item.statement) && shows(&bureau, "Motif : Mot inconnu"));
    assert!(shows(&bureau, "1 question retirée"));
    let manager = manager(&mut house);
    let bureau = read(&house, manager, "manager");
    assert!(shows(&bureau, "1 question retirée") && !shows(&bureau, "Mot inconnu"));
}

#[test]
fn the_code_of_the_day_is_shown_in_digits_in_pictures_and_in_a_square_that_a_decoder_reads() {
    let mut house = House::on_disk();
    let id = house.welcome(&person("Amina", "Diallo"), ProjectState::ToConfirm);
    house.prescribe(id, INTERESTS);
    let code = house.app.make_code(house.facilitator, id).unwrap();
    for size in [SMALL, LARGE] {
        let mut bureau = desk(&house, house.counsellor, size);
        click(&mut bureau, Role::Tab, "Participants");
        bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
        settle(&mut bureau);
        press(&mut bureau, "Code du jour");
        assert!(shows(&bureau, &code.grouped));
        for (number, one) in (1..).zip(code.badge.unwrap().pictograms()) {
            let name = boussole::i18n::terms::pictogram(*one);
            assert!(shows(&bureau, &format!("Image {number} : {name}")), "{name}");
        }
        let picture = bureau.render().unwrap();
        let grey = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[1];
        let read = crate::support::read_qr_codes(picture.width() as usize, picture.height() as usize, grey);
        assert_eq!(read, [format!("BOUSSOLE-{}", code.grouped.replace(' ', ""))]);
        shoot(&mut bureau, &format!("code-{}", size[0]));
        press(&mut bureau, "Imprimer le badge");
        assert!(shows(&bureau, "badges"), "the dialog says where the paper is");
        shoot(&mut bureau, &format!("badge-written-{}", size[0]));
    }
    let papers = std::fs::read_dir(house.folder.path().join("badges")).unwrap().count();
    assert_eq!(papers, 1, "the same badge, printed twice, is one file");
}

#[test]
fn who_guesses_the_staff_code_at_a_kiosk_is_told_at_the_desk_which_releases() {
    let (mut house, ..) = house_with("Amina", "Diallo");
    for _ in 0..6 {
        house.app.try_staff_code(STATION, "0000").unwrap();
    }
    let mut bureau = desk(&house, house.facilitator, SMALL);
    shoot(&mut bureau, "room-staff-code");
    assert!(shows(&bureau, "Quelqu'un cherche le code de l'équipe : Poste 1"));
    assert!(shows(&bureau, "Ce poste n'en accepte plus"));
    press(&mut bureau, "Débloquer : Poste 1");
    assert!(!shows(&bureau, "cherche le code"));
    assert_eq!(house.app.try_staff_code(STATION, STAFF_CODE).unwrap(), StaffCode::Right);
}
