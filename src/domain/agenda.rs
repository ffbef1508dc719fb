//! The one engine of clashes: closed days, rooms, staff, equipment and people, for sessions and appointments alike.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};

use super::activity::ActivityId;
use super::calendar::{Calendar, Closed, Days};
use super::id::{AppointmentId, ParticipantId, SessionId, StaffId};
use super::stamp::{Availability, Minutes, TimeSlot};

/// Fewest minutes between two activities of one person.
pub const BREAK: Minutes = Minutes(15);

/// A room of the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub name: String,
    /// How many people sit in it.
    pub places: usize,
}

/// Material that is lent to a session or an appointment, one piece each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipment {
    pub name: String,
    pub quantity: usize,
    /// Between two uses of a piece: cleaning, charging.
    pub reset: Minutes,
}

/// What one member of staff can lead, and when they are away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    pub id: StaffId,
    /// The workshops that they lead; none stands for every one.
    pub leads: Option<BTreeSet<ActivityId>>,
    pub away: Vec<Days>,
}

impl Leader {
    pub fn may_lead(&self, workshop: &ActivityId) -> bool {
        self.leads.as_ref().is_none_or(|leads| leads.contains(workshop))
    }
}

/// When one person comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonTime {
    pub availability: Availability,
    pub away: Vec<Days>,
}

/// What has a slot already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    Session(SessionId),
    Appointment(AppointmentId),
}

/// A slot with all that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    pub holder: Holder,
    pub slot: TimeSlot,
    pub room: Option<String>,
    pub staff: Option<StaffId>,
    pub people: Vec<ParticipantId>,
    pub equipment: Option<String>,
}

/// A slot that somebody would like, with all that it would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub slot: TimeSlot,
    pub room: Option<String>,
    pub staff: Option<StaffId>,
    /// What the member of staff would lead.
    pub workshop: Option<ActivityId>,
    pub people: Vec<ParticipantId>,
    pub equipment: Option<String>,
}

/// One reason why a wish does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    Closed {
        day: NaiveDate,
        why: Closed,
    },
    RoomTaken {
        room: String,
        by: Holder,
    },
    RoomTooSmall {
        room: String,
        places: usize,
        people: usize,
    },
    StaffTaken {
        staff: StaffId,
        by: Holder,
    },
    StaffAway {
        staff: StaffId,
        until: NaiveDate,
    },
    NotTheirWorkshop {
        staff: StaffId,
    },
    /// All pieces are in use, or being made ready.
    EquipmentTaken {
        equipment: String,
        quantity: usize,
    },
    /// The person has something else then, or less than [`BREAK`] before or after.
    PersonTaken {
        participant: ParticipantId,
        by: Holder,
    },
    PersonAway {
        participant: ParticipantId,
        until: NaiveDate,
    },
    /// The person does not come on that half-day of the week.
    NotTheirHalfDay {
        participant: ParticipantId,
    },
}

/// Why what the service has cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ServiceRefusal {
    #[error("a name is needed")]
    NoName,
    #[error("a room holds at least one person")]
    NoPlace,
    #[error("the last day comes before the first")]
    EndsBeforeItBegins,
    #[error("the table of holidays is not readable at line {line}")]
    Holidays { line: usize },
}

/// Everything that takes time, and the rules of those who give it.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    pub calendar: Calendar,
    /// In the order of preference.
    pub leaders: Vec<Leader>,
    rooms: BTreeMap<String, usize>,
    equipment: BTreeMap<String, Equipment>,
    people: BTreeMap<ParticipantId, PersonTime>,
    bookings: Vec<Booking>,
    /// The bookings of each person, as indices.
    of_person: BTreeMap<ParticipantId, Vec<usize>>,
    /// The bookings of each day, as indices.
    of_day: BTreeMap<NaiveDate, Vec<usize>>,
}

impl Agenda {
    pub fn new(calendar: Calendar, rooms: Vec<Room>, equipment: Vec<Equipment>, leaders: Vec<Leader>) -> Self {
        Self {
            calendar,
            leaders,
            rooms: rooms.into_iter().map(|room| (room.name, room.places)).collect(),
            equipment: equipment.into_iter().map(|equipment| (equipment.name.clone(), equipment)).collect(),
            ..Self::default()
        }
    }

    /// Says when a person comes; of somebody unknown every half-day is assumed.
    pub fn add_person(&mut self, id: ParticipantId, time: PersonTime) {
        self.people.insert(id, time);
    }

    pub fn add(&mut self, booking: Booking) {
        let index = self.bookings.len();
        for person in &booking.people {
            self.of_person.entry(*person).or_default().push(index);
        }
        self.of_day.entry(booking.slot.day).or_default().push(index);
        self.bookings.push(booking);
    }

