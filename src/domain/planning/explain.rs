//! One reason for each wait that a plan leaves unserved. No solver is needed: the plan and the rules are enough.

use super::draft::{Choice, Draft, Obstacle};
use super::instance::Instance;
use super::pairs::{Exclusion, Pairs};
use crate::domain::stamp::Minutes;

/// A wait that a plan does not serve, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unserved {
    pub person: usize,
    pub workshop: usize,
    pub reason: Reason,
}

/// Why a wait is unserved: what stands before the session that came nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The person can come to none of the sessions there could be.
    NoSession(Excluded),
    /// This session takes place and every seat is taken.
    Full { session: usize },
    /// What this session needs serves another at that time.
    Taken { session: usize, by: usize, resource: Resource },
    /// So many people are missing for this session to open.
    TooFew { session: usize, missing: usize },
    /// Another workshop comes first, and has no date early enough.
    Before { workshop: usize },
    /// The person has a place in another session at that time.
    OwnBooking { session: usize },
    /// The person has enough on each of those days.
    DayIsFull { session: usize },
}

/// How many sessions of the workshop there could be, and how many of them each cause takes away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Excluded {
    pub before_notice: usize,
    pub after_deadline: usize,
    pub half_day: usize,
    pub absent: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    Room,
    Facilitator,
    Equipment,
}

/// Returns each unserved wait with its reason, by person, in the order of their waits.
pub fn unserved(instance: &Instance, pairs: &Pairs, choice: &Choice) -> Vec<Unserved> {
    let draft = Draft::new(instance, pairs, choice.clone());
    let mut found = Vec::new();
    for (person, wants) in instance.people.iter().map(|person| &person.wants).enumerate() {
        for want in wants {
            let workshop = want.workshop;
            let mine: Vec<usize> = pairs.by_person[person]
                .iter()
                .copied()
                .filter(|&pair| instance.sessions[pairs.list[pair].session].workshop == workshop)
                .collect();
            if mine.iter().any(|&pair| choice.placed[pair]) {
                continue;
            }
            let reasons = mine.iter().map(|&pair| reason(instance, pairs, &draft, pair));
            let reason =
                reasons.min_by_key(distance).unwrap_or_else(|| none_possible(instance, pairs, person, workshop));
            found.push(Unserved { person, workshop, reason });
        }
    }
    found
}

/// How far a session was from serving the person: what the service can change comes before what the person would have to.
fn distance(reason: &Reason) -> (u8, usize) {
    match *reason {
        Reason::Full { .. } => (0, 0),
        Reason::Taken { .. } => (1, 0),
        Reason::TooFew { missing, .. } => (2, missing),
        Reason::Before { .. } => (3, 0),
        Reason::OwnBooking { .. } => (4, 0),
        Reason::DayIsFull { .. } => (5, 0),
        Reason::NoSession(_) => (6, 0),
    }
}

fn reason(instance: &Instance, pairs: &Pairs, draft: &Draft<'_>, pair: usize) -> Reason {
    let session = pairs.list[pair].session;
    match draft.obstacle(pair) {
        Some(Obstacle::Clash(other)) => return Reason::OwnBooking { session: other },
        Some(Obstacle::Before(workshop)) => return Reason::Before { workshop },
        Some(Obstacle::DayIsFull) => return Reason::DayIsFull { session },
        Some(Obstacle::AlreadyPlaced) | None => {}
    }
    if draft.choice.open[session] {
        return Reason::Full { session };
    }
    let missing = instance.sessions[session].minimum.0.saturating_sub(draft.pool(session).len());
    match taken(instance, draft, session) {
        Some((by, resource)) if missing == 0 => Reason::Taken { session, by, resource },
        _ => Reason::TooFew { session, missing: missing.max(1) },
    }
}

/// Returns the open session that uses what this one needs.
fn taken(instance: &Instance, draft: &Draft<'_>, session: usize) -> Option<(usize, Resource)> {
    if draft.can_open(session) {
        return None;
    }
    let wanted = &instance.sessions[session];
    let open = (0..instance.sessions.len())
        .filter(|&other| draft.choice.open[other] && instance.overlap(session, other, Minutes(0)));
    open.filter_map(|other| {
        let taken = &instance.sessions[other];
        let resource = if taken.room == wanted.room {
            Resource::Room
        } else if taken.facilitator == wanted.facilitator {
            Resource::Facilitator
        } else if taken.equipment.is_some() && taken.equipment == wanted.equipment {
            Resource::Equipment
        } else {
            return None;
        };
        Some((other, resource))
    })
    .min_by_key(|&(_, resource)| resource == Resource::Equipment)
}

fn none_possible(instance: &Instance, pairs: &Pairs, person: usize, workshop: usize) -> Reason {
    let mut counts = Excluded::default();
    let mine = pairs.excluded.range((person, 0)..(person + 1, 0));
    for (_, exclusion) in mine.filter(|((_, session), _)| instance.sessions[*session].workshop == workshop) {
        match exclusion {
            Exclusion::BeforeNotice => counts.before_notice += 1,
            Exclusion::AfterDeadline => counts.after_deadline += 1,
            Exclusion::NotOnThatHalfDay => counts.half_day += 1,
            Exclusion::Absent => counts.absent += 1,
        }
    }
    Reason::NoSession(counts)
}
