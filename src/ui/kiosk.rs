//! The kiosk: full screen, one thing at a time, for people who read little and fear computers.
//!
//! `logic()` takes replies and sends requests, `ui()` only draws and pushes [`Action`]s. Nothing of a person
//! stays here after the end or the privacy lock: what was given is on disk, and the code opens it again.

mod answers;
mod attempt;
mod back;
mod breather;
mod correction;
mod display;
mod ending;
mod flow;
mod hearing;
mod held;
mod help;
mod idle;
mod information;
mod introduction;
mod leave;
mod listen;
mod material;
mod notice;
mod own_page;
mod page;
mod page_closed;
mod place;
mod presence;
mod question;
mod requests;
mod ruler;
mod scan;
mod screen;
mod script;
mod section;
mod start;
mod task;
mod today;
mod warm_up;
mod watch;
mod words;
mod zone;

use std::time::Duration;

use eframe::egui::{
    Align2, Area, CentralPanel, Context, Event, Frame, Id, Key, Order, Pos2, Ui, UiBuilder, ViewportCommand,
    accesskit_root_id, vec2,
};

use self::flow::{Action, Flow, Overlay};
use self::hearing::{Hearing, Scene};
use self::idle::Presence;
use self::requests::{KioskReply, Silence};
use self::screen::{Entry, Phase, Screen};
use super::shell::{self, WindowError};
use super::theme::{self, Appearance, Kind, Look};
use super::voice::{Folders, Voice};
use super::widgets::{Tone, badge};
use super::worker::Worker;
use crate::app::App;
use crate::app::theme::Tokens;
use crate::tr;

/// The kiosk as an eframe app.
pub struct KioskApp {
    worker: Worker<App, KioskReply>,
    silence: Silence,
    tokens: Tokens,
    station: String,
    flow: Flow,
    hearing: Hearing,
    actions: Vec<Action>,
    shown: Appearance,
    /// Where the pointer was at the last movement that counted as a presence.
    pointer: Pos2,
    closing: bool,
    /// The code of a preview, typed by itself.
    preview: Option<String>,
}

/// Opens the kiosk of a station over the whole screen, until the staff code closes it.
///
/// # Errors
/// Returns why no window opened.
pub fn run(app: App, tokens: Tokens, station: String) -> Result<(), WindowError> {
    let look = tokens.clone();
    shell::open(Kind::Kiosk, &look, Appearance::default(), move |cc| {
        Box::new(KioskApp::new(&cc.egui_ctx, app, tokens, station).speaking(&cc.egui_ctx, &Folders::of_the_computer()))
    })
}

/// Opens the kiosk on a definition that its author tries; the window closes without a code.
///
/// # Errors
/// Returns why no window opened.
pub fn run_preview(app: App, tokens: Tokens, code: String) -> Result<(), WindowError> {
    let look = tokens.clone();
    shell::open(Kind::Kiosk, &look, Appearance::default(), move |cc| {
        Box::new(
            KioskApp::previewing(&cc.egui_ctx, app, tokens, code).speaking(&cc.egui_ctx, &Folders::of_the_computer()),
        )
    })
}

impl KioskApp {
    /// Starts on the visit of a preview, whose answers nobody keeps.
    pub fn previewing(ctx: &Context, app: App, tokens: Tokens, code: String) -> Self {
        Self { preview: Some(code), ..Self::new(ctx, app, tokens, tr!("preview-name")) }
    }

    /// Starts the worker that owns `app`, and styles the context.
    pub fn new(ctx: &Context, app: App, tokens: Tokens, station: String) -> Self {
        shell::prepare(ctx, &tokens, Kind::Kiosk, Appearance::default());
        let waker = ctx.clone();
        let silence = Silence::default();
        let kept = silence.clone();
        let wake = move || {
            if !kept.is_kept() {
                waker.request_repaint();
            }
        };
        let worker = Worker::start(app, Box::new(wake));
        Self {
            worker,
            silence,
            tokens,
            station,
            flow: Flow::new(),
            hearing: hearing(ctx, &Folders::default()),
            actions: Vec::new(),
            shown: Appearance::default(),
            pointer: Pos2::ZERO,
            closing: false,
            preview: None,
        }
    }

    /// Gives it the voice of the programs in `folders`.
    pub fn speaking(mut self, ctx: &Context, folders: &Folders) -> Self {
        self.hearing = hearing(ctx, folders);
        self
    }

    /// Returns whether something was asked and is not done yet.
    pub fn is_busy(&self) -> bool {
        !self.actions.is_empty() || self.flow.is_busy()
    }

    /// Types the code of a preview, each time that it is asked for; Escape closes it.
    fn enter_preview(&mut self, ctx: &Context) {
        if self.preview.is_some() && self.flow.overlay.is_none() && ctx.input(|input| input.key_pressed(Key::Escape)) {
            self.flow.closing = true;
        }
        if let (Some(code), Screen::Start(start), false) = (&self.preview, &self.flow.screen, self.flow.is_busy())
            && start.message.is_none()
        {
            self.actions.push(Action::Ask(requests::Request::EnterCode(code.clone())));
        }
    }

