//! Seats in every look: dates offered, sessions and their dialogs, signatures on the screen, what the service has, a filled Today.

use boussole::app::appointments::AppointmentFor;
use boussole::app::setup::SetUp;
use boussole::app::sheets::Signer;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::calendar::Days;
use boussole::domain::id::SessionId;
use boussole::domain::session_life::Withdrawal;
use boussole::domain::stamp::{Half, days_after};
use boussole::domain::workshop::Attendance;
use boussole::ui::theme::Kind;
use eframe::egui::accesskit::Role;

use super::Walk;
use crate::definitions::SOUND;
use crate::screens::desk::bureau::{Bureau, SMALL, click, fill, open, press, settle, sign_on_pad};
use crate::screens::desk::room::full_room;
use crate::screens::desk::seats::{begun, go, names, open_file, open_session, press_first, three_dates};
use crate::support::{House, WORKSHOP, activity, person, tuesday};

/// Opens a dialog by the beginning of its button's name, looks at it, and closes it.
fn look_at(walk: &mut Walk, bureau: &mut Bureau, button: &str, name: &str) {
    press_first(bureau, button);
    walk.stop(bureau, name);
    press(bureau, "Annuler");
}

/// Waits until what was said in passing is gone.
fn wait(bureau: &mut Bureau) {
    for _ in 0..500 {
        bureau.step();
    }
}

fn at_desk(house: &House) -> Bureau {
    open(house.another_desk(), Some(house.counsellor), SMALL)
}

fn offer_to_all(house: &mut House) {
    for choice in house.app.offer_choices(house.counsellor, &activity(WORKSHOP)).unwrap() {
        let sessions: Vec<SessionId> = choice.sessions.iter().map(|(id, _)| *id).collect();
        if !sessions.is_empty() {
            house.app.offer_sessions(house.counsellor, choice.person.step, &sessions).unwrap();
        }
    }
}

#[test]
fn dates_offered_to_people() {
    let mut walk = Walk::new(Kind::Desk, "desk-offers");
    let (house, people) = three_dates(3);
    let mut bureau = at_desk(&house);
    go(&mut bureau, "Ateliers");
    walk.stop(&mut bureau, "pool");
    press_first(&mut bureau, "Proposer des dates… :");
    walk.stop(&mut bureau, "offer");
    press(&mut bureau, "Proposer ces dates");
    walk.stop(&mut bureau, "tell");
    press(&mut bureau, "La personne est prévenue");
    wait(&mut bureau);
    walk.stop(&mut bureau, "pool-offered");
    look_at(&mut walk, &mut bureau, "Réponse… :", "answer");
    open_session(&mut bureau);
    walk.stop(&mut bureau, "session-offered");
    let file = house.file(people[0]);
    open_file(&mut bureau, &file.last_name.to_lowercase());
    walk.stop(&mut bureau, "file-offered");
    walk.end();
}

