//! Where every path stands and since when, in one query: what waits is never looked up person by person.
//!
//! Each referral is a path of its own. The one *on hand* is, of those that are not over, the one that was recorded or taken in
//! hand last; when all are over, the last one.

use chrono::NaiveDate;

use super::codec::{Count, Day};
use super::{Base, StoreError};
use crate::domain::id::{ParticipantId, PrescriberId, ReferralId, SynthesisId};
use crate::domain::referral::Referral;
use crate::domain::stamp::Instant;

/// Where a path stands, as the base has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Who wrote the referral.
    pub prescriber: Option<PrescriberId>,
    pub has_roadmap: bool,
    pub n_open: usize,
    pub n_done: usize,
    pub n_dropped: usize,
    pub synthesis: Option<SynthesisStands>,
    pub is_delivered: bool,
    /// A copy was sent to each prescriber, or waits its ten minutes.
    pub is_leaving: bool,
    /// The path ended before its term.
    pub is_closed: bool,
    /// Nothing of it waits any more.
    pub is_over: bool,
}

/// How far a synthesis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SynthesisStands {
    Draft,
    Written,
    Signed,
}

impl SynthesisStands {
    fn of(state: &str) -> Self {
        match state {
            "written" => SynthesisStands::Written,
            "signed" => SynthesisStands::Signed,
            _ => SynthesisStands::Draft,
        }
    }
}

/// A referral, and all that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub referral: ReferralId,
    pub participant: ParticipantId,
    pub name: String,
    pub prescriber: String,
    pub received: NaiveDate,
    /// Its question stands for one that is still to be asked.
    pub question_to_ask: bool,
    pub interviewed: Option<NaiveDate>,
    pub standing: Standing,
    /// The day on which the last step ended.
    pub finished: Option<NaiveDate>,
    pub synthesis: Option<SynthesisId>,
    pub written: Option<NaiveDate>,
    pub signed: Option<NaiveDate>,
    /// The latest restitution since its interview that is not cancelled.
    pub restitution: Option<NaiveDate>,
}

/// Whether for every prescriber of the referral `r` there is a delivery of the current version of the synthesis `y` in one of
/// these states.
macro_rules! to_everybody {
    ($states:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM (SELECT r.prescriber_id AS id
             UNION SELECT c.prescriber_id FROM co_prescriber c WHERE c.referral_id = r.id) w
             WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.synthesis_id = y.id AND d.version = y.version
             AND d.state IN (",
            $states,
            ") AND d.prescriber_id = w.id))"
        )
    };
}

/// Whether every prescriber has it.
macro_rules! delivered {
    () => {
        to_everybody!("'sent'")
    };
}

