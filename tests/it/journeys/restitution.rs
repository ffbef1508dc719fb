//! The synthesis: after the end of the path, explained before it is signed, delivered once and with agreement.

use boussole::app::interview::NewInterview;
use boussole::app::network::NewPrescriber;
use boussole::app::people::Stage;
use boussole::app::suggestions::Suggested;
use boussole::app::{AppError, Refusal};
use boussole::domain::appointment::{AppointmentKind, AppointmentRefusal};
use boussole::domain::delivery::{DeliveryRefusal, Way};
use boussole::domain::id::{ParticipantId, SynthesisId};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject, PrescriberKind};
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::stamp::{Minutes, TimeSlot};
use boussole::domain::suggestion::Decision;
use boussole::domain::synthesis::{
    Lead, Paragraph, Proof, Resemblance, Signing, Support, SynthesisRefusal, SynthesisText,
};
use boussole::i18n::typeset;
use sha2::{Digest, Sha256};

use crate::support::{
    House, REFLECTION, STATION, activity, builder, first_answer, full_text, interview, on_screen, wish,
};

pub(super) fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> Refusal {
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

pub(super) fn written(house: &mut House) -> (ParticipantId, SynthesisId) {
    let person = finished(house);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(house.counsellor, synthesis).unwrap();
    (person, synthesis)
}

/// Books the restitution and keeps it.
pub(super) fn restitute(house: &mut House, person: ParticipantId) {
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
        (SynthesisText { strengths: vec![" ".to_owned()], ..full_text() }, SynthesisRefusal::NoStrength),
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
    assert_eq!(refusal(house.try_to_sign(synthesis)), Refusal::Synthesis(SynthesisRefusal::NotWritten));
    house.app.write_synthesis(desk, synthesis).unwrap();
    let short = TimeSlot { minutes: Minutes(59), ..slot };
    let (shortest, longest) = (Minutes(60), Minutes(120));
    let refused = refusal(house.app.book_appointment(desk, person, kind, short));
    assert_eq!(refused, Refusal::Appointment(AppointmentRefusal::Length { shortest, longest }));
    let id = house.app.book_appointment(desk, person, kind, slot).unwrap();
    assert_eq!(refusal(house.try_to_sign(synthesis)), Refusal::Synthesis(SynthesisRefusal::NotExplained));
    assert_eq!(refusal(house.app.keep_appointment(desk, id)), Refusal::Appointment(AppointmentRefusal::NotYet));

    house.set_time(slot.day, 12, 0);
    house.app.keep_appointment(desk, id).unwrap();
    house.sign(synthesis);
}

#[test]
fn a_signed_synthesis_closes_its_roadmap_and_its_text() {
    let mut house = House::new();
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
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
    let unsigned = refusal(house.deliver(synthesis));
    assert_eq!(unsigned, Refusal::Delivery(DeliveryRefusal::Synthesis(SynthesisRefusal::NotSigned)));
    restitute(&mut house, person);
    house.sign(synthesis);

    house.app.record_consent(desk, person, subject.clone(), ConsentDecision::Refused).unwrap();
    let refused = refusal(house.deliver(synthesis));
    assert_eq!(refused, Refusal::Delivery(DeliveryRefusal::NoAgreement));
    let outbox = house.folder.path().join("syntheses");
    assert!(!outbox.exists(), "nothing leaves without agreement");

    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.record_consent(desk, person, subject, ConsentDecision::Agreed).unwrap();
    house.deliver(synthesis).unwrap();
    let twice = refusal(house.deliver(synthesis));
    assert_eq!(twice, Refusal::Delivery(DeliveryRefusal::AlreadyDelivered));
    assert_eq!(std::fs::read_dir(outbox).unwrap().count(), 1);
}

#[test]
fn a_copy_that_cannot_be_written_is_not_said_to_be_delivered() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    house.app.record_consent(desk, person, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    // A file stands where the folder should be: not even the administrator writes there.
    std::fs::write(house.folder.path().join("syntheses"), "").unwrap();
    let failed = house.deliver(synthesis).unwrap_err();
    assert!(matches!(failed, AppError::Unavailable(_)), "{failed:?}");
    assert!(failed.french().contains("syntheses"), "{}", failed.french());
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().deliveries, []);

    std::fs::remove_file(house.folder.path().join("syntheses")).unwrap();
    house.deliver(synthesis).unwrap();
}

