//! Where a person is: the screens with what each needs.

use super::attempt::Attempt;
use super::own_page::OwnPage;
use super::scan::Scan;
use super::warm_up::WarmingUp;
use super::watch::Watch;
use crate::app::kiosk::{ReturnView, SittingView, VisitView};
use crate::domain::assessment::{Item, Section};
use crate::domain::badge::Pictogram;
use crate::domain::response::Answer;
use crate::domain::sitting::Step;

/// One screen. Replacing it forgets all that the last one knew.
pub enum Screen {
    Start(Start),
    /// The window died in the middle of this visit.
    Back(ReturnView),
    Notice(VisitView),
    WarmUp(WarmingUp),
    Today(VisitView),
    Introduction(Introduction),
    Section(Pause),
    Breather(Pause),
    Question(Box<Asking>),
    Correction(Box<Correction>),
    End(End),
    OwnPage(Box<OwnPage>),
    /// The person's own page was closed meanwhile.
    PageClosed(VisitView),
}

impl Screen {
    /// Returns the visit of who is there.
    pub fn visit(&self) -> Option<&VisitView> {
        match self {
            Screen::Start(_) => None,
            Screen::Back(back) => Some(&back.visit),
            Screen::Notice(visit) | Screen::Today(visit) | Screen::PageClosed(visit) => Some(visit),
            Screen::WarmUp(shown) => Some(&shown.visit),
            Screen::Introduction(shown) => Some(&shown.visit),
            Screen::Section(shown) | Screen::Breather(shown) => Some(&shown.visit),
            Screen::Question(asking) => Some(&asking.visit),
            Screen::Correction(shown) => Some(&shown.visit),
            Screen::End(end) => Some(&end.visit),
            Screen::OwnPage(shown) => Some(&shown.visit),
        }
    }

    /// Returns its name in the log.
    pub fn name(&self) -> &'static str {
        match self {
            Screen::Start(_) => "start",
            Screen::Back(_) => "back",
            Screen::Notice(_) => "notice",
            Screen::WarmUp(_) => "warm-up",
            Screen::Today(_) => "today",
            Screen::Introduction(_) => "introduction",
            Screen::Section(_) => "section",
            Screen::Breather(_) => "breather",
            Screen::Question(_) => "question",
            Screen::Correction(_) => "correction",
            Screen::End(_) => "end",
            Screen::OwnPage(_) => "own-page",
            Screen::PageClosed(_) => "page-closed",
        }
    }

    /// Returns the sitting that is under way.
    pub fn sitting(&self) -> Option<&SittingView> {
        match self {
            Screen::Introduction(shown) => Some(&shown.sitting),
            Screen::Section(shown) | Screen::Breather(shown) => Some(&shown.sitting),
            Screen::Question(asking) => Some(&asking.sitting),
            Screen::Correction(shown) => Some(&shown.sitting),
            Screen::Start(_)
            | Screen::Back(_)
            | Screen::Notice(_)
            | Screen::WarmUp(_)
            | Screen::Today(_)
            | Screen::End(_)
            | Screen::OwnPage(_)
            | Screen::PageClosed(_) => None,
        }
    }
}

/// What is said under the code boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeMessage {
    Unknown {
        tries_left: u32,
    },
    NothingToDo,
    /// The same assessment goes on at another station.
    Elsewhere,
}

/// How a person says who they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    #[default]
    Digits,
    Pictures,
}

/// The code being typed, or the badge being touched.
#[derive(Default)]
pub struct Start {
    pub entry: Entry,
    pub code: String,
    pub touched: Vec<Pictogram>,
    pub scan: Scan,
    pub message: Option<CodeMessage>,
    pub blocked: bool,
}

/// What is said before an assessment, page by page.
pub struct Introduction {
    pub visit: VisitView,
    pub sitting: SittingView,
    pub page: usize,
}

/// A page between two questions: a part begins, or it is time to breathe.
pub struct Pause {
    pub visit: VisitView,
    pub sitting: SittingView,
    /// Index of the question before.
    pub from: Option<usize>,
}

impl Pause {
    /// Returns the section of the next question, with its number from 1.
    pub fn section(&self) -> Option<(usize, &Section)> {
        let Step::Question(index) = self.sitting.step else { return None };
        let assessment = &self.sitting.assessment;
        let section = assessment.items().get(index)?.section?;
        Some((section + 1, assessment.sections().get(section)?))
    }
}

/// How far the answer on screen is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Choosing,
    /// On its way to the disk.
    Sending,
    /// On disk; what comes next is shown at this second of the clock.
    Done {
        how: Ended,
        until: f64,
        next: Box<SittingView>,
    },
    /// The disk refused; the answer is still on screen.
    Failed,
}

