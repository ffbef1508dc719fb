//! How a sitting goes on: what is asked next, how long it may take, and where it begins again after a stop.

use boussole::domain::assessment::{
    About, Access, Assessment, AssessmentId, Choice, Comparison, Condition, Conduct, Content, Edition, Frame,
    Instructions, Item, ItemId, ItemKind, Joined, Latitude, Mode, OptionId, Point, QualityRules, ReadingLevel,
    Relation, Restitution, Resume, Section, Status, TimeLimit,
};
use boussole::domain::person::ExtraTime;
use boussole::domain::response::{Answer, Missing, Response};
use boussole::domain::sitting::{Channel, Event, Hold, Sitting, SittingRefusal, Step};

const SEED: u64 = 7;

fn likert(id: &str) -> Item {
    let point = |value| Point { value, label: value.to_string(), pictogram: String::new() };
    Item::plain(id, id, ItemKind::Likert { points: [1.0, 2.0, 3.0].map(point).to_vec(), by_observer: false })
}

fn yes_or_no(id: &str) -> Item {
    let options = ["oui", "non"].map(|id| Choice::words(id, id)).to_vec();
    Item::plain(id, id, ItemKind::SingleChoice { options, correct: None })
}

fn limited(id: &str, seconds: u32) -> Item {
    Item { time_limit: Some(TimeLimit { seconds, visible: true }), ..likert(id) }
}

fn shown_if(item: Item, earlier: &str, value: &str) -> Item {
    let comparison =
        Comparison { item: ItemId(earlier.to_owned()), relation: Relation::Equal, value: value.to_owned() };
    Item { shown_if: Some(Condition { joined: Joined::All, comparisons: vec![comparison] }), ..item }
}

fn section(id: &str, seconds: Option<u32>) -> Section {
    Section { id: id.to_owned(), title: id.to_owned(), instruction: String::new(), seconds, is_training: false }
}

fn assessment(conduct: Conduct, sections: Vec<Section>, items: Vec<Item>) -> Assessment {
    let frame = Frame {
        edition: Edition {
            id: AssessmentId("essai".to_owned()),
            version: "1.0.0".to_owned(),
            content_hash: String::new(),
        },
        about: About {
            title: "Essai".to_owned(),
            subtitle: String::new(),
            purpose: String::new(),
            in_path: None,
            minutes: 5,
            status: Status::Pilot,
            mode: Mode::Alone,
            reading: ReadingLevel::EasyToRead,
            licence: "projet".to_owned(),
            source: "essai".to_owned(),
            sensitive: false,
        },
        instructions: Instructions::default(),
        conduct,
        access: Access::default(),
        quality: QualityRules::default(),
        restitution: Restitution::default(),
    };
    Assessment::new(frame, Content { sections, items, ..Content::default() }).unwrap()
}

/// A sitting with all that was recorded.
struct Taken {
    assessment: Assessment,
    sitting: Sitting,
    events: Vec<Event>,
}

fn room() -> Channel {
    Channel::Station("A".to_owned())
}

impl Taken {
    fn begin(assessment: Assessment, extra_time: ExtraTime) -> Self {
        let (sitting, began) = Sitting::begin(SEED, room(), extra_time);
        Self { assessment, sitting, events: vec![began] }
    }

    fn record(&mut self, events: Result<Vec<Event>, SittingRefusal>) -> &mut Self {
        for event in events.unwrap() {
            self.sitting.apply(&self.assessment, &event);
            self.events.push(event);
        }
        // Whatever happened, the events alone tell it.
        assert_eq!(Sitting::replay(&self.assessment, SEED, &self.events).as_ref(), Ok(&self.sitting));
        self
    }

    fn give(&mut self, item: &str, answer: Answer, took_millis: u64) -> &mut Self {
        let item = ItemId(item.to_owned());
        let events = self.sitting.answer(&self.assessment, &room(), &item, answer, took_millis);
        self.record(events)
    }

    fn point(&mut self, item: &str) -> &mut Self {
        self.give(item, Answer::Point(2.0), 1_000)
    }

    fn choose(&mut self, item: &str, option: &str) -> &mut Self {
        self.give(item, Answer::Choice(OptionId(option.to_owned())), 1_000)
    }

