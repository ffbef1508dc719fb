//! The calendar, the half-days and a person's own agenda: what is shown is what is so.

use boussole::app::calendar::{BlockOf, BlockView, CalendarView};
use boussole::app::half_days::Opening;
use boussole::app::person_agenda::LineState;
use boussole::app::planning::{Again, NewSession, SessionView};
use boussole::app::{AppError, Refusal};
use boussole::domain::agenda::Clash;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::calendar::{Closed, Days, Holiday};
use boussole::domain::scheduling::half_days::Obstacle;
use boussole::domain::session_life::Phase;
use boussole::domain::stamp::{Half, Minutes, TimeSlot, days_after};
use boussole::domain::workshop::{Attendance, SessionKind, SessionRefusal};
use boussole::i18n::Explain;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::support::{House, WORKSHOP, activity, tuesday};

const FORTNIGHTLY: &str = "atelier-style";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn slot(day: NaiveDate, start: u32) -> TimeSlot {
    TimeSlot { day, start: hour(start), minutes: Minutes(120) }
}

/// The week of a day, as the counsellor sees it.
fn week(house: &House, day: NaiveDate) -> CalendarView {
    let monday = day.week(Weekday::Mon).first_day();
    house.app.calendar(house.counsellor, monday, days_after(monday, 6)).unwrap()
}

fn open(house: &mut House) -> SessionView {
    house.people_waiting(6, WORKSHOP);
    let id = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    house.app.session(house.counsellor, id).unwrap()
}

fn sessions(view: &CalendarView) -> Vec<&BlockView> {
    view.blocks.iter().filter(|block| matches!(block.what, BlockOf::Session { .. })).collect()
}

#[test]
fn closed_days_have_their_names_and_school_holidays_theirs() {
    let mut house = House::new();
    let counsellor = house.counsellor;
    house.app.mark_day(counsellor, day(2026, 12, 24), false, "Inventaire").unwrap();
    house.app.import_school_holidays(counsellor, "Nom;Du;Au\nNoël;19/12/2026;03/01/2027").unwrap();
    let view = week(&house, day(2026, 12, 24));
    let of = |day: NaiveDate| view.days.iter().find(|view| view.day == day).unwrap();
    assert_eq!(of(day(2026, 12, 24)).closed, Some(Closed::Closure("Inventaire".to_owned())));
    assert_eq!(of(day(2026, 12, 25)).closed, Some(Closed::Holiday(Holiday::Christmas)));
    assert_eq!((&of(day(2026, 12, 23)).closed, of(day(2026, 12, 23)).school.as_deref()), (&None, Some("Noël")));
}

#[test]
fn whit_monday_is_closed_until_the_service_opens_it() {
    // Whit Monday of 2027 is 17 May (Bureau des longitudes).
    let (mut house, monday) = (House::new(), day(2027, 5, 17));
    assert_eq!(week(&house, monday).days[0].closed, Some(Closed::Holiday(Holiday::WhitMonday)));
    house.app.mark_day(house.counsellor, monday, true, "Journée de solidarité").unwrap();
    let view = week(&house, monday);
    assert_eq!((&view.days[0].closed, view.days[0].opened.as_deref()), (&None, Some("Journée de solidarité")));
}

#[test]
fn sessions_keep_their_hours_on_both_sides_of_a_change_of_clocks() {
    // Clocks change on 29 March 2026 and on 25 October 2026, both Sundays.
    for (today, friday) in [(day(2026, 3, 16), day(2026, 3, 27)), (day(2026, 10, 12), day(2026, 10, 23))] {
        let mut house = House::new();
        house.set_time(today, 9, 0);
        for when in [friday, days_after(friday, 3)] {
            let people = house.people_waiting(6, WORKSHOP);
            let steps = people.iter().map(|person| house.file(*person).roadmap.unwrap().steps[0].id).collect();
            let wish = NewSession {
                workshop: activity(WORKSHOP),
                kind: SessionKind::OnDemand,
                slot: slot(when, 9),
                room: None,
                facilitator: None,
                steps,
            };
            house.app.open_session(house.counsellor, &wish, None).unwrap();
            let view = week(&house, when);
            let found: Vec<TimeSlot> = sessions(&view).into_iter().map(|block| block.slot).collect();
            assert_eq!(found, [slot(when, 9)]);
            assert_eq!(view.days.len(), 7);
        }
    }
}

