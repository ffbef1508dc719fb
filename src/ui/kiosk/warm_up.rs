//! The warm-up: one minute to touch, choose, write and listen, before anything counts. It is no test: nothing is right or
//! wrong, it can be left out and done again, and it only learns by what means a person answers.

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align, Event, Id, InputState, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::flow::Action;
use super::hearing::{Hearing, Listening, Wish};
use super::page::{self, Emblem};
use super::script::Part;
use super::zone;
use crate::app::kiosk::VisitView;
use crate::domain::comfort::{Comfort, Means};
use crate::domain::visit::WarmUp;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, ChoiceCard, KEYBOARD_ROWS, Keyboard, TextBox, paragraph, progress, question, title};

/// One thing to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Welcome,
    Touch,
    Choose,
    Write,
    Listen,
    Ready,
}

/// Where a person is in the warm-up, and what they have done.
pub struct WarmingUp {
    pub visit: VisitView,
    pub step: Step,
    touched: bool,
    chosen: Option<usize>,
    written: String,
    heard: Option<usize>,
    /// The second of the clock at which a finger touched the screen.
    finger_at: Option<f64>,
    seen: Seen,
}

/// How often each means was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    touch: u32,
    mouse: u32,
    keyboard: u32,
}

impl Seen {
    /// Counts the means that these events come from. A touch is told as a click too: `by_finger` says that there was one just now.
    fn note(&mut self, events: &[Event], by_finger: bool) {
        let has = |wanted: fn(&Event) -> bool| events.iter().any(wanted);
        if by_finger && has(|event| matches!(event, Event::Touch { .. } | Event::PointerButton { .. })) {
            self.touch += 1;
        } else if has(|event| matches!(event, Event::PointerButton { .. })) {
            self.mouse += 1;
        } else if has(|event| matches!(event, Event::Key { .. } | Event::Text(_) | Event::AccessKitActionRequest(_))) {
            self.keyboard += 1;
        }
    }

    /// Returns the means that was used most; a finger where two are equal.
    fn most(self) -> Option<Means> {
        let Self { touch, mouse, keyboard } = self;
        match touch.max(mouse).max(keyboard) {
            0 => None,
            most if most == touch => Some(Means::Touch),
            most if most == mouse => Some(Means::Mouse),
            _ => Some(Means::Keyboard),
        }
    }
}

impl WarmingUp {
    pub fn new(visit: VisitView) -> Self {
        Self {
            visit,
            step: Step::Welcome,
            touched: false,
            chosen: None,
            written: String::new(),
            heard: None,
            finger_at: None,
            seen: Seen::default(),
        }
    }

    /// Returns the means that the person has used most.
    pub fn means(&self) -> Option<Means> {
        self.seen.most()
    }

    /// Follows the fingers on the screen.
    fn watch(&mut self, ui: &Ui) {
        let touch = |input: &InputState| {
            input.events.iter().any(|event| matches!(event, Event::Touch { .. })).then_some(input.time)
        };
        self.finger_at = ui.input(touch).or(self.finger_at);
    }

    fn again(&mut self) {
        *self = Self { step: Step::Touch, ..Self::new(self.visit.clone()) };
    }
}

/// Seconds within which a click belongs to a touch.
const SAME_TOUCH: f64 = 1.0;

/// Counts the means of what has just been done.
fn note(ui: &Ui, finger_at: Option<f64>, seen: &mut Seen) {
    ui.input(|input| seen.note(&input.events, finger_at.is_some_and(|at| input.time - at < SAME_TOUCH)));
}

/// Returns what is tried on this computer, in order.
fn tried(has_voice: bool) -> &'static [Step] {
    const ALL: [Step; 4] = [Step::Touch, Step::Choose, Step::Write, Step::Listen];
    if has_voice { &ALL } else { ALL.split_at(3).0 }
}

