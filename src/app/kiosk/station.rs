//! What a station remembers when its window dies: whose visit goes on there, and how often the staff code was wrong.

use chrono::DateTime;
use uuid::Uuid;

use super::{Definitions, entry, seen, since_recently};
use crate::app::kiosk::VisitView;
use crate::app::{App, AppError, own_page};
use crate::domain::id::VisitId;
use crate::domain::sitting::{Channel, Origin};
use crate::domain::stamp::Instant;
use crate::domain::visit::ExitGuard;
use crate::store::{Base, Tx};

/// What came of a staff code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffCode {
    Right,
    Wrong,
    /// Too many were wrong: none is looked at before this time, the right one neither.
    Rests {
        until: Instant,
    },
}

/// A visit that goes on at a station whose window died.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnView {
    pub visit: VisitView,
    pub to: ReturnTo,
}

/// Where a visit goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnTo {
    Sitting,
    OwnPage,
}

impl App {
    /// Returns the visit that goes on at a station whose window died in the middle of a sitting or of the person's own page:
    /// today's, whose sitting is still held by the station, with an event within the half-hour in which the desk shows it;
    /// or whose page was turned within that time. Nobody has left since.
    pub fn visit_to_return_to(&self, station: &str) -> Result<Option<ReturnView>, AppError> {
        let base = self.store.base();
        let Some(id) = visit_at(&base, station)? else { return Ok(None) };
        let Some(visit) = base.visit(id)?.filter(|visit| visit.day == self.day()) else { return Ok(None) };
        let definitions = Definitions { library: &self.library, activities: &self.activities };
        let (here, recently) = (Channel::Station(station.to_owned()), since_recently(self.now()));
        for row in base.sittings_of(visit.participant)? {
            let last = base.events(row.id)?.last().map(|stamped| stamped.at);
            if !matches!(row.origin, Origin::Step(_)) || last.is_none_or(|last| last < recently) {
                continue;
            }
            let (_, state) = definitions.load(&base, &row)?;
            if !state.is_finished() && *state.channel() == here {
                return Ok(Some(ReturnView { visit: definitions.visit_view(&base, &visit)?, to: ReturnTo::Sitting }));
            }
        }
        if own_page::is_under_way(&base, &visit, station, self.now())? {
            return Ok(Some(ReturnView { visit: definitions.visit_view(&base, &visit)?, to: ReturnTo::OwnPage }));
        }
        Ok(None)
    }

    /// Notes that nobody is at the station any more: from now on only a code opens it.
    pub fn leave_station(&mut self, station: &str) -> Result<(), AppError> {
        let now = self.now();
        self.store.write(|tx| {
            tx.put_station(&seen(&tx.base(), station, now)?)?;
            forget_visit(tx, station)?;
            Ok(tx.audit(&entry(now, station, "station.leave", station))?)
        })
    }

    /// Looks whether the code is the staff code that closes the kiosk of a station. Six wrong ones in a row make the
    /// station take none for a quarter of an hour, and the desk is told; a restart changes nothing. The right one leaves.
    pub fn try_staff_code(&mut self, station: &str, code: &str) -> Result<StaffCode, AppError> {
        let now = self.now();
        let guard = exit_guard(&self.store.base(), station)?;
        if let Some(until) = guard.rests_until(now) {
            return Ok(StaffCode::Rests { until });
        }
        let right = self.check_staff_code(code)?;
        self.store.write(|tx| {
            let guard =
                if right { ExitGuard::default() } else { exit_guard(&tx.base(), station)?.after_wrong_code(now) };
            put_exit_guard(tx, station, guard)?;
            if right {
                forget_visit(tx, station)?;
            }
            let action = if right { "station.close" } else { "station.wrong_staff_code" };
            tx.audit(&entry(now, station, action, station))?;
            Ok(match (right, guard.rests_until(now)) {
                (true, _) => StaffCode::Right,
                (false, Some(until)) => StaffCode::Rests { until },
                (false, None) => StaffCode::Wrong,
            })
        })
    }
}

fn visit_name(station: &str) -> String {
    format!("visit_at/{station}")
}

fn guard_name(station: &str) -> String {
    format!("staff_codes_at/{station}")
}

fn visit_at(base: &Base<'_>, station: &str) -> Result<Option<VisitId>, AppError> {
    let kept = base.setting(&visit_name(station))?;
    Ok(kept.and_then(|text| Uuid::parse_str(&text).ok()).map(VisitId::new))
}

/// Keeps that a visit goes on at a station.
pub(super) fn remember_visit(tx: &Tx<'_>, station: &str, visit: VisitId) -> Result<(), AppError> {
    Ok(tx.put_setting(&visit_name(station), &visit.to_string())?)
}

fn forget_visit(tx: &Tx<'_>, station: &str) -> Result<(), AppError> {
    Ok(tx.put_setting(&visit_name(station), "")?)
}

/// Returns how often the staff code was wrong at a station: the count, then the time of the last one.
pub(in crate::app) fn exit_guard(base: &Base<'_>, station: &str) -> Result<ExitGuard, AppError> {
    let kept = base.setting(&guard_name(station))?.unwrap_or_default();
    let read = kept.split_once(' ').and_then(|(count, at)| {
        let last = DateTime::parse_from_rfc3339(at).ok()?;
        Some(ExitGuard { wrong_codes: count.parse().ok()?, last: Some(Instant::from_utc(last.to_utc())) })
    });
    Ok(read.unwrap_or_default())
}

pub(in crate::app) fn put_exit_guard(tx: &Tx<'_>, station: &str, guard: ExitGuard) -> Result<(), AppError> {
    let text = guard.last.map(|last| format!("{} {}", guard.wrong_codes, last.utc().to_rfc3339()));
    Ok(tx.put_setting(&guard_name(station), &text.unwrap_or_default())?)
}