    /// Returns the names of the rooms with their places.
    pub fn rooms(&self) -> impl Iterator<Item = (&str, usize)> {
        self.rooms.iter().map(|(name, places)| (name.as_str(), *places))
    }

    pub fn bookings(&self) -> &[Booking] {
        &self.bookings
    }

    fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Booking> {
        self.of_day.get(&day).into_iter().flatten().filter_map(|index| self.bookings.get(*index))
    }

    /// Returns everything that stands against a wish, without regard to what `but` takes: the booking that moves.
    pub fn clashes(&self, wish: &Wish, but: Option<Holder>) -> Vec<Clash> {
        let mut clashes = Vec::new();
        clashes.extend(self.closed(wish.slot));
        if let Some(room) = &wish.room {
            clashes.extend(self.room_clash(room, wish.slot, wish.people.len(), but));
        }
        if let Some(staff) = wish.staff {
            clashes.extend(self.staff_clash(staff, wish.workshop.as_ref(), wish.slot, but));
        }
        if let Some(equipment) = &wish.equipment {
            clashes.extend(self.equipment_clash(equipment, wish.slot, but));
        }
        clashes.extend(wish.people.iter().filter_map(|person| self.person_clash(*person, wish.slot, but)));
        clashes
    }

    fn closed(&self, slot: TimeSlot) -> Option<Clash> {
        self.calendar.closed_during(slot).map(|why| Clash::Closed { day: slot.day, why })
    }

    /// Returns why a room does not take that many people then. A room that nobody described has places for all.
    pub fn room_clash(&self, room: &str, slot: TimeSlot, people: usize, but: Option<Holder>) -> Option<Clash> {
        let same_room = |booking: &&Booking| booking.room.as_deref() == Some(room);
        let taken = self.on(slot.day).filter(same_room).find(|booking| takes(booking, slot, but));
        if let Some(booking) = taken {
            return Some(Clash::RoomTaken { room: room.to_owned(), by: booking.holder });
        }
        let places = *self.rooms.get(room)?;
        (people > places).then(|| Clash::RoomTooSmall { room: room.to_owned(), places, people })
    }

    /// Returns why a member of staff cannot be there then.
    pub fn staff_clash(
        &self,
        staff: StaffId,
        workshop: Option<&ActivityId>,
        slot: TimeSlot,
        but: Option<Holder>,
    ) -> Option<Clash> {
        if let Some(leader) = self.leaders.iter().find(|leader| leader.id == staff) {
            if let Some(away) = away(&leader.away, slot.day) {
                return Some(Clash::StaffAway { staff, until: away.until });
            }
            if workshop.is_some_and(|workshop| !leader.may_lead(workshop)) {
                return Some(Clash::NotTheirWorkshop { staff });
            }
        }
        let theirs = |booking: &&Booking| booking.staff == Some(staff);
        let taken = self.on(slot.day).filter(theirs).find(|booking| takes(booking, slot, but))?;
        Some(Clash::StaffTaken { staff, by: taken.holder })
    }

    /// Returns who may lead a workshop and is free then, the preferred one first.
    pub fn free_leader(&self, workshop: &ActivityId, slot: TimeSlot) -> Option<StaffId> {
        let ids = self.leaders.iter().map(|leader| leader.id);
        ids.into_iter().find(|id| self.staff_clash(*id, Some(workshop), slot, None).is_none())
    }

    /// Returns whether no piece is left then. Equipment that nobody described is not counted.
    pub fn equipment_clash(&self, name: &str, slot: TimeSlot, but: Option<Holder>) -> Option<Clash> {
        let equipment = self.equipment.get(name)?;
        let with_reset = |slot: TimeSlot| TimeSlot { minutes: Minutes(slot.minutes.0 + equipment.reset.0), ..slot };
        let wanted = with_reset(slot);
        let in_use: Vec<TimeSlot> = self
            .on(slot.day)
            .filter(|booking| Some(booking.holder) != but && booking.equipment.as_deref() == Some(name))
            .map(|booking| with_reset(booking.slot))
            .filter(|used| used.overlaps(wanted))
            .collect();
        // As many as are used together at the start of the wish or of a use during it.
        let starts = in_use.iter().map(|used| used.start.max(wanted.start)).chain([wanted.start]);
        let at_once = |start| in_use.iter().filter(|used| used.start <= start && start < used.end()).count();
        let most = starts.map(at_once).max().unwrap_or(0);
        (most >= equipment.quantity)
            .then(|| Clash::EquipmentTaken { equipment: name.to_owned(), quantity: equipment.quantity })
    }