/// Returns what the page says, each sentence with its icon; its first sentence is the heading.
pub(super) fn said(shown: &WarmingUp) -> (String, Vec<(Icon, String)>) {
    match shown.step {
        Step::Welcome => (
            tr!("kiosk-warm-up"),
            vec![
                (Icon::Clock, tr!("kiosk-warm-up-minute")),
                (Icon::Check, tr!("kiosk-warm-up-free")),
                (Icon::Hand, tr!("kiosk-warm-up-means")),
            ],
        ),
        Step::Touch => (tr!("kiosk-warm-up-touch"), vec![(Icon::Hand, tr!("kiosk-warm-up-touch-how"))]),
        Step::Choose => (tr!("kiosk-warm-up-choose"), vec![(Icon::Info, tr!("kiosk-warm-up-choose-how"))]),
        Step::Write => (tr!("kiosk-warm-up-write"), vec![(Icon::Info, tr!("kiosk-warm-up-write-how"))]),
        Step::Listen => (tr!("kiosk-warm-up-listen"), Vec::new()),
        Step::Ready => (tr!("kiosk-warm-up-ready"), ready_lines(shown)),
    }
}

fn ready_lines(shown: &WarmingUp) -> Vec<(Icon, String)> {
    let means = match shown.means() {
        Some(Means::Touch) => Some(tr!("kiosk-warm-up-by-touch")),
        Some(Means::Keyboard) => Some(tr!("kiosk-warm-up-by-keyboard")),
        Some(Means::Mouse) => Some(tr!("kiosk-warm-up-by-mouse")),
        None => None,
    };
    let mut lines: Vec<(Icon, String)> = means.into_iter().map(|line| (Icon::Check, line)).collect();
    if shown.heard == Some(NOT_HEARD) {
        lines.push((Icon::Speaker, tr!("kiosk-warm-up-no-sound")));
    }
    lines.push((Icon::Settings, tr!("kiosk-warm-up-display")));
    lines.push((Icon::Hand, tr!("kiosk-warm-up-help")));
    lines
}

/// Returns the cards of a step: what may be chosen freely, then what was heard.
pub(super) fn cards(step: Step) -> Vec<String> {
    match step {
        Step::Choose => {
            vec![tr!("kiosk-warm-up-morning"), tr!("kiosk-warm-up-afternoon"), tr!("kiosk-warm-up-evening")]
        }
        Step::Listen => vec![
            tr!("kiosk-warm-up-heard"),
            tr!("kiosk-warm-up-heard-fast"),
            tr!("kiosk-warm-up-not-heard"),
            tr!("kiosk-warm-up-rather-read"),
        ],
        Step::Welcome | Step::Touch | Step::Write | Step::Ready => Vec::new(),
    }
}

/// Place of « Non » among the cards of what was heard.
const NOT_HEARD: usize = 2;

/// What a warm-up page needs besides itself.
pub(super) struct Around<'a> {
    pub comfort: Comfort,
    pub keyboard: &'a mut Keyboard,
    pub hearing: &'a Hearing,
    pub busy: bool,
}

