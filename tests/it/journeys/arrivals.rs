//! Who arrives without an appointment: a visit in one press, for somebody known or not.

use boussole::app::arrivals::CameFor;
use boussole::app::{AppError, Refusal};
use boussole::store::Store;

use crate::support::{House, REFLECTION, STATION, person};

#[test]
fn somebody_who_has_nothing_to_do_at_a_station_arrives_all_the_same() {
    let mut house = House::on_disk();
    let store = Store::open(&house.base_file()).unwrap();
    let amina = house.another(&person("Amina", "Dubois"));
    assert!(house.app.make_code(house.facilitator, amina).is_err());
    let before = store.base().audit_count().unwrap();
    let code = house.app.arrive(house.facilitator, amina).unwrap();
    assert_eq!(store.base().audit_count().unwrap() - before, 1);
    assert!(code.badge.is_some());
    assert_eq!(house.app.arrive(house.facilitator, amina).unwrap().grouped, code.grouped);
    assert_eq!(store.base().audit_count().unwrap() - before, 1, "the same code again changes nothing");
    let arrivals = house.app.today(house.counsellor).unwrap().arrivals;
    assert_eq!(arrivals.len(), 1);
    assert_eq!((arrivals[0].name.as_str(), &arrivals[0].came_for), ("Amina Dubois", &CameFor::WalkIn));
    assert_eq!(arrivals[0].at, Some(house.app.now()));
    assert!(code.nothing);
    let visit = house.app.enter_code(STATION, &code.grouped).unwrap();
    assert!(visit.left.is_empty());
}

#[test]
fn an_arrival_noted_by_mistake_is_taken_back_until_the_code_was_used() {
    let mut house = House::on_disk();
    let amina = house.somebody();
    house.prescribe(amina, REFLECTION);
    assert!(!house.app.arrive(house.facilitator, amina).unwrap().nothing);
    house.app.undo_arrival(house.facilitator, amina).unwrap();
    assert!(house.app.today(house.facilitator).unwrap().arrivals.is_empty());
    let code = house.app.arrive(house.facilitator, amina).unwrap();
    let visit = house.app.enter_code(STATION, &code.grouped).unwrap();
    house.app.acknowledge_notice(STATION, visit.visit, "Avis").unwrap();
    let late = house.app.undo_arrival(house.facilitator, amina);
    assert!(matches!(late, Err(AppError::Refused(Refusal::VisitUsed))), "{late:?}");
}

#[test]
fn the_latest_arrival_comes_first_with_what_it_is_for() {
    let mut house = House::on_disk();
    let amina = house.somebody();
    house.prescribe(amina, REFLECTION);
    let bruno = house.somebody();
    house.app.arrive(house.facilitator, amina).unwrap();
    let day = house.app.day();
    house.set_time(day, 9, 30);
    house.app.arrive(house.facilitator, bruno).unwrap();
    let arrivals = house.app.today(house.facilitator).unwrap().arrivals;
    assert_eq!(arrivals.iter().map(|one| one.participant).collect::<Vec<_>>(), [bruno, amina]);
    assert_eq!(arrivals[1].came_for, CameFor::Assessments { waiting: 1 });
    house.next_day(9);
    assert!(house.app.today(house.facilitator).unwrap().arrivals.is_empty());
}
