//! A session that is being moved, by the mouse or by keys: nothing is changed before the dialog is confirmed.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};
use eframe::egui::{Key, Modifiers, Ui};

use super::hours::Hours;
use super::lanes::{Lane, Of};
use crate::app::calendar::{BlockOf, BlockView, CalendarView};
use crate::domain::id::{SessionId, StaffId};
use crate::domain::stamp::{Minutes, TimeSlot};
use crate::domain::workshop::SessionRefusal;
use crate::i18n::{Explain, terms};
use crate::tr;
use crate::ui::desk::action::Load;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::move_session::{MoveForm, Moving};
use crate::ui::desk::cx::Cx;

/// Where a session would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub day: NaiveDate,
    pub start: NaiveTime,
    pub room: String,
    pub leader: StaffId,
}

/// What carries it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hand {
    /// The distance from the block's top to where it was taken.
    Mouse(f32),
    Keys,
}

pub struct Carried {
    pub session: SessionId,
    pub title: String,
    pub lasts: Minutes,
    pub hand: Hand,
    pub origin: Spot,
    pub spot: Spot,
    /// What the program was asked last.
    asked: Option<Load>,
}

/// What is known of the spot.
pub enum Answer<'a> {
    Awaited,
    Free,
    Against(&'a [SessionRefusal]),
}

/// What becomes of a session that is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Goes,
    Dropped,
    Abandoned,
}

impl Carried {
    /// Takes a session up where it stands; none of what does not move.
    pub fn of(block: &BlockView, hand: Hand) -> Option<Self> {
        let BlockOf::Session { id, movable: true, .. } = block.what else { return None };
        let (day, start) = (block.slot.day, block.slot.start);
        let spot = Spot { day, start, room: block.room.clone()?, leader: block.leader };
        let (title, lasts) = (block.title.clone(), block.slot.minutes);
        Some(Self { session: id, title, lasts, hand, origin: spot.clone(), spot, asked: None })
    }

    pub fn slot(&self) -> TimeSlot {
        TimeSlot { day: self.spot.day, start: self.spot.start, minutes: self.lasts }
    }

    /// Returns whether it stands in a band now.
    pub fn is_in(&self, lane: &Of) -> bool {
        match lane {
            Of::Room(room) => *room == self.spot.room,
            Of::Leader(leader) => *leader == self.spot.leader,
            Of::Interviews => false,
        }
    }

    /// Gives it the room, or the leader, of a band.
    pub fn enter(&mut self, lane: &Of) {
        match lane {
            Of::Room(room) => self.spot.room.clone_from(room),
            Of::Leader(leader) => self.spot.leader = *leader,
            Of::Interviews => {}
        }
    }

    /// Asks the program about the spot, once for each.
    pub fn ask(&mut self, cx: &mut Cx<'_>) {
        let load = Load::MoveCheck {
            session: self.session,
            slot: self.slot(),
            room: self.spot.room.clone(),
            leader: self.spot.leader,
        };
        if self.asked.as_ref() != Some(&load) {
            cx.look(load.clone());
            self.asked = Some(load);
        }
    }

    pub fn answer<'a>(&self, cx: &Cx<'a>) -> Answer<'a> {
        match &cx.data.move_check {
            Some((load, against)) if Some(load) == self.asked.as_ref() => {
                if against.is_empty() {
                    Answer::Free
                } else {
                    Answer::Against(against)
                }
            }
            _ => Answer::Awaited,
        }
    }

    /// Returns where it would be, in one line.
    pub fn place(&self, calendar: &CalendarView) -> String {
        let leader = calendar.leaders.iter().find(|leader| leader.id == self.spot.leader);
        let leader = leader.map(|leader| leader.name.as_str()).unwrap_or_default();
        let when = terms::slot(self.slot());
        tr!("desk-calendar-spot", when = when, room = self.spot.room.as_str(), leader = leader)
    }

    /// Moves it by the keys that were pressed.
    pub fn follow_keys(&mut self, ui: &Ui, hours: Hours, lanes: &[Lane<'_>]) -> End {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            return End::Abandoned;
        }
        if pressed(Key::Enter) {
            return End::Dropped;
        }
        for (key, steps) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
            if pressed(key) {
                self.spot.start = hours.later(self.spot.start, steps, self.lasts);
            }
        }
        for (key, forwards) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if pressed(key) {
                self.spot.day = working_day(self.spot.day, forwards);
            }
        }
        for (key, forwards) in [(Key::PageUp, false), (Key::PageDown, true)] {
            if pressed(key) {
                self.change_lane(lanes, forwards);
            }
        }
        End::Goes
    }

    fn change_lane(&mut self, lanes: &[Lane<'_>], forwards: bool) {
        let takes: Vec<&Of> = lanes.iter().map(|lane| &lane.of).filter(|of| **of != Of::Interviews).collect();
        let Some(here) = takes.iter().position(|of| self.is_in(of)) else { return };
        let there = if forwards { here.checked_add(1) } else { here.checked_sub(1) };
        if let Some(of) = there.and_then(|there| takes.get(there)) {
            self.enter(of);
        }
    }

    /// Opens the dialog of a move, filled with the spot; nothing when it is where it was.
    pub fn drop_at(self, cx: &mut Cx<'_>) {
        if self.spot == self.origin {
            return;
        }
        let against = match self.answer(cx) {
            Answer::Against(against) => against.iter().map(Explain::explain).collect(),
            Answer::Awaited | Answer::Free => Vec::new(),
        };
        let Some(service) = &cx.data.service else { return };
        let moving =
            Moving { session: self.session, title: self.title.clone(), slot: self.slot(), leader: self.spot.leader };
        let form = MoveForm::towards(moving, &self.spot.room, service, against);
        cx.ask(Ask::MoveSession(form));
    }
}

/// Returns the next day of the working week, or the one before.
fn working_day(day: NaiveDate, forwards: bool) -> NaiveDate {
    let next = |day: NaiveDate| {
        if forwards { day.checked_add_days(Days::new(1)) } else { day.checked_sub_days(Days::new(1)) }.unwrap_or(day)
    };
    let mut day = next(day);
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = next(day);
    }
    day
}
