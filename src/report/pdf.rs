//! Placed pages → PDF bytes. The only file that knows the PDF crate.
//!
//! The same pages and metadata give the same bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{EncryptionState, EncryptionVersion, Permissions, SaveOptions};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineJoinStyle, LinePoint, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix,
    WindingOrder,
};
use subsetter::GlyphRemapper;

use super::ReportError;
use super::document::Metadata;
use super::face::{Face, shape, written_advance};
use super::pages::{Draw, Furniture, Item, Mark, Page, Pages, Stroke};
use super::palette::Colour;
use super::structure::NodeId;
use super::tag;

/// For each page, the structure element of each marked content sequence.
pub(super) type Marked = Vec<Vec<NodeId>>;

/// Writes a tagged PDF 1.7.
pub fn render(pages: &Pages, metadata: &Metadata) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::of(pages)?;
    let mut document = PdfDocument::new(&metadata.title);
    for font in fonts.faces.values() {
        document.resources.fonts.map.insert(font.id.clone(), PdfFont::new(font.parsed.clone()));
    }
    let mut marked = Marked::new();
    for page in &pages.pages {
        let (ops, nodes) = page_ops(page, pages, &fonts);
        let sheet = Rect::from_wh(Pt(page.width), Pt(page.height));
        document.pages.push(PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops });
        marked.push(nodes);
    }
    let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
    // Its warnings are about a missing character map, which glyph ids do without.
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    tag::finish(&mut file, pages, &marked, metadata)?;
    file.compress();
    let mut bytes = Vec::new();
    let packed = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(6).build();
    file.save_with_options(&mut bytes, packed)?;
    Ok(bytes)
}

/// Encrypts a PDF with AES-256 (ISO 32000-2, 7.6.4.4): nothing of it is read without the password. `key` is drawn anew for
/// each file.
pub fn lock(bytes: &[u8], password: &str, key: [u8; 32]) -> Result<Vec<u8>, ReportError> {
    let mut file = lopdf::Document::load_mem(bytes)?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let state = EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(b"StdCF".to_vec(), filter)]),
        file_encryption_key: &key,
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: password,
        user_password: password,
        permissions: Permissions::all(),
    })?;
    file.encrypt(&state)?;
    let mut locked = Vec::new();
    file.save_to(&mut locked).map_err(lopdf::Error::from)?;
    Ok(locked)
}

/// The faces in use, each cut down to its glyphs.
struct Fonts {
    faces: BTreeMap<Face, Font>,
}

struct Font {
    id: FontId,
    parsed: ParsedFont,
    remapper: GlyphRemapper,
    /// What each glyph stands for: one text a glyph, the commonest when two characters share it.
    texts: BTreeMap<u16, String>,
}

impl Fonts {
    fn of(pages: &Pages) -> Result<Self, ReportError> {
        let mut glyphs: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let Draw::Text { face, text, .. } = &item.draw else { continue };
            let seen = glyphs.entry(*face).or_default();
            for glyph in &shape(*face, text).glyphs {
                let known = seen.entry(glyph.id).or_insert_with(|| glyph.text.clone());
                // A space and a no-break space share a glyph: the plain one is what a search looks for.
                if !glyph.text.is_empty() && (known.is_empty() || glyph.text < *known) {
                    known.clone_from(&glyph.text);
                }
            }
        }
        let mut faces = BTreeMap::new();
        for (face, texts) in glyphs {
            faces.insert(face, font(face, texts)?);
        }
        Ok(Self { faces })
    }
}

fn font(face: Face, texts: BTreeMap<u16, String>) -> Result<Font, ReportError> {
    let used: Vec<u16> = texts.keys().copied().collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&used);
    let bytes =
        subsetter::subset(face.bytes(), 0, &remapper).map_err(|source| ReportError::FontNotSubset { face, source })?;
    let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or(ReportError::FontUnreadable(face))?;
    let prefix = match face {
        Face::Regular => "BOUSAA",
        Face::Bold => "BOUSAB",
        Face::Italic => "BOUSAC",
    };
    parsed.font_name = Some(format!("{prefix}+{}", face.name()));
    Ok(Font { id: FontId(prefix.to_owned()), parsed, remapper, texts })
}

