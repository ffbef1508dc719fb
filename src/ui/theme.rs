//! The looks of the program: tokens turned into egui's style, changeable while it runs.
//!
//! [`apply`] is the only place where egui is styled. Widgets read the current [`Look`] from the context.

pub(super) mod fonts;
pub(crate) mod style;

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, Context, CornerRadius, FontFamily, FontId, Id, Stroke, Vec2, vec2};

use crate::app::theme::{Motion, Palette, Radius, Rgb, Sizes, Space, StrokeWidths, Targets, TextSizes, Tokens};
use crate::domain::comfort::{Comfort, Means};
pub use crate::domain::comfort::{Face, Scheme};

/// The two faces of the program, which differ by their sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Kiosk,
    Desk,
}

/// What a person chose for their own eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appearance {
    pub scheme: Scheme,
    pub face: Face,
    /// Between 100 and 200; the whole screen grows.
    pub zoom_percent: u16,
    pub reduced_motion: bool,
    /// A band keeps the line that is read in focus: screens leave room for its buttons.
    pub reading_ruler: bool,
    /// By what they answer: a finger gets taller cards, a keyboard sees its keys.
    pub means: Option<Means>,
}

impl Default for Appearance {
    fn default() -> Self {
        Self::from(&Comfort::default())
    }
}

impl From<&Comfort> for Appearance {
    fn from(comfort: &Comfort) -> Self {
        let Comfort { scheme, face, zoom_percent, reduced_motion, reading_ruler, means, listening: _ } = *comfort;
        Self { scheme, face, zoom_percent, reduced_motion, reading_ruler, means }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    SemiBold,
    Bold,
}

/// Declares the colours of the current scheme as egui colours.
macro_rules! colours {
    ($($token:ident),+ $(,)?) => {
        /// The palette in use.
        #[derive(Debug, Clone, Copy)]
        pub struct Colours { $(pub $token: Color32),+ }

        impl From<&Palette> for Colours {
            fn from(palette: &Palette) -> Self {
                Self { $($token: colour(palette.$token)),+ }
            }
        }
    };
}

colours!(
    background,
    surface,
    surface_raised,
    ink,
    ink_muted,
    primary,
    primary_ink,
    primary_strong,
    primary_soft,
    accent,
    accent_soft,
    success,
    success_soft,
    warning,
    warning_soft,
    danger,
    danger_soft,
    line,
    line_soft,
    focus,
    band_low,
    band_mid,
    band_high,
    error_zone,
    shadow,
    figure_light,
    figure_medium,
    figure_dark,
    picture_ground,
    picture_ink,
);

fn colour([red, green, blue]: Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Everything a widget needs to draw itself.
#[derive(Debug, Clone)]
pub struct Look {
    pub kind: Kind,
    pub appearance: Appearance,
    pub colours: Colours,
    pub text: TextSizes,
    pub target: Targets,
    pub space: Space,
    pub radius: Radius,
    pub stroke: StrokeWidths,
    pub motion: Motion,
    finger_pixels: f32,
}

/// The zoom beyond which only words go on growing.
const WORDS_ONLY: u16 = 125;

/// Returns the sizes of a kiosk that is seen larger. Beyond 125 % letters grow; what is touched, the space around and
/// the titles, large already, keep their size on the screen, so that a question and its answers stay together.
fn grown(sizes: &Sizes, space: &Space, zoom_percent: u16) -> (TextSizes, Targets, Space) {
    let (mut text, mut target, mut space) = (sizes.text, sizes.target, *space);
    if zoom_percent > WORDS_ONLY {
        let kept = f32::from(WORDS_ONLY) / f32::from(zoom_percent.min(200));
        for length in [&mut target.control, &mut target.answer, &mut target.icon] {
            *length *= kept;
        }
        let Space { tiny, small, medium, large, huge, between_answers } = &mut space;
        for length in [tiny, small, medium, large, huge, between_answers] {
            *length *= kept;
        }
        text.title = (text.title * kept).max(text.question);
        text.question = (text.question * kept).max(text.heading);
        text.heading = (text.heading * kept).max(text.answer);
    }
    (text, target, space)
}

/// Styles the context; call it at start and whenever the person changes their appearance.
pub fn apply(ctx: &Context, tokens: &Tokens, kind: Kind, appearance: Appearance) {
    let look = Arc::new(Look::new(tokens, kind, appearance));
    let same_face = ctx
        .data(|data| data.get_temp::<Arc<Look>>(look_id()))
        .is_some_and(|old| old.appearance.face == appearance.face);
    if !same_face {
        ctx.set_fonts(fonts::definitions(appearance.face));
    }
    style::restyle(ctx, &look);
    ctx.data_mut(|data| data.insert_temp(look_id(), look));
    fit(ctx);
}

/// Forgets what widgets have kept: texts that can be undone, places scrolled to, pictures. The look stays.
pub fn forget(ctx: &Context) {
    let look = Look::of(ctx);
    ctx.memory_mut(|memory| {
        memory.focused().inspect(|id| memory.surrender_focus(*id));
        memory.data.clear();
        memory.data.insert_temp(look_id(), look);
    });
}

/// The screen that the kiosk is drawn for; a larger one shows the same layout larger.
const KIOSK_SCREEN: Vec2 = vec2(1366.0, 768.0);

/// Sets the zoom from the person's choice and, at the kiosk, from the window's size. Call it at each frame's start.
pub fn fit(ctx: &Context) {
    let look = Look::of(ctx);
    let chosen = f32::from(look.appearance.zoom_percent.clamp(100, 200)) / 100.0;
    // The content's size follows a change of zoom within its frame; the window's own is said in the points of the frame
    // before, and the two would chase each other. Without a window the content has a placeholder size.
    let window = ctx.input(|input| input.viewport().inner_rect.map(|_| input.content_rect().size()));
    let window = window.map(|content| content * ctx.zoom_factor());
    let zoom = match (look.kind, window) {
        (Kind::Kiosk, Some(window)) => fitted(window) * chosen,
        (Kind::Kiosk, None) | (Kind::Desk, _) => chosen,
    };
    if (ctx.zoom_factor() - zoom).abs() > 0.01 {
        ctx.set_zoom_factor(zoom);
    }
}

/// Returns how much larger than its design a kiosk is drawn, from 1 to 2.
fn fitted(window: Vec2) -> f32 {
    let ratio = (window / KIOSK_SCREEN).min_elem().clamp(1.0, 2.0);
    // Steps of 5 % keep the size from following every pixel of a resize.
    (ratio * 20.0).floor() / 20.0
}

const NARROW_NO_BREAK: char = '\u{202F}';
const NO_BREAK: &str = "\u{A0}";
/// Width of a narrow no-break space, in multiples of a wide one.
const NARROW: f32 = 0.5;

fn look_id() -> Id {
    Id::unique("boussole-look")
}

impl Look {
    fn new(tokens: &Tokens, kind: Kind, appearance: Appearance) -> Self {
        let palette = match appearance.scheme {
            Scheme::Light => &tokens.light,
            Scheme::Dark => &tokens.dark,
            Scheme::Contrast => &tokens.contrast,
        };
        let sizes = match kind {
            Kind::Kiosk => &tokens.kiosk,
            Kind::Desk => &tokens.desk,
        };
        let (text, target, space) = match kind {
            Kind::Kiosk => grown(sizes, &tokens.space, appearance.zoom_percent),
            Kind::Desk => (sizes.text, sizes.target, tokens.space),
        };
        Self {
            kind,
            appearance,
            colours: Colours::from(palette),
            text,
            target,
            space,
            radius: tokens.radius,
            stroke: tokens.stroke,
            motion: tokens.motion,
            finger_pixels: sizes.target.control,
        }
    }

    /// Returns the look that [`apply`] gave to the context.
    ///
    /// # Panics
    /// Never once [`apply`] was called, which [`shell`](crate::ui::shell) does before the first frame.
    #[expect(clippy::expect_used, reason = "a window is styled before its first frame; an unstyled one is a bug")]
    pub fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|data| data.get_temp(look_id())).expect("theme::apply runs before any widget")
    }

