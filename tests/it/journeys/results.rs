//! Results as the counsellor gets them: orders, the six sectors, changes, identities, and what stays silent.

use boussole::app::results::{OrderKind, ResultView, Told};
use boussole::app::sectors::SectorsView;
use boussole::domain::activity::Sector;
use boussole::domain::assessment::{Item, ItemKind, Status};
use boussole::domain::id::ParticipantId;
use boussole::domain::response::Answer;
use boussole::domain::scoring::Outcome;
use boussole::domain::scoring::change::Verdict;
use boussole::domain::scoring::sectors::{FitBand, NoConditions, NoInterests};

use crate::support::{House, STATION, builder, first_answer};

fn taken(house: &mut House, ids: &[&str], answer: impl Fn(&Item) -> Answer) -> ParticipantId {
    let person = house.somebody();
    for id in ids {
        house.prescribe(person, id);
    }
    house.sit(STATION, person, answer);
    person
}

fn sectors(house: &House, person: ParticipantId) -> SectorsView {
    house.file(person).sectors.unwrap()
}

fn result(house: &House, person: ParticipantId, title: &str) -> ResultView {
    house.file(person).results.into_iter().rfind(|result| result.title.starts_with(title)).unwrap()
}

#[test]
fn interests_and_conditions_put_the_six_sectors_in_order() {
    let mut house = House::new();
    let person = taken(&mut house, &["interets", "conditions-travail"], builder);
    let view = sectors(&house, person);
    let bands: Vec<(Sector, FitBand)> = view.rows.iter().map(|row| (row.sector, row.band)).collect();
    // The builder of catalog::sectors, whose order a script of its own computed.
    let expected = [
        (Sector::Building, FitBand::GoAndSee),
        (Sector::Industry, FitBand::WhyNot),
        (Sector::Transport, FitBand::WhyNot),
        (Sector::Catering, FitBand::WhyNot),
        (Sector::Office, FitBand::NotNow),
        (Sector::PersonalServices, FitBand::NotNow),
    ];
    assert_eq!(bands, expected);
    assert_eq!((view.no_interests, view.no_conditions), (None, None));
    assert_eq!(view.rows[0].obstacles, ["Travailler en grande hauteur"]);
    assert_eq!(view.rows[0].jobs[0], ("F1704".to_owned(), "Manœuvre bâtiment".to_owned()));
    assert!(view.source.contains("ROME 4.0 v460"), "{}", view.source);
}

#[test]
fn one_questionnaire_ranks_alone_and_the_other_is_named() {
    let mut house = House::new();
    let person = taken(&mut house, &["conditions-travail"], builder);
    let view = sectors(&house, person);
    assert_eq!((view.rows.len(), view.no_interests), (6, Some(NoInterests::NotTaken)));
    let person = taken(&mut house, &["interets"], builder);
    let view = sectors(&house, person);
    assert_eq!((view.rows.len(), view.no_conditions), (6, Some(NoConditions::NotTaken)));
}

#[test]
fn even_interests_alone_make_no_order_and_say_why() {
    let mut house = House::new();
    let person = taken(&mut house, &["interets"], first_answer);
    let view = sectors(&house, person);
    assert_eq!((view.rows.len(), view.no_interests), (0, Some(NoInterests::NoDirection)));
}

#[test]
fn without_either_questionnaire_there_is_nothing_on_sectors() {
    let mut house = House::new();
    let person = taken(&mut house, &["lire-compter"], first_answer);
    assert_eq!(house.file(person).sectors, None);
}

#[test]
fn a_ranking_is_an_order_and_what_is_not_scored_is_silent() {
    let mut house = House::new();
    let person = taken(&mut house, &["valeurs"], first_answer);
    let result = result(&house, person, "Mes valeurs");
    assert_eq!(result.scales, []);
    let [order] = result.orders.as_slice() else { panic!("{:?}", result.orders) };
    let places: Vec<usize> = order.rows.iter().map(|row| row.place).collect();
    assert_eq!((order.kind, places), (OrderKind::Ranking, (1..=10).collect()));
    // The first card of the list was put first.
    assert!(order.rows[0].reading.as_ref().unwrap().title.contains("3 premiers choix"));
}

#[test]
fn what_was_not_asked_is_absent() {
    let mut house = House::new();
    let declines = |item: &Item| match &item.kind {
        ItemKind::SingleChoice { options, .. } => Answer::Choice(options[1].id.clone()),
        _ => first_answer(item),
    };
    let person = taken(&mut house, &["style-travail"], declines);
    let result = result(&house, person, "Mon style");
    assert_eq!((result.scales.len(), result.orders.len()), (4, 0), "the second part was declined");
    let person = taken(&mut house, &["style-travail"], first_answer);
    let result = self::result(&house, person, "Mon style");
    assert_eq!(result.orders.iter().map(|order| order.rows.len()).collect::<Vec<_>>(), [4]);
}

#[test]
fn right_answers_are_told_as_a_count() {
    let mut house = House::new();
    let person = taken(&mut house, &["lire-compter"], first_answer);
    for scale in result(&house, person, "Lire et compter").scales {
        assert_eq!((scale.told, scale.min, scale.max), (Told::Count, 0.0, 8.0));
        assert!(matches!(scale.outcome, Outcome::Scored { value, .. } if value.fract() == 0.0), "{:?}", scale.outcome);
    }
}

#[test]
fn an_instrument_says_what_it_is() {
    let mut house = House::new();
    let person = taken(&mut house, &["interets"], builder);
    let identity = result(&house, person, "Mes centres").identity;
    assert_eq!((identity.version.as_str(), identity.status, identity.n_items), ("1.0.0", Status::Pilot, 36));
    assert_eq!((identity.norms, identity.reliabilities), (Vec::new(), Vec::new()), "none is known");
    assert_eq!((identity.licence.as_str(), identity.seconds), ("projet", 36 * 4));
    let hash = house.app.results(house.counsellor, person).unwrap().results[0].identity.short_hash();
    assert!(hash.len() == 8 && identity.content_hash.starts_with(&hash), "{hash}");
}

#[test]
fn a_change_within_its_error_is_not_claimed_and_a_large_one_is() {
    let mut house = House::new();
    let person = taken(&mut house, &["interets"], builder);
    house.next_day(9);
    house.prescribe(person, "interets");
    house.sit(STATION, person, |item| match (item.id.0.as_str(), builder(item)) {
        // Social was 2.0 on average and becomes 5.0 or so; Artistic moves by one point in six.
        (id, _) if id.starts_with('S') => Answer::Point(if id == "S1" { 4.0 } else { 5.0 }),
        ("A1", Answer::Point(_)) => Answer::Point(2.0),
        (_, answer) => answer,
    });
    let results = house.file(person).results;
    assert_eq!(results.len(), 2, "both are shown");
    assert!(results[0].scales.iter().all(|scale| scale.change.is_none()));
    let change = |title: &str| {
        let scale = results[1].scales.iter().find(|scale| scale.title.starts_with(title)).unwrap();
        scale.change.clone().unwrap()
    };
    assert_eq!(change("Social").verdict, Verdict::Up);
    assert_eq!(change("Artistique").verdict, Verdict::NotClaimed);
    assert_eq!(change("Réaliste").verdict, Verdict::NotClaimed, "nothing changed");
}
