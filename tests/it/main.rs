//! The one integration-test binary; one module a journey.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "panicking is how a test fails; the lints know test functions but not what they call"
)]

mod definition_files;
mod definitions;
mod golden;
mod sittings;
