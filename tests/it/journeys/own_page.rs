//! « Ma boussole » at the kiosks: never before it was explained, only for its person, in the words that were signed.

use boussole::app::kiosk::ReturnTo;
use boussole::app::own_page::{Access, OwnPageCard, OwnPageView};
use boussole::app::{AppError, Refusal};
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::id::{ParticipantId, SynthesisId, VisitId};
use boussole::domain::own_page::{OwnPageRefusal, Sentence};
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::domain::stamp::TimeSlot;
use boussole::domain::synthesis::SynthesisText;
use boussole::domain::visit::CodeRefusal;

use super::restitution::{refusal, restitute, written};
use crate::support::{House, STATION, full_text};

/// Somebody whose text is finished and whose restitution is booked; the clock stands before it.
fn booked(house: &mut House) -> (ParticipantId, SynthesisId, TimeSlot) {
    let (person, synthesis) = written(house);
    let kind = AppointmentKind::Restitution;
    let slot = house.app.free_slots(house.counsellor, person, kind, 60).unwrap()[0];
    house.app.book_appointment(house.counsellor, person, kind, slot).unwrap();
    (person, synthesis, slot)
}

/// Somebody whose page was opened during the restitution, with their visit of the day at the station.
fn given_back(house: &mut House) -> (ParticipantId, SynthesisId, VisitId) {
    let (person, synthesis) = written(house);
    restitute(house, person);
    house.app.open_own_page(house.counsellor, synthesis).unwrap();
    let visit = come(house, person);
    (person, synthesis, visit)
}

/// Opens the visit of the day of a person at the station.
fn come(house: &mut House, person: ParticipantId) -> VisitId {
    let code = house.app.arrive(house.facilitator, person).unwrap().grouped;
    house.enter(STATION, &code).visit
}

fn card(house: &House, visit: VisitId) -> Option<OwnPageCard> {
    house.app.visit(visit).unwrap().own_page
}

fn sentences(view: &OwnPageView) -> Vec<String> {
    let part = |part: &boussole::domain::own_page::Part| {
        std::iter::once(part.title.clone()).chain(part.sentences.iter().map(Sentence::text)).collect::<Vec<_>>()
    };
    view.parts.iter().flat_map(part).filter(|text| !text.is_empty()).collect()
}

fn reads(house: &mut House, visit: VisitId, words: &str) -> bool {
    let view = house.app.read_own_page(STATION, visit).unwrap();
    sentences(&view).iter().any(|text| text.contains(words))
}

fn not_open(result: Result<OwnPageView, AppError>) -> bool {
    refusal(result) == Refusal::OwnPage(OwnPageRefusal::NotOpen)
}

#[test]
fn nobody_finds_their_page_at_a_kiosk_before_the_restitution_has_begun() {
    let mut house = House::new();
    let (person, synthesis, slot) = booked(&mut house);
    let desk = house.counsellor;
    let early = refusal(house.app.open_own_page(desk, synthesis));
    assert_eq!(early, Refusal::OwnPage(OwnPageRefusal::NotBegun));
    house.app.set_time(boussole::domain::stamp::Instant::in_paris(slot.starts_at()));
    let visit = come(&mut house, person);
    assert_eq!(card(&house, visit), None, "the hour alone opens nothing");
    assert!(not_open(house.app.read_own_page(STATION, visit)));
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().at_kiosk.access, Access::Closed);

    house.app.open_own_page(desk, synthesis).unwrap();
    let since = house.app.now();
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().at_kiosk.access, Access::Today { since });
    assert_eq!(card(&house, visit), Some(OwnPageCard::Waits));
    let view = house.app.read_own_page(STATION, visit).unwrap();
    assert!(view.is_given_back && view.screen == 0);
}

#[test]
fn the_page_opens_for_its_person_only() {
    let mut house = House::new();
    let (_, _, own) = given_back(&mut house);
    let other = house.somebody();
    house.prescribe(other, "lire-compter");
    let visit = come(&mut house, other);
    assert_eq!(card(&house, visit), None);
    assert!(not_open(house.app.read_own_page(STATION, visit)));
    assert!(not_open(house.app.turn_own_page(STATION, visit, 1).map(|()| unreachable!())));
    assert!(reads(&mut house, own, "Vous finissez ce que vous commencez."));
}

