//! The half-days of the coming weeks: how many of those who wait are free, and what a session would begin with.

use super::names::Names;
use super::planning::{WaitingPerson, waiting};
use super::{App, AppError, Login};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::id::StaffId;
use crate::domain::person::Role;
use crate::domain::scheduling::half_days::{HalfDayOffer, Obstacle, half_days, together};
use crate::domain::scheduling::{Pool, Situation, place_and_leader};
use crate::domain::stamp::TimeSlot;
use crate::domain::workshop::{Cadence, SessionKind, Workshop};

/// The half-days of every workshop, and of all together.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfDaysView {
    pub all: Vec<HalfDayCell>,
    /// Those for which most people wait first.
    pub workshops: Vec<WorkshopHalfDays>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorkshopHalfDays {
    pub workshop: ActivityId,
    pub title: String,
    pub waiting: usize,
    pub minimum: usize,
    /// Ten a week, in order.
    pub cells: Vec<HalfDayCell>,
}

/// One half-day.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfDayCell {
    pub slot: TimeSlot,
    /// How many of those who wait are free then, each counted once.
    pub people: usize,
    pub obstacle: Option<Obstacle>,
    /// What a session would begin with, where somebody is free and one may be opened.
    pub opening: Option<Opening>,
}

/// A session that could be opened on a half-day.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub workshop: ActivityId,
    pub title: String,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    pub minimum: usize,
    /// Who is free together, the oldest demand first, at most as many as sit down.
    pub people: Vec<WaitingPerson>,
    /// How many are free, with those who find no place.
    pub free: usize,
    /// The room and the leader that are free, if both are.
    pub room: Option<String>,
    pub leader: Option<StaffId>,
}

impl App {
    /// Returns the half-days of the coming six weeks, for each workshop and for all.
    pub fn half_days(&self, login: Login) -> Result<HalfDaysView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let situation = self.situation(&base, &names)?;
        let mut found = Vec::new();
        for activity in &self.activities {
            let Some(rules) = activity.workshop() else { continue };
            let pool = Pool::new(activity.id.clone(), base.demands(&activity.id)?);
            found.push((activity, rules, pool.demands().len(), half_days(&pool, rules, &situation)));
        }
        found.sort_by_key(|(_, _, waiting, _)| std::cmp::Reverse(*waiting));
        let (mut workshops, mut offers) = (Vec::new(), Vec::new());
        for (activity, rules, waiting, of_workshop) in found {
            let cells = of_workshop.iter().map(|offer| cell(&names, (activity, rules), offer, &situation)).collect();
            let (workshop, title) = (activity.id.clone(), activity.title.clone());
            workshops.push(WorkshopHalfDays { workshop, title, waiting, minimum: rules.minimum.0, cells });
            offers.push(of_workshop);
        }
        Ok(HalfDaysView { all: all(&offers, &workshops), workshops })
    }
}

/// Returns the cells of all workshops: each opens the workshop for which most are free.
fn all(offers: &[Vec<HalfDayOffer>], workshops: &[WorkshopHalfDays]) -> Vec<HalfDayCell> {
    let shared = together(offers).into_iter().enumerate();
    shared
        .map(|(index, shared)| {
            let best = shared.best.and_then(|best| workshops.get(best)).and_then(|best| best.cells.get(index));
            HalfDayCell {
                slot: shared.slot,
                people: shared.people,
                obstacle: shared.obstacle,
                opening: best.and_then(|cell| cell.opening.clone()),
            }
        })
        .collect()
}

fn cell(
    names: &Names,
    (activity, rules): (&Activity, &Workshop),
    offer: &HalfDayOffer,
    situation: &Situation,
) -> HalfDayCell {
    HalfDayCell {
        slot: offer.slot,
        people: offer.free.len(),
        obstacle: offer.obstacle.clone(),
        opening: (!offer.free.is_empty()).then(|| opening(names, (activity, rules), offer, situation)),
    }
}

fn opening(
    names: &Names,
    (activity, rules): (&Activity, &Workshop),
    offer: &HalfDayOffer,
    situation: &Situation,
) -> Opening {
    let found = place_and_leader(&activity.id, rules, offer.slot, &situation.agenda);
    let places = found.as_ref().map_or(rules.maximum.0, |(_, places, _)| *places);
    let (room, leader) = found.map(|(room, _, leader)| (room, leader)).unzip();
    Opening {
        workshop: activity.id.clone(),
        title: activity.title.clone(),
        kind: match rules.cadence {
            Cadence::Fortnightly(_) => SessionKind::Extra,
            Cadence::WhenEnoughWait => SessionKind::OnDemand,
        },
        slot: offer.slot,
        minimum: rules.minimum.0,
        people: offer.free.iter().take(places).map(|demand| waiting(names, demand)).collect(),
        free: offer.free.len(),
        room,
        leader,
    }
}
