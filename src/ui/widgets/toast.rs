//! Short news at the foot of the screen, gone by themselves.

use eframe::egui::{Align2, Area, Context, Frame, Id, Margin, Order, Stroke, accesskit, vec2};

use super::banner::Tone;
use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Weight};

/// The news on screen, oldest first. Never the only place of an error: it goes away.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Toast>,
}

struct Toast {
    tone: Tone,
    words: String,
    /// Seconds of egui's clock; set on the first frame that shows it.
    until: Option<f64>,
}

impl Toasts {
    pub fn push(&mut self, tone: Tone, words: impl Into<String>) {
        self.shown.push(Toast { tone, words: words.into(), until: None });
    }

    /// Draws the news above everything and forgets what was shown long enough.
    pub fn show(&mut self, ctx: &Context) {
        let look = Look::of(ctx);
        let now = ctx.input(|input| input.time);
        for toast in &mut self.shown {
            toast.until.get_or_insert(now + f64::from(look.motion.toast_secs));
        }
        self.shown.retain(|toast| toast.until.is_none_or(|until| now < until));
        let Some(next) = self.shown.iter().filter_map(|toast| toast.until).reduce(f64::min) else { return };
        ctx.request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        let corner = vec2(0.0, -look.space.huge);
        let area = Area::new(Id::unique("toasts")).order(Order::Tooltip).anchor(Align2::CENTER_BOTTOM, corner);
        area.interactable(false).show(ctx, |ui| {
            for toast in &self.shown {
                draw(ui, &look, toast);
            }
        });
    }
}

fn draw(ui: &mut eframe::egui::Ui, look: &Look, toast: &Toast) {
    let (fill, ink) = toast.tone.colours(look);
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(look.stroke.control + 0.5, ink))
        .corner_radius(look.corner(look.radius.medium))
        .inner_margin(Margin::symmetric(18, 12))
        .shadow(shadow(look.colours.shadow, 6, 22, 60))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                toast.tone.icon().show(ui, look.target.icon, ink);
                let size = look.text.body;
                let words = ui.label(look.job(&toast.words, Weight::SemiBold, size, look.colours.ink, 700.0));
                ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(accesskit::Live::Polite));
            });
        });
}
