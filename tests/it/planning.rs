//! The exact plan: each rule by its name, each reason, and what search, simple rules and complete enumeration say of the same
//! small instances.

mod constraints;
mod enumeration;
#[path = "../benches/peers/milp.rs"]
mod milp;
mod objectives;
mod properties;
mod reasons;
mod rules;
mod year;

use boussole::domain::planning::{
    Candidate, Confirmed, Effort, Horizon, Instance, Level, Objective, Person, Plan, Want,
};
use boussole::domain::stamp::{Availability, Minutes, TimeSlot};
use boussole::domain::workshop::{Headcount, SessionKind};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// Monday 5 January 2026 is day 0.
pub fn day(number: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + TimeDelta::days(number)
}

/// An instance in the making: day 0 is today, people may come from day 1 to day 60, at any half-day, twice a day.
#[derive(Clone, Debug, Default)]
pub struct Service {
    pub people: Vec<Person>,
    pub sessions: Vec<Candidate>,
    pub orders: Vec<(usize, usize)>,
    pub quantities: Vec<usize>,
    pub confirmed: Vec<Confirmed>,
}

pub fn want(workshop: usize) -> Want {
    Want { workshop, prescribed: day(-10), earliest: day(1), deadline: day(60) }
}

/// An on-demand session of two to four people, with a room and a facilitator of its own.
pub fn session(workshop: usize, on: i64, hour: u32, number: usize) -> Candidate {
    Candidate {
        workshop,
        slot: TimeSlot { day: day(on), start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), minutes: Minutes(120) },
        room: number,
        facilitator: number,
        equipment: None,
        minimum: Headcount(2),
        maximum: Headcount(4),
        kind: SessionKind::OnDemand,
    }
}

impl Service {
    /// So many people who wait for the same workshops.
    pub fn waiting(count: usize, workshops: &[usize]) -> Self {
        let wants = workshops.iter().map(|&workshop| want(workshop)).collect();
        let person = Person { availability: Availability::always(), absences: Vec::new(), most_per_day: 2, wants };
        Self { people: vec![person; count], ..Self::default() }
    }

    /// Adds a session; its number is how many there were.
    pub fn with(mut self, workshop: usize, on: i64, hour: u32) -> Self {
        self.sessions.push(session(workshop, on, hour, self.sessions.len()));
        self
    }

    pub fn changed(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn confirm(mut self, person: usize, session: usize) -> Self {
        self.confirmed.push(Confirmed { person, session, prescribed: day(-10) });
        self
    }

    pub fn instance(&self) -> Instance {
        let horizon = Horizon { today: day(0), end: day(30) };
        Instance::new(
            self.people.clone(),
            self.sessions.clone(),
            self.orders.clone(),
            self.quantities.clone(),
            self.confirmed.clone(),
            Minutes(15),
            horizon,
        )
        .unwrap()
    }

    /// The best plan, which breaks no rule and is proved.
    #[track_caller]
    pub fn plan(&self, objective: Objective) -> Plan {
        let instance = self.instance();
        let plan = Plan::search(&instance, objective, None, UNLIMITED);
        assert_eq!(plan.breaches(&instance), []);
        assert!(plan.is_proved(), "{:?}", plan.levels);
        plan
    }

    #[track_caller]
    pub fn placed(&self) -> Vec<(usize, usize)> {
        placed(&self.plan(Objective::PlacedThenWait))
    }
}

pub const UNLIMITED: Effort<'static> = Effort { max_nodes: 100_000, keep_going: &|| true };

pub fn placed(plan: &Plan) -> Vec<(usize, usize)> {
    plan.placed().map(|pair| (pair.person, pair.session)).collect()
}

#[track_caller]
pub fn value(plan: &Plan, level: Level) -> i64 {
    plan.levels.iter().find(|result| result.level == level).unwrap().value
}
