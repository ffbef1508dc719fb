//! A QR code: a square of dark and light modules, for screens and paper. The only file that knows the crate that makes it.

use qrcode::{Color, EcLevel, QrCode};

use super::ReportError;

/// Light modules that a reader needs on every side.
pub const QUIET: usize = 4;

/// A square of modules, without the light border around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
}

/// Dark modules side by side in one row: drawn as one shape, they leave no seam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub column: usize,
    pub row: usize,
    pub length: usize,
}

impl Qr {
    /// Makes the code of a text. A quarter of it may be dirty or torn (level Q).
    ///
    /// # Errors
    /// Refuses a text that no QR code can hold.
    pub fn of(text: &str) -> Result<Self, ReportError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q).map_err(|_| ReportError::NoQrCode)?;
        let dark = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        Ok(Self { side: code.width(), dark })
    }

    /// Returns how many modules a side has.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Returns the dark modules, row by row.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (row, modules) in self.dark.chunks(self.side.max(1)).enumerate() {
            for (column, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
                match runs.last_mut() {
                    Some(last) if last.row == row && last.column + last.length == column => last.length += 1,
                    _ => runs.push(Run { column, row, length: 1 }),
                }
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_six_digits_makes_the_smallest_square_that_there_is() {
        // ISO/IEC 18004: version 1 has 21 modules a side, and holds 16 letters and digits at level Q.
        assert_eq!(Qr::of("BOUSSOLE-482913").unwrap().side(), 21);
    }

    #[test]
    fn the_runs_are_the_dark_modules() {
        let qr = Qr::of("BOUSSOLE-482913").unwrap();
        let runs = qr.runs();
        assert_eq!(runs.iter().map(|run| run.length).sum::<usize>(), qr.dark.iter().filter(|dark| **dark).count());
        // The upper edge of the finder at the top left, then of the one at the top right.
        assert_eq!(runs.first(), Some(&Run { column: 0, row: 0, length: 7 }));
        let last_of_first_row = runs.iter().rfind(|run| run.row == 0);
        assert_eq!(last_of_first_row, Some(&Run { column: 14, row: 0, length: 7 }));
    }
}
