//! Charts: data, a drawing, and an alternative text made from the same data. Colour is never alone.

mod badge;
mod cell;
mod code;
mod drawing;
mod order;
pub(super) mod pictogram;
mod radar;
mod stem;
mod zones;

pub use badge::BadgeChart;
pub use cell::{CellPicture, StepState};
pub use code::CodeChart;
pub use order::{OrderChart, OrderMark};
pub use radar::{RadarAxis, RadarChart};
pub use stem::{StemChart, StemDrawing};
pub use zones::{Reading, Zones, interval};

pub(crate) use cell::Frame;
pub(crate) use zones::name_zones;

use super::brush::Brush;
use super::layout::Sizes;
use super::palette::Palette;

/// A drawing made from data.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Order(OrderChart),
    Radar(RadarChart),
    Stem(StemChart),
    Badge(BadgeChart),
    Code(CodeChart),
}

impl Chart {
    /// Returns what the chart says, for a reader who does not see it.
    pub fn alternative(&self) -> String {
        match self {
            Self::Order(chart) => chart.alternative(),
            Self::Radar(chart) => chart.alternative(),
            Self::Stem(chart) => chart.alternative.clone(),
            Self::Badge(chart) => chart.alternative(),
            Self::Code(chart) => chart.alternative(),
        }
    }

    /// Returns charts that each fit on a page.
    pub(crate) fn parts(&self) -> Vec<Self> {
        match self {
            Self::Order(chart) => chart.parts().into_iter().map(Self::Order).collect(),
            Self::Radar(_) | Self::Stem(_) | Self::Badge(_) | Self::Code(_) => vec![self.clone()],
        }
    }

    /// Draws the chart from the top down and returns its height.
    pub(crate) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        match self {
            Self::Radar(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Order(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Stem(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Badge(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Code(chart) => chart.paint(brush, x, width, sizes, palette),
        }
    }
}
