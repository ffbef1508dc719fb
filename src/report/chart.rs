//! Charts: data, a drawing, and an alternative text made from the same data. Colour is never alone.

mod badge;
mod bars;
mod code;
mod drawing;
mod order;
pub(super) mod pictogram;
mod profile;
mod stem;
mod timeline;

pub use badge::BadgeChart;
pub use bars::{Bar, BarsChart};
pub use code::CodeChart;
pub use order::{OrderChart, OrderMark};
pub use profile::{ProfileChart, ProfileRow, Reading, interval};
pub use stem::{StemChart, StemDrawing};
pub use timeline::{StepState, TimelineChart, TimelineStep};

use super::brush::Brush;
use super::layout::Sizes;
use super::palette::Palette;

/// A drawing made from data.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Profile(ProfileChart),
    Timeline(TimelineChart),
    Bars(BarsChart),
    Order(OrderChart),
    Stem(StemChart),
    Badge(BadgeChart),
    Code(CodeChart),
}

impl Chart {
    /// Returns what the chart says, for a reader who does not see it.
    pub fn alternative(&self) -> String {
        match self {
            Self::Profile(chart) => chart.alternative(),
            Self::Timeline(chart) => chart.alternative(),
            Self::Bars(chart) => chart.alternative(),
            Self::Order(chart) => chart.alternative(),
            Self::Stem(chart) => chart.alternative.clone(),
            Self::Badge(chart) => chart.alternative(),
            Self::Code(chart) => chart.alternative(),
        }
    }

    /// Returns charts that each fit on a page.
    pub(crate) fn parts(&self) -> Vec<Self> {
        match self {
            Self::Profile(chart) => chart.parts().into_iter().map(Self::Profile).collect(),
            Self::Timeline(chart) => chart.parts().into_iter().map(Self::Timeline).collect(),
            Self::Bars(chart) => chart.parts().into_iter().map(Self::Bars).collect(),
            Self::Order(chart) => chart.parts().into_iter().map(Self::Order).collect(),
            Self::Stem(_) | Self::Badge(_) | Self::Code(_) => vec![self.clone()],
        }
    }

    /// Draws the chart from the top down and returns its height.
    pub(crate) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        match self {
            Self::Profile(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Timeline(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Bars(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Order(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Stem(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Badge(chart) => chart.paint(brush, x, width, sizes, palette),
            Self::Code(chart) => chart.paint(brush, x, width, sizes, palette),
        }
    }
}
