//! The journal: each command leaves exactly one row, a refused one leaves none.

use boussole::app::kiosk::StaffCode;
use boussole::app::people::NewReferral;
use boussole::app::sheets::{Newcomer, SheetProof, Signer};
use boussole::domain::agenda::Holder;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::assessment::AssessmentId;
use boussole::domain::closing::ClosingReason;
use boussole::domain::comfort::{Comfort, Scheme};
use boussole::domain::delivery::NoticeWay;
use boussole::domain::interview::{InterviewDraft, ProjectState};
use boussole::domain::person::{ConsentDecision, ConsentSubject, Personal, Role};
use boussole::domain::response::Answer;
use boussole::domain::session_life::Withdrawal;
use boussole::domain::sitting::Step;
use boussole::domain::stamp::Availability;
use boussole::domain::suggestion::SuggestionKey;
use boussole::domain::synthesis::{Paragraph, Resemblance};
use boussole::domain::telling::{Channel, News};
use boussole::domain::visit::WarmUp;
use boussole::domain::workshop::Attendance;
use boussole::store::Store;

use crate::support::{
    House, REFLECTION, STATION, WORKSHOP, activity, drawn, first_answer, full_text, interview, person, wish,
};

/// A house whose journal is counted through another connection.
struct Counted {
    house: House,
    store: Store,
}

impl Counted {
    /// Runs one command and asserts how many rows it left.
    #[track_caller]
    fn leaves<T>(&mut self, rows: i64, command: impl FnOnce(&mut House) -> T) -> T {
        let before = self.store.base().audit_count().unwrap();
        let value = command(&mut self.house);
        assert_eq!(self.store.base().audit_count().unwrap() - before, rows);
        value
    }
}

