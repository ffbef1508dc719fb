#![doc = include_str!("README.md")]

pub mod domain;

pub mod catalog;
pub mod exchange;
pub mod i18n;
pub mod report;
pub mod store;

pub mod app;

pub mod cli;
#[cfg(feature = "ui")]
pub mod ui;
