//! What is true: the rules of the Boussole, without clock, chance, files, SQL or screens.
//!
//! Every function here can be tested in microseconds and replayed: time, seeds and definitions are arguments.

pub mod id;
pub mod stamp;

pub mod commune;
pub mod criterion;
pub mod likeness;
pub mod name_case;
pub mod people_file;
pub mod person;

pub mod assessment;
pub mod badge;
pub mod comfort;
pub mod definition_check;
pub mod fold;
pub mod generate;
pub mod grid;
pub mod library;
pub mod response;
pub mod scoring;
pub mod sitting;
pub mod visit;

pub mod activity;
pub mod closing;
pub mod easy_reading;
pub mod effort;
pub mod interview;
pub mod referral;
pub mod roadmap;

pub mod agenda;
pub mod appointment;
pub mod calendar;
pub mod planning;
pub mod scheduling;
pub mod session_life;
pub mod signature;
pub mod telling;
pub mod workshop;

pub mod own_page;
pub mod suggestion;
pub mod synthesis;

pub mod dated_setting;
pub mod delivery;
pub mod figures;
