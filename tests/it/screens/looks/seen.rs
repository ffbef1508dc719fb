//! What a frame shows, in plain values: its texts, its controls, and the pixels under them.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::epaint::{ClippedShape, Shape, TextShape};
use eframe::egui::{Color32, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use image::RgbaImage;

/// Everything that the checks look at. Sizes are points; a point is `scale` pixels.
pub struct Seen {
    pub whole: Rect,
    pub scale: f32,
    pub words: Vec<Word>,
    pub controls: Vec<Control>,
    pub picture: Option<RgbaImage>,
}

/// A text that was drawn and that nothing covers.
#[derive(Debug, Clone)]
pub struct Word {
    pub text: String,
    /// The ink of each of its lines.
    pub rows: Vec<Rect>,
    /// Where it may be seen.
    pub clip: Rect,
    pub ink: Color32,
    /// It ends with an ellipsis.
    pub elided: bool,
}

/// Something to touch, click, or reach by keyboard.
#[derive(Debug, Clone)]
pub struct Control {
    pub role: Role,
    pub name: String,
    pub rect: Rect,
    /// What is seen of it; nothing when it is scrolled out of sight.
    pub visible: Rect,
    pub enabled: bool,
    pub selected: bool,
    /// It lies in a dialog, a menu or a calendar.
    pub floats: bool,
}

impl Control {
    pub fn is_seen(&self) -> bool {
        self.visible.width() > 1.0 && self.visible.height() > 1.0
    }

    /// Returns whether it lies wholly in sight.
    pub fn is_whole(&self) -> bool {
        self.is_seen() && self.visible.expand(1.0).contains_rect(self.rect)
    }
}

/// A shape with what it takes of the screen.
struct Mark {
    order: usize,
    rect: Rect,
    clip: Rect,
    /// It hides what was drawn before.
    opaque: bool,
}

impl Seen {
    /// Looks at the last frame; the pixels are drawn when `with_picture`.
    pub fn of<S>(screen: &mut Harness<'static, S>, with_picture: bool) -> Self {
        let picture = with_picture.then(|| screen.render().unwrap());
        let whole = screen.ctx.content_rect();
        let shapes = &screen.output().shapes;
        let mut marks = Vec::new();
        let mut texts = Vec::new();
        for (order, ClippedShape { clip_rect, shape, .. }) in shapes.iter().enumerate() {
            flatten(shape, order, *clip_rect, &mut marks, &mut texts);
        }
        // What lies under a dialog waits: only the dialog is looked at.
        let veil = shapes.iter().rposition(|shape| is_veil(&shape.shape, whole));
        let first = veil.map_or(0, |order| order + 1);
        let covers = covers(screen, &marks, whole);
        let words = texts
            .into_iter()
            .filter(|(order, _)| *order >= first)
            .map(|(order, mut word)| {
                word.rows.retain(|row| !covers.iter().any(|cover| cover.order > order && cover.rect.intersects(*row)));
                word
            })
            .filter(|word| !word.rows.is_empty())
            .collect();
        let controls = controls(screen, &marks, &covers, (first, veil.is_some()));
        Self { whole, scale: screen.output().pixels_per_point, words, controls, picture }
    }

    pub fn control(&self, name: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.name == name)
    }
}

fn flatten(shape: &Shape, order: usize, clip: Rect, marks: &mut Vec<Mark>, texts: &mut Vec<(usize, Word)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(shape, order, clip, marks, texts)),
        Shape::Text(text) if !text.galley.job.text.trim().is_empty() => {
            marks.push(Mark { order, rect: text.visual_bounding_rect(), clip, opaque: false });
            texts.push((order, word(text, clip)));
        }
        Shape::Rect(rect) => {
            let opaque = rect.fill.a() == 255 && rect.blur_width == 0.0;
            marks.push(Mark { order, rect: rect.rect, clip, opaque });
        }
        other => {
            let rect = other.visual_bounding_rect();
            if rect.is_positive() {
                marks.push(Mark { order, rect, clip, opaque: false });
            }
        }
    }
}

