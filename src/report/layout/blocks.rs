//! From blocks to strips: one function for each kind of block.

use super::flow::{Strip, keep_ends, keep_together};
use super::ornament;
use super::{LEFT, RIGHT, Sizes, is_framed, leads_on};
use crate::report::brush::{Brush, Setting};
use crate::report::document::{
    Align, Block, Emphasis, Fact, Figure, Letterhead, Marker, Span, Step, TextStyle, letter,
};
use crate::report::face::Face;
use crate::report::lines::{Piece, compose};
use crate::report::pages::{A4, Mark, Stroke};
use crate::report::palette::Palette;
use crate::report::structure::{NodeId, Numbering, Role, Structure};
use crate::report::wording::printable;

/// Height of a line of a step, for its size.
const STEP_LEADING: f32 = 1.3;

/// Turns blocks into strips and grows the structure as it goes.
pub(super) struct Composer<'a> {
    pub palette: &'a Palette,
    pub sizes: Sizes,
    pub width: f32,
    pub structure: Structure,
    pub heads: Vec<Strip>,
}

impl<'a> Composer<'a> {
    pub fn new(palette: &'a Palette, sizes: Sizes) -> Self {
        Self { palette, sizes, width: A4.0 - LEFT - RIGHT, structure: Structure::default(), heads: Vec::new() }
    }

    pub fn finish(self) -> (Vec<Strip>, Structure) {
        (self.heads, self.structure)
    }

    pub fn sequence(&mut self, blocks: &[Block]) -> Vec<Strip> {
        let mut strips = Vec::new();
        let mut after_frame = false;
        for block in blocks {
            let mut own = self.block(block);
            if let Some(first) = own.first_mut()
                && after_frame
            {
                first.space_before = first.space_before.max(self.sizes.gap * 1.6);
            }
            after_frame = is_framed(block);
            strips.append(&mut own);
        }
        strips
    }

