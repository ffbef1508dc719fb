//! A keyboard on the screen, for fingers: letters in the order of a French keyboard or of the alphabet, accents, signs.
//!
//! It writes into a [`TextBox`](super::TextBox) or anywhere else: it only tells the key that was pressed.

use eframe::egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::paint;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyboardKey {
    Text(char),
    Erase,
}

/// How the keyboard is set; kept by the screen, so that a person finds it again at the next question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keyboard {
    pub letters: Letters,
    page: KeyPage,
    capital: bool,
}

/// The order of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    #[default]
    Azerty,
    Alphabet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum KeyPage {
    #[default]
    Letters,
    Accents,
    Signs,
}

/// One place of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text(char),
    Erase,
    Capital,
    Page(KeyPage),
    Letters(Letters),
    Space,
}

/// Rows of keys.
pub const KEYBOARD_ROWS: usize = 4;

impl Keyboard {
    /// Returns the size of a key for a room, no higher than `most`.
    pub fn key_size(room: Vec2, gap: f32, most: f32) -> Vec2 {
        let width = (room.x - 11.0 * gap) / 12.0;
        let height = (room.y - (KEYBOARD_ROWS - 1) as f32 * gap) / KEYBOARD_ROWS as f32;
        vec2(width.floor(), height.min(most))
    }

    /// Shows the keyboard and returns the key that was pressed.
    pub fn show(&mut self, ui: &mut Ui, key: Vec2, gap: f32) -> Option<KeyboardKey> {
        let look = Look::of(ui.ctx());
        let mut pressed = None;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            ui.spacing_mut().interact_size.y = 0.0;
            for row in self.rows() {
                ui.horizontal(|ui| {
                    for (place, columns) in row {
                        let width = key.x * columns + gap * (columns - 1.0);
                        if self.key(ui, &look, place, vec2(width, key.y)) {
                            pressed = self.press(place).or(pressed);
                        }
                    }
                });
            }
        });
        pressed
    }

    /// Returns the rows, each place with the columns that it takes of twelve.
    fn rows(&self) -> Vec<Vec<(Place, f32)>> {
        let keys = match (self.page, self.letters) {
            (KeyPage::Letters, Letters::Azerty) => tr!("widget-keys-azerty"),
            (KeyPage::Letters, Letters::Alphabet) => tr!("widget-keys-alphabet"),
            (KeyPage::Accents, _) => tr!("widget-keys-accents"),
            (KeyPage::Signs, _) => tr!("widget-keys-signs"),
        };
        let text = |row: &str| row.chars().map(|c| (Place::Text(c), 1.0)).collect::<Vec<_>>();
        let mut rows = keys.split_whitespace().map(text);
        let mut next = || rows.next().unwrap_or_default();
        let (first, second, third) = (next(), next(), next());
        let third = [vec![(Place::Capital, 1.0)], third, vec![(Place::Erase, 1.0)]].concat();
        let page = |page| if self.page == page { Place::Page(KeyPage::Letters) } else { Place::Page(page) };
        let other = match self.letters {
            Letters::Azerty => Letters::Alphabet,
            Letters::Alphabet => Letters::Azerty,
        };
        let last = vec![
            (page(KeyPage::Signs), 1.5),
            (page(KeyPage::Accents), 1.5),
            (Place::Text('@'), 1.0),
            (Place::Space, 4.0),
            (Place::Text(','), 1.0),
            (Place::Text('.'), 1.0),
            (Place::Letters(other), 2.0),
        ];
        vec![first, second, third, last]
    }

    fn press(&mut self, place: Place) -> Option<KeyboardKey> {
        match place {
            Place::Text(c) => {
                let c = if self.capital { capital(c) } else { c };
                self.capital = false;
                return Some(KeyboardKey::Text(c));
            }
            Place::Space => return Some(KeyboardKey::Text(' ')),
            Place::Erase => return Some(KeyboardKey::Erase),
            Place::Capital => self.capital = !self.capital,
            Place::Page(page) => self.page = page,
            Place::Letters(letters) => {
                self.letters = letters;
                self.page = KeyPage::Letters;
            }
        }
        None
    }

    fn key(&self, ui: &mut Ui, look: &Look, place: Place, size: Vec2) -> bool {
        let c = &look.colours;
        // A real keyboard types by itself: its Tab goes from the text to what follows, not through fifty keys.
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        let enabled = ui.is_enabled();
        let on = place == Place::Capital && self.capital;
        let (name, sign) = self.words(place);
        response.widget_info(|| match place {
            Place::Capital => WidgetInfo::selected(Role::Button, enabled, on, &name),
            _ => WidgetInfo::labeled(Role::Button, enabled, &name),
        });
        let hot = on || response.is_pointer_button_down_on() || response.hovered();
        let plain = if matches!(place, Place::Text(_) | Place::Space) { c.surface_raised } else { c.surface };
        paint::plate(ui, look, rect, look.radius.medium, if hot { c.primary_soft } else { plain }, look.outline());
        match place {
            Place::Erase | Place::Capital => {
                let side = (look.target.icon * 1.05).min(size.y * 0.55);
                let icon = if place == Place::Erase { Icon::Erase } else { Icon::Capital };
                icon.paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(side)), c.primary);
            }
            Place::Text(_) => self.sign(ui, look, rect, &sign, look.text.question * 0.9),
            Place::Page(_) | Place::Letters(_) | Place::Space => self.sign(ui, look, rect, &sign, look.text.small),
        }
        response.clicked()
    }

    fn sign(&self, ui: &Ui, look: &Look, rect: Rect, sign: &str, size: f32) {
        let ink = look.colours.ink;
        let galley = paint::layout(ui, look, sign, Weight::SemiBold, size, ink, f32::INFINITY);
        paint::put_centred(ui, &galley, rect);
    }

    /// Returns the name of a key and what is written on it.
    fn words(&self, place: Place) -> (String, String) {
        let both = |words: String| (words.clone(), words);
        match place {
            Place::Text(c) if self.capital => both(capital(c).to_string()),
            Place::Text(c) => both(c.to_string()),
            Place::Erase => (tr!("widget-erase"), String::new()),
            Place::Capital => (tr!("widget-capital"), String::new()),
            Place::Space => both(tr!("widget-space")),
            Place::Page(KeyPage::Letters) => (tr!("widget-letters"), tr!("widget-letters-sign")),
            Place::Page(KeyPage::Accents) => (tr!("widget-accents"), tr!("widget-accents-sign")),
            Place::Page(KeyPage::Signs) => (tr!("widget-signs"), tr!("widget-signs-sign")),
            Place::Letters(Letters::Azerty) => (tr!("widget-azerty"), tr!("widget-azerty-sign")),
            Place::Letters(Letters::Alphabet) => (tr!("widget-alphabet"), tr!("widget-alphabet-sign")),
        }
    }
}

