//! Codes, stations and answers: what a kiosk promises to who sits before it.

use boussole::app::kiosk::StaffCode;
use boussole::app::{AppError, Refusal};
use boussole::domain::assessment::Material;
use boussole::domain::badge::PictureBadge;
use boussole::domain::comfort::{Comfort, Listening, Means, Scheme};
use boussole::domain::response::Answer;
use boussole::domain::sitting::{Channel, Event, Hold, SittingRefusal, Step};
use boussole::domain::visit::{CodeRefusal, WarmUp};
use boussole::store::Store;

use crate::support::{House, REFLECTION, STAFF_CODE, STATION, at, first_answer, tuesday};

/// A house where one person may sit, and the code.
fn ready() -> (House, String) {
    let mut house = House::on_disk();
    let person = house.somebody();
    house.prescribe(person, REFLECTION);
    let code = house.code(person);
    (house, code)
}

fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> Refusal {
    match result {
        Err(AppError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Six digits that are not the code.
fn wrong(code: &str) -> &'static str {
    if code.replace(' ', "") == "000000" { "111111" } else { "000000" }
}

#[test]
fn an_answer_shown_as_given_is_an_answer_on_disk() {
    let (mut house, code) = ready();
    let mut view = house.begin(STATION, &code);
    // Another connection on the same file sees what is committed, and nothing else.
    let other = Store::open(&house.base_file()).unwrap();
    for given in 1..=7 {
        view = house.answer(STATION, &view, first_answer);
        assert_eq!(view.n_answered, given);
        assert_eq!(other.base().n_answers(view.sitting).unwrap(), given);
    }
}

#[test]
fn an_assessment_of_the_data_folder_asks_every_kind_and_shows_its_pictures() {
    let mut house = House::with_definition("toutes-sortes");
    let person = house.somebody();
    house.prescribe(person, "toutes-sortes");
    let code = house.code(person);
    let mut view = house.begin(STATION, &code);
    let mut n_pictures = 0;
    while view.step != Step::End {
        let item = view.on_screen().unwrap();
        if let Material::Image(image) = &item.material {
            assert!(view.pictures.get(image).unwrap().starts_with(b"<svg"));
            n_pictures += 1;
        }
        view = house.answer(STATION, &view, first_answer);
    }
    assert_eq!((n_pictures, view.n_answered), (1, 22));
}

#[test]
fn a_program_that_dies_resumes_at_the_same_question() {
    let (mut house, code) = ready();
    let mut view = house.begin(STATION, &code);
    for _ in 0..5 {
        view = house.answer(STATION, &view, first_answer);
    }
    house.restart();
    let visit = house.app.enter_code(STATION, &code).unwrap();
    assert!(visit.notice_read);
    assert_eq!(visit.left[0].answered, 5);
    let resumed = house.app.begin_or_resume(STATION, visit.visit).unwrap();
    assert_eq!((resumed.sitting, resumed.step, resumed.n_answered), (view.sitting, Step::Question(5), 5));
    assert!(!resumed.taken_over);
}

#[test]
fn a_code_opens_nothing_on_the_next_day() {
    let (mut house, code) = ready();
    house.app.enter_code(STATION, &code).unwrap();
    house.next_day(9);
    let refused = refusal(house.app.enter_code(STATION, &code));
    assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left: 4 }));
}

#[test]
fn five_wrong_codes_block_the_station_until_the_desk_releases_it() {
    let (mut house, code) = ready();
    for tries_left in [4, 3, 2, 1] {
        let refused = refusal(house.app.enter_code(STATION, wrong(&code)));
        assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left }));
    }
    assert_eq!(refusal(house.app.enter_code(STATION, wrong(&code))), Refusal::Code(CodeRefusal::StationBlocked));

    // The right code, a restart and an announcement change nothing.
    assert_eq!(refusal(house.app.enter_code(STATION, &code)), Refusal::Code(CodeRefusal::StationBlocked));
    house.restart();
    house.app.announce_station(STATION).unwrap();
    assert_eq!(refusal(house.app.enter_code(STATION, &code)), Refusal::Code(CodeRefusal::StationBlocked));
    assert!(house.app.stations(house.facilitator).unwrap()[0].blocked);
    // Another station of the room is not punished.
    house.app.enter_code("Poste 2", &code).unwrap();

    house.app.release_station(house.facilitator, STATION).unwrap();
    house.app.enter_code(STATION, &code).unwrap();
}

