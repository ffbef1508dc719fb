//! A definition tried by its author: the kiosk as a person sees it, and a ribbon that says so.

use boussole::app::theme::Tokens;
use boussole::app::{App, Chance, Clock};
use boussole::i18n::typeset;
use boussole::ui::kiosk::KioskApp;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::room::{Kiosk, SMALL, press, settle, shoot, shows};
use crate::definitions::SOUND;
use crate::screens::raster::CpuRenderer;

fn preview(text: &str) -> Kiosk {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("essai.toml");
    std::fs::write(&file, text).unwrap();
    let (app, code) = App::preview(&file, Clock::System, Chance::from_seed(1)).unwrap();
    let mut kiosk = Harness::builder()
        .with_size(SMALL)
        .with_max_steps(30)
        .renderer(CpuRenderer::default())
        .build_eframe(move |cc| KioskApp::previewing(&cc.egui_ctx, app, Tokens::embedded().unwrap(), code));
    settle(&mut kiosk);
    settle(&mut kiosk);
    kiosk
}

#[test]
fn the_code_is_typed_by_itself_and_every_screen_says_that_it_is_a_preview() {
    let mut kiosk = preview(SOUND);
    let ribbon = typeset("Aperçu (Échap pour quitter)");
    assert!(shows(&kiosk, &ribbon));
    assert!(kiosk.query_by_role_and_label(Role::Button, "Commencer").is_none(), "nobody types a code");
    shoot(&mut kiosk, "preview-notice");
    let accept = kiosk.get_all_by_role(Role::Button).count();
    assert!(accept > 0);
    press(&mut kiosk, &typeset("J'ai compris"));
    assert!(shows(&kiosk, &ribbon));
    assert!(shows(&kiosk, &typeset("Ma petite évaluation")));
    shoot(&mut kiosk, "preview-today");
}

#[test]
fn escape_closes_a_preview() {
    let mut kiosk = preview(SOUND);
    // Pressed without being released: one frame, whose commands are looked at.
    kiosk.event(Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    kiosk.step();
    let asked = &kiosk.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(asked.contains(&ViewportCommand::Close), "{asked:?}");
}
