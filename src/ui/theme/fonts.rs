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

/// Returns the fonts of a face; the legible face completes the signs that the other lacks.
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
