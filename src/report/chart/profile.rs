//! A profile: a row a scale, its zones, the result as a needle in a blurred zone of error.

use crate::i18n::decimal;
use crate::i18n::terms::Numbers;
use crate::report::brush::{Brush, Setting};
use crate::report::document::Align;
use crate::report::face::{Face, width};
use crate::report::layout::Sizes;
use crate::report::lines::{Piece, compose};
use crate::report::palette::{Colour, Palette, mix};
use crate::report::wording::printable;
use crate::tr;

/// Scales side by side, each on its own range.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileChart {
    /// What stands above the rows, from the low end to the high one: the zones that all rows share, for example
    /// "plutôt bas", "intermédiaire", "plutôt élevé", or only words for the ends.
    pub bands: Vec<String>,
    pub rows: Vec<ProfileRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ProfileRow {
    pub label: String,
    /// Lowest and highest possible result.
    pub range: (f64, f64),
    /// Where one zone ends and the next one starts, rising, in the unit of the result; none for a single zone.
    pub cuts: Vec<f64>,
    pub reading: Reading,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    Measured {
        value: f64,
        /// Half of the 95 % interval: 1.96 standard errors of measurement, in the unit of the result.
        half_width: f64,
        /// The zone in words, for example "intermédiaire" or "entre intermédiaire et élevé".
        words: String,
        numbers: Numbers,
    },
    /// No score, and why.
    Absent { reason: String },
}

/// Returns where the result lies with its error, inside the range. Identical answers give a zone of no width: they
/// tell nothing of the error, which is then said instead of a false certainty.
pub fn interval(numbers: Numbers, value: f64, half_width: f64, range: (f64, f64)) -> Option<String> {
    if numbers == Numbers::Hidden {
        return None;
    }
    if half_width <= 0.0 {
        return Some(tr!("report-no-interval"));
    }
    let (from, to) = ((value - half_width).max(range.0), (value + half_width).min(range.1));
    // The error is a fraction even where the results are whole.
    let written = |value: f64| match numbers {
        Numbers::Count => decimal(value, 1),
        other => other.written(value),
    };
    Some(tr!("report-interval", from = written(from), to = written(to)))
}

const BAR: f32 = 15.0;
const ROW_GAP: f32 = 6.5;
const ROWS_IN_A_PAGE: usize = 16;

impl ProfileChart {
    /// Returns what the chart says, row by row.
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-profile-alt", count = self.rows.len(), names = self.bands.join(", "));
        for row in &self.rows {
            text.push(' ');
            text.push_str(&row.alternative());
        }
        text
    }

    pub(super) fn parts(&self) -> Vec<Self> {
        self.rows.chunks(ROWS_IN_A_PAGE).map(|rows| Self { bands: self.bands.clone(), rows: rows.to_vec() }).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, measure: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let label_setting = sizes.table;
        let words_setting = Setting { size: sizes.small.size, leading: sizes.table.leading };
        let label_width = measure * 0.215;
        let words_width = measure * 0.29;
        let bar_x = x + label_width + 10.0;
        let bar_width = measure - label_width - words_width - 20.0;
        let mut y = self.band_names(brush, bar_x, bar_width, sizes.small, palette);
        for row in &self.rows {
            let label = Piece { text: printable(&row.label), face: Face::Bold, colour: palette.ink };
            let label = compose(&[label], label_setting.size, label_width);
            let (words, face, colour) = match &row.reading {
                Reading::Measured { words, .. } => (words.clone(), Face::Regular, palette.ink),
                Reading::Absent { .. } => (tr!("report-no-score"), Face::Italic, palette.muted),
            };
            let words = Piece { text: printable(&words), face, colour };
            let words = compose(&[words], words_setting.size, words_width);
            let text_height = label.len().max(words.len()) as f32 * label_setting.leading;
            let height = text_height.max(BAR);
            let centred = |lines: usize| y + (height - lines as f32 * label_setting.leading) / 2.0;
            brush.lines(&label, x, centred(label.len()), label_width, label_setting, Align::Left);
            let words_x = bar_x + bar_width + 10.0;
            let bar_y = y + (height - BAR) / 2.0;
            row.paint(brush, (bar_x, bar_y), bar_width, sizes, palette);
            brush.lines(&words, words_x, centred(words.len()), words_width, words_setting, Align::Left);
            y += height + ROW_GAP;
        }
        legend(brush, bar_x, y + 1.0, palette.band_mid, sizes.small, palette) + y
    }

    /// Names the zones above the first row when all rows are cut alike, else leaves a line for their order.
    fn band_names(&self, brush: &mut Brush, x: f32, width_of_bar: f32, small: Setting, palette: &Palette) -> f32 {
        let Some(first) = self.rows.first() else { return 0.0 };
        let edges = first.edges();
        let n_names = self.bands.len();
        let alike = n_names + 1 == edges.len()
            && self.rows.iter().all(|row| {
                let own = row.edges();
                own.len() == edges.len() && own.iter().zip(&edges).all(|(one, other)| (one - other).abs() < 0.01)
            });
        let edges =
            if alike { edges } else { (0..=n_names).map(|index| index as f32 / n_names.max(1) as f32).collect() };
        let mut used: f32 = 0.0;
        for (index, (name, pair)) in self.bands.iter().zip(edges.windows(2)).enumerate() {
            let [from, to] = pair else { continue };
            let (left, measure) = (x + from * width_of_bar, (to - from) * width_of_bar);
            let align = match index {
                _ if alike => Align::Centre,
                0 => Align::Left,
                last if last + 1 == n_names => Align::Right,
                _ => Align::Centre,
            };
            let text = printable(&format!("{name} "));
            let height = brush.paragraph(&text, Face::Regular, palette.muted, left, 0.0, measure, small, align);
            used = used.max(height);
        }
        used + 4.0
    }
}

