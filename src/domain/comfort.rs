//! How a person likes the kiosk: letters, colours, movement, ruler and voice, and by what means they answer.
//!
//! It is kept with the person and opens with their next visit. It is never a score, and no document prints it.

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    #[default]
    Light,
    Dark,
    Contrast,
}

/// The shape of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    #[default]
    Legible,
    Dyslexia,
}

/// What a person chose for their ears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listening {
    Off,
    #[default]
    Normal,
    Slow,
}

/// By what a person answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    Touch,
    Keyboard,
    Mouse,
}

/// Everything that a person chose for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comfort {
    pub scheme: Scheme,
    pub face: Face,
    /// One of [`ZOOMS`].
    pub zoom_percent: u16,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// A band keeps the line that is read in focus.
    pub reading_ruler: bool,
    pub listening: Listening,
    /// What the warm-up has seen; none before it.
    pub means: Option<Means>,
}

/// The sizes of the screen that may be chosen, in percent.
pub const ZOOMS: [u16; 4] = [100, 125, 150, 200];

impl Default for Comfort {
    fn default() -> Self {
        Self {
            scheme: Scheme::default(),
            face: Face::default(),
            zoom_percent: 100,
            reduced_motion: false,
            reading_ruler: false,
            listening: Listening::default(),
            means: None,
        }
    }
}