#[test]
fn a_right_code_forgives_the_wrong_ones_before_it() {
    let (mut house, code) = ready();
    for _ in 0..4 {
        refusal(house.app.enter_code(STATION, wrong(&code)));
    }
    house.app.enter_code(STATION, &code).unwrap();
    let refused = refusal(house.app.enter_code(STATION, wrong(&code)));
    assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left: 4 }));
}

#[test]
fn a_text_that_is_no_code_costs_no_try() {
    let (mut house, code) = ready();
    for text in ["", "12345", "1234567", "abcdef", "'; DROP TABLE visit; --"] {
        assert_eq!(refusal(house.app.enter_code(STATION, text)), Refusal::Code(CodeRefusal::NotSixDigits), "{text}");
    }
    let refused = refusal(house.app.enter_code(STATION, wrong(&code)));
    assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left: 4 }));
}

#[test]
fn a_sitting_goes_on_at_another_station_and_the_first_one_is_refused() {
    let (mut house, code) = ready();
    let mut view = house.begin(STATION, &code);
    for _ in 0..3 {
        view = house.answer(STATION, &view, first_answer);
    }
    let visit = house.app.enter_code("Poste 2", &code).unwrap();
    let moved = house.app.begin_or_resume("Poste 2", visit.visit).unwrap();
    assert!(moved.taken_over);
    assert_eq!(moved.step, Step::Question(3));

    let item = &moved.assessment.items()[3];
    let from_the_first = house.app.answer(STATION, view.sitting, &item.id, first_answer(item), 900);
    let by = Channel::Station("Poste 2".to_owned());
    assert_eq!(refusal(from_the_first), Refusal::Sitting(SittingRefusal::HeldElsewhere { by }));
    let after = house.answer("Poste 2", &moved, first_answer);
    assert_eq!(after.n_answered, 4);
}

#[test]
fn a_touch_repeated_changes_nothing_and_another_answer_is_refused() {
    // An assessment without a way back.
    let mut house = House::on_disk();
    let person = house.somebody();
    house.prescribe(person, "grands-traits");
    let code = house.code(person);
    let view = house.begin(STATION, &code);
    let item = view.assessment.items()[0].clone();
    let first = house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).unwrap();
    let again = house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 950).unwrap();
    assert_eq!(first, again);
    let other = house.app.answer(STATION, view.sitting, &item.id, Answer::PrefersNot, 990).map(|view| view.step);
    assert_eq!(refusal(other), Refusal::Sitting(SittingRefusal::AlreadyAnswered));
}

#[test]
fn where_the_assessment_allows_it_an_earlier_answer_is_changed_and_both_are_on_disk() {
    let (mut house, code) = ready();
    let view = house.begin(STATION, &code);
    let item = view.assessment.items()[0].clone();
    let view = house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).unwrap();
    assert_eq!(view.earlier, [(0, first_answer(&item).response())]);
    let view = house.app.answer(STATION, view.sitting, &item.id, Answer::Point(4.0), 700).unwrap();
    assert_eq!((view.step, view.n_answered), (Step::Question(1), 1));
    assert_eq!(view.earlier, [(0, Answer::Point(4.0).response())]);
    let store = Store::open(&house.base_file()).unwrap();
    let events = store.base().events(view.sitting).unwrap();
    let given: Vec<bool> = events
        .iter()
        .filter_map(|stamped| match &stamped.event {
            Event::Answered { .. } => Some(false),
            Event::Revised { .. } => Some(true),
            _ => None,
        })
        .collect();
    assert_eq!(given, [false, true]);
}

#[test]
fn a_question_taken_out_with_a_reason_no_longer_counts_even_after_the_end() {
    let (mut house, code) = ready();
    let mut view = house.begin(STATION, &code);
    let sitting = view.sitting;
    while view.step != Step::End {
        view = house.answer(STATION, &view, first_answer);
    }
    let counted = |house: &House| {
        let store = Store::open(&house.base_file()).unwrap();
        store.base().scores(sitting).unwrap().iter().map(|score| score.n_answered).sum::<usize>()
    };
    let before = counted(&house);
    let item = view.assessment.items()[0].id.clone();
    let refused = house.app.neutralise(house.counsellor, sitting, &item, " ");
    assert_eq!(refusal(refused), Refusal::Sitting(SittingRefusal::ReasonNeeded));
    house.app.neutralise(house.counsellor, sitting, &item, "Phrase mal comprise").unwrap();
    assert_eq!(counted(&house), before - 1);
}

