//! The figures of a period: counted from what happened, without anybody being found in them.

use boussole::app::network::NewPrescriber;
use boussole::app::people::{ExportFormat, NewParticipant};
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::calendar::Days;
use boussole::domain::figures::{Cell, Measure, Median};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{Gender, PrescriberKind};
use boussole::domain::stamp::{Instant, days_after};
use boussole::domain::workshop::Attendance;
use boussole::store::Store;

use crate::support::{House, WORKSHOP, activity, first_answer, full_text, person, tuesday};

fn of_gender(last: &str, gender: Gender) -> NewParticipant {
    NewParticipant { gender, ..person("Une", last) }
}

fn today() -> Days {
    Days { from: tuesday(), until: tuesday() }
}

/// Six women and two men, welcomed today; the two men by an antenne of their own.
fn eight() -> House {
    let mut house = House::on_disk();
    let letters = "abcdefgh".chars();
    for (index, letter) in letters.enumerate() {
        if index == 6 {
            let site = house.app.record_site(house.counsellor, "Antenne Est", "Rosendaël").unwrap();
            let other = NewPrescriber {
                first_name: "Hélène".to_owned(),
                last_name: "Vandamme".to_owned(),
                kind: PrescriberKind::PathReferent,
                site,
                email: String::new(),
                phone: String::new(),
            };
            house.prescriber = house.app.record_prescriber(house.counsellor, &other).unwrap();
        }
        let gender = if index < 6 { Gender::Woman } else { Gender::Man };
        house.welcome(&of_gender(&format!("Personne {letter}{letter}"), gender), ProjectState::ToConfirm);
    }
    house
}

#[test]
fn two_men_of_one_antenne_are_not_found_by_subtraction() {
    let house = eight();
    let view = house.app.figures(house.counsellor, today()).unwrap();
    assert_eq!(view.sites, ["Antenne Centre", "Antenne Est"]);
    for line in &view.figures.lines[..3] {
        assert_eq!(line.whole, Cell::Known(8), "{:?}", line.measure);
        assert_eq!(line.genders, [Cell::Withheld; 3], "{:?}", line.measure);
        assert_eq!(line.sites, [Cell::Withheld; 2], "{:?}", line.measure);
    }
    assert_eq!(view.figures.lines[3].whole, Cell::Known(0));
    assert_eq!(view.figures.waits[0].1, Median::Days(0.0));
    assert_eq!(view.figures.waits[1].1, Median::Nothing);
}

#[test]
fn a_period_has_what_happened_in_it_and_nothing_else() {
    let mut house = eight();
    let day = days_after(tuesday(), 3);
    house.set_time(day, 9, 0);
    house.welcome(&of_gender("Personne zz", Gender::Woman), ProjectState::ToConfirm);
    let of = |house: &House, from, until| {
        let view = house.app.figures(house.counsellor, Days { from, until }).unwrap();
        view.figures.lines[1].whole
    };
    assert_eq!(of(&house, tuesday(), day), Cell::Known(9));
    assert_eq!(of(&house, tuesday(), days_after(tuesday(), 2)), Cell::Known(8));
    assert_eq!(of(&house, day, day), Cell::Few);
    assert_eq!(of(&house, days_after(day, 1), days_after(day, 30)), Cell::Known(0));
}

#[test]
fn a_session_held_counts_who_came_and_who_did_not() {
    let mut house = House::on_disk();
    house.people_waiting(10, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    assert_eq!(view.seats.len(), 10);
    house.set_time(view.slot.day, 18, 0);
    for (index, seat) in view.seats.iter().enumerate() {
        let attendance = if index < 5 { Attendance::Present } else { Attendance::NoShow };
        house.app.take_attendance(house.facilitator, seat.id, attendance).unwrap();
    }
    house.app.close_session(house.facilitator, session).unwrap();
    let period = Days { from: tuesday(), until: view.slot.day };
    let figures = house.app.figures(house.counsellor, period).unwrap().figures;
    let whole = |measure| figures.lines.iter().find(|line| line.measure == measure).unwrap().whole;
    assert_eq!(whole(Measure::Present), Cell::Known(5));
    assert_eq!(whole(Measure::Absent), Cell::Known(5));
    assert_eq!(figures.presence_percent, Some(50));
    assert_eq!((figures.sessions_held, figures.sessions_cancelled), (1, 0));
    let days = (view.slot.day - tuesday()).num_days();
    assert_eq!(figures.waits[2].1, Median::Days(days as f64));
}

#[test]
fn a_synthesis_is_written_signed_and_delivered_once() {
    let mut house = House::on_disk();
    for _ in 0..5 {
        let somebody = house.somebody();
        house.prescribe(somebody, "fatigue-travail");
        house.sit("Poste 1", somebody, first_answer);
        let synthesis = house.app.begin_synthesis(house.counsellor, somebody).unwrap();
        house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
        house.app.write_synthesis(house.counsellor, synthesis).unwrap();
        let slot = house.app.free_slots(house.counsellor, somebody, AppointmentKind::Restitution, 60).unwrap()[0];
        let restitution =
            house.app.book_appointment(house.counsellor, somebody, AppointmentKind::Restitution, slot).unwrap();
        house.app.set_time(Instant::in_paris(slot.day.and_time(slot.end())));
        house.app.keep_appointment(house.counsellor, restitution).unwrap();
        house.sign(synthesis);
        let agreed = boussole::domain::person::ConsentDecision::Agreed;
        let subject = boussole::domain::person::ConsentSubject::SendSynthesis;
        house.app.record_consent(house.counsellor, somebody, subject, agreed).unwrap();
        house.deliver(synthesis).unwrap();
    }
    let period = Days { from: tuesday(), until: house.app.day() };
    let figures = house.app.figures(house.counsellor, period).unwrap().figures;
    for measure in [Measure::Sittings, Measure::Written, Measure::Signed, Measure::Delivered] {
        let line = figures.lines.iter().find(|line| line.measure == measure).unwrap();
        assert_eq!(line.whole, Cell::Known(5), "{measure:?}");
    }
}

#[test]
fn the_table_says_what_the_screen_says_names_nobody_and_is_in_the_journal() {
    let mut house = eight();
    let store = Store::open(&house.base_file()).unwrap();
    let before = store.base().audit_count().unwrap();
    let file = house.app.export_figures(house.counsellor, today(), ExportFormat::Csv).unwrap();
    assert_eq!(store.base().audit_count().unwrap() - before, 1);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("Orientations reçues;8;masqué;masqué;masqué;masqué;masqué;"), "{text}");
    assert!(text.contains("Antenne Centre;Antenne Est;"), "{text}");
    for name in ["Personne aa", "Lefebvre", "Vandamme", "Morel"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
    let book = house.app.export_figures(house.counsellor, today(), ExportFormat::Xlsx).unwrap();
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));
}