    fn run_out(&self, item: &str, took_millis: u64) -> Result<Vec<Event>, SittingRefusal> {
        self.sitting.run_out(&self.assessment, &room(), &ItemId(item.to_owned()), took_millis)
    }

    fn on_screen(&self) -> &str {
        match self.sitting.step(&self.assessment) {
            Step::Question(index) => &self.assessment.items()[index].id.0,
            Step::Practice(_) | Step::End => "",
        }
    }

    fn allowed(&self, item: &str) -> Option<u64> {
        let item = self.assessment.item(&ItemId(item.to_owned())).unwrap();
        self.sitting.clock(&self.assessment, item).map(|clock| clock.left_millis())
    }

    fn response(&self, item: &str) -> Option<Response> {
        self.sitting.responses(&self.assessment).remove(&ItemId(item.to_owned()))
    }
}

fn branched() -> Taken {
    let items = vec![yes_or_no("SUITE"), shown_if(likert("A"), "SUITE", "oui"), likert("B")];
    Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None)
}

#[test]
fn an_answer_leads_to_its_branch() {
    let mut taken = branched();
    assert_eq!(taken.choose("SUITE", "oui").on_screen(), "A");
    assert_eq!(taken.sitting.n_questions(&taken.assessment), 3);
}

#[test]
fn what_an_answer_leaves_out_is_neither_asked_nor_missing() {
    let mut taken = branched();
    assert_eq!(taken.choose("SUITE", "non").on_screen(), "B");
    assert!(taken.point("B").sitting.is_finished());
    assert_eq!(taken.response("A"), None);
    assert_eq!(taken.sitting.responses(&taken.assessment).len(), 2);
}

#[test]
fn an_answer_that_is_changed_leads_to_the_other_branch_and_keeps_what_was_given() {
    let conduct = Conduct { back: Latitude::Always, ..Conduct::default() };
    let items = vec![yes_or_no("SUITE"), shown_if(likert("A"), "SUITE", "oui"), likert("B"), likert("C")];
    let mut taken = Taken::begin(assessment(conduct, Vec::new(), items), ExtraTime::None);
    taken.choose("SUITE", "oui").point("A").choose("SUITE", "non");
    assert_eq!(taken.on_screen(), "B");
    assert_eq!(taken.response("A"), None, "the branch is left");
    assert_eq!(taken.choose("SUITE", "oui").on_screen(), "B", "A was answered already");
    assert_eq!(taken.response("A"), Some(Answer::Point(2.0).response()));
}

#[test]
fn a_changed_answer_that_leaves_nothing_to_ask_finishes_the_sitting() {
    let conduct = Conduct { back: Latitude::Always, ..Conduct::default() };
    let items = vec![yes_or_no("SUITE"), shown_if(likert("A"), "SUITE", "oui"), shown_if(likert("B"), "SUITE", "oui")];
    let mut taken = Taken::begin(assessment(conduct, Vec::new(), items), ExtraTime::None);
    taken.choose("SUITE", "oui").point("A").choose("SUITE", "non");
    assert!(taken.sitting.is_finished());
    assert_eq!(taken.sitting.responses(&taken.assessment).len(), 1);
}

#[test]
fn the_time_of_an_item_is_stretched_by_the_extra_time_of_the_person() {
    let left = |extra_time| {
        Taken::begin(assessment(Conduct::default(), Vec::new(), vec![limited("A", 60), likert("B")]), extra_time)
            .allowed("A")
    };
    assert_eq!(left(ExtraTime::None), Some(60_000));
    assert_eq!(left(ExtraTime::Third), Some(79_800));
    assert_eq!(left(ExtraTime::Half), Some(90_000));
    assert_eq!(left(ExtraTime::Unlimited), None);
}

