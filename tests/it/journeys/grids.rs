//! Grids: what the staff enters about a person, who may read it, and what two observers agree on.

use boussole::app::grids::{Agreement, GridView};
use boussole::app::{AppError, Login, Refusal};
use boussole::domain::assessment::{AssessmentId, ItemKind};
use boussole::domain::grid::GridRefusal;
use boussole::domain::id::{ParticipantId, SittingId};
use boussole::domain::person::{ConsentDecision, ConsentSubject, Role};
use boussole::domain::response::Answer;
use boussole::domain::scoring::Outcome;

use crate::support::{House, REFLECTION, STATION, WORKSHOP, activity, first_answer};

const ATTITUDES: &str = "grille-escape-attitudes";
const FITNESS: &str = "forme-physique";

fn id(assessment: &str) -> AssessmentId {
    AssessmentId(assessment.to_owned())
}

fn begin(house: &mut House, login: Login, person: ParticipantId, assessment: &str) -> Result<SittingId, AppError> {
    house.app.begin_grid(login, person, &id(assessment), Some(&activity(WORKSHOP)))
}

/// Fills in one page: every act gets the point that `rate` gives its number, what may be left out is.
fn fill_page(
    house: &mut House,
    login: Login,
    grid: &GridView,
    page: usize,
    rate: &dyn Fn(usize) -> Option<f64>,
) -> GridView {
    let items = &grid.pages[page].items;
    let answers: Vec<_> = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let answer = match &item.kind {
                ItemKind::Likert { .. } => rate(index).map_or(Answer::PrefersNot, Answer::Point),
                ItemKind::Measure { min, .. } => Answer::Number(min + 5.0),
                ItemKind::SingleChoice { options, .. } => Answer::Choice(options[0].id.clone()),
                _ => Answer::PrefersNot,
            };
            (item.id.clone(), answer)
        })
        .collect();
    house.app.fill_grid(login, grid.sitting, &answers, 30_000).unwrap()
}

fn fill(house: &mut House, login: Login, sitting: SittingId, rate: &dyn Fn(usize) -> Option<f64>) -> GridView {
    let mut grid = house.app.grid(login, sitting).unwrap();
    while !grid.finished {
        let page = grid.pages.iter().position(|page| page.items.iter().any(|item| item.given.is_none())).unwrap();
        grid = fill_page(house, login, &grid, page, rate);
    }
    grid
}

fn manager(house: &mut House) -> Login {
    let member = house.app.add_staff(house.counsellor, "Hubert", "Woussen", Role::Manager).unwrap();
    house.app.log_in(member).unwrap()
}

fn agree_to_health(house: &mut House, person: ParticipantId) {
    house.app.set_health_right(house.counsellor, house.facilitator.staff(), true).unwrap();
    let (subject, decision) = (ConsentSubject::HealthData, ConsentDecision::Agreed);
    house.app.record_consent(house.counsellor, person, subject, decision).unwrap();
}

#[test]
fn a_facilitator_fills_in_a_grid_a_page_an_attitude_and_it_is_scored() {
    let mut house = House::new();
    let person = house.somebody();
    let facilitator = house.facilitator;
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    let grid = house.app.grid(facilitator, sitting).unwrap();
    let sizes: Vec<usize> = grid.pages.iter().map(|page| page.items.len()).collect();
    assert_eq!(sizes, [5, 5, 5, 5, 2], "four attitudes of five acts, then the notes");
    fill(&mut house, facilitator, sitting, &|index| Some(if index < 3 { 2.0 } else { 1.0 }));
    let [result] = house.file(person).results.try_into().unwrap();
    let observed = result.observed.unwrap();
    assert_eq!(observed.by, "Mehdi Saïdi");
    assert!(observed.workshop.unwrap().contains("environnement économique"));
    for scale in &result.scales {
        // Three acts at 2, two at 1.
        assert!(matches!(scale.outcome, Outcome::Scored { value, .. } if (value - 1.6).abs() < 1e-12), "{scale:?}");
    }
    assert_eq!(result.identity.seconds, 5 * 30);
}

#[test]
fn an_act_that_could_not_be_seen_counts_neither_way() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    fill(&mut house, facilitator, sitting, &|index| (index > 1).then_some(3.0));
    let [result] = house.file(person).results.try_into().unwrap();
    for scale in &result.scales {
        assert!(matches!(scale.outcome, Outcome::Scored { value: 3.0, n_answered: 3, .. }), "{scale:?}");
    }
}

#[test]
fn a_grid_left_in_the_middle_goes_on_where_it_was() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    let grid = house.app.grid(facilitator, sitting).unwrap();
    fill_page(&mut house, facilitator, &grid, 0, &|_| Some(1.0));
    assert!(house.app.grids(facilitator, person).unwrap().iter().any(|grid| grid.underway));
    assert_eq!(begin(&mut house, facilitator, person, ATTITUDES).unwrap(), sitting);
    let grid = house.app.grid(facilitator, sitting).unwrap();
    let given: Vec<bool> = grid.pages.iter().map(|page| page.items.iter().all(|item| item.given.is_some())).collect();
    assert_eq!(given, [true, false, false, false, false]);
    assert_eq!(house.file(person).results, [], "a grid that is not finished says nothing");
}