#[test]
fn a_person_who_cannot_use_the_screen_is_accompanied_and_the_sitting_says_so() {
    let mut house = House::on_disk();
    let person = house.somebody();
    house.prescribe(person, REFLECTION);
    let code = house.code(person);
    let facilitator = house.facilitator;
    house.app.accompany(facilitator, person, true).unwrap();
    let view = house.begin(STATION, &code);
    let shown = house.app.stations(facilitator).unwrap().into_iter().find_map(|station| station.sitting).unwrap();
    assert_eq!(shown.accompanied_by.as_deref(), Some("Mehdi Saïdi"));
    let store = Store::open(&house.base_file()).unwrap();
    let events = store.base().events(view.sitting).unwrap();
    let said = events.iter().filter(|stamped| matches!(stamped.event, Event::Accompanied { .. })).count();
    assert_eq!(said, 1);
}

#[test]
fn the_desk_holds_a_sitting_and_lets_it_go_on() {
    let (mut house, code) = ready();
    let view = house.begin(STATION, &code);
    let (facilitator, item) = (house.facilitator, view.on_screen().unwrap());
    house.app.pause_for(facilitator, view.sitting).unwrap();
    let refused = house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).map(|view| view.step);
    assert_eq!(refusal(refused), Refusal::Sitting(SittingRefusal::OnHold));
    house.app.resume_for(facilitator, view.sitting).unwrap();
    house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).unwrap();
}

#[test]
fn a_call_for_help_is_on_the_desk_and_stops_the_answers_until_somebody_goes_on() {
    let (mut house, code) = ready();
    let view = house.begin(STATION, &code);
    let item = view.assessment.items()[0].clone();
    let held = house.app.call_help(STATION, view.sitting).unwrap();
    assert_eq!(held.hold, Some(Hold::Help));
    let facilitator = house.facilitator;
    let called = |house: &House| {
        let stations = house.app.stations(facilitator).unwrap();
        stations.into_iter().find_map(|station| station.sitting).and_then(|sitting| sitting.calls_since)
    };
    assert_eq!(called(&house), Some(house.app.now()));
    let refused = house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).map(|view| view.step);
    assert_eq!(refusal(refused), Refusal::Sitting(SittingRefusal::OnHold));
    assert_eq!(house.app.resume_sitting(STATION, view.sitting).unwrap().hold, None);
    assert_eq!(called(&house), None);
    house.app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).unwrap();
}

/// A badge that is not this one.
fn another(badge: &PictureBadge) -> PictureBadge {
    let mut pictograms = *badge.pictograms();
    pictograms.reverse();
    PictureBadge::new(&pictograms).unwrap()
}

#[test]
fn a_badge_opens_the_visit_that_its_code_opens_on_its_day_only() {
    let (mut house, code) = ready();
    let person = house.app.enter_code(STATION, &code).unwrap();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    let shown = house.app.make_code(house.facilitator, participant).unwrap();
    let badge = shown.badge.unwrap();
    assert_eq!(house.app.enter_badge("Poste 2", &badge).unwrap(), person);
    house.restart();
    assert_eq!(house.app.make_code(house.facilitator, participant).unwrap(), shown, "asked again, it is the same");
    house.next_day(9);
    let refused = refusal(house.app.enter_badge(STATION, &badge));
    assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left: 4 }));
}

#[test]
fn wrong_badges_and_wrong_codes_are_counted_together_until_the_station_is_blocked() {
    let (mut house, code) = ready();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    let badge = house.app.make_code(house.facilitator, participant).unwrap().badge.unwrap();
    let wrong_badge = another(&badge);
    for tries_left in [4, 3] {
        let refused = refusal(house.app.enter_badge(STATION, &wrong_badge));
        assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left }));
    }
    for tries_left in [2, 1] {
        let refused = refusal(house.app.enter_code(STATION, wrong(&code)));
        assert_eq!(refused, Refusal::Code(CodeRefusal::Unknown { tries_left }));
    }
    for badge in [&wrong_badge, &badge] {
        assert_eq!(refusal(house.app.enter_badge(STATION, badge)), Refusal::Code(CodeRefusal::StationBlocked));
    }
    house.app.release_station(house.facilitator, STATION).unwrap();
    house.app.enter_badge(STATION, &badge).unwrap();
}

#[test]
fn two_people_of_one_day_never_have_the_same_pictures_even_in_another_order() {
    let mut house = House::new();
    let badges: Vec<PictureBadge> = (0..40)
        .map(|_| {
            let person = house.somebody();
            house.prescribe(person, REFLECTION);
            house.app.make_code(house.facilitator, person).unwrap().badge.unwrap()
        })
        .collect();
    for (index, badge) in badges.iter().enumerate() {
        assert!(badges[index + 1..].iter().all(|other| !other.looks_like(badge)));
    }
}