#[test]
fn what_is_signed_is_what_was_shown() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    let shown = house.app.to_sign(desk, synthesis).unwrap().fingerprint;
    // The person answers: the document has changed since it was shown.
    house.app.record_resemblance(desk, synthesis, Paragraph::Reading, Resemblance::No).unwrap();
    let refused = refusal(house.app.sign_synthesis(desk, synthesis, &on_screen(&shown), None));
    assert_eq!(refused, Refusal::Synthesis(SynthesisRefusal::NotWhatWasShown));
    house.sign(synthesis);
    let late = refusal(house.app.record_resemblance(desk, synthesis, Paragraph::Reading, Resemblance::Yes));
    assert_eq!(late, Refusal::Synthesis(SynthesisRefusal::AlreadyWritten));

    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    let [version] = view.versions.as_slice() else { panic!("{:?}", view.versions) };
    assert!(version.on_screen);
    assert_ne!(version.shown, version.sha256, "the signed copy bears the signatures");
    let file = house.app.write_signed_copy(desk, synthesis, 1).unwrap();
    assert_eq!(format!("{:x}", Sha256::digest(std::fs::read(file).unwrap())), version.sha256);
}

#[test]
fn a_paper_signature_counts_for_the_text_that_was_printed_only() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    let proof = |shown: &str| Proof { signing: Signing::Paper, ..on_screen(shown) };
    let now = house.app.to_sign(desk, synthesis).unwrap().fingerprint;
    let unprinted = refusal(house.app.sign_synthesis(desk, synthesis, &proof(&now), None));
    assert_eq!(unprinted, Refusal::Synthesis(SynthesisRefusal::NotWhatWasShown));

    let printed = house.app.print_to_sign(desk, synthesis).unwrap();
    assert_eq!(printed.fingerprint, now);
    house.app.record_person_says(desk, synthesis, "Je préfère la logistique.").unwrap();
    let old = refusal(house.app.sign_synthesis(desk, synthesis, &proof(&printed.fingerprint), None));
    assert_eq!(old, Refusal::Synthesis(SynthesisRefusal::NotWhatWasShown));

    let printed = house.app.print_to_sign(desk, synthesis).unwrap();
    let scan = house.folder.path().join("scan.pdf");
    std::fs::write(&scan, b"%PDF-1.4 scanned").unwrap();
    house.app.sign_synthesis(desk, synthesis, &proof(&printed.fingerprint), Some(&scan)).unwrap();
    assert!(!house.app.synthesis_desk(desk, synthesis).unwrap().versions[0].on_screen);
    assert_eq!(std::fs::read_dir(house.folder.path().join("syntheses-signees")).unwrap().count(), 1);
}

