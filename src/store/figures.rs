//! What happened in a period, told by gender and by antenne: no name is read.

use chrono::NaiveDate;

use super::codec::{Count, Day};
use super::{Base, StoreError};
use crate::domain::calendar::Days;
use crate::domain::figures::{Fact, Happened, Measure, Wait};
use crate::domain::id::{ParticipantId, SiteId};
use crate::domain::stamp::{Instant, days_after, days_between};

const OF_REFERRAL: &str = "JOIN participant p ON p.id = r.participant_id JOIN prescriber q ON q.id = r.prescriber_id";
const OF_ROADMAP: &str = "JOIN roadmap f ON f.id = y.roadmap_id JOIN referral r ON r.id = f.referral_id";
const OF_STEP: &str = "JOIN roadmap f ON f.id = t.roadmap_id JOIN referral r ON r.id = f.referral_id";
/// The first version that was signed; a base from before copies were kept has the signature alone.
const SIGNED: &str = "coalesce((SELECT min(c.at) FROM signed_copy c WHERE c.synthesis_id = y.id), y.signed_at)";

/// Between which marks something is looked for: two days, or two instants of which the second is not reached.
enum Between {
    Days(NaiveDate, NaiveDate),
    Instants(Instant, Instant),
}

impl Base<'_> {
    /// Returns everything that happened from the first day to the last.
    pub fn happened(&self, period: Days) -> Result<Happened, StoreError> {
        let days = Between::Days(period.from, period.until);
        let midnight = |day: NaiveDate| Instant::in_paris(day.and_time(chrono::NaiveTime::MIN));
        let instants = Between::Instants(midnight(period.from), midnight(days_after(period.until, 1)));
        let of_seats = |attendance: &str| {
            format!(
                "seat a JOIN session e ON e.id = a.session_id JOIN step t ON t.id = a.step_id {OF_STEP} {OF_REFERRAL}
                 WHERE e.state <> 'cancelled' AND a.attendance IN ({attendance}) AND e.day BETWEEN ?1 AND ?2"
            )
        };
        let of_syntheses = |at: &str| format!("synthesis y {OF_ROADMAP} {OF_REFERRAL} WHERE {at} >= ?1 AND {at} < ?2");
        let sent = "(SELECT min(d.ended_at) FROM delivery d WHERE d.synthesis_id = y.id AND d.state = 'sent')";
        let counted = [
            (Measure::Referrals, &days, format!("referral r {OF_REFERRAL} WHERE r.received BETWEEN ?1 AND ?2")),
            (
                Measure::Interviews,
                &days,
                format!(
                    "interview i JOIN referral r ON r.id = i.referral_id {OF_REFERRAL} WHERE i.day BETWEEN ?1 AND ?2"
                ),
            ),
            (
                Measure::Sittings,
                &instants,
                format!(
                    "sitting_event v JOIN sitting s ON s.id = v.sitting_id JOIN step t ON t.id = s.step_id {OF_STEP} {OF_REFERRAL}
                     WHERE v.kind = 'finished' AND v.at >= ?1 AND v.at < ?2"
                ),
            ),
            (Measure::Present, &days, of_seats("'present'")),
            (Measure::Absent, &days, of_seats("'excused', 'no_show'")),
            (Measure::Written, &instants, of_syntheses("y.written_at")),
            (Measure::Signed, &instants, of_syntheses(SIGNED)),
            (Measure::Delivered, &instants, of_syntheses(sent)),
        ];
        let mut happened = Happened::default();
        for (measure, between, from) in counted {
            happened.facts.insert(measure, self.facts(between, &from)?);
        }
        let interviewed =
            "SELECT r.participant_id, r.received, i.day FROM interview i JOIN referral r ON r.id = i.referral_id
                           WHERE i.day BETWEEN ?1 AND ?2";
        let waited = self.all(interviewed, (Day(period.from), Day(period.until)), |row| {
            Ok((row.get(0)?, days_between(row.get::<_, Day>(1)?.0, row.get::<_, Day>(2)?.0)))
        })?;
        happened.waits.insert(Wait::ReferralToInterview, waited);
        let (from, until) = (midnight(period.from), midnight(days_after(period.until, 1)));
        let signed = format!(
            "SELECT r.participant_id, i.day, {SIGNED} FROM synthesis y {OF_ROADMAP} JOIN interview i ON i.referral_id = r.id
             WHERE {SIGNED} >= ?1 AND {SIGNED} < ?2"
        );
        let waited = self.all(&signed, (from, until), |row| {
            Ok((row.get(0)?, days_between(row.get::<_, Day>(1)?.0, row.get::<_, Instant>(2)?.day())))
        })?;
        happened.waits.insert(Wait::InterviewToSignature, waited);
        let attended =
            "SELECT a.participant_id, t.prescribed_at, e.day FROM seat a JOIN session e ON e.id = a.session_id
                        JOIN step t ON t.id = a.step_id
                        WHERE e.state <> 'cancelled' AND a.attendance = 'present' AND e.day BETWEEN ?1 AND ?2";
        let waited = self.all(attended, (Day(period.from), Day(period.until)), |row| {
            Ok((row.get(0)?, days_between(row.get::<_, Instant>(1)?.day(), row.get::<_, Day>(2)?.0)))
        })?;
        happened.waits.insert(Wait::PrescriptionToSession, waited);
        happened.sessions_held = self.n_sessions("held", period)?;
        happened.sessions_cancelled = self.n_sessions("cancelled", period)?;
        Ok(happened)
    }

    fn facts(&self, between: &Between, from: &str) -> Result<Vec<Fact>, StoreError> {
        let sql = format!("SELECT p.id, p.gender, q.site_id FROM {from}");
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Fact { person: row.get::<_, ParticipantId>(0)?, gender: row.get(1)?, site: row.get::<_, SiteId>(2)? })
        };
        match between {
            Between::Days(from, until) => self.all(&sql, (Day(*from), Day(*until)), read),
            Between::Instants(from, until) => self.all(&sql, (from, until), read),
        }
    }

    fn n_sessions(&self, state: &str, period: Days) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM session WHERE state = ?1 AND day BETWEEN ?2 AND ?3";
        let found = self.one(sql, (state, Day(period.from), Day(period.until)), |row| row.get::<_, Count>(0))?;
        Ok(found.map_or(0, |count| count.0))
    }
}