#[test]
fn each_command_leaves_one_row() {
    let house = House::on_disk();
    let store = Store::open(&house.base_file()).unwrap();
    let (desk, facilitator, prescriber, day) = (house.counsellor, house.facilitator, house.prescriber, house.app.day());
    let mut it = Counted { house, store };

    let colleague = it.leaves(1, |h| h.app.add_staff(desk, "Léa", "Noël", Role::Manager).unwrap());
    it.leaves(1, |h| h.app.log_in(colleague).unwrap());
    it.leaves(1, |h| h.app.change_staff_code(desk, "1357").unwrap());
    let amina = it.leaves(1, |h| h.app.record_participant(desk, &person("Amina", "Dubois")).unwrap());
    it.leaves(0, |h| h.app.record_participant(desk, &person("Amina", "Dubois")).unwrap_err());
    it.leaves(1, |h| h.app.update_participant(desk, amina, &person("Amina", "Dubois-Roy")).unwrap());
    let referral = it.leaves(1, |h| h.app.record_referral(desk, amina, prescriber, day, "Quel métier ?").unwrap());
    let correct = NewReferral { prescriber, received: day, question: "Quel métier, et où ?".to_owned() };
    it.leaves(1, |h| h.app.correct_referral(desk, referral, &correct).unwrap());
    it.leaves(1, |h| h.app.take_in_hand(desk, referral).unwrap());
    it.leaves(1, |h| h.app.set_half_days(desk, amina, Availability::always()).unwrap());
    it.leaves(1, |h| h.app.begin_interview(desk, referral).unwrap());
    it.leaves(1, |h| h.app.save_interview_draft(desk, referral, &InterviewDraft::default()).unwrap());
    it.leaves(0, |h| drop(h.app.interview_desk(desk, referral).unwrap()));
    it.leaves(1, |h| h.app.record_interview(desk, referral, &interview(ProjectState::NoProject)).unwrap());
    it.leaves(1, |h| h.app.sign_interview(desk, referral, (&drawn(), &drawn())).unwrap());
    it.leaves(0, |h| h.app.sign_interview(desk, referral, (&drawn(), &drawn())).unwrap_err());
    it.leaves(1, |h| h.app.correct_interview(desk, referral, &interview(ProjectState::NoProject)).unwrap());
    it.leaves(0, |h| h.app.record_interview(desk, referral, &interview(ProjectState::Idea)).unwrap_err());
    let roadmap = it.house.roadmap(amina);
    it.leaves(0, |h| h.app.prescribe(desk, roadmap, &activity("job-labo"), &wish()).unwrap_err());
    let digital = it.leaves(1, |h| h.app.prescribe(desk, roadmap, &activity(REFLECTION), &wish()).unwrap());
    let demand = it.leaves(1, |h| h.app.prescribe(desk, roadmap, &activity(WORKSHOP), &wish()).unwrap());
    let dropped = it.leaves(1, |h| h.app.prescribe(desk, roadmap, &activity("lire-compter"), &wish()).unwrap());
    let alone = it.leaves(1, |h| h.app.prescribe(desk, roadmap, &activity("casque-vr"), &wish()).unwrap());
    let mistake = it.leaves(1, |h| h.app.prescribe(desk, roadmap, &activity("atelier-style"), &wish()).unwrap());
    it.leaves(1, |h| h.app.undo_prescription(desk, mistake).unwrap());
    it.leaves(0, |h| h.app.undo_prescription(desk, mistake).unwrap_err());
    it.leaves(1, |h| h.app.reorder_step(desk, demand, Some(digital)).unwrap());
    it.leaves(1, |h| h.app.drop_step(desk, dropped, "Trop long").unwrap());
    it.leaves(1, |h| h.app.complete_step(facilitator, alone).unwrap());
    it.leaves(1, |h| h.app.close_path(desk, referral, (ClosingReason::StoppedComing, "Sans nouvelles")).unwrap());
    it.leaves(0, |h| h.app.close_path(desk, referral, (ClosingReason::Other, "Encore")).unwrap_err());
    let letter = it.house.app.notices_waiting(desk).unwrap().pop().unwrap().id;
    it.leaves(0, |h| drop(h.app.notice_letter(desk, letter).unwrap()));
    it.leaves(1, |h| h.app.record_notice_told(desk, letter, NoticeWay::Phone).unwrap());
    it.leaves(0, |h| h.app.record_notice_told(desk, letter, NoticeWay::Paper).unwrap_err());
    it.leaves(1, |h| h.app.undo_notice_told(desk, letter).unwrap());
    it.leaves(0, |h| h.app.undo_notice_told(desk, letter).unwrap_err());
    it.leaves(1, |h| h.app.reopen_path(desk, referral).unwrap());
    it.leaves(0, |h| h.app.reopen_path(desk, referral).unwrap_err());
    it.leaves(1, |h| h.app.record_observation(facilitator, amina, None, "Aide le groupe").unwrap());

    // At the kiosk: an answer is its own row, its event.
    it.leaves(1, |h| h.app.announce_station(STATION).unwrap());
    it.leaves(0, |h| assert_eq!(h.app.visit_to_return_to(STATION).unwrap(), None));
    it.leaves(1, |h| h.app.leave_station(STATION).unwrap());
    assert_eq!(it.leaves(1, |h| h.app.try_staff_code(STATION, "0000").unwrap()), StaffCode::Wrong);
    assert_eq!(it.leaves(1, |h| h.app.try_staff_code(STATION, "1357").unwrap()), StaffCode::Right);
    it.leaves(1, |h| drop(h.app.arrive(facilitator, amina).unwrap()));
    it.leaves(1, |h| h.app.undo_arrival(facilitator, amina).unwrap());
    it.leaves(0, |h| h.app.undo_arrival(facilitator, amina).unwrap_err());
    let code = it.leaves(1, |h| h.code(amina));
    it.leaves(0, |h| assert_eq!(h.code(amina), code));
    it.leaves(1, |h| h.app.enter_code(STATION, if code == "000 000" { "111111" } else { "000000" }).unwrap_err());
    it.leaves(1, |h| h.app.release_station(facilitator, STATION).unwrap());
    let visit = it.leaves(1, |h| h.app.enter_code(STATION, &code).unwrap());
    it.leaves(1, |h| h.app.acknowledge_notice(STATION, visit.visit, "Avis").unwrap());
    let dark = Comfort { scheme: Scheme::Dark, ..visit.comfort };
    it.leaves(1, |h| h.app.keep_comfort(STATION, visit.visit, &dark).unwrap());
    it.leaves(0, |h| h.app.keep_comfort(STATION, visit.visit, &dark).unwrap());
    it.leaves(1, |h| h.app.end_warm_up(STATION, visit.visit, WarmUp::Done, &dark).unwrap());
    it.leaves(0, |h| h.app.write_badge(facilitator, amina).unwrap());
    let begun = it.leaves(1, |h| h.app.begin_or_resume(STATION, visit.visit).unwrap());
    let mut view = it.leaves(0, |h| match (begun.step, begun.on_screen()) {
        (Step::Practice(index), Some(item)) => {
            h.app.practise(STATION, begun.sitting, index, first_answer(&item)).unwrap()
        }
        _ => begun.clone(),
    });
    let n_items = view.assessment.items().len();
    for n in 1..=n_items {
        view = it.leaves(i64::from(n == n_items), |h| h.answer(STATION, &view, first_answer));
    }
    assert_eq!(view.step, Step::End);

    it.house.people_waiting(5, WORKSHOP);
    it.leaves(1, |h| h.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap());
    it.leaves(0, |h| h.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap_err());
    let session = it.house.app.sessions(desk, day, boussole::domain::stamp::days_after(day, 60)).unwrap().remove(0);
    let (seat, about) = (session.seats[0].clone(), Holder::Session(session.id));
    it.leaves(1, |h| h.app.convene(desk, session.id).unwrap());
    it.leaves(0, |h| h.app.convene(desk, session.id).unwrap_err());
    let told = [(seat.participant, Channel::Phone)];
    it.leaves(1, |h| h.app.record_told(facilitator, about, News::Reminder, &told).unwrap());
    let telling = it.house.app.session_life(desk, session.id).unwrap().told.last().unwrap().id;
    it.leaves(1, |h| h.app.undo_told(facilitator, &[telling]).unwrap());
    it.leaves(0, |h| h.app.undo_told(facilitator, &[telling]).unwrap_err());
    it.leaves(0, |h| h.app.decline_offers(facilitator, seat.step).unwrap_err());
    it.leaves(1, |h| h.app.set_deadline(desk, seat.step, Some(session.slot.day)).unwrap());
    it.leaves(1, |h| h.app.set_channel(facilitator, seat.participant, Some(Channel::Phone)).unwrap());
    it.leaves(1, |h| h.app.withdraw(facilitator, seat.id, &Withdrawal::ByPerson).unwrap());
    it.leaves(0, |h| h.app.withdraw(facilitator, seat.id, &Withdrawal::ByPerson).unwrap_err());
    it.leaves(1, |h| h.app.undo_withdraw(facilitator, seat.id).unwrap());
    it.leaves(1, |h| h.app.confirm_session(desk, session.id).unwrap());
    it.leaves(1, |h| h.app.cancel_session(desk, session.id, "Panne").unwrap());
    it.leaves(1, |h| h.app.undo_cancel(desk, session.id).unwrap());
    it.leaves(0, |h| drop((h.app.people_to_tell(desk).unwrap(), h.app.session_life(desk, session.id).unwrap())));
    it.house.set_time(session.slot.day, 17, 0);
    for seat in &session.seats {
        it.leaves(1, |h| h.app.take_attendance(facilitator, seat.id, Attendance::Present).unwrap());
    }
    it.leaves(0, |h| h.app.take_attendance(facilitator, session.seats[0].id, Attendance::Present).unwrap());
    it.leaves(1, |h| h.app.close_session(facilitator, session.id).unwrap());
    it.leaves(1, |h| h.app.undo_close(facilitator, session.id).unwrap());
    it.leaves(1, |h| h.app.close_session(facilitator, session.id).unwrap());
    it.leaves(1, |h| h.app.set_health_right(desk, facilitator.staff(), true).unwrap());
    it.leaves(0, |h| h.app.set_health_right(desk, facilitator.staff(), true).unwrap());
    // A group: each person's grid is begun and finished in their own journal.
    let (grid, at) = (AssessmentId("grille-escape-attitudes".to_owned()), (session.id, seat.participant));
    it.leaves(1, |h| h.app.begin_grid_of_session(facilitator, at, &grid).unwrap());
    it.leaves(0, |h| h.app.begin_grid_of_session(facilitator, at, &grid).unwrap());
    let rows = it.house.app.group_grid(facilitator, session.id, &grid).unwrap().rows;
    let row = rows.into_iter().find(|row| row.participant == seat.participant).unwrap();
    let unseen: Vec<_> = row.missing.into_iter().map(|item| (seat.participant, item, Answer::PrefersNot)).collect();
    it.leaves(0, |h| h.app.fill_group(facilitator, (session.id, &grid), &unseen, 0).unwrap());
    it.leaves(1, |h| h.app.finish_group(facilitator, session.id, &grid).unwrap());
    it.leaves(0, |h| h.app.finish_group(facilitator, session.id, &grid).unwrap());
    let guest = Newcomer::Inhabitant(Personal("Jean Delattre".to_owned()));
    it.leaves(1, |h| h.app.add_walk_in(facilitator, session.id, &guest).unwrap());
    let half = (session.id, session.slot.half_day().half);
    let signer = Signer::Convened(seat.participant);
    it.leaves(1, |h| h.app.sign_on_pad(facilitator, half, signer, vec![vec![(1, 1), (9, 9)]]).unwrap());
    let paper = SheetProof::Paper { version: None, scan: None };
    it.leaves(1, |h| h.app.record_signed_sheet(facilitator, half, &paper).unwrap());
    it.leaves(1, |h| h.app.review_absences(desk, seat.participant).unwrap());
    it.leaves(0, |h| h.app.cancel_session(desk, session.id, "Trop tard").unwrap_err());

    let synthesis = it.leaves(1, |h| h.app.begin_synthesis(desk, amina).unwrap());
    it.leaves(0, |h| h.app.begin_synthesis(desk, amina).unwrap());
    it.leaves(1, |h| h.app.save_synthesis(desk, synthesis, &full_text()).unwrap());
    it.leaves(1, |h| h.app.write_synthesis(desk, synthesis).unwrap());
    let kind = AppointmentKind::Restitution;
    let slots = it.house.app.free_slots(desk, amina, kind, 60).unwrap();
    let cancelled = it.leaves(1, |h| h.app.book_appointment(desk, amina, kind, slots[0]).unwrap());
    it.leaves(1, |h| h.app.cancel_appointment(desk, cancelled, "Malade").unwrap());
    let kept = it.leaves(1, |h| h.app.book_appointment(desk, amina, kind, slots[0]).unwrap());
    it.house.set_time(slots[0].day, 18, 0);
    it.leaves(1, |h| h.app.keep_appointment(desk, kept).unwrap());
    it.leaves(1, |h| h.app.restore_appointment(desk, kept).unwrap());
    it.leaves(1, |h| h.app.keep_appointment(desk, kept).unwrap());
    it.leaves(0, |h| h.deliver(synthesis).unwrap_err());
    it.leaves(1, |h| h.app.record_resemblance(desk, synthesis, Paragraph::Reading, Resemblance::Partly).unwrap());
    it.leaves(1, |h| h.app.record_person_says(desk, synthesis, "Oui").unwrap());
    it.leaves(1, |h| h.app.open_own_page(desk, synthesis).unwrap());
    it.leaves(0, |h| h.app.open_own_page(desk, synthesis).unwrap());
    let code = it.leaves(1, |h| h.app.arrive(facilitator, amina).unwrap()).grouped;
    let visit = it.leaves(1, |h| h.app.enter_code(STATION, &code).unwrap()).visit;
    it.leaves(1, |h| h.app.read_own_page(STATION, visit).unwrap());
    // What is done with it is counted in its reading.
    it.leaves(0, |h| h.app.turn_own_page(STATION, visit, 1).unwrap());
    it.leaves(0, |h| h.app.listen_to_own_page(STATION, visit).unwrap());
    it.leaves(0, |h| h.app.finish_hearing_own_page(STATION, visit).unwrap());
    it.leaves(0, |h| h.app.end_own_page(STATION, visit).unwrap());
    it.leaves(1, |h| h.app.close_own_page(desk, synthesis).unwrap());
    it.leaves(0, |h| h.app.read_own_page(STATION, visit).unwrap_err());
    it.leaves(1, |h| h.app.print_to_sign(desk, synthesis).unwrap());
    it.leaves(1, |h| h.app.reopen_synthesis(desk, synthesis, "").unwrap());
    let key = SuggestionKey::written("sector/Office".to_owned());
    it.leaves(1, |h| h.app.take_suggestion(desk, synthesis, &key, &full_text()).unwrap());
    it.leaves(1, |h| h.app.dismiss_suggestion(desk, synthesis, &key).unwrap());
    it.leaves(1, |h| h.app.reconsider_suggestion(desk, synthesis, &key).unwrap());
    it.leaves(1, |h| h.app.write_synthesis(desk, synthesis).unwrap());
    it.leaves(1, |h| h.sign(synthesis));
    it.leaves(1, |h| h.app.write_person_copies(desk, synthesis).unwrap());
    it.leaves(1, |h| h.app.write_signed_copy(desk, synthesis, 1).unwrap());
    let subject = ConsentSubject::SendSynthesis;
    it.leaves(1, |h| h.app.record_consent(desk, amina, subject, ConsentDecision::Agreed).unwrap());
    let delivery = it.leaves(1, |h| h.deliver(synthesis).unwrap());
    it.leaves(0, |h| h.deliver(synthesis).unwrap_err());
    it.leaves(1, |h| h.app.record_password_told(desk, delivery).unwrap());
    it.leaves(1, |h| h.app.record_receipt(desk, delivery).unwrap());
    it.leaves(0, |h| h.app.call_back(desk, delivery).unwrap_err());
    it.leaves(0, |h| h.app.retry_delivery(desk, delivery).unwrap_err());
}

