//! What the kiosk asks of the program: the one file that calls [`App`], so that a hub's client can take its place.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::flow::{Flow, Task};
use crate::app::kiosk::{ReturnView, SittingView, StaffCode, VisitView};
use crate::app::own_page::OwnPageView;
use crate::app::{App, AppError};
use crate::domain::assessment::ItemId;
use crate::domain::badge::PictureBadge;
use crate::domain::comfort::Comfort;
use crate::domain::id::{SittingId, VisitId};
use crate::domain::response::Answer;
use crate::domain::sitting::{Hold, Step};
use crate::domain::visit::WarmUp;
use crate::ui::worker::Worker;

/// One thing to ask. It is kept while it runs, so that it can be asked again when it fails.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// The station is there: does a visit go on at it?
    Announce,
    /// Nobody is there any more.
    Leave,
    EnterCode(String),
    EnterBadge(PictureBadge),
    /// How the person likes the kiosk, for their next visits too.
    KeepComfort {
        visit: VisitId,
        comfort: Comfort,
    },
    AcknowledgeNotice {
        visit: VisitId,
        text: String,
    },
    EndWarmUp {
        visit: VisitId,
        how: WarmUp,
        comfort: Comfort,
    },
    Visit(VisitId),
    Begin(VisitId),
    Practise {
        sitting: SittingId,
        index: usize,
        answer: Answer,
    },
    Answer {
        sitting: SittingId,
        item: ItemId,
        answer: Answer,
        took_millis: u64,
    },
    /// The time of the question is over.
    RunOut {
        sitting: SittingId,
        item: ItemId,
        took_millis: u64,
    },
    /// How long the question has been on screen.
    Elapse {
        sitting: SittingId,
        item: ItemId,
        took_millis: u64,
    },
    /// The voice reads the question.
    Listen {
        sitting: SittingId,
        item: ItemId,
    },
    Pause(SittingId),
    CallHelp(SittingId),
    Resume(SittingId),
    /// What has the desk changed meanwhile? It knows what is shown.
    Glance {
        sitting: SittingId,
        step: Step,
        hold: Option<Hold>,
    },
    /// The question on screen is over: where does the sitting stand?
    FindPlace(SittingId),
    /// The person's own page, where they left it.
    ReadOwnPage(VisitId),
    TurnOwnPage {
        visit: VisitId,
        screen: usize,
    },
    /// The voice reads a screen of it, or all.
    ListenToOwnPage(VisitId),
    /// Every sentence of it was said to its end.
    FinishHearingOwnPage(VisitId),
    EndOwnPage(VisitId),
    CheckStaffCode(String),
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// The visit that goes on at the station, when its window died.
    Announced(Option<ReturnView>),
    Visit(VisitView),
    Sitting(Box<SittingView>),
    OwnPage(Box<OwnPageView>),
    /// What needs no reply is on disk.
    Kept,
    StaffCode(StaffCode),
}

/// The outcome of one task; the flow drops it when the person has left meanwhile.
pub struct KioskReply {
    pub task: Task,
    pub outcome: Result<Done, AppError>,
}

/// Whether the reply that comes next shows nothing: then it is worth no frame.
#[derive(Clone, Default)]
pub(super) struct Silence(Arc<AtomicBool>);

impl Silence {
    fn keep(&self, outcome: &Result<Done, AppError>, request: &Request) {
        let same = match (request, outcome) {
            (Request::Glance { step, hold, .. }, Ok(Done::Sitting(seen))) => seen.step == *step && seen.hold == *hold,
            _ => false,
        };
        self.0.store(same, Ordering::Release);
    }

    /// Returns whether the reply that came shows nothing.
    pub(super) fn is_kept(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Sends the tasks that the flow has queued.
pub(super) fn send_queued(worker: &Worker<App, KioskReply>, flow: &mut Flow, station: &str, silence: &Silence) {
    for task in flow.take_tasks() {
        let station = station.to_owned();
        let (kept, silence) = (task.clone(), silence.clone());
        let queued = worker.send(move |app| {
            let outcome = run(app, &station, &kept.request);
            silence.keep(&outcome, &kept.request);
            KioskReply { outcome, task: kept }
        });
        if !queued {
            flow.lose(&task);
        }
    }
}

fn sitting(view: SittingView) -> Done {
    Done::Sitting(Box::new(view))
}

fn run(app: &mut App, station: &str, request: &Request) -> Result<Done, AppError> {
    match request {
        Request::Announce => {
            app.announce_station(station)?;
            app.visit_to_return_to(station).map(Done::Announced)
        }
        Request::Leave => app.leave_station(station).map(|()| Done::Kept),
        Request::EnterCode(code) => app.enter_code(station, code).map(Done::Visit),
        Request::EnterBadge(badge) => app.enter_badge(station, badge).map(Done::Visit),
        Request::KeepComfort { visit, comfort } => app.keep_comfort(station, *visit, comfort).map(|()| Done::Kept),
        Request::AcknowledgeNotice { visit, text } => app.acknowledge_notice(station, *visit, text).map(Done::Visit),
        Request::EndWarmUp { visit, how, comfort } => app.end_warm_up(station, *visit, *how, comfort).map(Done::Visit),
        Request::Visit(visit) => app.visit(*visit).map(Done::Visit),
        Request::Begin(visit) => app.begin_or_resume(station, *visit).map(sitting),
        Request::Practise { sitting: id, index, answer } => {
            app.practise(station, *id, *index, answer.clone()).map(sitting)
        }
        Request::Answer { sitting: id, item, answer, took_millis } => {
            app.answer(station, *id, item, answer.clone(), *took_millis).map(sitting)
        }
        Request::RunOut { sitting: id, item, took_millis } => {
            app.run_out(station, *id, item, *took_millis).map(sitting)
        }
        Request::Elapse { sitting: id, item, took_millis } => {
            app.elapse(station, *id, item, *took_millis).map(|_| Done::Kept)
        }
        Request::Listen { sitting: id, item } => app.listen(station, *id, item).map(|_| Done::Kept),
        Request::Pause(id) => app.pause_sitting(station, *id).map(sitting),
        Request::CallHelp(id) => app.call_help(station, *id).map(sitting),
        Request::Resume(id) => app.resume_sitting(station, *id).map(sitting),
        Request::Glance { sitting: id, .. } | Request::FindPlace(id) => app.sitting(station, *id).map(sitting),
        Request::ReadOwnPage(visit) => app.read_own_page(station, *visit).map(|view| Done::OwnPage(Box::new(view))),
        Request::TurnOwnPage { visit, screen } => app.turn_own_page(station, *visit, *screen).map(|()| Done::Kept),
        Request::ListenToOwnPage(visit) => app.listen_to_own_page(station, *visit).map(|()| Done::Kept),
        Request::FinishHearingOwnPage(visit) => app.finish_hearing_own_page(station, *visit).map(|()| Done::Kept),
        Request::EndOwnPage(visit) => app.end_own_page(station, *visit).map(|()| Done::Kept),
        Request::CheckStaffCode(code) => app.try_staff_code(station, code).map(Done::StaffCode),
    }
}
