//! The desk: the counsellor's program. Today, participants, workshops, syntheses, the network, the library.
//!
//! Screens draw view-models and push [`Action`](action::Action)s. What is asked of the program is written in
//! [`requests`] only and runs on the worker; a refusal never loses what was typed.

mod action;
mod ask;
mod composer;
mod cx;
mod data;
mod duplicates;
mod fields;
mod file;
mod frame;
mod grid;
mod group;
mod guidance;
mod import;
mod interview;
mod layout;
mod leaving;
mod letters;
mod library;
mod network;
mod offers;
mod opener;
mod own_page;
mod participants;
mod pointer;
mod post;
mod preview;
mod reaction;
mod requests;
mod restitution;
mod search;
mod setup;
mod state;
mod syntheses;
mod telling;
mod today;
mod two_hands;
mod who;
mod words;
mod workshops;
mod writing;

use std::time::Duration;

use eframe::egui::{Context, Ui, ViewportCommand};

pub use action::Place;
pub use data::Data;
pub use opener::Opener;
use post::Post;
pub use requests::DeskReply;
use search::Search;
pub use state::Desk;

use super::shell::{self, WindowError};
use super::theme::{self, Appearance, Kind};
use super::worker::Worker;
use crate::app::theme::Tokens;
use crate::app::{App, Login};

/// How often Today asks again, so that a sitting in the room is seen moving.
const REFRESH: Duration = Duration::from_secs(2);

/// The desk as an app: the screens, and the worker that owns the program.
pub struct DeskApp {
    desk: Desk,
    worker: Worker<App, DeskReply>,
    asked_again: f64,
    /// The search for a proposal that runs.
    search: Option<Search>,
    post: Post,
    opener: Opener,
    /// Frames until the window asks for the whole screen; some window managers grant it to a window that is shown only.
    fills_in: Option<u8>,
    tokens: Tokens,
    shown: Appearance,
}

impl DeskApp {
    /// Styles the context and asks the program what it knows.
    pub fn new(ctx: &Context, app: App, tokens: &Tokens) -> Self {
        shell::prepare(ctx, tokens, Kind::Desk, Appearance::default());
        let wakes = ctx.clone();
        let worker = Worker::start(app, Box::new(move || wakes.request_repaint()));
        let mut desk = Desk::default();
        desk.begin();
        Self {
            desk,
            worker,
            asked_again: 0.0,
            search: None,
            post: Post::default(),
            opener: opener::of_the_computer(),
            fills_in: None,
            tokens: tokens.clone(),
            shown: Appearance::default(),
        }
    }

    /// Opens the desk as somebody already named.
    pub fn logged_in(ctx: &Context, app: App, tokens: &Tokens, login: Login) -> Self {
        let mut app = Self::new(ctx, app, tokens);
        app.desk.enter(login);
        app
    }

    /// Shows papers another way than the computer's own.
    #[must_use]
    pub fn opening_with(mut self, opener: Opener) -> Self {
        self.opener = opener;
        self
    }

    /// Returns the screens' state, for tests.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Returns whether something asked is not answered yet.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy() || self.desk.waits() || self.search.is_some()
    }

    /// Takes the answers, then sends what was asked.
    fn exchange(&mut self, ctx: &Context) {
        for reply in self.worker.drain() {
            self.desk.receive(reply);
        }
        let now = ctx.input(|input| input.time);
        self.desk.keep_draft(now);
        if self.desk.watches().is_some() {
            if now - self.asked_again >= REFRESH.as_secs_f64() {
                self.asked_again = now;
                self.desk.look_again();
            }
            ctx.request_repaint_after(REFRESH);
        }
        self.search(ctx, now);
        self.post.turn(ctx, now, &mut self.desk);
        let orders = self.desk.orders();
        for path in self.desk.take_to_open() {
            if let Err(error) = (self.opener)(&path) {
                tracing::warn!(%error, "no program opened a paper");
                self.desk.not_opened(&path);
            }
        }
        for order in orders {
            if !self.worker.send(move |app| requests::carry_out(app, order)) {
                self.desk.lost();
            }
        }
        if self.shown != self.desk.appearance {
            self.shown = self.desk.appearance;
            theme::apply(ctx, &self.tokens, Kind::Desk, self.shown);
        }
        if self.worker.is_busy() || self.search.is_some() {
            ctx.request_repaint_after(Duration::from_millis(120));
        }
    }

    /// Starts the search that was asked for, shows for how long it runs, and takes what it found.
    fn search(&mut self, ctx: &Context, now: f64) {
        if let Some((question, wish)) = self.desk.take_search() {
            let wakes = ctx.clone();
            self.search = Some(Search::start(question, wish, now, Box::new(move || wakes.request_repaint())));
        }
        let Some(search) = &self.search else { return };
        if self.desk.stops_search() {
            search.stop();
        }
        // Asked first: a search that is over has given what it had.
        let over = search.is_over();
        match search.found() {
            Some(found) => {
                self.desk.found(Some(found));
                self.search = None;
            }
            None if over => {
                self.desk.found(None);
                self.search = None;
            }
            None => self.desk.searches_for(search.seconds(now)),
        }
    }
}

impl eframe::App for DeskApp {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.fills_in = match self.fills_in {
            Some(0) => {
                ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
                None
            }
            Some(frames) => {
                ctx.request_repaint();
                Some(frames - 1)
            }
            None => None,
        };
        self.exchange(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.desk.show(ui);
        if self.desk.has_actions() {
            ui.ctx().request_repaint();
        }
    }
}

/// Opens the desk in its window and runs it until it closes.
///
/// # Errors
/// Returns why no window opened.
pub fn run(app: App, tokens: Tokens) -> Result<(), WindowError> {
    shell::open(Kind::Desk, &tokens.clone(), Appearance::default(), move |cc| {
        let mut desk = DeskApp::new(&cc.egui_ctx, app, &tokens);
        desk.fills_in = Some(2);
        Box::new(desk)
    })
}
