//! Horizontal bars: one value a row, written beside its bar.

use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::Face;
use crate::report::layout::Sizes;
use crate::report::palette::Palette;
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct BarsChart {
    /// The value of a full bar.
    pub full: f64,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    pub value: f64,
    /// The value as it is read, for example "12 sur 20".
    pub words: String,
}

const BAR: f32 = 9.0;
const ROWS_IN_A_PAGE: usize = 22;

impl BarsChart {
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-bars-alt", count = self.bars.len());
        for bar in &self.bars {
            text.push(' ');
            text.push_str(&tr!("report-bars-alt-row", label = bar.label.as_str(), words = bar.words.as_str()));
        }
        text
    }

    pub(super) fn parts(&self) -> Vec<Self> {
        self.bars.chunks(ROWS_IN_A_PAGE).map(|bars| Self { full: self.full, bars: bars.to_vec() }).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let setting = sizes.table;
        let (label_width, words_width) = (width * 0.34, width * 0.25);
        let bar_x = x + label_width + 8.0;
        let bar_width = width - label_width - words_width - 16.0;
        let mut y = 0.0;
        for bar in &self.bars {
            let (bold, plain, ink) = (Face::Bold, Face::Regular, palette.ink);
            let label = printable(&format!("{} ", bar.label));
            let used = brush.paragraph(&label, bold, ink, x, y, label_width, setting, Align::Left);
            let share = (bar.value / self.full.max(f64::EPSILON)).clamp(0.0, 1.0) as f32;
            let bar_y = y + (setting.leading - BAR) / 2.0;
            brush.rect(bar_x, bar_y, bar_width, BAR, BAR / 2.0, palette.accent_soft);
            if share > 0.0 {
                brush.rect(bar_x, bar_y, (bar_width * share).max(BAR), BAR, BAR / 2.0, palette.accent);
            }
            let words_x = bar_x + bar_width + 8.0;
            let words = printable(&bar.words);
            let more = brush.paragraph(&words, plain, ink, words_x, y, words_width, setting, Align::Left);
            y += used.max(more) + 5.0;
        }
        y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alternative_text_reads_each_bar() {
        let bar = Bar { label: "Vocabulaire".to_owned(), value: 12.0, words: "12 sur 20".to_owned() };
        let text = BarsChart { full: 20.0, bars: vec![bar] }.alternative();
        assert!(text.contains("Vocabulaire") && text.contains("12 sur 20"), "{text}");
    }
}
