//! From one screen to the next: what actions ask, what replies change, and how everything is forgotten.
//!
//! It knows neither egui nor the worker: tasks wait in a queue, and a reply of an earlier person is dropped.

mod clock;
mod glance;
mod next;
mod own_page;

use std::collections::VecDeque;

use self::glance::Glance;
use super::hearing::Wish;
use super::idle::{Idle, Presence};
use super::requests::{Done, KioskReply, Request};
use super::ruler::Ruler;
use super::screen::{CodeMessage, Ended, Entry, Introduction, Phase, Screen, Start};
use super::warm_up::WarmingUp;
use crate::app::kiosk::{ReturnView, SittingView, StaffCode, VisitView};
use crate::app::{AppError, Refusal};
use crate::domain::comfort::Comfort;
use crate::domain::id::{SittingId, VisitId};
use crate::domain::response::Answer;
use crate::domain::sitting::{Hold, SittingRefusal, Step};
use crate::domain::stamp::Instant;
use crate::domain::visit::{CodeRefusal, WarmUp};
use crate::ui::widgets::Keyboard;

/// Seconds during which « C'est noté » is shown before the next question.
const NOTED_SECS: f64 = 0.8;
/// Seconds during which « Le temps est fini » is shown.
const TIME_UP_SECS: f64 = 2.0;

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
    Confirm(Answer),
    /// Back to the question before.
    GoBack,
    Hear(Wish),
    /// All screens of the person's own page, from this one on.
    HearThrough,
    /// Another screen of the person's own page.
    Turn(usize),
    /// What stands before a question is read: on to it.
    GoOn,
    Pause,
    CallHelp,
    /// On after a pause or a call.
    Resume,
    Open(Overlay),
    CloseOverlay,
    /// What suits the person has changed.
    Suit(Comfort),
    /// The warm-up is done, or left out.
    EndWarmUp(WarmUp),
    WarmUpAgain,
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
    /// The staff code being typed, and why the last one closed nothing.
    StaffCode {
        typed: String,
        refusal: Option<StaffCodeRefusal>,
    },
}

/// Why a staff code closes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffCodeRefusal {
    Wrong,
    /// Too many were wrong: none is looked at before this time.
    Rests {
        until: Instant,
    },
}

/// The whole state of a kiosk.
pub struct Flow {
    pub screen: Screen,
    pub overlay: Option<Overlay>,
    /// How the person here likes the kiosk.
    pub comfort: Comfort,
    /// What the base has of it.
    kept: Comfort,
    /// What was asked of the voice in this frame.
    pub wish: Option<Wish>,
    /// The request that failed, to be tried again.
    pub trouble: Option<Request>,
    pub presence: Presence,
    /// The sitting makes a pause, or waits for the counsellor.
    pub hold: Option<Hold>,
    pub keyboard: Keyboard,
    pub ruler: Ruler,
    /// The staff code was right: the window may close.
    pub closing: bool,
    /// Sent and not answered yet, in order.
    pending: VecDeque<Task>,
    queue: Vec<Task>,
    /// The second of the clock since which the person works without a pause.
    working_since: Option<f64>,
    epoch: u64,
    pub(super) idle: Idle,
    glance: Glance,
}

impl Flow {
    pub fn new() -> Self {
        let mut flow = Self {
            screen: Screen::Start(Start::default()),
            overlay: None,
            comfort: Comfort::default(),
            kept: Comfort::default(),
            wish: None,
            trouble: None,
            presence: Presence::Here,
            hold: None,
            keyboard: Keyboard::default(),
            ruler: Ruler::default(),
            closing: false,
            pending: VecDeque::new(),
            queue: Vec::new(),
            working_since: None,
            epoch: 0,
            idle: Idle::default(),
            glance: Glance::default(),
        };
        flow.ask(Request::Announce);
        flow
    }

    /// Returns whether a request is on its way: buttons wait.
    pub fn is_busy(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Returns whether a request was sent and has no reply yet.
    pub fn is_sent(&self) -> bool {
        self.is_busy() && self.queue.is_empty()
    }

    pub fn take_tasks(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.queue)
    }

    fn ask(&mut self, request: Request) {
        let task = Task { request, epoch: self.epoch };
        self.pending.push_back(task.clone());
        self.queue.push(task);
    }

