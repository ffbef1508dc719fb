//! The embedded fonts: legible by default, OpenDyslexic on demand.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use super::{Face, Weight, family, print_family};
use crate::app::documents::Face as PrintFace;

const LEGIBLE: [(Weight, &str, &[u8]); 3] = [
    (Weight::Regular, "legible", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf")),
    (
        Weight::SemiBold,
        "legible-semibold",
        include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf"),
    ),
    (Weight::Bold, "legible-bold", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf")),
];

/// The files of the legible face, for pictures that have words.
pub(in crate::ui) const LEGIBLE_FILES: [&[u8]; 3] = [LEGIBLE[0].2, LEGIBLE[1].2, LEGIBLE[2].2];

/// OpenDyslexic has two weights: its bold stands for the semi-bold too.
const DYSLEXIA: [(Weight, &str, &[u8]); 3] = [
    (Weight::Regular, "dyslexia", include_bytes!("../../../assets/fonts/OpenDyslexic-Regular.otf")),
    (Weight::SemiBold, "dyslexia-semibold", include_bytes!("../../../assets/fonts/OpenDyslexic-Bold.otf")),
    (Weight::Bold, "dyslexia-bold", include_bytes!("../../../assets/fonts/OpenDyslexic-Bold.otf")),
];

/// Returns the fonts of a face; the legible face, then that of the printed page, complete the signs that it lacks.
pub(super) fn definitions(face: Face) -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let chosen: &[_] = match face {
        Face::Legible => &[LEGIBLE],
        Face::Dyslexia => &[DYSLEXIA, LEGIBLE],
    };
    let fallback = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in [Weight::Regular, Weight::SemiBold, Weight::Bold] {
        let mut names = Vec::new();
        for (_, name, bytes) in chosen.iter().flatten().filter(|(of, _, _)| *of == weight) {
            definitions.font_data.insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
            names.push((*name).to_owned());
        }
        // The printed letters have what names of other languages need, such as those of Vietnamese.
        let print = match weight {
            Weight::Regular => PrintFace::Regular,
            Weight::SemiBold | Weight::Bold => PrintFace::Bold,
        };
        names.push(print.name().to_owned());
        names.extend(fallback.iter().cloned());
        definitions.families.insert(family(weight), names);
    }
    // The faces of the printed page, for its preview.
    for face in PrintFace::ALL {
        definitions.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(face.bytes())));
        definitions.families.insert(print_family(face), vec![face.name().to_owned()]);
    }
    definitions
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, FontId, RawInput};

    use super::*;

    #[test]
    fn names_of_the_european_union_and_of_viet_nam_have_no_box() {
        for face in [Face::Legible, Face::Dyslexia] {
            let ctx = Context::default();
            ctx.set_fonts(definitions(face));
            ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
            for weight in [Weight::Regular, Weight::SemiBold, Weight::Bold] {
                let font = FontId::new(18.0, family(weight));
                for name in ["Nguyễn Văn Đức", "Łukasz Żółć", "Şükrü Yıldız", "Ẁẃẅ", "Ștefan Ţîrlea"]
                {
                    assert!(ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, name)), "{face:?} {weight:?} {name}");
                }
            }
        }
    }
}
