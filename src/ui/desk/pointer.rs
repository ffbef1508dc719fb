//! The row of a short list that the keys point at while somebody types: the arrows move it, Enter takes it.

use eframe::egui::{Key, Response, Ui};

/// Where the keys point; the first row until an arrow is pressed.
#[derive(Clone, Copy, Default)]
pub struct Pointer(usize);

impl Pointer {
    /// Reads the keys of a field whose list has `n_rows`; returns the row that Enter takes.
    pub fn keys(&mut self, ui: &Ui, field: &Response, n_rows: usize) -> Option<usize> {
        if field.changed() {
            self.0 = 0;
        }
        let last = n_rows.checked_sub(1)?;
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if field.has_focus() {
            if pressed(Key::ArrowDown) {
                self.0 += 1;
            }
            if pressed(Key::ArrowUp) {
                self.0 = self.0.saturating_sub(1);
            }
        }
        self.0 = self.0.min(last);
        (field.lost_focus() && pressed(Key::Enter)).then_some(self.0)
    }

    /// Returns the row that is pointed at.
    pub fn row(self) -> usize {
        self.0
    }
}
