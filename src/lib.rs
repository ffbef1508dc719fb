pub mod i18n;

pub mod catalog;

pub mod app;

#[cfg(feature = "ui")]
pub mod ui;
