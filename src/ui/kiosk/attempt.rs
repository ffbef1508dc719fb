//! The answer being made to one item, in whatever way the item is answered. It is an answer only when it is complete.

use crate::domain::assessment::{Act, Item, ItemKind, OptionId, Task, TaskState};
use crate::domain::response::{Answer, Missing, Response};

/// One item and what the person has done with it so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pub item: Item,
    pub draft: Draft,
    /// « Je ne sais pas », or what stands for it, is chosen instead.
    pub declined: bool,
}

/// What was touched or typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    Point(Option<f64>),
    Choice(Option<OptionId>),
    Choices(Vec<OptionId>),
    MostLeast(MostLeast),
    Order(Vec<OptionId>),
    /// A number as it is typed.
    Number(String),
    Text(String),
    Task(TaskDraft),
    /// A page is there to be read.
    Page,
}

impl Attempt {
    pub fn new(item: Item) -> Self {
        let draft = Draft::empty(&item.kind);
        Self { item, draft, declined: false }
    }

    /// Makes the attempt that led to a response, to be changed.
    pub fn again(item: Item, response: &Response) -> Self {
        let mut attempt = Self::new(item);
        match response {
            Response::Given(answer) => attempt.draft = Draft::of(answer, &attempt.item.kind),
            Response::Missing(Missing::DoesNotKnow | Missing::PrefersNot) => attempt.declined = true,
            Response::Missing(Missing::NotSeen | Missing::TimeRanOut) => {}
        }
        attempt
    }

    /// Returns the answer, if the item takes what was done so far.
    pub fn answer(&self) -> Option<Answer> {
        if self.declined {
            return self.refusal();
        }
        let answer = match &self.draft {
            Draft::Point(value) => Answer::Point((*value)?),
            Draft::Choice(id) => Answer::Choice(id.clone()?),
            Draft::Choices(ids) if ids.is_empty() => return None,
            Draft::Choices(ids) => {
                let ticked = self.item.kind.options().iter().map(|option| &option.id).filter(|id| ids.contains(id));
                Answer::Choices(ticked.cloned().collect())
            }
            Draft::MostLeast(MostLeast { most, least, .. }) => {
                Answer::MostLeast { most: most.clone()?, least: least.clone()? }
            }
            Draft::Order(ids) => Answer::Order(ids.clone()),
            Draft::Number(typed) => Answer::Number(read_number(typed)?),
            Draft::Text(text) if text.trim().is_empty() => return None,
            Draft::Text(text) => Answer::Text(text.trim().to_owned()),
            Draft::Task(task) => Answer::Acts(task.acts.clone()),
            Draft::Page => Answer::Seen,
        };
        answer.fits(&self.item.kind).is_ok().then_some(answer)
    }

    /// Returns the way of not answering that the item takes; none for a page.
    pub fn refusal(&self) -> Option<Answer> {
        [Answer::DoesNotKnow, Answer::PrefersNot].into_iter().find(|answer| answer.fits(&self.item.kind).is_ok())
    }

    /// Chooses not to answer. Long work is kept, and comes back when it is chosen again.
    pub fn decline(&mut self) {
        match self.draft {
            Draft::Text(_) | Draft::Order(_) | Draft::Task(_) => self.declined = !self.declined,
            Draft::Point(_)
            | Draft::Choice(_)
            | Draft::Choices(_)
            | Draft::MostLeast(_)
            | Draft::Number(_)
            | Draft::Page => {
                self.declined = true;
                self.draft = Draft::empty(&self.item.kind);
            }
        }
    }
}

impl Draft {
    fn empty(kind: &ItemKind) -> Self {
        match kind {
            ItemKind::Likert { .. } => Self::Point(None),
            ItemKind::SingleChoice { .. } => Self::Choice(None),
            ItemKind::MultipleChoice { .. } => Self::Choices(Vec::new()),
            ItemKind::MostLeast { .. } => Self::MostLeast(MostLeast::default()),
            ItemKind::Order { .. } => Self::Order(Vec::new()),
            ItemKind::Number { .. } | ItemKind::Measure { .. } => Self::Number(String::new()),
            ItemKind::FreeText { .. } => Self::Text(String::new()),
            ItemKind::Task(task) => Self::Task(TaskDraft::new(task, Vec::new())),
            // An item on screen is made: what is generated has become a choice or a number.
            ItemKind::Information | ItemKind::Generated(_) => Self::Page,
        }
    }

