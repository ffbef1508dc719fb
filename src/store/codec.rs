//! How values of the domain are written in the base: the one format of each, and back.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use crate::domain::activity::{ActivityId, Sector};
use crate::domain::appointment::AppointmentKind;
use crate::domain::badge::{Pictogram, PictureBadge};
use crate::domain::closing::ClosingReason;
use crate::domain::comfort::{Face, Listening, Means, Scheme};
use crate::domain::delivery::{NoticeWay, Trouble, Way};
use crate::domain::id::*;
use crate::domain::interview::{Hindrance, ProjectState};
use crate::domain::library::{EditionState, Origin};
use crate::domain::person::{ConsentDecision, ExtraTime, Gender, PrescriberKind, Role};
use crate::domain::roadmap::Place;
use crate::domain::session_life::{OfferAnswer, SheetKind};
use crate::domain::stamp::{Half, Instant, Minutes};
use crate::domain::suggestion::Decision;
use crate::domain::synthesis::{IdentityCheck, Resemblance};
use crate::domain::telling::{Channel, News};
use crate::domain::visit::WarmUp;
use crate::domain::workshop::{Attendance, SessionKind};

/// Folds a name for search and comparison: no accents, no case, œ as oe, anything but letters and digits as a space.
pub fn fold(text: &str) -> String {
    let flat: String = text
        .replace(['œ', 'Œ'], "oe")
        .replace(['æ', 'Æ'], "ae")
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        // Letters that are not one with a mark: Yılmaz, Łukasz, Søren.
        .map(|c| match c {
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            other => other,
        })
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unreadable(text: &str) -> FromSqlError {
    FromSqlError::Other(format!("unreadable value of {} bytes", text.len()).into())
}

macro_rules! ids_as_text {
    ($($name:ident),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.uuid().to_string().into())
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?;
                Uuid::try_parse(text).map(Self::new).map_err(|_| unreadable(text))
            }
        }
    )+};
}

ids_as_text!(
    StaffId,
    SiteId,
    ParticipantId,
    PrescriberId,
    ConsentId,
    MergeId,
    ImportId,
    ProofId,
    ReferralId,
    InterviewId,
    RoadmapId,
    StepId,
    SittingId,
    VisitId,
    SessionId,
    SeatId,
    AppointmentId,
    AbsenceId,
    ExceptionId,
    OfferId,
    TellingId,
    CheckId,
    WalkInId,
    SheetId,
    SignatureId,
    ReviewId,
    ObservationId,
    SynthesisId,
    DeliveryId,
    NoticeId,
);

/// Several hindrances in one text, with commas between their codes.
pub(super) struct Hindrances(pub BTreeSet<Hindrance>);

fn hindrance_code(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::Mobility => "mobility",
        Hindrance::Childcare => "childcare",
        Hindrance::Health => "health",
        Hindrance::Language => "language",
        Hindrance::Digital => "digital",
        Hindrance::Housing => "housing",
        Hindrance::Hours => "hours",
    }
}

impl ToSql for Hindrances {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.iter().map(|hindrance| hindrance_code(*hindrance)).collect::<Vec<_>>().join(",").into())
    }
}

impl FromSql for Hindrances {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let read = |code: &str| {
            let found = Hindrance::ALL.into_iter().find(|hindrance| hindrance_code(*hindrance) == code);
            found.ok_or_else(|| unreadable(text))
        };
        text.split(',').filter(|code| !code.is_empty()).map(read).collect::<Result<_, _>>().map(Self)
    }
}

macro_rules! enums_as_text {
    ($($name:ident { $($variant:ident = $text:literal),+ $(,)? })+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let text: &'static str = match self { $($name::$variant => $text),+ };
                Ok(text.into())
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($text => Ok($name::$variant),)+
                    other => Err(unreadable(other)),
                }
            }
        }
    )+};
}

