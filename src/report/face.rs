//! The three print faces: their bytes, their glyphs, the width of a text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use rustybuzz::{Direction, GlyphBuffer, ShapePlan, UnicodeBuffer, script};

/// A face of the print family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    Regular,
    Bold,
    Italic,
}

/// A placed glyph: its index in the vendored face, its advance in em, and the text that it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub text: String,
}

impl Face {
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    /// Returns the TrueType file, for embedding and for a painter on screen.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/BoussolePrint-Regular.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/BoussolePrint-Bold.ttf"),
            Self::Italic => include_bytes!("../../assets/fonts/BoussolePrint-Italic.ttf"),
        }
    }

    /// Returns the PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "BoussolePrint-Regular",
            Self::Bold => "BoussolePrint-Bold",
            Self::Italic => "BoussolePrint-Italic",
        }
    }

    fn shaper(self) -> Option<&'static Shaper> {
        let shaper = match self {
            Self::Regular => &*REGULAR,
            Self::Bold => &*BOLD,
            Self::Italic => &*ITALIC,
        };
        shaper.as_ref()
    }
}

struct Shaper {
    face: rustybuzz::Face<'static>,
    plan: ShapePlan,
}

impl Shaper {
    fn of(face: Face) -> Option<Self> {
        let face = rustybuzz::Face::from_slice(face.bytes(), 0)?;
        let french = "fr".parse().ok();
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), french.as_ref(), &[]);
        Some(Self { face, plan })
    }

    fn shape(&self, text: &str) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        if let Ok(french) = "fr".parse() {
            buffer.set_language(french);
        }
        rustybuzz::shape_with_plan(&self.face, &self.plan, buffer)
    }
}

// Constant data, not state: the embedded faces, read on first use.
static REGULAR: LazyLock<Option<Shaper>> = LazyLock::new(|| Shaper::of(Face::Regular));
static BOLD: LazyLock<Option<Shaper>> = LazyLock::new(|| Shaper::of(Face::Bold));
static ITALIC: LazyLock<Option<Shaper>> = LazyLock::new(|| Shaper::of(Face::Italic));

/// A text that was shaped: its glyphs, and the sum of their advances in em.
#[derive(Debug)]
pub struct Shaped {
    pub glyphs: Vec<Glyph>,
    pub advance: f32,
}

/// How many texts a thread remembers. A report has some two thousand; the same words come again in the next one.
const REMEMBERED: usize = 8192;

// What shaping gives depends on the text alone: remembered, it is never stale. Lines are measured, listed for their fonts
// and drawn: shaped once.
thread_local! {
    static SHAPED: RefCell<[HashMap<Box<str>, Rc<Shaped>>; 3]> = RefCell::default();
}

/// Returns the glyphs of a text with kerning and ligatures.
pub fn shape(face: Face, text: &str) -> Rc<Shaped> {
    let index = face as usize;
    SHAPED.with_borrow_mut(|shaped| {
        let Some(known) = shaped.get_mut(index) else { return Rc::new(shape_anew(face, text)) };
        if let Some(found) = known.get(text) {
            return Rc::clone(found);
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let found = Rc::new(shape_anew(face, text));
        known.insert(text.into(), Rc::clone(&found));
        found
    })
}

fn shape_anew(face: Face, text: &str) -> Shaped {
    let Some(shaper) = face.shaper() else { return Shaped { glyphs: Vec::new(), advance: 0.0 } };
    let shaped = shaper.shape(text);
    let em = shaper.face.units_per_em() as f32;
    let infos = shaped.glyph_infos();
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.push(text.len());
    let glyphs: Vec<Glyph> = infos
        .iter()
        .zip(shaped.glyph_positions())
        .enumerate()
        .map(|(index, (info, position))| {
            let start = info.cluster as usize;
            let end = starts.iter().skip(index + 1).copied().find(|next| *next > start).unwrap_or(start);
            let first_of_cluster = index == 0 || starts.get(index - 1) != Some(&start);
            let text = if first_of_cluster { text.get(start..end).unwrap_or_default() } else { "" };
            Glyph { id: info.glyph_id as u16, advance: position.x_advance as f32 / em, text: text.to_owned() }
        })
        .collect();
    let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
    Shaped { glyphs, advance }
}

/// Returns the width of a text in points.
pub fn width(face: Face, size: f32, text: &str) -> f32 {
    shape(face, text).advance * size
}

/// Returns the width of a space in em.
pub fn space(face: Face) -> f32 {
    let Some(shaper) = face.shaper() else { return 0.0 };
    let advance = shaper.face.glyph_index(' ').and_then(|glyph| shaper.face.glyph_hor_advance(glyph)).unwrap_or(0);
    f32::from(advance) / shaper.face.units_per_em() as f32
}

/// Returns whether every face has a glyph for the character.
pub fn covers(c: char) -> bool {
    Face::ALL
        .iter()
        .all(|face| face.shaper().is_some_and(|shaper| shaper.face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)))
}

/// Returns the natural advance of a glyph in thousandths of an em, cut to an integer as the PDF crate writes it.
pub fn written_advance(face: Face, glyph: u16) -> f32 {
    let Some(shaper) = face.shaper() else { return 0.0 };
    let advance = shaper.face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or(0);
    (f32::from(advance) * 1000.0 / shaper.face.units_per_em() as f32).trunc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_face_covers_what_french_needs() {
        for c in "àâäçéèêëîïôöùûüÿœæÀÉÈÊÇŒ«»’…–—€●≤≥→°\u{A0}\u{202F}−•".chars()
        {
            assert!(covers(c), "{c:?}");
        }
    }

    #[test]
    fn kerning_draws_a_pair_together() {
        let pair = width(Face::Regular, 10.0, "AV");
        let apart = width(Face::Regular, 10.0, "A") + width(Face::Regular, 10.0, "V");
        assert!(pair < apart - 0.2, "{pair} {apart}");
    }

    #[test]
    fn a_ligature_keeps_its_letters() {
        let texts: String = shape(Face::Regular, "officiel").glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(texts, "officiel");
    }
}
