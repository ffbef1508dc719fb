//! A picture of an assessment, given as SVG: drawn once for each size in pixels, never recoloured.
//!
//! It lies on its own sheet, light in every scheme, for its author drew it on white. Words in it are set in our letters.
//! A picture can name no file and hold no other picture: what it shows is in its own bytes.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use eframe::egui::{
    Color32, ColorImage, Context, Id, Rect, Response, Role, Sense, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use super::paint;
use crate::ui::theme::fonts::LEGIBLE_FILES;
use crate::ui::theme::{Look, Weight};

/// An SVG picture and what is said instead of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SvgPicture<'a> {
    svg: &'a [u8],
    alternative: &'a str,
}

impl<'a> SvgPicture<'a> {
    pub fn new(svg: &'a [u8], alternative: &'a str) -> Self {
        Self { svg, alternative }
    }

    /// Shows the picture as large as `room` allows, or its alternative text in a box when it cannot be read.
    pub fn show(self, ui: &mut Ui, room: Vec2) -> Response {
        let look = Look::of(ui.ctx());
        let margin = look.space.small;
        let drawn = drawn(ui.ctx(), self.svg, room - Vec2::splat(2.0 * margin));
        let size =
            drawn.as_ref().map_or(vec2(room.x, room.y.min(PLACEHOLDER)), |(_, size)| *size + Vec2::splat(2.0 * margin));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.alternative));
        match drawn {
            Some((texture, _)) => {
                let corner = look.corner(look.radius.small);
                ui.painter().rect(rect, corner, look.colours.picture_ground, look.outline(), StrokeKind::Inside);
                paint_texture(ui, &texture, rect.shrink(margin));
            }
            None => self.paint_placeholder(ui, &look, rect),
        }
        response
    }

    /// Draws the picture in the middle of a rectangle, or its alternative text.
    pub(super) fn paint(self, ui: &Ui, look: &Look, rect: Rect) {
        let margin = look.space.tiny;
        match drawn(ui.ctx(), self.svg, rect.size() - Vec2::splat(2.0 * margin)) {
            Some((texture, size)) => {
                let place = Rect::from_center_size(rect.center(), size);
                let corner = look.corner(look.radius.small);
                ui.painter().rect_filled(place.expand(margin), corner, look.colours.picture_ground);
                paint_texture(ui, &texture, place);
            }
            None => self.paint_placeholder(ui, look, rect),
        }
    }

    fn paint_placeholder(self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        ui.painter().rect(rect, look.corner(look.radius.small), c.surface, look.outline(), StrokeKind::Inside);
        let width = rect.width() - 2.0 * look.space.small;
        let words = paint::layout(ui, look, self.alternative, Weight::Regular, look.text.small, c.ink_muted, width);
        let inside = ui.painter().with_clip_rect(rect);
        inside.galley(rect.center() - words.size() / 2.0, words, Color32::PLACEHOLDER);
    }
}

/// Tallest box of a picture that cannot be read.
const PLACEHOLDER: f32 = 200.0;

fn paint_texture(ui: &Ui, texture: &TextureHandle, rect: Rect) {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
}

/// What is known of the pictures of this window, by their content.
#[derive(Clone, Default)]
struct Cache {
    /// Width over height; none when the picture cannot be read.
    ratios: HashMap<u64, Option<f32>>,
    textures: HashMap<(u64, [usize; 2]), TextureHandle>,
}

impl Cache {
    /// Textures kept at most: a question shows ten pictures, its neighbours as many.
    const MOST: usize = 48;

    fn id() -> Id {
        Id::unique("boussole-pictures")
    }
}

