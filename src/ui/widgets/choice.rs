//! An answer as a card: number, picture, words and its own speaker, wholly clickable.

use eframe::egui::{
    Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, TextureId, Ui, WidgetInfo, pos2, vec2,
};

use super::{SvgPicture, paint};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceKind {
    /// One answer among several.
    One,
    /// Any number of answers.
    Many,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Picture {
    Icon(Icon),
    Texture(TextureId),
}

/// What happened to a card in this frame.
pub struct ChoiceResponse {
    pub response: Response,
    /// Clicked, touched, or its digit was typed.
    pub chosen: bool,
    /// Its own speaker was pressed.
    pub speak: bool,
}

/// Width of a card under which its number gives its place to the tick.
const NARROW: f32 = 280.0;

/// A card for one answer. `number` (1 to 9) is also the key that chooses it.
#[must_use]
pub struct ChoiceCard<'a> {
    text: &'a str,
    kind: ChoiceKind,
    selected: bool,
    number: Option<u8>,
    picture: Option<Picture>,
    svg: Option<SvgPicture<'a>>,
    speaker: Option<&'a str>,
    highlighted: bool,
    width: Option<f32>,
    min_height: Option<f32>,
}

impl<'a> ChoiceCard<'a> {
    pub fn new(text: &'a str, selected: bool) -> Self {
        Self {
            text,
            kind: ChoiceKind::One,
            selected,
            number: None,
            picture: None,
            svg: None,
            speaker: None,
            highlighted: false,
            width: None,
            min_height: None,
        }
    }

    pub fn kind(mut self, kind: ChoiceKind) -> Self {
        self.kind = kind;
        self
    }

    pub fn number(mut self, number: u8) -> Self {
        self.number = Some(number);
        self
    }

    pub fn picture(mut self, picture: Picture) -> Self {
        self.picture = Some(picture);
        self
    }

    /// Adds a picture of the assessment instead, large enough to be recognised.
    pub fn svg(mut self, picture: SvgPicture<'a>) -> Self {
        self.svg = Some(picture);
        self
    }

    /// Adds the card's speaker, if it has one, with the name that a screen reader says for it.
    pub fn speaker(mut self, name: Option<&'a str>) -> Self {
        self.speaker = name;
        self
    }

    /// Marks the card while the voice reads it.
    pub fn highlighted(mut self, highlighted: bool) -> Self {
        self.highlighted = highlighted;
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Makes the card at least this high instead of the theme's height, so that the cards of a screen are alike.
    pub fn min_height(mut self, height: f32) -> Self {
        self.min_height = Some(height);
        self
    }

    pub fn show(self, ui: &mut Ui) -> ChoiceResponse {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let narrow = self.number.is_some() && width < NARROW;
        let pad = if narrow { look.space.small * 1.25 } else { look.space.medium };
        let badge = (look.text.answer * 1.75).round();
        let picture = look.target.icon * if self.svg.is_some() { 3.0 } else { 1.5 };
        let tick = look.target.icon;
        let speaker = speaker_side(&look);
        let mut left = pad;
        let badge_left = left;
        if self.number.is_some() {
            left += badge + pad;
        }
        let picture_left = left;
        if self.picture.is_some() || self.svg.is_some() {
            left += picture + pad;
        }
        let marked = if narrow { 0.0 } else { tick + look.space.small };
        let right = marked + if self.speaker.is_some() { speaker + look.space.small } else { 0.0 };
        let weight = if self.selected { Weight::SemiBold } else { Weight::Regular };
        let lay = |size| paint::layout(ui, &look, self.text, weight, size, c.ink, width - left - right - pad);
        let mut words = lay(look.text.answer);
        if narrow && words.rows.len() > 1 {
            words = lay(look.text.body);
        }
        let drawing = if self.svg.is_some() { picture + pad } else { 0.0 };
        let height = (words.size().y + pad * 1.25).max(drawing).max(self.min_height.unwrap_or(look.target.answer));
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());

        let enabled = ui.is_enabled();
        let role = match self.kind {
            ChoiceKind::One => Role::RadioButton,
            ChoiceKind::Many => Role::CheckBox,
        };
        response.widget_info(|| WidgetInfo::selected(role, enabled, self.selected, self.text));
        self.paint_plate(ui, &look, rect, &response);
        let middle = rect.center().y;
        if let Some(number) = self.number {
            let place = Rect::from_min_size(pos2(rect.left() + badge_left, middle - badge / 2.0), vec2(badge, badge));
            if narrow && self.selected {
                self.paint_mark(ui, &look, place);
            } else {
                self.paint_number(ui, &look, place, number);
            }
        }
        let at = pos2(rect.left() + picture_left, middle - picture / 2.0);
        let place = Rect::from_min_size(at, vec2(picture, picture));
        match (self.svg, self.picture) {
            (Some(svg), _) => svg.paint(ui, &look, place),
            (None, Some(image)) => paint_picture(ui, &look, image, place),
            (None, None) => {}
        }
        paint::put_left(ui, &words, rect.left() + left, middle);
        if !narrow {
            let centre = pos2(rect.right() - pad - tick / 2.0, middle);
            self.paint_mark(ui, &look, Rect::from_center_size(centre, vec2(tick, tick)));
        }
        let speak = self.speaker.is_some_and(|name| {
            let centre = pos2(rect.right() - pad - marked - speaker / 2.0, middle);
            speaker_button(ui, &look, &response, Rect::from_center_size(centre, vec2(speaker, speaker)), name)
        });
        let chosen = !speak && (response.clicked() || (enabled && self.typed(ui)));
        ChoiceResponse { response, chosen, speak }
    }

