//! Each referral is a path of its own: none hides another, whatever their dates, and each is worked on in its turn.

use boussole::app::network::NewPrescriber;
use boussole::app::people::{ImportWish, NewParticipant, NewReferral, Stage};
use boussole::app::{AppError, Refusal};
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::closing::ClosingReason;
use boussole::domain::id::{ParticipantId, PrescriberId, ReferralId};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject, PrescriberKind};
use boussole::domain::referral::ReferralRefusal;
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::stamp::{Availability, Half, HalfDay, Minutes, days_after};
use boussole::domain::telling::Channel;
use boussole::store::MergeBar;

use crate::support::{
    House, REFLECTION, WORKSHOP, activity, first_answer, full_text, interview, person, tuesday, wish,
};

fn nadege(house: &mut House) -> PrescriberId {
    let wish = NewPrescriber {
        first_name: "Nadège".to_owned(),
        last_name: "Œuvrard".to_owned(),
        kind: PrescriberKind::EmploymentAdviser,
        site: house.app.sites().unwrap()[0].id,
        email: "nadege@plie.example".to_owned(),
        phone: String::new(),
    };
    house.app.record_prescriber(house.counsellor, &wish).unwrap()
}

/// Records a second referral, one minute later.
fn again(house: &mut House, person: ParticipantId, by: PrescriberId) -> ReferralId {
    let now = house.app.now().plus_millis(60_000);
    house.app.set_time(now);
    let day = house.app.day();
    house.app.record_referral(house.counsellor, person, by, day, "Et maintenant ?").unwrap()
}

/// The referrals of a file with their stages, the one on hand first.
fn chapters(house: &House, person: ParticipantId) -> Vec<(String, Stage)> {
    let chapters = house.file(person).chapters;
    chapters.into_iter().map(|chapter| (chapter.referral.question, chapter.stage)).collect()
}

/// Goes with somebody from the first step to the copy that the prescriber has.
fn deliver(house: &mut House, somebody: ParticipantId) {
    house.prescribe(somebody, "fatigue-travail");
    house.sit("Poste 1", somebody, first_answer);
    let synthesis = house.app.begin_synthesis(house.counsellor, somebody).unwrap();
    house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(house.counsellor, synthesis).unwrap();
    restitute(house, somebody);
    house.sign(synthesis);
    let agreed = (ConsentSubject::SendSynthesis, ConsentDecision::Agreed);
    house.app.record_consent(house.counsellor, somebody, agreed.0, agreed.1).unwrap();
    house.deliver(synthesis).unwrap();
}

fn restitute(house: &mut House, somebody: ParticipantId) {
    let what = boussole::app::appointments::AppointmentFor::Restitution(somebody);
    let with = house.counsellor.staff();
    let kind = (AppointmentKind::Restitution, Minutes(60));
    let slot = house.app.free_slots_with(house.counsellor, with, somebody, kind, None).unwrap()[0];
    let appointment = house.app.book(house.counsellor, what, slot, with, None).unwrap();
    house.set_time(slot.day, 18, 0);
    house.app.keep_appointment(house.counsellor, appointment).unwrap();
}

fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> Refusal {
    match result {
        Err(AppError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_older_referral_that_is_imported_later_waits_for_its_interview() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    deliver(&mut house, amina);
    nadege(&mut house);
    let path = house.folder.path().join("orientations.csv");
    let text = "Nom;Prénom;Né le;Référent;Orienté le;Question\n\
                Dubois;Amina;03/04/1988;Nadège Œuvrard;02/11/2026;Quelle formation ?\n";
    std::fs::write(&path, text).unwrap();
    let wish = ImportWish { path: path.display().to_string(), ..ImportWish::default() };
    let view = house.app.import_view(house.counsellor, &wish).unwrap();
    house.app.import_participants(house.counsellor, &wish, &view.fingerprint).unwrap();
    let expected = [("Quelle formation ?".to_owned(), Stage::Referred), ("Quel métier ?".to_owned(), Stage::Delivered)];
    assert_eq!(chapters(&house, amina), expected);
    assert_eq!(house.file(amina).stage, Stage::Referred);
    let today = house.app.today(house.counsellor).unwrap();
    assert_eq!(today.to_interview[0].prescriber, "Nadège Œuvrard");
}

#[test]
fn a_referral_after_a_delivered_synthesis_begins_a_second_path_to_its_own_synthesis() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    deliver(&mut house, amina);
    let first = house.file(amina).synthesis.unwrap().id;
    let prescriber = house.prescriber;
    let second = again(&mut house, amina, prescriber);
    house.next_day(9);
    let day = house.app.day();
    let wish = boussole::app::interview::NewInterview { day, ..interview(ProjectState::ToConfirm) };
    house.app.record_interview(house.counsellor, second, &wish).unwrap();
    house.prescribe(amina, "lire-compter");
    house.sit("Poste 1", amina, first_answer);
    let synthesis = house.app.begin_synthesis(house.counsellor, amina).unwrap();
    assert_ne!(synthesis, first);
    house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(house.counsellor, synthesis).unwrap();
    assert!(house.try_to_sign(synthesis).is_err(), "the restitution of the first path is not that of the second");
    restitute(&mut house, amina);
    house.sign(synthesis);
    house.deliver(synthesis).unwrap();
    let stages: Vec<Stage> = chapters(&house, amina).into_iter().map(|(_, stage)| stage).collect();
    assert_eq!(stages, [Stage::Delivered, Stage::Delivered]);
    assert_eq!(house.app.syntheses(house.counsellor).unwrap().len(), 2);
}

#[test]
fn two_open_referrals_wait_each_on_its_line_and_both_prescribers_see_theirs() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    let nadege = nadege(&mut house);
    again(&mut house, amina, nadege);
    let today = house.app.today(house.counsellor).unwrap();
    let who = |files: &[boussole::app::today::WaitingFile]| {
        files.iter().map(|file| file.prescriber.clone()).collect::<Vec<_>>()
    };
    assert_eq!(who(&today.to_interview), ["Nadège Œuvrard"]);
    assert_eq!(who(&today.to_prescribe), ["Paul Lefebvre"]);
    let pending = |prescriber| {
        let mail = house.app.prescriber_mail(house.counsellor, prescriber).unwrap();
        mail.pending.into_iter().map(|one| one.stage).collect::<Vec<_>>()
    };
    assert_eq!(pending(house.prescriber), [Stage::Interviewed]);
    assert_eq!(pending(nadege), [Stage::Referred]);
    let row = house.app.search_participants(house.counsellor, "dubois", 9).unwrap()[0].clone();
    assert_eq!((row.prescriber.as_deref(), row.others), (Some("Nadège Œuvrard"), 1));
    for prescriber in [house.prescriber, nadege] {
        let query = boussole::app::people::PeopleQuery { prescriber: Some(prescriber), ..Default::default() };
        assert_eq!(house.app.list_participants(house.counsellor, &query, 9).unwrap().len(), 1);
    }
}

#[test]
fn the_steps_of_a_path_stay_at_the_station_while_another_is_on_hand() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    house.prescribe(amina, "fatigue-travail");
    let nadege = nadege(&mut house);
    again(&mut house, amina, nadege);
    assert_eq!(house.file(amina).stage, Stage::Referred);
    let code = house.code(amina);
    assert_eq!(house.enter("Poste 1", &code).left.len(), 1);
}

#[test]
fn a_path_that_waits_behind_is_taken_in_hand_again() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    house.prescribe(amina, "fatigue-travail");
    let first = house.file(amina).referral.unwrap().id;
    let nadege = nadege(&mut house);
    again(&mut house, amina, nadege);
    let later = house.app.now().plus_millis(60_000);
    house.app.set_time(later);
    house.app.take_in_hand(house.counsellor, first).unwrap();
    let file = house.file(amina);
    assert_eq!((file.referral.unwrap().id, file.roadmap.unwrap().steps.len()), (first, 1));
    let closing = (ClosingReason::Other, "Elle déménage");
    house.app.close_path(house.counsellor, first, closing).unwrap();
    assert_eq!(house.file(amina).stage, Stage::Referred, "the other path comes to hand");
    let refused = refusal(house.app.take_in_hand(house.counsellor, first));
    assert_eq!(refused, Refusal::Referral(ReferralRefusal::Over));
}

