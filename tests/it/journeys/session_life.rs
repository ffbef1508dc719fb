//! The life of a session: dates offered, people told, the look two days before, papers that come back signed; and the same of
//! an appointment.

use boussole::app::appointments::AppointmentFor;
use boussole::app::planning::SessionView;
use boussole::app::session_life::{Merged, Undo};
use boussole::app::sheets::{Newcomer, SheetProof, Signer};
use boussole::app::telling::TellView;
use boussole::app::{AppError, Refusal};
use boussole::domain::agenda::Holder;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::calendar::{Calendar, Days};
use boussole::domain::id::{ParticipantId, SessionId};
use boussole::domain::person::Personal;
use boussole::domain::roadmap::Outcome;
use boussole::domain::session_life::{LifeRefusal, OfferAnswer, Phase, SheetKind, Todo, Withdrawal};
use boussole::domain::stamp::{Half, Minutes, TimeSlot, days_after};
use boussole::domain::telling::{Channel, News};
use boussole::domain::workshop::{Attendance, SessionKind, SessionRefusal, SessionState};
use boussole::i18n::{Explain, terms};
use chrono::{NaiveDate, NaiveTime};

use crate::support::{House, WORKSHOP, activity, person, tuesday};
use boussole::app::planning::NewSession;
use boussole::domain::interview::ProjectState;

fn slot(day: NaiveDate, hour: u32, minutes: u32) -> TimeSlot {
    TimeSlot { day, start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), minutes: Minutes(minutes) }
}

/// Opens a session for the first six who wait, so many days after today.
fn open(house: &mut House, in_days: u64) -> SessionView {
    let steps = house.pool(WORKSHOP).waiting.iter().take(6).map(|person| person.step).collect();
    let day = Calendar::default().open_day_from(days_after(house.app.day(), in_days));
    let slot = slot(day, 9, 120);
    let (workshop, kind) = (activity(WORKSHOP), SessionKind::OnDemand);
    let wish = NewSession { workshop, kind, slot, room: None, facilitator: None, steps };
    let id = house.app.open_session(house.counsellor, &wish, None).unwrap();
    view(house, id)
}

fn view(house: &House, session: SessionId) -> SessionView {
    house.app.session(house.counsellor, session).unwrap()
}

fn to_tell(house: &House) -> Vec<TellView> {
    house.app.people_to_tell(house.facilitator).unwrap()
}

