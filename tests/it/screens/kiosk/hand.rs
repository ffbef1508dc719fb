//! The four ways of using a kiosk: a finger, a mouse, a keyboard, a screen reader. Each finds what it uses in the tree, and
//! sends only the events that its device sends.

use eframe::egui::accesskit::{Action, ActionData, Role, Toggled};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase};

use crate::screens::kiosk::room::{Kiosk, settle};
use crate::screens::kiosk::seen::{Seen, control, field, seen};

pub trait Hand {
    /// Uses the control of this role and name.
    fn press(&mut self, kiosk: &mut Kiosk, role: Role, name: &str);

    /// Writes into the field that is open.
    fn write(&mut self, kiosk: &mut Kiosk, text: &str);
}

/// Returns the control, which must be there and enabled.
fn found(kiosk: &Kiosk, role: Role, name: &str) -> Seen {
    let here = || seen(kiosk).into_iter().filter(Seen::is_control).map(|seen| (seen.role, seen.name, seen.enabled));
    control(kiosk, role, name).unwrap_or_else(|| panic!("no {role:?} {name}: {:?}", here().collect::<Vec<_>>()))
}

/// Sends the events of one moment, in one frame.
fn send(kiosk: &mut Kiosk, events: impl IntoIterator<Item = Event>) {
    kiosk.input_mut().events.extend(events);
    kiosk.step();
}

/// Writes with the keys on the screen.
fn write_with_keys_on_screen(hand: &mut impl Hand, kiosk: &mut Kiosk, text: &str) {
    for c in text.chars() {
        let lower = c.to_lowercase().to_string();
        let key = match c {
            '0'..='9' if control(kiosk, Role::Button, &format!("Chiffre {c}")).is_some() => format!("Chiffre {c}"),
            ' ' => "Espace".to_owned(),
            ',' if control(kiosk, Role::Button, "Virgule").is_some() => "Virgule".to_owned(),
            _ if c.is_uppercase() => {
                hand.press(kiosk, Role::Button, "Majuscule");
                c.to_string()
            }
            _ => lower,
        };
        for page in ["Accents", "Chiffres et signes", "Lettres"] {
            if control(kiosk, Role::Button, &key).is_none() {
                hand.press(kiosk, Role::Button, page);
            }
        }
        hand.press(kiosk, Role::Button, &key);
    }
}

/// Events as winit's window sends them for a touch screen: a touch, then the pointer that it stands for.
#[derive(Default)]
pub struct Finger {
    touches: u64,
}

impl Finger {
    fn touch(&self, phase: TouchPhase, pos: Pos2) -> Event {
        Event::Touch { device_id: TouchDeviceId(1), id: TouchId(self.touches), phase, pos, force: None }
    }
}

impl Hand for Finger {
    fn press(&mut self, kiosk: &mut Kiosk, role: Role, name: &str) {
        let pos = found(kiosk, role, name).rect.center();
        self.touches += 1;
        let down = [self.touch(TouchPhase::Start, pos), Event::PointerMoved(pos), button(pos, true)];
        send(kiosk, down);
        let up = [self.touch(TouchPhase::End, pos), button(pos, false), Event::PointerGone];
        send(kiosk, up);
        settle(kiosk);
    }

    fn write(&mut self, kiosk: &mut Kiosk, text: &str) {
        write_with_keys_on_screen(self, kiosk, text);
    }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// A pointer that comes from where it was, and its button.
#[derive(Default)]
pub struct Mouse {
    at: Pos2,
}

impl Hand for Mouse {
    fn press(&mut self, kiosk: &mut Kiosk, role: Role, name: &str) {
        let pos = found(kiosk, role, name).rect.center();
        send(kiosk, [Event::PointerMoved(self.at.lerp(pos, 0.5))]);
        send(kiosk, [Event::PointerMoved(pos)]);
        self.at = pos;
        send(kiosk, [button(pos, true)]);
        send(kiosk, [button(pos, false)]);
        settle(kiosk);
    }

