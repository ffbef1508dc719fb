//! The one integration binary: modules by journey.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[cfg(feature = "ui")]
mod screens;
