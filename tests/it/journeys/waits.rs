//! What waits on Today: nothing silently, and not slower because there are many people.

use boussole::app::people::{NewParticipant, Stage};
use boussole::domain::stamp::days_after;

use crate::support::{House, first_answer, full_text};

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