pub(super) fn show(ui: &mut Ui, shown: &mut WarmingUp, around: Around<'_>, actions: &mut Vec<Action>) {
    let Around { comfort, keyboard, hearing, busy } = around;
    shown.watch(ui);
    let zones = page::zones(ui);
    let steps = tried(hearing.is_possible() && comfort.listening != Listening::Off);
    let (heading, lines) = said(shown);
    let mut again = false;
    match shown.step {
        Step::Welcome | Step::Ready => {
            let emblem = if shown.step == Step::Ready { Emblem::done(Icon::Check) } else { Emblem::calm(Icon::Hand) };
            page::sheet(ui, zones.body, shown.step as usize, emblem, |ui| {
                title(ui, &heading);
                page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
            });
        }
        Step::Touch | Step::Choose | Step::Write | Step::Listen => {
            zone::show(ui, zones.body, shown.step as usize, |ui| {
                ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.medium;
                question(ui, &heading);
                // What may be written stands in the box.
                for (_, line) in lines.iter().filter(|_| shown.step != Step::Write) {
                    paragraph(ui, line);
                }
                again = attempt(ui, zones.body, shown, keyboard, hearing, actions);
            });
        }
    }
    place(ui, zones.bar, shown.step, steps);
    if foot(ui, zones.foot, shown, busy, actions) || again {
        go_on(shown, steps, comfort, actions);
        ui.ctx().request_repaint();
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}

/// Shows what is tried; returns whether Enter, pressed in it, means « on ».
fn attempt(
    ui: &mut Ui,
    body: Rect,
    shown: &mut WarmingUp,
    keyboard: &mut Keyboard,
    hearing: &Hearing,
    actions: &mut Vec<Action>,
) -> bool {
    match shown.step {
        Step::Touch => {
            if target(ui, body, shown.touched) {
                shown.touched = true;
                note(ui, shown.finger_at, &mut shown.seen);
            }
            false
        }
        Step::Choose => pick(ui, shown, hearing),
        Step::Write => write(ui, body, shown, keyboard),
        Step::Listen => {
            let words = if hearing.at().is_some() { tr!("kiosk-listen-stop") } else { tr!("kiosk-warm-up-play") };
            let (icon, wish) = match hearing.at() {
                Some(_) => (Icon::Stop, Wish::Silence),
                None => (Icon::Speaker, Wish::Only(Part::Question)),
            };
            let mut ask = |ui: &mut Ui| {
                if ui.add(Button::primary(&words).icon(icon).min_width(260.0)).clicked() {
                    actions.push(Action::Hear(wish));
                }
                question(ui, &tr!("kiosk-warm-up-listen-ask"));
            };
            // Side by side where there is width: the cards below need the height.
            if page::is_narrow(body) {
                ask(ui);
            } else {
                drop(ui.horizontal(ask));
            }
            pick(ui, shown, hearing)
        }
        Step::Welcome | Step::Ready => false,
    }
}

/// Draws the large target; returns whether it was touched.
fn target(ui: &mut Ui, body: Rect, touched: bool) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let room = body.bottom() - ui.cursor().top();
    let side = room.clamp(140.0, 280.0);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), side), Sense::empty());
    let rect = Rect::from_center_size(row.center(), Vec2::splat(side));
    let response = ui.interact(rect, Id::unique("kiosk-warm-up-target"), Sense::click());
    let enabled = ui.is_enabled();
    let name = if touched { tr!("kiosk-warm-up-touched") } else { tr!("kiosk-warm-up-target") };
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, touched, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    let (ground, ink) = if touched { (c.success_soft, c.success) } else { (c.primary, c.primary_ink) };
    ui.painter().circle(rect.center(), side / 2.0 - 4.0, ground, Stroke::new(look.stroke.selected, c.primary));
    let icon = if touched { Icon::Check } else { Icon::Hand };
    let place = Rect::from_center_size(rect.center() - vec2(0.0, side * 0.08), Vec2::splat(side * 0.42));
    icon.paint(ui.painter(), place, ink);
    let words = look.job(&name, Weight::SemiBold, look.text.body, ink, side * 0.8);
    let galley = ui.painter().layout_job(words);
    let at = pos2(rect.center().x - galley.size().x / 2.0, place.bottom() + look.space.tiny);
    ui.painter().galley(at, galley, ink);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect, look.corner(side / 2.0), ring, StrokeKind::Outside);
    }
    let clicked = response.clicked();
    if clicked {
        // From now on Enter goes on.
        response.surrender_focus();
    }
    clicked
}

/// Shows cards of which each is as good as the others; returns whether Enter, pressed on the chosen one, means « on ».
fn pick(ui: &mut Ui, shown: &mut WarmingUp, hearing: &Hearing) -> bool {
    let (step, finger_at) = (shown.step, shown.finger_at);
    let chosen = if step == Step::Listen { &mut shown.heard } else { &mut shown.chosen };
    let look = Look::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = look.space.between_answers;
    let mut at_chosen = false;
    for ((index, words), number) in cards(step).iter().enumerate().zip(1_u8..) {
        let selected = *chosen == Some(index);
        let card = ChoiceCard::new(words, selected).number(number).min_height(look.target.control);
        let card = card.highlighted(hearing.at() == Some(Part::Answer(index))).show(ui);
        zone::follow_focus(&card.response);
        at_chosen |= selected && card.response.has_focus();
        if card.chosen {
            *chosen = Some(index);
            note(ui, finger_at, &mut shown.seen);
        }
    }
    at_chosen && page::fresh_enter(ui)
}

