//! Settings with a day of effect: what they change, from which day, and what is refused.

use boussole::app::network::NewPrescriber;
use boussole::app::people::NewParticipant;
use boussole::app::{AppError, Refusal};
use boussole::domain::commune::{CommuneCode, Residence};
use boussole::domain::dated_setting::{
    HouseText, LetterText, Membership, NO, Opening, SettingName, SettingRefusal, SiteFact, WorkshopRule,
};
use boussole::domain::person::PrescriberKind;
use boussole::domain::scheduling::Verdict;
use boussole::domain::stamp::{Availability, Half, HalfDay, days_after};
use chrono::NaiveTime;

use crate::support::{House, WORKSHOP, activity, person, tuesday};

fn rule(rule: WorkshopRule) -> SettingName {
    SettingName::Rule(activity(WORKSHOP), rule)
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
        settings.into_iter().filter(|one| matches!(one.name, SettingName::Membership(_))).collect::<Vec<_>>()
    };
    let communes = of(&house);
    assert_eq!(communes.len(), 17);
    assert!(communes.iter().all(|one| one.value == Membership::ToConfirm.word() && one.history.is_empty()));
    let spycker = communes.iter().find(|one| one.of.as_deref() == Some("Spycker")).unwrap();
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
    house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    let told = house.app.people_to_tell(desk).unwrap();
    assert!(
        told[0].text.starts_with("PLIE vous attend") && told[0].text.contains("03 28 00 00 00"),
        "{}",
        told[0].text
    );
}

#[test]
fn a_workshop_opens_with_the_minimum_of_its_day() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(4, WORKSHOP);
    let monday = days_after(tuesday(), 6);
    house.app.set_dated(desk, &rule(WorkshopRule::Minimum), "4", monday).unwrap();
    assert_eq!(house.pool(WORKSHOP).minimum, 6);
    assert!(house.app.open_proposal(desk, &activity(WORKSHOP), None).is_err(), "four are not six yet");
    house.set_time(monday, 9, 0);
    house.app.catch_up().unwrap();
    assert_eq!(house.pool(WORKSHOP).minimum, 4);
    house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
}

#[test]
fn another_desk_opens_with_the_minimum_that_was_set_here() {
    let mut house = House::on_disk();
    let mut other = house.another_desk();
    house.people_waiting(3, WORKSHOP);
    house.app.set_dated(house.counsellor, &rule(WorkshopRule::Minimum), "3", tuesday()).unwrap();
    other.catch_up().unwrap();
    other.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
}

#[test]
fn a_minimum_above_the_maximum_of_a_day_to_come_is_refused_and_nothing_is_written() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.app.set_dated(desk, &rule(WorkshopRule::Maximum), "8", days_after(tuesday(), 30)).unwrap();
    let refused = house.app.set_dated(desk, &rule(WorkshopRule::Minimum), "10", tuesday());
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Setting(SettingRefusal::MinimumAboveMaximum)))));
    let settings = house.app.settings(desk).unwrap();
    let minimum = settings.iter().find(|one| one.name == rule(WorkshopRule::Minimum)).unwrap();
    assert_eq!((minimum.value.as_str(), minimum.history.len()), ("6", 0));
}

#[test]
fn nothing_is_proposed_on_a_half_day_when_the_service_is_closed() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let Verdict::Proposed(open) = house.pool(WORKSHOP).verdict else { panic!("six wait") };
    let half = Half::of(open.slot.start);
    let weekday = chrono::Datelike::weekday(&open.slot.day);
    let but_then = Availability::always().toggled(HalfDay { weekday, half });
    let half_days = SettingName::Opening(Opening::HalfDays);
    house.app.set_dated(desk, &half_days, &but_then.bits().to_string(), open.slot.day).unwrap();
    let Verdict::Proposed(moved) = house.pool(WORKSHOP).verdict else { panic!("six wait") };
    assert_ne!((moved.slot.day, Half::of(moved.slot.start)), (open.slot.day, half));
    let base = house.app.calendar(desk, open.slot.day, days_after(open.slot.day, 6)).unwrap();
    assert!(base.days.iter().filter(|day| day.closed.is_some()).count() == 2, "only the weekend is closed all day");
}

#[test]
fn sessions_begin_at_the_hour_that_stands_on_their_day() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    for (opening, hour) in [(Opening::Morning, "08:30"), (Opening::Afternoon, "14:00")] {
        house.app.set_dated(desk, &SettingName::Opening(opening), hour, tuesday()).unwrap();
    }
    let Verdict::Proposed(open) = house.pool(WORKSHOP).verdict else { panic!("six wait") };
    let hours = [(8, 30), (14, 0)].map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
    assert!(hours.contains(&open.slot.start), "{}", open.slot.start);
}