#[test]
fn a_path_that_is_closed_early_leaves_the_place_to_the_next_referral() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    let first = house.file(amina).referral.unwrap().id;
    house.app.close_path(house.counsellor, first, (ClosingReason::StoppedComing, "Sans nouvelles")).unwrap();
    assert_eq!(house.file(amina).stage, Stage::Closed);
    let nadege = nadege(&mut house);
    again(&mut house, amina, nadege);
    let expected = [("Et maintenant ?".to_owned(), Stage::Referred), ("Quel métier ?".to_owned(), Stage::Closed)];
    assert_eq!(chapters(&house, amina), expected);
    house.app.reopen_path(house.counsellor, first).unwrap();
    assert_eq!(house.app.today(house.counsellor).unwrap().to_prescribe.len(), 1);
}

#[test]
fn two_files_with_an_open_path_each_become_one_file_with_both() {
    let mut house = House::new();
    let kept = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    house.prescribe(kept, REFLECTION);
    let wish = NewParticipant::named("Amina", "Duboi", person("", "").birth_date);
    let absorbed = house.welcome(&wish, ProjectState::ToConfirm);
    let step = house.prescribe(absorbed, WORKSHOP);
    let merge = house.app.merge_participants(house.counsellor, (kept, absorbed), &[]).unwrap();
    let stages: Vec<Stage> = chapters(&house, kept).into_iter().map(|(_, stage)| stage).collect();
    assert_eq!(stages, [Stage::Underway { finished: 0, total: 1 }; 2]);
    assert_eq!(house.pool(WORKSHOP).waiting[0].participant, kept);
    house.app.undo_merge(house.counsellor, merge).unwrap();
    assert_eq!(house.file(absorbed).roadmap.unwrap().steps[0].id, step);
    assert_eq!(chapters(&house, kept).len(), 1);
}

#[test]
fn nobody_waits_twice_for_one_workshop() {
    let mut house = House::new();
    let kept = house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm);
    house.prescribe(kept, WORKSHOP);
    let absorbed = house.somebody();
    house.prescribe(absorbed, WORKSHOP);
    let refused = refusal(house.app.merge_participants(house.counsellor, (kept, absorbed), &[]));
    assert_eq!(refused, Refusal::Merge(vec![MergeBar::SameActivity(activity(WORKSHOP))]));
    let nadege = nadege(&mut house);
    let second = again(&mut house, kept, nadege);
    house.app.record_interview(house.counsellor, second, &interview(ProjectState::ToConfirm)).unwrap();
    let roadmap = house.roadmap(kept);
    let refused = refusal(house.app.prescribe(house.counsellor, roadmap, &activity(WORKSHOP), &wish()));
    assert_eq!(refused, Refusal::Roadmap(RoadmapRefusal::OnAnotherPath));
}

#[test]
fn a_referral_is_corrected_until_its_interview_is_recorded() {
    let mut house = House::new();
    let amina = house.another(&person("Amina", "Dubois"));
    let id = house.app.record_referral(house.counsellor, amina, house.prescriber, tuesday(), "Quel metier").unwrap();
    let nadege = nadege(&mut house);
    house.app.add_co_prescriber(house.counsellor, id, nadege).unwrap();
    let correct = NewReferral {
        prescriber: nadege,
        received: tuesday() - chrono::Days::new(3),
        question: " Quel métier ? ".to_owned(),
    };
    house.app.correct_referral(house.counsellor, id, &correct).unwrap();
    let referral = house.file(amina).referral.unwrap();
    assert_eq!((referral.question.as_str(), referral.prescriber.id), ("Quel métier ?", nadege));
    assert_eq!(referral.received, correct.received);
    let tomorrow = NewReferral { received: days_after(tuesday(), 1), ..correct.clone() };
    let refused = refusal(house.app.correct_referral(house.counsellor, id, &tomorrow));
    assert_eq!(refused, Refusal::Referral(ReferralRefusal::InTheFuture));
    house.app.record_interview(house.counsellor, id, &interview(ProjectState::Idea)).unwrap();
    let refused = refusal(house.app.correct_referral(house.counsellor, id, &correct));
    assert_eq!(refused, Refusal::Referral(ReferralRefusal::AlreadyInterviewed));
    assert!(house.file(amina).history.iter().any(|line| line.action == "referral.correct"));
}

