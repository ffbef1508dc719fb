//! The one integration-test binary; one module a journey.

mod definitions;
mod golden;
mod sittings;
