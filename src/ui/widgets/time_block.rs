//! Something that takes time, as a block on a grid of hours or a mark on a day; and grounds that say "not now".

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Id, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::banner::Tone;
use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// A block. Its icon and its frame say its state to who does not see colours, its name to who does not see.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct TimeBlock<'a> {
    name: &'a str,
    lines: &'a [String],
    tone: Tone,
    icon: Option<Icon>,
    dashed: bool,
    faint: bool,
    /// A mark: its icon stands below its one line.
    count: Option<&'a str>,
}

impl<'a> TimeBlock<'a> {
    /// `lines` come in the order of their worth: those that do not fit are left to the name.
    pub fn new(name: &'a str, lines: &'a [String], tone: Tone) -> Self {
        Self { name, lines, tone, icon: None, dashed: false, faint: false, count: None }
    }

    /// A mark on a day: a count over an icon.
    pub fn mark(name: &'a str, count: &'a str, tone: Tone, icon: Icon) -> Self {
        Self { count: Some(count), icon: Some(icon), ..Self::new(name, &[], tone) }
    }

    pub fn icon(mut self, icon: Option<Icon>) -> Self {
        self.icon = icon;
        self
    }

    /// Draws a dashed frame: it is not there yet.
    pub fn dashed(mut self, dashed: bool) -> Self {
        self.dashed = dashed;
        self
    }

    /// Draws it on the ground of the page: it takes no time any more, or it is being moved away.
    pub fn faint(mut self, faint: bool) -> Self {
        self.faint = faint;
        self
    }

    /// Shows the block in a rectangle.
    pub fn show(self, ui: &Ui, id: Id, rect: Rect, sense: Sense) -> Response {
        let look = Look::of(ui.ctx());
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        self.ground(ui, &look, &response, rect);
        match self.count {
            Some(count) => self.count(ui, &look, rect, count),
            None => self.words(ui, &look, rect),
        }
        response.on_hover_text(self.name)
    }

    fn ground(&self, ui: &Ui, look: &Look, response: &Response, rect: Rect) {
        let (soft, ink) = self.tone.colours(look);
        let fill = if self.faint { look.colours.surface } else { soft };
        let corner = look.corner(look.radius.small);
        let frame = Stroke::new(if response.hovered() { 2.5 } else { look.stroke.control }, ink);
        if self.dashed {
            ui.painter().rect_filled(rect, corner, fill);
            dashes(ui, rect.shrink(frame.width / 2.0), frame);
        } else {
            ui.painter().rect(rect, corner, fill, frame, StrokeKind::Inside);
        }
        paint::focus_ring(ui, look, response, rect, look.radius.small);
    }

    /// Draws a count over an icon; a count that is too wide goes on two lines, without the icon.
    fn count(&self, ui: &Ui, look: &Look, rect: Rect, count: &str) {
        let (_, ink) = self.tone.colours(look);
        let lay = |text: &str| {
            paint::layout(ui, look, text, Weight::SemiBold, look.text.small, look.colours.ink, f32::INFINITY)
        };
        let whole = lay(count);
        let lines = match count.split_once('/') {
            Some((have, most)) if whole.size().x > rect.width() - 4.0 => vec![lay(have), lay(&format!("/{most}"))],
            _ => vec![whole],
        };
        let has_icon = lines.len() == 1;
        let side = if has_icon { look.text.small } else { 0.0 };
        let tall: f32 = lines.iter().map(|line| line.size().y).sum();
        let mut top = rect.center().y - (tall + side) / 2.0;
        for line in &lines {
            paint::put(ui, line, pos2(rect.center().x - line.size().x / 2.0, top));
            top += line.size().y;
        }
        if let (true, Some(icon)) = (has_icon, self.icon) {
            let place = Rect::from_min_size(pos2(rect.center().x - side / 2.0, top - 1.0), [side, side].into());
            icon.paint(ui.painter(), place, ink);
        }
    }

    fn words(&self, ui: &Ui, look: &Look, rect: Rect) {
        let (_, ink) = self.tone.colours(look);
        let inner = rect.shrink2(eframe::egui::vec2(6.0, 3.0));
        let side = look.text.small * 1.15;
        let mut taken = 0.0;
        if let Some(icon) = self.icon
            && inner.width() > side * 1.2
            && inner.height() > side
        {
            let place = Rect::from_min_size(pos2(inner.left(), inner.top() + 1.0), [side, side].into());
            icon.paint(ui.painter(), place, ink);
            taken = side + 4.0;
        }
        let mut top = inner.top();
        for galley in fitting(ui, look, self.lines, (inner.width(), inner.height()), taken) {
            paint::put(ui, &galley, pos2(inner.left(), top));
            top += galley.size().y;
        }
    }
}

/// Returns the lines that fit, the first one after an icon.
fn fitting(ui: &Ui, look: &Look, lines: &[String], (width, height): (f32, f32), icon: f32) -> Vec<Arc<Galley>> {
    let mut left = height;
    let mut found: Vec<Arc<Galley>> = Vec::new();
    for line in lines {
        let first = found.is_empty();
        let weight = if first { Weight::SemiBold } else { Weight::Regular };
        let mut job = look.job(line, weight, look.text.small, look.colours.ink, width);
        if let (true, Some(section)) = (first, job.sections.first_mut()) {
            section.leading_space = icon;
        }
        let galley = ui.painter().layout_job(job);
        if galley.size().y > left + 0.5 || galley.size().x > width + 0.5 {
            continue;
        }
        left -= galley.size().y;
        found.push(galley);
    }
    found
}

fn dashes(ui: &Ui, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 6.0, 4.0));
}

/// Draws slanting lines over a part of the page where nothing takes place.
pub fn hatched(ui: &Ui, rect: Rect, ground: Color32, lines: Color32) {
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    painter.rect_filled(rect, 0.0, ground);
    let (step, mut x) = (9.0, rect.left() - rect.height());
    while x < rect.right() {
        let ends = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
        painter.line_segment(ends, Stroke::new(1.0, lines));
        x += step;
    }
}
