//! The design tokens: `assets/theme.toml` read into plain colours and sizes.
//!
//! Nothing here draws. Colours are sRGB bytes, sizes are points (a pixel at 100 %), durations are seconds.

use serde::Deserialize;
use thiserror::Error;

/// Why a theme file cannot be used.
#[derive(Debug, Error)]
pub enum ThemeError {
    #[error("the theme is not readable")]
    Unreadable(#[from] Box<toml::de::Error>),
    #[error("{palette}.{token} is not a colour of the form #RRGGBB")]
    NotAColour { palette: &'static str, token: &'static str },
}

/// An sRGB colour.
pub type Rgb = [u8; 3];

/// The tokens of every screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Tokens {
    pub light: Palette,
    pub dark: Palette,
    pub contrast: Palette,
    pub kiosk: Sizes,
    pub desk: Sizes,
    pub space: Space,
    pub radius: Radius,
    pub stroke: StrokeWidths,
    pub motion: Motion,
    pub print: Print,
}

/// The colours of the printed documents, by role.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Print {
    pub paper: Rgb,
    pub ink: Rgb,
    pub muted: Rgb,
    pub accent: Rgb,
    pub accent_soft: Rgb,
    pub warm: Rgb,
    pub warm_soft: Rgb,
    pub band_low: Rgb,
    pub band_mid: Rgb,
    pub band_high: Rgb,
    pub error_zone: Rgb,
    pub line: Rgb,
    pub paper_tint: Rgb,
    pub emblem_field: Rgb,
    pub emblem_stars: Rgb,
}

/// Text and target sizes of one face of the program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    pub text: TextSizes,
    pub target: Targets,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSizes {
    pub title: f32,
    pub question: f32,
    pub answer: f32,
    pub heading: f32,
    pub body: f32,
    pub small: f32,
    pub button: f32,
    /// Line height as a multiple of the text size.
    pub line_height: f32,
}

