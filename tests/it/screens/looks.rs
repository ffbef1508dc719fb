//! Every screen in every look: texts whole, targets large, contrast sufficient, nothing that scrolls and must not.
//!
//! A walk goes from screen to screen as a person does, and stops at each: there the window takes every size, scheme
//! and zoom in turn, and each is checked on what a screen reader sees and on the pixels. With `CI=true` or
//! `BOUSSOLE_LOOKS=all` every look is taken; otherwise two of them. `BOUSSOLE_SHOTS=DIR` keeps the pictures.

mod checks;
mod desk;
mod gallery;
mod group;
mod kiosk;
mod referrals;
mod seats;
mod seen;

use std::collections::BTreeMap;
use std::path::PathBuf;

use boussole::app::theme::Tokens;
use boussole::ui::theme::{self, Appearance, Kind, Scheme};
use eframe::egui::{Rect, ViewportId, vec2};
use egui_kittest::Harness;

use checks::{Rules, Scroll};
use seen::Seen;

use crate::support::folder_to_look_at;

const SMALL: [f32; 2] = [1366.0, 768.0];
const LARGE: [f32; 2] = [1920.0, 1080.0];
/// A window so high that no column of the desk scrolls: what is below the fold is checked too.
const TALL: [f32; 2] = [1366.0, 24000.0];

/// One way of showing a screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    pub size: [f32; 2],
    pub scheme: Scheme,
    pub zoom: u16,
    /// The pixels are looked at too.
    pub drawn: bool,
}

impl View {
    fn drawn(size: [f32; 2], scheme: Scheme, zoom: u16) -> Self {
        Self { size, scheme, zoom, drawn: true }
    }

    /// Only where things stand.
    fn laid(size: [f32; 2], zoom: u16) -> Self {
        Self { size, scheme: Scheme::Light, zoom, drawn: false }
    }

    fn name(&self) -> String {
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
            Scheme::Contrast => "contrast",
        };
        format!("{}x{}-{scheme}-{}", self.size[0], self.size[1], self.zoom)
    }
}

/// Returns whether every look is taken.
fn takes_all() -> bool {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    is("CI", "true") || is("BOUSSOLE_LOOKS", "all")
}

fn views(kind: Kind) -> Vec<View> {
    let mut views = vec![View::drawn(SMALL, Scheme::Light, 100), View::drawn(SMALL, Scheme::Contrast, 200)];
    if takes_all() {
        views.clear();
        for size in [SMALL, LARGE] {
            for zoom in [100, 200] {
                for scheme in [Scheme::Light, Scheme::Dark, Scheme::Contrast] {
                    views.push(View::drawn(size, scheme, zoom));
                }
            }
        }
    }
    for zoom in [125, 150] {
        views.push(View::laid(SMALL, zoom));
    }
    if kind == Kind::Desk {
        views.extend([View::laid(TALL, 100), View::laid(TALL, 200)]);
    }
    views
}

fn rules(kind: Kind, view: &View) -> Rules {
    match kind {
        Kind::Kiosk => Rules {
            target: 64.0,
            between_answers: 16.0,
            text_contrast: 7.0,
            scroll: if view.zoom > 125 { Scroll::Answers } else { Scroll::Nothing },
        },
        Kind::Desk => Rules {
            target: 32.0,
            between_answers: 0.0,
            text_contrast: 4.5,
            scroll: if view.size == TALL { Scroll::Nothing } else { Scroll::Columns },
        },
    }
}

/// A walk through screens: what was looked at, and what is wrong.
pub struct Walk {
    kind: Kind,
    name: &'static str,
    views: Vec<View>,
    tokens: Tokens,
    n_screens: usize,
    n_views: usize,
    /// What is wrong, with the screens and views where it is.
    faults: BTreeMap<String, Vec<String>>,
}

impl Walk {
    pub fn new(kind: Kind, name: &'static str) -> Self {
        Self::in_views(kind, name, views(kind))
    }

    /// A walk that looks only at some views.
    pub fn in_views(kind: Kind, name: &'static str, views: Vec<View>) -> Self {
        let tokens = Tokens::embedded().unwrap();
        Self { kind, name, views, tokens, n_screens: 0, n_views: 0, faults: BTreeMap::new() }
    }

    /// Looks at the screen in every view, and leaves it as it was.
    pub fn stop<S>(&mut self, screen: &mut Harness<'static, S>, place: &str) {
        self.n_screens += 1;
        // Nothing is hovered.
        screen.remove_cursor();
        screen.step();
        let before = theme::Look::of(&screen.ctx).appearance;
        let (size, zoom) = (screen.ctx.content_rect().size(), screen.ctx.zoom_factor());
        for view in self.views.clone() {
            self.dress(screen, &view, before);
            self.n_views += 1;
            let seen = Seen::of(screen, view.drawn);
            for fault in checks::all(&seen, &rules(self.kind, &view)) {
                self.faults.entry(fault).or_default().push(format!("{place} {}", view.name()));
            }
            if let Some((folder, picture)) = shots().zip(seen.picture) {
                let file = folder.join(format!("{}-{}-{place}.png", view.name(), self.name));
                picture.save(file).unwrap();
            }
        }
        theme::apply(&screen.ctx, &self.tokens, self.kind, before);
        self.resize(screen, [size.x * zoom, size.y * zoom]);
    }

    fn dress<S>(&self, screen: &mut Harness<'static, S>, view: &View, before: Appearance) {
        let appearance = Appearance { scheme: view.scheme, zoom_percent: view.zoom, ..before };
        theme::apply(&screen.ctx, &self.tokens, self.kind, appearance);
        self.resize(screen, view.size);
    }

    /// Gives the window a size in pixels; the clock stands still meanwhile.
    fn resize<S>(&self, screen: &mut Harness<'static, S>, size: [f32; 2]) {
        for _ in 0..6 {
            let points = vec2(size[0], size[1]) / screen.ctx.zoom_factor();
            screen.set_size(points);
            let window = Rect::from_min_size(Default::default(), points);
            if self.kind == Kind::Kiosk {
                screen.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().inner_rect = Some(window);
            }
            still(screen);
        }
        let shown = screen.ctx.content_rect().size() * screen.ctx.zoom_factor();
        assert!((shown - vec2(size[0], size[1])).length() < 3.0, "{shown:?} instead of {size:?}");
    }

    /// Says how much was looked at, and fails when something is wrong.
    pub fn end(self) {
        let Self { name, n_screens, n_views, faults, .. } = self;
        println!("{name}: {n_screens} screens, {n_views} views; BOUSSOLE_LOOKS=all or CI=true take every look");
        let mut told = String::new();
        for (fault, places) in &faults {
            let (first, more) = (&places[0], places.len() - 1);
            let also = if more > 0 { format!(" and {more} more") } else { String::new() };
            told += &format!("\n{fault} ({first}{also})");
        }
        assert!(faults.is_empty(), "{name}: {} faults{told}", faults.len());
    }
}

/// Runs a frame in which no time passes.
fn still<S>(screen: &mut Harness<'static, S>) {
    let now = screen.ctx.input(|input| input.time);
    screen.input_mut().time = Some(now);
    screen.step();
    screen.input_mut().time = None;
}

/// Returns the folder where pictures are kept, if they are.
fn shots() -> Option<PathBuf> {
    let folder = folder_to_look_at("BOUSSOLE_SHOTS")?.join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    Some(folder)
}
