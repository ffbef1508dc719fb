//! An adaptive test, rule by rule, on a bank made for it: forty questions in three areas, all answered with a number.

use std::path::Path;

use boussole::catalog::load::load;
use boussole::domain::assessment::{Assessment, Item, ItemId};
use boussole::domain::person::ExtraTime;
use boussole::domain::response::Answer;
use boussole::domain::scoring::{Outcome, score};
use boussole::domain::sitting::{Channel, Event, Sitting, Step};

const SEED: u64 = 20_261_126;

/// The rules of `[adaptatif]` that a fact changes.
#[derive(Clone, Copy)]
struct Rules {
    discrimination: f64,
    standard_error: f64,
    min_items: usize,
    max_items: usize,
    minutes: u32,
    ends_easily: bool,
    /// Time limit of each question.
    seconds: Option<u32>,
}

const USUAL: Rules = Rules {
    discrimination: 1.0,
    standard_error: 0.4,
    min_items: 6,
    max_items: 15,
    minutes: 120,
    ends_easily: false,
    seconds: None,
};

/// Items of difficulties from −3 to 2.85: F0, N1, E2, F3, F4, N5, E6, F7… half of them figures; the right answer is 1.
fn assessment(rules: Rules) -> Assessment {
    let Rules { discrimination, standard_error, min_items, max_items, minutes, ends_easily, seconds } = rules;
    let mut text = format!(
        "format = \"boussole-evaluation/1\"\n[meta]\nid = \"banque\"\nversion = \"0.1.0\"\ntitre = \"Banque\"\n\
         langue = \"fr-FR\"\nlicence = \"projet\"\nsource = \"essai\"\nmodalite = \"auto\"\nduree_min = 10\n\
         statut = \"brouillon\"\n[consignes]\ndebut = \"Répondez.\"\n[adaptatif]\nmodele = \"2PL\"\n\
         estimateur = \"EAP\"\ntheta0 = -0.5\nitems_ancres_faciles = 2\nfinir_facile = {ends_easily}\n\
         exposition = {{ methode = \"randomesque\", k = 5 }}\n\
         equilibre = {{ figures = 0.5, nombres = 0.25, espace = 0.25 }}\n\
         arret = {{ erreur_type = {standard_error}, min_items = {min_items}, max_items = {max_items}, \
         temps_max_min = {minutes} }}\n"
    );
    let limit = seconds.map_or_else(String::new, |seconds| format!("temps_max_s = {seconds}\n"));
    let mut names = Vec::new();
    for index in 0..40 {
        let (letter, area) = [('F', "figures"), ('N', "nombres"), ('E', "espace"), ('F', "figures")][index % 4];
        let difficulty = -3.0 + 0.15 * index as f64;
        let name = format!("{letter}{index}");
        text += &format!(
            "[[items]]\nid = \"{name}\"\ntype = \"nombre\"\nenonce = \"Combien ?\"\ncorrect = [1]\n\
             domaine = \"{area}\"\nirt = {{ a = {discrimination}, b = {difficulty:.2} }}\n{limit}"
        );
        names.push(format!("\"{name}\""));
    }
    text += &format!(
        "[[echelles]]\nid = \"niveau\"\ntitre = \"Niveau\"\nmethode = \"irt\"\nitems = [{}]\n",
        names.join(", ")
    );
    load(Path::new("banque/evaluation.toml"), text.as_bytes(), &|_| false).unwrap().assessment
}

fn station() -> Channel {
    Channel::Station("Poste 1".to_owned())
}

/// What a person does with a question.
enum Act {
    Right,
    Wrong,
    LetsTimeRunOut,
}

struct Taken {
    sitting: Sitting,
    events: Vec<Event>,
}

impl Taken {
    fn order(&self) -> Vec<&str> {
        self.sitting.sequence().iter().map(|item| item.0.as_str()).collect()
    }
}

/// Takes the whole test; each answer takes `millis`.
fn take(assessment: &Assessment, seed: u64, extra: ExtraTime, millis: u64, act: impl Fn(usize, &Item) -> Act) -> Taken {
    let (mut sitting, began) = Sitting::begin(seed, station(), extra);
    let mut events = vec![began];
    while let Step::Question(index) = sitting.step(assessment) {
        let item = &assessment.items()[index];
        let number = |value| sitting.answer(assessment, &station(), &item.id, Answer::Number(value), millis).unwrap();
        let new = match act(sitting.n_answered(), item) {
            Act::Right => number(1.0),
            Act::Wrong => number(0.0),
            Act::LetsTimeRunOut => sitting.run_out(assessment, &station(), &item.id, 60_000).unwrap(),
        };
        for event in new {
            sitting.apply(assessment, &event);
            events.push(event);
        }
    }
    assert!(sitting.is_finished());
    Taken { sitting, events }
}