/// Returns a letter as a capital; a sign, and a letter without a single capital, stays itself.
fn capital(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_fills_twelve_columns_on_every_page() {
        for letters in [Letters::Azerty, Letters::Alphabet] {
            for page in [KeyPage::Letters, KeyPage::Accents, KeyPage::Signs] {
                let keyboard = Keyboard { letters, page, capital: false };
                for row in keyboard.rows() {
                    let columns: f32 = row.iter().map(|(_, columns)| columns).sum();
                    assert!((columns - 12.0).abs() < 1e-6, "{keyboard:?}: {row:?}");
                }
            }
        }
    }

    #[test]
    fn both_orders_write_every_letter_of_french() {
        for letters in [Letters::Azerty, Letters::Alphabet] {
            let written = |page| {
                let keyboard = Keyboard { letters, page, capital: false };
                keyboard.rows().concat().into_iter().map(|(place, _)| place).collect::<Vec<_>>()
            };
            let all = [written(KeyPage::Letters), written(KeyPage::Accents)].concat();
            for c in ('a'..='z').chain("éèêëàâçîïôùûüœæ".chars()) {
                assert!(all.contains(&Place::Text(c)), "{letters:?}: {c}");
            }
        }
    }

    #[test]
    fn a_capital_is_for_one_letter() {
        let mut keyboard = Keyboard::default();
        assert_eq!(keyboard.press(Place::Capital), None);
        assert_eq!(keyboard.press(Place::Text('é')), Some(KeyboardKey::Text('É')));
        assert_eq!(keyboard.press(Place::Text('t')), Some(KeyboardKey::Text('t')));
    }
}
