//! Placed pages: texts and shapes in points from the top left corner, enough to print or to paint them.

use super::face::Face;
use super::palette::Colour;
use super::structure::{NodeId, Structure};

/// A4, in points.
pub const A4: (f32, f32) = (595.276, 841.89);

/// A laid-out document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    pub pages: Vec<Page>,
    pub structure: Structure,
    pub outline: Vec<OutlineEntry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Item>,
}

/// One drawing, and what it is in the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub mark: Mark,
    pub draw: Draw,
}

/// Whether a reader who does not see the page is told of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Part of a structure element.
    Content(NodeId),
    /// A rule, a tint, a tick box: drawn for the eye only.
    Decoration,
    /// What pages repeat: read once, where it stands first.
    Running(Furniture),
}

/// What a page repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Furniture {
    Header,
    Footer,
    /// The head of a table that goes on.
    TableHead,
}

/// A stroke's colour and width in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Draw {
    /// `x` is the left end, `width` the advance without a trailing space.
    Text {
        x: f32,
        baseline: f32,
        size: f32,
        face: Face,
        colour: Colour,
        text: String,
        width: f32,
    },
    /// `radius` rounds the corners.
    Rect {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Circle {
        x: f32,
        y: f32,
        radius: f32,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        stroke: Stroke,
    },
    Polyline {
        points: Vec<(f32, f32)>,
        stroke: Stroke,
    },
    /// A closed, filled shape.
    Polygon {
        points: Vec<(f32, f32)>,
        fill: Colour,
    },
}

impl Draw {
    /// Moves the drawing down.
    pub fn shift(&mut self, down: f32) {
        match self {
            Self::Text { baseline, .. } => *baseline += down,
            Self::Rect { y, .. } | Self::Circle { y, .. } => *y += down,
            Self::Line { from, to, .. } => {
                from.1 += down;
                to.1 += down;
            }
            Self::Polyline { points, .. } | Self::Polygon { points, .. } => {
                for point in points {
                    point.1 += down;
                }
            }
        }
    }

    /// Returns left, top, right and bottom.
    pub fn bounds(&self) -> (f32, f32, f32, f32) {
        match self {
            Self::Text { x, baseline, size, width, .. } => (*x, baseline - size, x + width, baseline + size * 0.25),
            Self::Rect { x, y, width, height, .. } => (*x, *y, x + width, y + height),
            Self::Circle { x, y, radius, .. } => (x - radius, y - radius, x + radius, y + radius),
            Self::Line { from, to, .. } => (from.0.min(to.0), from.1.min(to.1), from.0.max(to.0), from.1.max(to.1)),
            Self::Polyline { points, .. } | Self::Polygon { points, .. } => points.iter().fold(
                (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY),
                |(left, top, right, bottom), (x, y)| (left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)),
            ),
        }
    }
}

/// A bookmark: the heading's text and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    pub title: String,
    pub level: u8,
    pub page: usize,
    pub y: f32,
}

impl Pages {
    /// Returns the plain text of each page, a line for each baseline, in reading order.
    pub fn text(&self) -> Vec<String> {
        self.pages.iter().map(Page::text).collect()
    }
}

impl Page {
    /// Returns the plain text, a line for each change of baseline.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut last: Option<(f32, f32)> = None;
        for item in &self.items {
            let Draw::Text { x, baseline, text, width, .. } = &item.draw else { continue };
            match last {
                Some((line, _)) if (line - baseline).abs() > 0.5 => {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push('\n');
                }
                Some((_, end)) if (x - end).abs() > 1.0 && !out.ends_with(' ') => out.push(' '),
                _ => {}
            }
            out.push_str(text);
            last = Some((*baseline, x + width));
        }
        out.truncate(out.trim_end_matches(' ').len());
        out
    }
}
