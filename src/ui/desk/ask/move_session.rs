//! Another day, hour, room or leader for a session; what stands against it is said, and a reason may set it aside.

use chrono::NaiveTime;
use eframe::egui::Ui;

use super::footer;
use super::moment::hours;
use crate::app::agenda::ServiceView;
use crate::app::planning::SessionView;
use crate::domain::id::{SessionId, StaffId};
use crate::domain::stamp::TimeSlot;
use crate::i18n::clock_time;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{Banner, DateField, TextField, Tone, body, muted};

pub struct MoveForm {
    session: SessionId,
    title: String,
    slot: TimeSlot,
    day: DateField,
    start: Option<NaiveTime>,
    rooms: Vec<String>,
    room: Option<usize>,
    leaders: Vec<(StaffId, String)>,
    leader: Option<StaffId>,
    /// What stands against the place where it was dropped, until another one is chosen.
    against: Vec<String>,
    /// Something stood against it once.
    was_refused: bool,
    despite: String,
}

/// A session on its way to another place.
pub struct Moving {
    pub session: SessionId,
    pub title: String,
    pub slot: TimeSlot,
    pub leader: StaffId,
}

impl MoveForm {
    pub fn of(session: &SessionView, service: &ServiceView) -> Self {
        let rooms: Vec<String> = service.rooms.iter().map(|room| room.name.clone()).collect();
        let leaders: Vec<_> = service.leaders.iter().map(|one| (one.staff, one.name.clone())).collect();
        Self {
            session: session.id,
            title: session.title.clone(),
            slot: session.slot,
            day: DateField::new(Some(session.slot.day)),
            start: Some(session.slot.start),
            room: rooms.iter().position(|room| *room == session.room),
            rooms,
            leader: leaders.iter().find(|(_, name)| *name == session.facilitator).map(|(id, _)| *id),
            leaders,
            against: Vec::new(),
            was_refused: false,
            despite: String::new(),
        }
    }

    /// Begins with the place where a session was dropped, and with what stands against it there.
    pub fn towards(moving: Moving, room: &str, service: &ServiceView, against: Vec<String>) -> Self {
        let rooms: Vec<String> = service.rooms.iter().map(|room| room.name.clone()).collect();
        Self {
            session: moving.session,
            title: moving.title,
            slot: moving.slot,
            day: DateField::new(Some(moving.slot.day)),
            start: Some(moving.slot.start),
            room: rooms.iter().position(|name| name == room),
            rooms,
            leader: Some(moving.leader),
            leaders: service.leaders.iter().map(|one| (one.staff, one.name.clone())).collect(),
            was_refused: !against.is_empty(),
            against,
            despite: String::new(),
        }
    }

    /// Shows what stands against the place; choosing another one is asked again.
    fn warn(&mut self, ui: &mut Ui, cx: &Cx<'_>, changed: bool) {
        if changed || cx.trouble.is_some() {
            self.against.clear();
        }
        for why in &self.against {
            Banner::new(Tone::Warning, why).show(ui);
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.title);
        muted(ui, &tr!("desk-move-words"));
        let today = cx.day();
        let starts: Vec<(NaiveTime, String)> =
            hours(Some(self.slot.start)).into_iter().map(|at| (at, clock_time(at))).collect();
        let rooms: Vec<(usize, String)> = self.rooms.iter().cloned().enumerate().collect();
        let mut changed = false;
        side_by_side(ui, 2, |ui, place| {
            changed |= match place {
                0 => self.day.show(ui, &tr!("desk-move-day"), today, None),
                _ => picker(ui, &tr!("desk-move-hour"), &mut self.start, &starts, 180.0),
            };
        });
        side_by_side(ui, 2, |ui, place| {
            changed |= match place {
                0 => picker(ui, &tr!("desk-room"), &mut self.room, &rooms, 260.0),
                _ => picker(ui, &tr!("desk-facilitator"), &mut self.leader, &self.leaders, 260.0),
            };
        });
        self.warn(ui, cx, changed);
        self.was_refused |= cx.trouble.is_some();
        if self.was_refused {
            let help = tr!("desk-clash-despite-help");
            TextField::new(&tr!("desk-clash-despite"), &mut self.despite).help(&help).longest(500).show(ui);
        }
        let room = self.room.and_then(|index| self.rooms.get(index));
        let wish = match (self.day.day(), self.start, room, self.leader) {
            (Some(day), Some(start), Some(room), Some(leader)) => {
                Some((TimeSlot { day, start, ..self.slot }, room.clone(), leader))
            }
            _ => None,
        };
        if footer(ui, cx, &tr!("desk-move-confirm"), wish.is_some())
            && let Some((slot, room, leader)) = wish
        {
            let reason = self.despite.trim();
            let despite = (!reason.is_empty()).then(|| reason.to_owned());
            cx.act(Deed::MoveSession { session: self.session, slot, room, leader, despite });
        }
    }
}
