//! What the house promises, told as journeys through its use cases on a real base.

mod access;
mod agenda;
mod arrivals;
mod calendar;
mod civil_time;
mod closing;
mod figures;
mod grids;
mod interview;
mod journal;
mod kiosk;
mod library;
mod path;
mod people;
mod people_file;
mod post;
mod proposal;
mod real_life;
mod referrals;
mod restitution;
mod results;
mod session_life;
mod settings;
mod waits;
mod workshops;