    /// Forgets the person: what they gave is on disk, nothing of it stays here.
    pub fn lock(&mut self) {
        self.screen = Screen::Start(Start::default());
        self.overlay = None;
        self.comfort = Comfort::default();
        self.kept = Comfort::default();
        self.trouble = None;
        self.presence = Presence::Here;
        self.hold = None;
        self.keyboard = Keyboard::default();
        self.working_since = None;
        self.pending.clear();
        self.epoch += 1;
        self.idle = Idle::default();
        self.glance = Glance::default();
        self.ask(Request::Leave);
    }

    /// The sitting goes on at another station.
    fn go_elsewhere(&mut self) {
        self.lock();
        self.screen = Screen::Start(Start { message: Some(CodeMessage::Elsewhere), ..Start::default() });
    }

    /// Returns whether somebody's data or typing is on screen, so that the clock of absence runs.
    pub fn holds_someone(&self) -> bool {
        match &self.screen {
            // Who waits for the counsellor has nothing to touch, and nothing of them is on screen.
            _ if self.hold == Some(Hold::Help) => false,
            Screen::Start(start) => {
                let plain = self.comfort == Comfort::default() && start.entry == Entry::default();
                let untouched = start.code.is_empty() && start.touched.is_empty();
                self.overlay.is_some() || !untouched || start.message.is_some() || start.blocked || !plain
            }
            _ => true,
        }
    }

    /// Follows the clock: absence, the time of the question, and the end of « C'est noté ».
    pub fn tick(&mut self, now: f64, touched: bool) {
        if self.holds_someone() {
            self.presence = self.idle.look(now, touched);
            if self.presence == Presence::Gone {
                self.lock();
            }
        } else {
            // Who waits for the counsellor is not locked out; how long nobody has touched the screen is known all the same.
            if touched || self.hold.is_none() {
                self.idle.touch(now);
            }
            self.presence = Presence::Here;
        }
        self.run_clock(now);
        if let Screen::Question(asking) = &self.screen
            && let Phase::Done { until, next, .. } = &asking.phase
            && now >= *until
        {
            let next = (**next).clone();
            self.after_question(next, now);
        }
        self.glance_again(now);
    }