    fn of(answer: &Answer, kind: &ItemKind) -> Self {
        match (answer, kind) {
            (Answer::Point(value), _) => Self::Point(Some(*value)),
            (Answer::Choice(id), _) => Self::Choice(Some(id.clone())),
            (Answer::Choices(ids), _) => Self::Choices(ids.clone()),
            (Answer::MostLeast { most, least }, _) => Self::MostLeast(MostLeast {
                most: Some(most.clone()),
                least: Some(least.clone()),
                asked: Extreme::Most,
            }),
            (Answer::Order(ids), _) => Self::Order(ids.clone()),
            (Answer::Number(value), _) => Self::Number(value.to_string().replace('.', ",")),
            (Answer::Text(text), _) => Self::Text(text.clone()),
            (Answer::Acts(acts), ItemKind::Task(task)) => Self::Task(TaskDraft::new(task, acts.clone())),
            (Answer::Acts(_) | Answer::Seen | Answer::DoesNotKnow | Answer::PrefersNot, _) => Self::empty(kind),
        }
    }
}

/// The two ends of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Extreme {
    #[default]
    Most,
    Least,
}

/// The most, the least, and which of the two the next touch gives.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MostLeast {
    pub most: Option<OptionId>,
    pub least: Option<OptionId>,
    pub asked: Extreme,
}

impl MostLeast {
    /// Gives the card to the end that is asked, or takes it out when it has it; then asks for the end that is empty.
    pub fn touch(&mut self, id: &OptionId) {
        let (this, other) = match self.asked {
            Extreme::Most => (&mut self.most, &mut self.least),
            Extreme::Least => (&mut self.least, &mut self.most),
        };
        if other.as_ref() == Some(id) {
            *other = None;
        }
        *this = if this.as_ref() == Some(id) { None } else { Some(id.clone()) };
        self.asked = match (&self.most, &self.least) {
            (None, _) => Extreme::Most,
            (Some(_), None) => Extreme::Least,
            (Some(_), Some(_)) => self.asked,
        };
    }
}

/// Puts a card after those that are placed, or takes it out; those after it move up.
pub fn place_or_take(placed: &mut Vec<OptionId>, id: &OptionId) {
    match placed.iter().position(|other| other == id) {
        Some(at) => drop(placed.remove(at)),
        None => placed.push(id.clone()),
    }
}

/// Ticks a box or clears it.
pub fn tick(ticked: &mut Vec<OptionId>, id: &OptionId) {
    place_or_take(ticked, id);
}

/// What was done on simulated screens, and the field that is being typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskDraft {
    pub acts: Vec<Act>,
    pub state: TaskState,
    pub typing: Option<Typing>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    pub field: String,
    pub text: String,
}

impl TaskDraft {
    fn new(task: &Task, acts: Vec<Act>) -> Self {
        match task.play(&acts) {
            Ok(state) => Self { acts, state, typing: None },
            Err(_) => Self { acts: Vec::new(), state: task.begin(), typing: None },
        }
    }

    pub fn touch(&mut self, task: &Task, id: &str) {
        self.act(task, Act::Touch(id.to_owned()));
    }

    pub fn open_field(&mut self, id: &str) {
        let text = self.state.fields.get(id).cloned().unwrap_or_default();
        self.typing = Some(Typing { field: id.to_owned(), text });
    }

    /// Leaves the field: its text is an act when it has changed.
    pub fn leave_field(&mut self, task: &Task) {
        let Some(Typing { field, text }) = self.typing.take() else { return };
        if self.state.fields.get(&field).map_or("", String::as_str) != text {
            self.act(task, Act::Type { field, text });
        }
    }

    fn act(&mut self, task: &Task, act: Act) {
        if task.act(&mut self.state, &act).is_some() {
            self.acts.push(act);
        }
    }
}