fn phase(house: &House, session: SessionId) -> Phase {
    house.app.session_life(house.counsellor, session).unwrap().phase
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> LifeRefusal {
    match result {
        Err(AppError::Refused(Refusal::Life(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn session_refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> SessionRefusal {
    match result {
        Err(AppError::Refused(Refusal::Session(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

/// The strokes of a quick signature.
fn strokes() -> Vec<Vec<(u16, u16)>> {
    vec![vec![(100, 100), (300, 250), (500, 90)], vec![(700, 60)]]
}

fn plain(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2019}', "'")
}

#[test]
fn three_sessions_are_offered_and_the_one_that_is_chosen_gives_its_seat() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(18, WORKSHOP);
    let sessions = [open(&mut house, 7), open(&mut house, 9), open(&mut house, 13)];
    let somebody = house.people_waiting(1, WORKSHOP)[0];
    let choice = house.app.offer_choices(house.facilitator, &activity(WORKSHOP)).unwrap().remove(0);
    assert_eq!(choice.person.participant, somebody);
    let ids: Vec<SessionId> = choice.sessions.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, sessions.each_ref().map(|session| session.id));
    assert_eq!(refused(house.app.offer_sessions(desk, choice.person.step, &[])), LifeRefusal::OfferCount);
    house.app.offer_sessions(desk, choice.person.step, &ids).unwrap();

    let offer = to_tell(&house).into_iter().find(|one| one.what == News::Offer).unwrap();
    assert_eq!((offer.participant, offer.choices.len()), (somebody, 3));
    house.app.record_told(desk, offer.about, News::Offer, &[(somebody, Channel::Sms)]).unwrap();
    assert!(to_tell(&house).iter().all(|one| one.what != News::Offer));

    // An offer holds no place and is no seat.
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);
    let life = house.app.session_life(desk, sessions[1].id).unwrap();
    assert_eq!((life.session.seats.len(), life.offers.len()), (6, 1));
    let offer = life.offers[0].of_session(sessions[1].id).unwrap();
    assert_eq!(life.offers[0].dates.len(), 3, "all the dates of one person together");
    house.app.answer_offer(house.facilitator, offer, OfferAnswer::Taken).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    assert_eq!(view(&house, sessions[1].id).seats.len(), 7);
    for session in &sessions {
        assert_eq!(house.app.session_life(desk, session.id).unwrap().offers, []);
    }
    assert_eq!(refused(house.app.answer_offer(desk, offer, OfferAnswer::Taken)), LifeRefusal::OfferGone);
}

#[test]
fn a_date_is_offered_while_there_is_time_to_answer_and_to_join() {
    let mut house = House::new();
    house.people_waiting(12, WORKSHOP);
    // Tuesday 1 and Thursday 3 December 2026.
    let sessions = [open(&mut house, 7), open(&mut house, 9)].map(|session| session.id);
    house.people_waiting(1, WORKSHOP);
    let offered = |house: &House| {
        let choice = house.app.offer_choices(house.counsellor, &activity(WORKSHOP)).unwrap().remove(0);
        choice.sessions.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    // Three days to answer, and two to join.
    house.set_time(days_after(tuesday(), 2), 9, 0);
    assert_eq!(offered(&house), sessions);
    house.set_time(days_after(tuesday(), 3), 9, 0);
    assert_eq!(offered(&house), sessions[1..]);
}

#[test]
fn none_of_the_dates_suits_and_the_person_waits_on() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let sessions = [open(&mut house, 7), open(&mut house, 9)].map(|session| session.id);
    let somebody = house.people_waiting(1, WORKSHOP)[0];
    let step = house.pool(WORKSHOP).waiting[0].step;
    house.app.offer_sessions(desk, step, &sessions).unwrap();
    let offers = [house.pool(WORKSHOP).offers, house.file(somebody).offers, house.app.today(desk).unwrap().offers];
    assert!(offers.iter().all(|found| found.len() == 1 && found[0].dates.len() == 2), "{offers:?}");
    house.app.decline_offers(house.facilitator, step).unwrap();
    let pool = house.pool(WORKSHOP);
    assert_eq!((pool.offers.len(), pool.waiting.len(), pool.waiting[0].since), (0, 1, tuesday()));
    assert_eq!(refused(house.app.decline_offers(desk, step)), LifeRefusal::OfferGone);
    assert!(to_tell(&house).iter().all(|one| one.what != News::Offer));
}

#[test]
fn a_telling_noted_by_mistake_is_taken_back_and_told_again() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (first, second) = (open(&mut house, 7), open(&mut house, 9));
    house.app.convene(desk, first.id).unwrap();
    house.app.convene(desk, second.id).unwrap();
    let told = |house: &House, session| house.app.session_life(desk, session).unwrap().told;
    let (one, other) = (told(&house, first.id)[0].clone(), told(&house, second.id)[0].clone());
    assert_eq!(refused(house.app.undo_told(desk, &[])), LifeRefusal::NothingToTell);
    assert_eq!(refused(house.app.undo_told(desk, &[one.id, other.id])), LifeRefusal::NothingToTell);
    assert_eq!(told(&house, first.id).len(), 6, "half of it is not done");
    house.app.undo_told(house.facilitator, &[one.id]).unwrap();
    let news = to_tell(&house);
    assert_eq!((news.len(), news[0].participant, news[0].what), (1, one.participant, News::Invitation));
    assert!(matches!(house.app.undo_told(desk, &[one.id]), Err(AppError::NotFound)));
    let history = house.app.session_life(desk, first.id).unwrap().history;
    assert_eq!(history[0].action, "told.undo");
}

#[test]
fn a_session_tells_its_history_with_what_takes_each_act_back() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    let minute = |house: &mut House, minute| house.set_time(tuesday(), 9, minute);
    minute(&mut house, 1);
    house.app.convene(desk, session.id).unwrap();
    minute(&mut house, 2);
    house.app.withdraw(desk, session.seats[0].id, &Withdrawal::ByPerson).unwrap();
    let lines = |house: &House| house.app.session_life(desk, session.id).unwrap().history;
    let acts: Vec<(String, Vec<String>)> = lines(&house).into_iter().map(|line| (line.action, line.who)).collect();
    let name = session.seats[0].name.clone();
    let expected = [("seat.withdraw", vec![name]), ("session.convene", Vec::new()), ("session.open", Vec::new())];
    assert_eq!(acts, expected.map(|(action, who)| (action.to_owned(), who)));
    let undo = |house: &House| lines(house).into_iter().map(|line| line.undo).collect::<Vec<_>>();
    assert_eq!(undo(&house)[0], Some(Undo::Withdrawal(session.seats[0].id)));
    assert!(matches!(&undo(&house)[1], Some(Undo::Told(told)) if told.len() == 6));
    assert_eq!(undo(&house)[2], None);
    minute(&mut house, 3);
    house.app.undo_withdraw(desk, session.seats[0].id).unwrap();
    assert_eq!(undo(&house)[..2], [None, None], "what was taken back is not taken back twice");
    minute(&mut house, 4);
    house.app.cancel_session(desk, session.id, "Panne").unwrap();
    assert_eq!(undo(&house)[0], Some(Undo::Cancel));
    house.set_time(tuesday(), 9, 5);
    house.app.undo_cancel(desk, session.id).unwrap();
    assert_eq!(undo(&house)[..2], [None, None]);
    house.set_time(session.slot.day, 12, 0);
    let marks: Vec<_> = session.seats.iter().map(|seat| (seat.id, Attendance::Present)).collect();
    house.app.take_attendances(desk, session.id, &marks).unwrap();
    house.app.close_session(desk, session.id).unwrap();
    assert_eq!(undo(&house)[0], Some(Undo::Close));
    let seats = house.file(session.seats[0].participant).seats;
    assert_eq!((seats.len(), seats[0].attendance, seats[0].may_have_again), (1, Some(Attendance::Present), false));
}

#[test]
fn who_does_not_answer_in_three_days_gets_a_seat() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 13);
    house.people_waiting(2, WORKSHOP);
    for person in house.pool(WORKSHOP).waiting {
        house.app.offer_sessions(desk, person.step, &[session.id]).unwrap();
    }
    assert_eq!(house.app.seat_unanswered(desk, session.id).unwrap(), 0);
    house.set_time(days_after(tuesday(), 3), 9, 0);
    let life = house.app.session_life(desk, session.id).unwrap();
    assert_eq!(life.tasks[0].what, Todo::SeatUnanswered { people: 2 });
    assert_eq!(house.app.seat_unanswered(desk, session.id).unwrap(), 2);
    assert_eq!(view(&house, session.id).seats.len(), 8);
    assert_eq!(house.pool(WORKSHOP).waiting, []);
}

#[test]
fn a_person_who_chooses_another_date_gives_the_first_seat_back() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (first, second) = (open(&mut house, 7), open(&mut house, 9));
    let seat = &first.seats[0];
    house.app.offer_sessions(desk, seat.step, &[second.id]).unwrap();
    let offer = house.app.session_life(desk, second.id).unwrap().offers.remove(0);
    let offer = offer.of_session(second.id).unwrap();
    house.app.answer_offer(desk, offer, OfferAnswer::Taken).unwrap();
    let (first, second) = (view(&house, first.id), view(&house, second.id));
    assert_eq!((first.seats.len(), first.given_back.len(), second.seats.len()), (5, 1, 7));
    assert_eq!(first.given_back[0].participant, seat.participant);
}

#[test]
fn a_seat_given_back_is_free_again_and_its_demand_keeps_its_age() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let session = house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    house.next_day(9);
    let late = house.people_waiting(1, WORKSHOP)[0];
    let full = view(&house, session);
    assert_eq!(full.seats.len(), 12);
    let waiting = house.pool(WORKSHOP).waiting;
    assert!(matches!(
        session_refused(house.app.seat(desk, session, &[waiting[0].step])),
        SessionRefusal::TooManyPeople { have: 13, most: 12 }
    ));

    let gone = full.seats[3].clone();
    house.app.withdraw(house.facilitator, gone.id, &Withdrawal::ByPerson).unwrap();
    let pool = house.pool(WORKSHOP).waiting;
    assert_eq!((pool[0].participant, pool[0].since), (gone.participant, tuesday()), "before who came later");
    house.app.seat(desk, session, &[waiting[0].step]).unwrap();
    assert!(view(&house, session).seats.iter().any(|seat| seat.participant == late));
    // The place is taken: the seat cannot be had again, until there is one.
    assert!(matches!(
        session_refused(house.app.undo_withdraw(desk, gone.id)),
        SessionRefusal::TooManyPeople { have: 13, most: 12 }
    ));
    let other = view(&house, session).seats[0].clone();
    house.app.withdraw(desk, other.id, &Withdrawal::ByPerson).unwrap();
    house.app.undo_withdraw(desk, gone.id).unwrap();
    assert_eq!(refused(house.app.undo_withdraw(desk, gone.id)), LifeRefusal::NotGivenBack);
    assert_eq!(view(&house, session).seats.len(), 12);
}

#[test]
fn a_seat_is_given_back_by_its_person_or_taken_back_with_a_reason_and_each_is_told_apart() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    house.app.convene(desk, session.id).unwrap();
    let service = |reason: &str| Withdrawal::ByService { reason: reason.to_owned() };
    let by_facilitator = house.app.withdraw(house.facilitator, session.seats[0].id, &service("Trop de monde"));
    assert!(matches!(by_facilitator, Err(AppError::Forbidden)));
    assert_eq!(session_refused(house.app.withdraw(desk, session.seats[0].id, &service(" "))), SessionRefusal::NoReason);
    house.app.withdraw(desk, session.seats[0].id, &service("Trop de monde")).unwrap();
    house.app.withdraw(desk, session.seats[1].id, &Withdrawal::ByPerson).unwrap();
    let news = to_tell(&house);
    assert_eq!(news.len(), 1, "who gave the seat back knows");
    assert_eq!((news[0].participant, news[0].what), (session.seats[0].participant, News::ParticipationCancelled));
    assert!(news[0].knew);
    assert_eq!(
        terms::news(news[0].what, news[0].about).replace('\u{A0}', " "),
        "Votre participation est annulée (la séance a lieu)"
    );
    assert!(plain(&news[0].text).contains("votre participation"), "{}", news[0].text);
    assert!(plain(&news[0].text).contains("La séance a lieu sans vous."), "{}", news[0].text);
}

