use super::hexagon::HollandCode;
use super::table::{RomeCode, TableError, WorkContext};
use super::*;

const CONTEXTS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn context(name: &str) -> ContextId {
    ContextId(name.to_owned())
}

fn contexts(names: &[&str]) -> Vec<ContextId> {
    names.iter().map(|name| context(name)).collect()
}

fn job(code: &str) -> Job {
    Job { code: RomeCode::new(code).unwrap(), title: String::new() }
}

/// Ten jobs of one letter.
fn profile(sector: Sector, letter: Letter, mentioned: &[(&str, usize)]) -> SectorProfile {
    SectorProfile {
        sector,
        codes: BTreeMap::from([(HollandCode::new(letter, None).unwrap(), 10)]),
        contexts: mentioned.iter().map(|(name, n)| (context(name), *n)).collect(),
        entry_jobs: [job("H3302"), job("H2105"), job("H2909")],
    }
}

/// Industry and transport are alike; one job in ten mentions `d` there, which makes no frequent context.
fn profiles() -> Vec<SectorProfile> {
    let shop_floor = [("a", 10), ("b", 5), ("c", 2), ("d", 1)];
    vec![
        profile(Sector::Industry, Letter::Realistic, &shop_floor),
        profile(Sector::Transport, Letter::Realistic, &shop_floor),
        profile(Sector::PersonalServices, Letter::Social, &[("d", 8), ("e", 4)]),
        profile(Sector::Building, Letter::Realistic, &[("a", 9), ("e", 3)]),
        profile(Sector::Catering, Letter::Enterprising, &[("b", 6), ("d", 6)]),
        profile(Sector::Office, Letter::Conventional, &[("c", 7), ("d", 3)]),
    ]
}

fn built(profiles: Vec<SectorProfile>) -> Result<SectorTable, TableError> {
    let contexts =
        CONTEXTS.map(|name| WorkContext { id: context(name), title: name.to_owned(), rome: Vec::new() }).to_vec();
    SectorTable::new("invented".to_owned(), contexts, profiles)
}

fn table() -> SectorTable {
    built(profiles()).unwrap()
}

fn means(values: [f64; 6]) -> BTreeMap<Letter, f64> {
    Letter::ALL.into_iter().zip(values).collect()
}

/// Likes one thing: what is realistic.
fn realistic() -> BTreeMap<Letter, f64> {
    means([5.0, 1.0, 1.0, 1.0, 1.0, 1.0])
}

/// One figure a context from `a` to `e`, `-` where there is no answer.
fn answers(figures: &str) -> BTreeMap<ContextId, Acceptance> {
    CONTEXTS
        .iter()
        .zip(figures.chars())
        .filter_map(|(name, figure)| Some((context(name), f64::from(figure.to_digit(10)?))))
        .map(|(context, value)| (context, Acceptance::from_point(value).unwrap()))
        .collect()
}

fn of(ranking: &Ranking, sector: Sector) -> &SectorFit {
    ranking.sectors.iter().find(|fit| fit.sector == sector).unwrap()
}

#[test]
fn interests_weigh_four_tenths_and_conditions_six() {
    // Same direction: 1. Accepted: a and c of a, b and c. 0.4 × 1 + 0.6 × 2/3 = 0.8.
    let ranking = rank(&table(), Some(&realistic()), Some(&answers("31200"))).unwrap();
    let industry = of(&ranking, Sector::Industry);
    assert!((industry.fit.value() - 0.8).abs() < 1e-9);
    assert_eq!(ranking.missing, None);
    // Opposite direction: 0. Neither d nor e: 0.
    assert!(of(&ranking, Sector::PersonalServices).fit.value().abs() < 1e-9);
}

#[test]
fn all_six_sectors_are_told_best_first() {
    let ranking = rank(&table(), Some(&realistic()), Some(&answers("30330"))).unwrap();
    let order: Vec<(Sector, usize)> = ranking.sectors.iter().map(|fit| (fit.sector, fit.place)).collect();
    // Office 0.4 × 2/3 + 0.6; industry and transport 0.4 + 0.6 × 2/3; building 0.4 + 0.6 / 2;
    // catering 0.4 / 3 + 0.6 / 2; services 0.6 / 2.
    let expected = [
        (Sector::Office, 1),
        (Sector::Industry, 2),
        (Sector::Transport, 2),
        (Sector::Building, 4),
        (Sector::Catering, 5),
        (Sector::PersonalServices, 6),
    ];
    assert_eq!(order, expected);
}

