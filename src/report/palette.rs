//! The colours of a printed page, named by what they mean; their values belong to the theme.

/// Red, green and blue, 0–255.
pub type Colour = [u8; 3];

/// Colours that the caller gives to the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The sheet itself.
    pub paper: Colour,
    /// Running text.
    pub ink: Colour,
    /// Secondary text: labels, captions, footers.
    pub muted: Colour,
    /// Headings, marks, table heads.
    pub accent: Colour,
    /// Tint of the accent behind notices.
    pub accent_soft: Colour,
    /// The warm second colour: needle, section tick, important notices.
    pub warm: Colour,
    /// Tint of the warm colour behind important notices.
    pub warm_soft: Colour,
    /// Zones of a profile, from the low end to the high end.
    pub band_low: Colour,
    pub band_mid: Colour,
    pub band_high: Colour,
    /// Core of the blurred measurement error.
    pub error_zone: Colour,
    /// Rules and frames.
    pub line: Colour,
    /// A paper slightly darker than the sheet, behind boxes to fill in.
    pub paper_tint: Colour,
    /// The emblem of the European Union: field and stars.
    pub emblem_field: Colour,
    pub emblem_stars: Colour,
}

/// Returns the colour `share` of the way from `from` to `to`; opaque, so that a page needs no transparency.
pub fn mix(from: Colour, to: Colour, share: f32) -> Colour {
    let share = share.clamp(0.0, 1.0);
    let [a, b, c] = from;
    let [x, y, z] = to;
    let one = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
    [one(a, x), one(b, y), one(c, z)]
}

/// The colours of the papers as the program comes with them, for invented documents.
pub const SPECIMEN: Palette = Palette {
    paper: [255, 255, 255],
    ink: [31, 41, 46],
    muted: [88, 101, 108],
    accent: [15, 86, 100],
    accent_soft: [232, 242, 243],
    warm: [196, 98, 45],
    warm_soft: [252, 242, 234],
    band_low: [240, 236, 226],
    band_mid: [218, 232, 232],
    band_high: [184, 213, 215],
    error_zone: [15, 86, 100],
    line: [205, 214, 217],
    paper_tint: [247, 249, 249],
    emblem_field: [0, 51, 153],
    emblem_stars: [255, 204, 0],
};

#[cfg(test)]
mod tests {
    use super::mix;

    #[test]
    fn half_way_between_black_and_white_is_grey() {
        assert_eq!(mix([0, 0, 0], [255, 255, 255], 0.5), [128, 128, 128]);
    }
}
