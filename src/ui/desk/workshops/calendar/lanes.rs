//! The bands of a week: one for each room, or for each who leads, with what is in it.

use crate::app::calendar::{BlockView, CalendarView, LeaderAway};
use crate::domain::id::StaffId;
use crate::tr;

/// Whose time a band shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Room(String),
    /// What takes no room.
    Interviews,
    Leader(StaffId),
}

/// A band.
pub struct Lane<'a> {
    pub of: Of,
    pub title: String,
    pub blocks: Vec<&'a BlockView>,
    pub leader: Option<&'a LeaderAway>,
}

/// Returns the rooms, those that nobody described too, then what takes none.
pub fn rooms(calendar: &CalendarView) -> Vec<Lane<'_>> {
    let mut names: Vec<&str> = calendar.rooms.iter().map(|room| room.name.as_str()).collect();
    for room in calendar.blocks.iter().filter_map(|block| block.room.as_deref()) {
        if !names.contains(&room) {
            names.push(room);
        }
    }
    let lane = |name: &str| Lane {
        of: Of::Room(name.to_owned()),
        title: name.to_owned(),
        blocks: calendar.blocks.iter().filter(|block| block.room.as_deref() == Some(name)).collect(),
        leader: None,
    };
    let mut lanes: Vec<Lane<'_>> = names.into_iter().map(lane).collect();
    lanes.push(Lane {
        of: Of::Interviews,
        title: tr!("desk-calendar-interviews"),
        blocks: calendar.blocks.iter().filter(|block| block.room.is_none()).collect(),
        leader: None,
    });
    lanes
}

/// Returns those who lead.
pub fn leaders(calendar: &CalendarView) -> Vec<Lane<'_>> {
    let of = |id: StaffId| calendar.blocks.iter().filter(move |block| block.leader == id).collect();
    let lane = |leader: &'_ LeaderAway| (Of::Leader(leader.id), leader.name.clone(), of(leader.id));
    let lanes = calendar.leaders.iter().map(|leader| (lane(leader), leader));
    lanes.map(|((of, title, blocks), leader)| Lane { of, title, blocks, leader: Some(leader) }).collect()
}
