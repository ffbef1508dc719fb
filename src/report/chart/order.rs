//! An order inside one person: places down a line, from the first to the last. No axis: nothing is compared with others.

use crate::i18n::terms;
use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::{Face, width as width_of};
use crate::report::layout::Sizes;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct OrderChart {
    /// From the first place to the last.
    pub marks: Vec<OrderMark>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMark {
    /// From 1; equal ones share it.
    pub place: usize,
    pub tied: bool,
    pub label: String,
}

const RADIUS: f32 = 7.2;
const ROW_GAP: f32 = 4.6;
/// A longer order goes on in a second column.
const ROWS_IN_A_COLUMN: usize = 6;
const ROWS_IN_A_PAGE: usize = 24;

impl OrderChart {
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-order-alt", count = self.marks.len());
        let last = self.last();
        for mark in &self.marks {
            let words = terms::order_place(mark.place, last, mark.tied);
            let label = mark.label.as_str();
            text.push(' ');
            text.push_str(&if words.is_empty() {
                tr!("report-order-alt-row", place = mark.place, label = label)
            } else {
                tr!("report-order-alt-row-end", place = mark.place, label = label, words = words)
            });
        }
        text
    }

    fn last(&self) -> usize {
        self.marks.iter().map(|mark| mark.place).max().unwrap_or(1)
    }

    pub(super) fn parts(&self) -> Vec<Self> {
        self.marks.chunks(ROWS_IN_A_PAGE).map(|marks| Self { marks: marks.to_vec() }).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let n_columns = if self.marks.len() > ROWS_IN_A_COLUMN { 2 } else { 1 };
        let (measure, rows) = (width / n_columns as f32, self.marks.len().div_ceil(n_columns).max(1));
        let columns = self.marks.chunks(rows).enumerate();
        columns
            .map(|(index, marks)| self.column(marks, brush, (x + measure * index as f32, measure), sizes, palette))
            .fold(0.0, f32::max)
    }

    fn column(
        &self,
        marks: &[OrderMark],
        brush: &mut Brush,
        (x, width): (f32, f32),
        sizes: &Sizes,
        palette: &Palette,
    ) -> f32 {
        let setting = sizes.table;
        let centre_x = x + RADIUS + 1.0;
        let label_x = centre_x + RADIUS + 8.0;
        let label_width = width * 0.56;
        let words_x = label_x + label_width + 10.0;
        let words_width = x + width - words_x;
        let last = self.last();
        let mut y = 1.0;
        let mut previous: Option<f32> = None;
        for mark in marks {
            let label = printable(&format!("{} ", mark.label));
            let text_y = y + RADIUS - setting.leading / 2.0;
            let used =
                brush.paragraph(&label, Face::Bold, palette.ink, label_x, text_y, label_width, setting, Align::Left);
            let words = terms::order_place(mark.place, last, mark.tied);
            if !words.is_empty() {
                let words = printable(&format!("{words} "));
                let colour = palette.muted;
                brush.paragraph(&words, Face::Regular, colour, words_x, text_y, words_width, setting, Align::Left);
            }
            let centre_y = y + RADIUS;
            if let Some(above) = previous {
                brush.line((centre_x, above + RADIUS), (centre_x, centre_y - RADIUS), palette.line, 1.4);
            }
            disc(brush, (centre_x, centre_y), mark.place, last, sizes, palette);
            previous = Some(centre_y);
            y += used.max(2.0 * RADIUS) + ROW_GAP;
        }
        y
    }
}

/// A number in a circle; the first place is full, so that the eye starts there.
fn disc(brush: &mut Brush, (x, y): (f32, f32), place: usize, last: usize, sizes: &Sizes, palette: &Palette) {
    let stroke = Stroke { colour: palette.accent, width: 1.1 };
    let (fill, ink) = match place {
        1 if last > 1 => (palette.accent, palette.paper),
        _ => (palette.accent_soft, palette.accent),
    };
    brush.circle(x, y, RADIUS, Some(fill), Some(stroke));
    let number = place.to_string();
    let size = sizes.small.size;
    let half = width_of(Face::Bold, size, &number) / 2.0;
    brush.label(x - half, y + size * 0.33, size, Face::Bold, ink, &number);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::PrintSize;
    use crate::report::pages::{Draw, Mark};
    use crate::report::palette::SPECIMEN;

    fn chart() -> OrderChart {
        let mark = |place, tied, label: &str| OrderMark { place, tied, label: label.to_owned() };
        OrderChart {
            marks: vec![
                mark(1, false, "Dominance"),
                mark(2, true, "Initiative"),
                mark(2, true, "Stabilité"),
                mark(4, false, "Conscience"),
            ],
        }
    }

    #[test]
    fn the_alternative_text_reads_the_order_with_its_ties() {
        let text = chart().alternative();
        let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
        assert!(at("Dominance") < at("Initiative") && at("Initiative") < at("Conscience"));
        assert!(text.contains("en premier") && text.contains("en dernier"), "{text}");
        assert_eq!(text.matches("à égalité").count(), 2, "{text}");
    }

    #[test]
    fn each_place_has_its_disc_down_the_page() {
        let mut brush = Brush::new(Mark::Decoration);
        let height = chart().paint(&mut brush, 0.0, 400.0, &Sizes::of(PrintSize::Standard), &SPECIMEN);
        let discs: Vec<f32> = brush
            .items
            .iter()
            .filter_map(|item| match &item.draw {
                Draw::Circle { y, .. } => Some(*y),
                _ => None,
            })
            .collect();
        assert_eq!(discs.len(), 4);
        assert!(discs.windows(2).all(|pair| pair[0] < pair[1]) && discs[3] < height, "{discs:?}");
    }

    #[test]
    fn ten_places_stand_in_two_columns_of_five() {
        let mark = |place| OrderMark { place, tied: false, label: format!("Valeur {place}") };
        let chart = OrderChart { marks: (1..=10).map(mark).collect() };
        let mut brush = Brush::new(Mark::Decoration);
        chart.paint(&mut brush, 0.0, 400.0, &Sizes::of(PrintSize::Standard), &SPECIMEN);
        let discs: Vec<(f32, f32)> = brush
            .items
            .iter()
            .filter_map(|item| match &item.draw {
                Draw::Circle { x, y, .. } => Some((*x, *y)),
                _ => None,
            })
            .collect();
        let (left, right) = discs.split_at(5);
        assert!(left.iter().all(|(x, _)| *x < 200.0) && right.iter().all(|(x, _)| *x > 200.0), "{discs:?}");
        assert!(left.iter().zip(right).all(|(left, right)| left.1 == right.1), "{discs:?}");
    }
}
