//! What is said: typed access to the French texts, dates, numbers and typography.
//!
//! Words live in `assets/lang/fr/*.ftl`, one file per place where they are read. [`tr!`] takes a literal
//! key and named arguments; a test reads every call and fails on a missing key, an argument that the text
//! does not use, or a text that nobody says.

mod catalogue;
mod date;
mod number;
mod problems;
mod refusals;
mod speech;
pub mod terms;
mod typography;

pub use catalogue::{FR, catalogue_sources, say};
pub use date::{brief_date, clock_time, date_and_time, long_date, month_name, short_date, time_range, weekday_date};
pub use number::{decimal, duration, minutes};
pub use problems::{problem_line, problem_reason};
pub use refusals::Explain;
pub use speech::{spoken, spoken_sentences};
pub use typography::typeset;

/// Returns the French text of a key, with its named arguments, typeset.
///
/// ```
/// use boussole::tr;
/// assert_eq!(tr!("widget-erase"), "Effacer");
/// ```
#[macro_export]
macro_rules! tr {
    ($key:literal $(,)?) => { $crate::i18n::say($key, &[]) };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::say($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),+])
    };
}
