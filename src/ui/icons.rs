//! Our own icons, drawn with lines: no font to ship, one stroke weight, any colour.

mod faces;
mod pen;
mod pictogram;
mod shapes;

use eframe::egui::{Color32, Painter, Rect, Sense, Ui, vec2};

use pen::Pen;
pub use pictogram::paint_pictogram;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Compass,
    Person,
    People,
    Calendar,
    Clipboard,
    Check,
    Clock,
    Speaker,
    Stop,
    Help,
    Hand,
    Pause,
    ArrowRight,
    ArrowLeft,
    ChevronDown,
    ChevronUp,
    /// A line of text with an arrow: the ruler goes up, or down.
    RulerUp,
    RulerDown,
    Search,
    Send,
    Document,
    Lock,
    Cross,
    Plus,
    Minus,
    Pencil,
    Info,
    Warning,
    Home,
    Path,
    Settings,
    Erase,
    /// An arrow up: the next letter is a capital.
    Capital,
    Mail,
    Globe,
    Flag,
    /// From 1 (very unhappy) to 5 (very happy).
    Face(u8),
    /// From 0 (empty) to 4 (full).
    Jauge(u8),
}

impl Icon {
    /// Draws the icon in the largest square of `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let side = rect.width().min(rect.height());
        let pen = Pen::new(painter, Rect::from_center_size(rect.center(), vec2(side, side)), colour);
        match self {
            Self::Face(level) => faces::face(&pen, level),
            Self::Jauge(level) => faces::jauge(&pen, level),
            other => shapes::draw(&pen, other),
        }
    }

    /// Lays the icon out as decoration, without a name: its meaning is in the words beside it.
    pub fn show(self, ui: &mut Ui, side: f32, colour: Color32) {
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::empty());
        self.paint(ui.painter(), rect, colour);
    }
}

/// Draws the compass of the identity: a disc, its rim and a two-tone needle.
pub fn paint_logo(painter: &Painter, rect: Rect, disc: Color32, north: Color32, south: Color32) {
    let pen = Pen::new(painter, rect, disc);
    pen.disc(12.0, 12.0, 12.0);
    let fine = pen.coloured(south);
    fine.ring(12.0, 12.0, 9.6, 0.7);
    fine.polygon(&[(5.6, 18.4), (10.2, 10.2), (13.8, 13.8)]);
    fine.coloured(north).polygon(&[(18.4, 5.6), (10.2, 10.2), (13.8, 13.8)]);
    pen.disc(12.0, 12.0, 1.3);
}
