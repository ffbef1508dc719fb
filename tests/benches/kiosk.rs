//! What a frame of each question costs the processor: `cargo bench --bench kiosk`. It counts what eframe counts as
//! `cpu_usage` and needs no window: the screen's code, the laying out and the tessellation. The budget is 8 ms.
//!
//! Beside it, in the same run, stands a peer: a page of plain egui with ten lines and ten buttons.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    dead_code,
    reason = "it shares the house of the tests, and prints what it measures"
)]

#[path = "../it/support.rs"]
mod support;

use std::time::Instant;

use boussole::app::App;
use boussole::app::people::NewParticipant;
use boussole::app::theme::Tokens;
use boussole::domain::id::VisitId;
use boussole::domain::interview::ProjectState;
use boussole::domain::roadmap::Prescription;
use boussole::domain::sitting::Step;
use boussole::ui::kiosk::KioskApp;
use eframe::App as _;
use eframe::egui::{CentralPanel, Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Ui, pos2, vec2};

use support::{House, STATION, activity, first_answer, person, wish};

const KIND: &str = "toutes-sortes";
const BUDGET_MILLIS: f64 = 8.0;
const FRAMES: u32 = 200;

/// Opens the sitting at each question in turn.
struct Course {
    house: House,
    visit: VisitId,
}

impl Course {
    fn begin() -> Self {
        let mut house = House::with_definition(KIND);
        let newcomer = NewParticipant { ..person("Amina", "Diallo") };
        let amina = house.welcome(&newcomer, ProjectState::NoProject);
        let roadmap = house.roadmap(amina);
        let wish = Prescription { despite_advice: Some("Oui".to_owned()), ..wish() };
        house.app.prescribe(house.counsellor, roadmap, &activity(KIND), &wish).unwrap();
        let code = house.code(amina).replace(' ', "");
        let visit = house.enter(STATION, &code).visit;
        Self { house, visit }
    }

    /// Returns the name of the question that is next, once those of practice are passed, and how many pages stand before
    /// it: the way back, and the part that it begins.
    fn next(&mut self) -> Option<(String, usize)> {
        let app = &mut self.house.app;
        let mut view = app.begin_or_resume(STATION, self.visit).unwrap();
        while let Step::Practice(index) = view.step {
            let answer = first_answer(&view.on_screen().unwrap());
            view = app.practise(STATION, view.sitting, index, answer).unwrap();
        }
        let Step::Question(index) = view.step else { return None };
        let items = view.assessment.items();
        let begins = items.iter().position(|item| item.section == items[index].section) == Some(index);
        Some((items[index].id.0.clone(), 1 + usize::from(begins)))
    }

    /// Answers it; returns whether another one comes.
    fn answer(&mut self) -> bool {
        let app = &mut self.house.app;
        let view = app.begin_or_resume(STATION, self.visit).unwrap();
        let item = view.on_screen().unwrap();
        app.answer(STATION, view.sitting, &item.id, first_answer(&item), 900).unwrap().step != Step::End
    }
}

/// A context whose frames are counted.
struct Screen {
    ctx: Context,
    size: [f32; 2],
    time: f64,
}

impl Screen {
    fn new(size: [f32; 2]) -> Self {
        Self { ctx: Context::default(), size, time: 0.0 }
    }

    fn frame(&mut self, events: Vec<Event>, mut draw: impl FnMut(&mut Ui)) {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(self.size[0], self.size[1])));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let output = self.ctx.run_ui(input, |ui| draw(ui));
        drop(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Returns the milliseconds of processor that a frame takes while a pointer moves.
    fn cost(&mut self, mut draw: impl FnMut(&mut Ui)) -> f64 {
        let began = spent();
        for turn in 0..FRAMES {
            let at = pos2(200.0 + turn as f32 * 3.0, 300.0);
            self.frame(vec![Event::PointerMoved(at)], &mut draw);
        }
        (spent() - began) * 1000.0 / f64::from(FRAMES)
    }
}

/// Returns the seconds of processor that this thread has had; of the clock where the system does not tell.
fn spent() -> f64 {
    thread_local!(static BEGAN: Instant = Instant::now());
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanos.map_or_else(|| BEGAN.with(|began| began.elapsed().as_secs_f64()), |nanos| nanos / 1e9)
}

/// Returns the cost of the question on which the kiosk opens.
fn question(app: App, pages: usize, size: [f32; 2]) -> f64 {
    let mut screen = Screen::new(size);
    let mut kiosk = KioskApp::new(&screen.ctx, app, Tokens::embedded().unwrap(), STATION.to_owned());
    let mut frame = eframe::Frame::_new_kittest();
    let mut draw = |ui: &mut Ui| {
        kiosk.logic(ui, &mut frame);
        kiosk.ui(ui, &mut frame);
    };
    for _ in 0..pages {
        rest(&mut screen, &mut draw);
        let key = |pressed| Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        screen.frame(vec![key(true), key(false)], &mut draw);
    }
    rest(&mut screen, &mut draw);
    screen.cost(&mut draw)
}

/// Gives the base the time to answer.
fn rest(screen: &mut Screen, draw: &mut impl FnMut(&mut Ui)) {
    for _ in 0..20 {
        screen.frame(Vec::new(), &mut *draw);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

fn peer(size: [f32; 2]) -> f64 {
    let mut screen = Screen::new(size);
    let draw = |ui: &mut Ui| {
        CentralPanel::default().show(ui, |ui| {
            for line in 0..10 {
                ui.label(format!("Line {line} of a page of plain egui, as long as a question"));
                drop(ui.button(format!("Button {line}")));
            }
        });
    };
    for _ in 0..20 {
        screen.frame(Vec::new(), draw);
    }
    screen.cost(draw)
}

fn main() {
    for size in [[1366.0, 768.0], [1920.0, 1080.0]] {
        let plain = peer(size);
        println!("\n{} × {}: a page of plain egui takes {plain:.2} ms", size[0], size[1]);
        println!("{:<10} {:>9} {:>9} {:>12}", "question", "ms/frame", "budget", "× plain egui");
        let mut course = Course::begin();
        while let Some((name, pages)) = course.next() {
            let cost = question(course.house.another_desk(), pages, size);
            let over = if cost > BUDGET_MILLIS { "  OVER" } else { "" };
            println!("{name:<10} {cost:>9.2} {BUDGET_MILLIS:>9.1} {:>12.1}{over}", cost / plain);
            if !course.answer() {
                break;
            }
        }
    }
}