#[test]
fn an_opening_lasts_until_the_evening_and_a_signature_for_good() {
    let mut house = House::new();
    let (person, synthesis, visit) = given_back(&mut house);
    assert!(house.app.read_own_page(STATION, visit).is_ok());
    house.next_day(9);
    assert!(not_open(house.app.read_own_page(STATION, visit)), "a visit is of its day");
    let nothing = refusal(house.app.make_code(house.facilitator, person));
    assert_eq!(nothing, Refusal::Code(CodeRefusal::NothingToDo));
    let tomorrow = come(&mut house, person);
    assert_eq!(card(&house, tomorrow), None);

    house.sign(synthesis);
    house.next_day(9);
    let code = house.app.make_code(house.facilitator, person).unwrap().grouped;
    let later = house.enter(STATION, &code);
    assert_eq!((later.own_page, later.warm_up_due), (Some(OwnPageCard::Waits), false));
    assert!(!house.app.read_own_page(STATION, later.visit).unwrap().is_given_back);
}

#[test]
fn an_unfinished_text_opens_to_nobody_and_a_text_that_is_written_again_is_opened_again() {
    let mut house = House::new();
    let (_, synthesis, visit) = given_back(&mut house);
    let desk = house.counsellor;
    house.app.read_own_page(STATION, visit).unwrap();
    house.app.turn_own_page(STATION, visit, 2).unwrap();
    house.app.finish_hearing_own_page(STATION, visit).unwrap();
    house.app.reopen_synthesis(desk, synthesis, "").unwrap();
    assert!(not_open(house.app.read_own_page(STATION, visit)));
    assert!(not_open(house.app.turn_own_page(STATION, visit, 3).map(|()| unreachable!())));
    let unfinished = refusal(house.app.open_own_page(desk, synthesis));
    assert_eq!(unfinished, Refusal::OwnPage(OwnPageRefusal::Unfinished));

    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.write_synthesis(desk, synthesis).unwrap();
    assert_eq!(card(&house, visit), None);
    let view = house.app.synthesis_desk(desk, synthesis).unwrap();
    assert_eq!((view.at_kiosk.access, view.at_kiosk.reading), (Access::Closed, None), "nobody heard this text");
    house.app.open_own_page(desk, synthesis).unwrap();
    assert_eq!(house.app.read_own_page(STATION, visit).unwrap().screen, 0);
}

#[test]
fn a_correction_is_heard_once_it_is_signed_and_not_before() {
    let mut house = House::new();
    let (_, synthesis, visit) = given_back(&mut house);
    let desk = house.counsellor;
    house.sign(synthesis);
    house.app.reopen_synthesis(desk, synthesis, "Le métier cité était faux").unwrap();
    assert!(reads(&mut house, visit, "Logistique"), "while it is being written");
    let mut text = full_text();
    text.leads[0].title = "Cariste".to_owned();
    house.app.save_synthesis(desk, synthesis, &text).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    house.app.open_own_page(desk, synthesis).unwrap();
    assert!(reads(&mut house, visit, "Logistique") && !reads(&mut house, visit, "Cariste"), "while it is finished");
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().at_kiosk.access, Access::Signed { version: 1 });
    house.sign(synthesis);
    assert!(reads(&mut house, visit, "Cariste") && !reads(&mut house, visit, "Logistique"));
}

#[test]
fn who_does_not_want_their_page_at_a_kiosk_finds_it_nowhere_until_they_do() {
    let mut house = House::new();
    let (_, synthesis, visit) = given_back(&mut house);
    let desk = house.counsellor;
    house.app.read_own_page(STATION, visit).unwrap();
    house.app.close_own_page(desk, synthesis).unwrap();
    let since = house.app.now();
    assert!(not_open(house.app.turn_own_page(STATION, visit, 1).map(|()| unreachable!())), "in the middle of it");
    house.sign(synthesis);
    assert_eq!(card(&house, visit), None, "signing does not open it again");
    assert_eq!(house.app.synthesis_desk(desk, synthesis).unwrap().at_kiosk.access, Access::Withdrawn { since });
    house.app.open_own_page(desk, synthesis).unwrap();
    assert!(house.app.read_own_page(STATION, visit).is_ok());
}

#[test]
fn refusing_that_the_synthesis_is_sent_takes_nobodys_own_page_away() {
    let mut house = House::new();
    let (person, _, visit) = given_back(&mut house);
    let subject = ConsentSubject::SendSynthesis;
    house.app.record_consent(house.counsellor, person, subject, ConsentDecision::Refused).unwrap();
    assert!(house.app.read_own_page(STATION, visit).is_ok());
}

