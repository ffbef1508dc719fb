//! « Ma boussole » at the kiosks, opened and followed from the desk.

use boussole::domain::appointment::AppointmentKind;
use boussole::domain::interview::ProjectState;
use boussole::domain::stamp::Instant;
use boussole::i18n::clock_time;

use super::bureau::{Bureau, SMALL, open, press, settle, shoot, shows};
use super::seats::open_file;
use crate::screens::kiosk::own_page::text;
use crate::screens::kiosk::room::Room;
use crate::support::{House, REFLECTION, STATION, first_answer, person};

/// Lets a few seconds pass: the desk asks again.
fn wait(bureau: &mut Bureau) {
    bureau.run_steps(16);
    settle(bureau);
}

#[test]
fn the_counsellor_opens_the_page_during_the_restitution_and_has_the_code_at_hand() {
    let mut house = House::on_disk();
    let amina = house.welcome(&person("Amina", "Diallo"), ProjectState::ToConfirm);
    let desk = house.counsellor;
    house.prescribe(amina, REFLECTION);
    house.sit(STATION, amina, first_answer);
    let synthesis = house.app.begin_synthesis(desk, amina).unwrap();
    house.app.save_synthesis(desk, synthesis, &text()).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    let slot = house.app.free_slots(desk, amina, AppointmentKind::Restitution, 60).unwrap()[0];
    house.app.book_appointment(desk, amina, AppointmentKind::Restitution, slot).unwrap();
    house.set_time(slot.day, 8, 0);
    let mut bureau = open(house.another_desk(), Some(desk), SMALL);
    press(&mut bureau, "Ouvrir la synthèse : Amina Diallo");
    press(&mut bureau, "Restitution");
    assert!(shows(&bureau, "à partir du rendez-vous de restitution") && !shows(&bureau, "L'écouter à la borne"));
    drop(bureau);

    house.app.set_time(Instant::in_paris(slot.starts_at()).plus_millis(5 * 60_000));
    let mut bureau = open(house.another_desk(), Some(desk), SMALL);
    press(&mut bureau, "Ouvrir la synthèse : Amina Diallo");
    press(&mut bureau, "Restitution");
    shoot(&mut bureau, "own-page-closed");
    press(&mut bureau, "L'écouter à la borne");
    let code = house.file(amina).code_of_today.unwrap();
    assert!(shows(&bureau, &code), "the code is shown");
    press(&mut bureau, "Fermer");
    let time = clock_time(slot.start + chrono::Duration::minutes(5));
    assert!(shows(&bureau, &format!("Ouverte à la borne depuis {time}")));
    shoot(&mut bureau, "own-page-open");
    press(&mut bureau, "Fermer à la borne");
    assert!(shows(&bureau, &format!("Fermée à la borne depuis {time}")));
}

#[test]
fn the_desk_sees_that_the_page_was_heard_and_the_file_keeps_it() {
    let (room, _) = Room::giving_back(&text());
    let mut bureau = open(room.desk(), Some(room.house.counsellor), SMALL);
    press(&mut bureau, "Ouvrir la synthèse : Amina Diallo");
    press(&mut bureau, "Lire et signer");
    let time = clock_time(chrono::NaiveTime::from_hms_opt(17, 30, 0).unwrap());
    let says = |bureau: &Bureau, words: &str| shows(bureau, &words.replace("17 h 30", &time));
    assert!(says(&bureau, "Ouverte à la borne depuis 17 h 30"));
    let mut kiosk = room.desk();
    let visit = kiosk.enter_code(STATION, &room.code).unwrap().visit;
    kiosk.read_own_page(STATION, visit).unwrap();
    wait(&mut bureau);
    assert!(says(&bureau, "Ouverte par la personne à 17 h 30") && shows(&bureau, "1 ouverture, aucune écoute"));
    kiosk.listen_to_own_page(STATION, visit).unwrap();
    kiosk.finish_hearing_own_page(STATION, visit).unwrap();
    wait(&mut bureau);
    assert!(says(&bureau, "Écoutée en entier à 17 h 30") && shows(&bureau, "1 ouverture, 1 écoute"));
    shoot(&mut bureau, "own-page-heard");
    open_file(&mut bureau, "amina");
    assert!(says(&bureau, "Écoutée en entier à 17 h 30"));
    shoot(&mut bureau, "own-page-file");
}