fn word(text: &TextShape, clip: Rect) -> Word {
    let galley = &text.galley;
    let sections = galley.job.sections.iter().map(|section| section.format.color);
    let declared = sections.into_iter().next().unwrap_or(Color32::PLACEHOLDER);
    let declared = if declared == Color32::PLACEHOLDER { text.fallback_color } else { declared };
    let ink = text.override_text_color.unwrap_or(declared).gamma_multiply(text.opacity_factor);
    let origin = text.pos.to_vec2();
    let rows = if text.angle == 0.0 {
        let rows = galley.rows.iter().map(|row| row.row.visuals.mesh_bounds.translate(origin + row.pos.to_vec2()));
        rows.filter(|row| row.is_positive() && row.is_finite()).collect()
    } else {
        vec![text.visual_bounding_rect()]
    };
    Word { text: galley.job.text.clone(), rows, clip, ink, elided: galley.elided }
}

/// Returns whether a shape dims the whole screen.
fn is_veil(shape: &Shape, whole: Rect) -> bool {
    match shape {
        Shape::Rect(rect) => (1..255).contains(&rect.fill.a()) && rect.rect.expand(1.0).contains_rect(whole),
        _ => false,
    }
}

/// Returns the grounds of what floats over the screen: menus, calendars, toasts.
fn covers<S>(screen: &Harness<'static, S>, marks: &[Mark], whole: Rect) -> Vec<Mark> {
    let floats: Vec<Rect> = screen.ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids();
        let above = layers.into_iter().filter(|layer| layer.order != eframe::egui::Order::Background);
        above.filter_map(|layer| memory.area_rect(layer.id)).filter(|rect| !rect.contains_rect(whole)).collect()
    });
    let is_ground = |mark: &&Mark| {
        mark.opaque
            && floats
                .iter()
                .any(|float| float.expand(2.0).contains_rect(mark.rect) && mark.rect.area() > 0.4 * float.area())
    };
    // What rises over the foot of the screen, such as a keyboard, hides what is below.
    let is_sheet =
        |mark: &&Mark| mark.opaque && mark.rect.area() > 0.25 * whole.area() && !mark.rect.contains_rect(whole);
    let found = marks.iter().filter(|mark| is_ground(mark) || is_sheet(mark));
    found.map(|mark| Mark { order: mark.order, rect: mark.rect, clip: mark.clip, opaque: true }).collect()
}

const ROLES: [Role; 17] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::ListBoxOption,
    Role::MenuItem,
    Role::MultilineTextInput,
    Role::PasswordInput,
    Role::RadioButton,
    Role::Row,
    Role::SearchInput,
    Role::Slider,
    Role::SpinButton,
    Role::Switch,
    Role::Tab,
    Role::TextInput,
    Role::DisclosureTriangle,
];

fn controls<S>(
    screen: &Harness<'static, S>,
    marks: &[Mark],
    covers: &[Mark],
    (first, veiled): (usize, bool),
) -> Vec<Control> {
    let mut out = Vec::new();
    for node in screen.root().children_recursive() {
        let inner = node.accesskit_node();
        if !ROLES.contains(&inner.role()) {
            continue;
        }
        let mut above = node.parent();
        let mut floats = false;
        while let Some(parent) = above {
            floats |= matches!(parent.accesskit_node().role(), Role::Dialog | Role::Menu);
            above = parent.parent();
        }
        if veiled && !floats {
            continue;
        }
        let rect = node.rect();
        // What is drawn in a control tells where the control may be seen.
        let drawn = marks.iter().filter(|mark| mark.order >= first && rect.expand(2.0).contains_rect(mark.rect));
        let largest = drawn.max_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
        let visible = largest.map_or(Rect::NOTHING, |mark| rect.intersect(mark.clip));
        let order = largest.map_or(0, |mark| mark.order);
        if covers.iter().any(|cover| cover.order > order && cover.rect.intersects(rect)) {
            continue;
        }
        out.push(Control {
            role: inner.role(),
            name: inner.label().or_else(|| inner.value()).unwrap_or_default(),
            rect,
            visible,
            enabled: !inner.is_disabled(),
            selected: inner.toggled() == Some(Toggled::True) || inner.is_selected() == Some(true),
            floats,
        });
    }
    out
}