#[test]
fn the_page_is_heard_in_the_words_of_the_paper_in_their_order() {
    let mut house = House::new();
    let (_, synthesis, visit) = given_back(&mut house);
    let given_back = sentences(&house.app.read_own_page(STATION, visit).unwrap());
    assert_eq!(
        given_back,
        [
            "Ma boussole",
            "Bonjour Une. Voici ce que nous avons trouvé ensemble.",
            "Vos points forts",
            "Vous finissez ce que vous commencez.",
            "Vos pistes",
            "Logistique.",
            "La suite",
            "Une immersion de deux semaines : Paul Lefebvre, avant Noël",
            "Vos mots",
            "«\u{A0}Cela me ressemble.\u{A0}»",
            "Une question\u{202F}?",
            "Appelez Claire Morel, 03 53 01 20 26",
            "Cette page est à vous. Vous décidez à qui la montrer.",
        ]
        .map(boussole::i18n::typeset)
    );
    let paper = house.app.person_page_preview(house.counsellor, synthesis).unwrap().pages.text();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (paper, heard) = (words(&paper.join(" ")), words(&given_back.join(" ")));
    assert!(paper.windows(heard.len()).any(|part| part == heard), "{paper:?}\n{heard:?}");
    house.sign(synthesis);
    assert_eq!(sentences(&house.app.read_own_page(STATION, visit).unwrap()), given_back, "what was kept is the same");
}

#[test]
fn a_page_signed_before_pages_were_kept_is_heard_and_outlives_its_correction() {
    let mut house = House::on_disk();
    let (_, synthesis, visit) = given_back(&mut house);
    house.sign(synthesis);
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    base.execute("DELETE FROM own_page_words", []).unwrap();
    assert!(reads(&mut house, visit, "Logistique"));
    house.app.reopen_synthesis(house.counsellor, synthesis, "Le métier cité était faux").unwrap();
    let text = SynthesisText { leads: Vec::new(), ..full_text() };
    house.app.save_synthesis(house.counsellor, synthesis, &text).unwrap();
    assert!(reads(&mut house, visit, "Logistique"));
}

#[test]
fn the_desk_knows_that_the_page_was_opened_and_heard_and_not_for_how_long() {
    let mut house = House::new();
    let (person, synthesis, visit) = given_back(&mut house);
    let reading = |house: &House| house.app.synthesis_desk(house.counsellor, synthesis).unwrap().at_kiosk.reading;
    assert_eq!(reading(&house), None);
    house.app.read_own_page(STATION, visit).unwrap();
    house.app.listen_to_own_page(STATION, visit).unwrap();
    house.app.listen_to_own_page(STATION, visit).unwrap();
    house.app.turn_own_page(STATION, visit, 3).unwrap();
    assert_eq!(card(&house, visit), Some(OwnPageCard::Begun));
    assert_eq!(house.app.read_own_page(STATION, visit).unwrap().screen, 3, "where it was left");
    let seen = reading(&house).unwrap();
    assert_eq!((seen.openings, seen.listenings, seen.heard_at, seen.ended_at), (2, 2, None, None));
    house.app.finish_hearing_own_page(STATION, visit).unwrap();
    house.app.end_own_page(STATION, visit).unwrap();
    let seen = reading(&house).unwrap();
    assert!(seen.heard_at.is_some() && seen.ended_at.is_some());
    assert_eq!(card(&house, visit), Some(OwnPageCard::Read));
    let file = house.file(person).synthesis.unwrap();
    assert_eq!(file.at_kiosk.reading, Some(seen));
}

#[test]
fn a_window_that_died_leads_back_to_the_page_for_half_an_hour() {
    let mut house = House::new();
    let (_, _, visit) = given_back(&mut house);
    let returns = |house: &House, station: &str| {
        house.app.visit_to_return_to(station).unwrap().map(|back| (back.visit.visit, back.to))
    };
    assert_eq!(returns(&house, STATION), None);
    house.app.read_own_page(STATION, visit).unwrap();
    assert_eq!(returns(&house, STATION), Some((visit, ReturnTo::OwnPage)));
    assert_eq!(returns(&house, "Poste 2"), None);
    house.app.set_time(house.app.now().plus_millis(31 * 60_000));
    assert_eq!(returns(&house, STATION), None);
    house.app.turn_own_page(STATION, visit, 1).unwrap();
    assert_eq!(returns(&house, STATION), Some((visit, ReturnTo::OwnPage)));
    house.app.end_own_page(STATION, visit).unwrap();
    assert_eq!(returns(&house, STATION), None);
    house.app.read_own_page(STATION, visit).unwrap();
    house.app.leave_station(STATION).unwrap();
    assert_eq!(returns(&house, STATION), None);
}
