//! A base in memory whose clock stands still, and the desk in front of it.

use std::time::Duration;

use boussole::app::setup::SetUp;
use boussole::app::theme::Tokens;
use boussole::app::{App, Chance, Clock, Login, Place};
use boussole::domain::stamp::Instant;
use boussole::i18n::typeset;
use boussole::ui::desk::DeskApp;
use chrono::NaiveDate;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::screens::raster::CpuRenderer;
use crate::support::folder_to_look_at;

pub type Bureau = Harness<'static, DeskApp>;

pub const SMALL: [f32; 2] = [1366.0, 768.0];
pub const LARGE: [f32; 2] = [1920.0, 1080.0];

/// Tuesday 24 November 2026, 9 o'clock.
pub fn morning() -> Instant {
    Instant::in_paris(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(9, 0, 0).unwrap())
}

/// Returns an empty program; its documents go to the folder.
pub fn empty_app(folder: &TempDir) -> App {
    let place = Place::Memory { documents: folder.path().to_owned() };
    App::open(&place, Clock::Simulated(morning()), Chance::from_seed(7)).unwrap()
}

/// Returns a program where Claire Morel works.
pub fn staffed_app(folder: &TempDir) -> (App, Login) {
    let mut app = empty_app(folder);
    let wish = SetUp {
        counsellor_first_name: "Claire".into(),
        counsellor_last_name: "Morel".into(),
        staff_code: "2468".into(),
        phone: "03 28 00 00 00".into(),
    };
    let login = app.set_up(&wish).unwrap();
    (app, login)
}

pub fn open(app: App, login: Option<Login>, size: [f32; 2]) -> Bureau {
    let mut bureau =
        Harness::builder().with_size(size).with_max_steps(30).renderer(CpuRenderer::default()).build_eframe(
            move |cc| {
                let tokens = Tokens::embedded().unwrap();
                match login {
                    Some(login) => DeskApp::logged_in(&cc.egui_ctx, app, &tokens, login),
                    None => DeskApp::new(&cc.egui_ctx, app, &tokens),
                }
            },
        );
    settle(&mut bureau);
    bureau
}

/// Runs frames until the program has answered everything.
pub fn settle(bureau: &mut Bureau) {
    let mut quiet = 0;
    for _ in 0..3000 {
        bureau.step();
        quiet = if bureau.state().is_busy() { 0 } else { quiet + 1 };
        if quiet > 3 {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("the desk never came to rest");
}

/// Presses the button with these words; the last one when a dialog repeats them.
pub fn press(bureau: &mut Bureau, label: &str) {
    click(bureau, Role::Button, label);
}

pub fn click(bureau: &mut Bureau, role: Role, label: &str) {
    let label = &typeset(label);
    let found = bureau.get_all_by_role_and_label(role, label).next_back();
    found.unwrap_or_else(|| panic!("no {role:?} « {label} »")).click_accesskit();
    settle(bureau);
}

/// Types in the field with this label, over what it holds.
pub fn fill(bureau: &mut Bureau, label: &str, text: &str) {
    let label = &typeset(label);
    let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput | Role::PasswordInput);
    let field = bureau.get_all_by_label(label).rfind(|node| is_field(node.accesskit_node().role()));
    field.unwrap_or_else(|| panic!("no field « {label} »")).focus();
    bureau.step();
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::A);
    bureau.event(Event::Text(text.to_owned()));
    settle(bureau);
}

pub fn shows(bureau: &Bureau, words: &str) -> bool {
    bureau.query_all_by_label_contains(&typeset(words)).next().is_some()
}

/// Writes the picture where `BOUSSOLE_SHOTS` says, if it says.
pub fn shoot(bureau: &mut Bureau, name: &str) {
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        bureau.render().unwrap().save(folder.join(format!("desk-{name}.png"))).unwrap();
    }
}

/// Draws a name on the signature pad, as somebody who writes quickly.
pub fn sign_on_pad(bureau: &mut Bureau) {
    let sheet = bureau.get_by_role(Role::Canvas).rect();
    let at = |x: f32, y: f32| sheet.min + vec2(sheet.width() * x, sheet.height() * y);
    let wave: Vec<Pos2> =
        (0..40).map(|n| n as f32 / 39.0).map(|t| at(0.2 + 0.5 * t, 0.5 + 0.2 * (t * 25.0).sin())).collect();
    draw(bureau, &wave);
    draw(bureau, &[at(0.2, 0.82), at(0.5, 0.8), at(0.8, 0.83)]);
}

/// Draws a stroke, several movements in a frame.
pub fn draw(bureau: &mut Bureau, places: &[Pos2]) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    bureau.event(Event::PointerMoved(places[0]));
    bureau.event(button(places[0], true));
    bureau.step();
    for pair in places[1..].chunks(2) {
        pair.iter().for_each(|place| bureau.event(Event::PointerMoved(*place)));
        bureau.step();
    }
    bureau.event(button(*places.last().unwrap(), false));
    bureau.step();
}

/// Reads the whole synthesis of a restitution, a window after another.
pub fn read_to_the_end(bureau: &mut Bureau) {
    click(bureau, Role::RadioButton, "Synthèse");
    for _ in 0..40 {
        if shows(bureau, "Toute la synthèse a été montrée") {
            return;
        }
        go_down(bureau);
    }
    panic!("the synthesis has no end");
}

/// Goes on by most of the height of the window, and lets the movement come to its end.
pub fn go_down(bureau: &mut Bureau) {
    press(bureau, "Plus bas");
    bureau.run_steps(20);
}
