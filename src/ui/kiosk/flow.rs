//! From one screen to the next: what actions ask, what replies change, and how everything is forgotten.
//!
//! It knows neither egui nor the worker: tasks wait in a queue, and a reply of an earlier person is dropped.

use super::idle::{Idle, Presence};
use super::requests::{Done, KioskReply, Request};
use super::screen::{Asking, CodeMessage, Correction, End, Introduction, Phase, Screen, Start};
use crate::app::kiosk::{SittingView, VisitView};
use crate::app::{AppError, Refusal};
use crate::domain::response::Answer;
use crate::domain::sitting::{SittingRefusal, Step};
use crate::domain::visit::CodeRefusal;
use crate::ui::theme::Appearance;

/// Seconds during which « C'est noté » is shown before the next question.
const NOTED_SECS: f64 = 0.8;

/// A request with the person it was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub request: Request,
    epoch: u64,
}

/// What a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Ask(Request),
    /// The person agrees with the answer on screen.
    Confirm {
        answer: Answer,
        took_millis: u64,
    },
    /// The introduction or the correction is read: on to the questions.
    StartQuestions,
    Open(Overlay),
    CloseOverlay,
    Restyle(Appearance),
    StillHere,
    Retry,
    /// Back to the code; all is forgotten here and kept on disk.
    Leave,
}

/// What lies over the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    Help,
    Display,
    /// The staff code being typed, and whether the last one was wrong.
    StaffCode {
        typed: String,
        wrong: bool,
    },
}

/// The whole state of a kiosk.
pub struct Flow {
    pub screen: Screen,
    pub overlay: Option<Overlay>,
    pub appearance: Appearance,
    /// The request that failed, to be tried again.
    pub trouble: Option<Request>,
    pub presence: Presence,
    /// The staff code was right: the window may close.
    pub closing: bool,
    pending: Option<Task>,
    queue: Vec<Task>,
    epoch: u64,
    pub(super) idle: Idle,
}

impl Flow {
    pub fn new() -> Self {
        let mut flow = Self {
            screen: Screen::Start(Start::default()),
            overlay: None,
            appearance: Appearance::default(),
            trouble: None,
            presence: Presence::Here,
            closing: false,
            pending: None,
            queue: Vec::new(),
            epoch: 0,
            idle: Idle::default(),
        };
        flow.ask(Request::Announce);
        flow
    }

    /// Returns whether a request is on its way: buttons wait.
    pub fn is_busy(&self) -> bool {
        self.pending.is_some()
    }

    /// Returns whether a request was sent and has no reply yet.
    pub fn is_sent(&self) -> bool {
        self.pending.is_some() && self.queue.is_empty()
    }

