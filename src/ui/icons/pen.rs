//! A pen on a 24 × 24 grid, with round ends.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

const GRID: f32 = 24.0;
const WIDTH: f32 = 2.0;

#[derive(Clone)]
pub(super) struct Pen<'a> {
    painter: &'a Painter,
    rect: Rect,
    colour: Color32,
}

impl<'a> Pen<'a> {
    pub(super) fn new(painter: &'a Painter, rect: Rect, colour: Color32) -> Self {
        Self { painter, rect, colour }
    }

    pub(super) fn coloured(&self, colour: Color32) -> Self {
        Self { colour, ..self.clone() }
    }

    fn unit(&self) -> f32 {
        self.rect.width() / GRID
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.rect.min + vec2(x, y) * self.unit()
    }

    fn width(&self) -> f32 {
        (WIDTH * self.unit()).max(1.4)
    }

    /// Draws a broken line with round joints and ends.
    pub(super) fn line(&self, points: &[(f32, f32)]) {
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        for &point in &points {
            self.painter.circle_filled(point, self.width() / 2.0, self.colour);
        }
        self.painter.line(points, Stroke::new(self.width(), self.colour));
    }

    /// Draws an arc around a centre, angles in turns clockwise from three o'clock.
    pub(super) fn arc(&self, x: f32, y: f32, radius: f32, from: f32, to: f32) {
        let points: Vec<(f32, f32)> = (0..=24)
            .map(|step| {
                let angle = std::f32::consts::TAU * (from + (to - from) * step as f32 / 24.0);
                (x + radius * angle.cos(), y + radius * angle.sin())
            })
            .collect();
        let points: Vec<Pos2> = points.into_iter().map(|point| self.at(point)).collect();
        for end in points.first().into_iter().chain(points.last()) {
            self.painter.circle_filled(*end, self.width() / 2.0, self.colour);
        }
        self.painter.line(points, Stroke::new(self.width(), self.colour));
    }

    pub(super) fn circle(&self, x: f32, y: f32, radius: f32) {
        self.painter.circle_stroke(self.at((x, y)), radius * self.unit(), Stroke::new(self.width(), self.colour));
    }

    pub(super) fn ring(&self, x: f32, y: f32, radius: f32, width: f32) {
        let stroke = Stroke::new(width * self.unit(), self.colour);
        self.painter.circle_stroke(self.at((x, y)), radius * self.unit(), stroke);
    }

    pub(super) fn disc(&self, x: f32, y: f32, radius: f32) {
        self.painter.circle_filled(self.at((x, y)), radius * self.unit(), self.colour);
    }

    pub(super) fn polygon(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(Shape::convex_polygon(points, self.colour, Stroke::NONE));
    }

    pub(super) fn frame(&self, left: f32, top: f32, right: f32, bottom: f32, radius: f32) {
        let rect = Rect::from_min_max(self.at((left, top)), self.at((right, bottom)));
        let corner = CornerRadius::from(radius * self.unit());
        self.painter.rect_stroke(rect, corner, Stroke::new(self.width(), self.colour), StrokeKind::Middle);
    }

    pub(super) fn block(&self, left: f32, top: f32, right: f32, bottom: f32, radius: f32) {
        let rect = Rect::from_min_max(self.at((left, top)), self.at((right, bottom)));
        self.painter.rect_filled(rect, CornerRadius::from(radius * self.unit()), self.colour);
    }

    /// Draws an outline through the points of half an ellipse: a mouth, between its two corners.
    pub(super) fn curve(&self, from: (f32, f32), bend: (f32, f32), to: (f32, f32)) {
        let points: Vec<(f32, f32)> = (0..=16)
            .map(|step| {
                let t = step as f32 / 16.0;
                let mix = |a: f32, b: f32, c: f32| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
                (mix(from.0, bend.0, to.0), mix(from.1, bend.1, to.1))
            })
            .collect();
        let points: Vec<Pos2> = points.into_iter().map(|(x, y)| self.at((x, y))).collect();
        for end in points.first().into_iter().chain(points.last()) {
            self.painter.circle_filled(pos2(end.x, end.y), self.width() / 2.0, self.colour);
        }
        self.painter.line(points, Stroke::new(self.width(), self.colour));
    }
}
