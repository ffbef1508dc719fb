//! The synthesis: after the end of the path, explained before it is signed, delivered once and with agreement.

use boussole::app::{AppError, Refusal};
use boussole::domain::appointment::{AppointmentKind, AppointmentRefusal};
use boussole::domain::delivery::DeliveryRefusal;
use boussole::domain::id::{ParticipantId, SynthesisId};
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::stamp::{Minutes, TimeSlot};
use boussole::domain::synthesis::{SynthesisRefusal, SynthesisText};

use crate::support::{House, REFLECTION, STATION, activity, first_answer, full_text, wish};

fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> Refusal {
    match result {
        Err(AppError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Somebody whose only step is finished.
fn finished(house: &mut House) -> ParticipantId {
    let person = house.somebody();
    house.prescribe(person, REFLECTION);
    house.sit(STATION, person, first_answer);
    person
}

fn written(house: &mut House) -> (ParticipantId, SynthesisId) {
    let person = finished(house);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(house.counsellor, synthesis).unwrap();
    (person, synthesis)
}

/// Books the restitution and keeps it.
fn restitute(house: &mut House, person: ParticipantId) {
    let kind = AppointmentKind::Restitution;
    let slot = house.app.free_slots(house.counsellor, person, kind, 60).unwrap()[0];
    let id = house.app.book_appointment(house.counsellor, person, kind, slot).unwrap();
    house.set_time(slot.day, 17, 30);
    house.app.keep_appointment(house.counsellor, id).unwrap();
}

#[test]
fn no_synthesis_begins_while_a_step_is_open() {
    let mut house = House::new();
    let person = finished(&mut house);
    house.prescribe(person, "lire-compter");
    let refused = refusal(house.app.begin_synthesis(house.counsellor, person));
    assert_eq!(refused, Refusal::Synthesis(SynthesisRefusal::RoadmapUnderway { open: 1 }));

    let nobody = house.somebody();
    let refused = refusal(house.app.begin_synthesis(house.counsellor, nobody));
    assert_eq!(refused, Refusal::Synthesis(SynthesisRefusal::NothingDone));
}

#[test]
fn a_text_that_lacks_something_is_not_declared_finished() {
    let mut house = House::new();
    let person = finished(&mut house);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    let mut bare = full_text();
    bare.leads[0].evidence.clear();
    for (text, lacks) in [
        (SynthesisText { reading: " ".to_owned(), ..full_text() }, SynthesisRefusal::NoReading),
        (SynthesisText { leads: Vec::new(), ..full_text() }, SynthesisRefusal::NoLead),
        (bare, SynthesisRefusal::LeadWithoutEvidence { lead: "Logistique".to_owned() }),
        (SynthesisText { recommendations: Vec::new(), ..full_text() }, SynthesisRefusal::NoRecommendation),
    ] {
        house.app.save_synthesis(house.counsellor, synthesis, &text).unwrap();
        let refused = refusal(house.app.write_synthesis(house.counsellor, synthesis));
        assert_eq!(refused, Refusal::Synthesis(lacks));
    }
}

#[test]
fn a_signature_comes_only_after_the_kept_restitution() {
    let mut house = House::new();
    let person = finished(&mut house);
    let desk = house.counsellor;
    let day = boussole::domain::stamp::days_after(house.app.day(), 1);
    let slot = TimeSlot { day, start: chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap(), minutes: Minutes(90) };
    let kind = AppointmentKind::Restitution;
    let too_early = refusal(house.app.book_appointment(desk, person, kind, slot));
    assert_eq!(too_early, Refusal::Appointment(AppointmentRefusal::NoSynthesis));

    let synthesis = house.app.begin_synthesis(desk, person).unwrap();
    house.app.save_synthesis(desk, synthesis, &full_text()).unwrap();
    assert_eq!(refusal(house.app.sign_synthesis(desk, synthesis)), Refusal::Synthesis(SynthesisRefusal::NotWritten));
    house.app.write_synthesis(desk, synthesis).unwrap();
    let short = TimeSlot { minutes: Minutes(59), ..slot };
    let (shortest, longest) = (Minutes(60), Minutes(120));
    let refused = refusal(house.app.book_appointment(desk, person, kind, short));
    assert_eq!(refused, Refusal::Appointment(AppointmentRefusal::Length { shortest, longest }));
    let id = house.app.book_appointment(desk, person, kind, slot).unwrap();
    assert_eq!(refusal(house.app.sign_synthesis(desk, synthesis)), Refusal::Synthesis(SynthesisRefusal::NotExplained));
    assert_eq!(refusal(house.app.keep_appointment(desk, id)), Refusal::Appointment(AppointmentRefusal::NotBooked));

    house.set_time(slot.day, 12, 0);
    house.app.keep_appointment(desk, id).unwrap();
    house.app.sign_synthesis(desk, synthesis).unwrap();
}

#[test]
fn a_signed_synthesis_closes_its_roadmap_and_its_text() {
    let mut house = House::new();
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.app.sign_synthesis(house.counsellor, synthesis).unwrap();
    let edited = refusal(house.app.save_synthesis(house.counsellor, synthesis, &full_text()));
    assert_eq!(edited, Refusal::Synthesis(SynthesisRefusal::AlreadyWritten));
    let roadmap = house.roadmap(person);
    let prescribed = refusal(house.app.prescribe(house.counsellor, roadmap, &activity("lire-compter"), &wish()));
    assert_eq!(prescribed, Refusal::Roadmap(RoadmapRefusal::Closed));
}

#[test]
fn a_delivery_needs_the_signature_and_the_agreement_and_happens_once() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    let subject = ConsentSubject::SendSynthesis;
    house.app.record_consent(desk, person, subject.clone(), ConsentDecision::Agreed).unwrap();
    let unsigned = refusal(house.app.deliver_synthesis(desk, synthesis));
    assert_eq!(unsigned, Refusal::Delivery(DeliveryRefusal::Synthesis(SynthesisRefusal::NotSigned)));
    restitute(&mut house, person);
    house.app.sign_synthesis(desk, synthesis).unwrap();

    house.app.record_consent(desk, person, subject.clone(), ConsentDecision::Refused).unwrap();
    let refused = refusal(house.app.deliver_synthesis(desk, synthesis));
    assert_eq!(refused, Refusal::Delivery(DeliveryRefusal::NoAgreement));
    let outbox = house.folder.path().join("syntheses");
    assert!(!outbox.exists(), "nothing leaves without agreement");

    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.record_consent(desk, person, subject, ConsentDecision::Agreed).unwrap();
    house.app.deliver_synthesis(desk, synthesis).unwrap();
    let twice = refusal(house.app.deliver_synthesis(desk, synthesis));
    assert_eq!(twice, Refusal::Delivery(DeliveryRefusal::AlreadyDelivered));
    assert_eq!(std::fs::read_dir(outbox).unwrap().count(), 1);
}

#[test]
fn a_copy_that_cannot_be_written_is_not_said_to_be_delivered() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.app.sign_synthesis(desk, synthesis).unwrap();
    house.app.record_consent(desk, person, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    // A file stands where the folder should be: not even the administrator writes there.
    std::fs::write(house.folder.path().join("syntheses"), "").unwrap();
    let failed = house.app.deliver_synthesis(desk, synthesis).unwrap_err();
    assert!(matches!(failed, AppError::Unavailable(_)), "{failed:?}");
    assert!(failed.french().contains("syntheses"), "{}", failed.french());
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().deliveries, []);

    std::fs::remove_file(house.folder.path().join("syntheses")).unwrap();
    house.app.deliver_synthesis(desk, synthesis).unwrap();
}
