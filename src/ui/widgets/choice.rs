//! An answer as a card: number, picture, words and its own speaker, wholly clickable.

use eframe::egui::{Rect, Response, Role, Sense, TextureId, Ui, WidgetInfo, pos2, vec2};

use super::answer_card::{self, speaker_side};
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
        answer_card::ground(ui, &look, rect, &response, self.selected);
        if self.highlighted {
            answer_card::mark_spoken(ui, rect);
        }
        let middle = rect.center().y;
        if let Some(number) = self.number {
            let place = Rect::from_min_size(pos2(rect.left() + badge_left, middle - badge / 2.0), vec2(badge, badge));
            if narrow && self.selected {
                answer_card::tick(ui, &look, place, self.kind, self.selected);
            } else {
                answer_card::number(ui, &look, place, number, self.selected);
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
            let place = Rect::from_center_size(centre, vec2(tick, tick));
            answer_card::tick(ui, &look, place, self.kind, self.selected);
        }
        let speak = self.speaker.is_some_and(|name| {
            let centre = pos2(rect.right() - pad - marked - speaker / 2.0, middle);
            let place = Rect::from_center_size(centre, vec2(speaker, speaker));
            answer_card::speaker_button(ui, &look, &response, place, name)
        });
        let chosen = !speak && (response.clicked() || self.number.is_some_and(|number| answer_card::typed(ui, number)));
        ChoiceResponse { response, chosen, speak }
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
