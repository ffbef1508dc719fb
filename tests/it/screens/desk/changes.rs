//! What changes around a session and an appointment, on screen: merged, a seat taken back by the service, somebody who came with a
//! file and no seat, a scan, an absence of the staff, an appointment moved and restored.

use boussole::app::appointments::AppointmentFor;
use boussole::domain::appointment::{AppointmentKind, AppointmentState};
use boussole::domain::stamp::{Half, days_after};
use boussole::domain::workshop::SessionState;
use eframe::egui::accesskit::Role;

use super::bureau::{SMALL, click, fill, open, press, shoot, shows};
use super::seats::{begun, choose, go, names, open_file, open_session, press_first, three_dates};
use crate::support::{House, WORKSHOP, tuesday};

#[test]
fn two_small_sessions_become_one() {
    let (mut house, _) = three_dates(0);
    let login = house.counsellor;
    let sessions = house.app.sessions(login, tuesday(), days_after(tuesday(), 30)).unwrap();
    house.set_time(days_after(tuesday(), 7), 9, 0);
    let mut bureau = open(house.another_desk(), Some(login), SMALL);
    open_session(&mut bureau);
    let merge = names(&bureau, Role::RadioButton, "Regrouper").remove(0);
    click(&mut bureau, Role::RadioButton, &merge);
    press_first(&mut bureau, "Regrouper… : lundi 7 décembre 2026");
    shoot(&mut bureau, "merge-768");
    press(&mut bureau, "Regrouper");
    assert!(shows(&bureau, "Personnes : 12 sur 12 places"));
    shoot(&mut bureau, "merged-768");
    let first = house.another_desk().session(login, sessions[0].id).unwrap();
    assert!(matches!(first.state, SessionState::Cancelled { .. }));
}

#[test]
fn the_service_takes_a_seat_back_and_the_person_is_to_be_told() {
    let (house, _) = three_dates(0);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    open_session(&mut bureau);
    press(&mut bureau, "Toutes prévenues : Convocation");
    press_first(&mut bureau, "Rendre sa place… :");
    click(&mut bureau, Role::RadioButton, "Le service");
    fill(&mut bureau, "Motif", "La salle est trop petite.");
    press(&mut bureau, "Rendre la place");
    assert!(shows(&bureau, "Places rendues : 1"));
    assert!(shows(&bureau, "Votre participation est annulée (la séance a lieu)"));
    shoot(&mut bureau, "taken-back-768");
}

#[test]
fn somebody_with_a_file_came_without_a_seat() {
    let (mut house, id) = begun();
    let came = house.people_waiting(1, WORKSHOP)[0];
    let file = house.file(came);
    let mut bureau = open(house.another_desk(), Some(house.facilitator), SMALL);
    open_session(&mut bureau);
    fill(&mut bureau, "Nom de la personne", &file.last_name);
    press(&mut bureau, &format!("Ajouter, dossier d'{} {}", file.first_name, file.last_name));
    assert!(shows(&bureau, "Attendait cet atelier : l'étape est faite"));
    shoot(&mut bureau, "walk-in-768");
    assert!(house.pool(WORKSHOP).waiting.is_empty());
    press_first(&mut bureau, "Enlever de la feuille :");
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);
    assert!(house.app.session_life(house.counsellor, id).unwrap().walk_ins.is_empty());
}

#[test]
fn a_scan_of_the_signed_paper_is_kept_beside_it() {
    let (house, id) = begun();
    let scan = house.folder.path().join("numerisation 12.pdf");
    std::fs::write(&scan, b"%PDF-1.4 essai").unwrap();
    let mut bureau = open(house.another_desk(), Some(house.facilitator), SMALL);
    open_session(&mut bureau);
    press_first(&mut bureau, "Feuille signée reçue… :");
    let path = house.folder.path().join("nulle-part.pdf");
    fill(&mut bureau, "Fichier numérisé, s'il y en a un (chemin)", &path.display().to_string());
    press(&mut bureau, "Enregistrer la feuille");
    assert!(shows(&bureau, "Ce fichier n'est ni un PDF ni une image lisible"));
    fill(&mut bureau, "Fichier numérisé, s'il y en a un (chemin)", &format!("\"{}\"", scan.display()));
    press(&mut bureau, "Enregistrer la feuille");
    assert!(shows(&bureau, "emargement-signe-2026-12-03-environnement-economique-") && shows(&bureau, "Sur papier"));
    shoot(&mut bureau, "scan-768");
    let sheets = house.another_desk().session_life(house.counsellor, id).unwrap().sheets;
    assert!(sheets[0].half == Half::Morning && sheets[0].signed.as_ref().unwrap().file.is_some());
}

#[test]
fn an_absence_of_the_staff_is_noted_and_taken_back() {
    let house = House::on_disk();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    go(&mut bureau, "Ateliers");
    go(&mut bureau, "Réglages");
    choose(&mut bureau, "Qui est absent", "Mehdi Saïdi");
    fill(&mut bureau, "Premier jour", "14/12/2026");
    fill(&mut bureau, "Dernier jour", "18/12/2026");
    press(&mut bureau, "Noter l'absence");
    assert!(shows(&bureau, "Du 14/12/2026 au 18/12/2026"));
    shoot(&mut bureau, "staff-away-768");
    press_first(&mut bureau, "Enlever l'absence de Mehdi Saïdi");
    assert!(!shows(&bureau, "Du 14/12/2026 au 18/12/2026"));
}

#[test]
fn an_appointment_is_moved_then_noted_by_mistake_and_restored() {
    let mut house = House::on_disk();
    let person = house.somebody();
    let step = house.prescribe(person, "casque-vr");
    let login = house.counsellor;
    // The first five are today's.
    let slots = house.app.free_slots(login, person, AppointmentKind::Activity, 60).unwrap();
    house.app.book(login, AppointmentFor::Activity(step), slots[5], login.staff(), None).unwrap();
    let last = house.file(person).last_name.to_lowercase();
    let mut bureau = open(house.another_desk(), Some(login), SMALL);
    open_file(&mut bureau, &last);
    go(&mut bureau, "Rendez-vous");
    press(&mut bureau, "Déplacer…");
    shoot(&mut bureau, "appointment-move-768");
    press(&mut bureau, &boussole::i18n::terms::slot(slots[7]));
    press(&mut bureau, "Déplacer le rendez-vous");
    let one = |house: &House| house.file(person).appointments.remove(0);
    assert_eq!(one(&house).slot, slots[7]);
    press(&mut bureau, "Excusé");
    assert!(matches!(one(&house).state, AppointmentState::Missed { excused: true, .. }));
    press(&mut bureau, "Annuler cette saisie");
    assert_eq!(one(&house).state, AppointmentState::Booked);
}