#[test]
fn a_code_made_before_badges_existed_gets_its_pictures_when_it_is_asked_again() {
    let (mut house, code) = ready();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    base.execute("UPDATE visit SET badge = NULL", []).unwrap();
    let shown = house.app.make_code(house.facilitator, participant).unwrap();
    assert_eq!(shown.grouped, code);
    house.app.enter_badge(STATION, &shown.badge.unwrap()).unwrap();
}

#[test]
fn what_suits_a_person_opens_with_them_at_another_station_on_another_day() {
    let (mut house, code) = ready();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    let visit = house.app.enter_code(STATION, &code).unwrap();
    assert_eq!(visit.comfort, Comfort::default());
    let comfort = Comfort {
        scheme: Scheme::Dark,
        zoom_percent: 200,
        reduced_motion: true,
        reading_ruler: true,
        listening: Listening::Slow,
        means: Some(Means::Touch),
        ..Comfort::default()
    };
    house.app.keep_comfort(STATION, visit.visit, &comfort).unwrap();
    house.restart();
    assert_eq!(house.app.enter_code("Poste 2", &code).unwrap().comfort, comfort);
    house.next_day(9);
    let code = house.code(participant);
    assert_eq!(house.app.enter_code("Poste 3", &code).unwrap().comfort, comfort);
    // Nobody else has it.
    let other = house.somebody();
    house.prescribe(other, REFLECTION);
    let code = house.code(other);
    assert_eq!(house.app.enter_code("Poste 3", &code).unwrap().comfort, Comfort::default());
}

#[test]
fn a_person_is_warmed_up_once_and_asked_again_the_next_day_only_when_they_left_it_out() {
    let (mut house, code) = ready();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    let visit = house.app.enter_code(STATION, &code).unwrap();
    assert!(visit.warm_up_due);
    let comfort = Comfort::default();
    assert!(!house.app.end_warm_up(STATION, visit.visit, WarmUp::Skipped, &comfort).unwrap().warm_up_due);
    assert!(!house.app.enter_code("Poste 2", &code).unwrap().warm_up_due);
    house.next_day(9);
    let code = house.code(participant);
    let visit = house.app.enter_code(STATION, &code).unwrap();
    assert!(visit.warm_up_due);
    let touch = Comfort { means: Some(Means::Touch), ..comfort };
    house.app.end_warm_up(STATION, visit.visit, WarmUp::Done, &touch).unwrap();
    // Looking at it again and leaving it changes nothing.
    house.app.end_warm_up(STATION, visit.visit, WarmUp::Skipped, &touch).unwrap();
    house.next_day(9);
    let code = house.code(participant);
    let visit = house.app.enter_code(STATION, &code).unwrap();
    assert_eq!((visit.warm_up_due, visit.comfort.means), (false, Some(Means::Touch)));
}

#[test]
fn who_is_accompanied_needs_no_warm_up() {
    let (mut house, code) = ready();
    let participant = house.app.search_participants(house.counsellor, "", 9).unwrap()[0].id;
    house.app.accompany(house.facilitator, participant, true).unwrap();
    assert!(!house.app.enter_code(STATION, &code).unwrap().warm_up_due);
    house.app.accompany(house.facilitator, participant, false).unwrap();
    assert!(house.app.enter_code(STATION, &code).unwrap().warm_up_due);
}

#[test]
fn six_wrong_staff_codes_close_the_way_out_for_a_quarter_of_an_hour_whatever_restarts() {
    let mut house = House::on_disk();
    let rests = StaffCode::Rests { until: at(tuesday(), 9, 15) };
    for _ in 0..5 {
        assert_eq!(house.app.try_staff_code(STATION, "0000").unwrap(), StaffCode::Wrong);
    }
    assert_eq!(house.app.try_staff_code(STATION, "0000").unwrap(), rests);
    house.restart();
    assert_eq!(house.app.try_staff_code(STATION, STAFF_CODE).unwrap(), rests);
    // The other stations of the room are not punished.
    assert_eq!(house.app.try_staff_code("Poste 2", STAFF_CODE).unwrap(), StaffCode::Right);
    house.set_time(tuesday(), 9, 15);
    assert_eq!(house.app.try_staff_code(STATION, STAFF_CODE).unwrap(), StaffCode::Right);
}

#[test]
fn a_right_staff_code_forgives_the_wrong_ones_before_it() {
    let mut house = House::on_disk();
    for _ in 0..2 {
        for _ in 0..5 {
            assert_eq!(house.app.try_staff_code(STATION, "0000").unwrap(), StaffCode::Wrong);
        }
        assert_eq!(house.app.try_staff_code(STATION, STAFF_CODE).unwrap(), StaffCode::Right);
    }
}
