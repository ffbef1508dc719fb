//! The synthesis as it will be printed: the placed pages of the report, painted on a sheet.

use eframe::egui::{
    Color32, CornerRadius, FontId, Key, Modifiers, Painter, Pos2, Rect, ScrollArea, Shape, Stroke, StrokeKind, Ui,
    pos2, vec2,
};

use super::action::{Deed, Place};
use super::cx::Cx;
use super::guidance::Guidance;
use super::layout::{at_end, back_button, loading, row};
use crate::app::documents::{Draw, Pages, PaperPreview, Stroke as Pen};
use crate::domain::id::SynthesisId;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::print_family;
use crate::ui::widgets::{Banner, Tone, icon_button, muted, page_frame, segmented, title};

/// The page shown and how large it is.
pub struct Sheet {
    page: usize,
    width: f32,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { page: 0, width: 760.0 }
    }
}

/// Which of the two papers is shown, and how.
#[derive(Default)]
pub struct Preview {
    which: usize,
    sheets: [Sheet; 2],
}

const NARROWEST: f32 = 420.0;
const WIDEST: f32 = 1400.0;
const ZOOM: f32 = 1.25;

/// Space at each side of the page.
const EDGE: f32 = 16.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SynthesisId, open: &mut Preview) {
    cx.show_trouble(ui);
    let of = |found: &Option<(SynthesisId, PaperPreview)>| found.as_ref().is_some_and(|(of, _)| *of == id);
    let (whole, person) = (&cx.data.preview, &cx.data.person_page);
    let (true, true, Some(desk)) = (of(whole), of(person), cx.data.writing_of(id)) else { return loading(ui) };
    let shown = if open.which == 0 { whole } else { person };
    let Some((_, paper)) = shown else { return loading(ui) };
    let pages = &paper.pages;
    let last = pages.pages.len().saturating_sub(1);
    let labels = papers();
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-synthesis")) {
            cx.go(Place::Writing(id));
        }
        title(ui, &tr!("desk-preview-of", name = desk.participant_name.as_str()));
        at_end(ui, |ui| {
            if let Some(sheet) = open.sheets.get_mut(open.which) {
                sheet.page = sheet.page.min(last);
                turn(ui, sheet, last);
            }
            segmented(ui, &labels.each_ref().map(String::as_str), &mut open.which);
        });
    });
    if paper.differs_from_signed {
        let (words, open_it) = (tr!("desk-preview-differs"), tr!("desk-preview-open-signed"));
        if Banner::new(Tone::Warning, &words).action(&open_it).show(ui) {
            cx.act(Deed::Guide(Guidance::SignedCopy(desk.id, desk.version)));
        }
    }
    if let Some(sheet) = open.sheets.get(open.which) {
        let id = ("sheet", open.which, sheet.page);
        ScrollArea::vertical()
            .id_salt(id)
            .auto_shrink([false, false])
            .show(ui, |ui| show_page(ui, pages, sheet.page, sheet));
    }
}

/// Returns the names of the two papers.
pub(super) fn papers() -> [String; 2] {
    [tr!("desk-paper-synthesis"), tr!("desk-paper-person")]
}

/// Shows the two buttons that make pages larger and smaller.
pub(super) fn zoom(ui: &mut Ui, sheet: &mut Sheet) {
    if icon_button(ui, Icon::Plus, &tr!("desk-zoom-in")).clicked() {
        sheet.width = (sheet.width * ZOOM).min(WIDEST);
    }
    if icon_button(ui, Icon::Minus, &tr!("desk-zoom-out")).clicked() {
        sheet.width = (sheet.width / ZOOM).max(NARROWEST);
    }
}

fn turn(ui: &mut Ui, sheet: &mut Sheet, last: usize) {
    zoom(ui, sheet);
    let key = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let forward = icon_button(ui, Icon::ArrowRight, &tr!("desk-next-page")).clicked() || key(ui, Key::PageDown);
    muted(ui, &tr!("desk-page-of", page = sheet.page + 1, pages = last + 1));
    let back = icon_button(ui, Icon::ArrowLeft, &tr!("desk-previous-page")).clicked() || key(ui, Key::PageUp);
    if forward {
        sheet.page = (sheet.page + 1).min(last);
    } else if back {
        sheet.page = sheet.page.saturating_sub(1);
    }
}