#[test]
fn the_letterhead_is_that_of_the_day_of_the_paper() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = house.somebody();
    house.prescribe(somebody, WORKSHOP);
    let next_year = days_after(tuesday(), 60);
    let organisation = SettingName::House(HouseText::Organisation);
    house.app.set_dated(desk, &organisation, "Maison de l’orientation des Flandres", next_year).unwrap();
    house.app.set_dated(desk, &SettingName::House(HouseText::Street), "2 place du Minck", next_year).unwrap();
    let text = |house: &mut House| {
        let file = house.app.write_roadmap_sheet(desk, somebody).unwrap();
        let file = lopdf::Document::load(&file).unwrap();
        let pages: Vec<u32> = file.get_pages().keys().copied().collect();
        file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let before = text(&mut house);
    assert!(before.contains("66 rue des Chantiers de France") && !before.contains("Minck"), "{before}");
    house.set_time(next_year, 9, 0);
    let after = text(&mut house);
    assert!(after.contains("2 place du Minck, 59140 Dunkerque"), "{after}");
    assert!(after.contains("Maison de l’orientation des Flandres") && !after.contains("Chantiers"), "{after}");
}

#[test]
fn letters_say_what_the_service_wrote_from_that_day_on() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    let words = "Venez comme vous êtes. Un café vous attend.";
    let text = |house: &mut House| {
        let file = &house.app.write_invitations(desk, session).unwrap()[0];
        let file = lopdf::Document::load(file).unwrap();
        let pages: Vec<u32> = file.get_pages().keys().copied().collect();
        file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let before = text(&mut house);
    assert!(before.contains("fait partie de votre feuille de route") && !before.contains(words), "{before}");
    house.app.set_dated(desk, &SettingName::Letter(LetterText::Workshop), words, tuesday()).unwrap();
    assert!(text(&mut house).contains(words));
}

#[test]
fn a_place_that_closed_takes_no_new_prescriber_and_keeps_those_it_has() {
    let mut house = House::new();
    let desk = house.counsellor;
    let site = house.app.prescribers().unwrap()[0].site_id;
    let tomorrow = days_after(tuesday(), 1);
    house.app.set_dated(desk, &SettingName::Site(site, SiteFact::Open), NO, tomorrow).unwrap();
    house.app.set_dated(desk, &SettingName::Site(site, SiteFact::Name), "Antenne du Centre", tomorrow).unwrap();
    let wish = |last: &str| NewPrescriber {
        first_name: "Inès".to_owned(),
        last_name: last.to_owned(),
        kind: PrescriberKind::PathReferent,
        site,
        email: String::new(),
        phone: String::new(),
    };
    house.app.record_prescriber(desk, &wish("Lemaire")).unwrap();
    house.set_time(tomorrow, 9, 0);
    let refused = house.app.record_prescriber(desk, &wish("Caron"));
    assert!(matches!(refused, Err(AppError::Refused(Refusal::SiteClosed))));
    let known = house.app.prescribers().unwrap();
    assert_eq!(known.iter().filter(|one| one.site == "Antenne du Centre").count(), 2);
}

#[test]
fn the_file_says_whether_the_commune_is_of_the_plie() {
    let mut house = House::new();
    let listed =
        |code: &str, name: &str| Residence::Listed { code: CommuneCode(code.to_owned()), name: name.to_owned() };
    let live = |house: &mut House, last: &str, residence: Residence| {
        let id = house.another(&NewParticipant { residence, ..person("Une", last) });
        house.file(id).membership
    };
    // 59576 Spycker is in the Communauté urbaine de Dunkerque, 62193 Calais is not.
    assert_eq!(live(&mut house, "Aa", listed("59576", "Spycker")), Some(Membership::ToConfirm));
    let spycker = SettingName::Membership(CommuneCode("59576".to_owned()));
    house.app.set_dated(house.counsellor, &spycker, Membership::Member.word(), tuesday()).unwrap();
    assert_eq!(live(&mut house, "Bb", listed("59576", "Spycker")), Some(Membership::Member));
    assert_eq!(live(&mut house, "Cc", listed("62193", "Calais")), Some(Membership::Outside));
    assert_eq!(live(&mut house, "Dd", Residence::Outside { name: "Bray".to_owned() }), None);
}