#[test]
fn everybody_is_told_once_and_again_after_a_move() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    assert_eq!(phase(&house, session.id), Phase::Opened);
    let told = house.app.convene(desk, session.id).unwrap();
    assert_eq!(told.len(), 6);
    assert!(told.iter().all(|one| one.what == News::Invitation && one.channel == Channel::Letter));
    assert_eq!(refused(house.app.convene(desk, session.id)), LifeRefusal::NothingToTell);
    assert_eq!(phase(&house, session.id), Phase::Convened);
    assert_eq!(to_tell(&house), []);

    let later = slot(days_after(tuesday(), 10), 9, 120);
    let room = session.room.clone();
    let leader = house.facilitator.staff();
    house.next_day(9);
    house.app.move_session(desk, session.id, (later, &room, leader), None).unwrap();
    let news = to_tell(&house);
    assert_eq!(news.len(), 6);
    assert!(news.iter().all(|one| one.what == News::Moved && one.slot == later && one.knew));
    house.app.convene(desk, session.id).unwrap();
    assert_eq!(to_tell(&house), []);
    // Two open days before, those who were told are reminded, once.
    house.set_time(days_after(tuesday(), 8), 9, 0);
    let reminders = to_tell(&house);
    assert!(reminders.len() == 6 && reminders.iter().all(|one| one.what == News::Reminder), "{reminders:?}");
    let people: Vec<_> = reminders.iter().map(|one| (one.participant, one.channel)).collect();
    house.app.record_told(house.facilitator, Holder::Session(session.id), News::Reminder, &people).unwrap();
    assert_eq!(to_tell(&house), []);
    let life = house.app.session_life(desk, session.id).unwrap();
    assert_eq!(life.told.len(), 18);
    let stranger = house.somebody();
    let wrong = house.app.record_told(desk, Holder::Session(session.id), News::Moved, &[(stranger, Channel::Sms)]);
    assert_eq!(refused(wrong), LifeRefusal::NothingToTell);
}

#[test]
fn a_person_is_told_by_the_channel_that_they_chose_when_it_is_possible() {
    let mut house = House::new();
    let wish =
        boussole::app::people::NewParticipant { phone: "06 12 34 56 78".to_owned(), ..person("Amina", "Dubois") };
    let amina = house.welcome(&wish, ProjectState::ToConfirm);
    house.prescribe(amina, WORKSHOP);
    house.people_waiting(5, WORKSHOP);
    open(&mut house, 9);
    let channel = |house: &House| to_tell(house).into_iter().find(|one| one.participant == amina).unwrap().channel;
    assert_eq!(channel(&house), Channel::Sms);
    house.app.set_channel(house.facilitator, amina, Some(Channel::Phone)).unwrap();
    assert_eq!(channel(&house), Channel::Phone);
    house.app.set_channel(house.facilitator, amina, Some(Channel::Email)).unwrap();
    assert_eq!(channel(&house), Channel::Sms, "no address is known");
}

