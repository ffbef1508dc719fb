//! Items made from a seed: what is asked, how a board names its lines and measures, what is said of a drawing.

use crate::domain::generate::Stem;
use crate::domain::generate::dashboard::question::{Alert, Question};
use crate::domain::generate::dashboard::{Board, Line, Measure, Reply, Workplace};
use crate::i18n::minutes;
use crate::tr;

/// Returns what is asked under a drawing, in sentences of fifteen words at most.
pub fn item_statement(stem: &Stem) -> String {
    match stem {
        Stem::Matrix { .. } => tr!("item-ask-matrix"),
        Stem::Series(_) => tr!("item-ask-series"),
        Stem::Rotation(_) => tr!("item-ask-rotation"),
        Stem::Folding(_) => tr!("item-ask-folding"),
        Stem::Dashboard(board) => board_question(board),
        Stem::Counting(_) => tr!("item-ask-counting"),
    }
}

/// Returns what a drawing shows, for a reader who does not see it. Numbers and boards are told whole; figures are only
/// named, for to describe them would be to solve them.
pub fn item_alternative(stem: &Stem) -> String {
    match stem {
        Stem::Matrix { side, .. } => tr!("item-matrix-alt", cells = side * side),
        Stem::Series(terms) => {
            let numbers: Vec<String> = terms.iter().map(ToString::to_string).collect();
            tr!("item-series-alt", numbers = numbers.join(", "))
        }
        Stem::Rotation(_) => tr!("item-rotation-alt"),
        // The last picture shows the punches.
        Stem::Folding(steps) => tr!("item-folding-alt", folds = steps.len().saturating_sub(1)),
        Stem::Dashboard(board) => board_alternative(board),
        Stem::Counting(_) => tr!("item-counting-alt"),
    }
}

/// Returns the name of an option that is a picture; `number` counts from 1.
pub fn item_option(number: usize) -> String {
    tr!("item-option", number = number)
}

/// Returns what stands for the part to find.
pub fn item_unknown() -> String {
    tr!("item-unknown")
}

/// Returns "Tableau de l'atelier".
pub fn board_title(workplace: Workplace) -> String {
    match workplace {
        Workplace::Workshop => tr!("item-board-workshop"),
        Workplace::Warehouse => tr!("item-board-warehouse"),
        Workplace::Kitchen => tr!("item-board-kitchen"),
        Workplace::Office => tr!("item-board-office"),
        Workplace::BuildingSite => tr!("item-board-site"),
        Workplace::HomeCare => tr!("item-board-home-care"),
    }
}

/// Returns what a column counts, in the plural and without article: "colis envoyés". It is also the unit of an answer.
pub fn board_measure(measure: Measure) -> String {
    match measure {
        Measure::PartsMade => tr!("item-parts-made"),
        Measure::PartsRejected => tr!("item-parts-rejected"),
        Measure::MinutesStopped => tr!("item-minutes-stopped"),
        Measure::ParcelsSent => tr!("item-parcels-sent"),
        Measure::ParcelsReceived => tr!("item-parcels-received"),
        Measure::PalletsLeft => tr!("item-pallets-left"),
        Measure::MealsServed => tr!("item-meals-served"),
        Measure::MealsOrdered => tr!("item-meals-ordered"),
        Measure::LoavesLeft => tr!("item-loaves-left"),
        Measure::CallsTaken => tr!("item-calls-taken"),
        Measure::LettersSorted => tr!("item-letters-sorted"),
        Measure::VisitorsReceived => tr!("item-visitors-received"),
        Measure::BricksLaid => tr!("item-bricks-laid"),
        Measure::BagsLeft => tr!("item-bags-left"),
        Measure::HoursWorked => tr!("item-hours-worked"),
        Measure::VisitsMade => tr!("item-visits-made"),
        Measure::KilometresDriven => tr!("item-kilometres-driven"),
        Measure::MinutesLate => tr!("item-minutes-late"),
    }
}

