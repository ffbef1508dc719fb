//! A figure as vectors, in any rectangle: shades and lines take the colours of the look.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2,
};

use crate::domain::generate::figure::{Figure, Mark, Point, Shade, Stroke as Line};
use crate::ui::theme::{Look, Weight};

/// The height of a digit, in multiples of the size of its letters.
const DIGIT: f32 = 0.68;

/// Shows a figure in a square, with the name that a screen reader says.
pub fn figure(ui: &mut Ui, figure: &Figure, side: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    paint_figure(ui.painter(), &Look::of(ui.ctx()), rect, figure);
    response
}

/// Draws a figure over what is there; the unit square fills the rectangle.
pub(super) fn paint_figure(painter: &Painter, look: &Look, rect: Rect, figure: &Figure) {
    paint_with(painter, look, rect, 1.0, figure);
}

/// Draws a chart, stretched to the rectangle, with fine lines: its bars are what counts.
pub(super) fn paint_chart(painter: &Painter, look: &Look, rect: Rect, figure: &Figure) {
    paint_with(painter, look, rect, 0.5, figure);
}

fn paint_with(painter: &Painter, look: &Look, rect: Rect, weight: f32, figure: &Figure) {
    let pen = Pen { look, rect, side: rect.size().min_elem(), weight };
    for mark in &figure.marks {
        pen.draw(painter, mark);
    }
}

struct Pen<'a> {
    look: &'a Look,
    rect: Rect,
    /// What widths and heights are shares of.
    side: f32,
    /// How bold lines are drawn.
    weight: f32,
}

impl Pen<'_> {
    fn draw(&self, painter: &Painter, mark: &Mark) {
        match mark {
            Mark::Area { corners, shade } => {
                painter.add(Shape::convex_polygon(self.path(corners), self.shade(*shade), Stroke::NONE));
            }
            Mark::Outline { corners, stroke } => {
                let mut path = self.path(corners);
                path.extend(path.first().copied());
                if *stroke == Line::Dashed {
                    self.dashes(painter, &path);
                } else {
                    self.round_line(painter, &path, self.stroke(*stroke));
                }
            }
            Mark::Line { from, to, stroke } => {
                let ends = [self.place(*from), self.place(*to)];
                if *stroke == Line::Dashed {
                    self.dashes(painter, &ends);
                } else {
                    painter.line_segment(ends, self.stroke(*stroke));
                }
            }
            Mark::Disc { centre, radius, shade } => {
                let radius = Point::new(*radius, 0).shares().0 * self.side;
                painter.circle(self.place(*centre), radius, self.shade(*shade), self.stroke(Line::Plain));
            }
            Mark::Number { at, value, height } => {
                let size = Point::new(*height, 0).shares().0 * self.side / DIGIT;
                let font = self.look.font(Weight::SemiBold, size.max(self.look.text.small * 0.7));
                painter.text(self.place(*at), Align2::CENTER_CENTER, value, font, self.look.colours.ink);
            }
        }
    }

    fn place(&self, point: Point) -> Pos2 {
        let (x, y) = point.shares();
        pos2(self.rect.left() + x * self.rect.width(), self.rect.top() + y * self.rect.height())
    }

    fn path(&self, corners: &[Point]) -> Vec<Pos2> {
        corners.iter().map(|&corner| self.place(corner)).collect()
    }

    fn stroke(&self, stroke: Line) -> Stroke {
        let (share, least, most) = match stroke {
            Line::Thin => (0.006, 0.9, 2.0),
            Line::Plain => (0.012, 1.6, 3.5),
            Line::Bold => (0.026, 2.8, 8.0),
            Line::Dashed => (0.010, 1.4, 3.0),
        };
        Stroke::new((self.side * share * self.weight).clamp(least, most), self.look.colours.ink)
    }

    /// Draws a line with round joins: a sharp corner has no spike that could be taken for a part of the figure.
    fn round_line(&self, painter: &Painter, path: &[Pos2], stroke: Stroke) {
        for ends in path.windows(2) {
            if let [from, to] = *ends {
                painter.line_segment([from, to], stroke);
                painter.circle_filled(to, stroke.width / 2.0, stroke.color);
            }
        }
    }

    fn dashes(&self, painter: &Painter, path: &[Pos2]) {
        let dash = (self.side * 0.035).max(4.0);
        painter.extend(Shape::dashed_line(path, self.stroke(Line::Dashed), dash, dash * 0.75));
    }

    fn shade(&self, shade: Shade) -> Color32 {
        let c = &self.look.colours;
        match shade {
            Shade::Paper => c.surface_raised,
            Shade::Light => c.figure_light,
            Shade::Medium => c.figure_medium,
            Shade::Dark => c.figure_dark,
            Shade::Ink => c.ink,
        }
    }
}

/// Returns the largest square in the middle of a rectangle.
pub(super) fn inner_square(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), Vec2::splat(rect.size().min_elem().max(0.0)))
}
