//! A base with one person and her code, and a kiosk in front of it.

use std::time::Duration;

use boussole::app::App;
use boussole::app::theme::Tokens;
use boussole::domain::id::ParticipantId;
use boussole::domain::interview::ProjectState;
use boussole::domain::roadmap::Prescription;
use boussole::ui::kiosk::KioskApp;
use boussole::ui::voice::Folders;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::screens::raster::CpuRenderer;
use crate::support::{House, activity, person, wish};

pub use crate::support::{STAFF_CODE, STATION};

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
        let mut house = House::on_disk();
        let amina = house.welcome(&person("Amina", "Diallo"), ProjectState::NoProject);
        let (desk, roadmap) = (house.counsellor, house.roadmap(amina));
        let wish = Prescription { despite_advice: Some("Oui".to_owned()), ..wish() };
        for assessment in assessments {
            house.app.prescribe(desk, roadmap, &activity(assessment), &wish).unwrap();
        }
        let code = house.code(amina).replace(' ', "");
        Self { house, code, amina }
    }

    /// Opens the base again, as the desk does beside the kiosk.
    pub fn desk(&self) -> App {
        self.house.another_desk()
    }

    pub fn kiosk(&self, size: [f32; 2]) -> Kiosk {
        let app = self.house.another_desk();
        let mut kiosk = Harness::builder()
            .with_size(size)
            .with_max_steps(30)
            .renderer(CpuRenderer::default())
            .build_eframe(move |cc| {
                KioskApp::new(&cc.egui_ctx, app, Tokens::embedded().unwrap(), STATION.to_owned(), &Folders::default())
            });
        settle(&mut kiosk);
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

pub fn press(kiosk: &mut Kiosk, button: &str) {
    kiosk.get_by_role_and_label(Role::Button, button).click();
    settle(kiosk);
}

pub fn type_text(kiosk: &mut Kiosk, text: &str) {
    for digit in text.chars() {
        kiosk.event(Event::Text(digit.to_string()));
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
        _ => return,
    };
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
    if let Some(folder) = std::env::var("BOUSSOLE_SHOTS").ok().filter(|folder| !folder.is_empty()) {
        std::fs::create_dir_all(&folder).unwrap();
        kiosk.render().unwrap().save(format!("{folder}/kiosk-{name}.png")).unwrap();
    }
}

/// Asserts that every control lies wholly on the screen.
pub fn assert_fits(kiosk: &Kiosk, place: &str) {
    let whole = kiosk.ctx.content_rect().expand(1.0);
    for role in [Role::Button, Role::RadioButton, Role::TextInput, Role::Document, Role::Heading] {
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