#[test]
fn two_days_before_a_small_session_offers_three_choices() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    // Thursday 3 December and Monday 7 December 2026.
    let (small, other) = (open(&mut house, 9), open(&mut house, 13));
    house.app.convene(desk, small.id).unwrap();
    house.people_waiting(2, WORKSHOP);
    house.set_time(days_after(tuesday(), 7), 9, 0);
    assert_eq!(phase(&house, small.id), Phase::ToCheck);
    let check = house.app.check_session(house.facilitator, small.id).unwrap();
    assert!(check.is_at_risk);
    assert_eq!((check.forecast.enrolled, check.missing), (6, 2), "eight to be six");
    assert_eq!(plain(&terms::forecast(&check.forecast)), "6 inscrits : 38 % de chances d'être 6 le jour J.");
    assert_eq!(check.callable.len(), 2);
    assert_eq!((check.callable[0].since, check.callable[0].wait_days), (tuesday(), 7));
    assert_eq!((check.merges.len(), check.merges[0].session, check.merges[0].can_move), (1, other.id, 6));
    assert_eq!(check.if_cancelled.len(), 6);

    // Called, two join: the session is likely enough.
    let steps: Vec<_> = check.callable.iter().map(|person| person.step).collect();
    house.app.seat(desk, small.id, &steps).unwrap();
    assert!(!house.app.check_session(desk, small.id).unwrap().is_at_risk);
    house.app.convene(desk, small.id).unwrap();
    let reminders: Vec<_> = to_tell(&house)
        .into_iter()
        .filter(|one| one.what == News::Reminder)
        .map(|one| (one.participant, one.channel))
        .collect();
    house.app.record_told(desk, Holder::Session(small.id), News::Reminder, &reminders).unwrap();
    assert_eq!(phase(&house, small.id), Phase::Ready);
}

#[test]
fn a_session_that_somebody_holds_all_the_same_is_asked_about_again_when_a_seat_changes() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    house.set_time(days_after(tuesday(), 7), 9, 0);
    assert_eq!(phase(&house, session.id), Phase::ToCheck);
    house.set_time(days_after(tuesday(), 7), 9, 5);
    house.app.confirm_session(desk, session.id).unwrap();
    assert_ne!(phase(&house, session.id), Phase::ToCheck);
    house.set_time(days_after(tuesday(), 7), 9, 10);
    house.app.withdraw(desk, session.seats[0].id, &Withdrawal::ByPerson).unwrap();
    assert_eq!(phase(&house, session.id), Phase::ToCheck);
}

#[test]
fn merging_moves_who_can_come_returns_the_others_and_says_so_in_one_message() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (from, into) = (open(&mut house, 9), open(&mut house, 13));
    house.app.convene(desk, from.id).unwrap();
    house.app.convene(desk, into.id).unwrap();
    // One of them is away on the other day.
    let away = Days { from: into.slot.day, until: into.slot.day };
    house.app.record_participant_absence(desk, from.seats[5].participant, away).unwrap();
    house.next_day(9);
    assert_eq!(refused(house.app.merge_sessions(desk, from.id, from.id)), LifeRefusal::NotAlike);
    let merged = house.app.merge_sessions(desk, from.id, into.id).unwrap();
    assert_eq!(merged, Merged { moved: 5, returned: 1 });
    assert_eq!(view(&house, into.id).seats.len(), 11);
    let SessionState::Cancelled { reason, .. } = view(&house, from.id).state else { panic!() };
    assert!(reason.starts_with("Regroupée avec la séance du lundi 7 décembre 2026"), "{reason}");
    let waiting = house.pool(WORKSHOP).waiting;
    assert_eq!((waiting.len(), waiting[0].participant), (1, from.seats[5].participant));
    assert_eq!(waiting[0].since, tuesday());

    let news = to_tell(&house);
    assert_eq!(news.len(), 6, "one message a person: {news:?}");
    let moved: Vec<_> = news.iter().filter(|one| one.what == News::Moved).collect();
    assert_eq!(moved.len(), 5);
    assert!(moved.iter().all(|one| one.instead_of == Some(from.slot) && one.slot == into.slot));
    assert!(news.iter().any(|one| one.what == News::Cancelled && one.participant == waiting[0].participant));
    let people: Vec<_> = moved.iter().map(|one| (one.participant, one.channel)).collect();
    house.app.record_told(desk, Holder::Session(into.id), News::Moved, &people).unwrap();
    assert_eq!(to_tell(&house).len(), 1);
    // The people sit elsewhere: the cancellation cannot be taken back.
    assert!(matches!(refused(house.app.undo_cancel(desk, from.id)), LifeRefusal::SeatedElsewhere { .. }));
}

