//! Who people are: their identity, who is found, who may be there twice.

use std::collections::BTreeSet;

use boussole::app::people::{MergeColumn, NewParticipant, NewProof, PeopleQuery, Stage};
use boussole::app::{AppError, Refusal};
use boussole::domain::commune::{CommuneCode, Residence};
use boussole::domain::criterion::{CriterionId, ProofRefusal, ProofState};
use boussole::domain::id::ParticipantId;
use boussole::domain::interview::ProjectState;
use boussole::domain::likeness::Reason;
use boussole::domain::person::{ConsentDecision, ConsentSubject, Contact, Gender, Need, Needs, PersonRefusal, Role};
use boussole::store::MergeBar;
use chrono::NaiveDate;

use crate::support::{House, REFLECTION, WORKSHOP, person, tuesday};

fn found(house: &House, query: &str) -> Vec<String> {
    let rows = house.app.search_participants(house.counsellor, query, 50).unwrap();
    rows.into_iter().map(|row| row.last_name).collect()
}

fn born(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn an_identity_is_kept_as_it_was_told() {
    let mut house = House::new();
    let wish = NewParticipant {
        gender: Gender::Woman,
        phone: "+33612345678".to_owned(),
        residence: house.app.find_communes("st pol")[0].residence.clone(),
        needs: Needs { ticked: BTreeSet::from([Need::ReadAloud, Need::Interpreter]), language: " turc ".to_owned() },
        ..person("Gülay", "Yılmaz")
    };
    let id = house.app.record_participant(house.counsellor, &wish).unwrap();
    let file = house.file(id);
    assert_eq!((file.number, file.gender, file.contact), (1, Gender::Woman, Contact::Phone));
    assert_eq!(file.phone, "06 12 34 56 78");
    assert_eq!(file.commune.residence.name(), "Saint-Pol-sur-Mer");
    assert_eq!(file.commune.present.as_deref(), Some("Dunkerque"));
    assert_eq!(file.needs.language, "turc");
    assert_eq!(found(&house, "yilmaz"), ["Yılmaz"]);
}

#[test]
fn a_commune_typed_whole_is_that_commune_and_another_name_is_kept() {
    let mut house = House::new();
    let outside = |name: &str| Residence::Outside { name: name.to_owned() };
    let wish = NewParticipant { residence: outside("grande synthe"), ..person("Amina", "Dubois") };
    let id = house.app.record_participant(house.counsellor, &wish).unwrap();
    let listed = Residence::Listed { code: CommuneCode("59271".to_owned()), name: "Grande-Synthe".to_owned() };
    assert_eq!(house.file(id).commune.residence, listed);
    let wish = NewParticipant { residence: outside("Furnes"), ..wish };
    house.app.update_participant(house.counsellor, id, &wish).unwrap();
    assert_eq!(house.file(id).commune.residence, outside("Furnes"));
    let codes = house.app.find_communes("59430");
    let names: Vec<&str> = codes.iter().map(|found| found.residence.name()).collect();
    assert_eq!(names, ["Dunkerque", "Fort-Mardyck", "Mardyck", "Saint-Pol-sur-Mer"]);
}

#[test]
fn a_phone_that_is_no_number_is_refused() {
    let mut house = House::new();
    let wish = NewParticipant { phone: "chez sa mère".to_owned(), ..person("Amina", "Dubois") };
    let refused = house.app.record_participant(house.counsellor, &wish);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Person(PersonRefusal::PhoneUnusable)))), "{refused:?}");
}