fn page_ops(page: &Page, pages: &Pages, fonts: &Fonts) -> (Vec<Op>, Vec<NodeId>) {
    // Round joins: a sharp corner of a figure has no spike that could be taken for a part of it.
    let ops = vec![Op::SetLineJoinStyle { join: LineJoinStyle::Round }];
    let mut pen = Pen { ops, height: page.height, fill: None, stroke: None };
    let mut nodes = Vec::new();
    let mut open: Option<Mark> = None;
    for (index, item) in page.items.iter().enumerate() {
        if open != Some(item.mark) {
            if open.is_some() {
                pen.ops.push(Op::EndMarkedContent);
            }
            let run = page.items.iter().skip(index).take_while(|other| other.mark == item.mark);
            pen.ops.push(match item.mark {
                Mark::Content(node) => content(node, pages, &mut nodes),
                Mark::Decoration => artifact(vec![("Type", name("Layout"))]),
                Mark::Running(furniture) => artifact(repeated(furniture, page, run)),
            });
            open = Some(item.mark);
        }
        pen.draw(&item.draw, fonts);
    }
    if open.is_some() {
        pen.ops.push(Op::EndMarkedContent);
    }
    (pen.ops, nodes)
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

fn dict(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}

fn content(node: NodeId, pages: &Pages, nodes: &mut Vec<NodeId>) -> Op {
    let id = nodes.len() as i64;
    nodes.push(node);
    let tag = pages.structure.node(node).map_or("P", |node| node.role.tag());
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: dict(vec![("MCID", DictItem::Int(id))]) }
}

fn artifact(entries: Vec<(&str, DictItem)>) -> Op {
    Op::BeginMarkedContentWithProperties { tag: "Artifact".to_owned(), properties: dict(entries) }
}

/// Says what a page repeats, at which edge and where (ISO 32000-1, table 330).
fn repeated<'a>(
    furniture: Furniture,
    page: &Page,
    items: impl Iterator<Item = &'a Item>,
) -> Vec<(&'static str, DictItem)> {
    let mut entries = vec![("Type", name("Pagination"))];
    match furniture {
        Furniture::Header => {
            entries.extend([("Subtype", name("Header")), ("Attached", DictItem::Array(vec![name("Top")]))]);
        }
        Furniture::Footer => {
            entries.extend([("Subtype", name("Footer")), ("Attached", DictItem::Array(vec![name("Bottom")]))]);
        }
        Furniture::TableHead => {}
    }
    let bounds = items.map(|item| item.draw.bounds());
    let around = bounds.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)));
    entries.extend(around.map(|(left, top, right, bottom)| {
        let corners = [left, page.height - bottom, right, page.height - top];
        ("BBox", DictItem::Array(corners.map(|corner| DictItem::Real(round(corner))).to_vec()))
    }));
    entries
}

struct Pen {
    ops: Vec<Op>,
    height: f32,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
}

/// Distance of the control points that make a quarter circle of radius 1.
const KAPPA: f32 = 0.552_285;