#[test]
fn a_file_with_its_dialogs() {
    let mut walk = Walk::new(Kind::Desk, "desk-file-seats");
    let (mut house, people) = three_dates(1);
    let login = house.counsellor;
    house.prescribe(people[0], "casque-vr");
    let step = house.file(people[0]).roadmap.unwrap().steps[0].id;
    house.app.set_deadline(login, step, Some(days_after(tuesday(), 2))).unwrap();
    let away = Days { from: days_after(tuesday(), 20), until: days_after(tuesday(), 24) };
    house.app.record_participant_absence(login, people[0], away).unwrap();
    let slot = house.app.free_slots(login, people[0], AppointmentKind::Diagnostic, 60).unwrap()[3];
    house.app.book_appointment(login, people[0], AppointmentKind::Diagnostic, slot).unwrap();
    let newcomer = house.app.record_participant(login, &person("Zoé", "Lefèvre")).unwrap();
    house.app.record_referral(login, newcomer, house.prescriber, tuesday(), "Quel métier ?").unwrap();
    house.set_time(days_after(tuesday(), 6), 9, 0);
    let file = house.file(people[0]);
    let mut bureau = at_desk(&house);
    open_file(&mut bureau, "lefèvre");
    press(&mut bureau, "Enregistrer l'entretien…");
    walk.stop(&mut bureau, "interview");
    click(&mut bureau, Role::RadioButton, "Une idée");
    press(&mut bureau, "Fermer");
    walk.stop(&mut bureau, "interview-begun");
    open_file(&mut bureau, &file.last_name.to_lowercase());
    let steps = file.roadmap.unwrap().steps;
    let title = boussole::i18n::typeset(&steps[0].title);
    let name = names(&bureau, Role::Button, "").into_iter().find(|label| label.contains(&*title)).unwrap();
    press(&mut bureau, &name);
    walk.stop(&mut bureau, "step-late");
    look_at(&mut walk, &mut bureau, "Proposer des dates…", "offer");
    look_at(&mut walk, &mut bureau, "Date limite…", "deadline");
    look_at(&mut walk, &mut bureau, "Retirer du parcours…", "drop");
    look_at(&mut walk, &mut bureau, "Changer la façon de prévenir…", "channel");
    look_at(&mut walk, &mut bureau, "Noter une absence…", "away");
    go(&mut bureau, "Rendez-vous");
    walk.stop(&mut bureau, "appointments");
    press(&mut bureau, "Fixer un rendez-vous…");
    walk.stop(&mut bureau, "moment-free");
    click(&mut bureau, Role::RadioButton, "Un autre moment");
    walk.stop(&mut bureau, "moment-other");
    press(&mut bureau, "Annuler");
    look_at(&mut walk, &mut bureau, "Annuler le rendez-vous…", "cancel-appointment");
    press(&mut bureau, "Absent");
    look_at(&mut walk, &mut bureau, "Fixer à nouveau…", "rebook");
    press(&mut bureau, "Annuler cette saisie");
    go(&mut bureau, "Observations");
    look_at(&mut walk, &mut bureau, "Noter une observation…", "observation");
    walk.end();
}

#[test]
fn a_session_with_its_dialogs() {
    let mut walk = Walk::new(Kind::Desk, "desk-session");
    let (mut house, _) = three_dates(2);
    let login = house.counsellor;
    let sessions = house.app.sessions(login, tuesday(), days_after(tuesday(), 30)).unwrap();
    house.app.convene(login, sessions[0].id).unwrap();
    house.set_time(tuesday(), 9, 10);
    house.app.withdraw(house.facilitator, sessions[0].seats[2].id, &Withdrawal::ByPerson).unwrap();
    house.set_time(days_after(tuesday(), 7), 9, 0);
    let mut bureau = at_desk(&house);
    open_session(&mut bureau);
    walk.stop(&mut bureau, "check-first");
    click(&mut bureau, Role::RadioButton, "Annuler");
    walk.stop(&mut bureau, "check-cancel");
    let merge = names(&bureau, Role::RadioButton, "Regrouper").remove(0);
    click(&mut bureau, Role::RadioButton, &merge);
    walk.stop(&mut bureau, "check-merge");
    look_at(&mut walk, &mut bureau, "Regrouper… :", "merge");
    look_at(&mut walk, &mut bureau, "Déplacer…", "move");
    press(&mut bureau, "Déplacer…");
    fill(&mut bureau, "Jour", "06/12/2026");
    press(&mut bureau, "Déplacer la séance");
    walk.stop(&mut bureau, "move-refused");
    press(&mut bureau, "Annuler");
    press_first(&mut bureau, "Rendre sa place… :");
    walk.stop(&mut bureau, "give-back");
    click(&mut bureau, Role::RadioButton, "Le service");
    walk.stop(&mut bureau, "give-back-service");
    press(&mut bureau, "Annuler");
    look_at(&mut walk, &mut bureau, "Prévenir… :", "tell");
    walk.end();
}

#[test]
fn signatures_on_the_screen() {
    let mut walk = Walk::new(Kind::Desk, "desk-signing");
    let (mut house, id) = begun();
    let view = house.app.session(house.counsellor, id).unwrap();
    let strokes = || vec![vec![(200, 100), (400, 250), (600, 120)]];
    for seat in &view.seats[1..] {
        let signer = Signer::Convened(seat.participant);
        house.app.sign_on_pad(house.facilitator, (id, Half::Morning), signer, strokes()).unwrap();
    }
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    open_session(&mut bureau);
    walk.stop(&mut bureau, "sheet");
    look_at(&mut walk, &mut bureau, "Feuille signée reçue… :", "paper");
    press_first(&mut bureau, "Faire signer à l'écran :");
    sign_on_pad(&mut bureau);
    walk.stop(&mut bureau, "drawn");
    press(&mut bureau, "Passer");
    walk.stop(&mut bureau, "leader");
    press(&mut bureau, "Passer");
    walk.stop(&mut bureau, "missing");
    press(&mut bureau, "Reprendre les signatures");
    for _ in 0..2 {
        sign_on_pad(&mut bureau);
        press(&mut bureau, "C'est signé");
        settle(&mut bureau);
    }
    walk.stop(&mut bureau, "all");
    press(&mut bureau, "Enregistrer la feuille signée à l'écran");
    walk.stop(&mut bureau, "recorded");
    press_first(&mut bureau, "Retour à la séance");
    wait(&mut bureau);
    walk.stop(&mut bureau, "sheet-signed");
    walk.end();
}