#[test]
fn a_cancellation_lists_who_is_to_be_told_and_can_be_taken_back_while_everything_is_free() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    house.app.convene(desk, session.id).unwrap();
    house.next_day(9);
    house.app.withdraw(desk, session.seats[5].id, &Withdrawal::ByPerson).unwrap();
    house.app.cancel_session(desk, session.id, "Animateur malade").unwrap();
    let life = house.app.session_life(desk, session.id).unwrap();
    assert_eq!(life.phase, Phase::Cancelled);
    assert_eq!(life.tasks[0].what, Todo::TellCancelled { people: 5 });
    assert_eq!(life.to_tell.len(), 5);
    assert!(life.to_tell.iter().all(|one| one.what == News::Cancelled && one.knew));
    assert_eq!(terms::news(News::Cancelled, Holder::Session(session.id)), "Séance annulée");
    assert_eq!(life.returned.len(), 6);
    assert!(life.returned.iter().all(|person| person.since == tuesday()));
    let told: Vec<_> = life.to_tell.iter().take(2).map(|one| (one.participant, Channel::Phone)).collect();
    house.app.record_told(house.facilitator, Holder::Session(session.id), News::Cancelled, &told).unwrap();
    assert_eq!(to_tell(&house).len(), 3);

    house.app.undo_cancel(desk, session.id).unwrap();
    let back = view(&house, session.id);
    assert_eq!((back.seats.len(), back.given_back.len()), (5, 1), "who gave the seat back stays out");
    assert!(to_tell(&house).iter().all(|one| one.what == News::Invitation), "{:?}", to_tell(&house));
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);

    house.app.cancel_session(desk, session.id, "Panne").unwrap();
    let staff = house.facilitator.staff();
    let somebody = house.somebody();
    let step = house.prescribe(somebody, "casque-vr");
    house.app.book(desk, AppointmentFor::Activity(step), session.slot, staff, None).unwrap();
    assert!(matches!(session_refused(house.app.undo_cancel(desk, session.id)), SessionRefusal::Clash(_)));
    house.set_time(session.slot.day, 10, 0);
    assert_eq!(session_refused(house.app.undo_cancel(desk, session.id)), SessionRefusal::Begun);
}

#[test]
fn attendance_is_taken_in_one_sweep_or_not_at_all() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    let other = {
        house.people_waiting(6, WORKSHOP);
        open(&mut house, 13)
    };
    house.set_time(session.slot.day, 12, 0);
    assert_eq!(phase(&house, session.id), Phase::Begun);
    let mut marks: Vec<_> = session.seats.iter().map(|seat| (seat.id, Attendance::Present)).collect();
    marks[4].1 = Attendance::Excused;
    marks.push((other.seats[0].id, Attendance::Present));
    let wrong = house.app.take_attendances(house.facilitator, session.id, &marks);
    assert!(matches!(wrong, Err(AppError::NotFound)), "{wrong:?}");
    assert!(view(&house, session.id).seats.iter().all(|seat| seat.attendance.is_none()));
    marks.pop();
    house.app.take_attendances(house.facilitator, session.id, &marks).unwrap();
    house.app.close_session(house.facilitator, session.id).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);
    assert_eq!(phase(&house, session.id), Phase::Held);
    // A mistake is corrected after the closing, with a trace.
    house.app.undo_close(house.facilitator, session.id).unwrap();
    house.app.take_attendance(house.facilitator, session.seats[4].id, Attendance::Present).unwrap();
    house.app.close_session(house.facilitator, session.id).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    let history = house.app.session_life(house.counsellor, session.id).unwrap().history;
    assert_eq!(history.iter().filter(|line| line.action == "session.undo_close").count(), 1);
}

#[test]
fn who_came_without_a_seat_is_one_line_whether_participant_or_not() {
    let mut house = House::new();
    let desk = house.facilitator;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    let waiting = house.people_waiting(1, WORKSHOP)[0];
    let curious = house.somebody();
    let inhabitant = |name: &str| Newcomer::Inhabitant(Personal(name.to_owned()));
    assert_eq!(
        session_refused(house.app.add_walk_in(desk, session.id, &inhabitant("M. Delattre"))),
        SessionRefusal::NotYet
    );
    house.set_time(session.slot.day, 11, 0);
    house.app.add_walk_in(desk, session.id, &inhabitant("  M.  Delattre ")).unwrap();
    assert_eq!(refused(house.app.add_walk_in(desk, session.id, &inhabitant(" "))), LifeRefusal::NoName);
    for (minute, person) in [(1, waiting), (2, curious)] {
        house.set_time(session.slot.day, 11, minute);
        house.app.add_walk_in(desk, session.id, &Newcomer::Participant(person)).unwrap();
        let again = house.app.add_walk_in(desk, session.id, &Newcomer::Participant(person));
        assert_eq!(refused(again), LifeRefusal::AlreadySeated);
    }
    let seated = Newcomer::Participant(session.seats[0].participant);
    assert_eq!(refused(house.app.add_walk_in(desk, session.id, &seated)), LifeRefusal::AlreadySeated);
    let life = house.app.session_life(house.counsellor, session.id).unwrap();
    let lines: Vec<_> = life.walk_ins.iter().map(|one| (one.participant, one.finished_step)).collect();
    assert_eq!(lines, [(None, false), (Some(waiting), true), (Some(curious), false)]);
    assert_eq!(life.walk_ins[0].name, "M. Delattre");
    assert!(matches!(house.file(waiting).roadmap.unwrap().steps[0].outcome, Outcome::Done { .. }));
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    // Written by mistake: the person waits again.
    house.app.remove_walk_in(desk, life.walk_ins[1].id).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting[0].participant, waiting);
    house.app.add_walk_in(desk, session.id, &Newcomer::Participant(waiting)).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
}