#[test]
fn a_never_on_a_frequent_context_is_an_obstacle_even_where_the_rest_fits() {
    let ranking = rank(&table(), Some(&realistic()), Some(&answers("30333"))).unwrap();
    let industry = of(&ranking, Sector::Industry);
    assert_eq!(industry.fit.band(), FitBand::GoAndSee);
    assert_eq!(industry.reasons.obstacles, contexts(&["b"]));
}

#[test]
fn a_never_on_a_rare_context_is_no_obstacle() {
    let ranking = rank(&table(), Some(&realistic()), Some(&answers("33303"))).unwrap();
    assert_eq!(of(&ranking, Sector::Industry).reasons.obstacles, []);
}

#[test]
fn reasons_name_letters_and_contexts_on_both_sides() {
    let likes = means([3.4, 3.0, 3.0, 2.5, 3.0, 2.6]);
    let ranking = rank(&table(), Some(&likes), Some(&answers("2103-"))).unwrap();
    let expected = Reasons {
        liked: vec![Letter::Realistic],
        accepted: contexts(&["a"]),
        reluctant: contexts(&["b"]),
        obstacles: contexts(&["c"]),
        ..Reasons::default()
    };
    assert_eq!(of(&ranking, Sector::Industry).reasons, expected);
    let services = &of(&ranking, Sector::PersonalServices).reasons;
    assert_eq!(services.not_liked, [Letter::Social]);
    assert_eq!(services.unanswered, contexts(&["e"]));
    // 2.6 lies between: neither liked nor not.
    let office = &of(&ranking, Sector::Office).reasons;
    assert_eq!((office.liked.len(), office.not_liked.len()), (0, 0));
}

#[test]
fn an_unanswered_context_counts_neither_for_nor_against() {
    let ranking = rank(&table(), None, Some(&answers("3-130"))).unwrap();
    // a accepted, c not, b unknown: one of two.
    assert_eq!(of(&ranking, Sector::Industry).fit, Fit::ConditionsOnly { accepted: 0.5 });
}

#[test]
fn without_interests_the_conditions_rank_alone_and_it_is_said() {
    let ranking = rank(&table(), None, Some(&answers("33300"))).unwrap();
    assert_eq!(ranking.missing, Some(Missing::Interests(NoInterests::NotTaken)));
    assert_eq!(of(&ranking, Sector::Industry).fit, Fit::ConditionsOnly { accepted: 1.0 });
    assert_eq!(of(&ranking, Sector::Industry).reasons.liked, []);
}

#[test]
fn a_letter_without_score_is_named_and_the_interests_do_not_count() {
    let mut likes = realistic();
    likes.remove(&Letter::Artistic);
    let ranking = rank(&table(), Some(&likes), Some(&answers("33300"))).unwrap();
    let reason = NoInterests::WithoutScore(vec![Letter::Artistic]);
    assert_eq!(ranking.missing, Some(Missing::Interests(reason)));
    // What is known of a letter is told all the same.
    assert_eq!(of(&ranking, Sector::Industry).reasons.liked, [Letter::Realistic]);
}

#[test]
fn even_interests_do_not_count() {
    let ranking = rank(&table(), Some(&means([4.0; 6])), Some(&answers("33300"))).unwrap();
    assert_eq!(ranking.missing, Some(Missing::Interests(NoInterests::NoDirection)));
}

#[test]
fn too_few_conditions_do_not_count_but_their_obstacles_are_told() {
    let ranking = rank(&table(), Some(&realistic()), Some(&answers("30--3"))).unwrap();
    let reason = NoConditions::TooFewAnswers { answered: 3, needed: 4 };
    assert_eq!(ranking.missing, Some(Missing::Conditions(reason)));
    let industry = of(&ranking, Sector::Industry);
    assert!(matches!(industry.fit, Fit::InterestsOnly { .. }));
    assert_eq!(industry.reasons.obstacles, contexts(&["b"]));
    assert_eq!(industry.reasons.unanswered, contexts(&["c"]));
}

