//! The French words of the domain: one word for one thing, wherever it is read.
//!
//! Sentences about a pool or a session are here too; words of a single screen are in that screen's file.

mod badge;
mod calendar;
mod figures;
mod items;
mod journal;
mod library;
mod numbers;
mod people;
mod people_file;
mod plan;
mod planning;
mod reading;
mod results;
mod settings;

pub use badge::pictogram;
pub use calendar::{closed, half, half_day, half_day_of, holiday, weekday};
pub use figures::{cell, measure, measure_words, median, wait, wait_words};
pub use items::{
    board_line, board_line_mark, board_lines_title, board_measure, board_measure_title, board_reply, board_title,
    item_alternative, item_option, item_statement, item_unknown,
};
pub use journal::journal_action;
pub use library::{
    definition_status, edition_state, method, mode, origin, origin_short, question_kind, reading_level, reading_short,
};
pub use numbers::Numbers;
pub use people::{
    closing_reason, consent_decision, consent_subject, extra_time, hindrance, identity_check, notice_way,
    notice_way_done, outcome, place, prescriber_kind, project, project_detail, purpose, role, sector, suggestion_of,
    suggestion_reason, suggestion_sentence, synthesis_state,
};
pub use people_file::{
    cell_fault, contact, field, gender, likeness_reason, likeness_reasons, need, needs, note, proof_state, validity,
};
pub use plan::{plan_bound, plan_objective, unserved_reason};
pub use planning::{
    appointment_kind, appointment_state, attendance, channel, clash, forecast, news, phase, session_kind,
    session_state, slot, todo, verdict, why_not,
};
pub use reading::reading_advice;
pub use results::{
    answered_by, change, fit_band, letter, licence, limits, no_conditions, no_interests, norm, obstacles, order_place,
    reliability, speaks_against, speaks_for, strength,
};
pub use settings::{membership, membership_words, setting, setting_value, setting_words, yes_or_no};