impl ProfileRow {
    fn alternative(&self) -> String {
        let label = self.label.as_str();
        let (value, half_width, words, numbers) = match &self.reading {
            Reading::Absent { reason } => {
                return tr!("report-profile-alt-absent", label = label, reason = reason.as_str());
            }
            Reading::Measured { value, half_width, words, numbers } => (*value, *half_width, words.as_str(), *numbers),
        };
        let shown = (numbers.result(value, self.range.1), interval(numbers, value, half_width, self.range));
        let (Some(result), Some(interval)) = shown else {
            return tr!("report-profile-alt-row-words", label = label, words = words);
        };
        tr!("report-profile-alt-row", label = label, words = words, result = result, interval = interval)
    }

    fn share(&self, value: f64) -> f32 {
        let span = (self.range.1 - self.range.0).max(f64::EPSILON);
        ((value - self.range.0) / span).clamp(0.0, 1.0) as f32
    }

    /// Returns where the zones start, and the end of the last one, in shares of the bar.
    fn edges(&self) -> Vec<f32> {
        let cuts = self.cuts.iter().map(|cut| self.share(*cut));
        std::iter::once(0.0).chain(cuts).chain(std::iter::once(1.0)).collect()
    }

    fn paint(&self, brush: &mut Brush, (x, y): (f32, f32), width_of_bar: f32, sizes: &Sizes, palette: &Palette) {
        let edges = self.edges();
        let n_zones = edges.len() - 1;
        match &self.reading {
            Reading::Measured { value, half_width, .. } => {
                for (index, pair) in edges.windows(2).enumerate() {
                    let [from, to] = pair else { continue };
                    let tint = tint(index, n_zones, palette);
                    brush.rect(x + from * width_of_bar, y, (to - from) * width_of_bar, BAR, 0.0, tint);
                }
                let centre = self.share(*value);
                let half = self.share(self.range.0 + half_width);
                let tint_at = |share: f32| {
                    let zone = self.cuts.iter().filter(|cut| self.share(**cut) <= share).count();
                    tint(zone, n_zones, palette)
                };
                blur(brush, (x, y), width_of_bar, centre, half, &tint_at, palette.error_zone);
                for cut in &self.cuts {
                    let edge_x = x + self.share(*cut) * width_of_bar;
                    brush.line((edge_x, y), (edge_x, y + BAR), palette.paper, 1.2);
                }
                needle(brush, x + centre * width_of_bar, y + BAR / 2.0, palette);
            }
            Reading::Absent { reason } => {
                let stroke = crate::report::pages::Stroke { colour: palette.line, width: 0.7 };
                brush.frame(x, y, width_of_bar, BAR, 2.0, palette.paper, stroke);
                let size = sizes.small.size;
                let text = shortened(&printable(reason), size, width_of_bar - 10.0);
                brush.label(x + 5.0, y + BAR / 2.0 + size * 0.33, size, Face::Italic, palette.muted, &text);
            }
        }
    }
}