    /// Returns a length that is this many pixels on a screen at 100 %, whatever the zoom, in points.
    pub fn pixels(&self, count: f32) -> f32 {
        count * 100.0 / f32::from(self.appearance.zoom_percent.clamp(100, 200))
    }

    /// Returns the smallest side of what a finger touches: as many pixels as a control at 100 %, whatever the zoom.
    pub fn finger(&self) -> f32 {
        match self.kind {
            Kind::Kiosk => self.pixels(self.finger_pixels),
            Kind::Desk => self.target.control * 0.8,
        }
    }

    pub fn font(&self, weight: Weight, size: f32) -> FontId {
        FontId::new(size, family(weight))
    }

    /// Returns text ready to lay out, wrapped at `width`, with this face's line height.
    ///
    /// egui breaks lines at a narrow no-break space, never at a wide one: the job holds a wide one, drawn half as wide.
    pub fn job(&self, text: &str, weight: Weight, size: f32, colour: Color32, width: f32) -> LayoutJob {
        let format = |size: f32, line: f32| TextFormat {
            line_height: Some((line * self.text.line_height).round()),
            ..TextFormat::simple(self.font(weight, size), colour)
        };
        let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(width), ..LayoutJob::default() };
        let mut parts = text.split(NARROW_NO_BREAK);
        job.append(parts.next().unwrap_or_default(), 0.0, format(size, size));
        for part in parts {
            job.append(NO_BREAK, 0.0, format(size * NARROW, size));
            job.append(part, 0.0, format(size, size));
        }
        job
    }

    pub fn corner(&self, radius: f32) -> CornerRadius {
        CornerRadius::from(radius)
    }

    pub fn outline(&self) -> Stroke {
        Stroke::new(self.stroke.control, self.colours.line)
    }

    pub fn hairline(&self) -> Stroke {
        Stroke::new(self.stroke.thin, self.colours.line_soft)
    }
}

/// Returns the font family of a weight; egui has no bold, each weight is a family.
pub(crate) fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold => FontFamily::Name("semibold".into()),
        Weight::Bold => FontFamily::Name("bold".into()),
    }
}

/// Returns the font family of a face of the printed page.
pub(crate) fn print_family(face: crate::app::documents::Face) -> FontFamily {
    FontFamily::Name(face.name().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_125_percent_letters_grow_and_targets_stay_large_enough() {
        let tokens = Tokens::embedded().unwrap();
        for zoom_percent in [100, 125, 150, 200] {
            let look = Look::new(&tokens, Kind::Kiosk, Appearance { zoom_percent, ..Appearance::default() });
            let shown = |points: f32| points * f32::from(zoom_percent) / 100.0;
            assert!(shown(look.target.control) >= 64.0 && shown(look.finger()) >= 64.0, "{zoom_percent}");
            assert!(shown(look.text.body) >= 22.0 * f32::from(zoom_percent) / 100.0, "{zoom_percent}");
        }
    }

    #[test]
    fn a_kiosk_grows_with_its_screen_and_never_shrinks() {
        assert!((fitted(vec2(1366.0, 768.0)) - 1.0).abs() < 1e-6);
        assert!((fitted(vec2(1920.0, 1080.0)) - 1.4).abs() < 1e-6);
        assert!((fitted(vec2(1024.0, 600.0)) - 1.0).abs() < 1e-6);
    }
}
