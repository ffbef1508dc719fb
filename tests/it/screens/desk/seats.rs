//! Dates offered and answered, signatures drawn on the screen, what was done and what takes it back, deadlines, channels, and
//! appointments in spite of something.

use boussole::app::planning::NewSession;
use boussole::domain::id::{ParticipantId, SessionId};
use boussole::domain::stamp::{Minutes, TimeSlot, days_after};
use boussole::domain::workshop::{Attendance, SessionKind};
use boussole::i18n::typeset;
use chrono::{NaiveDate, NaiveTime};
use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, LARGE, SMALL, click, draw, fill, open, press, settle, shoot, shows, sign_on_pad};
use crate::support::{House, WORKSHOP, activity, at, tuesday};

/// Opens a session for the first six who wait.
fn session(house: &mut House, day: NaiveDate) -> SessionId {
    let steps = house.pool(WORKSHOP).waiting.iter().take(6).map(|person| person.step).collect();
    let slot = TimeSlot { day, start: NaiveTime::from_hms_opt(9, 30, 0).unwrap(), minutes: Minutes(120) };
    let (workshop, kind) = (activity(WORKSHOP), SessionKind::OnDemand);
    let wish = NewSession { workshop, kind, slot, room: None, facilitator: None, steps };
    house.app.open_session(house.counsellor, &wish, None).unwrap()
}

/// Three open sessions, the first on Thursday 3 December 2026, and so many who wait.
pub fn three_dates(waiting: usize) -> (House, Vec<ParticipantId>) {
    let mut house = House::on_disk();
    house.people_waiting(18, WORKSHOP);
    for days in [9, 13, 16] {
        session(&mut house, days_after(tuesday(), days));
    }
    let people = house.people_waiting(waiting, WORKSHOP);
    (house, people)
}

/// A session of six that takes place now.
pub fn begun() -> (House, SessionId) {
    let mut house = House::on_disk();
    house.people_waiting(6, WORKSHOP);
    let day = days_after(tuesday(), 9);
    let id = session(&mut house, day);
    house.set_time(day, 11, 35);
    (house, id)
}

pub fn names(bureau: &Bureau, role: Role, start: &str) -> Vec<String> {
    let start = typeset(start);
    let all = bureau.query_all_by_role(role).filter_map(|node| node.accesskit_node().label());
    all.filter(|label| label.starts_with(&*start)).collect()
}

pub fn press_first(bureau: &mut Bureau, start: &str) -> String {
    let found = names(bureau, Role::Button, start).into_iter().next();
    let found = found.unwrap_or_else(|| panic!("no button « {start}… »"));
    press(bureau, &found);
    found
}

pub fn go(bureau: &mut Bureau, start: &str) {
    let tab = names(bureau, Role::Tab, start).into_iter().next().unwrap_or_else(|| panic!("no tab « {start}… »"));
    click(bureau, Role::Tab, &tab);
}

/// Opens the only session in the list.
pub fn open_session(bureau: &mut Bureau) {
    go(bureau, "Ateliers");
    go(bureau, "Séances à venir");
    let row = names(bureau, Role::Row, "").into_iter().next().unwrap();
    click(bureau, Role::Row, &row);
}

pub fn open_file(bureau: &mut Bureau, name: &str) {
    go(bureau, "Participants");
    fill(bureau, "Rechercher : nom, téléphone, date de naissance, n° de dossier", name);
    let row = names(bureau, Role::Row, "").into_iter().find(|row| row.to_lowercase().contains(name));
    click(bureau, Role::Row, &row.unwrap_or_else(|| panic!("no row « {name} »")));
}

fn pad(bureau: &Bureau) -> Rect {
    bureau.get_by_role(Role::Canvas).rect()
}