enums_as_text! {
    Role { Counsellor = "counsellor", Facilitator = "facilitator", Manager = "manager" }
    PrescriberKind { PathReferent = "path_referent", EmploymentAdviser = "employment_adviser" }
    ExtraTime { None = "none", Third = "third", Half = "half", Unlimited = "unlimited" }
    Gender { Woman = "woman", Man = "man", NonBinary = "non_binary", Untold = "untold" }
    ConsentDecision { Agreed = "agreed", Refused = "refused" }
    ProjectState { NoProject = "none", Idea = "idea", ToConfirm = "to_confirm" }
    ClosingReason {
        StoppedComing = "stopped_coming", Refused = "refused", Incomplete = "incomplete", Other = "other",
    }
    Place { OnSite = "on_site", Remote = "remote" }
    Sector {
        Industry = "industry", Transport = "transport", PersonalServices = "personal_services", Building = "building",
        Catering = "catering", Office = "office",
    }
    SessionKind { Series = "series", OnDemand = "on_demand", Extra = "extra" }
    Attendance { Present = "present", Excused = "excused", NoShow = "no_show", CancelledByService = "cancelled_by_service" }
    AppointmentKind { Diagnostic = "diagnostic", Restitution = "restitution", Activity = "activity" }
    OfferAnswer { Taken = "taken", Declined = "declined", Lapsed = "lapsed" }
    Half { Morning = "morning", Afternoon = "afternoon" }
    SheetKind { Paper = "paper", Pad = "pad" }
    Channel { Letter = "letter", Sms = "sms", Email = "email", Phone = "phone" }
    News {
        Offer = "offer", Invitation = "invitation", Reminder = "reminder", Moved = "moved", Cancelled = "cancelled",
        ParticipationCancelled = "participation_cancelled",
    }
    IdentityCheck { Known = "known", Document = "document", Code = "code" }
    Resemblance { Yes = "yes", Partly = "partly", No = "no", PrefersNotToSay = "unsaid" }
    Decision { Accepted = "accepted", Edited = "edited", Dismissed = "dismissed" }
    Way { Email = "email", Paper = "paper" }
    NoticeWay { Paper = "paper", Email = "email", Phone = "phone" }
    Trouble { Unreachable = "unreachable", Login = "login", Recipient = "recipient", Message = "message" }
    EditionState { Pilot = "pilot", Active = "active", Retired = "retired" }
    Origin { Program = "program", Folder = "folder", Installed = "installed" }
    Scheme { Light = "light", Dark = "dark", Contrast = "contrast" }
    Face { Legible = "legible", Dyslexia = "dyslexia" }
    Listening { Off = "off", Normal = "normal", Slow = "slow" }
    Means { Touch = "touch", Keyboard = "keyboard", Mouse = "mouse" }
    WarmUp { Done = "done", Skipped = "skipped" }
}

/// The letter of each pictogram in the base. A letter that was used once keeps its meaning.
const PICTOGRAMS: [(char, Pictogram); 12] = [
    ('a', Pictogram::Sun),
    ('b', Pictogram::House),
    ('c', Pictogram::Tree),
    ('d', Pictogram::Fish),
    ('e', Pictogram::Boat),
    ('f', Pictogram::Umbrella),
    ('g', Pictogram::Key),
    ('h', Pictogram::Cup),
    ('i', Pictogram::Bicycle),
    ('j', Pictogram::Heart),
    ('k', Pictogram::Book),
    ('l', Pictogram::Bell),
];

/// Returns how one picture is written.
pub(super) fn pictogram_code(wanted: Pictogram) -> Option<String> {
    PICTOGRAMS.iter().find(|(_, known)| *known == wanted).map(|(letter, _)| letter.to_string())
}

/// Reads one picture.
pub(super) fn pictogram(code: &str) -> rusqlite::Result<Pictogram> {
    let mut known = PICTOGRAMS.iter().filter(|(letter, _)| code.chars().eq([*letter]));
    known.next().map(|(_, pictogram)| *pictogram).ok_or_else(|| contradiction("a picture that is none"))
}

impl ToSql for PictureBadge {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let letter =
            |wanted: &Pictogram| PICTOGRAMS.iter().find(|(_, known)| known == wanted).map(|(letter, _)| *letter);
        Ok(self.pictograms().iter().filter_map(letter).collect::<String>().into())
    }
}

impl FromSql for PictureBadge {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let pictogram =
            |letter: char| PICTOGRAMS.iter().find(|(known, _)| *known == letter).map(|(_, pictogram)| *pictogram);
        let pictograms: Vec<Pictogram> = text.chars().filter_map(pictogram).collect();
        Self::new(&pictograms).ok_or_else(|| unreadable(text))
    }
}

impl ToSql for ActivityId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for ActivityId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|text| Self(text.to_owned()))
    }
}

impl ToSql for Minutes {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Minutes {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u32::column_result(value).map(Self)
    }
}

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        // Fixed width: texts sort as instants do.
        Ok(self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string().into())
    }
}

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        DateTime::parse_from_rfc3339(text)
            .map(|at| Self::from_utc(at.with_timezone(&Utc)))
            .map_err(|_| unreadable(text))
    }
}

/// A civil day in the base.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub NaiveDate);

/// A number of things.
pub(super) struct Count(pub usize);

impl ToSql for Count {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::try_from(self.0).unwrap_or(i64::MAX).into())
    }
}

impl FromSql for Count {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        usize::try_from(number).map(Self).map_err(|_| FromSqlError::OutOfRange(number))
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        // Days are compared as texts: a year of more than four digits, the end of time, is written as the year 9999.
        let day = if self.0.year() > 9999 { "9999-12-31".to_owned() } else { self.0.format("%Y-%m-%d").to_string() };
        Ok(day.into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self).map_err(|_| unreadable(text))
    }
}

/// A clock time in the base.
#[derive(Clone, Copy)]
pub(super) struct Clock(pub NaiveTime);

impl ToSql for Clock {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%H:%M").to_string().into())
    }
}

impl FromSql for Clock {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        NaiveTime::parse_from_str(text, "%H:%M").map(Self).map_err(|_| unreadable(text))
    }
}

/// Reports a row whose columns contradict each other.
pub(super) fn contradiction(what: &'static str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, what.into())
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_ligatures_do_not_count() {
        assert_eq!(fold("Œuvrard-LÉGER"), "oeuvrard leger");
        assert_eq!(fold("  D'Hondt "), "d hondt");
        assert_eq!(fold("Yılmaz Łukasz"), "yilmaz lukasz");
    }
}
