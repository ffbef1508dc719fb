//! What is printed: content → [`document::Document`] → [`pages::Pages`] → PDF bytes.
//!
//! Content builders ([`synthesis`], [`attendance_sheet`], [`session_sheet`], [`invitation`], [`news_letter`], [`roadmap_sheet`],
//! [`badge_sheet`], [`agenda_sheet`], [`exercise_sheet`]) turn plain values
//! into blocks. [`layout`] places them: pure, without a PDF in sight, so that it is tested on numbers and
//! painted on screen as it will be printed. [`pdf`] is the only file that knows the PDF crate, and [`tag`]
//! adds what a screen reader needs.
//!
//! Invariant: every placed item is either an artifact or belongs to one structure element, never to both.

pub mod agenda_sheet;
pub mod attendance_sheet;
pub mod badge_sheet;
mod brush;
pub mod chart;
pub mod document;
pub mod exercise_sheet;
pub mod face;
pub mod house;
pub mod interview_summary;
pub mod invitation;
pub mod kept;
pub mod layout;
pub mod lines;
pub mod news_letter;
pub mod pages;
pub mod palette;
pub mod pdf;
pub mod person_page;
pub mod prescriber_notice;
pub mod qr;
pub mod roadmap_sheet;
pub mod session_sheet;
pub mod structure;
pub mod synthesis;
mod tag;
pub mod wording;

#[cfg(test)]
mod proof;
#[cfg(test)]
mod specimen;

pub use layout::layout;
pub use palette::{Colour, Palette};

/// Why a document could not be written as PDF.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("font {face:?} could not be reduced to the glyphs in use")]
    FontNotSubset {
        face: face::Face,
        #[source]
        source: subsetter::Error,
    },
    #[error("font {0:?} is not readable")]
    FontUnreadable(face::Face),
    #[error("no QR code holds the text")]
    NoQrCode,
    #[error("the page tree does not match the placed pages")]
    PagesLost,
    #[error("the PDF object {0} is missing")]
    ObjectMissing(&'static str),
    #[error("the PDF could not be assembled")]
    Assembly(#[from] lopdf::Error),
    #[error("the PDF could not be written")]
    Write(#[from] std::io::Error),
}
