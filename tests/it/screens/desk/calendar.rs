//! The calendar on screen: what is there, what a press opens, and a session moved by keys and by the mouse.

use boussole::app::planning::SessionView;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::calendar::Days;
use boussole::domain::session_life::Withdrawal;
use boussole::domain::stamp::{Minutes, TimeSlot, days_after};
use boussole::i18n::typeset;
use chrono::{NaiveDate, NaiveTime};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, LARGE, SMALL, click, fill, open, press, settle, shoot, shows};
use crate::support::{House, WORKSHOP, activity, tuesday};

/// A week with everything: the sessions of the rhythm, one with its people, one proposed, an appointment, an absence and
/// two closed days.
pub fn full_week() -> House {
    let mut house = House::on_disk();
    let counsellor = house.counsellor;
    house.app.add_staff(counsellor, "Inès", "Carpentier", boussole::domain::person::Role::Facilitator).unwrap();
    house.people_waiting(8, WORKSHOP);
    let session = house.app.open_proposal(counsellor, &activity(WORKSHOP), None).unwrap();
    let seat = house.app.session(counsellor, session).unwrap().seats[0].id;
    house.app.withdraw(counsellor, seat, &Withdrawal::ByPerson).unwrap();
    house.people_waiting(6, "presentation-demarche");
    house.people_waiting(4, "atelier-forme");
    house.app.extend_series(counsellor).unwrap();
    let person = house.somebody();
    let start = NaiveTime::from_hms_opt(15, 0, 0).unwrap();
    let slot = TimeSlot { day: days_after(tuesday(), 7), start, minutes: Minutes(60) };
    house.app.book_appointment(counsellor, person, AppointmentKind::Diagnostic, slot).unwrap();
    let away = Days { from: days_after(tuesday(), 7), until: days_after(tuesday(), 8) };
    house.app.record_staff_absence(counsellor, house.facilitator.staff(), away).unwrap();
    house.app.mark_day(counsellor, days_after(tuesday(), 10), false, "Inventaire").unwrap();
    house.app.import_school_holidays(counsellor, "Nom;Du;Au\nNoël;19/12/2026;03/01/2027").unwrap();
    house
}

/// The desk on the calendar, one week ahead.
pub fn calendar(house: &House, size: [f32; 2]) -> Bureau {
    let mut bureau = open(house.another_desk(), Some(house.counsellor), size);
    let tabs = bureau.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Ateliers")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    click(&mut bureau, Role::Tab, "Calendrier");
    press(&mut bureau, "Semaine suivante");
    bureau
}

/// Returns the buttons whose name begins so.
fn blocks(bureau: &Bureau, start: &str) -> Vec<String> {
    let start = typeset(start);
    let labels = bureau.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with(&start)).collect()
}

const TITLE: &str = "L'environnement économique du territoire";

#[test]
fn a_week_shows_rooms_leaders_absences_and_closed_days() {
    let house = full_week();
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let mut bureau = calendar(&house, size);
        shoot(&mut bureau, &format!("calendar-rooms-{name}"));
        assert_eq!(blocks(&bureau, TITLE).len(), 1);
        assert_eq!(blocks(&bureau, "Présentation de la démarche").len(), 1, "what the rule proposes");
        click(&mut bureau, Role::RadioButton, "Semaine par animateur");
        shoot(&mut bureau, &format!("calendar-leaders-{name}"));
        click(&mut bureau, Role::RadioButton, "Mois par atelier");
        shoot(&mut bureau, &format!("calendar-month-{name}"));
        click(&mut bureau, Role::Tab, "Demi-journées");
        shoot(&mut bureau, &format!("calendar-halves-{name}"));
    }
}

/// The session of the week, as it stands.
fn session(house: &House) -> SessionView {
    let sessions = house.another_desk().sessions(house.counsellor, tuesday(), days_after(tuesday(), 30)).unwrap();
    sessions.into_iter().find(|session| session.title == typeset(TITLE)).unwrap()
}

/// Takes the keyboard to the session and picks it up.
pub fn pick_up(bureau: &mut Bureau) {
    let name = blocks(bureau, TITLE).remove(0);
    bureau.get_by_role_and_label(Role::Button, &name).focus();
    bureau.step();
    keys(bureau, &[Key::M]);
}

