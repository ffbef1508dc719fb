use super::*;
use crate::domain::assessment::{Direction, ItemId, Key, ScaleId};
use crate::domain::scoring::change::Verdict;

fn band(min: f64, max: f64, title: &str) -> Band {
    Band {
        min,
        max,
        title: title.to_owned(),
        for_person: format!("{title}, personne"),
        for_counsellor: format!("{title}, référent"),
    }
}

fn key(item: &str) -> Key {
    Key { item: ItemId(item.to_owned()), direction: Direction::Positive }
}

fn scale(id: &str, method: Method, (min, max): (f64, f64), bands: Vec<Band>) -> Scale {
    Scale {
        id: ScaleId(id.to_owned()),
        title: id.to_owned(),
        method,
        keys: vec![key("a"), key("b")],
        minimum_answered: 0.8,
        min,
        max,
        reliability: None,
        norm: None,
        metric: Metric::Raw,
        bands,
    }
}

fn recorded(id: &str, value: Option<f64>, error: Option<f64>) -> RecordedScore {
    let needed = value.is_none().then_some(8);
    RecordedScore { scale: ScaleId(id.to_owned()), n_items: 8, n_answered: 8, needed, value, error }
}

fn most_least(dimension: &str) -> Scale {
    let method = Method::MostLeast { dimension: dimension.to_owned() };
    let bands = vec![band(-12.0, -3.5, "en dernier"), band(-3.5, 3.5, "au milieu"), band(3.5, 12.0, "en premier")];
    scale(dimension, method, (-12.0, 12.0), bands)
}

fn rank(dimension: &str) -> Scale {
    let method = Method::Rank { dimension: dimension.to_owned() };
    scale(dimension, method, (1.0, 3.0), vec![band(1.0, 2.0, "haut"), band(2.0, 3.0, "bas")])
}

fn order_of(scales: &[Scale], scores: &[RecordedScore]) -> Vec<OrderView> {
    orders(&scales.iter().zip(scores).collect::<Vec<_>>())
}

#[test]
fn most_and_least_are_an_order_with_its_ties() {
    let scales = ["D", "I", "S", "C"].map(most_least);
    let scores = [("D", 5.0), ("I", -5.0), ("S", 0.0), ("C", 0.0)].map(|(id, value)| recorded(id, Some(value), None));
    let [order] = order_of(&scales, &scores).try_into().unwrap();
    let rows: Vec<(usize, bool, &str)> =
        order.rows.iter().map(|row| (row.place, row.tied, row.title.as_str())).collect();
    assert_eq!(rows, [(1, false, "D"), (2, true, "S"), (2, true, "C"), (4, false, "I")]);
    assert_eq!((order.kind, order.last_place()), (OrderKind::MostLeast, 4));
    assert_eq!(order.rows[0].reading.as_ref().unwrap().title, "en premier");
}

#[test]
fn in_a_ranking_the_lowest_number_comes_first() {
    let scales = ["x", "y", "z"].map(rank);
    let scores = [("x", 3.0), ("y", 1.0), ("z", 2.0)].map(|(id, value)| recorded(id, Some(value), None));
    let [order] = order_of(&scales, &scores).try_into().unwrap();
    let titles: Vec<&str> = order.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["y", "z", "x"]);
    assert_eq!(order.rows[0].reading.as_ref().unwrap().title, "haut");
}

#[test]
fn two_rankings_of_other_items_are_two_orders() {
    let other = Scale { keys: vec![key("c")], ..rank("w") };
    let scales = [rank("x"), rank("y"), other];
    let scores = [("x", 1.0), ("y", 2.0), ("w", 1.0)].map(|(id, value)| recorded(id, Some(value), None));
    let found = order_of(&scales, &scores);
    assert_eq!(found.iter().map(|order| order.rows.len()).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn an_order_of_too_few_answers_says_what_it_lacks() {
    let [order] = order_of(&[most_least("D")], &[recorded("D", None, None)]).try_into().unwrap();
    assert_eq!((order.rows.len(), order.too_few), (0, Some((8, 8))));
}

#[test]
fn an_axis_has_no_order_and_an_order_no_axis() {
    let mean = scale("m", Method::Mean, (1.0, 5.0), Vec::new());
    assert_eq!(order_of(&[mean], &[recorded("m", Some(3.0), None)]), []);
}

#[test]
fn a_share_of_right_answers_is_told_as_a_count() {
    let scale = scale("s", Method::Proportion, (0.0, 1.0), vec![band(0.0, 0.5, "bas"), band(0.5, 1.0, "haut")]);
    let view = scale_view(&scale, &recorded("s", Some(0.75), Some(0.125)), None);
    assert_eq!((view.told, view.min, view.max), (Told::Count, 0.0, 8.0));
    assert!(matches!(view.outcome, Outcome::Scored { value: 6.0, error: Some(1.0), .. }), "{:?}", view.outcome);
    assert_eq!(view.bands.iter().map(|band| band.max).collect::<Vec<_>>(), [4.0, 8.0]);
    assert_eq!(view.reading[0].title, "haut");
}

#[test]
fn an_ability_is_drawn_within_three_deviations() {
    let bands = vec![band(-6.0, -1.0, "début"), band(-1.0, 1.0, "en route"), band(1.0, 6.0, "loin")];
    let scale = scale("t", Method::Theta, (-6.0, 6.0), bands);
    let view = scale_view(&scale, &recorded("t", Some(0.2), Some(0.4)), None);
    assert_eq!((view.told, view.min, view.max), (Told::Ability, -3.0, 3.0));
    let ends: Vec<(f64, f64)> = view.bands.iter().map(|band| (band.min, band.max)).collect();
    assert_eq!(ends, [(-3.0, -1.0), (-1.0, 1.0), (1.0, 3.0)]);
}

#[test]
fn a_gain_within_its_error_claims_nothing() {
    let method = Method::Difference { from: ScaleId("a".to_owned()), to: ScaleId("b".to_owned()) };
    let scale = scale("g", method, (-1.0, 1.0), Vec::new());
    let told = |value, error| scale_view(&scale, &recorded("g", Some(value), error), None).told;
    // 1.96 · 0.2 = 0.392.
    assert_eq!(told(0.39, Some(0.2)), Told::Gain(Verdict::NotClaimed));
    assert_eq!(told(0.40, Some(0.2)), Told::Gain(Verdict::Up));
    assert_eq!(told(-0.40, Some(0.2)), Told::Gain(Verdict::Down));
    assert_eq!(told(0.9, None), Told::Gain(Verdict::NotClaimed));
}

#[test]
fn a_t_score_has_the_axis_of_its_norm() {
    let norm = Norm {
        population: "adultes".to_owned(),
        n: 250,
        date: "2027".to_owned(),
        mean: 20.0,
        sd: 5.0,
        ranks: Vec::new(),
    };
    let bands = vec![band(0.0, 40.0, "bas"), band(40.0, 60.0, "milieu"), band(60.0, 100.0, "haut")];
    let scale = Scale { norm: Some(norm), metric: Metric::T, ..scale("n", Method::Sum, (0.0, 40.0), bands) };
    let view = scale_view(&scale, &recorded("n", Some(25.0), Some(1.0)), None);
    assert_eq!((view.told, view.min, view.max), (Told::T, 0.0, 100.0));
    assert!(matches!(view.outcome, Outcome::Scored { value: 60.0, error: Some(2.0), .. }), "{:?}", view.outcome);
    // R: 100*pnorm(1).
    let rank = view.norm.unwrap().percentile_rank.unwrap();
    assert!((rank - 84.134_474_606_854_3).abs() < 1e-6, "{rank}");
}