#[test]
fn dates_are_offered_from_the_pool_told_and_chosen() {
    let (house, people) = three_dates(2);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    go(&mut bureau, "Ateliers");
    shoot(&mut bureau, "offer-pool-768");
    press_first(&mut bureau, "Proposer des dates… :");
    shoot(&mut bureau, "offer-dates-768");
    assert_eq!(names(&bureau, Role::CheckBox, "").len(), 3);
    press(&mut bureau, "Proposer ces dates");
    // What is to be said comes at once.
    bureau.get_by_role_and_label(Role::Heading, "Prévenir une personne");
    shoot(&mut bureau, "offer-tell-768");
    press(&mut bureau, "La personne est prévenue");
    assert!(shows(&bureau, "réponse attendue avant le 27/11/2026"));
    shoot(&mut bureau, "offer-awaited-768");
    go(&mut bureau, "Aujourd'hui");
    assert!(shows(&bureau, "1 réponse attendue"));
    shoot(&mut bureau, "offer-today-768");
    press_first(&mut bureau, "Réponse… :");
    shoot(&mut bureau, "offer-answer-768");
    let second = names(&bureau, Role::RadioButton, "A choisi").remove(1);
    click(&mut bureau, Role::RadioButton, &second);
    press(&mut bureau, "Enregistrer la réponse");
    assert!(!shows(&bureau, "réponse attendue"));
    let seated = people.iter().map(|person| house.file(*person).seats.len()).sum::<usize>();
    assert_eq!(seated, 1);
}

#[test]
fn dates_are_offered_from_the_file_and_none_suits() {
    let (house, people) = three_dates(1);
    let file = house.file(people[0]);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), LARGE);
    open_file(&mut bureau, &file.last_name.to_lowercase());
    let title = file.roadmap.unwrap().steps[0].title.clone();
    let step = names(&bureau, Role::Button, "").into_iter().find(|label| label.contains(&*typeset(&title))).unwrap();
    press(&mut bureau, &step);
    shoot(&mut bureau, "file-step-1080");
    press(&mut bureau, "Proposer des dates…");
    press(&mut bureau, "Proposer ces dates");
    press(&mut bureau, "Annuler");
    assert!(shows(&bureau, "1 réponse attendue"));
    shoot(&mut bureau, "file-offered-1080");
    press_first(&mut bureau, "Réponse… :");
    click(&mut bureau, Role::RadioButton, "Aucune date ne convient");
    press(&mut bureau, "Enregistrer la réponse");
    assert!(!shows(&bureau, "réponse attendue"));
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1, "the demand waits on");
}

#[test]
fn who_does_not_answer_in_three_days_is_seated_from_the_pool() {
    let (mut house, _) = three_dates(2);
    let choices = house.app.offer_choices(house.counsellor, &activity(WORKSHOP)).unwrap();
    for choice in choices {
        let sessions: Vec<SessionId> = choice.sessions.iter().map(|(id, _)| *id).collect();
        house.app.offer_sessions(house.counsellor, choice.person.step, &sessions).unwrap();
    }
    house.set_time(days_after(tuesday(), 3), 9, 0);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    go(&mut bureau, "Ateliers");
    assert!(shows(&bureau, "2 personnes n'ont pas répondu en 3 jours"));
    shoot(&mut bureau, "offer-late-768");
    press(&mut bureau, "Leur donner une place");
    assert!(shows(&bureau, "Personne n'attend cet atelier."));
}

#[test]
fn everybody_signs_with_a_finger_and_the_sheet_is_signed_when_somebody_records_it() {
    let (house, id) = begun();
    let mut bureau = open(house.another_desk(), Some(house.facilitator), SMALL);
    open_session(&mut bureau);
    press_first(&mut bureau, "Faire signer à l'écran :");
    shoot(&mut bureau, "signing-768");
    assert!(shows(&bureau, "0 sur 7 ont signé") && names(&bureau, Role::Tab, "").is_empty());
    let is_disabled = |bureau: &Bureau| {
        bureau.get_by_role_and_label(Role::Button, &typeset("C'est signé")).accesskit_node().is_disabled()
    };
    assert!(is_disabled(&bureau), "nothing is drawn");
    sign_on_pad(&mut bureau);
    press(&mut bureau, "Effacer");
    assert!(is_disabled(&bureau));
    for n in 1..=7 {
        sign_on_pad(&mut bureau);
        if n == 1 {
            shoot(&mut bureau, "signing-drawn-768");
        }
        press(&mut bureau, "C'est signé");
        settle(&mut bureau);
    }
    assert!(shows(&bureau, "Tout le monde a signé"));
    shoot(&mut bureau, "signing-all-768");
    let sheet = |house: &House| house.another_desk().session_life(house.counsellor, id).unwrap().sheets.remove(0);
    assert!(sheet(&house).signed.is_none() && sheet(&house).signers.iter().all(|(.., drawn)| *drawn));
    press(&mut bureau, "Enregistrer la feuille signée à l'écran");
    assert!(shows(&bureau, "La feuille est enregistrée"));
    press_first(&mut bureau, "Retour à la séance");
    shoot(&mut bureau, "signing-recorded-768");
    assert!(sheet(&house).signed.is_some() && shows(&bureau, "À l'écran"));
}