#[test]
fn a_held_session_waits_for_its_signed_sheet() {
    let mut house = House::new();
    let (desk, leader) = (house.facilitator, house.facilitator.staff());
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    house.set_time(session.slot.day, 12, 0);
    let marks: Vec<_> = session.seats.iter().map(|seat| (seat.id, Attendance::Present)).collect();
    house.app.take_attendances(desk, session.id, &marks).unwrap();
    house.app.close_session(desk, session.id).unwrap();
    let unsigned = house.app.unsigned_sheets(desk).unwrap();
    assert_eq!((unsigned.len(), unsigned[0].session, unsigned[0].half), (1, session.id, Half::Morning));
    assert_eq!(house.app.today(desk).unwrap().unsigned, unsigned);

    // On the screen: everybody who came and who leads.
    let half = (session.id, Half::Morning);
    assert_eq!(
        refused(house.app.record_signed_sheet(desk, half, &SheetProof::Pad)),
        LifeRefusal::NotSigned { missing: 7 }
    );
    for seat in &session.seats {
        house.app.sign_on_pad(desk, half, Signer::Convened(seat.participant), strokes()).unwrap();
    }
    let counsellor = house.counsellor;
    let other_login = house.app.sign_on_pad(counsellor, half, Signer::Leader(leader), strokes());
    assert_eq!(refused(other_login), LifeRefusal::NotThere);
    let stranger = house.somebody();
    assert_eq!(
        refused(house.app.sign_on_pad(desk, half, Signer::Convened(stranger), strokes())),
        LifeRefusal::NotThere
    );
    let afternoon = (session.id, Half::Afternoon);
    assert_eq!(
        refused(house.app.sign_on_pad(desk, afternoon, Signer::Leader(leader), strokes())),
        LifeRefusal::NoSuchHalf
    );
    house.app.sign_on_pad(desk, half, Signer::Leader(leader), strokes()).unwrap();
    // Pictures of signatures sign nothing by themselves.
    assert_eq!(phase(&house, session.id), Phase::Held);
    house.app.record_signed_sheet(desk, half, &SheetProof::Pad).unwrap();
    assert_eq!(phase(&house, session.id), Phase::Signed);
    assert_eq!(house.app.unsigned_sheets(desk).unwrap(), []);

    // A scan of the paper is kept beside it, under a name that says nobody's.
    let scan = house.folder.path().join("Feuille de Mme Untel.pdf");
    std::fs::write(&scan, b"%PDF-1.4 essai").unwrap();
    house.set_time(session.slot.day, 12, 30);
    let paper = |scan| SheetProof::Paper { version: None, scan: Some(scan) };
    house.app.record_signed_sheet(desk, half, &paper(scan)).unwrap();
    let sheet = house.app.session_life(counsellor, session.id).unwrap().sheets.remove(0);
    let signed = sheet.signed.unwrap();
    assert_eq!((signed.kind, signed.is_current, signed.replaces), (SheetKind::Paper, true, 1));
    let file = signed.file.unwrap();
    assert!(file.starts_with("emargement-signe-2026-12-03-environnement-economique-"), "{file}");
    let kept = house.folder.path().join("emargements-signes").join(&file);
    assert_eq!(std::fs::read(kept).unwrap(), b"%PDF-1.4 essai");
    let text = house.folder.path().join("note.pdf");
    std::fs::write(&text, "pas un PDF").unwrap();
    assert_eq!(refused(house.app.record_signed_sheet(desk, half, &paper(text))), LifeRefusal::ScanUnreadable);
}

#[test]
fn a_paper_of_another_version_is_told_as_such() {
    let mut house = House::new();
    let desk = house.facilitator;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    let sheet = |house: &House| house.app.session_life(desk, session.id).unwrap().sheets.remove(0);
    let printed = sheet(&house).version;
    house.app.withdraw(desk, session.seats[0].id, &Withdrawal::ByPerson).unwrap();
    assert_ne!(sheet(&house).version, printed);
    house.set_time(session.slot.day, 12, 0);
    let half = (session.id, Half::Morning);
    house.app.record_signed_sheet(desk, half, &SheetProof::Paper { version: Some(printed), scan: None }).unwrap();
    assert!(!sheet(&house).signed.unwrap().is_current);
}

#[test]
fn two_unexcused_absences_show_a_card_until_somebody_looked() {
    let mut house = House::new();
    let desk = house.counsellor;
    let people = house.people_waiting(6, WORKSHOP);
    let mut absent = Vec::new();
    for _ in 0..2 {
        let session = open(&mut house, 9);
        house.set_time(session.slot.day, 12, 0);
        for seat in &session.seats {
            let mark = if seat.participant == people[2] { Attendance::NoShow } else { Attendance::Present };
            house.app.take_attendance(desk, seat.id, mark).unwrap();
        }
        house.app.close_session(desk, session.id).unwrap();
        absent.push(house.app.today(desk).unwrap().absent);
        house.people_waiting(5, WORKSHOP);
    }
    assert_eq!(absent[0], [], "once is no pattern");
    assert_eq!((absent[1][0].participant, absent[1][0].count), (people[2], 2));
    // It is a card, not a sanction: the demand waits first.
    assert_eq!(house.pool(WORKSHOP).waiting[0].participant, people[2]);
    house.app.review_absences(desk, people[2]).unwrap();
    assert_eq!(house.app.today(desk).unwrap().absent, []);
}

#[test]
fn an_appointment_is_told_moved_missed_and_booked_again() {
    let mut house = House::new();
    let (desk, staff) = (house.counsellor, house.counsellor.staff());
    let amina = house.app.record_participant(desk, &person("Amina", "Dubois")).unwrap();
    let first = slot(days_after(tuesday(), 2), 10, 60);
    let id = house.app.book_appointment(desk, amina, AppointmentKind::Diagnostic, first).unwrap();
    let about = Holder::Appointment(id);
    let what = |house: &House| to_tell(house).iter().map(|one| one.what).collect::<Vec<_>>();
    assert_eq!(what(&house), [News::Invitation]);
    let letter = house.app.write_appointment_letter(desk, id).unwrap();
    assert!(letter.ends_with(format!("rendez-vous-2026-11-26-{}.pdf", last_digits(&id.to_string()))), "{letter:?}");
    house.app.record_told(desk, about, News::Invitation, &[(amina, Channel::Letter)]).unwrap();
    assert_eq!(what(&house), []);
    let later = slot(days_after(tuesday(), 3), 10, 60);
    house.app.move_appointment(desk, id, (later, staff), None).unwrap();
    assert_eq!(what(&house), [News::Moved]);
    house.app.record_told(desk, about, News::Moved, &[(amina, Channel::Phone)]).unwrap();

    assert_eq!(refused(house.app.rebook(desk, id, (later, staff), None)), LifeRefusal::NotMissed);
    house.set_time(later.day, 11, 0);
    house.app.miss_appointment(desk, id, false).unwrap();
    let to_rebook = house.app.today(desk).unwrap().to_rebook;
    assert_eq!((to_rebook.len(), to_rebook[0].id), (1, id));
    // Missed by mistake.
    house.app.restore_appointment(desk, id).unwrap();
    house.app.miss_appointment(desk, id, false).unwrap();
    let next = slot(days_after(tuesday(), 8), 14, 60);
    let again = house.app.rebook(desk, id, (next, staff), None).unwrap();
    assert_eq!(house.app.today(desk).unwrap().to_rebook, []);
    assert_eq!(what(&house), [News::Invitation]);

    house.app.record_told(desk, Holder::Appointment(again), News::Invitation, &[(amina, Channel::Sms)]).unwrap();
    house.app.cancel_appointment(desk, again, "Référent absent").unwrap();
    let news = to_tell(&house);
    assert_eq!(terms::news(news[0].what, news[0].about), "Rendez-vous annulé");
    assert!(plain(&news[0].text).starts_with("La Boussole : votre rendez-vous du mercredi 02/12"), "{}", news[0].text);
}