/// Returns the tint of one of `n` zones, from the low end to the high one.
fn tint(index: usize, n: usize, palette: &Palette) -> Colour {
    let share = if n > 1 { index as f32 / (n - 1) as f32 } else { 0.5 };
    if share < 0.5 {
        mix(palette.band_low, palette.band_mid, share * 2.0)
    } else {
        mix(palette.band_mid, palette.band_high, share * 2.0 - 1.0)
    }
}

/// Returns the share of the full tint at `distance` half-widths from the value: a normal curve.
fn density(distance: f32) -> f32 {
    (-0.5 * (distance * 1.96).powi(2)).exp()
}

/// Draws the error as slices whose tint fades like the normal curve: no edge that could be read as a limit.
fn blur(
    brush: &mut Brush,
    (x, y): (f32, f32),
    width_of_bar: f32,
    centre: f32,
    half: f32,
    tint_at: &dyn Fn(f32) -> Colour,
    zone: Colour,
) {
    const STRENGTH: f32 = 0.62;
    const SLICES: i16 = 44;
    let reach = half * 1.3;
    let slice = 2.0 * reach / f32::from(SLICES);
    for index in 0..SLICES {
        let from = centre - reach + f32::from(index) * slice;
        let middle = from + slice / 2.0;
        let (left, right) = (from.max(0.0), (from + slice).min(1.0));
        if right <= left || half <= 0.0 {
            continue;
        }
        let colour = mix(tint_at(middle), zone, STRENGTH * density((middle - centre) / half));
        // Neighbours overlap a little, lest the paper show between them.
        let overlap = (0.25 / width_of_bar).min(1.0 - right);
        brush.rect(x + left * width_of_bar, y, (right - left + overlap) * width_of_bar, BAR, 0.0, colour);
    }
}

/// Draws the result: a compass needle, standing, with a light edge that shows on every tint.
fn needle(brush: &mut Brush, x: f32, y: f32, palette: &Palette) {
    let diamond = |half_width: f32, half_height: f32| {
        vec![(x, y - half_height), (x + half_width, y), (x, y + half_height), (x - half_width, y)]
    };
    brush.polygon(diamond(5.6, 11.4), palette.paper);
    brush.polygon(diamond(4.2, 9.6), palette.warm);
}

fn legend(brush: &mut Brush, x: f32, y: f32, tint: Colour, small: Setting, palette: &Palette) -> f32 {
    let centre = y + small.leading / 2.0;
    let baseline = y + small.baseline();
    let diamond = vec![(x + 4.0, centre - 5.5), (x + 6.6, centre), (x + 4.0, centre + 5.5), (x + 1.4, centre)];
    brush.polygon(diamond, palette.warm);
    let text = format!("{} ", tr!("report-legend-result"));
    let mut next = x + 11.0;
    next += brush.label(next, baseline, small.size, Face::Regular, palette.muted, &text) + 14.0;
    let (swatch, height) = (34.0, 8.0);
    let slices = 24_i16;
    for index in 0..slices {
        let share = (f32::from(index) + 0.5) / f32::from(slices);
        let colour = mix(tint, palette.error_zone, 0.62 * density((share - 0.5) * 2.6));
        let left = next + swatch * f32::from(index) / f32::from(slices);
        brush.rect(left, centre - height / 2.0, swatch / f32::from(slices) + 0.2, height, 0.0, colour);
    }
    brush.label(next + swatch + 5.0, baseline, small.size, Face::Regular, palette.muted, &tr!("report-legend-error"));
    small.leading + 5.0
}

