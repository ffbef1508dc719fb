//! Where somebody signs with a finger, a pen or a mouse: what is drawn, on the grid of a signature.

use eframe::egui::{Event, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::domain::signature::PAD;
use crate::ui::theme::Look;

/// Points on the grid, each stroke in order.
#[derive(Default)]
pub struct Strokes {
    drawn: Vec<Vec<(u16, u16)>>,
    /// The pointer is down: points go to the last stroke.
    is_down: bool,
}

impl Strokes {
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    pub fn is_empty(&self) -> bool {
        self.drawn.is_empty()
    }

    /// Returns whether there is more than a tap.
    pub fn is_drawn(&self) -> bool {
        self.drawn.iter().map(Vec::len).sum::<usize>() > 1
    }

    pub fn on_the_grid(&self) -> Vec<Vec<(u16, u16)>> {
        self.drawn.clone()
    }

    fn begin(&mut self, point: (u16, u16)) {
        self.is_down = true;
        self.drawn.push(vec![point]);
    }

    fn go_on(&mut self, point: (u16, u16)) {
        if let (true, Some(stroke)) = (self.is_down, self.drawn.last_mut())
            && stroke.last() != Some(&point)
        {
            stroke.push(point);
        }
    }
}

/// Shows the pad, as large as this height and the width of the window let it be.
pub fn signature_pad(ui: &mut Ui, name: &str, strokes: &mut Strokes, height: f32) {
    let look = Look::of(ui.ctx());
    let wide = ui.available_width();
    let grid = vec2(f32::from(PAD.0), f32::from(PAD.1));
    let scale = (wide / grid.x).min(height / grid.y);
    let (rect, _) = ui.allocate_exact_size(vec2(wide, grid.y * scale), Sense::hover());
    let sheet = Rect::from_center_size(rect.center(), grid * scale);
    let response = ui.interact(sheet, ui.scope_id().with("pad"), Sense::drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name));
    follow(ui, sheet, strokes);
    let c = &look.colours;
    let outline = Stroke::new(2.0, if strokes.is_down { c.primary } else { c.line });
    ui.painter().rect(sheet, look.corner(look.radius.large), c.surface, outline, StrokeKind::Inside);
    let line = sheet.top() + sheet.height() * 0.78;
    ui.painter().hline(sheet.x_range().shrink(sheet.width() * 0.05), line, Stroke::new(1.0, c.line));
    let at = |(x, y): &(u16, u16)| sheet.min + vec2(f32::from(*x), f32::from(*y)) * scale;
    let ink = Stroke::new((3.0 * scale).max(2.0), c.ink);
    for stroke in &strokes.drawn {
        let points: Vec<Pos2> = stroke.iter().map(at).collect();
        match points.as_slice() {
            [one] => drop(ui.painter().circle_filled(*one, ink.width / 2.0, c.ink)),
            _ => drop(ui.painter().line(points, ink)),
        }
    }
}

/// Takes every movement since the last frame: a quick hand makes several in one.
fn follow(ui: &Ui, sheet: Rect, strokes: &mut Strokes) {
    if !ui.is_enabled() {
        return;
    }
    let events = ui.input(|input| input.events.clone());
    for event in events {
        match event {
            Event::PointerButton { pos, pressed: true, .. } if sheet.contains(pos) => {
                strokes.begin(on_grid(sheet, pos));
            }
            Event::PointerMoved(pos) => strokes.go_on(on_grid(sheet, pos)),
            Event::PointerButton { pressed: false, .. } | Event::PointerGone => strokes.is_down = false,
            _ => {}
        }
    }
}

/// Returns a place of the screen on the grid; outside is on its edge.
fn on_grid(sheet: Rect, at: Pos2) -> (u16, u16) {
    let share = pos2((at.x - sheet.left()) / sheet.width(), (at.y - sheet.top()) / sheet.height());
    let on = |share: f32, most: u16| (share.clamp(0.0, 1.0) * f32::from(most)).round() as u16;
    (on(share.x, PAD.0), on(share.y, PAD.1))
}
