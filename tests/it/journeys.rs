//! What the house promises, told as journeys through its use cases on a real base.

mod access;
mod grids;
mod journal;
mod kiosk;
mod library;
mod path;
mod restitution;
mod results;
mod workshops;
