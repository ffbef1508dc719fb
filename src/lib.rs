#![doc = include_str!("README.md")]

// The invented synthesis is written once, as benches see the library.
#[cfg(test)]
extern crate self as boussole;

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
