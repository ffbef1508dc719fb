//! Short news at the foot of the screen, gone by themselves; some can be taken back while they are shown.

use eframe::egui::{Align2, Area, Context, Frame, Id, Margin, Order, Stroke, Ui, accesskit, vec2};

use super::banner::Tone;
use super::button::Button;
use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Weight};

/// Widest of news with its button: their words do not break.
const WIDEST: f32 = 960.0;

/// The news on screen, oldest first. Never the only place of an error: it goes away. `T` is what takes one back.
pub struct Toasts<T> {
    shown: Vec<Toast<T>>,
}

struct Toast<T> {
    tone: Tone,
    words: String,
    /// What takes it back, and the words of its button.
    undo: Option<(T, String)>,
    /// Seconds of egui's clock; set on the first frame that shows it.
    until: Option<f64>,
}

impl<T> Default for Toasts<T> {
    fn default() -> Self {
        Self { shown: Vec::new() }
    }
}

impl<T> Toasts<T> {
    pub fn push(&mut self, tone: Tone, words: impl Into<String>) {
        self.shown.push(Toast { tone, words: words.into(), undo: None, until: None });
    }

    /// Shows news that `undo` takes back, with the words of its button.
    pub fn push_undoable(&mut self, tone: Tone, words: impl Into<String>, undo: (T, String)) {
        self.shown.push(Toast { tone, words: words.into(), undo: Some(undo), until: None });
    }

    /// Takes news off the screen whose undoing is like this, and returns it.
    pub fn take_undo(&mut self, is_wanted: impl Fn(&T) -> bool) -> Option<T> {
        let wanted = |toast: &Toast<T>| toast.undo.as_ref().is_some_and(|(undo, _)| is_wanted(undo));
        let index = self.shown.iter().position(wanted)?;
        self.shown.remove(index).undo.map(|(undo, _)| undo)
    }

    /// Draws the news above everything, forgets what was shown long enough, and returns what is taken back.
    pub fn show(&mut self, ctx: &Context) -> Option<T> {
        let look = Look::of(ctx);
        let now = ctx.input(|input| input.time);
        for toast in &mut self.shown {
            let secs = if toast.undo.is_some() { look.motion.undo_secs } else { look.motion.toast_secs };
            toast.until.get_or_insert(now + f64::from(secs));
        }
        self.shown.retain(|toast| toast.until.is_none_or(|until| now < until));
        let next = self.shown.iter().filter_map(|toast| toast.until).reduce(f64::min)?;
        ctx.request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        let corner = vec2(0.0, -look.space.huge);
        let area = Area::new(Id::unique("toasts")).order(Order::Tooltip).anchor(Align2::CENTER_BOTTOM, corner);
        let interactable = self.shown.iter().any(|toast| toast.undo.is_some());
        let pressed = area.interactable(interactable).show(ctx, |ui| {
            ui.set_max_width(WIDEST);
            let mut pressed = None;
            for (index, toast) in self.shown.iter().enumerate() {
                if ui.push_id(index, |ui| draw(ui, &look, toast)).inner {
                    pressed = Some(index);
                }
            }
            pressed
        });
        pressed.inner.and_then(|index| self.shown.remove(index).undo.map(|(undo, _)| undo))
    }
}

/// Draws one; returns whether it is taken back.
fn draw<T>(ui: &mut Ui, look: &Look, toast: &Toast<T>) -> bool {
    let (fill, ink) = toast.tone.colours(look);
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(look.stroke.control + 0.5, ink))
        .corner_radius(look.corner(look.radius.medium))
        .inner_margin(Margin::symmetric(18, 12))
        .shadow(shadow(look.colours.shadow, 6, 22, 60));
    frame
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                toast.tone.icon().show(ui, look.target.icon, ink);
                let size = look.text.body;
                let words = ui.label(look.job(&toast.words, Weight::SemiBold, size, look.colours.ink, 700.0));
                ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(accesskit::Live::Polite));
                toast.undo.as_ref().is_some_and(|(_, label)| ui.add(Button::secondary(label)).clicked())
            })
            .inner
        })
        .inner
}