fn keys(bureau: &mut Bureau, keys: &[Key]) {
    for key in keys {
        bureau.key_press(*key);
        settle(bureau);
    }
}

#[test]
fn a_press_opens_the_session_or_the_person_s_file() {
    let house = full_week();
    let mut bureau = calendar(&house, SMALL);
    let name = blocks(&bureau, TITLE).remove(0);
    press(&mut bureau, &name);
    assert!(shows(&bureau, "Personnes : 7 sur 12 places"));
    let mut bureau = calendar(&house, SMALL);
    let name = blocks(&bureau, "Une Personne").remove(0);
    assert!(name.contains("Entretien"), "{name}");
    press(&mut bureau, &name);
    assert!(shows(&bureau, "Son agenda"));
    let mut bureau = calendar(&house, SMALL);
    let name = blocks(&bureau, "Présentation de la démarche").remove(0);
    press(&mut bureau, &name);
    assert!(shows(&bureau, "Ouvrir cette séance ?"));
}

#[test]
fn a_session_is_moved_by_keys_and_nothing_moves_before_the_dialog_is_confirmed() {
    let house = full_week();
    let before = session(&house);
    let mut bureau = calendar(&house, SMALL);
    pick_up(&mut bureau);
    assert!(shows(&bureau, "À sa place"));
    keys(&mut bureau, &[Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    assert!(shows(&bureau, "jeudi 3 décembre 2026, de 9\u{A0}h\u{A0}30 à 11\u{A0}h\u{A0}30"));
    shoot(&mut bureau, "calendar-carried-768");
    assert!(shows(&bureau, "Libre"));
    keys(&mut bureau, &[Key::Enter]);
    shoot(&mut bureau, "calendar-dropped-768");
    assert_eq!(session(&house), before, "a dialog asks first");
    press(&mut bureau, "Déplacer la séance");
    let after = session(&house);
    assert_eq!(
        (after.slot.day, after.slot.start),
        (days_after(tuesday(), 9), NaiveTime::from_hms_opt(9, 30, 0).unwrap())
    );
    assert_eq!((after.room, after.seats.len()), (before.room, 7));
    assert!(blocks(&bureau, TITLE)[0].contains("jeudi 3 décembre 2026"));
}

#[test]
fn keys_go_to_another_room_and_another_week_and_escape_puts_it_back() {
    let house = full_week();
    let before = session(&house);
    let mut bureau = calendar(&house, SMALL);
    pick_up(&mut bureau);
    keys(&mut bureau, &[Key::PageUp]);
    assert!(!shows(&bureau, "À sa place"));
    keys(&mut bureau, &[Key::ArrowLeft]);
    assert!(shows(&bureau, "Semaine du 23 novembre 2026"), "keys carry it into the week before");
    keys(&mut bureau, &[Key::Escape]);
    assert!(shows(&bureau, "Pour déplacer une séance"));
    assert_eq!(session(&house), before);
}

#[test]
fn where_something_stands_against_it_the_reason_is_said_and_one_is_asked() {
    let house = full_week();
    let mut bureau = calendar(&house, SMALL);
    pick_up(&mut bureau);
    // Friday is closed.
    keys(&mut bureau, &[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    assert!(shows(&bureau, "Inventaire"));
    shoot(&mut bureau, "calendar-against-768");
    press(&mut bureau, "Déposer ici…");
    shoot(&mut bureau, "calendar-despite-768");
    assert!(shows(&bureau, "Malgré tout, parce que"));
    press(&mut bureau, "Déplacer la séance");
    assert_eq!(session(&house).slot.day, days_after(tuesday(), 6), "without a reason it stays");
    fill(&mut bureau, "Malgré tout, parce que", "L'inventaire finit à 8 h.");
    press(&mut bureau, "Déplacer la séance");
    let after = session(&house);
    assert_eq!(after.slot.day, days_after(tuesday(), 10));
    assert_eq!(after.exceptions, ["L'inventaire finit à 8 h."]);
}

fn pointer(bureau: &mut Bureau, at: Pos2, pressed: Option<bool>) {
    bureau.event(Event::PointerMoved(at));
    if let Some(pressed) = pressed {
        let modifiers = Modifiers::NONE;
        bureau.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
    }
    settle(bureau);
}

#[test]
fn a_session_is_dragged_to_another_day_and_hour() {
    let house = full_week();
    let mut bureau = calendar(&house, LARGE);
    let name = blocks(&bureau, TITLE).remove(0);
    let block = bureau.get_by_role_and_label(Role::Button, &name).rect();
    let from = block.center();
    // Two hours are as high as the block; a column is a little wider.
    let to = from + vec2(block.width() * 3.0 + 16.0, block.height() / 2.0);
    pointer(&mut bureau, from, Some(true));
    pointer(&mut bureau, from + vec2(20.0, 8.0), None);
    pointer(&mut bureau, to, None);
    shoot(&mut bureau, "calendar-dragged-1080");
    assert!(shows(&bureau, "jeudi 3 décembre 2026, de 10\u{A0}h à 12\u{A0}h"));
    pointer(&mut bureau, to, Some(false));
    press(&mut bureau, "Déplacer la séance");
    let after = session(&house);
    assert_eq!(
        (after.slot.day, after.slot.start),
        (days_after(tuesday(), 9), NaiveTime::from_hms_opt(10, 0, 0).unwrap())
    );
}

#[test]
fn who_leads_workshops_sees_the_calendar_and_moves_nothing() {
    let house = full_week();
    let mut bureau = open(house.another_desk(), Some(house.facilitator), SMALL);
    let tabs = bureau.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Ateliers")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    click(&mut bureau, Role::Tab, "Calendrier");
    press(&mut bureau, "Semaine suivante");
    pick_up(&mut bureau);
    assert!(!shows(&bureau, "Déposer ici") && !shows(&bureau, "Pour déplacer une séance"));
}

#[test]
fn who_gave_a_seat_back_waits_again_in_the_pool() {
    let house = full_week();
    let mut bureau = calendar(&house, SMALL);
    click(&mut bureau, Role::Tab, "Viviers");
    let name = blocks(&bureau, TITLE).remove(0);
    press(&mut bureau, &name);
    shoot(&mut bureau, "pool-again-768");
    assert!(shows(&bureau, "Attend de nouveau depuis le 24/11/2026 (excusé)"));
}

#[test]
fn a_half_day_opens_the_dialog_with_the_people_who_are_free_together() {
    let house = full_week();
    let mut bureau = calendar(&house, SMALL);
    click(&mut bureau, Role::Tab, "Demi-journées");
    let name = blocks(&bureau, "mercredi 9 décembre 2026, matin").remove(0);
    assert!(name.contains("11 personnes libres") && name.contains("Présentation de la démarche"), "{name}");
    press(&mut bureau, &name);
    shoot(&mut bureau, "half-days-open-768");
    assert!(shows(&bureau, "6 personnes convoquées"));
    press(&mut bureau, "Ouvrir la séance");
    let sessions = house.another_desk().sessions(house.counsellor, tuesday(), days_after(tuesday(), 30)).unwrap();
    let opened = sessions.iter().find(|session| session.title == "Présentation de la démarche").unwrap();
    assert_eq!((opened.slot.day, opened.seats.len()), (NaiveDate::from_ymd_opt(2026, 12, 9).unwrap(), 6));
    let name = blocks(&bureau, "mercredi 9 décembre 2026, matin").remove(0);
    press(&mut bureau, &name);
    assert!(shows(&bureau, "Il manque 2 personnes"), "four wait for the next one");
}

#[test]
fn a_file_has_the_person_s_own_agenda_to_print_and_to_take_away() {
    let house = full_week();
    let person = session(&house).seats[0].participant;
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    let tabs = bureau.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Participants")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    let file = house.file(person);
    let rows = bureau.query_all_by_role(Role::Row).filter_map(|node| node.accesskit_node().label());
    let row = rows.into_iter().find(|row| row.contains(&file.last_name.to_uppercase())).unwrap();
    click(&mut bureau, Role::Row, &row);
    click(&mut bureau, Role::Tab, "Son agenda");
    shoot(&mut bureau, "file-agenda-768");
    assert!(shows(&bureau, TITLE) && shows(&bureau, "À apporter : Un stylo.") && shows(&bureau, "Place réservée"));
    press(&mut bureau, "Imprimer (PDF)");
    assert!(shows(&bureau, "rendez-vous-"));
    press(&mut bureau, "Fermer");
    press(&mut bureau, "Pour son calendrier (.ics)");
    assert!(shows(&bureau, ".ics"));
}