    /// Does what a view asked for.
    pub fn apply(&mut self, action: Action, now: f64) {
        match action {
            Action::Ask(request) => self.ask(request),
            Action::Confirm(answer) => self.confirm(answer),
            Action::GoBack => {
                if let Screen::Question(asking) = &mut self.screen {
                    asking.go_back();
                }
            }
            Action::Hear(wish) => {
                self.begin_hearing(&Action::Hear(wish));
                self.wish = Some(wish);
                self.note_listening(wish);
            }
            Action::HearThrough => {
                self.begin_hearing(&Action::HearThrough);
                self.wish = Some(Wish::All);
            }
            Action::Turn(to) => self.turn(to),
            Action::GoOn => self.leave_page(now),
            Action::Pause => self.ask_of_sitting(Request::Pause),
            Action::CallHelp => self.ask_of_sitting(Request::CallHelp),
            Action::Resume => self.ask_of_sitting(Request::Resume),
            Action::Open(overlay) => self.overlay = Some(overlay),
            Action::CloseOverlay => {
                self.overlay = None;
                self.keep_comfort();
            }
            Action::Suit(comfort) => self.comfort = comfort,
            Action::EndWarmUp(how) => self.end_warm_up(how),
            Action::WarmUpAgain => {
                if let Some(visit) = self.screen.visit().cloned() {
                    self.screen = Screen::WarmUp(WarmingUp::new(visit));
                }
            }
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

    /// Opens with what suited the person the last time, unless they have just chosen something else on this screen.
    fn settle_in(&mut self, visit: &VisitView) {
        self.kept = visit.comfort;
        if self.comfort == Comfort::default() {
            self.comfort = visit.comfort;
        }
        self.comfort.means = self.comfort.means.or(visit.comfort.means);
        self.keep_comfort_of(visit.visit);
    }

    fn end_warm_up(&mut self, how: WarmUp) {
        let Screen::WarmUp(shown) = &self.screen else { return };
        let visit = shown.visit.visit;
        self.comfort.means = shown.means().or(self.comfort.means);
        self.kept = self.comfort;
        self.ask(Request::EndWarmUp { visit, how, comfort: self.comfort });
    }

    fn keep_comfort(&mut self) {
        if let Some(visit) = self.screen.visit().map(|visit| visit.visit) {
            self.keep_comfort_of(visit);
        }
    }

    fn keep_comfort_of(&mut self, visit: VisitId) {
        if self.comfort != self.kept {
            self.kept = self.comfort;
            self.ask(Request::KeepComfort { visit, comfort: self.comfort });
        }
    }

    /// Asks something of the sitting on screen; what lies over the screen is done with.
    fn ask_of_sitting(&mut self, request: impl FnOnce(SittingId) -> Request) {
        if let Some(sitting) = self.screen.sitting().map(|sitting| sitting.sitting) {
            self.overlay = None;
            self.ask(request(sitting));
        }
    }

    /// Keeps that the person listens to the question on screen; an example or an earlier question is not counted.
    fn note_listening(&mut self, wish: Wish) {
        let Screen::Question(asking) = &self.screen else { return };
        let counts = matches!(asking.sitting.step, Step::Question(_)) && asking.revisit.is_none();
        if counts && wish != Wish::Silence {
            let (sitting, item) = (asking.sitting.sitting, asking.current.item.id.clone());
            self.ask(Request::Listen { sitting, item });
        }
    }

    fn confirm(&mut self, answer: Answer) {
        let Screen::Question(asking) = &mut self.screen else { return };
        let sitting = asking.sitting.sitting;
        let item = asking.attempt().item.id.clone();
        let request = match (asking.sitting.step, &asking.revisit) {
            (Step::Practice(index), _) => Request::Practise { sitting, index, answer },
            (Step::Question(_), None) => Request::Answer { sitting, item, answer, took_millis: asking.took_millis() },
            (Step::Question(_), Some(revisit)) => {
                let took_millis = asking.watch.millis() - revisit.since_millis;
                Request::Answer { sitting, item, answer, took_millis }
            }
            (Step::End, _) => return,
        };
        asking.phase = Phase::Sending;
        self.ask(request);
    }

    /// Returns a number that changes when a person leaves.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Takes a reply; one made for an earlier person is dropped.
    pub fn receive(&mut self, reply: KioskReply, now: f64) {
        let KioskReply { task, outcome } = reply;
        if task.epoch != self.epoch {
            return;
        }
        if let Request::Glance { .. } = task.request {
            return self.glanced(outcome, now);
        }
        self.pending.pop_front();
        match outcome {
            Ok(done) => self.succeed(&task.request, done, now),
            Err(error) => self.fail(task.request, &error),
        }
    }

    /// The worker is gone: the task failed without a reply.
    pub fn lose(&mut self, task: &Task) {
        let waiting = self.pending.iter().position(|other| other == task);
        if waiting.and_then(|at| self.pending.remove(at)).is_some() {
            self.fail(task.request.clone(), &AppError::NotFound);
        }
    }

    /// Fails the pending tasks when the worker answers no more.
    pub fn lose_pending(&mut self) {
        for task in self.pending.clone() {
            self.lose(&task);
        }
    }

    fn succeed(&mut self, request: &Request, done: Done, now: f64) {
        match done {
            Done::Kept | Done::Announced(None) => {}
            Done::Announced(Some(back)) => self.offer_return(back),
            Done::Visit(visit) => self.show_visit(request, visit),
            Done::Sitting(sitting) => self.show_sitting(request, *sitting, now),
            Done::OwnPage(view) => self.show_own_page(*view),
            Done::StaffCode(StaffCode::Right) => self.closing = true,
            Done::StaffCode(StaffCode::Wrong) => self.refuse_staff_code(StaffCodeRefusal::Wrong),
            Done::StaffCode(StaffCode::Rests { until }) => self.refuse_staff_code(StaffCodeRefusal::Rests { until }),
        }
    }

    fn refuse_staff_code(&mut self, refusal: StaffCodeRefusal) {
        self.overlay = Some(Overlay::StaffCode { typed: String::new(), refusal: Some(refusal) });
    }

    /// Leads back to a visit that a dead window left, unless somebody types already.
    fn offer_return(&mut self, back: ReturnView) {
        if matches!(&self.screen, Screen::Start(start) if start.code.is_empty()) {
            self.screen = Screen::Back(back);
        }
    }

    fn show_visit(&mut self, request: &Request, visit: VisitView) {
        if let (Request::Visit(_), Screen::End(end)) = (request, &mut self.screen) {
            end.visit = visit;
            end.fresh = true;
            return;
        }
        if let Request::EnterCode(_) | Request::EnterBadge(_) = request {
            self.settle_in(&visit);
        }
        let only_one_to_begin =
            visit.left.len() == 1 && visit.own_page.is_none() && visit.left.iter().all(|step| step.answered == 0);
        if !visit.notice_read {
            self.screen = Screen::Notice(visit);
        } else if visit.warm_up_due {
            self.screen = Screen::WarmUp(WarmingUp::new(visit));
        } else if only_one_to_begin && matches!(request, Request::AcknowledgeNotice { .. } | Request::EndWarmUp { .. })
        {
            // The list of a single thing would be one screen too many.
            self.ask(Request::Begin(visit.visit));
            self.screen = Screen::Today(visit);
        } else {
            self.screen = Screen::Today(visit);
        }
    }

    fn show_sitting(&mut self, request: &Request, sitting: SittingView, now: f64) {
        self.hold = sitting.hold;
        match request {
            Request::Practise { index, answer, .. } => self.correct_practice(sitting, *index, answer.clone()),
            Request::Answer { answer, .. } => self.end_question(sitting, Some(answer), now),
            Request::RunOut { .. } => self.end_question(sitting, None, now),
            // The question stays as it was; only the hold has changed.
            Request::Pause(_) | Request::CallHelp(_) => {}
            Request::Resume(_) => self.working_since = Some(now),
            Request::FindPlace(_) | Request::Glance { .. } => self.find_place(sitting, now),
            Request::Announce
            | Request::Leave
            | Request::EnterCode(_)
            | Request::EnterBadge(_)
            | Request::KeepComfort { .. }
            | Request::AcknowledgeNotice { .. }
            | Request::EndWarmUp { .. }
            | Request::Visit(_)
            | Request::Begin(_)
            | Request::Elapse { .. }
            | Request::Listen { .. }
            | Request::ReadOwnPage(_)
            | Request::TurnOwnPage { .. }
            | Request::ListenToOwnPage(_)
            | Request::FinishHearingOwnPage(_)
            | Request::EndOwnPage(_)
            | Request::CheckStaffCode(_) => self.open_sitting(sitting, now),
        }
    }

    /// Shows a sitting that was begun or opened again.
    fn open_sitting(&mut self, sitting: SittingView, now: f64) {
        let Some(visit) = self.screen.visit().cloned() else { return };
        self.working_since = Some(now);
        if is_first_sight(&sitting) {
            self.screen = Screen::Introduction(Introduction { visit, sitting, page: 0 });
        } else {
            self.go_on(visit, sitting, None, now);
        }
    }

    fn fail(&mut self, request: Request, error: &AppError) {
        if let AppError::Refused(refusal) = error {
            match (refusal, &mut self.screen) {
                (Refusal::Code(code), Screen::Start(start)) => return refuse_code(start, code),
                (Refusal::Sitting(SittingRefusal::HeldElsewhere { .. }), _) => return self.go_elsewhere(),
                // The desk has made a pause: the answer waits on screen.
                (Refusal::Sitting(SittingRefusal::OnHold), Screen::Question(asking)) => {
                    asking.phase = Phase::Choosing;
                    self.hold = self.hold.or(Some(Hold::Pause));
                    return;
                }
                (Refusal::OwnPage(_), screen) => {
                    if let Some(visit) = screen.visit().cloned() {
                        self.screen = Screen::PageClosed(visit);
                    }
                    return;
                }
                // Time that comes too late is of a question that is over, and so is listening.
                _ if matches!(request, Request::Elapse { .. } | Request::Listen { .. }) => return,
                // The disk knows better where the person is: the desk has taken the question out, perhaps.
                (
                    Refusal::Sitting(
                        SittingRefusal::Finished | SittingRefusal::NotTheCurrentItem | SittingRefusal::AlreadyAnswered,
                    ),
                    Screen::Question(asking),
                ) => {
                    let sitting = asking.sitting.sitting;
                    return self.ask(Request::FindPlace(sitting));
                }
                _ => {}
            }
        }
        match (&request, &mut self.screen) {
            (Request::Practise { .. } | Request::Answer { .. }, Screen::Question(asking)) => {
                asking.phase = Phase::Failed;
            }
            // The clock is asked again in a moment.
            (Request::RunOut { .. }, Screen::Question(asking)) => asking.phase = Phase::Choosing,
            // What is only counted never stops a person, nor what would only be nicer the next time.
            (
                Request::Elapse { .. }
                | Request::Listen { .. }
                | Request::KeepComfort { .. }
                | Request::TurnOwnPage { .. }
                | Request::ListenToOwnPage(_)
                | Request::FinishHearingOwnPage(_)
                | Request::EndOwnPage(_),
                _,
            ) => {}
            _ => self.trouble = Some(request),
        }
    }
}

fn refuse_code(start: &mut Start, refusal: &CodeRefusal) {
    start.code.clear();
    start.touched.clear();
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
        Step::Question(_) => sitting.n_answered == 0 && sitting.assessment.practices.is_empty(),
        Step::End => false,
    }
}
