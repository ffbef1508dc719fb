#![doc = include_str!("README.md")]

pub mod app;
pub mod domain;
pub mod i18n;
pub mod store;
