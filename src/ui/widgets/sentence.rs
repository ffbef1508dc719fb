//! A sentence that the voice reads: large, alone on its ground, marked while it is heard.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::answer_card::mark_spoken;
use super::paint;
use crate::domain::badge::Pictogram;
use crate::ui::icons::paint_pictogram;
use crate::ui::theme::{Look, Weight};

/// Widest line: about 60 characters, in multiples of the text size.
const READING_WIDTH: f32 = 30.0;

/// Shows a sentence in words of two weights, whether each is strong told beside it.
pub fn spoken_sentence(ui: &mut Ui, words: &[(&str, bool)], is_heard: bool) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let size = look.text.question;
    let pad = vec2(look.space.large, look.space.small);
    let width = ui.available_width().min(size * READING_WIDTH + 2.0 * pad.x);
    let room = width - 2.0 * pad.x;
    let mut job = LayoutJob::default();
    for (text, strong) in words {
        let weight = if *strong { Weight::Bold } else { Weight::Regular };
        let part = look.job(text, weight, size, c.ink, room);
        for section in part.sections {
            let text = part.text.get(section.byte_range.start.0..section.byte_range.end.0).unwrap_or_default();
            job.append(text, section.leading_space, section.format);
        }
    }
    job.wrap.max_width = room;
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 2.0 * pad.y), Sense::hover());
    let said: String = words.iter().map(|(text, _)| *text).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if is_heard {
        ui.painter().rect_filled(rect, look.corner(look.radius.large), c.accent_soft);
        mark_spoken(ui, rect);
    }
    paint::put(ui, &galley, rect.min + pad);
    response
}

/// Shows a picture of a badge on a soft disc, as papers do. It says nothing that the title beside it does not.
pub fn pictogram_disc(ui: &mut Ui, picture: Pictogram, side: f32) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::empty());
    ui.painter().circle_filled(rect.center(), side / 2.0, c.primary_soft);
    let inner = Rect::from_center_size(rect.center(), vec2(side, side) * 0.6);
    paint_pictogram(ui.painter(), inner, picture, c.primary, c.primary_soft);
    response
}
