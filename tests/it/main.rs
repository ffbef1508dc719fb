//! The one integration binary: modules by journey.

mod definitions;
mod golden;
#[cfg(feature = "ui")]
mod screens;
mod sittings;