fn last_digits(id: &str) -> String {
    id.rsplit('-').next().unwrap().to_uppercase()
}

#[test]
fn a_persons_calendar_names_nobody_and_takes_out_what_is_cancelled() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (first, _) = (open(&mut house, 9), open(&mut house, 13));
    let people: Vec<ParticipantId> = first.seats.iter().map(|seat| seat.participant).collect();
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    let files = house.app.write_ics_for(house.facilitator, people[0]).unwrap();
    assert_eq!(files.len(), 1);
    let text = read(&files[0]);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert!(text.contains("METHOD:PUBLISH") && text.contains("SEQUENCE:0"), "{text}");
    assert!(text.contains("20261203T090000"), "{text}");
    assert!(!text.contains("Personne"), "{text}");

    let seat = first.seats.iter().find(|seat| seat.participant == people[0]).unwrap();
    house.app.withdraw(desk, seat.id, &Withdrawal::ByPerson).unwrap();
    let files = house.app.write_ics_for(desk, people[0]).unwrap();
    assert_eq!(files.len(), 2);
    assert_eq!(read(&files[0]).matches("BEGIN:VEVENT").count(), 0);
    let gone = read(&files[1]);
    assert!(gone.contains("METHOD:CANCEL") && gone.contains("STATUS:CANCELLED"), "{gone}");
    assert!(gone.contains("SEQUENCE:1") && gone.contains(&seat.id.to_string()), "{gone}");
    // Taken again, it is a later version than the one that went.
    house.app.undo_withdraw(desk, seat.id).unwrap();
    let files = house.app.write_ics_for(desk, people[0]).unwrap();
    assert!(files.len() == 1 && read(&files[0]).contains("SEQUENCE:2"));
}

