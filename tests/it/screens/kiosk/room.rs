//! A base with one person and her code, and a kiosk in front of it.

use std::time::Duration;

use boussole::app::App;
use boussole::app::kiosk::SittingView;
use boussole::app::people::NewParticipant;
use boussole::app::theme::Tokens;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::id::{ParticipantId, SynthesisId};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::ExtraTime;
use boussole::domain::response::{Missing, Response};
use boussole::domain::roadmap::Prescription;
use boussole::domain::sitting::{Event, Step};
use boussole::domain::synthesis::SynthesisText;
use boussole::domain::visit::WarmUp;
use boussole::store::Store;
use boussole::ui::kiosk::KioskApp;
use boussole::ui::voice::Folders;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::screens::raster::CpuRenderer;
use crate::support::{House, REFLECTION, activity, first_answer, folder_to_look_at, person, wish};

pub use crate::support::{STAFF_CODE, STATION};

/// A definition with a question of every kind.
pub const EVERY_KIND: &str = "toutes-sortes";

pub const SMALL: [f32; 2] = [1366.0, 768.0];

/// A room: a house whose base is a file, and one person's code.
pub struct Room {
    pub house: House,
    pub code: String,
    pub amina: ParticipantId,
}

pub type Kiosk = Harness<'static, KioskApp>;

impl Room {
    /// Records Amina with these assessments on her roadmap, and makes her code.
    pub fn with(assessments: &[&str]) -> Self {
        Self::furnished(House::on_disk(), assessments, ExtraTime::None)
    }

    /// Records Amina with the definition of `tests/data` that has a question of every kind.
    pub fn with_every_kind() -> Self {
        Self::furnished(House::with_definition(EVERY_KIND), &[EVERY_KIND], ExtraTime::None)
    }

    pub fn furnished(mut house: House, assessments: &[&str], extra_time: ExtraTime) -> Self {
        let amina = NewParticipant { extra_time, ..person("Amina", "Diallo") };
        let amina = house.welcome(&amina, ProjectState::NoProject);
        let (desk, roadmap) = (house.counsellor, house.roadmap(amina));
        let wish = Prescription { despite_advice: Some("Oui".to_owned()), ..wish() };
        for assessment in assessments {
            house.app.prescribe(desk, roadmap, &activity(assessment), &wish).unwrap();
        }
        let code = house.code(amina).replace(' ', "");
        let room = Self { house, code, amina };
        room.end_warm_up(WarmUp::Skipped);
        room
    }

    /// Finishes Amina's path and her text, holds her restitution, and opens her page at the kiosks.
    pub fn giving_back(text: &SynthesisText) -> (Self, SynthesisId) {
        let mut house = House::on_disk();
        let amina = house.welcome(&person("Amina", "Diallo"), ProjectState::ToConfirm);
        house.prescribe(amina, REFLECTION);
        house.sit("Poste 9", amina, first_answer);
        let desk = house.counsellor;
        let synthesis = house.app.begin_synthesis(desk, amina).unwrap();
        house.app.save_synthesis(desk, synthesis, text).unwrap();
        house.app.write_synthesis(desk, synthesis).unwrap();
        let kind = AppointmentKind::Restitution;
        let (slots, today) = (house.app.free_slots(desk, amina, kind, 60).unwrap(), house.app.day());
        // Another day: this visit begins with the data notice, as each day does.
        let slot = slots.into_iter().find(|slot| slot.day > today).unwrap();
        let id = house.app.book_appointment(desk, amina, kind, slot).unwrap();
        house.set_time(slot.day, 17, 30);
        house.app.keep_appointment(desk, id).unwrap();
        house.app.open_own_page(desk, synthesis).unwrap();
        let code = house.app.arrive(desk, amina).unwrap().grouped.replace(' ', "");
        (Self { house, code, amina }, synthesis)
    }

    /// Records what became of Amina's warm-up today. Without it her visit begins with the warm-up.
    pub fn end_warm_up(&self, how: WarmUp) {
        let mut store = Store::open(&self.house.base_file()).unwrap();
        let visit = store.base().visit_of(self.amina, self.house.app.day()).unwrap().unwrap();
        store.write(|tx| tx.set_warm_up(visit.id, how)).unwrap();
    }

    /// Makes her visit begin with the warm-up, as the first one of everybody does.
    pub fn before_warm_up(self) -> Self {
        let base = rusqlite::Connection::open(self.house.base_file()).unwrap();
        base.execute("UPDATE visit SET warm_up = NULL", []).unwrap();
        self
    }