    fn block(&mut self, block: &Block) -> Vec<Strip> {
        let root = Structure::ROOT;
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { style, spans } => self.paragraph(*style, spans),
            Block::List { marker, items } => self.list(*marker, items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table, root),
            Block::Figure(figure) => self.figure(figure),
            Block::Callout { tone, title, paragraphs } => self.callout(*tone, title, paragraphs),
            Block::Steps(steps) => self.steps(steps),
            Block::Signpost { picture, title, sentences } => self.signpost(*picture, title, sentences),
            Block::Choices(options) => self.choices(options),
            Block::Signatures(boxes) => self.signatures(boxes),
            Block::BlankLines(count) => self.blank_lines(*count),
            Block::AnswerLine { name, unit } => self.answer_line(name, unit),
            Block::Address(lines) => self.address(lines),
            Block::KeepTogether(blocks) => self.together(blocks),
            Block::LeadIn(blocks) => {
                let mut strips = self.together(blocks);
                for strip in &mut strips {
                    strip.keep_next = true;
                }
                strips
            }
            Block::PageBreak => {
                let mut strip = Strip::new(0.0, Vec::new());
                strip.starts_page = true;
                strip.keep_next = true;
                vec![strip]
            }
        }
    }

    pub fn piece(&self, text: &str, face: Face) -> Piece {
        Piece { text: printable(text), face, colour: self.palette.ink }
    }

    pub fn pieces(&self, spans: &[Span]) -> Vec<Piece> {
        let face = |emphasis: Emphasis| match emphasis {
            Emphasis::None => Face::Regular,
            Emphasis::Strong => Face::Bold,
            Emphasis::Italic => Face::Italic,
        };
        spans.iter().map(|span| self.piece(&span.text, face(span.emphasis))).collect()
    }

    /// Returns one strip for each line, the ends kept together.
    pub fn text_strips(&self, pieces: &[Piece], setting: Setting, node: NodeId) -> Vec<Strip> {
        self.text_strips_at(pieces, setting, node, LEFT, self.width)
    }

    pub(super) fn text_strips_at(
        &self,
        pieces: &[Piece],
        setting: Setting,
        node: NodeId,
        x: f32,
        measure: f32,
    ) -> Vec<Strip> {
        let mut strips: Vec<Strip> = compose(pieces, setting.size, measure)
            .into_iter()
            .map(|line| {
                let mut brush = Brush::new(Mark::Content(node));
                brush.lines(&[line], x, 0.0, measure, setting, Align::Left);
                Strip::new(setting.leading, brush.items)
            })
            .collect();
        keep_ends(&mut strips);
        strips
    }

    pub fn letterhead(&mut self, letterhead: &Letterhead) -> Vec<Strip> {
        let palette = self.palette;
        let mut brush = Brush::new(Mark::Decoration);
        ornament::compass(&mut brush, LEFT + 21.0, 22.0, 20.0, palette);
        let text_x = LEFT + 54.0;
        brush.mark = Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT));
        brush.label(text_x, 17.0, 15.5, Face::Bold, palette.accent, &printable(&letterhead.name));
        brush.mark = Mark::Content(self.structure.add(Role::Paragraph, Structure::ROOT));
        let mut baseline = 30.5;
        for line in &letterhead.lines {
            brush.label(text_x, baseline, 8.6, Face::Regular, palette.muted, &printable(&format!("{line} ")));
            baseline += 11.6;
        }
        let mut aside_baseline = 17.0;
        let aside = self.structure.add(Role::Paragraph, Structure::ROOT);
        brush.mark = Mark::Content(aside);
        for line in &letterhead.aside {
            let text = printable(&format!("{line} "));
            brush.label_right(LEFT + self.width, aside_baseline, 8.6, Face::Regular, palette.muted, &text);
            aside_baseline += 11.6;
        }
        brush.mark = Mark::Decoration;
        let height = baseline.max(50.0);
        brush.line((LEFT, height), (LEFT + self.width, height), palette.accent, 1.1);
        let mut strip = Strip::new(height + 14.0, brush.items);
        strip.keep_next = true;
        vec![strip]
    }

    fn heading(&mut self, level: u8, text: &str) -> Vec<Strip> {
        let node = self.structure.add(Role::Heading(level), Structure::ROOT);
        let palette = self.palette;
        let (setting, colour, before, tick) = match level {
            1 => (self.sizes.title, palette.accent, self.sizes.gap, 0.0),
            2 => (self.sizes.section, palette.accent, self.sizes.gap * 2.3, 5.5),
            3 => (self.sizes.subsection, palette.ink, self.sizes.gap * 1.8, 0.0),
            _ => (self.sizes.body, palette.accent, self.sizes.gap * 1.6, 0.0),
        };
        let text = printable(text);
        let mut strips = self.text_strips(&[Piece { text: text.clone(), face: Face::Bold, colour }], setting, node);
        for strip in &mut strips {
            strip.keep_next = true;
        }
        if let Some(first) = strips.first_mut() {
            if tick > 0.0 {
                for item in &mut first.items {
                    item.draw.shift(tick);
                }
                let mut brush = Brush::new(Mark::Decoration);
                brush.rect(LEFT, 0.0, 26.0, 2.4, 0.0, palette.warm);
                brush.items.append(&mut first.items);
                first.items = brush.items;
                first.height += tick;
            }
            first.space_before = before;
            first.outline = Some((level, text));
        }
        strips
    }

    fn paragraph(&mut self, style: TextStyle, spans: &[Span]) -> Vec<Strip> {
        let node = self.structure.add(Role::Paragraph, Structure::ROOT);
        let mut pieces = self.pieces(spans);
        if style == TextStyle::Small {
            for piece in &mut pieces {
                piece.colour = self.palette.muted;
            }
        }
        let mut strips = self.text_strips(&pieces, self.sizes.of_style(style), node);
        self.space(&mut strips, 1.0);
        strips
    }

    pub(super) fn space(&self, strips: &mut [Strip], gaps: f32) {
        if let Some(first) = strips.first_mut() {
            first.space_before = self.sizes.gap * gaps;
        }
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Span>]) -> Vec<Strip> {
        let setting = self.sizes.body;
        let indent = setting.size * 1.7;
        let numbering = match marker {
            Marker::Bullet => Numbering::Disc,
            Marker::Number => Numbering::Decimal,
            Marker::Letter => Numbering::UpperAlpha,
        };
        let list = self.structure.add(Role::List(numbering), Structure::ROOT);
        let mut strips = Vec::new();
        for (index, spans) in items.iter().enumerate() {
            let item = self.structure.add(Role::ListItem, list);
            let label = self.structure.add(Role::Label, item);
            let body = self.structure.add(Role::ListBody, item);
            let pieces = self.pieces(spans);
            let mut lines = self.text_strips_at(&pieces, setting, body, LEFT + indent, self.width - indent);
            if let Some(first) = lines.first_mut() {
                let mut brush = Brush::new(Mark::Content(label));
                let (x, text) = match marker {
                    Marker::Bullet => (LEFT + indent * 0.36, "•".to_owned()),
                    Marker::Number => (LEFT, format!("{}.", index + 1)),
                    Marker::Letter => (LEFT, format!("{}.", letter(index))),
                };
                brush.label(x, setting.baseline(), setting.size, Face::Bold, self.palette.accent, &text);
                brush.items.append(&mut first.items);
                first.items = brush.items;
            }
            self.space(&mut lines, if index == 0 { 0.9 } else { 0.5 });
            strips.append(&mut lines);
        }
        strips
    }

    /// Two pairs side by side, the label above its value.
    fn facts(&mut self, facts: &[Fact]) -> Vec<Strip> {
        let list = self.structure.add(Role::List(Numbering::Disc), Structure::ROOT);
        let label_setting = self.sizes.small;
        let value_setting = self.sizes.body;
        let gutter = 22.0;
        let measure = (self.width - gutter) / 2.0;
        let mut strips = Vec::new();
        for pair in facts.chunks(2) {
            let mut brush = Brush::new(Mark::Decoration);
            let mut height: f32 = 0.0;
            let mut x = LEFT;
            brush.line((LEFT, 0.0), (LEFT + self.width, 0.0), self.palette.line, 0.6);
            for fact in pair {
                let item = self.structure.add(Role::ListItem, list);
                brush.mark = Mark::Content(self.structure.add(Role::Label, item));
                let label = printable(&fact.label);
                let y = 4.0;
                let colour = self.palette.muted;
                let used = brush.paragraph(&label, Face::Regular, colour, x, y, measure, label_setting, Align::Left);
                brush.mark = Mark::Content(self.structure.add(Role::ListBody, item));
                let value = printable(&fact.value);
                let ink = self.palette.ink;
                let more = brush.paragraph(&value, Face::Bold, ink, x, y + used, measure, value_setting, Align::Left);
                height = height.max(y + used + more);
                x += measure + gutter;
            }
            strips.push(Strip::new(height + 5.0, brush.items));
        }
        keep_together(&mut strips);
        self.space(&mut strips, 1.8);
        strips
    }

    fn figure(&mut self, figure: &Figure) -> Vec<Strip> {
        let mut strips = Vec::new();
        for chart in figure.chart.parts() {
            let holder = self.structure.add(Role::Division, Structure::ROOT);
            let node = self.structure.add(Role::Figure { alt: printable(&chart.alternative()) }, holder);
            let mut brush = Brush::new(Mark::Content(node));
            let mut height = chart.paint(&mut brush, LEFT, self.width, &self.sizes, self.palette);
            if !figure.caption.is_empty() {
                brush.mark = Mark::Content(self.structure.add(Role::Caption, holder));
                let text = printable(&figure.caption);
                let muted = self.palette.muted;
                let small = self.sizes.small;
                height += 4.0;
                height += brush.paragraph(&text, Face::Italic, muted, LEFT, height, self.width, small, Align::Left);
            }
            let mut strip = Strip::new(height, brush.items);
            strip.space_before = self.sizes.gap * 1.6;
            strips.push(strip);
        }
        strips
    }

    /// A path: numbers in circles joined by a line, each step beside its number.
    fn steps(&mut self, steps: &[Step]) -> Vec<Strip> {
        // The lines of one step stand closer than those of a text.
        let close = |setting: Setting| Setting { leading: setting.size * STEP_LEADING, ..setting };
        let setting = close(self.sizes.body);
        let title_setting = close(self.sizes.subsection);
        let radius = setting.size * 0.92;
        let x = LEFT + radius * 2.0 + 14.0;
        let measure = self.width - (x - LEFT);
        let centre_x = LEFT + radius + 1.0;
        let centre_y = radius + 1.0;
        let list = self.structure.add(Role::List(Numbering::Decimal), Structure::ROOT);
        let count = steps.len();
        let mut strips = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let item = self.structure.add(Role::ListItem, list);
            let label = self.structure.add(Role::Label, item);
            let body = self.structure.add(Role::ListBody, item);
            let mut brush = Brush::new(Mark::Content(body));
            let palette = self.palette;
            let mut pieces = vec![self.piece(&step.title, Face::Bold)];
            if !step.state.is_empty() {
                let text = printable(&format!("  – {}", step.state));
                let colour = if step.done { palette.accent } else { palette.warm };
                pieces.push(Piece { text, face: Face::Italic, colour });
            }
            let mut y = (centre_y - title_setting.leading / 2.0).max(0.0);
            pieces.push(self.piece(" ", Face::Regular));
            let lines = compose(&pieces, title_setting.size, measure);
            y += brush.lines(&lines, x, y, measure, title_setting, Align::Left);
            for spans in &step.lines {
                // The space keeps two lines of one element apart for a reader of the text alone.
                let mut pieces = self.pieces(spans);
                pieces.push(self.piece(" ", Face::Regular));
                let lines = compose(&pieces, setting.size, measure);
                y += brush.lines(&lines, x, y, measure, setting, Align::Left);
            }
            let height = y + self.sizes.gap;
            let texts = std::mem::take(&mut brush.items);
            brush.mark = Mark::Decoration;
            if index + 1 < count {
                brush.line((centre_x, centre_y), (centre_x, height + centre_y), palette.line, 2.0);
            }
            let stroke = Stroke { colour: palette.accent, width: 1.6 };
            let (fill, ink) = if step.done { (palette.accent, palette.paper) } else { (palette.paper, palette.accent) };
            brush.circle(centre_x, centre_y, radius, Some(fill), Some(stroke));
            brush.mark = Mark::Content(label);
            let number = (index + 1).to_string();
            let half = crate::report::face::width(Face::Bold, setting.size * 0.9, &number) / 2.0;
            let baseline = centre_y + setting.size * 0.32;
            brush.label(centre_x - half, baseline, setting.size * 0.9, Face::Bold, ink, &number);
            brush.items.extend(texts);
            strips.push(Strip { is_step: true, ..Strip::new(height, brush.items) });
        }
        self.space(&mut strips, 1.5);
        strips
    }

    fn together(&mut self, blocks: &[Block]) -> Vec<Strip> {
        let mut strips = self.sequence(blocks);
        keep_together(&mut strips);
        if blocks.last().is_some_and(leads_on)
            && let Some(last) = strips.last_mut()
        {
            last.keep_next = true;
        }
        strips
    }
}