#[test]
fn papers_of_a_session_say_who_comes_what_they_need_and_what_was_signed() {
    let mut house = House::new();
    let desk = house.facilitator;
    let wish = boussole::app::people::NewParticipant {
        phone: "06 12 34 56 78".to_owned(),
        supports: "Lire les consignes à voix haute".to_owned(),
        extra_time: boussole::domain::person::ExtraTime::Third,
        ..person("Amina", "Dubois")
    };
    let amina = house.welcome(&wish, ProjectState::ToConfirm);
    house.prescribe(amina, WORKSHOP);
    house.people_waiting(5, WORKSHOP);
    let session = open(&mut house, 9);
    let text = |path: &std::path::Path| {
        let file = lopdf::Document::load(path).unwrap();
        let pages: Vec<u32> = file.get_pages().into_keys().collect();
        plain(&file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let sheet = text(&house.app.write_session_sheet(desk, session.id).unwrap());
    for part in
        ["Amina Dubois", "06 12 34 56 78", "Lire les consignes à voix haute", "Temps en plus", "Document interne"]
    {
        assert!(sheet.contains(part), "{part}: {sheet}");
    }
    house.set_time(session.slot.day, 9, 5);
    house.app.sign_on_pad(desk, (session.id, Half::Morning), Signer::Convened(amina), strokes()).unwrap();
    house.app.add_walk_in(desk, session.id, &Newcomer::Inhabitant(Personal("Jean Delattre".to_owned()))).unwrap();
    let paths = house.app.write_attendance_sheet(desk, session.id).unwrap();
    assert_eq!(paths.len(), 1);
    let sheet = text(&paths[0]);
    let version = house.app.session_life(desk, session.id).unwrap().sheets[0].version.clone();
    for part in ["signé à 9 h 05", "Jean Delattre", "ne compte pas comme une participation", "Page 1 / 1", &version] {
        assert!(sheet.contains(part), "{part}: {sheet}");
    }

    house.people_waiting(6, WORKSHOP);
    let next = open(&mut house, 9);
    house.app.cancel_session(house.counsellor, next.id, "Animateur malade").unwrap();
    let people: Vec<_> = next.seats.iter().map(|seat| seat.participant).take(1).collect();
    let letters = house.app.write_news_letters(desk, Holder::Session(next.id), &people).unwrap();
    let letter = text(&letters[0]);
    assert!(
        letter.contains("La séance est annulée") && letter.contains("elle est annulée pour tout le monde"),
        "{letter}"
    );
    assert!(letter.contains("Vous ne perdez pas votre tour."), "{letter}");
}

#[test]
fn a_session_of_a_whole_day_has_two_sheets() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    let (room, leader) = (session.room.clone(), house.facilitator.staff());
    let day = slot(session.slot.day, 9, 420);
    house.app.move_session(house.counsellor, session.id, (day, &room, leader), None).unwrap();
    let paths = house.app.write_attendance_sheet(house.facilitator, session.id).unwrap();
    let names: Vec<_> = paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert!(names[0].contains("matin") && names[1].contains("apres-midi"), "{names:?}");
    house.set_time(session.slot.day, 17, 0);
    let half = |half| (session.id, half);
    let paper = SheetProof::Paper { version: None, scan: None };
    house.app.record_signed_sheet(house.facilitator, half(Half::Morning), &paper).unwrap();
    let unsigned = house.app.unsigned_sheets(house.facilitator).unwrap();
    assert_eq!(unsigned.iter().map(|sheet| sheet.half).collect::<Vec<_>>(), [Half::Afternoon]);
}

#[test]
fn every_text_of_every_activity_fits_in_one_message() {
    let activities = boussole::catalog::activities::embedded().unwrap();
    let phone = "03 53 01 20 26";
    let when = slot(days_after(tuesday(), 1), 13, 60);
    for activity in &activities {
        for what in
            [News::Offer, News::Invitation, News::Reminder, News::Moved, News::Cancelled, News::ParticipationCancelled]
        {
            let text = boussole::exchange::text_message::text_message(&boussole::exchange::text_message::TextMessage {
                what,
                is_appointment: false,
                title: &activity.title,
                place: "66 rue des Chantiers de France",
                slot: when,
                choices: &[when, when, when],
                phone,
                sender: "La Boussole",
            });
            assert!(boussole::exchange::text_message::places(&text) <= 160, "{text}");
            assert!(text.contains(phone), "{text}");
        }
    }
}

#[test]
fn what_is_refused_is_said_in_a_sentence() {
    for refusal in [LifeRefusal::OfferCount, LifeRefusal::NotSigned { missing: 2 }, LifeRefusal::NobodyMoves] {
        let said = refusal.explain();
        assert!(said.ends_with('.') && said.chars().count() < 160, "{said}");
    }
}

#[test]
fn a_merge_is_taken_back_from_the_history_and_everybody_has_their_seat_again() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (from, into) = (open(&mut house, 9), open(&mut house, 13));
    house.set_time(tuesday(), 9, 5);
    house.app.merge_sessions(desk, from.id, into.id).unwrap();
    assert_eq!(view(&house, into.id).seats.len(), 12);
    house.set_time(tuesday(), 9, 10);
    let history = house.app.session_life(desk, from.id).unwrap().history;
    assert_eq!((history[0].action.as_str(), history[0].undo.clone()), ("session.merge", Some(Undo::Merge)));
    house.app.undo_merge_sessions(desk, from.id).unwrap();
    let (first, second) = (view(&house, from.id), view(&house, into.id));
    assert_eq!((first.seats.len(), second.seats.len()), (6, 6));
    assert!(matches!(first.state, SessionState::Opened { .. }));
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    assert_eq!(house.app.session_life(desk, from.id).unwrap().history[0].undo, None);
    assert!(house.app.undo_merge_sessions(desk, from.id).is_err(), "once");
}

#[test]
fn a_seat_that_was_changed_after_the_merge_stays_and_the_merge_with_it() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(12, WORKSHOP);
    let (from, into) = (open(&mut house, 9), open(&mut house, 13));
    house.set_time(tuesday(), 9, 5);
    house.app.merge_sessions(desk, from.id, into.id).unwrap();
    house.set_time(tuesday(), 9, 10);
    let moved = view(&house, into.id).seats.into_iter().find(|seat| seat.participant == from.seats[0].participant);
    let moved = moved.unwrap();
    house.app.withdraw(desk, moved.id, &Withdrawal::ByPerson).unwrap();
    house.app.undo_withdraw(desk, moved.id).unwrap();
    let refusal = refused(house.app.undo_merge_sessions(desk, from.id));
    assert_eq!(refusal, LifeRefusal::SeatedElsewhere { participant: moved.participant });
    assert_eq!(view(&house, into.id).seats.len(), 12, "nothing is half taken back");
}

#[test]
fn seats_given_without_an_answer_are_taken_back_and_the_answers_awaited_again() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 13);
    house.people_waiting(2, WORKSHOP);
    for person in house.pool(WORKSHOP).waiting {
        house.app.offer_sessions(desk, person.step, &[session.id]).unwrap();
    }
    house.set_time(days_after(tuesday(), 3), 9, 0);
    house.app.seat_unanswered(desk, session.id).unwrap();
    let line = house.app.session_life(desk, session.id).unwrap().history.remove(0);
    assert_eq!(line.action, "session.seat_unanswered");
    let Some(Undo::Unanswered(given)) = line.undo else { panic!("{line:?}") };
    house.set_time(days_after(tuesday(), 3), 9, 5);
    house.app.undo_seat_unanswered(desk, session.id, given).unwrap();
    assert_eq!(view(&house, session.id).seats.len(), 6);
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 2);
    let life = house.app.session_life(desk, session.id).unwrap();
    assert_eq!(life.offers.len(), 2);
    assert_eq!(life.tasks[0].what, Todo::SeatUnanswered { people: 2 });
    assert!(life.history.iter().all(|line| line.undo.is_none()), "{:?}", life.history);
    assert!(house.app.undo_seat_unanswered(desk, session.id, given).is_err(), "once");
}

#[test]
fn a_session_without_anybody_is_held_and_not_signed() {
    let mut house = House::new();
    let desk = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house, 9);
    house.set_time(session.slot.day, 12, 0);
    let marks: Vec<_> = session.seats.iter().map(|seat| (seat.id, Attendance::NoShow)).collect();
    house.app.take_attendances(desk, session.id, &marks).unwrap();
    house.app.close_session(desk, session.id).unwrap();
    assert_eq!(phase(&house, session.id), Phase::HeldEmpty);
    assert_eq!(house.app.session_life(desk, session.id).unwrap().tasks, []);
}