/// Returns the text, cut with an ellipsis when it is wider than the measure.
fn shortened(text: &str, size: f32, measure: f32) -> String {
    if width(Face::Italic, size, text) <= measure {
        return text.to_owned();
    }
    let mut short = text.to_owned();
    while short.pop().is_some() {
        let candidate = format!("{}…", short.trim_end());
        if width(Face::Italic, size, &candidate) <= measure {
            return candidate;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::PrintSize;
    use crate::report::pages::{Draw, Mark};
    use crate::report::palette::SPECIMEN;

    fn chart(reading: Reading) -> ProfileChart {
        let bands = ["plutôt bas", "intermédiaire", "plutôt élevé"].map(str::to_owned).to_vec();
        let row = ProfileRow { label: "Réaliste".to_owned(), range: (1.0, 5.0), cuts: vec![2.5, 3.5], reading };
        ProfileChart { bands, rows: vec![row] }
    }

    fn reading(value: f64, half_width: f64, numbers: Numbers) -> Reading {
        Reading::Measured { value, half_width, words: "plutôt élevé".to_owned(), numbers }
    }

    fn measured() -> Reading {
        reading(4.0, 0.4, Numbers::OutOf)
    }

    #[test]
    fn the_alternative_text_says_the_zone_and_the_error() {
        let text = chart(measured()).alternative();
        for part in ["Réaliste", "plutôt élevé", "4,0", "3,6", "4,4"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn an_error_that_is_not_known_is_said_so() {
        let text = chart(reading(4.0, 0.0, Numbers::OutOf)).alternative();
        assert!(text.contains("non estimée") && !text.contains("entre"), "{text}");
    }

    #[test]
    fn an_ability_is_said_without_any_number() {
        let mut chart = chart(reading(0.4, 0.8, Numbers::Hidden));
        chart.rows[0].range = (-3.0, 3.0);
        let text = chart.alternative();
        let row = text.split_once("Réaliste").unwrap().1;
        assert!(row.contains("plutôt élevé") && !row.contains(|c: char| c.is_ascii_digit()), "{text}");
    }

    #[test]
    fn a_difference_has_its_sign_and_a_whole_count_no_comma() {
        assert_eq!(Numbers::Signed.result(1.5, 4.0).unwrap(), "+1,5");
        assert_eq!(Numbers::Signed.result(-1.5, 4.0).unwrap(), "\u{2212}1,5");
        assert_eq!(Numbers::Count.result(6.0, 8.0).unwrap(), "6 sur 8");
        assert_eq!(Numbers::Count.result(6.5, 8.0).unwrap(), "6,5 sur 8");
    }

    #[test]
    fn any_number_of_zones_is_drawn_each_with_its_tint() {
        for cuts in [vec![], vec![3.0], vec![2.0, 3.0, 4.0], vec![1.8, 2.6, 3.4, 4.2]] {
            let n_zones = cuts.len() + 1;
            let mut chart = chart(reading(3.0, 0.0, Numbers::OutOf));
            chart.rows[0].cuts = cuts;
            let mut brush = Brush::new(Mark::Decoration);
            chart.paint(&mut brush, 0.0, 400.0, &Sizes::of(PrintSize::Standard), &SPECIMEN);
            let zones: Vec<_> = brush
                .items
                .iter()
                .filter_map(|item| match &item.draw {
                    Draw::Rect { height, fill: Some(fill), .. } if *height == BAR => Some(*fill),
                    _ => None,
                })
                .collect();
            assert_eq!(zones.len(), n_zones);
            assert!(zones.windows(2).all(|pair| pair[0] != pair[1]), "{zones:?}");
        }
    }

    #[test]
    fn a_missing_score_says_why() {
        let text = chart(Reading::Absent { reason: "trop de réponses manquantes".to_owned() }).alternative();
        assert!(text.contains("trop de réponses manquantes"), "{text}");
    }

    #[test]
    fn the_needle_stands_at_the_value() {
        let mut brush = Brush::new(Mark::Decoration);
        chart(measured()).paint(&mut brush, 0.0, 400.0, &Sizes::of(PrintSize::Standard), &SPECIMEN);
        let needle = brush.items.iter().find_map(|item| match &item.draw {
            Draw::Polygon { points, fill } if *fill == SPECIMEN.warm => points.first().copied(),
            _ => None,
        });
        // 0.215 of 400 for labels, 0.29 for words, 10 points on either side of the bar.
        let bar_width = 400.0 - 86.0 - 116.0 - 20.0;
        assert!((needle.unwrap().0 - (96.0 + 0.75 * bar_width)).abs() < 0.01);
    }

    #[test]
    fn the_blur_fades_from_the_value_outwards() {
        assert!(density(0.0) > density(0.5) && density(0.5) > density(1.0));
        assert!((density(1.0) - 0.1465).abs() < 0.001);
    }
}