    /// Lets fingers, keys and voices in, and nothing else: what one person copies, the next could paste, and files of a
    /// stick have no place here.
    fn keep_out(ctx: &Context) {
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                !matches!(
                    event,
                    Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_) | Event::MiddleClickPaste { .. }
                )
            });
            input.raw.dropped_files.clear();
            input.raw.hovered_files.clear();
        });
    }

    /// Lets nothing out: a selected text would go to the clipboard of the computer, and a link to its browser.
    fn keep_in(ctx: &Context) {
        ctx.output_mut(|output| output.commands.clear());
    }

    fn step(&mut self, ctx: &Context) {
        self.enter_preview(ctx);
        let now = ctx.input(|input| input.time);
        let (before, person) = (self.place(), self.flow.epoch());
        for action in std::mem::take(&mut self.actions) {
            self.flow.apply(action, now);
        }
        // Asked first: an idle worker has delivered all it will ever deliver.
        let idle = !self.worker.is_busy();
        for reply in self.worker.drain() {
            self.flow.receive(reply, now);
        }
        if idle && self.flow.is_sent() {
            self.flow.lose_pending();
        }
        self.hearing.attend(self.scene(), &self.flow.screen);
        if let Some(wish) = self.flow.wish.take() {
            self.hearing.obey(wish);
        }
        self.flow.note_spoken(&self.hearing.take_spoken());
        if self.flow.read_on(self.hearing.at().is_some()) {
            ctx.request_repaint();
        }
        // Who listens is there.
        let touched = self.touched(ctx) || self.hearing.at().is_some();
        self.flow.tick(now, touched);
        requests::send_queued(&self.worker, &mut self.flow, &self.station, &self.silence);
        if person != self.flow.epoch() {
            theme::forget(ctx);
            ctx.request_repaint();
        }
        if before != self.place() {
            // The focus of one screen means nothing on the next.
            ctx.memory_mut(|memory| memory.focused().inspect(|id| memory.surrender_focus(*id)));
            self.flow.ruler.rewind();
            ctx.request_repaint();
        }
        self.restyle(ctx);
        self.wake_later(ctx, now);
    }

    /// Identifies the screen, so that a change is seen.
    fn place(&self) -> (u8, usize, bool) {
        let hidden = self.flow.presence != Presence::Here || self.flow.hold.is_some();
        match &self.flow.screen {
            Screen::Start(start) => {
                (0, usize::from(start.blocked) + 2 * usize::from(start.entry == Entry::Pictures), hidden)
            }
            Screen::Notice(_) => (1, 0, hidden),
            Screen::Today(_) => (2, 0, hidden),
            Screen::Introduction(shown) => (3, shown.page, hidden),
            Screen::Question(asking) => (4, asking.key(), hidden),
            Screen::Correction(_) => (5, 0, hidden),
            Screen::End(end) => (6, usize::from(end.fresh), hidden),
            Screen::Section(shown) => (7, shown.section().map_or(0, |(number, _)| number), hidden),
            Screen::Breather(_) => (8, 0, hidden),
            Screen::WarmUp(shown) => (9, shown.step as usize, hidden),
            Screen::Back(_) => (10, 0, hidden),
            Screen::OwnPage(shown) => (11, shown.at, hidden),
            Screen::PageClosed(_) => (12, 0, hidden),
        }
    }

    fn scene(&self) -> Scene {
        let sent = matches!(&self.flow.screen, Screen::Question(asking) if asking.phase != Phase::Choosing);
        let waits = sent || self.flow.overlay.is_some() || self.flow.trouble.is_some();
        Scene { place: self.place(), waits, listening: self.flow.comfort.listening }
    }

    /// Returns whether a person did something; a mouse that trembles on a table is nobody.
    fn touched(&mut self, ctx: &Context) -> bool {
        const STEADY: f32 = 6.0;
        ctx.input(|input| {
            input.events.iter().any(|event| match event {
                Event::PointerMoved(at) => {
                    let moved = at.distance(self.pointer) > STEADY;
                    if moved {
                        self.pointer = *at;
                    }
                    moved
                }
                Event::Key { .. }
                | Event::Text(_)
                | Event::PointerButton { .. }
                | Event::Touch { .. }
                | Event::MouseWheel { .. }
                | Event::AccessKitActionRequest(_) => true,
                _ => false,
            })
        })
    }

    fn restyle(&mut self, ctx: &Context) {
        let wanted = Appearance::from(&self.flow.comfort);
        if self.shown != wanted {
            self.shown = wanted;
            theme::apply(ctx, &self.tokens, Kind::Kiosk, self.shown);
        }
        theme::fit(ctx);
    }

    fn wake_later(&self, ctx: &Context, now: f64) {
        let noted = match &self.flow.screen {
            Screen::Question(asking) => match asking.phase {
                Phase::Done { until, .. } => (until - now).max(0.05),
                Phase::Choosing | Phase::Sending | Phase::Failed => f64::INFINITY,
            },
            _ => f64::INFINITY,
        };
        let absent = if self.flow.holds_someone() { self.flow.idle.wait(now) } else { f64::INFINITY };
        let glances = self.flow.glance_wait(now).map_or(f64::INFINITY, |wait| wait.max(0.05));
        let wait = noted.min(absent).min(glances).min(self.flow.clock_wait().unwrap_or(f64::INFINITY));
        if wait.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let busy = self.flow.is_busy();
        let Self { flow, actions, hearing, .. } = self;
        if flow.presence == Presence::Asked {
            presence::show(ui, &flow.screen, actions);
            return;
        }
        if let Some(hold) = flow.hold {
            held::show(ui, hold, busy, actions);
            return;
        }
        if let Screen::Start(start) = &mut flow.screen {
            start::listen_to_scanner(ui, start, flow.overlay.as_ref(), busy, actions);
        }
        // What lies under a dialog waits, for the keyboard too.
        let covered = flow.overlay.is_some() || flow.trouble.is_some();
        let look = Look::of(ui.ctx());
        let told = match &flow.screen {
            Screen::Question(asking) => question::told(asking, &look, hearing),
            Screen::Back(_) | Screen::PageClosed(_) => None,
            _ => listen::told(&look, hearing),
        };
        let whole = ui.max_rect();
        let foot = page::zones(ui).foot;
        let (strip, rest) = if told.is_some() && page::is_narrow(foot) {
            whole.split_top_bottom_at_y(whole.top() + page::strip_height(&look))
        } else {
            (foot, whole)
        };
        let builder = UiBuilder::new().max_rect(rest);
        let builder = if covered { builder.disabled() } else { builder };
        ui.scope_builder(builder, |ui| match &mut flow.screen {
            Screen::Start(start) => start::show(ui, start, busy, hearing, actions),
            Screen::Back(back) => back::show(ui, back, busy, actions),
            Screen::Notice(visit) => notice::show(ui, visit, busy, hearing, actions),
            Screen::WarmUp(shown) => {
                let around = warm_up::Around { comfort: flow.comfort, keyboard: &mut flow.keyboard, hearing, busy };
                warm_up::show(ui, shown, around, actions);
            }
            Screen::Today(visit) => today::show(ui, visit, busy, hearing, actions),
            Screen::Introduction(shown) => introduction::show(ui, shown, hearing, actions),
            Screen::Section(shown) => section::show(ui, shown, hearing, actions),
            Screen::Breather(_) => breather::show(ui, hearing, actions),
            Screen::Question(asking) => question::show(ui, asking, &mut flow.keyboard, hearing, actions),
            Screen::Correction(shown) => correction::show(ui, shown, hearing, actions),
            Screen::End(end) => ending::show(ui, end, busy, hearing, actions),
            Screen::OwnPage(shown) => own_page::show(ui, shown, busy, hearing, actions),
            Screen::PageClosed(visit) => page_closed::show(ui, visit, busy, actions),
        });
        if let Some((icon, colours, words)) = told {
            page::tell(ui, strip, icon, colours, &words);
        }
        if flow.comfort.reading_ruler && !covered && !matches!(flow.screen, Screen::Start(_)) {
            flow.ruler.show(ui);
        }
        match &mut flow.overlay {
            Some(Overlay::Help) => help::show(ui.ctx(), &flow.screen, actions),
            Some(Overlay::Display) => display::show(ui.ctx(), flow.comfort, hearing, actions),
            Some(Overlay::StaffCode { typed, refusal }) => leave::show(ui.ctx(), typed, *refusal, busy, actions),
            None => {}
        }
        if flow.trouble.is_some() {
            help::show_trouble(ui.ctx(), actions);
        }
    }
}

