//! The desk on a real base: each screen by role and label, then the counsellor's work from a name to a synthesis.
//!
//! `BOUSSOLE_SHOTS=/tmp/shots cargo test --test it screens::desk` writes the pictures to look at;
//! with `BOUSSOLE_DEMO=/tmp/demo/boussole.db` a tour also walks through the base of a demonstration.

mod arrival;
pub mod bureau;
pub mod calendar;
mod changes;
mod grids;
pub mod group;
mod journey;
mod library;
mod own_page;
mod papers;
pub mod people;
mod prescription;
pub mod proposal;
pub mod referrals;
mod results;
pub mod room;
pub mod seats;
mod session;
mod settings;
mod tour;
pub mod town;