#[test]
fn somebody_is_found_by_any_part_of_what_is_known() {
    let mut house = House::new();
    let wish = NewParticipant { phone: "06 12 34 56 78".to_owned(), ..person("Zoé", "Œuvrard-Léger") };
    house.app.record_participant(house.counsellor, &wish).unwrap();
    house
        .app
        .record_participant(house.counsellor, &NewParticipant::named("Paul", "Coppin", born(1977, 5, 16)))
        .unwrap();
    for query in
        ["oeuvr", "LEGER zoe", "vrard", "06 12 34", "+33 6 12 34 56 78", "03/04/1988", "3/4/1988", "leger 1988", "1"]
    {
        assert!(found(&house, query).contains(&"Œuvrard-Léger".to_owned()), "{query}");
    }
    assert_eq!(found(&house, "zoe coppin"), Vec::<String>::new());
    assert_eq!(found(&house, "16/05/1977"), ["Coppin"]);
    assert_eq!(found(&house, ""), ["Coppin", "Œuvrard-Léger"]);
}

#[test]
fn a_list_is_filtered_by_stage_prescriber_and_antenne() {
    let mut house = House::new();
    let underway = house.somebody();
    house.prescribe(underway, WORKSHOP);
    house.app.record_participant(house.counsellor, &person("Amina", "Dubois")).unwrap();
    let site = house.app.sites().unwrap()[0].id;
    let list = |query: PeopleQuery| {
        let rows = house.app.list_participants(house.counsellor, &query, 50).unwrap();
        rows.into_iter().map(|row| row.last_name).collect::<Vec<_>>()
    };
    let stage = |stage| PeopleQuery { stage: Some(stage), ..PeopleQuery::default() };
    assert_eq!(list(stage(Stage::Recorded)), ["Dubois"]);
    assert_eq!(list(stage(Stage::Underway { finished: 0, total: 0 })), ["Personne aa"]);
    assert_eq!(list(PeopleQuery { site: Some(site), ..PeopleQuery::default() }), ["Personne aa"]);
    let of_prescriber =
        PeopleQuery { prescriber: Some(house.prescriber), words: "aa".to_owned(), ..PeopleQuery::default() };
    assert_eq!(list(of_prescriber), ["Personne aa"]);
}

#[test]
fn homonyms_born_on_the_same_day_are_two_people_when_somebody_says_so() {
    let mut house = House::new();
    let first = house.app.record_participant(house.counsellor, &person("Zoé", "Œuvrard-Léger")).unwrap();
    let wish = person("ZOE", "oeuvrard léger");
    let alike = house.app.alike(house.facilitator, None, &wish).unwrap();
    assert_eq!(alike[0].reasons, [Reason::SameName, Reason::SameBirthDate]);
    let refused = house.app.record_participant(house.facilitator, &wish);
    let Err(AppError::Refused(Refusal::Person(PersonRefusal::LooksLike { participants }))) = refused else { panic!() };
    assert_eq!(participants, [first]);
    let wish = NewParticipant { others: participants, ..wish };
    let second = house.app.record_participant(house.facilitator, &wish).unwrap();
    assert_ne!(first, second);
    assert_eq!(house.app.possible_duplicates(house.counsellor).unwrap(), []);
    // Neither is asked about again.
    let wish = NewParticipant { others: Vec::new(), first_name: "Zoe".to_owned(), ..wish };
    house.app.update_participant(house.counsellor, second, &wish).unwrap();
}

/// Two files of one person: the second has another year of birth, and the phone came later.
fn twice(house: &mut House) -> (ParticipantId, ParticipantId) {
    let wish = NewParticipant { phone: "06 12 34 56 78".to_owned(), ..person("Rachid", "El Amrani") };
    let kept = house.welcome(&wish, ProjectState::Idea);
    let wish = NewParticipant::named("Rachid", "Elamrani", born(1979, 4, 5));
    let absorbed = house.app.record_participant(house.counsellor, &wish).unwrap();
    let wish = NewParticipant {
        phone: "0612345678".to_owned(),
        email: "rachid@exemple.fr".to_owned(),
        gender: Gender::Man,
        ..wish
    };
    house.app.update_participant(house.counsellor, absorbed, &wish).unwrap();
    (kept, absorbed)
}

