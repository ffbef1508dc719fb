//! The one integration binary: modules by journey.

#[cfg(feature = "ui")]
mod screens;