/// Reads a typed number: a comma is a point.
pub fn read_number(typed: &str) -> Option<f64> {
    typed.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Choice;

    fn id(name: &str) -> OptionId {
        OptionId(name.to_owned())
    }

    fn attempt(kind: ItemKind) -> Attempt {
        Attempt::new(Item::plain("Q", "Laquelle ?", kind))
    }

    fn options() -> Vec<Choice> {
        ["a", "b", "c"].map(|id| Choice { dimension: Some(id.to_owned()), ..Choice::words(id, id) }).to_vec()
    }

    #[test]
    fn a_comma_is_a_point() {
        assert_eq!(read_number("2,5"), Some(2.5));
        assert_eq!(read_number("2.5"), Some(2.5));
        assert_eq!(read_number(","), None);
        assert_eq!(read_number(""), None);
    }

    #[test]
    fn a_number_outside_the_bounds_makes_no_answer() {
        let kind = ItemKind::Number { correct: Some(9.0), tolerance: 0.0, unit: String::new(), min: 0.0, max: 99.0 };
        let typed = |text: &str| Attempt { draft: Draft::Number(text.to_owned()), ..attempt(kind.clone()) }.answer();
        assert_eq!(typed("12"), Some(Answer::Number(12.0)));
        assert_eq!(typed("120"), None);
    }

    #[test]
    fn the_most_is_asked_first_then_the_least_and_both_can_be_changed() {
        let mut choice = MostLeast::default();
        choice.touch(&id("b"));
        assert_eq!((choice.most.clone(), choice.asked), (Some(id("b")), Extreme::Least));
        choice.touch(&id("b"));
        assert_eq!((choice.most.clone(), choice.least.clone(), choice.asked), (None, Some(id("b")), Extreme::Most));
        choice.touch(&id("a"));
        assert_eq!((choice.most.clone(), choice.least.clone()), (Some(id("a")), Some(id("b"))));
        choice.asked = Extreme::Most;
        choice.touch(&id("c"));
        assert_eq!((choice.most, choice.least), (Some(id("c")), Some(id("b"))));
    }

    #[test]
    fn a_card_touched_again_leaves_the_order_and_the_others_move_up() {
        let mut placed = Vec::new();
        for name in ["c", "a", "b", "a"] {
            place_or_take(&mut placed, &id(name));
        }
        assert_eq!(placed, [id("c"), id("b")]);
        let draft = Draft::Order(placed);
        assert_eq!(Attempt { draft, ..attempt(ItemKind::Order { options: options(), correct: None }) }.answer(), None);
    }

    #[test]
    fn ticked_options_are_given_in_the_order_of_the_item() {
        let kind = ItemKind::MultipleChoice {
            options: options(),
            correct: Vec::new(),
            credit: crate::domain::assessment::Credit::AllOrNothing,
        };
        let mut ticking = attempt(kind);
        assert_eq!(ticking.answer(), None, "nothing ticked is no answer yet");
        ticking.draft = Draft::Choices(vec![id("c"), id("a")]);
        assert_eq!(ticking.answer(), Some(Answer::Choices(vec![id("a"), id("c")])));
    }

    #[test]
    fn not_answering_keeps_a_text_and_forgets_a_choice() {
        let mut text = attempt(ItemKind::FreeText { longest: 40 });
        text.draft = Draft::Text("Bonjour ".to_owned());
        text.decline();
        assert_eq!(text.answer(), Some(Answer::PrefersNot));
        text.decline();
        assert_eq!(text.answer(), Some(Answer::Text("Bonjour".to_owned())));
        let mut choice = attempt(ItemKind::SingleChoice { options: options(), correct: Some(id("a")) });
        choice.draft = Draft::Choice(Some(id("b")));
        choice.decline();
        assert_eq!((choice.draft.clone(), choice.answer()), (Draft::Choice(None), Some(Answer::DoesNotKnow)));
    }

    #[test]
    fn an_answer_given_before_is_there_to_be_changed() {
        let kind = ItemKind::Measure { unit: "s".to_owned(), min: 0.0, max: 60.0 };
        let item = Item::plain("V", "Vitesse", kind);
        let again = Attempt::again(item.clone(), &Response::Given(Answer::Number(4.5)));
        assert_eq!((again.draft.clone(), again.answer()), (Draft::Number("4,5".to_owned()), Some(Answer::Number(4.5))));
        let declined = Attempt::again(item, &Response::Missing(Missing::PrefersNot));
        assert_eq!(declined.answer(), Some(Answer::PrefersNot));
    }
}