#[test]
fn what_the_service_has() {
    let mut walk = Walk::new(Kind::Desk, "desk-settings");
    let mut house = House::on_disk();
    let login = house.counsellor;
    let away = Days { from: days_after(tuesday(), 20), until: days_after(tuesday(), 24) };
    house.app.record_staff_absence(login, house.facilitator.staff(), away).unwrap();
    house.app.mark_day(login, days_after(tuesday(), 30), false, "Inventaire").unwrap();
    house.app.import_school_holidays(login, "Nom;Du;Au\nNoël;19/12/2026;03/01/2027").unwrap();
    let mut bureau = at_desk(&house);
    go(&mut bureau, "Ateliers");
    go(&mut bureau, "Réglages");
    walk.stop(&mut bureau, "settings");
    look_at(&mut walk, &mut bureau, "Ateliers animés… :", "skills");
    walk.end();
}

#[test]
fn a_day_on_which_everything_waits() {
    let mut walk = Walk::new(Kind::Desk, "desk-today-full");
    let mut house = full_room();
    let login = house.counsellor;
    house.people_waiting(18, WORKSHOP);
    let session = house.app.open_proposal(login, &activity(WORKSHOP), None).unwrap();
    house.people_waiting(2, "presentation-demarche");
    let booked = house.somebody();
    let step = house.prescribe(booked, "casque-vr");
    let slot = house.app.free_slots(login, booked, AppointmentKind::Activity, 60).unwrap()[0];
    let id = house.app.book(login, AppointmentFor::Activity(step), slot, login.staff(), None).unwrap();
    house.app.miss_appointment(login, id, true).unwrap();
    let view = house.app.session(login, session).unwrap();
    house.set_time(view.slot.day, 18, 0);
    for (index, seat) in view.seats.iter().enumerate() {
        let mark = if index == 0 { Attendance::NoShow } else { Attendance::Present };
        house.app.take_attendance(login, seat.id, mark).unwrap();
    }
    house.app.close_session(login, session).unwrap();
    house.people_waiting(6, "presentation-demarche");
    house.app.open_proposal(login, &activity("presentation-demarche"), None).unwrap();
    house.people_waiting(6, WORKSHOP);
    house.app.open_proposal(login, &activity(WORKSHOP), None).unwrap();
    house.people_waiting(2, WORKSHOP);
    offer_to_all(&mut house);
    let mut bureau = at_desk(&house);
    walk.stop(&mut bureau, "today");
    walk.end();
}

#[test]
fn a_version_is_activated_and_retired() {
    let mut walk = Walk::new(Kind::Desk, "desk-library-dialogs");
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("recu/petite");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("evaluation.toml"), SOUND.replacen("statut = \"brouillon\"", "statut = \"pilote\"", 1))
        .unwrap();
    let mut app = crate::screens::desk::bureau::empty_app(&folder);
    let wish = SetUp {
        counsellor_first_name: "Claire".into(),
        counsellor_last_name: "Morel".into(),
        staff_code: "2468".into(),
        phone: String::new(),
    };
    let login = app.set_up(&wish).unwrap();
    app.install_assessment(login, &inside).unwrap();
    let mut bureau = open(app, Some(login), SMALL);
    go(&mut bureau, "Évaluations");
    let row = names(&bureau, Role::Row, "Ma petite").remove(0);
    click(&mut bureau, Role::Row, &row);
    look_at(&mut walk, &mut bureau, "Activer…", "activate");
    press(&mut bureau, "Activer…");
    press(&mut bureau, "Activer");
    look_at(&mut walk, &mut bureau, "Retirer…", "retire");
    walk.end();
}