    fn write(&mut self, kiosk: &mut Kiosk, text: &str) {
        write_with_keys_on_screen(self, kiosk, text);
    }
}

/// Keys in turn: Tab and Space, Shift+Tab and Enter, arrows and Space, the digit of a card.
#[derive(Default)]
pub struct Keys {
    turn: usize,
}

impl Keys {
    fn key(&self, kiosk: &mut Kiosk, key: Key, modifiers: Modifiers) {
        for pressed in [true, false] {
            send(kiosk, [Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }]);
        }
    }

    /// Moves the focus to a control; returns whether it came.
    fn go(&self, kiosk: &mut Kiosk, role: Role, name: &str, (key, modifiers): (Key, Modifiers), most: usize) -> bool {
        for _ in 0..most {
            if found(kiosk, role, name).focused {
                return true;
            }
            self.key(kiosk, key, modifiers);
        }
        found(kiosk, role, name).focused
    }

    /// Types the digit of a card; returns whether that changed it.
    fn digit(&self, kiosk: &mut Kiosk, role: Role, name: &str) -> bool {
        let cards = seen(kiosk).into_iter().filter(|seen| seen.role == role && seen.enabled);
        let Some(number) = cards.map(|seen| seen.name).position(|other| other == name) else { return false };
        let digits =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        let before = found(kiosk, role, name).toggled;
        let Some(digit) = digits.get(number) else { return false };
        self.key(kiosk, *digit, Modifiers::NONE);
        before != found(kiosk, role, name).toggled
    }
}

impl Hand for Keys {
    fn press(&mut self, kiosk: &mut Kiosk, role: Role, name: &str) {
        const MOST: usize = 80;
        let tab = (Key::Tab, Modifiers::NONE);
        self.turn += 1;
        let chosen = found(kiosk, role, name).toggled == Some(Toggled::True);
        if self.turn.is_multiple_of(4)
            && !chosen
            && matches!(role, Role::RadioButton | Role::CheckBox)
            && self.digit(kiosk, role, name)
        {
            return settle(kiosk);
        }
        let there = match self.turn % 4 {
            1 => self.go(kiosk, role, name, (Key::Tab, Modifiers::SHIFT), MOST),
            2 if matches!(role, Role::RadioButton | Role::CheckBox) => {
                self.go(kiosk, role, name, tab, 3);
                self.go(kiosk, role, name, (Key::ArrowDown, Modifiers::NONE), 8)
            }
            _ => false,
        };
        assert!(there || self.go(kiosk, role, name, tab, MOST), "the focus does not reach {role:?} {name}");
        let key = if self.turn % 4 == 1 { Key::Enter } else { Key::Space };
        self.key(kiosk, key, Modifiers::NONE);
        settle(kiosk);
    }

    fn write(&mut self, kiosk: &mut Kiosk, text: &str) {
        for c in text.chars() {
            let modifiers = if c.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
            let key = Key::from_name(&c.to_uppercase().to_string());
            let press =
                |pressed| key.map(|key| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
            send(kiosk, press(true).into_iter().chain([Event::Text(c.to_string())]));
            send(kiosk, press(false));
        }
        settle(kiosk);
    }
}

/// What assistive technologies ask: the focus, a click, a text.
#[derive(Default)]
pub struct Reader;

impl Hand for Reader {
    fn press(&mut self, kiosk: &mut Kiosk, role: Role, name: &str) {
        let target = found(kiosk, role, name);
        send(kiosk, [target.ask(Action::Focus, None)]);
        send(kiosk, [found(kiosk, role, name).ask(Action::Click, None)]);
        settle(kiosk);
    }

    fn write(&mut self, kiosk: &mut Kiosk, text: &str) {
        let open = field(kiosk).unwrap_or_else(|| panic!("no field to write in"));
        send(kiosk, [open.ask(Action::Focus, None)]);
        send(kiosk, [open.ask(Action::SetValue, Some(ActionData::Value(text.into())))]);
        settle(kiosk);
    }
}
