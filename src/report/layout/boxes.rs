//! Blocks drawn as boxes or to be filled in by hand: notices, answers to tick, signatures, lines, addresses.

use super::LEFT;
use super::blocks::Composer;
use super::flow::{BODY_HEIGHT, Strip, keep_together};
use super::ornament;
use crate::report::brush::Brush;
use crate::report::document::{Align, SignatureBox, Span, Tone};
use crate::report::face::Face;
use crate::report::lines::Piece;
use crate::report::pages::{Mark, Stroke};
use crate::report::structure::{Role, Structure};
use crate::report::wording::printable;

impl Composer<'_> {
    pub(super) fn callout(&mut self, tone: Tone, title: &str, paragraphs: &[Vec<Span>]) -> Vec<Strip> {
        let (bar, tint) = match tone {
            Tone::Note => (self.palette.accent, self.palette.accent_soft),
            Tone::Important => (self.palette.warm, self.palette.warm_soft),
        };
        let (pad_x, pad_y) = (16.0, self.sizes.gap * 1.5);
        let x = LEFT + pad_x;
        let measure = self.width - pad_x - 12.0;
        let holder = self.structure.add(Role::Division, Structure::ROOT);
        let mut inner: Vec<Strip> = Vec::new();
        if !title.is_empty() {
            let node = self.structure.add(Role::Paragraph, holder);
            let piece = Piece { colour: bar, ..self.piece(title, Face::Bold) };
            inner.extend(self.text_strips_at(&[piece], self.sizes.body, node, x, measure));
        }
        for spans in paragraphs {
            let node = self.structure.add(Role::Paragraph, holder);
            let mut lines = self.text_strips_at(&self.pieces(spans), self.sizes.body, node, x, measure);
            if !inner.is_empty() {
                self.space(&mut lines, 0.45);
            }
            inner.extend(lines);
        }
        // One tinted strip, or several when the notice is taller than a page.
        let mut strips = Vec::new();
        let mut part = Vec::new();
        let mut height = 0.0;
        for line in inner {
            if height + line.height + line.space_before > BODY_HEIGHT - 3.0 * pad_y {
                strips.push(tinted(std::mem::take(&mut part), pad_y, self.width, bar, tint));
                height = 0.0;
            }
            height += line.height + line.space_before;
            part.push(line);
        }
        strips.push(tinted(part, pad_y, self.width, bar, tint));
        self.space(&mut strips, 1.8);
        strips
    }

    pub(super) fn choices(&mut self, options: &[String]) -> Vec<Strip> {
        let setting = self.sizes.body;
        let side = setting.size * 0.95;
        let mut strips = Vec::new();
        let mut brush = Brush::new(Mark::Decoration);
        let mut x = LEFT;
        for option in options {
            let text = printable(option);
            let text_width = crate::report::face::width(Face::Regular, setting.size, &text);
            if x > LEFT && x + side + 7.0 + text_width > LEFT + self.width {
                strips.push(Strip::new(setting.leading * 1.25, std::mem::take(&mut brush.items)));
                x = LEFT;
            }
            brush.mark = Mark::Decoration;
            let top = setting.baseline() - side * 0.86;
            ornament::tick_box(&mut brush, x, top, side, self.palette);
            let node = self.structure.add(Role::Paragraph, Structure::ROOT);
            let face = Face::Regular;
            let measure = self.width - side - 7.0;
            if text_width > measure {
                // A long answer takes lines of its own.
                let piece = Piece { text, face, colour: self.palette.ink };
                let mut lines = self.text_strips_at(&[piece], setting, node, x + side + 7.0, measure);
                if let Some(first) = lines.first_mut() {
                    first.items.splice(0..0, std::mem::take(&mut brush.items));
                }
                strips.append(&mut lines);
                x = LEFT;
                continue;
            }
            brush.mark = Mark::Content(node);
            let drawn = brush.label(x + side + 7.0, setting.baseline(), setting.size, face, self.palette.ink, &text);
            x += side + 7.0 + drawn + 22.0;
        }
        if !brush.items.is_empty() {
            strips.push(Strip::new(setting.leading * 1.25, brush.items));
        }
        keep_together(&mut strips);
        self.space(&mut strips, 1.2);
        strips
    }

    pub(super) fn signatures(&mut self, boxes: &[SignatureBox]) -> Vec<Strip> {
        let gutter = 18.0;
        let count = boxes.len().max(1) as f32;
        let width = (self.width - gutter * (count - 1.0)) / count;
        let height = self.sizes.body.leading * 4.5;
        let mut brush = Brush::new(Mark::Decoration);
        let mut x = LEFT;
        for signature in boxes {
            brush.mark = Mark::Decoration;
            let stroke = Stroke { colour: self.palette.line, width: 0.8 };
            brush.frame(x, 0.0, width, height, 4.0, self.palette.paper_tint, stroke);
            brush.mark = Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT));
            // What is drawn has the right side for itself.
            let room = if signature.drawn.is_some() { width * 0.56 } else { width };
            let (palette, inner, measure) = (self.palette, x + 10.0, room - 14.0);
            let mut y = 7.0;
            let texts = [
                (signature.role.as_str(), Face::Regular, palette.muted, self.sizes.small),
                (signature.name.as_str(), Face::Bold, palette.ink, self.sizes.body),
                (signature.prompt.as_str(), Face::Italic, palette.muted, self.sizes.small),
            ];
            for (text, face, colour, setting) in texts {
                let text = printable(&format!("{text} "));
                y += brush.paragraph(&text, face, colour, inner, y, measure, setting, Align::Left);
            }
            if let Some(drawn) = &signature.drawn {
                brush.mark = Mark::Decoration;
                let corner = (x + width * 0.55, 5.0);
                brush.signature(drawn, corner, (width * 0.45 - 8.0, height - 10.0), palette.ink);
            }
            x += width + gutter;
        }
        let mut strips = vec![Strip::new(height, brush.items)];
        self.space(&mut strips, 1.8);
        strips
    }

    pub(super) fn blank_lines(&mut self, count: u8) -> Vec<Strip> {
        let height = self.sizes.body.leading * 1.55;
        let mut strips: Vec<Strip> = (0..count)
            .map(|_| {
                let mut brush = Brush::new(Mark::Decoration);
                brush.line((LEFT, height - 2.0), (LEFT + self.width, height - 2.0), self.palette.line, 0.7);
                Strip::new(height, brush.items)
            })
            .collect();
        keep_together(&mut strips);
        strips
    }

    pub(super) fn answer_line(&mut self, name: &str, unit: &str) -> Vec<Strip> {
        const RULE: f32 = 150.0;
        const GAP: f32 = 8.0;
        let setting = self.sizes.body;
        let height = setting.leading * 1.4;
        let baseline = height - setting.leading + setting.baseline();
        let (palette, mut x) = (self.palette, LEFT);
        let mut brush = Brush::new(Mark::Decoration);
        if !name.is_empty() {
            brush.mark = Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT));
            x += brush.label(x, baseline, setting.size, Face::Regular, palette.ink, &printable(name)) + GAP;
        }
        brush.mark = Mark::Decoration;
        brush.line((x, baseline + 3.0), (x + RULE, baseline + 3.0), palette.muted, 0.8);
        if !unit.is_empty() {
            brush.mark = Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT));
            brush.label(x + RULE + GAP, baseline, setting.size, Face::Regular, palette.ink, &printable(unit));
        }
        let mut strips = vec![Strip::new(height + 3.0, brush.items)];
        self.space(&mut strips, 0.6);
        strips
    }

    pub(super) fn address(&mut self, lines: &[String]) -> Vec<Strip> {
        let setting = self.sizes.body;
        let x = LEFT + self.width * 0.5;
        let measure = self.width * 0.5;
        let mut brush = Brush::new(Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT)));
        let mut y = 0.0;
        for (index, line) in lines.iter().enumerate() {
            let face = if index == 0 { Face::Bold } else { Face::Regular };
            let text = printable(&format!("{line} "));
            y += brush.paragraph(&text, face, self.palette.ink, x, y, measure, setting, Align::Left);
        }
        let mut strips = vec![Strip::new(y + 12.0, brush.items)];
        self.space(&mut strips, 2.0);
        strips
    }
}

fn tinted(lines: Vec<Strip>, pad: f32, width: f32, bar: [u8; 3], tint: [u8; 3]) -> Strip {
    let mut items = Vec::new();
    let mut y = pad;
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            y += line.space_before;
        }
        for mut item in line.items {
            item.draw.shift(y);
            items.push(item);
        }
        y += line.height;
    }
    let height = y + pad;
    let mut brush = Brush::new(Mark::Decoration);
    brush.rect(LEFT, 0.0, width, height, 0.0, tint);
    brush.rect(LEFT, 0.0, 3.2, height, 0.0, bar);
    brush.items.append(&mut items);
    Strip::new(height, brush.items)
}