/// Says over every screen that this is a preview, without taking a place or a click.
fn ribbon(ctx: &Context) {
    let area = Area::new(Id::unique("kiosk-preview")).order(Order::Foreground).interactable(false);
    area.anchor(Align2::CENTER_BOTTOM, vec2(0.0, -2.0)).show(ctx, |ui| {
        badge(ui, Tone::Accent, &tr!("preview-ribbon"));
    });
}

fn hearing(ctx: &Context, folders: &Folders) -> Hearing {
    let waker = ctx.clone();
    Hearing::new(Voice::start(folders, Box::new(move || waker.request_repaint())))
}

impl eframe::App for KioskApp {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        if let Some(seconds) = frame.info().cpu_usage {
            tracing::trace!(screen = self.flow.screen.name(), micros = (seconds * 1e6) as u64, "frame");
        }
        Self::keep_out(ctx);
        ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(tr!("window-title")));
        if !self.closing && self.preview.is_none() && shell::refuse_close(ctx) {
            self.actions.push(Action::Open(Overlay::StaffCode { typed: String::new(), refusal: None }));
        }
        self.step(ctx);
        if self.flow.closing && !self.closing {
            self.closing = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let frame = Frame::new().fill(Look::of(ui.ctx()).colours.background);
        CentralPanel::default().frame(frame).show(ui, |ui| self.draw(ui));
        if self.preview.is_some() {
            ribbon(ui.ctx());
        }
        Self::keep_in(ui.ctx());
        if !self.actions.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}
