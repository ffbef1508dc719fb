//! Where every path stands and since when, in one query: what waits is never looked up person by person.

use chrono::NaiveDate;

use super::codec::{Count, Day};
use super::search::SynthesisStands;
use super::{Base, Standing, StoreError};
use crate::domain::id::{ParticipantId, SynthesisId};
use crate::domain::stamp::Instant;

/// The latest referral of a person, and all that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub participant: ParticipantId,
    pub name: String,
    pub prescriber: String,
    pub received: NaiveDate,
    pub interviewed: Option<NaiveDate>,
    pub standing: Standing,
    /// The day on which the last step ended.
    pub finished: Option<NaiveDate>,
    pub synthesis: Option<SynthesisId>,
    pub written: Option<NaiveDate>,
    pub signed: Option<NaiveDate>,
    /// The latest restitution that is not cancelled.
    pub restitution: Option<NaiveDate>,
}

impl Base<'_> {
    /// Returns the path of everybody who was referred and whose file is there, in alphabetical order.
    pub fn paths(&self) -> Result<Vec<Path>, StoreError> {
        let sql = "SELECT p.id, p.first_name, p.last_name, q.id, q.first_name, q.last_name, r.received, i.day, f.id IS NOT NULL,
                   count(t.id) FILTER (WHERE t.outcome = 'open'), count(t.id) FILTER (WHERE t.outcome = 'done'),
                   count(t.id) FILTER (WHERE t.outcome = 'dropped'), max(t.ended_at), y.id, y.state, y.written_at, y.signed_at,
                   NOT EXISTS (SELECT 1 FROM (SELECT r.prescriber_id AS id
                       UNION SELECT c.prescriber_id FROM co_prescriber c WHERE c.referral_id = r.id) w
                       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.synthesis_id = y.id AND d.version = y.version
                       AND d.state = 'sent' AND d.prescriber_id = w.id)),
                   NOT EXISTS (SELECT 1 FROM (SELECT r.prescriber_id AS id
                       UNION SELECT c.prescriber_id FROM co_prescriber c WHERE c.referral_id = r.id) w
                       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.synthesis_id = y.id AND d.version = y.version
                       AND d.state IN ('sent', 'waiting') AND d.prescriber_id = w.id)),
                   (SELECT a.day FROM appointment a WHERE a.participant_id = p.id AND a.kind = 'restitution'
                       AND a.state <> 'cancelled' ORDER BY a.day DESC, a.start DESC LIMIT 1),
                   EXISTS (SELECT 1 FROM closing c WHERE c.referral_id = r.id)
                   FROM participant p
                   JOIN referral r ON r.id = (SELECT l.id FROM referral l WHERE l.participant_id = p.id
                       ORDER BY l.received DESC, l.id DESC LIMIT 1)
                   JOIN prescriber q ON q.id = r.prescriber_id
                   LEFT JOIN interview i ON i.referral_id = r.id
                   LEFT JOIN roadmap f ON f.referral_id = r.id
                   LEFT JOIN step t ON t.roadmap_id = f.id
                   LEFT JOIN synthesis y ON y.roadmap_id = f.id
                   WHERE p.merged_into IS NULL
                   GROUP BY p.id ORDER BY p.folded_name, p.id";
        let day = |row: &rusqlite::Row<'_>, column: usize| {
            Ok::<_, rusqlite::Error>(row.get::<_, Option<Instant>>(column)?.map(Instant::day))
        };
        self.all(sql, [], |row| {
            let (first, last): (String, String) = (row.get(1)?, row.get(2)?);
            let (by_first, by_last): (String, String) = (row.get(4)?, row.get(5)?);
            let state: Option<String> = row.get(14)?;
            Ok(Path {
                participant: row.get(0)?,
                name: format!("{first} {last}"),
                prescriber: format!("{by_first} {by_last}"),
                received: row.get::<_, Day>(6)?.0,
                interviewed: row.get::<_, Option<Day>>(7)?.map(|day| day.0),
                standing: Standing {
                    prescriber: row.get(3)?,
                    has_roadmap: row.get(8)?,
                    n_open: row.get::<_, Count>(9)?.0,
                    n_done: row.get::<_, Count>(10)?.0,
                    n_dropped: row.get::<_, Count>(11)?.0,
                    synthesis: state.as_deref().map(SynthesisStands::of),
                    is_delivered: row.get(17)?,
                    is_leaving: row.get(18)?,
                    is_closed: row.get(20)?,
                },
                finished: day(row, 12)?,
                synthesis: row.get(13)?,
                written: day(row, 15)?,
                signed: day(row, 16)?,
                restitution: row.get::<_, Option<Day>>(19)?.map(|day| day.0),
            })
        })
    }
}
