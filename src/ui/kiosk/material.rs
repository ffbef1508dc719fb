//! What a question is about, beside or above its answers: a document, a picture, a drawing.

use eframe::egui::{Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::kiosk::Pictures;
use crate::domain::assessment::{Image, Material};
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{SvgPicture, with_stem};

/// Share of the width that a document takes, beside its answers.
const DOCUMENT: f32 = 0.46;
/// Share of the width that a picture takes at most.
const PICTURE: f32 = 0.36;

/// Shows the material and its answers in the width at hand; `answers` is told its height.
pub(super) fn with<R>(
    ui: &mut Ui,
    height: f32,
    material: &Material,
    (pictures, n_options): (&Pictures, usize),
    answers: impl FnOnce(&mut Ui, f32) -> R,
) -> R {
    let look = Look::of(ui.ctx());
    let width = ui.available_width();
    match material {
        Material::None => answers(ui, height),
        Material::Drawn(stem) => with_stem(ui, height, stem, n_options, answers),
        Material::Document(text) => {
            let left = (width * DOCUMENT).round();
            beside(ui, &look, left, |ui| document(ui, text), |ui| answers(ui, height))
        }
        Material::Image(image) => {
            let left = (width * PICTURE).min(height).round();
            beside(ui, &look, left, |ui| picture(ui, image, pictures, height), |ui| answers(ui, height))
        }
    }
}

fn beside<R>(
    ui: &mut Ui,
    look: &Look,
    left: f32,
    material: impl FnOnce(&mut Ui),
    answers: impl FnOnce(&mut Ui) -> R,
) -> R {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.large;
        ui.vertical(|ui| {
            ui.set_width(left);
            material(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width - left - look.space.large);
            answers(ui)
        })
        .inner
    })
    .inner
}

/// Shows a picture as large as the width at hand and a height allow.
pub(super) fn picture(ui: &mut Ui, image: &Image, pictures: &Pictures, height: f32) {
    let alternative = typeset(&image.alt);
    let bytes = pictures.get(image).unwrap_or_default();
    SvgPicture::new(bytes, &alternative).show(ui, vec2(ui.available_width(), height - 2.0));
}

/// Shows a document of the real world, its lines kept as they are.
pub(super) fn document(ui: &mut Ui, material: &str) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let pad = look.space.medium;
    let width = ui.available_width();
    let lines = typeset(material.trim_end());
    let (first, rest) = lines.split_once('\n').filter(|(first, _)| is_heading(first)).unwrap_or(("", &lines));
    let lay =
        |text: &str, weight| ui.painter().layout_job(look.job(text, weight, look.text.body, c.ink, width - 2.0 * pad));
    let (head, text) = (lay(first, Weight::Bold), lay(rest, Weight::Regular));
    let icon = look.target.icon;
    let gap = look.space.small;
    let named = !first.is_empty();
    let band_height = if named { pad + head.size().y.max(icon) + gap * 0.5 } else { pad - gap };
    let (rect, response) = ui.allocate_exact_size(vec2(width, band_height + gap + text.size().y + pad), Sense::hover());
    let name = format!("{} {lines}", tr!("kiosk-document"));
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &name));
    let corner = look.corner(look.radius.small);
    ui.painter().rect(rect, corner, c.surface_raised, look.outline(), StrokeKind::Inside);
    let band = rect.with_max_y(rect.top() + band_height);
    if named {
        ui.painter().rect_filled(band.shrink(1.5), corner, c.accent_soft);
        let mark = Rect::from_min_size(pos2(rect.right() - pad - icon, rect.top() + pad), vec2(icon, icon));
        Icon::Document.paint(ui.painter(), mark, c.ink_muted);
    }
    let at = rect.min + vec2(pad, pad);
    let below = band.bottom() + gap;
    ui.painter().galley(at, head, c.ink);
    ui.painter().galley(pos2(at.x, below), text, c.ink);
}

/// Returns whether the first line of a document names it, as a poster does, rather than beginning its content.
fn is_heading(line: &str) -> bool {
    !line.contains(':') && !line.starts_with(|c: char| c.is_ascii_digit())
}
