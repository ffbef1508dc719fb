//! The papers of a journey, read back from their PDF: what they say and how a screen reader walks through them.

use std::collections::BTreeMap;
use std::path::Path;

use boussole::domain::appointment::AppointmentKind;
use boussole::domain::id::SessionId;
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::domain::workshop::Attendance;
use boussole::i18n::weekday_date;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::{House, REFLECTION, STATION, WORKSHOP, activity, first_answer, full_text, person};

/// A house with one delivered synthesis, and the session on its way.
fn delivered() -> (House, SessionId, Document) {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let amina = house.welcome(&person("Amina", "Dubœuf-Léger"), ProjectState::NoProject);
    house.prescribe(amina, REFLECTION);
    house.prescribe(amina, WORKSHOP);
    house.people_waiting(5, WORKSHOP);
    house.sit(STATION, amina, first_answer);
    let session = house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(desk, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    for seat in &view.seats {
        house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    }
    let synthesis = house.app.begin_synthesis(desk, amina).unwrap();
    house.app.save_synthesis(desk, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    let slot = house.app.free_slots(desk, amina, AppointmentKind::Restitution, 60).unwrap()[0];
    let restitution = house.app.book_appointment(desk, amina, AppointmentKind::Restitution, slot).unwrap();
    house.set_time(slot.day, 18, 0);
    house.app.keep_appointment(desk, restitution).unwrap();
    house.sign(synthesis);
    house.app.record_consent(desk, amina, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    house.deliver(synthesis).unwrap();
    let name = house.app.synthesis_desk(desk, synthesis).unwrap().deliveries[0].file.clone();
    let file = Document::load(house.folder.path().join("syntheses").join(name)).unwrap();
    (house, session, file)
}

/// Returns the words of a file, with plain spaces and apostrophes, on one line.
fn words(file: &Document) -> String {
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let text = file.extract_text(&pages).unwrap().replace('\u{2019}', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn load(path: &Path) -> Document {
    Document::load(path).unwrap()
}

#[test]
fn a_delivered_synthesis_says_who_asked_what_and_what_came_out() {
    let (_house, _, file) = delivered();
    let n_pages = file.get_pages().len();
    assert!((3..=5).contains(&n_pages), "{n_pages} pages");
    let words = words(&file);
    for part in [
        "Amina Dubœuf-Léger",
        "Paul Lefebvre",
        "Quel métier ?",
        "Mon style au travail",
        "Deux points ressortent de l'entretien.",
        "Logistique",
        "Évaluation et atelier",
        "Une immersion de deux semaines",
        "Cela me ressemble.",
        "Claire Morel",
        "Signature",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn a_delivered_synthesis_holds_no_answer_to_an_item() {
    let (house, _, file) = delivered();
    let words = words(&file);
    let library = boussole::catalog::library::Library::embedded();
    let id = boussole::domain::assessment::AssessmentId(REFLECTION.to_owned());
    for item in library.get(&id).unwrap().items() {
        let statement = item.statement.replace('\u{2019}', "'");
        assert!(!words.contains(&statement), "{statement}");
    }
    drop(house);
}

/// One marked content: its page and its number there.
type Place = (ObjectId, i64);

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

/// Returns what the pages draw, how often each.
fn drawn(file: &Document) -> BTreeMap<Place, usize> {
    let mut drawn = BTreeMap::new();
    for page in file.get_pages().into_values() {
        for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
            let marked = operation.operands.get(1).and_then(|operand| operand.as_dict().ok());
            let number = marked.and_then(|dictionary| dictionary.get(b"MCID").and_then(Object::as_i64).ok());
            if let (Some(number), "BDC") = (number, operation.operator.as_str()) {
                *drawn.entry((page, number)).or_default() += 1;
            }
        }
    }
    drawn
}

/// Returns what the structure tree reads aloud, how often each.
fn read_aloud(file: &Document) -> BTreeMap<Place, usize> {
    let root = dictionary(file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut pending: Vec<&Object> = root.get(b"K").unwrap().as_array().unwrap().iter().collect();
    let mut read = BTreeMap::new();
    while let Some(kid) = pending.pop() {
        let kid = dictionary(file, kid);
        match (kid.get(b"MCID"), kid.get(b"K")) {
            (Ok(number), _) => {
                let place = (kid.get(b"Pg").unwrap().as_reference().unwrap(), number.as_i64().unwrap());
                *read.entry(place).or_default() += 1;
            }
            (Err(_), Ok(kids)) => pending.extend(kids.as_array().unwrap()),
            (Err(_), Err(_)) => {}
        }
    }
    read
}

#[test]
fn a_screen_reader_reads_once_all_that_is_drawn_on_each_paper() {
    let (mut house, session, synthesis) = delivered();
    house.people_waiting(6, WORKSHOP);
    let next = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let sheet = load(&house.app.write_attendance_sheet(house.facilitator, session).unwrap()[0]);
    let letter = load(&house.app.write_invitations(house.facilitator, next).unwrap()[0]);
    let person = house.app.session(house.counsellor, next).unwrap().seats[0].participant;
    let roadmap = load(&house.app.write_roadmap_sheet(house.counsellor, person).unwrap());
    house.prescribe(person, REFLECTION);
    house.code(person);
    let badge = load(&house.app.write_badge(house.facilitator, person).unwrap());
    let papers =
        [("synthesis", synthesis), ("sheet", sheet), ("letter", letter), ("roadmap", roadmap), ("badge", badge)];
    for (name, file) in papers {
        let drawn = drawn(&file);
        assert!(drawn.len() > 4, "{name}: {}", drawn.len());
        assert!(drawn.values().all(|times| *times == 1), "{name}");
        assert_eq!(drawn, read_aloud(&file), "{name}");
        let language = file.catalog().unwrap().get(b"Lang").unwrap();
        assert_eq!(lopdf::decode_text_string(language).unwrap(), "fr-FR", "{name}");
    }
}

#[test]
fn an_attendance_sheet_has_a_line_for_each_seat() {
    let mut house = House::new();
    house.people_waiting(9, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    assert_eq!(view.seats.len(), 9);
    let words = words(&load(&house.app.write_attendance_sheet(house.facilitator, session).unwrap()[0]));
    for seat in &view.seats {
        assert_eq!(words.matches(&seat.name).count(), 1, "{}: {words}", seat.name);
    }
    assert!(words.contains(&weekday_date(view.slot.day)), "{words}");
    assert!(words.contains("Mehdi Saïdi"), "{words}");
}

#[test]
fn an_invitation_writes_its_day_in_words() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let letters = house.app.write_invitations(house.facilitator, session).unwrap();
    assert_eq!(letters.len(), 6);
    let view = house.app.session(house.counsellor, session).unwrap();
    for (letter, seat) in letters.iter().zip(&view.seats) {
        let file = load(letter);
        assert_eq!(file.get_pages().len(), 1);
        let words = words(&file);
        for part in [&seat.name, "lundi 30 novembre 2026", "9 h", "03 53 01 20 26", "66 rue des Chantiers de France"] {
            assert!(words.contains(part), "{part}: {words}");
        }
    }
}

/// Returns the dark areas of the first page as left, top, right, bottom in points.
fn dark_areas(file: &Document) -> Vec<[f32; 4]> {
    let page = *file.get_pages().values().next().unwrap();
    let mut areas = Vec::new();
    let (mut dark, mut path): (bool, Vec<(f32, f32)>) = (false, Vec::new());
    for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        match operation.operator.as_str() {
            "rg" => dark = numbers.iter().all(|part| *part < 0.4),
            "m" | "l" | "c" => path.push((numbers[numbers.len() - 2], numbers[numbers.len() - 1])),
            "re" => path.extend([(numbers[0], numbers[1]), (numbers[0] + numbers[2], numbers[1] + numbers[3])]),
            "f" | "B" | "b" | "S" | "s" | "n" => {
                let ends = |values: Vec<f32>| {
                    let least = values.iter().copied().fold(f32::INFINITY, f32::min);
                    (least, values.iter().copied().fold(f32::NEG_INFINITY, f32::max))
                };
                let (left, right) = ends(path.iter().map(|point| point.0).collect());
                let (bottom, top) = ends(path.iter().map(|point| point.1).collect());
                if dark && operation.operator.starts_with('f') {
                    areas.push([left, 842.0 - top, right, 842.0 - bottom]);
                }
                path.clear();
            }
            _ => {}
        }
    }
    areas
}

#[test]
fn a_badge_has_the_first_name_the_code_the_pictures_and_a_square_that_a_decoder_reads() {
    const SCALE: f32 = 4.0;
    let mut house = House::on_disk();
    let amina = house.welcome(&person("Amina", "Dubœuf-Léger"), ProjectState::NoProject);
    assert!(house.app.write_badge(house.facilitator, amina).is_err(), "no code of the day, no badge");
    house.prescribe(amina, REFLECTION);
    let code = house.app.make_code(house.facilitator, amina).unwrap();
    let path = house.app.write_badge(house.facilitator, amina).unwrap();
    assert!(!path.to_string_lossy().contains("Amina"));
    let file = load(&path);
    let words = words(&file);
    assert_eq!(file.get_pages().len(), 1);
    let pictures = code.badge.unwrap().pictograms().map(boussole::i18n::terms::pictogram);
    let day = weekday_date(house.app.day());
    for part in pictures.iter().chain([&"Amina".to_owned(), &code.grouped, &day]) {
        assert!(words.contains(part.as_str()), "{part}: {words}");
    }
    assert!(!words.contains("Dubœuf") && !words.contains("Léger"), "{words}");
    let places: Vec<usize> = pictures.iter().map(|name| words.find(name.as_str()).unwrap()).collect();
    assert!(places.is_sorted(), "in order: {words}");
    let (width, height) = ((596.0 * SCALE) as usize, (842.0 * SCALE) as usize);
    let mut paper = vec![255_u8; width * height];
    for [left, top, right, bottom] in dark_areas(&file) {
        let pixel = |points: f32| (points * SCALE).round() as usize;
        for y in pixel(top)..pixel(bottom).min(height) {
            paper[y * width + pixel(left)..y * width + pixel(right).min(width)].fill(0);
        }
    }
    let read = crate::support::read_qr_codes(width, height, |x, y| paper[y * width + x]);
    assert_eq!(read, [format!("BOUSSOLE-{}", code.grouped.replace(' ', ""))]);
}
