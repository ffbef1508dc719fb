//! A scanner of QR codes: a keyboard that types « BOUSSOLE-482913 » and Enter, whatever has the focus.

use eframe::egui::{Event, Key};

use crate::domain::visit::KioskCode;

/// What begins a code, and how many signs it has.
const NAME: &str = "BOUSSOLE";
const LENGTH: usize = 15;

/// The keys that a scanner has pressed so far.
#[derive(Default)]
pub struct Scan {
    typed: String,
}

impl Scan {
    /// Takes a scanner's keys out of the events of a frame, so that no box and no button gets them; returns the code
    /// once Enter or Tab ends it.
    pub fn take(&mut self, events: &mut Vec<Event>) -> Option<KioskCode> {
        let mut code = None;
        events.retain(|event| match event {
            Event::Text(text) => {
                let mut is_ours = true;
                for sign in text.chars() {
                    is_ours &= self.push(sign);
                }
                !is_ours
            }
            Event::Key { key: Key::Enter | Key::Tab, pressed: true, .. } => {
                let scanned = KioskCode::scan(&std::mem::take(&mut self.typed));
                let is_ours = scanned.is_some();
                code = scanned.or(code.take());
                !is_ours
            }
            _ => true,
        });
        code
    }

    /// Returns whether the sign belongs to a code that is being scanned.
    fn push(&mut self, sign: char) -> bool {
        let at = self.typed.chars().count();
        let goes_on = match NAME.chars().nth(at) {
            Some(letter) => letter.eq_ignore_ascii_case(&sign),
            None => at < LENGTH,
        };
        if !goes_on {
            self.typed.clear();
        }
        let begins = NAME.chars().next().is_some_and(|letter| letter.eq_ignore_ascii_case(&sign));
        if goes_on || begins {
            self.typed.push(sign);
        }
        goes_on || begins
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Modifiers;

    use super::*;

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| Event::Text(c.to_string())).collect()
    }

    fn enter() -> Event {
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn the_keys_of_a_scanner_reach_nobody_else() {
        let mut scan = Scan::default();
        let mut events = typed("BOUSSOLE-48");
        assert_eq!(scan.take(&mut events), None);
        assert_eq!(events, []);
        let mut rest = [typed("2913"), vec![enter()]].concat();
        assert_eq!(scan.take(&mut rest), KioskCode::parse("482913"));
        assert_eq!(rest, []);
    }

    #[test]
    fn digits_typed_by_a_person_and_their_enter_stay() {
        let mut scan = Scan::default();
        let mut events = [typed("482913"), vec![enter()]].concat();
        assert_eq!(scan.take(&mut events), None);
        assert_eq!(events.len(), 7);
    }

    #[test]
    fn a_code_is_read_after_letters_that_began_nothing() {
        let mut scan = Scan::default();
        let mut events = [typed("boubBOUSSOLE-482913"), vec![enter()]].concat();
        assert_eq!(scan.take(&mut events), KioskCode::parse("482913"));
        let mut half = [typed("BOUSSOLE-4829"), vec![enter()]].concat();
        assert_eq!(scan.take(&mut half), None);
        assert_eq!(half, [enter()]);
    }
}
