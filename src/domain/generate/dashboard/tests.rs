use super::question::Alert;
use super::*;

const LEVELS: [Level; 5] = [Level::ReadCell, Level::CompareTwo, Level::Trend, Level::Threshold, Level::TwoSteps];

fn all_radicals() -> impl Iterator<Item = Radicals> {
    let lines = LEVELS.into_iter().flat_map(|level| [LineCount::Four, LineCount::Eight].map(|lines| (level, lines)));
    lines.flat_map(|(level, lines)| [Display::Table, Display::Bars].map(|display| Radicals { level, lines, display }))
}

fn board(seed: u64, radicals: &Radicals) -> (Board, Answer) {
    match Board::generate(seed, radicals).unwrap() {
        (Stem::Dashboard(board), answer) => (board, answer),
        other => panic!("{other:?}"),
    }
}

/// Answers from the board alone, as a person would.
fn solve(board: &Board) -> Answer {
    let value = |column, line| board.value(column, line).unwrap();
    let number = |value: i32| Answer::Number(i64::from(value));
    let caption = |options: Vec<Reply>, reply: Reply| {
        let right = options.iter().position(|option| *option == reply).unwrap();
        Answer::Caption { options, right }
    };
    match board.question {
        Question::ReadCell { column, line } => number(value(column, line)),
        Question::CompareTwo { column, lines: [a, b] } => {
            let options = vec![Reply::Line(board.lines[a]), Reply::Line(board.lines[b]), Reply::Equal];
            let reply = match value(column, a).cmp(&value(column, b)) {
                std::cmp::Ordering::Greater => options[0],
                std::cmp::Ordering::Less => options[1],
                std::cmp::Ordering::Equal => Reply::Equal,
            };
            caption(options, reply)
        }
        Question::Trend { column } => {
            let values = &board.columns[column].values;
            let peak = values.iter().max().unwrap();
            let top = values.iter().position(|value| value == peak).unwrap();
            let reply = match () {
                () if values.iter().all(|value| value == peak) => Reply::Stays,
                () if values.is_sorted() => Reply::Rises,
                () if values.iter().rev().is_sorted() => Reply::Falls,
                () => {
                    assert!(values[..top].is_sorted() && values[top..].iter().rev().is_sorted(), "{values:?}");
                    Reply::RisesThenFalls
                }
            };
            caption(vec![Reply::Rises, Reply::Falls, Reply::Stays, Reply::RisesThenFalls], reply)
        }
        Question::Threshold { column, limit, alert } => {
            let beyond = |line: &usize| match alert {
                Alert::Above => value(column, *line) > limit,
                Alert::Below => value(column, *line) < limit,
            };
            let alerts: Vec<usize> = (0..board.lines.len()).filter(beyond).collect();
            assert_eq!(alerts.len(), 1, "{board:?}");
            caption(board.lines.iter().copied().map(Reply::Line).collect(), Reply::Line(board.lines[alerts[0]]))
        }
        Question::Sum { column, lines: [a, b] } => number(value(column, a) + value(column, b)),
        Question::Difference { column, lines: [a, b] } => number(value(column, a) - value(column, b)),
        Question::Missing { column, lines: [a, b], target } => number(target - value(column, a) - value(column, b)),
    }
}

#[test]
fn a_person_who_reads_the_board_finds_the_answer() {
    for radicals in all_radicals() {
        for seed in 0..200 {
            let (board, answer) = board(seed, &radicals);
            assert_eq!(solve(&board), answer, "{seed} {board:?}");
            if let Answer::Number(number) = answer {
                assert!(number > 0, "{seed} {board:?}");
            }
        }
    }
}

#[test]
fn each_trend_is_asked_as_often() {
    let radicals = Radicals { level: Level::Trend, lines: LineCount::Four, display: Display::Table };
    let mut counts = [0_i32; 4];
    for seed in 0..4_000 {
        let (_, Answer::Caption { right, .. }) = board(seed, &radicals) else { panic!() };
        counts[right] += 1;
    }
    // A draw with two equal values is thrown away whatever the trend.
    assert!(counts.iter().all(|count| (count - 1_000).abs() < 150), "{counts:?}");
}

#[test]
fn bars_end_on_a_line_of_the_scale_and_stay_in_the_square() {
    for radicals in all_radicals().filter(|radicals| radicals.display == Display::Bars) {
        for seed in 0..20 {
            let (board, _) = board(seed, &radicals);
            let [column] = board.columns.as_slice() else { panic!("{board:?}") };
            assert!(column.values.iter().all(|value| value % 5 == 0 && (5..=60).contains(value)), "{column:?}");
            assert!(board.bars.is_some_and(|bars| bars.is_inside()));
        }
    }
}

#[test]
fn the_same_recipe_gives_the_same_board() {
    for radicals in all_radicals() {
        assert_eq!(board(77, &radicals), board(77, &radicals));
    }
}

#[test]
fn higher_levels_have_a_higher_prior() {
    let prior = |level| Radicals { level, lines: LineCount::Four, display: Display::Table }.prior_difficulty();
    assert!(LEVELS.map(prior).is_sorted());
}