#[test]
fn an_item_ends_when_its_time_is_over_and_not_before() {
    let items = vec![limited("A", 60), likert("B")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    assert_eq!(taken.run_out("A", 40_000), Err(SittingRefusal::TimeIsLeft));
    assert_eq!(taken.run_out("B", 90_000), Err(SittingRefusal::NotTheCurrentItem));
    let over = taken.run_out("A", 60_000);
    assert_eq!(taken.record(over).on_screen(), "B");
    assert_eq!(taken.response("A"), Some(Response::Missing(Missing::TimeRanOut)));
    let twice = taken.run_out("A", 60_000);
    assert_eq!(twice, Ok(Vec::new()));
    let unlimited = Taken::begin(
        assessment(Conduct::default(), Vec::new(), vec![limited("A", 60), likert("B")]),
        ExtraTime::Unlimited,
    );
    assert_eq!(unlimited.run_out("A", 900_000), Err(SittingRefusal::TimeIsLeft));
}

#[test]
fn a_restart_does_not_give_the_time_of_an_item_again() {
    let items = vec![limited("A", 60), likert("B")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    let elapsed = taken.sitting.elapse(&taken.assessment, &room(), &ItemId("A".to_owned()), 45_000);
    taken.record(elapsed);
    assert_eq!(taken.allowed("A"), Some(15_000));
    let reopened = taken.sitting.reopen(&taken.assessment, &room(), 0);
    taken.record(reopened);
    assert_eq!((taken.on_screen(), taken.allowed("A")), ("A", Some(15_000)));
    let less = taken.sitting.elapse(&taken.assessment, &room(), &ItemId("A".to_owned()), 30_000);
    assert_eq!(less, Ok(Vec::new()), "time does not come back");
}

fn timed_section() -> Taken {
    let in_section = |item: Item, section| Item { section: Some(section), ..item };
    let items = vec![
        in_section(likert("A1"), 0),
        in_section(likert("A2"), 0),
        in_section(likert("A3"), 0),
        in_section(likert("B1"), 1),
    ];
    let sections = vec![section("a", Some(60)), section("b", None)];
    Taken::begin(assessment(Conduct::default(), sections, items), ExtraTime::None)
}

#[test]
fn a_section_ends_with_its_time_and_what_it_still_had_is_not_seen() {
    let mut taken = timed_section();
    taken.give("A1", Answer::Point(1.0), 35_000);
    assert_eq!(taken.allowed("A2"), Some(25_000));
    assert_eq!(taken.run_out("A2", 10_000), Err(SittingRefusal::TimeIsLeft));
    let over = taken.run_out("A2", 25_000);
    assert_eq!(taken.record(over).on_screen(), "B1");
    assert_eq!(taken.response("A2"), Some(Response::Missing(Missing::TimeRanOut)));
    assert_eq!(taken.response("A3"), Some(Response::Missing(Missing::NotSeen)));
    assert_eq!(taken.allowed("B1"), None);
    assert!(taken.point("B1").sitting.is_finished());
}

#[test]
fn the_four_ways_of_not_answering_are_told_apart() {
    let mut knows = yes_or_no("K");
    knows.kind = ItemKind::SingleChoice {
        options: ["a", "b"].map(|id| Choice::words(id, id)).to_vec(),
        correct: Some(OptionId("a".to_owned())),
    };
    let items = vec![knows, likert("P"), limited("T", 5), likert("N")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    taken.give("K", Answer::DoesNotKnow, 100).give("P", Answer::PrefersNot, 100);
    let over = taken.run_out("T", 5_000);
    taken.record(over);
    let codes = ["K", "P", "T", "N"].map(|item| taken.response(item).unwrap());
    let ways = [Missing::DoesNotKnow, Missing::PrefersNot, Missing::TimeRanOut, Missing::NotSeen];
    assert_eq!(codes, ways.map(Response::Missing));
}

#[test]
fn a_pause_holds_the_answers_until_somebody_goes_on() {
    let items = vec![likert("A"), likert("B")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    let paused = taken.sitting.pause(&taken.assessment, &room());
    taken.record(paused);
    let refused = taken.sitting.answer(&taken.assessment, &room(), &ItemId("A".to_owned()), Answer::Point(1.0), 10);
    assert_eq!((taken.sitting.hold(), refused), (Some(Hold::Pause), Err(SittingRefusal::OnHold)));
    let resumed = taken.sitting.resume();
    assert_eq!(taken.record(Ok(resumed)).point("A").on_screen(), "B");
}

#[test]
fn a_pause_between_sections_only_is_refused_inside_one() {
    let conduct = Conduct { pause: Latitude::BySection, ..Conduct::default() };
    let mut taken = timed_section();
    taken.assessment.conduct = conduct;
    let inside = |taken: &Taken| taken.sitting.pause(&taken.assessment, &room());
    taken.point("A1");
    assert_eq!(inside(&taken), Err(SittingRefusal::NoPauseHere));
    taken.point("A2").point("A3");
    assert_eq!(inside(&taken), Ok(vec![Event::Paused]));
    taken.assessment.conduct.pause = Latitude::Never;
    assert_eq!(inside(&taken), Err(SittingRefusal::NoPauseHere));
    assert_eq!(taken.sitting.call_help(&room()), Ok(vec![Event::HelpCalled]), "help is always there");
}

#[test]
fn an_interrupted_section_begins_again_where_the_assessment_says_so() {
    let mut taken = timed_section();
    taken.assessment.conduct.resume = Resume::AtSection;
    taken.point("A1").point("A2").point("A3");
    let reopened = taken.sitting.reopen(&taken.assessment, &room(), 0);
    assert_eq!(reopened, Ok(Vec::new()), "section b is untouched");
    let mut again = timed_section();
    again.assessment.conduct.resume = Resume::AtSection;
    again.point("A1");
    let reopened = again.sitting.reopen(&again.assessment, &room(), 0);
    assert_eq!(reopened, Ok(vec![Event::Restarted { from_section: Some(0) }]));
    assert_eq!(again.record(reopened).on_screen(), "A1");
    assert_eq!(again.point("A1").on_screen(), "A2", "what was given before the restart does not stand in the way");
}

#[test]
fn a_sitting_that_must_not_be_interrupted_begins_again_and_so_does_one_that_is_too_old() {
    let items = || vec![likert("A"), likert("B")];
    let never = Conduct { resume: Resume::Never, ..Conduct::default() };
    let mut taken = Taken::begin(assessment(never, Vec::new(), items()), ExtraTime::None);
    taken.point("A");
    let reopened = taken.sitting.reopen(&taken.assessment, &room(), 0);
    assert_eq!(taken.record(reopened).on_screen(), "A");

    let timed = vec![limited("A", 60), likert("B")];
    let mut taken = Taken::begin(assessment(never, Vec::new(), timed), ExtraTime::None);
    let elapsed = taken.sitting.elapse(&taken.assessment, &room(), &ItemId("A".to_owned()), 45_000);
    taken.record(elapsed);
    let reopened = taken.sitting.reopen(&taken.assessment, &room(), 0);
    assert_eq!(taken.record(reopened).allowed("A"), Some(60_000), "its time begins again too");

    let days = Conduct { resume_days: Some(30), ..Conduct::default() };
    let mut taken = Taken::begin(assessment(days, Vec::new(), items()), ExtraTime::None);
    taken.point("A");
    assert_eq!(taken.sitting.reopen(&taken.assessment, &room(), 30), Ok(Vec::new()));
    let old = taken.sitting.reopen(&taken.assessment, &room(), 31);
    assert_eq!(taken.record(old).on_screen(), "A");
}

#[test]
fn another_device_goes_on_at_the_same_question() {
    let items = vec![likert("A"), likert("B")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    taken.point("A");
    let other = Channel::Station("B".to_owned());
    let held = taken.sitting.answer(&taken.assessment, &other, &ItemId("B".to_owned()), Answer::Point(1.0), 10);
    assert_eq!(held, Err(SittingRefusal::HeldElsewhere { by: room() }));
    let moved = taken.sitting.reopen(&taken.assessment, &other, 0);
    assert_eq!(taken.record(moved).on_screen(), "B");
    assert_eq!(taken.sitting.channel(), &other);
}

#[test]
fn an_item_taken_out_with_a_reason_is_not_asked_and_not_missing() {
    let items = vec![likert("A"), likert("B")];
    let mut taken = Taken::begin(assessment(Conduct::default(), Vec::new(), items), ExtraTime::None);
    let id = ItemId("A".to_owned());
    assert_eq!(taken.sitting.neutralise(&taken.assessment, &id, "  "), Err(SittingRefusal::ReasonNeeded));
    let out = taken.sitting.neutralise(&taken.assessment, &id, "Image illisible");
    assert_eq!(taken.record(out).on_screen(), "B");
    assert_eq!(taken.response("A"), None);
}