    /// Answers the first assessment without its screens, up to an item: practice and questions before it. No name is
    /// the first question, whatever it is.
    pub fn answer_before(&self, item: &str) -> SittingView {
        let mut app = self.desk();
        let view = self.answer_up_to(&mut app, item);
        app.leave_station(STATION).unwrap();
        view
    }

    fn answer_up_to(&self, app: &mut App, item: &str) -> SittingView {
        let visit = app.enter_code(STATION, &self.code).unwrap().visit;
        app.acknowledge_notice(STATION, visit, "notice").unwrap();
        let mut view = app.begin_or_resume(STATION, visit).unwrap();
        loop {
            let made = view.on_screen().unwrap_or_else(|| panic!("{item} never comes"));
            view = match view.step {
                Step::Practice(index) => app.practise(STATION, view.sitting, index, first_answer(&made)).unwrap(),
                Step::Question(_) if item.is_empty() || made.id.0 == item => return view,
                Step::Question(_) => app.answer(STATION, view.sitting, &made.id, first_answer(&made), 900).unwrap(),
                Step::End => unreachable!("an end has no item"),
            };
        }
    }

    /// Returns the answers on disk, by the ids of their items.
    pub fn answers(&self) -> std::collections::BTreeMap<String, Response> {
        let store = Store::open(&self.house.base_file()).unwrap();
        let base = store.base();
        let sittings = base.sittings_of(self.amina).unwrap();
        let events = sittings.iter().flat_map(|row| base.events(row.id).unwrap());
        let given = events.filter_map(|stamped| match stamped.event {
            Event::Answered { item, answer, .. } | Event::Revised { item, answer, .. } => {
                Some((item.0, answer.response()))
            }
            Event::TimeRanOut { item, .. } => Some((item.0, Response::Missing(Missing::TimeRanOut))),
            _ => None,
        });
        given.collect()
    }

    /// Opens the base again, as the desk does beside the kiosk.
    pub fn desk(&self) -> App {
        self.house.another_desk()
    }

    /// Opens a kiosk on a computer without a voice.
    pub fn kiosk(&self, size: [f32; 2]) -> Kiosk {
        self.kiosk_with(size, Folders::default())
    }

    /// Opens a kiosk on a computer whose programs are in these folders.
    pub fn kiosk_with(&self, size: [f32; 2], folders: Folders) -> Kiosk {
        let app = self.house.another_desk();
        let mut kiosk =
            Harness::builder().with_size(size).with_max_steps(30).renderer(CpuRenderer::default()).build_eframe(
                move |cc| {
                    KioskApp::new(&cc.egui_ctx, app, Tokens::embedded().unwrap(), STATION.to_owned())
                        .speaking(&cc.egui_ctx, &folders)
                },
            );
        settle(&mut kiosk);
        kiosk
    }

    /// Opens the kiosk on a large screen.
    pub fn kiosk_1080(&self) -> Kiosk {
        let mut kiosk = self.kiosk([1920.0, 1080.0]);
        // What a window tells and the harness does not: where it is, in points of the frame before.
        let whole = kiosk.ctx.content_rect();
        kiosk.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().inner_rect = Some(whole);
        kiosk.run_steps(3);
        kiosk
    }
}

