//! One line of a result profile: named zones, a marker, and its uncertainty as a soft zone.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// One zone of a scale: where it ends (0 to 1), and its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProfileZone<'a> {
    pub ends: f32,
    pub name: &'a str,
}

/// A score on its scale. Places go from 0 (left end) to 1 (right end).
#[derive(Debug, Clone, Copy)]
pub struct ProfileRow<'a> {
    pub title: &'a str,
    /// The score in words, at the right ("62 sur 100").
    pub value: &'a str,
    pub place: f32,
    /// From and to where the true score may lie.
    pub uncertainty: (f32, f32),
    /// From the low end to the high one, however many.
    pub zones: &'a [ProfileZone<'a>],
    /// The whole line said to a screen reader.
    pub alternative: &'a str,
}

impl ProfileRow<'_> {
    pub fn show(&self, ui: &mut Ui) -> Response {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let width = ui.available_width();
        let title_width = (width * 0.24).min(260.0);
        let value_width = (width * 0.14).clamp(80.0, 150.0);
        let name = paint::layout(ui, &look, self.title, Weight::SemiBold, look.text.body, c.ink, title_width - 12.0);
        let value = paint::layout(ui, &look, self.value, Weight::Bold, look.text.body, c.ink, value_width);
        let track = look.text.body * 1.9;
        // The names of the zones wrap under narrow zones: the row is as high as the highest.
        let span = (width - title_width - value_width - look.space.medium).max(60.0);
        let zones: Vec<(f32, &str)> = self
            .zones
            .iter()
            .zip(self.starts())
            .map(|(zone, starts)| ((zone.ends - starts) * span - 2.0, zone.name))
            .collect();
        let lay = |words: &str, room: f32| {
            paint::layout(ui, &look, words, Weight::Regular, look.text.small, c.ink_muted, room)
        };
        // Names that would be cut inside a word are left out of the drawing: the words beside it say the zone.
        let named =
            zones.iter().all(|(room, name)| name.split(' ').all(|word| lay(word, f32::INFINITY).size().x <= *room));
        let label =
            if named { zones.iter().map(|(room, name)| lay(name, *room).size().y).fold(0.0, f32::max) } else { 0.0 };
        let height = (track + label).max(name.size().y) + look.space.small;
        let (rect, response) = paint::row(ui, width, height, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.alternative));
        let scale = Rect::from_min_max(
            pos2(rect.left() + title_width, rect.top() + 4.0),
            pos2(rect.right() - value_width - look.space.medium, rect.top() + 4.0 + track),
        );
        // A name of several lines is never higher than its row.
        let middle = scale.center().y.max(rect.top() + name.size().y / 2.0);
        paint::put_left(ui, &name, rect.left(), middle);
        paint::put_left(ui, &value, scale.right() + look.space.medium, scale.center().y);
        self.zones(ui, &look, scale, named);
        self.uncertainty(ui, &look, scale);
        self.marker(ui, &look, scale);
        response
    }

    /// Returns where each zone starts.
    fn starts(&self) -> impl Iterator<Item = f32> {
        std::iter::once(0.0).chain(self.zones.iter().map(|zone| zone.ends))
    }

    fn zones(&self, ui: &Ui, look: &Look, scale: Rect, named: bool) {
        let c = &look.colours;
        for (index, (zone, starts)) in self.zones.iter().zip(self.starts()).enumerate() {
            let (from, to) = (at(scale, starts), at(scale, zone.ends));
            let place = Rect::from_x_y_ranges(from + 1.0..=to - 1.0, scale.y_range());
            ui.painter().rect_filled(place, look.corner(look.radius.small), tint(look, index, self.zones.len()));
            if !named {
                continue;
            }
            let words =
                paint::layout(ui, look, zone.name, Weight::Regular, look.text.small, c.ink_muted, place.width());
            paint::put(ui, &words, pos2(place.center().x - words.size().x / 2.0, place.bottom() + 1.0));
        }
    }

    /// Draws the uncertainty denser towards the score: nested layers instead of two hard ends.
    fn uncertainty(&self, ui: &Ui, look: &Look, scale: Rect) {
        const LAYERS: usize = 28;
        let (from, to) = self.uncertainty;
        let (centre, body) = (at(scale, self.place), scale.shrink2(vec2(0.0, 5.0)));
        for layer in 1..=LAYERS {
            let share = 1.15 - 0.8 * (layer as f32 / LAYERS as f32);
            let left = centre - (centre - at(scale, from)) * share;
            let right = centre + (at(scale, to) - centre) * share;
            let zone = Rect::from_x_y_ranges(left.max(scale.left())..=right.min(scale.right()), body.y_range());
            let ink = paint::faded(look.colours.error_zone, 0.02);
            ui.painter().rect_filled(zone, look.corner(body.height() / 2.0), ink);
        }
    }

    fn marker(&self, ui: &Ui, look: &Look, scale: Rect) {
        let c = &look.colours;
        let centre = pos2(at(scale, self.place), scale.center().y);
        let half = scale.height() * 0.36;
        let points = [vec2(0.0, -half), vec2(half, 0.0), vec2(0.0, half), vec2(-half, 0.0)];
        let points = points.map(|shift| centre + shift).to_vec();
        ui.painter().add(Shape::convex_polygon(points, c.primary, Stroke::new(2.5, c.surface_raised)));
    }
}

fn at(scale: Rect, share: f32) -> f32 {
    scale.left() + scale.width() * share.clamp(0.0, 1.0)
}

/// Returns the colour of one of `n` zones, from the low end to the high one.
fn tint(look: &Look, index: usize, n: usize) -> Color32 {
    let c = &look.colours;
    let share = if n > 1 { index as f32 / (n - 1) as f32 } else { 0.5 };
    if share < 0.5 {
        c.band_low.lerp_to_gamma(c.band_mid, share * 2.0)
    } else {
        c.band_mid.lerp_to_gamma(c.band_high, share * 2.0 - 1.0)
    }
}
