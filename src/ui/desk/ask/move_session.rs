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
use crate::ui::widgets::{DateField, TextField, body, muted};

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
    /// Something stood against it once.
    was_refused: bool,
    despite: String,
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
            was_refused: false,
            despite: String::new(),
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.title);
        muted(ui, &tr!("desk-move-words"));
        let today = cx.day();
        let starts: Vec<(NaiveTime, String)> =
            hours(Some(self.slot.start)).into_iter().map(|at| (at, clock_time(at))).collect();
        let rooms: Vec<(usize, String)> = self.rooms.iter().cloned().enumerate().collect();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(self.day.show(ui, &tr!("desk-move-day"), today, None)),
            _ => drop(picker(ui, &tr!("desk-move-hour"), &mut self.start, &starts, 180.0)),
        });
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(picker(ui, &tr!("desk-room"), &mut self.room, &rooms, 260.0)),
            _ => drop(picker(ui, &tr!("desk-facilitator"), &mut self.leader, &self.leaders, 260.0)),
        });
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
