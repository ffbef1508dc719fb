//! Every page of the gallery.

use boussole::app::theme::Tokens;
use boussole::ui::gallery::{Gallery, Page};
use boussole::ui::theme::{Appearance, Kind, Scheme};
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{SMALL, View, Walk, views};
use crate::screens::raster::CpuRenderer;

fn open(page: Page) -> Harness<'static, Gallery> {
    let mut screen =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(20).renderer(CpuRenderer::default()).build_eframe(
            move |cc| Gallery::new(&cc.egui_ctx, Tokens::embedded().unwrap(), page, Appearance::default()),
        );
    screen.run();
    screen
}

/// The gallery is for who makes the program: its pages stand still, at 100 %.
fn at_100(kind: Kind) -> Vec<View> {
    let mut views: Vec<View> = views(kind).into_iter().filter(|view| view.zoom == 100).collect();
    for scheme in [Scheme::Dark, Scheme::Contrast] {
        let view = View::drawn(SMALL, scheme, 100);
        if !views.contains(&view) {
            views.push(view);
        }
    }
    views
}

#[test]
fn pages_of_the_desk() {
    let mut walk = Walk::in_views(Kind::Desk, "gallery-desk", at_100(Kind::Desk));
    for (page, name) in
        [(Page::Desk, "desk"), (Page::Controls, "controls"), (Page::Results, "results"), (Page::Lists, "lists")]
    {
        walk.stop(&mut open(page), name);
    }
    let mut screen = open(Page::Controls);
    screen.get_by_role_and_label(Role::Button, "Supprimer…").click();
    screen.run();
    walk.stop(&mut screen, "dialog");
    screen.get_by_role_and_label(Role::Button, "Garder l\u{2019}étape").click();
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Ouvrir le calendrier").click();
    screen.run();
    walk.stop(&mut screen, "calendar");
    walk.end();
}

#[test]
fn pages_of_the_kiosk() {
    let mut walk = Walk::in_views(Kind::Kiosk, "gallery-kiosk", at_100(Kind::Kiosk));
    for (page, name) in [(Page::Question, "question"), (Page::Code, "code"), (Page::Answers, "answers")] {
        walk.stop(&mut open(page), name);
    }
    walk.end();
}

/// Every file of widgets with the names that it gives to screens.
fn widgets() -> Vec<(String, Vec<String>)> {
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui/widgets.rs")).unwrap();
    let given = source.split("pub use ").skip(1).filter_map(|line| line.split_once(';')).map(|(line, _)| line);
    given
        .map(|line| {
            let (file, names) = line.split_once("::").unwrap();
            let names = names.trim_matches(['{', '}']).split(',').map(|name| name.trim().to_owned());
            (file.to_owned(), names.filter(|name| !name.is_empty()).collect())
        })
        .collect()
}

#[test]
fn every_widget_is_shown() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui/gallery");
    let pages: String =
        std::fs::read_dir(folder).unwrap().map(|page| std::fs::read_to_string(page.unwrap().path()).unwrap()).collect();
    let main = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui/gallery.rs")).unwrap();
    let pages = pages + &main;
    let is_word = |name: &str| {
        pages.match_indices(name).any(|(at, _)| {
            let around = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
            around(pages[..at].chars().next_back()) && around(pages[at + name.len()..].chars().next())
        })
    };
    let found = widgets();
    assert!(found.len() > 28, "{}", found.len());
    for (file, names) in found {
        // A figure is shown on the cards that hold one; what a screen reader dictates is not seen.
        let shown = ["figure", "dictated"].contains(&file.as_str()) || names.iter().any(|name| is_word(name));
        assert!(shown, "no page of the gallery shows {file}: {names:?}");
    }
}
