//! What waits on Today: nothing silently, and not slower because there are many people.

use boussole::app::people::{NewParticipant, Stage};
use boussole::domain::dated_setting::{Membership, SettingName};
use boussole::domain::stamp::days_after;

use crate::support::{House, WORKSHOP, first_answer, full_text, tuesday};

/// Records people who were referred and wait for their interview.
fn refer(house: &mut House, people: std::ops::Range<usize>) {
    for n in people {
        let born = days_after(chrono::NaiveDate::from_ymd_opt(1960, 1, 1).unwrap(), n as u64);
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let name = format!("Nom {}{}{}", letter(n / 676), letter(n / 26), letter(n));
        let wish = NewParticipant::named("Une", &name, born);
        let id = house.another(&wish);
        let day = house.app.day();
        house.app.record_referral(house.counsellor, id, house.prescriber, day, "Quel métier ?").unwrap();
    }
}

/// Returns how many queries Today and the syntheses ask.
fn queries(house: &House) -> u64 {
    let before = house.app.queries();
    house.app.today(house.counsellor).unwrap();
    house.app.syntheses(house.counsellor).unwrap();
    house.app.queries() - before
}

#[test]
fn five_thousand_people_ask_no_more_queries_than_fifty() {
    let mut house = House::new();
    refer(&mut house, 0..50);
    let few = queries(&house);
    refer(&mut house, 50..5000);
    assert_eq!(house.app.today(house.counsellor).unwrap().to_interview.len(), 5000);
    assert_eq!(queries(&house), few);
}

#[test]
fn finished_paths_ask_no_query_each() {
    let mut house = House::new();
    let finish = |house: &mut House| {
        let somebody = house.somebody();
        house.prescribe(somebody, "fatigue-travail");
        house.sit("Poste 1", somebody, first_answer);
        let synthesis = house.app.begin_synthesis(house.counsellor, somebody).unwrap();
        house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    };
    finish(&mut house);
    let one = {
        let before = house.app.queries();
        house.app.syntheses(house.counsellor).unwrap();
        house.app.queries() - before
    };
    finish(&mut house);
    finish(&mut house);
    let before = house.app.queries();
    assert_eq!(house.app.syntheses(house.counsellor).unwrap().len(), 3);
    assert_eq!(house.app.queries() - before, one);
}

#[test]
fn what_waits_says_since_when() {
    let mut house = House::new();
    let somebody = house.somebody();
    house.prescribe(somebody, "fatigue-travail");
    house.sit("Poste 1", somebody, first_answer);
    let finished = house.app.day();
    house.set_time(days_after(finished, 12), 9, 0);
    let rows = house.app.today(house.counsellor).unwrap().syntheses;
    assert_eq!((rows[0].stage, rows[0].since), (Stage::ToSynthesise, finished));
}

#[test]
fn a_setting_stands_from_its_day_and_its_history_says_who_wrote_it() {
    let mut house = House::new();
    let desk = house.counsellor;
    let within = |house: &House| house.app.today(house.counsellor).unwrap().interview_within;
    assert_eq!(within(&house), 15);
    let later = days_after(tuesday(), 7);
    house.app.set_dated(desk, &SettingName::InterviewWithin, "30", later).unwrap();
    assert_eq!(within(&house), 15);
    house.set_time(later, 9, 0);
    assert_eq!(within(&house), 30);
    let settings = house.app.settings(desk).unwrap();
    let setting = settings.iter().find(|one| one.name == SettingName::InterviewWithin).unwrap();
    assert_eq!((setting.value.as_str(), setting.history[0].by.as_str()), ("30", "Claire Morel"));
    assert!(house.app.set_dated(desk, &SettingName::InterviewWithin, "bientôt", later).is_err());
}

#[test]
fn the_seventeen_communes_are_to_be_confirmed_until_somebody_says_so() {
    let mut house = House::new();
    let of = |house: &House| {
        let settings = house.app.settings(house.counsellor).unwrap();
        settings.into_iter().filter(|one| one.commune.is_some()).collect::<Vec<_>>()
    };
    let communes = of(&house);
    assert_eq!(communes.len(), 17);
    assert!(communes.iter().all(|one| one.value == Membership::ToConfirm.word() && one.history.is_empty()));
    let spycker = communes.iter().find(|one| one.commune.as_deref() == Some("Spycker")).unwrap();
    house.app.set_dated(house.counsellor, &spycker.name, Membership::Outside.word(), tuesday()).unwrap();
    let outside: Vec<_> = of(&house).into_iter().filter(|one| one.value == "outside").collect();
    assert_eq!(outside.len(), 1);
}

#[test]
fn the_phone_and_the_absence_that_are_set_are_those_used() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.app.set_dated(desk, &SettingName::NoShowPercent, "40", tuesday()).unwrap();
    house.people_waiting(6, WORKSHOP);
    assert!((house.pool(WORKSHOP).turnout.absence - 0.4).abs() < 1e-12);
    house.app.set_dated(desk, &SettingName::Phone, "03 28 00 00 00", tuesday()).unwrap();
    house.app.set_dated(desk, &SettingName::Sender, "PLIE", tuesday()).unwrap();
    house.app.open_proposal(desk, &crate::support::activity(WORKSHOP), None).unwrap();
    let told = house.app.people_to_tell(desk).unwrap();
    assert!(
        told[0].text.starts_with("PLIE vous attend") && told[0].text.contains("03 28 00 00 00"),
        "{}",
        told[0].text
    );
}