    fn paint_plate(&self, ui: &Ui, look: &Look, rect: Rect, response: &Response) {
        let c = &look.colours;
        let hot = response.hovered();
        let (fill, outline) = match (self.selected, hot) {
            (true, _) => (c.primary_soft, Stroke::new(look.stroke.selected, c.primary)),
            (false, true) => (c.surface_raised, Stroke::new(2.5, c.primary)),
            (false, false) => (c.surface_raised, look.outline()),
        };
        paint::plate(ui, look, rect, look.radius.large, fill, outline);
        if self.highlighted {
            mark_spoken(ui, rect);
        }
        paint::focus_ring(ui, look, response, rect, look.radius.large);
    }

    fn paint_number(&self, ui: &Ui, look: &Look, place: Rect, number: u8) {
        let c = &look.colours;
        let (fill, ink) = if self.selected { (c.primary, c.primary_ink) } else { (c.primary_soft, c.primary) };
        ui.painter().rect_filled(place, look.corner(look.radius.medium), fill);
        let text = number.to_string();
        let digit = paint::layout(ui, look, &text, Weight::Bold, look.text.answer, ink, f32::INFINITY);
        paint::put_centred(ui, &digit, place);
    }

    /// Draws the state by its shape: an empty circle or square, then a full one with a tick.
    fn paint_mark(&self, ui: &Ui, look: &Look, place: Rect) {
        let c = &look.colours;
        let radius = match self.kind {
            ChoiceKind::One => place.width() / 2.0,
            ChoiceKind::Many => look.radius.small,
        };
        if self.selected {
            ui.painter().rect_filled(place, look.corner(radius), c.primary);
            Icon::Check.paint(ui.painter(), place.shrink(place.width() * 0.2), c.primary_ink);
        } else {
            let line = Stroke::new(2.0, c.line);
            ui.painter().rect_stroke(place, look.corner(radius), line, StrokeKind::Inside);
        }
    }

    fn typed(&self, ui: &Ui) -> bool {
        let key = self.number.and_then(digit_key);
        key.is_some_and(|key| {
            !ui.ctx().text_edit_focused() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
        })
    }
}

pub(super) fn paint_picture(ui: &Ui, look: &Look, picture: Picture, place: Rect) {
    match picture {
        Picture::Icon(icon) => icon.paint(ui.painter(), place.shrink(2.0), look.colours.primary),
        Picture::Texture(texture) => {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture, place, whole, eframe::egui::Color32::WHITE);
        }
    }
}

/// Where a card has room for its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCorner {
    /// In the middle above.
    Top,
    Right,
    BottomRight,
}

/// Returns the side of a card's speaker: enough for a finger.
pub(super) fn speaker_side(look: &Look) -> f32 {
    look.target.control * 0.8
}

/// Shows the speaker of a card that is drawn already; returns whether it was pressed.
pub fn card_speaker(ui: &Ui, card: &Response, corner: CardCorner, name: &str) -> bool {
    let look = Look::of(ui.ctx());
    let side = speaker_side(&look);
    let pad = look.space.small;
    let rect = card.rect;
    let centre = match corner {
        CardCorner::Top => pos2(rect.center().x, rect.top() + pad * 0.5 + side / 2.0),
        CardCorner::Right => pos2(rect.right() - pad - side / 2.0, rect.center().y),
        CardCorner::BottomRight => rect.right_bottom() - vec2(pad * 0.5 + side / 2.0, pad * 0.5 + side / 2.0),
    };
    if corner == CardCorner::BottomRight {
        // It may lie over a drawing.
        ui.painter().circle_filled(centre, side / 2.0, look.colours.surface_raised);
    }
    speaker_button(ui, &look, card, Rect::from_center_size(centre, vec2(side, side)), name)
}

/// Marks a card while the voice reads it: a frame, and a bar at its left, so that it is no colour alone.
pub fn mark_spoken(ui: &Ui, rect: Rect) {
    let look = Look::of(ui.ctx());
    let accent = look.colours.accent;
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 14.0), rect.left_bottom() + vec2(9.0, -14.0));
    ui.painter().rect_filled(bar, look.corner(3.0), accent);
    let frame = Stroke::new(look.stroke.selected, accent);
    ui.painter().rect_stroke(rect, look.corner(look.radius.large), frame, StrokeKind::Inside);
}

fn speaker_button(ui: &Ui, look: &Look, card: &Response, place: Rect, name: &str) -> bool {
    let response = ui.interact(place, card.id.with("speaker"), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if response.hovered() {
        ui.painter().circle_filled(place.center(), place.width() / 2.0, look.colours.accent_soft);
    }
    paint::focus_ring(ui, look, &response, place.shrink(3.0), place.width() / 2.0);
    Icon::Speaker.paint(ui.painter(), place.shrink(place.width() * 0.2), look.colours.primary);
    response.clicked()
}

pub(super) fn digit_key(number: u8) -> Option<Key> {
    match number {
        1 => Some(Key::Num1),
        2 => Some(Key::Num2),
        3 => Some(Key::Num3),
        4 => Some(Key::Num4),
        5 => Some(Key::Num5),
        6 => Some(Key::Num6),
        7 => Some(Key::Num7),
        8 => Some(Key::Num8),
        9 => Some(Key::Num9),
        _ => None,
    }
}