#[test]
fn a_question_that_the_file_lacked_waits_until_it_is_completed() {
    let mut house = House::new();
    let path = house.folder.path().join("orientations.csv");
    std::fs::write(&path, "Nom;Prénom;Né le;Référent\nDubois;Amina;03/04/1988;Paul Lefebvre\n").unwrap();
    let wish = ImportWish { path: path.display().to_string(), ..ImportWish::default() };
    let view = house.app.import_view(house.counsellor, &wish).unwrap();
    house.app.import_participants(house.counsellor, &wish, &view.fingerprint).unwrap();
    let waits = |house: &House| house.app.today(house.counsellor).unwrap().to_complete.len();
    assert_eq!(waits(&house), 1);
    let amina = house.app.search_participants(house.counsellor, "dubois", 9).unwrap()[0].id;
    let referral = house.file(amina).referral.unwrap();
    assert!(referral.is_to_ask);
    let (prescriber, received) = (house.prescriber, referral.received);
    let said = |question: &str| NewReferral { prescriber, received, question: question.to_owned() };
    house.app.correct_referral(house.counsellor, referral.id, &said(&referral.question)).unwrap();
    assert_eq!(waits(&house), 1, "the same words still ask for a question");
    house.app.correct_referral(house.counsellor, referral.id, &said("Quel métier ?")).unwrap();
    assert_eq!(waits(&house), 0);
    assert!(!house.file(amina).referral.unwrap().is_to_ask);
}

#[test]
fn who_was_never_asked_for_half_days_is_not_who_can_always_come() {
    let mut house = House::new();
    let somebody = house.somebody();
    assert!(!house.file(somebody).half_days_asked);
    house.prescribe(somebody, WORKSHOP);
    assert!(!house.pool(WORKSHOP).waiting[0].half_days_asked);
    house.app.set_half_days(house.counsellor, somebody, Availability::always()).unwrap();
    assert!(house.file(somebody).half_days_asked);
    assert!(house.pool(WORKSHOP).waiting[0].half_days_asked);
    let tuesdays = Availability::of([HalfDay { weekday: chrono::Weekday::Tue, half: Half::Morning }]);
    assert!(house.somebody_free(tuesdays) != somebody && house.file(house_last(&house)).half_days_asked);
}

/// The person recorded last.
fn house_last(house: &House) -> ParticipantId {
    house.app.search_participants(house.counsellor, "personne", 99).unwrap().last().unwrap().id
}

#[test]
fn a_letter_says_where_it_goes_or_that_the_address_is_to_be_asked() {
    let mut house = House::new();
    let residence = house.app.find_communes("grande synthe")[0].residence.clone();
    let wish = NewParticipant { address: " 12  rue du Port ".to_owned(), residence, ..person("Amina", "Dubois") };
    let amina = house.welcome(&wish, ProjectState::ToConfirm);
    let zoe = house.welcome(&NewParticipant::named("Zoé", "Leroy", wish.birth_date), ProjectState::ToConfirm);
    assert_eq!(house.file(amina).address, "12 rue du Port");
    for somebody in [amina, zoe] {
        let what = boussole::app::appointments::AppointmentFor::Diagnostic(somebody);
        let with = house.counsellor.staff();
        let kind = (AppointmentKind::Diagnostic, Minutes(60));
        let slot = house.app.free_slots_with(house.counsellor, with, somebody, kind, None).unwrap()[0];
        house.app.book(house.counsellor, what, slot, with, None).unwrap();
    }
    let news = house.app.people_to_tell(house.counsellor).unwrap();
    let of = |id| news.iter().find(|one| one.participant == id).unwrap();
    assert_eq!(of(amina).channel, Channel::Letter);
    assert_eq!(of(amina).address, ["12 rue du Port", "59760 Grande-Synthe"]);
    assert_eq!(of(zoe).address, Vec::<String>::new());
}