#[test]
fn a_signature_is_kept_as_it_was_drawn() {
    let (house, id) = begun();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), LARGE);
    open_session(&mut bureau);
    press_first(&mut bureau, "Faire signer à l'écran :");
    let sheet = pad(&bureau);
    // From corner to corner, and out of the pad.
    draw(&mut bureau, &[sheet.min + vec2(1.0, 1.0), sheet.center(), sheet.max + vec2(90.0, 90.0)]);
    shoot(&mut bureau, "signing-1080");
    press(&mut bureau, "C'est signé");
    let store = boussole::store::Store::open(&house.base_file()).unwrap();
    let drawn = store.base().pad_signatures(id).unwrap();
    let points = drawn[0].signature.strokes()[0].clone();
    let (first, last) = (points[0], *points.last().unwrap());
    assert!(first.0 < 10 && first.1 < 10 && last == (1000, 400), "{points:?}");
    assert!(points.iter().any(|point| point.0.abs_diff(500) < 5 && point.1.abs_diff(200) < 5), "{points:?}");
}

#[test]
fn what_was_done_to_a_session_is_read_and_taken_back() {
    let (mut house, id) = begun();
    house.set_time(tuesday(), 10, 0);
    house.app.convene(house.counsellor, id).unwrap();
    house.set_time(tuesday(), 10, 5);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    open_session(&mut bureau);
    assert!(shows(&bureau, "Qui a été prévenu (6)"));
    shoot(&mut bureau, "history-768");
    press_first(&mut bureau, "Pas prévenue :");
    assert!(shows(&bureau, "Qui a été prévenu (5)") && shows(&bureau, "1 personne à prévenir."));
    press(&mut bureau, "Annuler la séance…");
    fill(&mut bureau, "Motif", "Salle inondée.");
    press(&mut bureau, "Annuler la séance");
    press_first(&mut bureau, "Annuler : Séance annulée");
    assert!(shows(&bureau, "Personnes : 6 sur"));
    shoot(&mut bureau, "history-undone-768");
}

#[test]
fn a_person_s_seats_are_read_in_the_file() {
    let (mut house, id) = begun();
    let view = house.app.session(house.counsellor, id).unwrap();
    house.app.take_attendance(house.facilitator, view.seats[0].id, Attendance::Present).unwrap();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    let last = house.file(view.seats[0].participant).last_name.to_lowercase();
    open_file(&mut bureau, &last);
    go(&mut bureau, "Historique");
    shoot(&mut bureau, "file-history-768");
    assert!(shows(&bureau, "Ses places en atelier (1)") && shows(&bureau, "Présent, noté le"));
}

