//! Planning instances and plans as JSON files.
//!
//! Instances (`boussole-sched/1`) name things by texts or whole numbers and count people and sessions from 0. Messages say
//! the file, the place inside it and what was expected there.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};
use serde::Serialize;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::domain::planning::{Candidate, Confirmed, Horizon, Instance, InstanceError, Person, Want};
use crate::domain::stamp::{Availability, Half, HalfDay, Minutes, TimeSlot};
use crate::domain::workshop::{Headcount, SessionKind};

const SCHEMA: &str = "boussole-sched/1";
const WORKING_DAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const DAY_MINUTES: u64 = 24 * 60;

/// Why an instance is not read.
#[derive(Debug, Error)]
pub enum InstanceFileError {
    #[error("{path} cannot be read")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{path}, line {line}, column {column}: not JSON")]
    NotJson { path: PathBuf, line: usize, column: usize },
    #[error("{path}, {place}: {expected:?} expected")]
    Wrong { path: PathBuf, place: String, expected: Expected },
    #[error("{path} does not make an instance")]
    Instance { path: PathBuf, source: InstanceError },
}

/// What stands at a place of a sound file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Schema,
    Object,
    List,
    /// A list of this many.
    ListOf(usize),
    /// A text or a whole number.
    Label,
    WholeNumber,
    Day,
    MinuteOfDay,
    EndAfterStart,
    HalfDay,
    Kind,
    MaximumFromMinimum,
    KnownEquipment,
    /// A number below this.
    Below(usize),
    FirstDayBeforeLast,
}

/// A name of the file: a text or a whole number, written back as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Label {
    Text(String),
    Number(i64),
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Label::Text(text) => text.fmt(f),
            Label::Number(number) => number.fmt(f),
        }
    }
}

/// An instance and the names of its workshops.
#[derive(Debug)]
pub struct NamedInstance {
    pub instance: Instance,
    pub workshops: Vec<Label>,
}

/// A place in the file: what is there, and how one gets there.
#[derive(Clone, Debug)]
struct At<'v> {
    value: &'v Value,
    place: String,
}

type Read<T> = Result<T, (String, Expected)>;

impl<'v> At<'v> {
    fn wrong<T>(&self, expected: Expected) -> Read<T> {
        Err((self.place.clone(), expected))
    }

    fn object(&self) -> Read<&'v Map<String, Value>> {
        self.value.as_object().map_or_else(|| self.wrong(Expected::Object), Ok)
    }

    fn optional(&self, key: &str) -> Read<Option<At<'v>>> {
        let place = if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) };
        Ok(self.object()?.get(key).filter(|value| !value.is_null()).map(|value| At { value, place }))
    }

    fn get(&self, key: &str, expected: Expected) -> Read<At<'v>> {
        let place = if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) };
        self.optional(key)?.ok_or((place, expected))
    }

    fn items(&self) -> Read<Vec<At<'v>>> {
        let Some(items) = self.value.as_array() else { return self.wrong(Expected::List) };
        let item = |(index, value)| At { value, place: format!("{}[{index}]", self.place) };
        Ok(items.iter().enumerate().map(item).collect())
    }

    fn list(&self, key: &str) -> Read<Vec<At<'v>>> {
        self.get(key, Expected::List)?.items()
    }

    fn two(&self) -> Read<[At<'v>; 2]> {
        self.items()?.try_into().or_else(|_| self.wrong(Expected::ListOf(2)))
    }

    fn label(&self) -> Read<Label> {
        match (self.value.as_str(), self.value.as_i64()) {
            (Some(text), _) => Ok(Label::Text(text.to_owned())),
            (None, Some(number)) => Ok(Label::Number(number)),
            (None, None) => self.wrong(Expected::Label),
        }
    }

    fn number(&self) -> Read<u64> {
        // No list of the service holds more than this; a greater number is a mistake that sums would hide.
        self.value.as_u64().filter(|number| *number <= 1_000_000).map_or_else(|| self.wrong(Expected::WholeNumber), Ok)
    }

    fn count(&self) -> Read<usize> {
        usize::try_from(self.number()?).or_else(|_| self.wrong(Expected::WholeNumber))
    }

    fn below(&self, limit: usize) -> Read<usize> {
        let index = self.count()?;
        if index < limit { Ok(index) } else { self.wrong(Expected::Below(limit)) }
    }

    fn day(&self) -> Read<NaiveDate> {
        let text = self.value.as_str().filter(|text| text.len() == "2026-01-31".len());
        text.and_then(|text| text.parse().ok()).map_or_else(|| self.wrong(Expected::Day), Ok)
    }

    fn minute(&self) -> Read<u32> {
        let minute = self.value.as_u64().filter(|minute| *minute <= DAY_MINUTES);
        minute.and_then(|minute| u32::try_from(minute).ok()).map_or_else(|| self.wrong(Expected::MinuteOfDay), Ok)
    }
}