/// Steps until the base has answered and the screen is still.
pub fn settle(kiosk: &mut Kiosk) {
    for _ in 0..400 {
        kiosk.step();
        if !kiosk.state().is_busy() {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(!kiosk.state().is_busy(), "the base did not answer");
    kiosk.run();
}

/// Settles, and lets « C'est noté » pass.
pub fn next(kiosk: &mut Kiosk) {
    settle(kiosk);
    kiosk.run_steps(5);
    settle(kiosk);
}

/// Lets time pass without a touch, a few seconds a frame.
pub fn let_pass(kiosk: &mut Kiosk, seconds: usize) {
    let end = kiosk.ctx.input(|input| input.time) + seconds as f64;
    loop {
        let now = kiosk.ctx.input(|input| input.time);
        if now >= end {
            break;
        }
        kiosk.input_mut().time = Some((now + 5.0).min(end));
        kiosk.step();
        kiosk.input_mut().time = None;
        settle(kiosk);
    }
}

pub fn press(kiosk: &mut Kiosk, button: &str) {
    kiosk.get_by_role_and_label(Role::Button, button).click();
    settle(kiosk);
}

pub fn type_text(kiosk: &mut Kiosk, text: &str) {
    for digit in text.chars() {
        kiosk.event(eframe::egui::Event::Text(digit.to_string()));
        kiosk.step();
    }
    kiosk.run();
}

pub fn enter(kiosk: &mut Kiosk) {
    kiosk.key_press(Key::Enter);
    settle(kiosk);
}

pub fn shows(kiosk: &Kiosk, words: &str) -> bool {
    kiosk.query_all_by_label_contains(words).next().is_some()
}

pub fn is_disabled(kiosk: &Kiosk, button: &str) -> bool {
    kiosk.get_by_role_and_label(Role::Button, button).accesskit_node().is_disabled()
}

/// Chooses the size of the letters.
pub fn choose_size(kiosk: &mut Kiosk, percent: &str) {
    let choice = match percent {
        "125" => "Grande",
        "150" => "Très grande",
        "200" => "Maximale",
        _ => return,
    };
    choose(kiosk, choice);
}

/// Chooses the colours.
pub fn choose_scheme(kiosk: &mut Kiosk, name: &str) {
    if name != "Clair" {
        choose(kiosk, name);
    }
}

/// Chooses one value of a setting under « Affichage ».
pub fn choose(kiosk: &mut Kiosk, choice: &str) {
    press(kiosk, "Affichage");
    kiosk.get_by_role_and_label(Role::RadioButton, choice).click();
    settle(kiosk);
    press(kiosk, "C\u{2019}est bien ainsi");
}

/// Opens the code, reads the notice, and comes to the practice question, by keyboard.
pub fn walk_to_practice(kiosk: &mut Kiosk, code: &str) {
    type_text(kiosk, code);
    enter(kiosk);
    enter(kiosk);
    if shows(kiosk, "Aujourd\u{2019}hui") {
        enter(kiosk);
    }
    for _ in 0..3 {
        enter(kiosk);
    }
}

/// Types the code, and goes on to the question that is next.
pub fn come_back(kiosk: &mut Kiosk, code: &str) {
    type_text(kiosk, code);
    enter(kiosk);
    come_to_question(kiosk);
}

/// Goes on, by keyboard, from the pages that stand before a question.
pub fn come_to_question(kiosk: &mut Kiosk) {
    for _ in 0..12 {
        if is_at_question(kiosk) {
            return;
        }
        enter(kiosk);
    }
    panic!("no question comes");
}

pub fn is_at_question(kiosk: &Kiosk) -> bool {
    let words = ["Valider", "J\u{2019}ai fini", "Réessayer"];
    let asked = |words: &&str| kiosk.query_by_role_and_label(Role::Button, words).is_some();
    words.iter().any(asked) || shows(kiosk, "Étape ")
}

/// Confirms the answer and lets « C'est noté » pass.
pub fn confirm(kiosk: &mut Kiosk) {
    press(kiosk, "Valider");
    next(kiosk);
}

/// Answers the practice question and comes to the first true one, by keyboard.
pub fn walk_to_first_question(kiosk: &mut Kiosk, code: &str) {
    walk_to_practice(kiosk, code);
    kiosk.key_press(Key::Num2);
    kiosk.run();
    enter(kiosk);
    enter(kiosk);
}

/// Writes the picture where `BOUSSOLE_SHOTS` says, if it says.
pub fn shoot(kiosk: &mut Kiosk, name: &str) {
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        kiosk.render().unwrap().save(folder.join(format!("kiosk-{name}.png"))).unwrap();
    }
}

/// Asserts that every control lies wholly on the screen.
pub fn assert_fits(kiosk: &Kiosk, place: &str) {
    let whole = kiosk.ctx.content_rect().expand(1.0);
    let roles = [
        Role::Button,
        Role::RadioButton,
        Role::CheckBox,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::Document,
        Role::Heading,
        Role::Image,
        Role::Link,
        Role::Tab,
    ];
    for role in roles {
        for node in kiosk.query_all_by_role(role) {
            assert!(
                whole.contains_rect(node.rect()),
                "{place}: {:?} at {:?}",
                node.accesskit_node().label(),
                node.rect()
            );
        }
    }
    assert!(kiosk.query_by_role_and_label(Role::Button, "Descendre").is_none(), "{place}: the zone scrolls");
}