/// Returns the picture as a texture and its size in points, the largest that fits; none when it cannot be read.
fn drawn(ctx: &Context, svg: &[u8], room: Vec2) -> Option<(TextureHandle, Vec2)> {
    let mut hasher = DefaultHasher::new();
    svg.hash(&mut hasher);
    let key = hasher.finish();
    let known = ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache>(Cache::id()).ratios.get(&key).copied());
    let ratio = known.unwrap_or_else(|| {
        let ratio = read(svg).map(|tree| tree.size().width() / tree.size().height());
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache>(Cache::id()).ratios.insert(key, ratio));
        ratio
    })?;
    let scale = ctx.pixels_per_point();
    let most = ctx.input(|input| input.max_texture_side).min(4096) as f32;
    let width = room.x.min(room.y * ratio).min(most / scale).min(most * ratio / scale);
    let pixels = [width * scale, width * scale / ratio].map(|length| length.round().max(1.0) as usize);
    let size = Vec2::from(pixels.map(|length| length as f32)) / scale;
    let known =
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache>(Cache::id()).textures.get(&(key, pixels)).cloned());
    if let Some(texture) = known {
        return Some((texture, size));
    }
    let image = rasterise(&read(svg)?, pixels)?;
    let texture = ctx.load_texture("picture", image, TextureOptions::LINEAR);
    ctx.data_mut(|data| {
        let textures = &mut data.get_temp_mut_or_default::<Cache>(Cache::id()).textures;
        if textures.len() >= Cache::MOST {
            textures.clear();
        }
        textures.insert((key, pixels), texture.clone());
    });
    Some((texture, size))
}

fn read(svg: &[u8]) -> Option<Tree> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        languages: vec!["fr".to_owned()],
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: Arc::clone(&LETTERS),
        ..Options::default()
    };
    Tree::from_data(svg, &options).ok()
}

fn rasterise(tree: &Tree, [width, height]: [usize; 2]) -> Option<ColorImage> {
    let mut pixmap = Pixmap::new(width as u32, height as u32)?;
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(tree, Transform::from_scale(across, down), &mut pixmap.as_mut());
    Some(ColorImage::from_rgba_premultiplied([width, height], pixmap.data()))
}

/// The family that pictures are lettered in, whatever family they ask for.
const FAMILY: &str = "Atkinson Hyperlegible Next";

// Constant data, not state: the embedded letters, read on first use.
static LETTERS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut letters = fontdb::Database::new();
    for bytes in LEGIBLE_FILES {
        letters.load_font_data(bytes.to_vec());
    }
    letters.set_serif_family(FAMILY);
    letters.set_sans_serif_family(FAMILY);
    letters.set_monospace_family(FAMILY);
    letters.set_cursive_family(FAMILY);
    letters.set_fantasy_family(FAMILY);
    Arc::new(letters)
});

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(svg: &str, size: [usize; 2]) -> ColorImage {
        rasterise(&read(svg.as_bytes()).unwrap(), size).unwrap()
    }

    fn n_inked(image: &ColorImage) -> usize {
        image.pixels.iter().filter(|pixel| pixel.a() > 0).count()
    }

    #[test]
    fn colours_are_those_of_the_author() {
        let red = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><rect width='4' height='2' fill='#c80a1e'/></svg>";
        let image = pixels(red, [8, 4]);
        assert_eq!(image.pixels[9], Color32::from_rgb(0xc8, 0x0a, 0x1e));
    }

    #[test]
    fn words_are_drawn_in_our_letters_whatever_family_they_ask_for() {
        for family in ["Arial", "sans-serif", "Atkinson Hyperlegible Next"] {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><text x='5' y='22' font-size='20' \
                 font-family='{family}'>Été</text></svg>"
            );
            assert!(n_inked(&pixels(&svg, [90, 30])) > 100, "{family}");
        }
    }

    #[test]
    fn a_picture_reads_no_file_and_holds_no_other() {
        let black = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
        assert_eq!(n_inked(&pixels(black, [9, 9])), 81);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("black.svg");
        std::fs::write(&file, black).unwrap();
        for link in [file.display().to_string(), format!("data:image/svg+xml;utf8,{}", black.replace('\'', "%27"))] {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='{}' width='9' height='9'/></svg>",
                link.replace('<', "%3C").replace('>', "%3E")
            );
            assert_eq!(n_inked(&pixels(&svg, [9, 9])), 0, "{svg}");
        }
    }

    #[test]
    fn what_is_no_picture_is_not_drawn() {
        for text in ["", "<svg", "<html/>", "\u{0}\u{1}"] {
            assert!(read(text.as_bytes()).is_none(), "{text:?}");
        }
    }
}