/// Numbers names in the order in which they come.
#[derive(Debug, Default)]
struct Names {
    numbers: BTreeMap<Label, usize>,
    names: Vec<Label>,
}

impl Names {
    fn number(&mut self, name: Label) -> usize {
        let next = self.names.len();
        *self.numbers.entry(name.clone()).or_insert_with(|| {
            self.names.push(name);
            next
        })
    }
}

/// Reads an instance.
///
/// # Errors
/// Returns the first thing that is wrong, with its place.
pub fn read_instance(path: &Path) -> Result<NamedInstance, InstanceFileError> {
    let bytes =
        std::fs::read(path).map_err(|source| InstanceFileError::Unreadable { path: path.to_owned(), source })?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|error| InstanceFileError::NotJson {
        path: path.to_owned(),
        line: error.line(),
        column: error.column(),
    })?;
    let parts = parts(&At { value: &value, place: String::new() })
        .map_err(|(place, expected)| InstanceFileError::Wrong { path: path.to_owned(), place, expected })?;
    let Parts { people, sessions, orders, quantities, confirmed, buffer, horizon, workshops } = parts;
    let instance = Instance::new(people, sessions, orders, quantities, confirmed, buffer, horizon)
        .map_err(|source| InstanceFileError::Instance { path: path.to_owned(), source })?;
    Ok(NamedInstance { instance, workshops })
}

struct Parts {
    people: Vec<Person>,
    sessions: Vec<Candidate>,
    orders: Vec<(usize, usize)>,
    quantities: Vec<usize>,
    confirmed: Vec<Confirmed>,
    buffer: Minutes,
    horizon: Horizon,
    workshops: Vec<Label>,
}

fn parts(root: &At<'_>) -> Read<Parts> {
    root.object()?;
    if let Some(schema) = root.optional("schema")?
        && schema.value.as_str() != Some(SCHEMA)
    {
        return schema.wrong(Expected::Schema);
    }
    let mut workshops = Names::default();
    let mut equipment = Names::default();
    let mut quantities = Vec::new();
    for item in root.list("equipment")? {
        let number = equipment.number(item.get("id", Expected::Label)?.label()?);
        let quantity = item.get("qty", Expected::WholeNumber)?.count()?;
        // The last line about an equipment counts.
        match quantities.get_mut(number) {
            Some(known) => *known = quantity,
            None => quantities.push(quantity),
        }
    }
    let (mut rooms, mut facilitators) = (Names::default(), Names::default());
    let mut sessions = Vec::new();
    for item in root.list("slots")? {
        let mut known = Known {
            workshops: &mut workshops,
            rooms: &mut rooms,
            facilitators: &mut facilitators,
            equipment: &equipment,
        };
        sessions.push(session(&item, &mut known)?);
    }
    let mut people = Vec::new();
    let mut since = Vec::new();
    for item in root.list("participants")? {
        let (person, prescribed) = person(&item, &mut workshops)?;
        people.push(person);
        since.push(prescribed);
    }
    let mut orders = Vec::new();
    for item in root.list("prereq")? {
        let [first, second] = item.two()?;
        orders.push((workshops.number(first.label()?), workshops.number(second.label()?)));
    }
    let mut confirmed = Vec::new();
    for item in root.list("confirmed")? {
        let [person, session] = item.two()?;
        let (person, session) = (person.below(people.len())?, session.below(sessions.len())?);
        let Some(&prescribed) = since.get(person) else { return item.wrong(Expected::Below(people.len())) };
        confirmed.push(Confirmed { person, session, prescribed });
    }
    let buffer = root.get("buffer_min", Expected::MinuteOfDay)?.minute()?;
    let horizon = horizon(root, &sessions)?;
    Ok(Parts {
        people,
        sessions,
        orders,
        quantities,
        confirmed,
        buffer: Minutes(buffer),
        horizon,
        workshops: workshops.names,
    })
}

/// Returns the days of the file, else those of its sessions.
fn horizon(root: &At<'_>, sessions: &[Candidate]) -> Read<Horizon> {
    let days = || sessions.iter().map(|session| session.slot.day);
    let start = root.optional("start")?.map(|start| start.day()).transpose()?;
    let today = start.or(days().min()).unwrap_or(NaiveDate::MIN);
    let mut end = days().max().unwrap_or(today);
    if let (Some(start), Some(weeks)) = (start, root.optional("weeks")?) {
        let written = start.checked_add_signed(TimeDelta::days(7 * weeks.number()? as i64));
        end = end.max(written.map_or_else(|| weeks.wrong(Expected::WholeNumber), Ok)?);
    }
    Ok(Horizon { today, end })
}