#[test]
fn possible_duplicates_are_listed_with_their_reasons_until_somebody_decides() {
    let mut house = House::new();
    let (one, other) = twice(&mut house);
    let pairs = house.app.possible_duplicates(house.counsellor).unwrap();
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].reasons, [Reason::SameName, Reason::SamePhone]);
    house.app.tell_apart(house.counsellor, one, other).unwrap();
    assert_eq!(house.app.possible_duplicates(house.counsellor).unwrap(), []);
}

#[test]
fn a_merge_moves_everything_and_is_undone_exactly() {
    let mut house = House::new();
    let (kept, absorbed) = twice(&mut house);
    let day = house.app.day();
    let before = day - chrono::Days::new(9);
    house.app.record_referral(house.counsellor, absorbed, house.prescriber, before, "Et après ?").unwrap();
    house.prescribe(kept, REFLECTION);
    house.app.record_observation(house.counsellor, absorbed, None, "Aide le groupe").unwrap();
    house
        .app
        .record_consent(house.counsellor, absorbed, ConsentSubject::SendSynthesis, ConsentDecision::Agreed)
        .unwrap();
    house.app.make_code(house.counsellor, kept).unwrap();
    let (before, other) = (house.file(kept), house.file(absorbed));
    let view = house.app.merge_view(house.counsellor, kept, absorbed).unwrap();
    assert_eq!(view.bars, None);
    let taken: Vec<MergeColumn> =
        view.choices.iter().filter(|choice| choice.takes_absorbed).map(|choice| choice.column).collect();
    assert_eq!(taken, [MergeColumn::Gender, MergeColumn::Email]);

    let merge = house.app.merge_participants(house.counsellor, (kept, absorbed), &taken).unwrap();
    let after = house.file(kept);
    assert_eq!((after.gender, after.email.as_deref()), (Gender::Man, Some("rachid@exemple.fr")));
    assert_eq!((after.observations.len(), after.consents.len()), (1, 1));
    assert_eq!(after.merged[0].id, merge);
    assert!(matches!(house.app.participant_file(house.counsellor, absorbed), Err(AppError::NotFound)));
    assert_eq!(found(&house, "elamrani"), Vec::<String>::new());
    assert_eq!(house.app.possible_duplicates(house.counsellor).unwrap(), []);

    house.app.undo_merge(house.counsellor, merge).unwrap();
    let (again, apart) = (house.file(kept), house.file(absorbed));
    let without_history = |mut file: boussole::app::people::ParticipantFile| {
        file.history.clear();
        file
    };
    let actions: Vec<&str> = again.history.iter().map(|line| line.action.as_str()).collect();
    assert!(actions.contains(&"participant.merge") && actions.contains(&"participant.undo_merge"), "{actions:?}");
    assert_eq!(without_history(again), without_history(before));
    assert_eq!(without_history(apart), without_history(other));
    let twice = house.app.undo_merge(house.counsellor, merge);
    assert!(matches!(twice, Err(AppError::NotFound)));
}

#[test]
fn what_was_changed_since_a_merge_stays_when_it_is_undone() {
    let mut house = House::new();
    let (kept, absorbed) = twice(&mut house);
    let merge = house.app.merge_participants(house.counsellor, (kept, absorbed), &[MergeColumn::Email]).unwrap();
    let wish = NewParticipant {
        phone: "06 00 00 00 01".to_owned(),
        email: "rachid@exemple.fr".to_owned(),
        ..person("Rachid", "El Amrani")
    };
    house.app.update_participant(house.counsellor, kept, &wish).unwrap();
    house.app.undo_merge(house.counsellor, merge).unwrap();
    let file = house.file(kept);
    assert_eq!((file.phone.as_str(), file.email), ("06 00 00 00 01", None));
    assert_eq!(found(&house, "06 00 00 00 01"), ["El Amrani"]);
}