#[test]
fn the_journal_names_ids_and_no_person() {
    let mut house = House::on_disk();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::NoProject);
    house.prescribe(amina, REFLECTION);
    house.sit(STATION, amina, first_answer);
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let rows: Vec<String> = base
        .prepare("SELECT action || ' ' || object FROM audit")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(rows.len() > 8);
    for name in ["Amina", "Dubois", "Claire", "Morel"] {
        assert!(rows.iter().all(|row| !row.contains(name)), "{name}: {rows:?}");
    }
    assert!(house.file(amina).history.iter().any(|line| line.action == "sitting.finish"));
}

#[test]
fn each_decision_about_the_library_leaves_one_row() {
    let house = House::on_disk();
    let store = Store::open(&house.base_file()).unwrap();
    let desk = house.counsellor;
    let file = house.folder.path().join("essai.toml");
    let text = crate::definitions::SOUND.replacen("statut = \"brouillon\"", "statut = \"pilote\"", 1);
    std::fs::write(&file, &text).unwrap();
    let mut it = Counted { house, store };
    let id = AssessmentId("petite".to_owned());
    it.leaves(1, |h| h.app.install_assessment(desk, &file).unwrap());
    it.leaves(0, |h| h.app.install_assessment(desk, &file).unwrap_err());
    std::fs::write(&file, text.replacen("J'aime parler.", "J'aime chanter.", 1)).unwrap();
    it.leaves(1, |h| h.app.install_assessment(desk, &file).unwrap());
    it.leaves(1, |h| h.app.activate_edition(desk, &id, "0.1.0").unwrap());
    it.leaves(0, |h| h.app.activate_edition(desk, &id, "0.1.0").unwrap_err());
    it.leaves(1, |h| h.app.retire_edition(desk, &id, "0.1.0", "Trop longue").unwrap());
    it.leaves(1, |h| h.app.pilot_edition(desk, &id, "0.1.0").unwrap());
}