impl Pen {
    fn draw(&mut self, draw: &Draw, fonts: &Fonts) {
        match draw {
            Draw::Text { x, baseline, size, face, colour, text, .. } => {
                if let Some(font) = fonts.faces.get(face) {
                    self.set_fill(*colour);
                    self.text(*x, *baseline, *size, *face, text, font);
                }
            }
            Draw::Rect { x, y, width, height, radius, fill, stroke } => {
                let points = rounded(*x, *y, *width, *height, radius.min(width / 2.0).min(height / 2.0));
                self.shape(points, *fill, *stroke);
            }
            Draw::Circle { x, y, radius, fill, stroke } => {
                let points = rounded(x - radius, y - radius, radius * 2.0, radius * 2.0, *radius);
                self.shape(points, *fill, *stroke);
            }
            Draw::Line { from, to, stroke } => self.path(&[*from, *to], *stroke),
            Draw::Polyline { points, stroke } => self.path(points, *stroke),
            Draw::Polygon { points, fill } => {
                let points = points.iter().map(|(x, y)| (*x, *y, false)).collect();
                self.shape(points, Some(*fill), None);
            }
        }
    }

    fn text(&mut self, x: f32, baseline: f32, size: f32, face: Face, text: &str, font: &Font) {
        let mut glyphs: Vec<Codepoint> = Vec::new();
        // Wanted pen position minus written one, in thousandths of an em: widths are written as integers.
        let mut drift = 0.0_f32;
        for glyph in &shape(face, text).glyphs {
            let id = font.remapper.get(glyph.id).unwrap_or(0);
            drift += written_advance(face, glyph.id) - glyph.advance * 1000.0;
            let kern = drift.round();
            drift -= kern;
            let stands_for = font.texts.get(&glyph.id).cloned().unwrap_or_else(|| glyph.text.clone());
            glyphs.push(Codepoint::with_cid(id, kern, stands_for));
        }
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(size) },
            Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(round(x)), Pt(round(self.height - baseline))) },
            Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
            Op::EndTextSection,
        ]);
    }

    fn shape(&mut self, points: Vec<(f32, f32, bool)>, fill: Option<Colour>, stroke: Option<Stroke>) {
        let mode = match (fill, stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, Some(_)) => PaintMode::Stroke,
            (None, None) => return,
        };
        if let Some(fill) = fill {
            self.set_fill(fill);
        }
        if let Some(stroke) = stroke {
            self.set_stroke(stroke);
        }
        let points = points.into_iter().map(|(x, y, bezier)| self.point(x, y, bezier)).collect();
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn path(&mut self, points: &[(f32, f32)], stroke: Stroke) {
        self.set_stroke(stroke);
        let points = points.iter().map(|(x, y)| self.point(*x, *y, false)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn point(&self, x: f32, y: f32, bezier: bool) -> LinePoint {
        LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(self.height - y)) }, bezier }
    }

    fn set_fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
            self.fill = Some(colour);
        }
    }

    fn set_stroke(&mut self, stroke: Stroke) {
        if self.stroke.map(|known| known.colour) != Some(stroke.colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(stroke.colour) });
        }
        if self.stroke.map(|known| known.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(stroke.width) });
        }
        self.stroke = Some(stroke);
    }
}

/// Rounds to hundredths of a point, finer than any printer.
fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn rgb([red, green, blue]: Colour) -> Color {
    let share = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: share(red), g: share(green), b: share(blue), icc_profile: None })
}

/// Returns the outline of a rectangle, its corners as curves; `true` marks a control point.
fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Vec<(f32, f32, bool)> {
    let (right, bottom) = (x + width, y + height);
    if radius <= 0.0 {
        return vec![(x, y, false), (right, y, false), (right, bottom, false), (x, bottom, false)];
    }
    let pull = radius * (1.0 - KAPPA);
    vec![
        (x + radius, y, false),
        (right - radius, y, false),
        (right - pull, y, true),
        (right, y + pull, true),
        (right, y + radius, false),
        (right, bottom - radius, false),
        (right, bottom - pull, true),
        (right - pull, bottom, true),
        (right - radius, bottom, false),
        (x + radius, bottom, false),
        (x + pull, bottom, true),
        (x, bottom - pull, true),
        (x, bottom - radius, false),
        (x, y + radius, false),
        (x, y + pull, true),
        (x + pull, y, true),
        (x + radius, y, false),
    ]
}