/// Returns the head of a column: "Colis envoyés".
pub fn board_measure_title(column: Measure) -> String {
    let noun = board_measure(column);
    let mut letters = noun.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns the name of a line on the board of a workplace: "8 h", "Machine 2", "Équipe 3".
pub fn board_line(line: Line, workplace: Workplace) -> String {
    match line {
        Line::Hour(_) => board_line_mark(line),
        Line::Machine(_) | Line::Team(_) => {
            tr!("item-line", name = board_lines_title(line, workplace), number = board_line_mark(line))
        }
    }
}

/// Returns what all the lines are about: "Heure", "Machine", "Équipe".
pub fn board_lines_title(line: Line, workplace: Workplace) -> String {
    match line {
        Line::Hour(_) => tr!("item-hour"),
        Line::Machine(_) => match workplace {
            Workplace::Workshop => tr!("item-machine"),
            Workplace::Warehouse => tr!("item-dock"),
            Workplace::Kitchen => tr!("item-hall"),
            Workplace::Office => tr!("item-counter"),
            Workplace::BuildingSite => tr!("item-building"),
            Workplace::HomeCare => tr!("item-district"),
        },
        Line::Team(_) => tr!("item-team"),
    }
}

/// Returns the shortest name of a line, below a title: "8 h", "2".
pub fn board_line_mark(line: Line) -> String {
    match line {
        Line::Hour(hour) => minutes(u32::from(hour) * 60),
        Line::Machine(number) | Line::Team(number) => number.to_string(),
    }
}

/// Returns an answer about the board of a workplace.
pub fn board_reply(reply: Reply, workplace: Workplace) -> String {
    match reply {
        Reply::Line(of) => board_line(of, workplace),
        Reply::Equal => tr!("item-equal"),
        Reply::Rises => tr!("item-rises"),
        Reply::Falls => tr!("item-falls"),
        Reply::Stays => tr!("item-stays"),
        Reply::RisesThenFalls => tr!("item-rises-then-falls"),
    }
}

/// Returns "la machine 2" inside a sentence; an hour stays "8 h".
fn the_line(line: Line, workplace: Workplace) -> String {
    let number = board_line_mark(line);
    match line {
        Line::Hour(_) => number,
        Line::Machine(_) => match workplace {
            Workplace::Workshop => tr!("item-the-machine", number = number),
            Workplace::Warehouse => tr!("item-the-dock", number = number),
            Workplace::Kitchen => tr!("item-the-hall", number = number),
            Workplace::Office => tr!("item-the-counter", number = number),
            Workplace::BuildingSite => tr!("item-the-building", number = number),
            Workplace::HomeCare => tr!("item-the-district", number = number),
        },
        Line::Team(_) => tr!("item-the-team", number = number),
    }
}

/// Returns "Quelle machine".
fn which_line(line: Line, workplace: Workplace) -> String {
    match line {
        Line::Hour(_) => String::new(),
        Line::Machine(_) => match workplace {
            Workplace::Workshop => tr!("item-which-machine"),
            Workplace::Warehouse => tr!("item-which-dock"),
            Workplace::Kitchen => tr!("item-which-hall"),
            Workplace::Office => tr!("item-which-counter"),
            Workplace::BuildingSite => tr!("item-which-building"),
            Workplace::HomeCare => tr!("item-which-district"),
        },
        Line::Team(_) => tr!("item-which-team"),
    }
}

/// Puts "de" before a noun, elided before a vowel or the mute h of the measures.
fn of(noun: &str) -> String {
    let elides = noun.starts_with(['a', 'e', 'é', 'h', 'i', 'o', 'u']);
    if elides { format!("d\u{2019}{noun}") } else { format!("de {noun}") }
}

/// Returns the question of a board, or nothing when it names a line or column that the board lacks.
fn board_question(board: &Board) -> String {
    asked(board).unwrap_or_default()
}

fn asked(board: &Board) -> Option<String> {
    let place = board.workplace;
    let hours = matches!(board.lines.first()?, Line::Hour(_));
    let at = |index: usize| board.lines.get(index).copied();
    let noun = |column: usize| board.columns.get(column).map(|column| board_measure(column.measure));
    let the = |index: usize| at(index).map(|line| the_line(line, place));
    let which = board.lines.first().map(|&line| which_line(line, place)).unwrap_or_default();
    Some(match board.question {
        Question::ReadCell { column, line } => {
            let (of, one) = (of(&noun(column)?), the(line)?);
            if hours {
                tr!("item-ask-read-hour", of = of, one = one)
            } else {
                tr!("item-ask-read-line", of = of, one = one)
            }
        }
        Question::CompareTwo { column, lines: [first, second] } => {
            let (of, one, other) = (of(&noun(column)?), board_line_mark(at(first)?), board_line_mark(at(second)?));
            if hours {
                tr!("item-ask-compare-hours", of = of, one = one, other = other)
            } else {
                tr!("item-ask-compare-lines", which = which, of = of, one = one, other = other)
            }
        }
        Question::Trend { column } => tr!("item-ask-trend", of = of(&noun(column)?)),
        Question::Threshold { column, limit, alert } => {
            let measure = noun(column)?;
            match (alert, hours) {
                (Alert::Above, true) => tr!("item-ask-above-hour", limit = limit, measure = measure),
                (Alert::Above, false) => tr!("item-ask-above-line", which = which, limit = limit, measure = measure),
                (Alert::Below, true) => tr!("item-ask-below-hour", limit = limit, measure = measure),
                (Alert::Below, false) => tr!("item-ask-below-line", which = which, limit = limit, measure = measure),
            }
        }
        Question::Sum { column, lines: [first, second] } => {
            let (of, one, other) = (of(&noun(column)?), the(first)?, the(second)?);
            if hours {
                tr!("item-ask-sum-hours", of = of, one = one, other = other)
            } else {
                tr!("item-ask-sum-lines", of = of, one = one, other = other)
            }
        }
        Question::Difference { column, lines: [first, second] } => {
            let (of, one, other) = (of(&noun(column)?), the(first)?, the(second)?);
            if hours {
                tr!("item-ask-difference-hours", of = of, one = one, other = other)
            } else {
                tr!("item-ask-difference-lines", of = of, one = one, other = other)
            }
        }
        Question::Missing { column, lines: [first, second], target } => {
            let (measure, one, other) = (noun(column)?, the(first)?, the(second)?);
            if hours {
                tr!("item-ask-missing-hours", measure = measure, one = one, other = other, target = target)
            } else {
                tr!("item-ask-missing-lines", measure = measure, one = one, other = other, target = target)
            }
        }
    })
}

fn board_alternative(board: &Board) -> String {
    let row = |(index, of): (usize, &Line)| {
        let values: Vec<String> = board
            .columns
            .iter()
            .filter_map(|column| {
                let value = column.values.get(index)?;
                Some(tr!("item-board-value", value = *value, measure = board_measure(column.measure)))
            })
            .collect();
        tr!("item-board-row", line = board_line(*of, board.workplace), values = values.join(", "))
    };
    let lines: Vec<String> = board.lines.iter().enumerate().map(row).collect();
    tr!("item-board-alt", title = board_title(board.workplace), lines = lines.join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::generate::dashboard::{Display, Level, LineCount, Radicals};
    use crate::domain::generate::{Answer, Radicals as Asked, Recipe, series};

    const LEVELS: [Level; 5] = [Level::ReadCell, Level::CompareTwo, Level::Trend, Level::Threshold, Level::TwoSteps];

    fn boards() -> impl Iterator<Item = (Board, Answer)> {
        (0..400_u64).flat_map(|seed| {
            LEVELS.into_iter().map(move |level| {
                let lines = if seed % 2 == 0 { LineCount::Four } else { LineCount::Eight };
                let display = if seed % 3 == 0 { Display::Bars } else { Display::Table };
                let radicals = Asked::Dashboard(Radicals { level, lines, display });
                let item = Recipe { seed, radicals }.make().unwrap();
                let Stem::Dashboard(board) = item.stem else { panic!() };
                (board, item.answer)
            })
        })
    }

    #[test]
    fn every_question_of_a_board_has_fifteen_words_a_sentence_at_most() {
        let mut asked = BTreeSet::new();
        for (board, _) in boards() {
            let question = item_statement(&Stem::Dashboard(board));
            let said: String = question.chars().filter(|c| !c.is_ascii_digit()).collect();
            for sentence in question.split(['.', '?']) {
                let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
                assert!(words.count() <= 15, "{question}");
            }
            assert!(question.ends_with('?'), "{question}");
            assert!(!question.contains("  ") && !question.contains("item-"), "{question}");
            asked.insert(said);
        }
        assert!(asked.len() > 300, "{}", asked.len());
    }

    #[test]
    fn a_board_is_read_whole() {
        for (board, answer) in boards() {
            let text = item_alternative(&Stem::Dashboard(board.clone()));
            for (index, &of) in board.lines.iter().enumerate() {
                let column = &board.columns[0];
                let cell = format!(
                    "{}\u{A0}: {} {}",
                    board_line(of, board.workplace),
                    column.values[index],
                    board_measure(column.measure)
                );
                assert!(text.contains(&cell), "{cell} in {text}");
            }
            if let Answer::Caption { options, .. } = answer {
                let words: BTreeSet<String> =
                    options.iter().map(|option| board_reply(*option, board.workplace)).collect();
                assert_eq!(words.len(), options.len());
            }
        }
    }

    #[test]
    fn a_series_is_read_whole() {
        assert_eq!(
            item_alternative(&Stem::Series(vec![2, 4, 6])),
            "Suite de nombres\u{A0}: 2, 4, 6, puis le nombre à trouver."
        );
        let radicals = Asked::Series(series::Radicals {
            kind: series::Kind::ConstantDifference,
            shown: series::Shown::Five,
            ceiling: series::Ceiling::Hundred,
        });
        assert_eq!(
            item_statement(&Recipe { seed: 1, radicals }.make().unwrap().stem),
            "Quel nombre vient ensuite\u{202F}?"
        );
    }

    #[test]
    fn a_vowel_takes_the_e_of_de() {
        assert_eq!(of("appels pris"), "d\u{2019}appels pris");
        assert_eq!(of("heures travaillées"), "d\u{2019}heures travaillées");
        assert_eq!(of("colis reçus"), "de colis reçus");
    }

    #[test]
    fn lines_are_named_after_their_workplace() {
        assert_eq!(board_line(Line::Hour(8), Workplace::Kitchen), "8\u{A0}h");
        assert_eq!(board_line(Line::Machine(2), Workplace::Workshop), "Machine 2");
        assert_eq!(board_line(Line::Machine(2), Workplace::HomeCare), "Secteur 2");
        assert_eq!(board_line(Line::Team(3), Workplace::HomeCare), "Équipe 3");
        assert_eq!(board_measure_title(Measure::ParcelsSent), "Colis envoyés");
    }
}
