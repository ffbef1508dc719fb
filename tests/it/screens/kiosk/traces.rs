//! One kiosk, one person after the other: nothing of who was there is left for who comes.

use boussole::app::people::NewParticipant;
use boussole::domain::interview::ProjectState;
use boussole::domain::roadmap::Prescription;
use boussole::domain::visit::WarmUp;
use eframe::egui::accesskit::Role;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::util::IdTypeMap;
use eframe::egui::{Event, Key, Modifiers};
use image::RgbaImage;

use super::hand::{Finger, Hand as _};
use super::room::{EVERY_KIND, Kiosk, Room, SMALL, STAFF_CODE, come_back, enter, let_pass, settle, type_text};
use super::seen::{control, field, plain, seen, title};
use crate::support::{activity, person, wish};

/// How a person goes.
#[derive(Clone, Copy, Debug)]
enum Going {
    /// To the end, with « Au revoir ».
    AtTheEnd,
    /// « C'est une autre personne ».
    NotMe,
    /// Pause, then « Arrêter ici ».
    Stops,
    /// Nobody touches the screen any more.
    WalksAway,
}

const GOINGS: [Going; 4] = [Going::AtTheEnd, Going::NotMe, Going::Stops, Going::WalksAway];

/// Someone whose name and answers are like nobody's.
struct Somebody {
    first: String,
    last: String,
    word: String,
}

impl Somebody {
    fn number(n: u8) -> Self {
        let letter = char::from(b'a' + n % 26);
        let name = |stem: &str| format!("{stem}{}", letter.to_string().repeat(2 + usize::from(n / 26)));
        Self { first: name("Zoé"), last: name("Quévert"), word: name("hippocampe") }
    }

    fn tokens(&self) -> [&str; 3] {
        [&self.first, &self.last, &self.word]
    }

    /// Records the person, prescribes the assessment, and makes today's code in the room.
    fn arrives(&self, room: &mut Room) {
        let wish = Prescription { despite_advice: Some("Oui".to_owned()), ..wish() };
        let newcomer = NewParticipant { ..person(&self.first, &self.last) };
        room.amina = room.house.welcome(&newcomer, ProjectState::NoProject);
        let roadmap = room.house.roadmap(room.amina);
        room.house.app.prescribe(room.house.counsellor, roadmap, &activity(EVERY_KIND), &wish).unwrap();
        room.code = room.house.code(room.amina).replace(' ', "");
        room.end_warm_up(WarmUp::Skipped);
    }
}

#[test]
fn nothing_of_one_person_is_left_for_the_next() {
    let mut room = Room::with_every_kind();
    let mut kiosk = room.kiosk(SMALL);
    let never_used = picture(&mut kiosk);
    let mut before: Option<Somebody> = None;
    for n in 0..24 {
        let somebody = Somebody::number(n);
        somebody.arrives(&mut room);
        let going = GOINGS[usize::from(n) % GOINGS.len()];
        sit(&room, &mut kiosk, &somebody, before.as_ref(), going);
        assert_eq!(title(&kiosk), "Tapez votre code", "{going:?}");
        for gone in [Some(&somebody), before.as_ref()].into_iter().flatten() {
            assert_nothing_of(&kiosk, gone, going);
        }
        assert_nothing_kept(&kiosk, going);
        assert!(picture(&mut kiosk) == never_used, "{going:?}: the first screen is not as it was");
        before = Some(somebody);
    }
}

#[test]
fn who_closes_the_kiosk_leaves_nothing_to_who_opens_it() {
    let mut room = Room::with_every_kind();
    let somebody = Somebody::number(3);
    somebody.arrives(&mut room);
    room.answer_before("MOT");
    let mut kiosk = room.kiosk(SMALL);
    let never_used = picture(&mut kiosk);
    come_back(&mut kiosk, &room.code);
    type_text(&mut kiosk, &somebody.word);
    let root = eframe::egui::ViewportId::ROOT;
    kiosk.input_mut().viewports.get_mut(&root).unwrap().events.push(eframe::egui::ViewportEvent::Close);
    kiosk.step();
    settle(&mut kiosk);
    assert_eq!(title(&kiosk), "Code de l'équipe");
    type_text(&mut kiosk, STAFF_CODE);
    enter(&mut kiosk);
    drop(kiosk);
    let mut kiosk = room.kiosk(SMALL);
    assert_eq!(title(&kiosk), "Tapez votre code");
    assert_nothing_of(&kiosk, &somebody, Going::Stops);
    assert!(picture(&mut kiosk) == never_used);
}