struct Known<'n> {
    workshops: &'n mut Names,
    rooms: &'n mut Names,
    facilitators: &'n mut Names,
    equipment: &'n Names,
}

fn session(item: &At<'_>, known: &mut Known<'_>) -> Read<Candidate> {
    let label = |key| item.get(key, Expected::Label)?.label();
    let day = item.get("date", Expected::Day)?.day()?;
    let start = item.get("start", Expected::MinuteOfDay)?.minute()?;
    let end = item.get("end", Expected::MinuteOfDay)?;
    let minutes = match end.minute()?.checked_sub(start) {
        None | Some(0) => return end.wrong(Expected::EndAfterStart),
        Some(minutes) => Minutes(minutes),
    };
    // A start before its end is before midnight.
    let start = NaiveTime::from_num_seconds_from_midnight_opt(start * 60, 0);
    let Some(start) = start else { return end.wrong(Expected::EndAfterStart) };
    let equipment = match item.optional("equipment")? {
        None => None,
        Some(name) => match known.equipment.numbers.get(&name.label()?) {
            Some(&number) => Some(number),
            None => return name.wrong(Expected::KnownEquipment),
        },
    };
    let minimum = item.get("min", Expected::WholeNumber)?.count()?;
    let most = item.get("max", Expected::WholeNumber)?;
    let maximum = most.count()?;
    if maximum < minimum {
        return most.wrong(Expected::MaximumFromMinimum);
    }
    let kind = item.get("kind", Expected::Kind)?;
    Ok(Candidate {
        workshop: known.workshops.number(label("workshop")?),
        slot: TimeSlot { day, start, minutes },
        room: known.rooms.number(label("room")?),
        facilitator: known.facilitators.number(label("animator")?),
        equipment,
        minimum: Headcount(minimum),
        maximum: Headcount(maximum),
        kind: match kind.value.as_str() {
            Some("planned") => SessionKind::Series,
            Some("on_demand") => SessionKind::OnDemand,
            Some("extra") => SessionKind::Extra,
            _ => return kind.wrong(Expected::Kind),
        },
    })
}

fn person(item: &At<'_>, workshops: &mut Names) -> Read<(Person, NaiveDate)> {
    let day = |key| item.get(key, Expected::Day)?.day();
    let (prescribed, earliest, deadline) = (day("prescribed")?, day("earliest")?, day("deadline")?);
    let weekly = item.get("weekly", Expected::ListOf(5))?;
    let days = weekly.items()?;
    if days.len() != WORKING_DAYS.len() {
        return weekly.wrong(Expected::ListOf(5));
    }
    let mut half_days = Vec::new();
    for (day, weekday) in days.iter().zip(WORKING_DAYS) {
        for half in day.items()? {
            let half = match half.value.as_str() {
                Some("am") => Half::Morning,
                Some("pm") => Half::Afternoon,
                _ => return half.wrong(Expected::HalfDay),
            };
            half_days.push(HalfDay { weekday, half });
        }
    }
    let mut absences = Vec::new();
    for absence in item.list("absent")? {
        let [first, last] = absence.two()?;
        let (first, last) = (first.day()?, last.day()?);
        if last < first {
            return absence.wrong(Expected::FirstDayBeforeLast);
        }
        absences.push((first, last));
    }
    let mut wants = Vec::new();
    for demand in item.list("demands")? {
        wants.push(Want { workshop: workshops.number(demand.label()?), prescribed, earliest, deadline });
    }
    let most_per_day = item.get("max_per_day", Expected::WholeNumber)?.count()?;
    Ok((Person { availability: Availability::of(half_days), absences, most_per_day, wants }, prescribed))
}

/// A plan as a file says it.
#[derive(Debug, Serialize)]
pub struct PlanFile {
    pub open: Vec<usize>,
    pub placed: Vec<(usize, usize)>,
    pub proved: bool,
    pub unplaced: Vec<UnplacedLine>,
}

/// A wait that a plan leaves, and why.
#[derive(Debug, Serialize)]
pub struct UnplacedLine {
    pub participant: usize,
    pub workshop: Label,
    pub reason: String,
}

/// Writes a plan; the file appears whole or not at all.
pub fn write_plan(path: &Path, plan: &PlanFile) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(plan)?;
    bytes.push(b'\n');
    let partial = path.with_extension("partiel");
    std::fs::write(&partial, bytes)?;
    std::fs::rename(&partial, path)
}