/// Whether the path of the referral `r`, with its synthesis `y` or none, is over: closed with nothing being written, or delivered.
macro_rules! over {
    () => {
        concat!(
            "((y.id IS NULL AND EXISTS (SELECT 1 FROM closing c WHERE c.referral_id = r.id))
              OR (coalesce(y.state = 'signed', 0) AND ",
            delivered!(),
            "))"
        )
    };
}

/// What [`read_standing`] reads of a referral `r`, its roadmap `f` and its synthesis `y`.
macro_rules! standing {
    () => {
        concat!(
            "r.prescriber_id, f.id IS NOT NULL,
             (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'open'),
             (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'done'),
             (SELECT count(*) FROM step s WHERE s.roadmap_id = f.id AND s.outcome = 'dropped'),
             y.state, ",
            delivered!(),
            ", EXISTS (SELECT 1 FROM closing c WHERE c.referral_id = r.id), ",
            over!(),
            ", ",
            to_everybody!("'sent', 'waiting'")
        )
    };
}

/// The columns that [`standing!`] takes.
const N_STANDING: usize = 10;

/// The roadmap and the synthesis of a referral `r`.
macro_rules! of_referral {
    () => {
        "LEFT JOIN roadmap f ON f.referral_id = r.id LEFT JOIN synthesis y ON y.roadmap_id = f.id"
    };
}

/// The order in which the referrals of a person come to hand.
macro_rules! in_hand_order {
    () => {
        concat!("ORDER BY ", over!(), ", r.in_hand_at DESC, r.received DESC, r.id DESC")
    };
}

fn read_standing(row: &rusqlite::Row<'_>, from: usize) -> rusqlite::Result<Standing> {
    Ok(Standing {
        prescriber: row.get(from)?,
        has_roadmap: row.get(from + 1)?,
        n_open: row.get::<_, Count>(from + 2)?.0,
        n_done: row.get::<_, Count>(from + 3)?.0,
        n_dropped: row.get::<_, Count>(from + 4)?.0,
        synthesis: row.get::<_, Option<String>>(from + 5)?.as_deref().map(SynthesisStands::of),
        is_delivered: row.get(from + 6)?,
        is_closed: row.get(from + 7)?,
        is_over: row.get(from + 8)?,
        is_leaving: row.get(from + 9)?,
    })
}

impl Base<'_> {
    /// Returns the path of every referral of those whose file is there, in alphabetical order, the one on hand first.
    pub fn paths(&self) -> Result<Vec<Path>, StoreError> {
        let sql = concat!(
            "SELECT ",
            standing!(),
            ", r.id, p.id, p.first_name, p.last_name, q.first_name, q.last_name, r.received, r.question_to_ask, i.day,
               (SELECT max(s.ended_at) FROM step s WHERE s.roadmap_id = f.id), y.id, y.written_at, y.signed_at,
               (SELECT a.day FROM appointment a WHERE a.participant_id = p.id AND a.kind = 'restitution'
                   AND a.state <> 'cancelled' AND a.day >= i.day ORDER BY a.day DESC, a.start DESC LIMIT 1)
               FROM participant p JOIN referral r ON r.participant_id = p.id
               JOIN prescriber q ON q.id = r.prescriber_id
               LEFT JOIN interview i ON i.referral_id = r.id ",
            of_referral!(),
            " WHERE p.merged_into IS NULL ORDER BY p.folded_name, p.id, ",
            over!(),
            ", r.in_hand_at DESC, r.received DESC, r.id DESC"
        );
        let day = |row: &rusqlite::Row<'_>, column: usize| {
            Ok::<_, rusqlite::Error>(row.get::<_, Option<Instant>>(column)?.map(Instant::day))
        };
        self.all(sql, [], |row| {
            let at = |column: usize| N_STANDING + column;
            let (first, last): (String, String) = (row.get(at(2))?, row.get(at(3))?);
            let (by_first, by_last): (String, String) = (row.get(at(4))?, row.get(at(5))?);
            Ok(Path {
                standing: read_standing(row, 0)?,
                referral: row.get(at(0))?,
                participant: row.get(at(1))?,
                name: format!("{first} {last}"),
                prescriber: format!("{by_first} {by_last}"),
                received: row.get::<_, Day>(at(6))?.0,
                question_to_ask: row.get(at(7))?,
                interviewed: row.get::<_, Option<Day>>(at(8))?.map(|day| day.0),
                finished: day(row, at(9))?,
                synthesis: row.get(at(10))?,
                written: day(row, at(11))?,
                signed: day(row, at(12))?,
                restitution: row.get::<_, Option<Day>>(at(13))?.map(|day| day.0),
            })
        })
    }

    /// Returns where the paths on hand of these people stand, in their order, with how many others of each are not over, in
    /// one query.
    pub fn standings(&self, people: &[ParticipantId]) -> Result<Vec<(Standing, usize)>, StoreError> {
        let sql = concat!(
            "SELECT ",
            standing!(),
            ", (SELECT count(*) FROM referral r ",
            of_referral!(),
            "   WHERE r.participant_id = wanted.value AND NOT ",
            over!(),
            ") FROM json_each(?1) wanted
               LEFT JOIN referral r ON r.id = (SELECT r.id FROM referral r ",
            of_referral!(),
            "      WHERE r.participant_id = wanted.value ",
            in_hand_order!(),
            "      LIMIT 1) ",
            of_referral!(),
            " ORDER BY wanted.key"
        );
        let ids: Vec<String> = people.iter().map(|id| format!("\"{id}\"")).collect();
        self.all(sql, [format!("[{}]", ids.join(","))], |row| {
            let standing = read_standing(row, 0)?;
            let unfinished = row.get::<_, Count>(N_STANDING)?.0;
            let others = unfinished.saturating_sub(usize::from(standing.prescriber.is_some() && !standing.is_over));
            Ok((standing, others))
        })
    }

    /// Returns where the path of one referral stands.
    pub fn standing_of(&self, referral: ReferralId) -> Result<Option<Standing>, StoreError> {
        let sql = concat!("SELECT ", standing!(), " FROM referral r ", of_referral!(), " WHERE r.id = ?1");
        self.one(sql, [referral], |row| read_standing(row, 0))
    }

    /// Returns every referral of a person, the one on hand first.
    pub fn referrals_in_hand(&self, participant: ParticipantId) -> Result<Vec<(Referral, Standing)>, StoreError> {
        let sql = concat!(
            "SELECT ",
            standing!(),
            ", r.id, r.participant_id, r.prescriber_id, r.received, r.question, r.question_to_ask FROM referral r ",
            of_referral!(),
            " WHERE r.participant_id = ?1 ",
            in_hand_order!()
        );
        self.all(sql, [participant], |row| {
            Ok((super::guidance::read_referral(row, N_STANDING)?, read_standing(row, 0)?))
        })
    }

    /// Returns the person's referral on hand.
    pub fn referral_on_hand(&self, participant: ParticipantId) -> Result<Option<Referral>, StoreError> {
        Ok(self.referrals_in_hand(participant)?.into_iter().next().map(|(referral, _)| referral))
    }

    /// Returns the person's referrals whose paths are not over, the one on hand first.
    pub fn open_referrals(&self, participant: ParticipantId) -> Result<Vec<Referral>, StoreError> {
        let open = self.referrals_in_hand(participant)?.into_iter().filter(|(_, standing)| !standing.is_over);
        Ok(open.map(|(referral, _)| referral).collect())
    }
}
