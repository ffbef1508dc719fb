//! A person's day at the kiosks: the code or the badge that opens it, and the station that guards against guessing.

use std::fmt;

use chrono::NaiveDate;

use super::badge::PictureBadge;
use super::id::{ParticipantId, StaffId, VisitId};
use super::stamp::Instant;

/// What comes before the digits in a QR code: letters that share their keys on French and American keyboards.
const PAYLOAD_NAME: &str = "BOUSSOLE";

/// The digits, then what their keys give: on a French keyboard without Shift, on an American one with Shift.
const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const AZERTY: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
const SHIFTED_QWERTY: [char; 10] = [')', '!', '@', '#', '$', '%', '^', '&', '*', '('];

/// Six digits, made at the desk, good for one day.
#[derive(Clone, PartialEq, Eq)]
pub struct KioskCode(String);

impl KioskCode {
    /// Makes a code from any number: its last six decimal digits.
    pub fn from_number(number: u32) -> Self {
        Self(format!("{:06}", number % 1_000_000))
    }

    /// Reads what a person typed: six digits, spaces allowed anywhere.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }

    /// Reads what a scanner types after it saw the QR code of a badge: [`Self::payload`], whatever the keyboard is taken for.
    ///
    /// A scanner presses the keys of the layout that it believes in. On another layout the letters of the payload stay themselves, and
    /// each digit becomes the sign that shares its key.
    pub fn scan(text: &str) -> Option<Self> {
        let text = text.trim();
        let name = text.get(..PAYLOAD_NAME.len()).filter(|name| name.eq_ignore_ascii_case(PAYLOAD_NAME))?;
        let mut rest = text.get(name.len()..)?.chars();
        let separator = rest.next()?;
        let signs: Vec<char> = rest.collect();
        let read = |row: &[char; 10]| {
            let digit = |sign: &char| row.iter().position(|other| other == sign).map(|digit| digit.to_string());
            Self::parse(&signs.iter().map(digit).collect::<Option<String>>()?)
        };
        // « & » and « ( » are on both rows; a hyphen of the French layout is the key 6 of the American one.
        let rows: &[&[char; 10]] =
            if separator == '6' { &[&DIGITS, &SHIFTED_QWERTY] } else { &[&DIGITS, &AZERTY, &SHIFTED_QWERTY] };
        rows.iter().find_map(|row| read(row))
    }

    /// Returns what the QR code of a badge says: the code, and nothing about the person.
    pub fn payload(&self) -> String {
        format!("{PAYLOAD_NAME}-{}", self.0)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the code in two groups: "482 913".
    pub fn grouped(&self) -> String {
        let (left, right) = self.0.split_at_checked(3).unwrap_or((&self.0, ""));
        format!("{left} {right}")
    }
}

impl fmt::Debug for KioskCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("******")
    }
}

/// One person's right to use the kiosks for one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: VisitId,
    pub participant: ParticipantId,
    pub day: NaiveDate,
    pub code: KioskCode,
    /// The same right in pictures; none where the visit was made without.
    pub badge: Option<PictureBadge>,
    /// When the data notice was acknowledged, and the SHA-256 of its text.
    pub notice: Option<(Instant, String)>,
    /// Who reads aloud and answers for the person, who cannot use the screen.
    pub accompanied_by: Option<StaffId>,
    /// What became of the warm-up in this visit; none before it.
    pub warm_up: Option<WarmUp>,
}

/// How the warm-up of a visit ended. It is no test: nothing else of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarmUp {
    Done,
    Skipped,
}

/// Wrong codes in a row after which a station asks for the desk.
pub const WRONG_CODES_ALLOWED: u32 = 5;

/// Whether a station takes codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StationGuard {
    Open {
        wrong_codes: u32,
    },
    /// Closed by too many wrong codes until the desk releases it.
    Blocked,
}

impl StationGuard {
    /// Returns the guard after one more wrong code.
    #[must_use]
    pub fn after_wrong_code(self) -> Self {
        match self {
            StationGuard::Open { wrong_codes } if wrong_codes + 1 < WRONG_CODES_ALLOWED => {
                StationGuard::Open { wrong_codes: wrong_codes + 1 }
            }
            StationGuard::Open { .. } | StationGuard::Blocked => StationGuard::Blocked,
        }
    }