/// Shows a page, counted from 0, and returns where it stands on the screen.
pub(super) fn show_page(ui: &mut Ui, pages: &Pages, n: usize, sheet: &Sheet) -> Rect {
    let Some(page) = pages.pages.get(n) else { return Rect::NOTHING };
    let text = pages.text().get(n).cloned().unwrap_or_default();
    let name = tr!("desk-page-said", page = n + 1, text = text);
    // The whole width of a page is always in sight.
    let width = sheet.width.min(ui.available_width() - 2.0 * EDGE);
    let margin = (ui.available_width() - width) / 2.0;
    let frame = ui.horizontal(|ui| {
        ui.add_space(margin);
        let draw = |painter: &Painter, rect: Rect| {
            let brush = Brush { painter, rect, scale: rect.width() / page.width };
            page.items.iter().for_each(|item| brush.draw(&item.draw));
        };
        page_frame(ui, width, &name, draw).rect
    });
    ui.add_space(24.0);
    frame.inner
}

/// Paints page coordinates, in points from the top left corner, on a rectangle of the screen.
struct Brush<'a> {
    painter: &'a Painter,
    rect: Rect,
    scale: f32,
}

impl Brush<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(self.rect.left() + x * self.scale, self.rect.top() + y * self.scale)
    }

    fn pen(&self, pen: Pen) -> Stroke {
        Stroke::new((pen.width * self.scale).max(0.6), ink(pen.colour))
    }

    fn draw(&self, draw: &Draw) {
        match draw {
            Draw::Text { x, baseline, size, face, colour, text, width } => {
                self.text(
                    text,
                    (*x, *baseline),
                    *width,
                    FontId::new(size * self.scale, print_family(*face)),
                    ink(*colour),
                );
            }
            Draw::Rect { x, y, width, height, radius, fill, stroke } => {
                let place = Rect::from_min_size(self.at(*x, *y), vec2(width * self.scale, height * self.scale));
                let fill = fill.map_or(Color32::TRANSPARENT, ink);
                let stroke = stroke.map_or(Stroke::NONE, |pen| self.pen(pen));
                self.painter.rect(place, CornerRadius::from(radius * self.scale), fill, stroke, StrokeKind::Middle);
            }
            Draw::Circle { x, y, radius, fill, stroke } => {
                let fill = fill.map_or(Color32::TRANSPARENT, ink);
                let stroke = stroke.map_or(Stroke::NONE, |pen| self.pen(pen));
                self.painter.circle(self.at(*x, *y), radius * self.scale, fill, stroke);
            }
            Draw::Line { from, to, stroke } => {
                self.painter.line_segment([self.at(from.0, from.1), self.at(to.0, to.1)], self.pen(*stroke));
            }
            Draw::Polyline { points, stroke } => {
                let points = points.iter().map(|(x, y)| self.at(*x, *y)).collect();
                self.painter.add(Shape::line(points, self.pen(*stroke)));
            }
            Draw::Polygon { points, fill } => {
                let points = points.iter().map(|(x, y)| self.at(*x, *y)).collect();
                self.painter.add(Shape::convex_polygon(points, ink(*fill), Stroke::NONE));
            }
        }
    }

    /// Paints one run so that it is exactly as wide as it will be printed: screen hinting moves glyphs a little.
    fn text(&self, text: &str, (x, baseline): (f32, f32), width: f32, font: FontId, colour: Color32) {
        let galley = self.painter.layout_no_wrap(text.to_owned(), font.clone(), colour);
        let wished = width * self.scale;
        let drawn = galley.size().x;
        let galley = if drawn > 0.0 && (drawn - wished).abs() > 0.5 {
            let size = font.size * wished / drawn;
            self.painter.layout_no_wrap(text.to_owned(), FontId::new(size, font.family), colour)
        } else {
            galley
        };
        let ascent = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |glyph| glyph.pos.y);
        self.painter.galley(self.at(x, baseline) - vec2(0.0, ascent), galley, colour);
    }
}

fn ink([red, green, blue]: [u8; 3]) -> Color32 {
    Color32::from_rgb(red, green, blue)
}