    /// Returns why a person cannot come then.
    pub fn person_clash(&self, participant: ParticipantId, slot: TimeSlot, but: Option<Holder>) -> Option<Clash> {
        if let Some(time) = self.people.get(&participant) {
            if let Some(away) = away(&time.away, slot.day) {
                return Some(Clash::PersonAway { participant, until: away.until });
            }
            if !time.availability.includes(slot.half_day()) {
                return Some(Clash::NotTheirHalfDay { participant });
            }
        }
        self.person_taken(participant, slot, but)
    }

    /// Returns what else a person has then, or too near.
    pub fn person_taken(&self, participant: ParticipantId, slot: TimeSlot, but: Option<Holder>) -> Option<Clash> {
        let wide = widened(slot);
        let theirs = self.of_person.get(&participant).into_iter().flatten();
        let taken = theirs.filter_map(|index| self.bookings.get(*index)).find(|booking| takes(booking, wide, but))?;
        Some(Clash::PersonTaken { participant, by: taken.holder })
    }

    pub fn is_free(&self, participant: ParticipantId, slot: TimeSlot) -> bool {
        self.person_clash(participant, slot, None).is_none()
    }
}

fn takes(booking: &Booking, slot: TimeSlot, but: Option<Holder>) -> bool {
    Some(booking.holder) != but && booking.slot.overlaps(slot)
}

fn away(away: &[Days], day: NaiveDate) -> Option<Days> {
    away.iter().copied().find(|days| days.contains(day))
}

