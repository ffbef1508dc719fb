//! Where a result lies on its scale: the zones, the result as a needle in a blurred zone of error.

use crate::i18n::decimal;
use crate::i18n::terms::Numbers;
use crate::report::brush::{Brush, Setting};
use crate::report::document::Align;
use crate::report::face::Face;
use crate::report::palette::{Colour, Palette, mix};
use crate::report::wording::printable;
use crate::tr;

/// One scale on its own range.
#[derive(Debug, Clone, PartialEq)]
pub struct Zones {
    /// Lowest and highest possible result.
    pub range: (f64, f64),
    /// Where one zone ends and the next one starts, rising, in the unit of the result; none for a single zone.
    pub cuts: Vec<f64>,
    pub value: f64,
    /// Half of the 95 % interval, in the unit of the result.
    pub half_width: f64,
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

/// Height of a bar, and of the needle that stands on it.
const BAR: f32 = 8.5;
const NEEDLE: f32 = 11.4;

impl Zones {
    /// The room that the drawing takes under a text.
    pub(super) const HEIGHT: f32 = NEEDLE + 1.6;

    fn share(&self, value: f64) -> f32 {
        let span = (self.range.1 - self.range.0).max(f64::EPSILON);
        ((value - self.range.0) / span).clamp(0.0, 1.0) as f32
    }

    /// Returns where the zones start, and the end of the last one, in shares of the bar.
    fn edges(&self) -> Vec<f32> {
        let cuts = self.cuts.iter().map(|cut| self.share(*cut));
        std::iter::once(0.0).chain(cuts).chain(std::iter::once(1.0)).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, (x, top): (f32, f32), width_of_bar: f32, palette: &Palette) {
        let y = top + (NEEDLE - BAR) / 2.0;
        let edges = self.edges();
        let n_zones = edges.len() - 1;
        for (index, pair) in edges.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let tint = tint(index, n_zones, palette);
            brush.rect(x + from * width_of_bar, y, (to - from) * width_of_bar, BAR, 0.0, tint);
        }
        let centre = self.share(self.value);
        let half = self.share(self.range.0 + self.half_width);
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
}

/// Names zones above their bars: where they stand when all bars are cut alike, else only in their order. Returns the height
/// that the names take.
pub(crate) fn name_zones(
    brush: &mut Brush,
    (x, y): (f32, f32),
    width_of_bar: f32,
    names: &[String],
    bars: &[&Zones],
    (setting, colour): (Setting, Colour),
) -> f32 {
    let n_names = names.len();
    let edges: Vec<Vec<f32>> = bars.iter().map(|bar| bar.edges()).collect();
    let same = |one: &Vec<f32>, other: &Vec<f32>| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 0.01)
    };
    let shared = edges.first().filter(|first| first.len() == n_names + 1 && edges.iter().all(|own| same(own, first)));
    let even: Vec<f32> = (0..=n_names).map(|index| index as f32 / n_names.max(1) as f32).collect();
    let edges = shared.unwrap_or(&even);
    let mut used: f32 = 0.0;
    for (index, (name, pair)) in names.iter().zip(edges.windows(2)).enumerate() {
        let [from, to] = pair else { continue };
        let (left, measure) = (x + from * width_of_bar, (to - from) * width_of_bar);
        let align = match index {
            _ if shared.is_some() => Align::Centre,
            0 => Align::Left,
            last if last + 1 == n_names => Align::Right,
            _ => Align::Centre,
        };
        let text = printable(&format!("{name} "));
        used = used.max(brush.paragraph(&text, Face::Regular, colour, left, y, measure, setting, align));
    }
    used
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
    const SLICES: i16 = 32;
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
    brush.polygon(diamond(4.6, NEEDLE / 2.0 + 1.2), palette.paper);
    brush.polygon(diamond(3.4, NEEDLE / 2.0), palette.warm);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::pages::{Draw, Mark};
    use crate::report::palette::SPECIMEN;

    fn bar(cuts: &[f64], value: f64) -> Zones {
        Zones { range: (1.0, 5.0), cuts: cuts.to_vec(), value, half_width: 0.4 }
    }

    fn painted(zones: &Zones) -> Brush {
        let mut brush = Brush::new(Mark::Decoration);
        zones.paint(&mut brush, (0.0, 0.0), 400.0, &SPECIMEN);
        brush
    }

    #[test]
    fn an_error_that_is_not_known_is_said_so() {
        assert_eq!(interval(Numbers::OutOf, 4.0, 0.0, (1.0, 5.0)).unwrap(), "non estimée");
        assert_eq!(interval(Numbers::OutOf, 4.0, 0.4, (1.0, 5.0)).unwrap(), "3,6 à 4,4");
    }

    #[test]
    fn an_ability_has_no_interval_in_numbers() {
        assert_eq!(interval(Numbers::Hidden, 0.4, 0.8, (-3.0, 3.0)), None);
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
        let cuts: [&[f64]; 4] = [&[], &[3.0], &[2.0, 3.0, 4.0], &[1.8, 2.6, 3.4, 4.2]];
        for cuts in cuts {
            let brush = painted(&Zones { half_width: 0.0, ..bar(cuts, 3.0) });
            let zones: Vec<_> = brush
                .items
                .iter()
                .filter_map(|item| match &item.draw {
                    Draw::Rect { height, fill: Some(fill), .. } if *height == BAR => Some(*fill),
                    _ => None,
                })
                .collect();
            assert_eq!(zones.len(), cuts.len() + 1);
            assert!(zones.windows(2).all(|pair| pair[0] != pair[1]), "{zones:?}");
        }
    }

    #[test]
    fn the_needle_stands_at_the_value() {
        let needle = painted(&bar(&[2.5, 3.5], 4.0)).items.into_iter().find_map(|item| match item.draw {
            Draw::Polygon { points, fill } if fill == SPECIMEN.warm => points.first().copied(),
            _ => None,
        });
        assert!((needle.unwrap().0 - 300.0).abs() < 0.01);
    }

    #[test]
    fn names_stand_over_the_zones_that_all_bars_share() {
        let names = ["bas", "milieu", "haut"].map(str::to_owned);
        let middle = |bars: &[&Zones]| {
            let mut brush = Brush::new(Mark::Decoration);
            let setting = Setting { size: 8.0, leading: 10.0 };
            name_zones(&mut brush, (0.0, 0.0), 400.0, &names, bars, (setting, SPECIMEN.muted));
            brush.items.iter().find_map(|item| match &item.draw {
                Draw::Text { x, width, text, .. } if text.starts_with("milieu") => Some(x + width / 2.0),
                _ => None,
            })
        };
        let (narrow, wide) = (bar(&[1.4, 1.8], 3.0), bar(&[2.0, 4.0], 3.0));
        // 0.6 above the low end of a range of 4.
        assert!((middle(&[&narrow, &narrow]).unwrap() - 60.0).abs() < 0.1);
        assert!((middle(&[&narrow, &wide]).unwrap() - 200.0).abs() < 0.1, "in their order only");
    }

    #[test]
    fn the_blur_fades_from_the_value_outwards() {
        assert!(density(0.0) > density(0.5) && density(0.5) > density(1.0));
        assert!((density(1.0) - 0.1465).abs() < 0.001);
    }
}
