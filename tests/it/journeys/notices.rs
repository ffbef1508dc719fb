//! The tray of letters to prescribers: what waits in it, what takes it out, what is taken back.

use boussole::app::Refusal;
use boussole::app::network::NewPrescriber;
use boussole::app::notices::NoticeView;
use boussole::domain::activity::Sector;
use boussole::domain::closing::ClosingReason;
use boussole::domain::delivery::{DeliveryRefusal, NoticeState, NoticeSubject, NoticeWay};
use boussole::domain::id::ParticipantId;
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject, PersonRefusal, PrescriberKind};
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::stamp::days_after;

use super::restitution::refusal;
use crate::support::{House, REFLECTION, STATION, activity, first_answer, person, tuesday, wish};

/// Somebody who was interviewed and has a project.
fn somebody(house: &mut House) -> ParticipantId {
    house.welcome(&person("Amina", "Dubois"), ProjectState::ToConfirm)
}

fn close(house: &mut House, person: ParticipantId) {
    let referral = house.file(person).referral.unwrap().id;
    house.app.close_path(house.counsellor, referral, (ClosingReason::StoppedComing, "Sans nouvelles")).unwrap();
}

fn waiting(house: &House) -> Vec<NoticeView> {
    house.app.today(house.counsellor).unwrap().notices
}

#[test]
fn the_letter_of_a_closed_path_waits_until_somebody_says_how_it_was_told() {
    let mut house = House::on_disk();
    let (desk, amina) = (house.counsellor, somebody(&mut house));
    close(&mut house, amina);
    let [letter] = waiting(&house).try_into().unwrap();
    assert_eq!(
        (letter.prescriber.name.as_str(), letter.prescriber.phone.as_str()),
        ("Paul Lefebvre", "03 28 00 00 17")
    );
    assert_eq!((letter.participant_name.as_str(), letter.by.as_deref()), ("Amina Dubois", Some("Claire Morel")));
    assert_eq!(letter.subject, NoticeSubject::PathClosed(ClosingReason::StoppedComing));
    assert_eq!(letter.at.day(), tuesday());

    house.app.record_notice_told(desk, letter.id, NoticeWay::Phone).unwrap();
    assert_eq!(waiting(&house), []);
    let [told] = house.app.prescriber_mail(desk, house.prescriber).unwrap().notices.try_into().unwrap();
    assert!(matches!(told.state, NoticeState::Told { how: NoticeWay::Phone, .. }));
    assert_eq!(told.told_by.as_deref(), Some("Claire Morel"));
    let again = refusal(house.app.record_notice_told(desk, letter.id, NoticeWay::Paper));
    assert_eq!(again, Refusal::Delivery(DeliveryRefusal::NoticeNotWaiting));

    house.app.undo_notice_told(desk, letter.id).unwrap();
    assert_eq!(waiting(&house).len(), 1);
    let twice = refusal(house.app.undo_notice_told(desk, letter.id));
    assert_eq!(twice, Refusal::Delivery(DeliveryRefusal::NoticeNotTold));
}

#[test]
fn a_path_taken_up_again_withdraws_the_letter_that_nobody_sent() {
    let mut house = House::on_disk();
    let (desk, amina) = (house.counsellor, somebody(&mut house));
    close(&mut house, amina);
    let referral = house.file(amina).referral.unwrap().id;
    house.app.reopen_path(desk, referral).unwrap();
    assert_eq!(waiting(&house), []);
    let mail = house.app.prescriber_mail(desk, house.prescriber).unwrap();
    assert!(matches!(mail.notices[0].state, NoticeState::Withdrawn { .. }));
}

#[test]
fn a_focus_on_a_sector_leaves_a_letter_and_dropping_it_withdraws_the_letter() {
    let mut house = House::on_disk();
    let (desk, amina) = (house.counsellor, somebody(&mut house));
    let subject = ConsentSubject::SectorFocus(Sector::Industry);
    house.app.record_consent(desk, amina, subject, ConsentDecision::Agreed).unwrap();
    let roadmap = house.roadmap(amina);
    let step = house.app.prescribe(desk, roadmap, &activity("atelier-industrie"), &wish()).unwrap();
    let [letter] = house.app.letters_of_step(desk, step).unwrap().try_into().unwrap();
    assert!(letter.exists());
    assert_eq!(waiting(&house)[0].subject, NoticeSubject::SectorFocus(Sector::Industry));

    // A letter that was thrown away is written again under the same name.
    std::fs::remove_file(&letter).unwrap();
    let notice = waiting(&house)[0].id;
    assert_eq!(house.app.notice_letter(desk, notice).unwrap(), letter);
    assert!(letter.exists());

    house.app.drop_step(desk, step, "La personne préfère attendre").unwrap();
    assert_eq!(waiting(&house), []);
}

#[test]
fn the_phone_of_a_prescriber_is_written_as_in_france_and_refused_when_it_is_none() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let site = house.app.sites().unwrap()[0].id;
    let wish = |phone: &str| NewPrescriber {
        first_name: "Nadia".to_owned(),
        last_name: "Benali".to_owned(),
        kind: PrescriberKind::EmploymentAdviser,
        site,
        email: String::new(),
        phone: phone.to_owned(),
    };
    let refused = refusal(house.app.record_prescriber(desk, &wish("bureau 12")));
    assert_eq!(refused, Refusal::Person(PersonRefusal::PhoneUnusable));
    let nadia = house.app.record_prescriber(desk, &wish("+33328000021")).unwrap();
    let known = |house: &House| house.app.prescribers().unwrap().into_iter().find(|one| one.id == nadia).unwrap();
    assert_eq!(known(&house).phone, "03 28 00 00 21");
    house.app.correct_prescriber(desk, nadia, &wish("0328000022")).unwrap();
    assert_eq!(known(&house).phone, "03 28 00 00 22");
}

#[test]
fn a_prescription_of_today_is_taken_back_until_something_came_of_it() {
    let mut house = House::on_disk();
    let (desk, amina) = (house.counsellor, somebody(&mut house));
    let subject = ConsentSubject::SectorFocus(Sector::Industry);
    house.app.record_consent(desk, amina, subject, ConsentDecision::Agreed).unwrap();
    let roadmap = house.roadmap(amina);
    let step = house.app.prescribe(desk, roadmap, &activity("atelier-industrie"), &wish()).unwrap();
    house.app.undo_prescription(desk, step).unwrap();
    assert_eq!(house.file(amina).roadmap.unwrap().steps, []);
    assert_eq!(waiting(&house), []);

    let digital = house.prescribe(amina, REFLECTION);
    house.sit(STATION, amina, first_answer);
    let done = refusal(house.app.undo_prescription(desk, digital));
    assert_eq!(done, Refusal::Roadmap(RoadmapRefusal::UnderWay));
    let old = house.prescribe(amina, "lire-compter");
    house.set_time(days_after(tuesday(), 1), 9, 0);
    let late = refusal(house.app.undo_prescription(desk, old));
    assert_eq!(late, Refusal::Roadmap(RoadmapRefusal::UnderWay));
}
