//! What is seen: the window, its looks and its widgets.
//!
//! Screens draw values made by `app` and push actions; nothing here decides, queries or owns a word.

pub mod desk;
pub mod gallery;
pub mod icons;
pub mod kiosk;
pub mod shell;
pub mod theme;
pub mod voice;
pub mod widgets;
pub mod worker;