#[test]
fn a_page_may_be_corrected_before_the_end() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    let grid = house.app.grid(facilitator, sitting).unwrap();
    let grid = fill_page(&mut house, facilitator, &grid, 0, &|_| Some(0.0));
    fill_page(&mut house, facilitator, &grid, 0, &|_| Some(3.0));
    fill(&mut house, facilitator, sitting, &|_| Some(1.0));
    let [result] = house.file(person).results.try_into().unwrap();
    assert!(matches!(result.scales[0].outcome, Outcome::Scored { value: 3.0, .. }));
}

#[test]
fn two_observers_are_two_sittings_with_their_agreement() {
    let mut house = House::new();
    let (person, facilitator, counsellor) = (house.somebody(), house.facilitator, house.counsellor);
    for (login, shift) in [(facilitator, 0.0), (counsellor, 1.0)] {
        let sitting = begin(&mut house, login, person, ATTITUDES).unwrap();
        // The second observer gives the first act of each page one point more.
        fill(&mut house, login, sitting, &|index| Some(if index == 0 { 1.0 + shift } else { (index % 3) as f64 }));
        house.app.set_time(house.app.now().plus_millis(600_000));
    }
    let file = house.file(person);
    assert_eq!(file.results.len(), 2);
    assert!(file.results.iter().flat_map(|result| &result.scales).all(|scale| scale.change.is_none()));
    let [found] = file.agreements.try_into().unwrap();
    assert_eq!((found.n_acts, found.n_same, found.n_near), (20, 16, 20));
    assert_eq!(found.observers, ("Mehdi Saïdi".to_owned(), "Claire Morel".to_owned()));
    // Each page (1,2) (1,1) (2,2) (0,0) (1,1): squared gaps of 1/5 on average, 25/25 if the second were shuffled: 1 - 0.2.
    assert!((found.kappa.unwrap() - 0.8).abs() < 1e-12, "{:?}", found.kappa);
}

#[test]
fn a_grid_is_its_observers_alone_until_it_is_finished() {
    let mut house = House::new();
    let (person, facilitator, counsellor) = (house.somebody(), house.facilitator, house.counsellor);
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    assert!(matches!(house.app.grid(counsellor, sitting), Err(AppError::Forbidden)));
    assert!(matches!(house.app.fill_grid(counsellor, sitting, &[], 0), Err(AppError::Forbidden)));
}

#[test]
fn what_the_person_answers_alone_is_not_entered_for_them() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let refused = begin(&mut house, facilitator, person, REFLECTION);
    let Err(AppError::Refused(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!(refusal, Refusal::Grid(GridRefusal::AnsweredByThePerson));
}

#[test]
fn measures_need_the_persons_agreement_to_health_data() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let agreement = |house: &House| {
        let grids = house.app.grids(facilitator, person).unwrap();
        grids.into_iter().find(|grid| grid.assessment == id(FITNESS)).unwrap().agreement
    };
    assert_eq!(agreement(&house), Agreement::NoRight);
    let refused = begin(&mut house, facilitator, person, FITNESS);
    let Err(AppError::Refused(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!(refusal, Refusal::Grid(GridRefusal::NoHealthRight));
    house.app.set_health_right(house.counsellor, facilitator.staff(), true).unwrap();
    assert_eq!(agreement(&house), Agreement::Missing);
    let refused = begin(&mut house, facilitator, person, FITNESS);
    let Err(AppError::Refused(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!(refusal, Refusal::Grid(GridRefusal::NoAgreement));
    agree_to_health(&mut house, person);
    assert_eq!(agreement(&house), Agreement::Given);
    begin(&mut house, facilitator, person, FITNESS).unwrap();
    let (subject, decision) = (ConsentSubject::HealthData, ConsentDecision::Refused);
    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.record_consent(house.counsellor, person, subject, decision).unwrap();
    assert!(begin(&mut house, facilitator, person, FITNESS).is_err(), "an agreement may be withdrawn");
}

#[test]
fn measures_are_told_as_they_are_to_the_counsellor_and_leave_the_house_with_nobody() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let manager = manager(&mut house);
    agree_to_health(&mut house, person);
    let sitting = begin(&mut house, facilitator, person, FITNESS).unwrap();
    fill(&mut house, facilitator, sitting, &|_| None);
    let [result] = house.file(person).results.try_into().unwrap();
    assert!(result.is_private && result.scales.is_empty(), "nothing is scored");
    let walked = result.words.iter().find(|words| words.question.contains("6 minutes")).unwrap();
    assert_eq!(walked.answer, "25 m");
    assert_eq!(house.app.results(manager, person).unwrap().results, [], "only who has the right reads them");
    house.app.set_health_right(house.counsellor, manager.staff(), true).unwrap();
    assert_eq!(house.app.results(manager, person).unwrap().results.len(), 1);

    house.prescribe(person, REFLECTION);
    house.sit(STATION, person, first_answer);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    let printed = house.app.synthesis_preview(house.counsellor, synthesis).unwrap().pages.text().join(" ");
    assert!(printed.contains("Mon style"), "{printed}");
    assert!(!printed.contains("forme physique") && !printed.contains("25 m"), "{printed}");
}

#[test]
fn the_journal_says_who_began_and_finished_a_grid() {
    let mut house = House::new();
    let (person, facilitator) = (house.somebody(), house.facilitator);
    let sitting = begin(&mut house, facilitator, person, ATTITUDES).unwrap();
    fill(&mut house, facilitator, sitting, &|_| Some(1.0));
    let history = house.file(person).history;
    let grids: Vec<&str> =
        history.iter().filter(|line| line.by == "Mehdi Saïdi").map(|line| line.action.as_str()).collect();
    assert!(grids.contains(&"grid.begin") && grids.contains(&"grid.finish"), "{grids:?}");
}
