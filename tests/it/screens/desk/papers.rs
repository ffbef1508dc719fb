//! Papers that were just written are shown by the computer's own program, and keys are found where a French keyboard has them.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use boussole::app::theme::Tokens;
use boussole::ui::desk::{DeskApp, Place};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, click, open, press, settle, shoot, shows};
use crate::screens::raster::CpuRenderer;
use crate::support::{House, WORKSHOP};

/// Opens the desk of a house where papers are opened as told.
fn opening(house: &House, fails: bool) -> (Bureau, Arc<Mutex<Vec<PathBuf>>>) {
    let (app, login) = (house.another_desk(), house.counsellor);
    let opened = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&opened);
    let mut bureau =
        Harness::builder().with_size(SMALL).with_max_steps(30).renderer(CpuRenderer::default()).build_eframe(
            move |cc| {
                let opener = move |path: &std::path::Path| {
                    seen.lock().unwrap().push(path.to_owned());
                    if fails { Err(io::ErrorKind::NotFound.into()) } else { Ok(()) }
                };
                let tokens = Tokens::embedded().unwrap();
                DeskApp::logged_in(&cc.egui_ctx, app, &tokens, login).opening_with(Box::new(opener))
            },
        );
    settle(&mut bureau);
    (bureau, opened)
}

fn print_a_roadmap(fails: bool) -> (Bureau, Arc<Mutex<Vec<PathBuf>>>) {
    let mut house = House::on_disk();
    let person = house.somebody();
    house.prescribe(person, WORKSHOP);
    let (mut bureau, opened) = opening(&house, fails);
    click(&mut bureau, Role::Tab, "Participants");
    let row = bureau.query_all_by_role(Role::Row).find_map(|row| row.accesskit_node().label()).unwrap();
    click(&mut bureau, Role::Row, &row);
    press(&mut bureau, "Imprimer (PDF)");
    (bureau, opened)
}

#[test]
fn a_paper_is_opened_by_the_computer_s_own_program() {
    let (mut bureau, opened) = print_a_roadmap(false);
    assert!(shows(&bureau, "Feuille de route"));
    shoot(&mut bureau, "papers-768");
    let button = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains("feuille-de-route-"))
        .unwrap();
    press(&mut bureau, &button);
    press(&mut bureau, "Ouvrir le dossier");
    let opened = opened.lock().unwrap();
    assert_eq!(opened.len(), 2);
    assert_eq!(opened[0].extension().unwrap(), "pdf");
    assert_eq!(opened[0].parent().unwrap(), opened[1]);
}

#[test]
fn a_paper_that_nothing_opens_says_where_it_is() {
    let (mut bureau, _) = print_a_roadmap(true);
    press(&mut bureau, "Ouvrir le dossier");
    assert!(shows(&bureau, "Cet ordinateur n'a pas de programme pour l'ouvrir. Le fichier est là"));
    shoot(&mut bureau, "papers-not-opened-768");
}

#[test]
fn ctrl_and_a_figure_go_to_the_parts_on_a_french_keyboard() {
    let house = House::on_disk();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    // Without a figure of its own: the key of 4 writes « ' », that of 6 « - ».
    for (key, physical, place) in [
        (Key::Quote, Key::Num4, Place::Syntheses),
        (Key::Minus, Key::Num6, Place::Library),
        (Key::Num2, Key::Num2, Place::Participants),
    ] {
        bureau.event(Event::Key {
            key,
            physical_key: Some(physical),
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        });
        settle(&mut bureau);
        assert_eq!(bureau.state().desk().place(), place);
    }
}
