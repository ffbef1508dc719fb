//! The one integration binary: modules by journey.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "panicking is how a test fails; the lints know test functions but not what they call"
)]

mod adaptive;
mod architecture;
mod bad_input;
mod commands;
mod definition_files;
mod definitions;
mod documents;
mod engine;
mod format;
mod generated;
mod golden;
mod help;
mod items;
mod journeys;
mod oracle;
mod plan_command;
mod planning;
mod properties;
mod schema;
#[cfg(feature = "ui")]
mod screens;
mod sheets;
mod simulate;
mod sittings;
mod sources;
mod study;
mod support;
mod texts;
