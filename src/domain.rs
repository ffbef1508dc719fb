//! What is true: the rules of the Boussole, without clock, chance, files, SQL or screens.
//!
//! Every function here can be tested in microseconds and replayed: time, seeds and definitions are arguments.

pub mod id;
pub mod stamp;

pub mod person;

pub mod assessment;
pub mod response;
pub mod scoring;
pub mod sitting;
pub mod visit;

pub mod referral;
pub mod interview;
pub mod activity;
pub mod roadmap;

pub mod calendar;
pub mod workshop;
pub mod scheduling;
pub mod appointment;

pub mod synthesis;
pub mod delivery;