/// Returns the slot with a [`BREAK`] before and after, inside its day.
fn widened(slot: TimeSlot) -> TimeSlot {
    let (start, wrapped) = slot.start.overflowing_sub_signed(Duration::minutes(i64::from(BREAK.0)));
    let before = if wrapped == 0 { BREAK.0 } else { 0 };
    let start = if wrapped == 0 { start } else { slot.start };
    TimeSlot { start, minutes: Minutes(slot.minutes.0 + before + BREAK.0), ..slot }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, Weekday};
    use uuid::Uuid;

    use super::*;
    use crate::domain::stamp::{Half, HalfDay};

    /// Thursday 3 December 2026.
    fn thursday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, 3).unwrap()
    }

    fn slot(hour: u32, minute: u32, minutes: u32) -> TimeSlot {
        let start = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        TimeSlot { day: thursday(), start, minutes: Minutes(minutes) }
    }

    fn person(n: u128) -> ParticipantId {
        ParticipantId::new(Uuid::from_u128(n))
    }

    fn staff(n: u128) -> StaffId {
        StaffId::new(Uuid::from_u128(n))
    }

    fn session(n: u128) -> Holder {
        Holder::Session(SessionId::new(Uuid::from_u128(n)))
    }

    fn disc() -> ActivityId {
        ActivityId("atelier-style".to_owned())
    }

    fn leader(n: u128) -> Leader {
        Leader { id: staff(n), leads: None, away: Vec::new() }
    }

    /// Two rooms, two headsets, two leaders, and session 1 from 9 h to 11 h with person 1, leader 1 and a headset.
    fn agenda() -> Agenda {
        let rooms =
            vec![Room { name: "Jean Bart".to_owned(), places: 12 }, Room { name: "Dunes".to_owned(), places: 4 }];
        let headsets = vec![Equipment { name: "Casque".to_owned(), quantity: 2, reset: Minutes(15) }];
        let mut agenda = Agenda::new(Calendar::default(), rooms, headsets, vec![leader(1), leader(2)]);
        agenda.add(booking(1, slot(9, 0, 120)));
        agenda
    }

    fn booking(n: u128, slot: TimeSlot) -> Booking {
        Booking {
            holder: session(n),
            slot,
            room: Some("Jean Bart".to_owned()),
            staff: Some(staff(1)),
            people: vec![person(1)],
            equipment: Some("Casque".to_owned()),
        }
    }

    fn wish(slot: TimeSlot) -> Wish {
        Wish { slot, room: None, staff: None, workshop: None, people: Vec::new(), equipment: None }
    }

    #[test]
    fn a_closed_day_takes_nothing() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
        let wish = wish(TimeSlot { day, ..slot(9, 0, 60) });
        let why = Closed::Holiday(crate::domain::calendar::Holiday::Christmas);
        assert_eq!(agenda().clashes(&wish, None), [Clash::Closed { day, why }]);
    }

    #[test]
    fn a_room_holds_one_thing_at_a_time_and_no_more_people_than_places() {
        let agenda = agenda();
        let clash = |room: &str, slot, people| agenda.room_clash(room, slot, people, None);
        let taken = Clash::RoomTaken { room: "Jean Bart".to_owned(), by: session(1) };
        assert_eq!(clash("Jean Bart", slot(10, 30, 60), 6), Some(taken));
        assert_eq!(clash("Jean Bart", slot(11, 0, 60), 12), None);
        let small = Clash::RoomTooSmall { room: "Dunes".to_owned(), places: 4, people: 6 };
        assert_eq!(clash("Dunes", slot(9, 0, 60), 6), Some(small));
    }

    #[test]
    fn who_leads_is_not_in_two_places_nor_away_and_knows_the_workshop() {
        let mut agenda = agenda();
        let taken = Clash::StaffTaken { staff: staff(1), by: session(1) };
        assert_eq!(agenda.staff_clash(staff(1), None, slot(10, 0, 60), None), Some(taken));
        assert_eq!(agenda.free_leader(&disc(), slot(10, 0, 60)), Some(staff(2)));
        agenda.leaders[1].leads = Some(BTreeSet::from([ActivityId("job-labo".to_owned())]));
        assert_eq!(agenda.free_leader(&disc(), slot(10, 0, 60)), None);
        let unknown = Clash::NotTheirWorkshop { staff: staff(2) };
        assert_eq!(agenda.staff_clash(staff(2), Some(&disc()), slot(14, 0, 60), None), Some(unknown));
        agenda.leaders[0].away = vec![Days { from: thursday(), until: thursday() }];
        let away = Clash::StaffAway { staff: staff(1), until: thursday() };
        assert_eq!(agenda.staff_clash(staff(1), None, slot(14, 0, 60), None), Some(away));
    }

    #[test]
    fn the_third_headset_is_missing_until_one_is_cleaned() {
        let mut agenda = agenda();
        agenda.add(booking(2, slot(10, 0, 60)));
        let clash = |slot| agenda.equipment_clash("Casque", slot, None);
        assert!(matches!(clash(slot(10, 0, 30)), Some(Clash::EquipmentTaken { quantity: 2, .. })));
        assert!(clash(slot(11, 10, 30)).is_some(), "both are being cleaned until 11 h 15");
        assert_eq!(clash(slot(11, 15, 30)), None);
    }

    #[test]
    fn two_uses_one_after_the_other_take_one_headset() {
        let mut agenda = agenda();
        agenda.add(booking(2, slot(11, 15, 60)));
        assert_eq!(agenda.equipment_clash("Casque", slot(10, 0, 120), None), None);
    }

    #[test]
    fn a_person_has_a_quarter_of_an_hour_between_two_activities() {
        let agenda = agenda();
        let taken = Some(Clash::PersonTaken { participant: person(1), by: session(1) });
        assert_eq!(agenda.person_clash(person(1), slot(11, 14, 30), None), taken);
        assert_eq!(agenda.person_clash(person(1), slot(11, 15, 30), None), None);
        assert_eq!(agenda.person_clash(person(1), slot(8, 16, 30), None), taken);
        assert_eq!(agenda.person_clash(person(1), slot(8, 15, 30), None), None);
        assert!(agenda.is_free(person(2), slot(10, 0, 60)));
    }

    #[test]
    fn a_person_comes_on_their_half_days_and_not_when_away() {
        let mut agenda = agenda();
        let morning = Availability::of([HalfDay { weekday: Weekday::Thu, half: Half::Morning }]);
        agenda.add_person(person(2), PersonTime { availability: morning, away: Vec::new() });
        let elsewhere = Some(Clash::NotTheirHalfDay { participant: person(2) });
        assert_eq!(agenda.person_clash(person(2), slot(14, 0, 60), None), elsewhere);
        assert!(agenda.is_free(person(2), slot(9, 0, 60)));
        let away = vec![Days { from: thursday(), until: thursday() }];
        agenda.add_person(person(2), PersonTime { availability: morning, away });
        let away = Some(Clash::PersonAway { participant: person(2), until: thursday() });
        assert_eq!(agenda.person_clash(person(2), slot(9, 0, 60), None), away);
    }

    #[test]
    fn what_moves_does_not_stand_in_its_own_way() {
        let moved = Wish {
            room: Some("Jean Bart".to_owned()),
            staff: Some(staff(1)),
            people: vec![person(1)],
            equipment: Some("Casque".to_owned()),
            ..wish(slot(9, 30, 120))
        };
        assert_eq!(agenda().clashes(&moved, Some(session(1))), []);
        assert_eq!(agenda().clashes(&moved, None).len(), 3, "room, leader and person; one headset is left");
    }
}