/// Lets somebody write at the question where all write, and go.
fn sit(room: &Room, kiosk: &mut Kiosk, somebody: &Somebody, before: Option<&Somebody>, going: Going) {
    let mut finger = Finger::default();
    if let Going::NotMe = going {
        finger.write(kiosk, &room.code);
        finger.press(kiosk, Role::Button, "Commencer");
        assert_eq!(title(kiosk), format!("Bonjour {}", somebody.first));
        return finger.press(kiosk, Role::Button, "C'est une autre personne");
    }
    room.answer_before("MOT");
    come_back(kiosk, &room.code);
    let written = |kiosk: &Kiosk| field(kiosk).and_then(|field| field.value).unwrap_or_default();
    assert_eq!(written(kiosk), "");
    // Undoing, redoing and pasting bring back nothing of an earlier person.
    for (key, modifiers) in
        [(Key::Z, Modifiers::COMMAND), (Key::Z, Modifiers::COMMAND | Modifiers::SHIFT), (Key::Y, Modifiers::COMMAND)]
    {
        kiosk.key_press_modifiers(modifiers, key);
        settle(kiosk);
    }
    kiosk.event(Event::Paste("presse-papiers".to_owned()));
    settle(kiosk);
    assert_eq!(written(kiosk), "", "after {:?}", before.map(|before| &before.word));
    assert!(control(kiosk, Role::Button, "a").is_some(), "the keyboard is not as it was");
    type_text(kiosk, &somebody.word);
    finger.press(kiosk, Role::Button, "Majuscule");
    kiosk.event(Event::Copy);
    settle(kiosk);
    match going {
        Going::Stops => {
            for name in ["Aide", "Pause", "Arrêter ici"] {
                finger.press(kiosk, Role::Button, name);
            }
        }
        Going::WalksAway => let_pass(kiosk, 190),
        Going::NotMe => {}
        Going::AtTheEnd => {
            finger.press(kiosk, Role::Button, "Valider");
            for name in ["Aide", "Pause", "Arrêter ici"] {
                kiosk.run_steps(5);
                settle(kiosk);
                finger.press(kiosk, Role::Button, name);
            }
            room.answer_before("CALCUL2");
            come_back(kiosk, &room.code);
            finger.write(kiosk, "18");
            finger.press(kiosk, Role::Button, "Valider");
            kiosk.run_steps(6);
            settle(kiosk);
            assert_eq!(title(kiosk), "C'est fini, merci");
            finger.press(kiosk, Role::Button, "Au revoir");
        }
    }
}

/// Asserts that a screen reader finds nothing of the person.
fn assert_nothing_of(kiosk: &Kiosk, gone: &Somebody, going: Going) {
    for seen in seen(kiosk) {
        let told = plain(&format!("{} {}", seen.name, seen.value.unwrap_or_default())).to_lowercase();
        for token in gone.tokens() {
            assert!(!told.contains(&plain(token).to_lowercase()), "{going:?}: {token} is left in {told}");
        }
    }
}

/// Asserts that nothing was handed to the computer, and that no widget remembers a text.
fn assert_nothing_kept(kiosk: &Kiosk, going: Going) {
    assert!(kiosk.output().platform_output.commands.is_empty(), "{going:?}: something went to the clipboard");
    let texts = kiosk.ctx.data(IdTypeMap::count::<TextEditState>);
    assert_eq!(texts, 0, "{going:?}: texts are kept, with what undoes them");
    assert!(kiosk.ctx.memory(|memory| memory.focused().is_none()), "{going:?}: something has the focus");
}

fn picture(kiosk: &mut Kiosk) -> RgbaImage {
    kiosk.input_mut().events.push(Event::PointerGone);
    kiosk.step();
    settle(kiosk);
    kiosk.render().unwrap()
}
