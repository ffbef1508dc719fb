//! The one integration binary: modules by journey.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod definitions;
mod golden;
#[cfg(feature = "ui")]
mod screens;
mod sittings;
