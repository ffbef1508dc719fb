//! The grids of everybody who was at a session: who is there, what is saved, when it ends, what two observers agree on.

use boussole::app::grids::{GroupGrid, RowState};
use boussole::app::sheets::Newcomer;
use boussole::app::{AppError, Login, Refusal};
use boussole::domain::assessment::{AssessmentId, ItemId};
use boussole::domain::grid::GridRefusal;
use boussole::domain::id::{ParticipantId, SessionId};
use boussole::domain::person::{ConsentDecision, ConsentSubject, Role};
use boussole::domain::response::Answer;
use boussole::domain::scoring::Outcome;
use boussole::domain::scoring::agreement::Strength;
use boussole::domain::sitting::SittingRefusal;
use boussole::domain::workshop::Attendance;

use crate::support::{House, WORKSHOP, activity};

/// A session that six people had a seat in: the last one was absent.
struct Held {
    house: House,
    session: SessionId,
    present: Vec<ParticipantId>,
    absent: ParticipantId,
}

fn attitudes() -> AssessmentId {
    AssessmentId("grille-escape-attitudes".to_owned())
}

fn fitness() -> AssessmentId {
    AssessmentId("forme-physique".to_owned())
}

fn item(id: &str) -> ItemId {
    ItemId(id.to_owned())
}

fn held() -> Held {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    let mut people: Vec<ParticipantId> = view.seats.iter().map(|seat| seat.participant).collect();
    for (index, seat) in view.seats.iter().enumerate() {
        let attendance = if index == 5 { Attendance::NoShow } else { Attendance::Present };
        house.app.take_attendance(house.facilitator, seat.id, attendance).unwrap();
    }
    let absent = people.pop().unwrap();
    Held { house, session, present: people, absent }
}

impl Held {
    fn grid(&self, login: Login) -> GroupGrid {
        self.house.app.group_grid(login, self.session, &attitudes()).unwrap()
    }

    fn fill(&mut self, login: Login, answers: &[(ParticipantId, ItemId, Answer)]) -> Result<GroupGrid, AppError> {
        self.house.app.fill_group(login, (self.session, &attitudes()), answers, 10_000)
    }

    /// Rates every act of everybody; `rate` is given the number of the person and that of the act.
    fn rate_all(&mut self, login: Login, rate: impl Fn(usize, usize) -> f64) -> GroupGrid {
        let grid = self.grid(login);
        let acts: Vec<ItemId> =
            grid.pages.iter().filter(|page| page.title != "Vos notes").map(|page| page.items[0].id.clone()).collect();
        let mut answers = Vec::new();
        for (person, id) in self.present.clone().into_iter().enumerate() {
            for (act, item) in acts.iter().enumerate() {
                answers.push((id, item.clone(), Answer::Point(rate(person, act))));
            }
        }
        self.fill(login, &answers).unwrap()
    }

    fn finish(&mut self, login: Login) -> GroupGrid {
        self.house.app.finish_group(login, self.session, &attitudes()).unwrap()
    }

    fn agree_to_health(&mut self, person: ParticipantId, decision: ConsentDecision) {
        self.house.app.set_time(self.house.app.now().plus_millis(60_000));
        self.house.app.record_consent(self.house.counsellor, person, ConsentSubject::HealthData, decision).unwrap();
    }
}

fn states(grid: &GroupGrid) -> Vec<RowState> {
    grid.rows.iter().map(|row| row.state).collect()
}

fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> Refusal {
    match result {
        Err(AppError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_group_is_who_was_noted_present() {
    let held = held();
    let grid = held.grid(held.house.facilitator);
    assert_eq!(grid.rows.len(), 5);
    assert_eq!(grid.apart.len(), 1);
    assert_eq!(grid.apart[0].attendance, Some(Attendance::NoShow));
    assert!(grid.rows.iter().all(|row| row.participant != held.absent));
    let sizes: Vec<usize> = grid.pages.iter().map(|page| page.items.len()).collect();
    assert_eq!(sizes, [1; 23], "twenty acts, then an example, the conditions and a precision: one page each");
}

#[test]
fn nothing_is_entered_of_somebody_who_was_not_there() {
    let mut held = held();
    let (facilitator, present, absent) = (held.house.facilitator, held.present[0], held.absent);
    let answers = [(present, item("COM1"), Answer::Point(2.0)), (absent, item("COM1"), Answer::Point(2.0))];
    assert_eq!(refusal(held.fill(facilitator, &answers)), Refusal::Grid(GridRefusal::NotThere));
    assert_eq!(states(&held.grid(facilitator)), [RowState::NotBegun; 5], "all of it, or nothing");
}

#[test]
fn a_participant_who_came_without_a_seat_has_a_row() {
    let mut held = held();
    let somebody = held.house.somebody();
    let facilitator = held.house.facilitator;
    held.house.app.add_walk_in(facilitator, held.session, &Newcomer::Participant(somebody)).unwrap();
    assert!(held.grid(facilitator).rows.iter().any(|row| row.participant == somebody));
    held.fill(facilitator, &[(somebody, item("COM1"), Answer::Point(1.0))]).unwrap();
}

#[test]
fn an_act_is_rated_for_everybody_in_any_order_and_is_on_disk() {
    let mut held = held();
    let (facilitator, people) = (held.house.facilitator, held.present.clone());
    // The third act before the first one, and one person left out of it.
    held.fill(facilitator, &[(people[0], item("COM3"), Answer::Point(3.0))]).unwrap();
    held.fill(
        facilitator,
        &[(people[0], item("COM1"), Answer::PrefersNot), (people[1], item("COM1"), Answer::Point(0.0))],
    )
    .unwrap();
    let grid = held.grid(facilitator);
    let row = |person: ParticipantId| grid.rows.iter().find(|row| row.participant == person).unwrap();
    assert_eq!(row(people[0]).given.len(), 2);
    assert_eq!(row(people[1]).given.len(), 1);
    assert_eq!(row(people[2]).state, RowState::NotBegun);
    assert_eq!(row(people[0]).missing.len(), 18);
}

#[test]
fn person_by_person_is_the_same_sitting() {
    let mut held = held();
    let (facilitator, person) = (held.house.facilitator, held.present[0]);
    held.fill(facilitator, &[(person, item("COM2"), Answer::Point(1.0))]).unwrap();
    let at = (held.session, person);
    let sitting = held.house.app.begin_grid_of_session(facilitator, at, &attitudes()).unwrap();
    let grid = held.house.app.grid(facilitator, sitting).unwrap();
    let given: Vec<bool> = grid.pages[0].items.iter().map(|item| item.given.is_some()).collect();
    assert_eq!(given, [false, true, false, false, false]);
    held.house.app.fill_grid(facilitator, sitting, &[(item("COM1"), Answer::Point(2.0))], 1_000).unwrap();
    let row = held.grid(facilitator).rows.into_iter().find(|row| row.participant == person).unwrap();
    assert_eq!((row.sitting, row.given.len()), (Some(sitting), 2));
}

#[test]
fn a_rating_is_corrected_until_its_observer_ends_the_grids() {
    let mut held = held();
    let (facilitator, person) = (held.house.facilitator, held.present[0]);
    held.rate_all(facilitator, |_, _| 1.0);
    let notes = [(person, item("EXEMPLE"), Answer::Text("A lu le plan.".to_owned()))];
    held.fill(facilitator, &notes).unwrap();
    held.fill(facilitator, &[(person, item("COM1"), Answer::Point(3.0))]).unwrap();
    let grid = held.finish(facilitator);
    assert_eq!(states(&grid), [RowState::Finished; 5]);
    let late = held.fill(facilitator, &[(person, item("COM1"), Answer::Point(0.0))]);
    assert_eq!(refusal(late), Refusal::Sitting(SittingRefusal::AlreadyAnswered));
    let [result] = held.house.file(person).results.try_into().unwrap();
    // (3 + 1 + 1 + 1 + 1) / 5.
    assert!(matches!(result.scales[0].outcome, Outcome::Scored { value, .. } if (value - 1.4).abs() < 1e-12));
    assert_eq!(result.words[0].answer, "A lu le plan.");
}

#[test]
fn a_grid_with_every_answer_stays_open_until_it_is_ended_alone_too() {
    let mut held = held();
    let (facilitator, person) = (held.house.facilitator, held.present[0]);
    held.rate_all(facilitator, |_, _| 1.0);
    held.fill(
        facilitator,
        &[(person, item("EXEMPLE"), Answer::PrefersNot), (person, item("CONDITIONS"), Answer::PrefersNot)],
    )
    .unwrap();
    let row = held.grid(facilitator).rows.into_iter().find(|row| row.participant == person).unwrap();
    assert_eq!(row.state, RowState::Underway);
    let sitting = row.sitting.unwrap();
    assert!(held.house.app.fill_grid(facilitator, sitting, &[], 0).unwrap().finished);
}

#[test]
fn whole_grids_are_ended_together_and_the_others_wait() {
    let mut held = held();
    let facilitator = held.house.facilitator;
    held.rate_all(facilitator, |_, _| 2.0);
    let left = held.present.pop().unwrap();
    let somebody = held.house.somebody();
    held.house.app.add_walk_in(facilitator, held.session, &Newcomer::Participant(somebody)).unwrap();
    held.fill(facilitator, &[(somebody, item("COM1"), Answer::Point(1.0))]).unwrap();
    let grid = held.finish(facilitator);
    let of = |person: ParticipantId| grid.rows.iter().find(|row| row.participant == person).unwrap();
    assert_eq!(of(left).state, RowState::Finished);
    assert_eq!((of(somebody).state, of(somebody).missing.len()), (RowState::Underway, 19));
    // Filled in alone afterwards.
    held.present = vec![somebody];
    held.rate_all(facilitator, |_, _| 1.0);
    assert_eq!(states(&held.finish(facilitator)), [RowState::Finished; 6]);
}

#[test]
fn nobody_sees_the_others_grids_before_both_are_finished() {
    let mut held = held();
    let (facilitator, counsellor, person) = (held.house.facilitator, held.house.counsellor, held.present[0]);
    held.rate_all(facilitator, |_, act| (act % 3) as f64);
    held.finish(facilitator);
    assert_eq!(held.house.file(person).results.len(), 1, "who does not observe reads it");
    // The counsellor observes too, and has not come to the first person yet.
    held.fill(counsellor, &[(held.present[1], item("COM1"), Answer::Point(1.0))]).unwrap();
    let grid = held.grid(counsellor);
    assert!(grid.rows.iter().all(|row| row.given.len() <= 1), "the grids of the other are not shown");
    assert_eq!((grid.others[0].n_finished, grid.others[0].n_begun), (5, 5));
    assert_eq!(grid.agreements, []);
    assert_eq!(held.house.file(person).results, []);
    assert_eq!(held.grid(facilitator).agreements, [], "nor does who finished first");
    // Two points more for the first act of everybody.
    held.rate_all(counsellor, |_, act| if act == 0 { 2.0 } else { (act % 3) as f64 });
    let [found] = held.finish(counsellor).agreements.try_into().unwrap();
    assert_eq!((found.n_people, found.attitudes.len()), (5, 4));
    let first = &found.attitudes[0];
    assert_eq!((first.n_people, first.n_acts, first.n_same, first.n_near), (5, 25, 20, 20));
    // Acts 0 1 2 0 1 against 2 1 2 0 1, five times each. Squared gaps: 4/5 on average; shuffled: 32/25. 1 - 5/8.
    let (kappa, strength) = first.kappa.unwrap();
    assert!((kappa - 0.375).abs() < 1e-12, "{kappa}");
    assert_eq!(strength, Strength::Weak);
    assert!(first.is_too_few() && first.enough == 32, "five people do not conclude");
    assert_eq!(held.house.file(person).results.len(), 2);
    assert_eq!(held.house.file(person).agreements.len(), 1);
}

#[test]
fn measures_are_entered_by_who_was_given_the_right_of_who_agreed() {
    let mut held = held();
    let (facilitator, counsellor, session) = (held.house.facilitator, held.house.counsellor, held.session);
    let (agreed, silent) = (held.present[0], held.present[1]);
    held.agree_to_health(agreed, ConsentDecision::Agreed);
    let no_right = || Refusal::Grid(GridRefusal::NoHealthRight);
    assert_eq!(refusal(held.house.app.group_grid(facilitator, session, &fitness())), no_right());
    let yes = (agreed, item("ACCORD"), Answer::Choice(boussole::domain::assessment::OptionId("oui".to_owned())));
    let walked = (agreed, item("END6"), Answer::Number(420.0));
    let answers = [yes, walked];
    let entered = held.house.app.fill_group(facilitator, (session, &fitness()), &answers, 0);
    assert_eq!(refusal(entered), no_right());
    held.house.app.set_health_right(counsellor, facilitator.staff(), true).unwrap();
    let grid = held.house.app.fill_group(facilitator, (session, &fitness()), &answers, 0).unwrap();
    let of = |person: ParticipantId| grid.rows.iter().find(|row| row.participant == person).unwrap();
    assert_eq!(of(agreed).given.len(), 2);
    assert!(of(silent).is_locked && of(silent).asked.is_empty());
    let refused = held.house.app.fill_group(
        facilitator,
        (session, &fitness()),
        &[(silent, item("ACCORD"), Answer::PrefersNot)],
        0,
    );
    assert_eq!(refusal(refused), Refusal::Grid(GridRefusal::NoAgreement));
    // Taken back, the agreement closes the row: nothing is shown of it.
    held.agree_to_health(agreed, ConsentDecision::Refused);
    let grid = held.house.app.group_grid(facilitator, session, &fitness()).unwrap();
    assert!(grid.rows.iter().all(|row| row.is_locked && row.given.is_empty()));
    held.house.app.set_health_right(counsellor, facilitator.staff(), false).unwrap();
    assert_eq!(refusal(held.house.app.group_grid(facilitator, session, &fitness())), no_right());
}

#[test]
fn measures_of_a_section_stand_side_by_side_and_keep_their_bounds() {
    let mut held = held();
    let (counsellor, session, person) = (held.house.counsellor, held.session, held.present[0]);
    held.agree_to_health(person, ConsentDecision::Agreed);
    let grid = held.house.app.group_grid(counsellor, session, &fitness()).unwrap();
    let sizes: Vec<usize> = grid.pages.iter().map(|page| page.items.len()).collect();
    assert_eq!(sizes, [1, 6, 1, 1]);
    let yes = (person, item("ACCORD"), Answer::Choice(boussole::domain::assessment::OptionId("oui".to_owned())));
    let far = (person, item("END6"), Answer::Number(4200.0));
    assert!(held.house.app.fill_group(counsellor, (session, &fitness()), &[yes, far], 0).is_err());
    let grid = held.house.app.group_grid(counsellor, session, &fitness()).unwrap();
    assert!(grid.rows.iter().all(|row| row.state == RowState::NotBegun), "a refused page leaves nothing behind");
}

#[test]
fn the_right_is_given_by_the_counsellor_or_the_manager_and_a_counsellor_keeps_it() {
    let mut house = House::new();
    let manager = house.app.add_staff(house.counsellor, "Hubert", "Woussen", Role::Manager).unwrap();
    let manager = house.app.log_in(manager).unwrap();
    let (facilitator, counsellor) = (house.facilitator, house.counsellor);
    let may = |house: &House, login: Login| {
        house.app.staff().unwrap().into_iter().find(|one| one.id == login.staff()).unwrap().may_handle_health()
    };
    assert!(may(&house, counsellor) && !may(&house, facilitator) && !may(&house, manager));
    house.app.set_health_right(manager, facilitator.staff(), true).unwrap();
    assert!(may(&house, facilitator));
    let kept = house.app.set_health_right(manager, counsellor.staff(), false);
    assert_eq!(refusal(kept), Refusal::Grid(GridRefusal::CounsellorKeepsHealth));
    let person = house.somebody();
    let subject = ConsentSubject::HealthData;
    house.app.record_consent(facilitator, person, subject.clone(), ConsentDecision::Agreed).unwrap();
    house.app.set_health_right(manager, facilitator.staff(), false).unwrap();
    assert!(matches!(
        house.app.record_consent(facilitator, person, subject, ConsentDecision::Refused),
        Err(AppError::Forbidden)
    ));
}