    /// Returns how many more errors the station takes.
    pub fn tries_left(self) -> u32 {
        match self {
            StationGuard::Open { wrong_codes } => WRONG_CODES_ALLOWED - wrong_codes,
            StationGuard::Blocked => 0,
        }
    }
}

/// Wrong staff codes in a row after which a station takes none for a while.
pub const WRONG_STAFF_CODES_ALLOWED: u32 = 6;

/// Minutes during which it takes none.
pub const STAFF_CODE_REST_MINUTES: i64 = 15;

/// How often the code that closes a kiosk was wrong at a station, in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ExitGuard {
    pub wrong_codes: u32,
    pub last: Option<Instant>,
}

impl ExitGuard {
    /// Returns the guard after one more wrong code. Once the allowed ones are used up, each one more makes it rest again.
    #[must_use]
    pub fn after_wrong_code(self, now: Instant) -> Self {
        Self { wrong_codes: self.wrong_codes.saturating_add(1), last: Some(now) }
    }

    /// Returns until when no staff code is looked at; none when one is.
    pub fn rests_until(self, now: Instant) -> Option<Instant> {
        let rest = chrono::Duration::minutes(STAFF_CODE_REST_MINUTES);
        let until = Instant::from_utc(self.last?.utc() + rest);
        (self.wrong_codes >= WRONG_STAFF_CODES_ALLOWED && now < until).then_some(until)
    }
}

/// Why a code does not open a visit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefusal {
    #[error("a code has six digits")]
    NotSixDigits,
    #[error("no visit of today has this code")]
    Unknown { tries_left: u32 },
    #[error("the station is blocked")]
    StationBlocked,
    #[error("the roadmap has no digital step left")]
    NothingToDo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_with_spaces() {
        assert_eq!(KioskCode::parse(" 48 29 13 ").unwrap().grouped(), "482 913");
        assert_eq!(KioskCode::parse("48291"), None);
        assert_eq!(KioskCode::parse("48291a"), None);
    }

    #[test]
    fn a_scanned_code_is_read_on_the_keyboard_that_it_is_typed_on() {
        let code = KioskCode::parse("482913").unwrap();
        assert_eq!(code.payload(), "BOUSSOLE-482913");
        for typed in
            ["BOUSSOLE-482913", "boussole-482913", "BOUSSOLE)\'_éç&\"", "BOUSSOLE6$*@(!#", " BOUSSOLE-482913\n"]
        {
            assert_eq!(KioskCode::scan(typed), Some(code.clone()), "{typed}");
        }
        for typed in
            ["482913", "BOUSSOLE-48291", "BOUSSOLE-4829130", "BOUSSOLE482913", "BOUSSOLA-482913", "BOUSSOLE-48\'913"]
        {
            assert_eq!(KioskCode::scan(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_code_is_read_back_from_either_keyboard() {
        for number in (0..1_000_000).step_by(977) {
            let code = KioskCode::from_number(number);
            let through = |row: &[char; 10]| -> String {
                code.as_str().bytes().map(|digit| row[usize::from(digit - b'0')]).collect()
            };
            assert_eq!(KioskCode::scan(&format!("BOUSSOLE){}", through(&AZERTY))), Some(code.clone()));
            assert_eq!(KioskCode::scan(&format!("BOUSSOLE6{}", through(&SHIFTED_QWERTY))), Some(code.clone()));
        }
    }

    #[test]
    fn the_sixth_wrong_staff_code_makes_the_station_rest_for_a_quarter_of_an_hour() {
        let nine = NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap();
        let at = |minute: i64| Instant::in_paris(nine + chrono::Duration::minutes(minute));
        let mut guard = ExitGuard::default();
        for _ in 0..5 {
            guard = guard.after_wrong_code(at(0));
            assert_eq!(guard.rests_until(at(0)), None);
        }
        guard = guard.after_wrong_code(at(1));
        assert_eq!(guard.rests_until(at(1)), Some(at(16)));
        assert_eq!(guard.rests_until(at(16)), None);
        assert_eq!(guard.after_wrong_code(at(17)).rests_until(at(17)), Some(at(32)));
    }

    #[test]
    fn the_fifth_wrong_code_blocks_the_station() {
        let mut guard = StationGuard::Open { wrong_codes: 0 };
        for _ in 0..4 {
            guard = guard.after_wrong_code();
        }
        assert_eq!(guard.tries_left(), 1);
        assert_eq!(guard.after_wrong_code(), StationGuard::Blocked);
    }
}
