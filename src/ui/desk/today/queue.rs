//! What waits, list by list, the most urgent first: how many, a chip to go there, how much room each takes.

use chrono::NaiveDate;
use eframe::egui::{Align, Id, Ui};

use super::follow_up;
use crate::app::people::Stage;
use crate::app::synthesis::SynthesisRow;
use crate::app::today::TodayView;
use crate::domain::delivery::DeliveryState;
use crate::domain::stamp::days_between;
use crate::tr;
use crate::ui::theme::Look;
use crate::ui::widgets::{Tone, count_chip};

/// The most lines of one list; the others are behind its button or counted.
pub(super) const LINES: usize = 4;

/// One list of what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Queue {
    /// Messages that leave in a few minutes, failed, or were not confirmed.
    Mails,
    /// Sessions of past days without their attendance.
    Close,
    /// Referrals whose question is to be asked.
    Questions,
    Interviews,
    Sign,
    Notices,
    Deliver,
    Write,
    Sessions,
    Tell,
    Offers,
    Rebook,
    Prescribe,
    Pools,
    Unsigned,
    Absent,
    Ending,
}

/// In the order of their urgency, when no interview is late and no message leaves.
const ALL: [Queue; 17] = [
    Queue::Mails,
    Queue::Close,
    Queue::Questions,
    Queue::Interviews,
    Queue::Sign,
    Queue::Notices,
    Queue::Deliver,
    Queue::Write,
    Queue::Sessions,
    Queue::Tell,
    Queue::Offers,
    Queue::Rebook,
    Queue::Prescribe,
    Queue::Pools,
    Queue::Unsigned,
    Queue::Absent,
    Queue::Ending,
];

/// Returns the lists that hold something, the most urgent first.
pub(super) fn waiting(today: &TodayView) -> Vec<Queue> {
    ALL.into_iter().filter(|queue| queue.count(today) > 0).collect()
}

/// Returns the syntheses at a stage.
pub(super) fn syntheses(today: &TodayView, stage: Stage) -> Vec<&SynthesisRow> {
    today.syntheses.iter().filter(|row| row.stage == stage).collect()
}

/// Returns how many interviews have waited for too long.
pub(super) fn late_interviews(today: &TodayView) -> usize {
    let is_late = |since: NaiveDate| days_between(since, today.day) > today.interview_within;
    today.to_interview.iter().filter(|file| is_late(file.since)).count()
}

impl Queue {
    pub(super) fn count(self, today: &TodayView) -> usize {
        match self {
            Queue::Mails => today.outbox.len(),
            Queue::Close => today.to_close.len(),
            Queue::Questions => today.to_complete.len(),
            Queue::Interviews => today.to_interview.len(),
            Queue::Sign => syntheses(today, Stage::ToRestitute).len(),
            Queue::Notices => today.notices.len(),
            Queue::Deliver => syntheses(today, Stage::ToDeliver).len(),
            Queue::Write => syntheses(today, Stage::ToSynthesise).len(),
            Queue::Sessions => today.to_do.len(),
            Queue::Tell => follow_up::told_apart(today).len(),
            Queue::Offers => today.offers.len(),
            Queue::Rebook => today.to_rebook.len(),
            Queue::Prescribe => today.to_prescribe.len(),
            Queue::Pools => today.pools.len(),
            Queue::Unsigned => today.unsigned.len(),
            Queue::Absent => today.absent.len(),
            Queue::Ending => today.ending.len(),
        }
    }

