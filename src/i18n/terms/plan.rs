//! Why a plan leaves somebody waiting, and what its levels count.

use crate::domain::planning::{Excluded, Instance, Level, Objective, Reason, Resource};
use crate::domain::stamp::TimeSlot;
use crate::i18n::{time_range, weekday_date};
use crate::tr;

/// Returns one sentence for a wait that is not served; `workshop` names a workshop.
pub fn unserved_reason(reason: &Reason, instance: &Instance, workshop: impl Fn(usize) -> String) -> String {
    let when = |session: usize| instance.sessions().get(session).map_or_else(String::new, |found| at(found.slot));
    match *reason {
        Reason::NoSession(excluded) => no_session(excluded),
        Reason::Full { session } => tr!("plan-full", when = when(session)),
        Reason::Taken { session, resource: Resource::Room, .. } => tr!("plan-room-taken", when = when(session)),
        Reason::Taken { session, resource: Resource::Facilitator, .. } => {
            tr!("plan-facilitator-taken", when = when(session))
        }
        Reason::Taken { session, resource: Resource::Equipment, .. } => {
            tr!("plan-equipment-taken", when = when(session))
        }
        Reason::TooFew { session, missing } => tr!("plan-too-few", when = when(session), missing = missing),
        Reason::Before { workshop: first } => tr!("plan-before", workshop = workshop(first)),
        Reason::OwnBooking { session } => tr!("plan-own-booking", when = when(session)),
        Reason::DayIsFull { session } => tr!("plan-day-full", when = when(session)),
    }
}

fn at(slot: TimeSlot) -> String {
    tr!("plan-when", day = weekday_date(slot.day), time = time_range(slot.start, slot.end()))
}

fn no_session(excluded: Excluded) -> String {
    let Excluded { before_notice, after_deadline, half_day, absent } = excluded;
    let causes: Vec<String> = [
        (before_notice > 0).then(|| tr!("plan-cause-notice", n = before_notice)),
        (after_deadline > 0).then(|| tr!("plan-cause-deadline", n = after_deadline)),
        (half_day > 0).then(|| tr!("plan-cause-half-day", n = half_day)),
        (absent > 0).then(|| tr!("plan-cause-absent", n = absent)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if causes.is_empty() { tr!("plan-no-session") } else { tr!("plan-no-possible-session", causes = causes.join(", ")) }
}

/// Returns what an objective looks for, most important first.
pub fn plan_objective(objective: Objective) -> String {
    match objective {
        Objective::PlacedThenWait => tr!("plan-objective-wait"),
        Objective::PlacedThenAge => tr!("plan-objective-age"),
        Objective::CompleteThenAge => tr!("plan-objective-complete"),
    }
}

/// Returns the best value that a level could still have, with what it counts.
pub fn plan_bound(level: Level, bound: i64) -> String {
    match level {
        Level::Complete => tr!("plan-bound-complete", n = bound),
        Level::Placed => tr!("plan-bound-placed", n = bound),
        Level::Wait => tr!("plan-bound-wait", n = bound),
        Level::Age => tr!("plan-bound-age", n = bound),
        Level::Facilitators => tr!("plan-bound-facilitators", n = bound),
        Level::Changes => tr!("plan-bound-changes", n = bound),
    }
}