/// Smallest heights of what is touched or clicked, and the side of its icons.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Targets {
    pub control: f32,
    pub answer: f32,
    pub icon: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    pub tiny: f32,
    pub small: f32,
    pub medium: f32,
    pub large: f32,
    pub huge: f32,
    pub between_answers: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Radius {
    pub small: f32,
    pub medium: f32,
    pub large: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrokeWidths {
    pub thin: f32,
    pub control: f32,
    pub selected: f32,
    pub focus: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    pub quick_secs: f32,
    pub toast_secs: f32,
    /// News that can be taken back.
    pub undo_secs: f32,
}

/// Declares the palette once: the public struct of colours and its reading from the file's text.
macro_rules! palette {
    ($($token:ident),+ $(,)?) => {
        /// The colours of one scheme, by role.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Palette { $(pub $token: Rgb),+ }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct PaletteText { $($token: String),+ }

        impl PaletteText {
            fn parse(&self, palette: &'static str) -> Result<Palette, ThemeError> {
                Ok(Palette {
                    $($token: parse_colour(&self.$token)
                        .ok_or(ThemeError::NotAColour { palette, token: stringify!($token) })?),+
                })
            }
        }
    };
}

palette!(
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

#[derive(Deserialize)]
struct ThemeText {
    palette: Palettes,
    #[serde(rename = "type")]
    text: Faces<TextSizes>,
    target: Faces<Targets>,
    space: Space,
    radius: Radius,
    stroke: StrokeWidths,
    motion: Motion,
    print: Print,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Palettes {
    light: PaletteText,
    dark: PaletteText,
    contrast: PaletteText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Faces<T> {
    kiosk: T,
    desk: T,
}

impl Tokens {
    /// Reads the tokens from the text of a theme file.
    pub fn parse(source: &str) -> Result<Self, ThemeError> {
        let theme: ThemeText = toml::from_str(source).map_err(Box::new)?;
        Ok(Self {
            light: theme.palette.light.parse("palette.light")?,
            dark: theme.palette.dark.parse("palette.dark")?,
            contrast: theme.palette.contrast.parse("palette.contrast")?,
            kiosk: Sizes { text: theme.text.kiosk, target: theme.target.kiosk },
            desk: Sizes { text: theme.text.desk, target: theme.target.desk },
            space: theme.space,
            radius: theme.radius,
            stroke: theme.stroke,
            motion: theme.motion,
            print: theme.print,
        })
    }

    /// Returns the tokens shipped with the program.
    pub fn embedded() -> Result<Self, ThemeError> {
        Self::parse(include_str!("../../assets/theme.toml"))
    }
}

fn parse_colour(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.2 (W3C, 2023): linearised sRGB weighted by 0.2126, 0.7152 and 0.0722.
    fn luminance(colour: Rgb) -> f64 {
        let linear = colour.map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Contrast ratio of WCAG 2.2: (lighter + 0.05) / (darker + 0.05).
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn schemes() -> [(&'static str, Palette); 3] {
        let tokens = Tokens::embedded().unwrap();
        [("light", tokens.light), ("dark", tokens.dark), ("contrast", tokens.contrast)]
    }

    #[test]
    fn the_contrast_formula_gives_the_published_extremes() {
        assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
        // #767676 on white is the well-known lightest grey that passes 4.5:1 (W3C, G18: 4.54).
        assert!((contrast([0x76, 0x76, 0x76], [255, 255, 255]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_text_reads_at_seven_to_one() {
        for (scheme, p) in schemes() {
            let grounds = [p.background, p.surface, p.surface_raised];
            let softs = [p.primary_soft, p.accent_soft, p.success_soft, p.warning_soft, p.danger_soft];
            let bands = [p.band_low, p.band_mid, p.band_high];
            let mut pairs: Vec<(Rgb, Rgb)> = Vec::new();
            pairs.extend(grounds.iter().chain(&softs).chain(&bands).map(|&ground| (p.ink, ground)));
            for text in [p.ink_muted, p.primary, p.danger] {
                pairs.extend(grounds.map(|ground| (text, ground)));
            }
            pairs.extend([
                (p.primary_ink, p.primary),
                (p.primary_ink, p.primary_strong),
                (p.primary, p.primary_soft),
                (p.success, p.success_soft),
                (p.warning, p.warning_soft),
                (p.danger, p.danger_soft),
                (p.picture_ink, p.picture_ground),
            ]);
            for (text, ground) in pairs {
                assert!(contrast(text, ground) >= 7.0, "{scheme}: {text:02X?} on {ground:02X?}");
            }
        }
    }

    #[test]
    fn every_control_stands_out_at_three_to_one() {
        for (scheme, p) in schemes() {
            for ground in [p.background, p.surface, p.surface_raised] {
                for mark in [p.line, p.focus, p.accent, p.primary] {
                    assert!(contrast(mark, ground) >= 3.0, "{scheme}: {mark:02X?} on {ground:02X?}");
                }
            }
        }
    }

    #[test]
    fn the_shades_of_figures_are_told_apart_and_lines_are_seen_on_each() {
        for (scheme, p) in schemes() {
            let shades = [p.surface_raised, p.figure_light, p.figure_medium, p.figure_dark, p.ink];
            for (index, &one) in shades.iter().enumerate() {
                for &other in &shades[index + 1..] {
                    assert!(contrast(one, other) >= 1.5, "{scheme}: {one:02X?} and {other:02X?}");
                }
            }
            for ground in [p.surface_raised, p.primary_soft, p.figure_light, p.figure_medium, p.figure_dark] {
                assert!(contrast(p.ink, ground) >= 3.0, "{scheme}: a line on {ground:02X?}");
            }
        }
    }

    #[test]
    fn a_kiosk_question_and_its_answers_are_large() {
        let tokens = Tokens::embedded().unwrap();
        assert!(tokens.kiosk.text.question >= 24.0);
        assert!(tokens.kiosk.text.answer >= 22.0);
        assert!(tokens.kiosk.target.answer >= 64.0);
        assert!(tokens.space.between_answers >= 16.0);
    }

    #[test]
    fn a_colour_that_is_not_one_is_named() {
        let source = include_str!("../../assets/theme.toml").replacen("#F6F0E4", "sable", 1);
        let error = Tokens::parse(&source).unwrap_err();
        assert!(matches!(error, ThemeError::NotAColour { palette: "palette.light", token: "background" }));
    }
}