    pub fn take_tasks(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.queue)
    }

    fn ask(&mut self, request: Request) {
        let task = Task { request, epoch: self.epoch };
        self.pending = Some(task.clone());
        self.queue.push(task);
    }

    /// Forgets the person: what they gave is on disk, nothing of it stays here.
    pub fn lock(&mut self) {
        self.screen = Screen::Start(Start::default());
        self.overlay = None;
        self.appearance = Appearance::default();
        self.trouble = None;
        self.presence = Presence::Here;
        self.pending = None;
        self.epoch += 1;
        self.idle = Idle::default();
        self.ask(Request::Announce);
    }

    /// Returns whether somebody's data or typing is on screen, so that the clock of absence runs.
    pub fn holds_someone(&self) -> bool {
        match &self.screen {
            Screen::Start(start) => {
                let plain = self.appearance == Appearance::default();
                self.overlay.is_some() || !start.code.is_empty() || start.message.is_some() || start.blocked || !plain
            }
            _ => true,
        }
    }

    /// Follows the clock: absence, and the end of « C'est noté ».
    pub fn tick(&mut self, now: f64, touched: bool) {
        if self.holds_someone() {
            self.presence = self.idle.look(now, touched);
            if self.presence == Presence::Gone {
                self.lock();
            }
        } else {
            self.idle.touch(now);
            self.presence = Presence::Here;
        }
        if let Screen::Question(asking) = &self.screen
            && let Phase::Noted { until, next } = &asking.phase
            && now >= *until
        {
            let (visit, next) = (asking.visit.clone(), next.clone());
            self.go_on(visit, next);
        }
    }

    /// Does what a view asked for.
    pub fn apply(&mut self, action: Action, now: f64) {
        match action {
            Action::Ask(request) => self.ask(request),
            Action::Confirm { answer, took_millis } => self.confirm(answer, took_millis),
            Action::StartQuestions => self.start_questions(),
            Action::Open(overlay) => self.overlay = Some(overlay),
            Action::CloseOverlay => self.overlay = None,
            Action::Restyle(appearance) => self.appearance = appearance,
            Action::StillHere => {
                self.idle.touch(now);
                self.presence = Presence::Here;
            }
            Action::Retry => {
                if let Some(request) = self.trouble.take() {
                    self.ask(request);
                }
            }
            Action::Leave => self.lock(),
        }
    }

    fn confirm(&mut self, answer: Answer, took_millis: u64) {
        let Screen::Question(asking) = &mut self.screen else { return };
        let sitting = asking.sitting.sitting;
        let request = match (asking.sitting.step, asking.item()) {
            (Step::Practice(index), _) => Request::Practise { sitting, index, answer },
            (_, Some((_, item))) => Request::Answer { sitting, item: item.id, answer, took_millis },
            (_, None) => return,
        };
        asking.phase = Phase::Sending;
        self.ask(request);
    }

    fn start_questions(&mut self) {
        let (visit, sitting) = match &self.screen {
            Screen::Introduction(shown) => (shown.visit.clone(), shown.sitting.clone()),
            Screen::Correction(shown) => (shown.visit.clone(), shown.sitting.clone()),
            _ => return,
        };
        self.go_on(visit, sitting);
    }

    /// Shows what the sitting has next.
    fn go_on(&mut self, visit: VisitView, sitting: SittingView) {
        self.screen = match sitting.step {
            Step::Practice(_) | Step::Question(_) => Screen::Question(Asking::new(visit, sitting)),
            Step::End => {
                self.ask(Request::Visit(visit.visit));
                Screen::End(End { visit, words: sitting.assessment.instructions.end.clone(), fresh: false })
            }
        };
    }

    /// Takes a reply; one made for an earlier person is dropped.
    pub fn receive(&mut self, reply: KioskReply, now: f64) {
        let KioskReply { task, outcome } = reply;
        if task.epoch != self.epoch {
            return;
        }
        self.pending = None;
        match outcome {
            Ok(done) => self.succeed(&task.request, done, now),
            Err(error) => self.fail(task.request, &error),
        }
    }

    /// The worker is gone: the task failed without a reply.
    pub fn lose(&mut self, task: &Task) {
        if self.pending.take().is_some() {
            self.fail(task.request.clone(), &AppError::NotFound);
        }
    }

    /// Fails the pending task when the worker answers no more.
    pub fn lose_pending(&mut self) {
        if let Some(task) = self.pending.clone() {
            self.lose(&task);
        }
    }

    fn succeed(&mut self, request: &Request, done: Done, now: f64) {
        match done {
            Done::Announced => {}
            Done::Visit(visit) => self.show_visit(request, visit),
            Done::Sitting(sitting) => self.show_sitting(request, sitting, now),
            Done::StaffCode { right: true } => self.closing = true,
            Done::StaffCode { right: false } => {
                self.overlay = Some(Overlay::StaffCode { typed: String::new(), wrong: true });
            }
        }
    }

    fn show_visit(&mut self, request: &Request, visit: VisitView) {
        if let (Request::Visit(_), Screen::End(end)) = (request, &mut self.screen) {
            end.visit = visit;
            end.fresh = true;
            return;
        }
        let only_one_to_begin = visit.left.len() == 1 && visit.left.iter().all(|step| step.answered == 0);
        if !visit.notice_read {
            self.screen = Screen::Notice(visit);
        } else if only_one_to_begin && matches!(request, Request::AcknowledgeNotice { .. }) {
            // The list of a single thing would be one screen too many.
            self.ask(Request::Begin(visit.visit));
            self.screen = Screen::Today(visit);
        } else {
            self.screen = Screen::Today(visit);
        }
    }

    fn show_sitting(&mut self, request: &Request, sitting: SittingView, now: f64) {
        let visit = match &self.screen {
            Screen::Today(visit) | Screen::Notice(visit) => visit.clone(),
            Screen::End(end) => end.visit.clone(),
            Screen::Question(asking) => asking.visit.clone(),
            Screen::Introduction(shown) => shown.visit.clone(),
            Screen::Correction(shown) => shown.visit.clone(),
            Screen::Start(_) => return,
        };
        match request {
            Request::Practise { index, answer, .. } => {
                let (practised, given) = (*index, Some(answer.clone()));
                self.screen = Screen::Correction(Correction { visit, sitting, practised, given });
            }
            Request::Answer { .. } => {
                if let Screen::Question(asking) = &mut self.screen {
                    asking.phase = Phase::Noted { until: now + NOTED_SECS, next: sitting };
                }
            }
            _ if is_first_sight(&sitting) => {
                self.screen = Screen::Introduction(Introduction { visit, sitting, page: 0 });
            }
            _ => self.go_on(visit, sitting),
        }
    }

    fn fail(&mut self, request: Request, error: &AppError) {
        if let AppError::Refused(refusal) = error {
            match (refusal, &mut self.screen) {
                (Refusal::Code(code), Screen::Start(start)) => return refuse_code(start, code),
                (Refusal::Sitting(SittingRefusal::HeldElsewhere { .. }), _) => {
                    self.lock();
                    self.screen = Screen::Start(Start { message: Some(CodeMessage::Elsewhere), ..Start::default() });
                    return;
                }
                // The disk knows better where the person is.
                (
                    Refusal::Sitting(
                        SittingRefusal::Finished | SittingRefusal::NotTheCurrentItem | SittingRefusal::AlreadyAnswered,
                    ),
                    Screen::Question(asking),
                ) => {
                    let visit = asking.visit.visit;
                    return self.ask(Request::Begin(visit));
                }
                _ => {}
            }
        }
        match (&request, &mut self.screen) {
            (Request::Practise { .. } | Request::Answer { .. }, Screen::Question(asking)) => {
                asking.phase = Phase::Failed;
            }
            _ => self.trouble = Some(request),
        }
    }
}

fn refuse_code(start: &mut Start, refusal: &CodeRefusal) {
    start.code.clear();
    match refusal {
        CodeRefusal::Unknown { tries_left: 0 } | CodeRefusal::StationBlocked => start.blocked = true,
        CodeRefusal::Unknown { tries_left } => {
            start.message = Some(CodeMessage::Unknown { tries_left: *tries_left });
        }
        CodeRefusal::NotSixDigits => start.message = None,
        CodeRefusal::NothingToDo => start.message = Some(CodeMessage::NothingToDo),
    }
}

/// Returns whether nothing of the sitting was done: it is introduced first.
fn is_first_sight(sitting: &SittingView) -> bool {
    match sitting.step {
        Step::Practice(index) => index == 0,
        Step::Question(index) => index == 0 && sitting.assessment.practices.is_empty(),
        Step::End => false,
    }
}
