//! The one integration binary: a module by journey.

mod oracle;
mod study;