/// Answers right and wrong in turn.
fn in_turn(position: usize, _: &Item) -> Act {
    if position.is_multiple_of(2) { Act::Right } else { Act::Wrong }
}

fn taken(rules: Rules, seed: u64) -> (Assessment, Taken) {
    let assessment = assessment(rules);
    let taken = take(&assessment, seed, ExtraTime::None, 10_000, in_turn);
    (assessment, taken)
}

/// The estimate and its error after these items, each right or wrong.
fn estimate(assessment: &Assessment, sitting: &Sitting, n: usize) -> (f64, f64) {
    let first: Vec<&ItemId> = sitting.sequence().iter().take(n).collect();
    let responses = sitting.responses(assessment).into_iter().filter(|(item, _)| first.contains(&item)).collect();
    match &score(assessment, &responses, sitting.seed())[0].outcome {
        Outcome::Scored { value, error, .. } => (*value, error.unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_two_easiest_questions_come_first_whatever_the_seed() {
    for seed in 1..20 {
        let (_, taken) = taken(USUAL, seed);
        assert_eq!(&taken.order()[..2], ["F0", "N1"]);
    }
}

#[test]
fn questions_are_drawn_among_the_five_best() {
    let third: std::collections::BTreeSet<String> =
        (1..200).map(|seed| taken(USUAL, seed).1.order()[2].to_owned()).collect();
    // After an easy success and an easy failure, the neediest area is figures or espace; five of its items share the draw.
    assert_eq!(third.len(), 5, "{third:?}");
}

#[test]
fn every_area_keeps_its_share() {
    for seed in 1..20 {
        let (_, taken) = taken(Rules { max_items: 16, standard_error: 0.01, ..USUAL }, seed);
        let share = |letter| taken.order().iter().filter(|name| name.starts_with(letter)).count();
        assert_eq!([share('F'), share('N'), share('E')], [8, 4, 4], "{:?}", taken.order());
    }
}

#[test]
fn the_test_ends_as_soon_as_the_error_is_small_enough() {
    let (assessment, taken) = taken(Rules { discrimination: 2.5, ..USUAL }, SEED);
    let n = taken.order().len();
    assert!((7..15).contains(&n), "{n}");
    assert!(estimate(&assessment, &taken.sitting, n).1 <= 0.4);
    assert!(estimate(&assessment, &taken.sitting, n - 1).1 > 0.4);
}

#[test]
fn the_test_does_not_end_before_its_fewest_questions() {
    let (_, taken) = taken(Rules { discrimination: 2.5, min_items: 12, ..USUAL }, SEED);
    assert_eq!(taken.order().len(), 12);
}

#[test]
fn the_test_ends_at_its_most_questions() {
    let (assessment, taken) = taken(Rules { discrimination: 0.5, ..USUAL }, SEED);
    assert_eq!(taken.order().len(), 15);
    assert!(estimate(&assessment, &taken.sitting, 15).1 > 0.4, "the error alone would not have ended it");
}

#[test]
fn the_test_ends_when_its_time_is_over() {
    let assessment = assessment(Rules { minutes: 15, ..USUAL });
    let n = |extra| take(&assessment, SEED, extra, 2 * 60_000, in_turn).order().len();
    // Two minutes a question: the eighth answer reaches the quarter of an hour.
    assert_eq!(n(ExtraTime::None), 8);
    assert_eq!(n(ExtraTime::Half), 12);
    assert_eq!(n(ExtraTime::Unlimited), 15);
}

#[test]
fn one_more_easy_question_ends_the_test() {
    let (assessment, taken) = taken(Rules { ends_easily: true, ..USUAL }, SEED);
    let order = taken.order();
    assert_eq!(order.len(), 16);
    let easiest_left = assessment.items().iter().find(|item| !order[..15].contains(&item.id.0.as_str())).unwrap();
    assert_eq!(order[15], easiest_left.id.0, "the bank is in order of difficulty");
}

#[test]
fn a_question_whose_time_ran_out_counts_as_wrong() {
    let assessment = assessment(Rules { seconds: Some(60), ..USUAL });
    let fourth = |other: fn() -> Act| {
        move |position: usize, item: &Item| if position == 3 { other() } else { in_turn(position, item) }
    };
    let late = take(&assessment, SEED, ExtraTime::None, 10_000, fourth(|| Act::LetsTimeRunOut));
    let wrong = take(&assessment, SEED, ExtraTime::None, 10_000, fourth(|| Act::Wrong));
    let right = take(&assessment, SEED, ExtraTime::None, 10_000, fourth(|| Act::Right));
    assert_eq!(late.order(), wrong.order());
    assert_eq!(estimate(&assessment, &late.sitting, 15), estimate(&assessment, &wrong.sitting, 15));
    assert!(estimate(&assessment, &late.sitting, 6).0 < estimate(&assessment, &right.sitting, 6).0);
}

#[test]
fn the_events_give_the_test_again() {
    let (assessment, taken) = taken(USUAL, SEED);
    assert_eq!(Sitting::replay(&assessment, SEED, &taken.events), Ok(taken.sitting));
}

#[test]
fn the_events_of_half_a_test_ask_the_same_next_question() {
    let (assessment, taken) = taken(USUAL, SEED);
    for n in 1..15 {
        // The first event is the beginning; each answer is one event.
        let half = Sitting::replay(&assessment, SEED, &taken.events[..=n]).unwrap();
        let Step::Question(next) = half.step(&assessment) else { panic!("the test went on") };
        assert_eq!(assessment.items()[next].id.0, taken.order()[n]);
    }
}

#[test]
fn the_same_seed_gives_the_same_test_and_another_one_another() {
    let order = |seed| taken(USUAL, seed).1.order().iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(order(5), order(5));
    assert_ne!(order(5), order(6));
}

#[test]
fn another_order_of_the_same_answers_gives_the_same_score() {
    let (assessment, taken) = taken(USUAL, SEED);
    // Scores come from the responses and the bank alone.
    let responses = taken.sitting.responses(&assessment);
    assert_eq!(responses.len(), 15, "questions that were not chosen are not there");
    assert_eq!(score(&assessment, &responses, 1), score(&assessment, &responses, 2));
}

#[test]
fn a_question_taken_out_gives_way_to_another_and_the_test_goes_on() {
    let assessment = assessment(USUAL);
    let (mut sitting, _) = Sitting::begin(SEED, station(), ExtraTime::None);
    let mut out = Vec::new();
    while let Step::Question(index) = sitting.step(&assessment) {
        let item = &assessment.items()[index];
        assert!(!out.contains(&item.id), "{} was taken out", item.id.0);
        // The fourth question is taken out while it is on screen.
        let new = if sitting.n_answered() == 3 && out.is_empty() {
            out.push(item.id.clone());
            sitting.neutralise(&assessment, &item.id, "Image illisible").unwrap()
        } else {
            sitting.answer(&assessment, &station(), &item.id, Answer::Number(1.0), 10_000).unwrap()
        };
        new.iter().for_each(|event| sitting.apply(&assessment, event));
    }
    assert_eq!((out.len(), sitting.n_answered()), (1, USUAL.max_items));
}

#[test]
fn an_answer_taken_out_chooses_no_question_any_more() {
    let assessment = assessment(USUAL);
    let third_after = |answer: f64| {
        let (mut sitting, _) = Sitting::begin(SEED, station(), ExtraTime::None);
        let first = ItemId("F0".to_owned());
        let answered = sitting.answer(&assessment, &station(), &first, Answer::Number(answer), 10_000).unwrap();
        answered.iter().for_each(|event| sitting.apply(&assessment, event));
        let out = sitting.neutralise(&assessment, &first, "Essai").unwrap();
        out.iter().for_each(|event| sitting.apply(&assessment, event));
        std::iter::from_fn(|| match sitting.step(&assessment) {
            Step::Question(index) => {
                let item = assessment.items()[index].id.clone();
                let new = sitting.answer(&assessment, &station(), &item, Answer::Number(1.0), 10_000).unwrap();
                new.iter().for_each(|event| sitting.apply(&assessment, event));
                Some(item.0)
            }
            Step::Practice(_) | Step::End => None,
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(third_after(1.0), third_after(0.0));
}