#[test]
fn the_rhythm_of_a_fortnightly_workshop_goes_on_across_the_change_of_clocks() {
    let house = House::new();
    let view = house.app.calendar(house.counsellor, day(2026, 10, 1), day(2026, 10, 31)).unwrap();
    let rhythm = view.workshops.iter().find(|row| row.workshop == activity("job-labo")).unwrap();
    // Every other Thursday from 17 September 2026 (assets/activities.toml).
    assert_eq!(rhythm.dates, [day(2026, 10, 1), day(2026, 10, 15), day(2026, 10, 29)]);
    assert!(rhythm.dates.iter().all(|day| day.weekday() == Weekday::Thu));
    assert!(view.workshops.iter().any(|row| row.workshop == activity(WORKSHOP) && row.fortnightly.is_none()));
}

#[test]
fn what_the_rule_proposes_is_shown_until_somebody_opens_it() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let day = days_after(tuesday(), 6);
    let what = |house: &House| week(house, day).blocks.into_iter().map(|block| block.what).collect::<Vec<_>>();
    assert!(matches!(what(&house).as_slice(), [BlockOf::Proposal { people: 6, .. }]), "{:?}", what(&house));
    house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let found = what(&house);
    let [BlockOf::Session { phase, people, movable, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((*phase, *people, *movable), (Phase::Opened, 6, true));
}

#[test]
fn a_cancelled_session_stays_in_sight_and_does_not_move() {
    let mut house = House::new();
    let session = open(&mut house);
    house.app.cancel_session(house.counsellor, session.id, "Salle inondée").unwrap();
    let view = week(&house, session.slot.day);
    let BlockOf::Session { phase, movable, .. } = &sessions(&view)[0].what else { panic!() };
    assert_eq!((*phase, *movable), (Phase::Cancelled, false));
    let elsewhere = (slot(session.slot.day, 14), session.room.as_str(), house.counsellor.staff());
    let refused = house.app.check_move(house.counsellor, session.id, elsewhere).unwrap();
    assert_eq!(refused, [SessionRefusal::NotOpen]);
}

#[test]
fn absences_and_appointments_are_those_of_who_leads() {
    let mut house = House::new();
    let (counsellor, facilitator) = (house.counsellor, house.facilitator);
    let person = house.somebody();
    let when = house.app.free_slots(counsellor, person, AppointmentKind::Diagnostic, 60).unwrap()[0];
    house.app.book_appointment(counsellor, person, AppointmentKind::Diagnostic, when).unwrap();
    let away = Days { from: when.day, until: days_after(when.day, 1) };
    house.app.record_staff_absence(counsellor, facilitator.staff(), away).unwrap();
    let view = week(&house, when.day);
    let [block] = view.blocks.as_slice() else { panic!("{:?}", view.blocks) };
    assert_eq!((block.leader, block.slot, &block.room), (counsellor.staff(), when, &None));
    let leader = view.leaders.iter().find(|leader| leader.id == facilitator.staff()).unwrap();
    assert_eq!((leader.away_on(when.day), leader.away_on(days_after(when.day, 2))), (Some(away), None));
}

#[test]
fn asking_whether_a_session_may_move_says_what_moving_it_says_and_changes_nothing() {
    let mut house = House::new();
    let (first, second) = (open(&mut house), open(&mut house));
    let staff = house.counsellor.staff();
    let there = (first.slot, first.room.as_str(), staff);
    let checked = house.app.check_move(house.counsellor, second.id, there).unwrap();
    let moved = house.app.move_session(house.counsellor, second.id, there, None);
    let Err(AppError::Refused(Refusal::Session(refused))) = moved else { panic!("{moved:?}") };
    assert_eq!(checked[0], refused);
    assert!(matches!(&checked[0], SessionRefusal::Clash(clash) if matches!(**clash, Clash::RoomTaken { .. })));
    assert!(checked[0].explain().contains(&first.room));
    let past = (slot(tuesday(), 8), first.room.as_str(), staff);
    let checked = house.app.check_move(house.counsellor, second.id, past).unwrap();
    assert_eq!(checked, [SessionRefusal::TooSoon { earliest: tuesday() }]);
    let free = (slot(days_after(first.slot.day, 1), 14), first.room.as_str(), staff);
    assert_eq!(house.app.check_move(house.counsellor, second.id, free).unwrap(), []);
    assert_eq!(house.app.session(house.counsellor, second.id).unwrap(), second);
}

fn opening(house: &House, workshop: &str, day: NaiveDate, half: Half) -> Option<Opening> {
    let view = house.app.half_days(house.counsellor).unwrap();
    let row = view.workshops.into_iter().find(|row| row.workshop.0 == workshop).unwrap();
    row.cells.into_iter().find(|cell| cell.slot.day == day && Half::of(cell.slot.start) == half).unwrap().opening
}

#[test]
fn a_session_opens_on_the_half_day_that_was_chosen() {
    let mut house = House::new();
    house.people_waiting(7, WORKSHOP);
    let day = days_after(tuesday(), 9);
    let found = opening(&house, WORKSHOP, day, Half::Afternoon).unwrap();
    assert_eq!((found.people.len(), found.free, found.kind), (7, 7, SessionKind::OnDemand));
    assert!(found.room.is_some() && found.leader.is_some());
    let wish = NewSession {
        workshop: found.workshop,
        kind: found.kind,
        slot: found.slot,
        room: found.room,
        facilitator: found.leader,
        steps: found.people.iter().map(|person| person.step).collect(),
    };
    let id = house.app.open_session(house.counsellor, &wish, None).unwrap();
    let session = house.app.session(house.counsellor, id).unwrap();
    assert_eq!((session.slot, session.seats.len()), (found.slot, 7));
    assert_eq!(opening(&house, WORKSHOP, day, Half::Afternoon), None, "nobody waits any more");
}

#[test]
fn all_workshops_together_count_each_person_once_and_open_the_fullest() {
    let mut house = House::new();
    for person in house.people_waiting(3, WORKSHOP) {
        house.prescribe(person, "presentation-demarche");
    }
    house.people_waiting(2, "presentation-demarche");
    let view = house.app.half_days(house.counsellor).unwrap();
    let cell = view.all.iter().find(|cell| cell.slot.day == days_after(tuesday(), 9)).unwrap();
    assert_eq!(cell.people, 5);
    assert_eq!(cell.opening.as_ref().unwrap().workshop, activity("presentation-demarche"));
    assert_eq!(view.all[0].obstacle, Some(Obstacle::Past), "Monday is over");
    assert_eq!((view.all.len(), view.workshops[0].waiting), (60, 5));
}

#[test]
fn a_person_reads_what_comes_what_to_bring_and_what_they_wait_for() {
    let mut house = House::new();
    let session = open(&mut house);
    let person = session.seats[0].participant;
    house.prescribe(person, FORTNIGHTLY);
    let agenda = house.app.person_agenda(house.counsellor, person).unwrap();
    assert_eq!(agenda.coming.len(), 1);
    let line = &agenda.coming[0];
    assert_eq!((line.slot, line.place.as_str(), &line.state), (session.slot, &*session.room, &LineState::Seat));
    assert_eq!(line.bring, "Un stylo.");
    assert_eq!(agenda.waiting.len(), 1);
    assert_eq!((agenda.waiting[0].position, agenda.waiting[0].waiting, agenda.waiting[0].again), (1, 1, None));
    let sheet = house.app.write_agenda_sheet(house.facilitator, person).unwrap();
    assert!(std::fs::read(sheet).unwrap().starts_with(b"%PDF"));
    house.set_time(session.slot.day, 18, 0);
    house.app.take_attendance(house.facilitator, session.seats[0].id, Attendance::Present).unwrap();
    let agenda = house.app.person_agenda(house.counsellor, person).unwrap();
    assert_eq!((agenda.coming.len(), agenda.past.len()), (0, 1));
    assert_eq!(agenda.past[0].state, LineState::Attendance(Attendance::Present));
}

#[test]
fn who_lost_a_seat_waits_again_since_that_day_and_keeps_the_age_of_the_demand() {
    let mut house = House::new();
    let session = open(&mut house);
    let person = session.seats[0].participant;
    house.set_time(session.slot.day, 18, 0);
    house.app.take_attendance(house.facilitator, session.seats[0].id, Attendance::NoShow).unwrap();
    let pool = house.pool(WORKSHOP);
    let [waiting] = pool.waiting.as_slice() else { panic!("{:?}", pool.waiting) };
    assert_eq!((waiting.participant, waiting.since), (person, tuesday()));
    let again = Again { since: session.slot.day, why: Attendance::NoShow };
    assert_eq!(waiting.again, Some(again));
    assert_eq!(house.app.person_agenda(house.counsellor, person).unwrap().waiting[0].again, Some(again));
}