/// How a question ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Noted,
    TimeUp,
}

/// A question on screen: a practice one, a true one, or an earlier one that lies over it.
pub struct Asking {
    pub visit: VisitView,
    pub sitting: SittingView,
    pub current: Attempt,
    pub revisit: Option<Revisit>,
    pub phase: Phase,
    pub watch: Watch,
    /// What the watch showed when the time was last sent to the disk.
    pub kept_millis: u64,
    /// Its end was asked for because its time is over.
    pub ran_out: bool,
}

/// An earlier question shown again.
pub struct Revisit {
    /// Its place among those that may be changed.
    pub place: usize,
    pub attempt: Attempt,
    /// What the watch showed when it came.
    pub since_millis: u64,
}

/// How much time a question has left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeLeft {
    pub millis: u64,
    /// Share of the whole, from 1 to 0.
    pub share: f32,
    pub visible: bool,
}

impl Asking {
    /// Shows what the sitting has next; none at its end.
    pub fn new(visit: VisitView, sitting: SittingView) -> Option<Self> {
        let current = Attempt::new(sitting.on_screen()?);
        let (phase, watch) = (Phase::Choosing, Watch::default());
        Some(Self { visit, sitting, current, revisit: None, phase, watch, kept_millis: 0, ran_out: false })
    }

    /// Returns the answer being made.
    pub fn attempt(&self) -> &Attempt {
        self.revisit.as_ref().map_or(&self.current, |revisit| &revisit.attempt)
    }

    pub fn attempt_mut(&mut self) -> &mut Attempt {
        match &mut self.revisit {
            Some(revisit) => &mut revisit.attempt,
            None => &mut self.current,
        }
    }

    pub fn is_practice(&self) -> bool {
        matches!(self.sitting.step, Step::Practice(_))
    }

    /// Returns a number that tells one question on screen from the next: what is scrolled or focused is its own.
    pub fn key(&self) -> usize {
        let n_practices = self.sitting.assessment.practices.len();
        let index = match self.sitting.step {
            Step::Practice(index) => index,
            Step::Question(index) => n_practices + index,
            Step::End => n_practices + self.sitting.assessment.items().len(),
        };
        let back = self.revisit.as_ref().map_or(0, |revisit| self.sitting.earlier.len() - revisit.place);
        2 * index + 10_000 * back
    }

    /// Returns the number of the question as the person counts them, from 1.
    pub fn number(&self) -> usize {
        let back = self.revisit.as_ref().map_or(0, |revisit| self.sitting.earlier.len() - revisit.place);
        (self.sitting.n_answered + 1).saturating_sub(back).clamp(1, self.sitting.n_questions.max(1))
    }

    pub fn may_go_back(&self) -> bool {
        !self.is_practice() && self.revisit.as_ref().map_or(self.sitting.earlier.len(), |revisit| revisit.place) > 0
    }

    /// Shows the question before, with its answer.
    pub fn go_back(&mut self) {
        let place = self.revisit.as_ref().map_or(self.sitting.earlier.len(), |revisit| revisit.place);
        let Some(place) = place.checked_sub(1).filter(|_| !self.is_practice()) else { return };
        let Some((index, response)) = self.sitting.earlier.get(place) else { return };
        let Some(item) = self.sitting.item(*index) else { return };
        let attempt = Attempt::again(item, response);
        self.revisit = Some(Revisit { place, attempt, since_millis: self.watch.millis() });
    }

    /// Returns what the current question took, with the time before a restart.
    pub fn took_millis(&self) -> u64 {
        self.sitting.elapsed_millis + self.watch.millis()
    }

    /// Returns the time that the current question has left, where it has a limit.
    pub fn time_left(&self) -> Option<TimeLeft> {
        let clock = self.sitting.clock?;
        let millis = clock.left_millis().saturating_sub(self.watch.millis());
        let share = millis as f32 / clock.allowed_millis.max(1) as f32;
        Some(TimeLeft { millis, share, visible: clock.visible })
    }
}

/// The answer to a practice or training item, and what is said about it.
pub struct Correction {
    pub visit: VisitView,
    pub sitting: SittingView,
    pub item: Item,
    pub said: String,
    pub given: Answer,
    /// Index of the item; none for a practice one.
    pub from: Option<usize>,
}

/// The end of an assessment, or of the day.
pub struct End {
    pub visit: VisitView,
    /// What happens next, as the assessment says it.
    pub words: String,
    /// The visit was read again after the last answer.
    pub fresh: bool,
}
