#![doc = include_str!("README.md")]

pub mod catalog;
pub mod domain;
pub mod i18n;