#[test]
fn an_answer_to_a_context_outside_the_table_does_not_count() {
    let mut given = answers("30--3");
    given.insert(context("z"), Acceptance::Yes);
    let ranking = rank(&table(), Some(&realistic()), Some(&given)).unwrap();
    let reason = NoConditions::TooFewAnswers { answered: 3, needed: 4 };
    assert_eq!(ranking.missing, Some(Missing::Conditions(reason)));
}

#[test]
fn without_any_source_nothing_is_ranked() {
    let refused = rank(&table(), Some(&means([3.0; 6])), None).unwrap_err();
    let expected = NothingToRank { interests: NoInterests::NoDirection, conditions: NoConditions::NotTaken };
    assert_eq!(refused, expected);
}

#[test]
fn a_fit_on_a_cut_belongs_to_the_better_band() {
    let band = |accepted| Fit::ConditionsOnly { accepted }.band();
    assert_eq!([band(0.70), band(0.699)], [FitBand::GoAndSee, FitBand::WhyNot]);
    assert_eq!([band(0.45), band(0.449)], [FitBand::WhyNot, FitBand::NotNow]);
}

#[test]
fn neither_source_alone_makes_a_person_go_and_see() {
    let conditions_only_fit = Fit::Both { similarity: 0.0, accepted: 1.0 };
    assert_eq!(conditions_only_fit.band(), FitBand::WhyNot);
    let interests_only_fit = Fit::Both { similarity: 1.0, accepted: 0.0 };
    assert_eq!(interests_only_fit.band(), FitBand::NotNow);
}

#[test]
fn only_the_four_cards_are_answers() {
    assert_eq!(Acceptance::from_point(0.0), Some(Acceptance::Never));
    assert_eq!(Acceptance::from_point(3.0), Some(Acceptance::Yes));
    assert_eq!(Acceptance::from_point(4.0), None);
    assert_eq!(Acceptance::from_point(1.5), None);
}

#[test]
fn one_job_in_five_makes_a_context_frequent() {
    let industry = profiles().remove(0);
    assert_eq!(industry.frequent(), [&context("a"), &context("b"), &context("c")]);
}

#[test]
fn a_table_has_each_sector_once() {
    let mut five = profiles();
    five.pop();
    assert_eq!(built(five), Err(TableError::NotOnce(Sector::Office)));
    let mut seven = profiles();
    seven.push(profile(Sector::Building, Letter::Realistic, &[("a", 1), ("b", 1)]));
    assert_eq!(built(seven), Err(TableError::NotOnce(Sector::Building)));
}

#[test]
fn a_sector_has_more_frequent_contexts_than_answers_may_lack() {
    // One of five answers may be missing: a sector with one frequent context might have none answered.
    let mut thin = profiles();
    thin[4] = profile(Sector::Catering, Letter::Enterprising, &[("b", 6)]);
    let expected = TableError::TooFewFrequent { sector: Sector::Catering, frequent: 1, needed: 2 };
    assert_eq!(built(thin), Err(expected));
}

#[test]
fn a_table_counts_what_exists() {
    let mut unknown = profiles();
    unknown[0] = profile(Sector::Industry, Letter::Realistic, &[("z", 5)]);
    let expected = TableError::UnknownContext { sector: Sector::Industry, context: context("z") };
    assert_eq!(built(unknown), Err(expected));
    let mut many = profiles();
    many[0] = profile(Sector::Industry, Letter::Realistic, &[("a", 11)]);
    let expected = TableError::MoreThanAllJobs { sector: Sector::Industry, context: context("a") };
    assert_eq!(built(many), Err(expected));
}

#[test]
fn a_rome_code_is_a_letter_and_four_digits() {
    assert_eq!(RomeCode::new("N1103").unwrap().as_str(), "N1103");
    for wrong in ["n1103", "Z1103", "N110", "N11033", "N11O3", "É1103", ""] {
        assert_eq!(RomeCode::new(wrong), None, "{wrong}");
    }
}
