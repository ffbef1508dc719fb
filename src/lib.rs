pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod i18n;