#[test]
fn a_step_has_a_deadline_and_a_person_a_channel() {
    let mut house = House::on_disk();
    let person = house.people_waiting(1, WORKSHOP)[0];
    let file = house.file(person);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    open_file(&mut bureau, &file.last_name.to_lowercase());
    let title = file.roadmap.unwrap().steps[0].title.clone();
    let step = names(&bureau, Role::Button, "").into_iter().find(|label| label.contains(&*typeset(&title))).unwrap();
    press(&mut bureau, &step);
    press(&mut bureau, "Date limite…");
    fill(&mut bureau, "Dernier jour utile", "20/11/2026");
    shoot(&mut bureau, "file-deadline-768");
    press(&mut bureau, "Enregistrer la date");
    assert!(shows(&bureau, "en retard de 4 jours (avant le 20/11/2026)"));
    shoot(&mut bureau, "file-late-768");
    press(&mut bureau, "Changer la façon de prévenir…");
    click(&mut bureau, Role::RadioButton, "par téléphone");
    shoot(&mut bureau, "file-channel-768");
    press(&mut bureau, "Enregistrer");
    assert!(shows(&bureau, "par lettre, adresse à demander (demandé par téléphone, mais le dossier ne le permet pas)"));
    shoot(&mut bureau, "file-channel-chosen-768");
}

#[test]
fn an_appointment_is_booked_with_somebody_else_in_spite_of_something() {
    let mut house = House::on_disk();
    let person = house.somebody();
    let file = house.file(person);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    open_file(&mut bureau, &file.last_name.to_lowercase());
    go(&mut bureau, "Rendez-vous");
    press(&mut bureau, "Fixer un rendez-vous…");
    shoot(&mut bureau, "moment-free-768");
    choose(&mut bureau, "Avec", "Mehdi Saïdi");
    click(&mut bureau, Role::RadioButton, "Un autre moment");
    fill(&mut bureau, "Jour", "29/11/2026");
    let ten = boussole::i18n::clock_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap());
    choose(&mut bureau, "Heure", &ten);
    press(&mut bureau, "Fixer le rendez-vous");
    assert!(shows(&bureau, "Le service est fermé le dimanche 29 novembre 2026"));
    shoot(&mut bureau, "moment-refused-768");
    fill(&mut bureau, "Malgré tout, parce que", "Portes ouvertes de la Ville.");
    press(&mut bureau, "Fixer le rendez-vous");
    assert!(shows(&bureau, "Portes ouvertes de la Ville.") && shows(&bureau, "Mehdi Saïdi"));
    shoot(&mut bureau, "moment-booked-768");
    let booked = house.file(person).appointments.remove(0);
    assert_eq!((booked.slot.starts_at(), booked.staff), (at_local(29, 10), house.facilitator.staff()));
    assert_eq!(booked.exceptions, ["Portes ouvertes de la Ville."]);
}

fn at_local(day: u32, hour: u32) -> chrono::NaiveDateTime {
    at(NaiveDate::from_ymd_opt(2026, 11, day).unwrap(), hour, 0).local()
}

/// Chooses in a list that unfolds.
pub fn choose(bureau: &mut Bureau, label: &str, option: &str) {
    let combo = bureau.get_by_role_and_label(Role::ComboBox, label);
    combo.click_accesskit();
    settle(bureau);
    let found = bureau.query_all_by_label(option).next_back();
    found.unwrap_or_else(|| panic!("no option « {option} »")).click_accesskit();
    settle(bureau);
}

#[test]
fn enough_people_is_the_first_question_two_days_before() {
    let (mut house, id) = begun();
    house.people_waiting(2, WORKSHOP);
    let day = house.app.session(house.counsellor, id).unwrap().slot.day;
    house.set_time(day.pred_opt().unwrap().pred_opt().unwrap(), 9, 0);
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let mut bureau = open(house.another_desk(), Some(house.counsellor), size);
        open_session(&mut bureau);
        shoot(&mut bureau, &format!("check-first-{name}"));
        let top = |words: &str| bureau.query_all_by_label_contains(&typeset(words)).next().unwrap().rect().top();
        assert!(top("Assez de personnes ?") < top("Personnes : 6 sur"));
        assert!(shows(&bureau, "Présence attendue : 5,1 sur 6 inscrits, pour 6 au moins"));
        click(&mut bureau, Role::RadioButton, "Annuler");
        assert!(shows(&bureau, "6 personnes attendraient à nouveau"));
        click(&mut bureau, Role::RadioButton, "Appeler (2)");
        assert_eq!(names(&bureau, Role::Button, "Inscrire :").len(), 2);
    }
}