#[test]
fn a_signed_text_is_corrected_in_a_new_version_that_is_signed_and_delivered_again() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    house.app.record_consent(desk, person, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    house.deliver(synthesis).unwrap();
    assert_eq!(house.file(person).stage, Stage::Delivered);
    assert_eq!(
        refusal(house.app.reopen_synthesis(desk, synthesis, "")),
        Refusal::Synthesis(SynthesisRefusal::NoReason)
    );
    house.app.reopen_synthesis(desk, synthesis, "Le métier cité était faux").unwrap();
    assert_eq!(house.file(person).stage, Stage::ToSynthesise);
    let mut text = full_text();
    text.leads[0].title = "Cariste".to_owned();
    house.app.save_synthesis(desk, synthesis, &text).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    house.sign(synthesis);
    assert_eq!(house.file(person).stage, Stage::ToDeliver);
    house.deliver(synthesis).unwrap();

    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    let versions: Vec<(u32, bool)> =
        view.versions.iter().map(|version| (version.version, version.replaced.is_some())).collect();
    assert_eq!(versions, [(1, true), (2, false)]);
    assert_eq!(view.deliveries.iter().map(|delivery| delivery.version).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn the_preview_of_a_signed_text_is_what_was_signed_whatever_changed_since() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    let previews = |house: &House| {
        [house.app.synthesis_preview(desk, synthesis).unwrap(), house.app.person_page_preview(desk, synthesis).unwrap()]
    };
    let signed = previews(&house);
    assert!(signed.iter().all(|paper| !paper.differs_from_signed));
    let text = signed[0].pages.text().join("\n");
    assert!(text.contains("Paul Lefebvre") && text.contains("Signé à l\u{2019}écran"), "{text}");

    // The prescriber is called otherwise, and the person takes the questionnaire once more.
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    assert_eq!(
        base.execute("UPDATE prescriber SET last_name = 'Autrenom' WHERE last_name = 'Lefebvre'", []).unwrap(),
        1
    );
    let day = house.app.day();
    let again = house.app.record_referral(desk, person, house.prescriber, day, "Et maintenant ?").unwrap();
    let talk = NewInterview { day, ..interview(ProjectState::ToConfirm) };
    house.app.record_interview(desk, again, &talk).unwrap();
    house.prescribe(person, REFLECTION);
    house.sit(STATION, person, first_answer);
    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    assert_eq!((view.results.len(), view.prescriber.name.as_str()), (2, "Paul Autrenom"));
    assert_eq!(previews(&house), signed);

    // A copy from before pages were kept is made again, and the screen says that it is not what was signed.
    base.execute("UPDATE signed_copy SET pages = NULL", []).unwrap();
    let [whole, own] = previews(&house);
    assert!(whole.differs_from_signed && whole.pages.text().join("\n").contains("Paul Autrenom"));
    assert_eq!((own.differs_from_signed, own.pages.text()), (false, signed[1].pages.text()), "it names no prescriber");
    let bytes = std::fs::read(house.app.write_signed_copy(desk, synthesis, 1).unwrap()).unwrap();
    assert_eq!(format!("{:x}", Sha256::digest(bytes)), view.versions[0].sha256, "the signed document is kept");
}

#[test]
fn a_synthesis_signed_before_copies_were_kept_is_corrected_into_a_version_that_is_handed_over() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    house.app.record_consent(desk, person, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    rusqlite::Connection::open(house.base_file()).unwrap().execute("DELETE FROM signed_copy", []).unwrap();

    let refused = house.deliver(synthesis).unwrap_err();
    assert_eq!(
        refused.french(),
        "Cette synthèse a été signée avant que le programme ne garde les exemplaires signés\u{A0}: il n\u{2019}y en a pas à remettre. \
         Choisissez «\u{A0}Corriger dans une nouvelle version\u{A0}», puis relisez-la et signez-la avec la personne."
    );
    let missing = Refusal::Synthesis(SynthesisRefusal::CopyNotKept);
    assert_eq!(refusal::<()>(Err(refused)), missing);
    assert_eq!(refusal(house.app.write_person_copies(desk, synthesis)), missing);

    house.app.reopen_synthesis(desk, synthesis, "Exemplaire à garder").unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    house.sign(synthesis);
    house.deliver(synthesis).unwrap();
    assert_eq!(house.app.write_person_copies(desk, synthesis).unwrap().len(), 2);
}

#[test]
fn each_prescriber_of_the_referral_receives_the_synthesis_and_nobody_else() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    house.sign(synthesis);
    house.app.record_consent(desk, person, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    let site = house.app.sites().unwrap()[0].id;
    let other = NewPrescriber {
        first_name: "Nadia".to_owned(),
        last_name: "Benali".to_owned(),
        kind: PrescriberKind::EmploymentAdviser,
        site,
        email: String::new(),
        phone: String::new(),
    };
    let nadia = house.app.record_prescriber(desk, &other).unwrap();
    let stranger = refusal(house.app.deliver_synthesis(desk, synthesis, nadia, Way::Paper));
    assert_eq!(stranger, Refusal::Delivery(DeliveryRefusal::NotOfThisReferral));

    let referral = house.app.synthesis_desk(desk, synthesis).unwrap().referral;
    house.app.add_co_prescriber(desk, referral, nadia).unwrap();
    house.deliver(synthesis).unwrap();
    assert_eq!(house.file(person).stage, Stage::ToDeliver, "one of two has it");
    house.app.deliver_synthesis(desk, synthesis, nadia, Way::Paper).unwrap();
    assert_eq!(house.file(person).stage, Stage::Delivered);
    let no_address = refusal(house.app.deliver_synthesis(desk, synthesis, nadia, Way::Email));
    assert_eq!(no_address, Refusal::Delivery(DeliveryRefusal::NoAddress));
}

#[test]
fn a_suggestion_counts_once_a_named_person_took_it_and_is_edited_once_its_words_change() {
    let mut house = House::new();
    let desk = house.counsellor;
    let person = house.somebody();
    house.prescribe(person, "interets");
    house.prescribe(person, "conditions-travail");
    house.sit(STATION, person, builder);
    let synthesis = house.app.begin_synthesis(desk, person).unwrap();
    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    assert_eq!(view.text, SynthesisText::default(), "nothing enters by itself");
    let lead = view.suggestions.iter().find_map(|one| match &one.suggested {
        Suggested::Lead { title, evidence, .. } => Some((one.key.clone(), title.clone(), evidence.clone())),
        Suggested::Words { .. } => None,
    });
    let (key, title, evidence) = lead.unwrap();
    let mut text = full_text();
    text.leads = vec![Lead { title, evidence: evidence.clone(), ..Lead::default() }];
    house.app.take_suggestion(desk, synthesis, &key, &text).unwrap();
    let decision = |house: &House| {
        let view = house.app.synthesis_desk(desk, synthesis).unwrap();
        let one = view.suggestions.into_iter().find(|one| one.key == key).unwrap();
        one.decided.map(|decided| (decided.decision, decided.by))
    };
    assert_eq!(decision(&house), Some((Decision::Accepted, "Claire Morel".to_owned())));
    text.leads[0].title = "Cariste".to_owned();
    text.leads[0].evidence = "Dit autrement".to_owned();
    house.app.save_synthesis(desk, synthesis, &text).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    assert_eq!(decision(&house).unwrap().0, Decision::Edited);
}

#[test]
fn the_persons_page_holds_on_one_sheet_or_the_text_is_not_finished() {
    let mut house = House::new();
    let person = finished(&mut house);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    let mut text = full_text();
    text.strengths = vec!["Vous savez vous organiser et vous aidez les autres quand il le faut.".to_owned(); 20];
    house.app.save_synthesis(house.counsellor, synthesis, &text).unwrap();
    let refused = refusal(house.app.write_synthesis(house.counsellor, synthesis));
    assert_eq!(refused, Refusal::Synthesis(SynthesisRefusal::PersonPageTooLong));
}

/// Returns what the pages of a preview say.
fn said(house: &House, synthesis: SynthesisId) -> String {
    house.app.synthesis_preview(house.counsellor, synthesis).unwrap().pages.text().join(" ")
}

#[test]
fn the_preview_of_a_draft_names_the_counsellor_who_reads_it() {
    let mut house = House::new();
    let person = finished(&mut house);
    let synthesis = house.app.begin_synthesis(house.counsellor, person).unwrap();
    house.app.save_synthesis(house.counsellor, synthesis, &full_text()).unwrap();
    assert!(said(&house, synthesis).contains("Claire Morel"));
}

#[test]
fn what_was_ticked_under_a_lead_is_kept_and_printed() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let person = finished(&mut house);
    house.app.record_observation(desk, person, None, "Range vite et bien.").unwrap();
    let synthesis = house.app.begin_synthesis(desk, person).unwrap();
    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    let seen = view.supports.iter().find(|one| matches!(one.support, Support::Observation(_))).unwrap();
    assert_eq!(seen.words, typeset("Observé par Claire Morel, le 24 novembre 2026 : Range vite et bien."));
    let mut text = full_text();
    text.leads[0].evidence.clear();
    text.leads[0].supports = view.supports.iter().map(|one| one.support).collect();
    house.app.save_synthesis(desk, synthesis, &text).unwrap();
    house.restart();
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().text, text);
    house.app.write_synthesis(desk, synthesis).unwrap();
    assert!(said(&house, synthesis).contains("Range vite et bien."));
}

#[test]
fn each_strength_and_each_lead_gets_an_answer_that_a_correction_asks_again() {
    let mut house = House::new();
    let desk = house.counsellor;
    let (person, synthesis) = written(&mut house);
    restitute(&mut house, person);
    let titles = |house: &House| {
        let view = house.app.synthesis_desk(desk, synthesis).unwrap();
        let (n_strengths, n_leads) = (view.text.strengths.len(), view.text.leads.len());
        assert_eq!(view.paragraphs().len(), view.results.len() + 1 + n_strengths + n_leads);
        view.resemblances
    };
    for (paragraph, answer) in [
        (Paragraph::Strength(0), Resemblance::Yes),
        (Paragraph::Lead(0), Resemblance::No),
        (Paragraph::Reading, Resemblance::Yes),
    ] {
        house.app.record_resemblance(desk, synthesis, paragraph, answer).unwrap();
    }
    assert_eq!(titles(&house).len(), 3);
    house.app.reopen_synthesis(desk, synthesis, "").unwrap();
    assert_eq!(titles(&house), [(Paragraph::Reading, Resemblance::Yes)]);
}