#[test]
fn what_cannot_stand_together_is_refused_with_its_reason() {
    let mut house = House::new();
    let people = house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &crate::support::activity(WORKSHOP), None).unwrap();
    let day = house.app.session(house.counsellor, session).unwrap().slot.day;
    for id in &people[..2] {
        house.prescribe(*id, REFLECTION);
        house.app.make_code(house.counsellor, *id).unwrap();
    }
    let refused = house.app.merge_participants(house.counsellor, (people[0], people[1]), &[]);
    let Err(AppError::Refused(Refusal::Merge(bars))) = &refused else { panic!("{refused:?}") };
    let twice = |id: &str| MergeBar::SameActivity(crate::support::activity(id));
    let expected = [MergeBar::SameSession(day), MergeBar::TwoVisitsToday, twice(WORKSHOP), twice(REFLECTION)];
    assert_eq!(*bars, expected);
    let view = house.app.merge_view(house.counsellor, people[0], people[1]).unwrap();
    assert!(view.bars.unwrap().contains("même séance"));
    assert!(house.app.participant_file(house.counsellor, people[1]).is_ok(), "nothing was half merged");
}

#[test]
fn a_document_is_worth_something_until_its_last_day() {
    let mut house = House::new();
    let id = house.somebody();
    let proof = |criterion: &str, dated, until| NewProof { criterion: CriterionId(criterion.to_owned()), dated, until };
    house.app.record_proof(house.counsellor, id, &proof("rsa", born(2026, 9, 1), None)).unwrap();
    let refused = house.app.record_proof(house.counsellor, id, &proof("th", tuesday(), None));
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Proof(ProofRefusal::NoEnd)))));
    house.app.record_proof(house.counsellor, id, &proof("th", tuesday(), Some(born(2030, 1, 1)))).unwrap();
    let file = house.file(id);
    assert_eq!(file.proofs.iter().map(|proof| proof.is_sensitive).collect::<Vec<_>>(), [true, false]);
    assert_eq!(file.proofs[1].state, ProofState::EndsSoon { until: born(2026, 11, 30) });
    let ending = house.app.ending_proofs(house.counsellor).unwrap();
    assert_eq!(ending.len(), 1);
    // Another one of the same criterion takes its place.
    house.app.record_proof(house.counsellor, id, &proof("rsa", born(2026, 11, 20), None)).unwrap();
    assert_eq!(house.app.ending_proofs(house.counsellor).unwrap(), []);
    house.app.remove_proof(house.counsellor, house.file(id).proofs[0].id).unwrap();
    assert_eq!(house.file(id).proofs.len(), 2);
}

#[test]
fn what_touches_on_health_is_for_the_counsellor() {
    let mut house = House::new();
    let id = house.somebody();
    let wish = NewProof { criterion: CriterionId("th".to_owned()), dated: tuesday(), until: Some(born(2030, 1, 1)) };
    house.app.record_proof(house.counsellor, id, &wish).unwrap();
    let manager = house.app.add_staff(house.counsellor, "Hubert", "Woussen", Role::Manager).unwrap();
    let manager = house.app.log_in(manager).unwrap();
    let file = house.app.participant_file(manager, id).unwrap();
    assert_eq!((file.proofs.len(), file.hidden_proofs), (0, 1));
    assert!(file.criteria.iter().all(|criterion| criterion.id.0 != "th"));
}

#[test]
fn an_agreement_that_is_taken_back_keeps_its_history_and_its_words() {
    let mut house = House::new();
    let id = house.somebody();
    for decision in [ConsentDecision::Agreed, ConsentDecision::Refused] {
        house.app.record_consent(house.counsellor, id, ConsentSubject::SendSynthesis, decision).unwrap();
        house.set_time(tuesday(), 10, 0);
    }
    let consents = house.file(id).consents;
    let told: Vec<(ConsentDecision, bool)> =
        consents.iter().map(|consent| (consent.decision, consent.stands)).collect();
    assert_eq!(told, [(ConsentDecision::Agreed, false), (ConsentDecision::Refused, true)]);
    assert!(consents.iter().all(|consent| consent.text.as_ref().is_some_and(|text| text.contains("synthèse"))));
}
