//! The reading ruler: a band that keeps the line being read clear, and dims the rest softly. It follows the mouse, a touch and
//! the focus; two large buttons move it, and so do the arrow keys while nothing has the focus.

use eframe::egui::{Event, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::page;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;

/// How much of the ground covers what is not being read: enough to lead the eye, not enough to hide.
const DIM: f32 = 0.55;
/// Height of the band, in lines of the question.
const LINES: f32 = 1.35;

/// Where the band is: the middle of it, below the top of the body. None stands at the first line.
#[derive(Default)]
pub struct Ruler {
    at: Option<f32>,
}

impl Ruler {
    /// Puts it on the first line again: another screen is read from its beginning.
    pub fn rewind(&mut self) {
        self.at = None;
    }

    /// Draws the band over the body of a screen, and its two buttons beside.
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let body = page::zones(ui).body;
        let line = (look.text.question * look.text.line_height).round();
        let height = (line * LINES).round();
        let mut at = self.at.unwrap_or(line / 2.0) + self.steps(ui) * line;
        let (up, down) = buttons(ui, body);
        at += line * (f32::from(u8::from(down)) - f32::from(u8::from(up)));
        if let Some(place) = pointed(ui, body).or_else(|| focused(ui, body)) {
            at = place - body.top();
        }
        let at = at.clamp(0.0, body.height());
        self.at = Some(at);
        let band = Rect::from_center_size(pos2(body.center().x, body.top() + at), vec2(body.width(), height));
        let whole = body.expand(look.space.small);
        let veil = c.background.gamma_multiply(DIM);
        let (above, below) = (whole.with_max_y(band.top()), whole.with_min_y(band.bottom()));
        for part in [above, below].into_iter().filter(|part| part.height() > 0.0) {
            ui.painter().rect_filled(part, 0.0, veil);
        }
        let edge = Stroke::new(look.stroke.focus, c.accent);
        for y in [band.top(), band.bottom()].into_iter().filter(|y| whole.y_range().contains(*y)) {
            ui.painter().hline(whole.x_range(), y, edge);
        }
    }

    /// Returns by how many lines keys move it in this frame.
    fn steps(&self, ui: &Ui) -> f32 {
        let free = ui.memory(|memory| memory.focused().is_none());
        let mut steps = 0.0;
        ui.input_mut(|input| {
            let mut take = |key: Key, by: f32| {
                if input.consume_key(Modifiers::NONE, key) {
                    steps += by;
                }
            };
            take(Key::PageUp, -1.0);
            take(Key::PageDown, 1.0);
            if free {
                take(Key::ArrowUp, -1.0);
                take(Key::ArrowDown, 1.0);
            }
        });
        steps
    }
}

/// Returns the height at which the pointer is, when it has moved or pressed in the body in this frame.
fn pointed(ui: &Ui, body: Rect) -> Option<f32> {
    let places: Vec<_> = ui.input(|input| {
        let events = input.events.iter().filter_map(|event| match event {
            Event::PointerMoved(at) | Event::PointerButton { pos: at, pressed: true, .. } => Some(*at),
            _ => None,
        });
        events.collect()
    });
    places.into_iter().rfind(|at| body.contains(*at)).map(|at| at.y)
}

/// Returns the middle of the control in the body that has just got the focus.
fn focused(ui: &Ui, body: Rect) -> Option<f32> {
    let id = ui.memory(eframe::egui::Memory::focused)?;
    let key = body_id(ui);
    let before: Option<eframe::egui::Id> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, id));
    let response = ui.ctx().read_response(id).filter(|_| before != Some(id))?;
    body.contains(response.rect.center()).then(|| response.rect.center().y)
}

fn body_id(ui: &Ui) -> eframe::egui::Id {
    ui.scope_id().with("ruler-focus")
}

/// Draws the two buttons in the margin that the body leaves them; returns whether they were pressed.
fn buttons(ui: &Ui, body: Rect) -> (bool, bool) {
    let look = Look::of(ui.ctx());
    let side = look.target.control;
    let left = body.right() + look.space.medium;
    let gap = look.space.medium;
    let top = body.center().y - side - gap / 2.0;
    let up = Rect::from_min_size(pos2(left, top), Vec2::splat(side));
    let down = up.translate(vec2(0.0, side + gap));
    let up = button(ui, &look, up, Icon::RulerUp, &tr!("kiosk-ruler-up"));
    (up, button(ui, &look, down, Icon::RulerDown, &tr!("kiosk-ruler-down")))
}

fn button(ui: &Ui, look: &Look, rect: Rect, icon: Icon, name: &str) -> bool {
    let c = &look.colours;
    let response = ui.interact(rect, eframe::egui::Id::unique("kiosk-ruler").with(name), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let hot = response.hovered() || response.is_pointer_button_down_on();
    let ground = if hot { c.accent_soft } else { c.surface_raised };
    let outline = Stroke::new(look.stroke.control + 0.5, c.accent);
    ui.painter().rect(rect, look.corner(look.radius.large), ground, outline, StrokeKind::Inside);
    icon.paint(ui.painter(), rect.shrink(side_of(rect)), c.ink);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect.expand(3.0), look.corner(look.radius.large), ring, StrokeKind::Middle);
    }
    response.clicked()
}

fn side_of(rect: Rect) -> f32 {
    rect.width() * 0.24
}