/// Shows a box and the keyboard; returns whether Enter was pressed in the box.
fn write(ui: &mut Ui, body: Rect, shown: &mut WarmingUp, keyboard: &mut Keyboard) -> bool {
    const LONGEST: usize = 40;
    let look = Look::of(ui.ctx());
    let gap = look.space.small;
    let width = ui.available_width();
    let rows = KEYBOARD_ROWS as f32;
    let room = body.bottom() - ui.cursor().top() - look.target.control - look.space.medium;
    let least = super::answers::lowest(&look);
    let key = Keyboard::key_size(vec2(width, room.max(rows * (least + gap))), gap, look.target.control.max(least));
    let name = tr!("kiosk-your-text");
    let hint = tr!("kiosk-warm-up-write-how");
    let text_box = TextBox::new(Id::unique("kiosk-warm-up-text"), &name, LONGEST).hint(&hint);
    let before = shown.written.clone();
    let response = text_box.show(ui, &mut shown.written, vec2(width, look.target.control));
    if let Some(pressed) = keyboard.show(ui, key, gap) {
        text_box.press(ui, &mut shown.written, pressed);
    }
    if shown.written != before {
        note(ui, shown.finger_at, &mut shown.seen);
    }
    let at_text = response.has_focus() || response.lost_focus();
    at_text && !shown.written.trim().is_empty() && page::fresh_enter(ui)
}

/// Says how far one is.
fn place(ui: &mut Ui, bar: Rect, step: Step, steps: &[Step]) {
    let Some(index) = steps.iter().position(|one| *one == step) else { return };
    page::inside(ui, "place", bar, Layout::left_to_right(Align::Center), |ui| {
        let words = tr!("kiosk-warm-up-progress", current = index + 1, total = steps.len());
        progress(ui, index + 1, steps.len(), &words);
    });
}

/// Shows the ways on and out; returns whether the person goes on.
fn foot(ui: &mut Ui, foot: Rect, shown: &mut WarmingUp, busy: bool, actions: &mut Vec<Action>) -> bool {
    let (words, ready) = match shown.step {
        Step::Welcome => (tr!("kiosk-warm-up-begin"), true),
        Step::Touch => (tr!("kiosk-continue"), shown.touched),
        Step::Choose => (tr!("kiosk-confirm"), shown.chosen.is_some()),
        Step::Write => (tr!("kiosk-confirm"), !shown.written.trim().is_empty()),
        Step::Listen => (tr!("kiosk-confirm"), shown.heard.is_some()),
        Step::Ready => (tr!("kiosk-continue"), true),
    };
    if shown.step == Step::Ready {
        if page::secondary(ui, foot, &tr!("kiosk-warm-up-again"), Icon::ArrowLeft) {
            shown.again();
            ui.ctx().request_repaint();
            return false;
        }
    } else if page::secondary(ui, foot, &tr!("kiosk-warm-up-skip"), Icon::ArrowRight) && !busy {
        actions.push(Action::EndWarmUp(WarmUp::Skipped));
        return false;
    }
    page::primary(ui, foot, &words, ready && !busy)
}

/// Goes on to what is tried next, with what the step has told.
fn go_on(shown: &mut WarmingUp, steps: &[Step], comfort: Comfort, actions: &mut Vec<Action>) {
    if shown.step == Step::Ready {
        actions.push(Action::EndWarmUp(WarmUp::Done));
        return;
    }
    if shown.step == Step::Listen {
        let listening = match shown.heard {
            Some(1) => Listening::Slow,
            Some(3) => Listening::Off,
            Some(_) | None => comfort.listening,
        };
        actions.push(Action::Suit(Comfort { listening, ..comfort }));
    }
    let next = match steps.iter().position(|one| *one == shown.step) {
        None => 0,
        Some(index) => index + 1,
    };
    shown.step = steps.get(next).copied().unwrap_or(Step::Ready);
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Key, Modifiers, PointerButton, Pos2};

    use super::*;

    fn click() -> Event {
        let modifiers = Modifiers::NONE;
        Event::PointerButton { pos: Pos2::ZERO, button: PointerButton::Primary, pressed: false, modifiers }
    }

    fn key() -> Event {
        Event::Key { key: Key::Space, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn a_touch_is_no_click_of_a_mouse() {
        let mut seen = Seen::default();
        assert_eq!(seen.most(), None);
        seen.note(&[click()], true);
        assert_eq!(seen.most(), Some(Means::Touch));
    }

    #[test]
    fn the_means_used_most_is_kept() {
        let mut seen = Seen::default();
        seen.note(&[click()], false);
        seen.note(&[key()], true);
        assert_eq!(seen.most(), Some(Means::Mouse));
        seen.note(&[Event::Text("o".to_owned())], false);
        assert_eq!(seen.most(), Some(Means::Keyboard));
    }
}
