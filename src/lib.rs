#![doc = include_str!("README.md")]

pub mod app;
pub mod catalog;
pub mod cli;
pub mod domain;
pub mod i18n;