    fn words(self) -> String {
        match self {
            Queue::Mails => tr!("desk-chip-mails"),
            Queue::Close => tr!("desk-chip-close"),
            Queue::Questions => tr!("desk-chip-questions"),
            Queue::Interviews => tr!("desk-chip-interviews"),
            Queue::Sign => tr!("desk-chip-sign"),
            Queue::Notices => tr!("desk-chip-notices"),
            Queue::Deliver => tr!("desk-chip-deliver"),
            Queue::Write => tr!("desk-chip-write"),
            Queue::Sessions => tr!("desk-chip-sessions"),
            Queue::Tell => tr!("desk-chip-tell"),
            Queue::Offers => tr!("desk-chip-offers"),
            Queue::Rebook => tr!("desk-chip-rebook"),
            Queue::Prescribe => tr!("desk-chip-prescribe"),
            Queue::Pools => tr!("desk-chip-pools"),
            Queue::Unsigned => tr!("desk-chip-unsigned"),
            Queue::Absent => tr!("desk-chip-absent"),
            Queue::Ending => tr!("desk-chip-ending"),
        }
    }

    /// What cannot wait calls.
    fn tone(self, today: &TodayView) -> Tone {
        let on_its_way = |state: &DeliveryState| !matches!(state, DeliveryState::Sent { .. });
        let calls = match self {
            Queue::Mails => today.outbox.iter().any(|one| on_its_way(&one.state)),
            Queue::Interviews => late_interviews(today) > 0,
            Queue::Close => true,
            Queue::Sign | Queue::Deliver | Queue::Notices | Queue::Write => return Tone::Accent,
            Queue::Sessions
            | Queue::Tell
            | Queue::Offers
            | Queue::Rebook
            | Queue::Prescribe
            | Queue::Pools
            | Queue::Unsigned
            | Queue::Absent
            | Queue::Questions
            | Queue::Ending => false,
        };
        if calls { Tone::Warning } else { Tone::Neutral }
    }

    /// Returns how high the list stands, in lines: its title counts as one and a half.
    fn height(self, today: &TodayView) -> f32 {
        let shown = self.count(today).min(LINES);
        let lines = match self {
            Queue::Pools => self.count(today) * 2,
            Queue::Mails | Queue::Notices => shown * 2,
            Queue::Close
            | Queue::Questions
            | Queue::Interviews
            | Queue::Sign
            | Queue::Deliver
            | Queue::Write
            | Queue::Sessions
            | Queue::Tell
            | Queue::Offers
            | Queue::Rebook
            | Queue::Prescribe
            | Queue::Unsigned
            | Queue::Absent
            | Queue::Ending => shown,
        };
        2.5 + lines as f32
    }
}

/// Shows a chip for each list that holds something; it goes there.
pub(super) fn chips(ui: &mut Ui, today: &TodayView) {
    let waiting = waiting(today);
    if waiting.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = Look::of(ui.ctx()).space.small;
        for queue in waiting {
            let n = queue.count(today);
            if count_chip(ui, queue.tone(today), &queue.words(), n).clicked() {
                ui.data_mut(|data| data.insert_temp(wanted(), queue));
            }
        }
    });
}

fn wanted() -> Id {
    Id::unique("today-wanted-list")
}

/// Draws a list, and scrolls to it when its chip was pressed.
pub(super) fn at(ui: &mut Ui, queue: Queue, content: impl FnOnce(&mut Ui)) {
    let shown = ui.scope(content).response;
    if ui.data(|data| data.get_temp::<Queue>(wanted())) == Some(queue) {
        shown.scroll_to_me(Some(Align::TOP));
        ui.data_mut(|data| data.remove::<Queue>(wanted()));
    }
}

/// Deals the lists to the two columns, each to the one that is shorter so far; the most urgent stand highest.
pub(super) fn dealt(today: &TodayView, leads: bool) -> [Vec<Queue>; 2] {
    let lines = today.appointments.len() + today.sessions.len();
    let now = 2.5 + today.stations.len() as f32 * 1.6 + 2.5 + lines as f32 * 1.3 + if leads { 3.5 } else { 0.0 };
    let (mut columns, mut heights) = ([Vec::new(), Vec::new()], [now, 0.0]);
    for queue in waiting(today) {
        let [left, right] = &mut columns;
        let [at_left, at_right] = &mut heights;
        if at_right <= at_left {
            right.push(queue);
            *at_right += queue.height(today);
        } else {
            left.push(queue);
            *at_left += queue.height(today);
        }
    }
    columns
}
